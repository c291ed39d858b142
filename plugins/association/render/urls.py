"""The pages of the site by their kind: their addresses, their files, and the texts they are made from.

No text of content/ may have the address of a page that the site has without it.
"""

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from unicodedata import normalize
from urllib.parse import quote, urlsplit

from ..domain.addresses import OwnAddress, own_address
from ..domain.articles import Article, StaticPage
from ..domain.association import Association
from ..domain.text import Language, Slug, slug_of
from ..problems import Place, Problem, sentence
from .address_words import in_words_of

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
    "COMMISSION_MEMBERS": "annuaire/commissions/{id}/",
    "COMMISSION_MEMBERS_PAGE": "annuaire/commissions/{id}/page/{number}/",
    "STATISTICS": "annuaire/en/chiffres/",
    "SEARCH_DATA": "annuaire/recherche.json",
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
    "COURSES": "formations/",
    "COMMISSIONS": "commissions/",
    "COMMISSION": "commissions/{id}/",
    "COMMISSION_CALENDAR": "commissions/{id}/agenda.ics",
    "COMMISSION_PAST_DATES": "commissions/{id}/passees/",
    "COMMISSION_PAST_DATES_PAGE": "commissions/{id}/passees/page/{number}/",
    "COMMISSION_NEWS": "commissions/{id}/actualites/",
    "COMMISSION_NEWS_PAGE": "commissions/{id}/actualites/page/{number}/",
    "MINUTES_LIST": "commissions/{id}/comptes-rendus/",
    "MINUTES_LIST_PAGE": "commissions/{id}/comptes-rendus/page/{number}/",
    "MINUTES": "commissions/{commission}/comptes-rendus/{date}/",
    "PARTNERS": "partenaires/",
    "NEWS": "actualites/",
    "NEWS_PAGE": "actualites/page/{number}/",
    "ARTICLE": "actualites/{slug}/",
    "TAG": "actualites/sujets/{slug}/",
    "TAG_PAGE": "actualites/sujets/{slug}/page/{number}/",
    "DOSSIER": "actualites/dossiers/{id}/",
    "OFFERS": "annonces/",
    "OFFERS_OF_KIND": "annonces/types/{id}/",
    "OFFERS_OF_SKILL": "annonces/competences/{id}/",
    "OFFERS_OF_TOWN": "annonces/lieux/{id}/",
    "OFFER": "annonces/{slug}/",
    "GOVERNANCE": "gouvernance/",
    "PAGE": "{slug}/",
    "JOINING": "adherer/",
    "MEMBERS": "membres/",
    "MEMBERS_TEXT": "membres/{id}/",
    "MEMBERS_ATTACHMENT": "membres/fichiers/{id}.bin",
    "MEMBERS_SEARCH": "membres/recherche.bin",
    "MEMBERS_CALENDAR": "membres/{id}/agenda.ics",
    "SEARCH": "recherche/",
    "SEARCH_INDEX": "recherche/index.json",
    "SEARCH_PIECE": "recherche/index/{id}.json",
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
    "PARTNERS_DATA": "data/v1/partners.json",
    "REVISIONS_DATA": "data/v1/revisions.json",
    "WEB_EDITOR": "admin/",
    "SITEMAP": "sitemap.xml",
    "ROBOTS": "robots.txt",
    "HEADERS": "_headers",
    "REDIRECTS": "_redirects",
    "NOT_FOUND": "404.html",
    "STYLESHEET": "theme/parvis.css",
}
"""In French, from the root of the site; the rubrics of its menu stand in this order."""

NAMES_FILES = "RELATIVE_INDEX"
"""The setting that makes addresses name files."""

OF_THE_WHOLE_SITE = frozenset(
    "SITEMAP ROBOTS HEADERS REDIRECTS STYLESHEET REVISIONS_DATA MEMBERS_ATTACHMENT WEB_EDITOR".split()
)
"""One for all languages, at the root."""
MORE_OF_ARTICLES = ("date", "lang", "category")
"""What the address of a piece of news may be made of beside its slug, as in Pelican."""
NO_CATEGORY = "misc"
"""What Pelican says of news that have none."""

OF_MEMBERS = ("MEMBERS", "MEMBERS_SEARCH")
"""Pages that only a site with something for members has."""
THE_SAME_EVERYWHERE = ("feeds/", "data/", "theme/")
"""What programs look for has the same name in all languages."""

PLAIN = re.compile(r"[A-Za-z0-9/._-]*")
OF_A_PATH = "/:@!$&'()*+,;=~"
OF_AN_ADDRESS = f"{OF_A_PATH}?#[]%"
"""Signs that mean what they are, in a path and in a whole address (RFC 3986); all others are encoded."""

