"""Who is near: a town that is chosen, or the visitor's own position, which stays on the device."""

import re
from collections.abc import Iterator

import pytest
from built_site import SiteOf
from directory_visits import answered, around, choose, names, opened
from playwright.sync_api import Browser, Locator, Page, expect
from static_host import hosted

MEMBERS = """\
towns:
  - {id: lens, name: Lens, lat: 50.4291, lon: 2.8317}
  - {id: lievin, name: Liévin, lat: 50.4228, lon: 2.7786}
  - {id: arras, name: Arras, lat: 50.2910, lon: 2.7775}
  - {id: touquet, name: Le Touquet, lat: 50.5211, lon: 1.5908}
  - {id: ailleurs, name: Ailleurs}
members:
  - {id: a, name: Absent, town: ailleurs}
  - {id: b, name: Bout du monde, town: touquet}
  - {id: c, name: Chez Arras, town: arras}
  - {id: d, name: Dessert Lens, town: touquet, serves: [lens]}
  - {id: l, name: Lensois, town: lens}
  - {id: v, name: Voisin, town: lievin}
"""
HERE = {"latitude": 50.4291, "longitude": 2.8317}


@pytest.fixture(scope="module")
def address(site_of: SiteOf) -> Iterator[str]:
    with hosted(site_of({"members.yaml": MEMBERS}).folder) as host:
        yield f"{host}/annuaire/"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """As a browser whose visitor refuses to tell where they are."""
    context = browser.new_context(locale="fr-FR")
    yield context.new_page()
    context.close()


@pytest.fixture
def located(browser: Browser) -> Iterator[Page]:
    """As a browser whose visitor is in Lens, and agrees to be asked."""
    context = browser.new_context(geolocation=HERE, permissions=["geolocation"])
    yield context.new_page()
    context.close()


def locate(page: Page) -> None:
    page.get_by_role("button", name="Autour de ma position").click()


def notes(page: Page) -> dict[str, str]:
    """By member, what is said first below the name and the summary."""
    entries = page.locator("main .entry:visible")
    return {
        str(one.locator("h3").text_content()): str(one.locator(".meta span").first.text_content())
        for one in entries.all()
    }


def parts(page: Page) -> list[tuple[str, list[str]]]:
    """Of the list that can be seen, each part by its title: names, with what is said first below."""
    return [
        (said(part.locator("h2")), [f"{said(one.locator('h3'))}: {whence(one)}" for one in entries(part)])
        for part in page.locator("main section:visible", has=page.locator(".entry")).all()
    ]


def entries(part: Locator) -> list[Locator]:
    return part.locator(".entry").all()


def whence(entry: Locator) -> str:
    return said(entry.locator(".meta span").first)


def said(part: Locator) -> str:
    return re.sub(r"\s+", " ", str(part.text_content())).strip()


def test_around_a_town_are_its_residents_then_who_comes_then_the_others(page: Page, address: str) -> None:
    """Whoever comes to Lens from Le Touquet is as far away as Le Touquet is."""
    opened(page, f"{address}?autour=lens")

    assert [
        ("À Lens", ["Lensois: Lens"]),
        ("Viennent à Lens", ["Dessert Lens: Le Touquet, à 88 km"]),
        (
            "Ailleurs",
            [
                "Voisin: Liévin, à 4 km",
                "Chez Arras: Arras, à 16 km",
                "Bout du monde: Le Touquet, à 88 km",
                "Absent: Ailleurs, distance inconnue",
            ],
        ),
    ] == parts(page)


def test_to_serve_a_town_brings_nobody_nearer(page: Page, address: str) -> None:
    """Somebody from Le Touquet who comes to Lens is not sixteen kilometres from Arras."""
    opened(page, f"{address}?autour=arras")
    _, elsewhere = parts(page)

    assert "Dessert Lens: Le Touquet, à 88 km" in elsewhere[1]


