"""A site that is what a build would make is left alone, and only such a one."""

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from built_site import REPOSITORY, SMALLEST_SETTINGS, article, caches_below, write_site

from association.cli import build as command
from association.host import standing
from association.host.build import run
from association.passphrase import VARIABLE

FILES = {
    "pelicanconf.py": SMALLEST_SETTINGS + 'THEME_TEMPLATES_OVERRIDES = ["templates"]\n',
    "members.yaml": "members:\n  - {id: kernel, name: Kernel, summary: Un}\n",
    "commissions.yaml": "commissions: []\n",
    "content/actualites/un.md": article("Un"),
    "content/documents/statuts.txt": "Personne ne mène ici",
    "templates/nothing.html": "",
}
MOMENT = 1_795_600_000
ANOTHER = "canard fusain lagune piment bocal"
PAGE = "actualites/un/index.html"
WARNED = "1 warning"


@dataclass
class Site:
    folder: Path
    patch: pytest.MonkeyPatch
    runs: list[object] = field(default_factory=list)

    @property
    def output(self) -> Path:
        return self.folder / "output"

    def is_built(self, **asked: object) -> bool:
        """Whether a build ran; it does when it has to, and then leaves the site as it would have been."""
        self.runs.clear()
        code = command.build(self.folder, self.output, publish=False, **asked)  # type: ignore[arg-type]

        assert code == 0
        return bool(self.runs)

    def append(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a", encoding="utf-8") as file:
            file.write(text)


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Site:
    """Built once, in the theme of the program."""
    return begun(tmp_path, monkeypatch)


@pytest.fixture
def themed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Site:
    """Built once, in a theme of its own."""
    shutil.copytree(REPOSITORY / "themes" / "parvis", tmp_path / "site" / "themes" / "own")
    settings = FILES["pelicanconf.py"].replace("themes/parvis", "themes/own")
    return begun(tmp_path, monkeypatch, **{"pelicanconf.py": settings})


def begun(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, **files: str) -> Site:
    monkeypatch.setenv("ASSOSITE_CACHE", caches_below(tmp_path))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(MOMENT))
    monkeypatch.setenv("ASSOSITE_LANG", "C")
    monkeypatch.setenv(VARIABLE, "lanterne chemise patience moulin orage")
    found = Site(write_site(tmp_path / "site", {**FILES, **files}), monkeypatch)

    def counted(settings: dict[str, object]) -> object:
        found.runs.append(settings)
        return run(settings)

    monkeypatch.setattr("association.host.build.run", counted)
    assert found.is_built()
    return found


