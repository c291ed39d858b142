"""What every conversion has at hand: the site, its files, and the notes taken on the way.

The one object of `sources` that changes while a site is loaded; it lives as long as one `load`.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date

from ..domain.meeting import Meeting
from ..domain.slugs import Slug
from ..problems import ContentError, Place, Problem, Sentence, Severity
from .content_files import ContentFiles
from .site import ImageUse, SiteFolder

MOST_SUGGESTED = 100
"""What was meant is looked for among all that there is, for this many mistakes; nobody mends more at once."""


class Wrong(Exception):
    """A mistake after which the thing at hand means nothing: `Desk.noting` writes it down."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        super().__init__(problem.line_of_text())


def wrong(
    place: Place,
    code: str,
    message: Sentence,
    hint: Sentence | None = None,
    severity: Severity = Severity.ERROR,
) -> Wrong:
    return Wrong(Problem(place, code, message, hint, severity))


@dataclass(frozen=True, slots=True)
class Passage:
    """A Markdown text whose links are still to be followed.

    folder: below content; relative links start there.
    place_of: the place in the file of an offset in the text.
    """

    text: str
    folder: str
    place_of: Callable[[int], Place]
    is_published: bool = True


@dataclass(frozen=True, slots=True)
class Mention:
    """An address in a field: of a page, or of a file of ours."""

    address: str
    place: Callable[[], Place]
    is_published: bool = True


@dataclass(frozen=True, slots=True)
class WrittenMinutes:
    """That there are minutes of a meeting, for whomever they are."""

    commission: Slug
    day: date
    place: Place


@dataclass(slots=True)
class Desk:
    """passages, mentions: what `links.follow_links` has to read once every file is known.
    drafts: passages of drafts, whose mistakes are not told.
    documents: paths below content of files that published texts link to.
    awaited: of those that other texts link to: drafts, texts for members or of a day to come.
    unpublished: paths below content of texts that have no page in this build.
    minuted: every meeting that has minutes.
    reserved: meetings for members only, by commission: no page tells of them.
    """

    site: SiteFolder
    files: ContentFiles
    problems: list[Problem] = field(default_factory=list)
    images: list[ImageUse] = field(default_factory=list)
    documents: set[str] = field(default_factory=set)
    awaited: set[str] = field(default_factory=set)
    passages: list[Passage] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    drafts: list[Passage] = field(default_factory=list)
    unpublished: set[str] = field(default_factory=set)
    minuted: list[WrittenMinutes] = field(default_factory=list)
    reserved: dict[Slug, list[Meeting]] = field(default_factory=dict)

    @property
    def suggests(self) -> bool:
        return len(self.problems) < MOST_SUGGESTED

    def error(self, place: Place, code: str, message: Sentence, hint: Sentence | None = None) -> None:
        self.problems.append(Problem(place, code, message, hint))

    def warn(self, place: Place, code: str, message: Sentence, hint: Sentence | None = None) -> None:
        self.problems.append(Problem(place, code, message, hint, Severity.WARNING))

    @contextmanager
    def noting(self) -> Iterator[None]:
        """What goes wrong inside is noted, and the work goes on after it."""
        try:
            yield
        except Wrong as wrong:
            self.problems.append(wrong.problem)
        except ContentError as error:
            self.problems.extend(error.problems)
