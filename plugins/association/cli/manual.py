"""What `NAME --help` shows and what a shell completes, from what the commands say of themselves.

argparse lays out the one, shtab writes the other; neither reads what is typed (usage.py), so that they are
imported by these two alone.
"""

from __future__ import annotations

import re
from argparse import SUPPRESS, ArgumentParser, RawDescriptionHelpFormatter, _ArgumentGroup
from collections.abc import Mapping, Sequence
from inspect import Parameter, getdoc, signature
from typing import TYPE_CHECKING

from ..problems import sentence
from .language import as_typed, language_of_reader, translate
from .outcome import FINE, WrongUsage

if TYPE_CHECKING:
    from .usage import Command

SHELLS = ("bash", "zsh", "fish")
PROGRAM = "assosite"
FOLDERS = frozenset({"site", "output", "dir", "folder"})
FILES = frozenset({"file", "map", "revisions", "translation-of"})
WIDTH = 100


class Layout(RawDescriptionHelpFormatter):
    """Examples stay in lines of their own, as wide here as in a log."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=28, width=WIDTH)


class Manual(ArgumentParser):
    """Nothing abbreviates, nothing is added."""

    def __init__(self, **details: object) -> None:
        super().__init__(add_help=False, allow_abbrev=False, formatter_class=Layout, **details)  # type: ignore[arg-type]


def help_of(name: str, command: Command) -> str:
    """The line to type first, as this reader types it."""
    manual = Manual(usage=SUPPRESS, description=first_line(command), epilog=examples(command))
    words = [word.upper() for word in words_of(command)]
    has_options = add_arguments(manual, command)
    line = [as_typed(f"python3 tasks.py {name}"), *words, *(["[options]"] if has_options else ())]
    return f"{' '.join(line)}\n\n{manual.format_help().rstrip()}"


def first_line(command: Command) -> str:
    return translate((getdoc(command.task) or "").partition("\n")[0]).replace("%", "%%")


def examples(command: Command) -> str | None:
    typed = told_of(command, "examples", ())
    if not typed:
        return None
    lines = [f"  {as_typed(f'python3 tasks.py {example}')}" for example in typed]
    return "\n".join([translate("Examples:"), *lines])


def told_of(command: Command, what: str, usual: Sequence[str]) -> Sequence[str]:
    told = command.description.get(what, usual)
    assert isinstance(told, tuple | list)
    return told


def words_of(command: Command) -> Sequence[str]:
    """Those typed without an option: unless it is said, each that has no default, as to invoke."""
    needed = [one.name for one in asked_for(command) if one.default is one.empty]
    return told_of(command, "positional", needed)


def asked_for(command: Command) -> list[Parameter]:
    return list(signature(command.task).parameters.values())[1:]


def add_arguments(manual: ArgumentParser, command: Command) -> bool:
    """Whether there are options."""
    words = manual.add_argument_group(translate("Words"))
    options = manual.add_argument_group(translate("Options"))
    typed, parameters = words_of(command), asked_for(command)
    for one in parameters:
        if one.name in typed:
            add(words, one.name, command, metavar=one.name.upper(), nargs="?")
    for one in sorted(parameters, key=lambda one: one.name):
        name = f"--{one.name.rstrip('_').replace('_', '-')}"
        if one.name in typed:
            continue
        if isinstance(one.default, bool):
            add(options, name, command, action="store_true")
        else:
            add(options, name, command, metavar=name[2:].upper().replace("-", "_"))
    return len(parameters) > len(typed)


def add(group: _ArgumentGroup, name: str, command: Command, **details: object) -> None:
    plain = name.removeprefix("--")
    texts = command.description.get("help", {})
    assert isinstance(texts, Mapping)
    told = str(texts.get(plain, texts.get(plain.replace("-", "_"), "")))
    said = filled(translate(told), language_of_reader()).replace("%", "%%") if told else None
    argument = group.add_argument(name, help=said, **details)  # type: ignore[arg-type]
    completed_by(argument, plain, command)


def filled(told: str, language: str) -> str:
    """With the words that can be typed there."""
    if "{" not in told:
        return told
    lists = {name: ", ".join(words) for name, words in lists_of_words(language).items()}
    return re.sub(r"\{(\w+)\}", lambda found: lists.get(found[1], found[0]), told)


def lists_of_words(language: str) -> Mapping[str, tuple[str, ...]]:
    """By the name that a text of help has for each."""
    from .kind_words import TEMPLATES, shown, words_shown
    from .new_words import offer_words

    templates = tuple(shown(name, language) for name in TEMPLATES)
    return {"kinds": words_shown(language), "offers": tuple(offer_words(language)), "templates": templates}


def completed_by(argument: object, name: str, command: Command) -> None:
    """What a shell proposes for its value, as shtab wants to be told."""
    if known := known_words(command).get(name):
        argument.choices = known  # type: ignore[attr-defined]
    elif name in FOLDERS | FILES:
        from shtab import DIRECTORY, FILE

        argument.complete = DIRECTORY if name in FOLDERS else FILE  # type: ignore[attr-defined]


def known_words(command: Command) -> Mapping[str, tuple[str, ...]]:
    """Of an option that takes one of a few: where those are written is looked up only now."""
    told = command.description.get("words", dict)
    assert callable(told)
    return dict(told())


def formats() -> Mapping[str, tuple[str, ...]]:
    from .check import FORMATS

    return {"format": FORMATS}


def servers() -> Mapping[str, tuple[str, ...]]:
    from ..host.former_addresses import FORMATS

    return {"format": tuple(FORMATS)}


def kinds() -> Mapping[str, tuple[str, ...]]:
    lists = lists_of_words(language_of_reader())
    return {"what": lists["kinds"], "kind": lists["offers"], "template": lists["templates"]}


def shells() -> Mapping[str, tuple[str, ...]]:
    return {"shell": SHELLS}


def completion(shell: str, known: Mapping[str, Command]) -> int:
    """Print what the shell is to read."""
    if shell not in SHELLS:
        raise WrongUsage(
            sentence("Say for which shell: `python3 tasks.py completion SHELL`; it is bash, zsh or fish.")
        )
    import shtab

    print(shtab.complete(everything(known), shell))
    return FINE


def everything(known: Mapping[str, Command]) -> ArgumentParser:
    whole = Manual(prog=PROGRAM)
    commands = whole.add_subparsers()
    for name, command in known.items():
        add_arguments(commands.add_parser(name, help=first_line(command)), command)
        commands.choices[name].add_argument("--help", action="store_true", help=translate("Show this help."))
    return whole
