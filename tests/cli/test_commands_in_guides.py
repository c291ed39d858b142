"""A command that a guide names in a line of text is one that there is, with options that it has.

tests/gates/test_commands_of_guides.py runs those of the blocks.
"""

import re
import shlex
from pathlib import Path

import pytest

from association.cli.commands import COMMANDS
from association.cli.manual import asked_for

ROOT = Path(__file__).resolve().parents[2]
GUIDES = sorted(
    [*ROOT.glob("docs/*.md"), ROOT / "README.md", ROOT / "imports/README.md", ROOT / "CONTRIBUTING.md"]
)
TYPED = re.compile(
    r"(?:python3 (?:assosite/)?tasks\.py|(?<![/\w-])assosite) ([a-z][a-z-]*)((?:[^`\n#]|(?<! )#)*)"
)
OF_THE_PROGRAM = frozenset("test lint gates bench schema messages".split())
OUR_OWN_TEXT = re.compile(r"^```.*?^```|`[^`\n]+`", re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("guide", GUIDES, ids=[path.name for path in GUIDES])
def test_the_commands_and_options_that_are_named_exist(guide: Path) -> None:
    code = "\n".join(OUR_OWN_TEXT.findall(guide.read_text("utf-8")))
    wrong = []
    for found in TYPED.finditer(code):
        name, rest = found.groups()
        if name in OF_THE_PROGRAM or not found[0].startswith("python3"):
            continue
        command = COMMANDS.known.get("new-site" if f"{name}{rest}".startswith("new site ") else name)
        options = {f"--{one.name.replace('_', '-')}" for one in asked_for(command)} if command else set()
        used = {
            word.partition("=")[0] for word in shlex.split(rest.replace("'", " ")) if word.startswith("--")
        }
        if command is None or used - options - {"--help"}:
            wrong.append(found[0])

    assert [] == wrong
