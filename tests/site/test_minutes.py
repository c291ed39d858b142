"""Minutes: a page each, found from the meeting they are of and from the commission."""

from built_site import Built, SiteOf, sheet

COMMISSION = "commissions/reseaux/"
MINUTES = COMMISSION + "comptes-rendus/2026-11-03/"
MEETINGS = """\
commissions:
  - id: reseaux
    name: Réseaux
    {minutes}
    meetings:
      - title: Réunion
        start: 2025-11-04 18:30
        repeat: {{every: mois, on: premier mardi}}
        cancelled_on: [2026-08-04]
        also_on: [2026-11-17 18:30]
"""


def files(*minutes: str, expected: bool = False) -> dict[str, str]:
    """Of the first Tuesdays of a commission; each named by its day."""
    promise = "minutes: expected" if expected else ""
    texts = {f"content/comptes-rendus/{day}.md": paper("Il a été décidé.") for day in minutes}
    return {"commissions.yaml": MEETINGS.format(minutes=promise), **texts}


def paper(body: str, **front_matter: str) -> str:
    return sheet({"commission": "reseaux", **front_matter}, body)


def past_meetings(site: Built) -> dict[str, str]:
    """The lines of the past meetings, by their day."""
    [past] = [one for one in site.page(COMMISSION).main.iter("section") if "p-passees" in str(one.attributes)]
    return {line.first("time")["datetime"]: line.text for line in past.iter("li")}


def test_minutes_and_their_commission_lead_to_each_other(tactic: Built) -> None:
    """Those of the demonstration."""
    commission = "commissions/infrastructures-reseaux/"
    minutes = commission + "comptes-rendus/2026-11-03/"

    assert (True, True) == (
        minutes in tactic.page(commission).targets,
        commission in tactic.page(minutes).targets,
    )


def test_minutes_say_which_meeting_they_are_of(tactic: Built) -> None:
    """Its name, its hours, its room."""
    text = tactic.page("commissions/infrastructures-reseaux/comptes-rendus/2026-11-03/").main.text
    words = ("Réunion Infrastructures et réseaux", "18 h 30 – 20 h 30", "Salle de l’Exemple")

    assert [] == [word for word in words if word not in text]


def test_minutes_without_a_title_are_named_by_their_day(tactic: Built) -> None:
    """As a secretary would."""
    page = tactic.page("commissions/monde-de-la-gestion/comptes-rendus/2026-10-15/")

    assert ["Compte rendu du 15 octobre 2026"] == [title.text for title in page.main.iter("h1")]


def test_a_past_meeting_leads_to_its_minutes(site_of: SiteOf) -> None:
    """On the line of its day, and on no other."""
    lines = past_meetings(site_of(files("2026-11-03")))

    assert ["2026-11-03"] == [day for day, line in lines.items() if "compte rendu" in line]


def test_a_month_leads_to_the_minutes_of_its_meetings(site_of: SiteOf) -> None:
    """Where somebody looks who remembers the day."""

    assert MINUTES in site_of(files("2026-11-03")).page("agenda/2026/11/").targets


def test_minutes_that_nobody_promised_are_not_missed(site_of: SiteOf) -> None:
    """Many commissions publish none."""

    assert "non publié" not in site_of(files()).page(COMMISSION).main.text


def test_promised_minutes_are_said_to_be_missing(site_of: SiteOf) -> None:
    """Not in the first fortnight, not of a cancelled meeting, not where there are some."""
    lines = past_meetings(site_of(files("2026-10-06", expected=True)))
    late = {day for day, line in lines.items() if "(compte rendu non publié)" in line}

    assert {"2026-08-04", "2026-10-06", "2026-11-17"} == set(lines) - late


def test_a_promise_of_minutes_is_written_on_the_page(site_of: SiteOf) -> None:
    """« Publiés sous quinze jours. »"""

    assert "Publiés sous quinze jours." in site_of(files(expected=True)).page(COMMISSION).main.text


def test_minutes_are_listed_the_latest_first(site_of: SiteOf) -> None:
    """And the old ones folded away: ten are enough to look through."""
    days = [f"2026-{month:02}-{day:02}" for month, day in enumerate((6, 3, 3, 7, 5, 2, 7), 1)]
    days += ["2026-09-01", "2026-10-06", "2026-11-03", "2025-11-04", "2025-12-02"]
    page = site_of(files(*days)).page(COMMISSION)
    folded = [time["datetime"] for time in page.main.first("details").iter("time")]

    assert ["2025-12-02", "2025-11-04"] == folded


def test_minutes_for_members_are_left_out(site_of: SiteOf) -> None:
    """Neither page nor line."""
    secret = paper("Le montant du loyer.", title="Le loyer", visibility="members")
    site = site_of({**files(), "content/comptes-rendus/2026-11-03.md": secret})

    assert [] == [file for file, content in site.contents().items() if b"loyer" in content]


def test_a_text_can_link_to_minutes(site_of: SiteOf) -> None:
    """By the name of their file, as to any other text."""
    link = sheet({"title": "Page"}, "[le compte rendu](../comptes-rendus/2026-11-03.md)")
    site = site_of({**files("2026-11-03"), "content/pages/page.md": link})

    assert MINUTES in site.page("page/").targets


def test_what_minutes_say_is_only_text(site_of: SiteOf) -> None:
    """Everything an editor writes is hostile until escaped."""
    hostile = paper("<script>alert(1)</script>", title='"<script>alert(1)</script>"')
    site = site_of({**files(), "content/comptes-rendus/2026-11-03.md": hostile})

    assert b"<script>alert" not in site.bytes(MINUTES + "index.html")


def test_the_site_map_knows_pages_of_minutes(tactic: Built) -> None:
    """They are there to be found."""

    assert "monde-de-la-gestion/comptes-rendus/2026-10-15/</loc>" in tactic.text("sitemap.xml")