DOSSIER = "DOSSIER"
INTRODUCED_BY = {
    "HOME": "accueil",
    "DIRECTORY": "annuaire",
    "AGENDA": "agenda",
    "COMMISSIONS": "commissions",
    "NEWS": "actualites",
    "OFFERS": "annonces",
    "JOINING": "adherer",
    "GOVERNANCE": "gouvernance",
    "PARTNERS": "partenaires",
    "COURSES": "formations",
    "MEMBERS": "membres",
}
"""The slug of the page of content/pages that introduces a section instead of being a page of its own.

In French: a page in another language has the name that the section has there.
"""


@dataclass(frozen=True, slots=True)
class Urls:
    """settings: holds `{KIND}_URL` and `{KIND}_SAVE_AS`, which are the same for all of a run.

    siteurl: '' when the site has no home yet. language: whose addresses they are, where a site has several.
    """

    settings: Mapping[str, object] = field(compare=False)
    siteurl: str = ""
    language: Language = ""

    def url(self, kind: str, **parts: object) -> str | None:
        """Address of a page from the root of the site; None when the page is switched off."""
        if self.names_files:
            return encoded(self.save_as(kind, **parts)) or None
        if own := own_address(str(parts.get("slug", ""))):
            return encoded(own.url)
        return encoded(self._filled(f"{kind}_URL", parts)) if self.settings[f"{kind}_SAVE_AS"] else None

    def save_as(self, kind: str, **parts: object) -> str:
        if own := own_address(str(parts.get("slug", ""))):
            return own.save_as
        return self._filled(f"{kind}_SAVE_AS", parts)

    @property
    def names_files(self) -> bool:
        """Whether addresses name the file, `annuaire/index.html`, for hosts that look for none themselves."""
        return bool(self.settings.get(NAMES_FILES))

    def pattern(self, kind: str) -> str:
        """What all addresses of a kind are made of."""
        return str(self.settings[f"{kind}_SAVE_AS" if self.names_files else f"{kind}_URL"])

    def absolute(self, url: str | None) -> str:
        """With the host if the site has one, else from the root; '' for a page switched off."""
        return "" if url is None else f"{self.siteurl}/{url}"

    def root_path(self) -> str:
        """The path under which the site is published: '/' or '/repository/'."""
        return f"{urlsplit(self.siteurl).path}/"

    def _filled(self, setting: str, parts: Mapping[str, object]) -> str:
        return str(self.settings[setting]).format(**parts)


def usual_address(kind: str, language: Language) -> str:
    """In the words of the language, from the root of what is in it."""
    french = URLS[kind]
    return french if french.startswith(THE_SAME_EVERYWHERE) else in_words_of(language, french)


def folder_of(address: str) -> str:
    """An address without the name of the file that hosts look for in a folder."""
    return address.removesuffix("index.html") if f"/{address}".endswith("/index.html") else address


def file_of(url: str) -> str:
    return f"{url}index.html" if url == "" or url.endswith("/") else url


def settings_of(
    language: Language, own: Mapping[str, object], first: Mapping[str, object]
) -> dict[str, object]:
    """`{KIND}_URL` and `{KIND}_SAVE_AS` of a language below a folder of its own, as a site asks for.

    own: those that its webmaster gives. first: those of the language at the root; a page that it has switched
    off is so in every language.
    """
    found: dict[str, object] = {NAMES_FILES: first.get(NAMES_FILES, False)}
    for kind in URLS:
        url, save_as = f"{kind}_URL", f"{kind}_SAVE_AS"
        if kind in OF_THE_WHOLE_SITE or not first[save_as]:
            found |= {url: str(first[url]), save_as: str(first[save_as])}
            continue
        address = str(own.get(url, usual_address(kind, language)))
        file = str(own.get(save_as, file_of(address)))
        found |= {url: f"{language}/{address}", save_as: file and f"{language}/{file}"}
    return found


def partner_url(urls: Urls, partner: Slug) -> str | None:
    """Where the page of all partners tells of that one; None when it is switched off."""
    page = urls.url("PARTNERS")
    return None if page is None else f"{page}#p-partenaire-{partner}"


def encoded(address: str) -> str:
    """With no sign that may not stand there; what is encoded already, `été%202026.pdf`, stays."""
    return address if PLAIN.fullmatch(address) else quote(normalize("NFC", address), safe=OF_AN_ADDRESS)


def address_of(path: str) -> str:
    """Of a file as it is called, where a `%` is one. On macOS, names have another form of accents."""
    return quote(normalize("NFC", path), safe=OF_A_PATH)


def way_up(url: str) -> str:
    """From the page at `url` back to the root of the site: '' or '../../'."""
    return "../" * url.count("/")


@dataclass(frozen=True, slots=True)
class WrittenPage:
    """source: the file below content/ that the page is made from; parts: what fills its address.

    text: what its versions in all languages have in common.
    """

    source: str
    kind: str
    parts: Mapping[str, object]
    text: tuple[str, Slug]


