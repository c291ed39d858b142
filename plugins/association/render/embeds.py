"""Links in place of what a text embeds: nothing of another site, no film, no sound is loaded with a page."""

import re
from html import escape
from urllib.parse import unquote

from ..domain.markup import EMBEDDING, Embed, embeds
from ..domain.text import Language
from .words import WORDS, words_in

ALL_WORDS = re.compile(
    "|".join(
        re.escape(" ".join(words.split())).replace(re.escape("{place}"), ".+")
        for own in WORDS.values()
        for words in (*own.elsewhere.values(), *own.ours.values())
    )
)
"""Of a link in place of something, with plain spaces: a text is about something else."""
BEGUN = re.compile(f"<(?:{'|'.join(EMBEDDING)})", re.IGNORECASE)
NEAR = 2000
"""In characters; a parser of HTML mends what has begun before that."""
INLINE = ("p", "h1", "h2", "h3", "h4", "h5", "h6", "a", "span", "em", "strong", "dt", "summary", "caption")


def with_links(html: str, language: Language) -> str:
    """The HTML of a text, each element that embeds something replaced by a link; gone without an address."""
    if not BEGUN.search(html):
        return html
    parts, position = [], 0
    for start, end, _, embed in embeds(html):
        parts.append(html[position:start])
        if embed:
            link = link_to(embed, language)
            parts.append(link if is_in_a_line(html, start) else f"<p>{link}</p>")
        position = end
    return "".join((*parts, html[position:]))


def is_in_a_line(html: str, position: int) -> bool:
    """Whether it stands in a line of words, and not where a paragraph may."""
    before = html[max(0, position - NEAR) : position]
    return any(
        max(before.rfind(f"<{name}>"), before.rfind(f"<{name} ")) > before.rfind(f"</{name}>")
        for name in INLINE
    )


def link_to(embed: Embed, language: Language) -> str:
    return f'<a href="{escape(embed.address)}">{escape(words(embed, language))}</a>'


def words(embed: Embed, language: Language) -> str:
    own = words_in(language)
    return (own.ours if embed.is_ours else own.elsewhere)[embed.shown].format(place=unquote(embed.place))
