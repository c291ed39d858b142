"""A site edited at random, built again after each edit, and compared with a build that knows nothing.

    python tests/site/random_edits.py SEED EDITS

Ends with 1, and says after which edits, as soon as one file differs from what a build into an empty folder
makes, or one sentence from what that says. Each edit is built in one of three ways: by the process that stays
(`serve`), by a `build` in the same process, by a `build` that has only what lies in the folder of caches. The
first is a preview, the others now and then. An edit after which the site cannot be built is undone.
"""

import filecmp
import os
import random
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

TESTS = Path(__file__).resolve().parents[1]
REPOSITORY = TESTS.parent
sys.path[:0] = [str(TESTS), str(REPOSITORY / "plugins")]

from built_site import SMALLEST_SETTINGS, TODAY, article, event, sheet, write_site  # noqa: E402
from PIL import Image  # noqa: E402

from association.cli.build import build, update  # noqa: E402
from association.cli.outcome import FINE, exit_code  # noqa: E402
from association.host.machine import FirstOfDay  # noqa: E402
from association.host.memo import Memo  # noqa: E402

DAY = 86_400
MEMBERS = """\
types:
  - {id: pro, name: Professionnels}
  - {id: ami, name: Amis}
skills:
  - {id: web, name: Sites web, description: "Voir [la page](/pages/a-propos.md)."}
  - {id: reseau, name: Réseaux}
towns:
  - {id: lens, name: Lens, lat: 50.43, lon: 2.83}
  - {id: arras, name: Arras, lat: 50.29, lon: 2.78}
partners:
  - {id: soeur, name: Sœur, kind: association sœur, country: BE, email: post@soeur.example}
  - {id: editeur, name: Éditeur, logo: logos/icea.png, description: "Voir [la page](/pages/a-propos.md)."}
members:
  - {id: kernel, name: Kernel, type: pro, skills: [web, reseau], town: lens, serves: [arras], summary: Un}
  - {id: icea, name: Icéa, type: pro, skills: [web], town: arras, logo: logos/icea.png, summary: Deux}
  - {id: lycee, name: Lycée, kind: school, type: ami, skills: [reseau], town: lens, sponsors: [kernel]}
"""
COMMISSIONS = """\
venues:
  - {id: cci, name: CCI, town: lens}
commissions:
  - id: reseaux
    name: Réseaux
    mission: Les réseaux.
    chairs: [{member: kernel, role: Responsable}]
    members: [icea]
    partners: [soeur]
    meetings:
      - title: Réunion
        start: 2026-11-03 18:30
        duration: 2h
        repeat: {every: month, on: first tuesday, until: 2027-06-30}
        venue: cci
"""


IMPORTS = "content/agenda/imports"
PARTNERS = ("pepiniere", "voisin")


