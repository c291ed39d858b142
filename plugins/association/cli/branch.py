"""A branch of the repository at its forge, that `publish` sends the site to as one commit.

git is asked for its plumbing, with an index of its own: ghp-import would replace the branch as a whole,
whoever wrote it, move it to what it was at the last fetch, drop what the host needs and commit what has not
changed. The forge comes first, and refuses what does not follow on its own last commit; the branch here is
moved only afterwards. Nothing is checked out, no other index or file is touched, nothing is ever forced.
"""

import os
import re
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import new as hash_of
from pathlib import Path
from tempfile import TemporaryDirectory

from ..host.mark import MARK, NOBODY, mark_of, read_mark
from ..problems import sentence
from .language import translate
from .outcome import Declined, sending
from .shipment import (
    Differences,
    Orders,
    Shipment,
    another_site,
    checked_out,
    of_somebody,
    refused,
    tell,
    tell_not_sent,
    tell_what_goes,
)

OF_ANOTHER_REPOSITORY = frozenset(
    f"GIT_{name}" for name in "DIR WORK_TREE INDEX_FILE OBJECT_DIRECTORY COMMON_DIR NAMESPACE PREFIX".split()
)
"""What a hook of git tells the programs that it starts, of its own repository."""
SUBJECT = "Publish the site"
SITE, TREE = "Assosite-Site", "Assosite-Tree"
"""Trailers of a commit: whose site it is, and of which files it was made (an amended commit has others)."""
AS_IT_IS = ".nojekyll"
"""GitHub serves the files of a branch that has it without passing them through Jekyll."""
FILE = "100644"
OF_ANOTHER_REPOSITORY = frozenset(
    f"GIT_{name}" for name in "DIR WORK_TREE INDEX_FILE OBJECT_DIRECTORY COMMON_DIR NAMESPACE PREFIX".split()
)
"""What a hook of git tells of the repository that it runs in."""
MANY = 50
"""Commits of the host (its CNAME) that may follow on one of ours."""

Listing = dict[str, tuple[str, str]]
"""Mode and id by path."""


class NoAnswer(Exception):
    """git says no; its own words."""


@dataclass(frozen=True, slots=True)
class Tips:
    """The last commits of the branch, there and here. base: what a new one follows on; is_ours: that one."""

    remote: str | None
    local: str | None
    base: str | None
    is_ours: bool


@dataclass(frozen=True, slots=True)
class Load:
    """The files of a shipment, and those that every publication adds; `listing` names all of them."""

    shipment: Shipment
    own: tuple[bytes, ...]
    listing: Listing


