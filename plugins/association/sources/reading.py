"""One YAML file of the association, read as far as it can be."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

from ..problems import Place, sentence
from .desk import Desk, wrong
from .references import Known
from .shapes.base import Shape
from .spots import Spot
from .text_files import read_text
from .validation import Parsed, parse
from .yaml_tree import lenient_tree

ShapeT = TypeVar("ShapeT", bound=Shape)


@dataclass(frozen=True, slots=True)
class Reading(Generic[ShapeT]):
    """value: empty when the file is missing or cannot be read (`parsed` is None then)."""

    file: str
    value: ShapeT
    parsed: Parsed[ShapeT] | None = None
    is_readable: bool = True

    def entries(self, list_name: str) -> Iterator[tuple[Any, Spot]]:
        """Each entry of a list of `value`, and where it begins."""
        if self.parsed:
            for entry, index in zip(
                self._list(list_name), self.parsed.indexes.get(list_name, ()), strict=True
            ):
                yield entry, Spot(self.parsed.tree, (list_name, index))

    def _list(self, list_name: str) -> tuple[Any, ...]:
        return getattr(self.value, list_name) or ()

    def known(self, list_name: str) -> Known:
        broken = self.parsed.broken_ids.get(list_name, frozenset()) if self.parsed else frozenset()
        ids = tuple(entry.id for entry in self._list(list_name))
        return Known(list_name, self.file, ids, broken, is_open=self._is_open(list_name))

    def _is_open(self, list_name: str) -> bool:
        """Nothing is known of a list in an unreadable file, or of something that is no list."""
        if not self.parsed:
            return not self.is_readable
        written = self.parsed.tree.data
        return self.parsed.value is None or not isinstance(written.get(list_name), list | None)


def read(shape: type[ShapeT], path: Path, desk: Desk) -> Reading[ShapeT]:
    file = desk.site.name_of(path)
    if not os.path.lexists(path):
        return Reading(file, shape())
    with desk.noting():
        refuse_link_out(path, file, desk)
        parsed = parse(shape, lenient_tree(read_text(path, file), file))
        desk.problems.extend(parsed.problems)
        return Reading(file, parsed.value or shape(), parsed, is_readable=parsed.value is not None)
    return Reading(file, shape(), is_readable=False)


def refuse_link_out(path: Path, file: str, desk: Desk) -> None:
    """Out of the folder of the site, or of the one that holds its content: either may be a link itself."""
    homes = (Path(os.path.realpath(desk.site.root)), Path(os.path.realpath(desk.site.content)).parent)
    end = Path(os.path.realpath(path))
    if path.is_symlink() and not any(end.is_relative_to(home) for home in homes):
        raise wrong(
            Place(file),
            "outside-site",
            sentence("this symbolic link leads out of the folder of the site"),
            sentence("put the file itself there, or name it in the settings: MEMBERS_FILE, COMMISSIONS_FILE"),
        )
