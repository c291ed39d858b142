"""Why a site is not sent: what would be lost, or what git, ssh and rsync say when they cannot.

Each is one sentence that says what to do.
"""

import re
from collections.abc import Iterable

from ..problems import Sentence, sentence
from .outcome import Refused
from .shipment import examples

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


def refused(target: str, answer: str) -> Refused:
    for pattern, advice in ADVICE:
        if found := re.search(pattern, answer):
            return Refused(advice.filled(target=target, reason=line_of(answer, found.start())))
    return Refused(UNKNOWN.filled(target=target, reason=last_words(answer)))


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
