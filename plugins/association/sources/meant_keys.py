"""What an editor most likely meant by an unknown key or word: misspelt, or in French. Only for hints."""

from collections.abc import Iterable, Mapping

from ..domain.slugs import slug_of
from .nearest import nearest

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
    "contacts": ("people",),
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
    "personne": ("person",),
    "responsables": ("chairs",),
    "depuis": ("since",),
    "reunions": ("meetings",),
    "lieux": ("venues",),
    "lieu": ("venue",),
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
    "ordre": ("order",),
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
}


def meant_key(word: str, allowed: Iterable[str]) -> str | None:
    return meant(word, tuple(allowed), FRENCH_KEYS)


def meant_word(word: str, allowed: Iterable[str]) -> str | None:
    return meant(word, tuple(allowed), FRENCH_WORDS)


def meant(word: str, allowed: tuple[str, ...], french: Mapping[str, tuple[str, ...]]) -> str | None:
    translations = (ours for ours in french.get(slug_of(word), ()) if ours in allowed)
    return next(translations, None) or nearest(word, allowed)
