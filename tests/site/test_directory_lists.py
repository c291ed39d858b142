"""Lists of members as a visitor without JavaScript walks through them."""

from datetime import timedelta

import pytest
from built_site import SMALLEST_SETTINGS, TODAY, Built, Files, SiteOf
from html_pages import Element, Page
from linked_data import of_type
from site_links import followed

from association.render.address_words import in_words_of

VOCABULARY = """\
skills:
  - {id: web, name: Sites web, plural: Agences web, description: Concevoir un site.}
  - {id: wifi, name: Réseaux}
  - {id: securite, name: Sécurité}
towns:
  - {id: arras, name: Arras, lat: 50.2910, lon: 2.7775}
  - {id: lens, name: Lens, lat: 50.4291, lon: 2.8317}
  - {id: lievin, name: Liévin, lat: 50.4228, lon: 2.7786}
  - {id: touquet, name: Le Touquet}
"""
FOUR = (
    VOCABULARY
    + """\
members:
  - {id: alpha, name: Alpha, skills: [web, securite], town: lens}
  - {id: beta, name: Bêta, skills: [web, wifi], town: arras, serves: [lens]}
  - {id: gamma, name: Gamma, skills: [web, securite], town: lievin, serves: [lens, touquet]}
  - {id: delta, name: Delta, skills: [web], town: lens}
  - {id: omega, name: Oméga, skills: [wifi], town: arras}
"""
)
WEB, WEB_IN_LENS = "annuaire/competences/web/", "annuaire/competences/web/lens/"
MANY = 250


@pytest.fixture(scope="module")
def small(site_of: SiteOf) -> Built:
    return site_of({"members.yaml": FOUR})


@pytest.fixture(scope="module")
def large(site_of: SiteOf) -> Built:
    """A hundred entries a page."""
    entries = "".join(
        f"  - {{id: m{n:03}, name: Membre {n:03}, skills: [web], town: lens}}\n" for n in range(MANY)
    )
    return site_of({"members.yaml": f"{VOCABULARY}members:\n{entries}"})


def entries_of(page: Page) -> list[str]:
    """Addresses of the members who have an entry, in order; the script's blank entry is none."""
    blank = {entry for template in page.main.iter("template") for entry in template.iter()}
    entries = (entry for entry in page.main.with_class("entry") if entry not in blank)
    return [page.target(entry.first("h3").first("a")["href"]) for entry in entries]


@pytest.mark.parametrize("url", ["annuaire/", "annuaire/par/nom/", WEB, WEB_IN_LENS, "annuaire/lieux/lens/"])
def test_every_member_is_reached_by_turning_pages(large: Built, url: str) -> None:
    """Each once, a hundred on a page."""
    found = [entries_of(page) for page in followed(large, url)]
    everybody = {member for page in found for member in page}

    assert ([100, 100, 50], MANY) == ([len(page) for page in found], len(everybody))


def test_the_count_is_that_of_the_whole_list(large: Built) -> None:
    """And says which part of it this is."""
    counts = [page.main.with_class("count")[0].text for page in followed(large, WEB)]

    assert [f"250 membres, page {number} sur 3" for number in (1, 2, 3)] == counts


def test_a_further_page_says_which_one_it_is(large: Built) -> None:
    """In its title, its heading and its description; the first needs no number."""
    first, second = large.page(WEB_IN_LENS), large.page(f"{WEB_IN_LENS}page/2/")

    assert [
        "Agences web à Lens – Annuaire – Essai",
        "Agences web à Lens – page 2 – Annuaire – Essai",
    ] == [first.title, second.title]
    assert "1 Agences web à Lens – page 2" in second.headings
    assert "Agences web à Lens – page 2, 250 membres, page 2 sur 3." == description(second)


def test_the_page_one_is_on_is_marked_among_the_others(large: Built) -> None:
    """For eyes and for screen readers; one can go both ways, and to each page."""
    page = large.page(f"{WEB}page/2/")
    current = [e.text for e in page.main.iter() if e["aria-current"] == "page" and e.tag == "b"]

    assert ["Page 2"] == current
    assert (WEB, f"{WEB}page/3/", WEB, f"{WEB}page/3/") == tuple(
        page.link(words) for words in ("Page précédente", "Page suivante", "Page 1", "Page 3")
    )