@dataclass
class Site:
    """A folder of files, and what the next edits may do to them.

    moment: of the builds. undone: what the last edit has taken away or spoilt, as it was.
    is_bilingual: whether it is in French and Dutch.
    """

    folder: Path
    chance: random.Random
    moment: int = int(TODAY.timestamp())
    done: list[str] = field(default_factory=list)
    number: int = 0
    undone: dict[str, str] = field(default_factory=dict)
    is_bilingual: bool = False

    def begin(self) -> None:
        settings = SMALLEST_SETTINGS.replace("themes/parvis", "themes/own")
        self.is_bilingual = self.chance.random() < 1 / 2
        settings += 'LANGUAGES = ["fr", "nl"]\n' if self.is_bilingual else ""
        write_site(self.folder, {"pelicanconf.py": settings, **first_texts()})
        (self.folder / "members.yaml").write_text(MEMBERS, "utf-8")
        (self.folder / "commissions.yaml").write_text(COMMISSIONS, "utf-8")
        shutil.copytree(REPOSITORY / "themes" / "parvis", self.folder / "themes" / "own")
        self.picture("logos/icea.png")
        self.picture("salle.png")
        for name in PARTNERS:
            self.calendar(name, uid=name)

    def edit(self) -> str:
        self.number += 1
        change = self.chance.choice(EDITS)
        change(self)
        self.done.append(f"{self.number} {change.__name__}")
        return change.__name__

    def undo(self) -> None:
        """What cannot be built."""
        for name, text in self.undone.items():
            (self.folder / name).write_text(text, "utf-8")
        self.undone.clear()

    def keep(self, name: str) -> None:
        """As it is, for when the edit is undone."""
        self.undone[name] = (self.folder / name).read_text("utf-8")

    def texts(self) -> list[Path]:
        """Without translations."""
        return [path for path in self.files() if not path.name.endswith(".nl.md")]

    def files(self) -> list[Path]:
        folders = ("actualites", "agenda", "annonces", "pages", "comptes-rendus")
        content = self.folder / "content"
        return sorted(path for folder in folders for path in (content / folder).glob("*.md"))

    def replace(self, name: str, old: str, new: str) -> None:
        path = self.folder / name
        path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")

    def append(self, name: str, text: str) -> None:
        path = self.folder / name
        path.write_text(path.read_text("utf-8") + text, "utf-8")

    def toggle(self, name: str, one: str, other: str) -> None:
        """The first of the two is no part of the second."""
        old, new = (other, one) if other in (self.folder / name).read_text("utf-8") else (one, other)
        self.replace(name, old, new)

    def there_or_not(self, name: str, text: str) -> None:
        """The file comes, or goes if it is there, or says something else."""
        if (self.folder / name).exists() and self.chance.random() < 1 / 2:
            (self.folder / name).unlink()
        else:
            self.write(name, text)

    def calendar(self, name: str, uid: str) -> None:
        """Of a partner, with one date of its own and one of that UID."""
        day = self.chance.randrange(1, 28)
        events = "".join(
            f"BEGIN:VEVENT\nUID:{uid}\nSUMMARY:{name} {number}\nDTSTART:202612{number:02}T180000Z\n"
            "END:VEVENT\n"
            for number, uid in ((day, f"{name}-un"), (day + 1, uid))
        )
        head = "BEGIN:VCALENDAR\nVERSION:2.0\nX-WR-CALNAME:Partenaire\n"
        self.write(f"{IMPORTS}/{name}.ics", f"{head}{events}END:VCALENDAR\n")

    def write(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")

    def picture(self, name: str) -> None:
        path = self.folder / "content" / "images" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        size = (self.chance.randrange(40, 400), self.chance.randrange(40, 400))
        Image.new("RGB", size, f"#{self.chance.randrange(0x1000000):06x}").save(path)


FIGURES = """\
[TOC]

## Une salle

Sur la [](#fig-salle) et [ici](/a-propos/#qui-sommes-nous), [là](../pages/a-propos.md#qui-sommes-nous),
[ailleurs](/annuaire/icea/), [au cours](/agenda/cours/).

![La salle](/images/salle.png "La grande salle"){#fig-salle}

## Deux

Fin.
"""


def first_texts() -> dict[str, str]:
    return {
        "content/actualites/un.md": article(
            "Un", "Voir [deux](deux.md).", tags="[Web]", commissions="[reseaux]"
        ),
        "content/actualites/deux.md": article("Deux", "Un texte.", summary="Court", members="[kernel]"),
        "content/actualites/trois.md": article("Trois", image="images/salle.png", image_alt="La salle"),
        "content/agenda/fete.md": event("Fête", venue="cci", kind="Fête", organisers="[icea]"),
        "content/agenda/cours.md": event(
            "Cours", start="2026-12-08 18:30", duration="2h", commissions="[reseaux]"
        ),
        "content/annonces/stage.md": sheet(
            {
                "title": "Stage",
                "kind": "internship",
                "member": "icea",
                "date": "2026-11-02",
                "expires": "2026-11-24",
            },
            "Un stage.",
        ),
        "content/comptes-rendus/2026-11-03-reseaux.md": sheet(
            {"commission": "reseaux", "date": "2026-11-03"}, "Présents : Kernel."
        ),
        "content/actualites/figures.md": article("Figures", FIGURES, toc="true"),
        "content/pages/a-propos.md": sheet({"title": "À propos"}, "Nous.\n\n## Qui sommes-nous\n\nNous."),
        "content/pages/suite.md": sheet({"title": "La suite", "menu": "main"}, "En plusieurs fois."),
        "content/pages/accueil.md": sheet({"title": "Bienvenue", "summary": "Ici"}, "Bonjour."),
        "content/pages/termes.md": sheet({"title": "Termes", "template": "glossary"}, "## CCI : une chambre"),
        "content/pages/questions.md": sheet(
            {"title": "Questions", "template": "faq"}, "## Où ?\n\nÀ la CCI.\n\n## Quand ?\n\nLe soir."
        ),
        "content/pages/outils.md": sheet(
            {"title": "Outils", "template": "resources", "resources": "[{title: Plan, file: plan.pdf}]"},
            "CCI.",
        ),
        "content/documents/plan.pdf": "%PDF-1.4",
    }


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
            path.with_suffix(".nl.md").rename(renamed.with_suffix(".nl.md"))


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
    site.picture(site.chance.choice(("salle.png", "logos/icea.png")))


def linked_page(site: Site) -> None:
    """Others link to it by its file and by its address."""
    name = site.chance.choice(("content/pages/a-propos.md", "content/agenda/cours.md"))
    site.keep(name)
    if site.chance.random() < 1 / 2:
        (site.folder / name).unlink()
    else:
        site.replace(name, "title: ", "status: draft\ntitle: ")


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
    site.replace(name, *((within, "") if is_within else ("title: ", f"{within}title: ")))


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


Edit = Callable[[Site], None]
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
)


