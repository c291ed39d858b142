"""The configuration of the web editor, Decap CMS: a form for each file, made from the file shapes.

https://decapcms.org/docs/configuration-options/. The widgets called assosite-… are our own
(web_editor/static/widgets.js): they keep every value as the text that it is in the file.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from ..content.schema.base import keys_of
from ..content.schema.forms import Kind, Question, questions_of
from ..content.schema.key_words import Words, hint, label, word
from ..content.schema.texts import CommonShape
from ..domain.association import Association
from ..domain.text import Language
from ..render.forge import Project
from .web_editor_settings import Access
from .web_editor_words import COLLECTIONS, COMMITS, PREFIX, SINGULAR, WORDS

Config = dict[str, object]
Lists = tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
"""By their names, the lists of the site whose entries are chosen: id and name of each."""

WIDGETS: Final[Mapping[Kind, str]] = {
    "line": "assosite-line",
    "paragraph": "assosite-paragraph",
    "markdown": "assosite-markdown",
    "truth": "assosite-word",
    "word": "assosite-word",
    "words": "assosite-words",
    "reference": "assosite-line",
    "references": "assosite-lines",
    "lines": "assosite-lines",
    "image": "image",
    "entry": "object",
    "entries": "list",
    "other": "assosite-yaml",
}
TEXTS: Final = {
    "news": "article",
    "events": "event",
    "offers": "offer",
    "minutes": "minutes",
    "pages": "page",
}
"""The sections of content/, and the shapes of their texts."""
ONE_FORM: Final = "assosite-text"
"""The format of texts; that of lists is assosite-yaml."""
TODAY: Final = "today"
"""A default that the browser fills in."""
DATED: Final = frozenset({"article"})
FIRST: Final = ("title", "date", "summary")
DATED_FIRST: Final = frozenset({"event", "offer"})
PICTURES: Final = {"logo": "logos", "photo": "photos"}
"""The folders of content/images for what is uploaded as the value of a key."""
NOTATION: Final = "guillemets droits"
BRACKETS: Final = re.compile(r"\[([^\]]*)\]")
LOCAL: Final = "http://localhost:8081"
"""Where decap-server listens, on the machine of whoever tries the editor."""


@dataclass(frozen=True, slots=True)
class Sources:
    """Where the files of the site lie in the project, without a slash at the end.

    sections: folder of each section of texts, by its name.
    """

    content: str
    sections: tuple[tuple[str, str], ...]
    members: str
    commissions: str


def config_json(
    project: Project,
    access: Access,
    sources: Sources,
    languages: tuple[Language, ...],
    lists: Lists,
) -> bytes:
    made = config(project, access, sources, languages, lists)
    return (json.dumps(made, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def config(
    project: Project, access: Access, sources: Sources, languages: tuple[Language, ...], lists: Lists
) -> Config:
    words = Words(languages[0], has_several=len(languages) > 1)
    return {
        "backend": backend(project, access, words),
        "local_backend": {"url": f"{LOCAL}/api/v1"},
        **({"publish_mode": "editorial_workflow"} if access.workflow else {}),
        "locale": words.language,
        "show_preview_links": False,
        "media_folder": f"{sources.content}/images",
        "public_folder": "images",
        "collections": [*texts(sources, words), *tables(sources, words)],
        "assosite": {
            "forge": project.family,
            "host": project.host,
            "project": project.path,
            "login": "oauth" if access.app_id or access.base_url else "token",
            "languages": list(languages),
            "lists": {name: dict(entries) for name, entries in lists},
            "words": {name: words.chosen(said) for name, said in WORDS.items()},
        },
    }


def backend(project: Project, access: Access, words: Words) -> Config:
    """https://decapcms.org/docs/backends-overview/"""
    prefix = words.chosen(PREFIX)
    own: Config = {
        "name": project.family,
        "repo": project.path,
        "branch": access.branch or project.branch or "main",
        "commit_messages": {action: f"{prefix} {words.chosen(said)}" for action, said in COMMITS.items()},
    }
    if project.family == "gitlab":
        own |= {"api_root": f"{project.host}/api/v4", "base_url": project.host}
    if project.family == "gitea":
        own |= {"api_root": f"{project.host}/api/v1", "base_url": project.host}
    if access.base_url:
        own["base_url"] = access.base_url
    if access.app_id:
        own |= {"app_id": access.app_id, **({"auth_type": "pkce"} if project.family == "gitlab" else {})}
    return own


