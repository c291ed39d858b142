"""Front matter of content/: news, events, pages (DESIGN section 3).

Front matter of content/comptes-rendus: minutes (DESIGN section 3).

Front matter of content/annonces: offers (DESIGN section 3).
"""

from typing import Literal

from ..fields import (
    Apply,
    Day,
    DocumentPath,
    Duration,
    Former,
    Id,
    ImagePath,
    LanguageCode,
    Line,
    Link,
    Moment,
    Name,
    Number,
    Pinned,
    Reference,
    TextField,
    Topic,
    WebUrl,
    Word,
    YesNo,
    ZoneName,
)
from .base import ALIASES, DURATION, ONLINE, TITLE, TOWN, VENUE, Shape, key

FATE = "scheduled : prévu ; cancelled : annulé ; postponed : reporté ; moved-online : en ligne."
StatusName = Literal["scheduled", "cancelled", "postponed", "moved-online"]


class CommonShape(Shape):
    title: Name | None = key(TITLE, default=None, alone=True, spoken=True)
    summary: TextField | None = key(
        "Une ou deux phrases, pour les listes et les moteurs de recherche.",
        default=None,
        alone=True,
        spoken=True,
    )
    slug: Id | None = key(
        "La fin de l’adresse de la page ; sinon, le nom du fichier sans sa date.",
        default=None,
        alone=True,
        spoken=True,
    )
    lang: LanguageCode | None = key(
        "La langue du texte, si ni le site ni le nom du fichier ne la disent : fr, nl…",
        default=None,
        spoken=True,
    )
    translation_of: Line | None = key(
        "D’un texte traduit : le fichier ou le slug de la première version, s’il s’appelle autrement.",
        default=None,
        spoken=True,
    )
    tags: tuple[Topic, ...] = key(
        "Les sujets : [entraide, stages] ; sans effet pour une page.", default=(), alone=True, spoken=True
    )
    image: ImagePath | None = key(
        "Le fichier de l’image, sous content : images/exemple.jpg.", default=None, spoken=True
    )
    image_alt: TextField | None = key(
        "Ce que montre l’image, pour qui ne la voit pas. Obligatoire avec « image ».",
        default=None,
        spoken=True,
    )
    image_caption: TextField | None = key(
        "La légende sous l’image, et de qui elle est : « L’atelier. Photo : Ana Ruiz ».",
        default=None,
        spoken=True,
    )
    toc: YesNo | None = key(
        "true : un sommaire ; false : aucun. Sinon, un texte de plus de 1 500 mots en a un.",
        default=None,
        spoken=True,
    )
    status: Literal["published", "draft"] = key(
        "published : en ligne ; draft : brouillon.", default="published", spoken=True
    )
    visibility: Literal["public", "members"] = key(
        "public : pour tous ; members : pour les membres seulement.", default="public"
    )
    show_title: YesNo = key(
        "D’un texte pour les membres, true : tout le monde voit son titre, et son adresse le dit.",
        default=False,
        alone=True,
    )
    aliases: tuple[Former, ...] = key(ALIASES, default=(), alone=True, spoken=True)

    @property
    def day(self) -> Moment | None:
        """When it was, or from when on, as far as it says so."""
        return None


class TitledShape(CommonShape):
    title: Name = key(TITLE, alone=True, spoken=True)


class ArticleShape(TitledShape):
    date: Moment = key("Une date à venir : l’actualité paraîtra ce jour-là.", alone=True)
    modified: Moment | None = key(
        "La date de la dernière correction importante.", default=None, alone=True, spoken=True
    )
    authors: tuple[Line, ...] = key(
        "Qui a écrit ; le nom d’un membre, de l’une de ses personnes ou d’une commission mène à sa page.",
        default=(),
        alone=True,
        spoken=True,
    )
    category: Name | None = key(
        "Un mot pour les listes, quand aucune commission n’est nommée.", default=None, alone=True, spoken=True
    )
    commissions: tuple[Reference, ...] = key("Des identifiants de commissions.", default=())
    members: tuple[Reference, ...] = key("Des identifiants de membres.", default=())
    pinned: Pinned = key(
        "true : reste en tête de liste trente jours ; 2027-01-31 : jusqu’à ce jour ; always : toujours.",
        default=False,
        alone=True,
    )
    dossier: Topic | None = key("Le dossier dont il est une partie : un mot.", default=None)
    dossier_part: Number | None = key("Sa place dans le dossier ; sinon, celle de sa date.", default=None)

    @property
    def day(self) -> Moment | None:
        return self.date


class DateShape(Shape):
    """One date of a series; `id` keeps its calendar identity when the list is reordered."""

    id: Id | None = key("Permanent : l’agenda des téléphones s’y fie.", default=None)
    title: Name | None = key(TITLE, default=None, alone=True)
    start: Moment = key("Jour et heure : 2026-11-03 18:30. Sans heure : toute la journée.")
    end: Moment | None = key("Jour et heure de fin. Sans heure : ce jour est compris.", default=None)
    duration: Duration | None = key(DURATION, default=None)
    venue: Name | None = key(VENUE, default=None)
    online: WebUrl | None = key(ONLINE, default=None, alone=True)
    registration: WebUrl | None = key("L’adresse du formulaire d’inscription.", default=None, alone=True)
    status: StatusName = key(FATE, default="scheduled")


