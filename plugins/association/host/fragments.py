"""`{% shared by KEY %}…{% endshared %}` in templates: a part that pages have in common, rendered once.

The frame of a page is the same on all pages from which the same way leads to the root of the site, and half
of what a template engine does for a page is its frame. The key names all that the part depends on beside the
site; what else the part says of its page would be that of the first page it was rendered for.
"""

from collections.abc import Callable

from jinja2 import Environment, nodes
from jinja2.ext import Extension
from jinja2.parser import Parser
from markupsafe import Markup


class Fragments(Extension):
    tags = frozenset({"shared"})

    def __init__(self, environment: Environment) -> None:
        super().__init__(environment)
        self.rendered: dict[tuple[str, object], Markup] = {}

    def parse(self, parser: Parser) -> nodes.Node:
        line = next(parser.stream).lineno
        parser.stream.expect("name:by")
        key = parser.parse_expression()
        body = parser.parse_statements(("name:endshared",), drop_needle=True)
        place = nodes.Const(f"{parser.name}:{line}")
        call = self.call_method("once", [place, key], lineno=line)
        return nodes.CallBlock(call, [], [], body, lineno=line)

    def once(self, place: str, key: object, caller: Callable[[], Markup]) -> Markup:
        """caller: renders the part for the page at hand."""
        if (place, key) not in self.rendered:
            self.rendered[place, key] = caller()
        return self.rendered[place, key]