def test_a_further_page_leads_back_to_its_list(large: Built) -> None:
    """The crumb of the list is a link on its second page."""

    assert (WEB, "annuaire/") == (
        large.page(f"{WEB}page/2/").link("Agences web"),
        large.page("annuaire/page/2/").link("Annuaire"),
    )


def test_all_pages_of_a_list_are_in_the_sitemap(large: Built) -> None:
    """Each is worth finding: its members are on no other."""
    listed = large.text("sitemap.xml")

    assert all(
        f"{url}page/3/</loc>" in listed for url in ("annuaire/", "annuaire/par/nom/", WEB, WEB_IN_LENS)
    )


def test_a_list_that_fits_on_one_page_has_no_pages(small: Built) -> None:
    """Nothing to turn."""

    assert not any(small.has(f"{url}page/2/") for url in ("annuaire/", WEB))
    assert "page" not in small.page(WEB).main.with_class("count")[0].text


def test_the_number_of_entries_on_a_page_is_a_setting(site_of: SiteOf) -> None:
    """`MEMBERS_PER_PAGE`."""
    site = site_of({"members.yaml": FOUR, "pelicanconf.py": f"{SMALLEST_SETTINGS}MEMBERS_PER_PAGE = 2\n"})

    assert [2, 2, 1] == [len(entries_of(page)) for page in followed(site, "annuaire/")]


def test_without_further_pages_everybody_is_on_the_first(site_of: SiteOf) -> None:
    """An empty `…_SAVE_AS` switches pages off; no member is lost with them."""
    settings = f'{SMALLEST_SETTINGS}MEMBERS_PER_PAGE = 2\nSKILL_PAGE_SAVE_AS = ""\n'
    site = site_of({"members.yaml": FOUR, "pelicanconf.py": settings})

    assert (4, False) == (len(entries_of(site.page(WEB))), site.has(f"{WEB}page/2/"))


def test_each_day_begins_with_another_member(site_of: SiteOf) -> None:
    """In the directory and in every list of it, in its own turn; in a town, with another resident."""
    days = [site_of({"members.yaml": FOUR}, moment=TODAY + timedelta(days=day)) for day in range(4)]
    firsts = [{entries_of(site.page(url))[0] for site in days} for url in (WEB, WEB_IN_LENS)]

    assert [4, {"annuaire/alpha/", "annuaire/delta/"}] == [len(firsts[0]), firsts[1]]


def parts_of(page: Page) -> list[tuple[str, list[str]]]:
    """Each part of a list by its title, with what its entries say: name, and where from."""
    return [
        (section.first("h2").text, [f"{name_of(one)}: {whence(one)}" for one in section.with_class("entry")])
        for section in page.main.iter("section")
    ]


def name_of(entry: Element) -> str:
    return entry.first("h3").text


def whence(entry: Element) -> str:
    meta = entry.with_class("meta")
    return meta[0].first("span").text if meta else ""


@pytest.mark.parametrize("url", [WEB_IN_LENS, "annuaire/lieux/lens/"])
def test_residents_come_first_and_who_comes_second(small: Built, url: str) -> None:
    """Under two titles, and as far away as their own town is."""

    assert [
        ("À Lens", ["Alpha: Lens", "Delta: Lens"]),
        ("Viennent à Lens", ["Gamma: Liévin, à 4 km", "Bêta: Arras, à 16 km"]),
    ] == parts_of(small.page(url))


def test_a_part_with_nobody_has_no_title(small: Built) -> None:
    """Neither of a town where nobody is, nor of one to which nobody comes."""
    pages = ("annuaire/lieux/touquet/", "annuaire/competences/wifi/arras/")
    titles = [[title for title, _ in parts_of(small.page(url))] for url in pages]

    assert [["Viennent au Touquet"], ["À Arras"]] == titles


def test_a_list_says_which_number_is_which(small: Built) -> None:
    """« 2 à Lens, 2 y interviennent », and in which order they are."""
    (note,) = small.page(WEB_IN_LENS).main.with_class("note")

    assert (
        "2 à Lens, 2 y interviennent. D’abord ceux de la commune, dont l’ordre change chaque jour. "
        "Ceux qui y viennent, du plus proche au plus lointain. "
        "Distances de commune à commune, à vol d’oiseau. Tous les membres, par ordre alphabétique"
    ) == note.text


