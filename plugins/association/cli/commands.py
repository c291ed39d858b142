"""What can be typed to work on a site: each command, its options and what it says of itself.

Each is thin: the work is done in the modules beside this one. `tasks.py` has these and those of the program's
own repository; where the program is installed, `assosite` has these alone.
"""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Mapping
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING

from ..program import default_site
from .outcome import conclude
from .usage import Commands

if TYPE_CHECKING:
    from invoke.context import Context

COMMANDS = Commands()
task = COMMANDS.task


def words_of(what: str) -> Callable[[], Mapping[str, tuple[str, ...]]]:
    """What manual.py knows under that name, asked only when help or completion is."""

    def found() -> Mapping[str, tuple[str, ...]]:
        from . import manual

        found: Mapping[str, tuple[str, ...]] = getattr(manual, what)()
        return found

    return found


SITE = "Folder of the site; the repository itself if none is given."


@task(
    help={
        "site": SITE,
        "output": "Folder to write; SITE/output if none is given.",
        "publish": "With the settings of production (publishconf.py).",
        "revisions": "The revisions.json of the published site: calendars then tell only what has changed.",
    },
    examples=("build", "build --publish", "build --site examples/upbto --output /tmp/upbto"),
)
def build(
    context: Context,
    site: str | None = None,
    output: str | None = None,
    publish: bool = False,
    revisions: str | None = None,
) -> None:
    """Build the site: all of it, or nothing and say why."""
    from .build import build as run
    from .publish import told_in

    target = Path(output or folder(site) / "output")
    conclude(lambda: run(folder(site), target, publish, told_in(revisions)))


@task(
    help={"site": SITE, "format": "text, json or github (annotations)."},
    examples=("check", "check --site examples/upbto --format json"),
    words=words_of("formats"),
)
def check(context: Context, site: str | None = None, format: str = "text") -> None:
    """Tell every mistake of the files, and write nothing."""
    from .check import check as run

    conclude(lambda: run(folder(site), format))


@task(
    help={
        "commission": "Id of a commission; every date if none is given.",
        "months": "How far to look, in months; six if nothing is said.",
        "fetch": "Bring partners' calendars up to date instead, from their addresses in commissions.yaml.",
        "site": SITE,
    },
    examples=("agenda", "agenda --commission numerique-responsable --months 12", "agenda --fetch"),
)
def agenda(
    context: Context,
    commission: str | None = None,
    months: str | None = None,
    fetch: bool = False,
    site: str | None = None,
) -> None:
    """Show the coming dates as a table, or fetch those of partners."""
    if fetch:
        from .partner_calendars import fetch_calendars

        conclude(lambda: fetch_calendars(folder(site), commission, months))
    else:
        from .agenda import agenda_table

        conclude(lambda: agenda_table(folder(site), commission, months or "6"))


@task(
    help={
        "site": SITE,
        "port": "Port on this machine.",
        "open": "Open the browser as soon as there is something to see.",
    },
    examples=("serve", "serve --open", "serve --site examples/upbto --port 8001"),
)
def serve(context: Context, site: str | None = None, port: str = "8000", open: bool = False) -> None:
    """Show the site in a browser and follow every change; mistakes are shown on the page."""
    from .serve import serve as run

    conclude(lambda: run(folder(site), port, open))


@task(
    name="new-site",
    positional=["folder"],
    examples=('new-site mon-club --name "Le Club"', "new-site mon-club --lang nl"),
    help={
        "folder": "Where: a new folder, or one that has none of the files of a site.",
        "name": "Of the association.",
        "territory": "Where it is at home, in words.",
        "town": "The first town of its directory.",
        "lang": "fr, nl or en; that of the machine if none is given.",
        "accent": "The colour of links and buttons: #0c5c60.",
        "email": "Of the association.",
        "siteurl": "The address that the site will have.",
    },
)
def new_site(
    context: Context,
    folder: str,
    name: str = "",
    territory: str = "",
    town: str = "",
    lang: str = "",
    accent: str = "",
    email: str = "",
    siteurl: str = "",
) -> None:
    """Make the folder of a site of one's own, ready to be completed."""
    from .new_site import Wishes
    from .new_site import new_site as run

    wishes = Wishes(name, territory, town, lang, accent, email, siteurl)
    conclude(lambda: run(folder, wishes))


