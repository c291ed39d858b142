"""Fields: what an editor may write after a key, what it becomes, and what is said when it is nothing."""

from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from pydantic import TypeAdapter, ValidationError

from association.content import fields
from association.content.fields import Every, On, OnDay, RuleWords
from association.domain.meetings import Remark, Rule
from association.domain.members import Consent
from association.domain.text import Text, plain


def read(field: str, value: object) -> object:
    return TypeAdapter(getattr(fields, field)).validate_python(value)


def said(field: str, value: object) -> str:
    """Message, hint and code of the only fault."""
    (fault,) = faults(field, value)
    refusal = fault.refusal
    hint = f"; {refusal.hint.text()}" if refusal.hint else ""
    return f"{refusal.message.text()}{hint} [{refusal.code}]"


def the(ordinal: int | None = None, weekday: str | None = None, month_day: int | None = None) -> On:
    return On((OnDay(ordinal, weekday, month_day),))


def faults(field: str, value: object) -> tuple[fields.Fault, ...]:
    with pytest.raises(ValidationError) as caught:
        read(field, value)
    (error,) = caught.value.errors()
    return error["ctx"]["error"].faults


ACCEPTED: dict[str, list[tuple[object, object]]] = {
    "Line": [("Kernel", "Kernel"), (" 3 ", "3"), (2026, "2026"), (True, "true")],
    "TextField": [
        ("une\n  phrase", Text((("", "une phrase"),))),
        ("espace\u00a0fine\u202f!", Text((("", "espace\u00a0fine\u202f!"),))),
        ({"fr": "un", "nl": "een"}, Text((("fr", "un"), ("nl", "een")))),
    ],
    "LongLine": [
        (
            "Combien de repas végétariens faut-il prévoir ? " * 40,
            ("Combien de repas végétariens faut-il prévoir ? " * 40).strip(),
        )
    ],
    "Name": [("x" * 300, Text((("", "x" * 300),))), ({"fr": "Trésorerie"}, Text((("fr", "Trésorerie"),)))],
    "ProperName": [
        ("Kernel", plain("Kernel")),
        ({"fr": "Ligue", "nl": "Bond"}, Text((("fr", "Ligue"), ("nl", "Bond")))),
    ],
    "Word": [("Café-débat", Text((("", "Café-débat"),))), ("x" * 80, Text((("", "x" * 80),)))],
    "Topic": [("C++", "C++"), ("x" * 80, "x" * 80)],
    "MarkdownField": [("    code\n\ntexte\n", Text((("", "    code\n\ntexte"),)))],
    "Summary": [("x" * 160, Text((("", "x" * 160),)))],
    "YesNo": [("true", True), ("Oui", True), ("on", True), ("NO", False), ("non", False), (False, False)],
    "Pinned": [
        ("true", True),
        (False, False),
        ("2027-01-31", date(2027, 1, 31)),
        ("always", date.max),
        ("Toujours", date.max),
    ],
    "Former": [("/blog/2019/bilan.html", "/blog/2019/bilan.html"), (" /bilan/ ", "/bilan/")],
    "Id": [("beffroi-numerique", "beffroi-numerique"), ("62", "62"), (2026, "2026")],
    "LanguageCode": [("fr", "fr"), ("pt-BR", "pt-BR"), ("zh-Hant-TW", "zh-Hant-TW")],
    "CountryCode": [("FR", "FR"), ("BE", "BE")],
    "ZoneName": [("Europe/Paris", ZoneInfo("Europe/Paris")), ("UTC", ZoneInfo("UTC"))],
    "PostalCode": [("01000", "01000"), ("SW1A 1AA", "SW1A 1AA"), (62300, "62300")],
    "Colour": [("#fff", "#fff"), ("#1F6f8b", "#1F6f8b")],
    "Number": [("7", 7), ("007", 7), (7, 7)],
    "Count": [("7", 7), ("9999", 9999)],
    "Amount": [("150", "150"), ("37.50", "37.50"), (150, "150")],
    "Latitude": [("50.43", 50.43), ("-90", -90.0), (50.43, 50.43), ("50.429999999999999715782905696", 50.43)],
    "Longitude": [("-180", -180.0), ("2", 2.0), ("+2.83", 2.83), ("7.6e-05", 0.0001), ("-1e-9", 0.0)],
    "Day": [("2026-11-03", date(2026, 11, 3)), (date(2026, 11, 3), date(2026, 11, 3))],
    "Moment": [
        ("2026-11-03", date(2026, 11, 3)),
        ("2026-11-03 18:30", datetime(2026, 11, 3, 18, 30)),
        ("2026-11-03T18:30:15", datetime(2026, 11, 3, 18, 30, 15)),
        ("2026-11-03 18h30", datetime(2026, 11, 3, 18, 30)),
        ("2026-11-03 9 h 05", datetime(2026, 11, 3, 9, 5)),
        ("2026-11-03 18h", datetime(2026, 11, 3, 18)),
        ("2026-11-03T18:30:00.000Z", datetime(2026, 11, 3, 18, 30, tzinfo=UTC)),
        ("2026-11-03 18:30+02:00", datetime(2026, 11, 3, 18, 30, tzinfo=timezone(timedelta(hours=2)))),
    ],
    "Duration": [
        *[(text, timedelta(hours=2)) for text in ("2h", "2 h", "2 heures", "120min", "2H")],
        *[(text, timedelta(minutes=90)) for text in ("1h30", "1 h 30", "1h30min", "90 mn", "90min")],
        *[(text, timedelta(days=3)) for text in ("3d", "3j", "3 jours", "3 days")],
    ],
    "Every": [
        ("month", Every("month", 1)),
        ("2 months", Every("month", 2)),
        ("3 weeks", Every("week", 3)),
        ("Day", Every("day", 1)),
        ("1 year", Every("year", 1)),
        *[(text, Every("month", 1)) for text in ("mois", "Mois", "chaque mois", "tous les mois")],
        *[
            (text, Every("month", 2))
            for text in ("2 mois", "deux mois", "tous les 2 mois", "TOUS LES DEUX MOIS")
        ],
        *[
            (text, Every("week", 2))
            for text in ("2 semaines", "toutes les 2 semaines", "une semaine sur deux")
        ],
        *[(text, Every("year", 1)) for text in ("an", "année", "annee", "tous les ans", "chaque année")],
        *[(text, Every("day", 1)) for text in ("jour", "tous les jours", "elke dag")],
        ("tous\u00a0les douze\u202fmois", Every("month", 12)),
        ("toutes les semaines", Every("week", 1)),
        ("15 days", Every("day", 15)),
        *[(text, Every("month", 2)) for text in ("2 maanden", "elke 2 maanden", "om de twee maanden")],
        *[(text, Every("week", 1)) for text in ("week", "elke week")],
    ],
    "On": [
        ("tuesday", the(weekday="TU")),
        ("first tuesday", the(1, "TU")),
        ("Last Friday", the(-1, "FR")),
        ("day 15", the(month_day=15)),
        *[
            (text, the(weekday="TU"))
            for text in ("mardi", "le mardi", "Mardis", "tous les mardis", "dinsdag")
        ],
        *[(text, the(1, "TU")) for text in ("premier mardi", "le premier mardi", "1er mardi", "1ER MARDI")],
        *[
            (text, the(2, "WE"))
            for text in ("deuxième mercredi", "second mercredi", "2e mercredi", "2ème mercredi")
        ],
        *[(text, the(2, "WE")) for text in ("deuxieme mercredi", "tweede woensdag")],
        *[(text, the(3, "SA")) for text in ("troisième samedi", "3ème samedi du mois", "derde zaterdag")],
        *[(text, the(4, "SU")) for text in ("quatrième dimanche", "4e dimanche de chaque mois")],
        *[
            (text, the(-1, "FR"))
            for text in ("dernier vendredi", "le dernier vendredi du mois", "laatste vrijdag")
        ],
        *[(text, the(month_day=15)) for text in ("jour 15", "le 15", "le 15 du mois", "dag 15", "de 15e")],
        *[(text, the(month_day=1)) for text in ("le 1er", "le 1", "day 1")],
    ],
    "RuleText": [
        ("FREQ=MONTHLY;BYDAY=1TU", RuleWords(Rule("MONTHLY", by=(("BYDAY", "1TU"),)))),
        ("rrule:freq=weekly;interval=2;count=5", RuleWords(Rule("WEEKLY", 2, count=5))),
        (
            "FREQ=MONTHLY;WKST=MO;BYDAY=MO,TU;BYSETPOS=-1",
            RuleWords(Rule("MONTHLY", by=(("WKST", "MO"), ("BYDAY", "MO,TU"), ("BYSETPOS", "-1")))),
        ),
        ("FREQ=DAILY;UNTIL=20270630", RuleWords(Rule("DAILY", until=datetime(2027, 6, 30, 23, 59, 59)))),
        ("FREQ=DAILY;UNTIL=20270630T180000", RuleWords(Rule("DAILY", until=datetime(2027, 6, 30, 18)))),
        (
            "FREQ=DAILY;UNTIL=20270630T180000Z",
            RuleWords(Rule("DAILY", until=datetime(2027, 6, 30, 18)), True),
        ),
    ],
    "Email": [
        ("contact@anaruiz.example", "contact@anaruiz.example"),
        ("l'atelier+x@é.fr", "l'atelier+x@é.fr"),
    ],
    "Phone": [
        ("03 21 00 00 00", "03 21 00 00 00"),
        *[
            (text, text)
            for text in (
                *(
                    "+32 (0)2 123.45-67",
                    "081/22.33.44",
                    "02 / 123 45 67",
                    "0032(0)470/123456",
                    "0470/12.34.56",
                ),
                *("+49 (0)30 / 123 456", "+33 (0)3 21 00 00 00", "03-21-00-00-00", "+1 (555) 123-4567"),
            )
        ],
        ("03\u00a021\u202f00 00 00", "03 21 00 00 00"),
    ],
    "Apply": [
        ("contact@example.org", "contact@example.org"),
        ("HTTPS://example.org/offre?de=a@b.org", "https://example.org/offre?de=a@b.org"),
    ],
    "WebUrl": [
        ("https://anaruiz.example/a?b=c#d", "https://anaruiz.example/a?b=c#d"),
        ("HTTP://Example.org:8080/É", "http://Example.org:8080/É"),
        *[
            (text, text)
            for text in (
                *("https://a.example/a,b.c", "https://a.example/?next=x,https://b.example"),
                *("https://a.example/x/https://b.example", "https://maps.example/@50.4,2.8,15z"),
            )
        ],
    ],
    "CalendarUrl": [
        ("https://anaruiz.example/a.ics?b=c", "https://anaruiz.example/a.ics?b=c"),
        ("HTTPS://anaruiz.example:8443/a", "https://anaruiz.example:8443/a"),
        ("webcal://anaruiz.example/a.ics", "https://anaruiz.example/a.ics"),
        ("WebCals://anaruiz.example/a.ics", "https://anaruiz.example/a.ics"),
    ],
    "Link": [("/charte/", "/charte/"), ("https://example.org", "https://example.org")],
    "ImagePath": [("logos/kernel.png", "logos/kernel.png"), ("images/à côté.png", "images/à côté.png")],
    "DocumentPath": [
        ("statuts.pdf", "documents/statuts.pdf"),
        ("documents/2026/statuts.pdf", "documents/2026/statuts.pdf"),
        ("/documents/statuts.pdf", "documents/statuts.pdf"),
        ("{static}/documents/statuts.pdf", "documents/statuts.pdf"),
    ],
    "ConsentField": [
        ("2026-09-01", Consent(date(2026, 9, 1))),
        ({"date": "2026-09-01"}, Consent(date(2026, 9, 1))),
        ({"date": "2026-09-01", "fields": ["name"]}, Consent(date(2026, 9, 1), frozenset({"name"}))),
    ],
    "CancelledDay": [
        ("2027-03-02", Remark(date(2027, 3, 2))),
        ({"date": "2027-03-02"}, Remark(date(2027, 3, 2))),
        (
            {"date": "2027-03-02", "reason": {"fr": "Salle fermée", "nl": "Zaal dicht"}},
            Remark(date(2027, 3, 2), Text((("fr", "Salle fermée"), ("nl", "Zaal dicht")))),
        ),
    ],
}

