"""Markdown made of pieces that parsers stumble over, repeated and put into one another."""

from hypothesis import strategies as st

# fmt: off
PIECES = (
    "1. ", "- ", "* ", "+ ", "- a\n", "1. a\n", "1) a\n", "> ", ">", "> a\n", "# ", "# a\n",
    "## a ##\n", "a\n---\n", "---\n", "***\n", "===\n", "- - -\n", "    ", "\t", "    a\n", "```",
    "```\n", "~~~\n", "a | b\n", "-|-\n", "|", ": ", ": a\n", "a\n: b\n", "[a]: /b\n", "[a]: ",
    "[^1]: a\n", "[^1]: ", "*[AB]: a\n", "*[", "{: #a }", "{: .a }\n", "{:", "*", "**", "***", "_",
    "__", "*a", "*a*", "**a**", "_a_", "a*", "a*b", "a_b", "[", "![", "]", "(", ")", "[a]", "[a](",
    "[a](/b)", "[a](b \"", "![a](b)", "[a][", "[a][a]", "[^1]", "[^", "[](", "](", "`", "``", "`a",
    "`a`", "|\\*", "\\[", "\\|<", "<a", "<a ", "<a>", "</a>", "</", "<b>", "</b>", "<br>", "<div>",
    "</div>", "<div>\n", "</div>\n", "<div markdown>", "<div markdown='1'>\n", "<p markdown=1>",
    "<li>", "<table><tr><td>", "<a href=\"", "<a href='", "<a b=c ", "\">", "'>", "<img src=", "<!--",
    "-->", "<!-- a -->", "<![CDATA[", "]]>", "<!", "<?", "?>", "<a@", "<a@b.c>", "<http://",
    "<http://a>", "<details>\n<summary>", "<pre>", "<script>", "<style>", "&", "&amp;", "&#", "&#1;",
    "&#x", ";", "#", "a", "AB", "\xe9", "\xab ", " \xbb", "'", "\"", ":", " : ", "--", "...", "1", "9",
    "\xa0", "\u202f", "\u200f", "\u202e", "\ufdd0", "\U0001f600", "\x02", "\x03", "\x0b", "\x0c",
    "\x1f", "\x02klzzwxh:0000\x03", "\x02wzxhzdk:0\x03", "\x02amp\x03", "\ue000", "\r", "  \n", "\n",
    "\n\n", " ", "  ",
)
# fmt: on

few = st.lists(st.sampled_from(PIECES), min_size=1, max_size=4).map("".join)
"""A word of pathology."""
some = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


def repeated(size: int) -> st.SearchStrategy[str]:
    """A word as often as `size` allows, after something and before something."""
    return st.builds(lambda before, word, after: before + word * (size // len(word)) + after, some, few, some)


def nested(size: int) -> st.SearchStrategy[str]:
    """A word as often as another: what is opened is closed."""

    def put(opening: str, inside: str, closing: str) -> str:
        times = size // (len(opening) + len(closing))
        return opening * times + inside + closing * times

    return st.builds(put, few, some, few)


def markdown(size: int) -> st.SearchStrategy[str]:
    """Texts of about `size` characters, and such texts one after the other."""
    half = st.one_of(repeated(size // 2), nested(size // 2))
    return st.one_of(repeated(size), nested(size), st.builds(str.__add__, half, half))