@dataclass(frozen=True, slots=True)
class Branch:
    site: Path
    remote: str
    name: str
    orders: Orders

    @property
    def ref(self) -> str:
        return f"refs/heads/{self.name}"

    def found(self) -> Tips:
        """The branch as it is, if it may be published to."""
        try:
            return self.tips()
        except NoAnswer as error:
            raise refused(self.name, str(error)) from error

    def receive(self, shipment: Shipment, tips: Tips) -> None:
        try:
            self.sent(shipment, tips)
        except NoAnswer as error:
            raise refused(self.name, str(error)) from error

    def tips(self) -> Tips:
        self.ask("rev-parse", "--git-dir")
        self.refuse_name()
        self.refuse_checked_out()
        remote, local = self.remote_tip(), self.commit_at(self.ref)
        self.refuse_checked_out_commit(tip for tip in (remote, local) if tip)
        if remote:
            self.refuse_foreign(remote, f"{self.remote}/{self.name}")
        if local and local != remote:
            self.refuse_foreign(local, self.name)
        base = remote or (local if local and self.is_ours(local) else None)
        return Tips(remote, local, base, base is not None and self.is_ours(base))

    def refuse_name(self) -> None:
        if not self.agrees("check-ref-format", self.ref):
            raise Declined(
                sentence('"{name}" cannot be the name of a branch: change PUBLISH_BRANCH.', name=self.name)
            )

    def refuse_checked_out(self) -> None:
        """Not in any work tree, whatever is asked for; a symbolic branch is the one that it stands for."""
        target = self.said_if("symbolic-ref", "--quiet", self.ref) or self.ref
        for tree in self.work_trees():
            if tree.get("branch", "").casefold() in (self.ref.casefold(), target.casefold()):
                raise Declined(checked_out(self.name, tree["worktree"]))

    def refuse_checked_out_commit(self, tips: Iterator[str]) -> None:
        """The clone of a forge's machine has no branch, only the commit of one."""
        heads = [tree for tree in self.work_trees() if "detached" in tree]
        for tip in tips:
            for tree in heads:
                if self.agrees("merge-base", "--is-ancestor", tree["HEAD"], tip):
                    raise Declined(checked_out(self.name, tree["worktree"]))

    def work_trees(self) -> list[dict[str, str]]:
        blocks = self.said("worktree", "list", "--porcelain").split("\n\n")
        lines = ((line.partition(" ") for line in block.splitlines()) for block in blocks if block)
        return [{name: value for name, _, value in block} for block in lines]

    def remote_tip(self) -> str | None:
        """With its files, which are fetched if they are not here."""
        told = self.said("ls-remote", "--", self.remote, self.ref)
        tip = next((line.split()[0] for line in told.splitlines() if line.split()[1:] == [self.ref]), None)
        if tip and not self.commit_at(tip):
            self.ask("fetch", "--quiet", "--no-tags", "--no-recurse-submodules", "--", self.remote, self.ref)
        return tip

    def commit_at(self, name: str) -> str | None:
        return self.said_if("rev-parse", "--verify", "--quiet", f"{name}^{{commit}}")

    def refuse_foreign(self, tip: str, branch: str) -> None:
        """branch: that of the forge, `origin/gh-pages`, or the one here."""
        if self.orders.take_over or self.is_ours(tip):
            return
        other = self.site_of(tip)
        if other and other != self.orders.site:
            raise Declined(another_site(branch, other, self.orders.site))
        raise Declined(of_somebody(branch, self.said("log", "-1", "--format=%h, %an, %s", tip)))

    def is_ours(self, tip: str) -> bool:
        """Made by `publish`, but for what the host adds by itself (GitHub commits a CNAME)."""
        commits = self.said("rev-list", "--first-parent", f"--max-count={MANY}", tip).split()
        ours = next((commit for commit in commits if self.site_of(commit) == self.orders.site), None)
        if ours is None or ours == tip:
            return ours is not None
        changed = self.ask("diff-tree", "-r", "-z", "--name-only", "--no-renames", ours, tip)
        return all(self.orders.keeps(os.fsdecode(path)) for path in changed.split(b"\0") if path)

    def site_of(self, commit: str) -> str | None:
        """Whose site `publish` put there; None for a commit that it did not make as it is."""
        tree, _, message = self.said("log", "-1", "--format=%T%n%B", commit).partition("\n")
        trailers = dict(line.partition(": ")[::2] for line in message.splitlines())
        return trailers.get(SITE) if trailers.get(TREE) == tree else None

    def sent(self, shipment: Shipment, tips: Tips) -> None:
        former = self.listing(tips.base) if tips.base else {}
        kept = self.kept(former, shipment)
        load = self.loaded(shipment, kept, former)
        changes = difference(former, {**load.listing, **kept}, frozenset(kept))
        if self.orders.take_over and not self.orders.dry_run:
            tell_what_goes(changes.gone | changes.changed, self.name)
        tell_not_sent(shipment.files & kept.keys(), self.name)
        if not self.orders.dry_run:
            is_new = changes or not tips.is_ours
            commit = self.committed(load, kept, tips.base) if is_new or not tips.base else tips.base
            if commit != tips.remote:
                with sending(f"{self.remote} {self.name}"):
                    self.ask("push", "--quiet", "--no-follow-tags", "--", self.remote, f"{commit}:{self.ref}")
            self.follow(commit, tips)
        tell(changes, self.name, self.orders.dry_run)

    def listing(self, commit: str) -> Listing:
        told = self.ask("ls-tree", "-r", "-z", "--full-tree", commit)
        pairs = (line.split(b"\t", 1) for line in told.split(b"\0") if line)
        return {os.fsdecode(path): mode_and_id(about.decode()) for about, path in pairs}

    def kept(self, former: Listing, shipment: Shipment) -> Listing:
        """What belongs to the host, but for what an earlier publication put there and this one has again."""
        mark = former.get(MARK)
        ours = (read_mark(self.ask("cat-file", "blob", mark[1])) if mark else None) or NOBODY
        theirs = (path for path in former if path != MARK and self.orders.keeps(path))
        again = {*shipment.files, AS_IT_IS}
        return {path: former[path] for path in theirs if not (path in again and ours.has(path))}

    def loaded(self, shipment: Shipment, kept: Listing, former: Listing) -> Load:
        """What is sent, as git would name it; nothing is written."""
        algorithm = self.said("rev-parse", "--show-object-format")
        sent = shipment.without(frozenset(kept))
        files = {path: (sent.folder / path).read_bytes() for path in sent.files}
        own = {} if AS_IT_IS in files or AS_IT_IS in kept else {AS_IT_IS: b""}
        own[MARK] = mark_of(self.orders.site, {*files, *own}).content()
        ids = {path: (FILE, name_of(content, algorithm)) for path, content in {**files, **own}.items()}
        same = (
            path for path in ids if ids[path] != former.get(path) and self.is_restamped(path, files, former)
        )
        return Load(sent, tuple(own.values()), {**ids, **{path: former[path] for path in same}})

    def is_restamped(self, path: str, files: Mapping[str, bytes], former: Listing) -> bool:
        """A calendar that only tells another moment of its own build: an unchanged site makes no commit."""
        if not path.endswith(".ics") or path not in former:
            return False
        return unstamped(self.ask("cat-file", "blob", former[path][1])) == unstamped(files[path])

    def committed(self, load: Load, kept: Listing, base: str | None) -> str:
        tree = self.tree(load, {**load.listing, **kept})
        message = f"{SUBJECT}\n\n{SITE}: {self.orders.site}\n{TREE}: {tree}\n"
        parents = ("-p", base) if base else ()
        return self.said("commit-tree", tree, *parents, given=message.encode())

    def tree(self, load: Load, listing: Listing) -> str:
        names = "".join(f"{load.shipment.folder / path}\n" for path in sorted(load.shipment.files))
        self.ask("hash-object", "-w", "--no-filters", "--stdin-paths", given=os.fsencode(names))
        for content in load.own:
            self.ask("hash-object", "-w", "--stdin", given=content)
        lines = (f"{mode} {id_}\t{path}\0" for path, (mode, id_) in listing.items())
        with TemporaryDirectory() as own:
            index = {"GIT_INDEX_FILE": str(Path(own, "index"))}
            self.ask("update-index", "-z", "--index-info", given=os.fsencode("".join(lines)), index=index)
            return self.said("write-tree", index=index)

    def follow(self, commit: str, tips: Tips) -> None:
        """The branch here becomes that of the forge; what it had of its own is kept under another name."""
        if tips.local == commit:
            return
        steps = [f"update {self.ref} {commit} {tips.local or '0' * len(commit)}"]
        if tips.local and not self.agrees("merge-base", "--is-ancestor", tips.local, commit):
            name = self.free_name()
            steps.append(f"create refs/heads/{name} {tips.local}")
            said = translate("What the branch {branch} had here and was not sent is kept as {kept}")
            print(said.format(branch=self.name, kept=name))
        self.ask(
            "update-ref", "-m", SUBJECT, "--stdin", given="".join(f"{step}\n" for step in steps).encode()
        )

    def free_name(self) -> str:
        names = (f"{self.name}.before{number}" for number in ("", *(f"-{n}" for n in range(2, 1000))))
        return next(name for name in names if not self.commit_at(f"refs/heads/{name}"))

    def agrees(self, *words: str) -> bool:
        return self.said_if(*words) is not None

    def said_if(self, *words: str) -> str | None:
        try:
            return self.said(*words)
        except NoAnswer:
            return None

    def said(self, *words: str, given: bytes = b"", index: Mapping[str, str] | None = None) -> str:
        return self.ask(*words, given=given, index=index).decode(errors="surrogateescape").strip()

    def ask(self, *words: str, given: bytes = b"", index: Mapping[str, str] | None = None) -> bytes:
        command = ("git", "--no-pager", "-C", str(self.site), *words)
        own = {name: value for name, value in os.environ.items() if name not in OF_ANOTHER_REPOSITORY}
        environment = {**own, "LC_ALL": "C", "GIT_MERGE_AUTOEDIT": "no", **(index or {})}
        try:
            done = subprocess.run(command, input=given, capture_output=True, env=environment)
        except FileNotFoundError as error:
            raise Declined(
                sentence(
                    "git is not installed; it sends the site to a branch: install it, then publish again."
                )
            ) from error
        if done.returncode:
            raise NoAnswer(done.stderr.decode(errors="replace") or f"git {words[0]}: {done.returncode}")
        return done.stdout


def name_of(content: bytes, algorithm: str) -> str:
    """As git names a file."""
    return hash_of(algorithm, b"blob %d\0" % len(content) + content, usedforsecurity=False).hexdigest()


def unstamped(calendar: bytes) -> bytes:
    """Without when the calendar itself was made (RFC 7986 section 5.4), which its head tells."""
    head, begin, rest = calendar.partition(b"\nBEGIN:V")
    return re.sub(rb"\nLAST-MODIFIED:[^\n]*", b"", head) + begin + rest


def mode_and_id(about: str) -> tuple[str, str]:
    """`100644 blob ID`."""
    mode, _, id_ = about.split()
    return mode, id_


def difference(former: Listing, made: Listing, kept: frozenset[str]) -> Differences:
    shared = former.keys() & made.keys()
    return Differences(
        new=frozenset(made.keys() - former.keys()),
        changed=frozenset(path for path in shared if former[path] != made[path]),
        gone=frozenset(former.keys() - made.keys()),
        left=kept,
    )


def version_of(content: bytes, algorithm: str) -> str:
    """As git names it."""
    return hash_of(algorithm, b"blob %d\0" % len(content) + content, usedforsecurity=False).hexdigest()
