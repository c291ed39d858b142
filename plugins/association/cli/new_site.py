"""`new site`: the folder of a site of one's own, valid at once; its files mark what is left to complete.

The files are those of `starter/`, by language. Nothing that is there already is written over.
"""

import json
import os
import re
import shlex
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from ..domain.text import slug_of
from ..problems import Sentence, sentence
from ..program import CLONE, SCHEMAS, requirement, version
from .ci_files import ci_files
from .files import create, name_shown
from .language import as_typed, languages, translate
from .outcome import FINE, WrongUsage, answer_to, ask
from .site_record import RECORD, Record, sum_of, written

STARTER = Path(__file__).parents[1] / "starter"
LANGUAGES = ("fr", "nl", "en")
ACCENT = "#0c5c60"
COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
EMAIL = re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+")
URL = re.compile(r"https?://[^\s\"']+")
SAMPLE = ".example"
"""Nobody has an address that ends so (RFC 2606)."""
LEFT_AS_THEY_ARE = frozenset({"README.md", ".gitignore"})
"""What a forge may have put into an empty repository."""
SHOWN = 3  # files, of many that are in the way
MARKED = re.compile(r"([\\`*_{}\[\]#])")
EVENT_IN = timedelta(days=40)
MEETING_IN = timedelta(days=7)

ASKS_NAME = sentence("Name of the association:")
LACKS_NAME = sentence('The name is missing: `python3 tasks.py new site FOLDER --name "The Club"`.')


@dataclass(frozen=True, slots=True)
class Wishes:
    """As they were typed; empty where nothing was."""

    name: str = ""
    territory: str = ""
    town: str = ""
    lang: str = ""
    accent: str = ""
    email: str = ""
    siteurl: str = ""


def new_site(folder: str, wishes: Wishes) -> int:
    if not folder.strip():
        raise WrongUsage(sentence("Say where: `python3 tasks.py new site FOLDER`."))
    site = Path(folder).resolve()
    if site == CLONE:
        raise WrongUsage(sentence("That is the folder of the program; name another one."))
    refuse(wishes)
    files = dict(files_of(site, completed(wishes)))
    taken = sorted(path for path in files if (site / path).exists() and path not in LEFT_AS_THEY_ARE)
    if taken:
        listed = ", ".join([*taken[:SHOWN], *(["…"] if len(taken) > SHOWN else [])])
        raise WrongUsage(sentence('"{folder}" has these already: {files}.', folder=site, files=listed))
    for path, content in files.items():
        if not (site / path).exists():
            create(site / path, content)
    tell(site)
    return FINE


def refuse(wishes: Wishes) -> None:
    wrong = (
        ("lang", wishes.lang and wishes.lang not in LANGUAGES, "fr, nl, en"),
        ("accent", wishes.accent and not COLOUR.fullmatch(wishes.accent), ACCENT),
        ("email", wishes.email and not EMAIL.fullmatch(wishes.email), "contact@club.example"),
        ("siteurl", wishes.siteurl and not URL.fullmatch(wishes.siteurl), "https://club.example"),
    )
    for option, is_wrong, example in wrong:
        if is_wrong:
            said = sentence(
                "--{option} is written as one of these: {example}.", option=option, example=example
            )
            raise WrongUsage(said)


def completed(wishes: Wishes) -> Wishes:
    """What was not typed is asked, when somebody is there to answer; else there is a default."""
    name = on_one_line(wishes.name) or on_one_line(ask(ASKS_NAME, LACKS_NAME))
    host = (slug_of(name) or "club") + SAMPLE
    return replace(
        wishes,
        name=name,
        town=on_one_line(wishes.town or asked(sentence("Its town, or nothing:"))),
        territory=on_one_line(wishes.territory or asked(sentence("Its territory, or nothing:"))),
        lang=wishes.lang or language_of_machine(),
        accent=wishes.accent or ACCENT,
        email=wishes.email or f"contact@{host}",
        siteurl=(wishes.siteurl or f"https://{host}").rstrip("/"),
    )


def on_one_line(text: str) -> str:
    return " ".join(text.split())


def asked(question: Sentence) -> str:
    return answer_to(question) if sys.stdin.isatty() else ""


