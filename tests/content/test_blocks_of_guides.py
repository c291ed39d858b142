"""The guide for editors shows files that are right: each block where it belongs, in an empty site."""

import re
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent, indent

import pytest
from site_on_disk import codes

REPOSITORY = Path(__file__).parents[2]
GUIDE = (REPOSITORY / "docs" / "guide-redaction.md").read_text("utf-8")
README = (REPOSITORY / "README.md").read_text("utf-8")
BLOCK = re.compile(r"^```(?:yaml|markdown)\n(.*?)^```", re.MULTILINE | re.DOTALL)
QUOTED = re.compile(r"^> .*\[([\w-]+)\]$", re.MULTILINE)
WRONG, RIGHT = re.compile(r" *(?:# non.*|<!-- non -->)$"), re.compile(r" *(?:# oui.*|<!-- oui -->)$")
NOT_SHOWN = {"unknown-reference", "missing-image", "missing-link", "future-day"}
"""Of what a reader of the block has: members, rooms, pictures, other texts; and of the day it is read."""
FACADES = REPOSITORY / "content" / "images" / "facades.png"

SKILLS = "skills:\n  - {id: reseaux, name: Réseaux et câblage}\n"
ARTICLE = (("title", "Essai"), ("date", "2027-02-15"))
MEMBER = "members:\n  - id: kernel\n    name: Kernel\n"
COMMISSION = "commissions:\n  - id: reseaux\n    name: Réseaux\n"
MEETING = (
    "    meetings:\n      - start: 2026-11-03 18:30\n        duration: 2h\n"
    "        repeat: {every: 2 mois, on: premier mardi}\n"
)


@dataclass(frozen=True, slots=True)
class Block:
    """line: of the guide. said: the codes of the messages quoted above it, if it shows a mistake."""

    line: int
    text: str
    said: tuple[str, ...]

    def __str__(self) -> str:
        return f"line {self.line}"

    @property
    def is_of_a_mistake(self) -> bool:
        return any(map(WRONG.search, self.text.splitlines()))


def blocks(guide: str) -> list[Block]:
    return [
        Block(
            guide.count("\n", 0, found.start()) + 1,
            dedent(found[1]),
            tuple(QUOTED.findall(guide[: found.start()].rpartition("\n**")[2])),
        )
        for found in BLOCK.finditer(guide)
    ]


def placed(text: str) -> dict[str, str]:
    """Path and text of the file that it is, or is a part of."""
    if text.startswith("---\n"):
        return {path_of_text(text): text}
    if text.startswith("!["):
        return {"content/pages/essai.md": f"---\ntitle: Essai\n---\n\n{text}"}
    first = text.split(":")[0].strip()
    if first in ("title", "date", "image"):
        given = "".join(f"{key}: {value}\n" for key, value in ARTICLE if f"{key}:" not in text)
        return {"content/actualites/essai.md": f"---\n{given}{text}---\n"}
    path, beginning, depth = place(first, text)
    return {path: beginning + indent(text, " " * depth)}


def path_of_text(text: str) -> str:
    by_key = (
        ("expires", "annonces/essai"),
        ("start", "agenda/essai"),
        ("dates", "agenda/essai"),
        ("date", "actualites/essai"),
        ("commission", "comptes-rendus/2026-11-03-reseaux"),
    )
    names = (name for key, name in by_key if re.search(rf"^{key}:", text, re.MULTILINE))
    return f"content/{next(names, 'pages/essai')}.md"


def place(first: str, text: str) -> tuple[str, str, int]:
    """File, what stands before in it, and how far to the right the text begins."""
    if first == "- id":
        return "members.yaml", "members:\n", 2
    if first == "skills" and "\n  - " in text:
        return "members.yaml", "", 0
    if first == "calendars" or text.startswith("people:\n  - id:"):
        return "commissions.yaml", "", 0
    if first == "meetings":
        return "commissions.yaml", COMMISSION, 4
    if first in ("except_on", "subjects"):
        more = "" if first == "except_on" else "        also_on: [2027-04-20 18:30]\n"
        return "commissions.yaml", COMMISSION + MEETING + more, 8
    if first == "start":
        return "commissions.yaml", f"{COMMISSION}    meetings:\n      - duration: 2h\n", 8
    if first == "skills":
        return "members.yaml", SKILLS + MEMBER, 4
    named = MEMBER.replace("    name: Kernel\n", "") if first == "name" else MEMBER
    return "members.yaml", named, 4


def without(text: str, mark: re.Pattern[str]) -> str:
    """The block as it is with the other half: by paragraphs if it has some, else by lines."""
    parts = text.split("\n\n") if "\n\n" in text else text.splitlines()
    kept = (part for part in parts if not any(map(mark.search, part.splitlines())))
    return "\n".join(kept) + "\n"


SHOWN = [block for block in blocks(GUIDE) if not block.is_of_a_mistake]
MISTAKES = [block for block in blocks(GUIDE) if block.is_of_a_mistake]


@pytest.mark.parametrize("block", [*SHOWN, *blocks(README)], ids=str)
def test_a_block_is_right(block: Block, tmp_path: Path) -> None:
    """Every key and every value; what it refers to need not be there."""
    said = codes(tmp_path, placed(block.text))

    assert [] == [code for code in said if code not in NOT_SHOWN]


@pytest.mark.parametrize("block", MISTAKES, ids=str)
def test_a_mistake_gets_the_message_that_the_guide_quotes(block: Block, tmp_path: Path) -> None:
    """And its remedy gets none."""
    given = {"content/images/facades.png": FACADES.read_bytes()}
    wrong = codes(tmp_path / "wrong", {**placed(without(block.text, RIGHT)), **given})
    right = codes(tmp_path / "right", {**placed(without(block.text, WRONG)), **given})

    assert set(wrong) & set(block.said)
    assert [] == [code for code in right if code not in NOT_SHOWN]


def test_there_are_blocks_of_both_kinds() -> None:
    """Else nothing would be looked at."""
    assert (True, True) == (len(SHOWN) > 20, len(MISTAKES) > 8)