LONG_WORD = "found 81 characters, expected at most 80; take out at least 1 of them [too-long]"
LONG_NAME = "found 301 characters, expected at most 300; take out at least 1 of them [too-long]"
LONG_TEXT = "found 2001 characters, expected at most 2000; take out at least 1 of them [too-long]"
LONG_ADDRESS = (
    "this makes an address of 151 characters, expected at most 100; choose a shorter word [too-long]"
)
INVISIBLE = (
    "the invisible character U+{} does not belong in a text; "
    "delete it, or type this line again [bad-character]"
)
REFUSED: dict[str, list[tuple[object, str]]] = {
    "Line": [
        ("x" * 301, LONG_NAME),
        ("a\x0bb", INVISIBLE.format("000B")),
        ("a\x00", INVISIBLE.format("0000")),
        ("a\nb", "found 2 lines, expected a single one; write the text on one line [bad-text]"),
        (
            ["a"],
            "found a list, expected a single value; "
            "write the value on the line of its key, without dashes or brackets [unexpected-list]",
        ),
        (
            {"Attention": "deux"},
            "found keys (Attention), expected a single value; "
            'write one value; put it in quotes if it contains ": " [unexpected-keys]',
        ),
    ],
    "TextField": [
        ("x" * 2001, LONG_TEXT),
        ("a\ud800", INVISIBLE.format("D800")),
        ("a\u2028b", INVISIBLE.format("2028")),
        (
            {"Attention": "deux"},
            "found keys (Attention), expected a text or one text per language; "
            'write a single text, in quotes if it contains ": " [unexpected-keys]',
        ),
        ({}, "found nothing, expected a text; write one, or delete the key [bad-text]"),
    ],
    "Topic": [("x" * 81, LONG_WORD), ("+" * 30 + "a" + "+" * 30, LONG_ADDRESS)],
    "Word": [("x" * 81, LONG_WORD), ("a" + "+" * 30, LONG_ADDRESS)],
    "Name": [("x" * 301, LONG_NAME)],
    "ProperName": [
        ("x" * 301, LONG_NAME),
        ("a\nb", "found 2 lines, expected a single one; write the text on one line [bad-text]"),
    ],
    "LongLine": [("x" * 2001, LONG_TEXT)],
    "Summary": [
        ("x" * 173, "found 173 characters, expected at most 160; take out at least 13 of them [too-long]")
    ],
    "YesNo": [("peut-être", 'found "peut-être", expected yes or no; write true or false [bad-yes-no]')],
    "Pinned": [
        (
            "un mois",
            'found "un mois", expected true, false, a last day or always; '
            "write true for thirty days, or the last day, for example 2026-11-03 [bad-yes-no]",
        ),
        (
            "31/01/2027",
            'found "31/01/2027", expected a date such as 2026-11-03; write 2027-01-31 [bad-date]',
        ),
    ],
    "Former": [
        (
            "https://club.example/bilan/",
            'found "https://club.example/bilan/", expected a path from the top of the site, such as '
            "/2019/bilan/; write /bilan/ [bad-alias]",
        ),
        (
            "/bilan/?page=2",
            'found "/bilan/?page=2", expected an old address without what begins with ? or #; write /bilan/ '
            "[bad-alias]",
        ),
        (
            "/../bilan/",
            'found "/../bilan/", which no file of this site can be called; write the path without .. and '
            "without //, and no step that begins with a dot [bad-alias]",
        ),
    ],
    "Id": [
        (
            "Beffroi Numérique",
            'found "Beffroi Numérique", expected only the letters a to z, digits and hyphens; '
            'write "beffroi-numerique" [bad-slug]',
        ),
        ("☎", 'found "☎", expected only the letters a to z, digits and hyphens [bad-slug]'),
        ("x" * 101, f'found 101 characters, expected at most 100; write "{"x" * 40}" [too-long]'),
    ],
    "LanguageCode": [
        (
            "français",
            'found "français", expected a language code such as fr, nl or pt-BR; write fr [bad-language]',
        ),
        (
            "fr_be",
            'found "fr_be", expected a language code such as fr, nl or pt-BR; write fr-BE [bad-language]',
        ),
    ],
    "CountryCode": [
        ("fr", 'found "fr", expected a country code of two capital letters; write FR [bad-country]'),
        ("België", 'found "België", expected a country code of two capital letters; write BE [bad-country]'),
        (
            "XX",
            'found "XX", expected a country code of two capital letters; '
            "write FR for France, BE for Belgium [bad-country]",
        ),
    ],
    "ZoneName": [
        (
            "Paris",
            'found "Paris", expected a time zone by the name of its city; '
            'did you mean "Europe/Paris"? [bad-timezone]',
        ),
        *[
            (
                zone,
                f'found "{zone}", expected a time zone by the name of its city; '
                "write for example Europe/Paris or Europe/Brussels [bad-timezone]",
            )
            for zone in ("CEST", "+02:00", "../../etc/passwd")
        ],
    ],
    "PostalCode": [
        (
            "62300 Lens-en-Artois",
            'found "62300 Lens-en-Artois", expected a postal code such as 62300; '
            "write only the code: letters, digits, spaces and hyphens [bad-postal-code]",
        )
    ],
    "Colour": [
        ("1f6f8b", 'found "1f6f8b", expected a colour such as #1f6f8b; write #1f6f8b [bad-colour]'),
        (
            "vert",
            'found "vert", expected a colour such as #1f6f8b; '
            "write # and six hexadecimal digits [bad-colour]",
        ),
    ],
    "Count": [
        (
            "10000",
            'found "10000", expected a whole number up to 9999; '
            "leave it out if there is no end in sight [bad-number]",
        ),
        ("0", 'found "0", expected a whole number from 1; write digits only [bad-number]'),
    ],
    "Number": [
        ("1 500", 'found "1 500", expected a whole number from 1; write 1500 [bad-number]'),
        ("0", 'found "0", expected a whole number from 1; write digits only [bad-number]'),
        ("9" * 10, 'found "9999999999", expected a whole number from 1; write digits only [bad-number]'),
    ],
    "Amount": [
        ("37,50", 'found "37,50", expected an amount such as 150 or 37.50; write 37.50 [bad-amount]'),
        ("1 500 €", 'found "1 500 €", expected an amount such as 150 or 37.50; write 1500 [bad-amount]'),
        (
            "gratuit",
            'found "gratuit", expected an amount such as 150 or 37.50; '
            "write digits only, with a point before the cents [bad-amount]",
        ),
    ],
    "Latitude": [
        *[
            (text, f'found "{text}", expected degrees such as 50.43; write {better} [bad-position]')
            for text, better in {
                "50,43": "50.43",
                "50.43°": "50.43",
                "50.43 N": "50.43",
                "50,43° Nord": "50.43",
                "N 50.43": "50.43",
                "33.9 S": "-33.9",
                "1.55 W": "-1.55",
                "1,55 ouest": "-1.55",
                "−1.55": "-1.55",
                "50°25'48\"N": "50.43",
                "50° 25′ 48″ N": "50.43",
                "N50°25'48''": "50.43",
                "50°25.8’": "50.43",
                "1,55 O": "-1.55 if it is west of Greenwich, 1.55 if it is east",
            }.items()
        ],
        *[
            (
                text,
                f'found "{text}", expected degrees such as 50.43; '
                'write "lat: 50.43" and on the next line "lon: 2.83" [bad-position]',
            )
            for text in (
                *("50.43, 2.83", "50.43,2.83", "50.43 2.83", "50,43 ; 2,83", "50.43 / 2.83"),
                "50°25'48\"N 2°49'48\"E",
            )
        ],
        (
            "91",
            'found "91", expected degrees from -90 to 90; lat is north or south of the equator, '
            "lon is east or west of Greenwich [bad-position]",
        ),
        (
            float("nan"),
            'found "nan", expected degrees such as 50.43; write decimal degrees with a point [bad-position]',
        ),
    ],
    "Day": [
        ("2026-02-31", '"2026-02-31" is not a day of the calendar; February 2026 has 28 days [bad-date]'),
        ("2024-02-30", '"2024-02-30" is not a day of the calendar; February 2024 has 29 days [bad-date]'),
        (
            "2026-01-32",
            '"2026-01-32" is not a day of the calendar; no month has more than 31 days [bad-date]',
        ),
        (
            "2026-31-01",
            '"2026-31-01" is not a day of the calendar; '
            "write the month before the day: 2026-01-31 [bad-date]",
        ),
        ("2026-00-01", '"2026-00-01" is not a day of the calendar; months go from 01 to 12 [bad-date]'),
        ("0226-01-01", 'found "0226-01-01", expected a year from 1900 to 2199; check the year [bad-date]'),
        (
            "2026-11-03 18:30",
            'found "2026-11-03 18:30", expected a day without time; write 2026-11-03 [bad-date]',
        ),
        *[
            (text, f'found "{text}", expected a date such as 2026-11-03; write 2026-12-01 [bad-date]')
            for text in (
                *("1er décembre 2026", "mardi 1 déc. 2026", "1 december 2026", "December 1st, 2026"),
                *("01/12/2026", "1.12.2026", "1-12-2026", "2026/12/1", "2026-12-1", "20261201"),
            )
        ],
        (
            "demain",
            'found "demain", expected a date such as 2026-11-03; '
            "write year-month-day, for example 2026-11-03 [bad-date]",
        ),
    ],
    "Moment": [
        (
            "3 novembre 2026 à 18h30",
            'found "3 novembre 2026 à 18h30", expected a date such as 2026-11-03; '
            "write 2026-11-03 18:30 [bad-date]",
        ),
        (
            "2026-11-03 à 18h30",
            'found "à 18h30" after the date, expected a time such as 18:30; '
            "write 2026-11-03 18:30 [bad-time]",
        ),
        ("2026-11-03 24:00", '"24:00" is not a time of day; times go from 00:00 to 23:59 [bad-time]'),
        (
            "2026-11-03 soir",
            'found "soir" after the date, expected a time such as 18:30; '
            "for example 2026-11-03 18:30 [bad-time]",
        ),
        (
            "2026-11-03 18:30+24:00",
            '"+24:00" is not an offset from UTC; write "Z", or an offset such as +01:00 [bad-time]',
        ),
    ],
    "Duration": [
        *[
            (
                text,
                f'found "{text}", expected a duration such as 2h, 1h30, 90min or 3d; '
                f"write {better} [bad-duration]",
            )
            for text, better in {
                "2": "2h",
                "90": "90min",
                "1:30": "1h30",
                "1,5h": "1h30",
                "1.25": "1h15",
            }.items()
        ],
        (
            "0h",
            'found "0h", expected more than nothing; '
            "write how long it lasts, or delete the key [bad-duration]",
        ),
        (
            "1h75",
            'found "1h75", expected a duration such as 2h, 1h30, 90min or 3d; '
            "write a number and its unit [bad-duration]",
        ),
    ],
    "Every": [
        *[
            (
                text,
                f'found "{text}", expected day, week, month or year, or a number of them; '
                f"write {better} [bad-every]",
            )
            for text, better in {
                "tous les 2 moi": "2 mois",
                "chaque semane": "semaine",
                "semaines": "semaine",
                "months": "month",
                "hebdomadiare": "hebdomadaire",
            }.items()
        ],
        *[
            (
                text,
                f'found "{text}", expected day, week, month or year, or a number of them; '
                'write for example "month" or "2 months" [bad-every]',
            )
            for text in ("lustre", "seize mois", "0 mois")
        ],
        (
            "0 months",
            'found "0 months", expected day, week, month or year, or a number of them; '
            'write for example "month" or "2 months" [bad-every]',
        ),
    ],
    "On": [
        *[
            (
                text,
                f'found "{text}", expected for example "tuesday", "first tuesday" or "day 15"; '
                f"write {better} [bad-on]",
            )
            for text, better in {
                "premeir mardi": "premier mardi",
                "deuxieme mrecredi": "deuxième mercredi",
                "first mardi": "premier mardi",
                "mar. et jeu.": "mardi et jeudi",
                "tusday": "tuesday",
                "mar": "mardi",
            }.items()
        ],
        *[
            (
                text,
                f'found "{text}", expected for example "tuesday", "first tuesday" or "day 15"; '
                'write "rrule" instead of "every" and "on", for example '
                'rrule: "FREQ=MONTHLY;BYDAY=-2TU" for the last Tuesday but one [bad-on]',
            )
            for text in ("le 32", "à la pleine lune", "mardi hors vacances scolaires")
        ],
        (
            "15",
            'found "15", expected for example "tuesday", "first tuesday" or "day 15"; '
            'write "day 15" [bad-on]',
        ),
    ],
    "RuleText": [
        (
            "every month",
            'found "every month", expected parts such as FREQ=MONTHLY; '
            "separate the parts with semicolons [bad-rule]",
        ),
        ("BYDAY=TU", "found no FREQ; write for example FREQ=MONTHLY;BYDAY=1TU [bad-rule]"),
        ("FREQ=HOURLY", '"HOURLY" does not go with FREQ; write DAILY, WEEKLY, MONTHLY or YEARLY [bad-rule]'),
        (
            "FREQ=DAILY;BYHOUR=9,18",
            'found BYHOUR, expected days only; delete it: the time of day is that of "start" [bad-rule]',
        ),
        (
            "FREQ=MONTHLY;BYDY=TU",
            'unknown part "BYDY" of a recurrence rule; did you mean "BYDAY"? [bad-rule]',
        ),
        (
            "FREQ=DAILY;COUNT=3;UNTIL=20270630",
            "found both UNTIL and COUNT, expected one of them; delete UNTIL or COUNT [bad-rule]",
        ),
        (
            "FREQ=DAILY;UNTIL=20270631",
            '"20270631" is not a day of the calendar; '
            "write for example 20270630 or 20270630T180000Z [bad-rule]",
        ),
        (
            "FREQ=WEEKLY;BYDAY=1TU",
            "BYDAY=1TU means nothing with FREQ=WEEKLY; delete it, or choose another frequency [bad-rule]",
        ),
        ("FREQ=DAILY;FREQ=DAILY", "FREQ stands here twice; keep only one of them [bad-rule]"),
        (
            "FREQ=MONTHLY;BYSETPOS=1",
            "found BYSETPOS without another BY part; add the days it chooses from [bad-rule]",
        ),
        (
            "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
            "no day ever fulfils this rule; check the months and the days of the month [bad-rule]",
        ),
    ],
    "Email": [
        *[
            (text, f'found "{text}", expected an e-mail address; write ana@b.example [bad-email]')
            for text in (
                *("mailto:ana@b.example", "Ana Ruiz <ana@b.example>", "ana (at) b point example"),
                "[Ana](mailto:ana@b.example)",
            )
        ],
        *[
            (
                text,
                f'found "{text}", expected an e-mail address; '
                f"write for example contact@example.org [bad-email]",
            )
            for text in ("ana", "ana@b", "ana..b@c.example", "ana?bcc=x@b.example", "ana @b.example")
        ],
        *[
            (
                f"a@b.example{sign}c@d.example",
                f'found "a@b.example{sign}c@d.example", expected a single e-mail address; '
                "write only a@b.example here; "
                'the rest belongs in a text such as "description": c@d.example [bad-email]',
            )
            for sign in (", ", ",", " ; ", ";", " / ", "/", " ", " ou ", " et ")
        ],
        (
            "Ana <a@b.example>, Bob <c@d.example>",
            'found "Ana <a@b.example>, Bob <c@d.example>", expected an e-mail address; '
            "write a single address [bad-email]",
        ),
    ],
    "Phone": [
        *[
            (
                text,
                f'found "{text}", expected a telephone number; write at least 6 digits; '
                "spaces, dots, hyphens, + and ( ) may stand between [bad-phone]",
            )
            for text in ("12345", "03 21 poste 5", "tel:0321000000")
        ],
        *[
            (
                f"{first}{sign}{second}",
                f'found "{first}{sign}{second}", expected a single telephone number; '
                f"write only {first} here; the rest belongs in a text such as "
                f'"description": {second} [bad-phone]',
            )
            for first, second in (("03 21 00 00 00", "06 00 00 00 00"), ("+33 3 21 00 00 00", "+33600000000"))
            for sign in (" / ", "/", " ou ", " ; ", ";", ", ", " - ", " et ", " | ", " // ", " ")
        ],
        *[
            (
                text,
                f'found "{" ".join(text.split())}", expected a single telephone number; '
                "write only 03 21 00 00 00 here; "
                'the rest belongs in a text such as "description": 06 00 00 00 00 [bad-phone]',
            )
            for text in (
                *("03 21 00 00 00\n06 00 00 00 00", "03 21 00 00 00 (fixe) / 06 00 00 00 00 (portable)"),
                *("fixe : 03 21 00 00 00, portable : 06 00 00 00 00", "03 21 00 00 00\u00a0/ 06 00 00 00 00"),
            )
        ],
        (
            ["03 21 00 00 00", "06 00 00 00 00"],
            'found "03 21 00 00 00, 06 00 00 00 00", expected a single telephone number; '
            "write only 03 21 00 00 00 here; "
            'the rest belongs in a text such as "description": 06 00 00 00 00 [bad-phone]',
        ),
        (
            "03 21 00 00 00 / 01",
            'found "03 21 00 00 00 / 01", expected a single telephone number; '
            "write only 03 21 00 00 00 here; "
            'the rest belongs in a text such as "description": 01 [bad-phone]',
        ),
        (
            "070 123 45 67 06 12345678",
            'found "070 123 45 67 06 12345678", expected a single telephone number; '
            "write a single number [bad-phone]",
        ),
    ],
    "Apply": [
        (
            "au secrétariat",
            'found "au secrétariat", expected a web address or an e-mail address; '
            "write for example https://www.example.org/offre or contact@example.org [bad-apply]",
        ),
        (
            "example.org/offre",
            'found "example.org/offre", expected a full address; write https://example.org/offre [bad-url]',
        ),
        (
            "mailto:a@example.org",
            'found "mailto:a@example.org", expected an e-mail address; write a@example.org [bad-email]',
        ),
        (
            "javascript:alert('a@b.org')",
            "found \"javascript:alert('a@b.org')\", expected an e-mail address; "
            "write for example contact@example.org [bad-email]",
        ),
    ],
    "CalendarUrl": [
        ("anaruiz.org", 'found "anaruiz.org", expected a full address; write https://anaruiz.org [bad-url]'),
        *[
            (
                text,
                f'found "{text}", expected an address that begins with https://; {hint} [bad-url]',
            )
            for text, hint in (
                ("http://a.org/b.ics", "write https://a.org/b.ics, and try it in a browser"),
                ("HTTP://a.org/b.ics", "write https://a.org/b.ics, and try it in a browser"),
                ("file:///etc/passwd", "write the public address of the calendar"),
                ("ftp://a.org/b.ics", "write the public address of the calendar"),
            )
        ],
        (
            "webcal://ana:secret@example.org",
            "found a user name or a password in the address, expected a public address; "
            'take out what stands before "@" [bad-url]',
        ),
    ],
    "WebUrl": [
        *[
            (
                f"{first}{sign}{second}",
                f'found "{first}{sign}{second}", expected a single web address; '
                f"write only https://{first.removeprefix('https://')} here; "
                "the rest belongs in a text such as "
                f'"description": https://{second.removeprefix("https://")} [bad-url]',
            )
            for first, second in (("https://a.example", "https://b.example/"), ("www.a.example", "b.example"))
            for sign in (" et ", " / ", ", ", " ou ", " ", "; ", " - ")
        ],
        ("anaruiz.org", 'found "anaruiz.org", expected a full address; write https://anaruiz.org [bad-url]'),
        *[
            (text, f'found "{text}", expected a web address; write https://anaruiz.org [bad-url]')
            for text in ("<https://anaruiz.org>", "<anaruiz.org>", "[Ana Ruiz](https://anaruiz.org)")
        ],
        *[
            (
                text,
                f'found "{text}", expected an address that begins with https:// or http://; '
                "write the address of a web page [bad-url]",
            )
            for text in (
                "javascript:alert(1)",
                "JavaScript://x.org/%0aalert(1)",
                "data:text/html,x",
                "mailto:a@b.fr",
            )
        ],
        (
            "https://ana:secret@example.org",
            "found a user name or a password in the address, expected a public address; "
            'take out what stands before "@" [bad-url]',
        ),
        (
            "https://example.org/a b",
            'found "https://example.org/a b", expected a web address; '
            "take out the spaces, or write %20 for each [bad-url]",
        ),
        (
            'https://example.org/"onclick',
            'found "https://example.org/"onclick", expected a web address; take out """ [bad-url]',
        ),
        *[
            (
                text,
                f'found "{text}", expected a web address; '
                "write the whole name of the site, such as https://www.example.org [bad-url]",
            )
            for text in (
                "https://",
                "https:/example.org",
                "https://localhost/",
                "https://a..org",
                "http://[::1]/",
            )
        ],
        *[
            (
                text,
                f'found "{text}", expected a web address; '
                "check the name of the site and the number after it [bad-url]",
            )
            for text in ("http://[::1", "https://example.org:99999/")
        ],
        (
            "https://example.org/" + "a" * 2000,
            "found 2020 characters, expected at most 2000; use a shorter address [too-long]",
        ),
    ],
    "Link": [
        (
            "charte/",
            'found "charte/", expected a web address or the path of a page; write /charte/ [bad-url]',
        ),
        (
            "//example.org",
            'found "//example.org", expected a full address; write https://example.org [bad-url]',
        ),
        (
            "/charte/../x",
            'found "/charte/../x", expected a web address; '
            'write the path from the top of the site, without ".." [bad-url]',
        ),
    ],
    "DocumentPath": [
        (
            "../a.pdf",
            'found "../a.pdf", expected a file of content/documents; '
            'write for example "statuts.pdf" [bad-path]',
        ),
        (
            "https://a.example/a.pdf",
            'found "https://a.example/a.pdf", expected a file of content/documents; '
            'write "url:" for a document of another site [bad-path]',
        ),
    ],
    "ImagePath": [
        (
            "/logos/a.png",
            'found "/logos/a.png", expected a path below content/images; write "logos/a.png" [bad-path]',
        ),
        (
            "logos\\a.png",
            'found "logos\\a.png", expected a path below content/images; write "logos/a.png" [bad-path]',
        ),
        *[
            (
                text,
                f'found "{text}", expected a path below content/images; '
                'write for example "logos/example.png" [bad-path]',
            )
            for text in ("../a.png", "logos/../../a.png", "C:\\a.png", "logos//a.png")
        ],
        (
            "https://example.org/a.png",
            'found "https://example.org/a.png", expected a file of this site; '
            'put the image into content/images and write its path, such as "logos/example.png" [bad-path]',
        ),
    ],
    "CancelledDay": [
        ({"date": "2027-03-02", "reason": "x" * 301}, LONG_NAME),
        (
            {"date": "2027-03-02", "raison": "Neige"},
            'unknown key "raison"; did you mean "reason"? [unknown-key]',
        ),
        (
            {"reason": "Neige"},
            'the cancelled date has no "date"; '
            "write the day of the meeting, for example date: 2027-03-02 [missing-field]",
        ),
    ],
    "ConsentField": [
        (
            "oui",
            'found "oui", expected the date of the consent; '
            "write the day on which they agreed, for example 2026-09-01 [bad-consent]",
        ),
        (
            {"fields": ["name"]},
            'the consent has no "date"; '
            "write the day on which they agreed, for example date: 2026-09-01 [missing-field]",
        ),
        (
            {"date": "2026-09-01", "fields": []},
            "found no list of fields, expected one such as [name, role]; "
            "list the fields they agreed to, or write only the date for all of them [bad-consent]",
        ),
        (
            {"date": "2026-09-01", "fields": ["rôle"]},
            'unknown field "rôle" in a consent; did you mean "role"? [unknown-value]',
        ),
    ],
}


