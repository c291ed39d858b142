"""Where a forge shows a line of members.yaml."""

import pytest

from association.render.forge import file_in_forge


@pytest.mark.parametrize(
    ("repository", "folder"),
    [
        ("https://github.com/club/site", "https://github.com/club/site/blob/HEAD"),
        ("https://github.com/club/site.git", "https://github.com/club/site/blob/HEAD"),
        ("https://github.com/club/site/?tab=readme#haut", "https://github.com/club/site/blob/HEAD"),
        ("https://gitlab.com/a/b/site", "https://gitlab.com/a/b/site/-/blob/HEAD"),
        ("https://gitlab.club.example:8443/site", "https://gitlab.club.example:8443/site/-/blob/HEAD"),
        ("https://framagit.org/club/site/", "https://framagit.org/club/site/-/blob/HEAD"),
        ("https://codeberg.org/club/site", "https://codeberg.org/club/site/src/branch/main"),
        ("https://forge.example/club/site", "https://forge.example/club/site/src/branch/main"),
        # The address of a branch, or of a folder in it.
        ("https://github.com/club/site/tree/trunk", "https://github.com/club/site/blob/trunk"),
        ("https://git.example/club/site/-/tree/main/web", "https://git.example/club/site/-/blob/main/web"),
        ("https://codeberg.org/c/site/src/branch/trunk/", "https://codeberg.org/c/site/src/branch/trunk"),
    ],
)
def test_every_forge_has_its_address_for_a_line(repository: str, folder: str) -> None:
    """The default branch where the forge knows it by itself, else `main`, else the one that is named."""

    assert f"{folder}/members.yaml#L12" == file_in_forge(repository, "members.yaml", 12)


def test_the_name_of_the_file_is_a_part_of_the_address() -> None:
    """Whatever the setting MEMBERS_FILE says."""
    line = file_in_forge("https://github.com/club/site", "données/nos membres.yaml", 3)

    assert "https://github.com/club/site/blob/HEAD/donn%C3%A9es/nos%20membres.yaml#L3" == line
