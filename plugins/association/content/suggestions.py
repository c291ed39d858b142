"""What an editor most likely meant by an unknown key or word: misspelt, or in French. Only for hints."""

from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher

from ..domain.text import fold, slug_of
from ..problems import Sentence, sentence

NEAR_ENOUGH = 0.7
SHORTEST_BEGINNING = 4
LONGEST = 80

# By French words, slugged: an editor who guesses a key guesses in French.
FRENCH_KEYS: Mapping[str, tuple[str, ...]] = {
    "nom": ("name",),
    "titre": ("title", "name"),
    "resume": ("summary",),
    "chapeau": ("summary",),
    "competences": ("skills",),
    "ville": ("town",),
    "commune": ("town",),
    "villes": ("towns", "serves"),
    "communes": ("towns", "serves"),
    "adresse": ("address",),
    "rue": ("street",),
    "code-postal": ("postal_code",),
    "pays": ("country",),
    "site": ("website", "url"),
    "url": ("website", "url"),
    "courriel": ("email",),
    "mail": ("email",),
    "telephone": ("phone",),
    "tel": ("phone",),
    "reseaux": ("social",),
    "personnes": ("people",),
    "contact": ("apply",),
    "contacts": ("people", "contact"),
    "fonction": ("role",),
    "accord": ("consent",),
    "consentement": ("consent",),
    "stages": ("interns",),
    "langues": ("languages",),
    "langue": ("lang",),
    "partenaires": ("partners",),
    "adhesion": ("joined",),
    "depart": ("left",),
    "parrains": ("sponsors",),
    "membres": ("members",),
    "membre": ("member",),
    "personne": ("person", "contact"),
    "niveau": ("level",),
    "responsables": ("chairs",),
    "depuis": ("since",),
    "reunions": ("meetings",),
    "lieux": ("venues",),
    "lieu": ("venue", "town"),
    "debut": ("start",),
    "fin": ("end", "until"),
    "duree": ("duration",),
    "rythme": ("repeat",),
    "chaque": ("every",),
    "visio": ("online",),
    "inscription": ("registration",),
    "tarif": ("price",),
    "prix": ("price", "fee"),
    "cotisation": ("fee",),
    "public": ("audience",),
    "organisateurs": ("organisers",),
    "organizers": ("organisers",),
    "statut": ("status", "event_status"),
    "etiquettes": ("tags",),
    "mots-cles": ("tags",),
    "keywords": ("tags",),
    "auteur": ("authors",),
    "auteurs": ("authors",),
    "categorie": ("category",),
    "alt": ("image_alt",),
    "legende": ("image_caption",),
    "credit": ("image_caption",),
    "caption": ("image_caption",),
    "type": ("kind",),
    "genre": ("kind",),
    "entreprise": ("member",),
    "expire": ("expires",),
    "expiration": ("expires",),
    "echeance": ("expires",),
    "date-limite": ("expires",),
    "postuler": ("apply",),
    "repondre": ("apply",),
    "candidature": ("apply",),
    "ordre": ("order",),
    "modele": ("template",),
    "gabarit": ("template",),
    "documents": ("resources",),
    "ressources": ("resources",),
    "fichier": ("file",),
    "remplace": ("replaces",),
    "gouvernance": ("governance",),
    "serie": ("dossier",),
    "partie": ("dossier_part",),
}
FRENCH_WORDS: Mapping[str, tuple[str, ...]] = {
    "entreprise": ("organisation",),
    "societe": ("organisation",),
    "association": ("organisation",),
    "personne": ("person",),
    "particulier": ("person",),
    "ecole": ("school",),
    "collectivite": ("public",),
    "brouillon": ("draft",),
    "publie": ("published",),
    "publique": ("public",),
    "membres": ("members",),
    "prevu": ("scheduled",),
    "annule": ("cancelled",),
    "annulee": ("cancelled",),
    "reporte": ("postponed",),
    "reportee": ("postponed",),
    "en-ligne": ("moved-online",),
    "ouvert": ("open",),
    "ouverte": ("open",),
    "sur-invitation": ("invitation",),
    "disponible": ("available",),
    "en-negociation": ("negotiating",),
    "projet": ("project",),
    "en-projet": ("project",),
    "principal": ("main",),
    "pied-de-page": ("footer",),
    "aucun": ("none",),
    "stage": ("internship",),
    "alternance": ("apprenticeship",),
    "apprentissage": ("apprenticeship",),
    "emploi": ("job",),
    "poste": ("job",),
    "cdi": ("job",),
    "cdd": ("job",),
    "appel-d-offres": ("tender",),
    "marche": ("tender",),
    "marche-public": ("tender",),
    "echange": ("skill-exchange",),
    "echange-de-competences": ("skill-exchange",),
    "demande": ("request",),
    "besoin": ("request",),
    "pourvu": ("filled",),
    "pourvue": ("filled",),
    "questions": ("faq",),
    "foire-aux-questions": ("faq",),
    "glossaire": ("glossary",),
    "lexique": ("glossary",),
    "documents": ("resources",),
    "ressources": ("resources",),
    "retire": ("withdrawn",),
    "retiree": ("withdrawn",),
}


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word most like `word`, or None when none is like it."""
    if len(word) > LONGEST:
        return None
    wanted = fold(word)
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(wanted)
    best, likest = NEAR_ENOUGH, None
    for candidate in sorted(known):
        score = likeness(matcher, wanted, fold(candidate), best)
        if score > best or (likest is None and score == best):
            best, likest = score, candidate
    return likest


def likeness(matcher: SequenceMatcher[str], wanted: str, candidate: str, least: float) -> float:
    """From 0 to 1; 0 for what cannot reach `least`."""
    if candidate == wanted:
        return 1.0
    shorter, longer = sorted((wanted, candidate), key=len)
    if len(shorter) >= SHORTEST_BEGINNING and longer.startswith(shorter):
        return max(least, 0.9 * len(shorter) / len(longer))
    matcher.set_seq1(candidate)
    if matcher.real_quick_ratio() < least or matcher.quick_ratio() < least:
        return 0.0
    return matcher.ratio()


def did_you_mean(word: str, known: Iterable[str]) -> Sentence | None:
    near = nearest(word, known)
    return sentence('did you mean "{near}"?', near=near) if near else None


def meant_key(word: str, allowed: Iterable[str]) -> str | None:
    return meant_by(word, tuple(allowed), FRENCH_KEYS)


def meant_word(word: str, allowed: Iterable[str]) -> str | None:
    return meant_by(word, tuple(allowed), FRENCH_WORDS)


def meant_by(word: str, allowed: tuple[str, ...], french: Mapping[str, tuple[str, ...]]) -> str | None:
    translations = (ours for ours in french.get(slug_of(word), ()) if ours in allowed)
    return next(translations, None) or nearest(word, allowed)
