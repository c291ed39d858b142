"""What can be typed after `new`: the words of French, Dutch and English for what an editor adds.

Those of all three are always understood, with or without accents, of one thing or of several. Where they mean
different things, the language of the site decides.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

from ..domain.text import slug_of
from .new_words import LANGUAGES, OFFERS, spoken

ORDER = ("fr", "nl", "en")

# Of each kind, the word that is shown first.
KIND_WORDS: Mapping[str, Mapping[str, str]] = {
    "fr": {
        "member": "membre, adhérent, fiche, entreprise, société",
        "person": "personne, dirigeant",
        "commission": "commission, groupe de travail, groupe, comité",
        "meeting": "réunion, séance",
        "minutes": "compte-rendu, procès-verbal, procès-verbaux, pv, cr",
        "news": "actualité, actu, nouvelle, article, billet, brève",
        "event": "événement, rendez-vous, manifestation, date, sortie",
        "series": "série, série de dates, tournée, cycle",
        "offer": "annonce, offre, petite annonce",
        "page": "page",
        "faq": "questions, faq, foire aux questions",
        "glossary": "glossaire, lexique",
        "resources": "documents, ressources",
        "skill": "compétence, métier, savoir-faire",
        "town": "commune, ville",
        "type": "type, sorte d’adhésion, type d’adhésion, adhésion, catégorie",
        "venue": "lieu, lieux, salle, endroit",
        "partner": "partenaire",
        "benefit": "avantage",
        "calendar": "calendrier, agenda",
        "translation": "traduction",
        "site": "site, site web",
        "course": "formation, cours",
        "body": "organe, bureau, comité directeur, conseil d’administration",
        "individual": "particulier",
    },
    "nl": {
        "member": "lid, leden, bedrijf, bedrijven",
        "person": "persoon",
        "commission": "werkgroep, commissie",
        "meeting": "vergadering, bijeenkomst",
        "minutes": "verslag, notulen",
        "news": "nieuws, nieuwsbericht, bericht, artikel",
        "event": "evenement, activiteit, afspraak, datum",
        "series": "reeks, reeksen",
        "offer": "aanbieding, advertentie, zoekertje, aanbod",
        "page": "pagina, bladzijde",
        "faq": "vragen, faq",
        "glossary": "woordenlijst, begrippenlijst",
        "resources": "documenten, bestanden",
        "skill": "competentie, vaardigheid, vaardigheden, dienst",
        "town": "gemeente, gemeenten, stad, steden",
        "type": "soort, soort lid, lidmaatschap",
        "venue": "plaats, locatie, zaal, zalen",
        "partner": "partner",
        "benefit": "voordeel, voordelen",
        "calendar": "kalender, agenda",
        "translation": "vertaling",
        "site": "site, website",
        "course": "opleiding, cursus, vorming",
        "body": "orgaan, organen, bestuur",
        "individual": "particulier",
    },
    "en": {
        "member": "member, company, companies",
        "person": "person, people, officer",
        "commission": "commission, committee, working group",
        "meeting": "meeting",
        "minutes": "minutes",
        "news": "news, news item, article, post",
        "event": "event, date",
        "series": "series, tour",
        "offer": "offer, ad, notice",
        "page": "page",
        "faq": "faq, questions",
        "glossary": "glossary, glossaries",
        "resources": "resources, documents",
        "skill": "skill",
        "town": "town, city, cities",
        "type": "type, kind of member, membership",
        "venue": "venue, place, room",
        "partner": "partner",
        "benefit": "benefit",
        "calendar": "calendar",
        "translation": "translation",
        "site": "site, website",
        "course": "course, training",
        "body": "body, board",
        "individual": "individual",
    },
}
TEMPLATES = ("faq", "glossary", "resources")
"""Pages of a kind of their own."""
KINDS_WITHIN: Mapping[str, tuple[str, Mapping[str, str | bool]]] = {
    **{template: ("page", {"template": template}) for template in TEMPLATES},
    "body": ("commission", {"governance": True}),
    "individual": ("member", {"person": True}),
    **{kind: ("offer", {"kind": kind}) for kind in OFFERS["en"]},
}
"""What is of another kind, and what that is told by an option."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """kind: one that `new` makes. given: what the word says besides, by the name of the option."""

    kind: str
    given: Mapping[str, str | bool] = field(default_factory=dict)


def meaning(word: str, language: str) -> Meaning | None:
    """Of what was typed, in a site of that language."""
    order = dict.fromkeys((spoken(language), *ORDER))
    found = next((kind for one in order if (kind := kinds_by_word(one).get(stem(word)))), None)
    if found is None:
        return None
    if found == "course":
        return Meaning("event", {"kind": shown("course", language)})
    return Meaning(*KINDS_WITHIN.get(found, (found, {})))


@cache
def kinds_by_word(language: str) -> Mapping[str, str]:
    """A kind of offer comes after what has a name of its own."""
    listed = {**OFFERS[language], **KIND_WORDS[language]}
    own = {stem(kind): kind for kind in OFFERS["en"]} if language == "en" else {}
    return own | {stem(word): kind for kind, words in listed.items() for word in words.split(", ")}


def stem(word: str) -> str:
    """The same of one and of several, in the three languages; no word by itself."""
    parts = (part.removesuffix("en").removesuffix("s") for part in slug_of(word).split("-"))
    return "-".join(filter(None, parts))


def shown(kind: str, language: str) -> str:
    return KIND_WORDS[spoken(language)][kind].partition(",")[0]


def words_shown(language: str) -> tuple[str, ...]:
    """One for each kind, as a list of them has it."""
    return tuple(shown(kind, language) for kind in KIND_WORDS["en"] if kind not in OTHERS)


OTHERS = ("course", "body", "individual")
"""Understood, and too many for a list: another kind with an option says the same."""


def every_word() -> Iterator[str]:
    for language in LANGUAGES:
        yield from words_listed(language)


def words_listed(language: str) -> Iterator[str]:
    for words in (*KIND_WORDS[language].values(), *OFFERS[language].values()):
        yield from words.split(", ")
