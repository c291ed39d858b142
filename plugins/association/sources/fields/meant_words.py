"""What an editor most likely meant by other words for a rhythm: French, short or misspelt. Only for hints."""

from ...domain.slugs import fold
from ..nearest import nearest

OUR_WORDS = frozenset(
    """
    day days week weeks month months year years first second third fourth last
    monday tuesday wednesday thursday friday saturday sunday
    """.split()
)
MEANT = {
    "daily": "day",
    "jour": "day",
    "jours": "days",
    "quotidien": "day",
    "weekly": "week",
    "semaine": "week",
    "semaines": "weeks",
    "hebdomadaire": "week",
    "quinzaine": "2 weeks",
    "fortnight": "2 weeks",
    "monthly": "month",
    "mois": "month",
    "mensuel": "month",
    "yearly": "year",
    "annual": "year",
    "an": "year",
    "ans": "years",
    "annee": "year",
    "annees": "years",
    "annuel": "year",
    "premier": "first",
    "1er": "first",
    "1st": "first",
    "deuxieme": "second",
    "2e": "second",
    "2nd": "second",
    "troisieme": "third",
    "3e": "third",
    "3rd": "third",
    "quatrieme": "fourth",
    "4e": "fourth",
    "4th": "fourth",
    "dernier": "last",
    "lundi": "monday",
    "mardi": "tuesday",
    "mercredi": "wednesday",
    "jeudi": "thursday",
    "vendredi": "friday",
    "samedi": "saturday",
    "dimanche": "sunday",
    "mon": "monday",
    "tue": "tuesday",
    "wed": "wednesday",
    "thu": "thursday",
    "fri": "friday",
    "sat": "saturday",
    "sun": "sunday",
}
SMALL_WORDS = frozenset(("le", "les", "du", "de", "the", "tous", "toutes", "chaque", "every", "on", "of"))


def meant_every(text: str) -> str:
    """`tous les 2 mois` is "2 months"; a plural alone is one of them."""
    words = our_words(text)
    if len(words) == 1:
        return words[0].removesuffix("s")
    return " ".join([*words[:-1], words[-1].removesuffix("s") + "s"]) if words else ""


def meant_on(text: str) -> str:
    """`le 15 du mois` is "day 15", `dernier vendredi du mois` is "last friday"."""
    words = [word for word in our_words(text) if word != "month"]
    return f"day {words[0]}" if len(words) == 1 and words[0].isdigit() else " ".join(words)


def our_words(text: str) -> list[str]:
    words = (word for word in fold(text[:100]).split() if word not in SMALL_WORDS)
    return " ".join(our_word(word) for word in words).split()


def our_word(word: str) -> str:
    if word in OUR_WORDS or word.isdigit():
        return word
    return MEANT.get(word) or nearest(word, OUR_WORDS) or word
