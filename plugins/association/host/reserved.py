"""Addresses that the site keeps for pages of its own: no file of content/ may have one of them."""

from collections.abc import Iterable, Iterator, Mapping

from ..domain.association import Association
from ..problems import Place, Problem, sentence
from .settings import URLS
from .urls import INTRODUCED, Urls


def address_problems(
    association: Association, documents: Iterable[str], settings: Mapping[str, object], content: str
) -> Iterator[Problem]:
    """content: the name of the folder that the sources of texts and the documents are in."""
    urls = Urls(settings)
    own = {urls.save_as(kind) for kind in URLS if "{" not in str(settings[f"{kind}_SAVE_AS"])}
    for source, kind, slug in texts(association):
        if urls.save_as(kind, slug=slug) in own:
            said = sentence(
                'the page of this file would be at "{url}", where the site has a page of its own',
                url=f"/{urls.url(kind, slug=slug)}",
            )
            yield Problem(
                Place(f"{content}/{source}"),
                "same-address",
                said,
                sentence('give it another "slug", or the file another name'),
            )
    for path in documents:
        if path in own:
            said = sentence(
                'this file would be at "{url}", where the site has a file of its own', url=f"/{path}"
            )
            yield Problem(
                Place(f"{content}/{path}"), "same-address", said, sentence("give the file another name")
            )


def texts(association: Association) -> Iterator[tuple[str, str, str]]:
    """Each with its source, the kind of its page and its slug; not those that introduce a section."""
    yield from ((one.source, "ARTICLE", one.slug) for one in association.articles)
    yield from ((one.source, "EVENT", one.slug) for one in association.events)
    yield from ((one.source, "OFFER", one.slug) for one in association.offers)
    yield from ((one.source, "PAGE", one.slug) for one in association.pages if one.slug not in INTRODUCED)
