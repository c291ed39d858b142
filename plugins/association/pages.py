"""The lasting pages of content/pages: texts, questions, terms, documents. Those above a section are no pages.

Which page is what, its `template` says.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial

from .domain.articles import StaticPage
from .domain.knowledge import FAQ, GLOSSARY, RESOURCES
from .host.outputs import Output, Page, Shown, page
from .host.plugin import Section, registering
from .host.run import Run
from .host.site import MenuItem
from .render.markdown import Prose
from .views.knowledge import by_kind, letters, parted, questions_told, term_rows, terms_told
from .views.localizer import Localizer, localizer_of, page_shown


class Pages(Section):
    def planned(self, run: Run) -> Iterable[Output]:
        localizer = localizer_of(run)
        for written in lasting(run):
            yield replace(written_page(written, localizer), source=run.edition.text_in_forge(written.source))

    def planned_for_members(self, run: Run) -> Iterable[Output]:
        localizer = localizer_of(run)
        return (written_page(written, localizer) for written in lasting(run))

    def menu_items(self, run: Run) -> Iterator[MenuItem]:
        """Those that say which menu leads to them, in their own order."""
        localizer = localizer_of(run)
        for written in lasting(run):
            url = localizer.urls.url("PAGE", slug=written.slug)
            if url is not None:
                yield MenuItem("PAGE", url, localizer.say(written.title), written.menu)


def lasting(run: Run) -> tuple[StaticPage, ...]:
    """Without those that introduce a section or a dossier."""
    return tuple(page for page in run.edition.association.pages if not page.introduces)


def written_page(written: StaticPage, localizer: Localizer) -> Page:
    view = SHOWN.get(written.template, page_shown)
    template = written.template if written.template in SHOWN else "page"
    shown = partial(view, written, localizer.body(written), localizer)
    parts, same = {"slug": written.slug}, {"slug": written.key}
    is_indexed = not written.is_hidden
    return page(localizer.urls, "PAGE", template, parts, same, shown=shown, is_indexed=is_indexed)


def showing(shown: Shown, view: Mapping[str, object]) -> Shown:
    """The page with more to show."""
    return replace(shown, view={**shown.view, **view})


def questions_shown(written: StaticPage, body: Prose | None, localizer: Localizer) -> Shown:
    whole, told = page_shown(written, body, localizer), parted(written, body)
    if any(part.body.html for part in told.parts):
        whole = replace(whole, linked_data=partial(questions_told, told))
    return showing(whole, {"groups": told.groups, "notes": told.notes})


def glossary_shown(written: StaticPage, body: Prose | None, localizer: Localizer) -> Shown:
    whole, told = page_shown(written, body, localizer), parted(written, body)
    rows = term_rows(told)
    url = localizer.urls.url("PAGE", slug=written.slug)
    if rows:
        whole = replace(whole, linked_data=partial(terms_told, whole.title, url, rows))
    view = {
        "letters": letters(rows),
        "leads": tuple(group.lead for group in told.groups if group.lead.html),
        "notes": told.notes,
    }
    return showing(whole, view)


def resources_shown(written: StaticPage, body: Prose | None, localizer: Localizer) -> Shown:
    return showing(page_shown(written, body, localizer), {"kinds": by_kind(written.resources, localizer)})


SHOWN = {FAQ: questions_shown, GLOSSARY: glossary_shown, RESOURCES: resources_shown}
"""By what the page says of itself; `template` is the name of its template too."""

register = registering(Pages)