def texts(sources: Sources, words: Words) -> Iterator[Config]:
    """A collection for each folder; a text may lie in a folder of its year."""
    for section, folder in sources.sections:
        shape = TEXTS[section]
        yield {
            "name": section,
            "label": words.chosen(COLLECTIONS[section]),
            "label_singular": words.chosen(SINGULAR[section]),
            "folder": folder,
            "extension": "md",
            "format": ONE_FORM,
            "create": True,
            "identifier_field": "commission" if shape == "minutes" else "title",
            **(
                {"slug": "{{fields.date}}-{{fields.commission}}", "summary": "{{date}} {{commission}}"}
                if shape == "minutes"
                else {"slug": "{{slug}}", "summary": "{{title}}"}
            ),
            "editor": {"preview": False},
            "fields": list(fields_of_text(shape, words)),
        }


def fields_of_text(shape: str, words: Words) -> Iterator[Config]:
    """What every text has to say first, then the text itself; its date and its place come before it."""
    common, found = frozenset(keys_of(CommonShape)), questions_of(shape)
    first = [one for one in found if one.needed or one.key in FIRST]
    own = [one for one in found if one not in first and one.key not in common]
    rest = [one for one in found if one not in first and one.key in common]
    before, after = (own, rest) if shape in DATED_FIRST else ([], [*own, *rest])
    yield from (field(one, shape, words) for one in (*first, *before))
    yield body(words)
    yield from (field(one, shape, words) for one in after)


def body(words: Words) -> Config:
    return {
        "name": "body",
        "label": words.chosen(WORDS["body"]),
        "widget": "assosite-markdown",
        "required": False,
    }


def tables(sources: Sources, words: Words) -> Iterator[Config]:
    """A collection for each list of the two files: each is opened, and saved, without the others."""
    for shape, file in (("members", sources.members), ("commissions", sources.commissions)):
        for one in questions_of(shape):
            yield {
                "name": one.key,
                "label": label(one.key, words),
                "format": "assosite-yaml",
                "editor": {"preview": False},
                "files": [
                    {
                        "name": one.key,
                        "label": label(one.key, words),
                        "file": file,
                        "fields": [field(one, shape, words)],
                    }
                ],
            }


def field(question: Question, shape: str, words: Words) -> Config:
    made: Config = {
        "name": question.key,
        "label": label(question.key, words),
        "widget": WIDGETS[question.kind],
        "required": question.always or (question.needed and not words.has_several),
    }
    if said := hint_shown(question, words):
        made["hint"] = said
    if question.pattern:
        made["pattern"] = [question.pattern, said or made["label"]]
    if question.by_language and words.has_several and shape in ("members", "commissions"):
        made["by_language"] = True
    if question.key == "date" and shape in DATED:
        made["default"] = TODAY
    return made | own_of(question, shape, words)


def hint_shown(question: Question, words: Words) -> str:
    """Without what tells how the file is written: the form sees to that."""
    if question.kind in ("word", "words") or NOTATION in question.hint or question.hint.startswith("false"):
        return ""
    said = BRACKETS.sub(r"\1", hint(question.hint, words))
    if question.kind == "truth":
        said = said.partition(":")[2].strip() if said.startswith("true") else said
    return said[:1].upper() + said[1:]


def own_of(question: Question, shape: str, words: Words) -> Config:
    """What a widget is told besides."""
    match question.kind:
        case "truth":
            said = [("true", WORDS["yes"]), ("false", WORDS["no"])]
            return {"options": [{"value": value, "label": words.chosen(one)} for value, one in said]}
        case "word" | "words":
            return {
                "options": [{"value": one, "label": word(question.key, one, words)} for one in question.words]
            }
        case "reference" | "references":
            return {"listed": question.listed}
        case "entry" | "entries":
            inside = [field(one, shape, words) for one in question.inside]
            return {"fields": inside, "collapsed": True, **summary_of(question, words)}
        case "image":
            folder = PICTURES.get(question.key, "")
            return {"media_folder": f"{folder}", "public_folder": folder} if folder else {}
    return {}


def summary_of(question: Question, words: Words) -> Config:
    """By what an entry of a list is recognised while it is shut."""
    if question.kind != "entries":
        return {}
    keys = [one.key for one in question.inside]
    named = next((key for key in ("name", "title", "member", "start", "from") if key in keys), keys[0])
    return {"summary": f"{{{{fields.{named}}}}}", "label_singular": label(f"{question.key}.one", words)}


def lists_of(association: Association) -> Lists:
    """What is published of them: the configuration can be read by everybody."""
    vocabularies: Iterable[tuple[str, Iterable[tuple[str | None, object]]]] = (
        ("types", ((one.id, one.name) for one in association.types)),
        ("skills", ((one.id, one.name) for one in association.skills)),
        ("towns", ((one.id, one.name) for one in association.towns)),
        ("members", ((one.id, one.name) for one in association.members)),
        ("partners", ((one.id, one.name) for one in association.partners)),
        ("commissions", ((one.id, one.name) for one in association.commissions)),
        ("venues", ((one.id, one.name) for one in association.venues)),
    )
    return tuple(
        (name, tuple((id_, str(said)) for id_, said in found if id_)) for name, found in vocabularies
    )
