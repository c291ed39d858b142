"""A site in which an editor left a note to other editors in every text that can be written.

A note is a word found nowhere else, in something no visitor is to read; `NOTES` has the place of each.
What is written as code is text: those words are in `SHOWN`.
"""

NOTES: dict[str, str] = {}
"""Place by word."""
SHOWN = ("gardecode", "gardebloc", "gardecloture")
UNSAID = (
    "<!-- {} -->",
    "<!--\n\n- {}\n\n{}\n-->",
    "<!--[if IE]> {} <![endif]-->",
    "<?php {} > 1 ?>",
    "<![CDATA[ {} > 1 ]]>",
    "<!DOCTYPE {}>",
    "<script>{}</script>",
    "<style>{}</style>",
    "<template>{}</template>",
    "<div hidden>{} <div>{}</div> {}</div>",
    '<span style="display: none">{}</span>',
    "[//]: # ({})",
    '[comment]: <> "{}"',
)
"""All ways, each a paragraph of its own; a word is written as often as it fits."""


def note(place: str) -> str:
    word = f"zn{len(NOTES):03}x"
    NOTES[word] = place
    return word


def line(place: str, words: str = "Texte") -> str:
    """A text on one line, with a comment before, within and after."""
    return f"<!-- {note(place)} -->{words} <!--{note(place)}--> public<!-- {note(place)} -->"


def markdown(place: str) -> str:
    """Every way to write what is not to be read, among what is."""
    ways = "\n\n".join(way.replace("{}", note(f"{place}: {way}")) for way in UNSAID)
    item = f"- un\n\n    <!-- {note(place)}\n\n    {note(place)} -->"
    image = f"![image <!-- {note(place)} -->]({{static}}/images/a.jpg)"
    code = "Du `<!-- gardecode -->`.\n\n```html\n<!-- gardecloture -->\n```\n\nEt :\n\n    <!-- gardebloc -->"
    begin = f"Début <!-- {note(place)} --> de texte."
    return f"{begin}\n\n{ways}\n\n{item}\n\n{image}\n\n{code}\n\nFin.\n\n<!-- {note(place)}\n"


def block(text: str, depth: int) -> str:
    """A text of several lines as the value of a key."""
    indented = "".join(f"{' ' * depth}{one}\n" if one else "\n" for one in text.splitlines())
    return f"|\n{indented}"


def quoted(text: str) -> str:
    return f'"{text}"'


MEMBERS = f"""\
types:
  - id: pro
    name: {quoted(line("type: name"))}
    plural: {quoted(line("type: plural"))}
    description: {block(markdown("type: description"), 6)}
skills:
  - id: web
    name: {quoted(line("skill: name"))}
    plural: {quoted(line("skill: plural"))}
    synonyms: [{quoted(line("skill: synonyms"))}]
    description: {block(markdown("skill: description"), 6)}
towns:
  - {{id: lens, name: {quoted(line("town: name"))}, lat: 50.4, lon: 2.8}}
  - {{id: arras, name: Arras, lat: 50.3, lon: 2.7}}
members:
  - id: alpha
    name: {quoted(line("member: name"))}
    type: pro
    summary: {quoted(line("member: summary"))}
    description: {block(markdown("member: description"), 6)}
    skills: [web]
    town: lens
    address: {{street: {quoted(line("member: street"))}, country: FR}}
    people:
      - {{name: {quoted(line("person: name"))}, role: {quoted(line("person: role"))}, consent: 2026-01-01}}
    partnerships: [{quoted(line("member: partnerships"))}]
    labels: [{quoted(line("member: labels"))}]
  - id: beta
    name: Bêta
    description: {block(markdown("member without summary: description"), 6)}
    town: arras
partners:
  - id: amis
    name: {quoted(line("partner: name"))}
    kind: {quoted(line("partner: kind"))}
    contact:
      name: {quoted(line("contact: name"))}
      role: {quoted(line("contact: role"))}
      consent: 2026-01-01
    description: {block(markdown("partner: description"), 6)}
benefits:
  - name: {quoted(line("benefit: name"))}
    description: {block(markdown("benefit: description"), 6)}
"""
COMMISSIONS = f"""\
venues:
  - id: salle
    name: {quoted(line("venue: name"))}
    address: {quoted(line("venue: address"))}
    town: lens
    lat: 50.4
    lon: 2.8
    lent_by: {quoted(line("venue: lent_by"))}
commissions:
  - id: fete
    name: {quoted(line("commission: name"))}
    kind: {quoted(line("commission: kind"))}
    mission: {quoted(line("commission: mission"))}
    description: {block(markdown("commission: description"), 6)}
    chairs:
      - {{member: alpha, role: {quoted(line("chair: role"))}}}
    members: [alpha]
    partners: [amis]
    meetings:
      - id: reunion
        title: {quoted(line("meeting: title"))}
        start: 2026-12-01 18:30
        venue: salle
      - id: autre
        title: Autre
        start: 2026-12-02 18:30
        venue: {quoted(line("meeting: free venue"))}
"""


