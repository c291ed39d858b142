"""`publish` by rsync: nothing of others is lost, whatever folder is named and whenever it is cut."""

import json
import os
import shutil
import stat
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from published_sites import SITE, set_up, texts, write

from association.cli.outcome import FINE, PROBLEMS, Declined, exit_code
from association.cli.publish import publish
from association.cli.rsync import is_about_the_folder_itself
from association.cli.shipment import refused

pytestmark = pytest.mark.skipif(shutil.which("rsync") is None, reason="rsync is not installed")

Pages = Callable[[Mapping[str, str]], None]

SMALLER = {"index.html": "home, changed", "annuaire/index.html": "members"}
OTHERS = {"thesis.txt": "mine", "photos/2026/summer.jpg": "mine"}
HOST = {
    "CNAME": "host.example",
    ".well-known/acme/token": "host",
    ".htaccess": "host",
    "annuaire/.htaccess": "host",
}

# rsync calls it as it would call ssh: options, the host, then the command to run there
SHELL = """#!/bin/sh
while [ "$1" = -l ]; do shift 2; done
shift
cd {home} && exec "$@"
"""


@pytest.fixture
def www(tmp_path: Path, site: Path) -> Path:
    """The folder that the site is sent to; there is none yet."""
    set_up(site, PUBLISH_RSYNC=str(tmp_path / "www"))
    return tmp_path / "www"


