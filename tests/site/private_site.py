"""A site with something secret in every place where a person or an editor may be private.

A secret is a word found nowhere else; `SECRETS` lists all that were placed, with the place of each.
What is public carries a word of its own, so that an empty site would not pass for a discreet one.
"""

from io import BytesIO

from PIL import Image

SECRETS: dict[str, str] = {}
"""Place by secret word."""
PUBLIC = (
    "pubalpha",
    "pubpersonne",
    "pubpartiel",
    "pubarticle",
    "pubreunion",
    "pubevenement",
    "pubannonce",
    "pubcommission",
    "puborgane",
    "pubdirection",
    "pubhonneur",
    "pubtresorerie",
    "pubdocument",
    "pubpartenaire",
    "pubcontact",
)


def secret(place: str) -> str:
    """A new word for that place: lower case and digits, so that it is the same in a slug as in a text."""
    word = f"zq{len(SECRETS):03}x"
    SECRETS[word] = place
    return word


def secret_phone(place: str) -> str:
    number = f"035399{len(SECRETS):04}"
    SECRETS[number] = place
    return number


def picture(comment: str = "") -> bytes:
    """A JPEG that says `comment` in its metadata."""
    image, written = Image.new("RGB", (64, 64), (200, 30, 90)), BytesIO()
    exif = Image.Exif()
    exif[0x010E] = comment  # ImageDescription
    image.save(written, "JPEG", exif=exif, comment=comment.encode())
    return written.getvalue()


def person(where: str, consent: str, **shown: str) -> str:
    """An entry of `people`: `shown` is public, the rest secret."""
    fields = {
        "name": shown.get("name") or f"Nom {secret(f'{where}: name')}",
        "role": shown.get("role") or secret(f"{where}: role"),
        "email": f"{secret(f'{where}: email')}@prive.example",
        "phone": f'"{secret_phone(f"{where}: phone")}"',
        "photo": shown.get("photo") or f"{secret(f'{where}: photo')}.jpg",
    }
    PHOTOS.append(fields["photo"])
    written = [f"{name}: {value}" for name, value in fields.items()]
    return f"      - {{{', '.join([*written, *([f'consent: {consent}'] if consent else [])])}}}\n"


PHOTOS: list[str] = []
DOCUMENTS: list[str] = []


def member(where: str, lines: str, id_: str = "", **shown: str) -> str:
    """A member whose every field is secret but those of `shown`."""

    def say(field: str, pattern: str = "{}") -> str:
        return shown.get(field) or pattern.format(secret(f"{where}: {field}"))

    photo = f"{secret(f'{where}: logo')}.jpg"
    PHOTOS.append(photo)
    return f"""\
  - id: {id_ or secret(f"{where}: id")}
    name: {say("name", "Nom {}")}
{lines}    type: {say("type")}
    summary: {say("summary")}
    description: {say("description", "Un **texte** {}.")}
    skills: [{say("skills")}]
    town: {say("town")}
    address: {{street: {say("street")}, postal_code: "62000", country: FR}}
    serves: [{say("serves")}]
    website: {say("website", "https://{}.example")}
    email: {say("email", "{}@prive.example")}
    phone: "{secret_phone(f"{where}: phone")}"
    social: {{{say("network")}: {say("social", "https://social.example/{}")}}}
    logo: {photo}
    people:
{person(f"{where}: people", "2026-10-08")}\
    partnerships: [{say("partnerships")}]
    labels: [{say("labels")}]
    joined: {shown.get("joined", "2026-10-08")}
"""


def members() -> str:
    open_people = (
        person("without consent", "")
        + person("consent of tomorrow", "2026-11-23")
        + person("consent of tomorrow in parts", "{date: 2026-11-23, fields: [name, role]}")
        + person("consent for the name", "{date: 2026-10-08, fields: [name]}", name="Nom pubpersonne")
        + person("consent without the name", "{date: 2026-10-08, fields: [role, email, phone, photo]}")
        + person(
            "name and photo",
            "{date: 2026-10-08, fields: [name, photo]}",
            name="Nom Visage",
            photo="visage.jpg",
        )
    )
    return (
        "members:\n"
        "  - id: alpha\n    name: Alpha pubalpha\n    skills: [commun]\n"
        f"    sponsors: [prive-sans-accord]\n    people:\n{open_people}"
        + member("person without consent", "    kind: person\n", "prive-sans-accord")
        + member(
            "person, name and summary",
            "    kind: person\n    consent: {date: 2026-10-08, fields: [name, summary]}\n",
            "partiel",
            name="Nom pubpartiel",
            summary="Un résumé",
            type="commun",
        )
        + member(
            "person, consent without name",
            "    kind: person\n    consent: {date: 2026-10-08, fields: [email]}\n",
        )
        + member("person, consent of tomorrow", "    kind: person\n    consent: 2026-11-23\n")
        + member("member who joins tomorrow", "", joined="2026-11-23")
        + member("member who left", "    left: 2026-10-01\n", "parti")
        + member("member not listed", "    listed: false\n", "cache")
        + member("person who left", "    kind: person\n    consent: 2026-09-01\n    left: 2026-11-22\n")
    )


