"""How often a commission meets, said on its page."""

import pytest
from built_site import SMALLEST_SETTINGS, Built, SiteOf

HEAD = "commissions:\n  - id: fete\n    name: Fête\n    meetings:\n"
RHYTHM = "tous les deux mois, le premier mardi à 18 h 30"
SEVERAL = """\
      - {id: a, title: "A <b>", start: 2026-11-03 18:30, repeat: {every: tous les 2 mois, on: premier mardi}}
      - {id: b, title: B, start: 2026-11-26 12:00, repeat: {every: semaine, until: 2027-02-25}}
      - {id: c, title: C, start: 2026-12-26 12:00}
      - {id: d, title: D, start: 2025-01-06 12:00, repeat: {every: semaine, until: 2025-06-30}}
      - {id: e, title: E, start: 2026-11-27 12:00, repeat: {rrule: "FREQ=YEARLY;BYDAY=20MO,48FR"}}
"""
OVER = """\
      - {id: a, title: A, start: 2025-01-06 12:00, repeat: {every: semaine, until: 2025-06-30}}
      - {id: b, title: B, start: 2025-11-04 18:30, repeat: {every: 2 mois, on: 1er mardi, until: 2026-06-30}}
"""


def page_text(site: Built, commissions: str = "commissions") -> str:
    text = site.page(f"{commissions}/fete/").main.text
    return " ".join(text.replace("\u00a0", " ").replace("\u202f", " ").split())


def test_the_only_rhythm_needs_no_title(tactic: Built) -> None:
    """One sentence beside the dates, for each commission of TacTic."""
    text = tactic.page("commissions/infrastructures-reseaux/").main.text.replace("\u00a0", " ")

    assert f"{RHYTHM}." in text


def test_each_of_several_rhythms_is_named(site_of: SiteOf) -> None:
    """Those still to come; a single date and a rhythm that ended have no sentence."""
    text = page_text(site_of({"commissions.yaml": HEAD + SEVERAL}))
    told = [
        f"A <b> : {RHYTHM}.",
        "B : chaque semaine, le jeudi à 12 h, jusqu’au 25 février 2027.",
        "E : à dates variables, données dans la liste.",
    ]

    assert (told, False, False) == ([one for one in told if one in text], "C :" in text, "D :" in text)


def test_a_commission_without_a_date_says_how_it_usually_meets(site_of: SiteOf) -> None:
    """The latest rhythm, without the end that is past; `check` warns, the build goes on."""
    site = site_of({"commissions.yaml": HEAD + OVER})

    assert f"On s’y réunit d’ordinaire {RHYTHM}." in page_text(site)
    assert ["no-future-meeting"] == [line.rpartition("[")[2].rstrip("]") for line in site.problems]


@pytest.mark.parametrize(
    ("language", "folder", "expected"),
    [
        (
            *("nl", "werkgroepen"),
            "Er wordt gewoonlijk om de twee maanden, op de eerste dinsdag om 18.30 uur vergaderd.",
        ),
        (
            *("en", "committees"),
            "Meetings usually take place every two months, on the first Tuesday at 18:30.",
        ),
    ],
)
def test_the_sentence_is_in_the_language_of_the_site(
    site_of: SiteOf, language: str, folder: str, expected: str
) -> None:
    """Whatever the words of the rule."""
    settings = SMALLEST_SETTINGS.replace('DEFAULT_LANG = "fr"', f'DEFAULT_LANG = "{language}"')
    site = site_of({"commissions.yaml": HEAD + OVER, "pelicanconf.py": settings})

    assert expected in page_text(site, folder)
