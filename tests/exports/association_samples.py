"""A small association to export."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from types import MappingProxyType
from zoneinfo import ZoneInfo

from site_samples import PARIS

from association.domain.articles import Tag
from association.domain.association import Association, Identity
from association.domain.commissions import Commission, Mandate
from association.domain.events import Event, EventDate, Status
from association.domain.meetings import Meeting, Move, Remark, Rule
from association.domain.members import Member, MemberKind, MembershipType, Person, Skill
from association.domain.places import Position, Town, Venue
from association.domain.text import Text, plain

TODAY = date(2026, 11, 1)

ARRAS = Town("arras", plain("Arras"), "62000", Position(50.291, 2.7775))
ROOM = Venue("salle", plain("Salle de l'Exemple"), "2, rue de l'Exemple", ARRAS, Position(50.2925, 2.7801))
CAFE = Venue(None, plain("Café Maquette"))


def rule(text: str) -> Rule:
    """A rule from its RFC 5545 text; UNTIL is local."""
    parts = dict(part.split("=") for part in text.split(";"))
    until, count = parts.pop("UNTIL", None), parts.pop("COUNT", None)
    return Rule(
        frequency=parts.pop("FREQ"),
        interval=int(parts.pop("INTERVAL", "1")),
        by=tuple(parts.items()),
        until=datetime.fromisoformat(until) if until else None,
        count=int(count) if count else None,
    )


def meeting(
    start: str = "2026-11-03 18:30",
    repeat: str | None = None,
    *,
    hours: float = 2,
    zone: ZoneInfo = PARIS,
    venue: Venue | None = None,
    online: str | None = None,
    except_on: str = "",
    cancelled_on: str = "",
    moved: tuple[Move, ...] = (),
    also_on: tuple[str, ...] = (),
    id_: str = "reunion",
    subjects: Mapping[str, str] = MappingProxyType({}),
    reasons: Mapping[str, str] = MappingProxyType({}),
) -> Meeting:
    """except_on, cancelled_on: days with spaces between. subjects, reasons: by day."""
    return Meeting(
        id=id_,
        title=Text((("fr", "Réunion"), ("nl", "Vergadering"))),
        start=datetime.fromisoformat(start),
        zone=zone,
        duration=timedelta(hours=hours),
        rule=rule(repeat) if repeat else None,
        except_on=tuple(map(date.fromisoformat, except_on.split())),
        cancelled_on=tuple(map(date.fromisoformat, cancelled_on.split())),
        moved=moved,
        also_on=tuple(map(datetime.fromisoformat, also_on)),
        venue=venue,
        online=online,
        is_all_day=" " not in start,
        subjects=remarks(subjects),
        reasons=remarks(reasons),
    )


def remarks(by_day: Mapping[str, str]) -> tuple[Remark, ...]:
    return tuple(Remark(date.fromisoformat(day), plain(words)) for day, words in by_day.items())


def move(day: str, to: str, venue: Venue | None = None, reason: str = "") -> Move:
    why = plain(reason) if reason else None
    return Move(date.fromisoformat(day), datetime.fromisoformat(to), venue, why)


def commission(*meetings: Meeting, id_: str = "reseaux", name: str = "Réseaux") -> Commission:
    return Commission(
        id=id_,
        name=plain(name),
        kind=plain("commission"),
        mission=plain("Serveurs, **liaisons** et [sauvegardes](https://tactic.example/s/)."),
        email="reseaux@tactic.example",
        meetings=meetings,
    )


def event_date(start: str, end: str, id_: str = "1", **fields: object) -> EventDate:
    return EventDate(id_, moment(start), moment(end), **fields)


def moment(text: str, zone: ZoneInfo = PARIS) -> date | datetime:
    is_day = len(text) == len("2026-11-03")
    return date.fromisoformat(text) if is_day else datetime.fromisoformat(text).replace(tzinfo=zone)


def event(*dates: EventDate, slug: str = "tour", **fields: object) -> Event:
    return Event(slug, plain("Le tour du carré"), dates, is_series=len(dates) > 1, **fields)


def association(*things: Commission | Event) -> Association:
    return Association(
        Identity("TacTic"),
        commissions=tuple(thing for thing in things if isinstance(thing, Commission)),
        events=tuple(thing for thing in things if isinstance(thing, Event)),
    )


BUSY_MEETING = meeting(
    "2026-09-01 18:30",
    "FREQ=MONTHLY;BYDAY=1TU",
    venue=ROOM,
    except_on="2026-10-06",
    cancelled_on="2026-12-01 2027-04-06",
    moved=(move("2027-01-05", "2027-01-12 19:00", CAFE), move("2027-03-02", "2027-04-02 18:30")),
    also_on=("2026-12-15 10:00", "2027-07-20 18:30"),
)
TOUR = event(
    event_date("2027-02-09 18:30", "2027-02-09 20:30", "arras", title=plain("À Arras"), venue=ROOM),
    event_date("2027-05-27", "2027-05-29", "lens", title=plain("À Lens"), status=Status.CANCELLED),
    event_date(
        "2027-06-08 18:30",
        "2027-06-08 20:30",
        "web",
        status=Status.MOVED_ONLINE,
        venue=ROOM,
        online="https://visio.example/tour?a=1;b,c",
        registration="https://inscriptions.example/tour",
    ),
    summary=plain("Cinq soirées, *une* question."),
    kind=plain("tournée"),
    commissions=("reseaux",),
    organisers=("kernel",),
    tags=(Tag("securite", plain("sécurité")),),
)

KERNEL = Member(
    "kernel",
    "Kernel",
    type=MembershipType("entreprise", plain("Entreprise")),
    summary=plain("Éditeur d'authentification."),
    skills=(Skill("securite", plain("Sécurité")), Skill("web", plain("Web"))),
    town=ARRAS,
    website="https://kernel.example/",
    email="bonjour@kernel.example",
    phone="+33 3 21 00 00 00",
    social=(("mastodon", "https://social.example/@kernel"),),
    logo="logos/kernel.png",
    people=(Person("Camille Exemple", plain("Gérance")),),
    interns=True,
    languages=("fr", "nl"),
    joined=date(2026, 10, 8),
    last_verified=date(2026, 9, 1),
)
LYCEE = Member("lycee", "Lycée", kind=MemberKind.SCHOOL, town=Town("lens", plain("Lens")))
BUSY_COMMISSION = commission(BUSY_MEETING, meeting("2026-11-20 09:00", id_="visite"))
TACTIC = Association(
    Identity("TacTic"),
    members=(KERNEL, LYCEE),
    commissions=(
        Commission(
            id=BUSY_COMMISSION.id,
            name=BUSY_COMMISSION.name,
            kind=BUSY_COMMISSION.kind,
            mission=BUSY_COMMISSION.mission,
            email=BUSY_COMMISSION.email,
            chairs=(
                Mandate(LYCEE, role=plain("Présidence"), until=date(2026, 1, 1)),
                Mandate(KERNEL, KERNEL.people[0], plain("Responsable"), date(2026, 10, 22)),
            ),
            members=(LYCEE,),
            meetings=BUSY_COMMISSION.meetings,
        ),
        Commission("ecoles", plain("Écoles")),
    ),
    events=(TOUR,),
)
