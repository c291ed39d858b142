"""How messages name the thing that lacks something: by its id or name, else by its position."""

from collections.abc import Callable, Mapping

from ..problems import Sentence, sentence
from .tree import Path

Lack = Callable[[str, str], Sentence]

# One template per kind of thing: other languages need its gender.
LACKS: Mapping[str, Lack] = {
    "types": lambda name, key: sentence('type "{name}" has no "{key}"', name=name, key=key),
    "skills": lambda name, key: sentence('skill "{name}" has no "{key}"', name=name, key=key),
    "towns": lambda name, key: sentence('town "{name}" has no "{key}"', name=name, key=key),
    "members": lambda name, key: sentence('member "{name}" has no "{key}"', name=name, key=key),
    "people": lambda name, key: sentence('person "{name}" has no "{key}"', name=name, key=key),
    "partners": lambda name, key: sentence('partner "{name}" has no "{key}"', name=name, key=key),
    "benefits": lambda name, key: sentence('benefit "{name}" has no "{key}"', name=name, key=key),
    "venues": lambda name, key: sentence('venue "{name}" has no "{key}"', name=name, key=key),
    "commissions": lambda name, key: sentence('commission "{name}" has no "{key}"', name=name, key=key),
    "meetings": lambda name, key: sentence('meeting "{name}" has no "{key}"', name=name, key=key),
    "dates": lambda name, key: sentence('date "{name}" has no "{key}"', name=name, key=key),
}


def lack(key: str, owner: object, path: Path) -> Sentence:
    """That `owner`, which stands at `path`, has no `key`."""
    match path:
        case []:
            return sentence('found no "{key}"', key=key)
        case [*_, str(list_name), int(index)]:
            return lack_in_list(key, name_of(owner), list_name, index + 1)
    return sentence('"{owner}" has no "{key}"', owner=path[-1], key=key)


def lack_in_list(key: str, name: str | None, list_name: str, number: int) -> Sentence:
    if name and list_name in LACKS:
        return LACKS[list_name](name, key)
    return sentence('entry {number} of "{list}" has no "{key}"', number=number, list=list_name, key=key)


def name_of(owner: object) -> str | None:
    if not isinstance(owner, Mapping):
        return None
    names = (owner.get(key) for key in ("id", "name", "title", "member"))
    return next((name for name in names if isinstance(name, str)), None)
