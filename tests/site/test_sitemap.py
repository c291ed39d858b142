"""What search engines are told of the pages: when each was last changed, where anybody knows."""

import os
import re
import subprocess
from pathlib import Path

from built_site import build, write_site


def test_the_sitemap_tells_when_texts_were_committed(tmp_path: Path) -> None:
    """Pages as git has it; news no earlier than they came out, or as they say; nothing later."""
    files = {
        "content/pages/page.md": "---\ntitle: Page\n---\nUn.\n",
        "content/actualites/hier.md": "---\ntitle: Hier\ndate: 2026-11-20\n---\nUn.\n",
        "content/actualites/avant.md": "---\ntitle: Avant\ndate: 2026-01-01\n---\nUn.\n",
        "content/actualites/dit.md": "---\ntitle: Dit\ndate: 2026-01-01\nmodified: 2026-02-02\n---\nUn.\n",
        "content/agenda/neuf.md": "---\ntitle: Neuf\nstart: 2026-12-01\n---\nUn.\n",
    }
    folder = write_site(tmp_path / "site", files)
    for names, day in (([*sorted(files)[:3], "content/pages/page.md"], "2026-11-03"), (["."], "2026-11-30")):
        committed(folder, names, day)
    told = build(folder, tmp_path / "output", "https://a.example").text("sitemap.xml")
    found = dict(re.findall(r"<loc>https://a.example/(\S+)</loc>\s*<lastmod>(\S+)</lastmod>", told))

    assert {
        "page/": "2026-11-03T12:00:00+01:00",
        "actualites/hier/": "2026-11-20T00:00:00+01:00",
        "actualites/avant/": "2026-11-03T12:00:00+01:00",
        "actualites/dit/": "2026-02-02T00:00:00+01:00",
    } == found


def committed(folder: Path, names: list[str], day: str) -> None:
    roles = ("AUTHOR", "COMMITTER")
    who = {f"GIT_{role}_{what}": "a@a.example" for role in roles for what in ("NAME", "EMAIL")}
    when = {f"GIT_{role}_DATE": f"{day}T12:00:00+01:00" for role in roles}
    for words in (["init", "-q"], ["add", *names], ["commit", "-qm", "textes"]):
        environment = {**os.environ, **who, **when, "GIT_CONFIG_GLOBAL": os.devnull}
        subprocess.run(["git", "-C", str(folder), *words], env=environment, check=True)
