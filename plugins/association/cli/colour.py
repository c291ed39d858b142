"""Colour in what is told of problems, for a person at a terminal; all others get the same line without it."""

import os
import re
import sys
from collections.abc import Mapping
from typing import TextIO

PLACE = re.compile(r"^(?P<place>[^\n]+?:\d+:\d+: )(?P<severity>error|warning)(?=: )", re.MULTILINE)
BOLD, RED, YELLOW, PLAIN = "\x1b[1m", "\x1b[1;31m", "\x1b[1;33m", "\x1b[0m"
COLOURS = {"error": RED, "warning": YELLOW}


def painted(told: str, stream: TextIO | None = None, environment: Mapping[str, str] = os.environ) -> str:
    """Lines `file:line:column: error: …`, for that stream; standard error if none is named."""
    return PLACE.sub(paint, told) if is_coloured(stream or sys.stderr, environment) else told


def paint(found: re.Match[str]) -> str:
    place, severity = found["place"], found["severity"]
    return f"{BOLD}{place}{PLAIN}{COLOURS[severity]}{severity}{PLAIN}"


def is_coloured(stream: TextIO, environment: Mapping[str, str]) -> bool:
    """https://no-color.org; the window of an old Windows would show the codes themselves."""
    is_plain = environment.get("NO_COLOR") or environment.get("TERM", "").lower() in ("dumb", "unknown")
    return stream.isatty() and not is_plain and (os.name != "nt" or "WT_SESSION" in environment)
