"""What an editor says above a section, in the page of content/pages that has its name."""

from dataclasses import dataclass

from ..domain.association import Association
from ..host.markdown import Prose
from .voice import Voice


@dataclass(frozen=True, slots=True)
class Introduction:
    title: str
    lead: str
    body: Prose | None


def introduction(association: Association, slug: str, voice: Voice) -> Introduction | None:
    page = association.page(slug)
    if page is None:
        return None
    return Introduction(voice.say(page.title), voice.say(page.summary), voice.body(page.body, page.source))
