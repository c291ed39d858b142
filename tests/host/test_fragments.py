"""What many pages have in common is safe to share: it reads nothing beside its key."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment, TemplateSyntaxError

from association.render.templates import prepare

THEME = Path("a theme without catalogues")
MACROS = '{% macro link(url) %}<a href="{{ href(url) }}">{{ site.name }}</a>{% endmacro %}'


def environment(template: str) -> Environment:
    made = Environment(
        loader=DictLoader({"page.html": template, "macros.html": MACROS}), extensions=["jinja2.ext.i18n"]
    )
    prepare(made, THEME, "fr")
    return made


def refused(template: str) -> str | None:
    """What does not let the template be used, with its line."""
    try:
        environment(template).get_template("page.html")
    except TemplateSyntaxError as error:
        return f"{error.name}, line {error.lineno}: {error.message}"
    return None


def missing(reading: str, needed: str = "", line: int = 1) -> str:
    return (
        f'page.html, line {line}: a shared part reads "{reading}", which its key lacks: all pages would '
        f'show what the first has; add "{needed or reading}" to the key'
    )


def shared(key: str, part: str, before: str = "") -> str:
    return f"{before}{{% shared by {key} %}}{part}{{% endshared %}}"


@pytest.mark.parametrize(
    "template",
    [
        shared("none", "{{ site.name }} {{ _('Accueil') }} {{ range(3) }}"),
        shared("kind", "{{ kind }}"),
        shared("page.menu", "{{ page.menu }} {{ page['menu'] }} {{ page.menu.title() }}"),
        shared("(page.root, here)", "{{ href(here) }}"),
        shared("href", "{{ href('') }}{{ page.root }}"),
        shared("href.root", "{{ href('') }}"),
        shared("page", "{{ page.title }} {{ href('') }}"),
        shared("venues.id", "{{ venues.names }}"),
        shared("none", "{% for page in site.menu %}{{ page.title }}{{ loop.index }}{% endfor %}"),
        shared("none", "{% set title = 'A' %}{{ title }}"),
        shared("none", "{% if site.menu %}{% set title = 'A' %}{% endif %}{{ title }}"),
        shared("none", "{% macro own(page) %}{{ page.title }}{% endmacro %}{{ own(site) }}"),
        shared("none", "{{ kinds }}", before="{% set kinds = site.menu | list %}"),
        shared("page.url", "{{ here }}", before="{% set here = page.url or none %}"),
        shared("here", "{{ here }}", before="{% set here = page.url or none %}"),
        shared("none", "{{ own() }}", before="{% macro own() %}{{ site.name }}{% endmacro %}"),
        shared("page.root", "{{ link('') }}", before='{% from "macros.html" import link with context %}'),
        shared("page.root", '{% from "macros.html" import link with context %}{{ link(site.url) }}'),
        shared("none", "{{ macros.link('') }}", before='{% import "macros.html" as macros %}'),
        shared("page.root", shared("page.root", "{{ href('') }}")),
    ],
)
def test_a_part_that_its_key_accounts_for_is_shared(template: str) -> None:
    """The site is the same on all pages; so is what a template makes of it or of its key."""
    assert refused(template) is None


@pytest.mark.parametrize(
    ("template", "error"),
    [
        (shared("page.root", "\n\n{{ page.title }}"), missing("page.title", line=3)),
        (shared("page.root", "{{ page['title'] }}"), missing("page.title")),
        (shared("page.root", "{{ page[name] }}"), missing("page")),
        (shared("page.root", "{{ described(page) }}"), missing("described")),
        (shared("page.url in site.framed", "{{ page.url }}"), missing("page.url")),
        (shared("page.url | length", "{{ page.url }}"), missing("page.url")),
        (shared("venues.name", "{{ venues.names }}"), missing("venues.names")),
        (shared("none", "{{ href('') }}"), missing("href", "page.root")),
        (shared("none", "{% if title is defined %}A{% endif %}"), missing("title")),
        (shared("none", "{{ self.title() }}"), missing("self.title")),
        (shared("none", "{{ kind }}", "{% set kind = page.kind %}"), missing("page.kind")),
        (shared("none", "{{ kind }}", "{% set kind = 1 %}{% set kind = page.kind %}"), missing("kind")),
        (shared("none", "{{ own() }}", "{% macro own() %}{{ page.url }}{% endmacro %}"), missing("page.url")),
        (f"{{% for row in rows %}}{shared('none', '{{ row.name }}')}{{% endfor %}}", missing("row.name")),
        (f"{{% for row in rows %}}{shared('none', '{{ loop.index }}')}{{% endfor %}}", missing("loop.index")),
        (f"{{% macro own(kind) %}}{shared('none', '{{ kind }}')}{{% endmacro %}}", missing("kind")),
        (
            shared("none", "{{ link('') }}", '{% from "macros.html" import link with context %}'),
            missing("link", "page.root"),
        ),
        (
            shared("none", '{% import "macros.html" as macros with context %}'),
            missing("href", "page.root"),
        ),
        (shared("page.url", shared("page.url", "{{ page.url }}") + "{{ page.kind }}"), missing("page.kind")),
        (shared("page.url", shared("page.kind", "{{ page.kind }}")), missing("page.kind")),
    ],
)
def test_a_part_that_reads_more_than_its_key_is_refused(template: str, error: str) -> None:
    """When it is compiled, at its line: on a page it would be wrong words, and no error."""
    assert error == refused(template)


@pytest.mark.parametrize("part", ["{% include 'foot.html' %}", "{% block title %}{% endblock %}"])
def test_a_part_holds_no_other_template(part: str) -> None:
    """Another file is compiled by itself, and may change by itself."""
    assert (
        "page.html, line 2: a shared part holds a template or a block, which may read what its key lacks; "
        "share parts inside of that template or block"
    ) == refused(shared("page", f"\n{part}"))


@pytest.mark.parametrize(
    ("template", "name"),
    [
        ("{# Own. #}\n{% macro own() %}{{ page.title }}{% endmacro %}", "page.title"),
        ("{% set a = 1 %}\n{% macro own(title) %}{{ title }}{{ kind }}{% endmacro %}", "kind"),
    ],
)
def test_macros_see_nothing_of_the_page(template: str, name: str) -> None:
    """They are evaluated once for many pages."""
    assert (
        f'page.html, line 2: macros see "site" and "href" alone, not "{name}"; '
        "give the macro an argument for it"
    ) == refused(template)


@pytest.mark.parametrize(
    "template",
    [
        MACROS,
        "{% macro own() %}{{ page.title }}{% endmacro %}<p>{{ own() }}</p>",
        "{% set a = site.name %}{% macro own(b) %}{{ a }}{{ b }}{{ caller() }}{{ other() }}{% endmacro %}"
        "{% macro other() %}{% endmacro %}",
    ],
)
def test_a_page_may_have_macros_that_see_it(template: str) -> None:
    """Only a file of nothing else is evaluated once for many."""
    assert refused(template) is None


@dataclass(frozen=True)
class Counting:
    """A site that never says the same twice."""

    letters: Iterator[str]

    def next(self) -> str:
        return next(self.letters)


def test_a_part_is_rendered_once_for_each_key() -> None:
    """And each has its own."""
    page = environment(shared("number", "{{ number }}{{ site.next() }}")).get_template("page.html")
    site = Counting(iter("abc"))

    assert ["1a", "2b", "1a"] == [page.render(site=site, number=number) for number in (1, 2, 1)]


def test_two_parts_of_one_line_are_two() -> None:
    """Also when their keys are the same, and when one is in the other."""
    template = shared("none", "a" + shared("none", "b")) + shared("none", "c")

    assert "abc" == environment(template).get_template("page.html").render()
