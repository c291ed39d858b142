"""What editors and webmasters may do to a site, for `random_edits.py`."""

from built_site import article, event, sheet
from edited_site import IMPORTS, PARTNERS, Edit, Site
from private_edits import PRIVATE

DAY = 86_400


def body(site: Site) -> None:
    path = site.chance.choice(site.files())
    site.append(str(path.relative_to(site.folder)), f"\nLa phrase {site.number}.\n")


def title(site: Site) -> None:
    path = site.chance.choice(site.files())
    lines = path.read_text("utf-8").split("\n")
    lines = [f"title: Titre {site.number}" if line.startswith("title: ") else line for line in lines]
    path.write_text("\n".join(lines), "utf-8")


def new_text(site: Site) -> None:
    folder = site.folder / "content" / site.chance.choice(("actualites", "agenda"))
    make = article if folder.name == "actualites" else event
    link = "Voir [la première](../actualites/un.md) et [la page](../pages/a-propos.md)."
    text = make(f"Nouvelle {site.number}", site.chance.choice((link, "Un texte.")), tags="[Web, Stages]")
    (folder / f"nouvelle-{site.number}.md").write_text(text, "utf-8")


def gone_text(site: Site) -> None:
    added = [path for path in site.texts() if path.name.startswith("nouvelle-")]
    if added:
        path = site.chance.choice(added)
        path.unlink()
        path.with_suffix(".nl.md").unlink(missing_ok=True)


def renamed_text(site: Site) -> None:
    added = [path for path in site.texts() if path.name.startswith("nouvelle-")]
    if added:
        path = site.chance.choice(added)
        renamed = path.with_name(f"nouvelle-{site.number}.md")
        path.rename(renamed)
        if path.with_suffix(".nl.md").exists():
            translated = path.with_suffix(".nl.md").rename(renamed.with_suffix(".nl.md"))
            said = translated.read_text("utf-8")  # which leads to the text that it translates
            translated.write_text(said.replace(f"({path.name})", f"({renamed.name})"), "utf-8")


def translation(site: Site) -> None:
    """It comes, goes, or says something else; of a site in one language too."""
    first = site.chance.choice(site.texts())
    slug = {"slug": f"{first.stem}-{site.number}"} if site.chance.random() < 1 / 3 else {}
    text = sheet({"title": f"Titel {site.number}", **slug}, f"Zie [deze]({first.name}).")
    name = first.with_suffix(".nl.md").relative_to(site.folder)
    site.there_or_not(str(name), text)


def names(site: Site) -> None:
    site.toggle("members.yaml", "name: Kernel", "name: {fr: Noyau, nl: Kern}")


def words(site: Site) -> None:
    site.toggle("commissions.yaml", "    name: Réseaux\n", "    name: {fr: Réseaux, nl: Netwerken}\n")


def summary(site: Site) -> None:
    site.replace("members.yaml", "summary: ", f"summary: N{site.number} ")


def skill(site: Site) -> None:
    text = (site.folder / "members.yaml").read_text("utf-8")
    there = "skills: [web]" in text
    site.replace(
        "members.yaml",
        *(
            ("skills: [web]", "skills: [reseau]")
            if there
            else ("skills: [reseau], town: arras", "skills: [web], town: arras")
        ),
    )


def line(site: Site) -> None:
    """Every entry below begins elsewhere."""
    site.replace("members.yaml", "members:\n", "\nmembers:\n")


def new_member(site: Site) -> None:
    member = f"  - {{id: m{site.number}, name: Membre {site.number}, type: ami, skills: [web], town: lens}}\n"
    site.append("members.yaml", member)


def membership(site: Site) -> None:
    """Who may join, how many are wished for, who is counted but not named."""
    site.toggle("members.yaml", *site.chance.choice(RULES))


RULES = (
    ("name: Amis}", "name: Amis, parent: pro, admission: invitation, target: 3}"),
    ("name: Professionnels}", "name: Professionnels, admission: invitation, until: 2027-01-01}"),
    ("id: lycee, ", "id: lycee, listed: false, "),
    ("id: kernel, ", "id: kernel, listed: false, "),
)


def mission(site: Site) -> None:
    site.replace("commissions.yaml", "mission: ", f"mission: M{site.number} ")


def mandate(site: Site) -> None:
    """Of a board that comes or goes, with somebody of the association's own, whose time may be over."""
    days = ("2020-01-01", "2026-11-24", "2027-12-31")
    until, over = site.chance.choice(days), site.chance.choice(days)
    body = (
        "  - {id: ca, name: Conseil, governance: true, chairs: ["
        f"{{member: kernel, role: P{site.number}, until: {until}}}, {{person: dir, role: S}}]}}\n"
        f"people:\n  - {{id: dir, name: Di, role: R{site.number}, until: {over}, consent: 2026-01-01}}\n"
    )
    text, calendars, rest = (site.folder / "commissions.yaml").read_text("utf-8").partition("calendars:")
    before = text.partition("  - {id: ca,")[0]
    site.write("commissions.yaml", before + (body if site.chance.random() < 3 / 4 else "") + calendars + rest)


