"""Sentences of the fields within a sentence that says what they are about: a column, an option."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from ...problems import Place, Problem, Sentence, Translate, sentence

NOTHING = Sentence("")


@dataclass(frozen=True, slots=True)
class Framed(Sentence):
    """`said`, and the hint if there is one, in the place of {said}; all translated when they are printed."""

    said: Sentence = NOTHING
    hint: Sentence | None = None

    def text(self, translate: Translate = str) -> str:
        said = self.said.text(translate)
        if self.hint:
            said = translate("{message}; {hint}").format(message=said, hint=self.hint.text(translate))
        return translate(self.template).format(**dict(self.values), said=said)


def framed(around: Sentence, said: Sentence, hint: Sentence | None = None) -> Framed:
    return Framed(around.template, around.values, said, hint)


def with_column(problem: Problem, columns: Mapping[Place, str]) -> Problem:
    """`problem` as it is where it is not about a cell."""
    name = columns.get(problem.place)
    if not name:
        return problem
    around = sentence('column "{column}": {said}', column=name)
    return replace(problem, message=framed(around, problem.message))