def sheet(kind: str, fields: str, summary: bool = True) -> str:
    written = [f"title: {quoted(line(f'{kind}: title'))}"]
    if summary:
        written.append(f"summary: {quoted(line(f'{kind}: summary'))}")
    head = "\n".join((*written, f"tags: [{quoted(line(f'{kind}: tags'))}]" if kind != "page" else "", fields))
    return f"---\n{head}\n---\n\n{markdown(f'{kind}: body')}"


def event(kind: str, summary: bool = True) -> str:
    own = "\n".join(
        f"{key}: {quoted(line(f'{kind}: {key}'))}" for key in ("kind", "price", "audience", "venue")
    )
    return sheet(kind, f"start: 2026-12-03 18:30\nduration: 2h\ncommissions: [fete]\n{own}", summary)


ARTICLE = "date: 2026-11-01\ncommissions: [fete]\n"
OFFER = "kind: job\nmember: alpha\ntown: lens\ndate: 2026-11-01\nexpires: 2026-12-20\napply: a@b.example"
SETTINGS = f"""\
SITENAME = "Essai"
PATH = "content"
TIMEZONE = "Europe/Paris"
DEFAULT_LANG = "fr"
THEME = "themes/parvis"
PLUGIN_PATHS = ["plugins"]
PLUGINS = ["association"]
ASSOCIATION = {{
    "name": {quoted(line("identity: name"))},
    "tagline": {quoted(line("identity: tagline"))},
    "territory": {quoted(line("identity: territory"))},
    "legal_form": {quoted(line("identity: legal_form"))},
    "address": {quoted(line("identity: address"))},
    "notice": {quoted(line("identity: notice"))},
}}
"""
PARTNER_CALENDAR = "\r\n".join(
    (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//x//x//FR",
        f"NAME:{line('calendar: name')}",
        "BEGIN:VEVENT",
        "UID:un@partenaire.example",
        "DTSTAMP:20261101T000000Z",
        "DTSTART:20261204T180000Z",
        "DTEND:20261204T190000Z",
        f"SUMMARY:{line('calendar: summary')}",
        f"LOCATION:{line('calendar: location')}",
        f"DESCRIPTION:{line('calendar: description')}",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    )
)
FILES: dict[str, str] = {
    "pelicanconf.py": SETTINGS,
    "members.yaml": MEMBERS,
    "commissions.yaml": COMMISSIONS,
    "content/actualites/un.md": sheet("article", f"{ARTICLE}authors: [{quoted(line('article: authors'))}]"),
    "content/actualites/deux.md": sheet("article alone", ARTICLE, summary=False),
    "content/agenda/un.md": event("event"),
    "content/agenda/deux.md": event("event alone", summary=False),
    "content/annonces/un.md": sheet("offer", OFFER),
    "content/annonces/deux.md": sheet("offer alone", OFFER, summary=False),
    "content/comptes-rendus/un.md": sheet("minutes", "commission: fete\ndate: 2026-11-03"),
    "content/pages/accueil.md": sheet("page", "menu: main"),
    "content/pages/une-page.md": sheet("page", "menu: main"),
    "content/agenda/imports/partenaire.ics": PARTNER_CALENDAR,
}
