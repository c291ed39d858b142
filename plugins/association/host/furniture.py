"""What all pages share and no section owns: the stylesheet and the images of content/."""

from collections.abc import Iterable

from .outputs import Output, fixed
from .run import Run
from .section import Section
from .style import stylesheet


class Furniture(Section):
    def planned(self, run: Run) -> Iterable[Output]:
        yield fixed(
            run.edition.urls.save_as("STYLESHEET"), stylesheet(run.theme, run.edition.association.identity)
        )
        yield from run.media.files
