"""The sentences for syntax errors of YAML, and for what YAML allows and Assosite does not.

What was found, what was expected, what to write; said to an editor who never heard of YAML's finer points.
"""

from ...problems import Sentence, sentence
from .comments import without_comment
from .source import Refusal
from .tree import Value

LONGEST_EXAMPLE = 80
CLOSING = {"[": "]", "{": "}"}
STANDARD_TAG = "tag:yaml.org,2002:"
CURLY_QUOTES = (("“”„", '“”"'), ("«", "»"), ("‘’‚", "‘’'"), ("‹", "›"))
"""What opens and what closes: the last of a line is often a straight one."""
NO_BREAK_SPACES = ("\u00a0", "\u202f")
Pair = tuple[str, str]


def quoted(text: str) -> str:
    """`text` as a YAML value in quotes."""
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"


def in_quotes(pair: Pair | None) -> Sentence:
    """The line of that key and value, its value in quotes; without the line, the advice in words."""
    if pair is None or len(pair[1]) > LONGEST_EXAMPLE:
        return sentence("put the whole value in quotes")
    key, value = pair
    text = without_comment(value).strip()
    shown = without_quotes(text)
    for space in NO_BREAK_SPACES:
        shown = shown.replace(space, " ")
    return sentence("write {example}", example=f"{key}: {quoted(shown)}")


def without_quotes(text: str) -> str:
    """The value that somebody put between quotation marks, straight or curly ones."""
    if len(text) > 1 and text[0] == text[-1] and text[0] in "\"'":
        return text[1:-1]
    return within_curly_quotes(text) or text


def within_curly_quotes(text: str) -> str:
    """The text between quotation marks that mean nothing to YAML; '' without such."""
    for opening, closing in CURLY_QUOTES:
        if len(text) > 2 and text[0] in opening and text[-1] in closing:
            return text[1:-1].strip()
    return ""


def curly_quotes(found: str, bare: str) -> Refusal:
    return Refusal(
        "yaml-quote",
        sentence("found curly quotation marks around {found}, expected straight ones or none", found=found),
        sentence("write {better}", better=bare),
    )


def colon_in_value(key: str, value: str) -> Refusal:
    return Refusal(
        "yaml-needs-quotes",
        sentence('the value of "{key}" contains ": ", expected quotes around such a text', key=key),
        in_quotes((key, value)),
    )


def cut(key: str, whole: str, lost: str) -> Refusal:
    """key: '' in a list."""
    example = f"{key}: {quoted(whole)}" if key else quoted(whole)
    return Refusal(
        "yaml-needs-quotes",
        sentence('what follows " #" is a note to yourself: "{lost}" would be lost', lost=lost),
        sentence("write {example}", example=example)
        if len(whole) <= LONGEST_EXAMPLE
        else sentence("put the whole value in quotes"),
    )


def missing_space(key: str, value: str) -> Refusal:
    hint = sentence("write {example}", example=f"{key}: {value.strip()}")
    if value.startswith(NO_BREAK_SPACES):
        message = sentence('found a no-break space after "{key}:", expected an ordinary space', key=key)
    else:
        message = sentence('found "{key}:" without a space after it', key=key)
    return Refusal("yaml-space", message, hint)


def no_break_before(key: str, value: str) -> Refusal:
    return Refusal(
        "yaml-space",
        sentence('found a no-break space before the colon of "{key}", expected none', key=key),
        in_quotes((key, value))
        if ": " in value
        else sentence("write {example}", example=f"{key}: {value}".strip()),
    )


def no_break_space(key: str) -> Refusal:
    return Refusal(
        "yaml-space",
        sentence('a no-break space touches the key "{key}", expected ordinary spaces', key=key),
        sentence("delete the spaces and type them again"),
    )


def no_break_dash(key: str, value: str) -> Refusal:
    return Refusal(
        "yaml-space",
        sentence('found a no-break space after "-", expected an ordinary space'),
        sentence("write {example}", example=f"- {key}: {value}".strip()),
    )


