"""Who signs a text: a member, somebody whom a member or the association names, a commission, or a bare name.

A name is found as it is written, whatever its capitals and accents; one that two have leads to neither.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from ..domain.association import Association
from ..domain.commissions import Commission
from ..domain.members import Member, MemberKind, Officer, Person
from ..domain.text import Text, fold
from ..drawings.monogram import Monogram, monogram
from ..render.assets import PublishedImage
from .localizer import Localizer
from .members import person_tile


@dataclass(frozen=True, slots=True)
class PersonOf:
    """member: who names them, and has the page that shows them."""

    person: Person
    member: Member


Signer: TypeAlias = Member | PersonOf | Officer | Commission | None
"""Whom the site knows by that name."""
Signed: TypeAlias = tuple[tuple[Text, Signer], ...]


@dataclass(frozen=True, slots=True)
class Author:
    """As a mark shows them (macros/members.html); logo: of a person, their photo."""

    name: str
    url: str | None
    tile: Monogram
    logo: PublishedImage | None
    is_person: bool


@dataclass(frozen=True, slots=True)
class Signers:
    """Of an association, by their names; commissions: those that a longer name may hold."""

    by_name: Mapping[str, Signer]
    commissions: Mapping[str, Commission]

    def of(self, names: Iterable[Text]) -> Signed:
        return tuple((name, self.signer(fold(str(name)))) for name in names)

    def signer(self, name: str) -> Signer:
        """« la commission Éducation » is one whose name is « Éducation »."""
        if name in self.by_name:
            return self.by_name[name]
        held = (one for one in self.commissions if f" {name} ".endswith(f" {one} "))
        return self.commissions.get(max(held, key=len, default=""))


def signers_of(association: Association) -> Signers:
    found: dict[str, Signer] = {}
    for name, one in named(association):
        found[fold(name)] = None if fold(name) in found else one
    commissions = {fold(str(one.name)): one for one in association.commissions}
    return Signers(found, commissions)


def named(association: Association) -> Iterator[tuple[str, Signer]]:
    for member in association.members:
        yield str(member.name), member
        yield from ((person.name, PersonOf(person, member)) for person in member.people)
    yield from ((person.name, person) for person in association.people)


def authors(signed: Signed, localizer: Localizer) -> tuple[Author, ...]:
    return tuple(author(localizer.say(name), signer, localizer) for name, signer in signed)


def author(name: str, signer: Signer, localizer: Localizer) -> Author:
    """Photos of who acts for the association are for the time of their office, which a text may outlive."""
    urls = localizer.urls
    match signer:
        case Member(id=id_, logo=logo):
            is_person = signer.kind is MemberKind.PERSON
            url = urls.url("MEMBER", id=id_)
            return Author(name, url, monogram(signer.name, id_), localizer.portrait(logo), is_person)
        case PersonOf(person, member):
            url, tile = urls.url("MEMBER", id=member.id), person_tile(person, member)
            return Author(name, url, tile, localizer.portrait(person.photo), is_person=True)
        case Officer():
            return Author(name, urls.url("GOVERNANCE"), person_tile(signer, None), None, is_person=True)
        case Commission(id=id_):
            tile = monogram(localizer.say(signer.name), id_)
            return Author(name, urls.url("COMMISSION", id=id_), tile, None, is_person=False)
    return Author(name, None, monogram(name, name), None, looks_personal(name))


def looks_personal(name: str) -> bool:
    """« Ana Ruiz », not « le comité directeur » nor « Rédaction »: no more than the capitals tell."""
    words = name.split()
    return len(words) > 1 and words[0][0].isupper() and words[-1][0].isupper()
