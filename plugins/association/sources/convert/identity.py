"""Who the association is: ASSOCIATION of pelicanconf.py."""

from collections.abc import Mapping

from ...domain.association import Identity
from ...problems import Problem, Sentence, sentence, shown
from ..desk import Desk
from ..pictures import logo_path, use_logo
from ..settings_tree import NAME, settings_tree
from ..shapes.identity import IdentityShape
from ..spots import Spot
from ..tree import Tree
from ..validation import parse


def identity(desk: Desk) -> Identity:
    """Nameless when it cannot be understood: there is an error then."""
    site = desk.site
    tree = settings_tree(site.identity, site.root, site.settings_file)
    parsed = parse(IdentityShape, tree)
    desk.problems.extend(problem for problem in parsed.problems if problem.code != "missing-field")
    if not tree.data.get("name"):
        desk.problems.append(nameless(tree, site.identity))
    return published(parsed.value, Spot(tree), desk) if parsed.value else Identity(name="")


def nameless(tree: Tree, found: object) -> Problem:
    """Said in Python, for `parse` only speaks YAML."""
    if found and not isinstance(found, Mapping):
        told, example = no_mapping(found), f'{NAME} = {{"name": "…"}}'
    elif tree.data:
        told, example = sentence('the association has no "{key}"', key="name"), '"name": "…"'
    else:
        told, example = sentence('found no "{key}"', key=NAME), f'{NAME} = {{"name": "…"}}'
    return Problem(tree.place(), "missing-field", told, sentence("write {example}", example=example))


def no_mapping(found: object) -> Sentence:
    return sentence(
        "{setting} is {found}, expected keys and values between braces", setting=NAME, found=shown(found)
    )


def published(shape: IdentityShape, spot: Spot, desk: Desk) -> Identity:
    logo = logo_path(shape.logo, spot / "logo", desk)
    use_logo(logo, spot / "logo", desk)
    return Identity(
        name=shape.name,
        legal_form=shape.legal_form,
        tagline=shape.tagline,
        territory=shape.territory,
        founded=shape.founded,
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
