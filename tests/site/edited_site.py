"""A small site with every kind of page, for `random_edits.py`: what it begins with, how its files change."""

import random
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from built_site import REPOSITORY, SMALLEST_SETTINGS, TODAY, article, event, sheet, write_site
from PIL import Image

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
PASSPHRASE = "lanterne chemise patience moulin orage"


@dataclass
class Site:
    """A folder of files, and what the next edits may do to them.

    moment: of the builds. undone: what the last edit has taken away or spoilt, as it was.
    may_stay: the site may be sound all the same.
    is_bilingual: whether it is in French and Dutch.
    passphrase: of its members; '' for none.
    """

    folder: Path
    chance: random.Random
    moment: int = int(TODAY.timestamp())
    done: list[str] = field(default_factory=list)
    number: int = 0
    undone: dict[str, str] = field(default_factory=dict)
    may_stay: bool = False
    is_bilingual: bool = False
    passphrase: str = PASSPHRASE

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
        self.picture("coffre.png")
        for name in PARTNERS:
            self.calendar(name, uid=name)

    def edit(self, changes: Sequence["Edit"]) -> None:
        """By one of them."""
        self.number += 1
        change = self.chance.choice(changes)
        change(self)
        self.done.append(f"{self.number} {change.__name__}")

    def undo(self, is_sound: bool) -> None:
        """What cannot be built."""
        for name, text in self.undone.items():
            if not is_sound:
                (self.folder / name).write_text(text, "utf-8")
        self.undone.clear()
        self.may_stay = False

    def keep(self, name: str, may_stay: bool = False) -> None:
        """As it is, for when the edit is undone."""
        self.undone[name] = (self.folder / name).read_text("utf-8")
        self.may_stay = may_stay

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


Edit = Callable[[Site], None]
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
        "content/documents/grille.pdf": "%PDF-1.4",
        "content/actualites/prive.md": article(
            "Un texte privé",
            "[La grille](/documents/grille.pdf), [un texte](un.md), CCI. ![Le coffre](/images/coffre.png)",
            tags="[web]",
            category="Juridique",
            commissions="[reseaux]",
            visibility="members",
        ),
        "content/pages/prives.md": sheet({"title": "Pages privées", "visibility": "members"}, "Une page."),
    }
