"""What the keys of the files mean, in Dutch and in English: by the French of the shapes."""

from collections.abc import Mapping
from typing import Final

HINTS: Final[Mapping[str, tuple[str, str]]] = {}