@pytest.fixture
def elsewhere(tmp_path: Path, site: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The same on another machine, which a stand-in for ssh leads to."""
    home = tmp_path / "elsewhere"
    home.mkdir()
    shell = tmp_path / "shell"
    shell.write_text(SHELL.format(home=home), encoding="utf-8")
    shell.chmod(0o755)
    monkeypatch.setenv("RSYNC_RSH", str(shell))
    set_up(site, PUBLISH_RSYNC="club@host.example:www")
    return home / "www"


@pytest.fixture(params=["www", "elsewhere"])
def target(request: pytest.FixtureRequest, pages: Pages) -> Path:
    return request.getfixturevalue(request.param)


def test_the_site_is_sent_and_what_is_gone_is_taken_away(site: Path, target: Path, pages: Pages) -> None:
    """With the folders that held nothing else, and nothing more."""
    publish(site)
    first = texts(target)
    pages(SMALLER)

    assert FINE == publish(site)
    assert (SITE, SMALLER) == (first, texts(target))
    assert not (target / "annuaire/alpha").exists()


def test_a_folder_of_others_is_not_touched(site: Path, target: Path) -> None:
    """A home folder with documents, say."""
    write(target, OTHERS)

    with pytest.raises(Declined, match=r"did not send .*thesis\.txt.* --take-over --dry-run"):
        publish(site)
    assert OTHERS == texts(target)
    assert not (target / ".assosite").exists()


def test_refusals_end_with_exit_code_1(site: Path, www: Path, pages: Pages) -> None:
    """As problems of the content do."""
    write(www, OTHERS)

    assert PROBLEMS == exit_code(lambda: publish(site))


def test_another_site_is_not_touched(site: Path, target: Path, pages: Pages) -> None:
    """Made by Assosite as well, of another association or at another address."""
    publish(site)
    pages(SMALLER)
    text = (site / "publishconf.py").read_text("utf-8")
    (site / "publishconf.py").write_text(text.replace("club.example", "other.example"), encoding="utf-8")

    with pytest.raises(Declined, match=r"another site \(essai club\.example\), this one is essai other\."):
        publish(site)
    assert SITE == texts(target)


def test_a_take_over_tells_what_goes_and_happens_once(
    site: Path, target: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The folder is ours from then on; what belongs to the host stays."""
    write(target, {**OTHERS, **HOST, "index.html": "old"})
    publish(site, take_over=True)
    told = capsys.readouterr().out

    assert {**SITE, **HOST} == texts(target)
    assert ["- index.html", "- photos/2026/summer.jpg", "- thesis.txt"] == [
        line for line in told.splitlines() if line.startswith("- ")
    ]
    assert FINE == publish(site)


def test_a_dry_run_tells_and_sends_nothing(
    site: Path, target: Path, pages: Pages, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is new, what has changed, what would be deleted."""
    publish(site, dry_run=True)
    before_the_first = target.exists()
    publish(site)
    write(target, OTHERS)
    pages({**SMALLER, "new/index.html": "new"})
    capsys.readouterr()
    publish(site, dry_run=True)
    lines = [line for line in capsys.readouterr().out.splitlines() if line[:2] in ("+ ", "~ ", "- ")]

    assert ["+ new/index.html", "~ index.html", "- annuaire/alpha/index.html"] == lines
    assert (False, {**SITE, **OTHERS}) == (before_the_first, texts(target))


def test_a_dry_run_of_a_take_over_lists_what_would_go(
    site: Path, target: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """So that it can be looked at first."""
    write(target, {**OTHERS, "CNAME": "host"})
    publish(site, dry_run=True, take_over=True)
    lines = [line for line in capsys.readouterr().out.splitlines() if line.startswith("- ")]

    assert ["- photos/2026/summer.jpg", "- thesis.txt"] == lines
    assert {**OTHERS, "CNAME": "host"} == texts(target)


def test_what_others_put_beside_the_site_stays(site: Path, target: Path, pages: Pages) -> None:
    """Also in a folder whose pages go, under names that mean something to rsync, and as empty folders."""
    publish(site)
    odd = {"annuaire/alpha/a [1]*?.jpg": "mine", "annuaire/alpha/ü\\n.jpg": "mine", **OTHERS, **HOST}
    write(target, odd)
    (target / "annuaire/alpha/empty").mkdir()
    pages(SMALLER)
    publish(site)

    assert {**SMALLER, **odd} == texts(target)
    assert (target / "annuaire/alpha/empty").is_dir()


def test_pages_with_odd_names_go_too(site: Path, target: Path, pages: Pages) -> None:
    """A document may be called anything."""
    pages({**SITE, "documents/a [1]*?.pdf": "x", "documents/é \\ # b.pdf": "x"})
    publish(site)
    pages(SITE)
    publish(site)

    assert SITE == texts(target)


def test_only_what_the_build_made_is_sent(site: Path, target: Path) -> None:
    """Not what somebody keeps in the output, nor its repository."""
    write(site / "output", {**OTHERS, ".git/HEAD": "x", "annuaire/notes.txt": "mine"})
    publish(site)

    assert SITE == texts(target)
    assert [".assosite", "annuaire", "index.html"] == sorted(path.name for path in target.iterdir())


def test_a_name_of_the_host_is_not_replaced_by_one_of_the_site(
    site: Path, target: Path, pages: Pages, capsys: pytest.CaptureFixture[str]
) -> None:
    """Unless an earlier publication put it there."""
    write(target, {"CNAME": "host.example"})
    pages({**SITE, "CNAME": "site.example", ".htaccess": "one"})
    publish(site)
    told = capsys.readouterr().out
    pages({**SITE, "CNAME": "site.example", ".htaccess": "two"})
    publish(site)

    assert {**SITE, "CNAME": "host.example", ".htaccess": "two"} == texts(target)
    assert "CNAME at" in told


def test_a_file_of_others_where_a_page_has_to_be_is_not_replaced(
    site: Path, target: Path, pages: Pages
) -> None:
    """At its place, as its folder, or below its name."""
    publish(site)
    foreign = {"new.html": "mine", "agenda": "mine", "page/inner": "mine"}
    write(target, foreign)
    pages({**SITE, "new.html": "ours", "agenda/index.html": "ours", "page": "ours"})

    with pytest.raises(Declined, match=r"agenda, new\.html, page/inner"):
        publish(site)
    assert {**SITE, **foreign} == texts(target)

    publish(site, take_over=True)
    assert {**SITE, "new.html": "ours", "agenda/index.html": "ours", "page": "ours"} == texts(target)


def test_a_page_may_become_a_folder_and_back(site: Path, target: Path, pages: Pages) -> None:
    """What was made by an earlier publication is no obstacle."""
    pages({"page": "file"})
    publish(site)
    pages({"page/index.html": "folder"})
    publish(site)
    as_folder = texts(target)
    pages({"page": "file"})
    publish(site)

    assert ({"page/index.html": "folder"}, {"page": "file"}) == (as_folder, texts(target))


def test_unchanged_files_are_left_as_they_are(
    site: Path, target: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Judged by what they hold: a build makes all of them anew."""
    publish(site)
    before = {path: path.stat().st_mtime_ns for path in target.rglob("*") if path.is_file()}
    capsys.readouterr()
    publish(site)

    assert before == {path: path.stat().st_mtime_ns for path in target.rglob("*") if path.is_file()}
    assert "nothing to send" in capsys.readouterr().out


def test_a_web_server_can_read_what_is_sent(site: Path, target: Path) -> None:
    """Whatever the umask here and there."""
    former = os.umask(0o077)
    try:
        publish(site)
    finally:
        os.umask(former)
    modes = {stat.S_IMODE(path.stat().st_mode) for path in (target, *target.rglob("*"))}

    assert {0o755, 0o644} == modes


REAL = shutil.which("rsync")
CUT = """#!/bin/sh
# an rsync that is cut at its {number}th call: before, half way or when all is done
count=$(($(cat {counter} 2>/dev/null || echo 0) + 1)); echo $count > {counter}
[ $count -lt {number} ] && exec {real} "$@"
[ {when} = half ] && {real} --exclude=annuaire/alpha "$@"
[ {when} = after ] && {real} "$@"
echo 'rsync: connection unexpectedly closed (0 bytes received so far)' >&2
exit 12
"""


@pytest.mark.parametrize("number", range(1, 7))
@pytest.mark.parametrize("when", ["before", "half", "after"])
@pytest.mark.parametrize("begun", ["new", "published", "taken over"])
def test_the_next_run_mends_what_was_cut(
    site: Path, www: Path, pages: Pages, monkeypatch: pytest.MonkeyPatch, number: int, when: str, begun: str
) -> None:
    """At any of the calls of rsync: what others have is there at any time, what is gone goes at last."""
    if begun == "published":
        publish(site)
        write(www, {**OTHERS, "CNAME": "host"})
        pages({**SMALLER, "new/index.html": "new"})
    if begun == "taken over":
        write(www, {**OTHERS, "CNAME": "host"})
    tools = site.parent / "tools"
    program = {"real": REAL, "number": number, "when": when, "counter": site.parent / "counter"}
    write(tools, {"rsync": CUT.format(**program)})
    (tools / "rsync").chmod(0o755)
    with monkeypatch.context() as patch:
        patch.setenv("PATH", f"{tools}:{os.environ['PATH']}")
        try:
            publish(site, take_over=begun == "taken over")
        except Declined as error:
            assert "cut half way" in error.said.text()
    kept = {"published": {**OTHERS, "CNAME": "host"}, "taken over": {"CNAME": "host"}, "new": {}}[begun]
    after_the_cut = texts(www) if www.exists() else {}
    was_marked = (www / ".assosite").exists()
    publish(site, take_over=begun == "taken over" and not was_marked)
    made = {**SMALLER, "new/index.html": "new"} if begun == "published" else SITE

    assert kept.items() <= after_the_cut.items()
    assert {**made, **kept} == texts(www)


def test_what_a_killed_rsync_left_is_cleared(site: Path, target: Path) -> None:
    """Files that waited for others, and beginnings of files; not those that only look so."""
    publish(site)
    other = {".notes.backup": "mine"}
    write(target, {".~tmp~/index.html": "x", "annuaire/.~tmp~/x": "x", ".index.html.a1B2c3": "x", **other})
    publish(site)

    assert {**SITE, **other} == texts(target)


def test_the_mark_does_not_tell_the_addresses(site: Path, target: Path) -> None:
    """Some of them are for members only."""
    publish(site)
    mark = json.loads((target / ".assosite").read_text("utf-8"))

    assert ("essai club.example", len(SITE)) == (mark["site"], len(mark["made"]))
    assert "annuaire" not in json.dumps(mark)


def test_the_mark_forgets_what_is_gone(site: Path, target: Path, pages: Pages) -> None:
    """A file that others put there later under the same name is theirs."""
    publish(site)
    pages(SMALLER)
    publish(site)
    write(target, {"annuaire/alpha/index.html": "mine"})
    publish(site)

    assert {**SMALLER, "annuaire/alpha/index.html": "mine"} == texts(target)


def test_the_mode_of_the_target_is_its_owner_s_business() -> None:
    """A folder of root that a group may write to; what is in it has to be readable."""
    answer = 'rsync: [generator] failed to set permissions on "/srv/{}": Operation not permitted (1)\n'
    end = "rsync error: some files/attrs were not transferred (see previous errors) (code 23) at main.c(1394)"

    assert is_about_the_folder_itself(23, answer.format("www/.") + end)
    assert not is_about_the_folder_itself(23, answer.format("www/index.html") + end)
    assert not is_about_the_folder_itself(11, answer.format("www/.") + end)


@pytest.mark.parametrize("take_over", [True, False])
@pytest.mark.parametrize("name", [".", "..", "content", "output", "output/x", ".git", "/", "~"])
def test_a_folder_that_the_site_is_made_from_is_never_a_target(
    site: Path, pages: Pages, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str, take_over: bool
) -> None:
    """Nor a home folder, nor a whole disk."""
    (tmp_path / "home").mkdir()
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    set_up(site, PUBLISH_RSYNC=name)
    before = sorted(site.rglob("*"))

    with pytest.raises(Declined, match="cannot be the output"):
        publish(site, take_over=take_over)
    assert before == sorted(site.rglob("*"))


@pytest.mark.usefixtures("elsewhere")
@pytest.mark.parametrize("name", ["host:", "host:.", "me@host:./", "host:www/..", "host:home"])
def test_a_home_folder_elsewhere_is_never_taken_over(
    site: Path, pages: Pages, tmp_path: Path, name: str
) -> None:
    """Named as such, or known by what every account has."""
    files = {"mail": "mine", "www/x": "mine", "home/.bashrc": "mine"}
    write(tmp_path / "elsewhere", files)
    set_up(site, PUBLISH_RSYNC=name)

    with pytest.raises(Declined, match="never taken over"):
        publish(site, take_over=True)
    assert files == texts(tmp_path / "elsewhere")


def test_a_file_is_no_target(site: Path, target: Path) -> None:
    """One sentence says it."""
    target.write_text("mine", encoding="utf-8")

    with pytest.raises(Declined, match=r"not a folder|it is a file"):
        publish(site)
    assert "mine" == target.read_text("utf-8")


def test_a_folder_below_none_is_told(site: Path, pages: Pages, tmp_path: Path) -> None:
    """rsync makes one folder, not two."""
    set_up(site, PUBLISH_RSYNC=str(tmp_path / "no" / "such"))

    with pytest.raises(Declined, match="the folder above it does not exist"):
        publish(site)


def test_a_machine_without_rsync_is_told(
    site: Path, www: Path, pages: Pages, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Before a long build."""
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(Declined, match="rsync is not installed"):
        publish(site)
    assert not (site / "output").exists()


@pytest.mark.parametrize(
    ("answer", "advice"),
    [
        ("ssh: Could not resolve hostname host.example: Name or service not known", "check its name"),
        ("ssh: connect to host h port 22: Connection refused", "cannot be reached"),
        ("club@h: Permission denied (publickey,password).", "does not let you in"),
        ("Host key verification failed.", "does not let you in"),
        ("sh: 1: rsync: not found", "has no rsync"),
        ('rsync: [generator] recv_generator: mkdir "/x" failed: Permission denied (13)', "no right to write"),
        ("rsync: write failed on x: No space left on device (28)", "no room left"),
        ("rsync: connection unexpectedly closed (0 bytes received so far)", "cut half way"),
        ("rsync: --delay-updates: unknown option", "rsync 3.1 or later"),
        ("rsync: something nobody has seen", "something nobody has seen; mend that"),
    ],
)
def test_every_failure_is_a_sentence_that_says_what_to_do(answer: str, advice: str) -> None:
    """With the words of the program that failed, in the language of the sentence."""
    said = refused("host:www", f"{answer}\nrsync error: unexplained error (code 255) at io.c(1)").said.text()

    assert advice in said
    assert said.startswith('The site could not be sent to "host:www": ')


def test_a_closed_folder_of_others_is_no_obstacle(site: Path, target: Path) -> None:
    """Once the target is known for ours."""
    publish(site)
    write(target, {"closed/x": "theirs"})
    (target / "closed").chmod(0o000)
    try:
        assert FINE == publish(site)
    finally:
        (target / "closed").chmod(0o755)
    assert "theirs" == (target / "closed/x").read_text("utf-8")


def test_an_interruption_says_that_it_can_be_resumed(
    site: Path, www: Path, pages: Pages, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Ctrl+C half way."""
    run = subprocess.run

    def interrupted(command: tuple[str, ...], **how: object) -> object:
        if "--delete" in command:
            raise KeyboardInterrupt
        return run(command, **how)

    monkeypatch.setattr("association.cli.rsync.subprocess.run", interrupted)

    assert 130 == exit_code(lambda: publish(site))
    assert "publish again" in capsys.readouterr().err
