"""A site in Dutch or in English says nothing in French, wherever one looks."""

import pytest
from built_site import SITEURL, SMALLEST_SETTINGS, Built, SiteOf
from leftovers import french_left

MEMBERS = """\
types:
  - {id: alpha, name: Zulu, plural: Zulus, fee: 150, voting: true, target: 50}
  - {id: beta, name: Yankee, parent: alpha, voting: false, admission: invitation, fee: "12.50"}
skills:
  - {id: web, name: Webdesign, synonyms: [Internet]}
  - {id: print, name: Printing}
towns:
  - {id: gent, name: Gent, postal_code: "9000", lat: 51.05, lon: 3.72}
  - {id: lens, name: Lens, postal_code: "62300", lat: 50.43, lon: 2.83}
  - {id: brugge, name: Brugge, lat: 51.2, lon: 3.22}
members:
  - {id: kilo, name: Kilo, type: alpha, town: gent, serves: [lens, brugge], skills: [web, print],
     interns: true, languages: [nl, fr], joined: 2025-02-03, charter_signed: 2025-02-03,
     last_verified: 2026-01-02,
     website: "https://kilo.example", email: info@kilo.example, phone: "+32 2 345 67 89",
     address: {street: Straat 1, postal_code: "9000", country: BE}, labels: [ESS], partnerships: [Sage],
     people: [{name: Ana, role: CEO, consent: 2026-01-01}]}
  - {id: lima, name: Lima, kind: school, type: alpha, town: gent, skills: [web], charter_signed: 2025-02-03}
  - {id: mike, name: Mike, kind: public, type: beta, town: lens, serves: [gent], skills: [web],
     sponsors: [kilo]}
  - {id: oscar, name: Oscar, kind: person, type: beta, skills: [print], consent: 2026-01-01}
  - {id: papa, name: Papa, skills: [web], listed: false}
partners:
  - {id: romeo, name: Romeo, country: BE, website: "https://romeo.example"}
benefits:
  - {name: Sierra, status: negotiating, members_needed: 500}
  - {name: Tango, status: project}
  - {name: Uniform, status: available}
"""
COMMISSIONS = """\
venues:
  - {id: hall, name: Hall, address: Markt 1, town: gent, lat: 51.05, lon: 3.72, lent_by: Kilo}
commissions:
  - id: delta
    name: Delta
    mission: Foxtrot.
    chairs: [{member: kilo, person: Ana, role: Chair, since: 2026-01-01}, {member: papa, role: Vice}]
    members: [kilo, lima]
    partners: [romeo]
    contact: {email: delta@essai.example}
    meetings:
      - id: reunion
        start: 2026-09-01 18:30
        duration: 2h
        repeat: {every: 1 month, on: first tuesday, until: 2027-06-30}
        cancelled_on: [2026-12-01]
        moved: [{from: 2027-01-05, to: 2027-01-12 19:00, venue: hall}]
        except_on: [2027-02-02]
        venue: hall
        online: https://meet.example/x
      - {id: week, start: 2026-11-23 09:00, duration: 90min, repeat: {every: 2 weeks}, title: Golf}
  - {id: hotel, name: Hotel}
"""
NEWS = """\
---
title: India
date: 2026-11-01
modified: 2026-11-03
authors: [Ana]
tags: [juliet, kilo]
commissions: [delta]
members: [kilo]
summary: Lorem ipsum dolor.
pinned: true
---
Lorem[^1] ipsum.

> [!NOTE]
> Dolor.

| a | b |
|---|---|
| 1 | 2 |

[^1]: Sit amet.
"""
SERIES = """\
---
title: November
kind: Workshop
price: 150
audience: Public
organisers: [kilo]
dates:
  - {start: 2026-12-10 18:30, duration: 2h, venue: hall, registration: "https://essai.example/r"}
  - {start: 2026-12-12 18:30, duration: 2h, status: cancelled}
  - {start: 2026-12-14, end: 2026-12-16}
  - {start: 2026-10-14 10:00, end: 2026-10-15 12:00}
---
Lorem.
"""
EVENT = """\
---
title: Quebec
start: 2026-11-30 18:00
duration: 1h
event_status: {status}
timezone: Europe/London
online: https://meet.example/y
registration: https://essai.example/r
---
"""
OFFER = """\
---
title: {kind}
kind: {kind}
member: kilo
town: gent
skills: [web]
date: 2026-11-02
expires: {expires}
offer_status: {status}
apply: https://essai.example/apply
---
Lorem.
"""
MINUTES = "---\ncommission: delta\ndate: 2026-10-06\n---\nLorem.\n"
KINDS = ("internship", "apprenticeship", "job", "tender", "skill-exchange", "request")
STATES = ("scheduled", "cancelled", "postponed", "moved-online")
IDENTITY = (
    'ASSOCIATION = {"name": "Essai", "email": "info@essai.example", "phone": "+32 2 345 67 80", '
    '"tagline": "Lorem ipsum", "social": {"mastodon": "https://social.example/@essai"}}'
)


def files(language: str) -> dict[str, str]:
    settings = SMALLEST_SETTINGS.replace('DEFAULT_LANG = "fr"', f'DEFAULT_LANG = "{language}"')
    return {
        "pelicanconf.py": settings.replace('ASSOCIATION = {"name": "Essai"}', IDENTITY),
        "members.yaml": MEMBERS,
        "commissions.yaml": COMMISSIONS,
        "content/actualites/india.md": NEWS,
        "content/comptes-rendus/m.md": MINUTES,
        "content/agenda/november.md": SERIES,
        **{f"content/agenda/{state}.md": EVENT.format(status=state) for state in STATES},
        **{
            f"content/annonces/{kind}.md": OFFER.format(kind=kind, expires="2027-01-31", status="open")
            for kind in KINDS
        },
        "content/annonces/over.md": OFFER.format(kind="job", expires="2026-11-20", status="filled"),
        "content/annonces/gone.md": OFFER.format(kind="job", expires="2027-11-20", status="withdrawn"),
    }


@pytest.mark.parametrize("language", ["nl", "en"])
def test_nothing_is_said_in_french(site_of: SiteOf, language: str) -> None:
    """Pages with what screen readers and search engines hear of them, feeds, calendars."""
    site: Built = site_of(files(language), siteurl=SITEURL)

    assert [] == french_left(site, language)


def test_french_would_be_found(site_of: SiteOf) -> None:
    """On every page of the same site in French, in its feeds and in its calendars."""
    site: Built = site_of(files("fr"), siteurl=SITEURL)
    french = {file for file, _ in french_left(site, "fr")}

    assert set() == {file for file in site.files if file.endswith(".html")} - french
    assert {"feeds/agenda.atom.xml", "agenda.ics"} <= french
