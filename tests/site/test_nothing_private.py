"""What only members may read is in no byte that others can get, whether the site has a passphrase or not.

A canary is a word found nowhere else, planted in every place where a private thing may tell of itself, in two
languages. They are looked for in names and contents of all files, and then in what a member opens: a site
that had lost them would hide them too.
"""

import gzip
import json
import re
from base64 import b64decode
from collections.abc import Iterator
from hashlib import pbkdf2_hmac
from io import BytesIO
from pathlib import Path

import pytest
from built_site import Built, build, caches_below, sheet, write_site
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from PIL import Image

VARIABLE = "ASSOSITE_MEMBERS_PASSPHRASE"
PASSPHRASE = "tulipe marteau brume cactus olivier"
ANOTHER = "canard fusain lagune piment bocal"
ADDRESS = "https://essai.example"
SECTIONS = ("membres/", "nl/leden/")
NAME = "[a-z2-7]{16}"
OF_A_SECTION = re.compile(
    rf"(membres|nl/leden)/(index\.html|recherche\.bin|{NAME}/(index\.html|agenda\.ics)|fichiers/{NAME}\.bin)"
)
SEALED = re.compile(r'<script type="application/json" id="p-scelle">(.*?)</script>', re.DOTALL)
GZIP = b"\x1f\x8b\x08"
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


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Built]]:
    """By passphrase; the second time in another folder, with a cache that knows nothing."""
    folder = tmp_path_factory.mktemp("members")
    site = write_site(folder / "site", FILES)

    def made(name: str, passphrase: str, **variables: str) -> Built:
        return build(site, folder / name, ADDRESS, variables={VARIABLE: passphrase, **variables})

    yield {
        "without": made("without", ""),
        "sealed": made("sealed", PASSPHRASE),
        "again": made("again", PASSPHRASE, ASSOSITE_CACHE=caches_below(folder)),
        "another": made("another", ANOTHER),
    }


def in_clear(site: Built) -> bytes:
    """Names and contents of all files, those that are compressed opened; in lower case."""
    pieces = ["\n".join(site.files).encode()]
    for content in site.contents().values():
        pieces += [content, gzip.decompress(content) if content.startswith(GZIP) else b""]
    return b"\n".join(pieces).lower()


def of_the_section(site: Built) -> list[str]:
    return [file for file in site.files if file.startswith(SECTIONS)]


def test_the_canaries_were_really_planted() -> None:
    """A test that looks for nothing finds nothing."""
    written = b"\n".join(text if isinstance(text, bytes) else text.encode() for text in FILES.values())
    names = "\n".join(FILES).encode()

    assert 100 < len(CANARIES) and [] == [word for word in CANARIES if word.encode() not in written + names]


@pytest.mark.parametrize("name", ["without", "sealed", "another"])
def test_the_site_is_built(built: dict[str, Built], name: str) -> None:
    """Without a passphrase that is said once, and nothing else."""
    site = built[name]
    codes = re.findall(r"\[([a-z-]+)\]$", site.said, re.MULTILINE)

    assert (0, ["members-left-out"] if name == "without" else []) == (site.code, codes), site.said


@pytest.mark.parametrize("word", PUBLIC)
def test_what_is_public_is_found(built: dict[str, Built], word: str) -> None:
    """The search can see: these words are in the site."""

    assert word.encode() in in_clear(built["sealed"])


@pytest.mark.parametrize("name", ["without", "sealed", "another"])
def test_no_canary_is_in_any_file_or_file_name(built: dict[str, Built], name: str) -> None:
    """Pages, feeds, calendars, data, search, sitemap, images, names."""
    all_bytes = in_clear(built[name])

    assert {} == {place: word for word, place in CANARIES.items() if word.encode() in all_bytes}


@pytest.mark.parametrize("name", ["without", "sealed"])
def test_when_private_things_are_is_nowhere(built: dict[str, Built], name: str) -> None:
    """Neither days nor hours, in no calendar and in no data."""
    all_bytes = in_clear(built[name])

    assert [] == [moment for moment in WHEN if moment.lower().encode() in all_bytes]


def test_no_private_picture_or_document_is_published(built: dict[str, Built]) -> None:
    """Only what public texts show or lead to lies about in clear."""
    files = built["sealed"].files

    assert ["documents/ouvert.txt"] == [
        file for file in files if file.startswith(("documents/", "images/")) and "icon" not in file
    ]


def test_the_addresses_of_the_section_tell_nothing(built: dict[str, Built]) -> None:
    """But of the one text whose title may be shown."""
    files = of_the_section(built["sealed"])
    telling = [file for file in files if not OF_A_SECTION.fullmatch(file)]

    assert 15 < len(files)
    assert [f"{section}titre-montrable/index.html" for section in SECTIONS] == sorted(telling)


def test_only_a_title_that_may_be_shown_is(built: dict[str, Built]) -> None:
    """Where it is, on its own page."""
    site = built["sealed"]

    assert "Pubtitre montrable" in site.page("membres/titre-montrable/").main.text
    assert {f"{section}titre-montrable/index.html" for section in SECTIONS} >= {
        file for file in site.files if b"pubtitre" in site.bytes(file).lower()
    }