ARTICLES = """towns:
  - {id: mees, name: Les Mées, lat: 44.03, lon: 5.97}
  - {id: rochelle, name: La Rochelle, lat: 46.16, lon: -1.15}
  - {id: mans, name: Le Mans, lat: 48.0061, lon: 0.1996}
  - {id: voisin, name: Voisin, lat: 48.0062, lon: 0.1997}
  - {id: flou, name: Flou}
members:
  - {id: a, name: Alpha, town: mees, serves: [mees, rochelle, mans]}
  - {id: b, name: Bêta, town: rochelle, serves: [mees, mans]}
  - {id: c, name: Cent, town: mans, serves: [mees, rochelle, flou]}
  - {id: d, name: Delta, serves: [mans]}
  - {id: e, name: Écho, town: voisin, serves: [mans]}
  - {id: f, name: Fa, town: flou, serves: [mans]}
"""


@pytest.fixture(scope="module")
def articles(site_of: SiteOf) -> Built:
    return site_of({"members.yaml": ARTICLES})


@pytest.mark.parametrize(
    ("town", "titles"),
    [
        ("mees", ["Aux Mées", "Viennent aux Mées"]),
        ("rochelle", ["À La Rochelle", "Viennent à La Rochelle"]),
        ("mans", ["Au Mans", "Viennent au Mans"]),
    ],
)
def test_towns_with_an_article_are_said_as_one_says_them(
    articles: Built, town: str, titles: list[str]
) -> None:
    """« Au Mans », never « à Le Mans »."""

    assert titles == [title for title, _ in parts_of(articles.page(f"annuaire/lieux/{town}/"))]


def test_an_unknown_distance_is_said_to_be_unknown(articles: Built) -> None:
    """Of who has no town, or one that is nowhere; a near one is less than a kilometre away."""
    _, coming = parts_of(articles.page("annuaire/lieux/mans/"))

    assert [
        "Écho: Voisin, à moins d’un kilomètre",
        "Bêta: La Rochelle, à 229 km",
        "Alpha: Les Mées, à 627 km",
        "Delta: distance inconnue",
        "Fa: Flou, distance inconnue",
    ] == coming[1]


def test_where_nothing_is_measured_that_is_said_once(articles: Built, site_of: SiteOf) -> None:
    """Not at every entry; free words for towns have no positions."""
    free = "members:\n  - {id: a, name: A, town: Ici, serves: [Là]}\n  - {id: b, name: B, town: Là}\n"
    pages = (
        articles.page("annuaire/lieux/flou/"),
        site_of({"members.yaml": free}).page("annuaire/lieux/la/"),
    )
    notes = [page.main.with_class("note")[0].text for page in pages]

    assert [["Cent: Le Mans"], ["A: Ici"]] == [parts_of(page)[1][1] for page in pages]
    assert [
        "1 à Flou, 1 y intervient. La distance de celui qui y vient est inconnue.",
        "1 à Là, 1 y intervient. La distance de celui qui y vient est inconnue.",
    ] == notes


def test_pages_of_a_long_list_go_on_with_the_same_parts(site_of: SiteOf) -> None:
    """Who comes begins where the residents end."""
    files: Files = {"members.yaml": FOUR, "pelicanconf.py": f"{SMALLEST_SETTINGS}MEMBERS_PER_PAGE = 3\n"}
    first, second = followed(site_of(files), WEB_IN_LENS)

    assert [("À Lens", 2), ("Viennent à Lens", 1), ("Viennent à Lens", 1)] == [
        (title, len(entries)) for page in (first, second) for title, entries in parts_of(page)
    ]


def test_search_engines_are_told_the_members_in_that_order(small: Built) -> None:
    """With the address each has, not the town they come to."""
    told = of_type(small.page(WEB_IN_LENS), "ItemList")["itemListElement"]
    items = [one["item"] for one in told]

    assert [("Alpha", "Lens"), ("Delta", "Lens"), ("Gamma", "Liévin"), ("Bêta", "Arras")] == [
        (item["name"], item["address"]["addressLocality"]) for item in items
    ]


