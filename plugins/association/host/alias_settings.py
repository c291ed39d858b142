"""ALIASES: old addresses of many pages at once, `{"/blog/{year}/{slug}.html": "/actualites/{slug}/"}`.

Whether there is anything to lead to, former_addresses.py finds out once the site is known.
"""

import re
from collections.abc import Iterator, Mapping
from string import Formatter

from ..content.fields.base import Refused
from ..content.fields.former import former_path
from ..problems import sentence
from .address_settings import bad
from .setting_kinds import Ground, SettingFault, SettingFaults, mapping, no_text

OF_A_DAY = ("year", "month", "day")
"""Parts that an old pattern may have beside those of the new one: of texts that have a day."""
NAME = re.compile(r"[a-z][a-z0-9_]*")
PART = re.compile(r"\{[^{}]*\}")


def old_patterns(setting: str, value: object, ground: Ground) -> SettingFaults:
    yield from mapping(setting, value, ground)
    for old, new in value.items() if isinstance(value, Mapping) else ():
        if not isinstance(old, str) or not isinstance(new, str):
            yield no_text(setting, new if isinstance(old, str) else old)
        else:
            found = (*wrong_path(setting, old), *wrong_path(setting, new))
            yield from found or wrong_parts(setting, old, new)


def wrong_path(setting: str, pattern: str) -> SettingFaults:
    """Whatever stands in its parts."""
    try:
        names = tuple(parts(pattern))
        former_path(PART.sub("x", pattern))
    except ValueError as error:
        faults = error.faults if isinstance(error, Refused) else ()
        for fault in faults:
            said = sentence(
                '{setting} has "{pattern}", expected a path of this site', setting=setting, pattern=pattern
            )
            yield bad(said, fault.refusal.hint)
        if not faults:
            yield bad_part(setting, pattern)
        return
    if len(names) > len(set(names)) or not all(NAME.fullmatch(name) for name in names):
        yield bad_part(setting, pattern)


def bad_part(setting: str, pattern: str) -> SettingFault:
    said = sentence(
        '{setting} has a part that is no name, or is there twice: "{pattern}"',
        setting=setting,
        pattern=pattern,
    )
    return bad(said, sentence("write parts such as {example}", example="{slug}"))


def parts(pattern: str) -> Iterator[str]:
    """ValueError when the braces do not match."""
    for _, name, form, conversion in Formatter().parse(pattern):
        if name is not None:
            yield name + (form or "") + (conversion or "")


def wrong_parts(setting: str, old: str, new: str) -> SettingFaults:
    had, wanted = set(parts(old)), set(parts(new))
    for name in sorted(wanted - had):
        said = sentence(
            '{setting} leads to "{new}", and the old address "{old}" has no "{name}"',
            setting=setting,
            new=new,
            old=old,
            name=f"{{{name}}}",
        )
        yield bad(said)
    for name in sorted(had - wanted - set(OF_A_DAY)):
        said = sentence(
            '{setting} has "{old}", and nothing tells what its "{name}" was',
            setting=setting,
            old=old,
            name=f"{{{name}}}",
        )
        hint = sentence(
            "beside the parts of the new address it may have {names}", names="{year}, {month}, {day}"
        )
        yield bad(said, hint)
