"""What `publish` sends, what it must leave alone at the other end, and how it tells of both, or of neither.

Each reason why a site is not sent is one sentence that says what to do.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path, PurePosixPath

from ..host.mark import MARK, SiteMark, files_in, mark_in, mark_of
from ..problems import Sentence, sentence
from .language import translate, translate_count
from .outcome import Declined

KEEP = ("CNAME", ".well-known/", ".htaccess", ".nojekyll")

ADVICE: tuple[tuple[str, Sentence], ...] = (
    (
        r"dubious ownership",
        sentence(
            'The site could not be sent to "{target}": its repository belongs to another user; publish as '
            "that user, or allow it with `git config --global --add safe.directory FOLDER`."
        ),
    ),
    (
        r"not a git repository",
        sentence(
            'The site could not be sent to "{target}": it is in no git repository; run `git init` and '
            "`git remote add origin ADDRESS`, or name a folder in PUBLISH_RSYNC."
        ),
    ),
    (
        r"(?i)who you are|empty ident|auto-detect email|no email was given",
        sentence(
            'The site could not be sent to "{target}": git does not know who you are; run '
            "`git config user.name NAME` and `git config user.email ADDRESS`, then publish again."
        ),
    ),
    (
        r"non-fast-forward|fetch first|stale info|cannot lock ref",
        sentence(
            'The site could not be sent to "{target}": the branch has changed meanwhile ({reason}), and '
            "nothing was replaced; publish again."
        ),
    ),
    (
        r"\[remote rejected\]|hook declined|protected branch",
        sentence(
            'The site could not be sent to "{target}": the host refuses this branch ({reason}); see its '
            "rules, or name another one in PUBLISH_BRANCH."
        ),
    ),
    (
        r"(?i)Authentication failed|could not read (Username|Password)|Permission denied \([a-z]|HTTP 40[13]"
        r"|returned error: 40[13]|Host key verification failed|auth failed",
        sentence(
            'The site could not be sent to "{target}": the host does not let you in ({reason}); check the '
            "account, the key or the password, then publish again."
        ),
    ),
    (
        r"(?i)could not resolve|unable to access|unable to connect|Network is unreachable|No route to host"
        r"|Connection (refused|timed out|reset)|failed to connect|Temporary failure in name resolution",
        sentence(
            'The site could not be sent to "{target}": the host cannot be reached ({reason}); check its name '
            "and the network, then publish again."
        ),
    ),
    (
        r"does not appear to be a git repository|No such remote|[Rr]epository .*not found|does not exist",
        sentence(
            'The site could not be sent to "{target}": there is no repository to send it to ({reason}); name '
            "one with `git remote add origin ADDRESS`, or another remote in PUBLISH_REMOTE."
        ),
    ),
    (
        r"command not found|rsync: not found|rsync: No such file",
        sentence(
            'The site could not be sent to "{target}": the host has no rsync ({reason}); have it installed '
            "there, or publish to a branch."
        ),
    ),
    (
        r"unknown option|unrecognized option|syntax or usage error|not supported",
        sentence(
            'The site could not be sent to "{target}": rsync does not know all it is asked for ({reason}); '
            "install rsync 3.1 or later, here and there."
        ),
    ),
    (
        r"Not a directory",
        sentence(
            'The site could not be sent to "{target}": this is not a folder ({reason}); name a folder in '
            "PUBLISH_RSYNC."
        ),
    ),
    (
        r"mkdir .* failed: No such file",
        sentence(
            'The site could not be sent to "{target}": the folder above it does not exist ({reason}); make '
            "it, then publish again."
        ),
    ),
    (
        r"(?i)No space left|quota exceeded",
        sentence(
            'The site could not be sent to "{target}": there is no room left ({reason}); make some, then '
            "publish again."
        ),
    ),
    (
        r"Permission denied|Operation not permitted|Read-only file system",
        sentence(
            'The site could not be sent to "{target}": you have no right to write there ({reason}); have the '
            "rights changed, then publish again."
        ),
    ),
    (
        r"(?i)connection unexpectedly closed|early EOF|hung up|Broken pipe|timeout|received SIG"
        r"|unexpected disconnect",
        sentence(
            'The site could not be sent to "{target}": the connection was cut half way ({reason}); publish '
            "again, it goes on from there."
        ),
    ),
)
"""By what is found in their answers, which are in English; the first that fits."""
UNKNOWN = sentence('The site could not be sent to "{target}": {reason}; mend that, then publish again.')
NOISE = re.compile(r"^(rsync error: |hint: |warning: |\s*$|and the repository exists|Please make sure)")


@dataclass(frozen=True, slots=True)
class Orders:
    """What was asked for. site: as its mark names it; keep: what belongs to the host (PUBLISH_KEEP)."""

    site: str
    keep: tuple[str, ...] = KEEP
    dry_run: bool = False
    take_over: bool = False

    def keeps(self, path: str) -> bool:
        """A name keeps what bears it at any depth; one with a slash before or inside, at that place only."""
        places = (PurePosixPath(path), *PurePosixPath(path).parents)
        return any(is_meant(pattern, place) for pattern in self.keep for place in places if place.name)


def is_meant(pattern: str, place: PurePosixPath) -> bool:
    bare = pattern.strip("/")
    return fnmatchcase(str(place) if "/" in pattern.rstrip("/") else place.name, bare)


@dataclass(frozen=True, slots=True)
class Shipment:
    """The files that a build made. unsent: what lies beside them in the folder."""

    folder: Path
    files: frozenset[str]
    unsent: frozenset[str]

    @classmethod
    def of(cls, folder: Path) -> "Shipment":
        mark, files = mark_in(folder) or SiteMark(""), frozenset(files_in(folder)) - {MARK}
        made = frozenset(path for path in files if mark.has(path) and not path.endswith("/"))
        return cls(folder, made, files - made)

    def without(self, paths: frozenset[str]) -> "Shipment":
        """Of which there may be none here: a folder of the host in the place of a file, say."""
        blocked = frozenset(path for path in self.files if path in paths)
        return Shipment(self.folder, self.files - blocked, self.unsent | blocked)

    def mark(self, site: str) -> SiteMark:
        return mark_of(site, self.files)


@dataclass(frozen=True, slots=True)
class Differences:
    """At the other end. left: files of others that stay."""

    new: frozenset[str] = frozenset()
    changed: frozenset[str] = frozenset()
    gone: frozenset[str] = frozenset()
    left: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.new or self.changed or self.gone)

    def lines(self) -> Iterator[str]:
        marked = {"+": self.new, "~": self.changed, "-": self.gone}
        return (f"{sign} {path}" for sign, paths in marked.items() for path in sorted(paths))

    def counts(self) -> str:
        sent, gone, left = len(self.new) + len(self.changed), len(self.gone), len(self.left)
        told = (
            translate_count("{count} file sent", "{count} files sent", sent),
            translate_count("{count} deleted", "{count} deleted", gone),
            translate_count("{count} of others left as it is", "{count} of others left as they are", left),
        )
        return ", ".join(told)


def tell(changes: Differences, target: str, dry_run: bool) -> None:
    """After all is done, or instead of doing it."""
    if dry_run:
        show(changes.lines())
        print(translate("Nothing was sent to {target}; a publication would be:").format(target=target))
    elif changes:
        print(translate("The site is sent to {target}").format(target=target))
    else:
        print(translate("{target} has the site as it is: nothing to send").format(target=target))
        return
    print(changes.counts())


def tell_what_goes(paths: Iterable[str], target: str) -> None:
    """Before it goes."""
    going = sorted(paths)
    if going:
        print(translate("These files of {target} go, or are replaced:").format(target=target))
        show(f"- {path}" for path in going)


def tell_not_sent(paths: Iterable[str], target: str) -> None:
    """Of what is kept at the other end although the site has one of its own."""
    for path in sorted(paths):
        said = translate(
            "{path} at {target} is not of this site and stays (PUBLISH_KEEP); its own is not sent"
        )
        print(said.format(path=path, target=target))


def show(lines: Iterable[str]) -> None:
    for line in lines:
        print("".join(letter if letter.isprintable() else "?" for letter in line))


def examples(paths: Iterable[str], most: int = 3) -> str:
    """A few of them, for a sentence."""
    known = sorted(paths)
    return ", ".join([*known[:most], *(["…"] if len(known) > most else [])])


def refused(target: str, answer: str) -> Declined:
    for pattern, advice in ADVICE:
        if found := re.search(pattern, answer):
            return Declined(advice.filled(target=target, reason=line_of(answer, found.start())))
    return Declined(UNKNOWN.filled(target=target, reason=last_words(answer)))


def line_of(answer: str, place: int) -> str:
    """The line that holds the place, without the name of the program."""
    start = answer.rfind("\n", 0, place) + 1
    return said_in(answer[start:].splitlines()[0])


def last_words(answer: str) -> str:
    lines = [line for line in answer.splitlines() if not NOISE.match(line)] or answer.splitlines()
    return said_in(lines[-1]) if lines else "?"


def said_in(line: str) -> str:
    return re.sub(r"^(fatal|error|remote|rsync|ssh): (\[\w+\] )?", "", line.strip())


def no_rsync(target: str) -> Sentence:
    return sentence(
        'The site could not be sent to "{target}": rsync is not installed; install it, then publish again.',
        target=target,
    )


def home_of_somebody(target: str) -> Sentence:
    return sentence(
        '"{target}" is a home folder or a whole disk, which is never taken over: name a folder in it '
        "in PUBLISH_RSYNC.",
        target=target,
    )


def another_site(target: str, other: str, site: str) -> Sentence:
    return sentence(
        '"{target}" holds another site ({other}), this one is {site}: nothing was touched. Name another '
        "place in publishconf.py; or see what would go with `publish --take-over --dry-run`.",
        target=target,
        other=other,
        site=site,
    )


def of_others(target: str, names: Iterable[str]) -> Sentence:
    return sentence(
        '"{target}" holds files that `publish` did not send ({names}): nothing was touched. Name an '
        "empty folder in PUBLISH_RSYNC; or see what would go with `publish --take-over --dry-run`.",
        target=target,
        names=examples(names),
    )


def in_its_way(target: str, names: Iterable[str]) -> Sentence:
    return sentence(
        'Files of others at "{target}" are where pages of the site have to be ({names}): nothing was '
        "touched. Move them, or have them replaced with `publish --take-over`.",
        target=target,
        names=examples(names),
    )


def checked_out(branch: str, folder: str) -> Sentence:
    return sentence(
        'The branch "{branch}" is checked out in "{folder}", publishing would replace its files: '
        'name a branch of its own in PUBLISH_BRANCH, such as "gh-pages".',
        branch=branch,
        folder=folder,
    )


def of_somebody(branch: str, commit: str) -> Sentence:
    return sentence(
        'The last commit of the branch "{branch}" ({commit}) was not made by `publish`: nothing was touched. '
        "Name another branch in PUBLISH_BRANCH; or see what would go with `publish --take-over --dry-run`.",
        branch=branch,
        commit=commit,
    )
