"""How to join, lasting pages, the home page and the page for the lost."""

from built_site import Built, SiteOf, sheet

JOINING = """\
types:
  - id: pro
    name: Professionnel
    description: Pour les entreprises.
    fee: 150
    join_url: https://paiement.example/pro
    target: 50
  - {id: honneur, name: Membre d'honneur, admission: invitation}
members:
  - {id: alpha, name: Alpha, type: pro}
benefits:
  - {name: Une salle de réunion, status: available}
  - {name: Une assurance de groupe, status: project, members_needed: 500}
"""


def test_kinds_of_membership_are_told_with_their_fee(site_of: SiteOf) -> None:
    """What it costs and where to pay."""
    page = site_of({"members.yaml": JOINING}).page("adherer/")
    amount = any(f"150{space}€" in page.html for space in (" ", "\u00a0", "\u202f"))

    assert (True, True) == (amount, "https://paiement.example/pro" in page.targets)


def test_the_wished_number_of_members_is_shown_with_the_count(site_of: SiteOf) -> None:
    """One of fifty."""
    text = site_of({"members.yaml": JOINING}).page("adherer/").main.text

    assert ("Professionnel" in text, "50" in text) == (True, True)


def test_a_benefit_to_come_is_not_sold_as_available(site_of: SiteOf) -> None:
    """« Once there are 500 members »."""
    text = site_of({"members.yaml": JOINING}).page("adherer/").main.text

    assert ("Une salle de réunion" in text, "Une assurance de groupe" in text, "500" in text) == (True,) * 3


def test_a_page_of_the_editors_is_linked_from_every_page(tactic: Built) -> None:
    """Legal notice at the foot, wherever one is."""
    without = [
        url
        for url in tactic.urls
        if url != "404.html" and "mentions-legales/" not in tactic.page(url).targets
    ]

    assert [] == without


def test_a_page_chooses_its_menu(site_of: SiteOf) -> None:
    """`menu: none` leaves it to whoever links to it."""
    pages = {
        "content/pages/secours.md": sheet({"title": "En secours", "menu": "none"}, "Un texte."),
        "content/pages/equipe.md": sheet({"title": "L'équipe", "menu": "main"}, "Un texte."),
    }
    links = site_of(pages).page("").targets

    assert ("secours/" in links, "equipe/" in links) == (False, True)


def test_links_of_a_text_lead_to_pages_and_files_whatever_their_address(site_of: SiteOf) -> None:
    """`{filename}` links, relative links, documents, a file that lies beside the text."""
    body = (
        "[un]({filename}/pages/deux.md) [deux](deux.md#suite) "
        "[trois]({static}/documents/plan.txt) [quatre](notes.txt)"
    )
    site = site_of(
        {
            "content/pages/un.md": sheet({"title": "Un"}, body),
            "content/pages/deux.md": sheet({"title": "Deux", "slug": "autre"}, "## Suite\n\nTexte."),
            "content/documents/plan.txt": "plan",
            "content/pages/notes.txt": "notes",
        }
    )
    expected = {"autre/", "autre/#suite", "documents/plan.txt", "pages/notes.txt"}

    assert (expected, []) == (
        {target for target, _ in site.page("un/").links} & expected,
        [target for target in expected if not site.has(target)],
    )


def test_the_home_page_names_the_association(tactic: Built) -> None:
    """In the title of the window too."""
    page = tactic.page("")

    assert ("TacTic" in page.title, "TacTic" in page.text) == (True, True)


def test_the_page_for_the_lost_works_from_any_depth(tactic: Built) -> None:
    """A server shows it at the address that does not exist: no relative link would lead anywhere."""
    page = tactic.page("404.html")
    addresses = [a["href"] for a in page.document.iter("a", "link") if a["rel"] not in {"canonical"}]
    addresses += [element["src"] for element in page.document.iter("img", "script") if element["src"]]

    assert addresses and [] == [
        href for href in addresses if not href.startswith(("/", "#", "mailto:", "https:"))
    ]


def test_the_page_for_the_lost_is_not_for_search_engines(tactic: Built) -> None:
    """Neither in the sitemap nor to be indexed."""
    robots = [
        meta["content"] for meta in tactic.page("404.html").document.iter("meta") if meta["name"] == "robots"
    ]

    assert (True, False) == (any("noindex" in value for value in robots), "404" in tactic.text("sitemap.xml"))


def test_every_page_has_one_main_heading_and_its_own_title(tactic: Built) -> None:
    """Tabs, bookmarks and screen readers tell pages apart by them."""
    titles = [tactic.page(url).title for url in tactic.urls]
    headings = {url: [h for h in tactic.page(url).headings if h.startswith("1 ")] for url in tactic.urls}

    assert (sorted(titles), {}) == (
        sorted(set(titles)),
        {url: found for url, found in headings.items() if len(found) != 1},
    )


def test_every_page_describes_itself_once(tactic: Built) -> None:
    """Search engines and shared links show it; months and topics have no words of their own to take."""
    counts = {url: tactic.text_of(url).count('<meta name="description" content="') for url in tactic.urls}

    assert {} == {url: number for url, number in counts.items() if number != 1}


def test_headings_never_skip_a_level(tactic: Built) -> None:
    """The outline of a page is its table of contents."""
    skipping = {url: skips for url in tactic.urls if (skips := skipped(tactic.page(url).headings))}

    assert {} == skipping


def skipped(headings: tuple[str, ...]) -> list[str]:
    ranks = [int(heading[0]) for heading in headings]
    return [heading for heading, rank, before in zip(headings[1:], ranks[1:], ranks) if rank > before + 1]


def test_the_current_rubric_is_told_in_the_menu(tactic: Built) -> None:
    """`aria-current` where one is."""
    page = tactic.page("annuaire/")
    current = [page.target(a["href"]) for a in page.document.iter("a") if a["aria-current"] == "page"]

    assert "annuaire/" in current


def test_the_sitemap_lists_every_page_worth_finding(tactic: Built) -> None:
    """All at their public addresses but the page for the lost, and offers that are closed."""
    listed = {
        line.split("<loc>")[1].split("</loc>")[0]
        for line in tactic.text("sitemap.xml").splitlines()
        if "<loc>" in line
    }

    worth_finding = {url for url in tactic.urls if 'content="noindex"' not in tactic.text_of(url)}

    assert {f"https://tactic.example/{url}" for url in worth_finding} == listed


def test_robots_know_where_the_sitemap_is(tactic: Built) -> None:
    """RFC 9309 lets them in; the sitemap leads them."""

    assert "Sitemap: https://tactic.example/sitemap.xml" in tactic.text("robots.txt")
