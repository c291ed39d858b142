"""What a text says of its own parts: figures with their captions and numbers, and its table of contents.

An image alone in its paragraph, with a title, is a figure: `![Le réseau](reseau.png "Qui est relié à qui")`.
Called `{#fig-reseau}` it has a number, and `[](#fig-reseau)` names it. `[TOC]` lists the headings.
"""

from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.toc import nest_toc_tokens
from markdown.treeprocessors import Treeprocessor

from ..domain.text import Language
from .typography import typeset_prose
from .words import words_in

NUMBERED = "fig-"
CONTENTS = "[TOC]"
HEADINGS = ("h2", "h3", "h4", "h5", "h6")


class Figures(Extension):
    """language: of the words that the program itself adds."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self.language = language

    def extendMarkdown(self, md: Markdown) -> None:
        # 7: once the attributes of an image are its own (8: attr_list)
        md.treeprocessors.register(FigureProcessor(md, self.language), "assosite-figures", 7)
        # 6: once headings have their ranks and fragments
        md.treeprocessors.register(
            ContentsProcessor(md, words_in(self.language).contents), "assosite-contents", 6
        )


class FigureProcessor(Treeprocessor):
    def __init__(self, md: Markdown, language: Language) -> None:
        super().__init__(md)
        self.language = language
        self.words = words_in(language)

    def run(self, root: Element) -> None:
        numbers: dict[str, int] = {}
        for paragraph in [element for element in root.iter("p") if is_figure(element)]:
            self.make(paragraph, numbers)
        if not numbers:
            return
        for link in root.iter("a"):
            number = numbers.get(link.get("href", "").removeprefix("#"))
            if number and not (link.text or len(link)):
                link.text = self.words.to_figure.format(number=number)

    def make(self, paragraph: Element, numbers: dict[str, int]) -> None:
        paragraph.tag, image = "figure", paragraph[0]
        said, name = typeset_prose(image.attrib.pop("title", ""), self.language), image.get("id", "")
        if name.startswith(NUMBERED):
            paragraph.set("id", image.attrib.pop("id"))
            number = numbers.setdefault(name, len(numbers) + 1)
            label = self.words.figure.format(number=number)
            said = f"{label} – {said}" if said else label
        SubElement(paragraph, "figcaption").text = said


def is_figure(paragraph: Element) -> bool:
    """An image, nothing but it, of which something is to be said."""
    if len(paragraph) != 1 or paragraph[0].tag != "img":
        return False
    image = paragraph[0]
    is_alone = not (paragraph.text or "").strip() and not (image.tail or "").strip()
    return is_alone and bool(image.get("title") or image.get("id", "").startswith(NUMBERED))


class ContentsProcessor(Treeprocessor):
    def __init__(self, md: Markdown, title: str) -> None:
        super().__init__(md)
        self.title = title

    def run(self, root: Element) -> None:
        for paragraph in [element for element in root.iter("p") if (element.text or "").strip() == CONTENTS]:
            paragraph.clear()
            paragraph.tag = "div"
            paragraph.set("class", "toc")
            SubElement(SubElement(paragraph, "p"), "strong").text = self.title
            add_entries(paragraph, nest_toc_tokens([*headings(root)]))


def headings(root: Element) -> Iterator[dict[str, object]]:
    for element in root.iter():
        if element.tag in HEADINGS and element.get("id"):
            yield {"level": int(element.tag[1]), "id": element.get("id"), "name": "".join(element.itertext())}


def add_entries(parent: Element, entries: Sequence[dict[str, object]]) -> None:
    if entries:
        listed = SubElement(parent, "ul")
        for entry in entries:
            item = SubElement(listed, "li")
            SubElement(item, "a", {"href": f"#{entry['id']}"}).text = str(entry["name"])
            children = entry["children"]
            add_entries(item, children if isinstance(children, list) else [])
