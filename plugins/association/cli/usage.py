"""What was typed after `tasks.py`, run as invoke tasks; what cannot be understood, said in one sentence.

invoke's own program is left aside: it answers wrong usage with exit code 1 (invoke/program.py:run)
and accepts some twenty options of its own that mean nothing here.
"""

import re
from collections.abc import Sequence

from invoke.collection import Collection
from invoke.config import Config
from invoke.exceptions import ParseError
from invoke.executor import Executor
from invoke.parser import Parser, ParseResult
from invoke.parser.argument import Argument
from invoke.parser.context import ParserContext

from ..problems import Sentence, sentence
from .language import translate
from .outcome import FINE, WrongUsage

HELP = frozenset({"--help", "-h"})
LEFT_OUT = "did not receive required positional arguments"


def run(commands: Collection, argv: Sequence[str]) -> int:
    contexts = commands.to_contexts()
    if command := words_command(argv, contexts):
        print(options_of(command))
        return FINE
    try:
        initial, *calls = parsed(commands, list(argv))
    except ParseError as error:
        raise WrongUsage(explained(error)) from error
    asked = initial.args.help.value
    if asked:
        print(options_of(next(context for context in contexts if context.name == asked)))
    else:
        Executor(commands, Config()).execute(*calls)
    return FINE


def words_command(argv: Sequence[str], contexts: Sequence[ParserContext]) -> ParserContext | None:
    """The command whose help is asked, if it is one that would take --help for a word of its own."""
    takes_words = {context.name: context for context in contexts if context.positional_args}
    return takes_words.get(argv[0]) if HELP.intersection(argv) else None


def parsed(commands: Collection, argv: list[str]) -> ParseResult:
    """A word that is left out, such as the name in `new member`, is empty: the command asks for it."""
    try:
        return Parser(commands.to_contexts(), initial=help_option()).parse_argv(argv)
    except ParseError as error:
        left_out = error.context.missing_positional_args if error.context else []
        if not left_out or LEFT_OUT not in str(error):
            raise
        return parsed(commands, [*argv, ""])


def help_option() -> ParserContext:
    return ParserContext(args=[Argument(names=("help", "h"), optional=True)])


def options_of(command: ParserContext) -> str:
    rows = [(flags, translate(told) if told else "") for flags, told in command.help_tuples()]
    width = max((len(flags) for flags, _ in rows), default=0)
    lines = [f"  {flags:<{width}}  {told}".rstrip() for flags, told in rows]
    words = "".join(f" {str(word.name).upper()}" for word in command.positional_args)
    return "\n".join((f"python3 tasks.py {command.name}{words}" + (" [options]" if rows else ""), *lines))


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
