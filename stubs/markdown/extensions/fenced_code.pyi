from re import Pattern

from ..preprocessors import Preprocessor

class FencedBlockPreprocessor(Preprocessor):
    FENCED_BLOCK_RE: Pattern[str]