def test_what_a_build_would_make_is_left_alone(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    """It says the same as the build that made it."""
    site.append("members.yaml", "# Fin\n")
    site.is_built()
    first = capsys.readouterr()

    assert not site.is_built()
    assert first == capsys.readouterr()
    assert WARNED in first.err


Change = Callable[[Site], object]


def edit(name: str, text: str = "\n") -> Change:
    return lambda site: site.append(name, text)


def touched(site: Site) -> None:
    """With the size and the time it had."""
    path = site.folder / "members.yaml"
    before = path.stat()
    path.write_text(path.read_text("utf-8").replace("Un", "Du"), "utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


INPUTS: dict[str, Change] = {
    "a text": edit("content/actualites/un.md", "Encore.\n"),
    "a new text": edit("content/actualites/deux.md", article("Deux")),
    "a text that is gone": lambda site: (site.folder / "content/actualites/un.md").unlink(),
    "a document": edit("content/documents/statuts.txt"),
    "a picture nobody shows": edit("content/images/a.png"),
    "members": edit("members.yaml", "# Fin\n"),
    "members, in the same second": touched,
    "commissions": edit("commissions.yaml"),
    "settings": edit("pelicanconf.py", 'SITENAME = "Autre"\n'),
    "a line in the settings": edit("pelicanconf.py", "# Fin\n"),
    "what settings import": edit("own_settings.py"),
    "a template of one's own": edit("templates/article.html", "{% extends '!theme/article.html' %}"),
    "a plugin": edit("plugins/more.py"),
    "the moment": lambda site: site.patch.setenv("SOURCE_DATE_EPOCH", str(MOMENT + 1)),
    "the address": lambda site: site.patch.setenv("ASSOSITE_SITEURL", "https://essai.example"),
    "the passphrase of the members": lambda site: site.patch.setenv(VARIABLE, ANOTHER),
    "no passphrase any more": lambda site: site.patch.delenv(VARIABLE),
    "the language of the terminal": lambda site: site.patch.setenv("ASSOSITE_LANG", "fr"),
    "a package": lambda site: site.patch.setattr(standing, "packages", lambda: (("new-1.dist-info", None),)),
    "the time zones": lambda site: site.patch.setattr(standing, "time_zones", lambda: ((1, 2, 3, 4),)),
    "Python": lambda site: site.patch.setattr("sys.version", "4"),
}


PARTS_OF_A_THEME: dict[str, Change] = {
    "a template": edit("themes/own/templates/article.html"),
    "a style sheet": edit("themes/own/css/base.css"),
    "a script": edit("themes/own/static/agenda.js"),
    "words": edit("themes/own/translations/new.po"),
}


@pytest.mark.parametrize("change", INPUTS.values(), ids=INPUTS)
def test_whatever_a_run_is_made_from_is_looked_at(site: Site, change: Change) -> None:
    """A build follows, and after it there is nothing to do."""
    (site.folder / "plugins").mkdir(exist_ok=True)
    site.is_built()
    change(site)

    assert (True, False) == (site.is_built(), site.is_built())


@pytest.mark.parametrize("change", PARTS_OF_A_THEME.values(), ids=PARTS_OF_A_THEME)
def test_every_part_of_a_theme_is_looked_at(themed: Site, change: Change) -> None:
    """As whatever a run is made from."""
    change(themed)

    assert (True, False) == (themed.is_built(), themed.is_built())


@pytest.mark.parametrize(
    "asked",
    [{"is_preview": True}, {"published": b'{"version": 1, "revisions": {}}'}],
    ids=["preview", "told"],
)
def test_what_is_asked_is_looked_at(site: Site, asked: dict[str, object]) -> None:
    """A preview is another site; so is one for subscribers who have been told something."""

    assert (True, False, True) == (site.is_built(**asked), site.is_built(**asked), site.is_built())


OUTPUTS: dict[str, Change] = {
    "a page": lambda site: (site.output / PAGE).write_text("Autre", "utf-8"),
    "the mode of a page": lambda site: (site.output / PAGE).chmod(0o600),
    "the mode of a folder": lambda site: (site.output / "actualites").chmod(0o700),
    "a page that is gone": lambda site: (site.output / PAGE).unlink(),
    "a script": lambda site: next(site.output.glob("theme/*/agenda.js")).write_text("", "utf-8"),
    "the mark": lambda site: (site.output / ".assosite").write_text("{}", "utf-8"),
    "all": lambda site: shutil.rmtree(site.output),
}


@pytest.mark.parametrize("change", OUTPUTS.values(), ids=OUTPUTS)
def test_a_site_that_is_not_as_it_was_made_is_made_again(site: Site, change: Change) -> None:
    """Whatever somebody has done to it."""
    whole = {path: path.read_bytes() for path in site.output.rglob("*") if path.is_file()}
    change(site)

    assert site.is_built()
    assert whole == {path: path.read_bytes() for path in whole}
    assert 0o644 == (site.output / PAGE).stat().st_mode & 0o777


@pytest.mark.parametrize("record", [b"", b"{", b'{"key": 1}', b"[]"], ids=["empty", "cut", "short", "list"])
def test_a_damaged_record_is_none(site: Site, record: bytes) -> None:
    """Whether its digest is right or not."""
    from association.cache import keep

    (entry,) = (site.folder.parent / "cache" / "sites").iterdir()
    keep(entry, record)

    assert site.is_built()
    entry.write_bytes(record)
    assert site.is_built()


def test_what_nobody_made_stays_and_makes_no_build(site: Site) -> None:
    """It is not the site's."""
    (site.output / "CNAME").write_text("essai.example", "utf-8")

    assert not site.is_built()
    assert (site.output / "CNAME").is_file()


def test_what_a_killed_build_left_is_cleared(site: Site) -> None:
    """Also where there is nothing to build."""
    left = site.output.with_name(".output.new-999999999")
    shutil.copytree(site.output, left)

    assert (False, False) == (site.is_built(), left.exists())


@pytest.mark.parametrize(
    "change",
    [
        lambda site: site.patch.delenv("SOURCE_DATE_EPOCH"),
        edit("pelicanconf.py", 'PLUGINS = ["association", "more"]\n'),
        edit("pelicanconf.py", "JINJA_FILTERS = {'same': lambda value: value}\n"),
    ],
    ids=["the clock", "another plugin", "a filter"],
)
def test_what_cannot_be_known_is_built_each_time(site: Site, change: Change) -> None:
    """Calendars tell the moment of the build; nobody knows what a plugin or a filter reads."""
    write_site(
        site.folder,
        {"pelicanconf.py": FILES["pelicanconf.py"], "plugins/more.py": "def register():\n    pass\n"},
    )
    change(site)

    assert (True, True) == (site.is_built(), site.is_built())


def test_what_a_link_in_a_theme_leads_to_is_built_each_time(themed: Site) -> None:
    """Anything may be there."""
    (themed.folder / "themes/own/more").symlink_to(themed.folder / "templates")

    assert (True, True) == (themed.is_built(), themed.is_built())
