"""One association, several languages: what each of them reads."""

from datetime import UTC, date, datetime

import pytest

from association.collation import with_names_in_order
from association.domain.agenda import event_uid
from association.domain.articles import Article, StaticPage, Tag
from association.domain.association import Association, Identity
from association.domain.commissions import Commission, Mandate, Minutes
from association.domain.events import Event, EventDate
from association.domain.languages import in_language, saying_its_language
from association.domain.members import Member, Partner, Skill
from association.domain.places import Town, Venue
from association.domain.text import Text, plain

DAY = datetime(2026, 11, 3, tzinfo=UTC)
LANGUAGES = ("fr", "nl", "en")


def both(french: str, dutch: str) -> Text:
    return Text((("fr", french), ("nl", dutch)))


def article(slug: str, language: str, key: str = "", title: str = "Titre", *tags: Tag) -> Article:
    return Article(slug, plain(title), DAY, language=language, tags=tags, key=key)


def association(**parts: object) -> Association:
    return Association(Identity("Essai"), **parts)  # type: ignore[arg-type]


def shown(whole: Association, language: str) -> list[str]:
    return [one.slug for one in in_language(whole, language, LANGUAGES).articles]


@pytest.mark.parametrize(
    ("written", "language", "expected"),
    [
        ("fr nl", "nl", "nl"),
        ("fr nl", "fr", "fr"),
        ("nl fr", "en", "fr"),
        ("nl", "fr", "nl"),
        ("nl en", "fr", "nl"),
        ("it nl", "fr", "nl"),
        ("it de", "fr", "de"),
    ],
)
def test_a_text_is_there_once_in_the_language_or_the_one_that_comes_first(
    written: str, language: str, expected: str
) -> None:
    """Never left out, never twice."""
    whole = association(articles=tuple(article(code, code, "bilan") for code in written.split()))

    assert [expected] == shown(whole, language)


def test_texts_keep_their_order() -> None:
    """A translation takes the place of what it translates."""
    texts = (article("a", "fr"), article("c", "nl", "b"), article("b", "fr"), article("d", "fr"))

    assert ["a", "c", "d"] == shown(association(articles=texts), "nl")


def test_what_is_the_same_in_every_language_stays_the_same_object() -> None:
    """Then nobody looks at it again."""
    member = Member("kernel", "Kernel", town=Town("lens", plain("Lens")))
    whole = association(
        members=(member,), commissions=(Commission("reseaux", plain("x"), members=(member,)),)
    )

    assert whole is in_language(whole, "fr", ("fr",))
    assert member is in_language(whole, "nl", LANGUAGES).members[0]


def test_members_partners_and_the_association_are_called_as_the_language_does() -> None:
    """And members stand in the order of those names."""
    bond = Member("ligue", "Ligue", names=both("Ligue", "Bond"))
    whole = Association(
        Identity("Union", names=both("Union", "Unie")),
        members=(Member("icea", "ICEA"), bond),
        partners=(Partner("agence", "Agence", names=both("Agence", "Agentschap")),),
        commissions=(Commission("aide", plain("x"), members=(Member("icea", "ICEA"), bond)),),
    )
    dutch = with_names_in_order(in_language(whole, "nl", LANGUAGES))

    assert ("Unie", ["Bond", "ICEA"], ["Bond", "ICEA"], "Agentschap") == (
        dutch.identity.name,
        [member.name for member in dutch.members],
        [member.name for member in dutch.commissions[0].members],
        dutch.partners[0].name,
    )


def test_one_member_is_one_object_wherever_it_is_named() -> None:
    """Of a seat and of a list."""
    member = Member("ligue", "Ligue", summary=both("Aide", "Hulp"))
    seat = Commission("aide", plain("x"), chairs=(Mandate(member),), members=(member,))
    dutch = in_language(association(members=(member,), commissions=(seat,)), "nl", LANGUAGES)

    assert dutch.members[0] is dutch.commissions[0].members[0] is dutch.commissions[0].chairs[0].member


