"""Files that are published as they are: none of them may be one that a browser runs as part of the site."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from ..problems import Place, Problem, sentence

FOLDER = "documents"
RUN_BY_BROWSERS = frozenset(
    ".htm .html .xhtml .xht .shtml .svg .svgz .xml .xsl .xslt .rdf .js .mjs .wasm .swf".split()
)


def document_problems(content: Path, linked: Iterable[str]) -> Iterator[Problem]:
    """Of the documents folder, and of the files elsewhere that texts link to (paths below content)."""
    folder = content / FOLDER
    stored = (path.relative_to(content).as_posix() for path in folder.rglob("*") if path.is_file())
    for path in sorted({*stored, *linked}):
        if Path(path).suffix.lower() in RUN_BY_BROWSERS:
            yield Problem(
                Place(f"{content.name}/{path}"),
                "unsafe-document",
                sentence("a browser would run this file as a part of the site"),
                sentence("save it as PDF, or put it into a ZIP file"),
            )