def crowded_dash(key: str, value: str, begins_entry: bool) -> Refusal:
    """The dash of an entry, or one that has no business there."""
    line = f"{'- ' if begins_entry else ''}{key}: {value.strip()}".strip()
    return Refusal(
        "yaml-space",
        sentence('found "-{key}" without a space after the "-"', key=key),
        sentence("write {example}", example=line),
    )


def other_dash(sign: str, rest: str) -> Refusal:
    return Refusal(
        "yaml-list",
        sentence('found "{sign}" at the beginning of an entry, expected "-"', sign=sign),
        sentence("write {example}", example=f"- {rest}"),
    )


def conflict(line: str) -> Refusal:
    return Refusal(
        "git-conflict",
        sentence('found "{found}": git has joined two versions of this text here', found=line),
        sentence(
            'keep the lines of one version, and delete those that begin with "<<<<<<<", "=======", ">>>>>>>"'
        ),
    )


def conflict_mark(line: str) -> Refusal:
    return Refusal(
        "git-conflict",
        sentence(
            'found "{found}", a mark that git left where it joined two versions of this text', found=line
        ),
        sentence("check the lines around it, and delete this one"),
    )


def missing_colon(text: str) -> Refusal:
    return Refusal(
        "yaml-colon",
        sentence('found "{text}", expected "key: value"', text=text),
        sentence("add the key, or indent this line if it continues the text above"),
    )


def indentation() -> Refusal:
    return Refusal(
        "yaml-indentation",
        sentence("this line does not line up with the lines above"),
        sentence("begin it in the same column as the other keys of its group, with spaces only"),
    )


def tab() -> Refusal:
    return Refusal(
        "yaml-tab",
        sentence("found a tab, expected spaces"),
        sentence("replace every tab at the beginning of a line by two spaces"),
    )


def leading(character: str, pair: Pair | None = None) -> Refusal:
    return Refusal(
        "yaml-needs-quotes",
        sentence('a value cannot begin with "{character}" unless it is in quotes', character=character),
        in_quotes(pair),
    )


def open_quote(quote: str) -> Refusal:
    return Refusal(
        "yaml-quote",
        sentence("the quotation mark {quote} opened here is not closed", quote=quote),
        sentence("close it at the end of the value"),
    )


def after_quote(quote: str, pair: Pair | None) -> Refusal:
    """Of `'L'Artois'`, and of `"Le Beffroi" de Lens`."""
    is_whole = pair and pair[1].startswith(quote)
    return Refusal(
        "yaml-quote",
        sentence("found text after the closing quotation mark {quote}", quote=quote),
        in_quotes(pair) if is_whole else sentence("put the whole value in the other kind of quotes"),
    )


def after_bracket(bracket: str, pair: Pair | None) -> Refusal:
    return Refusal(
        "yaml-bracket",
        sentence('found text after "{bracket}", expected the end of the value', bracket=bracket),
        in_quotes(pair),
    )


def open_bracket(bracket: str) -> Refusal:
    return Refusal(
        "yaml-bracket",
        sentence('the "{bracket}" opened here is not closed', bracket=bracket),
        sentence('close it with "{bracket}"', bracket=CLOSING.get(bracket, bracket)),
    )


def missing_comma(bracket: str) -> Refusal:
    return Refusal(
        "yaml-bracket",
        sentence('expected a comma or "{bracket}" here', bracket=CLOSING.get(bracket, bracket)),
        sentence("separate the values with commas; put a value with special characters in quotes"),
    )


def escape(found: str) -> Refusal:
    return Refusal(
        "yaml-escape",
        sentence('"{found}" means nothing between double quotes', found=found),
        sentence('write "\\\\" for a backslash, or use single quotes'),
    )


def block_header(sign: str) -> Refusal:
    return Refusal(
        "yaml-block",
        sentence('found text after "{sign}", expected the end of the line', sign=sign),
        sentence("begin the text on the next line, indented"),
    )


def dash_after_key() -> Refusal:
    return Refusal(
        "yaml-list",
        sentence('found "-" on the line of the key, expected a list below it'),
        sentence('begin the list on the next line, or put the text in quotes if the "-" belongs to it'),
    )


def no_key() -> Refusal:
    return Refusal(
        "yaml-key",
        sentence('nothing stands before the ":", expected a key'),
        sentence('write "key: value"'),
    )


