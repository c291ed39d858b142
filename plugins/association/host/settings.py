"""Pelican settings: the defaults of Assosite, given where the webmaster says nothing.

Every page has a `{KIND}_URL` and a `{KIND}_SAVE_AS`, as Pelican's own pages do;
an empty `_SAVE_AS` switches the page off.
"""

from collections.abc import Mapping, MutableMapping
from pathlib import Path
from posixpath import normpath

from jinja2 import StrictUndefined
from pelican.settings import DEFAULT_CONFIG

from ..sources.documents import FOLDER as DOCUMENTS

PROGRAM = Path(__file__).resolve().parents[3]
PUBLISHED = "assosite_published"
"""Under which a caller hands over data/v1/revisions.json as it was published last; bytes."""

URLS = {
    "HOME": "",
    "DIRECTORY": "annuaire/",
    "DIRECTORY_PAGE": "annuaire/page/{number}/",
    "NAMES": "annuaire/par/nom/",
    "NAMES_PAGE": "annuaire/par/nom/page/{number}/",
    "MEMBER": "annuaire/{id}/",
    "MEMBER_VCARD": "annuaire/{id}/contact.vcf",
    "MEMBER_VCARD_3": "annuaire/{id}/contact-3.vcf",
    "SKILL": "annuaire/competences/{id}/",
    "SKILL_PAGE": "annuaire/competences/{id}/page/{number}/",
    "TOWN": "annuaire/lieux/{id}/",
    "TOWN_PAGE": "annuaire/lieux/{id}/page/{number}/",
    "SKILL_TOWN": "annuaire/competences/{skill}/{town}/",
    "SKILL_TOWN_PAGE": "annuaire/competences/{skill}/{town}/page/{number}/",
    "MEMBERSHIP_TYPE": "annuaire/types/{id}/",
    "MEMBERSHIP_TYPE_PAGE": "annuaire/types/{id}/page/{number}/",
    "STATISTICS": "annuaire/en/chiffres/",
    "SEARCH_DATA": "annuaire/recherche.json",
    "COMMISSIONS": "commissions/",
    "COMMISSION": "commissions/{id}/",
    "COMMISSION_CALENDAR": "commissions/{id}/agenda.ics",
    "MINUTES": "commissions/{commission}/comptes-rendus/{date}/",
    "AGENDA": "agenda/",
    "MONTH": "agenda/{date:%Y}/{date:%m}/",
    "EVENT": "agenda/{slug}/",
    "EVENT_CALENDAR": "agenda/{slug}/agenda.ics",
    "AGENDA_FILTERS": "agenda/par/",
    "AGENDA_COMMISSION": "agenda/par/commission/{id}/",
    "AGENDA_KIND": "agenda/par/type/{id}/",
    "KIND_CALENDAR": "agenda/par/type/{id}/agenda.ics",
    "AGENDA_TOWN": "agenda/par/lieu/{id}/",
    "AGENDA_AUDIENCE": "agenda/par/public/{id}/",
    "AGENDA_ONLINE": "agenda/par/en-ligne/",
    "PAST_DATES": "agenda/passees/",
    "PAST_DATES_PAGE": "agenda/passees/page/{number}/",
    "CALENDARS": "agenda/calendriers/",
    "CALENDAR": "agenda.ics",
    "NEWS": "actualites/",
    "NEWS_PAGE": "actualites/page/{number}/",
    "ARTICLE": "actualites/{slug}/",
    "TAG": "actualites/sujets/{slug}/",
    "OFFERS": "annonces/",
    "OFFERS_OF_KIND": "annonces/types/{id}/",
    "OFFER": "annonces/{slug}/",
    "JOINING": "adherer/",
    "PAGE": "{slug}/",
    "NEWS_FEED": "feeds/actualites.atom.xml",
    "AGENDA_FEED": "feeds/agenda.atom.xml",
    "OFFERS_FEED": "feeds/annonces.atom.xml",
    "COMMISSION_FEED": "feeds/commissions/{id}.atom.xml",
    "MEMBERS_DATA": "data/v1/members.json",
    "MEMBERS_CSV": "data/v1/members.csv",
    "MEMBERS_GEOJSON": "data/v1/members.geojson",
    "MEMBERS_VCARDS": "data/v1/members.vcf",
    "MEMBERS_VCARDS_3": "data/v1/members-3.vcf",
    "COMMISSIONS_DATA": "data/v1/commissions.json",
    "EVENTS_DATA": "data/v1/events.json",
    "OFFERS_DATA": "data/v1/offers.json",
    "REVISIONS_DATA": "data/v1/revisions.json",
    "SITEMAP": "sitemap.xml",
    "ROBOTS": "robots.txt",
    "HEADERS": "_headers",
    "NOT_FOUND": "404.html",
    "STYLESHEET": "theme/parvis.css",
}

