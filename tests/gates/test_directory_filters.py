"""The directory in the hands of a visitor: filtered with JavaScript, complete without."""

import re
from collections.abc import Iterator

import pytest
from built_site import Built
from directory_visits import answered, choose, count, listed, members, names, offered, opened, with_skill
from playwright.sync_api import Browser, Page, expect

from association.domain.text import fold

BOTH = "service=hebergement-sauvegarde&commune=bethune"


@pytest.fixture
def plain_page(browser: Browser) -> Iterator[Page]:
    """As a browser without JavaScript shows it."""
    context = browser.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


def everybody(site: Built) -> set[str]:
    return {str(member["name"]) for member in members(site)}


def test_all_members_are_shown_at_first(page: Page, host: str, tactic: Built) -> None:
    """Nothing is chosen for the visitor."""
    page.goto(f"{host}/annuaire/")

    assert everybody(tactic) == set(names(page))


def test_a_plain_visit_fetches_no_search_data(page: Page, host: str) -> None:
    """Nor the scripts that read it: who only looks pays for nothing else."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.partition("?")[0].removeprefix(host)))
    page.goto(f"{host}/annuaire/", wait_until="networkidle")

    assert ["filters.js"] == [path.rpartition("/")[2] for path in asked if path.endswith((".js", ".json"))]


def test_touching_the_form_fetches_the_search_data(page: Page, host: str) -> None:
    """Before the first key, so that it is there for it."""
    page.goto(f"{host}/annuaire/")
    with page.expect_request(re.compile(r"/annuaire/recherche\.json\?v=[0-9a-f]{8}$")) as asked:
        page.locator("main [name=q]").focus()

    assert asked.value.method == "GET"


def test_choosing_a_service_leaves_its_members(page: Page, host: str, tactic: Built) -> None:
    """At once, without a new page."""
    page.goto(f"{host}/annuaire/")
    choose(page, "service", "formation")

    assert with_skill(tactic, "formation") == set(names(page))


def test_two_services_are_one_or_the_other(page: Page, host: str, tactic: Built) -> None:
    """Or inside a facet."""
    page.goto(f"{host}/annuaire/")
    choose(page, "service", "formation")
    choose(page, "service", "telephonie")
    expect(page.locator(".chosen li")).to_have_count(2)

    assert with_skill(tactic, "formation", "telephonie") == set(names(page))


def test_a_service_and_a_town_are_both_meant(page: Page, host: str, tactic: Built) -> None:
    """And between facets; who serves the town counts as there, as on the page of both."""
    opened(page, f"{host}/annuaire/?{BOTH}")
    expected = listed(tactic, "annuaire/competences/hebergement-sauvegarde/bethune/")

    assert expected and expected == set(names(page))


def test_who_takes_interns_can_be_asked_for(page: Page, host: str, tactic: Built) -> None:
    """One box."""
    opened(page, f"{host}/annuaire/?stages=1")

    assert {member["name"] for member in members(tactic) if member["interns"]} == set(names(page))


def test_the_number_beside_an_option_is_what_one_gets(page: Page, host: str) -> None:
    """With what else is chosen, for every option of another facet."""
    opened(page, f"{host}/annuaire/?service=formation&stages=1")
    options = page.locator(".filters [name=commune] option:not([value=''])")
    towns = options.evaluate_all("options => options.map(({ value }) => value)")
    said = {town: offered(page, "commune", town) for town in towns}
    got = {town: found(page, f"{host}/annuaire/?service=formation&commune={town}&stages=1") for town in towns}

    assert any(said.values()) and said == got


def found(page: Page, address: str) -> int:
    opened(page, address)
    return len(names(page))


def test_the_number_beside_another_option_of_the_same_facet_ignores_the_chosen_one(
    page: Page, host: str, tactic: Built
) -> None:
    """It tells what that option would bring, with what is chosen in the other facets."""
    opened(page, f"{host}/annuaire/?service=formation&stages=1")
    with_interns = {str(member["name"]) for member in members(tactic) if member["interns"]}
    expected = with_skill(tactic, "hebergement-sauvegarde")

    assert len(expected & with_interns) < len(expected)
    assert len(expected & with_interns) == offered(page, "service", "hebergement-sauvegarde")


def test_the_number_of_results_is_announced(page: Page, host: str, tactic: Built) -> None:
    """In a live region, in the words of the page."""
    opened(page, f"{host}/annuaire/?service=formation")

    assert f"{len(with_skill(tactic, 'formation'))} membres" == count(page)


def test_the_address_tells_what_was_chosen(page: Page, host: str) -> None:
    """So that it can be sent to somebody."""
    page.goto(f"{host}/annuaire/")
    choose(page, "service", "formation")
    choose(page, "service", "telephonie")

    expect(page).to_have_url(re.compile(r"/annuaire/\?service=telephonie&service=formation$"))


def test_an_address_that_was_sent_shows_the_same(browser: Browser, page: Page, host: str) -> None:
    """In another browser: choice, result and order."""
    page.goto(f"{host}/annuaire/")
    choose(page, "service", "formation")
    choose(page, "commune", "lens")
    expect(page.locator(".chosen li")).to_have_count(2)
    elsewhere = browser.new_context()
    other = elsewhere.new_page()
    opened(other, page.url)
    shown = names(other)
    elsewhere.close()

    assert shown and names(page) == shown


def test_going_back_shows_what_was_there_before(page: Page, host: str, tactic: Built) -> None:
    """A member's page and back: the choice is still there."""
    opened(page, f"{host}/annuaire/?service=formation")
    page.locator("main .entry:visible h3 a").first.click()
    page.wait_for_url(re.compile(r"/annuaire/[^/?]+/$"))
    page.go_back()
    answered(page)
    expect(page.locator("[name=service][value=formation]")).to_be_checked()

    assert with_skill(tactic, "formation") == set(names(page))


