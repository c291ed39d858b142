"""What only members may read, shut with their passphrase and opened by it in the browser.

One key for a site, PBKDF2-HMAC-SHA256 of the passphrase (RFC 8018, section 5.2); each thing is sealed by
AES-256-GCM (NIST SP 800-38D) with its address as associated data, so that at another address it does not
open. Nothing here is left to chance: the same things give the same bytes. docs/security.md says why that is
safe, and describes every octet for whoever wants to open them without us.
"""

import gzip
import hmac
import json
import re
import unicodedata
from base64 import b32encode, b64encode
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import pbkdf2_hmac, sha256
from urllib.parse import unquote

ROUNDS = 600_000
"""Of PBKDF2: what OWASP's Password Storage Cheat Sheet asks for with SHA-256."""
LEVEL = 6
"""Of gzip: the highest one takes three times as long for one octet in five hundred."""
KEY, SALT, NONCE, NAME = 32, 16, 12, 10
"""Lengths, in octets. A name has 80 bits, of which base32 makes 16 letters and digits."""
INDEX = re.compile(r"(?<![^/])index\.html\Z")


@dataclass(frozen=True, slots=True)
class Seal:
    """The key of a site, with what a browser needs to make it of the passphrase: salt and rounds."""

    key: bytes = field(repr=False)
    salt: bytes
    rounds: int = ROUNDS

    def name(self, *parts: str) -> str:
        """What stands in the address of a thing in place of what it is called, which stays unknown."""
        mark = hmac.digest(self._key_for("names"), "\0".join(parts).encode(), "sha256")
        return b32encode(mark[:NAME]).decode().lower()

    def sealed(self, place: str, content: bytes) -> bytes:
        """place: see place_of. Nonce, ciphertext, tag.

        The nonce is made of the place and of the content: two of them share one only where both are the
        same, and then so is all the rest.
        """
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # only where something is sealed

        associated = place.encode()
        told = len(associated).to_bytes(8, "big") + associated + content
        nonce = hmac.digest(self._key_for("nonces"), told, "sha256")[:NONCE]
        return nonce + AESGCM(self.key).encrypt(nonce, content, associated)

    def _key_for(self, purpose: str) -> bytes:
        return hmac.digest(self.key, f"assosite {purpose}".encode(), "sha256")

    def page(self, address: str, title: str, html: str) -> str:
        """What stands in a page in place of its content: JSON, safe within a `script` element."""
        told = json.dumps({"title": title, "html": html}, ensure_ascii=False).encode()
        sealed = b64encode(self.sealed(place_of(address), gzip.compress(told, LEVEL, mtime=0))).decode()
        salt = b64encode(self.salt).decode()
        return json.dumps({"version": 1, "salt": salt, "rounds": self.rounds, "sealed": sealed})

    def file(self, address: str, name: str, media_type: str, content: bytes) -> bytes:
        """A line of JSON that says what the file is called and what it is, then the file; both sealed."""
        told = json.dumps({"name": name, "type": media_type}).encode()
        return self.sealed(place_of(address), told + b"\n" + content)


def place_of(address: str) -> str:
    """From the root of the site, as browsers know it however a link is written (sealed.js: addressOf)."""
    return INDEX.sub("", unquote(address))


def normalised(passphrase: str) -> str:
    """As everybody types it, whatever the keyboard: telephones begin with a capital and end with a space."""
    return " ".join(unicodedata.normalize("NFKC", passphrase).lower().split())


@lru_cache(maxsize=4)
def seal_of(passphrase: str, site: str, rounds: int = ROUNDS) -> Seal:
    """site: what tells it from others that have the same passphrase, such as its domain."""
    salt = sha256(f"assosite members\0{site}".encode()).digest()[:SALT]
    key = pbkdf2_hmac("sha256", normalised(passphrase).encode(), salt, rounds, KEY)
    return Seal(key, salt, rounds)