@pytest.mark.parametrize("town", ["lens", "lievin", "touquet", "ailleurs"])
def test_a_town_that_is_ticked_is_as_its_own_page(page: Page, address: str, town: str) -> None:
    """With script as without: the same members, in the same parts, order and words."""
    page.goto(f"{address}lieux/{town}/")
    still = parts(page)
    opened(page, f"{address}?commune={town}")

    assert still == parts(page)


def test_the_sentence_of_the_home_page_answers_as_the_page_of_both(page: Page, host: str) -> None:
    """« Je cherche … à … », and the page of that service in that town."""
    page.goto(f"{host}/annuaire/competences/sites-web/lens/")
    still = parts(page)
    page.goto(host)
    page.select_option("[name=service]", "sites-web")
    page.select_option("[name=commune]", "lens")
    page.get_by_role("button", name="Trouver").click()
    page.wait_for_url("**/annuaire/?*")
    answered(page)

    assert (2, still) == (len(still), parts(page))


def test_a_part_with_nobody_has_no_title(page: Page, address: str) -> None:
    """Nobody comes to Arras."""
    opened(page, f"{address}?commune=arras")

    assert [("À Arras", ["Chez Arras: Arras"])] == parts(page)


def test_a_list_around_a_town_says_which_number_is_which(page: Page, address: str) -> None:
    """Where there are two."""
    opened(page, f"{address}?commune=lens")
    note = page.locator(".found > .note").first
    first = note.text_content()
    page.goto(f"{address}?commune=arras")
    answered(page)

    assert "1 à Lens, 1 y intervient." == first
    expect(note).to_be_hidden()


def test_where_nothing_is_measured_that_is_said_once(page: Page, site_of: SiteOf) -> None:
    """As on the page of that town."""
    free = "members:\n  - {id: a, name: A, town: Ici, serves: [Là]}\n  - {id: b, name: B, town: Là}\n"
    with hosted(site_of({"members.yaml": free}).folder) as host:
        page.goto(f"{host}/annuaire/lieux/la/")
        still = parts(page)
        opened(page, f"{host}/annuaire/?commune=la")
        note = page.locator(".found > .note:visible", has_text="inconnue")

        expect(note).to_have_text("La distance de celui qui y vient est inconnue.")
        assert still == parts(page)


def test_a_town_with_an_article_is_said_as_one_says_it(page: Page, address: str) -> None:
    """« Au Touquet »."""
    opened(page, f"{address}?autour=touquet")

    assert "Au Touquet" == parts(page)[0][0]


def test_who_comes_to_the_town_says_so_in_a_list_without_parts(page: Page, address: str) -> None:
    """By name there is one list."""
    opened(page, f"{address}?autour=lens&tri=nom")

    assert ("intervient à Lens", "Lens") == (notes(page)["Dessert Lens"], notes(page)["Lensois"])


def test_choosing_a_town_puts_it_into_the_address(page: Page, address: str) -> None:
    """To be sent to a colleague."""
    page.goto(address)
    around(page, "arras")
    expect(page).to_have_url(f"{address}?autour=arras")

    assert "Chez Arras" == names(page)[0]


def test_a_town_does_not_undo_an_order_by_name(page: Page, address: str) -> None:
    """Distances are said, the order is the one that was asked for."""
    opened(page, f"{address}?autour=lens&tri=nom")

    assert ["Absent", "Bout du monde", "Chez Arras", "Dessert Lens", "Lensois", "Voisin"] == names(page)


def test_an_order_by_distance_from_nowhere_is_not_offered(page: Page, address: str) -> None:
    """It appears with a place."""
    opened(page, f"{address}?tri=nom")
    before = page.locator("[name=tri] option").count()
    around(page, "lens")

    expect(page.locator("[name=tri] option")).to_have_count(before + 1)


def test_in_a_town_and_around_it_are_one_question(page: Page, address: str) -> None:
    """Ticking « et alentour » turns one into the other, and back."""
    page.goto(address)
    choose(page, "commune", "lens")
    expect(page).to_have_url(f"{address}?commune=lens")
    page.locator("[data-nearby]").check()
    expect(page).to_have_url(f"{address}?autour=lens")
    page.locator("[data-nearby]").uncheck()

    expect(page).to_have_url(f"{address}?commune=lens")


