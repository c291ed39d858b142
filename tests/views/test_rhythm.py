"""The rhythm of a meeting in words: sentences of the theme, in each of its languages."""

from datetime import datetime
from itertools import product

import pytest
from rhythm_sentences import meeting, said

from association.content.fields.rrule import rule_words
from association.domain.meetings import WEEKDAYS

START = datetime(2026, 11, 3, 18, 30)
DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
ORDINALS = {
    "1": "le premier",
    "2": "le deuxième",
    "3": "le troisième",
    "4": "le quatrième",
    "5": "le cinquième",
    "-1": "le dernier",
    "-2": "l’avant-dernier",
}
MONTHS = (
    *("de janvier", "de février", "de mars", "d’avril", "de mai", "de juin"),
    *("de juillet", "d’août", "de septembre", "d’octobre", "de novembre", "de décembre"),
)


def words(rule: str, language: str = "fr", start: datetime = START, is_all_day: bool = False) -> str:
    return said(meeting(start=start, rule=rule_words(rule).rule, is_all_day=is_all_day), language)


@pytest.mark.parametrize(("code", "day"), list(zip(WEEKDAYS, DAYS, strict=True)))
def test_each_weekday_of_a_week(code: str, day: str) -> None:
    """« chaque semaine, le jeudi à 12 h »."""
    noon = START.replace(hour=12, minute=0)

    assert f"chaque semaine, le {day} à 12 h" == words(f"FREQ=WEEKLY;BYDAY={code}", start=noon)


@pytest.mark.parametrize(("ordinal", "weekday"), list(product(ORDINALS, range(7))))
def test_each_weekday_of_a_month(ordinal: str, weekday: int) -> None:
    """« tous les deux mois, le premier mardi à 18 h 30 »."""
    rule = f"FREQ=MONTHLY;INTERVAL=2;BYDAY={ordinal}{WEEKDAYS[weekday]}"

    assert f"tous les deux mois, {ORDINALS[ordinal]} {DAYS[weekday]} à 18 h 30" == words(rule)


@pytest.mark.parametrize(("ordinal", "month"), list(product(ORDINALS, range(12))))
def test_each_month_of_a_year(ordinal: str, month: int) -> None:
    """« le dernier vendredi de juin », « d’avril »."""
    rule = f"FREQ=YEARLY;BYMONTH={month + 1};BYDAY={ordinal}FR"

    assert f"chaque année, {ORDINALS[ordinal]} vendredi {MONTHS[month]} à 18 h 30" == words(rule)


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("FREQ=DAILY", "tous les jours à 18 h 30"),
        ("FREQ=DAILY;INTERVAL=3", "tous les trois jours à 18 h 30"),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "toutes les deux semaines, le mardi à 18 h 30"),
        ("FREQ=WEEKLY;BYDAY=TU,TH", "chaque semaine, le mardi et le jeudi à 18 h 30"),
        ("FREQ=WEEKLY;BYDAY=MO,TU,TH", "chaque semaine, le lundi, le mardi et le jeudi à 18 h 30"),
        ("FREQ=MONTHLY;BYDAY=1TU", "tous les mois, le premier mardi à 18 h 30"),
        ("FREQ=MONTHLY;INTERVAL=12;BYDAY=1TU", "tous les douze mois, le premier mardi à 18 h 30"),
        ("FREQ=MONTHLY;INTERVAL=25;BYDAY=1TU", "tous les 25 mois, le premier mardi à 18 h 30"),
        ("FREQ=MONTHLY;BYMONTHDAY=15", "tous les mois, le 15 à 18 h 30"),
        ("FREQ=MONTHLY;BYMONTHDAY=1", "tous les mois, le 1er à 18 h 30"),
        ("FREQ=MONTHLY;BYMONTHDAY=1,15", "tous les mois, le 1er et le 15 à 18 h 30"),
        ("FREQ=MONTHLY;BYMONTHDAY=-1", "tous les mois, le dernier jour du mois à 18 h 30"),
        ("FREQ=YEARLY", "chaque année, le 3 novembre à 18 h 30"),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "chaque année, le 29 février à 18 h 30"),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1", "chaque année, le dernier jour de février à 18 h 30"),
        ("FREQ=YEARLY;INTERVAL=2;BYMONTH=1;BYMONTHDAY=1", "tous les deux ans, le 1er janvier à 18 h 30"),
        (
            "FREQ=MONTHLY;BYDAY=1TU;BYMONTH=1,2,3,4,5,6,9,10,11,12",
            "tous les mois, le premier mardi à 18 h 30, sauf en juillet et août",
        ),
        (
            "FREQ=MONTHLY;BYDAY=1TU;BYMONTH=3,6,9",
            "en mars, juin et septembre, le premier mardi à 18 h 30",
        ),
        ("FREQ=WEEKLY;BYDAY=TU;BYMONTH=7", "chaque semaine, le mardi à 18 h 30, seulement en juillet"),
        (
            "FREQ=MONTHLY;BYDAY=1TU;UNTIL=20270630",
            "tous les mois, le premier mardi à 18 h 30, jusqu’au 30 juin 2027",
        ),
        ("FREQ=MONTHLY;BYDAY=1TU;COUNT=6", "tous les mois, le premier mardi à 18 h 30, 6 fois"),
        ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "à dates variables, données dans la liste"),
    ],
)
def test_a_rhythm_is_one_sentence(rule: str, expected: str) -> None:
    """Whoever wrote the rule, and in whatever form."""

    assert expected == words(rule)