def test_going_back_takes_one_choice_after_the_other_back(page: Page, host: str, tactic: Built) -> None:
    """And at last shows the list as it came."""
    page.goto(f"{host}/annuaire/")
    choose(page, "service", "formation")
    choose(page, "commune", "lens")
    page.go_back()
    expect(page.locator(".chosen li")).to_have_count(1)
    one = set(names(page))
    page.go_back()
    expect(page.locator(".still")).to_be_visible()

    assert (with_skill(tactic, "formation"), everybody(tactic)) == (one, set(names(page)))


def test_each_choice_can_be_taken_back(page: Page, host: str, tactic: Built) -> None:
    """By a button that names it, without opening a facet."""
    opened(page, f"{host}/annuaire/?{BOTH}")
    page.get_by_role("button", name="Retirer le critère « Béthune »").click()
    expect(page.locator(".chosen li")).to_have_count(1)

    assert with_skill(tactic, "hebergement-sauvegarde") == set(names(page))


def test_all_choices_can_be_taken_back_at_once(page: Page, host: str, tactic: Built) -> None:
    """The whole list comes back as the server wrote it, and the address is clean."""
    page.goto(f"{host}/annuaire/")
    before = names(page)
    choose(page, "service", "formation")
    page.locator(".chosen").get_by_role("link", name="Effacer les filtres").click()
    expect(page.locator(".still")).to_be_visible()

    assert (before, f"{host}/annuaire/") == (names(page), page.url)


def test_who_comes_first_is_whose_turn_it_is(page: Page, host: str, tactic: Built) -> None:
    """The same order as on the static page of the service."""
    opened(page, f"{host}/annuaire/?service=hebergement-sauvegarde")
    static = [
        heading.partition(" ")[2]
        for heading in tactic.page("annuaire/competences/hebergement-sauvegarde/").headings
        if heading.partition(" ")[2] in with_skill(tactic, "hebergement-sauvegarde")
    ]

    assert static and static == names(page)


