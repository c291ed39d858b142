"""`apply`: a filled form of a forge becomes a checked change of the site, or a sentence why not.

Nothing is written unless the whole site is sound afterwards. Nobody appears who has not agreed: the box is
ticked, and the day of the form is the day of the consent.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from ..content.load import SiteFolder
from ..content.schema.members import MembersFile
from ..content.yaml.editor import AddEntries, NewEntry, edited
from ..content.yaml.reader import read_tree
from ..content.yaml.rewriting import rewritten
from ..content.yaml.source import decode, read_text
from ..content.yaml.text_edits import Field, scalar
from ..content.yaml.tree import Value
from ..domain.text import slug_of
from ..problems import ContentError, Problem, Severity, sentence
from ..spreadsheet.rows import framed
from .answers import LONGEST_FORM, Answers, answers_in
from .files import content_of, create, folder_of, new_problems, problems_of, save
from .language import translate
from .new_entries import free_slug, reading
from .new_texts import short_slug, slugs_taken
from .outcome import FINE, PROBLEMS, Declined, WrongUsage, in_text

PLAIN_FIELDS = ("kind", "type", "summary", "description", "skills", "town", "website", "email", "phone")
OF_A_PERSON = ("name", "role", "email", "phone")
OF_AN_EVENT = ("title", "summary", "start", "duration", "end", "venue", "registration", "price")
KEY = re.compile(r"[\s-]*([a-z_]+):")
LOUD = re.compile(r"[^\w '’.,&()+-]")


def apply(site: Path, file: str, kind: str | None = None) -> int:
    path = Path(file)
    if not path.is_file():
        raise WrongUsage(sentence('There is no file "{file}".', file=file))
    if path.stat().st_size > LONGEST_FORM * 4:
        raise Declined(sentence("This form is too long. Write less, and send it again."))
    answers = answers_in(decode(path.read_bytes(), path.name), kind)
    folder = folder_of(site)
    try:
        return {"add": add, "correct": correct, "event": announce}[answers.form.name](answers, folder)
    except NotSound as error:
        in_text(error.problems)
        return PROBLEMS  # warnings too: nobody would see them before the change is merged


class NotSound(ContentError):
    """The site would not be sound with what was written."""


def add(answers: Answers, folder: SiteFolder) -> int:
    name = answers.text("name")
    members = reading(MembersFile, folder.members, folder)
    same = next((one for one in members.value.members if slug_of(str(one.name)) == slug_of(name)), None)
    if same:
        raise Declined(
            sentence('"{name}" is in the directory already. Use the form to correct an entry.', name=name)
        )
    is_person = answers.text("kind") == "person"
    need_consent(is_person, answers)
    own = free_slug(slug_of(name) or "membre", members.known("members").ids)
    fields: dict[str, Field] = {"id": own, "name": name, **plain_fields(answers)}
    if person := person_in(answers, folder):
        fields["people"] = [person]
    if is_person:
        fields["consent"] = str(folder.today)
    entry = NewEntry(tuple(fields.items()))
    content = edited(content_of(folder.members), [AddEntries("members", [entry])], members.file)
    save_if_sound(folder, content, answers)
    tell(translate("Add the entry of {name} ({id})"), quiet(name), own)
    tell_keys(answers, fields)
    return FINE


def need_consent(is_person: bool, answers: Answers) -> None:
    if is_person and not answers.agreed:
        raise Declined(
            sentence("You appear only if you agree. Tick the box of the consent, and send the form again.")
        )


def plain_fields(answers: Answers) -> dict[str, Field]:
    return {key: answers.given[key] for key in PLAIN_FIELDS if key in answers.given}


def person_in(answers: Answers, folder: SiteFolder) -> dict[str, str] | None:
    """The one to contact, with the consent; refused without."""
    person = {key: text for key in OF_A_PERSON if (text := answers.text(f"person.{key}"))}
    if not person:
        return None
    if "name" not in person:
        raise Declined(
            sentence("The person to contact has no name. Write it, or leave the other lines empty.")
        )
    if not answers.agreed:
        raise Declined(
            sentence(
                "A person appears only with a consent. Tick its box, or leave the person to contact empty."
            )
        )
    return {**person, "consent": str(folder.today)}


def correct(answers: Answers, folder: SiteFolder) -> int:
    file = folder.name_of(folder.members)
    tree = read_tree(read_text(folder.members, file), file).data
    entries = tree.get("members")
    listed = [entry for entry in entries if isinstance(entry, dict)] if isinstance(entries, list) else []
    number = number_of(answers.text("entry"), listed)
    new = corrected(listed[number], answers, folder)
    meant: dict[str, Value] = {**tree, "members": [*listed[:number], new, *listed[number + 1 :]]}
    before = content_of(folder.members)
    content = rewritten(before, meant, file)
    if content is None:
        raise Declined(
            sentence(
                "{file} is written in a way that no form can change. Make this change by hand.", file=file
            )
        )
    if content == before:
        raise Declined(sentence("The entry says all of this already: there is nothing to change."))
    save_if_sound(folder, content, answers)
    tell(
        translate("Correct the entry of {name} ({id})"),
        quiet(" / ".join(map(str, names_of(new)))),
        str(new.get("id", "")),
    )
    tell_keys(answers, {key: value for key, value in new.items() if listed[number].get(key) != value})
    return FINE


def number_of(wanted: str, entries: list[dict[str, Value]]) -> int:
    """The entry with that id, else with exactly that name."""
    typed = wanted.rstrip("/").rpartition("/")[2]
    by_id = [number for number, entry in enumerate(entries) if entry.get("id") == typed]
    by_name = [number for number, entry in enumerate(entries) if wanted in names_of(entry)]
    found = by_id or by_name
    if len(found) != 1:
        raise Declined(
            sentence(
                'No single entry is called "{name}". Write its name exactly as the site shows it, or the end '
                "of the address of its page.",
                name=wanted,
            )
        )
    return found[0]


def names_of(entry: Mapping[str, Value]) -> list[Value]:
    name = entry.get("name", "")
    return list(name.values()) if isinstance(name, dict) else [name]


def corrected(entry: dict[str, Value], answers: Answers, folder: SiteFolder) -> dict[str, Value]:
    """What was left empty stays as it is; of a text in several languages, the first of the site changes."""
    new: dict[str, Value] = dict(entry)
    for key in ("name", *PLAIN_FIELDS):
        if key in answers.given:
            new[key] = in_language(entry.get(key), answers.given[key], folder.language)
    is_person = "person" in (entry.get("kind"), new.get("kind"))
    need_consent(is_person, answers)
    if is_person:
        new.setdefault("consent", str(folder.today))
    if person := person_in(answers, folder):
        new["people"] = people_with(person, entry.get("people"))
    return new


def in_language(old: Value | None, value: str | list[str], language: str) -> Value:
    if isinstance(value, str):
        return {**old, language: value} if isinstance(old, dict) else value
    return [*value]


def people_with(person: dict[str, str], people: Value | None) -> Value:
    """A person who is there keeps what was not written; one who agreed keeps that consent."""
    listed = list(people) if isinstance(people, list) else []
    for number, one in enumerate(listed):
        if isinstance(one, dict) and one.get("name") == person["name"]:
            kept = {"consent": one["consent"]} if "consent" in one else {}
            listed[number] = {**one, **person, **kept}
            return listed
    return [*listed, dict(person)]


def announce(answers: Answers, folder: SiteFolder) -> int:
    given = {key: answers.text(key) for key in OF_AN_EVENT if answers.text(key)}
    has_time = ":" in given["start"] or re.search(r"\d *[hH]", given["start"])
    if has_time and "end" not in given:
        given.setdefault("duration", "2h")
    lines = [f"{key}: {scalar(value, 0, False)}" for key, value in given.items()]
    slug = free_slug(short_slug(given["title"], "evenement"), slugs_taken(folder, "events"))
    path = folder.content / folder.section("events") / f"{slug}.md"
    body = answers.text("body")
    content = "\n".join(("---", *lines, "---", "", *((body, "") if body else ())))
    create_if_sound(folder, path, content, answers)
    tell(translate("Announce {name} ({id})"), quiet(given["title"]), slug)
    tell_keys(answers, {**given, **({"body": body} if body else {})})
    return FINE


def create_if_sound(folder: SiteFolder, path: Path, content: str, answers: Answers) -> None:
    """A text is judged where it will lie; it stays only if nothing is wrong with it."""
    before = set(problems_of(folder))
    create(path, content.encode("utf-8"))
    is_sound = False
    try:
        found = problems_of(folder)
        refused = [one for one in found if one not in before or one.severity is Severity.ERROR]
        if refused:
            raise NotSound([*explained(refused, content, answers)])
        is_sound = True
    finally:
        if not is_sound:
            path.unlink(missing_ok=True)


def save_if_sound(folder: SiteFolder, content: bytes, answers: Answers) -> None:
    standing = [one for one in problems_of(folder) if one.severity is Severity.ERROR]
    if standing:
        raise NotSound(standing)
    if problems := new_problems(folder, "members", content):
        raise NotSound([*explained(problems, content.decode("utf-8"), answers)])
    save(folder.members, content)


def explained(
    problems: list[Problem] | tuple[Problem, ...], text: str, answers: Answers
) -> Iterator[Problem]:
    """Each with the title of the answer that it is about, for people who never saw the file."""
    lines = text.splitlines()
    for problem in problems:
        line = lines[problem.line - 1] if problem.line and problem.line <= len(lines) else ""
        key = found[1] if (found := KEY.match(line)) else ""
        label = answers.labels.get(key)
        yield problem if label is None else labelled(problem, label)


def labelled(problem: Problem, label: str) -> Problem:
    around = sentence("{label}: {said}", label=label)
    return replace(problem, message=framed(around, problem.message))


def quiet(text: str) -> str:
    """In a commit message or a title: no signs that a forge would follow."""
    return " ".join(LOUD.sub(" ", text).split())[:80]


def tell(said: str, name: str, id_: str) -> None:
    print(said.format(name=name, id=id_))


def tell_keys(answers: Answers, fields: Mapping[str, object]) -> None:
    """Which answers were taken; not what they say, which stands in the change itself."""
    print()
    for key in fields:
        if key != "id":
            print(f"- {answers.labels.get(key, key)}")