def meeting(site: Site) -> None:
    text = (site.folder / "commissions.yaml").read_text("utf-8")
    hours = ("18:30", "19:00")
    old, new = hours if f"2026-11-03 {hours[0]}" in text else hours[::-1]
    site.replace("commissions.yaml", f"2026-11-03 {old}", f"2026-11-03 {new}")


def settings(site: Site) -> None:
    site.replace("pelicanconf.py", 'SITENAME = "', f'SITENAME = "S{site.number} ')


def accent(site: Site) -> None:
    colour = site.chance.choice(("#0c5c60", "#7a1f3d", "#1f3d7a"))
    site.append("pelicanconf.py", f'ASSOCIATION = {{"name": "Essai", "accent": "{colour}"}}\n')


def languages(site: Site) -> None:
    """Two or three, the first of them always the same."""
    if not site.is_bilingual:
        return
    more = site.chance.choice(('"nl"', '"nl", "en"', '"en", "nl"'))
    site.append("pelicanconf.py", f'LANGUAGES = ["fr", {more}]\n')


def page_size(site: Site) -> None:
    site.append("pelicanconf.py", f"DEFAULT_PAGINATION = {site.chance.randrange(1, 6)}\n")


def template(site: Site) -> None:
    name = site.chance.choice(("article", "member", "foot", "macros/events"))
    site.append(f"themes/own/templates/{name}.html", f"{{# {site.number} #}}\n")


def words_of_template(site: Site) -> None:
    site.replace("themes/own/templates/member.html", "<h2", f'<h2 data-n="{site.number}"')


def style(site: Site) -> None:
    site.append("themes/own/css/base.css", f"/* {site.number} */\n")


def script(site: Site) -> None:
    files = sorted((site.folder / "themes" / "own" / "static").rglob("*.js"))
    site.append(str(site.chance.choice(files).relative_to(site.folder)), f"// {site.number}\n")


def image(site: Site) -> None:
    site.picture(site.chance.choice(("salle.png", "logos/icea.png", "coffre.png")))


def linked_page(site: Site) -> None:
    """Others link to it by its file and by its address."""
    name = site.chance.choice(("content/pages/a-propos.md", "content/agenda/cours.md"))
    site.keep(name)
    if site.chance.random() < 1 / 2:
        (site.folder / name).unlink()
    else:
        site.replace(name, "\ntitle: ", "\nstatus: draft\ntitle: ")


def heading(site: Site) -> None:
    """Links to it lead to no part any more."""
    site.toggle("content/pages/a-propos.md", "## Qui sommes-nous", "## Ce que nous sommes")


def figure(site: Site) -> None:
    site.replace("content/actualites/figures.md", '"La ', f'"La {site.number} ')


def figure_away(site: Site) -> None:
    name = "content/actualites/figures.md"
    site.keep(name)
    site.replace(name, "{#fig-salle}", "")


def contents(site: Site) -> None:
    site.toggle("content/actualites/figures.md", "toc: true", "toc: false")


def unread(site: Site) -> None:
    names = ("perdu.txt", "actualites/notes.txt", "blog/essai.md", "images/salle.gif", f"{IMPORTS[8:]}/x.csv")
    site.there_or_not(f"content/{site.chance.choice(names)}", sheet({"title": "Essai"}, "Rien."))


def document(site: Site) -> None:
    """Nobody links to it, or a text that is its kin."""
    site.there_or_not("content/documents/seul.pdf", "%PDF-1.4")


def listed_document(site: Site) -> None:
    """Its page tells how large it is."""
    site.append("content/documents/plan.pdf", "0" * site.chance.choice((1, 2000, 900_000)))


def term(site: Site) -> None:
    """What an abbreviation stands for is told in all texts; what it means, on its own page."""
    site.append("content/pages/termes.md", f"\nUn mot de plus, {site.number}.\n")
    if site.chance.random() < 1 / 2:
        site.toggle("content/pages/termes.md", "## CCI : une chambre", "## CCI : une maison")


def question(site: Site) -> None:
    site.toggle("content/pages/questions.md", "## Quand ?", "## Quand et comment ?")


def in_a_dossier(site: Site) -> None:
    """Or no more; its place may be its own, and the page of that name tells of it or of itself."""
    name = f"content/actualites/{site.chance.choice(('un', 'deux', 'trois'))}.md"
    within = "dossier: suite\n"
    is_within = within in (site.folder / name).read_text("utf-8")
    site.replace(name, *((within, "") if is_within else ("\ntitle: ", f"\n{within}title: ")))


