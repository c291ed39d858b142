"""What a natural person agreed to show of themselves."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Consent:
    """Given on `date`, for every field (`fields` is None) or only for those named."""

    date: date
    fields: frozenset[str] | None = None

    def counts(self, on: date) -> bool:
        """Nobody has agreed before the day on which they do."""
        return self.date <= on

    def covers(self, field: str) -> bool:
        return self.fields is None or field in self.fields
