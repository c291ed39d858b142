"""What members see of a built site: its sealed pages and files, opened without a word of the program."""

import gzip
import json
import re
from base64 import b64decode
from dataclasses import dataclass
from functools import cached_property
from hashlib import pbkdf2_hmac
from pathlib import Path

from built_site import Built, Files, build, write_site
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from html_pages import Page

VARIABLE = "ASSOSITE_MEMBERS_PASSPHRASE"
PASSPHRASE = "lanterne chemise patience moulin orage"
SITEURL = "https://essai.example"
SEALED = re.compile(r'<script type="application/json" id="p-scelle">(.*?)</script>', re.DOTALL)


def build_sealed(site: Path, output: Path, passphrase: str = PASSPHRASE) -> Built:
    return build(site, output, SITEURL, variables={VARIABLE: passphrase})


def built_sealed(folder: Path, files: Files, passphrase: str = PASSPHRASE) -> Built:
    return build_sealed(write_site(folder / "site", files), folder / "output", passphrase)


@dataclass(frozen=True)
class OpenedSite:
    """passphrase: as members type it."""

    site: Built
    passphrase: str = PASSPHRASE

    @cached_property
    def key(self) -> bytes:
        told = sealed_in(self.site, next(url for url in self.site.urls if sealed_in(self.site, url)))
        salt, rounds = b64decode(str(told["salt"])), int(str(told["rounds"]))
        return pbkdf2_hmac("sha256", self.passphrase.encode(), salt, rounds, 32)

    @property
    def urls(self) -> tuple[str, ...]:
        """Of all sealed pages."""
        return tuple(url for url in self.site.urls if sealed_in(self.site, url))

    def page(self, url: str) -> Page:
        """What stands between the frame's header and footer."""
        shown = self.shown(url)
        return Page(
            url, f"<html><head><title>{shown['title']}</title></head><body>{shown['html']}</body></html>"
        )

    def shown(self, url: str) -> dict[str, str]:
        sealed = b64decode(str(sealed_in(self.site, url)["sealed"]))
        return json.loads(gzip.decompress(self.opened(url, sealed)))

    def file(self, address: str) -> tuple[dict[str, str], bytes]:
        """What it is called and of which type, and its content."""
        told, _, content = self.opened(address, self.site.bytes(address)).partition(b"\n")
        return json.loads(told), content

    def opened(self, address: str, sealed: bytes) -> bytes:
        return AESGCM(self.key).decrypt(sealed[:12], sealed[12:], address.encode())

    def found(self, address: str) -> list[dict[str, str]]:
        """What a search looks through."""
        return json.loads(gzip.decompress(self.file(address)[1]))


def sealed_in(site: Built, url: str) -> dict[str, object]:
    found = SEALED.search(site.text_of(url))
    return json.loads(found[1]) if found else {}
