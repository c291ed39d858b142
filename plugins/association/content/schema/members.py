"""members.yaml: types, skills, towns, members, partners, benefits (DESIGN section 3).

The ASSOCIATION dict of pelicanconf.py (DESIGN section 3).
"""

from typing import Literal

from ..fields import (
    Amount,
    Colour,
    ConsentField,
    CountryCode,
    Day,
    Email,
    Former,
    Id,
    ImagePath,
    LanguageCode,
    Latitude,
    Line,
    Link,
    Longitude,
    MarkdownField,
    Name,
    Number,
    Phone,
    PostalCode,
    ProperName,
    Reference,
    Summary,
    TextField,
    WebUrl,
    Word,
    YesNo,
)
from .base import ALIASES, EMAIL, ID, MARKDOWN, NAME, TOWN, Shape, key

KindName = Literal["organisation", "person", "school", "public"]


class TypeShape(Shape):
    id: Id = key(ID)
    name: Name = key(NAME, alone=True)
    plural: Name | None = key("Le nom au pluriel, pour les titres de liste.", default=None, alone=True)
    description: MarkdownField | None = key(MARKDOWN, default=None, alone=True)
    parent: Reference | None = key(
        "L’identifiant d’une sorte d’adhésion plus large, qui dit ce que celle-ci ne dit pas.", default=None
    )
    accepts: tuple[KindName, ...] = key("Qui peut adhérer ainsi. Absent : tout le monde.", default=())
    voting: YesNo | None = key("Donne le droit de vote.", default=None, alone=True)
    fee: Amount | None = key("La cotisation annuelle, en chiffres : 150 ou 37.50.", default=None, alone=True)
    join_url: WebUrl | None = key("La page d’adhésion ou de paiement.", default=None, alone=True)
    admission: Literal["open", "invitation"] | None = key(
        "open : sur simple demande ; invitation : sur invitation.", default=None, alone=True
    )
    charter_required: YesNo | None = key("true : la charte doit être signée (charter_signed).", default=None)
    charter: Link | None = key(
        "La charte : une adresse complète ou une page du site, /charte/.", default=None, alone=True
    )
    sponsors_required: Number | None = key(
        "Le nombre de membres qui doivent parrainer (sponsors).", default=None
    )
    until: Day | None = key(
        "Le dernier jour où l’on a pu adhérer ainsi ; ceux qui l’ont fait le restent.", default=None
    )
    target: Number | None = key("Le nombre de membres espéré.", default=None, alone=True)


class SkillShape(Shape):
    id: Id = key(ID)
    name: Name = key(NAME, alone=True)
    plural: Name | None = key(
        "Ceux qui la proposent, pour les titres de liste : Agences web.", default=None, alone=True
    )
    description: MarkdownField | None = key(MARKDOWN, default=None, alone=True)
    synonyms: tuple[Line, ...] = key(
        "Les mots d’un visiteur qui ne connaît pas le métier ; la recherche les comprend.",
        default=(),
        alone=True,
    )


class TownShape(Shape):
    id: Id = key(ID)
    name: Name = key(NAME, alone=True)
    postal_code: PostalCode | None = key(
        'Le code postal, entre guillemets droits : "62300".', default=None, alone=True
    )
    lat: Latitude | None = key("La latitude en degrés, avec un point : 50.43.", default=None)
    lon: Longitude | None = key("La longitude en degrés, avec un point : 2.83.", default=None)
    region: Name | None = key(
        "La région où compter les membres qui ne sont pas nommés. Absente : la commune.",
        default=None,
        alone=True,
    )


class AddressShape(Shape):
    street: Line | None = key(default=None, alone=True)
    postal_code: PostalCode | None = key(
        'Le code postal, entre guillemets droits : "62300".', default=None, alone=True
    )
    country: CountryCode | None = key("Deux lettres capitales : FR, BE…", default=None, alone=True)


class PersonShape(Shape):
    name: Line = key(NAME, alone=True)
    role: Name | None = key("Ce que fait la personne.", default=None, alone=True)
    email: Email | None = key(EMAIL, default=None, alone=True)
    phone: Phone | None = key("Un numéro de téléphone, publié tel quel.", default=None, alone=True)
    photo: ImagePath | None = key("Le fichier de la photo, sous content/images.", default=None, alone=True)
    consent: ConsentField | None = key(
        "Le jour de l’accord pour tout publier, ou {date: 2026-09-01, fields: [name, role]}.", default=None
    )


