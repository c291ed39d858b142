"""The pictures of the guides: made by docs/pictures.py, shown somewhere, and small."""

import re
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).resolve().parents[2]
SHOWN = re.compile(r"!\[[^\]]{20,}\]\((?:docs/)?images/([\w-]+)\.png\)")
"""With words that say what is to be seen."""


def script() -> ModuleType:
    spec = spec_from_file_location("pictures", ROOT / "docs" / "pictures.py")
    assert spec and spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_each_is_made_by_the_script_and_shown_in_a_guide() -> None:
    """None is of a page that no longer looks so, and none is for nothing."""
    guides = "\n".join(path.read_text("utf-8") for path in (ROOT / "README.md", *ROOT.glob("docs/*.md")))
    kept = {path.stem for path in (ROOT / "docs" / "images").glob("*.png")}

    assert kept == {picture.name for picture in script().PICTURES} == set(SHOWN.findall(guides))


def test_none_is_too_heavy_for_the_road() -> None:
    """The script sees to it; so is one that somebody put there."""
    most = script().BYTES

    assert [] == [
        path.name for path in (ROOT / "docs" / "images").glob("*.png") if path.stat().st_size > most
    ]
