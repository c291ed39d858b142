"""The files by which a forge checks, publishes and keeps a site, for each way to have one."""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from ..host.web_editor_words import PREFIX

TEMPLATES = Path(__file__).parent.parent / "ci"

# By their paths in the repository of the site, what they are made of.
FILES = {
    ".github/workflows/site.yml": "site.yml",
    ".github/workflows/forms.yml": "forms.yml",
    ".github/dependabot.yml": "dependabot.yml",
    ".gitlab-ci.yml": "gitlab-ci.yml",
}

# What is typed before and after the name of a command.
WAYS = {
    "in-place": ("python3 tasks.py ", ""),
    "submodule": ("python3 assosite/tasks.py ", " --site ."),
    "wheel": ("assosite ", ""),
}

# What an editor writes, for git: of all other files a patch is refused.
TEXTS = ("*.yaml", "*.yml", "*.md", "*.markdown")

# Sentences that a webmaster reads on the forge. Each stands between double quotes in YAML.
SENTENCES = {
    "fr": {
        "preview": (
            "Aperçu : téléchargez « preview » au bas de cette page, décompressez-le, lancez `python3 -m "
            "http.server` dans ce dossier et ouvrez http://localhost:8000."
        ),
        "calendars": "Agendas des partenaires",
        "form": "Formulaire",
        "tidied": "Remise en ordre après l’éditeur web",
        "not_tidied": "Un fichier de l’éditeur web reste comme il l’a écrit : la vérification dit pourquoi.",
        "not_kept": "Ces changements sont sur le site, mais le dépôt ne les a pas pris.",
        "no_answer": "L’étape « Fetch partners' calendars » dit quel calendrier n’a pas pu être récupéré.",
    },
    "nl": {
        "preview": (
            "Voorbeeld: download ‘preview’ onderaan deze pagina, pak het uit, start `python3 -m "
            "http.server` in die map en open http://localhost:8000."
        ),
        "calendars": "Agenda’s van de partners",
        "form": "Formulier",
        "tidied": "Opgeruimd na de webeditor",
        "not_tidied": "Een bestand van de webeditor blijft zoals het is: de controle zegt waarom.",
        "not_kept": "Deze wijzigingen staan op de site, maar de repository nam ze niet aan.",
        "no_answer": "De stap ‘Fetch partners' calendars’ zegt welke agenda niet opgehaald kon worden.",
    },
    "en": {
        "preview": (
            "Preview: download “preview” at the bottom of this page, unpack it, run `python3 -m "
            "http.server` in that folder and open http://localhost:8000."
        ),
        "calendars": "Partners’ calendars",
        "form": "Form",
        "tidied": "Tidied up after the web editor",
        "not_tidied": "A file of the web editor stays as it was written: the check says why.",
        "not_kept": "These changes are on the site, but the repository did not take them.",
        "no_answer": "The step “Fetch partners' calendars” says which calendar could not be fetched.",
    },
}


def ci_files(way: str, language: str) -> dict[str, str]:
    """Path in the site's repository → text."""
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
    words = words_of(way, language)
    return {path: environment.get_template(template).render(words) for path, template in FILES.items()}


def words_of(way: str, language: str) -> dict[str, object]:
    """What the templates are given."""
    before, after = WAYS[way]
    web_editor = "|".join(PREFIX)
    return {
        "way": way,
        "language": language,
        "say": SENTENCES.get(language, SENTENCES["en"]),
        "run": lambda name: f"{before}{name}{after}",
        "requirements": "assosite/requirements.txt" if way == "submodule" else "requirements.txt",
        "web_editor": web_editor,
        "before_web_editor": "git log --first-parent --max-count=1 --format=%H --invert-grep "
        f"--extended-regexp --grep='^({web_editor})'",
        "texts": " ".join(f"'{pattern}'" for pattern in TEXTS),
        "only_texts": " ".join(("--exclude='.*'", *(f"--include='{pattern}'" for pattern in TEXTS))),
    }
