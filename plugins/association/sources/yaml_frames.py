"""The lists and mappings that are open while a YAML text is read, one inside the other."""

from typing import Final

from .tree import Mark, Parts, Step, Value, Written

NAMELESS: Final = ""  # stands for a key that is wrong: its value is left out


class TopLevel:
    """Around everything; takes the one value of the document."""

    key = step = NAMELESS

    def __init__(self) -> None:
        self.value: Value | None = None
        self.written: Written = (None, None, None)

    def put(self, value: Value | None, mark: Mark, parts: Parts | None = None) -> None:
        self.value, self.written = value, (mark, parts, None)

    def next_step(self) -> Step:
        return NAMELESS


class OpenList:
    """`key` is never None: a list does not wait for one."""

    __slots__ = ("data", "parts", "step")

    key = NAMELESS

    def __init__(self, step: Step) -> None:
        self.step = step
        self.data: list[Value] = []
        self.parts: list[Written] = []

    def put(self, value: Value | None, mark: Mark, parts: Parts | None = None) -> None:
        if value is not None:
            self.data.append(value)
            self.parts.append((mark, parts, None))

    def next_step(self) -> Step:
        return len(self.data)


class OpenMapping:
    """`key` waits for its value; None while the mapping waits for a key."""

    __slots__ = ("data", "key", "key_mark", "parts", "step")

    def __init__(self, step: Step) -> None:
        self.step = step
        self.key: str | None = None
        self.key_mark: Mark | None = None
        self.data: dict[str, Value] = {}
        self.parts: dict[str, Written] = {}

    def put(self, value: Value | None, mark: Mark, parts: Parts | None = None) -> None:
        """A key without value leaves only its place behind."""
        key, self.key = self.key, None
        if key == NAMELESS:
            return
        if value is None:
            self.parts[key] = (None, None, self.key_mark)
        else:
            self.data[key] = value
            self.parts[key] = (mark, parts, self.key_mark)

    def next_step(self) -> Step:
        return self.key or NAMELESS


Frame = TopLevel | OpenList | OpenMapping
