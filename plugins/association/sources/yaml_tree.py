"""The strict reader of YAML: text in, a tree with places out, or every reason why not."""

from yaml.error import MarkedYAMLError

from ..problems import ContentError
from .source import Source, with_plain_newlines
from .text_files import LARGEST, UNWANTED, invisible_characters, too_large
from .tree import Mark, Path, Step, Tree, Value, Written, tree_of
from .yaml_builder import Stop, TreeBuilder
from .yaml_events import EventParser, FastEvents, PureEvents, events, without_stray_tabs
from .yaml_mistakes import is_told_alike, problem_of, wrong_escape

__all__ = ["Mark", "Path", "Step", "Tree", "Value", "Written", "lenient_tree", "read_tree", "tree_of"]


def read_tree(text: str, file: str, first_line: int = 1) -> Tree:
    """The tree of a text in which everything is accepted; else ContentError.

    first_line: of `file`, on which `text` begins.
    """
    tree = lenient_tree(text, file, first_line)
    if tree.problems:
        raise ContentError(tree.problems)
    return tree


def lenient_tree(text: str, file: str, first_line: int = 1, parser: EventParser = FastEvents) -> Tree:
    """The tree as far as it can be understood, what is wrong with it in `problems`.

    `validation.parse` hands these problems on, with those of the fields. A text
    that is not YAML at all has no tree: ContentError.
    """
    source = Source(without_stray_tabs(with_plain_newlines(text)), file, first_line)
    if len(source.text) > LARGEST:
        raise ContentError([too_large(file, len(source.text))])
    problems = tuple(invisible_characters(source, UNWANTED))
    if problems:
        raise ContentError(problems)
    return tree_from_events(source, parser)


def tree_from_events(source: Source, parser_type: EventParser) -> Tree:
    builder = TreeBuilder(source)
    parser = parser_type(source.text)
    try:
        builder.take(events(parser))
    except Stop:
        pass
    except MarkedYAMLError as error:
        if parser_type is not PureEvents and not is_told_alike(source, error):
            return tree_from_events(source, PureEvents)
        raise ContentError([*builder.problems, problem_of(source, error)]) from error
    except (ValueError, OverflowError) as error:  # PyYAML: chr() of an escape such as \UFFFFFFFF
        raise ContentError([*builder.problems, wrong_escape(source, parser.get_mark())]) from error
    return builder.tree()
