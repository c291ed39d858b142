"""Settings that mean nothing and templates that cannot be used, as a webmaster reads of them."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from built_site import (
    REPOSITORY,
    SMALLEST_SETTINGS,
    TODAY,
    Built,
    SiteOf,
    article,
    build,
    surroundings,
    write_site,
)

OVERRIDES = 'THEME_TEMPLATES_OVERRIDES = ["mine"]\n'
FAULTS = {
    "{{ nope }}": "this template cannot be used: UndefinedError: 'nope' is undefined",
    "{{ site.nope }}": "has no attribute 'nope'",
    "{% if %}": "this template cannot be used: Expected an expression, got 'end of statement block'",
    "{{ 1|nope }}": "this template cannot be used: No filter named 'nope'.",
    '{% include "nope.html" %}': 'found no template "nope.html"',
    "{% shared by page.root %}{{ page.title }}{% endshared %}": 'a shared part reads "page.title", which '
    'its key lacks: all pages would show what the first has; add "page.title" to the key [template]',
    '{% shared by page %}{% include "foot.html" %}{% endshared %}': "a shared part holds a template or a "
    "block, which may read what its key lacks; share parts inside of that template or block [template]",
    "{{ 1 / 0 }}": "this template cannot be used: ZeroDivisionError: division by zero",
}


def with_settings(more: str) -> dict[str, str]:
    return {"pelicanconf.py": SMALLEST_SETTINGS + more}


def test_mistakes_of_settings_and_of_content_are_told_together(site_of: SiteOf) -> None:
    """In one run, each at its place."""
    files = {
        **with_settings("SITEURL = 'essai'\nLANGAUGES = ['fr']\n"),
        "members.yaml": "members: [{id: a}]\n",
    }
    site = site_of(files, may_fail=True)

    assert 1 == site.code
    assert ["members.yaml:1:11", "pelicanconf.py:10:1", "pelicanconf.py:9:1"] == sorted(
        problem.partition(": ")[0] for problem in site.problems
    )


def test_a_warning_of_the_settings_builds_the_site(site_of: SiteOf) -> None:
    """A slash too many does no harm: links have it once."""
    site = site_of(with_settings('SITEURL = "https://essai.example/"\n'))

    assert ['pelicanconf.py:9:1: warning: SITEURL is "https://essai.example/", expected no slash at the end; '
            'write SITEURL = "https://essai.example" [bad-url]'] == list(site.problems)  # fmt: skip
    assert "https://essai.example/sitemap.xml" in site.text("robots.txt")


def test_what_pelican_stumbles_over_is_no_defect_of_the_program(site_of: SiteOf) -> None:
    """A setting of Pelican's own that nobody here judges, or a plugin of somebody else."""
    copied = with_settings("DEFAULT_DATE = 'soon'\nSTATIC_PATHS = ['extra']\n")
    files = {**copied, "content/extra/statuts.txt": "Article 1"}
    site = site_of(files, may_fail=True)

    assert (1, False) == (site.code, "Traceback" in site.said)
    assert "Pelican cannot go on: ValueError: 'soon' is not a valid date" in site.problems[0]


def test_a_language_without_sentences_is_a_warning(site_of: SiteOf) -> None:
    """The texts may be in it; the words around them are French."""
    site = site_of(with_settings('DEFAULT_LANG = "es"\n'))

    assert (
        "pelicanconf.py:9:1: warning: DEFAULT_LANG names the language 'es', expected one of en, fr, nl "
        "[bad-language]",
    ) == site.problems


def test_an_accent_that_cannot_do_is_a_warning_with_the_nearest(site_of: SiteOf) -> None:
    """At the line of the accent."""
    site = site_of(with_settings('ASSOCIATION["accent"] = "#777777"\n'))

    assert (
        'pelicanconf.py:9:25: warning: the accent "#777777" is hard to read on light and on dark pages '
        'alike; shades of it take its place; the nearest that can be used as it is: "#717171" [accent]',
    ) == site.problems


def test_the_accent_is_in_the_style_sheet_as_it_was_given(site_of: SiteOf) -> None:
    """Of a red that can be read on paper."""
    site = site_of(with_settings('ASSOCIATION["accent"] = "#e2001a"\n'))

    assert "  --accent: #e2001a;" in site.text("theme/parvis.css").splitlines()


