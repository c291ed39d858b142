"""content/theme/extra.css: what an association adds to the styles of its theme, without a theme of its own.

It comes after all layers of the theme and in none of them: a rule of its own wins whatever its selector is,
and a brace that is missing spoils nothing but itself. It is the webmaster's, and trusted as the settings are;
what is refused is only what a page of the site never does: to ask another host for something.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from ..content.site import OWN_STYLE
from ..content.yaml.source import Source, read_text
from ..problems import ContentError, Problem, sentence

COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
IMPORT = re.compile(r"@import\b[^;]*", re.IGNORECASE)
ELSEWHERE = re.compile(r"(?:url|src|image-set)\(\s*[\"']?((?:https?:)?//[^\"')\s]*)", re.IGNORECASE)
LONGEST_SHOWN = 60


def own_style(content: Path) -> str:
    """'' without one; ContentError when it cannot be read."""
    file = content / OWN_STYLE
    return read_text(file, shown(content)) if file.exists() else ""


def shown(content: Path) -> str:
    return f"{content.name}/{OWN_STYLE}"


def style_problems(content: Path) -> Iterator[Problem]:
    try:
        written = own_style(content)
    except ContentError as error:
        yield from error.problems
        return
    rules = Source(COMMENT.sub(blank, written), shown(content))
    for statement in IMPORT.finditer(rules.text):
        yield Problem(
            rules.place_at(statement.start()),
            "style-of-others",
            sentence('found "{statement}", expected rules alone', statement=statement[0][:LONGEST_SHOWN]),
            sentence("write the rules of that file here"),
        )
    for address in ELSEWHERE.finditer(IMPORT.sub(blank, rules.text)):
        yield Problem(
            rules.place_at(address.start(1)),
            "style-of-others",
            sentence('found "{url}": pages ask no other host for anything', url=address[1][:LONGEST_SHOWN]),
            sentence(
                "put that file into a folder below {folder}, name it in STATIC_PATHS, and write {example}",
                folder=content.name,
                example="url(../fonts/titre.woff2)",
            ),
        )


def blank(found: re.Match[str]) -> str:
    """As long as it, so that places stay what they are."""
    return re.sub(r"[^\n]", " ", found[0])
