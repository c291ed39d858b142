"""A site edited at random, built again after each edit, and compared with a build that knows nothing.

    python tests/site/random_edits.py SEED EDITS

Ends with 1, and says after which edits, as soon as one file differs from what a build into an empty folder
makes. Each edit is built in one of three ways: by the process that stays (`serve`), by a `build` in the same
process, by a `build` that has only what lies in the folder of caches. The first is a preview, the others now
and then.
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
    meetings:
      - title: Réunion
        start: 2026-11-03 18:30
        duration: 2h
        repeat: {every: month, on: first tuesday, until: 2027-06-30}
        venue: cci
"""


@dataclass
class Site:
    """A folder of files, and what the next edits may do to them; moment: of the builds."""

    folder: Path
    chance: random.Random
    moment: int = int(TODAY.timestamp())
    done: list[str] = field(default_factory=list)
    number: int = 0

    def begin(self) -> None:
        settings = SMALLEST_SETTINGS.replace("themes/parvis", "themes/own")
        write_site(self.folder, {"pelicanconf.py": settings, **first_texts()})
        (self.folder / "members.yaml").write_text(MEMBERS, "utf-8")
        (self.folder / "commissions.yaml").write_text(COMMISSIONS, "utf-8")
        shutil.copytree(REPOSITORY / "themes" / "parvis", self.folder / "themes" / "own")
        self.picture("logos/icea.png")
        self.picture("salle.png")

    def edit(self) -> str:
        self.number += 1
        change = self.chance.choice(EDITS)
        change(self)
        self.done.append(f"{self.number} {change.__name__}")
        return change.__name__

    def texts(self) -> list[Path]:
        folders = ("actualites", "agenda", "annonces", "pages", "comptes-rendus")
        content = self.folder / "content"
        return sorted(path for folder in folders for path in (content / folder).glob("*.md"))

    def replace(self, name: str, old: str, new: str) -> None:
        path = self.folder / name
        path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")

    def append(self, name: str, text: str) -> None:
        path = self.folder / name
        path.write_text(path.read_text("utf-8") + text, "utf-8")

    def picture(self, name: str) -> None:
        path = self.folder / "content" / "images" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        size = (self.chance.randrange(40, 400), self.chance.randrange(40, 400))
        Image.new("RGB", size, f"#{self.chance.randrange(0x1000000):06x}").save(path)


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
        "content/pages/a-propos.md": sheet({"title": "À propos"}, "Nous."),
        "content/pages/accueil.md": sheet({"title": "Bienvenue", "summary": "Ici"}, "Bonjour."),
    }


def body(site: Site) -> None:
    path = site.chance.choice(site.texts())
    site.append(str(path.relative_to(site.folder)), f"\nLa phrase {site.number}.\n")


def title(site: Site) -> None:
    path = site.chance.choice(site.texts())
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
        site.chance.choice(added).unlink()


def renamed_text(site: Site) -> None:
    added = [path for path in site.texts() if path.name.startswith("nouvelle-")]
    if added:
        path = site.chance.choice(added)
        path.rename(path.with_name(f"nouvelle-{site.number}.md"))


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


def mission(site: Site) -> None:
    site.replace("commissions.yaml", "mission: ", f"mission: M{site.number} ")


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


def day(site: Site) -> None:
    site.moment += DAY * site.chance.choice((1, 1, 7))


def nothing(site: Site) -> None:
    pass


def mistake(site: Site) -> None:
    """Nothing is written; the next edit mends it."""
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
    *(mission, meeting, settings, accent, page_size, template, words_of_template, style, script, image, day),
    *(nothing, mistake),
)


@dataclass
class Builds:
    """Of one site into one folder, in the three ways."""

    site: Site
    output: Path
    chance: random.Random

    def __post_init__(self) -> None:
        self.memo = Memo(self.output, FirstOfDay())
        self.is_begun = self.is_preview = False

    def again(self) -> tuple[str, int]:
        way = self.chance.choice((self.stay, self.stay, self.build_beside, self.build_anew))
        self.is_preview = way == self.stay or self.chance.random() < 1 / 2
        return way.__name__, exit_code(way)

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
        before = (site.folder / "members.yaml").read_text("utf-8")
        kind = site.edit() if number else "nothing"
        os.environ["SOURCE_DATE_EPOCH"] = str(site.moment)
        way, code = builds.again()
        if kind == "mistake":
            (site.folder / "members.yaml").write_text(before, "utf-8")
            if code == FINE:
                return [f"{site.done[-1]} was not told"]
            continue
        if hidden := [name for name, key in builds.memo.keys.items() if not key]:
            return ["made from something hidden:", *hidden]
        if found := compared(builds, folder / f"cold-{number}", code):
            return [f"after {', '.join(site.done[-6:])}, built by {way}", *found]
    return []


def compared(builds: Builds, cold: Path, code: int) -> list[str]:
    fresh = exit_code(lambda: build(builds.site.folder, cold, publish=False, is_preview=builds.is_preview))
    if (code, fresh) != (FINE, FINE):
        return [f"ended with {code}, {fresh}"]
    found = list(differences(builds.output, cold))
    shutil.rmtree(cold, ignore_errors=True)
    return found


if __name__ == "__main__":
    said = StringIO()
    with TemporaryDirectory() as place, redirect_stdout(said), redirect_stderr(said):
        wrong = run(int(sys.argv[1]), int(sys.argv[2]), Path(place))
    if wrong:
        print("\n".join([*wrong[:12], *said.getvalue().splitlines()[-12:]]))
    sys.exit(bool(wrong))
