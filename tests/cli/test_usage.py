"""What is typed means the same whether invoke is asked or not."""

import pytest
from invoke.collection import Collection

from association.cli.usage import Command, Commands, parsed, plain_options


def publish(context: object, site: str | None = None, dry_run: bool = False, port: str = "8000") -> None: ...


def new(context: object, kind: str, site: str | None = None) -> None: ...


COMMANDS = Commands()
COMMANDS.task(publish)
COMMANDS.task(positional=["kind"])(new)


def by_invoke(commands: Collection, words: list[str]) -> dict[str, object]:
    """The options that are given another value than they have by default."""
    _, call = parsed(commands, words)
    defaults = {"site": None, "dry_run": False, "port": "8000"}
    values = {name.replace("-", "_"): argument.value for name, argument in call.args.items()}
    return {name: values[name] for name, usual in defaults.items() if values[name] != usual}


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["--site", "here"],
        ["--dry-run"],
        ["--dry-run", "--site", "a b", "--port", "80"],
        ["--port", "80", "--dry-run"],
        ["--site", "publish"],
        ["--site", ""],
    ],
)
def test_whole_options_mean_what_they_mean_to_invoke(words: list[str]) -> None:
    """Which is not asked."""
    read = plain_options(Command(publish, {}), words)

    assert by_invoke(COMMANDS.collection(), ["publish", *words]) == read


@pytest.mark.parametrize(
    "words",
    [
        ["--site"],
        ["--site", "--dry-run"],
        ["--site=here"],
        ["-s", "here"],
        ["--dry"],
        ["--dry_run"],
        ["--context", "x"],
        ["--site", "a", "--site", "b"],
        ["--help"],
        ["here"],
        ["--dry-run", "new"],
    ],
)
def test_invoke_is_asked_about_the_rest(words: list[str]) -> None:
    """It knows more ways to write an option, and several commands in a row."""
    assert plain_options(Command(publish, {}), words) is None


def test_invoke_is_asked_about_a_command_that_takes_words() -> None:
    """Which may be left out."""
    assert plain_options(COMMANDS.known["new"], ["--site", "here"]) is None
