from re import Pattern
from xml.etree.ElementTree import Element

from ..blockprocessors import BlockProcessor
from ..inlinepatterns import InlineProcessor
from . import Extension

class FootnoteExtension(Extension): ...

class FootnoteBlockProcessor(BlockProcessor):
    RE: Pattern[str]
    def __init__(self, footnotes: FootnoteExtension) -> None: ...
    def run(self, parent: Element, blocks: list[str]) -> bool: ...

class FootnoteInlineProcessor(InlineProcessor):
    footnotes: FootnoteExtension