def language_of_machine() -> str:
    spoken = [name[:2] for name in languages(os.environ)]
    return next((name for name in spoken if name in LANGUAGES), "fr")


def files_of(site: Path, wishes: Wishes) -> Iterator[tuple[str, bytes]]:
    """Path in the site and content; what the program may renew one day is remembered with its sum."""
    way = way_of(site)
    given = dict(given_files(way, wishes.lang))
    yield from given.items()
    yield from own_files(way, wishes)
    if way == "wheel":
        yield "requirements.txt", f"{requirement()}\n".encode()
    sums = {path: sum_of(content) for path, content in given.items()}
    yield RECORD, written(Record(version(), sums))


def way_of(site: Path) -> str:
    return "submodule" if CLONE is not None and CLONE == site / "assosite" else "wheel"


def given_files(way: str, language: str) -> Iterator[tuple[str, bytes]]:
    for schema in sorted(SCHEMAS.glob("*.json")):
        yield f"schemas/{schema.name}", schema.read_bytes()
    for path, text in ci_files(way, language).items():
        yield path, text.encode()


def own_files(way: str, wishes: Wishes) -> Iterator[tuple[str, bytes]]:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(STARTER),
        undefined=StrictUndefined,
        keep_trailing_newline=True,
        trim_blocks=True,
    )
    environment.filters["json"] = lambda text: json.dumps(text, ensure_ascii=False)
    words = words_of(way, wishes)
    for folder in ("any", wishes.lang):
        for file in sorted((STARTER / folder).rglob("*")):
            if file.is_file():
                path = file.relative_to(STARTER / folder).as_posix()
                text = environment.get_template(f"{folder}/{path}").render(words)
                yield path.replace("dot_", ".").removesuffix(".jinja"), text.encode()


def words_of(way: str, wishes: Wishes) -> dict[str, str | bool]:
    """name: to be written as JSON, which is Python and YAML too. plain_name: within a Markdown text."""
    today = day_of_today()
    town = wishes.town or {"fr": "Notre commune", "nl": "Onze gemeente"}.get(wishes.lang, "Our town")
    return {
        "name": wishes.name,
        "plain_name": MARKED.sub(r"\\\1", wishes.name).replace("<", "&lt;"),
        "territory": wishes.territory or town,
        "town": town,
        "town_id": slug_of(town) or "commune",
        "email": wishes.email,
        "accent": wishes.accent,
        "siteurl": wishes.siteurl,
        "email_is_sample": wishes.email.endswith(SAMPLE),
        "siteurl_is_sample": wishes.siteurl.endswith(SAMPLE),
        "typed": {"wheel": "assosite", "submodule": "python3 assosite/tasks.py"}[way],
        "program": PROGRAM_LINES[way],
        "today": today.isoformat(),
        "event": (today + EVENT_IN).isoformat(),
        "meeting": first_tuesday(today + MEETING_IN).isoformat(),
    }


PROGRAM_LINES = {
    "wheel": 'THEME = "parvis"\nPLUGINS = ["association"]',
    "submodule": 'THEME = "assosite/themes/parvis"\n'
    'PLUGIN_PATHS = ["assosite/plugins"]\nPLUGINS = ["association"]',
}


def day_of_today() -> date:
    from ..host.machine import now

    return now(ZoneInfo("Europe/Paris")).date()


def first_tuesday(after: date) -> date:
    """Of a month, on that day or later."""
    return next(day for number in range(40) if is_first_tuesday(day := after + timedelta(days=number)))


def is_first_tuesday(day: date) -> bool:
    return day.isoweekday() == 2 and day.day <= 7


def tell(site: Path) -> None:
    where = "" if CLONE is None or CLONE.parent == site else f" --site {shlex.quote(name_shown(site))}"
    steps = [as_typed(f"python3 tasks.py {command}{where}") for command in ("serve", "check", "publish")]
    if CLONE is None and Path.cwd() != site:
        steps.insert(0, f"cd {shlex.quote(name_shown(site))}")
    said = translate('The site is in "{folder}". Next, one after the other:')
    print(said.format(folder=name_shown(site)))
    print("\n".join(f"    {step}" for step in steps))