def partner(site: Site) -> None:
    """With a UID of its own, or with that of another."""
    name = site.chance.choice(PARTNERS)
    site.calendar(name, site.chance.choice(PARTNERS))


def partner_away(site: Site) -> None:
    """Or back."""
    path = site.folder / IMPORTS / f"{PARTNERS[0]}.ics"
    if path.exists():
        path.unlink()
    else:
        site.calendar(PARTNERS[0], PARTNERS[1])


def called(site: Site) -> None:
    """As the association calls it, or as it calls itself."""
    url = "https://partner.example/agenda.ics"
    lines = [
        f"  - {{id: {name}, name: P{site.number}, url: {url}}}"
        for name in PARTNERS
        if site.chance.random() < 1 / 2
    ]
    text = (site.folder / "commissions.yaml").read_text("utf-8").partition("calendars:")[0]
    site.write("commissions.yaml", "\n".join((f"{text}calendars:", *lines, "")) if lines else text)


def same_name(site: Site) -> None:
    """In two years, and in another language."""
    languages = ("fr",) if site.is_bilingual else ("fr", "fr", "nl")
    year, language = site.chance.choice((2025, 2026)), site.chance.choice(languages)
    text = f"Voir [deux](/actualites/deux/), la page de {year}-{site.number}. <!-- fin -->"
    fields = {"date": f"{year}-09-01", "lang": language}
    site.there_or_not(f"content/actualites/{year}/{language}/rentree.md", article("Rentrée", text, **fields))


def day(site: Site) -> None:
    site.moment += DAY * site.chance.choice((1, 1, 7))


def ally(site: Site) -> None:
    """Another name, which pages of commissions have too; or another commission beside it."""
    if site.chance.random() < 1 / 2:
        site.replace("members.yaml", "name: S", f"name: S{site.number}")
    else:
        site.toggle("commissions.yaml", "partners: [soeur]", "partners: [editeur]")


def course(site: Site) -> None:
    """Or an event like any other."""
    if (site.folder / "content/agenda/cours.md").exists():
        lines = "kind: formation\nlevel: débutant\nduration: 90min"
        site.toggle("content/agenda/cours.md", "duration: 2h", lines)


def forge(site: Site) -> None:
    """Which pages lead to, or none."""
    own = site.chance.choice(
        ('"name": "Essai"', '"name": "Essai", "repository": "https://github.com/essai/site"')
    )
    site.append("pelicanconf.py", f"ASSOCIATION = {{{own}}}\n")


def nothing(site: Site) -> None:
    pass


def mistake(site: Site) -> None:
    """Nothing is written."""
    site.keep("members.yaml")
    site.append("members.yaml", "oops: [\n")


def of_a_blog(site: Site) -> None:
    """Outside our folders: in a language, listed or not, in Markdown or not."""
    number, status = site.chance.randrange(3), site.chance.choice(("published", "hidden", "draft"))
    language, tag = site.chance.choice(("fr", "fr", "nl")), site.chance.choice(("Web", "Club"))
    link = site.chance.choice(("{filename}billet-1.md", "{filename}/actualites/un.md", "{tag}web"))
    about = f"date: 2019-03-0{number + 1}\ntags: {tag}\nstatus: {status}\nslug: b{number}\nlang: {language}\n"
    site.there_or_not(f"content/carnet/billet-{number}.md", f"Title: B{number}\n{about}\n[x]({link})\n")
    fields = "".join(f":{line}\n" for line in about.replace(": ", ": ").splitlines())
    text = f"R{site.number}\n#####\n\n{fields.replace('slug: b', 'slug: r')}\nUn `lien <{link}>`_.\n"
    site.there_or_not(f"content/carnet/recit-{number}-{language}.rst", text)


EDITS: tuple[Edit, ...] = (
    *(
        body,
        body,
        title,
        title,
        new_text,
        new_text,
        gone_text,
        renamed_text,
        summary,
        skill,
        line,
        new_member,
    ),
    *(
        mission,
        mandate,
        mandate,
        meeting,
        membership,
        membership,
        settings,
        languages,
        accent,
        page_size,
        template,
        words_of_template,
        style,
        script,
        image,
        day,
    ),
    *(linked_page, heading, figure, figure_away, contents, unread, document, partner, partner, partner_away),
    *(called, same_name, same_name, nothing, mistake, ally, ally, course, course, forge),
    *(listed_document, term, term, question, in_a_dossier, in_a_dossier, in_a_dossier),
    *(translation, translation, translation, names, words),
    *(of_a_blog, of_a_blog, of_a_blog),
    *PRIVATE,
)
