"""`build`: the new site whole, or the old one untouched."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from association.cli import output_folder
from association.cli.build import MARK, build
from association.cli.outcome import WrongUsage
from association.problems import ContentError, Problem, Severity

Use = Callable[[Callable[..., object]], None]


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def old_output(site: Path) -> Path:
    (site / "output").mkdir()
    (site / "output" / "index.html").write_text("old", encoding="utf-8")
    return site / "output"


def pages(*paths: str) -> Callable[..., tuple[Problem, ...]]:
    """A host that writes these files."""

    def run(settings: dict[str, object]) -> tuple[Problem, ...]:
        for path in paths:
            file = Path(str(settings["OUTPUT_PATH"]), path)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text("new", encoding="utf-8")
        return ()

    return run


def written(output: Path, **texts: str) -> None:
    """Files that somebody puts into an output: `a__b` is a/b."""
    for name, text in texts.items():
        file = output / name.replace("__", "/")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


def everything(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if not path.is_dir())


def test_the_new_site_replaces_the_old_one(site: Path, use_host: Use) -> None:
    """As a whole: pages that are no longer written are gone with their folders, nothing lies beside it."""
    use_host(pages("index.html", "gone.html", "old/index.html"))
    build(site, site / "output", publish=False)
    before = names(site)
    use_host(pages("index.html"))

    assert 0 == build(site, site / "output", publish=False)
    assert [MARK, "index.html"] == names(site / "output")
    assert before == names(site)


@pytest.mark.parametrize("output", ["output", "public", "elsewhere/www"])
def test_what_no_build_made_stays_where_it_is(site: Path, use_host: Use, output: str) -> None:
    """In the default folder and in others, at the top and beside pages, before the first build and after."""
    folder = site / output
    written(folder, thesis="mine", annuaire__notes="mine")
    use_host(pages("index.html", "annuaire/index.html", "gone/index.html"))
    build(site, folder, publish=False)
    written(folder, CNAME="mine", gone__photo="mine")
    (folder / ".git").mkdir()
    (folder / ".git" / "refs").mkdir()
    (folder / ".git" / "HEAD").write_text("mine", encoding="utf-8")
    use_host(pages("index.html", "annuaire/index.html"))
    for _ in range(2):
        build(site, folder, publish=False)
    kept = [".git/HEAD", "CNAME", "annuaire/notes", "gone/photo", "thesis"]

    assert sorted([*kept, MARK, "annuaire/index.html", "index.html"]) == everything(folder)
    assert {"mine"} == {(folder / path).read_text("utf-8") for path in kept}
    assert (folder / ".git" / "refs").is_dir()


@pytest.mark.usefixtures("working_host")
def test_what_no_build_made_is_the_very_same_file(site: Path) -> None:
    """A program that has it open, its owner and its mode notice nothing; links are not followed."""
    build(site, site / "output", publish=False)
    written(site / "output", secret="mine", folder__inner="mine")
    (site / "output/secret").chmod(0o600)
    (site / "output/folder").chmod(0o555)
    (site / "output/link").symlink_to("/nowhere")
    before = (site / "output/secret").stat()
    build(site, site / "output", publish=False)
    after = (site / "output/secret").stat()

    assert (before.st_ino, before.st_mode) == (after.st_ino, after.st_mode)
    assert 0o555 == (site / "output/folder").stat().st_mode & 0o777
    assert Path("/nowhere") == (site / "output/link").readlink()
    assert ["content", "habit", "output", "pelicanconf.py"] == names(site)


@pytest.mark.usefixtures("working_host")
def test_without_links_what_no_build_made_is_copied(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """FAT and some network drives have none."""

    def refusing(*_: object, **__: object) -> None:
        raise OSError("no links here")

    written(site / "output", thesis="mine")
    monkeypatch.setattr(output_folder.os, "link", refusing)
    build(site, site / "output", publish=False)

    assert "mine" == (site / "output/thesis").read_text("utf-8")


def test_a_foreign_file_in_the_way_is_kept_beside_and_told(
    site: Path, use_host: Use, capsys: pytest.CaptureFixture[str]
) -> None:
    """A page at its place, a file where a folder is wanted, a folder where a page is; equal bytes aside."""
    written(
        site / "output", **{"index.html": "mine", "same": "new", "annuaire": "mine", "page__inner": "mine"}
    )
    use_host(pages("index.html", "same", "annuaire/index.html", "page"))
    for _ in range(2):
        build(site, site / "output", publish=False)

    assert ["annuaire", "index.html", "page/inner"] == everything(site / "output.before")
    assert [MARK, "annuaire/index.html", "index.html", "page", "same"] == everything(site / "output")
    assert "annuaire, index.html, page/inner" in capsys.readouterr().out
    assert not (site / "output.before-2").exists()


@pytest.mark.usefixtures("working_host")
def test_a_file_that_comes_during_the_exchange_is_kept_too(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A certificate's challenge, say, written between two steps."""
    build(site, site / "output", publish=False)
    swap = output_folder.swap

    def late(fresh: Path, target: Path) -> None:
        written(target, challenge="mine")
        swap(fresh, target)

    monkeypatch.setattr(output_folder, "swap", late)
    build(site, site / "output", publish=False)

    assert "mine" == (site / "output/challenge").read_text("utf-8")


