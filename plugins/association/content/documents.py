"""Files that are published as they are: which may be, and which are.

A document goes out when a published text links to it. None may be one that a browser runs as a part of the
site, or a server as a program; only kinds on the list are published at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum, auto
from typing import TYPE_CHECKING

from ..problems import Place, Problem, Sentence, Severity, sentence

if TYPE_CHECKING:
    from .context import LoadContext

FOLDER = "documents"
KINDS = frozenset(
    """
    pdf epub txt csv tsv json
    doc docx dot dotx rtf xls xlsx xlt xltx ppt pptx pps ppsx pot potx pages numbers pub
    odt ods odp odg odf odc ott ots otp otg
    zip 7z rar gz tgz bz2 xz tar
    jpg jpeg png webp avif gif tif tiff bmp heic heif eps ai psd
    mp3 m4a aac ogg oga opus wav flac mid midi mp4 m4v webm ogv mov avi mkv mpg mpeg srt vtt m3u
    ics vcf gpx kml kmz geojson stl dxf dwg asc sig
    """.split()
)
RUN_BY_BROWSERS = frozenset(
    "htm html xhtml xht shtml shtm stm xml xsl xslt xbl rdf atom rss svg svgz mht mhtml js mjs cjs jsonp "
    "wasm swf jar hta htc css webmanifest appcache".split()
)
RUN_BY_SERVERS = frozenset(
    """
    php php2 php3 php4 php5 php6 php7 php8 phps pht phtml phpt phar inc hphp ctp module cgi fcgi fpl pl pm
    py pyc pyo wsgi rb erb lua tcl sh bash zsh ksh csh asp aspx ascx asax ashx asmx axd asa cer cshtml vbhtml
    svc soap rem jsp jspx jspf jsw jsv jspa do action war ear cfm cfml cfc dbm ssi htaccess htpasswd htgroup
    htdigest ini config conf env exe dll com bat cmd ps1 vbs vbe jse wsf wsh msi scr
    """.split()
)
RUN_ANYWHERE_IN_A_NAME = re.compile(r"\.(ph(?:p\d?s?|tml|t|ar)|f?cgi|shtml|aspx?|jspx?)(?=\.)", re.IGNORECASE)
"""Apache's mod_mime reads every suffix of a name, and IIS once stopped at the first (CVE-2009-4444)."""
LITTER = re.compile(
    r"~\$.*|~WRL\d*\.tmp|\.~lock\..*#|\._.*|\.DS_Store|(?:eh)?thumbs\.db|desktop\.ini|\.directory|\.localized"
    r"|\.(?:git|hg|svn)(?:ignore|keep|attributes|modules)?|\.(?:no)?keep|\.placeholder|\.nomedia"
    r"|\.nfs[0-9a-f]+|\.fuse_hidden.*|\.(?:sync|stfolder|stversions|obsidian|thumbnails|Trash.*|picasa\.ini)"
    r"|\.(?:fseventsd|Spotlight-V100|TemporaryItems|AppleDouble|dropbox.*|owncloud.*|nextcloudsync.*)",
    re.IGNORECASE,
)
"""What office programs, file managers and version control leave behind."""
BACKUP = re.compile(
    r".*~|#.*#|.*\.(?:bak|backup|old|orig|rej|save|autosave|tmp|temp|swp|swo|wbk|xlk|asd|part|crdownload|partial)",
    re.IGNORECASE,
)


class Verdict(Enum):
    """What becomes of a file, told by its name."""

    FINE = auto()
    LITTER = auto()
    BACKUP = auto()
    BROWSER = auto()
    SERVER = auto()
    UNKNOWN = auto()


def settled(context: LoadContext) -> tuple[frozenset[str], frozenset[str]]:
    """The documents that are published, and all of the folder that could be; problems are noted."""
    stored = context.files.below(FOLDER)
    notes = context.notes
    shown = {use.path for use in (*notes.images, *notes.members_images)}
    linked = notes.documents.keys() | notes.members_documents.keys()
    verdicts = {path: verdict(path, context.site.document_kinds) for path in (*stored, *sorted(linked))}
    context.notes.problems.extend(
        problem for path in verdicts for problem in said_of(path, verdicts[path], context)
    )
    fine = frozenset(path for path, found in verdicts.items() if found is Verdict.FINE)
    unlinked = fine.intersection(stored) - linked - context.notes.awaited - shown
    context.notes.problems.extend(hidden_documents(context))
    if context.site.publishes_unlinked:
        return (fine & notes.documents.keys()) | unlinked, fine
    if all(problem.severity is Severity.WARNING for problem in context.notes.problems):
        # else the link may be in a text that could not be read
        context.notes.problems.extend(forgotten(context.files.shown(path)) for path in unlinked)
    return fine & notes.documents.keys(), fine


