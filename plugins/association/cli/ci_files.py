"""The files by which a forge checks, publishes and keeps a site, for each way to have one."""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

TEMPLATES = Path(__file__).parent.parent / "ci"

# What is typed before and after the name of a command.
WAYS = {
    "in-place": ("python3 tasks.py ", ""),
    "submodule": ("python3 assosite/tasks.py ", " --site ."),
    "wheel": ("assosite ", ""),
}

# Sentences that a webmaster reads on the forge.
SENTENCES = {
    "fr": {
        "preview": (
            "Aperçu : téléchargez « preview » au bas de cette page, décompressez-le, lancez `python3 -m "
            "http.server` dans ce dossier et ouvrez http://localhost:8000."
        ),
        "calendars": "Agendas des partenaires",
        "not_kept": "Les agendas des partenaires sont sur le site, mais le dépôt ne les a pas pris.",
        "no_answer": "L’étape « Fetch partners' calendars » dit quel calendrier n’a pas pu être récupéré.",
    },
    "nl": {
        "preview": (
            "Voorbeeld: download ‘preview’ onderaan deze pagina, pak het uit, start `python3 -m "
            "http.server` in die map en open http://localhost:8000."
        ),
        "calendars": "Agenda’s van de partners",
        "not_kept": "De agenda’s van de partners staan op de site, maar de repository nam ze niet aan.",
        "no_answer": "De stap ‘Fetch partners' calendars’ zegt welke agenda niet opgehaald kon worden.",
    },
    "en": {
        "preview": (
            "Preview: download “preview” at the bottom of this page, unpack it, run `python3 -m "
            "http.server` in that folder and open http://localhost:8000."
        ),
        "calendars": "Partners’ calendars",
        "not_kept": "The partners’ calendars are on the site, but the repository did not take them.",
        "no_answer": "The step “Fetch partners' calendars” says which calendar could not be fetched.",
    },
}


def ci_files(way: str, language: str) -> dict[str, str]:
    """Path in the site's repository → text."""
    before, after = WAYS[way]
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        undefined=StrictUndefined,
        keep_trailing_newline=True,
        trim_blocks=True,
        # What the forges themselves write between braces stays as it is.
        variable_start_string="[[",
        variable_end_string="]]",
        block_start_string="[%",
        block_end_string="%]",
    )
    values = {
        "way": way,
        "language": language,
        "say": SENTENCES.get(language, SENTENCES["en"]),
        "run": lambda name: f"{before}{name}{after}",
        "requirements": "assosite/requirements.txt" if way == "submodule" else "requirements.txt",
    }
    return {
        path: environment.get_template(template).render(values)
        for path, template in (
            (".github/workflows/site.yml", "site.yml"),
            (".github/dependabot.yml", "dependabot.yml"),
            (".gitlab-ci.yml", "gitlab-ci.yml"),
        )
    }
