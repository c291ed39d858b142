"""What only members may read is in no byte that others can get, whether the site has a passphrase or not.

Words planted in every place where a private thing may tell of itself (canaries.py) are looked for in names
and contents of all files, and then in what a member opens: a site that had lost them would hide them too.
"""

import gzip
import re
from base64 import b64decode
from collections.abc import Iterator
from pathlib import Path

import pytest
from built_site import Built, build, caches_below, write_site
from canaries import CANARIES, FILES, ONLY_IN_THE_SOURCE, PUBLIC, SETTINGS, WHEN
from cryptography.exceptions import InvalidTag
from opened_site import PASSPHRASE, VARIABLE, OpenedSite, sealed_in

ANOTHER = "canard fusain lagune piment bocal"
ADDRESS = "https://essai.example"
SECTIONS = ("membres/", "nl/leden/")
NAME = "[a-z2-7]{16}"
OF_A_SECTION = re.compile(
    rf"(membres|nl/leden)/(index\.html|recherche\.bin|{NAME}/(index\.html|agenda\.ics)|fichiers/{NAME}\.bin)"
)
GZIP = b"\x1f\x8b\x08"


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


def opened(site: Built) -> Iterator[str]:
    """Every sealed page and document as a member sees it."""
    members = OpenedSite(site)
    for url in members.urls:
        shown = members.shown(url)
        yield shown["title"] + shown["html"]
    for file in site.files:
        if file.endswith(".bin") and "/fichiers/" in file:
            told, content = members.file(file)
            yield told["name"] + content.decode("utf-8", "replace")


def test_members_read_every_canary(built: dict[str, Built]) -> None:
    """What nobody else sees is all there, but names of files and identifiers."""
    shown = "\n".join(opened(built["sealed"])).lower()
    expected = {word: place for word, place in CANARIES.items() if not place.endswith(ONLY_IN_THE_SOURCE)}

    assert {} == {place: word for word, place in expected.items() if word not in shown}


def test_what_was_sealed_for_an_address_does_not_open_at_another(built: dict[str, Built]) -> None:
    """Nobody can put one text in the place of another."""
    members = OpenedSite(built["sealed"])
    sealed = b64decode(str(sealed_in(members.site, "membres/")["sealed"]))

    assert members.opened("membres/", sealed)
    with pytest.raises(InvalidTag):
        members.opened("nl/leden/", sealed)


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
