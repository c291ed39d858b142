"""`publish` to a branch: from the folder to the forge, one command, and no commit of others is lost."""

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from published_sites import SITE, git, set_up, write

from association.cli.outcome import FINE, PROBLEMS, Declined, WrongUsage, exit_code
from association.cli.publish import publish
from association.cli.shipment import Orders, refused
from association.problems import ContentError

Pages = Callable[[Mapping[str, str]], None]

SMALLER = {"index.html": "home, changed"}


@pytest.fixture
def production(site: Path) -> Path:
    """The settings of production, beside those of the site."""
    return set_up(site)


def repository(folder: Path, *words: str) -> Path:
    git(folder, "init", "-q", "-b", "main", *words)
    git(folder, "config", "user.name", "Essai")
    git(folder, "config", "user.email", "essai@club.example")
    return folder


@pytest.fixture
def remote(production: Path, pages: Pages, tmp_path: Path) -> Path:
    """A forge on this very disk; the sources are on main, here and there."""
    bare = tmp_path / "forge.git"
    bare.mkdir()
    repository(bare, "--bare")
    repository(production)
    git(production, "remote", "add", "origin", str(bare))
    commit(production, "sources")
    git(production, "push", "-q", "origin", "main")
    return bare


def commit(folder: Path, subject: str) -> str:
    git(folder, "add", "--all", ".")
    git(folder, "commit", "-q", "-m", subject)
    return git(folder, "rev-parse", "HEAD")


def files(repository: Path, branch: str = "gh-pages") -> dict[str, str]:
    """Of a branch, but the mark and the file for GitHub that are always there."""
    names = git(repository, "ls-tree", "-r", "--name-only", branch).split("\n")
    ours = [name for name in names if name not in (".assosite", ".nojekyll")]
    return {name: git(repository, "show", f"{branch}:{name}") for name in ours}


def clone_of(remote: Path, tmp_path: Path, branch: str) -> Path:
    """Of somebody else."""
    folder = tmp_path / "theirs"
    git(tmp_path, "clone", "-q", "-b", branch, str(remote), str(folder))
    git(folder, "config", "user.name", "Autre")
    git(folder, "config", "user.email", "autre@club.example")
    return folder


def count(repository: Path, branch: str = "gh-pages") -> int:
    return int(git(repository, "rev-list", "--count", branch))


def everything(repository: Path) -> str:
    """Branches and what is checked out."""
    return git(repository, "for-each-ref") + git(repository, "rev-parse", "HEAD")


def state(production: Path) -> tuple[str, str]:
    return git(production, "status", "--porcelain", "--", ":!output"), git(production, "stash", "list")


def test_the_site_becomes_a_branch_of_the_repository(production: Path, remote: Path) -> None:
    """Ready for a host that serves the branch gh-pages; nothing else is moved."""
    before = state(production), git(production, "rev-parse", "HEAD")

    assert FINE == publish(production)
    assert SITE == files(remote)
    assert {".assosite", ".nojekyll"} <= set(git(remote, "ls-tree", "--name-only", "gh-pages").split())
    assert git(remote, "rev-parse", "gh-pages") == git(production, "rev-parse", "gh-pages")
    assert before == (state(production), git(production, "rev-parse", "HEAD"))


def test_the_modes_of_the_files_are_those_of_files(production: Path, remote: Path) -> None:
    """Also of a document that came with others."""
    publish(production)
    modes = {line.split()[0] for line in git(remote, "ls-tree", "-r", "gh-pages").splitlines()}

    assert {"100644"} == modes


def test_publishing_a_changed_site_adds_to_the_branch(production: Path, remote: Path, pages: Pages) -> None:
    """Earlier editions of the site stay in its history."""
    publish(production)
    pages(SMALLER)
    publish(production)

    assert (2, SMALLER) == (count(remote), files(remote))


