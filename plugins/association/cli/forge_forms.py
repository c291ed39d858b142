"""`forms`: issue forms for a forge, in the language of the site, with the site's own words to choose from.

GitHub has forms, which Gitea and Forgejo read too; GitLab has texts to fill in. People without knowledge of
git add an entry with them; `apply` takes the answers.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

from ..content.load import SiteFolder
from ..content.schema.members import MembersFile
from ..content.yaml.rewriting import written_block
from ..content.yaml.tree import Value
from ..host.edition import forge_of
from ..problems import sentence
from .files import content_of, folder_of, name_shown, save
from .forge_questions import FORMS, KINDS, LANGUAGES, Form, Question
from .new_entries import reading
from .outcome import FINE, WrongUsage

FORGES = ("github", "gitlab")
GITHUB, GITLAB = ".github/ISSUE_TEMPLATE", ".gitlab/issue_templates"
Options = Mapping[str, Mapping[str, str]]
"""By the list: the ids and what they are called."""


def forms(site: Path, forge: str | None) -> int:
    """Writes them; those of before are written anew."""
    folder = folder_of(site)
    chosen = forge or forge_of(str(folder.identity.get("repository") or ""))  # type: ignore[attr-defined]
    if chosen not in FORGES:
        raise WrongUsage(sentence('The forge "{forge}" is not known; it is github or gitlab.', forge=chosen))
    for name, text in forge_forms(folder, folder.language, chosen).items():
        path = site / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if content_of(path) != text.encode("utf-8"):
            save(path, text.encode("utf-8"))
        print(name_shown(path))
    return FINE


def forge_forms(site: SiteFolder, language: str, forge: str) -> dict[str, str]:
    """The texts by their paths in the repository."""
    spoken = language.partition("-")[0]
    spoken = spoken if spoken in LANGUAGES else "en"
    options = options_of(site, spoken)
    if forge == "gitlab":
        return {f"{GITLAB}/{form.title[spoken]}.md": in_gitlab(form, spoken, options) for form in FORMS}
    made = {f"{GITHUB}/{form.file}": in_yaml(in_github(form, spoken, options)) for form in FORMS}
    return {**made, f"{GITHUB}/config.yml": in_yaml({"blank_issues_enabled": "true"})}


def options_of(site: SiteFolder, language: str) -> Options:
    """A list that the site does not have is left out: its words are free."""
    members = reading(MembersFile, site.members, site).value
    lists = {name: getattr(members, name) for name in ("types", "skills", "towns")}
    own = {
        name: {entry.id: entry.name.to(language) for entry in entries}
        for name, entries in lists.items()
        if entries
    }
    return {**own, "kinds": {kind: words[language] for kind, words in KINDS.items()}}


def options_for(question: Question, options: Options) -> list[str]:
    """Each with its id, by which the answer is understood."""
    found = options.get(str(question.listed), {}) if question.kind in ("choice", "choices") else {}
    return [f"{' '.join(str(name).split())} ({id_})" for id_, name in found.items()]


def in_yaml(value: dict[str, Value]) -> str:
    return "".join(f"{line}\n" for line in written_block(value, 0))


def in_github(form: Form, language: str, options: Options) -> dict[str, Value]:
    return {
        "name": form.title[language],
        "description": form.about[language],
        "title": f"{form.title[language]} : " if language == "fr" else f"{form.title[language]}: ",
        "labels": ["assosite"],
        "body": [element(question, language, options_for(question, options)) for question in form.questions],
    }


def element(question: Question, language: str, options: list[str]) -> dict[str, Value]:
    about: dict[str, Value] = {"label": question.label[language]}
    hint = question.hint[language] if question.hint else ""
    if question.kind == "box":
        about["options"] = [{"label": hint}]
        return {"type": "checkboxes", "id": question.key, "attributes": about}
    if hint:
        about["description"] = hint
    if options:
        about |= {"multiple": truth(question.kind == "choices"), "options": [*options]}
    kind = "dropdown" if options else "textarea" if question.kind == "text" else "input"
    return {
        "type": kind,
        "id": question.key.replace(".", "-"),
        "attributes": about,
        "validations": {"required": truth(question.required)},
    }


def truth(value: bool) -> str:
    return "true" if value else "false"


def in_gitlab(form: Form, language: str, options: Options) -> str:
    return "\n".join(line for question in form.questions for line in lines_of(question, language, options))


def lines_of(question: Question, language: str, options: Options) -> Iterator[str]:
    yield from (f"### {question.label[language]}", "")
    hint = question.hint[language] if question.hint else ""
    if question.kind == "box":
        yield from (f"- [ ] {hint}", "")
        return
    if hint:
        yield f"<!-- {hint} -->"
    yield from (f"- [ ] {option}" for option in options_for(question, options))
    yield ""
