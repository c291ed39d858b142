"""Short codes with a rule: ids, languages, countries, time zones, postal codes, colours.

Countries are the codes of ISO 3166-1 alpha-2; the names that editors write instead are known too.
"""

import re
from collections.abc import Iterable
from functools import cache
from typing import Annotated
from zoneinfo import ZoneInfo, available_timezones

from pydantic import PlainValidator, WithJsonSchema

from ...domain.text import SLUG, Language, Slug, fold, is_slug, main_language, slug_of
from ...problems import Sentence, sentence
from ..suggestions import nearest
from .base import LANGUAGE_PATTERN, refused, text, text_of, text_or_number

LONGEST_ID = 100  # becomes a file name: file systems stop at 255 bytes
LANGUAGE = re.compile(LANGUAGE_PATTERN.strip("^$"))
LANGUAGE_NAMES = {
    "fr": ("francais", "french", "frans"),
    "nl": ("neerlandais", "flamand", "dutch", "nederlands"),
    "en": ("anglais", "english", "engels"),
    "de": ("allemand", "german", "duits"),
    "es": ("espagnol", "spanish", "spaans"),
    "it": ("italien", "italian", "italiaans"),
}
POSTAL_CODE = re.compile(r"(?=.{2,10}$)[0-9A-Za-z]+(?:[ -][0-9A-Za-z]+)*")
COLOUR = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})")
ZONE = re.compile(r"UTC|[A-Za-z]+(?:/[A-Za-z0-9_+-]+){1,2}")

COUNTRIES = frozenset(
    """
    AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT
    BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH
    ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT
    HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS
    LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI
    NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG
    SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG
    UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW
    """.split()
)
# Folded: no capitals, no accents.
COUNTRY_NAMES = {
    "france": "FR",
    "belgique": "BE",
    "belgie": "BE",
    "belgium": "BE",
    "luxembourg": "LU",
    "suisse": "CH",
    "switzerland": "CH",
    "pays-bas": "NL",
    "nederland": "NL",
    "netherlands": "NL",
    "allemagne": "DE",
    "germany": "DE",
    "royaume-uni": "GB",
    "united kingdom": "GB",
    "uk": "GB",
    "espagne": "ES",
    "italie": "IT",
    "canada": "CA",
}


def slug(value: object) -> Slug:
    text = text_of(value)
    if not is_slug(text):
        better = slug_of(text)
        raise refused(
            "bad-slug",
            sentence('found "{found}", expected only the letters a to z, digits and hyphens', found=text),
            sentence('write "{better}"', better=better) if better else None,
        )
    if len(text) > LONGEST_ID:
        raise refused(
            "too-long",
            sentence("found {length} characters, expected at most {most}", length=len(text), most=LONGEST_ID),
            sentence('write "{better}"', better=text[:40].strip("-")),
        )
    return text


def language_code(value: object) -> str:
    text_ = text_of(value)
    if not LANGUAGE.fullmatch(text_):
        raise refused(
            "bad-language",
            sentence('found "{found}", expected a language code such as fr, nl or pt-BR', found=text_),
            language_hint(text_),
        )
    return text_


def language_hint(text: str) -> Sentence | None:
    folded = fold(text)
    for code, names in LANGUAGE_NAMES.items():
        if folded in names:
            return sentence("write {code}", code=code)
    language, _, region = text.replace("_", "-").partition("-")
    better = f"{language.lower()}-{region.upper()}" if region else language.lower()
    return sentence("write {code}", code=better) if LANGUAGE.fullmatch(better) else None


def likeliest_language(code: Language, among: Iterable[Language]) -> Language:
    """Of these the one that was meant: by its name (`ned`) or its letters (`ln`, `nld`); else the first."""

    def likeness(language: Language) -> tuple[bool, int]:
        names = LANGUAGE_NAMES.get(main_language(language), ())
        is_beginning = any(name.startswith(code) for name in names)
        return is_beginning, len(set(main_language(code)).intersection(main_language(language)))

    return max(among, key=likeness)


def country_code(value: object) -> str:
    text = text_of(value)
    if text in COUNTRIES:
        return text
    better = text.upper() if text.upper() in COUNTRIES else COUNTRY_NAMES.get(fold(text))
    raise refused(
        "bad-country",
        sentence('found "{found}", expected a country code of two capital letters', found=text),
        sentence("write {code}", code=better) if better else sentence("write FR for France, BE for Belgium"),
    )


def zone(value: object) -> ZoneInfo:
    text = text_of(value)
    if ZONE.fullmatch(text) and text in zones():
        return ZoneInfo(text)
    raise refused(
        "bad-timezone",
        sentence('found "{found}", expected a time zone by the name of its city', found=text),
        zone_hint(text),
    )


def zone_hint(text: str) -> Sentence:
    """By the city: `Paris`, `europe/paris`, `Europe/Pari`; abbreviations such as CEST have none."""
    by_city = {name.rpartition("/")[2]: name for name in sorted(zones()) if ZONE.fullmatch(name)}
    city = None if text.isupper() else nearest(text.rpartition("/")[2], by_city)
    if city is None:
        return sentence("write for example Europe/Paris or Europe/Brussels")
    return sentence('did you mean "{near}"?', near=by_city[city])


@cache
def zones() -> frozenset[str]:
    return frozenset(available_timezones())


def postal_code(value: object) -> str:
    text = text_of(value)
    if not POSTAL_CODE.fullmatch(text):
        raise refused(
            "bad-postal-code",
            sentence('found "{found}", expected a postal code such as 62300', found=text),
            sentence("write only the code: letters, digits, spaces and hyphens"),
        )
    return text


def colour(value: object) -> str:
    text = text_of(value)
    if not COLOUR.fullmatch(text):
        is_bare = COLOUR.fullmatch(f"#{text}") is not None
        raise refused(
            "bad-colour",
            sentence('found "{found}", expected a colour such as #1f6f8b', found=text),
            sentence("write {better}", better=f"#{text}")
            if is_bare
            else sentence("write # and six hexadecimal digits"),
        )
    return text


Id = Annotated[
    Slug,
    PlainValidator(slug),
    WithJsonSchema({**text_or_number(f"^{SLUG.pattern}$"), "maxLength": LONGEST_ID}),
]
LanguageCode = Annotated[str, PlainValidator(language_code), WithJsonSchema(text(LANGUAGE_PATTERN))]


CountryCode = Annotated[
    str, PlainValidator(country_code), WithJsonSchema({"type": "string", "enum": sorted(COUNTRIES)})
]
ZoneName = Annotated[ZoneInfo, PlainValidator(zone), WithJsonSchema(text(f"^(?:{ZONE.pattern})$"))]
PostalCode = Annotated[
    str,
    PlainValidator(postal_code),
    WithJsonSchema(text_or_number("^[0-9A-Za-z][0-9A-Za-z -]{0,8}[0-9A-Za-z]$")),
]
Colour = Annotated[str, PlainValidator(colour), WithJsonSchema(text(f"^{COLOUR.pattern}$"))]
