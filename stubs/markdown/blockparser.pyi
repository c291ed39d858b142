from .blockprocessors import BlockProcessor
from .util import Registry

class BlockParser:
    blockprocessors: Registry[BlockProcessor]
