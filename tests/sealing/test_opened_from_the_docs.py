"""A page and a file opened with docs/security.md alone: nothing of the program takes part in opening them."""

import base64
import gzip
import hashlib
import hmac
import json
import unicodedata

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.pbkdf2 import PBKDF2HMAC

from association.sealing import seal_of

TYPED = " Pirogue codifier  NERVEUX corail hameau\n"
SITE = "union-des-métiers.example"
SEAL = seal_of("pirogue codifier nerveux corail hameau", SITE)


def key_of(typed: str, salt: bytes, rounds: int) -> bytes:
    """« The passphrase and the key », 1 and 3."""
    words = " ".join(unicodedata.normalize("NFKC", typed).lower().split())
    return PBKDF2HMAC(SHA256(), 32, salt, rounds).derive(words.encode("utf-8"))


def opened(key: bytes, address: str, sealed: bytes) -> bytes:
    """« What is sealed »: 12 octets of nonce; ciphertext and tag; the address beside them."""
    return AESGCM(key).decrypt(sealed[:12], sealed[12:], address.encode("utf-8"))


def test_a_page_is_read_with_what_stands_in_it() -> None:
    """The passphrase, the address and the JSON are enough."""
    title, html = "Réunion du bureau", "<h1>Réunion du bureau</h1>\n<p>Loyer : 1 240 € …</p>"
    page = json.loads(SEAL.page("membres/réservé/", title, html))

    key = key_of(TYPED, base64.b64decode(page["salt"]), page["rounds"])
    told = opened(key, "membres/réservé/", base64.b64decode(page["sealed"]))

    assert 1 == page["version"]
    assert {"title": title, "html": html} == json.loads(gzip.decompress(told))


def test_a_file_is_read_with_the_key_of_any_page() -> None:
    """Its name and its type on the first line, then its octets."""
    content = b"%PDF-1.7\n" + bytes(range(256))
    page = json.loads(SEAL.page("membres/", "", ""))
    shut = SEAL.file("membres/fichiers/a.bin", "procès-verbal.pdf", "application/pdf", content)

    key = key_of(TYPED, base64.b64decode(page["salt"]), page["rounds"])
    line, _, rest = opened(key, "membres/fichiers/a.bin", shut).partition(b"\n")

    assert {"name": "procès-verbal.pdf", "type": "application/pdf"} == json.loads(line)
    assert content == rest


def test_salt_nonces_and_names_are_made_as_it_is_written() -> None:
    """Nothing else goes into them, chance least of all."""
    salt = hashlib.sha256(b"assosite members\0" + SITE.encode("utf-8")).digest()[:16]
    key = key_of(TYPED, salt, 600_000)
    nonces = hmac.new(key, b"assosite nonces", "sha256").digest()
    names = hmac.new(key, b"assosite names", "sha256").digest()
    address, content = b"membres/a.bin", b"text"

    nonce = hmac.new(nonces, len(address).to_bytes(8, "big") + address + content, "sha256").digest()[:12]
    name = base64.b32encode(hmac.new(names, b"minutes\0" + b"bureau", "sha256").digest()[:10])

    assert salt == SEAL.salt
    assert nonce == SEAL.sealed("membres/a.bin", content)[:12]
    assert name.decode("ascii").lower() == SEAL.name("minutes", "bureau")
