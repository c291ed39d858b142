"""Members whose every field is said, or says something that a file format could take for its own."""

from dataclasses import replace
from datetime import date

from association_samples import ARRAS, KERNEL, LYCEE, TACTIC

from association.domain.association import Association
from association.domain.members import Member, MemberKind, Person, Skill
from association.domain.places import Address, Position, Town
from association.domain.text import plain

LENS = Town("lens", plain("Lens"), "62300", Position(50.43, 2.83))
TOURNAI = Town("tournai", plain("Tournai"), "7500", Position(50.6, -3.39))

HOSTILE = (
    "virgule, point-virgule; deux\nlignes",
    "C:\\Nouveau\\nom \\N \\, \\;",
    "émoji 👩‍👩‍👧‍👦 et ’apostrophe’",
    'guillemets " et : deux-points',
    "BEGIN:VCARD",
    "x" * 74 + "é" + "y" * 200,
    "\\" * 80,
)

FULL = replace(
    KERNEL,
    name="Kernel, Fils; & Cie",
    description=plain("Un **texte** avec [un lien](https://kernel.example/a)."),
    address=Address("2, rue de l'Exemple; bâtiment B", "62001", "FR"),
    serves=(ARRAS, LENS),
    phone="+33 (0)3 21 00 00 00",
    social=(("mastodon", "https://social.example/@kernel"), ("Autre, réseau", "https://x.example/?a,b;c")),
    people=(
        Person("Camille Exemple", plain("Gérance"), "camille@kernel.example", "03 21 00 00 01"),
        Person("Sacha Modèle"),
    ),
    skills=(Skill("securite", plain("Sécurité, réseaux; etc.")), Skill("web", plain("Web"))),
)
ALIX = Member(
    "alix",
    "Alix Specimen",
    kind=MemberKind.PERSON,
    town=TOURNAI,
    logo="logos/alix.png",
    website="https://alix.example/",
    last_verified=date(2026, 9, 1),
)
NOWHERE = Member("nulle-part", "Nulle part")
TOWN_HALL = Member("mairie", "Mairie", kind=MemberKind.PUBLIC, town=LENS)


def association_of(*members: Member) -> Association:
    return replace(TACTIC, members=members)


ALL = association_of(ALIX, FULL, LYCEE, TOWN_HALL, NOWHERE)
