"""The theme's templates: the words and filters they are given, and what they do once for many pages.

The words are the theme's: French in its templates, other languages in its gettext catalogues.
Fragments are what many pages have in common: shared parts and files of macros, each with the rule that makes
it safe, that it depends on nothing but its key. A template that breaks the rule does not compile.
They reach into Jinja 3.1, where requirements.in keeps it.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from gettext import NullTranslations, translation
from pathlib import Path
from types import FunctionType, MethodType
from typing import Any, NoReturn

from jinja2 import Environment, StrictUndefined, Template, TemplateAssertionError, TemplateNotFound, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.environment import TemplateModule
from jinja2.ext import Extension
from jinja2.meta import find_undeclared_variables
from jinja2.parser import Parser
from jinja2.runtime import Context, Macro
from markupsafe import Markup

from ..domain.text import Language
from ..problems import Sentence, sentence
from .typography import Speech, iso, locale_of

CATALOGUE = "parvis"


def prepare(environment: Environment, theme: Path, language: Language, first: Language = "") -> None:
    """Filters and sentences for templates in `language`; first: that of the site, if it is another one."""
    speech = Speech(language, locale_of(language), first or language)
    environment.filters["format_date"] = speech.format_date
    environment.filters["format_time"] = speech.format_time
    environment.filters["short_time"] = speech.short_time
    environment.filters["day_alone"] = speech.day_alone
    environment.filters["price"] = speech.price
    environment.filters["typeset"] = speech.typeset
    environment.filters["language_name"] = speech.language_name
    environment.filters["iso"] = iso
    environment.add_extension(Fragments)
    environment.code_generator_class = CheckedCode
    environment.template_class, environment.context_class = PageTemplate, PageContext
    environment.autoescape, environment.undefined = True, StrictUndefined  # whatever the settings say
    environment.policies["ext.i18n.trimmed"] = True
    words = sentences(theme, language)
    vars(environment)["install_gettext_translations"](words, newstyle=True)  # added by jinja2.ext.i18n
    environment.globals["_"] = environment.globals["gettext"] = quick(words.gettext)


def has_template(environment: Environment, name: str) -> bool:
    """Without compiling it: whoever made the theme may have left it out."""
    try:
        return environment.loader is not None and bool(
            environment.loader.get_source(environment, f"{name}.html")
        )
    except TemplateNotFound:
        return False


def quick(gettext: Callable[..., str]) -> Callable[..., str]:
    """`gettext` that looks each sentence without variables up once: a page says some sixty of them."""
    said: dict[str, Markup] = {}

    def remembered(message: str, **values: object) -> Markup:
        if values:
            return said_with(message, values)
        if message not in said:
            said[message] = said_with(message, values)
        return said[message]

    def said_with(message: str, values: dict[str, object]) -> Markup:
        return Markup(gettext(message)) % values

    return remembered


class FrenchSentences(NullTranslations):
    """The theme's own words, untranslated: in French 0 is singular too."""

    def ngettext(self, singular: str, plural: str, number: int) -> str:
        return singular if number < 2 else plural


def sentences(theme: Path, language: Language) -> NullTranslations:
    """Those of the theme's catalogue; in French what it does not translate."""
    french = FrenchSentences()
    try:
        found = translation(CATALOGUE, theme / "translations", [language.replace("-", "_")])
    except FileNotFoundError:
        return french
    found.add_fallback(french)
    return found


# What fragments must not do


class Unshareable(TemplateAssertionError):
    """A template that breaks the rule of a fragment: what it does, and what to do instead."""

    def __init__(self, said: Sentence, hint: Sentence, line: int, name: str | None, file: str | None) -> None:
        super().__init__(f"{said.text()}; {hint.text()}", line, name, file)
        self.said, self.hint = said, hint