def test_the_order_is_the_same_all_day(site_of: SiteOf, small: Built) -> None:
    """For all visitors, however often the site is built."""
    evening = site_of({"members.yaml": FOUR}, moment=TODAY + timedelta(hours=10))

    assert entries_of(small.page("annuaire/")) == entries_of(evening.page("annuaire/"))


def test_the_order_is_explained_beside_a_list(small: Built) -> None:
    """With the way to the one that does not change."""
    page = small.page(WEB)

    assert "L’ordre change chaque jour, pour que chacun passe en tête." in page.main.text
    assert "annuaire/par/nom/" == page.link("Tous les membres, par ordre alphabétique")


def test_members_are_listed_by_name_too(small: Built) -> None:
    """Accents do not count."""
    page = small.page("annuaire/par/nom/")

    assert "1 Tous les membres, par ordre alphabétique" in page.headings
    assert ["alpha", "beta", "delta", "gamma", "omega"] == [url.split("/")[1] for url in entries_of(page)]


def test_two_members_need_no_word_about_their_order(site_of: SiteOf) -> None:
    """Nor a page by name."""
    site = site_of({"members.yaml": "members:\n  - {id: a, name: A}\n  - {id: b, name: B}\n"})

    assert (False, False) == (
        site.has("annuaire/par/nom/"),
        "L’ordre change" in site.page("annuaire/").main.text,
    )


def test_a_provider_in_a_town_is_two_clicks_from_home(small: Built) -> None:
    """From the index of the home page to « Agences web à Lens » to Alpha."""
    towns = [target for target, words in small.page("").links if words == "Lens"]

    assert WEB_IN_LENS in towns and "annuaire/alpha/" in small.page(WEB_IN_LENS).targets


def test_the_home_page_counts_members_by_skill_and_by_town(small: Built) -> None:
    """Those with most members first."""
    index = small.page("").main.with_class("index")[0]

    assert (
        "Sites web 4 Lens 4 Arras 1 Le Touquet 1 Liévin 1 "
        "Réseaux 2 Arras 2 Lens 1 "
        "Sécurité 2 Lens 2 Le Touquet 1 Liévin 1"
    ) == index.text


def test_the_home_page_shows_a_bounded_part_of_the_directory(site_of: SiteOf) -> None:
    """Twelve skills, six towns of each, twenty-four towns; the rest is one click further."""
    members = "".join(
        f"  - {{name: M{n}, id: m{n}, skills: [s{n % 13}, commun], town: t{n:02}}}\n" for n in range(26)
    )
    main = site_of({"members.yaml": f"members:\n{members}"}).page("").main
    skills = main.with_class("index")[0]
    towns_of_one = list(skills.with_class("facets")[0].iter("li"))
    towns = main.with_class("facets")[-1]

    assert (12, 6, "et 20 autres", 24) == (
        len(list(skills.iter("p"))),
        len(towns_of_one) - 1,
        towns_of_one[-1].text,
        len(list(towns.iter("li"))),
    )


@pytest.mark.parametrize(
    ("url", "said"),
    [
        (
            WEB_IN_LENS,
            "Concevoir un site. À Lens, quatre membres proposent « Sites web ». "
            "Deux y sont installés, deux autres y viennent d’Arras et de Liévin.",
        ),
        (
            "annuaire/competences/web/touquet/",
            "Concevoir un site. Au Touquet, un membre propose « Sites web » : Gamma. Il y vient de Liévin.",
        ),
        (
            "annuaire/competences/wifi/arras/",
            "À Arras, deux membres proposent « Réseaux » : Bêta et Oméga. Tous deux y sont installés.",
        ),
        (
            "annuaire/competences/securite/lens/",
            "À Lens, deux membres proposent « Sécurité » : Alpha et Gamma. "
            "Un seul y est installé, un autre y vient de Liévin.",
        ),
        (
            WEB,
            "Concevoir un site. Quatre membres proposent « Sites web ». "
            "On trouve ce service dans quatre communes.",
        ),
        (
            "annuaire/lieux/lens/",
            "Deux membres sont installés à Lens, deux autres y viennent. "
            "On y trouve : Sites web, Sécurité, Réseaux.",
        ),
        (
            "annuaire/lieux/touquet/",
            "Un membre se déplace au Touquet : Gamma. On y trouve : Sécurité, Sites web.",
        ),
    ],
)
def test_a_list_is_introduced_by_what_is_true_of_it(small: Built, url: str, said: str) -> None:
    """What it is, how many they are, who when they are few, where they come from."""

    assert said == small.page(url).main.with_class("lead")[0].text


