"""Files below content/ that no part of the site reads, each with the place where it would be.

What a text links to or shows, what the settings name, and what programs leave behind is none of them; of
documents, documents.py tells. No file is looked into but a text, for the fields that tell its folder.
"""

import posixpath
import re
from collections.abc import Iterator, Mapping

from ..domain.text import fold, slug_of
from ..problems import Place, Problem, Sentence, Severity, sentence
from .context import LoadContext
from .documents import BACKUP, FOLDER, LITTER, Verdict, kind_of, verdict
from .site import FOLDERS, IMPORTS, OWN_STYLE, TERRITORY, TEXTS, is_below, is_in
from .suggestions import nearest

IMAGES = "images"
PICTURES = frozenset("jpg jpeg png webp avif svg".split())
OTHER_PICTURES = frozenset("gif bmp tif tiff heic heif".split())
WRITING = frozenset(
    ("", *"txt text rst mdown mkd mkdn mdwn mdtext mdx adoc asciidoc org textile htm html".split())
)
"""Of files that may be meant as texts of the site; "" of one without an ending."""
OF_THE_ROOT = re.compile(
    r"(?:humans|ads|security|keybase|google\w+|bingsiteauth)\.(?:txt|html|xml)|cname|favicon\.\w+"
    r"|site\.webmanifest|manifest\.json|_redirects|apple-touch-icon\S*",
    re.IGNORECASE,
)
"""What hosts and search engines ask of a site."""
MADE_BY_US = frozenset(("robots.txt", "_headers", "sitemap.xml", "404.html"))
TABLES = ("members.yaml", "commissions.yaml")
OTHER_WORDS: Mapping[str, str] = {
    **dict.fromkeys(("news", "nieuws", "blog", "articles", "posts", "actus", "actu", "nouvelles"), "news"),
    **dict.fromkeys(("events", "event", "evenements", "evenement", "calendrier", "calendar"), "events"),
    **dict.fromkeys(("offers", "offres", "emplois", "emploi", "jobs", "stages", "aanbiedingen"), "offers"),
    **dict.fromkeys(("minutes", "pv", "proces-verbaux", "reunions", "verslagen", "cr"), "minutes"),
    **dict.fromkeys(("pages", "statiques", "static-pages", "paginas"), "pages"),
    **dict.fromkeys(("photos", "photo", "img", "pictures", "afbeeldingen", "illustrations"), IMAGES),
    **dict.fromkeys(("docs", "doc", "fichiers", "files", "pdf", "pdfs", "telechargements"), FOLDER),
}
"""What a folder is called elsewhere, slugged; by what it is here."""
SECTION_BY_FIELD = (
    (re.compile(r"^(?:start|dates|event_status|venue)[ ]*:", re.MULTILINE), "events"),
    (re.compile(r"^(?:expires|offer_status|apply)[ ]*:", re.MULTILINE), "offers"),
    (re.compile(r"^commission[ ]*:", re.MULTILINE), "minutes"),
    (re.compile(r"^date[ ]*:", re.MULTILINE | re.IGNORECASE), "news"),
)
BEGINNING = 2000
"""In octets: where the fields of a text are."""


def unread_files(context: LoadContext) -> Iterator[Problem]:
    used = used_files(context)
    for name, path in context.files.by_name.items():
        if path not in used and path not in context.gathered.of_blog and not is_read(name, context):
            yield unread(path, name, context)


def used_files(context: LoadContext) -> frozenset[str]:
    notes = context.gathered
    images = (use.path for use in (*notes.images, *notes.members_images))
    return frozenset((*images, *notes.documents, *notes.members_documents, *notes.awaited))


def is_read(name: str, context: LoadContext) -> bool:
    """By its place: as a text, a picture, a document, a calendar, or by somebody else."""
    site, base = context.site, name.rpartition("/")[2]
    if name.startswith(f"{FOLDER}/") or LITTER.fullmatch(base) or name in (site.territory, OWN_STYLE):
        return True
    theirs = (*site.copied, *site.named)
    if name in theirs or is_below(name, theirs):
        return True
    if section_of(name, context):
        return base.lower().endswith(TEXTS) or (kind_of(base) == "ics" and is_import(name, context))
    return name.startswith(f"{IMAGES}/") and kind_of(base) in PICTURES


def is_import(name: str, context: LoadContext) -> bool:
    return is_in(name, imports_of(context))


def imports_of(context: LoadContext) -> str:
    return f"{context.site.section('events')}/{IMPORTS}"


def section_of(name: str, context: LoadContext) -> str | None:
    """The folder of texts in which it lies."""
    return next((folder for folder in context.site.folders if is_in(name, folder)), None)


def unread(path: str, name: str, context: LoadContext) -> Problem:
    place = Place(context.files.shown(path))
    return Problem(place, "unread-file", reason(name, context), remedy(name, context), Severity.WARNING)


