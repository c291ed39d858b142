"""Colons, keys and indentation that YAML cannot follow: what is wrong with the layout of the lines."""

from yaml.error import MarkedYAMLError

from ..problems import Problem
from . import yaml_advice as advice
from .source import Source
from .yaml_lines import KEY, KEY_AND_TEXT, NO_SPACE, at, at_mark, indent, seen


def missing_space_at_top(source: Source) -> Problem | None:
    """The whole file is one text: perhaps only the space after its first colon is missing."""
    lines = range(len(source.lines))
    line = next((line for line in lines if NO_SPACE.fullmatch(seen(source, line))), None)
    return None if line is None else missing_space(source, line)


def second_colon(source: Source, error: MarkedYAMLError) -> Problem:
    """A ":" where no key can stand: twice on one line, or on a line that belongs to the text above."""
    mark = error.problem_mark
    same_line = KEY_AND_TEXT.fullmatch(seen(source, mark.line))
    if same_line and same_line.end("key") < mark.column:
        refusal = advice.colon_in_value(same_line["key"], same_line["value"])
        return at(source, mark.line, same_line.start("value"), refusal)
    above = source.line_before(mark.line)
    if above is None:
        return not_understood(source, error)
    if NO_SPACE.fullmatch(seen(source, above)):
        return missing_space(source, above)
    if not KEY.match(seen(source, above)):
        return missing_colon(source, above)
    return crooked(source, mark.line)


def unfinished_key(source: Source, error: MarkedYAMLError) -> Problem:
    line = (error.context_mark or error.problem_mark).line
    if NO_SPACE.fullmatch(seen(source, line)):
        return missing_space(source, line)
    return missing_colon(source, line)


def dash(source: Source, error: MarkedYAMLError) -> Problem:
    mark = error.problem_mark
    if KEY.match(seen(source, mark.line)[: mark.column]):
        return at_mark(source, mark, advice.dash_after_key())
    return crooked(source, mark.line)


def second_start(source: Source, error: MarkedYAMLError) -> Problem:
    mark = error.problem_mark
    above = source.line_before(mark.line)
    if above is not None and source.line(above).startswith("%"):
        return at(source, above, 0, advice.leading("%"))
    if above is not None and source.line(above).startswith("..."):
        return at(source, above, 0, advice.end_of_document())
    return crooked(source, mark.line)


def missing_space(source: Source, line: int) -> Problem:
    match = NO_SPACE.fullmatch(seen(source, line))
    assert match
    return at(source, line, match.end("key"), advice.missing_space(match["key"], match["value"]))


def missing_colon(source: Source, line: int) -> Problem:
    text = seen(source, line)
    return at(source, line, indent(text), advice.missing_colon(text.strip().removeprefix("- ")))


def crooked(source: Source, line: int) -> Problem:
    return at(source, line, indent(source.line(line)), advice.indentation())


def not_understood(source: Source, error: MarkedYAMLError) -> Problem:
    return at_mark(source, error.problem_mark, advice.not_understood())
