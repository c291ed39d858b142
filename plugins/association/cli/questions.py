"""Questions at a terminal, for what was not typed."""

import sys
from collections.abc import Callable

from ..problems import Sentence
from .language import translate
from .outcome import WrongUsage, say


def ask(question: Sentence, lacking: Sentence, check: Callable[[str], None] = lambda text: None) -> str:
    """The answer that passes `check`; with nobody there to answer, wrong usage: `lacking`."""
    if not sys.stdin.isatty():
        raise WrongUsage(lacking)
    while True:
        answer = answer_to(question)
        try:
            check(answer)
        except WrongUsage as wrong:
            say(wrong.said)
            continue
        if answer:
            return answer


def answer_to(question: Sentence) -> str:
    print(question.text(translate), end=" ", file=sys.stderr, flush=True)
    line = sys.stdin.readline()
    if not line:  # the end of the input, Ctrl+D
        raise KeyboardInterrupt
    return line.strip()
