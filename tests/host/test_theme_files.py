"""What a theme brings along: where its files are published."""

from pathlib import Path

from association.host.theme_files import PATHS, scripts_folder, theme_files

SETTINGS = {PATHS: ["static", "LICENSE"], "IGNORE_FILES": [".#*"]}


def theme(root: Path, script: str = "import './b/c.js'") -> Path:
    for name, text in {
        "static/a.js": script,
        "static/b/c.js": "",
        "static/b/LICENSE": "",
        "static/logo.svg": "",
        "static/.#a.js": "",
        "LICENSE": "",
        "css/base.css": "",
    }.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, "utf-8")
    return root


def test_scripts_lie_together_and_the_rest_as_in_pelican(tmp_path: Path) -> None:
    """So that they find one another; what templates name stays where they look for it."""
    found = {copy.save_as for copy in theme_files(theme(tmp_path), SETTINGS, "theme/v1")}

    assert {
        *("theme/v1/a.js", "theme/v1/b/c.js"),
        *("theme/b/LICENSE", "theme/logo.svg", "theme/LICENSE"),
    } == found


def test_another_script_moves_all_of_them(tmp_path: Path) -> None:
    """No browser has one of each version; a preview has nothing that browsers keep."""
    one, other = theme(tmp_path / "1"), theme(tmp_path / "2", "import './b/d.js'")

    assert scripts_folder(one, False) != scripts_folder(other, False)
    assert scripts_folder(one, False) == scripts_folder(theme(tmp_path / "3"), False)
    assert scripts_folder(one, True) == scripts_folder(other, True)
