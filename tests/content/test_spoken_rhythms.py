"""Rhythms in the words that hands type: what they come to, and the rule offered for what no words say."""

import random
from datetime import date, datetime, timedelta
from itertools import product
from pathlib import Path

import icalendar
import pytest
import recurring_ical_events
from site_on_disk import association, report

from association.content.fields.recurrence import Every, On, OnDay, read_every, read_on
from association.content.fields.recurrence_wishes import rrule_of
from association.content.fields.rrule import rule_words
from association.domain.meetings import WEEKDAYS

TUESDAY, THURSDAY = OnDay(weekday="TU"), OnDay(weekday="TH")
FIRST, THIRD = OnDay(1, "TU"), OnDay(3, "TU")
EVERY = {
    Every("week", 1): """
        hebdomadaire | hebdo | tous les 8 jours | huit jours | une fois par semaine | weekly |
        wekelijks
    """,
    Every("week", 2): """
        quinzaine | toutes les quinzaines | chaque quinzaine | 15 jours | 15jours | quinze jours |
        tous les quinze jours | Tous les 15 jours | deux semaines | fortnight | every fortnight |
        every two weeks | every other week | every second week | om de week | om de andere week |
        tweewekelijks | 2 weken
    """,
    Every("month", 1): """
        chaque mois | mensuel | mensuelle | une fois par mois | par mois | monthly | once a month |
        every month | maandelijks | elke maand | eens per maand
    """,
    Every("month", 2): """
        bimestriel | bimestrielle | un mois sur deux | om de maand | tweemaandelijks
    """,
    Every("month", 3): """
        trimestre | trimestriel | tous les trimestres | chaque trimestre | une fois par trimestre |
        quarter | quarterly | every quarter | kwartaal | elk kwartaal | driemaandelijks |
        three months | trois mois
    """,
    Every("month", 6): """
        semestre | semestriel | chaque semestre | half-yearly | halfjaar | halfjaarlijks |
        zes maanden
    """,
    Every("year", 1): """
        annuel | annuelle | yearly | annually | jaarlijks
    """,
    Every("day", 1): """
        quotidien | daily | dagelijks | every day
    """,
    Every("day", 14): """
        14 jours | 14 days | 14 dagen | veertien dagen
    """,
    Every("month", 13): """
        treize mois | thirteen months | dertien maanden
    """,
}
ON = {
    (TUESDAY, THURSDAY): """
        mardi et jeudi | jeudi et mardi | mardi, jeudi | mardi,jeudi | mardi/jeudi | mardi & jeudi |
        mardi + jeudi | Mardis et Jeudis | les mardis et les jeudis | tous les mardis et jeudis |
        le mardi et le jeudi | mardi; jeudi | mardi et mardi et jeudi | tuesday and thursday |
        Tuesdays and Thursdays | every tuesday and thursday | tuesday, thursday |
        on tuesday and on thursday | dinsdag en donderdag | elke dinsdag en donderdag |
        op dinsdag en op donderdag
    """,
    (FIRST, THIRD): """
        1er et 3e mardi | 1ier et 3ième mardi | 1er et 3ème mardis |
        les 1er et 3e mardis du mois | le 1er et le 3e mardi |
        premier et troisième mardi | premiers et troisièmes mardis | 1er, 3e mardi |
        1er mardi et 3e mardi | 3e et 1er mardi | 1er/3e mardi | first and third tuesday |
        the first and third tuesdays | 1st and 3rd Tuesday of the month |
        first tuesday and third tuesday | on the first and the third tuesday of each month |
        eerste en derde dinsdag | de 1e en de 3e dinsdag
    """,
    (FIRST,): """
        1er mardi du mois | tous les premiers mardis du mois | chaque premier mardi |
        the 1st tuesday | 1ste dinsdag
    """,
    (OnDay(2, "WE"), OnDay(-1, "FR")): """
        2e mercredi et dernier vendredi | second wednesday and last friday |
        tweede woensdag en laatste vrijdag
    """,
    (FIRST, OnDay(2, "TU"), THIRD): """
        1er, 2e et 3e mardi | first, second and third tuesday
    """,
    (OnDay(month_day=1), OnDay(month_day=15)): """
        le 1er et le 15 | les 1er et 15 | le 1er et 15 du mois | 1er et 15 du mois |
        le 15 et le 1er de chaque mois | jours 1 et 15 | day 1 and 15 | the 1st and the 15th |
        1st and 15th of the month | de 1e en de 15e van de maand
    """,
    (OnDay(month_day=-1),): """
        dernier jour du mois | le dernier jour | last day of the month | laatste dag van de maand
    """,
    (OnDay(month_day=15), OnDay(month_day=-1)): """
        le 15 et le dernier jour du mois | the 15th and the last day
    """,
}
WISHES = {
    "les jours ouvrés": "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
    "tous les jours ouvrés": "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
    "weekdays": "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
    "working days": "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
    "werkdagen": "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
    "du lundi au vendredi": "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
    "lundi - vendredi": "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
    "Monday to Friday": "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
    "maandag t/m vrijdag": "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
    "jours ouvrables": "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA",
    "le week-end": "FREQ=WEEKLY;BYDAY=SA,SU",
    "avant-dernier mardi": "FREQ=MONTHLY;BYDAY=-2TU",
    "l’avant-dernier mardi du mois": "FREQ=MONTHLY;BYDAY=-2TU",
    "cinquième mardi": "FREQ=MONTHLY;BYDAY=5TU",
    "5e jeudi": "FREQ=MONTHLY;BYDAY=5TH",
    "fifth thursday": "FREQ=MONTHLY;BYDAY=5TH",
    "1er jour ouvré du mois": "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1",
    "last working day of the month": "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
    "un mardi sur deux": "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU",
    "every other tuesday": "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU",
    "om de dinsdag": "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU",
    "premier mardi sauf en août": "FREQ=MONTHLY;BYMONTH=1,2,3,4,5,6,7,9,10,11,12;BYDAY=1TU",
    "1er mardi, sauf juillet et août": "FREQ=MONTHLY;BYMONTH=1,2,3,4,5,6,9,10,11,12;BYDAY=1TU",
    "mardi de septembre à juin": "FREQ=WEEKLY;BYMONTH=1,2,3,4,5,6,9,10,11,12;BYDAY=TU",
    "tous les jours sauf dimanche": "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA",
    "dernier mardi de juin": "FREQ=MONTHLY;BYMONTH=6;BYDAY=-1TU",
    "premier mardi et jeudi": "FREQ=MONTHLY;BYDAY=1TU,1TH",
    "premier mardi sauf de juillet à août": "FREQ=MONTHLY;BYMONTH=1,2,3,4,5,6,9,10,11,12;BYDAY=1TU",
    "tous les jours sauf du lundi au mercredi": "FREQ=WEEKLY;BYDAY=TH,FR,SA,SU",
    "1er janvier": "FREQ=MONTHLY;BYMONTH=1;BYMONTHDAY=1",
    "le 1er et le 15 de septembre à juin": "FREQ=MONTHLY;BYMONTH=1,2,3,4,5,6,9,10,11,12;BYMONTHDAY=15,1",
}
NO_WISH = (
    "mardi hors vacances scolaires",
    "pleine lune",
    "lundi pair",
    "le 32",
    "",
    "mardi puis",
    "vers le 10",
    "1,5 mois",
    "1.5 semaine",
    "3 mois sauf août",
    "mardi de la 2e semaine",
    "2e semaine du mois",
    "semaines paires",
    "mardi sauf semaines paires",
    "premier et troisième",
    "premier mardi et troisième",
    "premier mardi ou jeudi",
    "first tuesday or thursday",
    "eerste dinsdag of donderdag",
    "eerste of derde dinsdag",
    "mardi 18",
    "les 2 premiers mardis",
    "tous les 2 mardis",
    "tous les 20 jours sauf dimanche",
    "chaque jour sauf le 15",
    "tous les mardis sauf le premier du mois",
    "mardi sauf premier mardi",
    "mardi sauf",
    "tous les jours sauf",
    "du 5 au 10",
    "du 1er septembre au 30 juin",
    "mardi jusqu'au 30 juin",
    "mardi jusqu'à juin",
    "premier lundi au vendredi",
    "mardi au",
)


