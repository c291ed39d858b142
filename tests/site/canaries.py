"""A site with a canary in every place where a private thing may tell of itself, in two languages.

A canary is a word that is found nowhere else.
"""

from io import BytesIO

from built_site import sheet
from PIL import Image

PUBLIC = (
    "pubtexte",
    "pubtekst",
    "pubdate",
    "pubreunion",
    "pubgroupe",
    "pubintro",
    "pubdocument",
    "pubphrase",
)

CANARIES: dict[str, str] = {}
"""Place by word."""
ONLY_IN_THE_SOURCE = ("file", ": id", "venue: address")
"""Ends of places that no page shows to members either: names of files, identifiers, where a room is."""


def canary(place: str) -> str:
    """Lower case and digits, so that it is the same in a slug as in a text; by chance none is that long."""
    word = f"zqj{len(CANARIES):04}kwx"
    CANARIES[word] = place
    return word


def picture(comment: str) -> bytes:
    image, written = Image.new("RGB", (640, 400), (20 + len(CANARIES), 80, 60)), BytesIO()
    exif = Image.Exif()
    exif[0x010E] = comment  # ImageDescription
    image.save(written, "JPEG", exif=exif, comment=comment.encode())
    return written.getvalue()


class Garden:
    """The files of a site, private ones planted with canaries."""

    def __init__(self) -> None:
        self.files: dict[str, str | bytes] = {}

    def image(self, place: str) -> str:
        name = f"{canary(f'{place}: file')}.jpg"
        self.files[f"content/images/{name}"] = picture(canary(f"{place}: metadata, file"))
        return name

    def document(self, place: str) -> str:
        name = f"{canary(f'{place}: name')}.txt"
        self.files[f"content/documents/{name}"] = canary(f"{place}: content")
        return name

    def private(self, section: str, name: str, translated: dict[str, str], **fields: str) -> None:
        """A text and its translation. translated: keys that each says in its words."""
        file = f"{name}{canary(f'{section}: file')}" if section != "comptes-rendus" else name
        say = {"image": f"images/{self.image(f'{section}: image')}", "visibility": "members", **fields}
        for language, further in (("fr", say), ("nl", {})):
            place = f"{section} {language}"
            own = {key: pattern.format(canary(f"{place}: {key}")) for key, pattern in translated.items()}
            ending = "" if language == "fr" else ".nl"
            self.files[f"content/{section}/{file}{ending}.md"] = sheet(
                {
                    "title": canary(f"{place}: title"),
                    "summary": canary(f"{place}: summary"),
                    "image_alt": canary(f"{place}: image_alt"),
                    "tags": f"[commun, {canary(f'{place}: tags, file')}]",
                    **own,
                    **further,
                },
                self.body(place),
            )

    def body(self, place: str) -> str:
        return f"""\
## {canary(f"{place}: heading")}

{canary(f"{place}: body")} [lien](https://{canary(f"{place}: link")}.example/).

[document](/documents/{self.document(f"{place}: document")})

![{canary(f"{place}: alt")}](/images/{self.image(f"{place}: picture")} "{canary(f"{place}: caption")}")
"""


def planted() -> dict[str, str | bytes]:
    garden = Garden()
    garden.private(
        "actualites",
        "2026-11-01-",
        {"category": "{}", "authors": "[{}]"},
        date="2026-11-01",
        pinned="true",
        commissions="[ouverte, fermee]",
        members="[alpha]",
        dossier=canary("dossier, file"),
    )
    garden.private(
        "agenda",
        "",
        {
            "kind": "Ce {}",
            "audience": "Ce {}",
            "price": "Ce {}",
            "venue": "Ce {}",
            "online": "https://{}.example/",
            "registration": "https://{}.example/",
        },
        start="2027-05-17 13:37",
        duration="97min",
        commissions="[ouverte]",
        organisers="[alpha]",
    )
    garden.private(
        "annonces", "", {"apply": "{}@prive.example"}, kind="job", expires="2026-12-19", member="alpha"
    )
    garden.private("comptes-rendus", "2026-11-10-fermee", {}, commission="fermee")
    garden.private("pages", "", {}, menu="main")
    return {**garden.files, **special_pages(), **commissions(), **open_texts(), "pelicanconf.py": SETTINGS}


