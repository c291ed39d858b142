"""What YAML allows and Assosite does not, said to an editor who never heard of YAML's finer points."""

from yaml import events

from ..problems import sentence
from .refusal import Refusal
from .tree import Value

STANDARD_TAG = "tag:yaml.org,2002:"
NO_BREAK_SPACES = ("\u00a0", "\u202f")


def alias(name: str) -> Refusal:
    return Refusal(
        "yaml-alias",
        sentence('"{found}" is a YAML alias; aliases are not used here', found=f"*{name}"),
        sentence('write the value out, or put it in quotes if the "*" belongs to the text'),
    )


def decoration(event: events.NodeEvent) -> Refusal:
    """Of what carries an anchor or a tag."""
    if event.anchor:
        return Refusal(
            "yaml-alias",
            sentence('"{found}" is a YAML anchor; anchors are not used here', found=f"&{event.anchor}"),
            sentence('delete it, or put the value in quotes if the "&" belongs to the text'),
        )
    return Refusal(
        "yaml-tag",
        sentence('"{found}" is a YAML tag; tags are not used here', found=shown_tag(event.tag)),
        sentence('delete it, or put the value in quotes if the "!" belongs to the text'),
    )


def shown_tag(tag: str) -> str:
    return "!!" + tag.removeprefix(STANDARD_TAG) if tag.startswith(STANDARD_TAG) else tag


def of_key(key: str) -> Refusal | None:
    if key.isalnum():
        return None
    if not key.strip():
        return Refusal(
            "yaml-key",
            sentence('nothing stands before the ":", expected a key'),
            sentence('write "key: value"'),
        )
    if key == "<<":
        return Refusal(
            "yaml-merge",
            sentence('"<<" is a YAML merge key; merge keys are not used here'),
            sentence("write the keys out"),
        )
    if key.startswith(NO_BREAK_SPACES) or key.endswith(NO_BREAK_SPACES):
        return Refusal(
            "yaml-space",
            sentence('a no-break space touches the key "{key}", expected ordinary spaces', key=key.strip()),
            sentence("delete the spaces and type them again"),
        )
    return None


def duplicate(key: str, first_line: int) -> Refusal:
    return Refusal(
        "duplicate-key",
        sentence('"{key}" stands here a second time; the first is on line {line}', key=key, line=first_line),
        sentence("keep only one of them"),
    )


def composed_key() -> Refusal:
    return Refusal(
        "yaml-key",
        sentence("found a list or a group of keys where a key is expected"),
        sentence('write "key: value"; put a text that begins with "[" or "{{" in quotes'),
    )


def too_deep(deepest: int) -> Refusal:
    return Refusal(
        "yaml-depth",
        sentence("found more than {deepest} levels of lists or keys inside one another", deepest=deepest),
        sentence("check the brackets and the indentation"),
    )


def too_many(most: int) -> Refusal:
    return Refusal(
        "too-large",
        sentence("this file has more than {most} keys and values", most=most),
        sentence("take out what was pasted by mistake"),
    )


def second_document() -> Refusal:
    return Refusal(
        "yaml-documents",
        sentence('found a second "---" line, expected a single document'),
        sentence('delete this "---" line'),
    )


def directive() -> Refusal:
    return Refusal(
        "yaml-directive",
        sentence('found a line that begins with "%"; YAML directives are not used here'),
        sentence("delete it"),
    )


def not_a_mapping(found: Value) -> Refusal:
    hint = sentence('write lines such as "key: value"')
    if isinstance(found, str):
        return Refusal("yaml-top-level", sentence('found "{found}", expected a key', found=found), hint)
    return Refusal("yaml-top-level", sentence("found a list, expected keys"), hint)


def swallowed_dash() -> Refusal:
    return Refusal(
        "yaml-indentation",
        sentence('this "-" does not line up with the "-" above'),
        sentence('begin it in the same column, or put the text above in quotes if the "-" belongs to it'),
    )