def test_the_list_can_be_sorted_by_name(page: Page, host: str) -> None:
    """On demand, and the address says so."""
    page.goto(f"{host}/annuaire/")
    page.select_option("[name=tri]", "nom")
    answered(page)
    expect(page).to_have_url(re.compile(r"/annuaire/\?tri=nom$"))

    assert sorted(names(page), key=fold) == names(page)


def test_a_town_of_the_map_is_a_choice(page: Page, host: str, tactic: Built) -> None:
    """In place, though it is a link to the page of that town."""
    page.goto(f"{host}/annuaire/")
    page.locator(".map [data-commune=lens] .hit").click()
    answered(page)
    expect(page).to_have_url(re.compile(r"/annuaire/\?commune=lens$"))

    assert listed(tactic, "annuaire/lieux/lens/") == set(names(page))


def test_the_sentence_of_the_home_page_leads_to_the_filtered_directory(page: Page, host: str) -> None:
    """« Je cherche … à … »."""
    page.goto(f"{host}/")
    page.select_option("main [name=service]", "formation")
    page.locator("main search button").first.click()
    answered(page)

    expect(page).to_have_url(re.compile(r"/annuaire/\?(?:q=&)?service=formation"))


@pytest.mark.parametrize("visitor", ["page", "plain_page"])
def test_a_web_agency_in_a_town_is_two_clicks_from_the_home_page(
    request: pytest.FixtureRequest, host: str, tactic: Built, visitor: str
) -> None:
    """Lens, with and without JavaScript: the service in the town, then the agency."""
    page: Page = request.getfixturevalue(visitor)
    page.goto(f"{host}/")
    page.locator("main a[href$='competences/sites-web/lens/']:visible").first.click()
    page.wait_for_url("**/annuaire/competences/sites-web/lens/")
    page.locator("main .entry h3 a").first.click()
    page.wait_for_url(re.compile(r"/annuaire/[a-z0-9-]+/$"))
    said = page.locator("h1").inner_text().strip()

    assert said in listed(tactic, "annuaire/competences/sites-web/lens/")


def test_a_choice_that_no_longer_exists_shows_the_whole_list(page: Page, host: str, tactic: Built) -> None:
    """And says so."""
    page.goto(f"{host}/annuaire/?service=disparu")
    expect(page.locator("main .error")).to_have_text("Ce critère n’existe plus ; voici la liste complète.")

    assert everybody(tactic) == set(names(page))


def test_a_choice_that_no_longer_exists_does_not_undo_the_others(
    page: Page, host: str, tactic: Built
) -> None:
    """It is dropped, and said."""
    opened(page, f"{host}/annuaire/?service=disparu&service=formation")
    expect(page.locator("main .error")).to_contain_text("n’existe plus")

    assert with_skill(tactic, "formation") == set(names(page))


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("service=nope", "Service : « nope » n’existe pas ici. Au choix : Sites et applications web, "),
        ("commune=nope", "Commune : « nope » n’existe pas ici. Au choix : Arras, Lens, "),
        ("type=nope", "Catégorie : « nope » n’existe pas ici. Au choix : Éditeurs, "),
        ("langue=nope", "Langue parlée : « nope » n’existe pas ici. Au choix : français, "),
        ("autour=nope", "Commune : « nope » n’existe pas ici. Au choix : Arras, Lens, "),
        ("tri=nope", "Trier : « nope » n’existe pas ici. Au choix : à tour de rôle, par nom."),
        ("stages=2", "« 2 » n’existe pas ici. Au choix : Accueille des stagiaires."),
        (
            "page=9",
            "« page » n’est pas un filtre de cette page. Au choix : Compétence, besoin ou nom, Commune, ",
        ),
        ("service=%3Cb%3E" + 60 * "x", "Service : « <b>" + 37 * "x" + "… » n’existe pas ici."),
    ],
)
def test_what_does_not_exist_is_told_with_what_there_is(
    page: Page, host: str, tactic: Built, query: str, said: str
) -> None:
    """By its name, to eyes and ears, above the list of everybody."""
    page.goto(f"{host}/annuaire/?{query}")
    trouble = page.locator("main .trouble[role=status]")
    expect(trouble.locator(".note")).to_be_visible()

    assert said in re.sub(r"\s", " ", trouble.locator(".note").inner_text())
    assert everybody(tactic) == set(names(page))


