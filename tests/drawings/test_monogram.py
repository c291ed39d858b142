"""The letters and the ground of a member's tile."""

from hashlib import sha256

import pytest

from association.drawings.monogram import MOTIFS, NAMELESS, monogram


@pytest.mark.parametrize(
    ("name", "initials"),
    [
        ("Adviser", "Ad"),
        ("ICEA", "IC"),
        ("Cabine 62", "C6"),
        ("Azerty-sur-Lawe", "AL"),
        ("Pied-de-Biche Sécurité", "PB"),
        ("Le Carreau Connecté", "CC"),
        ("Vingt et Un Bits", "VU"),
        ("IUT de Lens", "IL"),
        ("L’Atelier", "At"),
        ("L'Atelier d’Artois", "AA"),
        ("Aujourd'hui", "Au"),
        ("O'Neil Consulting", "OC"),
        ("’t Huis van Alijn", "HA"),
        ("The House of Bread", "HB"),
        ("Plan A", "PA"),
        ("A Better Web", "BW"),
        ("3D", "3D"),
        ("X", "X"),
        ("A.D.I.L.", "AD"),
        ("Étudiant·e·s", "Ét"),
        ("La", "La"),
        ("Et la", "EL"),
    ],
)
def test_initials_are_those_a_reader_expects(name: str, initials: str) -> None:
    """Articles, elisions and hyphens are treated as in ordinary French, Dutch and English names."""
    drawn = monogram(name, "any")

    assert initials == drawn.initials


@pytest.mark.parametrize(
    ("name", "initials"),
    [
        ("e\u0301cole", "\u00c9c"),
        ("x\u0304y", "X\u0304y"),
        ("ßeta", "ße"),
        ("\ufb01lm", "Fi"),
        ("Ассоциация", "Ас"),
        ("協会", "協会"),
        ("ქართული", "ქა"),
        ("हिन्दी", "हिन्दी"),
        ("a\u00adb", "Ab"),
        ("🎈 Fête", "Fê"),
    ],
)
def test_letters_keep_their_marks_in_every_script(name: str, initials: str) -> None:
    """A combining character stays with its letter, and scripts without capitals stay as they are."""
    drawn = monogram(name, "any")

    assert initials == drawn.initials


@pytest.mark.parametrize("name", ["", " ", "&!★", "’", "\u0301"])
def test_a_name_without_letters_gets_a_question_mark(name: str) -> None:
    """A tile is never empty."""
    drawn = monogram(name, "any")

    assert NAMELESS == drawn.initials


@pytest.mark.parametrize(
    ("key", "motif", "tone"),
    [
        ("adviser", 3, 0),
        ("audace", 1, 1),
        ("cabine-62", 1, 2),
        ("decima", 4, 0),
        ("icea", 7, 2),
        ("terril-reseaux", 2, 1),
    ],
)
def test_tiles_are_those_of_the_design(key: str, motif: int, tone: int) -> None:
    """The members of the mock pages keep their motif and tone."""
    drawn = monogram("Any", key)

    assert (MOTIFS[motif], tone) == (drawn.motif, drawn.tone)


def test_tile_follows_the_key_and_not_the_name() -> None:
    """A member that changes its name keeps its ground."""
    before, after = monogram("Beffroi", "beffroi"), monogram("Terril", "beffroi")

    assert (before.motif, before.tone) == (after.motif, after.tone)


def test_every_motif_and_tone_is_used() -> None:
    """Many keys spread over the eight motifs and the three tones."""
    drawn = [monogram("Any", sha256(bytes([n])).hexdigest()) for n in range(200)]

    assert (8, {0, 1, 2}) == (len({tile.motif for tile in drawn}), {tile.tone for tile in drawn})
