"""What all pages share and no section owns: the stylesheet, the icons and the images of content/."""

from collections.abc import Iterable, Iterator
from functools import partial

from ..domain.association import Identity
from ..domain.text import Language
from ..drawings.monogram import monogram
from ..images.icons import favicon, social_card, touch_icon
from .outputs import File, Output, fixed
from .run import Run
from .section import Section
from .site import CARD
from .style import stylesheet

DEFAULT_ACCENT, PAPER = "#0c5c60", "#f8f6f0"


class Furniture(Section):
    def planned(self, run: Run) -> Iterable[Output]:
        yield fixed(
            run.edition.urls.save_as("STYLESHEET"), stylesheet(run.theme, run.edition.association.identity)
        )
        yield from run.media.files
        yield from icons(run.edition.association.identity, run.edition.language)


def icons(identity: Identity, language: Language) -> Iterator[File]:
    """What stands for the site elsewhere: in a tab, on a telephone, where somebody shares a page."""
    initials, accent = monogram(identity.name, "").initials, identity.accent or DEFAULT_ACCENT
    tagline = identity.tagline.to(language) if identity.tagline else identity.name
    yield File(CARD, partial(social_card, tagline, identity.name, accent))
    yield File("favicon.ico", partial(favicon, initials, accent, PAPER))
    yield File("apple-touch-icon.png", partial(touch_icon, initials, accent, PAPER))
