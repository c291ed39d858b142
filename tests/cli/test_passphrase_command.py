"""`passphrase`: five words, what to do with them, and what is to be said of those in use."""

import re
from pathlib import Path

import pytest

from association.cli.outcome import WrongUsage
from association.cli.passphrase import passphrase
from association.passphrase import VARIABLE, passphrase_problems, words_of
from association.problems import ContentError, Place, Problem, sentence

SETTINGS = 'SITENAME = "Le Club"\nPATH = "content"\nTIMEZONE = "Europe/Paris"\nDEFAULT_LANG = "fr"\n'
SETTINGS += 'PLUGINS = ["association"]\nASSOCIATION = {"name": "Le Club des tuyaux"}\n'
MEMBERS = "towns:\n  - {id: lens, name: Lens}\n  - {id: charleroi, name: Charleroi}\n"
DRAWN = "pirogue codifier nerveux corail hameau"


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ASSOSITE_LANG", "fr")
    monkeypatch.delenv(VARIABLE, raising=False)
    (tmp_path / "pelicanconf.py").write_text(SETTINGS, encoding="utf-8")
    (tmp_path / "members.yaml").write_text(MEMBERS, encoding="utf-8")
    return tmp_path


def said(site: Path, capsys: pytest.CaptureFixture[str], named: str | None = None) -> str:
    assert passphrase(site, named) == 0
    return capsys.readouterr().out.replace("\u00a0", " ")


def proposed(text: str) -> str:
    found = re.search(r"^    ([a-z]+(?: [a-z]+){4})$", text, re.MULTILINE)
    assert found
    return found[1]


def first(text: str) -> str:
    return text.splitlines()[0]


def test_five_words_are_proposed_with_what_to_do_in_its_order(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The command to try them, the secret of each forge, the members, what stays readable."""
    text = said(site, capsys)
    words = proposed(text)
    order = [
        "tirée au sort",
        words,
        "dépôt est privé",
        f"{VARIABLE}='{words}' python3 tasks.py build\n",
        "GitHub :",
        "Forgejo :",
        "GitLab :",
        "python3 tasks.py publish\n",
        "Prévenez les membres",
        "quelqu’un part",
        "anciennes pages reste lisible",
    ]
    places = [text.index(part) for part in order]

    assert sorted(places) == places
    assert [] == list(passphrase_problems(words, (), environment={}))


def test_each_run_proposes_others(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is kept from which they could be had again."""
    words = {proposed(said(site, capsys)) for _ in range(5)}

    assert 5 == len(words)


def test_nothing_is_written(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In no folder of the site, as far as there is something to judge too."""
    before = sorted(site.rglob("*"))
    said(site, capsys)

    assert before == sorted(site.rglob("*"))


def test_the_words_are_of_the_language_of_the_site(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """English where there is no list."""
    settings = site / "pelicanconf.py"
    settings.write_text(SETTINGS.replace('"fr"', '"nl"'), encoding="utf-8")

    assert set(proposed(said(site, capsys)).split()) <= set(words_of("english"))


def test_commands_name_the_site_as_it_was_named(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """They can be copied as they are."""
    text = said(site, capsys, "mes sites/club")

    assert "tasks.py build --site 'mes sites/club'\n" in text
    assert "tasks.py publish --site 'mes sites/club'\n" in text


def test_on_windows_the_variable_is_set_as_its_shell_does(
    site: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """PowerShell knows no variable before a command."""
    monkeypatch.setattr("association.cli.passphrase.on_windows", lambda: True)
    text = said(site, capsys)

    assert f"$env:{VARIABLE} = '{proposed(text)}'; python3 tasks.py build\n" in text


@pytest.mark.parametrize(
    "present, verdict",
    [
        (DRAWN, "est assez solide."),
        ("club lens charleroi 2027", "est trop facile à deviner ; aucun site n’est construit avec elle."),
        (f"{DRAWN}\u200b", "contient un caractère qui n’est ni une lettre ni un signe."),
    ],
)
def test_the_one_in_use_is_judged_first(
    site: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    present: str,
    verdict: str,
) -> None:
    """With the names and the towns of the site, and without being shown."""
    monkeypatch.setenv(VARIABLE, present)
    text = said(site, capsys)

    assert first(text) == f"La phrase de passe d’aujourd’hui, dans {VARIABLE}, {verdict}"
    assert not any(word in first(text).lower() for word in present.split())


def test_a_site_that_cannot_be_read_is_no_reason_to_keep_it(
    site: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is judged with what the settings tell."""
    settings = site / "pelicanconf.py"
    settings.write_text(SETTINGS.replace('"Le Club"', '"Vlezenbeek Quiévrechain"'), encoding="utf-8")
    (site / "members.yaml").write_text("towns: [\n", encoding="utf-8")
    monkeypatch.setenv(VARIABLE, "vlezenbeek quievrechain 2027")

    assert "trop facile" in first(said(site, capsys))


def test_what_loading_has_found_wrong_with_it_is_said(
    site: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It knows the site better than the settings do."""
    monkeypatch.setenv(VARIABLE, DRAWN)
    weak = Problem(Place(VARIABLE), "weak-passphrase", sentence("weak"))
    other = Problem(Place("members.yaml"), "unknown-key", sentence("unknown"))

    def load_site(settings: object) -> None:
        raise ContentError([other, weak])

    monkeypatch.setattr("association.host.loading.load_site", load_site)

    assert "trop facile" in first(said(site, capsys))


def test_where_there_is_no_site_there_is_nothing_to_propose(tmp_path: Path) -> None:
    """As with every command."""
    with pytest.raises(WrongUsage):
        passphrase(tmp_path)
