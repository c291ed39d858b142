"""What a value is known by: the same few octets for equal values, in this process and in the next one.

Only for values that cannot change: texts, numbers, dates, tuples, mappings, frozen dataclasses, and functions
of a module with the values that they are called with (functools.partial). Whatever could hide something, such
as a closure, is refused: a page that was made from it could be taken for the same although it is not.
"""

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import Enum
from functools import partial
from hashlib import blake2b
from operator import attrgetter
from pathlib import Path
from types import FunctionType, MappingProxyType
from typing import Any
from zoneinfo import ZoneInfo

Digest = bytes
Writer = Callable[[Any], bytes]
LENGTH = 16
PLAIN = (int, float, bool, type(None), date, datetime, time, timedelta, Decimal, ZoneInfo)


class Undigestible(TypeError):
    """Nothing says whether two such values are the same: a fault of the program, not of a site."""


class Digests:
    """Remembers those of large values, and with them the values themselves, from one build to the next."""

    def __init__(self) -> None:
        self.known: dict[int, tuple[object, bytes]] = {}
        self.former: dict[int, tuple[object, bytes]] = {}
        self.writers: dict[type, Writer] = {}

    def begin(self) -> None:
        """Anew: what has not been met since the last time is forgotten."""
        self.former = dict(self.known)
        self.known.clear()  # the writers hold it

    def forget(self) -> None:
        """What only another build would ask for: a fifth of the memory that a large site takes."""
        self.known.clear()
        self.former.clear()

    def of(self, *values: object) -> Digest:
        return digest(b"".join(map(self.written, values)))

    def written(self, value: object) -> bytes:
        """Octets that no other value has; a digest in place of what is large."""
        kind = type(value)
        if isinstance(value, str) and kind is str:
            return text_written(value)
        writer = self.writers.get(kind)
        if writer is None:
            writer = self.writers[kind] = self.writer_of(kind)
        return writer(value)

    def writer_of(self, kind: type) -> Writer:
        if hasattr(kind, "made_from"):  # of what is no dataclass, or keeps more than it is made from
            return self.large(kind, lambda value: self.written(value.made_from()))
        if is_dataclass(kind):
            return self.dataclass_writer(kind)
        if issubclass(kind, Enum):
            return small(kind, lambda value: text_written(str(value.name)))
        if issubclass(kind, str | Path):
            return small(kind, lambda value: text_written(str(value)))
        if issubclass(kind, tuple):
            return self.large(kind, lambda value: b"".join(map(self.written, value)))
        if issubclass(kind, dict | MappingProxyType):
            return self.large(kind, self.mapping)
        return self.writer_of_others(kind)

    def writer_of_others(self, kind: type) -> Writer:
        if kind in PLAIN:
            return small(kind, lambda value: repr(value).encode())
        if kind is bytes:
            return small(kind, digest)
        if kind is frozenset:
            return small(kind, lambda value: b"".join(sorted(map(self.of, value))))
        if kind is FunctionType:
            return function_written
        if issubclass(kind, type):
            return lambda value: f"{value.__module__}.{value.__qualname__}".encode()
        if kind is partial:
            return small(kind, self.call)
        raise Undigestible(f"{kind.__module__}.{kind.__qualname__} is no value that a page can be made from")

    def dataclass_writer(self, kind: type) -> Writer:
        """Of the fields that tell whether two are equal."""
        if not kind.__dataclass_params__.frozen:  # type: ignore[attr-defined]  # as dataclasses.py sets it
            raise Undigestible(f"{kind.__qualname__} is not frozen")
        names = [field.name for field in fields(kind) if field.compare]
        if not names:
            return small(kind, lambda value: b"")
        values = attrgetter(*names)
        if len(names) == 1:
            return self.large(kind, lambda value: self.written(values(value)))
        return self.large(kind, lambda value: b"".join(map(self.written, values(value))))

    def large(self, kind: type, write: Writer) -> Writer:
        """Remembered, and told by its digest."""
        name, known = name_of(kind), self.known

        def written(value: object) -> bytes:
            found = known.get(id(value))
            if found is None:
                found = self.former.get(id(value)) or (value, digest(name + write(value)))
                known[id(value)] = found
            return found[1]

        return written

    def mapping(self, value: Mapping[object, object]) -> bytes:
        """In its order, which a page may show."""
        return b"".join(self.written(key) + self.written(part) for key, part in value.items())

    def call(self, value: "partial[object]") -> bytes:
        return b"".join(map(self.written, (value.func, value.args, value.keywords)))


def small(kind: type, write: Writer) -> Writer:
    """Values of two kinds are never the same: 1 is not True."""
    name = name_of(kind)

    def written(value: object) -> bytes:
        content = write(value)
        return b"%b%d:%b" % (name, len(content), content)

    return written


def name_of(kind: type) -> bytes:
    return f"{kind.__module__}.{kind.__qualname__} ".encode()


def digest(content: bytes) -> Digest:
    return blake2b(content, digest_size=LENGTH).digest()


def text_written(text: str) -> bytes:
    octets = text.encode("utf-8", "surrogatepass")
    return b"%d:%b" % (len(octets), octets)


def function_written(function: FunctionType) -> bytes:
    if function.__closure__ or "<" in function.__qualname__:
        raise Undigestible(f"{function.__qualname__} may hide what it is made from; pass it as an argument")
    return f"{function.__module__}.{function.__qualname__}".encode()
