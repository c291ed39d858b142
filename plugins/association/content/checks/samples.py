"""What `new site` left to be completed, and nobody has yet: one remark for each file, at the first place."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from ...problems import Place, Problem, Severity, sentence

MARK = re.compile(r"\[(?:à compléter|in te vullen|to complete)\s*:", re.IGNORECASE)


def samples_left(files: Iterable[tuple[str, Path]]) -> Iterator[Problem]:
    """files: each with its name in the site. What is not UTF-8 is told by whoever reads it."""
    for name, file in files:
        text = file.read_text("utf-8", errors="replace")
        found = tuple(MARK.finditer(text))
        if found:
            line = text.count("\n", 0, found[0].start()) + 1
            column = found[0].start() - text.rfind("\n", 0, found[0].start())
            said = sentence("still to complete here: {count}", count=len(found))
            hint = sentence("write what belongs between the brackets, and take them out")
            yield Problem(Place(name, line, column), "sample-text", said, hint, Severity.WARNING)
