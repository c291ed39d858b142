"""The answers of a filled form of a forge, by key. Whoever may write an issue wrote them: they are only text.

A heading is one of the form only once and only if its label is known; every other is part of an answer.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..problems import sentence
from .forge_questions import FORMS, Form, Question
from .outcome import Declined

LONGEST_LINE, LONGEST_TEXT, LONGEST_FORM = 300, 10_000, 70_000
HEADING = re.compile(r"#{2,3} +(.+?) *")
HINT = re.compile(r"<!--.*?-->", re.DOTALL)
NOTHING = "_No response_"
TICKED = re.compile(r"[-*] +\[[xX]\] +(.+)")
BOX = re.compile(r"[-*] +\[[ xX]\] ")
ID = re.compile(r"\(([a-z0-9-]+)\)(?=$|, )")


@dataclass(frozen=True, slots=True)
class Answers:
    """given: what was written, by key: one text, or the ids that were chosen.

    labels: as the form has them, by key.
    """

    form: Form
    given: Mapping[str, str | list[str]]
    labels: Mapping[str, str]
    agreed: bool = False

    def text(self, key: str) -> str:
        value = self.given.get(key, "")
        return value if isinstance(value, str) else ""


def answers_in(text: str, kind: str | None = None) -> Answers:
    if len(text) > LONGEST_FORM:
        raise Declined(sentence("This form is too long. Write less, and send it again."))
    form = form_named(kind) if kind else form_of(text)
    known = {label.lower(): question for question in form.questions for label in question.label.values()}
    given: dict[str, str | list[str]] = {}
    labels: dict[str, str] = {}
    agreed = False
    for label, answer in sections(text, set(known)):
        question = known[label.lower()]
        labels[question.key] = label
        if question.kind == "box":
            agreed = any(TICKED.fullmatch(line.strip()) for line in answer.split("\n"))
        elif value := value_of(question, answer, label):
            given[question.key] = value
    check_required(form, given)
    return Answers(form, given, labels, agreed)


def form_named(kind: str) -> Form:
    found = next((form for form in FORMS if form.name == kind), None)
    if found is None:
        names = ", ".join(form.name for form in FORMS)
        raise Declined(
            sentence('The form "{kind}" is not known; it is one of: {names}.', kind=kind, names=names)
        )
    return found


def form_of(text: str) -> Form:
    """The one whose first question is asked first."""
    for line in text.split("\n"):
        heading = HEADING.fullmatch(line)
        for form in FORMS:
            if heading and heading[1].lower() in map(str.lower, form.questions[0].label.values()):
                return form
    raise Declined(
        sentence(
            "This is none of the forms of this site. Choose one when you open an issue, and keep its titles."
        )
    )


def sections(text: str, labels: set[str]) -> Iterator[tuple[str, str]]:
    """Each label that is known, and what stands below it."""
    label, lines, left = "", list[str](), set(labels)
    for line in text.split("\n"):
        heading = HEADING.fullmatch(line)
        if heading and heading[1].lower() in left:
            if label:
                yield label, "\n".join(lines)
            label, lines = heading[1], []
            left.discard(label.lower())
        else:
            lines.append(line)
    if label:
        yield label, "\n".join(lines)


def value_of(question: Question, answer: str, label: str) -> str | list[str]:
    text = HINT.sub("", answer).strip()
    if not text or text == NOTHING:
        return ""
    longest = LONGEST_TEXT if question.kind == "text" else LONGEST_LINE
    if question.kind in ("choice", "choices"):
        return chosen(question, text, label)
    if len(text) > longest:
        raise Declined(
            sentence(
                "{label}: {count} signs, expected at most {most}. Write less.",
                label=label,
                count=len(text),
                most=longest,
            )
        )
    return text if question.kind == "text" else " ".join(text.split())


def chosen(question: Question, text: str, label: str) -> str | list[str]:
    """The ids at the end of the options; a word without one is judged as it is."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    if any(BOX.match(line) for line in lines):
        lines = [found[1] for line in lines if (found := TICKED.fullmatch(line))]
    ids = [id_ for line in lines for id_ in ID.findall(line) or [" ".join(line.split())[:LONGEST_LINE]]]
    ids = list(dict.fromkeys(ids))
    if question.kind == "choices":
        return ids
    if len(ids) > 1:
        raise Declined(
            sentence("{label}: {count} are ticked, expected one. Tick only one.", label=label, count=len(ids))
        )
    return ids[0] if ids else ""


def check_required(form: Form, given: Mapping[str, object]) -> None:
    for question in form.questions:
        if question.required and question.key not in given:
            label = next(iter(question.label.values()))
            raise Declined(sentence('"{label}" is empty. Fill it in, and send the form again.', label=label))
