"""Who the association is: ASSOCIATION of pelicanconf.py."""

from collections.abc import Mapping

from ...domain.association import Identity
from ...problems import Problem, Sentence, sentence, shown
from ..context import LoadContext, tell_strange_languages
from ..markdown_files import follow_later, logo_path, named, use_logo
from ..notes import Mention
from ..schema.members import IdentityShape
from ..schema.validation import parse
from ..settings_file import NAME, settings_tree
from ..yaml.tree import Tree


def identity(context: LoadContext) -> Identity:
    """Nameless when it cannot be understood: there is an error then."""
    site = context.site
    tree = settings_tree(site.identity, site.root, site.settings_file)
    parsed = parse(IdentityShape, tree)
    context.notes.problems.extend(problem for problem in parsed.problems if problem.code != "missing-field")
    if not tree.data.get("name"):
        context.notes.problems.append(nameless(tree, site.identity))
    tell_strange_languages(parsed, context)
    return published(parsed.value, context) if parsed.value else Identity(name="")


def nameless(tree: Tree, found: object) -> Problem:
    """Said in Python, for `parse` only speaks YAML."""
    if found and not isinstance(found, Mapping):
        told, example = no_mapping(found), f'{NAME} = {{"name": "…"}}'
    elif tree.data:
        told, example = sentence('the association has no "{key}"', key="name"), '"name": "…"'
    else:
        told, example = sentence('found no "{key}"', key=NAME), f'{NAME} = {{"name": "…"}}'
    return Problem(tree.data.place(), "missing-field", told, sentence("write {example}", example=example))


def no_mapping(found: object) -> Sentence:
    return sentence(
        "{setting} is {found}, expected keys and values between braces", setting=NAME, found=shown(found)
    )


def published(shape: IdentityShape, context: LoadContext) -> Identity:
    logo = logo_path(shape.logo, shape, "logo", context)
    use_logo(logo, shape, "logo", context)
    follow_later(shape.repository, shape, "repository", context)
    context.notes.mentions.extend(
        Mention(url, shape.place("social", name)) for name, url in shape.social.items()
    )
    return Identity(
        **named(shape.name, context),
        legal_form=shape.legal_form,
        tagline=shape.tagline,
        territory=shape.territory,
        founded=shape.founded,
        founded_in=shape.founded_in,
        registration=shape.registration,
        email=shape.email,
        phone=shape.phone,
        address=shape.address,
        logo=logo,
        accent=shape.accent,
        social=tuple(shape.social.items()),
        repository=shape.repository,
        notice=shape.notice,
    )