class MemberShape(Shape):
    id: Id = key(ID)
    name: ProperName = key(NAME, alone=True)
    kind: KindName = key(
        "organisation, person (un particulier), school (école) ou public (organisme public).",
        default="organisation",
    )
    type: Reference | None = key("La sorte d’adhésion : un identifiant de « types ».", default=None)
    summary: Summary | None = key("Une ou deux phrases, 160 caractères au plus.", default=None, alone=True)
    description: MarkdownField | None = key(MARKDOWN, default=None, alone=True)
    skills: tuple[Reference, ...] = key("Des identifiants de « skills ».", default=())
    town: Reference | None = key(TOWN, default=None)
    address: AddressShape | None = key(default=None, alone=True)
    serves: tuple[Reference, ...] = key(
        "Les communes desservies : des identifiants de « towns ».", default=()
    )
    website: WebUrl | None = key("L’adresse complète : https://…", default=None, alone=True)
    email: Email | None = key(EMAIL, default=None, alone=True)
    phone: Phone | None = key("Un numéro de téléphone, publié tel quel.", default=None, alone=True)
    social: dict[Line, WebUrl] = key(
        "Les réseaux sociaux : nom du réseau et adresse complète.", default={}, alone=True
    )
    logo: ImagePath | None = key(
        "Le fichier du logo, sous content/images : logos/exemple.png.", default=None, alone=True
    )
    people: tuple[PersonShape, ...] = key(
        "Les personnes à contacter. Sans « consent », une personne n’apparaît nulle part.", default=()
    )
    interns: YesNo = key("true : accueille des stagiaires.", default=False, alone=True)
    languages: tuple[LanguageCode, ...] = key("Les langues parlées : [fr, nl].", default=(), alone=True)
    partnerships: tuple[Line, ...] = key(
        "Les marques ou éditeurs dont le membre est partenaire.", default=(), alone=True
    )
    labels: tuple[Line, ...] = key("Les labels et certifications.", default=(), alone=True)
    joined: Day | None = key("Le jour de l’adhésion.", default=None, alone=True)
    left: Day | None = key("Le jour du départ ; passé ce jour, la fiche n’est plus publiée.", default=None)
    charter_signed: Day | None = key("Le jour de la signature de la charte.", default=None)
    sponsors: tuple[Reference, ...] = key("Les parrains : des identifiants de membres.", default=())
    consent: ConsentField | None = key(
        "Le jour de l’accord pour tout publier, ou {date: 2026-09-01, fields: [name, role]}.", default=None
    )
    last_verified: Day | None = key(
        "Le jour où la fiche a été relue pour la dernière fois.", default=None, alone=True
    )
    listed: YesNo = key("false : membre, mais absent de l’annuaire public.", default=True)
    aliases: tuple[Former, ...] = key(ALIASES, default=(), alone=True)


class PartnerShape(Shape):
    id: Id = key(ID)
    name: ProperName = key(NAME, alone=True)
    kind: Word | None = key(
        "Un mot libre : institution, éditeur, association sœur…", default=None, alone=True
    )
    country: CountryCode | None = key("Deux lettres capitales : FR, BE…", default=None, alone=True)
    website: WebUrl | None = key("L’adresse complète : https://…", default=None, alone=True)
    email: Email | None = key(EMAIL, default=None, alone=True)
    phone: Phone | None = key("Un numéro de téléphone, publié tel quel.", default=None, alone=True)
    contact: PersonShape | None = key(
        "La personne à qui s’adresser. Sans « consent », elle n’apparaît nulle part.", default=None
    )
    description: MarkdownField | None = key(MARKDOWN, default=None, alone=True)
    logo: ImagePath | None = key(
        "Le fichier du logo, sous content/images : logos/exemple.png.", default=None, alone=True
    )


class BenefitShape(Shape):
    name: Name = key(NAME, alone=True)
    description: MarkdownField | None = key(MARKDOWN, default=None, alone=True)
    status: Literal["available", "negotiating", "project"] = key(
        "available : acquis ; negotiating : en négociation ; project : en projet.", default="available"
    )
    members_needed: Number | None = key(
        "Le nombre de membres à partir duquel l’avantage existe.", default=None
    )


class MembersFile(Shape):
    """A vocabulary left out (None) accepts free words; an empty one accepts none."""

    types: tuple[TypeShape, ...] | None = key(
        "Les sortes d’adhésion. Liste absente : les mots sont libres.", default=None
    )
    skills: tuple[SkillShape, ...] | None = key(
        "Les compétences proposées. Liste absente : les mots sont libres.", default=None
    )
    towns: tuple[TownShape, ...] | None = key(
        "Les communes du territoire. Liste absente : les noms sont libres.", default=None
    )
    members: tuple[MemberShape, ...] = key("Les membres, un par entrée.", default=())
    partners: tuple[PartnerShape, ...] = key("Les associations et organismes partenaires.", default=())
    benefits: tuple[BenefitShape, ...] = key("Ce que l’adhésion apporte.", default=())


class IdentityShape(Shape):
    name: ProperName = key(alone=True)
    legal_form: Name | None = None
    tagline: TextField | None = None
    territory: Name | None = None
    founded: Line | None = None
    founded_in: Name | None = None
    registration: Line | None = key(default=None, alone=True)
    email: Email | None = key(default=None, alone=True)
    phone: Phone | None = key(default=None, alone=True)
    address: Line | None = key(default=None, alone=True)
    logo: ImagePath | None = key(default=None, alone=True)
    accent: Colour | None = None
    social: dict[Line, WebUrl] = key(default={}, alone=True)
    repository: WebUrl | None = None
    notice: TextField | None = None