@task(
    positional=["what", "name"],
    help={
        "what": "One of: {kinds}.",
        "name": "Its name, or its title; between quotes if it has several words. "
        "Of minutes and meetings: the commission; of a translation: the text.",
        "title": "Of a meeting or a translation; elsewhere the same as the name.",
        "start": "Of an event or a meeting: 2027-03-18, or 2027-03-18 18h30; "
        "of a series several, with commas.",
        "duration": "Of an event or a meeting that begins at a time: 2h, 1h30, 90min.",
        "venue": "Of an event or a meeting: an id of commissions.yaml, or any text.",
        "every": "Of a meeting, its rhythm: week, month, 2 weeks.",
        "on": "Of a meeting, its rhythm: tuesday, first tuesday.",
        "town": "Of a member or a venue: a town of members.yaml.",
        "type": "Of a member: a type of members.yaml.",
        "member": "Of a person or an offer: the member, by its id or its name.",
        "role": "Of a person.",
        "url": "Of a partners' calendar: its address; of a member or a partner: its site.",
        "kind": "Of an offer: {offers}; of an event or a partner: any word.",
        "template": "Of a page: {templates}.",
        "date": "Of minutes: the day of the meeting; the last one without minutes if none is given.",
        "person": "The member is a person; it appears only once a consent is recorded.",
        "id": "Of an entry that has one: made of the name if none is given.",
        "force": "Add a second one of the same name.",
        "governance": "The commission is a board or another body that decides.",
        "translation-of": "Of a text: the one that it translates, by its file or the end of its address.",
        "lang": "Of a text: its language, if that is not the first of the site.",
        "members-only": "Of a text: only members may read it.",
        "site": SITE,
    },
    examples=(
        'new member "Les Trois Octets" --town lens',
        'new event "Portes ouvertes" --start "2027-03-18 18h30" --duration 2h',
        'new news "Un nouveau local"',
    ),
    words=words_of("kinds"),
)
def new(
    context: Context,
    what: str,
    name: str,
    site: str | None = None,
    title: str | None = None,
    start: str | None = None,
    duration: str | None = None,
    venue: str | None = None,
    every: str | None = None,
    on: str | None = None,
    town: str | None = None,
    type: str | None = None,
    member: str | None = None,
    role: str | None = None,
    url: str | None = None,
    kind: str | None = None,
    template: str | None = None,
    date: str | None = None,
    person: bool = False,
    id: str | None = None,
    force: bool = False,
    governance: bool = False,
    translation_of: str | None = None,
    lang: str | None = None,
    members_only: bool = False,
) -> None:
    """Add what an editor adds, from a news item to a town: an entry or a file to be filled in."""
    from .new import NewOptions
    from .new import new as run

    dates = (start, duration, venue, every, on)
    words = (town, type, member, role, url, kind, template, date, id, translation_of, lang)
    options = NewOptions(name or "", title, *dates, *words, person, force, governance, members_only)
    conclude(lambda: run(what, options, folder(site)))


@task(
    name="import",
    positional=["file"],
    help={
        "file": "The export of a spreadsheet, or the spreadsheet itself: CSV, .xlsx, .ods, .xls.",
        "map": "Which column is which: a YAML file, or helloasso, galette, paheko; SITE/import.yaml if any.",
        "site": SITE,
        "dry-run": "Tell what would change, and write nothing.",
        "sheet": "Which sheet of a workbook; the one whose columns fit if none is named.",
    },
    examples=("import membres.csv --dry-run", "import adherents.xlsx --map helloasso --sheet Feuille1"),
)
def import_(
    context: Context,
    file: str,
    map: str | None = None,
    site: str | None = None,
    dry_run: bool = False,
    sheet: str | None = None,
) -> None:
    """Add members from a spreadsheet to members.yaml, or bring them up to date."""
    from .import_members import import_members as run

    conclude(lambda: run(folder(site), file, map, dry_run, sheet))


