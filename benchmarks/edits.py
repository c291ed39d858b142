"""What an editor does to a site, one edit of each kind, and where it can then be read.

An edit brings in a word that stands nowhere else. For members and meetings, the others have a file each where
Assosite has one for all; a meeting that comes back they do not know: the edit is one of an event, there.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

KINDS = ("body", "title", "member", "meeting", "css", "template")

Change = Callable[[str, str], str]
"""A file's text and a word: the text with that word in it, where it will be seen."""


@dataclass(frozen=True, slots=True)
class Edit:
    """What an editor does: in which file, how, and on which pages it can then be read."""

    file: str
    change: Change
    pages: tuple[str, ...]


def at_the_end(text: str, word: str) -> str:
    return f"{text}\nEssai {word}.\n"


def in_a_rule(text: str, word: str) -> str:
    return f"{text}\n.essai-{word} {{ color: inherit; }}\n"


def in_the_heading(text: str, word: str) -> str:
    return text.replace("</h1>", f" <b>{word}</b></h1>", 1)


def in_the_main_block(text: str, word: str) -> str:
    return text.replace("{% block main %}", f"{{% block main %}}<b>{word}</b>", 1)


def in_the_field(key: str) -> Change:
    """The first one of that name, as a whole."""
    line = re.compile(rf"^([- ]*{key}: ).*$", re.MULTILINE)
    return lambda text, word: line.sub(rf"\1Essai {word}", text, count=1)


def in_the_first(entry: str, key: str) -> Change:
    """The first field `key` after the first line `entry`."""
    change = in_the_field(key)

    def changed(text: str, word: str) -> str:
        before, found, after = text.partition(entry)
        return before + found + change(after, word)

    return changed


ARTICLE, MEMBER = "/actualites/article-0000/", "/annuaire/membre-0000/"
EVENT, COMMITTEE = "/agenda/evenement-0010/", "/commissions/commission-0/"


def edits_of(
    folder: str, stylesheet: str, template: str, served_stylesheet: str, headers: bool = False
) -> dict[str, Edit]:
    """Of a generator that has a file for each member and each date."""
    title, summary = ("Title", "Summary") if headers else ("title", "summary")
    article = f"{folder}/actualites/article-0000.md"
    return {
        "body": Edit(article, at_the_end, (ARTICLE,)),
        "title": Edit(article, in_the_field(title), (ARTICLE, "/actualites/")),
        "member": Edit(f"{folder}/annuaire/membre-0000.md", in_the_field(summary), (MEMBER,)),
        "meeting": Edit(f"{folder}/agenda/evenement-0010.md", in_the_field(title), (EVENT,)),
        "css": Edit(stylesheet, in_a_rule, (served_stylesheet,)),
        "template": Edit(template, in_the_heading, (ARTICLE,)),
    }


OWN_ARTICLE = "content/actualites/2026-11-20-article-0000.md"
ASSOSITE_EDITS = {
    "body": Edit(OWN_ARTICLE, at_the_end, (ARTICLE,)),
    "title": Edit(OWN_ARTICLE, in_the_field("title"), (ARTICLE, "/actualites/")),
    "member": Edit("members.yaml", in_the_first("membre-0000", "summary"), (MEMBER,)),
    "meeting": Edit("commissions.yaml", in_the_first("meetings:", "title"), (COMMITTEE,)),
    "css": Edit("theme/css/components.css", in_a_rule, ("/theme/parvis.css",)),
    "template": Edit("theme/templates/article.html", in_the_main_block, (ARTICLE,)),
}
HUGO_EDITS = edits_of("content", "static/parvis.css", "layouts/actualites/single.html", "/parvis.css")
ELEVENTY_EDITS = edits_of("src", "parvis.css", "src/_includes/article.njk", "/parvis.css")
PELICAN_EDITS = edits_of(
    "content", "theme/static/parvis.css", "theme/templates/article.html", "/theme/parvis.css", headers=True
)