def officer(where: str, id_: str, consent: str, lines: str = "", **shown: str) -> str:
    """One of the association's own people: `shown` is public, the rest secret."""
    fields = person(where, consent, **shown).strip().removeprefix("- {").removesuffix("}")
    return f"  - {{id: {id_}, {lines}{fields}}}\n"


def people() -> str:
    """One who agreed to all would hide nothing."""
    return (
        "people:\n"
        + officer("officer without consent", "muet", "")
        + officer("officer, consent of tomorrow", "demain", "2026-11-23")
        + officer(
            "officer, name and role",
            "direction",
            "{date: 2026-10-08, fields: [name, role]}",
            name="Nom pubdirection",
            role="Direction",
        )
        + officer("officer, name", "honneur", "{date: 2026-10-08, fields: [name]}", name="Nom pubhonneur")
        + officer("officer, without name", "sansnom", "{date: 2026-10-08, fields: [role, since, until]}")
        + officer(
            "officer of the past", "ancien", "2026-10-08", "until: 2026-11-21, ", name="Nom Ancien", role="Ex"
        )
        + officer(
            "officer to come", "futur", "2026-10-08", "since: 2026-11-23, ", name="Nom Futur", role="Bientôt"
        )
        + officer(
            "officer of the past, days withheld",
            "parti",
            "{date: 2026-10-08, fields: [name, role]}",
            "until: 2026-11-21, ",
        )
    )


def partners() -> str:
    contacts = (
        person("contact without consent", ""),
        person("contact, consent of tomorrow", "2026-11-23"),
        person(
            "contact, consent without the name", "{date: 2026-10-08, fields: [role, email, phone, photo]}"
        ),
        person("contact, name alone", "{date: 2026-10-08, fields: [name]}", name="Nom pubcontact"),
    )
    entries = (
        f"  - {{id: p{number}, name: Nom pubpartenaire, contact: {contact.strip().removeprefix('- ')}}}\n"
        for number, contact in enumerate(contacts)
    )
    return f"partners:\n{''.join(entries)}"


def commissions() -> str:
    return f"""\
{people()}\
commissions:
  - id: comite
    name: Comité puborgane
    governance: true
    chairs:
      - {{member: alpha, {withheld("without consent", "board")}, since: 1987-03-04}}
      - {{person: muet, role: {secret("board, officer without consent: role")}, since: 1987-03-04}}
      - {{person: muet, role: {secret("board, officer without consent, over: role")}, until: 1987-03-04}}
      - {{person: demain, role: {secret("board, officer of tomorrow: role")}}}
      - {{person: direction, role: Secrétariat}}
      - {{person: honneur, role: {secret("board, officer by name: role")}, since: 1987-03-04}}
      - {{person: honneur, role: {secret("board, officer by name, over: role")}, until: 1987-03-04}}
      - {{person: sansnom, role: {secret("board, officer without name: role")}}}
      - {{person: parti, role: {secret("board, officer who left: role")}}}
      - {{member: cache, role: {secret("board, not listed, over: role")}, until: 1987-03-04}}
      - {{member: alpha, role: pubtresorerie, since: 2025-01-01, until: 2025-12-31}}
  - id: fete
    name: Fête pubcommission
    chairs:
      - {{member: alpha, {withheld("without consent")}}}
      - {{member: alpha, {withheld("consent of tomorrow")}}}
      - {{member: prive-sans-accord, role: {secret("head without consent: role")}}}
      - {{member: parti, role: {secret("head who left: role")}}}
      - {{member: cache, role: {secret("head not listed: role")}}}
      - {{member: alpha, {withheld("without consent", "head of the past")}, until: 1987-03-04}}
    members: [alpha, prive-sans-accord, parti, cache]
    meetings:
      - id: ouverte
        title: Réunion pubreunion
        start: 2026-12-01 18:30
      - id: {secret("members' meeting: id")}
        title: {secret("members' meeting: title")}
        start: 2026-12-02 18:30
        venue: {secret("members' meeting: venue")}
        online: https://{secret("members' meeting: online")}.example
        visibility: members
"""


def withheld(where: str, seat: str = "head") -> str:
    """The rest of a seat whose holder is not named."""
    return f"person: Nom {first_name_of(where)}, role: {secret(f'{seat}, {where}: role')}"


def first_name_of(where: str) -> str:
    return next(word for word, place in SECRETS.items() if place == f"{where}: name")


