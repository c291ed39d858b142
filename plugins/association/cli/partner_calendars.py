"""`agenda --fetch`: partners' calendars brought up to date, from the addresses in commissions.yaml.

The old file stays unless the new one is as good: a partner's server that is down or gone astray takes nothing
from the site. What a calendar says is what a build reads of it: where that is the same, nothing is written.
Each time the whole calendar is asked for: nobody knows when it was fetched last, for a clone gives every file
the time of the clone.
"""

import shutil
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path, PurePath
from tempfile import TemporaryDirectory

from ..content.load import SiteFolder, association_of_files, context_of, without_own_dates
from ..content.memory import LoadMemory
from ..content.schema.commissions import CalendarShape, CommissionsFile
from ..content.schema.validation import parse
from ..content.site import IMPORTS, content_files
from ..content.yaml.reader import lenient_tree
from ..content.yaml.source import LARGEST, read_text
from ..domain.events import ImportedDate
from ..problems import ContentError, Problem, Severity, sentence
from .download import Client, Unfetched
from .files import folder_of, is_new, problem_key, save
from .language import translate
from .outcome import FINE, WrongUsage, in_text

EXAMPLE = """\
calendars:
  - id: pepiniere
    name: La Pépinière
    url: https://www.example.org/agenda.ics
"""
ASK_FOR_ICS = sentence("ask the partner for the address of the calendar itself (iCal, .ics)")


def fetch_calendars(
    site: Path, commission: str | None = None, months: str | None = None, client: Client | None = None
) -> int:
    """FINE when every calendar is at least as good as before."""
    if commission or months:
        raise WrongUsage(sentence("--fetch is written alone: it shows no dates."))
    folder = folder_of(site)
    declared = declared_calendars(folder)
    if not declared:
        print(what_to_write(folder))
        return FINE
    answers = (client or Client(LARGEST)).all_of(one.url for one in declared)
    with agenda_on_trial(folder) as trial:
        desk = Desk(folder, trial)
        problems = [desk.problem(one, answer) for one, answer in zip(declared, answers, strict=True)]
    found = [problem for problem in problems if problem]
    return in_text(found) if found else FINE


def declared_calendars(folder: SiteFolder) -> tuple[CalendarShape, ...]:
    """Only from a file without mistakes."""
    if not folder.commissions.exists():
        return ()
    file = folder.name_of(folder.commissions)
    parsed = parse(CommissionsFile, lenient_tree(read_text(folder.commissions, file), file))
    if parsed.value is None or any(one.severity is Severity.ERROR for one in parsed.problems):
        raise ContentError(parsed.problems)
    return parsed.value.calendars


def what_to_write(folder: SiteFolder) -> str:
    said = translate("No calendar of a partner is named in {file}. Write for example:")
    return f"{said.format(file=folder.name_of(folder.commissions))}\n\n{EXAMPLE}"


@dataclass(frozen=True, slots=True)
class Reading:
    """What a build makes of partners' calendars: the dates of each file it can read, and what stops it."""

    dates: Mapping[str, Counter[ImportedDate]]
    errors: tuple[Problem, ...]

    def says_the_same(self, other: "Reading") -> bool:
        """In whatever order the files say it."""
        return self.dates == other.dates

    def coming(self, path: str, today: date) -> int:
        return sum(one.last_day >= today for one in self.dates.get(path, Counter()).elements())


@dataclass(frozen=True, slots=True)
class Trial:
    """The texts and calendars of the agenda in a folder of their own, where a new calendar is tried first.

    site: whose content is that folder; content: what reports call the true one.
    """

    site: SiteFolder
    content: str

    @property
    def imports(self) -> str:
        return f"{self.site.section('events')}/{IMPORTS}"

    def path_of(self, id_: str) -> str:
        """The file of that id, below content; the ending in the capitals that it has."""
        there = (path for path in self.paths() if PurePath(path).parent == PurePath(self.imports))
        return next((path for path in there if PurePath(path).stem == id_), f"{self.imports}/{id_}.ics")

    def paths(self) -> tuple[str, ...]:
        return content_files(self.site.content, self.content).below(self.imports, ".ics")

    def reading(self) -> Reading:
        """As a build reads them, beside our own dates and one another.

        Without the memory of loads: a file that is written twice in a moment may look as if it were not.
        """
        context = context_of(self.site, LoadMemory(lasts=False))
        context.files = content_files(self.site.content, self.content)
        _, association = association_of_files(context)
        association = without_own_dates(association, context)
        own = f"{self.content}/{self.imports}/"
        errors = (one for one in context.notes.problems if one.severity is Severity.ERROR)
        dates: dict[str, Counter[ImportedDate]] = {}
        for calendar in association.calendars:
            dates.setdefault(calendar.source, Counter()).update(calendar.dates)
        return Reading(dates, tuple(one for one in errors if one.file.startswith(own)))

    def content_of(self, path: str) -> bytes | None:
        """None: no such file."""
        file = self.site.content / path
        return file.read_bytes() if file.exists() else None

    def put(self, path: str, content: bytes | None) -> None:
        file = self.site.content / path
        file.parent.mkdir(parents=True, exist_ok=True)
        if content is None:
            file.unlink(missing_ok=True)
        else:
            file.write_bytes(content)


