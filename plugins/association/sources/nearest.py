"""What was probably meant by a word that nobody knows."""

from collections.abc import Iterable
from difflib import SequenceMatcher

from ..domain.slugs import fold
from ..problems import Sentence, sentence

NEAR_ENOUGH = 0.7
SHORTEST_BEGINNING = 4
LONGEST = 80


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word most like `word`, or None when none is like it."""
    if len(word) > LONGEST:
        return None
    wanted = fold(word)
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(wanted)
    best, likest = NEAR_ENOUGH, None
    for candidate in sorted(known):
        score = likeness(matcher, wanted, fold(candidate), best)
        if score > best or (likest is None and score == best):
            best, likest = score, candidate
    return likest


def likeness(matcher: SequenceMatcher[str], wanted: str, candidate: str, least: float) -> float:
    """From 0 to 1; 0 for what cannot reach `least`."""
    if candidate == wanted:
        return 1.0
    shorter, longer = sorted((wanted, candidate), key=len)
    if len(shorter) >= SHORTEST_BEGINNING and longer.startswith(shorter):
        return max(least, 0.9 * len(shorter) / len(longer))
    matcher.set_seq1(candidate)
    if matcher.real_quick_ratio() < least or matcher.quick_ratio() < least:
        return 0.0
    return matcher.ratio()


def did_you_mean(word: str, known: Iterable[str]) -> Sentence | None:
    near = nearest(word, known)
    return sentence('did you mean "{near}"?', near=near) if near else None
