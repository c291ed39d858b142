"""What a date is called where it stands alone, and on the page of its series."""

from datetime import date

import pytest

from association.domain.agenda import Entry, date_name, event_entry, own_name, says
from association.domain.events import Event, EventDate, Status
from association.domain.places import Town, Venue
from association.domain.text import plain

DAY = date(2027, 2, 9)
GAILLAC, TOUQUET = (
    Venue("v", plain("Espace"), town=Town(name, plain(name))) for name in ("Gaillac", "Le Touquet")
)
TOUR = "T.I.C. Tarn Tour"


def entry(
    title: str | None = None,
    venue: Venue | None = None,
    status: Status = Status.SCHEDULED,
    is_series: bool = True,
    whole: str = TOUR,
) -> Entry:
    one = EventDate("1", DAY, DAY, plain(title) if title else None, venue, status=status)
    return event_entry(Event("tour", plain(whole), (one,), is_series), one)


@pytest.mark.parametrize(
    ("told", "everywhere", "own"),
    [
        (entry(venue=GAILLAC), f"{TOUR} · à Gaillac", "À Gaillac"),
        (entry(venue=TOUQUET), f"{TOUR} · au Touquet", "Au Touquet"),
        (entry(venue=Venue(None, plain("Mairie"))), f"{TOUR} · Mairie", "Mairie"),
        (entry("Le soir", GAILLAC), f"{TOUR} · Le soir", "Le soir"),
        (entry(f"{TOUR} à Albi", GAILLAC), f"{TOUR} à Albi", f"{TOUR} à Albi"),
        (entry(TOUR, GAILLAC), f"{TOUR} · à Gaillac", "À Gaillac"),
        (entry(), TOUR, TOUR),
        (entry(venue=GAILLAC, status=Status.MOVED_ONLINE), TOUR, TOUR),
        (entry(venue=GAILLAC, status=Status.CANCELLED), f"{TOUR} · à Gaillac", "À Gaillac"),
        (entry("Le tourisme", whole="Le tour"), "Le tour · Le tourisme", "Le tourisme"),
    ],
    ids=[
        "town",
        "article",
        "free words",
        "own title",
        "says so itself",
        "same title",
        "nowhere",
        "moved online",
        "cancelled",
        "another word",
    ],
)
def test_a_date_of_a_series_is_called_after_both(told: Entry, everywhere: str, own: str) -> None:
    """The series, then its own title or its place; on its own page that alone."""

    assert (everywhere, own) == (date_name(told, "fr"), own_name(told, "fr"))


def test_an_event_of_one_date_is_called_by_its_title() -> None:
    """Its place is said beside it."""
    told = entry(venue=GAILLAC, is_series=False)

    assert (TOUR, TOUR) == (date_name(told, "fr"), own_name(told, "fr"))


def test_other_languages_have_their_own_prepositions() -> None:
    """No French one is left between."""

    assert f"{TOUR} · in Gaillac" == date_name(entry(venue=GAILLAC), "nl")


def test_a_text_says_a_name_word_by_word() -> None:
    """Accents, case and punctuation do not count; parts of words do not either."""

    assert (True, False, True) == (
        says("Réunion du RESEAU : ouverte", "réseau"),
        says("Réseautage", "réseau"),
        says("★★ et plus", "★★"),
    )
