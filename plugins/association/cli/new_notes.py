"""What `new` writes beside the values: lines to complete, as comments, in the language of the site.

They become part of the association's own files, and so do not follow the language of the terminal.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import get_args

from ..content.schema.texts import KindName
from ..content.yaml.text_edits import scalar
from ..domain.text import Slug

TUESDAY = 1
COLUMN = 28
OTHERWISE = "en"
Words = Mapping[str, str]

FRENCH: Words = {
    "fill in": "Ôtez le « # » des lignes utiles, et complétez-les :",
    "body": "Le texte commence ici.",
    "one of": "parmi : {ids}",
    "or": "ou",
    "short summary": "Une phrase de 160 caractères au plus.",
    "summary": "Une ou deux phrases, pour les listes et les moteurs de recherche.",
    "skill": "Formation",
    "skills": "une ou plusieurs, séparées par des virgules",
    "town": "Lens",
    "site": "https://www.exemple.fr",
    "email": "contact@exemple.fr",
    "phone": "03 00 00 00 00",
    "joined": "date d’adhésion",
    "consent": "le jour où cette personne a accepté d’être publiée ; sans lui, elle n’apparaît pas",
    "mission": "Ce que fait cette commission, en une ou deux phrases.",
    "no head": "sans personne : « à nommer »",
    "head": "Responsable",
    "president": "Présidence",
    "treasurer": "Trésorerie",
    "board mission": "Ce que décide cet organe, en une ou deux phrases.",
    "first day": "premier jour du mandat",
    "end of term": "dernier jour du mandat, compris",
    "director": "Direction générale",
    "meetings": "la première date, et le rythme",
    "meeting": "Réunion de la commission",
    "rhythm": "{every: mois, on: premier mardi}",
    "room": "Salle de réunion",
    "tag": "entraide",
    "image": "une image de content/images, avec sa description :",
    "image_alt": "Ce que montre l’image.",
    "last day": "dernier jour, compris",
    "venue": "un « id » de commissions.yaml, ou un texte",
    "registration": "https://www.exemple.fr/inscription",
    "price": "Gratuit",
    "expires": "dernier jour pour répondre, compris",
    "member": "qui la propose : un « id » de members.yaml",
    "apply": "https://www.exemple.fr/repondre",
    "menu": "main : menu principal ; footer : pied de page ; none : aucun menu",
    "dossier": "le même mot pour plusieurs textes à lire dans l’ordre",
    "minutes": "Ce qui a été décidé",
}
DUTCH: Words = {
    "fill in": "Haal de « # » weg voor de regels die u nodig hebt, en vul ze aan:",
    "body": "De tekst begint hier.",
    "one of": "een van: {ids}",
    "or": "of",
    "short summary": "Een zin van hoogstens 160 tekens.",
    "summary": "Een of twee zinnen, voor de lijsten en de zoekmachines.",
    "skill": "Opleiding",
    "skills": "een of meer, gescheiden door komma’s",
    "town": "Lens",
    "site": "https://www.voorbeeld.be",
    "email": "contact@voorbeeld.be",
    "phone": "02 000 00 00",
    "joined": "datum van toetreding",
    "consent": "de dag waarop deze persoon met publicatie instemde; zonder die dag verschijnt zij niet",
    "mission": "Wat deze commissie doet, in een of twee zinnen.",
    "no head": "zonder iemand: « te benoemen »",
    "head": "Verantwoordelijke",
    "president": "Voorzitter",
    "treasurer": "Penningmeester",
    "board mission": "Wat dit orgaan beslist, in een of twee zinnen.",
    "first day": "eerste dag van het mandaat",
    "end of term": "laatste dag van het mandaat, inbegrepen",
    "director": "Algemene directie",
    "meetings": "de eerste datum, en het ritme",
    "meeting": "Vergadering van de commissie",
    "rhythm": "{every: maand, on: eerste dinsdag}",
    "room": "Vergaderzaal",
    "tag": "samenwerking",
    "image": "een afbeelding uit content/images, met haar beschrijving:",
    "image_alt": "Wat de afbeelding toont.",
    "last day": "laatste dag, inbegrepen",
    "venue": "een « id » uit commissions.yaml, of een tekst",
    "registration": "https://www.voorbeeld.be/inschrijving",
    "price": "Gratis",
    "expires": "laatste dag om te antwoorden, inbegrepen",
    "member": "wie ze aanbiedt: een « id » uit members.yaml",
    "apply": "https://www.voorbeeld.be/antwoord",
    "menu": "main: hoofdmenu; footer: voettekst; none: geen menu",
    "dossier": "hetzelfde woord voor teksten die op volgorde te lezen zijn",
    "minutes": "Wat er is beslist",
}
ENGLISH: Words = {
    "fill in": "Remove the # before the lines you need, and complete them:",
    "body": "The text begins here.",
    "one of": "one of: {ids}",
    "or": "or",
    "short summary": "A sentence of 160 characters at most.",
    "summary": "One or two sentences, for lists and search engines.",
    "skill": "Training",
    "skills": "one or several, separated by commas",
    "town": "Lens",
    "site": "https://www.example.org",
    "email": "contact@example.org",
    "phone": "+44 20 0000 0000",
    "joined": "the day on which they joined",
    "consent": "the day on which this person agreed to be published; without it, they do not appear",
    "mission": "What this committee does, in one or two sentences.",
    "no head": "without anybody: to be appointed",
    "head": "Chair",
    "president": "President",
    "treasurer": "Treasurer",
    "board mission": "What this body decides, in one or two sentences.",
    "first day": "the first day of the mandate",
    "end of term": "the last day of the mandate, included",
    "director": "Managing director",
    "meetings": "the first date, and the rhythm",
    "meeting": "Committee meeting",
    "rhythm": "{every: month, on: first tuesday}",
    "room": "Meeting room",
    "tag": "mutual-aid",
    "image": "an image of content/images, with its description:",
    "image_alt": "What the image shows.",
    "last day": "the last day, included",
    "venue": "an id of commissions.yaml, or a text",
    "registration": "https://www.example.org/registration",
    "price": "Free",
    "expires": "the last day to answer, included",
    "member": "who offers it: an id of members.yaml",
    "apply": "https://www.example.org/answer",
    "menu": "main: the main menu; footer: the foot of the page; none: no menu",
    "dossier": "the same word for texts to be read in order",
    "minutes": "What was decided",
}
LANGUAGES: Mapping[str, Words] = {"fr": FRENCH, "nl": DUTCH, "en": ENGLISH}

# Of each kind of offer, the word that is shown first; the others are understood too.
OFFERS: Mapping[str, Mapping[str, str]] = {
    "fr": {
        "internship": "stage",
        "apprenticeship": "alternance, apprentissage",
        "job": "emploi, poste, cdi, cdd",
        "tender": "marché, appel d’offres, marché public",
        "skill-exchange": "échange, échange de compétences",
        "request": "demande, besoin",
    },
    "nl": {
        "internship": "stage",
        "apprenticeship": "leerwerkplek, leercontract",
        "job": "vacature, baan",
        "tender": "opdracht, aanbesteding",
        "skill-exchange": "uitwisseling, kennisuitwisseling",
        "request": "vraag, aanvraag",
    },
    "en": {
        "internship": "internship",
        "apprenticeship": "apprenticeship",
        "job": "job, vacancy",
        "tender": "tender",
        "skill-exchange": "exchange, skill exchange",
        "request": "request",
    },
}


def spoken(language: str) -> str:
    """The language of the notes: that of the site, if we speak it."""
    main = language.lower().partition("-")[0].partition("_")[0]
    return main if main in LANGUAGES else OTHERWISE


def words_in(language: str) -> Words:
    return LANGUAGES[spoken(language)]


def offer_words(language: str) -> Iterator[str]:
    """One for each kind, in the order of the kinds."""
    return (OFFERS[spoken(language)][kind].partition(",")[0] for kind in get_args(KindName))


def about_offers(kind: str, language: str) -> str:
    """« stage ; ou apprenticeship (alternance), job (emploi)… »"""
    shown = dict(zip(get_args(KindName), offer_words(language), strict=True))
    others = (
        f"{other} ({word})" if word != other else other for other, word in shown.items() if other != kind
    )
    own = "" if shown[kind] == kind else f"{shown[kind]} ; "
    return f"{own}{words_in(language)['or']} {', '.join(others)}"


def about_member(
    known: Mapping[str, Sequence[Slug]], is_person: bool, language: str, today: date
) -> Iterator[str]:
    """known: the ids of the lists `types`, `skills` and `towns`."""
    words, types = words_in(language), known["types"]
    yield words["fill in"]
    if types:
        yield aligned(f"type: {types[0]}", words["one of"].format(ids=", ".join(types)))
    yield f"summary: {words['short summary']}"
    yield aligned(f"skills: [{first(known['skills'], words['skill'])}]", words["skills"])
    yield f"town: {first(known['towns'], words['town'])}"
    yield f"website: {words['site']}"
    yield f"email: {words['email']}"
    yield f'phone: "{words["phone"]}"'
    yield aligned(f"joined: {today}", words["joined"])
    if is_person:
        yield aligned("consent:", words["consent"])


def about_commission(
    members: Sequence[Slug], venues: Sequence[Slug], language: str, today: date
) -> Iterator[str]:
    words = words_in(language)
    yield words["fill in"]
    yield f"mission: {words['mission']}"
    if members:
        yield aligned("chairs:", words["no head"])
        yield f"  - {{member: {members[0]}, role: {words['head']}}}"
        yield f"members: [{members[0]}]"
    yield f"contact: {{email: {words['email']}}}"
    yield aligned("meetings:", words["meetings"])
    yield f"  - title: {words['meeting']}"
    yield f"    start: {first_tuesday(today)} 18:30"
    yield "    duration: 2h"
    yield f"    repeat: {words['rhythm']}"
    yield f"    venue: {first(venues, words['room'])}"


def about_body(members: Sequence[Slug], language: str, today: date) -> Iterator[str]:
    """A board has mandates, with their days, rather than a rhythm."""
    words = words_in(language)
    yield words["fill in"]
    yield f"mission: {words['board mission']}"
    if members:
        yield aligned("chairs:", words["no head"])
        for role in ("president", "treasurer"):
            yield f"  - member: {members[0]}"
            yield f"    role: {words[role]}"
            yield aligned(f"    since: {today}", words["first day"])
            yield aligned(f"    until: {in_three_years(today)}", words["end of term"])
    yield f"contact: {{email: {words['email']}}}"


def in_three_years(today: date) -> date:
    """The eve of that day."""
    return today.replace(year=today.year + 3, day=min(today.day, 28)) - timedelta(days=1)


def about_officer(language: str, today: date) -> Iterator[str]:
    words = words_in(language)
    yield words["fill in"]
    yield f"role: {words['director']}"
    yield f"email: {words['email']}"
    yield f'phone: "{words["phone"]}"'
    yield aligned(f"since: {today}", words["first day"])
    yield aligned("consent:", words["consent"])


def about_news(language: str) -> Iterator[str]:
    words = words_in(language)
    yield f"summary: {words['summary']}"
    yield f"tags: [{words['tag']}]"
    yield aligned("image: images/photo.jpg", words["image"])
    yield f"image_alt: {words['image_alt']}"
    yield aligned("dossier: nomenclature", words["dossier"])


def about_event(language: str) -> Iterator[str]:
    words = words_in(language)
    yield f"summary: {words['summary']}"
    yield f"registration: {words['registration']}"
    yield f"price: {words['price']}"


def about_offer(language: str) -> Iterator[str]:
    words = words_in(language)
    yield f"apply: {words['apply']}"
    yield f"summary: {words['summary']}"


def about_page(language: str) -> Iterator[str]:
    words = words_in(language)
    yield f"summary: {words['summary']}"
    yield aligned("menu: footer", words["menu"])


def about_minutes(language: str) -> Iterator[str]:
    words = words_in(language)
    yield f"title: {words['minutes']}"
    yield f"summary: {words['summary']}"


def first(ids: Sequence[Slug], otherwise: str) -> str:
    return ids[0] if ids else scalar(otherwise, 0, False)


def first_tuesday(today: date) -> date:
    """Of the month after `today`."""
    begins = (today.replace(day=1) + timedelta(days=31)).replace(day=1)
    return begins + timedelta(days=(TUESDAY - begins.weekday()) % 7)


def aligned(line: str, remark: str) -> str:
    """A remark, however long the line: without a space before its "#", it would be part of the value."""
    return f"{line:<{COLUMN - 1}} # {remark}"
