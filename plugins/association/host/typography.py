"""French spacing, applied to what visitors read: no line begins with a colon.

Lexique des règles typographiques en usage à l'Imprimerie nationale: no-break
space before ':' and inside guillemets, narrow no-break space before '; ! ?'.
"""

import re

from ..domain.naming import is_french

NO_BREAK = "\u00a0"
NARROW = "\u202f"

WIDE_BEFORE = re.compile(r"[ \u00a0](?=[:»%€](?:\W|$))")
NARROW_BEFORE = re.compile(r"[ \u00a0](?=[;!?]+(?:\W|$))")
AFTER_OPENING = re.compile(r"«[ \u00a0]?(?=\S)")
CONCERNED = re.compile(r"[:;!?«»%€]| h\b")
"""What one of the rules may find something in; most lines have none of it."""
HOUR = re.compile(r"(?<=\d) h(?: (?=\d\d\b)|\b)")
APOSTROPHE = re.compile(r"(?<=[^\W\d_])'(?=\w)")


def french(text: str) -> str:
    if not CONCERNED.search(text):
        return text
    text = WIDE_BEFORE.sub(NO_BREAK, text)
    text = NARROW_BEFORE.sub(NARROW, text)
    text = AFTER_OPENING.sub(f"«{NO_BREAK}", text)
    return HOUR.sub(lambda match: match.group().replace(" ", NO_BREAK), text)


def typeset(text: str, language: str) -> str:
    """For titles and names: only spaces change, so that a name stays as its owner writes it."""
    return french(text) if is_french(language) else text


def typeset_prose(text: str, language: str) -> str:
    if not is_french(language):
        return text
    return APOSTROPHE.sub("’", french(text)) if "'" in text else french(text)
