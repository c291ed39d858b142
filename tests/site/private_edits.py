"""What editors and webmasters may do to what only members read, for `random_edits.py`."""

from built_site import sheet
from edited_site import PASSPHRASE, Edit, Site

LINKED = ("un", "deux", "a-propos", "cours")
"""Texts that others lead to."""


def private_meeting(site: Site) -> None:
    """The only meeting of a commission becomes one for members, or public again."""
    public, private = "venue: cci\n", "venue: cci\n        visibility: members\n"
    is_private = private in (site.folder / "commissions.yaml").read_text("utf-8")
    site.replace("commissions.yaml", *((private, public) if is_private else (public, private)))


def private_text(site: Site) -> None:
    """It becomes private, or public again; not one that others link to in public."""
    path = site.chance.choice([one for one in site.texts() if one.stem not in LINKED])
    text, name = path.read_text("utf-8"), str(path.relative_to(site.folder))
    private = "visibility: members\n"
    site.keep(name, may_stay=True)
    site.write(name, text.replace(private, "") if private in text else f"---\n{private}{text[4:]}")


def shown_title(site: Site) -> None:
    """Of a private text, at an address that tells it or does not; public ones have nothing of it."""
    path = site.chance.choice(site.texts())
    text, line = path.read_text("utf-8"), "show_title: true\n"
    site.write(
        str(path.relative_to(site.folder)),
        text.replace(line, "") if line in text else f"---\n{line}{text[4:]}",
    )


def private_document(site: Site) -> None:
    """Another one, and now and then a public text leads to it, which cannot be."""
    site.append("content/documents/grille.pdf", "0" * site.chance.choice((1, 2000)))
    if site.chance.random() < 1 / 3:
        name = "content/actualites/deux.md"
        site.keep(name, may_stay=True)  # the private text may have become public
        site.append(name, "[La grille](/documents/grille.pdf)\n")


def private_image(site: Site) -> None:
    """A public text shows it too, or no longer."""
    name = "content/actualites/trois.md"
    site.toggle(name, "image: images/salle.png", "image: images/coffre.png")


def members_calendar(site: Site) -> None:
    site.append("pelicanconf.py", f"MEMBERS_CALENDAR = {site.chance.random() < 1 / 2}\n")


def members_page(site: Site) -> None:
    """It introduces the section; without one it is a page of its own."""
    site.there_or_not("content/pages/membres.md", sheet({"title": f"Membres {site.number}"}, "Bonjour."))


def passphrase(site: Site) -> None:
    site.passphrase = site.chance.choice(("", PASSPHRASE, "canard fusain lagune piment bocal"))


PRIVATE: tuple[Edit, ...] = (
    private_meeting,
    *(private_text, private_text, private_text, shown_title, shown_title, private_document, private_image),
    *(members_calendar, members_page, passphrase),
)