def test_no_two_introductions_are_the_same(tactic: Built) -> None:
    """Nor their descriptions for search engines, nor their titles."""
    lists = [
        tactic.page(url)
        for url in tactic.urls
        if url.startswith(("annuaire/competences/", "annuaire/lieux/"))
    ]
    introductions = {page.main.with_class("lead")[0].text for page in lists}
    descriptions, titles = {description(page) for page in lists}, {page.title for page in lists}

    assert [len(lists)] * 3 == [len(introductions), len(descriptions), len(titles)]


def description(page: Page) -> str:
    found = [meta["content"] for meta in page.document.iter("meta") if meta["name"] == "description"]
    assert len(found) == 1, found
    return found[0]


def test_the_same_service_elsewhere_begins_with_the_nearest_town(small: Built) -> None:
    """With its distance where that is known."""
    ways = small.page(WEB_IN_LENS).main.with_class("facets")[1]

    assert "Liévin, 4 km · 1 Arras, 16 km · 1 Le Touquet 1" == ways.text


def test_a_service_leads_to_what_the_same_members_offer(small: Built) -> None:
    """In the same town where somebody is there, else everywhere."""
    page = small.page("annuaire/competences/securite/lievin/")
    related = [page.target(a["href"]) for a in page.main.with_class("facets")[0].iter("a")]

    assert ["annuaire/competences/web/lievin/", "annuaire/competences/wifi/"] == related


def test_a_town_says_what_is_near(small: Built) -> None:
    """Where one could look next."""

    assert "Liévin, 4 km · 1 Arras, 16 km · 2 Le Touquet 1" in small.page("annuaire/lieux/lens/").main.text


def test_no_list_is_of_nobody(tactic: Built) -> None:
    """A page exists where somebody is, and says how to go on."""
    lists = [
        tactic.page(url)
        for url in tactic.urls
        if url.startswith(("annuaire/competences/", "annuaire/lieux/"))
    ]

    assert [] == [page.url for page in lists if not entries_of(page) or not page.main.with_class("facets")]


@pytest.mark.parametrize(
    ("language", "heading", "said"),
    [("nl", "1 Sites web in Le Touquet", "uit Liévin"), ("en", "1 Sites web in Le Touquet", "from Liévin")],
)
def test_other_languages_have_their_own_prepositions(
    site_of: SiteOf, language: str, heading: str, said: str
) -> None:
    """No French article is contracted there."""
    settings = SMALLEST_SETTINGS.replace('DEFAULT_LANG = "fr"', f'DEFAULT_LANG = "{language}"')
    files: Files = {"members.yaml": FOUR.replace("plural: Agences web, ", ""), "pelicanconf.py": settings}
    page = site_of(files).page(in_words_of(language, "annuaire/competences/web/touquet/"))

    assert (True, True) == (heading in page.headings, said in page.main.text)


@pytest.mark.parametrize(
    ("language", "titles", "far"),
    [
        ("nl", ["In Lens", "Ook actief in Lens"], "Gamma: Liévin, op 4 km"),
        ("en", ["In Lens", "Also serving in Lens"], "Gamma: Liévin, 4 km away"),
    ],
)
def test_other_languages_have_the_two_parts_too(
    site_of: SiteOf, language: str, titles: list[str], far: str
) -> None:
    """In their own words."""
    settings = SMALLEST_SETTINGS.replace('DEFAULT_LANG = "fr"', f'DEFAULT_LANG = "{language}"')
    town = {"nl": "plaatsen", "en": "places"}[language]
    site = site_of({"members.yaml": FOUR, "pelicanconf.py": settings})
    url = next(url for url in site.urls if url.endswith(("lieux/lens/", f"{town}/lens/")))
    here, coming = parts_of(site.page(url))

    assert (titles, far) == ([here[0], coming[0]], coming[1][0])