def written_pages(association: Association) -> Iterator[WrittenPage]:
    """Of all files of content/ that are published; those of content/pages may introduce a section."""
    for kind, texts in (
        ("ARTICLE", association.articles),
        ("ARTICLE", association.unlisted),
        ("EVENT", association.events),
        ("OFFER", association.offers),
    ):
        yield from (WrittenPage(text.source, kind, {"slug": text.slug}, (kind, text.key)) for text in texts)
    for minutes in association.minutes:
        parts = {"commission": minutes.commission, "date": minutes.day}
        yield WrittenPage(minutes.source, "MINUTES", parts, ("MINUTES", minutes.key))
    for page in association.pages:
        kind = page.introduces or "PAGE"
        named = {"id": page.key} if kind == DOSSIER else {"slug": page.slug}
        yield WrittenPage(page.source, kind, named, ("PAGE", page.key))


def introducing(association: Association, first: Language) -> Association:
    """The association, of which each page says whether it introduces a section, or a dossier of its name.

    By its own name, or by that of the page it is a translation of, which is in the `first` language.
    """
    dossiers = {dossier.slug: DOSSIER for dossier in association.dossiers}
    left_out = () if association.keeps_for_members else OF_MEMBERS
    named = (section_of(page, first) or dossiers.get(page.key, "") for page in association.pages)
    sections = ["" if section in left_out else section for section in named]
    pages = zip(association.pages, sections, strict=True)
    own = tuple(replace(page, introduces=section) if section else page for page, section in pages)
    return replace(association, pages=own) if any(sections) else association


def with_whole_addresses(association: Association, urls: Urls, language: Language) -> Association:
    """The association, of which news have their address in place of a slug, if that is made of more than one.

    `blog/{date:%Y}/{slug}/`, as in Pelican. Whoever asks for the address of a text has its slug alone.
    """
    if not any(f"{{{part}" in urls.pattern("ARTICLE") for part in MORE_OF_ARTICLES):
        return association
    return replace(
        association,
        articles=tuple(with_whole_address(one, urls, language) for one in association.articles),
        unlisted=tuple(with_whole_address(one, urls, language) for one in association.unlisted),
    )


def with_whole_address(article: Article, urls: Urls, language: Language) -> Article:
    """Those of an older site have one already."""
    if own_address(article.slug):
        return article
    category = slug_of(article.category.to(language)) if article.category else ""
    more = {"date": article.date.date(), "lang": language, "category": category or NO_CATEGORY}
    parts = {**more, "slug": article.slug}
    url, save_as = (str(urls.settings[f"ARTICLE_{end}"]).format(**parts) for end in ("URL", "SAVE_AS"))
    return replace(article, slug=OwnAddress(url, save_as).slug) if save_as else article


def section_of(page: StaticPage, first: Language) -> str:
    """The kind of the first page of the section that it introduces, whether or not there is one; or ''."""
    own, translated = sections_by_name(page.language or first), sections_by_name(first)
    return own.get(page.slug) or own.get(page.key) or translated.get(page.key, "")


@cache
def sections_by_name(language: Language) -> Mapping[Slug, str]:
    return {in_words_of(language, slug): kind for kind, slug in INTRODUCED_BY.items()}


def page_addresses(
    association: Association, urls: Urls, written: Association | None = None
) -> dict[str, str]:
    """By source path in its composed form, for {filename} links; without those switched off.

    written: every version of every text, each of which leads to the one that the association has.
    """
    shown = {page.text: urls.url(page.kind, **page.parts) for page in written_pages(association)}
    pages = written_pages(written or association)
    addresses = ((normalize("NFC", page.source), shown.get(page.text)) for page in pages)
    return {source: url for source, url in addresses if url is not None}


def own_files(urls: Urls, association: Association) -> frozenset[str]:
    """What the site has in that language whatever anybody writes."""
    for_members = () if association.keeps_for_members else OF_MEMBERS
    left_out = for_members if association.identity.repository else (*for_members, "WEB_EDITOR")
    there = (kind for kind in URLS if kind not in left_out)
    kinds = (kind for kind in there if "{" not in str(urls.settings[f"{kind}_SAVE_AS"]))
    return frozenset(map(urls.save_as, kinds)) - {""}


def text_problems(
    association: Association, urls: Urls, own: Container[str], content: str
) -> Iterator[Problem]:
    """own: files that the site has in all its languages. content: the name of the folder of the texts."""
    for page in written_pages(association):
        if page.kind not in INTRODUCED_BY and urls.save_as(page.kind, **page.parts) in own:
            said = sentence(
                'the page of this file would be at "{url}", where the site has a page of its own',
                url=f"/{urls.url(page.kind, **page.parts)}",
            )
            hint = sentence('give it another "slug", or the file another name')
            yield Problem(Place(f"{content}/{page.source}"), "same-address", said, hint)


def document_problems(documents: Iterable[str], own: Container[str], content: str) -> Iterator[Problem]:
    """The same of documents, which are published under their own names."""
    for path in documents:
        if path in own:
            said = sentence(
                'this file would be at "{url}", where the site has a file of its own', url=f"/{path}"
            )
            hint = sentence("give the file another name")
            yield Problem(Place(f"{content}/{path}"), "same-address", said, hint)
