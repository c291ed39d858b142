"""Sites built for a test, as `python3 tasks.py build` builds them: in a process of its own, at a set time."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from html_pages import Page

REPOSITORY = Path(__file__).resolve().parents[1]
SITEURL = "https://tactic.example"
EXAMPLES = ("action-tic", "cio-club", "blits", "upbto")
"""Folders of examples/: the other associations."""
PASSPHRASE = re.compile(r'^export (ASSOSITE_MEMBERS_PASSPHRASE)="(.+)"$', re.MULTILINE)
"""Where the README of an example tells it: it stands nowhere else."""
TODAY = datetime.fromisoformat("2026-11-22T09:00+01:00")
"""When all sites of the tests are built: a Sunday."""

SHARED_CACHES = "ASSOSITE_TESTS_CACHES"
"""The variable that tells a process of the tests where the first of them has its caches."""

SMALLEST_SETTINGS = """\
SITENAME = "Essai"
PATH = "content"
TIMEZONE = "Europe/Paris"
DEFAULT_LANG = "fr"
THEME = "themes/parvis"
PLUGIN_PATHS = ["plugins"]
PLUGINS = ["association"]
ASSOCIATION = {"name": "Essai"}
"""

Files = Mapping[str, str | bytes]
"""Contents by path below the folder of the site."""

Example = Callable[[str], "Built"]
"""The fixture `example`: from one of EXAMPLES to what was built of it."""

SiteOf = Callable[..., "Built"]
"""The fixture `site_of`: from Files to what was built of them."""


@dataclass(frozen=True)
class Built:
    """What a build left: exit code, folder of the output, what was said on standard error."""

    code: int
    folder: Path
    said: str
    pages: dict[str, Page] = field(default_factory=dict)

    @property
    def problems(self) -> tuple[str, ...]:
        """`members.yaml:4:9: error: …`, one for each line that tells of one."""
        return tuple(line for line in self.said.splitlines() if ": error: " in line or ": warning: " in line)

    @property
    def files(self) -> tuple[str, ...]:
        """Paths below the output, in order."""
        paths = (path for path in self.folder.rglob("*") if path.is_file())
        return tuple(sorted(path.relative_to(self.folder).as_posix() for path in paths))

    @property
    def urls(self) -> tuple[str, ...]:
        """Addresses of all pages from the root, `annuaire/` for `annuaire/index.html`."""
        return tuple(
            file.removesuffix("index.html") if f"/{file}".endswith("/index.html") else file
            for file in self.files
            if file.endswith(".html") and not self.leads_on(file)
        )

    def leads_on(self, file: str) -> bool:
        """Whether it only stands at an old address."""
        return b'<meta http-equiv="refresh"' in self.bytes(file)

    def bytes(self, path: str) -> bytes:
        return (self.folder / path).read_bytes()

    def text(self, path: str) -> str:
        return self.bytes(path).decode("utf-8")

    def json(self, path: str) -> dict[str, object]:
        return json.loads(self.bytes(path))

    def has(self, url: str) -> bool:
        return (self.folder / file_of(url)).is_file()

    def page(self, url: str) -> Page:
        if url not in self.pages:
            self.pages[url] = Page(url, self.text_of(url))
        return self.pages[url]

    def text_of(self, url: str) -> str:
        """The HTML of a page as it was written."""
        return self.text(file_of(url))

    def contents(self) -> dict[str, bytes]:
        return {file: self.bytes(file) for file in self.files}


def file_of(url: str) -> str:
    """The file that a server answers with."""
    path = url.partition("#")[0].partition("?")[0]
    return f"{path}index.html" if path == "" or path.endswith("/") else path


def build(
    site: Path,
    output: Path,
    siteurl: str = "",
    moment: datetime = TODAY,
    revisions: str = "",
    variables: Mapping[str, str] | None = None,
) -> Built:
    """Build the site in the folder `site` into `output`, in a process of its own that needs no start.

    revisions: what data/v1/revisions.json of the site published before said.
    variables: others of the environment.
    """
    said = output.with_name(f"{output.name}.said")
    request = {
        "site": str(site),
        "output": str(output),
        "revisions": revisions,
        "cwd": str(REPOSITORY),
        "environment": surroundings(siteurl, moment) | dict(variables or {}),
        "said": str(said),
    }
    code = asked_of_workshop(request)
    return Built(code, output, read_and_removed(said))


def asked_of_workshop(request: Mapping[str, object]) -> int:
    process = workshop()
    assert process.stdin and process.stdout
    process.stdin.write(json.dumps(request) + "\n")
    process.stdin.flush()
    return int(process.stdout.readline())


@cache
def workshop() -> subprocess.Popen[str]:
    """It ends with the tests, when nobody can ask any more."""
    command = [sys.executable, str(Path(__file__).with_name("workshop.py"))]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, env=surroundings("", TODAY))


def read_and_removed(file: Path) -> str:
    text = file.read_text("utf-8")
    file.unlink()
    return text


def build_by_command(
    site: Path,
    output: Path,
    siteurl: str = "",
    variables: Mapping[str, str] | None = None,
    cwd: Path = REPOSITORY,
) -> Built:
    """The same with `python3 tasks.py build`, from anywhere and with other environment variables."""
    tasks = str(REPOSITORY / "tasks.py")
    command = [sys.executable, tasks, "build", "--site", str(site), "--output", str(output)]
    environment = surroundings(siteurl, TODAY) | dict(variables or {})
    ended = subprocess.run(
        command, cwd=cwd, env=environment, capture_output=True, text=True, encoding="utf-8"
    )
    return Built(ended.returncode, output, ended.stderr)


def surroundings(siteurl: str, moment: datetime) -> dict[str, str]:
    """The environment of a build: that of the tests without anything that changes what is built."""
    own = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("ASSOSITE_", "LC_", "GITHUB_", "PYTEST_"))
        and name not in {"LANG", "LANGUAGE", "TZ"}
    }
    chosen = {
        "SOURCE_DATE_EPOCH": str(int(moment.timestamp())),
        "ASSOSITE_LANG": "C",
        "ASSOSITE_CACHE": shared_caches(),
    }
    return own | chosen | ({"ASSOSITE_SITEURL": siteurl} if siteurl else {})


def passphrase_of(site: Path) -> dict[str, str]:
    """The variable that opens what is for the members alone, of an example that has such a part."""
    return dict(PASSPHRASE.findall((site / "README.md").read_text(encoding="utf-8")))


def caches_below(folder: Path) -> str:
    """Of its own for what was built where; what templates compile to and pictures become is known already."""
    own, shared = folder / "cache", Path(shared_caches())
    own.mkdir()
    if not any(shared.glob("templates-*")):
        with TemporaryDirectory() as first:
            build(write_site(Path(first, "site"), {}), Path(first, "output"))
    for known in shared.iterdir():
        if known.name not in ("outputs", "sites"):
            (own / known.name).symlink_to(known)
    return str(own)


def shared_caches() -> str:
    return os.environ.get(SHARED_CACHES) or caches().name


@cache
def caches() -> TemporaryDirectory[str]:
    """Images and templates are worked on once for all builds of these tests, and forgotten with them."""
    return TemporaryDirectory(prefix="assosite-tests-")


def write_site(folder: Path, files: Files) -> Path:
    """A site of these files; the smallest settings unless they bring their own."""
    for name, content in {"pelicanconf.py": SMALLEST_SETTINGS, **files}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return folder


def article(title: str, body: str = "Un texte.", **front_matter: str) -> str:
    """A file of content/actualites, as an editor writes it."""
    fields = {"title": title, "date": "2026-11-01", **front_matter}
    return sheet(fields, body)


def event(title: str, body: str = "Un texte.", **front_matter: str) -> str:
    """A file of content/agenda; tomorrow evening unless it says otherwise."""
    when = (
        {}
        if "start" in front_matter or "dates" in front_matter
        else {"start": "2026-11-23 18:30", "duration": "2h"}
    )
    return sheet({"title": title, **when, **front_matter}, body)


def sheet(front_matter: Mapping[str, str], body: str) -> str:
    lines = (f"{name}: {value}" for name, value in front_matter.items())
    return "\n".join(("---", *lines, "---", "", body, ""))