def reason(name: str, context: LoadContext) -> Sentence:
    folder, shown = posixpath.dirname(name), context.files.shown
    if is_import(name, context):
        return sentence('in "{folder}" only calendars are read, which end in ".ics"', folder=shown(folder))
    if section_of(name, context):
        return sentence('in "{folder}" only texts are read, which end in ".md"', folder=shown(folder))
    if name.startswith(f"{IMAGES}/"):
        return sentence('in "{folder}" only pictures are read', folder=shown(folder))
    if not folder:
        return sentence('directly in "{folder}", this file is read by nobody', folder=context.files.folder)
    return sentence('nobody reads the folder "{folder}"', folder=shown(folder))


def remedy(name: str, context: LoadContext) -> Sentence:
    base = name.rpartition("/")[2]
    if verdict(base) is Verdict.BACKUP or BACKUP.fullmatch(base):
        return sentence("delete it: it is a copy that a program has put aside")
    if base in TABLES:
        return sentence('put it beside "{folder}", not into it', folder=context.files.folder)
    if base in MADE_BY_US:
        return sentence("take it away: the site makes its own")
    if OF_THE_ROOT.fullmatch(base):
        return sentence(
            "to have it copied as it is, name it in the settings: {example}",
            example=f'STATIC_PATHS = ["{name}"]',
        )
    if may_be_outline(name, context):
        return outline_to_be(name, context)
    if kind_of(base) == "css":
        return sentence('styles of your own go into "{file}"', file=context.files.shown(OWN_STYLE))
    meant = None if section_of(name, context) else meant_path(name, context)
    if meant:
        return sentence('did you mean "{near}"?', near=context.files.shown(meant))
    return new_place(name, context)


def may_be_outline(name: str, context: LoadContext) -> bool:
    return kind_of(name) == "geojson" and context.files.find(context.site.territory) is None


def outline_to_be(name: str, context: LoadContext) -> Sentence:
    return sentence(
        'to draw the territory, call it "{file}", or name it in the settings: {example}',
        file=context.files.shown(context.site.territory or TERRITORY),
        example=f'TERRITORY_FILE = "{name}"',
    )


def meant_path(name: str, context: LoadContext) -> str | None:
    """The same path with the folder that was meant, where such a file is read in that folder."""
    *folders, base = name.split("/")
    for depth, folder in enumerate(folders):
        meant = meant_folder(folder, context)
        if meant and meant in wanted_folders(base, context):
            path = "/".join((meant, *folders[depth + 1 :], as_text(base) if is_text(base) else base))
            return path if path != name else None
    return None


def meant_folder(word: str, context: LoadContext) -> str | None:
    known = (*context.site.folders, IMAGES, FOLDER)
    alike = {fold(folder): folder for folder in known}.get(fold(word))
    other = OTHER_WORDS.get(slug_of(word))
    if alike or other:
        return alike or (context.site.section(other) if other in FOLDERS else other)
    return nearest(word, known)


def wanted_folders(base: str, context: LoadContext) -> tuple[str, ...]:
    """Those in which a file of that kind is read or published."""
    if is_text(base):
        return context.site.folders
    return (IMAGES,) if kind_of(base) in PICTURES | OTHER_PICTURES else (FOLDER,)


def is_text(base: str) -> bool:
    return base.lower().endswith(TEXTS) or kind_of(base) in WRITING


def as_text(base: str) -> str:
    return base if base.lower().endswith(TEXTS) else f"{posixpath.splitext(base)[0]}.md"


def new_place(name: str, context: LoadContext) -> Sentence:
    """Where a file of that kind belongs."""
    base, shown = name.rpartition("/")[2], context.files.shown
    kind = kind_of(base)
    if is_text(base):
        return text_to_be(base, shown(folder_of_texts(name, context)))
    if kind == "ics":
        return sentence('put the calendar of a partner into "{folder}"', folder=shown(imports_of(context)))
    if kind in PICTURES:
        return sentence('put the picture into "{folder}"', folder=shown(IMAGES))
    if kind in OTHER_PICTURES:
        return sentence('save it as JPEG or PNG in "{folder}"', folder=shown(IMAGES))
    return sentence(
        'put it into "{folder}" and link to it in a text, or take it out of "{content}"',
        folder=shown(FOLDER),
        content=context.files.folder,
    )


def text_to_be(base: str, folder: str) -> Sentence:
    name = f"{folder}/{as_text(base)}"
    if base.lower().endswith(TEXTS):
        return sentence('put it into a folder of texts: "{name}"', name=name)
    return sentence(
        'write the text in Markdown and call it "{name}"; a document belongs in "{documents}"',
        name=name,
        documents=f"{folder.partition('/')[0]}/{FOLDER}",
    )


def folder_of_texts(name: str, context: LoadContext) -> str:
    """Where that text belongs."""
    section = section_of(name, context)
    if section is None:
        return context.site.section(section_meant(name, context))
    return section if is_import(name, context) else posixpath.dirname(name)


def section_meant(name: str, context: LoadContext) -> str:
    """By the fields with which the text begins; a page has none that others do not."""
    stored = context.files.find(name)
    try:
        with (context.site.content / (stored or name)).open("rb") as file:
            beginning = file.read(BEGINNING).decode("utf-8", "replace")
    except OSError:
        return "pages"
    return next((section for field, section in SECTION_BY_FIELD if field.search(beginning)), "pages")