SETTINGS = """\
SITENAME = "Essai"
PATH = "content"
TIMEZONE = "Europe/Paris"
DEFAULT_LANG = "fr"
LANGUAGES = ["fr", "nl"]
THEME = "themes/parvis"
PLUGIN_PATHS = ["plugins"]
PLUGINS = ["association"]
ASSOCIATION = {"name": "Essai", "email": "contact@essai.example"}
"""


def special_pages() -> dict[str, str | bytes]:
    """Whose words go elsewhere when they are public: abbreviations, questions, documents, several dates."""
    closed = {"visibility": "members"}
    document = f"{canary('resource: name')}.txt"
    return {
        f"content/pages/{canary('glossary: file')}.md": sheet(
            {"title": canary("glossary: title"), "template": "glossary", **closed},
            f"## PUBSIGLE : {canary('glossary: meaning')}\n\n{canary('glossary: definition')}",
        ),
        f"content/pages/{canary('questions: file')}.md": sheet(
            {"title": canary("questions: title"), "template": "faq", **closed},
            f"## {canary('questions: question')} ?\n\n{canary('questions: answer')}",
        ),
        f"content/documents/{document}": canary("resource: content"),
        f"content/pages/{canary('resources: file')}.md": sheet(
            {
                "title": canary("resources: title"),
                "template": "resources",
                "resources": f"[{{title: {canary('resource: title')}, kind: {canary('resource: kind')}, "
                f"version: {canary('resource: version')}, file: {document}, governance: true}}]",
                **closed,
            },
            canary("resources: body"),
        ),
        f"content/agenda/{canary('series: file')}.md": sheet(
            {
                "title": canary("series: title"),
                "dates": f"[{{title: {canary('series: date')}, start: 2027-05-18 13:37, duration: 1h}}, "
                "{start: 2027-05-19 13:37, duration: 1h}]",
                **closed,
            },
            canary("series: body"),
        ),
        "content/pages/titre-montrable.md": sheet(
            {
                "title": "Pubtitre montrable",
                "summary": canary("shown: summary"),
                "show_title": "true",
                **closed,
            },
            canary("shown: body"),
        ),
    }


def commissions() -> dict[str, str | bytes]:
    venue = canary("venue: id")
    text = f"""\
venues:
  - id: {venue}
    name: {canary("venue: name")}
    address: {canary("venue: address")}
commissions:
  - id: ouverte
    name: Ouverte pubgroupe
    meetings:
      - {{id: publique, title: Séance pubreunion, start: 2026-12-01 18:30}}
      - id: {canary("meeting: id")}
        title: {canary("meeting: title")}
        start: 2027-05-20 13:37
        venue: {venue}
        online: https://{canary("meeting: online")}.example/
        visibility: members
  - id: fermee
    name: Fermée
    meetings:
      - id: {canary("second meeting: id")}
        title: {{fr: {canary("meeting fr: title")}, nl: {canary("meeting nl: title")}}}
        start: 2026-11-10 13:37
        repeat: {{every: 2 semaines, on: mardi}}
        venue: Salle {canary("second meeting: venue")}
        visibility: members
"""
    return {
        "commissions.yaml": text,
        "members.yaml": "members:\n  - {id: alpha, name: Alpha}\n",
    }


def open_texts() -> dict[str, str | bytes]:
    return {
        "content/pages/membres.md": sheet({"title": "Pubintro"}, "Demandez la phrase à pubphrase."),
        "content/documents/ouvert.txt": "pubdocument",
        "content/actualites/2026-11-02-ouverte.md": sheet(
            {"title": "Pubtexte", "date": "2026-11-02", "tags": "[commun]"},
            "Un PUBSIGLE et [un document](/documents/ouvert.txt), [les membres](/membres/).",
        ),
        "content/actualites/2026-11-02-ouverte.nl.md": sheet({"title": "Pubtekst"}, "Een tekst."),
        "content/agenda/ouverte.md": sheet(
            {"title": "Pubdate", "start": "2026-12-03 18:30", "duration": "1h"}, "Une date."
        ),
    }


FILES = planted()
WHEN = ("2027-05-17", "2027-05-18", "2027-05-20", "20270517", "20270518", "20270520", "13:37", "T1337")
"""When private things are: on no other page is anything at that hour."""
