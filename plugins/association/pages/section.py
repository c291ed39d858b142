"""The pages of content/pages that are not the introduction of a section."""

from collections.abc import Iterable

from ..domain.writing import Page as WrittenPage
from ..host.outputs import Crumb, Output, Page, page
from ..host.run import Run
from ..host.section import Section
from ..host.urls import INTRODUCED
from ..views.illustration import illustration
from ..views.voice import Voice, voice_of


class Pages(Section):
    def planned(self, run: Run) -> Iterable[Output]:
        voice = voice_of(run)
        for written in run.edition.association.pages:
            if written.slug not in INTRODUCED:
                yield written_page(written, voice)


def written_page(written: WrittenPage, voice: Voice) -> Page:
    title, lead = voice.say(written.title), voice.say(written.summary)
    body = voice.body(written.body, written.source)
    picture = illustration(written.picture, voice)
    return page(
        voice.urls,
        "PAGE",
        "page",
        {"slug": written.slug},
        title=title,
        description=lead or (body.excerpt(160) if body else ""),
        crumbs=(Crumb(title, None),),
        picture=picture.image.url if picture else None,
        view={
            "title": title,
            "lead": lead,
            "body": body,
            "language": written.language,
            "picture": picture,
        },
    )
