"""Cards for telephones and address books: RFC 6350 and 2426, as vobject reads them."""

from dataclasses import replace

import pytest
import vobject
from association_samples import KERNEL
from member_samples import ALIX, ALL, FULL, HOSTILE, NOWHERE
from site_samples import SITE, SiteAddresses, SwitchedOff
from vobject.base import Component
from vobject.vcard import Address, Name

from association.domain.members import Member, Skill
from association.domain.text import plain
from association.exports.common import Addresses
from association.exports.vcard import Issuer, vcard, vcard_3, vcards, vcards_3

ONLINE = SiteAddresses()
LONGEST_LINE = 75


def issuer(addresses: Addresses = ONLINE) -> Issuer:
    return Issuer(addresses, "fr", "tactic", {"FR": "France"}.__getitem__, "FR")


def card(member: Member, addresses: Addresses = ONLINE) -> Component:
    return vobject.readOne(vcard(member, issuer(addresses)).decode())


def values(member: Member, addresses: Addresses = ONLINE) -> dict[str, list[object]]:
    """What vobject reads, by the name of the property."""
    found = card(member, addresses).contents
    return {name: [line.value for line in lines] for name, lines in found.items()}


def test_every_field_is_read_as_it_was_written() -> None:
    """A company, its town and country, what it does and speaks."""
    read = values(FULL)

    assert {
        "version": ["4.0"],
        "prodid": ["-//Assosite//Assosite//FR"],
        "kind": ["org"],
        "uid": ["member.kernel@tactic"],
        "fn": ["Kernel, Fils; & Cie"],
        "n": [Name(family="Kernel, Fils; & Cie")],
        "org": [["Kernel, Fils; & Cie"]],
        "source": [f"{SITE}/annuaire/kernel/contact.vcf"],
        "email": ["bonjour@kernel.example"],
        "tel": ["tel:+33321000000"],
        "url": ["https://kernel.example/"],
        "socialprofile": ["https://social.example/@kernel", "https://x.example/?a,b;c"],
        "adr": [Address("2, rue de l'Exemple; bâtiment B", "Arras", "", "62001", "France")],
        "geo": ["geo:50.291,2.7775"],
        "logo": [f"{SITE}/images/logos/kernel.png"],
        "note": ["Éditeur d'authentification."],
        "categories": [["Sécurité, réseaux; etc.", "Web"]],
        "lang": ["fr", "nl"],
        "rev": ["20260901T000000Z"],
    } == read


def test_parameters_say_what_a_value_is() -> None:
    """RFC 6350 (VALUE, TYPE), RFC 8605 (CC) and RFC 9554 (SERVICE-TYPE)."""
    read = card(FULL)

    assert [
        {"VALUE": ["text"]},
        {"VALUE": ["uri"], "TYPE": ["work"]},
        {"TYPE": ["work"], "CC": ["FR"]},
        {"SERVICE-TYPE": ["mastodon"]},
        {"SERVICE-TYPE": ["Autre, réseau"]},
    ] == [line.params for line in (read.uid, read.tel, read.adr, *read.socialprofile_list)]


def test_a_person_has_a_photo_and_no_company() -> None:
    """What a telephone shows as a face."""
    read = values(ALIX)

    assert (["individual"], [f"{SITE}/images/logos/alix.png"], None, None) == (
        read["kind"],
        read["photo"],
        read.get("org"),
        read.get("logo"),
    )


def test_what_is_unknown_is_left_out() -> None:
    """A name is enough."""

    assert set("version prodid kind uid fn n org source".split()) == set(values(NOWHERE))


@pytest.mark.parametrize("addresses", [SiteAddresses(""), SwitchedOff("")], ids=["no SITEURL", "off"])
def test_a_card_has_only_addresses_that_lead_somewhere_from_a_telephone(addresses: Addresses) -> None:
    """Without SITEURL there is no picture, and no source to read again."""

    assert set() == {"source", "logo"} & set(values(FULL, addresses))


def test_the_uid_keeps_when_the_name_changes() -> None:
    """A telephone replaces the card that it has."""
    renamed = replace(KERNEL, name="Autre nom", email="autre@kernel.example")

    assert values(KERNEL)["uid"] == values(renamed)["uid"]


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_breaks_a_card(text: str) -> None:
    """Commas, semicolons, backslashes, line breaks and very long words come back as they were."""
    read = values(
        replace(
            FULL, name=text, summary=plain(text), skills=(Skill("a", plain(text)), Skill("b", plain("b")))
        )
    )

    assert ([text], [Name(family=text)], [[text]], [text], [[text, "b"]]) == tuple(
        read[name] for name in ("fn", "n", "org", "note", "categories")
    )