@contextmanager
def agenda_on_trial(folder: SiteFolder) -> Iterator[Trial]:
    name = folder.name_of(folder.content)
    files = content_files(folder.content, name, folder.copied)
    with TemporaryDirectory() as elsewhere:
        for path in files.below(folder.section("events")):
            copy = Path(elsewhere, path)
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(folder.content / path, copy)
        yield Trial(replace(folder, content=Path(elsewhere)), name)


class Desk:
    """Where what came is looked at, let in or sent away, and said so."""

    def __init__(self, folder: SiteFolder, trial: Trial) -> None:
        self.folder, self.trial = folder, trial
        self.before = trial.reading()

    def problem(self, shape: CalendarShape, answer: bytes | Unfetched) -> Problem | None:
        """Only of a calendar that was never there: any other is as good as before."""
        path = self.trial.path_of(shape.id)
        former = self.trial.content_of(path)
        reason = ""
        try:
            said = self.let_in(path, former, answer)
        except Unfetched as refused:
            if former is None:
                place = shape.place("url")
                return Problem(place, "calendar-not-fetched", refused.message, refused.hint)
            said, reason = translate("{name}: the file stays as it was; {reason}."), as_text(refused)
        name = shape.name.to(self.folder.language)
        print(said.format(name=name, number=self.coming(path), reason=reason), flush=True)
        return None

    def let_in(self, path: str, former: bytes | None, answer: bytes | Unfetched) -> str:
        """What to say of it; raises Unfetched where it is not let in."""
        if isinstance(answer, Unfetched):
            raise answer
        check_whole(answer)
        before, self.before = self.before, self.tried(path, former, answer)
        if former is not None and self.before.says_the_same(before):
            return translate("{name}: nothing has changed; dates to come: {number}.")
        self.keep(path, answer)
        if former is None:
            return translate("{name}: fetched for the first time; dates to come: {number}.")
        return translate("{name}: brought up to date; dates to come: {number}.")

    def tried(self, path: str, former: bytes | None, content: bytes) -> Reading:
        """What a build would read then; the trial is as before where that is worse."""
        self.trial.put(path, content)
        after = self.trial.reading()
        try:
            self.check_as_good(path, after)
        except Unfetched:
            self.trial.put(path, former)
            raise
        return after

    def check_as_good(self, path: str, after: Reading) -> None:
        is_lost = path in self.before.dates and path not in after.dates
        if is_lost or len(after.errors) > len(self.before.errors):
            raise with_errors(self.before, after)
        if (coming := self.coming(path)) and not after.dates[path]:
            raise Unfetched(
                sentence(
                    "what came has no date at all, and the file has some to come ({number})", number=coming
                ),
                sentence("delete {file} if there are none any more", file=f"{self.trial.content}/{path}"),
            )

    def coming(self, path: str) -> int:
        return self.before.coming(path, self.folder.today)

    def keep(self, path: str, content: bytes) -> None:
        file = self.folder.content / path
        file.parent.mkdir(parents=True, exist_ok=True)
        save(file, content)


def check_whole(content: bytes) -> None:
    """An error page is no calendar, nor is half of one, though what is there may be read."""
    marks = content.upper()
    if b"BEGIN:VCALENDAR" not in marks:
        if content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
            raise Unfetched(sentence("what came is a web page, no calendar"), ASK_FOR_ICS)
        raise Unfetched(sentence("what came is no calendar"), ASK_FOR_ICS)
    if marks.rfind(b"END:VCALENDAR") < marks.rfind(b"BEGIN:V"):
        raise Unfetched(sentence("the answer broke off before its end"))


def with_errors(before: Reading, after: Reading) -> Unfetched:
    """With the first of those that were not there before."""
    known = Counter(map(problem_key, before.errors))
    first = next((one.message for one in after.errors if is_new(one, known)), None)
    more = max(1, len(after.errors) - len(before.errors))
    return Unfetched(sentence("what came cannot be published, errors: {number}", number=more), first)


def as_text(refused: Unfetched) -> str:
    message = refused.message.text(translate)
    if refused.hint is None:
        return message
    return translate("{message}; {hint}").format(message=message, hint=refused.hint.text(translate))
