"""The words that addresses are made of, in each language: `annuaire/`, `ledengids/`, `directory/`.

render/urls.py writes addresses in French; in another language each part of a path that is a word is that
language's. Names of files stay: calendars, feeds and data are the same in every language.
"""

from collections.abc import Mapping

from ..domain.offers import OfferKind
from ..domain.text import Language

Segment = str
"""Of a path: what stands between two slashes."""

DUTCH: Mapping[Segment, Segment] = {
    "accueil": "welkom",
    "actualites": "nieuws",
    "adherer": "lid-worden",
    "annonces": "aanbiedingen",
    "annuaire": "ledengids",
    "calendriers": "kalenders",
    "chiffres": "cijfers",
    "commission": "werkgroep",
    "commissions": "werkgroepen",
    "competences": "diensten",
    "comptes-rendus": "verslagen",
    "dossiers": "dossiers",
    "en": "in",
    "en-ligne": "online",
    "fichiers": "bestanden",
    "formations": "opleidingen",
    "gouvernance": "bestuur",
    "lieu": "plaats",
    "lieux": "plaatsen",
    "membres": "leden",
    "nom": "naam",
    "page": "pagina",
    "par": "op",
    "partenaires": "partners",
    "passees": "voorbij",
    "public": "publiek",
    "recherche": "zoeken",
    "sujets": "onderwerpen",
    "type": "soort",
}
ENGLISH: Mapping[Segment, Segment] = {
    "accueil": "home",
    "actualites": "news",
    "adherer": "join",
    "agenda": "events",
    "annonces": "offers",
    "annuaire": "directory",
    "calendriers": "calendars",
    "chiffres": "figures",
    "commission": "committee",
    "commissions": "committees",
    "competences": "services",
    "comptes-rendus": "minutes",
    "dossiers": "series",
    "en": "in",
    "en-ligne": "online",
    "fichiers": "files",
    "formations": "courses",
    "gouvernance": "governance",
    "lieu": "place",
    "lieux": "places",
    "membres": "members",
    "nom": "name",
    "par": "by",
    "partenaires": "partners",
    "passees": "past",
    "public": "audience",
    "recherche": "search",
    "sujets": "topics",
}
WORDS: Mapping[Language, Mapping[Segment, Segment]] = {"nl": DUTCH, "en": ENGLISH}
"""A word that is the same as in French is left out."""

KINDS_OF_OFFERS: Mapping[OfferKind, Segment] = {
    OfferKind.INTERNSHIP: "stage",
    OfferKind.APPRENTICESHIP: "alternance",
    OfferKind.JOB: "emploi",
    OfferKind.TENDER: "appel-d-offres",
    OfferKind.SKILL_EXCHANGE: "echange-de-competences",
    OfferKind.REQUEST: "demande",
}
IN_DUTCH: Mapping[OfferKind, Segment] = {
    OfferKind.INTERNSHIP: "stage",
    OfferKind.APPRENTICESHIP: "leerwerkplek",
    OfferKind.JOB: "vacature",
    OfferKind.TENDER: "aanbesteding",
    OfferKind.SKILL_EXCHANGE: "kennisuitwisseling",
    OfferKind.REQUEST: "vraag",
}


def in_words_of(language: Language, address: str) -> str:
    """An address of render/urls.py; in French where the words of the language are not known."""
    words = WORDS.get(language.split("-")[0], {})
    return "/".join(words.get(segment, segment) for segment in address.split("/"))


def kind_of_offers(kind: OfferKind, language: Language) -> Segment:
    """The word for offers of that kind; what editors write for it is English."""
    main = language.split("-")[0]
    return str(kind) if main == "en" else {"nl": IN_DUTCH}.get(main, KINDS_OF_OFFERS)[kind]
