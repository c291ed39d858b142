"""`tidy`: what another program wrote anew, put into the files as git knows them; only what was meant differs.

Made for web editors that write whole files: comments, order, quotes and `50.2910` come back.
"""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

from ..content.load import SiteFolder
from ..content.yaml.front_matter import FENCE, Document, split
from ..content.yaml.notation import is_same
from ..content.yaml.reader import read_tree
from ..content.yaml.rewriting import rewritten
from ..content.yaml.source import decode
from ..content.yaml.text_edits import BOM, SourceText
from ..problems import ContentError, Problem, sentence
from .files import folder_of, save
from .history import answer, command, environment
from .language import translate, translate_count
from .outcome import FINE, WrongUsage, in_text

TABLES = (".yaml", ".yml")
TEXTS = (".md", ".markdown")


def tidy(site: Path, base: str | None, dry_run: bool) -> int:
    folder = folder_of(site)
    revision = revision_named(site, base or "HEAD")
    problems: list[Problem] = []
    for name in changed_files(site, revision, folder):
        try:
            print(tidied(site, name, revision, dry_run))
        except ContentError as error:
            problems += error.problems
    return in_text(problems) if problems else FINE


def revision_named(site: Path, base: str) -> str:
    """Its number; a name that begins with "-" would be an option of git's."""
    inside = answer(site, "rev-parse", "--is-inside-work-tree")
    if inside != ["true"]:
        raise WrongUsage(
            sentence(
                "There is no git here, so nobody knows the files as they were. Type this in the folder of a "
                "site that is kept with git."
            )
        )
    found = answer(site, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{base}^{{commit}}")
    if not found:
        raise WrongUsage(
            sentence(
                'git knows no revision "{base}". Write one that it knows, such as HEAD or HEAD~1; on a build '
                "server the clone has to reach that far back.",
                base=base,
            )
        )
    return found[-1]


def changed_files(site: Path, revision: str, folder: SiteFolder) -> Iterator[str]:
    """Of those with content, the ones that git has otherwise, from the folder of the site."""
    told = output_of(site, "diff", "--name-only", "--diff-filter=M", "--relative", "-z", revision, "--", ".")
    content = Path(os.path.relpath(folder.content, site))
    lists = {Path(os.path.relpath(path, site)) for path in (folder.members, folder.commissions)}
    for name in sorted(filter(None, os.fsdecode(told).split("\0"))):
        path = Path(name)
        is_text = path.is_relative_to(content) and path.suffix.lower() in TABLES + TEXTS
        if (path in lists or is_text) and not (site / path).is_symlink():
            yield name


def output_of(site: Path, *words: str) -> bytes:
    done = subprocess.run(command(site, *words), env=environment(), capture_output=True, check=False)
    return done.stdout


def tidied(site: Path, name: str, revision: str, dry_run: bool) -> str:
    """The sentence about that file, once it is written."""
    path = site / name
    before, after = output_of(site, "show", f"{revision}:./{name}"), path.read_bytes()
    new = tidy_text(before, after, name) if path.suffix.lower() in TEXTS else tidy_table(before, after, name)
    if new is None:
        return translate("{file}: left as it is; it cannot be put into the file of before.").format(file=name)
    if new != after and not dry_run:
        save(path, new)
    if new == before:
        return translate("{file}: nothing was meant to change; it is as before.").format(file=name)
    said = translate_count("{count} line differs", "{count} lines differ", lines_changed(before, new))
    return f"{name}: {said}"


def lines_changed(before: bytes, after: bytes) -> int:
    """Those that are new or other."""
    known = set(before.splitlines())
    return sum(line not in known for line in after.splitlines()) or 1


def tidy_table(before: bytes, after: bytes, name: str) -> bytes | None:
    meant = read_tree(decode(after, name), name).data
    try:
        return rewritten(before, meant, name)
    except ContentError:
        return None  # what cannot be read gives no order to follow


def tidy_text(before: bytes, after: bytes, name: str) -> bytes | None:
    """Front matter put into that of before; the body as it was written, if it says something else."""
    meant = split(decode(after, name), name)
    if meant.tree.problems:
        raise ContentError(meant.tree.problems)
    try:
        old = split(decode(before, name), name)
    except ContentError:
        return None
    source = SourceText(before.decode("utf-8"))
    is_same_body = old.body.strip("\n") == meant.body.strip("\n")
    head = head_of(source, old)
    if head is None:
        whole = is_same_body and is_same(old.tree.data, meant.tree.data, source)
        return before if whole else None
    fields = rewritten(head.encode("utf-8"), meant.tree.data, name)
    if fields is None:
        return None
    opening = source.text[: source.text.index(FENCE)] + FENCE + "\n"
    body = old.body if is_same_body else body_like(old.body, meant.body)
    text = opening + fields.decode("utf-8") + FENCE + "\n" + body
    mark = BOM if source.raw.startswith(BOM) else ""
    whole_text = (mark + text.replace("\n", source.line_end)).encode("utf-8")
    return (
        before if whole_text.splitlines() == before.splitlines() and fields.decode() == head else whole_text
    )


def head_of(source: SourceText, document: Document) -> str | None:
    """What stands between the two fences; None where there are none."""
    lines = source.lines[: document.body_line - 1]
    start = next((number for number, line in enumerate(lines) if line.strip()), None)
    if start is None or lines[start].rstrip() != FENCE:
        return None
    return "".join(f"{line}\n" for line in lines[start + 1 : -1])


def body_like(old: str, new: str) -> str:
    """With the blank lines before and after it that were there."""
    text = new.strip("\n")
    if not old.strip("\n"):
        return new
    first, last = len(old) - len(old.lstrip("\n")), len(old) - len(old.rstrip("\n"))
    return "\n" * first + text + "\n" * last
