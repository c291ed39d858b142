"""Where old addresses lead: those that files and settings tell, and those that the program has changed.

Each is checked against all that the site has: nothing hides a page, and nothing leads nowhere. What a pattern
of the settings stands for is looked for among these addresses, so that there is a page for each.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from posixpath import dirname
from string import Formatter

from ..content.settings_file import place_of_entry
from ..content.site import Alias
from ..content.suggestions import did_you_mean
from ..domain.addresses import Moved, MovedTogether, OldAddresses
from ..domain.offers import OfferKind
from ..domain.text import Language
from ..exports.redirects import FORMATS, names_in
from ..problems import Place, Problem, Sentence, sentence
from ..render.address_words import kind_of_offers
from ..render.urls import URLS, Urls, WrittenPage, address_of, file_of, folder_of, written_pages
from .alias_settings import OF_A_DAY
from .site_map import SiteMap, written

__all__ = ["FORMATS", "FormerAddresses"]

SETTING = "ALIASES"
FORMS = dict(zip(OF_A_DAY, ("%Y", "%m", "%d"), strict=True))
STEP = "[^/]+"
NOWHERE = Place("")


@dataclass
class FormerAddresses:
    """known: all addresses of the site. documents: files of content that are published as they are.

    found: what is claimed, by the file of its page, and where that is written.
    """

    known: SiteMap
    documents: frozenset[str]
    problems: list[Problem] = field(default_factory=list)
    found: dict[str, tuple[Moved, Place]] = field(default_factory=dict)

    def all(self, aliases: Iterable[Alias], patterns: Mapping[str, str]) -> OldAddresses:
        """patterns: the setting. What a text says of itself counts more, what the program knows least."""
        for alias in sorted(aliases, key=lambda one: (one.place.file, one.place.line, one.place.column)):
            if new := self.page_of(alias):
                self.claim(Moved(alias.path[1:], *new), alias.place)
        together = tuple(filter(None, (self.pattern(*one) for one in patterns.items())))
        for moved in moved_by_program(self.known):
            if not self.obstacle(moved):
                self.found.setdefault(moved.save_as, (moved, NOWHERE))
        return OldAddresses(tuple(moved for moved, _ in self.found.values()), together)

    def page_of(self, alias: Alias) -> tuple[str, Language] | None:
        """A translation has its own; an entry has a page in each language, and the first is at the root."""
        if alias.kind:
            languages = self.known.languages
            below = (one for one in languages[1:] if alias.path.startswith(f"/{one.language}/"))
            own = next(below, languages[0])
            url = own.urls.url(alias.kind, id=alias.name)
            return None if url is None else (url, own.language)
        return next(
            (
                (url, language)
                for language, urls, page in self.texts
                if page.source == alias.name and (url := urls.url(page.kind, **page.parts)) is not None
            ),
            None,
        )

    @cached_property
    def texts(self) -> tuple[tuple[Language, Urls, WrittenPage], ...]:
        return tuple(
            (own.language, own.urls, page)
            for own in self.known.languages
            for page in written_pages(own.association)
        )

    def claim(self, moved: Moved, place: Place) -> None:
        """For one address; two that lead to the same page are one."""
        if self.known.source(f"/{moved.page}") in self.known.folder.early:
            return  # a draft at the address that it leaves to another text, as long as nobody publishes it
        if said := self.obstacle(moved) or self.coming(moved):
            self.problems.append(
                Problem(place, "same-address", said, sentence("take the old address out, or correct it"))
            )
            return
        other, where = self.found.setdefault(moved.save_as, (moved, place))
        if other.url != moved.url:
            said = sentence(
                'the old address "{path}" is claimed in {other} too', path=f"/{moved.old}", other=where.file
            )
            self.problems.append(
                Problem(place, "same-address", said, sentence("leave it to the one that had it"))
            )

    def obstacle(self, moved: Moved) -> Sentence | None:
        """What the site has at the very address, above it or below it."""
        if self.is_there(moved.page) or self.is_there(moved.old):
            return sentence('the site has a page or a file at "{path}"', path=f"/{moved.old}")
        above, step = [], dirname(moved.save_as)
        while step:
            above.append(step)
            step = dirname(step)
        blocking = next((path for path in above if self.is_there(path) or path in self.found), "")
        if blocking:
            return sentence(
                '"{file}" is a file, and cannot hold "{path}"', file=blocking, path=f"/{moved.old}"
            )
        if not is_index(moved) and any(
            path.startswith(f"{moved.save_as}/") for path in (*self.every, *self.found)
        ):
            return sentence('the site has pages below "{path}"', path=f"/{moved.old}")
        return None

    def coming(self, moved: Moved) -> Sentence | None:
        """A text that waits for its day: nobody may be there to mend the site when it comes."""
        source = self.known.waiting(f"/{moved.page}")
        if source is None:
            return None
        return sentence(
            '"{path}" is the address of {file}, which waits for its day', path=f"/{moved.old}", file=source
        )

    def is_there(self, path: str) -> bool:
        return path in self.documents or self.known.has(f"/{folder_of(path)}")

    @cached_property
    def every(self) -> tuple[str, ...]:
        return tuple(sorted(dict.fromkeys(address for kind in URLS for address in self.known.of(kind))))

    def pattern(self, old: str, new: str) -> MovedTogether | None:
        """None where it stands for a single address, or is wrong."""
        place = place_of_entry(SETTING, old, self.known.folder.root, self.known.folder.settings_file)
        if not any(names_in(old)):
            self.single(old[1:], new[1:], place)
            return None
        reach = matching(old[1:])
        hidden = next((path for path in self.every if reach.fullmatch(path)), None)
        if hidden is not None:
            self.tell_too_wide(old, hidden, place)
            return None
        found = tuple(self.expanded(old[1:], new[1:]))
        if not found:
            self.tell_nowhere(new, place)
        for moved in found:
            if not self.obstacle(moved):
                self.found.setdefault(moved.save_as, (moved, place))
        return MovedTogether(old[1:], self.as_links_have_it(new[1:])) if found else None

    def single(self, old: str, new: str, place: Place) -> None:
        if self.is_there(new):
            self.claim(Moved(old, self.as_links_have_it(new), self.language_of(new)), place)
        else:
            self.tell_nowhere(f"/{new}", place)

    def expanded(self, old: str, new: str) -> Iterator[Moved]:
        wanted = matching(new)
        for address in self.every:
            if match := wanted.fullmatch(address):
                parts = {**self.day_parts(address), **match.groupdict()}
                if parts.keys() >= set(names_in(old)):
                    url = self.as_links_have_it(address)
                    yield Moved(old.format(**parts), url, self.language_of(address), rule=old)

    def day_parts(self, address: str) -> dict[str, str]:
        day = self.days.get(address)
        return {name: day.strftime(form) for name, form in FORMS.items()} if day else {}

    @cached_property
    def days(self) -> dict[str, date]:
        """Of news and minutes, by their addresses."""
        articles = {
            one.source: one.date.date()
            for own in self.known.languages
            for one in (*own.association.articles, *own.association.unlisted)
        }
        found: dict[str, date] = {}
        for _, urls, page in self.texts:
            day = articles.get(page.source, page.parts.get("date"))
            address = written(urls, page.kind, page.parts)
            if isinstance(day, date) and address is not None:
                found[address] = day
        return found

    def as_links_have_it(self, address: str) -> str:
        """Encoded, parts of a pattern aside."""
        whole = file_of(address) if self.known.languages[0].urls.names_files else address
        parsed = Formatter().parse(whole)
        return "".join(
            address_of(text) + (f"{{{name}}}" if name is not None else "") for text, name, _, _ in parsed
        )

    def language_of(self, address: str) -> Language:
        languages = [own.language for own in self.known.languages]
        return next((one for one in languages[1:] if address.startswith(f"{one}/")), languages[0])

    def tell_too_wide(self, old: str, hidden: str, place: Place) -> None:
        said = sentence(
            '{setting} has the old addresses "{pattern}", and "{path}" is one of the site\'s present ones',
            setting=SETTING,
            pattern=old,
            path=f"/{hidden}",
        )
        self.problems.append(
            Problem(
                place, "same-address", said, sentence("write more of what the old addresses have in common")
            )
        )

    def tell_nowhere(self, new: str, place: Place) -> None:
        said = sentence(
            '{setting} leads to "{path}", and nothing on this site has such an address',
            setting=SETTING,
            path=new,
        )
        near = did_you_mean(new, (f"/{address}" for address in self.known.likely))
        self.problems.append(Problem(place, "missing-page", said, near or sentence("check the address")))


def is_index(moved: Moved) -> bool:
    """Nothing is below it."""
    return moved.save_as.endswith("/index.html")


def matching(pattern: str) -> re.Pattern[str]:
    """What such an address is, with its parts by their names."""
    return re.compile(
        "".join(
            re.escape(text) + (f"(?P<{name}>{STEP})" if name is not None else "")
            for text, name, _, _ in Formatter().parse(pattern)
        )
    )


def moved_by_program(known: SiteMap) -> Iterator[Moved]:
    """Lists of offers of one kind were called in English, whatever the language, before the first release."""
    for own in known.languages:
        for kind in OfferKind:
            old = written(own.urls, "OFFERS_OF_KIND", {"id": str(kind)})
            new = own.urls.url("OFFERS_OF_KIND", id=kind_of_offers(kind, own.language))
            address = written(own.urls, "OFFERS_OF_KIND", {"id": kind_of_offers(kind, own.language)})
            if old and new and address != old and address in known.of("OFFERS_OF_KIND"):
                yield Moved(old, new, own.language, is_asked=False)