def test_a_folder_of_an_earlier_version_is_kept_beside_as_a_whole(site: Path, use_host: Use) -> None:
    """Its mark does not say which files were made; those would stay for ever."""
    written(site / "output", **{MARK: "Written by Assosite; …", "gone.html": "old", "thesis": "mine"})
    use_host(pages("index.html"))
    build(site, site / "output", publish=False)

    assert [MARK, "index.html"] == names(site / "output")
    assert [MARK, "gone.html", "thesis"] == names(site / "output.before")


@pytest.mark.parametrize("of", ["dead", "living", "this"])
@pytest.mark.parametrize("signed", [True, False])
@pytest.mark.usefixtures("working_host")
def test_folders_of_killed_builds_are_cleared(
    site: Path, monkeypatch: pytest.MonkeyPatch, of: str, signed: bool
) -> None:
    """Only with our mark, and only if their process is gone; its number may be ours by now."""
    process = {"dead": 999_999_999, "living": os.getppid(), "this": os.getpid()}[of]
    left = site / f".output.new-{process}"
    left.mkdir()
    build(site, site / "first", publish=False)
    if signed:
        (left / MARK).write_bytes((site / "first" / MARK).read_bytes())
    if of == "this" and not signed:
        with pytest.raises(WrongUsage, match="File exists"):
            build(site, site / "output", publish=False)
    else:
        build(site, site / "output", publish=False)

    assert (not (signed and of != "living")) == left.exists()


@pytest.mark.usefixtures("working_host")
def test_a_site_that_was_aside_when_its_build_was_killed_comes_back(site: Path) -> None:
    """Where two folders cannot change places in one step, the former one is aside for an instant."""
    written(site / ".output.new-999999999.old", thesis="mine")
    build(site, site / "output", publish=False)

    assert [MARK, "index.html", "thesis"] == names(site / "output")


@pytest.mark.parametrize("output", ["output", "new/www"])
def test_a_web_server_can_read_a_site_built_under_any_umask(site: Path, use_host: Use, output: str) -> None:
    """Files 644, folders 755; what others put there keeps its own."""
    use_host(pages("index.html", "annuaire/index.html"))
    former = os.umask(0o077)
    try:
        for _ in range(2):
            build(site, site / output, publish=False)
        written(site / output, secret="mine")
        build(site, site / output, publish=False)
    finally:
        os.umask(former)
    paths = [site / output, *(path for path in (site / output).rglob("*") if path.name != "secret")]

    assert {0o755, 0o644} == {path.stat().st_mode & 0o777 for path in paths}
    assert 0o755 == (site / output).parent.stat().st_mode & 0o755
    assert 0o600 == (site / output / "secret").stat().st_mode & 0o777


@pytest.mark.parametrize("failure", ["content", "defect"])
def test_a_failed_build_leaves_the_old_site(
    site: Path, use_host: Use, problem: Callable[..., Problem], failure: str
) -> None:
    """And no folder of its own."""
    error = ContentError([problem()]) if failure == "content" else RuntimeError("defect")
    output = old_output(site)
    before = names(site)

    def run(settings: dict[str, object]) -> tuple[Problem, ...]:
        Path(str(settings["OUTPUT_PATH"]), "index.html").touch()
        raise error

    use_host(run)

    with pytest.raises(type(error)):
        build(site, output, publish=False)
    assert ("old", before) == ((output / "index.html").read_text(encoding="utf-8"), names(site))


def test_warnings_are_told_and_do_not_stop_it(
    site: Path, use_host: Use, problem: Callable[..., Problem], capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit code 0, the site is written."""
    use_host(lambda settings: (problem(severity=Severity.WARNING),))

    assert 0 == build(site, site / "output", publish=False)
    assert "0 errors, 1 warning" in capsys.readouterr().err
    assert (site / "output").is_dir()


@pytest.mark.usefixtures("working_host")
def test_an_output_below_folders_to_come_is_made(site: Path, tmp_path: Path) -> None:
    """`--output` may name a place that does not exist yet."""
    build(site, tmp_path / "a" / "b", publish=False)

    assert (["b"], [MARK, "index.html"]) == (names(tmp_path / "a"), names(tmp_path / "a" / "b"))


@pytest.mark.usefixtures("working_host")
def test_a_linked_output_keeps_its_link(site: Path, tmp_path: Path) -> None:
    """The folder it leads to is replaced, not the link."""
    (tmp_path / "www").mkdir()
    (site / "output").symlink_to(tmp_path / "www")
    build(site, site / "output", publish=False)

    assert ("www", True) == ((site / "output").readlink().name, (tmp_path / "www" / "index.html").exists())


@pytest.mark.usefixtures("working_host")
@pytest.mark.parametrize(
    "output",
    [".", "..", "/", "~", "content", "content/site", "habit", "habit/x", "plugins", "themes/x", ".git",
     ".git/hooks", "new/.git/x", "pelicanconf.py"],
)  # fmt: skip
def test_an_output_that_would_destroy_work_is_refused(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, output: str
) -> None:
    """The site, what holds it, its content, its theme, plugins, any repository, a home folder, a file."""
    (tmp_path / "home").mkdir()
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    output = output.replace("~", str(tmp_path / "home"))
    before = sorted(site.rglob("*"))

    with pytest.raises(WrongUsage, match="cannot be the output"):
        build(site, site / output, publish=False)
    assert before == sorted(site.rglob("*"))
