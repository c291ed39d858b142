"""What was typed after `tasks.py`, run as invoke tasks; what cannot be understood, said in one sentence.

invoke's own program is left aside: it answers wrong usage with exit code 1 (invoke/program.py:run)
and accepts some twenty options of its own that mean nothing here. Nor is invoke asked what a command and
whole options mean: importing it takes as long as a quarter of the check of a small site. Help is manual.py's.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from inspect import Parameter, signature
from typing import TYPE_CHECKING, overload

if TYPE_CHECKING:
    from invoke.collection import Collection
    from invoke.exceptions import ParseError
    from invoke.parser import ParseResult

from ..problems import Sentence, sentence
from .outcome import FINE, WrongUsage

HELP = frozenset({"--help", "-h"})
OF_THE_MANUAL = frozenset({"examples", "words"})
LEFT_OUT = "did not receive required positional arguments"
Task = Callable[..., None]


@dataclass(frozen=True, slots=True)
class Command:
    """description: what invoke's `task` is told of it."""

    task: Task
    description: Mapping[str, object]


@dataclass(slots=True)
class Commands:
    """What can be typed, by name."""

    known: dict[str, Command] = field(default_factory=dict)

    @overload
    def task(self, function: Task) -> Task: ...

    @overload
    def task(self, function: None = None, **description: object) -> Callable[[Task], Task]: ...

    def task(self, function: Task | None = None, **description: object) -> Task | Callable[[Task], Task]:
        """Used as invoke's own."""
        if function is None:
            return lambda function: self.added(function, description)
        return self.added(function, description)

    def added(self, function: Task, description: Mapping[str, object]) -> Task:
        self.known[str(description.get("name", function.__name__))] = Command(function, description)
        return function

    def run(self, argv: Sequence[str]) -> int:
        if "-".join(argv[:2]) in self.known:  # `new site` is a command of its own
            argv = ["-".join(argv[:2]), *argv[2:]]
        command = self.known.get(argv[0])
        if command and HELP.intersection(argv):
            from .manual import help_of

            print(help_of(argv[0], command))
            return FINE
        if "--" in argv:  # invoke keeps what follows for a program behind it; there is none
            raise WrongUsage(not_known("--", argv[0]))
        options = plain_options(command, argv[1:]) if command else None
        if command is None or options is None:
            return run(self.collection(), argv)
        command.task(None, **options)
        return FINE

    def collection(self) -> Collection:
        from invoke.collection import Collection
        from invoke.tasks import task

        tasks = (task(**for_invoke(command))(command.task) for command in self.known.values())
        return Collection(*tasks)


def for_invoke(command: Command) -> dict[str, object]:
    return {name: told for name, told in command.description.items() if name not in OF_THE_MANUAL}


def plain_options(command: Command, words: Sequence[str]) -> dict[str, str | bool] | None:
    """Of whole options, each with its value and none twice; None when there is more to understand."""
    if "positional" in command.description:
        return None
    known = {f"--{name.replace('_', '-')}": one for name, one in signature(command.task).parameters.items()}
    options: dict[str, str | bool] = {}
    rest = iter(words)
    for word in rest:
        option = known.get(word)
        if option is None or option.name in options or option.default is Parameter.empty:
            return None
        value = "" if option.default is False else next(rest, "-")
        if value.startswith("-"):
            return None
        options[option.name] = option.default is False or value
    return options


def run(commands: Collection, argv: Sequence[str]) -> int:
    from invoke.config import Config
    from invoke.exceptions import ParseError
    from invoke.executor import Executor

    try:
        _, *calls = parsed(commands, list(argv))
    except ParseError as error:
        raise WrongUsage(explained(error)) from error
    Executor(commands, Config()).execute(*calls)
    return FINE


def parsed(commands: Collection, argv: list[str]) -> ParseResult:
    """A word that is left out, such as the name in `new member`, is empty: the command asks for it."""
    from invoke.exceptions import ParseError
    from invoke.parser import Parser
    from invoke.parser.context import ParserContext

    try:
        return Parser(commands.to_contexts(), initial=ParserContext()).parse_argv(argv)
    except ParseError as error:
        left_out = error.context.missing_positional_args if error.context else []
        if not left_out or LEFT_OUT not in str(error):
            raise
        return parsed(commands, [*argv, ""])


def explained(error: ParseError) -> Sentence:
    """invoke's parser says what is wrong only in its messages (invoke/parser/parser.py)."""
    command = error.context.name if error.context else None
    if unknown := re.search(r"No idea what '(.*)' is!", str(error)):
        if error.context and error.context.positional_args and not unknown[1].startswith("-"):
            return one_too_many(unknown[1], command or "")
        return not_known(unknown[1], command or "")
    if lacking := re.search(r"Flag <Argument: (\S+)", str(error)):
        return sentence("{command}: the option --{option} needs a value.", command=command, option=lacking[1])
    return sentence("{command}: {reason}", command=command, reason=error)


def one_too_many(word: str, command: str) -> Sentence:
    return sentence(
        '{command}: "{word}" is one word too many; put a text of several words between quotes.',
        command=command,
        word=word,
    )


def not_known(word: str, command: str) -> Sentence:
    if word.startswith("-"):
        return sentence(
            '{command} has no option "{word}"; `python3 tasks.py {command} --help` lists them.',
            command=command,
            word=word,
        )
    return sentence('There is no command "{name}"; `python3 tasks.py` lists them.', name=word)