def with_template(name: str, fault: str, number: int = 1) -> dict[str, str]:
    """A site with a template of its own for that page, and so many articles."""
    news = {f"content/actualites/a{each}.md": article(f"Titre {each}") for each in range(number)}
    return {**with_settings(OVERRIDES), f"mine/{name}.html": f"<h1>Un</h1>\n\n<p>\n{fault}\n</p>\n", **news}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_of_a_site_s_own_template_is_told_at_its_line(site_of: SiteOf, fault: str) -> None:
    """It is the webmaster's, not the program's."""
    site = site_of(with_template("home", fault), may_fail=True)

    assert 1 == site.code
    assert site.problems[0].startswith("mine/home.html:4:1: error: ")
    assert FAULTS[fault] in site.problems[0]


def test_a_fault_that_another_process_meets_comes_back(site_of: SiteOf) -> None:
    """Many pages are written by many processes."""
    site = site_of(with_template("article", "{{ nope }}", 120), may_fail=True)

    assert (1, False) == (site.code, "Traceback" in site.said)
    assert site.problems[0].startswith("mine/article.html:4:1: error: ")


def test_a_macro_that_looks_for_the_page_is_told_at_its_line(site_of: SiteOf) -> None:
    """It would meet none, or the page it was first called on."""
    own = {"mine/macros/own.html": "{% macro one() %}\n{{ page.title }}\n{% endmacro %}\n"}
    called = '{% import "macros/own.html" as own with context %}{{ own.one() }}'
    site = site_of({**with_template("home", called), **own}, may_fail=True)

    assert (
        'mine/macros/own.html:2:1: error: macros see "site" and "href" alone, not "page.title"; '
        "give the macro an argument for it [template]",
    ) == site.problems


def own_theme(folder: Path) -> Path:
    site = write_site(folder, with_settings('THEME = "mine"\n'))
    shutil.copytree(REPOSITORY / "themes/parvis", site / "mine")
    return site


@pytest.mark.parametrize(
    ("part", "said"),
    [
        ("templates/home.html", 'the theme "mine" has no template "home.html"'),
        ("css/base.css", 'the theme "mine" has no css/base.css that can be read'),
    ],
)
def test_a_part_that_a_site_s_own_theme_lacks_is_told(tmp_path: Path, part: str, said: str) -> None:
    """By its name."""
    site = own_theme(tmp_path / "site")
    (site / "mine" / part).unlink()
    built = build(site, tmp_path / "output")

    assert (1, True) == (built.code, said in built.said)


def test_a_fault_of_the_program_s_theme_stays_a_defect(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody can mend it but those who make it."""
    from association.host import template_errors

    site = own_theme(tmp_path / "site")
    monkeypatch.setattr(template_errors, "PROGRAMS_TEMPLATES", site / "mine/templates")
    error = raised_in(site / "mine/templates/home.html")

    assert template_errors.fault(error, "home.html", site / "mine", site) is None


def raised_in(template: Path) -> Exception:
    try:
        exec(compile("nope", str(template), "exec"), {})
    except NameError as error:
        return error
    raise AssertionError


def by_pelican(folder: Path, more: str) -> subprocess.CompletedProcess[str]:
    write_site(folder, with_settings(more))
    for name in ("plugins", "themes"):
        (folder / name).symlink_to(REPOSITORY / name, target_is_directory=True)
    (folder / "content").mkdir(exist_ok=True)
    command = [sys.executable, "-m", "pelican", "-s", "pelicanconf.py", "-o", str(folder / "output")]
    return subprocess.run(command, cwd=folder, env=surroundings("", TODAY), capture_output=True, text=True)


def test_pelican_says_a_mistake_of_the_settings_in_a_sentence(tmp_path: Path) -> None:
    """At its line, without a traceback, and with an exit code that CI sees."""
    ended = by_pelican(tmp_path / "site", "MEMBERS_PER_PAGE = 0\n")
    said = "".join((ended.stdout + ended.stderr).split())

    assert (1, False) == (ended.returncode, "Traceback" in said)
    assert "pelicanconf.py:9:1:error:MEMBERS_PER_PAGEis0," in said


def test_pelican_tells_warnings_too(tmp_path: Path) -> None:
    """A text that is left out, say."""
    folder = tmp_path / "site"
    write_site(folder, {"content/actualites/a.md": article("Un texte", visibility="members")})
    ended = by_pelican(folder, "")
    said = "".join((ended.stdout + ended.stderr).split())

    assert (0, True) == (ended.returncode, "content/actualites/a.md:4:13:warning:" in said)


def test_built_is_what_the_tests_of_bad_settings_read(site_of: SiteOf) -> None:
    """The smallest settings have no problem, or none of these tests would say anything."""
    site: Built = site_of({})

    assert () == site.problems
