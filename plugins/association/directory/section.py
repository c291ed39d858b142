"""Which pages the directory has; what they show is told in the modules beside."""

from collections.abc import Iterable

from ..host.outputs import Output
from ..host.run import Run
from ..host.section import Section
from .around import around_of
from .contact_cards import contact_cards
from .finding import search
from .map_files import map_files
from .member_page import member_pages
from .skill_lists import skill_pages
from .statistics import statistics_page
from .town_lists import town_pages
from .type_lists import type_pages
from .whole_lists import directory_pages, name_pages


class Directory(Section):
    def planned(self, run: Run) -> Iterable[Output]:
        around = around_of(run)
        found = search(around)
        yield from found.files
        yield from directory_pages(around, found.form)
        yield from name_pages(around)
        yield from member_pages(around)
        yield from contact_cards(run)
        yield from skill_pages(around)
        yield from town_pages(around)
        yield from type_pages(around)
        yield from statistics_page(around)
        yield from map_files(run)