def test_several_things_that_do_not_exist_are_all_told(page: Page, host: str, tactic: Built) -> None:
    """And what does exist still counts, until the next choice, which begins afresh."""
    opened(page, f"{host}/annuaire/?service=nope&commune=lens&foo=bar")
    told = page.locator("main .trouble .note").inner_text()
    shown = set(names(page))
    choose(page, "service", "formation")
    expect(page.locator("main .trouble .note")).to_be_hidden()

    assert [True, True, False] == [word in told for word in ("nope", "foo", "lens")]
    assert listed(tactic, "annuaire/lieux/lens/") == shown


@pytest.mark.parametrize("query", ["q=", "service=&commune=", "utm_source=lettre&fbclid=1", "stages="])
def test_an_address_that_asks_for_nothing_is_told_nothing(page: Page, host: str, query: str) -> None:
    """Empty fields of a form, and what others hang on to links; no data is fetched for them."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.partition("?")[0]))
    page.goto(f"{host}/annuaire/?{query}", wait_until="networkidle")

    assert "" == page.locator("main .trouble").inner_text().strip()
    assert [] == [address for address in asked if address.endswith(".json")]


def test_nobody_is_told_with_ways_out(page: Page, host: str) -> None:
    """What is missing by its name, and the pages of the service and of the town."""
    opened(page, f"{host}/annuaire/?service=applications-mobiles&commune=bruay-la-buissiere")
    ways = page.locator(".empty .rows a:visible").evaluate_all("links => links.map((a) => a.pathname)")

    expect(page.locator(".empty .lead")).to_have_text(
        "Personne à Bruay-la-Buissière ne propose encore « Applications mobiles »."
    )
    assert [
        "/annuaire/competences/applications-mobiles/",
        "/annuaire/lieux/bruay-la-buissiere/",
        "/annuaire/",
    ] == ways


def test_data_that_cannot_be_fetched_is_said(page: Page, host: str, tactic: Built) -> None:
    """The list stays, and links still lead everywhere."""
    page.route("**/recherche.json*", lambda route: route.abort())
    page.goto(f"{host}/annuaire/?service=formation")
    expect(page.locator("main .error")).to_contain_text("n’a pas pu être chargée")

    assert everybody(tactic) == set(names(page))


def test_without_javascript_every_member_is_there(plain_page: Page, host: str, tactic: Built) -> None:
    """The list does not wait for a script."""
    plain_page.goto(f"{host}/annuaire/")

    assert everybody(tactic) == set(names(plain_page))


def test_without_javascript_one_still_finds_a_service_in_a_town(
    plain_page: Page, host: str, tactic: Built
) -> None:
    """By links, page by page: directory, service, town."""
    plain_page.goto(f"{host}/annuaire/")
    plain_page.locator("main a[href$='competences/hebergement-sauvegarde/']:visible").first.click()
    plain_page.locator("main a[href*='hebergement-sauvegarde/bethune/'], main a[href$='bethune/']").locator(
        "visible=true"
    ).first.click()

    expect(plain_page.locator("h1")).to_contain_text("Béthune")


def test_without_javascript_no_control_is_offered_that_does_nothing(plain_page: Page, host: str) -> None:
    """A filter that cannot work is not shown."""
    plain_page.goto(f"{host}/annuaire/")

    assert 0 == plain_page.locator("main :is(select, input, summary, button):visible").count()