@pytest.mark.parametrize("text", HOSTILE)
def test_lines_are_short_and_end_as_they_should(text: str) -> None:
    """At most 75 octets without the line end, cut between letters (section 3.2)."""
    written = vcard(replace(FULL, name=text, summary=plain(text)), issuer())
    *lines, last = written.split(b"\r\n")

    assert (b"", True, False) == (last, max(map(len, lines)) <= LONGEST_LINE, b"\n" in b"".join(lines))
    assert all(line.decode() for line in lines)


def test_all_members_are_in_one_file_each_once() -> None:
    """In their order, the same cards as one by one."""
    written = vcards(ALL.members, issuer())
    names = [read.fn.value for read in vobject.readComponents(written.decode())]

    assert [member.name for member in ALL.members] == names
    assert b"".join(vcard(member, issuer()) for member in ALL.members) == written


def test_a_card_tells_of_the_member_alone() -> None:
    """Its people are on its page; they did not ask to be in telephones."""

    assert b"Camille" not in vcard(FULL, issuer())


@pytest.mark.parametrize(
    ("phone", "expected", "in_3"),
    [
        ("03 21 00 00 00", "TEL;TYPE=work;VALUE=uri:tel:+33321000000", "TEL;TYPE=WORK:+33321000000"),
        ("116 117", "TEL;TYPE=work;VALUE=uri:tel:116117;phone-context=+33", "TEL;TYPE=WORK:116 117"),
        (
            "03 21 00 00 00 / 06 00 00 00 01",
            "TEL;TYPE=work;VALUE=text:03 21 00 00 00 / 06 00 00 00 01",
            "TEL;TYPE=WORK:03 21 00 00 00 / 06 00 00 00 01",
        ),
    ],
)
def test_a_number_can_be_dialled_from_anywhere_or_is_a_text(phone: str, expected: str, in_3: str) -> None:
    """RFC 3966; no escape in a URI."""
    member = replace(NOWHERE, phone=phone)
    lines = [
        line
        for made in (vcard, vcard_3)
        for line in made(member, issuer()).decode().split("\r\n")
        if line.startswith("TEL")
    ]

    assert [expected, in_3] == lines


def test_the_older_card_says_the_same_in_its_own_words() -> None:
    """RFC 2426: numbers without tel:, a position without geo:, no KIND."""
    read = vobject.readOne(vcard_3(FULL, issuer()).decode())
    read.validate(raiseException=True)

    assert {
        "version": ["3.0"],
        "prodid": ["-//Assosite//Assosite//FR"],
        "uid": ["member.kernel@tactic"],
        "fn": ["Kernel, Fils; & Cie"],
        "n": [Name(family="Kernel, Fils; & Cie")],
        "org": [["Kernel, Fils; & Cie"]],
        "x-abshowas": ["COMPANY"],
        "email": ["bonjour@kernel.example"],
        "tel": ["+33321000000"],
        "url": ["https://kernel.example/"],
        "x-socialprofile": ["https://social.example/@kernel", "https://x.example/?a,b;c"],
        "adr": [Address("2, rue de l'Exemple; bâtiment B", "Arras", "", "62001", "France")],
        "geo": ["50.291;2.7775"],
        "logo": [f"{SITE}/images/logos/kernel.png"],
        "note": ["Éditeur d'authentification."],
        "categories": [["Sécurité, réseaux; etc.", "Web"]],
        "rev": ["2026-09-01"],
    } == {name: [line.value for line in lines] for name, lines in read.contents.items()}


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_breaks_an_older_card(text: str) -> None:
    """Nor makes a line of it too long."""
    written = vcard_3(replace(FULL, name=text, summary=plain(text)), issuer())
    read = vobject.readOne(written.decode())

    assert (text, [text], text) == (read.fn.value, read.org.value, read.note.value)
    assert max(map(len, written.split(b"\r\n"))) <= LONGEST_LINE


def test_all_older_cards_are_in_one_file_too() -> None:
    """For Google and Outlook, which import many at a time."""
    assert b"".join(vcard_3(member, issuer()) for member in ALL.members) == vcards_3(ALL.members, issuer())