def verdict(path: str, more: frozenset[str] = frozenset()) -> Verdict:
    """`more`: kinds that the settings add. Capitals do not matter, and only the last suffix is the kind."""
    name = path.rpartition("/")[2]
    kind = kind_of(name)
    if LITTER.fullmatch(name):
        return Verdict.LITTER
    if kind in RUN_BY_BROWSERS:
        return Verdict.BROWSER
    if kind in RUN_BY_SERVERS:
        return Verdict.SERVER
    if kind in KINDS | more and name.lower().endswith(f".{kind}"):
        return Verdict.FINE
    return Verdict.BACKUP if BACKUP.fullmatch(name) else Verdict.UNKNOWN


def kind_of(name: str) -> str:
    """'' when there is no suffix; a dot or blanks at the end hide none: Windows drops them."""
    base, dot, suffix = name.rstrip(". ").rpartition(".")
    return suffix.strip().lower() if dot and base else ""


def said_of(path: str, found: Verdict, context: LoadContext) -> Iterator[Problem]:
    """What is not published is an error where a published text links to it, else a warning."""
    place, is_linked = Place(context.files.shown(path)), is_linked_to(path, context)
    severity = Severity.ERROR if is_linked else Severity.WARNING
    match found:
        case Verdict.BROWSER:
            yield Problem(place, "unsafe-document", *run_by_a_browser(), severity)
        case Verdict.SERVER:
            yield Problem(place, "unsafe-document", *run_by_a_server(), severity)
        case Verdict.BACKUP:
            yield Problem(place, "backup-copy", *backup(), severity)
        case Verdict.UNKNOWN:
            yield Problem(place, "document-kind", *unknown(kind_of(path.rpartition("/")[2])), severity)
        case Verdict.LITTER if is_linked:
            yield Problem(place, "backup-copy", *backup())
        case Verdict.FINE if inner := RUN_ANYWHERE_IN_A_NAME.search(path.rpartition("/")[2]):
            yield run_by_some_servers(place, inner[0])


def is_linked_to(path: str, context: LoadContext) -> bool:
    return path in context.notes.documents or path in context.notes.members_documents


def run_by_a_browser() -> tuple[Sentence, Sentence]:
    return (
        sentence("a browser would run this file as a part of the site"),
        sentence("save it as PDF, or put it into a ZIP file"),
    )


def run_by_a_server() -> tuple[Sentence, Sentence]:
    return (
        sentence("a server may run this file as a program, or take it for its own settings"),
        sentence("save it as PDF, or put it into a ZIP file"),
    )


def run_by_some_servers(place: Place, suffix: str) -> Problem:
    return Problem(
        place,
        "unsafe-document",
        sentence('some servers run every file that has "{suffix}" in its name', suffix=suffix),
        sentence("give the file another name"),
        Severity.WARNING,
    )


def backup() -> tuple[Sentence, Sentence]:
    return (
        sentence("this is a copy that a program has put aside, which is not published"),
        sentence("delete it, or give it the name of a document"),
    )


def unknown(kind: str) -> tuple[Sentence, Sentence]:
    if not kind:
        return (
            sentence("the name of this file does not say what kind it is, so it is not published"),
            sentence("give it the ending of its kind, such as .pdf"),
        )
    return (
        sentence('files of the kind ".{kind}" are not published', kind=kind),
        sentence(
            "save it as PDF, or add the kind to the settings: {example}",
            example=f'DOCUMENT_KINDS = ["{kind}"]',
        ),
    )


def hidden_documents(context: LoadContext) -> Iterator[Problem]:
    for path in context.files.hidden:
        if path.startswith(f"{FOLDER}/") and not LITTER.fullmatch(path.rpartition("/")[2]):
            yield Problem(
                Place(context.files.shown(path)),
                "hidden-document",
                sentence("the name begins with a dot: hidden files are not published"),
                sentence("take it out of this folder, or give it another name"),
                Severity.WARNING,
            )


def forgotten(file: str) -> Problem:
    return Problem(
        Place(file),
        "unlinked-document",
        sentence("no text links to this document, so it is not published"),
        sentence(
            "link to it, take it away, or publish all such documents: {example}",
            example="PUBLISH_UNLINKED_DOCUMENTS = True",
        ),
        Severity.WARNING,
    )
