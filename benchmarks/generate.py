"""A site of any size for the benchmark and the tests: the same numbers always give the same files."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random

import yaml
from words import NAMES, SKILLS, TAGS, TOWNS, TRADES, announcement, paragraph, post, sentence, title

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
LAST_DAY = date(2026, 11, 20)
COMMISSIONS = 12
HOLIDAYS = [
    date(2027, month, day) for month, day in ((5, 1), (5, 6), (5, 8), (5, 17), (7, 14), (11, 1), (11, 11))
]

Record = dict[str, object]


def generate(folder: Path, news: int = 500, members: int = 300, events: int = 300, seed: int = 1) -> None:
    """Write a whole site into `folder`."""
    chance = Random(seed)
    write(folder / "pelicanconf.py", SETTINGS)
    write(folder / "members.yaml", as_yaml(directory(members, chance)))
    write(folder / "commissions.yaml", as_yaml(committees(members, chance)))
    for number in range(news):
        write(
            folder / f"content/actualites/{article_day(number)}-article-{number:04}.md",
            article(number, members, chance),
        )
    for number in range(events):
        write(folder / f"content/agenda/evenement-{number:04}.md", event(number, members, chance))
    for slug in ("mentions-legales", "donnees-personnelles", "contribuer"):
        write(
            folder / f"content/pages/{slug}.md",
            f"---\ntitle: {slug.replace('-', ' ').capitalize()}\n---\n\n{post(chance)}",
        )


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def as_yaml(content: Record) -> str:
    return yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=1000)


def directory(members: int, chance: Random) -> Record:
    return {
        "types": [{"id": f"type-{n}", "name": f"Type {n}", "fee": str(20 * n)} for n in range(1, 5)],
        "skills": [
            {"id": f"metier-{n}", "name": name, "description": sentence(chance)}
            for n, name in enumerate(SKILLS)
        ],
        "towns": [
            {"id": f"ville-{n}", "name": name, "postal_code": f"{62000 + n}", "lat": lat, "lon": lon}
            for n, (name, lat, lon) in enumerate(TOWNS)
        ],
        "members": [member(number, chance) for number in range(members)],
        "benefits": [{"name": title(chance), "description": sentence(chance)} for _ in range(5)],
    }


def member(number: int, chance: Random) -> Record:
    town = chance.randrange(len(TOWNS))
    skills = chance.sample(range(len(SKILLS)), chance.randint(1, 4))
    return {
        "id": member_id(number),
        "name": f"{chance.choice(NAMES)} {chance.choice(TRADES)} {number}",
        "type": f"type-{chance.randint(1, 4)}",
        "summary": sentence(chance)[:150],
        "description": f"{paragraph(chance, 3)}\n\n- {sentence(chance)}\n- {sentence(chance)}\n",
        "skills": [f"metier-{skill}" for skill in skills],
        "town": f"ville-{town}",
        "address": {"street": f"{number}, rue de l’Exemple"},
        "serves": sorted({f"ville-{chance.randrange(len(TOWNS))}" for _ in range(2)}),
        "website": f"https://membre-{number}.example",
        "email": f"contact@membre-{number}.example",
        "phone": f"03 53 01 {number // 100:02} {number % 100:02}",
        "people": [
            {"name": f"Camille Exemple {number}", "role": "Gérance", "consent": "2026-10-08"},
            {"name": f"Alix Modèle {number}", "role": "Accueil"},
        ],
        "interns": "true" if number % 3 == 0 else "false",
        "languages": ["fr", "nl"] if number % 2 else ["fr"],
        "joined": "2026-10-08",
    }


def member_id(number: int) -> str:
    return f"membre-{number:04}"


def committees(members: int, chance: Random) -> Record:
    return {"commissions": [committee(number, members, chance) for number in range(COMMISSIONS)]}


def committee(number: int, members: int, chance: Random) -> Record:
    taking_part = sorted(chance.sample(range(members), min(members, 20)))
    first = date(2026, 9, 1) + timedelta(days=number)
    return {
        "id": f"commission-{number}",
        "name": f"Commission {NAMES[number]}",
        "kind": "commission",
        "mission": sentence(chance),
        "description": paragraph(chance, 5),
        "chairs": [{"member": member_id(one), "role": "Responsable"} for one in taking_part[:1]],
        "members": [member_id(one) for one in taking_part],
        "meetings": [
            {
                "title": f"Réunion {NAMES[number]}",
                "start": f"{first} 18:30",
                "duration": "2h",
                "repeat": {"every": "2 weeks"},
                "except_on": [str(day) for day in HOLIDAYS if (day - first).days % 14 == 0],
                "cancelled_on": [str(first + timedelta(weeks=16))],
                "moved": [
                    {
                        "from": str(first + timedelta(weeks=20)),
                        "to": f"{first + timedelta(weeks=20, days=1)} 19:00",
                    }
                ],
            }
        ],
    }


def article_day(number: int) -> date:
    return LAST_DAY - timedelta(days=2 * number)


def article(number: int, members: int, chance: Random) -> str:
    front_matter = {
        "title": title(chance),
        "slug": f"article-{number:04}",
        "date": str(article_day(number)),
        "summary": sentence(chance),
        "tags": chance.sample(TAGS, 2),
        "commissions": [f"commission-{chance.randrange(COMMISSIONS)}"],
        "members": [member_id(one) for one in some(members, 2, chance)],
    }
    return f"---\n{as_yaml(front_matter)}---\n\n{post(chance)}"


def event(number: int, members: int, chance: Random) -> str:
    day = LAST_DAY + timedelta(days=3 * number - 300)
    front_matter = {
        "title": title(chance),
        "start": f"{day} 18:30",
        "duration": "2h",
        "kind": "rencontre",
        "venue": f"Salle {chance.choice(NAMES)}, {chance.choice(TOWNS)[0]}",
        "registration": f"https://inscriptions.example/{number}",
        "commissions": [f"commission-{chance.randrange(COMMISSIONS)}"],
        "organisers": [member_id(one) for one in some(members, 1, chance)],
        "event_status": "cancelled" if number % 17 == 3 else "scheduled",
    }
    return f"---\n{as_yaml(front_matter)}---\n\n{announcement(chance)}"


def some(members: int, number: int, chance: Random) -> Iterator[int]:
    return iter(chance.sample(range(members), min(members, number)))
