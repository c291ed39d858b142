"""Charts for any width: lengths are shares of it, in per cent, and the text beside them keeps its size.

Numbers and what they stand for only; the template draws and says the words, and the table beside each
chart says all of it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from .projection import half

# A bar lies below its name; its number stands behind it.
ROW, NAME, BAR, BAR_HEIGHT, NUMBER = 44, 14, 22, 14, 34
LONGEST, LONGEST_NAME = 84, 40
MOST_BARS, MOST_COLUMNS = 15, 60
# Columns stand above their names; all must be legible on a chart 280 pixels wide.
NARROW, CHARACTER, GAP = 280, 8, 6
TOP, TALLEST, FOOT = 20, 120, 24
SIDE, FULL = 7, 100
# Of its share of the width, what a column fills; and that share, where there are few.
FILLED, WIDEST = 0.8, 16


@dataclass(frozen=True, slots=True)
class Amount:
    """name: what is counted; number: the count as it is written."""

    name: str
    count: int
    number: str


@dataclass(frozen=True, slots=True)
class Bar:
    """length in per cent; the rest in pixels. others: how many amounts it sums up, 0 for one of its own."""

    name: str
    number: str
    length: float
    name_y: float
    bar_y: float
    number_y: float
    others: int = 0


@dataclass(frozen=True, slots=True)
class Bars:
    height: int
    thickness: int
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """left, width and middle in per cent; name and number are empty where there is no room for them."""

    name: str
    number: str
    left: float
    width: float
    middle: float
    top: float
    height: float


@dataclass(frozen=True, slots=True)
class ColumnLayout:
    """foot: where columns stand; name_y: where their names are written."""

    height: int
    foot: int
    name_y: int
    columns: tuple[Column, ...]


def bars(amounts: Sequence[Amount], rest: Amount | None = None, others: int = 0) -> Bars:
    """In the order given; `rest` stands for `others` more, which have no bar of their own."""
    drawn = (*amounts, *((rest,) if rest else ()))
    most = max((amount.count for amount in drawn), default=1)
    made = tuple(_bar(amount, row, most, 0) for row, amount in enumerate(amounts))
    last = (_bar(rest, len(amounts), most, others),) if rest else ()
    return Bars(ROW * len(drawn), BAR_HEIGHT, made + last)


def columns(amounts: Sequence[Amount]) -> ColumnLayout:
    """From left to right; an amount of nothing leaves its place empty."""
    most = max((amount.count for amount in amounts), default=1) or 1
    step = min(WIDEST, (FULL - 2 * SIDE) / max(1, len(amounts)))
    longest = max((len(amount.number) for amount in amounts), default=0)
    has_numbers = len(amounts) * (longest * CHARACTER + GAP) <= NARROW
    every = _every(amounts)
    made = tuple(
        _column(
            amount if has_numbers else Amount(amount.name, amount.count, ""),
            place,
            step,
            most,
            (len(amounts) - 1 - place) % every == 0,
        )
        for place, amount in enumerate(amounts)
    )
    return ColumnLayout(TOP + TALLEST + FOOT, TOP + TALLEST, TOP + TALLEST + FOOT - GAP, made)


def _bar(amount: Amount, row: int, most: int, others: int) -> Bar:
    return Bar(
        name=_shortened(amount.name),
        number=amount.number,
        length=round(LONGEST * amount.count / most, 1),
        name_y=ROW * row + NAME,
        bar_y=ROW * row + BAR,
        number_y=ROW * row + NUMBER,
        others=others,
    )


def _shortened(name: str) -> str:
    """The table has the whole of it."""
    return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1].rstrip()}…"


def _every(amounts: Sequence[Amount]) -> int:
    """Each, every second, third… name is written, counted from the last."""
    longest = max((len(amount.name) for amount in amounts), default=1)
    room = max(1, NARROW // (longest * CHARACTER + GAP))
    return -(-len(amounts) // room) or 1


def _column(amount: Amount, place: int, step: float, most: int, has_name: bool) -> Column:
    tall = half(TALLEST * amount.count / most)
    left = SIDE + place * step
    return Column(
        name=amount.name if has_name else "",
        number=amount.number if amount.count else "",
        left=round(left + step * (1 - FILLED) / 2, 2),
        width=round(step * FILLED, 2),
        middle=round(left + step / 2, 2),
        top=TOP + TALLEST - tall,
        height=tall,
    )
