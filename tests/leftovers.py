"""Words of French that are left where a visitor reads another language: on pages, in feeds and calendars."""

import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from html.parser import HTMLParser

from built_site import Built
from html_pages import Element

Where = str
Found = tuple[Where, str]

FRENCH = frozenset(
    """
    ai au aucun aucune aujourd aux avec ce ces cette chaque chez dans dernier derniers des deux du
    elle est et eux il ils je jour jours le les leur leurs lui mais mois nos notre nous on où par
    pas plusieurs pour premier premiers qu que qui sans ses soit son sont sous sur toute toutes tous
    un une vers voici voir vos votre vous été être abonner accueil actualités adhérer adhésion
    agrandir ailleurs ajouter annonce annonces annuaire annulée catégorie chercher commune communes
    compétence compétences courriel dates diagramme heure inscrire lieu membre membres nouvelles
    réduire rendez reportée réunion réunions semaine service sujets téléphone trouver
    visioconférence
    """.split()
)
ALSO: dict[str, frozenset[str]] = {
    "fr": frozenset(),
    "nl": frozenset("au dates des elle et mais nos on par pas son service un".split()),
    "en": frozenset("ai au communes dates des elle mais nos on par pour sans service sans son un".split()),
}
"""Words of the list that the language has too."""
LETTERS = {
    "fr": re.compile("[«»]"),
    "nl": re.compile(r"[àçêîùûœ«»]|\S\s+[:;!?]"),
    "en": re.compile(r"[àçèêëîïùûœ«»]|\S\s+[:;!?]"),
}
"""That are French, or nobody's; and what French sets before its colons."""
WORD = re.compile(r"[^\W\d_]+")
READ = ("alt", "title", "aria-label", "placeholder", "content", "label")
SILENT = frozenset(("style", "svg:style", "code"))
ADDRESS = re.compile(r"\S*(?:://|@)\S*|\S+\.\w{2,4}\b|#[\w-]+|\{\w+\}")
"""And the blanks of sentences, which scripts fill in."""
SPOKEN_LINES = re.compile(r"^(?:SUMMARY|DESCRIPTION|X-WR-CALNAME|NAME|CATEGORIES|COMMENT)[;:]", re.MULTILINE)


def french_left(site: Built, language: str) -> list[Found]:
    """Of what it says in `language`; what is marked otherwise aside."""
    found = []
    for file in site.files:
        found += [(file, piece) for piece in said_in(site, file, language) if is_french(piece, language)]
    return list(dict.fromkeys(found))


def said_in(site: Built, file: str, language: str) -> Iterator[str]:
    if file.endswith(".html"):
        document = site.page(file).document
        if document.first("html")["lang"].startswith(language):
            yield from said(document, language)
    elif file.endswith(".atom.xml"):
        yield from said_by_feed(site.text(file), language)
    elif file.endswith(".ics"):
        lines = site.text(file).replace("\r\n ", "").splitlines()
        yield from (line.partition(":")[2] for line in lines if SPOKEN_LINES.match(line))


def said(element: Element, language: str) -> Iterator[str]:
    if element.tag in SILENT or not (element["lang"] or language).startswith(language):
        return
    if element.tag == "script":
        if element["type"] == "application/ld+json":
            yield from strings(json.loads("".join(map(str, element.children))))
        yield from spoken_attributes(element)
        return
    yield from spoken_attributes(element)
    for child in element.children:
        if isinstance(child, Element):
            yield from said(child, language)
        else:
            yield child


def spoken_attributes(element: Element) -> Iterator[str]:
    """data-: the sentences that scripts say."""
    for name, value in element.attributes.items():
        if name in READ or (name.startswith("data-") and " " in value and name != "data-stop"):
            yield value


def strings(value: object) -> Iterator[str]:
    match value:
        case str():
            yield value
        case list():
            for part in value:
                yield from strings(part)
        case dict():
            for part in value.values():
                yield from strings(part)


def said_by_feed(text: str, language: str) -> Iterator[str]:
    root = ET.fromstring(text)
    if not root.get("{http://www.w3.org/XML/1998/namespace}lang", language).startswith(language):
        return
    for element in root.iter():
        if element.text and element.tag.rpartition("}")[2] in ("title", "subtitle", "summary", "content"):
            yield TextOfHtml(element.text).text


class TextOfHtml(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.text = ""
        self.feed(html)

    def handle_data(self, data: str) -> None:
        self.text += f" {data}"


def is_french(text: str, language: str) -> bool:
    """A word that only French has, or a letter."""
    plain = ADDRESS.sub(" ", text)
    words = {word.casefold() for word in WORD.findall(plain)}
    return bool(words & (FRENCH - ALSO[language])) or LETTERS[language].search(plain) is not None
