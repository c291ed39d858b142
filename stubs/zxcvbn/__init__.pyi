from collections.abc import Iterable
from decimal import Decimal
from typing import TypedDict

class Result(TypedDict):
    guesses: Decimal

def zxcvbn(password: str, user_inputs: Iterable[str] | None = None, max_length: int = 72) -> Result: ...
