from xml.etree.ElementTree import Element

from .blockparser import BlockParser

class BlockProcessor:
    parser: BlockParser
    def __init__(self, parser: BlockParser) -> None: ...
    def run(self, parent: Element, blocks: list[str]) -> bool | None: ...
