"""What may never be committed: hosts of packages, machine paths, unescaped templates, names of no file."""

import re
import subprocess
from functools import cache
from pathlib import Path

from program import REPOSITORY

# Written in two pieces, so that this file does not name them either.
INDEX_HOSTS = (
    "pypi" + ".org",
    "pythonhosted" + ".org",
    "npmjs" + ".org",
    "npmjs" + ".com",
    "yarnpkg" + ".com",
    "deb.debian" + ".org",
    "proxy.golang" + ".org",
)
MACHINE_PATHS = re.compile(
    "|".join(("/work" + "/main", "/work" + "/shared", "/ro" + "ot/", "/ho" + r"me/\w", r"/Use" + r"rs/\w"))
)
SAFE = re.compile(r"\|\s*safe\b|\bMarkup\(")


def committed() -> tuple[Path, ...]:
    """What git has or would have: everything that is not ignored."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=REPOSITORY,
        capture_output=True,
        check=True,
    )
    names = {name for name in listed.stdout.decode().split("\0") if name}
    return tuple(REPOSITORY / name for name in sorted(names) if (REPOSITORY / name).is_file())


@cache
def texts() -> dict[str, str]:
    """Committed files that are text, by their name."""
    found = {}
    for path in committed():
        content = path.read_bytes()
        if b"\0" not in content[:8000]:
            found[path.relative_to(REPOSITORY).as_posix()] = content.decode("utf-8", "replace")
    return found


def places(pattern: re.Pattern[str]) -> list[str]:
    return [
        f"{name}:{number}: {line.strip()[:100]}"
        for name, text in texts().items()
        if pattern.search(text)
        for number, line in enumerate(text.splitlines(), 1)
        if pattern.search(line)
    ]


def test_no_file_names_the_host_of_a_package_index() -> None:
    """Whoever builds the site takes packages from where their own machine is told to."""
    hosts = re.compile("|".join(map(re.escape, INDEX_HOSTS)))

    assert [] == places(hosts)


def test_no_file_holds_a_path_of_somebody_s_machine() -> None:
    """The repository means the same wherever it is cloned."""

    assert [] == places(MACHINE_PATHS)


def test_no_template_switches_escaping_off() -> None:
    """Content is hostile until proven otherwise: sanitised Markdown alone is HTML, in the program."""
    templates = [f"{place}" for place in places(SAFE) if place.startswith("themes/") and ".html:" in place]

    assert [] == templates


def test_templates_have_no_inline_script_or_style() -> None:
    """The pages work under a policy that allows neither; a block of data is not run."""
    run = r'<script(?![^>]*\bsrc=|\stype="application/(?:ld\+)?json"(?: id="p-scelle")?>)[^>]*>'
    inline = re.compile(rf"{run}|<style\b|\sstyle=|\son[a-z]+=", re.IGNORECASE)

    assert [] == [place for place in places(inline) if re.match(r"themes/[^:]*\.html:", place)]


def test_the_rooms_that_the_architecture_names_are_there() -> None:
    """A stranger follows the way of a member from file to file; of the recipe, one is still to be written."""
    text = texts()["docs/architecture.md"].replace("`venues.py`", "")
    named = set(re.findall(r"`((?!pelican/)[a-z_/]+\.py)`", text))
    gone = sorted(name for name in named if not any(f"/{file}".endswith(f"/{name}") for file in texts()))

    assert [] == gone
    assert len(named) > 40