def test_a_meeting_of_whole_days_has_no_hour() -> None:
    """« le 15 », and no midnight."""

    assert "tous les mois, le 15" == words("FREQ=MONTHLY;BYMONTHDAY=15", is_all_day=True)


@pytest.mark.parametrize(
    ("rule", "dutch", "english"),
    [
        ("FREQ=DAILY", "elke dag om 18.30 uur", "every day at 18:30"),
        ("FREQ=DAILY;INTERVAL=2", "om de twee dagen om 18.30 uur", "every two days at 18:30"),
        ("FREQ=WEEKLY;BYDAY=TH", "elke week, op donderdag om 18.30 uur", "every week, on Thursday at 18:30"),
        (
            "FREQ=MONTHLY;INTERVAL=2;BYDAY=1TU",
            "om de twee maanden, op de eerste dinsdag om 18.30 uur",
            "every two months, on the first Tuesday at 18:30",
        ),
        (
            "FREQ=MONTHLY;BYMONTHDAY=15",
            "elke maand, op de 15e om 18.30 uur",
            "every month, on the 15th at 18:30",
        ),
        (
            "FREQ=YEARLY;BYMONTH=4;BYDAY=-1FR",
            "elk jaar, op de laatste vrijdag van april om 18.30 uur",
            "every year, on the last Friday of April at 18:30",
        ),
        (
            "FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=3",
            "elk jaar, op 3 november om 18.30 uur",
            "every year, on 3 November at 18:30",
        ),
        (
            "FREQ=MONTHLY;BYDAY=1TU;BYMONTH=1,2,3,4,5,6,9,10,11,12;UNTIL=20270630",
            "elke maand, op de eerste dinsdag om 18.30 uur, behalve in juli en augustus, "
            "tot en met 30 juni 2027",
            "every month, on the first Tuesday at 18:30, except in July and August, until 30 June 2027",
        ),
        (
            "FREQ=WEEKLY;BYDAY=TU,TH;COUNT=6",
            "elke week, op dinsdag en donderdag om 18.30 uur, 6 keer",
            "every week, on Tuesday and Thursday at 18:30, 6 times",
        ),
        (
            "FREQ=YEARLY;BYDAY=20MO",
            "op wisselende data, die in de lijst staan",
            "on varying dates, given in the list",
        ),
    ],
)
def test_other_languages_have_their_own_sentences(rule: str, dutch: str, english: str) -> None:
    """Not French words in another order."""

    assert (dutch, english) == (words(rule, "nl"), words(rule, "en"))
