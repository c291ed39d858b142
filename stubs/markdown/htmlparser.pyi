from html.parser import HTMLParser

from .core import Markdown

class HTMLExtractor(HTMLParser):
    cleandoc: list[str]
    def __init__(self, md: Markdown) -> None: ...
