"""The search of the whole site: its page, which is a map of the site too, and the index that scripts read."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from itertools import islice

from .collation import in_order
from .domain.association import Association
from .domain.directory import groups
from .domain.offers import open_offers
from .exports.site_index import FIRST, Plan, SiteIndex, plan_for
from .host.edition import AGENDA, HEADLINES, Edition
from .host.outputs import Copy, File, Output, Page, Shown, page
from .host.plugin import Section, registering
from .host.run import Run
from .views.commissions import Whole, minutes_row, name_of_minutes
from .views.dates import Rows, rows_for
from .views.findings import Searched
from .views.localizer import Localizer, localizer_of
from .views.members import LabelledLink

FEW, MANY = 5, 12
"""Of what changes, the latest; of what lasts."""
PARTS = (
    *("members", "types", "skills", "towns", "people", "partners", "commissions", "events", "articles"),
    *("offers", "minutes", "calendars", "pages"),
)
KINDS = (
    *(
        "HOME",
        "MEMBER",
        "SKILL",
        "COMMISSIONS",
        "AGENDA",
        "NEWS",
        "TAG",
        "OFFERS",
        "MINUTES_LIST",
        "PAGE",
        "QUESTIONS",
    ),
    *("DOCUMENTS", "PARTNERS"),
)
"""Of what is found, as views/findings.py tells them: visitors look for one or another. HOME: the sections."""
MAPPED = (
    AGENDA,
    HEADLINES,
    "members",
    "skills",
    "towns",
    "types",
    "commissions",
    "offers",
    "minutes",
    "pages",
)


class Search(Section):
    def planned(self, run: Run) -> Iterable[Output]:
        localizer = localizer_of(run)
        if localizer.urls.url("SEARCH") is not None:
            yield from run.kept(search_page, *MAPPED)
            if localizer.urls.url("SEARCH_INDEX") and localizer.urls.url("SEARCH_PIECE", id=""):
                yield from index_files(run, localizer)


@dataclass(frozen=True, slots=True)
class Part:
    """kind: of KINDS. whole: where all of them are, and how many, where these are a few."""

    kind: str
    links: tuple[LabelledLink, ...]
    whole: Whole | None = None


def search_page(run: Run) -> Iterator[Page]:
    localizer, edition = localizer_of(run), run.edition
    shown = partial(search_shown, Mapped(edition, rows_for(edition, localizer), localizer))
    yield page(localizer.urls, "SEARCH", "search", menu="SEARCH", shown=shown, is_indexed=False)


def search_shown(mapped: "Mapped") -> Shown:
    urls = mapped.localizer.urls
    return Shown(
        view={
            "index": urls.url("SEARCH_INDEX") or "",
            "kinds": KINDS,
            "parts": tuple(part for part in mapped.parts() if part.links),
        }
    )


@dataclass(frozen=True, slots=True)
class Mapped:
    """The site in little room, for who browses it and for browsers without scripts."""

    edition: Edition
    rows: Rows
    localizer: Localizer

    def parts(self) -> Iterator[Part]:
        yield self.services()
        yield self.commissions()
        yield self.dates()
        yield self.news()
        yield self.topics()
        yield self.offers()
        yield self.minutes()
        yield self.pages()

    @property
    def association(self) -> Association:
        return self.edition.association

    def link(self, label: object, kind: str, **parts: object) -> LabelledLink:
        return LabelledLink(str(label), self.localizer.urls.url(kind, **parts))

    def part(
        self, kind: str, links: Iterable[LabelledLink], most: int, section: str = "", total: int = 0
    ) -> Part:
        """section: where all of them are, if there are more."""
        first = tuple(islice((one for one in links if one.url is not None), most))
        url = self.localizer.urls.url(section) if section and total > most else None
        return Part(kind, first, None if url is None else Whole(url, total))

    def services(self) -> Part:
        """Those that most members offer."""
        say, found = self.localizer.say, groups(self.association).by_skill
        offered = (one for one in self.association.skills if one.id in found)
        frequent = sorted(offered, key=lambda one: (-len(found[one.id]), one.id))[:MANY]
        named = in_order(frequent, lambda one: str(say(one.plural or one.name)), lambda one: one.id)
        links = (self.link(say(one.plural or one.name), "SKILL", id=one.id) for one in named)
        return self.part("SKILL", links, MANY, "DIRECTORY", len(self.association.members))

    def commissions(self) -> Part:
        own, say = self.association.commissions, self.localizer.say
        links = (self.link(say(one.name), "COMMISSION", id=one.id) for one in own)
        return self.part("COMMISSIONS", links, MANY, "COMMISSIONS", len(own))

    def dates(self) -> Part:
        coming = self.edition.agenda.upcoming(self.edition.today)
        rows = (self.rows.row(entry) for entry in coming if not entry.is_cancelled)
        links = dict.fromkeys(LabelledLink(str(row.title), row.url) for row in islice(rows, 4 * FEW))
        return self.part("AGENDA", links, FEW, "AGENDA", len(coming))

    def news(self) -> Part:
        own, say = self.association.articles, self.localizer.say
        links = (self.link(say(one.title), "ARTICLE", slug=one.slug) for one in own)
        return self.part("NEWS", links, FEW, "NEWS", len(own))

    def topics(self) -> Part:
        """Those of the latest news first."""
        tags = dict.fromkeys(tag for one in self.association.articles for tag in one.tags)
        links = (self.link(self.localizer.say(tag.name), "TAG", slug=tag.slug) for tag in tags)
        return self.part("TAG", links, MANY)

    def offers(self) -> Part:
        own = open_offers(self.association.offers, self.edition.today)
        links = (self.link(self.localizer.say(one.title), "OFFER", slug=one.slug) for one in own)
        return self.part("OFFERS", links, FEW, "OFFERS", len(own))

    def minutes(self) -> Part:
        bodies = {one.id: self.localizer.say(one.name) for one in self.association.commissions}
        rows = ((minutes_row(one, self.localizer), one.commission) for one in self.association.minutes[:FEW])
        language = self.localizer.language
        links = (
            LabelledLink(str(name_of_minutes(row, bodies.get(body, ""), language)), row.url)
            for row, body in rows
        )
        return self.part("MINUTES_LIST", links, FEW)

    def pages(self) -> Part:
        lasting = (one for one in self.association.pages if not (one.introduces or one.is_hidden))
        links = (self.link(self.localizer.say(one.title), "PAGE", slug=one.slug) for one in lasting)
        return self.part("PAGE", links, 2 * MANY)


def index_files(run: Run, localizer: Localizer) -> Iterator[File]:
    """All pieces of one index, which one process makes."""
    index, urls = Index(searched_of(run, localizer)), localizer.urls
    yield File(urls.save_as("SEARCH_INDEX"), partial(piece, index, FIRST), group="search")
    for name in index.plan.names:
        yield File(urls.save_as("SEARCH_PIECE", id=name), partial(piece, index, name), group="search")


def searched_of(run: Run, localizer: Localizer) -> Searched:
    edition = run.edition
    files = tuple(sorted(one.save_as for one in run.media.files if isinstance(one, Copy)))
    rows = rows_for(edition, localizer)
    return Searched(edition.association.only(*PARTS), edition.agenda, rows, edition.today, files, localizer)


@dataclass(frozen=True, slots=True)
class Index:
    searched: Searched
    made: list[SiteIndex] = field(default_factory=list, compare=False, repr=False)

    @property
    def plan(self) -> Plan:
        return plan_for(self.searched.about)

    def whole(self) -> SiteIndex:
        if not self.made:
            searched = self.searched
            language, towns = searched.localizer.language, searched.association.towns
            names = (searched.say(one.name) for one in towns)
            index = SiteIndex(searched.everything(), language, self.plan, searched.sections(), names)
            self.made.append(index)
        return self.made[0]


def piece(index: Index, name: str) -> bytes:
    return index.whole().made[name]


register = registering(Search)