class CheckedCode(CodeGenerator):
    """Jinja's compiler, which looks at the fragments of a template first."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:
        if parts := [part for part in node.find_all(nodes.CallBlock) if is_shared(part)]:
            names = names_of(node, self.environment)
            for part in parts:
                self.check_shared(whole(part.body, self.environment), names, key_of(part))
        if is_of_macros(node):
            self.check_macros(node)
        super().visit_Template(node, frame)

    def check_shared(self, part: nodes.Template, names: "Names", key: "Key") -> None:
        for other in part.find_all((nodes.Include, nodes.Block)):
            said = sentence("a shared part holds a template or a block, which may read what its key lacks")
            self.refuse(said, sentence("share parts inside of that template or block"), other.lineno)
        for reading in names.missing(part, key):
            said = sentence(
                'a shared part reads "{name}", which its key lacks: all pages would show what the first has',
                name=reading.path,
            )
            self.refuse(said, sentence('add "{name}" to the key', name=reading.needed), reading.line)

    def check_macros(self, file: nodes.Template) -> None:
        unknown = outside(file) - {*GIVEN}
        for reading in readings(file):
            if reading.name in unknown:
                said = sentence('macros see "site" and "href" alone, not "{name}"', name=reading.path)
                self.refuse(said, sentence("give the macro an argument for it"), reading.line)

    def refuse(self, said: Sentence, hint: Sentence, line: int) -> NoReturn:
        raise Unshareable(said, hint, line, self.name, self.filename)


# Parts of templates


class Fragments(Extension):
    """`{% shared by KEY %}…{% endshared %}`: rendered for the first page, and reused where KEY is the same.

    The frame of a page is the same on all pages from which the same way leads to the root of the site, and
    half of what a template engine does for a page is its frame.
    """

    tags: set[str] = {"shared"}  # noqa: RUF012 (as jinja2.ext.Extension declares it)

    def __init__(self, environment: Environment) -> None:
        super().__init__(environment)
        self.rendered: dict[tuple[str, object], Markup] = {}

    def parse(self, parser: Parser) -> nodes.Node:
        line = next(parser.stream).lineno
        parser.stream.expect("name:by")
        key = parser.parse_expression()
        body = parser.parse_statements(("name:endshared",), drop_needle=True)
        place = nodes.Const(f"{parser.name}:{parser.free_identifier().name}")  # two may stand in one line
        call = self.call_method("once", [place, key], lineno=line)
        return nodes.CallBlock(call, [], [], body, lineno=line)

    def once(self, place: str, key: object, caller: Callable[[], Markup]) -> Markup:
        """caller: renders the part for the page at hand."""
        if (place, key) not in self.rendered:
            self.rendered[place, key] = caller()
        return self.rendered[place, key]


def is_shared(part: nodes.CallBlock) -> bool:
    called = part.call.node
    return isinstance(called, nodes.ExtensionAttribute) and called.identifier == Fragments.identifier


# The key of a part

Dotted = str
"""A name with the attributes that follow it: `page.title`."""
Key = frozenset[Dotted]
"""What a key holds: each path with all that is below it."""
ROOT = "page.root"
"""All that a link depends on beside its address: `href` is the same wherever this is."""


@dataclass(frozen=True, slots=True)
class Reading:
    """Where a template reads a path; needed: what a key has to hold for it."""

    path: Dotted
    needed: Dotted
    line: int

    @property
    def name(self) -> str:
        return self.path.partition(".")[0]


@dataclass(frozen=True, slots=True)
class Names:
    """What a template calls by names of its own.

    imported: those of other files, and whether these were given `href`.
    made: where the template itself sets one, once and for all of its parts.
    """

    imported: Mapping[str, bool]
    made: Mapping[str, nodes.Template]

    def missing(self, part: nodes.Template, key: Key, seen: Key = frozenset()) -> Iterator[Reading]:
        """What `part` reads beside `key`, also through names that the template sets."""
        unknown = outside(part)
        for reading in readings(part):
            name = reading.name
            if name not in unknown or is_held(reading.needed, key):
                continue
            if name in self.made:
                if name not in seen:
                    yield from self.missing(self.made[name], key, seen | {name})
            elif name not in self.imported:
                yield reading
            elif self.imported[name] and not is_held(ROOT, key):
                yield Reading(name, ROOT, reading.line)


def names_of(template: nodes.Template, environment: Environment) -> Names:
    sets = Counter(each.name for each in template.find_all(nodes.Name) if each.ctx != "load")
    made = {name: whole([node], environment) for name, node in definitions(template)}
    once = {name: node for name, node in made.items() if sets[name] <= 1}
    return Names(dict(imports(template)), once)


def definitions(template: nodes.Template) -> Iterator[tuple[str, nodes.Node]]:
    for node in template.body:
        if isinstance(node, nodes.Assign) and isinstance(node.target, nodes.Name):
            yield node.target.name, node
        elif isinstance(node, nodes.Macro):
            yield node.name, node


def imports(template: nodes.Template) -> Iterator[tuple[str, bool]]:
    for each in template.find_all(nodes.Import):
        yield each.target, each.with_context
    for several in template.find_all(nodes.FromImport):
        for name in several.names:
            yield name if isinstance(name, str) else name[1], several.with_context


def key_of(part: nodes.CallBlock) -> Key:
    """An `id` stands for the thing that it is of."""
    written = part.call.args[1]
    paths = map(path_of, written.items if isinstance(written, nodes.Tuple) else [written])
    return frozenset({"site", *(needed(path.removesuffix(".id")) for path in paths if path)})


def is_held(path: Dotted, key: Key) -> bool:
    return any(f"{path}.".startswith(f"{each}.") for each in key)


def whole(body: Sequence[nodes.Node], environment: Environment) -> nodes.Template:
    """Part of a template, for those who ask for all of one."""
    template = nodes.Template(list(body), lineno=1)
    template.set_environment(environment)
    return template


def outside(part: nodes.Template) -> set[str]:
    """The names that `part` reads and does not set; "self" leads to the blocks of the page.

    To Jinja, what one branch of an `if` alone sets may be outside as well.
    """
    sets = part.find_all((nodes.Assign, nodes.AssignBlock))
    own = {name.name for each in sets for name in each.find_all(nodes.Name) if name.ctx == "store"}
    return find_undeclared_variables(part) - own | {"self", "href"}


def readings(node: nodes.Node) -> Iterator[Reading]:
    """What is imported with context is given `href`."""
    if path := path_of(node):
        yield Reading(path, needed(path), node.lineno)
    elif isinstance(node, nodes.Import | nodes.FromImport) and node.with_context:
        yield Reading("href", ROOT, node.lineno)
    else:
        for child in node.iter_child_nodes():
            yield from readings(child)


def path_of(node: nodes.Node) -> Dotted:
    """'' for what is no name, nor an attribute of one."""
    if isinstance(node, nodes.Name | nodes.NSRef):
        return node.name
    if isinstance(node, nodes.Getattr):
        return below(node.node, node.attr)
    if isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Const):
        return below(node.node, str(node.arg.value))
    return ""


def below(node: nodes.Node, attribute: str) -> Dotted:
    path = path_of(node)
    return path and f"{path}.{attribute}"


def needed(path: Dotted) -> Dotted:
    return ROOT if is_held(path, frozenset({"href"})) else path


# Files of macros

GIVEN = ("site", "href")
"""What macros imported with context see; all else that they need of a page they are given as arguments."""
PLAIN = frozenset((FunctionType, MethodType))


def is_of_macros(template: nodes.Template) -> bool:
    """It says nothing itself."""
    others = [node for node in template.body if not isinstance(node, nodes.Macro)]
    return len(others) < len(template.body) and all(map(says_nothing, others))


def says_nothing(node: nodes.Node) -> bool:
    if isinstance(node, nodes.Output):
        return all(isinstance(each, nodes.TemplateData) and not each.data.strip() for each in node.nodes)
    return isinstance(node, nodes.Import | nodes.FromImport | nodes.Assign)


class PageTemplate(Template):
    """Jinja would evaluate a file of macros again for each template that imports it, some fifteen a page."""

    @property
    def made(self) -> dict[object, TemplateModule]:
        """By `href`, which is the same for all pages with the same way to the root."""
        made: dict[object, TemplateModule] = self.__dict__.setdefault("_made", {})
        return made

    def make_module(
        self,
        vars: dict[str, Any] | None = None,
        shared: bool = False,
        locals: Mapping[str, Any] | None = None,
    ) -> TemplateModule:
        if not vars or "href" not in vars:
            return super().make_module(vars, shared, locals)
        href = vars["href"]
        if href not in self.made:
            self.made[href] = super().make_module({name: vars[name] for name in GIVEN})
        return self.made[href]


class PageContext(Context):
    """Calls take the short way: half of the time that Jinja takes for a page goes into them.

    Jinja looks three times whether what it calls wants the context; macros and most functions do not.
    Macros would be told whether to escape (jinja2/runtime.py: Macro.__call__); here they always do.
    """

    def call(__self, __obj: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        kind = type(__obj)
        if kind is not Macro and (kind not in PLAIN or hasattr(__obj, "jinja_pass_arg")):
            return super().call(__obj, *args, **kwargs)
        if kwargs:
            kwargs.pop("_block_vars", None)
            kwargs.pop("_loop_vars", None)
        return __obj(*args, **kwargs)
