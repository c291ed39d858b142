"""The page of the web editor: no page of the theme, and under rules of its own.

Decap CMS makes functions of text (`new Function`) and writes styles into the page: there it may do what
no page for visitors may; and it is kept from asking anybody but the forge.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from ..content.schema.key_words import Words
from ..domain.text import Language
from ..render.forge import Project
from .web_editor import LOCAL
from .web_editor_words import WORDS

TEMPLATES: Final = Path(__file__).parent.parent / "web_editor" / "templates"
OF_GITHUB: Final = ("https://api.github.com",)


def editor_page(project: Project, language: Language, name: str) -> bytes:
    words = Words(language)
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES), undefined=StrictUndefined, autoescape=True, trim_blocks=True
    )
    said = {key: words.chosen(one) for key, one in WORDS.items()}
    values = {"language": words.language, "name": name, "say": said, "policy": policy_of_editor(project)}
    return f"{environment.get_template('editor.html').render(values)}\n".encode()


def policy_of_editor(project: Project) -> str:
    return "; ".join(rules_of(project))


def rules_of(project: Project) -> Iterator[str]:
    asked = OF_GITHUB if project.family == "github" else (project.host,)
    yield "default-src 'none'"
    yield "script-src 'self' 'unsafe-eval'"
    yield "style-src 'self' 'unsafe-inline'"
    yield "img-src 'self' data: blob:"
    yield "font-src 'self' data:"
    yield " ".join(("connect-src 'self' blob:", *asked, LOCAL))
    yield "form-action 'self'"
    yield "base-uri 'none'"
