"""Where members read, and what is said when there is no passphrase to seal it with."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from pelican.settings import DEFAULT_CONFIG

from association.cli.language import catalogue
from association.host.loading import load_site
from association.host.members_only import OFF, TEXTS, MembersUrls, named_by
from association.host.settings import apply_defaults
from association.passphrase import VARIABLE
from association.problems import Translate
from association.render.urls import URLS
from association.sealing import Seal

SEAL = Seal(key=b"k" * 32, salt=b"s" * 16)
PARTS: dict[str, dict[str, object]] = {
    "ARTICLE": {"slug": "salaires"},
    "EVENT": {"slug": "salaires"},
    "OFFER": {"slug": "salaires"},
    "PAGE": {"slug": "salaires"},
    "MINUTES": {"commission": "bureau", "date": date(2026, 11, 3)},
}


def urls(*shown: str, **written: str) -> MembersUrls:
    """shown: kinds of texts whose titles everybody may know. written: settings of the site."""
    settings = {**DEFAULT_CONFIG, "DEFAULT_LANG": "fr", **written}
    apply_defaults(settings)
    open_ = frozenset(named_by(kind, PARTS[kind]) for kind in shown)
    return MembersUrls(settings, "", "fr", open_, seal=SEAL)


@pytest.mark.parametrize("kind", sorted(TEXTS))
def test_the_address_of_a_text_tells_nothing(kind: str) -> None:
    """Neither its title nor its kind nor its day; the page lies where the address leads."""
    url, file = urls().url(kind, **PARTS[kind]), urls().save_as(kind, **PARTS[kind])

    assert f"membres/{SEAL.name(kind, *map(str, PARTS[kind].values()))}/" == url
    assert f"{url}index.html" == file


def test_no_two_texts_have_one_address() -> None:
    """A slug may be that of several kinds."""

    assert len(TEXTS) == len({urls().url(kind, **PARTS[kind]) for kind in TEXTS})


def test_another_key_gives_other_addresses() -> None:
    """Who knows the titles does not know where they are."""
    other = MembersUrls(urls().settings, "", "fr", seal=Seal(b"o" * 32, b"s" * 16))

    assert urls().url("ARTICLE", slug="salaires") != other.url("ARTICLE", slug="salaires")


def test_a_title_that_may_be_shown_is_the_address() -> None:
    """Of that text alone."""
    own = urls("ARTICLE")

    assert "membres/salaires/" == own.url("ARTICLE", slug="salaires")
    assert own.tells_title("membres/salaires/")
    assert not own.tells_title(own.url("EVENT", slug="salaires") or "")
    assert "membres/bureau-2026-11-03/" == urls("MINUTES").url("MINUTES", **PARTS["MINUTES"])


@pytest.mark.parametrize("address", ["membres/{id}.html", "privé/{id}/"])
def test_a_title_that_may_be_shown_is_so_wherever_the_settings_put_the_text(address: str) -> None:
    """Its address need not end in its name, nor be written as it is asked for."""
    own = urls("ARTICLE", MEMBERS_TEXT_URL=address, MEMBERS_TEXT_SAVE_AS=address)

    assert own.tells_title(own.url("ARTICLE", slug="salaires") or "")
    assert not own.tells_title(own.url("EVENT", slug="salaires") or "")


def test_members_have_no_list_that_tells_everybody() -> None:
    """No feed, no calendar of theirs, no page of a topic; what is public is where it is."""
    own = urls()

    assert OFF <= URLS.keys()
    assert {None} == {own.url(kind, slug="x", id="x", page=2, date=date(2026, 11, 3)) for kind in OFF}
    assert {""} == {own.save_as(kind, slug="x", id="x", page=2, date=date(2026, 11, 3)) for kind in OFF}
    assert ("commissions/bureau/", "") == (own.url("COMMISSION", id="bureau"), own.url("HOME"))


SAID = {
    "C": (
        "content/actualites/a.md:4:13: warning: texts for members only are left out, for "
        "ASSOSITE_MEMBERS_PASSPHRASE is not set: 2; give the passphrase of the members to the build that "
        "publishes; python3 tasks.py passphrase proposes one [members-left-out]"
    ),
    "fr": (
        "content/actualites/a.md:4:13: warning: textes réservés aux membres laissés de côté, car "
        "ASSOSITE_MEMBERS_PASSPHRASE n’est pas définie : 2 ; donnez la phrase de passe des membres à la "
        "construction qui publie ; python3 tasks.py passphrase en propose une [members-left-out]"
    ),
}


def lines(
    folder: Path, files: dict[str, str], translate: Translate = str, written: Mapping[str, object] = {}
) -> list[str]:
    """written: further settings."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    own = {"PATH": str(folder / "content"), "TIMEZONE": "Europe/Paris", "DEFAULT_LANG": "fr"}
    settings = {**DEFAULT_CONFIG, **own, "ASSOCIATION": {"name": "Essai"}, **written}
    apply_defaults(settings)
    return [problem.line_of_text(translate) for problem in load_site(settings).warnings]


TEXT = "---\ntitle: Titre\ndate: 2026-09-01\nvisibility: members\n---\n"
TWO = {"content/actualites/b.md": TEXT, "content/actualites/a.md": TEXT}


@pytest.mark.parametrize("language", SAID)
def test_what_is_left_out_without_a_passphrase_is_said_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    """At the first of the texts, with how many there are."""
    monkeypatch.delenv(VARIABLE, raising=False)

    said = lines(tmp_path, TWO, catalogue({"LANG": language}).gettext)

    assert [SAID[language]] == [line.replace("\u00a0", " ").replace("\u202f", " ") for line in said]


@pytest.mark.parametrize(
    ("passphrase", "files"),
    [
        ("lanterne chemise patience moulin orage", TWO),
        ("", {"content/actualites/a.md": TEXT.replace("visibility: members\n", "")}),
        ("", {"content/actualites/a.md": TEXT.replace("2026", "2036")}),
    ],
)
def test_nothing_is_said_where_nothing_is_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, passphrase: str, files: dict[str, str]
) -> None:
    """With a passphrase, without such a text, or before its day."""
    monkeypatch.setenv(VARIABLE, passphrase)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795334400")

    assert [] == lines(tmp_path, files)


@pytest.mark.parametrize("passphrase", ["", " \t"])
def test_a_passphrase_of_spaces_is_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, passphrase: str
) -> None:
    """As servers give a variable that nobody has filled in."""
    monkeypatch.setenv(VARIABLE, passphrase)

    assert 1 == len(lines(tmp_path, TWO))


@pytest.mark.parametrize("setting", ["MEMBERS_SAVE_AS", "MEMBERS_TEXT_SAVE_AS", "MEMBERS_ATTACHMENT_SAVE_AS"])
@pytest.mark.parametrize("passphrase", ["", "lanterne chemise patience moulin orage"])
def test_what_is_left_out_since_the_section_is_switched_off_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, passphrase: str, setting: str
) -> None:
    """A passphrase changes nothing about it."""
    monkeypatch.setenv(VARIABLE, passphrase)

    assert [
        f"content/actualites/a.md:4:13: warning: texts for members only are left out, for {setting} is "
        "empty: 2; take that setting out, and the members' section is there again [members-left-out]"
    ] == lines(tmp_path, TWO, written={setting: ""})
