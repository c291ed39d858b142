"""The lists of dependencies: complete, hashed, and silent about where packages come from."""

import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PIN = re.compile(r"^(\S+)==(\S+)(.*)((?:\\\n {4}--hash=sha256:[0-9a-f]{64} ?)+)$", re.MULTILINE)


def pins(name: str) -> dict[str, str]:
    return {pin[1]: pin[2] for pin in PIN.finditer((ROOT / name).read_text(encoding="utf-8"))}


COMPARED = "benchmarks/comparators"


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt", f"{COMPARED}/requirements.txt"])
def test_every_requirement_is_exact_and_hashed(name: str) -> None:
    """pip installs nothing else from them."""
    lines = (ROOT / name).read_text(encoding="utf-8").splitlines()

    assert len(pins(name)) == len([line for line in lines if not line.startswith(" ")]) > 0


def test_development_adds_to_what_a_build_uses() -> None:
    """The same versions, so that the tests judge what visitors get."""
    assert pins("requirements.txt").items() <= pins("requirements-dev.txt").items()


@pytest.mark.parametrize(
    "name",
    [
        "requirements.in",
        "requirements-dev.in",
        "requirements.txt",
        "requirements-dev.txt",
        f"{COMPARED}/requirements.txt",
    ],
)
def test_no_package_index_is_named(name: str) -> None:
    """Each machine has its own."""
    text = (ROOT / name).read_text(encoding="utf-8")

    assert not re.search(r"://|--(extra-)?index-url|--find-links|--trusted-host", text)


@pytest.mark.parametrize("folder", [".", COMPARED])
def test_what_npm_installs_names_no_registry(folder: str) -> None:
    """npm writes the address of each archive unless told not to."""
    lock = json.loads((ROOT / folder / "package-lock.json").read_text(encoding="utf-8"))

    assert [] == [name for name, package in lock["packages"].items() if "resolved" in package]
