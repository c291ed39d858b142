"""events.json: every public date, one by one."""

import pytest
from association_samples import TACTIC, association, commission, meeting, move
from test_open_data_json import dates_of, events, record, records


def test_a_moved_meeting_tells_where_it_was() -> None:
    """`recurrence_id` and `moved_from` are the original start, as in the calendar."""
    moved = record(events(), start="2027-01-12T19:00:00+01:00")

    assert {
        "uid": "reunion.reseaux@tactic.example",
        "title": "Réunion",
        "start": "2027-01-12T19:00:00+01:00",
        "end": "2027-01-12T21:00:00+01:00",
        "all_day": False,
        "status": "scheduled",
        "venue": "Café Maquette",
        "online": None,
        "registration": None,
        "commissions": ["reseaux"],
        "kind": "commission",
        "url": "https://tactic.example/commissions/reseaux/",
        "recurrence_id": "2027-01-05T18:30:00+01:00",
        "moved_from": "2027-01-05T18:30:00+01:00",
        "place": {
            "id": None,
            "address": None,
            "postal_code": None,
            "town": None,
            "lat": None,
            "lon": None,
        },
        "source": None,
        "reason": None,
    } == moved


def test_a_date_of_a_series_carries_the_title_of_the_series() -> None:
    """And its own link, registration and state."""
    online = record(events(), uid="web.tour.agenda@tactic.example")

    assert {
        "uid": "web.tour.agenda@tactic.example",
        "title": "Le tour du carré",
        "start": "2027-06-08T18:30:00+02:00",
        "end": "2027-06-08T20:30:00+02:00",
        "all_day": False,
        "status": "moved-online",
        "venue": "Salle de l'Exemple",
        "online": "https://visio.example/tour?a=1;b,c",
        "registration": "https://inscriptions.example/tour",
        "commissions": ["reseaux"],
        "kind": "tournée",
        "url": "https://tactic.example/agenda/tour/",
        "recurrence_id": None,
        "moved_from": None,
        "place": {
            "id": "salle",
            "address": "2, rue de l'Exemple",
            "postal_code": "62000",
            "town": "Arras",
            "lat": 50.2925,
            "lon": 2.7801,
        },
        "source": None,
        "reason": None,
    } == online
    assert "Le tour du carré · À Arras" == record(events(), uid="arras.tour.agenda@tactic.example")["title"]


def test_whole_days_are_dates_with_the_last_day_included() -> None:
    """As editors write them; no venue is no place."""
    days = record(events(), uid="lens.tour.agenda@tactic.example")

    assert ("2027-05-27", "2027-05-29", True, "cancelled", None, None) == tuple(
        days[key] for key in ("start", "end", "all_day", "status", "venue", "place")
    )


def test_every_date_of_the_agenda_is_told_in_its_order() -> None:
    """Recurring meetings one by one, cancelled ones included."""
    dates = dates_of(TACTIC)
    told = [(each["uid"], each["start"]) for each in records(events())]

    assert [(f"{entry.uid}@tactic.example", entry.start.isoformat()) for entry in dates.entries] == told


@pytest.mark.parametrize(
    ("moved_to", "expected"),
    [(None, (None, None)), ("2026-11-10 18:30", (None, "2026-11-03T18:30:00+01:00"))],
)
def test_a_meeting_held_once_has_no_recurrence_id(
    moved_to: str | None, expected: tuple[str | None, str | None]
) -> None:
    """But it may have been moved."""
    once = meeting(moved=(move("2026-11-03", moved_to),) if moved_to else ())
    (told,) = records(events(association(commission(once))))

    assert expected == (told["recurrence_id"], told["moved_from"])


def test_a_date_with_a_subject_is_called_after_it() -> None:
    """Behind the title of the meeting; one that is cancelled or moved says why."""
    held = meeting(
        repeat="FREQ=WEEKLY;COUNT=4",
        cancelled_on="2026-11-10",
        moved=(move("2026-11-17", "2026-11-18 18:30", reason="Élections"),),
        subjects={"2026-11-10": "La facture électronique"},
        reasons={"2026-11-10": "Salle fermée"},
    )

    assert [
        ("Réunion", None),
        ("Réunion · La facture électronique", "Salle fermée"),
        ("Réunion", "Élections"),
        ("Réunion", None),
    ] == [(each["title"], each["reason"]) for each in records(events(association(commission(held))))]
