"""The tools that judge the site; one that is missing is said loudly, or fails where CI asked for that."""

import os
import shutil
from pathlib import Path
from typing import NoReturn

import pytest

REPOSITORY = Path(__file__).resolve().parents[2]
PACKAGES = REPOSITORY / "node_modules"
PHP_LIBRARIES = Path("/usr/share/php")
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
WINDOWLESS = "chromium-headless-shell"
"""The same engine without the windows around it, which are pages too: it opens one four times as fast."""
ROOT_NEEDS = ["--no-sandbox"]
"""Chromium has no sandbox for root, which is what CI runs as."""


def missing(what: str, how: str) -> NoReturn:
    said = f"{what} is not installed: {how}"
    if os.environ.get("ASSOSITE_NO_SKIP"):
        pytest.fail(said)
    pytest.skip(said)


def command(name: str, package: str) -> str:
    return shutil.which(name) or missing(name, f"apt-get install {package}")


def node_package(path: str) -> Path:
    """A file of node_modules."""
    file = PACKAGES / path
    return file if file.is_file() else missing(path.split("/")[0], "npm ci --ignore-scripts")


def php_library(path: str, package: str) -> Path:
    """A file of Debian's folder of libraries."""
    file = PHP_LIBRARIES / path
    return file if file.is_file() else missing(package, f"apt-get install {package}")


def chromium(*preferred: str) -> str:
    found = next(filter(None, map(shutil.which, (*preferred, *BROWSERS))), None)
    return found or missing("Chromium", "apt-get install chromium")


def engine() -> str:
    """What opens many pages."""
    return chromium(WINDOWLESS)


def browser_arguments() -> list[str]:
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    return [*(ROOT_NEEDS if is_root else []), "--disable-gpu"]
