from xml.etree.ElementTree import Element

from .blockprocessors import BlockProcessor
from .util import Registry

class State(list[str]):
    def set(self, state: str) -> None: ...
    def reset(self) -> None: ...

class BlockParser:
    blockprocessors: Registry[BlockProcessor]
    state: State
    def parseChunk(self, parent: Element, text: str) -> None: ...
