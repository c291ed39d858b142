"""What only members may read: shut, opened by nothing but their passphrase at its own address."""

import json
from base64 import b64decode

import pytest
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from hypothesis import given
from hypothesis import strategies as st

from association.sealing import NONCE, ROUNDS, Seal, normalised, seal_of

PASSPHRASE = "pirogue codifier nerveux corail hameau"
SITE = "upbto.fr"
SEAL = seal_of(PASSPHRASE, SITE, 1)
HTML = "<h1>Compte rendu</h1><p>Le loyer passe à 1 240 €.</p>"
addresses = st.text(max_size=20)
contents = st.binary(max_size=40)


def opened(seal: Seal, address: str, sealed: bytes) -> bytes:
    return AESGCM(seal.key).decrypt(sealed[:NONCE], sealed[NONCE:], address.encode())


def sealed_of(page: str) -> bytes:
    return b64decode(json.loads(page)["sealed"])


def test_the_same_things_give_the_same_bytes() -> None:
    """Also where the key is made anew, as in another build."""
    pages = set()
    for _ in range(2):
        seal_of.cache_clear()
        pages.add(seal_of(PASSPHRASE, SITE, 1).page("membres/", "Réunion", HTML))

    assert 1 == len(pages)


def test_what_is_packed_has_no_date() -> None:
    """gzip would write the moment of the build (RFC 1952, section 2.3: MTIME)."""
    packed = opened(SEAL, "membres/", sealed_of(SEAL.page("membres/", "Réunion", HTML)))

    assert bytes(4) == packed[4:8]


@pytest.mark.parametrize(
    "seal, address, content",
    [
        (seal_of("another passphrase", SITE, 1), "membres/a/", b"text"),
        (seal_of(PASSPHRASE, "other.example", 1), "membres/a/", b"text"),
        (seal_of(PASSPHRASE, SITE, 2), "membres/a/", b"text"),
        (SEAL, "membres/b/", b"text"),
        (SEAL, "membres/a/", b"texT"),
    ],
    ids=["passphrase", "site", "rounds", "address", "content"],
)
def test_whatever_is_another_changes_all_that_is_sealed(seal: Seal, address: str, content: bytes) -> None:
    """Nonce, ciphertext and tag, each of their parts: nothing shows what has stayed."""
    before, after = SEAL.sealed("membres/a/", b"text"), seal.sealed(address, content)

    assert before[:NONCE] != after[:NONCE]
    assert before[NONCE:-16] != after[NONCE:-16]
    assert before[-16:] != after[-16:]


def test_another_passphrase_changes_every_octet_of_what_stays() -> None:
    """About one in 256 is the same by chance, as between any two."""
    content = bytes(65_536)
    one, two = (seal_of(words, SITE, 1).sealed("a", content) for words in (PASSPHRASE, "other words"))
    same = sum(left == right for left, right in zip(one, two))

    assert 150 < same < 370


def test_what_is_moved_does_not_open() -> None:
    """Old minutes cannot be put in the place of new ones."""
    sealed = SEAL.sealed("membres/a/", b"text")

    assert b"text" == opened(SEAL, "membres/a/", sealed)
    with pytest.raises(InvalidTag):
        opened(SEAL, "membres/b/", sealed)


def test_another_passphrase_does_not_open() -> None:
    """Nor the right one on another site."""
    sealed = SEAL.sealed("membres/a/", b"text")

    for seal in (seal_of("other words", SITE, 1), seal_of(PASSPHRASE, "other.example", 1)):
        with pytest.raises(InvalidTag):
            opened(seal, "membres/a/", sealed)


@pytest.mark.parametrize(
    "address, place",
    [
        ("membres/", "membres/"),
        ("r%C3%A9serv%C3%A9/", "réservé/"),
        ("membres/index.html", "membres/"),
        ("index.html", ""),
        ("membres/a%2Cb.html", "membres/a,b.html"),
        ("membres/mon-index.html", "membres/mon-index.html"),
    ],
)
def test_a_thing_opens_at_the_place_that_its_address_leads_to(address: str, place: str) -> None:
    """Addresses are percent-encoded, and an editor may name the file of a folder."""
    page, file = sealed_of(SEAL.page(address, "Réunion", HTML)), SEAL.file(address, "a", "text/plain", b"a")

    assert all(opened(SEAL, place, sealed) for sealed in (page, file))


