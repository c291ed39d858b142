"""The mapping to write for a table that has none, ready to be copied: what its titles leave no doubt of.

A proposal for the secretary to read and correct, never used by itself. What is often private to a person
stands in it as a comment.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..content.yaml.text_edits import scalar
from ..problems import Sentence, sentence
from .columns import bare
from .departures import DAYS, day_of
from .table import Table

ORGANISATION = (
    "raison sociale|societe|nom de la societe|nom de la structure|structure|nom de l'organisme|organisme"
    "|organisation|nom de l'organisation|denomination|denomination sociale|nom de l'entreprise|entreprise"
    "|nom de l'association|association|societe_adh|company"
)
WHOLE_NAME = "nom complet|nom & prenom|nom et prenom|prenom et nom|nom prenom|name|full name"
FIRST_NAME = "prenom adherent|prenom de l'adherent|prenom|prenom_adh|first name"
LAST_NAME = "nom adherent|nom de l'adherent|nom de famille|nom_adh|nom|last name"
FIELDS: Mapping[str, str] = {
    "type": "tarif|formule|type d'adhesion|type d'adherent|categorie",
    "town": "ville|commune|localite|ville_adh|city|town",
    "website": "site internet|site web|site|url|website|site_web|url_adh",
    "joined": "date d'adhesion|date d'inscription|date de premiere adhesion|date adhesion|date de creation"
    "|date_crea_adh|adherent depuis|membre depuis|date de la commande|creation date",
    "skills": "competences|services|activites|domaines",
    "summary": "presentation|en bref",
}
PRIVATE: Mapping[str, str] = {
    "email": "e-mail|email|courriel|mail|adresse e-mail|adresse email|adresse mail|email payeur|email_adh",
    "phone": "telephone|tel|tel.|numero de telephone|telephone fixe|mobile|portable|tel_adh|phone",
    "street": "adresse|rue|adresse postale|adresse_adh|adresse 1|address",
    "postal_code": "code postal|cp|cp_adh|zip code|zip",
}


@dataclass(frozen=True, slots=True)
class Titles:
    """The titles of a table, each as it stands there, by what they say."""

    table: Table

    @property
    def are_known(self) -> bool:
        names = (ORGANISATION, WHOLE_NAME, FIRST_NAME, LAST_NAME, *FIELDS.values(), *PRIVATE.values())
        return any(map(self.first, names))

    def first(self, known: str) -> str:
        own = {bare(name): name for name in reversed(self.table.names)}
        return next((own[one] for one in known.split("|") if one in own), "")


def proposal(table: Table) -> Iterator[str | Sentence]:
    """Line by line; a sentence is a comment."""
    titles = Titles(table)
    used = dict(columns(titles, table))
    if not titles.are_known:
        yield sentence("none of these titles is known here; is the first line that of the titles?")
    yield "columns:"
    yield from (f"  {key}: {value}" for key, value in used.items())
    if "kind" not in used and not titles.first(ORGANISATION) and titles.first(FIRST_NAME):
        yield "defaults: {kind: person}"
    if person := person_named(titles):
        yield sentence("the people of an organisation; none of them is shown without a recorded consent:")
        yield f"# people: {{name: {person}}}"
    if private := dict(private_columns(titles)):
        yield sentence("often private; published of an organisation, if you move it up into columns:")
        yield from (f"#   {key}: {value}" for key, value in private.items())
    said = " ".join((*used.values(), *private.values()))
    if others := [name for name in table.names if scalar(name, 0, True) not in said]:
        yield sentence("not used: {columns}", columns=", ".join(others))


def columns(titles: Titles, table: Table) -> Iterator[tuple[str, str]]:
    yield from name_and_kind(titles, table)
    for key, known in FIELDS.items():
        if title := titles.first(known):
            yield key, dated(title, table) if key == "joined" else scalar(title, 0, True)


def person_named(titles: Titles) -> str:
    """Beside an organisation."""
    parts = [title for title in (titles.first(FIRST_NAME), titles.first(LAST_NAME)) if title]
    return in_list(parts) if len(parts) == 2 and titles.first(ORGANISATION) else ""


def name_and_kind(titles: Titles, table: Table) -> Iterator[tuple[str, str]]:
    """A person where no organisation is named."""
    society, whole = titles.first(ORGANISATION), titles.first(WHOLE_NAME)
    parts = [title for title in (titles.first(FIRST_NAME), titles.first(LAST_NAME)) if title]
    person = scalar(whole, 0, True) if whole else in_list(parts)
    if society and (whole or len(parts) == 2):
        yield "name", f"{{column: {scalar(society, 0, True)}, else: {person}}}"
        yield "kind", f"{{column: {scalar(society, 0, True)}, filled: organisation, empty: person}}"
    elif society:
        yield "name", scalar(society, 0, True)
    else:
        yield "name", person if whole or parts else scalar(table.names[0], 0, True)


def in_list(names: Sequence[str]) -> str:
    written = [scalar(name, 0, True) for name in names]
    return written[0] if len(written) == 1 else f"[{', '.join(written)}]"


def dated(title: str, table: Table) -> str:
    """With the forms that its dates have."""
    column = [cell.text for cell in table.header].index(title)
    cells = [row.cells[column] for row in table.rows if column < len(row.cells)]
    texts = {cell.text for cell in cells if cell.text and cell.kind == "text"}
    forms = [form for form in DAYS if any(is_of(text, form) for text in texts)]
    if forms in ([], ["%Y-%m-%d"]):
        return scalar(title, 0, True)
    quoted = [f'"{form}"' for form in forms]
    form = quoted[0] if len(quoted) == 1 else f"[{', '.join(quoted)}]"
    return f"{{column: {scalar(title, 0, True)}, format: {form}}}"


def is_of(text: str, form: str) -> bool:
    return day_of(text, (form,)) is not None


def private_columns(titles: Titles) -> Iterator[tuple[str, str]]:
    found = {key: titles.first(known) for key, known in PRIVATE.items()}
    address = [f"{key}: {scalar(found[key], 0, True)}" for key in ("street", "postal_code") if found[key]]
    yield from ((key, scalar(found[key], 0, True)) for key in ("email", "phone") if found[key])
    if address:
        yield "address", f"{{{', '.join(address)}}}"
