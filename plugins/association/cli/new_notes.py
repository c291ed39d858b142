"""What `new` writes beside the values: lines to complete, as comments."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import get_args

from ..content.schema.texts import KindName
from ..content.yaml.text_edits import scalar
from ..domain.text import Slug
from .new_words import Words, offer_words, words_in

TUESDAY = 1
COLUMN = 28


def about_offers(kind: str, language: str) -> str:
    """« stage ; ou apprenticeship (alternance), job (emploi)… »"""
    shown = dict(zip(get_args(KindName), offer_words(language), strict=True))
    others = (
        f"{other} ({word})" if word != other else other for other, word in shown.items() if other != kind
    )
    own = "" if shown[kind] == kind else f"{shown[kind]} ; "
    return f"{own}{words_in(language)['or']} {', '.join(others)}"


def about_member(
    known: Mapping[str, Sequence[Slug]], is_person: bool, language: str, today: date
) -> Iterator[str]:
    """known: the ids of the lists `types`, `skills` and `towns`."""
    words, types = words_in(language), known["types"]
    yield words["fill in"]
    if types:
        yield aligned(f"type: {types[0]}", words["one of"].format(ids=", ".join(types)))
    yield f"summary: {words['short summary']}"
    yield aligned(f"skills: [{first(known['skills'], words['skill'])}]", words["skills"])
    yield f"town: {first(known['towns'], words['town'])}"
    yield f"website: {words['site']}"
    yield f"email: {words['email']}"
    yield f'phone: "{words["phone"]}"'
    yield aligned(f"joined: {today}", words["joined"])
    if is_person:
        yield aligned("consent:", words["consent"])


def about_commission(
    members: Sequence[Slug], venues: Sequence[Slug], language: str, today: date
) -> Iterator[str]:
    words = words_in(language)
    yield words["fill in"]
    yield f"mission: {words['mission']}"
    if members:
        yield aligned("chairs:", words["no head"])
        yield f"  - {{member: {members[0]}, role: {words['head']}}}"
        yield f"members: [{members[0]}]"
    yield f"contact: {{email: {words['email']}}}"
    yield aligned("meetings:", words["meetings"])
    yield f"  - title: {words['meeting']}"
    yield f"    start: {first_tuesday(today)} 18:30"
    yield "    duration: 2h"
    yield f"    repeat: {words['rhythm']}"
    yield f"    venue: {first(venues, words['room'])}"


def about_body(members: Sequence[Slug], language: str, today: date) -> Iterator[str]:
    """A board has mandates, with their days, rather than a rhythm."""
    words = words_in(language)
    yield words["fill in"]
    yield f"mission: {words['board mission']}"
    if members:
        yield aligned("chairs:", words["no head"])
        for role in ("president", "treasurer"):
            yield f"  - member: {members[0]}"
            yield f"    role: {words[role]}"
            yield aligned(f"    since: {today}", words["first day"])
            yield aligned(f"    until: {in_three_years(today)}", words["end of term"])
    yield f"contact: {{email: {words['email']}}}"


def in_three_years(today: date) -> date:
    """The eve of that day."""
    return today.replace(year=today.year + 3, day=min(today.day, 28)) - timedelta(days=1)


def about_officer(language: str, today: date) -> Iterator[str]:
    words = words_in(language)
    yield from how_to_reach(words)
    yield aligned(f"since: {today}", words["first day"])
    yield aligned("consent:", words["consent"])


def about_person(language: str) -> Iterator[str]:
    """Of a member: named nowhere without a consent."""
    words = words_in(language)
    yield from how_to_reach(words)
    yield aligned("consent:", words["consent"])


def how_to_reach(words: Mapping[str, str]) -> Iterator[str]:
    yield words["fill in"]
    yield f"role: {words['director']}"
    yield f"email: {words['email']}"
    yield f'phone: "{words["phone"]}"'


def about_meeting(venues: Sequence[Slug], language: str) -> Iterator[str]:
    words = words_in(language)
    yield words["fill in"]
    yield f"title: {words['meeting']}"
    yield aligned(f"repeat: {words['weekly']}", words["weekly or"])
    yield f"venue: {first(venues, words['room'])}"


def about_skill(language: str) -> Iterator[str]:
    words = words_in(language)
    yield words["fill in"]
    yield aligned(f"plural: {words['plural']}", words["plural of skill"])
    yield f"description: {words['description']}"
    yield aligned(f"synonyms: {words['synonyms']}", words["visitors words"])


def about_town(language: str) -> Iterator[str]:
    """Left empty: those of another town would put it elsewhere on the map."""
    words = words_in(language)
    yield words["fill in"]
    yield aligned("postal_code:", words["postal code"])
    yield from position(words)


def position(words: Words) -> Iterator[str]:
    yield aligned("lat:", words["latitude"])
    yield aligned("lon:", words["longitude"])


def about_type(language: str) -> Iterator[str]:
    words = words_in(language)
    yield words["fill in"]
    yield aligned(f"plural: {words['members']}", words["plural of type"])
    yield f"description: {words['description']}"
    yield aligned("fee: 30", words["fee"])
    yield aligned("admission: open", words["admission"])
    yield aligned("voting: true", words["voting"])


def about_venue(towns: Sequence[Slug], language: str) -> Iterator[str]:
    words = words_in(language)
    yield words["fill in"]
    yield aligned(f"address: {scalar(words['street'], 0, False)}", words["address of venue"])
    yield f"town: {first(towns, words['town'])}"
    yield from position(words)


def about_partner(language: str) -> Iterator[str]:
    words = words_in(language)
    yield words["fill in"]
    yield f"kind: {words['partner kind']}"
    yield f"website: {words['site']}"
    yield f"description: {words['description']}"


def about_benefit(language: str) -> Iterator[str]:
    words = words_in(language)
    yield words["fill in"]
    yield f"description: {words['description']}"
    yield aligned("status: project", words["status"])


def about_resources(language: str) -> Iterator[str]:
    """A page of documents has one: its sample says that it is one."""
    words = words_in(language)
    yield "resources:"
    yield f"  - title: {scalar(words['document'], 0, False)}"
    yield f"    url: {words['document address']}"
    yield f"    # {aligned('file: statuts.pdf', words['document file'])}"


def about_news(language: str) -> Iterator[str]:
    words = words_in(language)
    yield f"summary: {words['summary']}"
    yield f"tags: [{words['tag']}]"
    yield aligned("image: images/photo.jpg", words["image"])
    yield f"image_alt: {words['image_alt']}"
    yield aligned("dossier: nomenclature", words["dossier"])


def about_event(language: str) -> Iterator[str]:
    words = words_in(language)
    yield f"summary: {words['summary']}"
    yield f"registration: {words['registration']}"
    yield f"price: {words['price']}"


def about_offer(language: str) -> Iterator[str]:
    words = words_in(language)
    yield f"apply: {words['apply']}"
    yield f"summary: {words['summary']}"


def about_page(language: str) -> Iterator[str]:
    words = words_in(language)
    yield f"summary: {words['summary']}"
    yield aligned("menu: footer", words["menu"])


def about_minutes(language: str) -> Iterator[str]:
    words = words_in(language)
    yield f"title: {words['minutes']}"
    yield f"summary: {words['summary']}"


def first(ids: Sequence[Slug], otherwise: str) -> str:
    return ids[0] if ids else scalar(otherwise, 0, False)


def first_tuesday(today: date) -> date:
    """Of the month after `today`."""
    begins = (today.replace(day=1) + timedelta(days=31)).replace(day=1)
    return begins + timedelta(days=(TUESDAY - begins.weekday()) % 7)


def aligned(line: str, remark: str) -> str:
    """A remark, however long the line: without a space before its "#", it would be part of the value."""
    return f"{line:<{COLUMN - 1}} # {remark}"
