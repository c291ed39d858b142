"""Macros sooner: a file of macros is evaluated once for many pages, and a call takes the short way.

Half of the time that Jinja takes for a page goes into calls, of macros, of `_()` and of `href()`.
"""

from collections.abc import Callable, Mapping
from types import FunctionType, MethodType
from typing import Any

from jinja2 import Template
from jinja2.environment import TemplateModule
from jinja2.runtime import Context, Macro

GIVEN = ("site", "href")
"""What macros imported with context see; all else that they need of a page they are given as arguments."""
PLAIN = frozenset((FunctionType, MethodType))


class PageTemplate(Template):
    """Jinja would evaluate a file of macros again for each template that imports it, some fifteen a page."""

    @property
    def made(self) -> dict[object, TemplateModule]:
        """By `href`, which is the same for all pages with the same way to the root."""
        return self.__dict__.setdefault("_made", {})

    def make_module(
        self,
        vars: dict[str, Any] | None = None,
        shared: bool = False,
        locals: Mapping[str, Any] | None = None,
    ) -> TemplateModule:
        if not vars or "href" not in vars:
            return super().make_module(vars, shared, locals)
        href = vars["href"]
        if href not in self.made:
            self.made[href] = super().make_module({name: vars[name] for name in GIVEN})
        return self.made[href]


class PageContext(Context):
    """Jinja looks three times whether what it calls wants the context; macros and most functions do not.

    Macros would be told whether to escape (jinja2/runtime.py: Macro.__call__); here they always do.
    """

    def call(__self, __obj: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        kind = type(__obj)
        if kind is not Macro and (kind not in PLAIN or hasattr(__obj, "jinja_pass_arg")):
            return super().call(__obj, *args, **kwargs)
        if kwargs:
            kwargs.pop("_block_vars", None)
            kwargs.pop("_loop_vars", None)
        return __obj(*args, **kwargs)
