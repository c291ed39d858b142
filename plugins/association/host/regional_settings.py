"""Settings that name something of the wide world: a time zone, languages, a currency, a country."""

import re
from dataclasses import replace
from zoneinfo import ZoneInfo

from ..content.fields.ids import COUNTRIES
from ..problems import Severity, sentence, shown
from .setting_kinds import Ground, SettingFault, SettingFaults, both, line_or_nothing, no_text, sequence

CATALOGUE = "themes/parvis/translations/{}/LC_MESSAGES/parvis.po"
DOMAIN = re.compile(r"[^\s@\x00-\x1f\x7f]*")
SIGNS = {"€": "EUR", "EURO": "EUR", "EUROS": "EUR", "$": "USD", "£": "GBP"}


def zone(setting: str, value: object, ground: Ground) -> SettingFaults:
    try:
        if isinstance(value, str) and value.strip():
            ZoneInfo(value)
            return
    except (ValueError, OSError, LookupError):
        pass
    yield SettingFault(
        sentence(
            '{setting} "{found}" is not a time zone; expected a name like Europe/Paris',
            setting=setting,
            found=said_as(value),
        ),
        sentence('write for example TIMEZONE = "Europe/Paris"'),
        "unknown-zone",
    )


def language(setting: str, value: object, ground: Ground) -> SettingFaults:
    """One that the theme has the sentences of."""
    if not isinstance(value, str):
        yield no_text(setting, value)
        return
    if not is_known(value, ground.languages):
        known = ground.languages or frozenset({"en", "fr", "nl"})
        meant = meant_language(value, known)
        yield SettingFault(
            sentence(
                "{setting} names the language {found}, expected one of {known}",
                setting=setting,
                found=shown(value),
                known=", ".join(sorted(known)),
            ),
            sentence('did you mean "{near}"?', near=meant) if meant else None,
            "bad-language",
        )
        return
    code = value if value in ground.lacking else value.split("-")[0]
    if code in ground.lacking:
        missing, whole = ground.lacking[code]
        yield SettingFault(
            sentence(
                "{setting} names the language {found}: the theme lacks {missing} of its {whole} sentences, "
                "which are shown in French",
                setting=setting,
                found=shown(value),
                missing=missing,
                whole=whole,
            ),
            sentence("translate them in {file}, as docs/languages.md says", file=CATALOGUE.format(code)),
            "incomplete-language",
            Severity.WARNING,
        )


def main_language(setting: str, value: object, ground: Ground) -> SettingFaults:
    """Texts may be in one that the theme has no sentences of: those are in French then."""
    for mistake in language(setting, value, ground):
        is_one = isinstance(value, str) and is_known(value, None)
        yield replace(mistake, severity=Severity.WARNING) if is_one else mistake


def is_known(tag: str, languages: frozenset[str] | None) -> bool:
    if languages and tag in languages:
        return True
    from babel import Locale, UnknownLocaleError  # only now: most sites have a language of the theme

    try:
        Locale.parse(tag, sep="-")
    except (ValueError, UnknownLocaleError, TypeError):
        return False
    base = tag.split("-")[0]
    return base.islower() and (languages is None or base in languages)


def meant_language(found: str, known: frozenset[str]) -> str | None:
    """By its name in English or in itself, or by how it begins."""
    word = found.strip().casefold()
    names = {name.casefold(): code for code in sorted(known) for name in names_of(code)}
    beginning = re.split(r"[^a-z]", word)[0]
    return names.get(word) or next((code for code in sorted(known) if code == beginning), None)


def names_of(code: str) -> tuple[str, ...]:
    from babel import Locale

    locale = Locale(code)
    return tuple(name for other in ("en", "fr", code) if (name := locale.get_language_name(other)))


def languages(setting: str, value: object, ground: Ground) -> SettingFaults:
    """LANGUAGES: each once, and at least one."""
    yield from sequence(setting, value, ground)
    if not isinstance(value, list | tuple):
        return
    if not value:
        yield SettingFault(
            sentence("{setting} is empty, expected at least one language", setting=setting),
            code="bad-language",
        )
    for number, part in enumerate(value):
        yield from language(setting, part, ground)
        if part in value[:number]:
            yield SettingFault(
                sentence("{setting} names {found} twice", setting=setting, found=shown(part)),
                code="bad-language",
            )


def currency(setting: str, value: object, ground: Ground) -> SettingFaults:
    from babel.numbers import list_currencies

    if isinstance(value, str) and value in list_currencies():
        return
    text = value.strip().upper() if isinstance(value, str) else ""
    meant = SIGNS.get(text, text)
    yield SettingFault(
        sentence(
            "{setting} is {found}, expected the three letters of a currency, such as EUR",
            setting=setting,
            found=shown(value),
        ),
        sentence('did you mean "{near}"?', near=meant) if meant in list_currencies() else None,
        "bad-currency",
    )


def country(setting: str, value: object, ground: Ground) -> SettingFaults:
    """None leaves it open; '' switches the warnings off."""
    if value is None or (isinstance(value, str) and (value == "" or value in COUNTRIES)):
        return
    yield SettingFault(
        sentence(
            '{setting} "{found}" is not a country; expected two capital letters',
            setting=setting,
            found=said_as(value),
        ),
        sentence("write FR for France, BE for Belgium"),
        "bad-country",
    )


def said_as(value: object) -> str:
    return value if isinstance(value, str) else shown(value)


def uid_domain(setting: str, value: object, ground: Ground) -> SettingFaults:
    found = tuple(line_or_nothing(setting, value, ground))
    yield from found
    if not found and not DOMAIN.fullmatch(str(value)):
        yield SettingFault(
            sentence('{setting} is "{found}", expected a name without spaces or @', **both(setting, value))
        )
