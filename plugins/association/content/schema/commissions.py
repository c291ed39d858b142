"""commissions.yaml: venues, commissions and their meetings (DESIGN section 3)."""

from typing import Literal

from ..fields import (
    CalendarUrl,
    CancelledDay,
    Count,
    Day,
    Duration,
    Email,
    Every,
    Former,
    Id,
    Latitude,
    Line,
    Link,
    Longitude,
    MarkdownField,
    Moment,
    Name,
    On,
    Reference,
    RuleText,
    TextField,
    WebUrl,
    Word,
    YesNo,
    ZoneName,
)
from .base import ALIASES, DURATION, EMAIL, ID, MARKDOWN, NAME, ONLINE, TOWN, VENUE, Shape, key
from .members import PersonShape


class VenueShape(Shape):
    id: Id = key(ID)
    name: Name = key(NAME, alone=True)
    address: Line | None = key(default=None, alone=True)
    town: Reference | None = key(TOWN, default=None)
    lat: Latitude | None = key("La latitude en degrés, avec un point : 50.43.", default=None)
    lon: Longitude | None = key("La longitude en degrés, avec un point : 2.83.", default=None)
    lent_by: Name | None = key("Qui prête le lieu.", default=None, alone=True)


class ChairShape(Shape):
    member: Reference | None = key("L’identifiant d’un membre.", default=None)
    person: Line | None = key(
        "Le nom d’une des personnes de ce membre ; sans member, l’identifiant d’une de « people ».",
        default=None,
    )
    role: Name | None = key("Son titre : Responsable, Présidente, Trésorier…", default=None, alone=True)
    since: Day | None = key("Premier jour du mandat.", default=None)
    until: Day | None = key("Dernier jour du mandat ; vide tant qu’il dure.", default=None)


class OfficerShape(PersonShape):
    """Somebody who acts for the association without belonging to a member."""

    id: Id = key("L’identifiant : « person: … », dans chairs, le nomme.")
    since: Day | None = key("Premier jour de la fonction.", default=None)
    until: Day | None = key("Dernier jour de la fonction ; vide tant qu’elle dure.", default=None)


class ContactShape(Shape):
    email: Email | None = key(EMAIL, default=None, alone=True)
    url: WebUrl | None = key("L’adresse complète : https://…", default=None, alone=True)


class RepeatShape(Shape):
    """Either words (`every`, `on`) or an RFC 5545 `rrule`."""

    every: Every | None = key(
        "jour, semaine, quinzaine, mois, trimestre, année, ou « 2 mois »… ; en anglais : « 2 months ».",
        default=None,
    )
    on: On | None = key(
        "« mardi », « mardi et jeudi », « 1er et 3e mardi », « le 15 » ; en anglais : « first tuesday ».",
        default=None,
    )
    rrule: RuleText | None = key("À la place de every et on : une règle RFC 5545.", default=None)
    until: Day | None = key("Le dernier jour possible.", default=None)
    count: Count | None = key("Le nombre de réunions.", default=None)


class MoveShape(Shape):
    """Written `{from: 2027-05-04, to: 2027-05-11 18:30, venue: …}`; a `to` without time keeps the hour."""

    from_: Day = key("Le jour prévu.", alias="from")
    to: Moment = key("Le nouveau jour, avec l’heure si elle change.")
    venue: Name | None = key(VENUE, default=None)
    reason: Name | None = key("Pourquoi, en quelques mots.", default=None)


class MeetingShape(Shape):
    id: Id | None = key(
        "Permanent : l’agenda des téléphones s’y fie. Inutile s’il n’y a qu’une réunion.", default=None
    )
    title: Name | None = key(
        "Le titre. Sans lui, la réunion porte le nom de la commission : « Réunion Numérique ».",
        default=None,
        alone=True,
    )
    subjects: dict[Day, Name] = key(
        "De quoi parle une date, par le jour prévu : {2027-03-02: La facture électronique}.", default={}
    )
    start: Moment = key("La première date : 2026-11-03 18:30. Elle doit suivre le rythme de « repeat ».")
    duration: Duration | None = key(DURATION, default=None)
    repeat: RepeatShape | None = key("Le rythme : every et on, ou rrule.", default=None)
    timezone: ZoneName | None = key(
        "Le fuseau horaire, s’il n’est pas celui du site : Europe/Brussels.", default=None
    )
    except_on: tuple[Day, ...] = key("Pas de réunion ces jours-là ; rien ne s’affiche.", default=())
    cancelled_on: tuple[CancelledDay, ...] = key(
        "Réunions annulées ; elles restent affichées, barrées. Un jour, ou {date: 2027-03-02, reason: …}.",
        default=(),
    )
    moved: tuple[MoveShape, ...] = key(
        "Réunions déplacées : from (le jour prévu), to (le nouveau), venue, reason.", default=()
    )
    also_on: tuple[Moment, ...] = key("Dates supplémentaires.", default=())
    venue: Name | None = key(VENUE, default=None)
    online: WebUrl | None = key(ONLINE, default=None, alone=True)
    visibility: Literal["public", "members"] = key(
        "public : pour tous ; members : pour les membres seulement.", default="public"
    )


class CommissionShape(Shape):
    id: Id = key(ID)
    name: Name = key(NAME, alone=True)
    kind: Word | None = key("Un mot libre : commission, groupe de travail, comité directeur…", default=None)
    governance: YesNo = key(
        "true : un organe (comité directeur, bureau…), que montre la page Gouvernance.",
        default=False,
        alone=True,
    )
    mission: TextField | None = key("Une ou deux phrases.", default=None, alone=True)
    description: MarkdownField | None = key(MARKDOWN, default=None, alone=True)
    chairs: tuple[ChairShape, ...] = key(
        "Qui anime la commission ou siège dans l’organe ; une liste vide se lit « à nommer ».", default=()
    )
    members: tuple[Reference, ...] = key(
        "Les membres qui participent : des identifiants de members.yaml.", default=()
    )
    partners: tuple[Reference, ...] = key("Des identifiants de « partners », dans members.yaml.", default=())
    contact: ContactShape | None = key(default=None, alone=True)
    charter: Link | None = key(
        "La charte : une adresse complète ou une page du site, /charte/.", default=None, alone=True
    )
    meetings: tuple[MeetingShape, ...] = key("Ses réunions : la première date, et le rythme.", default=())
    minutes: Literal["expected"] | None = key(
        "expected : chaque réunion a son compte rendu ; la vérification rappelle ceux qui manquent.",
        default=None,
    )
    aliases: tuple[Former, ...] = key(ALIASES, default=(), alone=True)


class CalendarShape(Shape):
    id: Id = key("L’identifiant : celui du fichier, content/agenda/imports/{id}.ics.")
    name: Name = key("Comment le calendrier s’appelle sur le site, après « Source : ».", alone=True)
    url: CalendarUrl = key(
        "L’adresse publique du calendrier, https://… ou webcal://… ; agenda --fetch va l’y chercher.",
        alone=True,
    )


class CommissionsFile(Shape):
    venues: tuple[VenueShape, ...] | None = key(
        "Les lieux de réunion. Liste absente : les noms sont libres.", default=None
    )
    commissions: tuple[CommissionShape, ...] = key("Les commissions, une par entrée.", default=())
    people: tuple[OfficerShape, ...] = key(
        "Qui agit pour l’association sans appartenir à un membre : direction, présidence d’honneur…",
        default=(),
    )
    calendars: tuple[CalendarShape, ...] = key(
        "Les calendriers de partenaires, que l’agenda montre aussi.", default=()
    )