def test_without_a_passphrase_there_is_no_section(built: dict[str, Built]) -> None:
    """Left out rather than written, but for the public page that introduces it."""
    assert [f"{section}index.html" for section in SECTIONS] == of_the_section(built["without"])


def test_two_builds_give_the_same_bytes(built: dict[str, Built]) -> None:
    """With the same passphrase, elsewhere and from nothing."""
    one, other = built["sealed"].contents(), built["again"].contents()

    assert [] == [file for file in sorted(one.keys() | other.keys()) if one.get(file) != other.get(file)]


def test_another_passphrase_changes_every_sealed_file(built: dict[str, Built]) -> None:
    """Names too, where they are made of it."""
    one, other = built["sealed"], built["another"]
    named = {f"{section}{end}" for section in SECTIONS for end in ("index.html", "recherche.bin")}
    named |= {f"{section}titre-montrable/index.html" for section in SECTIONS}

    assert named == {*of_the_section(one)} & {*of_the_section(other)}
    assert [] == [file for file in named if one.bytes(file) == other.bytes(file)]


@pytest.mark.parametrize("name", ["another", "without"])
def test_a_site_that_is_built_again_follows_the_passphrase(
    built: dict[str, Built], name: str, tmp_path: Path
) -> None:
    """What was kept from the build before is sealed anew, or goes."""
    site, given = write_site(tmp_path / "site", FILES), {"another": ANOTHER, "without": ""}[name]
    for passphrase in (PASSPHRASE, given):
        now = build(site, tmp_path / "output", ADDRESS, variables={VARIABLE: passphrase}).contents()
    cold = built[name].contents()

    assert [] == [file for file in sorted(now.keys() | cold.keys()) if now.get(file) != cold.get(file)]


def key_of(told: dict[str, str]) -> bytes:
    """As docs/security.md says: what stands in a page and the passphrase are all it takes."""
    return pbkdf2_hmac("sha256", PASSPHRASE.encode(), b64decode(told["salt"]), int(told["rounds"]), 32)


def unsealed(sealed: bytes, address: str, key: bytes) -> bytes:
    return AESGCM(key).decrypt(sealed[:12], sealed[12:], address.encode())


def opened(site: Built) -> Iterator[tuple[str, str]]:
    """Every sealed page and file as a member sees it, with its address."""
    told = [(url, SEALED.search(site.text_of(url))) for url in site.urls if url.startswith(SECTIONS)]
    pages = [(url, json.loads(found[1])) for url, found in told if found]
    key = key_of(pages[0][1])
    for url, page in pages:
        shown = json.loads(gzip.decompress(unsealed(b64decode(page["sealed"]), url, key)))
        yield url, shown["title"] + shown["html"]
    for file in site.files:
        if file.endswith(".bin") and "/fichiers/" in file:
            yield file, unsealed(site.bytes(file), file, key).decode("utf-8", "replace")


def test_members_read_every_canary(built: dict[str, Built]) -> None:
    """What nobody else sees is all there, but names of files and identifiers."""
    shown = "\n".join(text for _, text in opened(built["sealed"])).lower()
    expected = {word: place for word, place in CANARIES.items() if not place.endswith(ONLY_IN_THE_SOURCE)}

    assert {} == {place: word for word, place in expected.items() if word not in shown}


def test_what_was_sealed_for_an_address_does_not_open_at_another(built: dict[str, Built]) -> None:
    """Nobody can put one text in the place of another."""
    site = built["sealed"]
    page = SEALED.search(site.text_of("membres/"))
    assert page
    told = json.loads(page[1])
    key = key_of(told)

    assert unsealed(b64decode(told["sealed"]), "membres/", key)
    with pytest.raises(InvalidTag):
        unsealed(b64decode(told["sealed"]), "nl/leden/", key)


def test_the_calendar_of_members_is_written_only_where_it_is_asked_for(
    built: dict[str, Built], tmp_path: Path
) -> None:
    """It is in clear, at an address that only the section tells, and tells of nothing but dates."""
    asked = {**FILES, "pelicanconf.py": SETTINGS + "MEMBERS_CALENDAR = True\n"}
    site = build(
        write_site(tmp_path / "site", asked), tmp_path / "output", ADDRESS, variables={VARIABLE: PASSPHRASE}
    )
    calendars = [file for file in site.files if file.startswith(SECTIONS) and file.endswith(".ics")]
    elsewhere = b"\n".join(site.bytes(file).lower() for file in site.files if file not in calendars)

    assert [] == [file for file in of_the_section(built["sealed"]) if file.endswith(".ics")]
    assert 2 == len(calendars) and all(OF_A_SECTION.fullmatch(file) for file in calendars)
    assert {} == {place: word for word, place in CANARIES.items() if word.encode() in elsewhere}
    assert [] == [file for file in calendars if Path(file).parent.name.encode() in elsewhere]