def test_an_unchanged_site_makes_no_commit(
    production: Path, remote: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A nightly publication is silent until something changes."""
    publish(production)
    publish(production)

    assert 1 == count(remote)
    assert "nothing to send" in capsys.readouterr().out


def test_a_calendar_that_only_tells_when_it_was_built_is_unchanged(
    production: Path, remote: Path, pages: Pages
) -> None:
    """Its head says so each time; what its dates say is a change."""
    text = "BEGIN:VCALENDAR\r\nLAST-MODIFIED:{head}\r\nBEGIN:VEVENT\r\nLAST-MODIFIED:{date}\r\nEND:VEVENT\r\n"
    for head, date in (("1", "1"), ("2", "1"), ("3", "2"), ("4", "2")):
        pages({"agenda.ics": text.format(head=head, date=date)})
        publish(production)

    assert 2 == count(remote)
    assert "LAST-MODIFIED:3" in files(remote)["agenda.ics"]


def test_only_what_the_build_made_is_sent(production: Path, remote: Path) -> None:
    """Not what somebody keeps in the output, nor its repository."""
    repository(write(production / "output", {"thesis.txt": "mine"}))
    publish(production)

    assert SITE == files(remote)


@pytest.mark.parametrize("take_over", [True, False])
@pytest.mark.parametrize("name", ["main", "refs/heads/main", "other", "pointer"])
def test_a_branch_that_is_checked_out_is_never_published_to(
    production: Path, remote: Path, tmp_path: Path, name: str, take_over: bool
) -> None:
    """In the folder of the site or in any other work tree, by its own name or another."""
    git(production, "worktree", "add", "-q", "-b", "other", str(tmp_path / "tree"))
    git(production, "symbolic-ref", "refs/heads/pointer", "refs/heads/main")
    set_up(production, PUBLISH_BRANCH=name)
    before = everything(production), everything(remote)

    with pytest.raises(Declined, match="is checked out in"):
        publish(production, take_over=take_over)
    assert before == (everything(production), everything(remote))


def test_the_commit_that_a_forge_s_machine_has_checked_out_counts_as_its_branch(
    production: Path, remote: Path
) -> None:
    """Such a clone is on no branch."""
    git(production, "checkout", "-q", "--detach")
    git(production, "branch", "-q", "-D", "main")
    set_up(production, PUBLISH_BRANCH="main")

    with pytest.raises(Declined, match="is checked out in"):
        publish(production, take_over=True)


@pytest.mark.parametrize("where", ["there", "here", "both"])
def test_a_branch_of_somebody_is_not_touched(
    production: Path, remote: Path, tmp_path: Path, where: str
) -> None:
    """Sources at the forge, commits that were never pushed."""
    git(production, "checkout", "-q", "-b", "pages")
    commit(write(production, {"README": "mine"}), "mine alone")
    if where != "here":
        git(production, "push", "-q", "origin", "pages")
    git(production, "checkout", "-q", "main")
    if where == "there":
        git(production, "branch", "-q", "-D", "pages")
    set_up(production, PUBLISH_BRANCH="pages")
    before = everything(production), everything(remote)

    with pytest.raises(Declined, match=r"mine alone.*nothing was touched.*--take-over --dry-run"):
        publish(production)
    assert PROBLEMS == exit_code(lambda: publish(production))
    assert before == (everything(production), everything(remote))


def test_a_commit_of_somebody_after_ours_is_not_touched(
    production: Path, remote: Path, tmp_path: Path
) -> None:
    """The last commit says whose the branch is; an amended one is not ours either."""
    publish(production)
    theirs = clone_of(remote, tmp_path, "gh-pages")
    git(theirs, "rm", "-q", "annuaire/index.html")
    git(theirs, "commit", "-q", "--amend", "-C", "HEAD")
    git(theirs, "push", "-q", "--force")

    with pytest.raises(Declined, match="was not made by `publish`"):
        publish(production)


def test_a_take_over_tells_what_goes_and_keeps_the_history(
    production: Path, remote: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It happens once; what belongs to the host stays."""
    git(remote, "branch", "gh-pages", "main")
    theirs = clone_of(remote, tmp_path, "gh-pages")
    last = commit(write(theirs, {"CNAME": "club.example", "index.html": "old", "x/.htaccess": "host"}), "old")
    git(theirs, "push", "-q")
    publish(production, take_over=True)
    lines = [line for line in capsys.readouterr().out.splitlines() if line.startswith("- ")]

    assert ["- index.html", "- pelicanconf.py", "- publishconf.py"] == lines
    assert {**SITE, "CNAME": "club.example", "x/.htaccess": "host"} == files(remote)
    assert last == git(remote, "rev-parse", "gh-pages^")
    assert FINE == publish(production)


def test_commits_that_were_never_pushed_are_kept_and_not_pushed(
    production: Path, remote: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """They may be private: the branch here gets another name."""
    git(production, "checkout", "-q", "-b", "gh-pages")
    own = commit(write(production, {"secret": "mine"}), "mine alone")
    git(production, "checkout", "-q", "main")
    publish(production, take_over=True)

    assert own == git(production, "rev-parse", "gh-pages.before")
    assert 1 == count(remote)
    assert "gh-pages.before" in capsys.readouterr().out


def test_another_site_is_not_touched(production: Path, remote: Path) -> None:
    """Two sites of one repository need two branches."""
    publish(production)
    text = (production / "publishconf.py").read_text("utf-8")
    (production / "publishconf.py").write_text(text.replace("club.", "other."), encoding="utf-8")

    with pytest.raises(Declined, match=r"another site \(essai club\.example\), this one is essai other\."):
        publish(production)
    assert SITE == files(remote)


def test_what_the_host_commits_by_itself_stays(
    production: Path, remote: Path, tmp_path: Path, pages: Pages
) -> None:
    """GitHub puts the domain that is chosen in its settings on the branch."""
    publish(production)
    theirs = clone_of(remote, tmp_path, "gh-pages")
    commit(write(theirs, {"CNAME": "club.example"}), "Create CNAME")
    git(theirs, "push", "-q")
    pages({**SMALLER, "CNAME": "other.example"})
    for _ in range(2):
        publish(production)

    assert ({**SMALLER, "CNAME": "club.example"}, 3) == (files(remote), count(remote))


def test_a_name_of_the_host_that_the_site_has_itself_follows_the_site(
    production: Path, remote: Path, pages: Pages
) -> None:
    """Once it was published."""
    for domain in ("one.example", "two.example"):
        pages({**SMALLER, "CNAME": domain})
        publish(production)

    assert {**SMALLER, "CNAME": "two.example"} == files(remote)


def test_a_dry_run_tells_and_sends_nothing(
    production: Path, remote: Path, pages: Pages, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is new, what has changed, what would be deleted."""
    publish(production)
    pages({"index.html": "changed", "new.html": "new", "annuaire/index.html": "members"})
    before = everything(production), everything(remote), git(production, "count-objects")
    capsys.readouterr()
    publish(production, dry_run=True)
    lines = [line for line in capsys.readouterr().out.splitlines() if line[:2] in ("+ ", "~ ", "- ")]

    assert ["+ new.html", "~ .assosite", "~ index.html", "- annuaire/alpha/index.html"] == lines
    assert before == (everything(production), everything(remote), git(production, "count-objects"))


def test_another_machine_may_have_published_meanwhile(
    production: Path, remote: Path, tmp_path: Path, pages: Pages
) -> None:
    """The branch here follows that of the forge."""
    publish(production)
    other = shutil.copytree(production, tmp_path / "other")
    pages({**SITE, "new.html": "theirs"})
    publish(other)
    pages(SMALLER)
    publish(production)

    assert (3, SMALLER) == (count(remote), files(remote))
    assert git(remote, "rev-parse", "gh-pages") == git(production, "rev-parse", "gh-pages")


@pytest.mark.parametrize("hook", ["pre-receive", "update", "post-receive"])
def test_the_next_run_mends_what_was_cut(production: Path, remote: Path, pages: Pages, hook: str) -> None:
    """Before the forge has the commit, or after, when nobody here has heard of it."""
    publish(production)
    pages(SMALLER)
    script = remote / "hooks" / hook
    script.write_text("#!/bin/sh\nkill -9 $(ps -o ppid= -p $PPID) $PPID\nexit 1\n", encoding="utf-8")
    script.chmod(0o755)

    with pytest.raises(Declined, match=r"publish again|see its rules"):
        publish(production)
    script.unlink()
    publish(production)
    assert (2, SMALLER) == (count(remote), files(remote))
    assert git(remote, "rev-parse", "gh-pages") == git(production, "rev-parse", "gh-pages")


def test_a_branch_that_moves_during_the_publication_is_not_replaced(
    production: Path, remote: Path, pages: Pages, tmp_path: Path
) -> None:
    """The forge refuses what does not follow on its last commit."""
    publish(production)
    pages(SMALLER)
    theirs = clone_of(remote, tmp_path, "gh-pages")
    last = commit(write(theirs, {"thesis": "mine"}), "theirs")
    hook = production / ".git/hooks/pre-push"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(f"#!/bin/sh\nunset GIT_DIR\ngit -C {theirs} push -q\n", encoding="utf-8")
    hook.chmod(0o755)

    with pytest.raises(Declined, match="nothing was replaced; publish again"):
        publish(production)
    assert last == git(remote, "rev-parse", "gh-pages")


def test_a_host_that_refuses_is_said_in_a_sentence(production: Path, remote: Path) -> None:
    """A protected branch, a full quota."""
    hook = remote / "hooks" / "pre-receive"
    hook.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    hook.chmod(0o755)

    with pytest.raises(Declined, match="the host refuses this branch"):
        publish(production)


def test_a_site_in_no_repository_is_said_in_a_sentence(production: Path, pages: Pages) -> None:
    """Before a long build."""
    with pytest.raises(Declined, match='could not be sent to "gh-pages": it is in no git repository'):
        publish(production)
    assert not (production / "output").exists()


def test_a_repository_without_remote_is_said_in_a_sentence(production: Path, pages: Pages) -> None:
    """What the first publication of a newcomer meets."""
    repository(production)

    with pytest.raises(Declined, match="git remote add origin ADDRESS"):
        publish(production)


def test_a_remote_that_is_gone_is_said_in_a_sentence(production: Path, remote: Path) -> None:
    """Renamed, deleted, or an address with a mistake."""
    shutil.rmtree(remote)

    with pytest.raises(Declined, match="there is no repository to send it to"):
        publish(production)


def test_a_name_that_no_branch_can_have_is_said_in_a_sentence(production: Path, remote: Path) -> None:
    """A refspec is none."""
    set_up(production, PUBLISH_BRANCH="main:other")

    with pytest.raises(Declined, match="cannot be the name of a branch"):
        publish(production)


def test_git_does_not_know_who_publishes(
    production: Path, remote: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a new machine."""
    for name in ("user.name", "user.email"):
        git(production, "config", "--unset", name)
    git(production, "config", "user.useConfigOnly", "true")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", "/dev/null")

    with pytest.raises(Declined, match=r"git config user\.name NAME"):
        publish(production)


@pytest.mark.parametrize(
    ("answer", "advice"),
    [
        ("fatal: unable to access 'https://f.example/': Could not resolve host: f.example", "check its name"),
        ("fatal: could not read Username for 'https://f.example': terminal prompts disabled", "let you in"),
        ("git@f.example: Permission denied (publickey).\nfatal: Could not read from remote", "let you in"),
        (
            "remote: Repository not found.\nfatal: repository 'https://f.example/x/' not found",
            "no repository",
        ),
        ("fatal: detected dubious ownership in repository at '/srv/site'", "safe.directory"),
        ("fatal: the remote end hung up unexpectedly", "it goes on from there"),
        ("fatal: something nobody has seen\nhint: nor this", "something nobody has seen; mend that"),
    ],
)
def test_every_failure_is_a_sentence_that_says_what_to_do(answer: str, advice: str) -> None:
    """With the words of git, in the language of the sentence."""
    assert advice in refused("gh-pages", answer).said.text()


@pytest.mark.usefixtures("working_host")
def test_a_site_without_address_is_not_sent(site: Path) -> None:
    """Its calendars would lead nowhere."""
    with pytest.raises(WrongUsage, match="SITEURL"):
        publish(site)


@pytest.mark.parametrize(
    ("path", "is_kept"),
    [
        ("CNAME", True),
        ("photos/CNAME", True),
        (".well-known/acme/token", True),
        ("a/.well-known/x", True),
        ("CNAME.html", False),
        ("private/key", True),
        ("a/private/key", False),
        ("x.php", True),
        ("a/b.php", True),
        ("data/v1", True),
        ("index.html", False),
    ],
)
def test_a_name_keeps_what_bears_it(path: str, is_kept: bool) -> None:
    """At any depth; one with a slash only where it says."""
    orders = Orders("essai", ("CNAME", ".well-known/", "/private/", "*.php", "data/v1"))

    assert is_kept == orders.keeps(path)


@pytest.mark.parametrize("value", ["CNAME", [1], [""], 7])
def test_names_to_keep_that_mean_nothing_are_refused(production: Path, pages: Pages, value: object) -> None:
    """Before anything is sent that would not keep them."""
    set_up(production, PUBLISH_KEEP=value)

    with pytest.raises(ContentError, match="PUBLISH_KEEP is"):
        publish(production)


def test_names_to_keep_can_be_chosen(production: Path, remote: Path, tmp_path: Path, pages: Pages) -> None:
    """Instead of the usual ones."""
    set_up(production, PUBLISH_KEEP=["LICENSE"])
    publish(production)
    theirs = clone_of(remote, tmp_path, "gh-pages")
    commit(write(theirs, {"LICENSE": "mine"}), "theirs")
    git(theirs, "push", "-q")
    publish(production)

    assert {**SITE, "LICENSE": "mine"} == files(remote)
