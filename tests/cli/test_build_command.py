"""`build`: the new site whole, or the old one untouched."""

from collections.abc import Callable
from pathlib import Path

import pytest

from association.cli.build import MARK, build
from association.cli.outcome import WrongUsage
from association.problems import ContentError, Problem, Severity

Use = Callable[[Callable[..., object]], None]


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def old_output(site: Path) -> Path:
    (site / "output").mkdir()
    (site / "output" / "index.html").write_text("old", encoding="utf-8")
    (site / "output" / "gone.html").touch()
    return site / "output"


@pytest.mark.usefixtures("working_host")
def test_the_new_site_replaces_the_old_one(site: Path) -> None:
    """As a whole: pages that are no longer written are gone, and nothing lies beside it."""
    output = old_output(site)
    before = names(site)

    assert 0 == build(site, output, publish=False)
    assert [MARK, "index.html"] == names(output)
    assert before == names(site)


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
@pytest.mark.parametrize("output", [".", "..", "content", "content/site", "pelicanconf.py"])
def test_an_output_that_would_destroy_work_is_refused(site: Path, output: str) -> None:
    """The site, what holds it, its content, a file."""
    before = sorted(site.rglob("*"))

    with pytest.raises(WrongUsage, match="cannot be the output"):
        build(site, site / output, publish=False)
    assert before == sorted(site.rglob("*"))


@pytest.mark.usefixtures("working_host")
def test_files_of_somebody_else_are_kept_beside_the_output(site: Path, tmp_path: Path) -> None:
    """A build destroys nothing but builds."""
    output = tmp_path / "public"
    output.mkdir()
    (output / "thesis.odt").touch()
    build(site, output, publish=False)
    build(site, output, publish=False)

    assert ([MARK, "index.html"], ["thesis.odt"]) == (names(output), names(tmp_path / "public.before"))


@pytest.mark.usefixtures("working_host")
@pytest.mark.parametrize("state", ["empty", "built before"])
def test_a_folder_of_our_own_is_accepted(site: Path, tmp_path: Path, state: str) -> None:
    """Whatever its name."""
    output = tmp_path / "public"
    output.mkdir()
    if state == "built before":
        (output / MARK).touch()
        (output / "page.html").touch()
    build(site, output, publish=False)

    assert [MARK, "index.html"] == names(output)
