"""Whether the addresses that the settings ask for can be written, as `MEMBER_URL = "membres/{id}/"` can."""

from datetime import date
from string import Formatter

from ..problems import Sentence, sentence
from .setting_kinds import Ground, Mistake, Mistakes, both, no_file, no_text, unfit
from .settings import URLS, file_of

SAMPLES = {"number": 2, "date": date(2026, 11, 22)}
LONGEST = 200
INDISPENSABLE = frozenset({"STYLESHEET"})
UNSAFE = frozenset('\\?#"<>|*: \t')


def page_address(setting: str, value: object, ground: Ground) -> Mistakes:
    """A `{KIND}_URL` or a `{KIND}_SAVE_AS`; an empty `_SAVE_AS` switches a page off."""
    if not isinstance(value, str):
        yield no_text(setting, value)
        return
    kind, is_file = setting.removesuffix("_SAVE_AS").removesuffix("_URL"), setting.endswith("_SAVE_AS")
    if is_file and not value and kind in INDISPENSABLE:
        yield Mistake(sentence("{setting} cannot be empty: every page needs it", setting=setting))
    found = tuple(unfit(setting, value, LONGEST)) or tuple(mistakes(setting, value, URLS[kind]))
    yield from found
    if not found:
        yield from unwritable(setting, filled(value, URLS[kind]), is_file)


def mistakes(setting: str, pattern: str, usual: str) -> Mistakes:
    known = blanks(usual)
    try:
        unknown = [name for name in blanks(pattern) if name not in known]
    except ValueError:
        yield bad(
            sentence('{setting} has a brace too many or too few: "{found}"', setting=setting, found=pattern)
        )
        return
    hint = sentence("it knows {names}", names=", ".join(f"{{{name}}}" for name in known)) if known else None
    for name in unknown:
        yield bad(
            sentence(
                '{setting} has no blank "{name}": "{found}"',
                setting=setting,
                name=f"{{{name}}}",
                found=pattern,
            ),
            hint,
        )
    if known and not blanks(pattern) and (pattern or setting.endswith("_URL")):
        said = sentence(
            '{setting} is "{found}", expected an address with {names}',
            setting=setting,
            found=pattern,
            names=", ".join(f"{{{name}}}" for name in known),
        )
        yield bad(said)
    if not unknown and filled(pattern, usual) is None:
        yield bad(
            sentence('{setting} has a blank that cannot be filled: "{found}"', setting=setting, found=pattern)
        )


def blanks(pattern: str) -> tuple[str, ...]:
    """The names between braces, each once; ValueError when the braces do not match."""
    return tuple(dict.fromkeys(name for _, name, _, _ in Formatter().parse(pattern) if name is not None))


def filled(pattern: str, usual: str) -> str | None:
    """As an example; None when a page cannot be written, `{id:d}` for one."""
    try:
        return pattern.format(**{name: SAMPLES.get(name, "x") for name in blanks(usual)})
    except (ValueError, LookupError, TypeError, AttributeError, OverflowError, MemoryError):
        return None


def unwritable(setting: str, example: str | None, is_file: bool) -> Mistakes:
    """What stands in the way of a file of that name below the output, or of a link to it."""
    text = example or ""
    odd = next((character for character in text if character in UNSAFE), None)
    if text.startswith("/"):
        said = sentence(
            '{setting} is "{found}", expected no slash at the beginning', setting=setting, found=text
        )
        better = f'{setting} = "{text.lstrip("/")}"'
        yield bad(said, sentence("write {better}", better=better) if text.strip("/") else None)
    elif odd or goes_astray(text.split("/")):
        said = sentence('{setting} is "{found}", expected an address of this site', **both(setting, text))
        yield bad(said, sentence('take out "{character}"', character=odd) if odd else None)
    elif is_file and text.endswith("/"):
        better = f'{setting} = "{file_of(text)}"'
        yield bad(no_file(setting, text).said, sentence("write {better}", better=better))


def goes_astray(steps: list[str]) -> bool:
    return any(step in (".", "..") for step in steps) or "" in steps[:-1] or max(map(len, steps)) > LONGEST


def bad(said: Sentence, hint: Sentence | None = None) -> Mistake:
    return Mistake(said, hint, "bad-address")
