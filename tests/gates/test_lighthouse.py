"""Lighthouse gives full marks on the pages that visitors see first (DESIGN section 6).

Its mark for performance is a measure of time, which depends on the machine: docs/benchmarks.md has it;
what it depends on in us, the weight of the pages, is in tests/site/test_weight.py.
"""

import json
import os
import subprocess
from pathlib import Path

import pytest
from tools import browser_arguments, chromium, command, node_package

PAGES = {
    "home": "",
    "directory": "annuaire/",
    "member": "annuaire/les-trois-octets/",
    "event": "agenda/assemblee-generale/",
    "article": "actualites/sauvegardes-trois-copies/",
}
CATEGORIES = ("accessibility", "best-practices", "seo")
FULL = dict.fromkeys(CATEGORIES, 100)


@pytest.mark.parametrize("url", PAGES.values(), ids=PAGES.keys())
def test_full_marks(host: str, url: str, tmp_path: Path) -> None:
    """Of a telephone, as Lighthouse imagines one."""
    report = judged(f"{host}/{url}", tmp_path / "report.json")
    marks = {name: report["categories"][name]["score"] * 100 for name in CATEGORIES}

    assert marks == FULL, lost(report)


def judged(address: str, report: Path) -> dict[str, object]:
    program = node_package("lighthouse/cli/index.js")
    flags = " ".join(["--headless=new", *browser_arguments()])
    options = ["--quiet", "--output=json", f"--output-path={report}", f"--chrome-flags={flags}"]
    only = f"--only-categories={','.join(CATEGORIES)}"
    subprocess.run(
        [command("node", "nodejs"), str(program), address, only, *options],
        env={**os.environ, "CHROME_PATH": chromium()},
        check=True,
        capture_output=True,
        cwd=report.parent,
    )
    return json.loads(report.read_text("utf-8"))


def lost(report: dict[str, object]) -> list[str]:
    """The audits that cost marks."""
    weights = {
        reference["id"]
        for name in CATEGORIES
        for reference in report["categories"][name]["auditRefs"]
        if reference["weight"]
    }
    audits = (report["audits"][name] for name in weights)
    return [f"{audit['id']}: {audit['score']}" for audit in audits if audit["score"] not in (1, None)]
