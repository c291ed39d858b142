"""Where a link written in Markdown leads: to a page of the site, a file of content/, or elsewhere."""

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from .pictures import PublishedImage

ROOT = "\ue000"
"""Stands for the way back to the root of the site until the page that shows a text is known."""

PELICAN_LINK = re.compile(r"[{|](?:filename|static|attach)[}|](.*)", re.DOTALL)
ELSEWHERE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//|#|$")


@dataclass(frozen=True, slots=True)
class Links:
    """Attributes:

    pages: address (from the site root) of each published file of content/, by its path below content/.
    images: the published form of each image of content/, by its path below content/.
    """

    pages: Mapping[str, str]
    images: Mapping[str, PublishedImage]

    def resolve(self, target: str, source: str) -> str:
        """`target` as written in the file `source` (a path below content/), as an address."""
        if target.startswith("/") and not target.startswith("//"):
            return self._address(target[1:])
        if ELSEWHERE.match(target):
            return target
        return self._address(self.path_of(target, source))

    def path_of(self, target: str, source: str) -> str:
        """Path below content/ of what a relative or {filename}-like target names."""
        pelican = PELICAN_LINK.match(target)
        written = unquote(pelican[1] if pelican else target)
        base = "" if written.startswith("/") else posixpath.dirname(source)
        path, mark, fragment = written.lstrip("/").partition("#")
        return posixpath.normpath(posixpath.join(base, path)) + mark + fragment

    def image(self, target: str, source: str) -> PublishedImage | None:
        path = target.lstrip("/") if target.startswith("/") else self.path_of(target, source)
        return self.images.get(path)

    def _address(self, path: str) -> str:
        name, mark, fragment = path.partition("#")
        if name in self.images:
            return ROOT + self.images[name].url
        return ROOT + self.pages.get(name, name) + mark + fragment
