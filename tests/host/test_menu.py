"""The menus of the site, from what its sections say."""

from association.host.site import MenuItem, menu_of

ITEMS = (
    MenuItem("JOINING", "adherer/"),
    MenuItem("PAGE", "contact/", "Contact"),
    MenuItem("NEWS", "actualites/"),
    MenuItem("PAGE", "mentions/", "Mentions", "footer"),
    MenuItem("DIRECTORY", "annuaire/"),
    MenuItem("PAGE", "a-propos/", "À propos"),
)


def test_the_rubrics_have_the_order_of_the_addresses_and_pages_their_own() -> None:
    """Pelican asks the sections in any order."""
    expected = ["annuaire/", "actualites/", "contact/", "a-propos/", "adherer/"]

    assert expected == [item.url for item in menu_of(ITEMS, "main")]


def test_the_foot_has_its_own_pages() -> None:
    """Those that say so."""

    assert ["mentions/"] == [item.url for item in menu_of(ITEMS, "footer")]
