"""What the program itself says to readers within a text, by language. A language is added here.

What stands around the texts, the theme says.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from ..domain.markup import Shown
from ..domain.text import Language


@dataclass(frozen=True, slots=True)
class Words:
    """table, code: what scrolls in itself. figure: above its caption; to_figure: in a text that names it.

    backlink: from a footnote, by its number, to where the text calls it.
    notes: by the kinds that forges know. elsewhere, ours: of a link in place of what a text embeds, which is
    at another place of the web or of this site.
    """

    table: str
    code: str
    contents: str
    backlink: str
    figure: str
    to_figure: str
    notes: Mapping[str, str]
    elsewhere: Mapping[Shown, str]
    ours: Mapping[Shown, str]


WORDS: Mapping[str, Words] = {
    "fr": Words(
        table="Tableau",
        code="Code",
        contents="Sommaire",
        backlink="Retour à l’appel de la note {}",
        figure="Figure {number}",
        to_figure="figure {number}",
        notes={
            "note": "Note",
            "tip": "Conseil",
            "important": "Important",
            "warning": "Attention",
            "caution": "Prudence",
        },
        elsewhere={
            Shown.VIDEO: "Voir la vidéo sur {place}",
            Shown.SOUND: "Écouter sur {place}",
            Shown.MAP: "Voir la carte sur {place}",
            Shown.FORM: "Remplir le formulaire sur {place}",
            Shown.JOINING: "Adhérer sur {place}",
            Shown.REGISTRATION: "S’inscrire sur {place}",
            Shown.GIFT: "Faire un don sur {place}",
            Shown.SHOP: "Voir la boutique sur {place}",
            Shown.PAGE: "Voir sur {place}",
        },
        ours={
            Shown.VIDEO: "Voir la vidéo « {place} »",
            Shown.SOUND: "Écouter « {place} »",
            Shown.DOCUMENT: "Ouvrir « {place} »",
            Shown.PAGE: "Ouvrir la page",
        },
    ),
    "nl": Words(
        table="Tabel",
        code="Code",
        contents="Inhoud",
        backlink="Terug naar voetnoot {} in de tekst",
        figure="Figuur {number}",
        to_figure="figuur {number}",
        notes={
            "note": "Opmerking",
            "tip": "Tip",
            "important": "Belangrijk",
            "warning": "Let op",
            "caution": "Voorzichtig",
        },
        elsewhere={
            Shown.VIDEO: "De video bekijken op {place}",
            Shown.SOUND: "Beluisteren op {place}",
            Shown.MAP: "De kaart bekijken op {place}",
            Shown.FORM: "Het formulier invullen op {place}",
            Shown.JOINING: "Lid worden via {place}",
            Shown.REGISTRATION: "Zich inschrijven via {place}",
            Shown.GIFT: "Een gift doen via {place}",
            Shown.SHOP: "De winkel bekijken op {place}",
            Shown.PAGE: "Bekijken op {place}",
        },
        ours={
            Shown.VIDEO: "De video ‘{place}’ bekijken",
            Shown.SOUND: "‘{place}’ beluisteren",
            Shown.DOCUMENT: "‘{place}’ openen",
            Shown.PAGE: "De pagina openen",
        },
    ),
    "en": Words(
        table="Table",
        code="Code",
        contents="Contents",
        backlink="Back to footnote {} in the text",
        figure="Figure {number}",
        to_figure="figure {number}",
        notes={
            "note": "Note",
            "tip": "Tip",
            "important": "Important",
            "warning": "Warning",
            "caution": "Caution",
        },
        elsewhere={
            Shown.VIDEO: "Watch the video on {place}",
            Shown.SOUND: "Listen on {place}",
            Shown.MAP: "See the map on {place}",
            Shown.FORM: "Fill in the form on {place}",
            Shown.JOINING: "Join on {place}",
            Shown.REGISTRATION: "Register on {place}",
            Shown.GIFT: "Donate on {place}",
            Shown.SHOP: "See the shop on {place}",
            Shown.PAGE: "See on {place}",
        },
        ours={
            Shown.VIDEO: "Watch the video “{place}”",
            Shown.SOUND: "Listen to “{place}”",
            Shown.DOCUMENT: "Open “{place}”",
            Shown.PAGE: "Open the page",
        },
    ),
}


def words_in(language: Language) -> Words:
    """English where nobody has said it yet."""
    return WORDS.get(language.split("-")[0], WORDS["en"])