def end_of_document() -> Refusal:
    return Refusal(
        "yaml-documents",
        sentence('"..." ends the document, but more follows'),
        sentence('delete the "..."'),
    )


def unfinished() -> Refusal:
    return Refusal(
        "yaml-syntax",
        sentence("the file ends here, but something is not finished"),
        sentence("check that every bracket and quotation mark is closed"),
    )


def not_understood() -> Refusal:
    return Refusal(
        "yaml-syntax",
        sentence("this is not valid YAML here"),
        sentence("check the quotes, brackets and colons of this line and of the one above"),
    )


def alias(name: str) -> Refusal:
    return Refusal(
        "yaml-alias",
        sentence('"{found}" is a YAML alias; aliases are not used here', found=f"*{name}"),
        sentence('write the value out, or put it in quotes if the "*" belongs to the text'),
    )


def decoration(anchor: str | None, tag: str | None) -> Refusal:
    """Of what carries an anchor or a tag."""
    if anchor:
        return Refusal(
            "yaml-alias",
            sentence('"{found}" is a YAML anchor; anchors are not used here', found=f"&{anchor}"),
            sentence('delete it, or put the value in quotes if the "&" belongs to the text'),
        )
    return Refusal(
        "yaml-tag",
        sentence('"{found}" is a YAML tag; tags are not used here', found=shown_tag(tag or "")),
        sentence('delete it, or put the value in quotes if the "!" belongs to the text'),
    )


def shown_tag(tag: str) -> str:
    return "!!" + tag.removeprefix(STANDARD_TAG) if tag.startswith(STANDARD_TAG) else tag


def of_key(key: str) -> Refusal | None:
    if key.isalnum():
        return None
    if not key.strip():
        return no_key()
    if key.startswith("-") and key[1:2].isalnum():
        return crowded_dash(key[1:], "…", begins_entry=True)
    if key == "<<":
        return Refusal(
            "yaml-merge",
            sentence('"<<" is a YAML merge key; merge keys are not used here'),
            sentence("write the keys out"),
        )
    if key.startswith(NO_BREAK_SPACES) or key.endswith(NO_BREAK_SPACES):
        return no_break_space(key.strip())
    return None


def duplicate(key: str, first_line: int, begins_entry: bool = False) -> Refusal:
    """begins_entry: an entry of the list begins with this key, and so may another one here."""
    return Refusal(
        "duplicate-key",
        sentence('"{key}" stands here a second time; the first is on line {line}', key=key, line=first_line),
        sentence('write "- " before it if another entry begins here, else keep only one of them')
        if begins_entry
        else sentence("keep only one of them"),
    )


def composed_key() -> Refusal:
    return Refusal(
        "yaml-key",
        sentence("found a list or a group of keys where a key is expected"),
        sentence('write "key: value"; put a text that begins with "[" or "{{" in quotes'),
    )


def too_deep(deepest: int) -> Refusal:
    return Refusal(
        "yaml-depth",
        sentence("found more than {deepest} levels of lists or keys inside one another", deepest=deepest),
        sentence("check the brackets and the indentation"),
    )


def too_many(most: int) -> Refusal:
    return Refusal(
        "too-large",
        sentence("this file has more than {most} keys and values", most=most),
        sentence("take out what was pasted by mistake"),
    )


def second_document() -> Refusal:
    return Refusal(
        "yaml-documents",
        sentence('found a second "---" line, expected a single document'),
        sentence('delete this "---" line'),
    )


def directive() -> Refusal:
    return Refusal(
        "yaml-directive",
        sentence('found a line that begins with "%"; YAML directives are not used here'),
        sentence("delete it"),
    )


def not_a_mapping(found: Value) -> Refusal:
    hint = sentence('write lines such as "key: value"')
    if isinstance(found, str):
        return Refusal("yaml-top-level", sentence('found "{found}", expected a key', found=found), hint)
    return Refusal("yaml-top-level", sentence("found a list, expected keys"), hint)


def swallowed_dash() -> Refusal:
    return Refusal(
        "yaml-indentation",
        sentence('this "-" does not line up with the "-" above'),
        sentence('begin it in the same column, or put the text above in quotes if the "-" belongs to it'),
    )