def told(texts: str) -> list[str]:
    return [text.strip() for text in " ".join(texts.split()).split("|")]


@pytest.mark.parametrize(
    ("written", "meant"), [(text, every) for every, texts in EVERY.items() for text in told(texts)]
)
def test_the_usual_words_for_a_rhythm_are_understood(written: str, meant: Every) -> None:
    """In French, Dutch and English; fifteen days are a fortnight to who says them in French."""
    assert meant == read_every(written)


@pytest.mark.parametrize(
    ("written", "meant"), [(text, days) for days, texts in ON.items() for text in told(texts)]
)
def test_several_days_are_understood(written: str, meant: tuple[OnDay, ...]) -> None:
    """However they are joined, and in whatever order."""
    assert On(meant) == read_on(written)


@pytest.mark.parametrize(("written", "rrule"), WISHES.items())
def test_what_words_cannot_say_has_its_rule(written: str, rrule: str) -> None:
    """That very wish, as a line that is accepted."""
    assert (None, rrule) == (read_on(written), rrule_of(written))
    assert rule_words(rrule)


@pytest.mark.parametrize("written", NO_WISH)
def test_a_rule_is_never_made_of_half_a_wish(written: str) -> None:
    """A word that is not known may change everything."""
    assert rrule_of(written) is None


