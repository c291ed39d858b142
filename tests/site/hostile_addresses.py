"""Addresses that run something when they are followed, in every field that holds an address."""

from collections.abc import Callable

UNSAFE = (
    "javascript:alert(1)",
    "data:text/html,<script>",
    "JaVaScRiPt:alert(1)",
    "vbscript:x",
    "file:///etc/passwd",
)
TIMES_WRITTEN = {"members.yaml": 4, "commissions.yaml": 3, "content/agenda": 2, "content/pages": 1}
"""How often each of them is written, by file or folder."""


def each(entry: Callable[[int, str], str]) -> str:
    """One entry for each address, which stands between quotes."""
    return "".join(entry(number, f"'{address}'") for number, address in enumerate(UNSAFE))


MEMBERS = (
    "types:\n"
    + each(lambda n, address: f"  - {{id: t{n}, name: T, join_url: {address}}}\n")
    + "members:\n"
    + each(lambda n, address: f"  - {{id: m{n}, name: M, website: {address}}}\n")
    + each(lambda n, address: f"  - {{id: s{n}, name: M, social: {{x: {address}}}}}\n")
    + "partners:\n"
    + each(lambda n, address: f"  - {{id: p{n}, name: P, website: {address}}}\n")
)
MEETING = "{{title: T, start: 2026-12-01 18:30, online: {address}}}"
COMMISSIONS = (
    "commissions:\n"
    + each(lambda n, address: f"  - {{id: c{n}, name: C, charter: {address}}}\n")
    + each(lambda n, address: f"  - {{id: d{n}, name: C, contact: {{url: {address}}}}}\n")
    + each(lambda n, address: f"  - {{id: e{n}, name: C, meetings: [{MEETING.format(address=address)}]}}\n")
)


def event(address: str) -> str:
    return f"---\ntitle: E\nstart: 2026-12-01\nonline: '{address}'\nregistration: '{address}'\n---\n"


def page(address: str) -> str:
    bare = address.replace("<", "").replace(">", "")
    return f"---\ntitle: P\n---\n[un]({bare})\n"


FILES = {
    "members.yaml": MEMBERS,
    "commissions.yaml": COMMISSIONS,
    **{f"content/agenda/e{number}.md": event(address) for number, address in enumerate(UNSAFE)},
    **{f"content/pages/p{number}.md": page(address) for number, address in enumerate(UNSAFE)},
}