class EventShape(TitledShape):
    """Either `start` and `end` or `duration`, or a list of `dates`."""

    start: Moment | None = key(
        "Jour et heure : 2026-11-03 18:30. Sans heure : toute la journée.", default=None
    )
    end: Moment | None = key("Jour et heure de fin. Sans heure : ce jour est compris.", default=None)
    duration: Duration | None = key(DURATION, default=None)
    dates: tuple[DateShape, ...] = key(
        "Plusieurs dates : le fichier devient une série, avec une seule page.", default=()
    )
    kind: Word | None = key(
        "Un mot libre : atelier, conférence, assemblée générale…", default=None, spoken=True
    )
    venue: Name | None = key(VENUE, default=None, spoken=True)
    online: WebUrl | None = key(ONLINE, default=None, alone=True, spoken=True)
    registration: WebUrl | None = key(
        "L’adresse du formulaire d’inscription.", default=None, alone=True, spoken=True
    )
    price: Name | None = key("Le prix, en mots : Gratuit.", default=None, alone=True, spoken=True)
    audience: Word | None = key("À qui l’événement s’adresse.", default=None, alone=True, spoken=True)
    level: Word | None = key(
        "D’une formation, le niveau : débutant, confirmé…", default=None, alone=True, spoken=True
    )
    commissions: tuple[Reference, ...] = key("Des identifiants de commissions.", default=())
    organisers: tuple[Reference, ...] = key("Qui organise : des identifiants de membres.", default=())
    event_status: StatusName = key(FATE, default="scheduled")
    timezone: ZoneName | None = key(
        "Le fuseau horaire, s’il n’est pas celui du site : Europe/Brussels.", default=None
    )

    @property
    def day(self) -> Moment | None:
        return self.start or min((one.start for one in self.dates), key=str, default=None)


class VersionShape(Shape):
    """One state of a document."""

    version: Line | None = key("Le numéro ou le nom de la version.", default=None, alone=True)
    date: Day | None = key("Le jour de cette version.", default=None, alone=True)
    file: DocumentPath | None = key("Un fichier de content/documents : statuts.pdf.", default=None)
    url: Link | None = key("Sinon, l’adresse du document.", default=None)


class ResourceShape(VersionShape):
    title: Name = key("Le nom du document.")
    kind: Name | None = key(
        "Un mot libre, qui groupe les documents : manuel, formulaire, statuts…", default=None
    )
    audience: Name | None = key("À qui le document s’adresse.", default=None, alone=True)
    replaces: tuple[VersionShape, ...] = key("Les versions remplacées, la plus récente d’abord.", default=())
    governance: YesNo = key(
        "true : dit comment l’association est conduite (statuts, règlement).", default=False, alone=True
    )


class PageShape(TitledShape):
    menu: Literal["main", "footer", "none"] = key(
        "main : menu principal ; footer : pied de page ; none : aucun menu.", default="footer", alone=True
    )
    order: Number = key("Sa place dans le menu ; les petits nombres d’abord.", default=100, alone=True)
    template: Literal["faq", "glossary", "resources"] | None = key(
        "faq : des questions ; glossary : un glossaire ; resources : des documents.", default=None
    )
    resources: tuple[ResourceShape, ...] = key(
        "Les documents d’une page « resources ».", default=(), spoken=True
    )


class MinutesShape(CommonShape):
    """Without `date`, the name of the file begins with it."""

    title: Name | None = key(
        "Le titre ; sans lui, « Compte rendu du 3 novembre 2026 ».", default=None, alone=True, spoken=True
    )
    slug: Id | None = key(
        "Sans effet : l’adresse est faite de la commission et du jour.", default=None, alone=True, spoken=True
    )
    commission: Reference = key("L’identifiant de la commission.")
    date: Day | None = key(
        "Le jour de la réunion ; sans lui, celui par lequel commence le nom du fichier.",
        default=None,
        alone=True,
    )


KindName = Literal["internship", "apprenticeship", "job", "tender", "skill-exchange", "request"]


class OfferShape(TitledShape):
    kind: KindName = key(
        "internship (stage), apprenticeship (alternance), job (emploi), tender (appel d’offres), "
        "skill-exchange (échange de compétences) ou request (demande)."
    )
    member: Reference | None = key("Qui propose : l’identifiant d’un membre.", default=None)
    town: Reference | None = key(TOWN, default=None)
    skills: tuple[Reference, ...] = key(
        "Les compétences demandées ou proposées : des identifiants de « skills ».", default=()
    )
    date: Day | None = key(
        "Le jour de parution. Un jour à venir : l’annonce paraîtra ce jour-là.", default=None, alone=True
    )
    expires: Day = key("Le dernier jour pour répondre. Le lendemain, l’annonce quitte les listes.")
    offer_status: Literal["open", "filled", "withdrawn"] = key(
        "open : ouverte ; filled : pourvue ; withdrawn : retirée.", default="open"
    )
    apply: Apply | None = key(
        "Où répondre : une adresse complète, https://…, ou une adresse de courriel.",
        default=None,
        spoken=True,
    )

    @property
    def day(self) -> Moment | None:
        return self.date or self.expires
