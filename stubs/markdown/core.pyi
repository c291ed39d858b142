from collections.abc import Mapping, Sequence
from typing import Self

from .blockparser import BlockParser
from .extensions import Extension
from .inlinepatterns import Pattern
from .preprocessors import Preprocessor
from .treeprocessors import Treeprocessor
from .util import HtmlStash, Registry

class Markdown:
    ESCAPED_CHARS: list[str]
    htmlStash: HtmlStash
    parser: BlockParser
    registeredExtensions: list[Extension]
    preprocessors: Registry[Preprocessor]
    inlinePatterns: Registry[Pattern]
    treeprocessors: Registry[Treeprocessor]
    def __init__(
        self,
        *,
        extensions: Sequence[str | Extension] = (),
        extension_configs: Mapping[str, Mapping[str, object]] = ...,
        output_format: str = "xhtml",
        tab_length: int = 4,
    ) -> None: ...
    def registerExtensions(
        self, extensions: Sequence[str | Extension], configs: Mapping[str, Mapping[str, object]]
    ) -> Self: ...
    def reset(self) -> Self: ...
    def convert(self, source: str) -> str: ...
