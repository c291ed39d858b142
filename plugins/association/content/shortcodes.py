"""Marks of other programs in a text, which visitors would read as they are written.

Shortcodes of Hugo and WordPress, template tags of Jekyll and Eleventy, containers of VuePress and Docusaurus,
directives of Sphinx, tabs of Material for MkDocs. Looked for in a text without its code.
"""

import re
from collections.abc import Iterator

from ..problems import Sentence, sentence

Told = tuple[str, Sentence, Sentence]

WORDPRESS = (
    "gallery|caption|embed|audio|video|playlist|contact-form-7|contact-form|wpforms|ninja_form|gravityform|button"
    "|columns?|row|vc_[a-z_]+|et_pb_[a-z_]+|youtube|vimeo|googlemaps|shortcode|tribe_events|mec|su_[a-z_]+"
)
SHORTCODE = re.compile(
    rf"""
    \{{\{{[<%]\s*(?P<hugo>/?\s*[\w./-]+)(?P<words>[^{{}}]{{0,400}}?)/?\s*[%>]\}}\}}
    |\{{%-?\s*(?P<tag>[a-z]\w*)[^{{}}\n]{{0,400}}?%\}}
    |\{{\{{-?\s*(?P<value>[\w][^{{}}\n]{{0,200}}?)-?\}}\}}
    |\[(?P<press>{WORDPRESS})(?:\s+[\w-]+=[^\[\]\n]{{0,400}}\]|(?:\s[^\[\]\n]{{0,400}})?\](?![(\[:]))
    |\[(?P<other>[a-z][\w-]*)(?:\s+[\w-]+=(?:"[^"\[\]\n]*"|“[^”\[\]\n]*”|'[^'\[\]\n]*'|[^\s"'\[\]]+))+\s*/?\](?![(:])
    |^[ ]{{0,3}}:::+[ ]*(?P<container>\{{?[.\w][^\n]{{0,100}})$
    |^\.\.[ ](?P<directive>[\w-]+)::
    |^(?:===|\?\?\?\+?)[ ](?P<tab>\!?"[^"\n]*"|\w+[ ]"[^"\n]*")
    """,
    re.VERBOSE | re.MULTILINE,
)
CLOSING = re.compile(r"/|end[a-z]+$|else")
VIDEOS = {"youtube": "https://www.youtube.com/watch?v=", "vimeo": "https://vimeo.com/"}
PICTURES = re.compile(r"figure|img|image|gallery|picture|caption|photos?$")
IDENTIFIER = re.compile(r"""(?:id=)?["']?(?P<id>[\w-]{2,})["']?\s*$|id=["']?(?P<named>[\w-]{2,})""")
NOTES = re.compile(r"\{?\.?(?:note|tip|warning|info|danger|caution|important|attention)", re.IGNORECASE)
LONGEST = 60


def shortcodes(text: str) -> Iterator[tuple[int, Told]]:
    """Where each begins, and what to say; what only closes one says nothing new."""
    for found in SHORTCODE.finditer(text):
        name = (found["hugo"] or found["tag"] or found["press"] or found["other"] or "").strip()
        if not CLOSING.match(name):
            yield found.start(), told(found, name)


def told(found: re.Match[str], name: str) -> Told:
    written = found[0].strip()
    return (
        "foreign-markup",
        sentence(
            '"{found}" means something to another program; visitors read it as it is written',
            found=written if len(written) <= LONGEST else f"{written[:LONGEST]}…",
        ),
        remedy(found, name),
    )


def remedy(found: re.Match[str], name: str) -> Sentence:
    video = VIDEOS.get(name)
    identifier = IDENTIFIER.search(found["words"].strip()) if video and found["words"] else None
    if video:
        which = (identifier["id"] or identifier["named"]) if identifier else "…"
        return sentence("write {example}", example=f"[…]({video}{which})")
    if PICTURES.match(name):
        return sentence("write {example}", example="![…](/images/….jpg)")
    if found["container"] and NOTES.match(found["container"]):
        return sentence("write {example}", example="> [!NOTE]")
    return sentence("write what it stands for; to show it, put it between backticks")
