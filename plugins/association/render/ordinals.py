"""« 1er », « 2e », « XXIe » with their letters raised, wherever a page shows them.

It is done when the page is whole, so that no template and no text has to think of it; not in code, nor
where an element holds words alone. What is no HTML (calendars, feeds, data) has « 1er » as it is written.
"""

import re

from ..domain.text import Language, main_language

RAISED = {
    "fr": r"(?P<number>1(?=ers?\b|[rè]?res?\b)|2(?=nde?s?\b)|\d+(?=es?\b)|[IVX]{2,6}(?=es?\b))"
    r"(?P<letters>[a-zè]+)",
    "nl": r"(?P<number>\d+)(?P<letters>ste|de|e)\b",
}
"""In English, 1st is set on the line."""
ALONE = "code|kbd|option|pre|samp|script|style|sup|svg|textarea|title"
"""Elements whose words are no prose, or which hold no other element."""
UNBROKEN = rf"<(?P<alone>{ALONE})\b.*?</(?P=alone)>|<[^>]*>"
BEFORE, AFTER = r"(?<![\w./@&#;=%+-])", r"(?![./@-]\w)"
"""No ordinal is part of an address, of a file, of what is written with signs."""
LIKELY = re.compile(r"[0-9IVX](?=ers?\b|[rè]?res?\b|es?\b|nde?s?\b|ste\b|de\b)")
"""Where a page may have one: looked for first, as it begins with one sign, which is much faster."""
IN_HTML = {
    language: re.compile(rf"{UNBROKEN}|{BEFORE}{form}{AFTER}", re.DOTALL) for language, form in RAISED.items()
}


def with_ordinals(html: str, language: Language) -> str:
    """A whole page in that language."""
    main = main_language(language)
    if main not in IN_HTML or not any(is_read(html, one.start()) for one in LIKELY.finditer(html)):
        return html
    return IN_HTML[main].sub(raised, html)


def is_read(html: str, place: int) -> bool:
    """Not within a tag, where fingerprints of files are."""
    return html.rfind(">", 0, place) > html.rfind("<", 0, place)


def raised(found: re.Match[str]) -> str:
    return f"{found['number']}<sup>{found['letters']}</sup>" if found["number"] else found[0]
