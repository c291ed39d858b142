"""The same association as each generator wants it written: its own files, its own front matter.

What the others have no word for is carried over as plain fields.
"""

import json
import shutil
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import cast

import yaml
from corpora import Association, Corpus, Record, Text, association

PROGRAM = Path(__file__).resolve().parents[1]
COMPARATORS = Path(__file__).parent / "comparators"
THEME = PROGRAM / "themes" / "parvis"
SETTINGS = """\
SITENAME = "Grande Association"
PATH = "content"
TIMEZONE = "Europe/Paris"
DEFAULT_LANG = "fr"
PLUGINS = ["association"]
ASSOCIATION = {
    "name": "Grande Association",
    "tagline": "Une association de fiction, pour mesurer",
    "email": "contact@grande.example",
}
"""
PASSPHRASE: Mapping[str, str] = {"ASSOSITE_MEMBERS_PASSPHRASE": "girafe tambour olivier nuage fenêtre"}
"""The variable of a site with texts for members: a fiction, like the rest."""
LAYERS = ("tokens", "base", "layout", "components", "print")
PORTRAIT = ("summary", "address", "website", "email", "phone", "interns", "languages", "joined")
Dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
"""libyaml writes the same bytes eight times faster, where PyYAML was built with it."""


def generate(folder: Path, news: int = 500, members: int = 300, events: int = 300, seed: int = 1) -> None:
    """A whole site for this program into `folder`."""
    write_assosite(association(Corpus("", news, members, events), seed), folder)


def write_assosite(content: Association, folder: Path) -> None:
    write(folder / "pelicanconf.py", SETTINGS)
    write(folder / "members.yaml", as_yaml(content.directory))
    write(folder / "commissions.yaml", as_yaml(content.committees))
    for section, texts in (
        ("actualites", content.news),
        ("agenda", content.events),
        ("pages", content.pages),
    ):
        for text in texts:
            write_text(folder / "content" / section / f"{text.name}.md", text.front_matter, text.body)


def write_news(texts: Iterable[Text], folder: Path) -> None:
    """Beside what is there."""
    for text in texts:
        write_text(folder / "content" / "actualites" / f"{text.name}.md", text.front_matter, text.body)


def write_assosite_with_theme(content: Association, folder: Path) -> None:
    """With a copy of the theme, so that an edit of it stays in the folder."""
    write_assosite(content, folder)
    write(folder / "pelicanconf.py", f'{SETTINGS}THEME = "theme"\n')
    shutil.copytree(THEME, folder / "theme")


def write_hugo(content: Association, folder: Path) -> None:
    shutil.copytree(COMPARATORS / "hugo", folder)
    shutil.copy(COMPARATORS / "land.svg", folder / "layouts/partials/land.svg")
    write(folder / "static/parvis.css", stylesheet())
    write(folder / "data/names.json", json.dumps(names(content)))
    write_sections(content, folder / "content", topics="tags", index="_index")


def write_eleventy(content: Association, folder: Path) -> None:
    """Its `tags` are collections of everything, hence another name for those of the news."""
    shutil.copytree(COMPARATORS / "eleventy", folder)
    shutil.copy(COMPARATORS / "land.svg", folder / "src/_includes/land.svg")
    write(folder / "parvis.css", stylesheet())
    write(folder / "src/_data/names.json", json.dumps(names(content)))
    write_sections(content, folder / "src", topics="topics", index="index")


def write_sections(content: Association, folder: Path, topics: str, index: str) -> None:
    for text in content.news:
        fields = {topics if key == "tags" else key: value for key, value in text.front_matter.items()}
        write_text(folder / "actualites" / f"{fields['slug']}.md", fields, text.body)
    for name, fields, body in members(content):
        write_text(folder / "annuaire" / f"{name}.md", fields, body)
    for text in content.events:
        write_text(folder / "agenda" / f"{text.name}.md", event_fields(text), text.body)
    for committee in records(content.committees, "commissions"):
        fields = {
            "title": committee["name"],
            "summary": committee["mission"],
            "people": committee["members"],
            "cid": committee["id"],
        }
        file = folder / "commissions" / str(committee["id"]) / f"{index}.md"
        write_text(file, fields, str(committee["description"]))


def event_fields(text: Text) -> Record:
    start = str(text.front_matter["start"])
    kept = {key: text.front_matter[key] for key in ("title", "start", "duration", "venue", "registration")}
    return {
        **kept,
        "date": f"{start.replace(' ', 'T')}:00+01:00",
        "months": [start[:7]],
        "kindofevent": text.front_matter["kind"],
        "commissions": text.front_matter["commissions"],
        "members": text.front_matter["organisers"],
        "event_status": text.front_matter["event_status"],
        "slug": text.name,
    }


