"""What was typed after `tasks.py`, run as invoke tasks; what cannot be understood, said in one sentence.

invoke's own program is left aside: it answers wrong usage with exit code 1 (invoke/program.py:run)
and accepts some twenty options of its own that mean nothing here.
"""

import re
from collections.abc import Sequence

from invoke import Argument, Collection, Config, Executor
from invoke.exceptions import ParseError
from invoke.parser import Parser, ParserContext

from ..problems import Sentence, sentence
from .language import translate
from .outcome import FINE, WrongUsage


def run(commands: Collection, argv: Sequence[str]) -> int:
    contexts = commands.to_contexts()
    try:
        initial, *calls = Parser(contexts, initial=help_option()).parse_argv(list(argv))
    except ParseError as error:
        raise WrongUsage(explained(error)) from error
    asked = initial.args.help.value
    if asked:
        print(options_of(next(context for context in contexts if context.name == asked)))
    else:
        Executor(commands, Config()).execute(*calls)
    return FINE


def help_option() -> ParserContext:
    return ParserContext(args=[Argument(names=("help", "h"), optional=True)])


def options_of(command: ParserContext) -> str:
    rows = [(flags, translate(told) if told else "") for flags, told in command.help_tuples()]
    width = max((len(flags) for flags, _ in rows), default=0)
    lines = [f"  {flags:<{width}}  {told}".rstrip() for flags, told in rows]
    return "\n".join((f"python3 tasks.py {command.name}" + (" [options]" if rows else ""), *lines))


def explained(error: ParseError) -> Sentence:
    """invoke's parser says what is wrong only in its messages (invoke/parser/parser.py)."""
    command = error.context.name if error.context else None
    if unknown := re.search(r"No idea what '(.*)' is!", str(error)):
        return not_known(unknown[1], command or "")
    if lacking := re.search(r"Flag <Argument: (\S+)", str(error)):
        return sentence("{command}: the option --{option} needs a value.", command=command, option=lacking[1])
    return sentence("{command}: {reason}", command=command, reason=error)


def not_known(word: str, command: str) -> Sentence:
    if word.startswith("-"):
        return sentence(
            '{command} has no option "{word}"; `python3 tasks.py {command} --help` lists them.',
            command=command,
            word=word,
        )
    return sentence('There is no command "{name}"; `python3 tasks.py` lists them.', name=word)