@pytest.mark.parametrize(
    ("unit", "number", "rrule"),
    [
        ("month", 2, "FREQ=MONTHLY;INTERVAL=2;BYDAY=-2TU"),
        ("year", 1, None),
        ("week", 3, "FREQ=MONTHLY;BYDAY=-2TU"),
    ],
)
def test_what_every_says_is_part_of_the_wish(unit: str, number: int, rrule: str | None) -> None:
    """But the last Tuesday but one of a year needs a month."""
    assert rrule == rrule_of("avant-dernier mardi", unit, number)


def test_even_weeks_are_named_one_by_one() -> None:
    """An odd year has 53 of them, after which every other week would be odd."""
    rrule = rrule_of("mardi des semaines paires") or ""
    days = rule_words(rrule).rule.starts_until(datetime(2032, 1, 6, 18), date(2033, 12, 31))

    assert {0} == {day.isocalendar().week % 2 for day in days}
    assert 50 < len(days)


def meeting(start: datetime, every: str, on: str) -> dict[str, str]:
    lines = f"title: R, start: {start:%Y-%m-%d %H:%M}, repeat: {{every: {every}, on: {on}}}"
    return {"commissions.yaml": f"commissions:\n  - {{id: a, name: A, meetings: [{{{lines}}}]}}\n"}


SPOKEN = [
    *[("semaine", "mardi et jeudi"), ("quinzaine", "[lundi, mercredi, vendredi]"), ("15 jours", "samedi")],
    *[
        ("mois", "1er et 3e mardi"),
        ("trimestre", "1er mardi et dernier vendredi"),
        ("2 mois", "le 1er et le 15"),
    ],
    *[
        ("month", "last day of the month"),
        ("semestre", "dernier jeudi"),
        ("14 dagen", "dinsdag en donderdag"),
    ],
]


@pytest.mark.parametrize(("every", "on"), SPOKEN)
def test_calendars_are_read_as_the_words_say(tmp_path: Path, every: str, on: str) -> None:
    """By recurring-ical-events, on the days that the domain says."""
    first = datetime(2026, 11, 1, 18, 30)
    starts = (first + timedelta(days=number) for number in range(31))
    start = next(start for start in starts if not report(tmp_path, meeting(start, every, on)))
    (found,) = association(tmp_path, meeting(start, every, on)).commissions[0].meetings
    assert found.rule
    event = icalendar.Event.new(start=start, end=start + timedelta(hours=1))
    event.add("RRULE", icalendar.vRecur.from_ical(";".join("=".join(part) for part in found.rule.parts())))
    calendar = icalendar.Calendar()
    calendar.add_component(event)
    window = date(2026, 11, 1), date(2028, 12, 31)
    read = sorted(
        event.start for event in recurring_ical_events.of(calendar).between(window[0], date(2029, 1, 1))
    )

    assert [one.start.replace(tzinfo=None) for one in found.occurrences(*window)] == read
    assert 4 < len(read)


def test_words_by_chance_mean_what_they_say() -> None:
    """Any weekdays with any places, joined by chance."""
    chance = random.Random(12)
    names = dict(
        zip(WEEKDAYS, ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"), strict=True)
    )
    ordinals = {1: ("1er", "premier"), 2: ("2e", "deuxième"), 3: ("3ème",), 4: ("4e",), -1: ("dernier",)}
    possible = [OnDay(ordinal, day) for ordinal, day in product(ordinals, WEEKDAYS)]
    for _ in range(300):
        days = chance.sample(possible, chance.randint(1, 4))
        said = [f"{chance.choice(ordinals[day.ordinal or 1])} {names[day.weekday or '']}" for day in days]
        text = chance.choice((", ", " et ", " et le ", "/", " & ")).join(said)

        assert On(tuple(sorted(days, key=lambda day: day.place))) == read_on(text), text


def test_fourteen_days_and_a_weekday_are_two_weeks(tmp_path: Path) -> None:
    """Without a weekday they stay days, as they were."""
    start = datetime(2026, 11, 3, 18, 30)
    rules = [
        association(tmp_path, meeting(start, "14 jours", on)).commissions[0].meetings[0].rule
        for on in ("mardi", '""')
    ]

    assert [("WEEKLY", 2), ("DAILY", 14)] == [(rule.frequency, rule.interval) for rule in rules if rule]