OWN_GENERATORS_OFF = {
    "ARTICLE_PATHS": [],
    "PAGE_PATHS": [],
    "DIRECT_TEMPLATES": [],
    "AUTHOR_SAVE_AS": "",
    "CATEGORY_SAVE_AS": "",
    "DRAFT_SAVE_AS": "",
    "FEED_ALL_ATOM": None,
    "CATEGORY_FEED_ATOM": None,
    "TRANSLATION_FEED_ATOM": None,
    "AUTHOR_FEED_ATOM": None,
    "AUTHOR_FEED_RSS": None,
}

MARKDOWN = {
    "extensions": [
        "markdown.extensions.abbr",
        "markdown.extensions.attr_list",
        "markdown.extensions.def_list",
        "markdown.extensions.fenced_code",
        "markdown.extensions.footnotes",
        "markdown.extensions.md_in_html",
        "markdown.extensions.sane_lists",
        "markdown.extensions.tables",
    ],
    "extension_configs": {
        "markdown.extensions.footnotes": {"BACKLINK_TITLE": "Retour à l’appel de la note {}"},
    },
    "output_format": "html",
}

DEFAULTS: Mapping[str, object] = {
    **OWN_GENERATORS_OFF,
    "ASSOCIATION": {},
    "NEWS_FOLDER": "actualites",
    "EVENTS_FOLDER": "agenda",
    "OFFERS_FOLDER": "annonces",
    "MINUTES_FOLDER": "comptes-rendus",
    "PAGES_FOLDER": "pages",
    "MEMBERS_FILE": "members.yaml",
    "COMMISSIONS_FILE": "commissions.yaml",
    "TERRITORY_FILE": "territoire.geojson",
    "MAP_TILES": None,
    "STATIC_PATHS": [],
    "DOCUMENT_KINDS": [],
    "PUBLISH_UNLINKED_DOCUMENTS": False,
    "DEFAULT_PAGINATION": 10,
    "MEMBERS_PER_PAGE": 100,
    "CALENDAR_UID_DOMAIN": "",
    "CURRENCY": "EUR",
    "HOLIDAYS_COUNTRY": None,
    "MARKDOWN": MARKDOWN,
    "THEME": str(PROGRAM / "themes" / "parvis"),
    "JINJA_ENVIRONMENT": {
        "autoescape": True,
        "undefined": StrictUndefined,
        "trim_blocks": True,
        "lstrip_blocks": True,
        "extensions": ["jinja2.ext.i18n"],
    },
}


def apply_defaults(settings: MutableMapping[str, object]) -> None:
    """Fill in what the settings file leaves at Pelican's own default."""
    for name, value in DEFAULTS.items():
        if settings.get(name) == DEFAULT_CONFIG.get(name):
            settings[name] = value
    spare_documents(settings)
    for kind, pattern in URLS.items():
        url, save_as = f"{kind}_URL", f"{kind}_SAVE_AS"
        if settings.get(url) == DEFAULT_CONFIG.get(url):
            settings[url] = pattern
        if settings.get(save_as) == DEFAULT_CONFIG.get(save_as):
            settings[save_as] = file_of(str(settings[url]))


def spare_documents(settings: MutableMapping[str, object]) -> None:
    """Pelican copies all that it finds there, behind links too (pelican/generators.py: get_files).

    Settings written for an earlier version name the folder in STATIC_PATHS, or one that it is in.
    """
    wanted = [normpath(str(path)) for path in settings["STATIC_PATHS"]]
    settings["STATIC_PATHS"] = [
        "" if path == "." else path for path in wanted if path.split("/")[0] != DOCUMENTS
    ]
    settings["STATIC_EXCLUDES"] = [*settings.get("STATIC_EXCLUDES", ()), DOCUMENTS]


def file_of(url: str) -> str:
    return f"{url}index.html" if url == "" or url.endswith("/") else url
