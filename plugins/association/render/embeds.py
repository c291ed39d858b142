"""Links in place of what a text embeds: nothing of another site, no film, no sound is loaded with a page."""

import re
from collections.abc import Mapping
from html import escape
from urllib.parse import unquote

from ..domain.markup import EMBEDDING, Embed, Shown, embeds
from ..domain.text import Language

ELSEWHERE: Mapping[str, Mapping[Shown, str]] = {
    "fr": {
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
    "nl": {
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
    "en": {
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
}
OURS: Mapping[str, Mapping[Shown, str]] = {
    "fr": {
        Shown.VIDEO: "Voir la vidéo « {place} »",
        Shown.SOUND: "Écouter « {place} »",
        Shown.DOCUMENT: "Ouvrir « {place} »",
        Shown.PAGE: "Ouvrir la page",
    },
    "nl": {
        Shown.VIDEO: "De video “{place}” bekijken",
        Shown.SOUND: "“{place}” beluisteren",
        Shown.DOCUMENT: "“{place}” openen",
        Shown.PAGE: "De pagina openen",
    },
    "en": {
        Shown.VIDEO: "Watch the video “{place}”",
        Shown.SOUND: "Listen to “{place}”",
        Shown.DOCUMENT: "Open “{place}”",
        Shown.PAGE: "Open the page",
    },
}
ALL_WORDS = re.compile(
    "|".join(
        re.escape(" ".join(words.split())).replace(re.escape("{place}"), ".+")
        for by_language in (ELSEWHERE, OURS)
        for own in by_language.values()
        for words in own.values()
    )
)
"""Of a link in place of something, with plain spaces: a text is about something else."""
NEAR = 2000
"""In characters; a parser of HTML mends what has begun before that."""
INLINE = ("p", "h1", "h2", "h3", "h4", "h5", "h6", "a", "span", "em", "strong", "dt", "summary", "caption")


def with_links(html: str, language: Language) -> str:
    """The HTML of a text, each element that embeds something replaced by a link; gone without an address."""
    if not any(f"<{name}" in html for name in EMBEDDING) and not has_capitals(html):
        return html
    parts, position = [], 0
    for start, end, _, embed in embeds(html):
        parts.append(html[position:start])
        if embed:
            link = link_to(embed, language)
            parts.append(link if is_in_a_line(html, start) else f"<p>{link}</p>")
        position = end
    return "".join((*parts, html[position:]))


def has_capitals(html: str) -> bool:
    """`<IFRAME` of the last century."""
    return any(f"<{name.upper()}" in html or f"<{name.capitalize()}" in html for name in EMBEDDING)


def is_in_a_line(html: str, position: int) -> bool:
    """Whether it stands in a line of words, and not where a paragraph may."""
    before = html[max(0, position - NEAR) : position]
    return any(
        max(before.rfind(f"<{name}>"), before.rfind(f"<{name} ")) > before.rfind(f"</{name}>")
        for name in INLINE
    )


def link_to(embed: Embed, language: Language) -> str:
    return f'<a href="{escape(embed.address)}">{escape(words(embed, language))}</a>'


def words(embed: Embed, language: Language) -> str:
    by_language = OURS if embed.is_ours else ELSEWHERE
    own = by_language.get(language.split("-")[0], by_language["en"])
    return own[embed.shown].format(place=unquote(embed.place))
