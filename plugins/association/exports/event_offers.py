"""What a date costs and where to register, for search engines: only what is a plain amount."""

import re
from datetime import date

from ..domain.agenda import Entry
from ..domain.registration import open_registration
from ..domain.slugs import fold
from ..domain.text import Language
from .json_values import Record
from .wording import words

FREE = frozenset({"gratuit", "gratuite", "gratis", "free"})
CURRENCY = r"(?P<currency>€|EUR|euros?|£|GBP|CHF)"
AMOUNT = r"(?P<amount>[0-9]{1,6}(?:[.,][0-9]{1,2})?)"
PRICES = tuple(
    re.compile(pattern, re.IGNORECASE) for pattern in (rf"{AMOUNT}\s?{CURRENCY}", rf"{CURRENCY}\s?{AMOUNT}")
)
CODES = {"€": "EUR", "eur": "EUR", "euro": "EUR", "euros": "EUR", "£": "GBP", "gbp": "GBP", "chf": "CHF"}


def offers(entry: Entry, language: Language, on: date) -> Record:
    """The properties of an event; nothing when there is neither an amount nor a way to register."""
    price = _price(words(entry.price, language) or "")
    registration = open_registration(entry, on)
    is_free: Record = {"isAccessibleForFree": True} if price.get("price") == "0" else {}
    way: Record = {"url": registration, "availability": "https://schema.org/InStock"} if registration else {}
    return {**is_free, "offers": {"@type": "Offer", **price, **way}} if price or way else {}


def _price(text: str) -> Record:
    """« Gratuit », « 10 € » or « 10,50 euros »; prices with a condition are for people to read."""
    if fold(text) in FREE:
        return {"price": "0"}
    found = next(filter(None, (pattern.fullmatch(text.strip()) for pattern in PRICES)), None)
    if found is None:
        return {}
    amount = found["amount"].replace(",", ".")
    return {"price": amount, "priceCurrency": CODES[found["currency"].lower()]}
