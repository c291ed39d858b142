"""A site with a members' section, and what one does there with a browser."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from built_site import SMALLEST_SETTINGS, Files, article, build, event, write_site
from PIL import Image
from playwright.sync_api import Locator, Page, expect
from static_host import hosted

PASSPHRASE = "lanterne chemise patience moulin orage"
ASK, LEAVE = "Phrase de passe", "Se déconnecter"
SECTION = "Espace membres"
TEXT, SHOWN_TEXT, EVENT = "Le barème des salaires", "Le bail commercial", "Réunion du bureau"
DOCUMENT = "Barème des salaires 2026.zip"
PAPER = bytes(range(250)) * 80_000
"""Twenty megabytes."""
SETTINGS = SMALLEST_SETTINGS.replace('"Essai"}', '"Essai", "email": "contact@essai.example"}')
BODY = f"""\
{"Un paragraphe de plus, pour que la page soit longue." * 20}

{"Un autre, sur l’hébergement des données." * 60}

## La fin

![Un atelier](/images/atelier.png)

[Le barème](</documents/{DOCUMENT}>)
"""


def picture() -> bytes:
    file = BytesIO()
    Image.new("RGB", (600, 400), "teal").save(file, "PNG")
    return file.getvalue()


FILES: Files = {
    "pelicanconf.py": f"{SETTINGS}MEMBERS_CALENDAR = True\n",
    f"content/documents/{DOCUMENT}": PAPER,
    "content/images/atelier.png": picture(),
    "content/actualites/public.md": article("Un texte pour tous"),
    "content/actualites/salaires.md": article(TEXT, BODY, visibility="members", category="social"),
    "content/actualites/bail.md": article(
        SHOWN_TEXT, visibility="members", category="juridique", show_title="true"
    ),
    "content/agenda/bureau.md": event(EVENT, visibility="members"),
}


def many(number: int) -> Files:
    texts = {
        f"content/actualites/texte-{place}.md": article(
            f"Texte {place}", summary=f"Le résumé du texte {place}.", visibility="members", category="social"
        )
        for place in range(number)
    }
    return {"pelicanconf.py": SETTINGS, **texts}


@dataclass(frozen=True)
class Section:
    """host: the address of the site, without a slash at the end."""

    folder: Path
    host: str

    @property
    def address(self) -> str:
        return f"{self.host}/membres/"


@contextmanager
def served_section(folder: Path, files: Files) -> Iterator[Section]:
    site = build(
        write_site(folder / "site", files),
        folder / "output",
        variables={"ASSOSITE_MEMBERS_PASSPHRASE": PASSPHRASE},
    )
    assert site.code == 0, site.said
    with hosted(site.folder) as host:
        yield Section(site.folder, host)


def asked(page: Page) -> Locator:
    """The field, once the page asks."""
    field = page.get_by_label(ASK, exact=True)
    expect(field).to_be_visible()
    return field


def type_in(page: Page, passphrase: str = PASSPHRASE) -> None:
    asked(page).fill(passphrase)
    page.keyboard.press("Enter")


def shows(page: Page, title: str) -> None:
    """It is open."""
    expect(page.locator("h1")).to_have_text(title)
    expect(page.get_by_role("button", name=LEAVE)).to_be_visible()


def enter(page: Page, section: Section) -> None:
    page.goto(section.address)
    type_in(page)
    shows(page, SECTION)


def open_text(page: Page, section: Section, title: str = TEXT) -> str:
    """From the list; where it is."""
    enter(page, section)
    page.get_by_role("link", name=title, exact=True).first.click()
    shows(page, title)
    return page.url


def said(page: Page) -> Locator:
    return page.locator(".locked [role=status]")
