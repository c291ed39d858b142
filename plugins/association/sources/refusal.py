"""Why something is not accepted, before it is known where it stands."""

from dataclasses import dataclass

from ..problems import Place, Problem, Sentence


@dataclass(frozen=True, slots=True)
class Refusal:
    """A problem without its place."""

    code: str
    message: Sentence
    hint: Sentence | None = None

    def problem(self, place: Place) -> Problem:
        return Problem(place, self.code, self.message, self.hint)
