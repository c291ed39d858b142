"""Python's search for rubbish, put off while it would find none."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def no_collection() -> Iterator[None]:
    """What a build or a check reads and makes stays in use until its end.

    Looking for rubbish in it takes a seventh of the time. What nothing refers to goes at once all the same;
    only what refers to itself stays until the end.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
