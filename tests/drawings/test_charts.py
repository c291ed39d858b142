"""The geometry of charts: shares of a width that nobody knows yet."""

from itertools import pairwise

from association.drawings.charts import Amount, Bars, ColumnLayout, bars, columns


def amounts(*counts: int) -> tuple[Amount, ...]:
    return tuple(Amount(f"n{place}", count, str(count)) for place, count in enumerate(counts))


def years(first: int, *counts: int) -> tuple[Amount, ...]:
    return tuple(Amount(str(first + place), count, str(count)) for place, count in enumerate(counts))


def picture(drawing: Bars) -> tuple[str, ...]:
    """`n0 84% 12`: a bar on each line."""
    return tuple(f"{bar.name} {bar.length:g}% {bar.number}" for bar in drawing.bars)


def named(drawing: ColumnLayout) -> tuple[str, ...]:
    return tuple(column.name for column in drawing.columns if column.name)


def test_bars_are_in_proportion_and_leave_room_for_their_numbers() -> None:
    """The longest takes most of the width, not all of it."""
    found = picture(bars(amounts(12, 6, 3)))

    assert ("n0 84% 12", "n1 42% 6", "n2 21% 3") == found


def test_the_rest_is_one_more_bar() -> None:
    """It knows how many amounts it stands for."""
    drawing = bars(amounts(4, 2), Amount("", 8, "8"), 24)

    assert ((" 84% 8"), 24, 0) == (picture(drawing)[-1], drawing.bars[-1].others, drawing.bars[0].others)


def test_bars_stand_below_each_other() -> None:
    """Each has a line for its name; all are within the height."""
    drawing = bars(amounts(1, 2, 3))
    tops = [(bar.name_y, bar.bar_y) for bar in drawing.bars]

    assert sorted(y for pair in tops for y in pair) == [y for pair in tops for y in pair]
    assert drawing.bars[-1].bar_y + drawing.thickness <= drawing.height


def test_a_long_name_is_cut_where_a_telephone_ends() -> None:
    """Forty letters at most, the last an ellipsis."""
    (bar,) = bars((Amount("Accompagnement à la transformation numérique", 1, "1"),)).bars

    assert ("Accompagnement à la transformation numé…", 40) == (bar.name, len(bar.name))


def test_columns_share_the_width_without_touching_its_edges() -> None:
    """From left to right, equally wide, with gaps."""
    found = columns(years(2020, 3, 1, 2)).columns
    widths = {column.width for column in found}
    gaps = [round(b.left - a.left - a.width, 1) for a, b in pairwise(found)]

    assert ({12.8}, [3.2, 3.2], True) == (widths, gaps, found[0].left > 5)


def test_many_columns_leave_both_edges_free() -> None:
    """The names below the first and the last are not cut."""
    found = columns(years(1990, *[2] * 37)).columns

    assert (True, True) == (found[0].left > 5, 90 < found[-1].left + found[-1].width < 95)


def test_columns_stand_on_the_foot_in_proportion() -> None:
    """Twice the members, twice the height."""
    drawing = columns(years(2020, 4, 2, 0))
    found = [(column.top + column.height, column.height) for column in drawing.columns]

    assert [(drawing.foot, 120), (drawing.foot, 60), (drawing.foot, 0)] == found


def test_a_year_of_nobody_has_a_place_and_no_number() -> None:
    """The gap is what it tells."""
    _, empty, _ = columns(years(2020, 4, 0, 2)).columns

    assert (0, "", "2021") == (empty.height, empty.number, empty.name)


def test_all_names_are_written_while_there_is_room() -> None:
    """Seven years on a telephone."""

    assert tuple(map(str, range(2020, 2027))) == named(columns(years(2020, *range(1, 8))))


def test_of_many_years_every_second_third_or_tenth_is_named() -> None:
    """The last one always is."""

    assert ("2017", "2020", "2023", "2026") == named(columns(years(2011, *[3] * 16)))[-4:]
    assert len(named(columns(years(1967, *[3] * 60)))) <= 7


def test_numbers_are_left_out_where_they_would_touch() -> None:
    """The table has them."""
    few, many = columns(years(2020, 12, 7)), columns(years(1990, *[12] * 30))

    assert (["12", "7"], {""}) == ([c.number for c in few.columns], {c.number for c in many.columns})


def test_no_members_at_all_is_no_division_by_zero() -> None:
    """An empty chart is a line."""

    assert (0, [0]) == (bars(()).height, [column.height for column in columns(years(2020, 0)).columns])
