"""Where a forge shows what a page is written in, so that whoever finds a mistake can mend it.

Every forge has addresses of its own for a line of a file, and only some of them know the default branch by
another name.
"""

import re
from dataclasses import dataclass
from typing import Literal
from urllib.parse import quote, unquote, urlsplit, urlunsplit

Family = Literal["github", "gitlab", "gitea"]

FOLDERS = re.compile(r"/(?:-/)?(?:blob|tree)/([^/]+)|/src/branch/([^/]+)")
"""In the address of a branch, or of a folder in it, as somebody copies it from the forge."""
GITHUB, GITLAB, GITEA = "/blob/HEAD", "/-/blob/HEAD", "/src/branch/main"
GITLABS = ("framagit.org", "salsa.debian.org", "invent.kde.org", "0xacab.org")


@dataclass(frozen=True, slots=True)
class Project:
    """Where the sources of a site are kept, as programs ask for it.

    host: with its scheme, https://codeberg.org. path: of the project there, owner/name.
    branch: '' where the address names none. folder: of the site in the project, '' for the project itself.
    """

    family: Family
    host: str
    path: str
    branch: str = ""
    folder: str = ""


def project_of(repository: str) -> Project:
    """`repository`: as in `file_in_forge`."""
    parts = urlsplit(repository)
    whole = unquote(parts.path).rstrip("/")
    found = FOLDERS.search(whole)
    path, folder = (whole[: found.start()], whole[found.end() :]) if found else (whole, "")
    branch = (found[1] or found[2]) if found else ""
    return Project(
        family_of(parts.hostname or ""),
        f"{parts.scheme}://{parts.netloc}",
        path.strip("/").removesuffix(".git"),
        "" if branch == "HEAD" else branch,
        folder.strip("/"),
    )


def family_of(host: str) -> Family:
    """Those that are neither GitHub nor GitLab are mostly of the family of Gitea: Forgejo, Codeberg."""
    if host.removeprefix("www.") == "github.com":
        return "github"
    return "gitlab" if is_gitlab(host) else "gitea"


def file_in_forge(repository: str, file: str, line: int = 0) -> str:
    """`repository`: the address of the project, of a branch or of a folder; `file`: its path from there.

    line: 0 for the file as a whole.
    """
    parts = urlsplit(repository)
    folder = parts.path.rstrip("/").removesuffix(".git")
    if FOLDERS.search(folder):
        folder = folder.replace("/tree/", "/blob/", 1)
    else:
        folder += branch_of(parts.hostname or "")
    place = f"L{line}" if line else ""
    return urlunsplit((parts.scheme, parts.netloc, f"{folder}/{quote(file)}", "", place))


def branch_of(host: str) -> str:
    return {"github": GITHUB, "gitlab": GITLAB, "gitea": GITEA}[family_of(host)]


def is_gitlab(host: str) -> bool:
    return "gitlab" in host or host in GITLABS