def pairs(table: dict[str, list[tuple[object, object]]]) -> list[object]:
    return [
        pytest.param(field, *case, id=f"{field} {str(case[0])[:40]!a}")
        for field, cases in table.items()
        for case in cases
    ]


@pytest.mark.parametrize(("field", "written", "expected"), pairs(ACCEPTED))
def test_what_is_written_becomes_what_it_means(field: str, written: object, expected: object) -> None:
    """Text from YAML, or a value of a settings file."""

    assert expected == read(field, written)


@pytest.mark.parametrize(("field", "written", "expected"), pairs(REFUSED))
def test_what_means_nothing_is_refused_with_advice(field: str, written: object, expected: str) -> None:
    """What was found, what was expected, what to write."""

    assert expected == said(field, written)


def test_every_field_is_tried() -> None:
    """A field without a case here is a field nobody looked at."""
    types = set(fields.__all__) - {"Fault", "OnDay", "Refused", "RuleWords", "Reference"}

    assert (types, types - {"MarkdownField", "Longitude"}) == (set(ACCEPTED), set(REFUSED))


def test_each_language_is_checked_on_its_own() -> None:
    """All faults of a text at once, each with its path."""
    found = faults("Summary", {"fr": "x" * 161, "Dutch": "y", "nl": "x" * 162})

    assert [(("fr",), False), (("Dutch",), True), (("nl",), False)] == [
        (fault.path, fault.about_key) for fault in found
    ]


def test_all_faults_of_a_consent_are_told() -> None:
    """Keys, date and fields."""
    found = faults("ConsentField", {"date": "2026-02-30", "fields": ["name", "nom"], "until": "2027-01-01"})

    assert [("unknown-key", ("until",)), ("bad-date", ("date",)), ("unknown-value", ("fields", 1))] == [
        (fault.refusal.code, fault.path) for fault in found
    ]
