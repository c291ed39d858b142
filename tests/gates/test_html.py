"""The Nu HTML checker finds no error: the five associations, an empty site, a hostile one, one that knows."""

import json
import subprocess
from pathlib import Path

import pytest
from built_site import EXAMPLES, Built, Example, SiteOf, write_site
from hostile_site import FILES as HOSTILE
from test_empty_associations import BEGINNINGS
from test_pages_of_knowledge import FILES as KNOWN
from tools import command, node_package

VNU = "vnu-jar/build/dist/vnu.jar"
AHEAD_OF_THE_CHECKER = (
    "CSS: “container-type”: Property “container-type” doesn't exist.",  # CSS Containment 3
    "CSS: Unrecognized at-rule “@container”",
    "CSS: “paint-order”: Property “paint-order” doesn't exist.",  # SVG 2
)
"""What every browser has known for years and version 26.9.27 of the checker has not."""
SOON = ("-Xss8m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
"""Options of a Java machine that lives for half a minute: compiling its code better takes half of that."""
WRONG = "<!doctype html><html lang=fr><title>t</title><p><img src=x></p></html>"


@pytest.fixture(scope="module")
def sites(
    tactic: Built, example: Example, site_of: SiteOf, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Built]:
    wrong = write_site(tmp_path_factory.mktemp("wrong"), {"page.html": WRONG})
    return {
        "wrong": Built(0, wrong, ""),
        "TacTic": tactic,
        "hostile": site_of(HOSTILE, siteurl="https://a.example"),
        "of what is known": site_of(KNOWN),
        **{name: example(name) for name in EXAMPLES},
        **{name: site_of(files) for name, files in BEGINNINGS.items()},
    }


@pytest.fixture(scope="module")
def errors(sites: dict[str, Built]) -> dict[str, list[str]]:
    """By the site: one start of the Java machine for all pages and stylesheets."""
    java, jar = command("java", "default-jre-headless"), node_package(VNU)
    files = [site.folder / file for site in sites.values() for file in judged(site)]
    told = checked(
        [java, *SOON, "-jar", str(jar), "--errors-only", "--also-check-css", "--format", "json"], files
    )
    return {
        name: [
            shown(error, site)
            for error in told
            if str(error.get("url", "")).startswith(f"file:{site.folder}/")
        ]
        for name, site in sites.items()
    }


def judged(site: Built) -> list[str]:
    return [file for file in site.files if file.endswith((".html", ".css"))]


def checked(command: list[str], files: list[Path]) -> list[dict[str, object]]:
    ended = subprocess.run([*command, *map(str, files)], capture_output=True, text=True)
    messages = json.loads(ended.stderr)["messages"]
    return [message for message in messages if message["message"] not in AHEAD_OF_THE_CHECKER]


def shown(error: dict[str, object], site: Built) -> str:
    file = str(error["url"]).removeprefix(f"file:{site.folder}/")
    return f"{file}:{error.get('lastLine', '')}: {error['message']}"


@pytest.mark.parametrize("name", ["TacTic", "hostile", "of what is known", *EXAMPLES, *BEGINNINGS])
def test_the_checker_finds_no_error(errors: dict[str, list[str]], name: str) -> None:
    """HTML and CSS."""

    assert [] == errors[name][:20]


def test_the_checker_would_find_one(errors: dict[str, list[str]]) -> None:
    """A page with a mistake, among all the others, is told."""
    (told,) = errors["wrong"]

    assert told.startswith("page.html:") and "An “img” element must have an “alt” attribute" in told