Ended = tuple[int, list[str]]
"""The exit code of a build, and what it said of the files."""


def end_of(way: Callable[[], int]) -> Ended:
    with redirect_stderr(StringIO()) as said:
        code = exit_code(way)
    return code, said.getvalue().splitlines()


@dataclass
class Builds:
    """Of one site into one folder, in the three ways."""

    site: Site
    output: Path
    chance: random.Random

    def __post_init__(self) -> None:
        self.memo = Memo(self.output, FirstOfDay())
        self.is_begun = self.is_preview = False

    def again(self) -> tuple[str, Ended]:
        way = self.chance.choice((self.stay, self.stay, self.build_beside, self.build_anew))
        self.is_preview = way == self.stay or self.chance.random() < 1 / 2
        return way.__name__, end_of(way)

    def stay(self) -> int:
        if not self.is_begun:
            return self.build_beside()
        if self.site.done and self.site.done[-1].endswith("script"):
            return self.build_beside()  # as `serve` does: Pelican copies those of a theme
        return update(self.site.folder, self.output, self.memo, frozenset({"index.html"}), unheard)

    def build_beside(self) -> int:
        self.is_begun = True
        return build(self.site.folder, self.output, publish=False, memo=self.memo, is_preview=self.is_preview)

    def build_anew(self) -> int:
        """As by a command of its own, which builds nothing where nothing has changed."""
        self.memo, self.is_begun = Memo(self.output, FirstOfDay()), False
        return build(self.site.folder, self.output, publish=False, is_preview=self.is_preview)


def unheard(names: object) -> None:
    pass


def differences(one: Path, other: Path) -> Iterator[str]:
    ours, theirs = (
        sorted(path.relative_to(each) for path in each.rglob("*") if path.is_file()) for each in (one, other)
    )
    yield from (f"{path} is in one of them alone" for path in sorted(set(ours) ^ set(theirs)))
    for path in sorted(set(ours) & set(theirs)):
        if not filecmp.cmp(one / path, other / path, shallow=False):
            yield f"{path} differs"


def run(seed: int, edits: int, folder: Path) -> list[str]:
    """What differs, and after which edits; nothing when all is well."""
    chance = random.Random(seed)
    os.environ["ASSOSITE_CACHE"] = str(folder / "cache")
    site = Site(folder / "site", chance)
    site.begin()
    builds = Builds(site, folder / "output", chance)
    for number in range(edits):
        if number:
            site.edit()
        os.environ["SOURCE_DATE_EPOCH"] = str(site.moment)
        way, ended = builds.again()
        if found := compared(builds, folder / f"cold-{number}", ended):
            return [f"after {', '.join(site.done[-6:])}, built by {way}", *found]
        site.undo()
    return []


def compared(builds: Builds, cold: Path, ended: Ended) -> list[str]:
    fresh = end_of(lambda: build(builds.site.folder, cold, publish=False, is_preview=builds.is_preview))
    if ended != fresh:
        return [f"ended with {ended[0]}, {fresh[0]}", *sorted({*ended[1]} ^ {*fresh[1]}), "in another order"]
    if ended[0] != FINE:
        return [] if builds.site.undone else [f"ended with {ended[0]}", *ended[1]]
    if builds.site.undone:
        return [f"{builds.site.done[-1]} was not told"]
    if hidden := [name for name, key in builds.memo.keys.items() if not key]:
        return ["made from something hidden:", *hidden]
    found = list(differences(builds.output, cold))
    shutil.rmtree(cold, ignore_errors=True)
    return found


if __name__ == "__main__":
    with TemporaryDirectory() as place, redirect_stdout(StringIO()):
        wrong = run(int(sys.argv[1]), int(sys.argv[2]), Path(place))
    if wrong:
        print("\n".join(wrong[:24]))
    sys.exit(bool(wrong))
