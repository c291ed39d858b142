"""What `check` says of a site in a folder, without a process of its own."""

from pathlib import Path

from pelican.settings import DEFAULT_CONFIG

from association.host.loading import load_site
from association.host.settings import apply_defaults
from association.problems import ContentError


def checked(site: Path, **others: object) -> tuple[str, ...]:
    """In the form in which it says it; others: settings."""
    own = {"PATH": str(site / "content"), "TIMEZONE": "Europe/Paris", "DEFAULT_LANG": "fr"}
    settings = {**DEFAULT_CONFIG, **own, "ASSOCIATION": {"name": "Essai"}, **others}
    apply_defaults(settings)
    try:
        load_site(settings)
    except ContentError as error:
        return tuple(problem.line_of_text() for problem in error.problems)
    return ()
