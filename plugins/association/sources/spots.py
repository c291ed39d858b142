"""A spot in a file: a tree and a path in it, from which places are asked only when something is wrong."""

from dataclasses import dataclass

from ..problems import Place
from .tree import Tree


@dataclass(frozen=True, slots=True)
class Spot:
    """Written like a path: `spot / "skills" / 2`."""

    tree: Tree
    path: tuple[str | int, ...] = ()

    def __truediv__(self, step: str | int) -> "Spot":
        return Spot(self.tree, (*self.path, step))

    @property
    def place(self) -> Place:
        """Where the value begins."""
        return self.tree.place(*self.path)

    @property
    def key_place(self) -> Place:
        """Where the key of the value begins."""
        return self.tree.key_place(*self.path)
