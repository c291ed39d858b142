"""docs/reference/: what can be written and typed, made from what the program itself goes by.

In French, as its readers are. What a setting is for is said once, in a table of the webmaster's guide.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from ..content.fields.base import Form
from ..content.schema.base import (
    Shape,
    annotation_of,
    declaration_of,
    is_required,
    keys_of,
    shapes_inside,
    words_in,
)
from ..content.schema.json_schema import FILES, SHAPES, schema
from ..content.schema.members import IdentityShape
from ..host.settings import DEFAULTS
from ..host.settings_review import OWN
from ..program import BESIDE
from ..render.urls import URLS, usual_address
from .commands import COMMANDS
from .language import catalogue
from .manual import filled
from .problem_codes import sentences_by_code, sources
from .usage import Command

FOLDER = BESIDE / "docs" / "reference"
GUIDE = BESIDE / "docs" / "guide-webmestre.md"
MADE = "<!-- Écrit par `python3 tasks.py schema`. -->"
LANGUAGES = ("fr", "nl", "en")
VARIABLE = re.compile(r"ASSOSITE_[A-Z_]+")
TYPES = {
    "string": "texte",
    "integer": "nombre entier",
    "number": "nombre",
    "boolean": "oui ou non",
    "array": "liste",
    "object": "clés et valeurs",
    "Amount": "montant",
    "Colour": "couleur",
    "ConsentField": "accord",
    "Count": "nombre entier",
    "Apply": "adresse complète, ou courriel",
    "CalendarUrl": "adresse complète",
    "CancelledDay": "jour, ou `date` et `reason`",
    "CountryCode": "pays, deux lettres",
    "Day": "jour",
    "DocumentPath": "document",
    "Duration": "durée",
    "Email": "courriel",
    "Former": "ancienne adresse",
    "Id": "identifiant",
    "ImagePath": "image",
    "LanguageCode": "langue",
    "Latitude": "degrés",
    "Line": "ligne",
    "Link": "adresse ou page",
    "Longitude": "degrés",
    "MarkdownField": "Markdown",
    "Moment": "jour et heure",
    "Name": "ligne, ou une par langue",
    "Number": "nombre",
    "Phone": "téléphone",
    "Pinned": "oui ou non, jour ou `always`",
    "PostalCode": "code postal",
    "Reference": "identifiant",
    "RuleText": "règle RFC 5545",
    "Summary": "ligne, ou une par langue",
    "Topic": "mot",
    "TextField": "texte, ou un par langue",
    "WebUrl": "adresse complète",
    "Word": "mot",
    "YesNo": "oui ou non",
    "ZoneName": "fuseau horaire",
}
"""What editors call the forms of the fields."""
Row = Sequence[str]


def write(folder: Path = FOLDER) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in pages().items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


def pages() -> dict[str, str]:
    made = {f"{name}.md": page_of(name) for name in SHAPES}
    made |= {"reglages.md": settings(), "commandes.md": commands(), "problemes.md": problems()}
    return {"README.md": index(made), **made}


def index(made: Mapping[str, str]) -> str:
    lines = [f"- [{text.splitlines()[2].removeprefix('# ')}]({name})" for name, text in made.items()]
    return page("Référence", "\n".join(lines))


def page(title: str, *parts: str) -> str:
    return "\n\n".join([MADE, f"# {title}", *filter(None, parts)]) + "\n"


def table(heads: Row, rows: Iterable[Row]) -> str:
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join("| " + " | ".join(cell.replace("\n", " ") for cell in line) + " |" for line in lines)


def code(text: str) -> str:
    return f"`{text.replace('|', chr(92) + '|')}`" if text else ""


def page_of(name: str) -> str:
    about, forms = FILES[name], schema(name)
    told = about.text + " Les clés obligatoires sont marquées ●."
    parts = [part for title, shape in every_shape(SHAPES[name]) for part in (title, keys(shape, forms))]
    return page(about.title, told, *parts)


def every_shape(top: type[Shape]) -> Iterator[tuple[str, type[Shape]]]:
    """The shape of a file, and those inside, each where it is first met."""
    met, waiting = {top}, [("", top)]
    while waiting:
        path, shape = waiting.pop(0)
        yield (f"## `{path}`" if path else ""), shape
        for key, inner in shapes_inside(shape):
            if inner not in met:
                met.add(inner)
                waiting.append((f"{path}.{key}".lstrip("."), inner))


def keys(shape: type[Shape], forms: Form) -> str:
    properties = forms["$defs"].get(shape.__name__, forms)["properties"] if forms else {}
    rows = (key_row(shape, key, properties.get(key, {})) for key in keys_of(shape))
    return table(("clé", "valeur", "sans elle", "ce que c’est"), rows)


def key_row(shape: type[Shape], key: str, form: Form) -> Row:
    declared = declaration_of(shape, key)
    default = declared.default if declared and not declared.is_required() else None
    said = declared.description if declared else None
    mark = " ●" if is_required(shape, key) else ""
    words = tuple(words_in(annotation_of(shape, key)))
    value = ", ".join(map(code, words)) if words else value_of(form)
    return code(key) + mark, value, default_shown(default), (said or "").replace("|", "\\|")


def default_shown(default: object) -> str:
    if isinstance(default, bool):
        return code(str(default).lower())
    return code(str(default)) if isinstance(default, str | int) else ""


def value_of(form: Form) -> str:
    choices = [choice for choice in form.get("anyOf", [form]) if choice.get("$ref") != "#/$defs/Empty"]
    return " ou ".join(dict.fromkeys(map(kind_of, choices)))


def kind_of(form: Form) -> str:
    name = form["$ref"].rpartition("/")[2] if "$ref" in form else form.get("type", "")
    if isinstance(form.get("items"), dict):
        return f"liste : {value_of(form['items'])}"
    names = [name] if isinstance(name, str) else list(name)
    return " ou ".join("clés" if one.endswith("Shape") else TYPES.get(one, one) for one in names)


def settings() -> str:
    said = told_in_the_guide()
    own = sorted(name for name in OWN if not is_address(name))
    rows = [(code(name), shown_default(name), said.get(name, "")) for name in own]
    return page(
        "Réglages",
        "Ils s’écrivent dans `pelicanconf.py` ; le [guide du webmestre](../guide-webmestre.md#les-réglages)"
        " dit comment.",
        table(("réglage", "par défaut", "ce que c’est"), rows),
        "## `ASSOCIATION`",
        table(("clé", "ce que c’est"), (identity_row(key, said) for key in keys_of(IdentityShape))),
        "## Les adresses des pages",
        "Chacune a son `…_SAVE_AS`, le fichier, qui la suit ; vide, il supprime la page.",
        table(("réglage", *LANGUAGES, "la page"), (address_row(kind, said) for kind in URLS)),
        "## Les variables d’environnement",
        table(("variable", "ce qu’elle fait"), ((code(name), said.get(name, "")) for name in variables())),
    )


def is_address(name: str) -> bool:
    return name.removesuffix("_SAVE_AS").removesuffix("_URL") in URLS and name not in DEFAULTS


def identity_row(key: str, said: Mapping[str, str]) -> Row:
    mark = " ●" if is_required(IdentityShape, key) else ""
    return code(key) + mark, said.get(key, "")


def address_row(kind: str, said: Mapping[str, str]) -> Row:
    return (
        code(f"{kind}_URL"),
        *(code(usual_address(kind, one)) for one in LANGUAGES),
        said.get(f"{kind}_URL", ""),
    )


def shown_default(name: str) -> str:
    value = DEFAULTS.get(name)
    plain = isinstance(value, str | int | bool | list) and not Path(str(value)).is_absolute()
    return code(repr(value).replace("'", '"')) if plain else ""


def told_in_the_guide() -> dict[str, str]:
    """The last cell of the rows of its tables, without the links, which lead to places of the guide."""
    said: dict[str, str] = {}
    for line in GUIDE.read_text("utf-8").splitlines():
        cells = [cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]]
        if len(cells) < 2:
            continue
        names = re.findall(r"`([A-Za-z_]+)`", cells[0])
        told = cells[1] if names and names[0].islower() else cells[-1]
        for name in names:
            said.setdefault(name, from_here(told).replace("plus bas", "le guide"))
    return said


def from_here(told: str) -> str:
    below = re.sub(r"\]\((?=[\w-]+\.md)", "](../", told)
    return below.replace("](#", "](../guide-webmestre.md#").replace("[plus bas]", "[le guide]")


def variables() -> list[str]:
    found = {name for text in sources().values() for name in VARIABLE.findall(text)}
    return sorted((found & told_in_the_guide().keys()) | {"SOURCE_DATE_EPOCH"})


def commands() -> str:
    ours = {
        name: one for name, one in COMMANDS.known.items() if one.task.__module__ == __package__ + ".commands"
    }
    parts = [part for name, command in ours.items() for part in command_parts(name, command)]
    told = "Là où le programme est installé, `assosite` remplace `python3 tasks.py`."
    return page("Commandes", told, *parts)


def command_parts(name: str, command: Command) -> Iterator[str]:
    yield f"## `{name}`"
    yield french((command.task.__doc__ or "").partition("\n")[0])
    texts, words = command.description.get("help", {}), command.description.get("positional", ())
    assert isinstance(texts, Mapping) and isinstance(words, Iterable)
    shown = set(words)
    rows = [
        (code(key.upper() if key in shown else f"--{key}"), with_words(str(said)))
        for key, said in texts.items()
    ]
    if rows:
        yield table(("option", "ce qu’elle fait"), rows)
    examples = command.description.get("examples", ())
    assert isinstance(examples, tuple)
    if examples:
        yield "\n".join(["```", *(f"python3 tasks.py {example}" for example in examples), "```"])


def french(text: str) -> str:
    return catalogue({"LANG": "fr"}).gettext(text) if text else ""


def with_words(text: str) -> str:
    """A text of help, with the words that can be typed there."""
    return filled(french(text), "fr")


def problems() -> str:
    found = sentences_by_code()
    parts = [
        f"## `{name}`\n\n" + "\n".join(f"- {one}" for one in sorted(map(french, found[name])))
        for name in sorted(found)
    ]
    told = "Chaque problème finit par son code entre crochets ; `{…}` tient la place de ce qui est écrit."
    return page("Problèmes", told, *parts)