def test_around_a_town_where_nobody_is_are_the_nearest(page: Page, site_of: SiteOf) -> None:
    """To choose it can mean nothing else."""
    nobody = MEMBERS.replace("towns:", "towns:\n  - {id: desert, name: Désert, lat: 50.5, lon: 2.9}")
    with hosted(site_of({"members.yaml": nobody}).folder) as host:
        page.goto(f"{host}/annuaire/")
        choose(page, "commune", "desert")

        expect(page).to_have_url(f"{host}/annuaire/?autour=desert")
        expect(page.locator(".chosen li")).to_contain_text(["Près : Désert"])


def test_around_a_town_that_nobody_has_placed_is_not_offered(page: Page, address: str) -> None:
    """There is no distance to it."""
    page.goto(address)
    choose(page, "commune", "ailleurs")

    expect(page.locator("[data-nearby]")).to_be_disabled()


def test_an_address_may_ask_for_more_towns_than_one(page: Page, address: str) -> None:
    """Of one or of the other, from a third; each can be taken back."""
    opened(page, f"{address}?commune=lens&commune=arras&autour=lievin")
    page.get_by_role("button", name="Retirer le critère « Près : Liévin »").click()
    expect(page).to_have_url(f"{address}?commune=lens&commune=arras")

    assert "plusieurs communes" == page.locator(".where select").evaluate(
        "one => one.selectedOptions[0].text"
    )
    assert {"Lensois", "Dessert Lens", "Chez Arras"} == set(names(page))


def test_the_visitor_s_own_position_sorts_the_list(located: Page, address: str) -> None:
    """Once they ask for it."""
    located.goto(address)
    locate(located)
    answered(located)

    assert ["Lensois", "Voisin", "Chez Arras"] == names(located)[:3]
    assert "Lens, à moins d’un kilomètre" == notes(located)["Lensois"]


def test_the_visitor_s_own_position_leaves_the_device_in_no_address(located: Page, address: str) -> None:
    """Neither the page's nor a request's."""
    asked: list[str] = []
    located.on("request", lambda request: asked.append(f"{request.url} {request.post_data or ''}"))
    located.goto(address)
    locate(located)
    answered(located)

    assert address == located.url
    assert [] == [one for one in asked if "50.4" in one or "2.8" in one]


def test_the_visitor_s_own_position_can_be_taken_back(located: Page, address: str) -> None:
    """Like every other choice."""
    located.goto(address)
    locate(located)
    located.get_by_role("button", name="Retirer le critère « Près : ma position »").click()

    expect(located.locator(".still")).to_be_visible()


def test_a_refusal_is_one_clear_sentence(page: Page, address: str) -> None:
    """And says what to do instead; the list stays."""
    page.goto(address)
    locate(page)
    expect(page.locator(".where [role=status]")).to_have_text(
        "Votre navigateur n’a pas donné votre position. Choisissez plutôt une commune."
    )

    expect(page.locator(".still")).to_be_visible()


def test_a_position_that_is_not_found_is_one_clear_sentence(page: Page, address: str) -> None:
    """No satellite, no network: another sentence than a refusal."""
    page.add_init_script(
        "navigator.geolocation.getCurrentPosition = (found, lost) => lost({code: 3, PERMISSION_DENIED: 1})"
    )
    page.goto(address)
    locate(page)

    expect(page.locator(".where [role=status]")).to_have_text(
        "Votre position n’a pas pu être trouvée. Choisissez plutôt une commune."
    )


def test_nobody_is_asked_where_they_are_before_they_ask(located: Page, address: str) -> None:
    """Neither on arrival nor with a town in the address."""
    located.add_init_script(
        "window.asked = 0; navigator.geolocation.getCurrentPosition = () => { window.asked += 1 }"
    )
    opened(located, f"{address}?autour=lens")

    assert 0 == located.evaluate("() => window.asked")
