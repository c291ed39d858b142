from re import Pattern

from ..treeprocessors import Treeprocessor

class AttrListTreeprocessor(Treeprocessor):
    HEADER_RE: Pattern[str]
    BLOCK_RE: Pattern[str]
    INLINE_RE: Pattern[str]