@pytest.mark.parametrize(
    ("language", "expected"), [("nl", Text((("nl", "Hulp"),), root="Aide")), ("en", Text((("fr", "Aide"),)))]
)
def test_of_words_in_several_languages_one_is_kept(language: str, expected: Text) -> None:
    """With the language that it is in, so that a page can mark it, and what it is a translation of."""
    whole = association(skills=(Skill("aide", both("Aide", "Hulp")),))

    assert expected == in_language(whole, language, LANGUAGES).skills[0].name


def test_the_words_of_a_text_are_in_its_own_language() -> None:
    """What is plain is in the first of the site elsewhere, and not there."""
    whole = association(articles=(article("feest", "nl", title="Feest"),))

    assert [Text((("nl", "Feest"),))] * 2 == [
        in_language(whole, language, LANGUAGES).articles[0].title for language in ("fr", "nl")
    ]


def test_the_places_of_an_event_keep_the_language_of_their_file() -> None:
    """A room of the list is called in the first language, a free one in that of the text."""
    rooms = (Venue("zaal", plain("Salle"), town=Town("gent", plain("Gand"))), Venue(None, plain("Zaal")))
    dates = tuple(EventDate(str(number), DAY, DAY, venue=room) for number, room in enumerate(rooms))
    whole = association(events=(Event("feest", plain("Feest"), dates, language="nl"),))
    found = [one.venue for one in in_language(whole, "en", LANGUAGES).events[0].dates]

    assert [plain("Salle"), Text((("nl", "Zaal"),))] == [room.name for room in found if room]


def test_a_topic_is_spelt_as_the_language_does() -> None:
    """One slug is one topic, in whatever language the texts about it are."""
    french, dutch = Tag("formation", plain("Formation")), Tag("formation", plain("formation"))
    texts = (article("a", "fr", "a", "A", french), article("b", "nl", "b", "B", dutch))
    whole = association(articles=texts)

    assert [{plain("Formation")}, {Text((("nl", "formation"),))}, {plain("Formation")}] == [
        {tag.name for one in in_language(whole, language, LANGUAGES).articles for tag in one.tags}
        for language in LANGUAGES
    ]


def test_a_text_that_translates_nothing_has_a_key_of_its_own() -> None:
    """Its slug; of minutes the commission and the day."""
    texts = (article("a", "fr"), StaticPage("b", plain("B")), Minutes("aide", date(2026, 11, 3)))

    assert ["a", "b", "aide/2026-11-03"] == [text.key for text in texts]


def test_calendars_tell_the_same_event_in_every_language() -> None:
    """Whoever subscribes to two has it once."""
    dates = (EventDate("1", DAY, DAY),)
    events = (Event("fete", plain("Fête"), dates), Event("feest", plain("Feest"), dates, key="fete"))

    assert ["fete.agenda", "fete.agenda"] == [event_uid(event, dates[0]) for event in events]


def test_a_page_that_introduces_a_section_is_found_in_every_language() -> None:
    """Whatever it is called there."""
    pages = (StaticPage("adherer", plain("x"), language="fr"),)
    pages += (StaticPage("lid-worden", plain("y"), language="nl", key="adherer"),)
    page = in_language(association(pages=pages), "nl", LANGUAGES).page("adherer")

    assert page and page.slug == "lid-worden"


def test_what_a_translation_takes_over_says_its_language() -> None:
    """Words of its own, not those of the lists that it names."""
    lens = Venue("cci", plain("CCI"))
    event = Event("fete", both("Fête", "Feest"), (EventDate("1", DAY, DAY, plain("Soirée"), lens),))
    taken = saying_its_language(event, "fr")

    assert (both("Fête", "Feest"), Text((("fr", "Soirée"),)), lens) == (
        taken.title,
        taken.dates[0].title,
        taken.dates[0].venue,
    )
