"""Texts of many kinds, made by chance but always the same, and the structure that a forge gives them.

The judge is cmark-gfm, which GitHub and GitLab show Markdown with.
"""

import re
from random import Random
from xml.etree.ElementTree import Element

import cmarkgfm
import html5lib
from cmarkgfm.cmark import Options

WORDS = "budget élections réunion bureau salle commune projet membres date heure lieu".split()
LINES = [
    *(
        "budget",
        "réunion du bureau",
        "Titre",
        "#mot",
        "-sans",
        "1.sans",
        "**fort**",
        "`code`",
        "fin  ",
        "ligne\\",
    ),
    *(
        "",
        "",
        "",
        "  suite",
        "    suite ou code",
        "===",
        "---",
        "***",
        "* * *",
        "# Titre",
        "## Sous-titre ##",
    ),
    *("- un", "- deux", "* trois", "+ plus", "-", "1. un", "2. deux", "3) trois", "10. dix", "1."),
    *("  - sous", "   - sous", "    - sous", "- [ ] tâche", "- [x] fait", "> cité", "> - dans", "```", "~~~"),
    *("| A | B |", "|---|---|", "| 1 | 2 |", "A | B", "1 | 2", "[lien](/a)", "![img](i.png)", "~~non~~ oui"),
    *(
        "<div>",
        "</div>",
        "<details>",
        "<summary>x</summary>",
        "</details>",
        "<b>gras</b> texte",
        "<!-- c -->",
    ),
    *("voir https://a.example/x.", "www.b.example (c)", "a@b.example"),
]
SHOWN = frozenset("ul ol li table tr td th pre blockquote hr p a code em strong del img h".split())
HEADING = re.compile("h[1-6]")

Shape = list["str | tuple[Shape, ...] | object"]


def structured_text(chance: Random) -> str:
    """Lists in lists, with code, tables and quotations in them, more or less tidy."""
    blocks: list[str] = []
    for _ in range(chance.randint(1, 5)):
        blocks += [block(chance, 0), *chance.choice([[""], [""], []])]
    return "\n".join(blocks) + "\n"


def text_by_the_line(chance: Random) -> str:
    """Lines in any order, as nobody would write them."""
    return "\n".join(chance.choice(LINES) for _ in range(chance.randint(2, 12))) + "\n"


def words(chance: Random, most: int = 4) -> str:
    return " ".join(chance.choice(WORDS) for _ in range(chance.randint(1, most)))


def line(chance: Random) -> str:
    one, other = words(chance, 2), words(chance)
    return chance.choice(
        [
            *[other] * 3,
            f"**{one}** {other}",
            f"[{one}](https://a.example/{chance.randint(1, 9)})",
            f"`{one}` {other}",
            f"voir https://b.example/{chance.choice(WORDS)} {other}",
            f"~~{one}~~",
            f"{one}\\\n{other}",
        ]
    )


def block(chance: Random, depth: int) -> str:
    kinds = "p p list list list code table quote heading rule" if depth < 3 else "p p code"
    match chance.choice(kinds.split()):
        case "list":
            return listed(chance, depth)
        case "code":
            fence = chance.choice(["```", "~~~"])
            return f"{fence}{chance.choice(['', 'python'])}\n{words(chance)}\n\n  {words(chance)}\n{fence}"
        case "table":
            rows = [f"| {words(chance, 2)} | {chance.randint(1, 9)} |" for _ in range(chance.randint(1, 3))]
            return "\n".join(["| A | B |", "|---|--:|", *rows])
        case "quote":
            return "\n".join(f"> {one}".rstrip() for one in block(chance, depth + 1).split("\n"))
        case "heading":
            return f"{'#' * chance.randint(1, 3)} {words(chance)}"
        case "rule":
            return "---"
    return "\n".join(line(chance) for _ in range(chance.randint(1, 3)))


def listed(chance: Random, depth: int) -> str:
    kind, is_loose = chance.choice(["-", "*", "+", ".", ")"]), chance.random() < 0.3
    padding, is_of_tasks = " " * chance.choice([1, 1, 1, 2, 3]), chance.random() < 0.3
    lines: list[str] = []
    for number in range(chance.randint(1, 4)):
        mark = (kind if kind in "-*+" else f"{number + 1}{kind}") + padding
        inner = [("[ ] " if is_of_tasks and depth < 1 else "") + line(chance)]
        for _ in range(chance.choice([0, 0, 0, 1, 1, 2])):
            inner += ([""] if is_loose or chance.random() < 0.4 else []) + [block(chance, depth + 1)]
        first, *others = "\n".join(inner).split("\n")
        lines += [mark + first, *(" " * len(mark) + one if one else one for one in others)]
        lines += [""] if is_loose else []
    return "\n".join(lines).rstrip("\n")


def as_forges_show(text: str) -> str:
    return cmarkgfm.github_flavored_markdown_to_html(text, Options.CMARK_OPT_UNSAFE)


def shape(html: str) -> Shape:
    """What stands in what, with its words: without levels of headings, line breaks and our typography."""
    return inner(html5lib.parseFragment(html, treebuilder="etree", namespaceHTMLElements=False))


def inner(element: Element) -> Shape:
    found: Shape = []
    add_words(found, element.text)
    for child in element:
        if isinstance(child.tag, str):
            add(found, child, element)
        add_words(found, child.tail)
    return found


def add(found: Shape, child: Element, parent: Element) -> None:
    tag = "h" if HEADING.fullmatch(child.tag) else child.tag
    if tag == "pre":
        found.append(("pre", "".join(child.itertext()).strip("\n")))
    elif tag in SHOWN and not (tag == "p" and parent.tag == "li"):
        found.append((tag, *inner(child)))
    else:
        for part in inner(child):
            if isinstance(part, str):
                add_words(found, part)
            else:
                found.append(part)


def add_words(found: Shape, text: str | None) -> None:
    said = " ".join(re.sub(r"[☐☑\u00a0\u202f]|\[ \]|\[x\]", " ", text or "").replace("’", "'").split())
    if said and found and isinstance(found[-1], str):
        found[-1] += f" {said}"
    elif said:
        found.append(said)