@task(
    help={
        "site": SITE,
        "base": "The revision of git to go back to: HEAD, or HEAD~1 for the last commit.",
        "dry-run": "Tell what would change, and write nothing.",
    }
)
def tidy(context: Context, site: str | None = None, base: str | None = None, dry_run: bool = False) -> None:
    """Put what a web editor wrote anew into the files as they were: comments and order come back."""
    from .tidy import tidy as run

    conclude(lambda: run(folder(site), base, dry_run))


@task(
    positional=["file"],
    help={
        "file": "The filled form, as the forge has it in Markdown.",
        "site": SITE,
        "kind": "add, correct or event; found by its first title if nothing is said.",
    },
)
def apply(context: Context, file: str, site: str | None = None, kind: str | None = None) -> None:
    """Turn a filled form of the forge into a change of the site, if the site is sound with it."""
    from .apply import apply as run

    conclude(lambda: run(folder(site), file, kind))


@task(help={"site": SITE, "forge": "github or gitlab; by the address of the repository if nothing is said."})
def forms(context: Context, site: str | None = None, forge: str | None = None) -> None:
    """Write the forms that people without git fill in on the forge."""
    from .forge_forms import forms as run

    conclude(lambda: run(folder(site), forge))


@task(
    help={
        "site": SITE,
        "dry-run": "Tell what would be sent and deleted, and send nothing.",
        "take-over": "Also where others wrote: tell what goes, then put the site in its place.",
    },
    examples=("publish --dry-run", "publish"),
)
def publish(
    context: Context, site: str | None = None, dry_run: bool = False, take_over: bool = False
) -> None:
    """Build the site for production and send it to its host."""
    from .publish import publish as run

    conclude(lambda: run(folder(site), dry_run, take_over))


@task(
    help={
        "site": SITE,
        "since": "Tell what has changed since this version, whatever the site remembers.",
        "yes": "Renew what nobody has changed, without asking.",
    },
    examples=("upgrade", "upgrade --since 1.0.0"),
)
def upgrade(context: Context, site: str | None = None, since: str | None = None, yes: bool = False) -> None:
    """Tell what has changed in the program for this site; change nothing without asking."""
    from .upgrade import upgrade as run

    conclude(lambda: run(folder(site), since, yes))


@task(
    help={"site": SITE, "format": "nginx, apache or _redirects (Netlify, Cloudflare Pages)."},
    examples=("redirects > /etc/nginx/assosite-redirects.conf", "redirects --format apache"),
    words=words_of("servers"),
)
def redirects(context: Context, site: str | None = None, format: str = "nginx") -> None:
    """Print where old addresses lead, for the settings of the server."""
    from .redirects import redirects as run

    conclude(lambda: run(folder(site), format))


@task(
    help={"site": SITE},
    examples=("passphrase",),
)
def passphrase(context: Context, site: str | None = None) -> None:
    """Propose a passphrase for the members and say how to change it."""
    from .passphrase import passphrase as run

    conclude(lambda: run(folder(site), site))


@task(
    positional=["shell"],
    help={"shell": "bash, zsh or fish."},
    examples=("completion bash > ~/.local/share/bash-completion/completions/assosite",),
    words=words_of("shells"),
)
def completion(context: Context, shell: str) -> None:
    """Print what makes a shell complete commands, options and their values."""
    from .manual import completion as run

    conclude(lambda: run(shell, COMMANDS.known))


def folder(site: str | None) -> Path:
    return Path(site).resolve() if site else default_site(Path.cwd())


def run(argv: list[str]) -> None:
    """Ends the process, unless all is fine."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that a build removes its folder
    conclude(lambda: COMMANDS.run(with_new_site(argv)))


def with_new_site(argv: list[str]) -> list[str]:
    """`new site`, in whatever word, is a command of its own: there is no site yet to add to."""
    if argv[:1] != ["new"]:
        return argv
    from .kind_words import meaning

    meant = meaning(argv[1], "en") if len(argv) > 1 else None
    return ["new-site", *argv[2:]] if meant and meant.kind == "site" else argv


def installed() -> None:
    """`assosite`, as a package manager installs it: no packages to see to."""
    from .bootstrap import know

    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # a terminal without ’ or … shows ? and goes on
    know(sys.argv[1:], [Path(__file__)])
    run(sys.argv[1:])
