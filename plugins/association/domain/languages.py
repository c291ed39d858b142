"""The association in one of its languages."""

from collections.abc import Sequence

from .association import Association
from .text import Language


def in_language(association: Association, language: Language, languages: Sequence[Language]) -> Association:
    """What the site shows in `language`; what nobody has said in it is there in another one."""
    return association
