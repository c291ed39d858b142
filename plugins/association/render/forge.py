"""Where a forge shows what a page is written in, so that whoever finds a mistake can mend it.

Every forge has addresses of its own for a line of a file, and only some of them know the default branch by
another name.
"""

import re
from urllib.parse import quote, urlsplit, urlunsplit

FOLDERS = re.compile(r"/(?:-/)?(?:blob|tree)/[^/]+|/src/branch/[^/]+")
"""In the address of a branch, or of a folder in it, as somebody copies it from the forge."""
GITHUB, GITLAB, GITEA = "/blob/HEAD", "/-/blob/HEAD", "/src/branch/main"
GITLABS = ("framagit.org", "salsa.debian.org", "invent.kde.org", "0xacab.org")


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
    """Those that are neither GitHub nor GitLab are mostly of the family of Gitea: Forgejo, Codeberg."""
    if host.removeprefix("www.") == "github.com":
        return GITHUB
    return GITLAB if is_gitlab(host) else GITEA


def is_gitlab(host: str) -> bool:
    return "gitlab" in host or host in GITLABS
