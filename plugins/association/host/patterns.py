"""Whether the addresses that the settings ask for can be written, as `MEMBER_URL = "membres/{id}/"` can."""

from collections.abc import Iterator, Mapping
from string import Formatter

from ..problems import Place, Problem, Sentence, sentence
from .settings import URLS


def pattern_problems(settings: Mapping[str, object], file: str) -> tuple[Problem, ...]:
    return tuple(
        Problem(Place(file), "bad-address", *said)
        for kind, usual in URLS.items()
        for setting in (f"{kind}_URL", f"{kind}_SAVE_AS")
        for said in mistakes(setting, str(settings[setting]), usual)
    )


def mistakes(setting: str, pattern: str, usual: str) -> Iterator[tuple[Sentence, Sentence | None]]:
    known = blanks(usual)
    try:
        unknown = [name for name in blanks(pattern) if name not in known]
    except ValueError:
        yield (
            sentence('{setting} has a brace too many or too few: "{found}"', setting=setting, found=pattern),
            None,
        )
        return
    hint = sentence("it knows {names}", names=", ".join(f"{{{name}}}" for name in known)) if known else None
    for name in unknown:
        blank = f"{{{name}}}"
        yield (
            sentence(
                '{setting} has no blank "{name}": "{found}"', setting=setting, name=blank, found=pattern
            ),
            hint,
        )


def blanks(pattern: str) -> tuple[str, ...]:
    """The names between braces, each once; ValueError when the braces do not match."""
    return tuple(dict.fromkeys(name for _, name, _, _ in Formatter().parse(pattern) if name is not None))
