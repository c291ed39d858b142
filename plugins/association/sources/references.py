"""References from one entry to another: the ids that exist, and what to say when one does not."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from ..domain.slugs import Slug
from ..problems import Place, Sentence, sentence
from .desk import Desk
from .nearest import did_you_mean

SHORT_LIST = 8

# One template per word: other languages need its gender.
UNKNOWN: Mapping[str, Callable[[str], Sentence]] = {
    "types": lambda value: sentence('unknown type "{value}"', value=value),
    "skills": lambda value: sentence('unknown skill "{value}"', value=value),
    "towns": lambda value: sentence('unknown town "{value}"', value=value),
    "venues": lambda value: sentence('unknown venue "{value}"', value=value),
    "members": lambda value: sentence('unknown member "{value}"', value=value),
    "partners": lambda value: sentence('unknown partner "{value}"', value=value),
    "commissions": lambda value: sentence('unknown commission "{value}"', value=value),
}


@dataclass(frozen=True, slots=True)
class Known:
    """The ids of one list, and the file it stands in.

    broken: ids of entries that are wrong themselves: to name one is no second mistake.
    is_open: the list cannot be read: any id may be one of its own.
    """

    list_name: str
    file: str
    ids: tuple[Slug, ...]
    broken: frozenset[Slug] = frozenset()
    is_open: bool = False

    @property
    def written(self) -> tuple[Slug, ...]:
        """All that may be meant: an entry that is wrong itself still has its name."""
        return (*self.ids, *sorted(self.broken.difference(self.ids)))

    def __contains__(self, word: str) -> bool:
        return self.is_open or word in self.ids or word in self.broken


def check(word: str, known: Known, place: Place, desk: Desk) -> None:
    if word not in known:
        said = UNKNOWN[known.list_name](word)
        desk.error(place, "unknown-reference", said, hint(word, known) if desk.suggests else None)


def hint(word: str, known: Known) -> Sentence:
    """The id that was meant, or the short list there is to choose from, or where to add it."""
    written = known.written
    near = did_you_mean(word, written)
    if near:
        return near
    if 0 < len(written) <= SHORT_LIST:
        return sentence("write one of: {ids}", ids=", ".join(written))
    return sentence('add it to "{list}" in {file} first', list=known.list_name, file=known.file)
