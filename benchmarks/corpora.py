"""Associations of fiction of any size, for the benchmark and the tests: the same numbers, the same texts.

What they hold, as records; `forms.py` writes it as each generator wants it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from words import NAMES, SKILLS, TAGS, TOWNS, TRADES, announcement, paragraph, post, sentence, title

LAST_DAY = date(2026, 11, 20)
COMMISSIONS = 12
HOLIDAYS = [
    date(2027, month, day) for month, day in ((5, 1), (5, 6), (5, 8), (5, 17), (7, 14), (11, 1), (11, 11))
]
PILLARS = ("Social", "Juridique", "Économie", "Filière")
PAGES = ("mentions-legales", "donnees-personnelles", "contribuer")

Record = dict[str, object]


@dataclass(frozen=True, slots=True)
class Corpus:
    """How much there is of each kind."""

    name: str
    news: int
    members: int
    events: int


SMALL = Corpus("small", 20, 15, 12)
TYPICAL = Corpus("typical", 500, 300, 300)
LARGE = Corpus("large", 5000, 5000, 2000)


@dataclass(frozen=True, slots=True)
class Text:
    """A file of Markdown: its name without ending, what stands above the text, the text."""

    name: str
    front_matter: Record
    body: str


@dataclass(frozen=True, slots=True)
class Association:
    directory: Record
    committees: Record
    news: tuple[Text, ...]
    events: tuple[Text, ...]
    pages: tuple[Text, ...]


def scaled(pages: int) -> Corpus:
    """A typical association grown, or shrunk, to about that many pages; some 260 of its lists do not grow."""
    factor = (pages - 260) / 1210
    return Corpus(f"{pages:,} pages", round(500 * factor), round(300 * factor), round(300 * factor))


def association(corpus: Corpus, seed: int = 1) -> Association:
    """The order of what is drawn by chance is that of the fields."""
    chance, members = Random(seed), corpus.members
    return Association(
        directory=directory(members, chance),
        committees=committees(members, chance),
        news=tuple(article(number, members, chance) for number in range(corpus.news)),
        events=tuple(event(number, members, chance) for number in range(corpus.events)),
        pages=tuple(page(name, chance) for name in PAGES),
    )


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


def article(number: int, members: int, chance: Random) -> Text:
    front_matter: Record = {
        "title": title(chance),
        "slug": f"article-{number:04}",
        "date": str(article_day(number)),
        "summary": sentence(chance),
        "tags": chance.sample(TAGS, 2),
        "commissions": [f"commission-{chance.randrange(COMMISSIONS)}"],
        "members": [member_id(one) for one in some(members, 2, chance)],
    }
    return Text(f"{article_day(number)}-article-{number:04}", front_matter, post(chance))


def reserved(texts: int, visibility: str = "members", seed: int = 2) -> tuple[Text, ...]:
    """As long as the news, beside which they are to be written: what a board writes for its members."""
    chance = Random(seed)
    every = (article(number, 0, chance) for number in range(texts))
    return tuple(for_members(number, text, visibility) for number, text in enumerate(every))


def for_members(number: int, text: Text, visibility: str) -> Text:
    """Under a title that no public text happens to repeat: `check` would tell each of them."""
    front_matter = {key: value for key, value in text.front_matter.items() if key != "slug"}
    front_matter |= {"visibility": visibility, "category": PILLARS[number % len(PILLARS)]}
    front_matter["title"] = f"{front_matter['title']}, note {number}"
    return Text(f"{article_day(number)}-adherents-{number:04}", front_matter, text.body)


def event(number: int, members: int, chance: Random) -> Text:
    day = LAST_DAY + timedelta(days=3 * number - 300)
    front_matter: Record = {
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
    return Text(f"evenement-{number:04}", front_matter, announcement(chance))


def page(name: str, chance: Random) -> Text:
    return Text(name, {"title": name.replace("-", " ").capitalize()}, post(chance))


def some(members: int, number: int, chance: Random) -> Iterator[int]:
    return iter(chance.sample(range(members), min(members, number)))
