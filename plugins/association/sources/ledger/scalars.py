"""Values as an editor would write them: plain where that is understood, else between quotation marks."""

import re
from collections.abc import Mapping, Sequence

Field = str | Sequence[str] | Mapping[str, str]
"""What is written after a key: a text, a list of texts, or texts by key."""

# Narrower than YAML, so that other tools read the same as we do.
PLAIN = re.compile(r"[\w/(«+][^\x00-\x1f\x7f-\x9f]*")
NOT_PLAIN = re.compile(r":(?=\s|$)|\s#|\s$")
NOT_PLAIN_IN_FLOW = re.compile(r"[,\[\]{}?\"'`]|:(?!//)")
OTHER_MEANING = re.compile(r"null|0\d+|[\d_]+:[\d:_]+", re.IGNORECASE)
ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"})


def written(value: Field, margin: int, in_flow: bool = False, style: str = "") -> str:
    """What stands after "key: ".

    margin: the column of lines that go on below. style: of the text that stood there before.
    """
    if isinstance(value, str):
        return scalar(value, margin, in_flow, style)
    if isinstance(value, Mapping):
        pairs = (f"{scalar(key, 0, True)}: {scalar(part, 0, True)}" for key, part in value.items())
        return "{" + ", ".join(pairs) + "}"
    return "[" + ", ".join(scalar(part, 0, True) for part in value) + "]"


def scalar(text: str, margin: int, in_flow: bool, style: str = "") -> str:
    if "\n" in text and not in_flow and fits_block(text):
        return literal(text, margin)
    if style not in ("'", '"') and is_plain(text, in_flow):
        return text
    return f'"{text.translate(ESCAPES)}"'


def is_plain(text: str, in_flow: bool) -> bool:
    return (
        PLAIN.fullmatch(text) is not None
        and NOT_PLAIN.search(text) is None
        and OTHER_MEANING.fullmatch(text) is None
        and not (in_flow and NOT_PLAIN_IN_FLOW.search(text))
    )


def fits_block(text: str) -> bool:
    """Whether a "|" keeps it: indentation of the first line and tabs would be understood otherwise."""
    return not text[:1].isspace() and "\t" not in text


def literal(text: str, margin: int) -> str:
    lines = (f"{' ' * margin}{line}" if line.strip() else "" for line in text.rstrip("\n").split("\n"))
    return "\n".join(("|", *lines))
