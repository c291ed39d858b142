"""The texts that `new` makes: each a file that is valid as it is, with lines to complete."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from ..content.context import Mistake
from ..content.fields.dates import day, moment
from ..content.load import SiteFolder, load
from ..content.schema.members import MembersFile
from ..content.sheets import slug_in
from ..content.yaml.front_matter import split
from ..content.yaml.source import read_text
from ..content.yaml.text_edits import scalar
from ..domain.text import Language, Slug, slug_of
from ..problems import ContentError, sentence
from .files import create, problems_of
from .kind_words import TEMPLATES, meaning, shown
from .new_entries import commission_named, free_slug, member_meant, reading, venue_ids
from .new_notes import (
    about_event,
    about_minutes,
    about_news,
    about_offer,
    about_offers,
    about_page,
    about_resources,
    aligned,
    first,
)
from .new_options import Made, NewOptions, accepted, length, offer_kind, starts_of, wrong_option
from .new_words import Words, words_in
from .outcome import WrongUsage, ask

OPEN_FOR = timedelta(days=60)
A_YEAR = timedelta(days=366)
LONGEST_NAME = 60
FAQ, GLOSSARY, RESOURCES = TEMPLATES


def new_news(options: NewOptions, folder: SiteFolder) -> Made:
    lines = [*title_lines(options), f"date: {folder.today}", *commented(about_news(folder.language))]
    slug = free_slug(short_slug(options.name, "actualite"), slugs_taken(folder, "news"))
    return new_file(folder, "news", f"{folder.today}-{slug}.md", lines)


def new_event(options: NewOptions, folder: SiteFolder) -> Made:
    """Of several starts, a series."""
    starts = starts_of(options)
    if len(starts) > 1:
        return new_series(options, folder)
    return event_of(of_one_date(starts[0], length(options), words_in(folder.language)), options, folder)


def new_series(options: NewOptions, folder: SiteFolder) -> Made:
    dates = of_series(starts_of(options), length(options), words_in(folder.language))
    return event_of(dates, options, folder)


def event_of(dates: Iterator[str], options: NewOptions, folder: SiteFolder) -> Made:
    words = words_in(folder.language)
    venue = aligned(f"venue: {first(venue_ids(folder), words['room'])}", words["venue"])
    lines = [
        *title_lines(options),
        *dates,
        f"venue: {scalar(options.venue, 0, False)}" if options.venue else f"# {venue}",
        *([f"kind: {scalar(options.kind, 0, False)}"] if options.kind else []),
        *commented(about_event(folder.language)),
    ]
    slug = free_slug(short_slug(options.name, "evenement"), slugs_taken(folder, "events"))
    return new_file(folder, "events", f"{slug}.md", lines)


def of_one_date(start: str, lasts: str | None, words: Words) -> Iterator[str]:
    yield f"start: {start}"
    yield f"duration: {lasts}" if lasts else f"# {aligned(f'end: {start}', words['last day'])}"


def of_series(starts: list[str], lasts: str | None, words: Words) -> Iterator[str]:
    """An id for each, so that they can be put into another order; a day has no length."""
    yield aligned("dates:", words["dates"])
    for number, start in enumerate(starts, 1):
        yield f'  - id: "{number}"'
        yield f"    start: {start}"
        if isinstance(accepted(moment, start, "start"), datetime):
            yield f"    duration: {lasts}"
        yield f"    # title: {words['title of a date']}"


def new_offer(options: NewOptions, folder: SiteFolder) -> Made:
    words, kind = words_in(folder.language), offer_kind(options, folder.language)
    lines = [
        *title_lines(options),
        aligned(f"kind: {kind}", about_offers(kind, folder.language)),
        *member_lines(options, folder),
        f"date: {folder.today}",
        aligned(f"expires: {folder.today + OPEN_FOR}", words["expires"]),
        *commented(about_offer(folder.language)),
    ]
    slug = free_slug(short_slug(options.name, "annonce"), slugs_taken(folder, "offers"))
    return new_file(folder, "offers", f"{slug}.md", lines)


def member_lines(options: NewOptions, folder: SiteFolder) -> Iterator[str]:
    if options.member:
        yield f"member: {member_meant(options.member, folder)}"
        return
    for id_ in reading(MembersFile, folder.members, folder).known("members").ids[:1]:
        yield f"# {aligned(f'member: {id_}', words_in(folder.language)['member'])}"


def new_page(options: NewOptions, folder: SiteFolder) -> Made:
    """With the sample of what its template shows."""
    words, template = words_in(folder.language), template_meant(options, folder)
    lines = [*title_lines(options), *commented(about_page(folder.language))]
    if template:
        lines.append(f"template: {template}")
    if template == RESOURCES:
        lines += about_resources(folder.language)
    body = {FAQ: words["faq body"], GLOSSARY: words["glossary body"]}.get(template)
    slug = free_slug(short_slug(options.name, "page"), slugs_taken(folder, "pages"))
    return new_file(folder, "pages", f"{slug}.md", lines, body=body)


def template_meant(options: NewOptions, folder: SiteFolder) -> str:
    if not options.template:
        return ""
    meant = meaning(options.template, folder.language)
    if meant and meant.kind == "page" and "template" in meant.given:
        return str(meant.given["template"])
    known = ", ".join(dict.fromkeys((*(shown(one, folder.language) for one in TEMPLATES), *TEMPLATES)))
    said = sentence("found {found}, expected one of: {kinds}", found=options.template, kinds=known)
    raise wrong_option("template", said, None)


def new_minutes(options: NewOptions, folder: SiteFolder) -> Made:
    """options.name: of the commission, or its id."""
    commission = commission_named(options.name, folder)
    held = options.date or last_date(commission, folder) or ask(HELD, LACKS_DATE, check_day)
    check_day(held)
    lines = [f"commission: {commission}", f"date: {held}", *for_whom(options)]
    lines += commented(about_minutes(folder.language))
    name = f"{held}-{commission}.md"
    if (folder.content / folder.section("minutes") / name).exists():
        raise WrongUsage(sentence("The minutes of that day are there already: {name}.", name=name))
    return new_file(folder, "minutes", name, lines)


HELD = sentence("The day of the meeting (2027-03-18):")
LACKS_DATE = sentence('The day is missing: `python3 tasks.py new minutes "Commission" --date 2027-03-18`.')


def check_day(text: str) -> None:
    accepted(day, text, "date")


def last_date(commission: Slug, folder: SiteFolder) -> str | None:
    """Of its last meeting without minutes; none is known of a site with mistakes."""
    try:
        association = load(folder).association
    except ContentError:
        return None
    written = {minutes.day for minutes in association.minutes if minutes.commission == commission}
    days = (
        occurrence.start.date()
        for one in association.commissions
        if one.id == commission
        for meeting in one.meetings
        for occurrence in meeting.occurrences(folder.today - A_YEAR, folder.today)
        if not occurrence.is_cancelled
    )
    last = max((held for held in days if held not in written), default=None)
    return str(last) if last else None


def title_lines(options: NewOptions) -> list[str]:
    """With its language, where that was typed; the name of a translation says it."""
    language = [f"lang: {options.lang}"] if options.lang and not options.translation_of else []
    return [f"title: {scalar(options.name, 0, False)}", *language, *for_whom(options)]


def for_whom(options: NewOptions) -> list[str]:
    return ["visibility: members"] if options.members_only else []


def commented(notes: Iterator[str]) -> Iterator[str]:
    return (f"# {note}" for note in notes)


def short_slug(title: str, otherwise: Slug) -> Slug:
    """Whole words of it: it becomes an address."""
    slug = slug_of(title)
    if len(slug) <= LONGEST_NAME:
        return slug or otherwise
    return slug[: LONGEST_NAME + 1].rpartition("-")[0] or slug[:LONGEST_NAME]


def slugs_taken(folder: SiteFolder, section: str) -> frozenset[Slug]:
    """The addresses of the texts that are there."""
    files = (folder.content / folder.section(section)).rglob("*.md")
    return frozenset(slug for path in files for slug in slugs(path))


def slugs(path: Path) -> Iterator[Slug]:
    try:
        yield slug_in(path.name, path.name)
        yield str(split(read_text(path, path.name), path.name).tree.data.get("slug", ""))
    except (Mistake, ContentError):
        return


def new_file(
    folder: SiteFolder,
    section: str,
    name: str,
    lines: list[str],
    language: Language | None = None,
    body: str | None = None,
) -> Made:
    """A file that would be a problem is not left there."""
    path = folder.content / folder.section(section) / name
    before = set(problems_of(folder))
    text = body or f"<!-- {words_in(language or folder.language)['body']} -->"
    create(path, "\n".join(("---", *lines, "---", "", text, "")).encode("utf-8"))
    problems = [one for one in problems_of(folder) if one not in before]
    if problems:
        path.unlink()
        raise ContentError(problems)
    return path, 1
