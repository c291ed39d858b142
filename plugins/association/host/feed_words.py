"""How feeds say dates: with the words of the theme, in its `macros/feed.html`."""

from collections.abc import Sequence
from dataclasses import dataclass

from jinja2.environment import TemplateModule
from markupsafe import Markup

from .run import Run
from .template_faults import told_by_template

TEMPLATE = "macros/feed.html"
DATES = 12
"""Of one meeting or series; a feed is no calendar."""


@dataclass(frozen=True, slots=True)
class FeedWords:
    """Names and titles are plain text, dates are HTML; rows are those of the views."""

    macros: TemplateModule

    def name(self, association: str) -> str:
        return Markup(self.macros.name(association)).striptags()

    def title(self, name: str, row: object, is_change: bool) -> str:
        return Markup(self.macros.title(name, row, is_change)).striptags()

    def dates(self, rows: Sequence[object]) -> str:
        return str(self.macros.dates(rows[:DATES], len(rows) - DATES)).strip()


def feed_words(run: Run) -> FeedWords:
    with told_by_template(TEMPLATE, run.theme, run.root):
        return FeedWords(run.environment.get_template(TEMPLATE).module)