def hidden_sheet(where: str, fixed: str) -> str:
    """A Markdown file that is not for the public: its front matter and its text are secret."""
    image = f"{secret(f'{where}: image')}.jpg"
    PHOTOS.append(image)
    document = f"{secret(f'{where}: document')}.pdf"
    DOCUMENTS.append(document)
    return f"""\
---
title: {secret(f"{where}: title")}
summary: {secret(f"{where}: summary")}
tags: [commune, {secret(f"{where}: tags")}]
image: {image}
image_alt: {secret(f"{where}: image_alt")}
{fixed}---

## {secret(f"{where}: heading")}

{secret(f"{where}: body")}

[document](/documents/{document}), ![picture](/images/{inner_picture(where)})
"""


def inner_picture(where: str) -> str:
    photo = f"{secret(f'{where}: picture in the text')}.jpg"
    PHOTOS.append(photo)
    return photo


def content() -> dict[str, str]:
    date, start = "date: 2026-11-01\n", "start: 2026-12-03 18:30\nduration: 2h\n"
    more_news = (
        f"authors: [{secret('hidden articles: authors')}]\ncategory: {secret('hidden articles: category')}\n"
    )
    venue, url = secret("hidden events: venue"), secret("hidden events: url")
    more_dates = f"venue: {venue}\nregistration: https://{url}.example\n"
    work = f"kind: job\nexpires: 2026-12-01\napply: {secret('hidden offers: apply')}@{url}.example\n"
    draft, closed = "status: draft\n", "visibility: members\n"
    hidden = {
        f"actualites/{secret('draft article: file')}.md": hidden_sheet(
            "draft article", date + more_news + draft
        ),
        f"actualites/{secret('future article: file')}.md": hidden_sheet(
            "future article", "date: 2026-11-22 09:01\n" + more_news
        ),
        f"actualites/{secret('closed article: file')}.md": hidden_sheet(
            "closed article", date + more_news + closed
        ),
        f"agenda/{secret('draft event: file')}.md": hidden_sheet("draft event", start + more_dates + draft),
        f"agenda/{secret('closed event: file')}.md": hidden_sheet(
            "closed event", start + more_dates + closed
        ),
        f"annonces/{secret('draft offer: file')}.md": hidden_sheet("draft offer", work + draft),
        f"annonces/{secret('future offer: file')}.md": hidden_sheet(
            "future offer", work + "date: 2026-11-23\n"
        ),
        f"annonces/{secret('closed offer: file')}.md": hidden_sheet("closed offer", work + closed),
        f"annonces/{secret('offer of a person without consent: file')}.md": hidden_sheet(
            "offer of a person without consent", work + "member: prive-sans-accord\n"
        ),
        f"pages/{secret('draft page: file')}.md": hidden_sheet("draft page", "menu: main\n" + draft),
        f"pages/{secret('closed page: file')}.md": hidden_sheet("closed page", "menu: main\n" + closed),
        f"brouillons/{secret('file of no section: file')}.md": secret("file of no section: text"),
    }
    return {f"content/{name}": text for name, text in {**hidden, **shown_sheets()}.items()}


def shown_sheets() -> dict[str, str]:
    """What is public names those who are not."""
    who = "[alpha, prive-sans-accord, parti, cache]"
    return {
        "actualites/public.md": (
            f"---\ntitle: pubarticle\ndate: 2026-11-01\nmembers: {who}\n---\n"
            "[Un texte](/documents/pubdocument.txt).\n"
        ),
        "annonces/public.md": (
            "---\ntitle: pubannonce\nkind: job\nexpires: 2026-12-01\nmember: cache\n---\nTexte.\n"
        ),
        "agenda/public.md": f"---\ntitle: pubevenement\nstart: 2026-12-03\norganisers: {who}\n---\nTexte.\n",
    }


def files() -> dict[str, str | bytes]:
    written: dict[str, str | bytes] = {
        "members.yaml": members() + partners(),
        "commissions.yaml": commissions(),
        **content(),
    }
    for photo in PHOTOS:
        comment = secret(f"metadata of {photo}")
        written[f"content/images/{photo}"] = picture(comment)
    written[f"content/images/{secret('image that nothing shows')}.jpg"] = picture()
    return {**written, **documents()}


LEFT_IN_THE_FOLDER = (
    "{}.pdf .env .htaccess .{}.pdf ~$lock.docx .~lock.{}.odt# {}.md~ {}.pdf.bak {}.php {}.pdf.PHP {}.html {} "
    "{}.dwgx {}.js {}.svg {}.md Thumbs.db .DS_Store .git/{} {}/.env {}/{}.cgi"
)


def documents() -> dict[str, str | bytes]:
    """Those that only hidden texts link to, and what lies about in such a folder."""
    names = [*DOCUMENTS, *LEFT_IN_THE_FOLDER.split()]
    named = (
        name.format(*(secret(f"document {name}: name") for _ in range(name.count("{}")))) for name in names
    )
    lying = {f"content/documents/{name}": secret(f"document {name}: content") for name in named}
    return {**lying, "content/documents/pubdocument.txt": "pubdocument"}


FILES = files()