def members(content: Association) -> list[tuple[str, Record, str]]:
    """Id, fields, description; those who gave no consent are left out here, as this program does itself."""
    towns = {str(town["id"]): town for town in records(content.directory, "towns")}
    return [
        (str(one["id"]), member_fields(one, towns[str(one["town"])]), str(one["description"]))
        for one in records(content.directory, "members")
    ]


def member_fields(member: Record, town: Record) -> Record:
    places = sorted({str(member["town"]), *strings(member["serves"])})
    skills = strings(member["skills"])
    return {
        "title": member["name"],
        **{key: member[key] for key in PORTRAIT},
        "person": [one for one in records(member, "people") if "consent" in one],
        "skills": skills,
        "places": places,
        "kinds": [member["type"]],
        "skilltowns": [f"{skill}-{place}" for skill in skills for place in places],
        "town": member["town"],
        "townname": town["name"],
        "postal": town["postal_code"],
        "lat": town["lat"],
        "lon": town["lon"],
    }


def write_pelican(content: Association, folder: Path) -> None:
    """All are articles, and all lists are those of tags: it has no other taxonomies."""
    shutil.copytree(COMPARATORS / "pelican", folder)
    shutil.copy(COMPARATORS / "land.svg", folder / "theme/templates/land.svg")
    write(folder / "theme/static/parvis.css", stylesheet())
    for text in content.news:
        fields, body = pelican_article(text), text.body
        write_headers(folder / f"content/actualites/{fields['Slug']}.md", fields, body)
    for name, fields, body in members(content):
        write_headers(folder / f"content/annuaire/{name}.md", pelican_member(name, fields), body)
    for text in content.events:
        write_headers(folder / f"content/agenda/{text.name}.md", pelican_event(text), text.body)


def pelican_article(text: Text) -> Record:
    fields = text.front_matter
    return {
        "Title": fields["title"],
        "Date": fields["date"],
        "Summary": fields["summary"],
        "Slug": fields["slug"],
        "Category": "actualites",
        "Tags": ", ".join((*strings(fields["tags"]), *strings(fields["commissions"]))),
    }


def pelican_member(name: str, fields: Record) -> Record:
    tags = (*strings(fields["skills"]), *strings(fields["places"]), *strings(fields["skilltowns"]))
    return {
        "Title": fields["title"],
        "Date": fields["joined"],
        "Summary": fields["summary"],
        "Slug": name,
        "Category": "annuaire",
        "Tags": ", ".join((*tags, *strings(fields["kinds"]))),
        "Phone": fields["phone"],
        "Mail": fields["email"],
        "Website": fields["website"],
        "Town": fields["townname"],
    }


def pelican_event(text: Text) -> Record:
    fields = text.front_matter
    start = str(fields["start"])
    return {
        "Title": fields["title"],
        "Date": start,
        "Summary": fields["title"],
        "Slug": text.name,
        "Category": "agenda",
        "Tags": ", ".join((start[:7], *strings(fields["commissions"]))),
        "Venue": fields["venue"],
    }


def stylesheet() -> str:
    """That of the theme, for all: each file in the layer of its name."""
    parts = (f"@layer {name} {{\n{(THEME / 'css' / f'{name}.css').read_text()}}}\n" for name in LAYERS)
    return "".join((f"@layer {', '.join(LAYERS)};\n", *parts))


def names(content: Association) -> dict[str, str]:
    """Of skills and of towns, by their id."""
    both = (*records(content.directory, "skills"), *records(content.directory, "towns"))
    return {str(one["id"]): str(one["name"]) for one in both}


def records(record: Mapping[str, object], key: str) -> Sequence[Record]:
    return cast(Sequence[Record], record[key])


def strings(value: object) -> Sequence[str]:
    return cast(Sequence[str], value)


def write_text(path: Path, front_matter: Record, body: str) -> None:
    write(path, f"---\n{as_yaml(front_matter)}---\n\n{body}")


def write_headers(path: Path, fields: Record, body: str) -> None:
    """Pelican's own front matter."""
    write(path, "".join(f"{key}: {value}\n" for key, value in fields.items()) + f"\n{body}")


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def as_yaml(content: Record) -> str:
    return yaml.dump(content, Dumper=Dumper, allow_unicode=True, sort_keys=False, width=1000)
