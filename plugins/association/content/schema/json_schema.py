"""JSON Schemas of the editors' files, for completion and first checks while typing.

Made from the shapes. They know less than `check`: no references, no calendar.
In French, as their readers are.

What the keys mean, in the words an editor sees while typing. French, because they are.
"""

import json
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from pydantic.json_schema import WithJsonSchema

from .. import fields
from ..fields.base import Form
from .base import Shape
from .commissions import CommissionsFile
from .members import MembersFile
from .texts import ArticleShape, EventShape, MinutesShape, OfferShape, PageShape

DIALECT = "https://json-schema.org/draft/2020-12/schema"
SHAPES: Mapping[str, type[Shape]] = {
    "members": MembersFile,
    "commissions": CommissionsFile,
    "article": ArticleShape,
    "event": EventShape,
    "offer": OfferShape,
    "minutes": MinutesShape,
    "page": PageShape,
}
PLAIN_NAMES = ("Line", "TextField")  # for forms that other fields have too
NULL: Form = {"type": "null"}

# An empty value means absent; written so that editors do not offer it as a value.
EMPTY_NAME = "Empty"
EMPTY: Form = {"type": ["string", "null"], "maxLength": 0}


def write(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name in SHAPES:
        (folder / f"{name}.schema.json").write_text(schema_text(name), encoding="utf-8", newline="\n")


def schema_text(name: str) -> str:
    return json.dumps(schema(name), ensure_ascii=False, indent=2) + "\n"


def schema(name: str) -> Form:
    shape = SHAPES[name]
    raw = shape.model_json_schema()
    objects = {shape.__name__: raw, **raw.pop("$defs", {})}
    described = {title: an_object(title, raw_object) for title, raw_object in sorted(objects.items())}
    top = described.pop(shape.__name__)
    definitions = {**named_forms(), EMPTY_NAME: EMPTY, **described}
    used = {key: form for key, form in definitions.items() if is_used(key, top, definitions)}
    return {
        "$schema": DIALECT,
        "title": FILES[name].title,
        "description": FILES[name].text,
        **top,
        "$defs": used,
    }


def an_object(title: str, raw: Form) -> Form:
    """Pydantic's titles and docstrings out, our words in; what is optional may be empty."""
    required = raw.get("required", [])
    properties = {
        key: a_property(title, key, value, key in required) for key, value in raw["properties"].items()
    }
    form: Form = {"type": "object", "additionalProperties": False, "properties": properties}
    return {**form, "required": required} if required else form


def a_property(title: str, key: str, raw: Form, is_required: bool) -> Form:
    choices = list(alternatives(raw))
    if not is_required:
        choices.append({"$ref": f"#/$defs/{EMPTY_NAME}"})
    form: Form = choices[0] if len(choices) == 1 else {"anyOf": choices}
    words = description(title, key)
    said: Form = {"description": words} if words else {}
    default: Form = {"default": raw["default"]} if raw.get("default") not in (None, [], {}) else {}
    return {**said, **form, **default}


def alternatives(raw: Form) -> Iterator[Form]:
    """The forms a value may have, those of our fields by name."""
    form = {key: value for key, value in raw.items() if key not in ("title", "description", "default")}
    if "anyOf" in form:  # without the null that pydantic adds to what is optional
        form["anyOf"] = [choice for choice in form["anyOf"] if choice != NULL]
    name = name_of(form)
    if name:
        yield {"$ref": f"#/$defs/{name}"}
    elif "anyOf" in form:
        for choice in form["anyOf"]:
            yield from alternatives(choice)
    else:
        yield {key: nested(value) for key, value in form.items()}


def nested(value: object) -> object:
    """The form of the entries of a list or of a mapping."""
    if not isinstance(value, dict):
        return value
    choices = list(alternatives(value))
    return choices[0] if len(choices) == 1 else {"anyOf": choices}


def name_of(form: Form) -> str | None:
    return next((name for name, named in named_forms().items() if named == form), None)


@cache
def named_forms() -> dict[str, Form]:
    """The forms of our fields, each once, by the name of a field that has it."""
    found: dict[str, Form] = {}
    for name in (*PLAIN_NAMES, *fields.__all__):
        for mark in getattr(getattr(fields, name), "__metadata__", ()):
            form = mark.json_schema if isinstance(mark, WithJsonSchema) else None
            if form and form not in found.values():
                found[name] = form
    return found


def is_used(name: str, top: Form, definitions: Mapping[str, Form]) -> bool:
    everything = json.dumps([top, *definitions.values()])
    return f'"#/$defs/{name}"' in everything


class About(NamedTuple):
    title: str
    text: str


FILES: Mapping[str, About] = {
    "members": About("members.yaml", "Les membres de l’association, et les mots qui servent à les décrire."),
    "commissions": About(
        "commissions.yaml", "Les commissions, leurs réunions et les lieux où elles se tiennent."
    ),
    "article": About("content/actualites/*.md", "L’en-tête d’une actualité."),
    "event": About("content/agenda/*.md", "L’en-tête d’un événement, ou d’une série de dates."),
    "offer": About("content/annonces/*.md", "L’en-tête d’une annonce."),
    "minutes": About("content/comptes-rendus/*.md", "L’en-tête d’un compte rendu."),
    "page": About("content/pages/*.md", "L’en-tête d’une page."),
}

FATE = "scheduled : prévu ; cancelled : annulé ; postponed : reporté ; moved-online : en ligne."
PUBLICATION = "published : en ligne ; draft : brouillon."

# By shape and key where a key means different things, else by key.
WORDS: Mapping[str, str] = {
    "MembersFile.types": "Les sortes d’adhésion. Liste absente : les mots sont libres.",
    "MembersFile.skills": "Les compétences proposées. Liste absente : les mots sont libres.",
    "MembersFile.towns": "Les communes du territoire. Liste absente : les noms sont libres.",
    "MembersFile.members": "Les membres, un par entrée.",
    "MembersFile.partners": "Les associations et organismes partenaires.",
    "MembersFile.benefits": "Ce que l’adhésion apporte.",
    "TypeShape.plural": "Le nom au pluriel, pour les titres de liste.",
    "TypeShape.parent": "L’identifiant d’une sorte d’adhésion plus large.",
    "TypeShape.accepts": "Qui peut adhérer ainsi. Absent : tout le monde.",
    "TypeShape.voting": "Donne le droit de vote.",
    "TypeShape.fee": "La cotisation annuelle, en chiffres : 150 ou 37.50.",
    "TypeShape.join_url": "La page d’adhésion ou de paiement.",
    "TypeShape.admission": "open : sur simple demande ; invitation : sur invitation.",
    "TypeShape.charter_required": "true : la charte doit être signée (charter_signed).",
    "TypeShape.target": "Le nombre de membres espéré.",
    "SkillShape.plural": "Ceux qui la proposent, pour les titres de liste : Agences web.",
    "SkillShape.synonyms": "Les mots d’un visiteur qui ne connaît pas le métier ; la recherche les comprend.",
    "MemberShape.name": "Le nom, tel qu’il s’affiche.",
    "MemberShape.kind": "organisation, person (un particulier), school (école) ou public (organisme public).",
    "MemberShape.type": "La sorte d’adhésion : un identifiant de « types ».",
    "MemberShape.skills": "Des identifiants de « skills ».",
    "MemberShape.serves": "Les communes desservies : des identifiants de « towns ».",
    "MemberShape.social": "Les réseaux sociaux : nom du réseau et adresse complète.",
    "MemberShape.logo": "Le fichier du logo, sous content/images : logos/exemple.png.",
    "MemberShape.people": "Les personnes à contacter. Sans « consent », une personne n’apparaît nulle part.",
    "MemberShape.interns": "true : accueille des stagiaires.",
    "MemberShape.languages": "Les langues parlées : [fr, nl].",
    "MemberShape.partnerships": "Les marques ou éditeurs dont le membre est partenaire.",
    "MemberShape.labels": "Les labels et certifications.",
    "MemberShape.joined": "Le jour de l’adhésion.",
    "MemberShape.left": "Le jour du départ ; passé ce jour, la fiche n’est plus publiée.",
    "MemberShape.charter_signed": "Le jour de la signature de la charte.",
    "MemberShape.sponsors": "Les parrains : des identifiants de membres.",
    "MemberShape.last_verified": "Le jour où la fiche a été relue pour la dernière fois.",
    "MemberShape.listed": "false : membre, mais absent de l’annuaire public.",
    "BenefitShape.status": "available : acquis ; negotiating : en négociation ; project : en projet.",
    "BenefitShape.members_needed": "Le nombre de membres à partir duquel l’avantage existe.",
    "PersonShape.photo": "Le fichier de la photo, sous content/images.",
    "CommissionsFile.venues": "Les lieux de réunion. Liste absente : les noms sont libres.",
    "CommissionsFile.commissions": "Les commissions, une par entrée.",
    "VenueShape.lent_by": "Qui prête le lieu.",
    "CommissionShape.kind": "Un mot libre : commission, groupe de travail, comité directeur…",
    "CommissionShape.mission": "Une ou deux phrases.",
    "CommissionShape.chairs": "Qui anime la commission ; une liste vide se lit « à nommer ».",
    "CommissionShape.members": "Les membres qui participent : des identifiants de members.yaml.",
    "CommissionShape.partners": "Des identifiants de « partners », dans members.yaml.",
    "CommissionShape.charter": "La charte : une adresse complète ou une page du site, /charte/.",
    "CommissionShape.minutes": "expected : chaque réunion a son compte rendu ; la vérification rappelle ceux "
    "qui manquent.",
    "ChairShape.member": "L’identifiant d’un membre.",
    "ChairShape.person": "Le nom d’une des personnes de ce membre.",
    "ChairShape.role": "Son titre : Responsable, Secrétaire…",
    "ChairShape.since": "Premier jour du mandat.",
    "ChairShape.until": "Dernier jour du mandat ; vide tant qu’il dure.",
    "MeetingShape.id": "Permanent : l’agenda des téléphones s’y fie. Inutile s’il n’y a qu’une réunion.",
    "MeetingShape.start": "La première date : 2026-11-03 18:30. Elle doit suivre le rythme de « repeat ».",
    "MeetingShape.repeat": "Le rythme : every et on, ou rrule.",
    "MeetingShape.except_on": "Pas de réunion ces jours-là ; rien ne s’affiche.",
    "MeetingShape.cancelled_on": "Réunions annulées ; elles restent affichées, barrées.",
    "MeetingShape.moved": "Réunions déplacées : from (le jour prévu), to (le nouveau), venue.",
    "MeetingShape.also_on": "Dates supplémentaires.",
    "RepeatShape.every": "jour, semaine, mois, année, ou « 2 mois »… ; en anglais : « 2 months ».",
    "RepeatShape.on": "« mardi », « premier mardi » ou « le 15 » ; en anglais : « first tuesday ».",
    "RepeatShape.rrule": "À la place de every et on : une règle RFC 5545.",
    "RepeatShape.until": "Le dernier jour possible.",
    "RepeatShape.count": "Le nombre de réunions.",
    "MoveShape.from": "Le jour prévu.",
    "MoveShape.to": "Le nouveau jour, avec l’heure si elle change.",
    "ArticleShape.date": "Une date à venir : l’actualité paraîtra ce jour-là.",
    "ArticleShape.modified": "La date de la dernière correction importante.",
    "ArticleShape.authors": "Les auteurs, tels qu’ils s’affichent.",
    "ArticleShape.category": "Un mot.",
    "ArticleShape.pinned": "true : reste en tête de liste.",
    "EventShape.dates": "Plusieurs dates : le fichier devient une série, avec une seule page.",
    "EventShape.kind": "Un mot libre : atelier, conférence, assemblée générale…",
    "EventShape.organisers": "Qui organise : des identifiants de membres.",
    "EventShape.audience": "À qui l’événement s’adresse.",
    "EventShape.event_status": FATE,
    "DateShape.id": "Permanent : l’agenda des téléphones s’y fie.",
    "OfferShape.kind": "internship (stage), apprenticeship (alternance), job (emploi), tender (appel "
    "d’offres), skill-exchange (échange de compétences) ou request (demande).",
    "OfferShape.member": "Qui propose : l’identifiant d’un membre.",
    "OfferShape.skills": "Les compétences demandées ou proposées : des identifiants de « skills ».",
    "OfferShape.date": "Le jour de parution. Un jour à venir : l’annonce paraîtra ce jour-là.",
    "OfferShape.expires": "Le dernier jour pour répondre. Le lendemain, l’annonce quitte les listes.",
    "OfferShape.offer_status": "open : ouverte ; filled : pourvue ; withdrawn : retirée.",
    "OfferShape.apply": "Où répondre : une adresse complète, https://…, ou une adresse de courriel.",
    "MinutesShape.title": "Le titre ; sans lui, « Compte rendu du 3 novembre 2026 ».",
    "MinutesShape.slug": "Sans effet : l’adresse est faite de la commission et du jour.",
    "MinutesShape.commission": "L’identifiant de la commission.",
    "MinutesShape.date": "Le jour de la réunion ; sans lui, celui par lequel commence le nom du fichier.",
    "PageShape.menu": "main : menu principal ; footer : pied de page ; none : aucun menu.",
    "PageShape.order": "Sa place dans le menu ; les petits nombres d’abord.",
    "id": "L’identifiant, permanent, fin de l’adresse : lettres sans accent, chiffres et traits d’union.",
    "name": "Le nom, tel qu’il s’affiche.",
    "title": "Le titre. Un texte qui contient « : » s’écrit entre guillemets droits.",
    "summary": "Une ou deux phrases, 160 caractères au plus.",
    "description": "Un texte libre, en Markdown.",
    "slug": "La fin de l’adresse de la page ; sinon, le nom du fichier.",
    "lang": "La langue du texte : fr, nl…",
    "tags": "Les sujets : [entraide, stages].",
    "image": "Le fichier de l’image, sous content : images/exemple.jpg.",
    "image_alt": "Ce que montre l’image, pour qui ne la voit pas. Obligatoire avec « image ».",
    "status": FATE,
    "ArticleShape.status": PUBLICATION,
    "EventShape.status": PUBLICATION,
    "OfferShape.status": PUBLICATION,
    "MinutesShape.status": PUBLICATION,
    "PageShape.status": PUBLICATION,
    "visibility": "public : pour tous ; members : pour les membres seulement.",
    "commissions": "Des identifiants de commissions.",
    "members": "Des identifiants de membres.",
    "town": "La commune : un identifiant de « towns ».",
    "postal_code": 'Le code postal, entre guillemets droits : "62300".',
    "country": "Deux lettres capitales : FR, BE…",
    "lat": "La latitude en degrés, avec un point : 50.43.",
    "lon": "La longitude en degrés, avec un point : 2.83.",
    "website": "L’adresse complète : https://…",
    "url": "L’adresse complète : https://…",
    "online": "L’adresse de la visioconférence.",
    "registration": "L’adresse du formulaire d’inscription.",
    "email": "Une adresse de courriel, publiée telle quelle.",
    "phone": "Un numéro de téléphone, publié tel quel.",
    "role": "Ce que fait la personne.",
    "consent": "Le jour de l’accord pour tout publier, ou {date: 2026-09-01, fields: [name, role]}.",
    "start": "Jour et heure : 2026-11-03 18:30. Sans heure : toute la journée.",
    "end": "Jour et heure de fin. Sans heure : ce jour est compris.",
    "duration": "2h, 1h30, 90min ou 3d (jours).",
    "venue": "Le lieu : un identifiant de « venues », ou un texte libre.",
    "timezone": "Le fuseau horaire, s’il n’est pas celui du site : Europe/Brussels.",
    "price": "Le prix, en mots : Gratuit.",
}


def description(shape: str, key: str) -> str | None:
    return WORDS.get(f"{shape}.{key}") or WORDS.get(key)