@given(st.integers(0, 31), st.integers(0, 7))
def test_one_bit_that_is_altered_is_noticed(octet: int, bit: int) -> None:
    """Of nonce, ciphertext or tag."""
    sealed = bytearray(SEAL.sealed("a", b"text"))
    sealed[octet] ^= 1 << bit

    with pytest.raises(InvalidTag):
        opened(SEAL, "a", bytes(sealed))


@given(st.lists(st.tuples(addresses, contents), min_size=2, max_size=6, unique=True))
def test_no_two_things_share_a_nonce(things: list[tuple[str, bytes]]) -> None:
    """Whatever of the one would be the address of the other."""
    nonces = {SEAL.sealed(address, content)[:NONCE] for address, content in things}

    assert len(things) == len(nonces)


@pytest.mark.parametrize(
    "one, other",
    [
        (("membres/", b"a"), ("membres/a", b"")),
        (("", b"membres/"), ("membres/", b"")),
        (("a", b"\x00b"), ("a\0", b"b")),
    ],
)
def test_an_address_does_not_run_into_what_follows(one: tuple[str, bytes], other: tuple[str, bytes]) -> None:
    """Both have the same octets in the same order."""

    assert SEAL.sealed(*one)[:NONCE] != SEAL.sealed(*other)[:NONCE]


@pytest.mark.parametrize(
    "typed",
    [
        "Pirogue codifier nerveux corail hameau ",
        "PIROGUE  CODIFIER\tNERVEUX\u00a0CORAIL\nHAMEAU",
        "ｐｉｒｏｇｕｅ codifier nerveux corail hameau",
        "  pirogue codifier nerveux corail hameau\r\n",
    ],
)
def test_it_opens_however_the_passphrase_is_typed(typed: str) -> None:
    """Capitals, spaces, and what keyboards make of letters."""

    assert SEAL == seal_of(typed, SITE, 1)


def test_accents_are_letters_however_they_are_written() -> None:
    """As one character or as two; without them it is another passphrase."""

    assert normalised("E\u0301te\u0301") == normalised("été") != normalised("ete")


def test_names_tell_nothing_and_stay() -> None:
    """Sixteen letters and digits, the same at each build, others with another passphrase or another thing."""
    names = [
        SEAL.name("minutes", "2026-11-bureau"),
        SEAL.name("minutes", "2026-12-bureau"),
        SEAL.name("minutes2026-11-bureau"),
        seal_of("other words", SITE, 1).name("minutes", "2026-11-bureau"),
    ]

    assert names[0] == seal_of(PASSPHRASE, SITE, 1).name("minutes", "2026-11-bureau")
    assert 4 == len(set(names))
    assert all(len(name) == 16 and set(name) <= set("abcdefghijklmnopqrstuvwxyz234567") for name in names)


def test_a_page_says_how_the_key_is_made_and_nothing_else() -> None:
    """And no word of it in clear; neither can it end the element that it stands in."""
    page = SEAL.page("membres/a/", "Loyer", HTML)

    assert {"version", "salt", "rounds", "sealed"} == set(json.loads(page))
    assert not any(word in page for word in ("Loyer", "loyer", "Compte", "<", "&"))


def test_a_file_shows_neither_its_name_nor_its_type() -> None:
    """Only its size."""
    shut = SEAL.file("membres/fichiers/a.bin", "bail.pdf", "application/pdf", b"%PDF-1.7 rent")

    assert not any(word in shut for word in (b"bail", b"pdf", b"PDF", b"rent", b"name"))


def test_the_key_is_not_told_by_what_is_printed() -> None:
    """A report of what went wrong may show any value."""

    assert SEAL.key.hex() not in repr(SEAL) and repr(SEAL.key) not in repr(SEAL)


def test_the_rounds_are_those_that_are_asked_for() -> None:
    """Unless somebody says otherwise, as these tests do."""

    assert 600_000 <= ROUNDS == seal_of(PASSPHRASE, SITE).rounds
