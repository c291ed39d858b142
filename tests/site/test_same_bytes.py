"""Same input, same bytes: nothing of the machine, of the moment or of chance shows in the site."""

import os
import random
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml
from built_site import REPOSITORY, SITEURL, Built, Files, SiteOf, build, build_by_command

ELSEWHERE = {
    "TZ": "Pacific/Kiritimati",
    "LANG": "tr_TR.UTF-8",
    "LC_ALL": "C",
    "PYTHONHASHSEED": "4242",
    "COLUMNS": "40",
}
INPUTS = ("members.yaml", "commissions.yaml", "pelicanconf.py", "publishconf.py", "content")

MEMBERS = {
    "types": [{"id": "pro", "name": "Pro"}, {"id": "ami", "name": "Ami"}],
    "members": [
        {"id": f"membre-{number}", "name": name, "type": kind, "skills": ["b", "a"], "town": "Lens"}
        for number, (name, kind) in enumerate(
            [
                ("Zoé", "pro"),
                ("Émile", "ami"),
                ("emile", "pro"),
                ("Œuvre", "ami"),
                ("Alpha", "pro"),
                ("alpha", "ami"),
            ]
        )
    ],
}
COMMISSIONS = {
    "commissions": [{"id": "fete", "name": "Fête", "members": [f"membre-{number}" for number in range(6)]}]
}


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The same site with the same history, in another folder and built under other circumstances."""
    copy = tmp_path_factory.mktemp("another folder") / "copié"
    copy.mkdir()
    if (REPOSITORY / ".git").exists():
        clone = ("git", "clone", "--quiet", "--no-checkout", str(REPOSITORY), str(copy))
        subprocess.run(clone, check=True, capture_output=True)
        subprocess.run(("git", "-C", str(copy), "reset", "--quiet"), check=True)  # as after a checkout
    for name in INPUTS:
        source = REPOSITORY / name
        shutil.copytree(source, copy / name) if source.is_dir() else shutil.copy2(source, copy / name)
        os.utime(copy / name, (0, 0))
    return build_by_command(copy, copy / "output", SITEURL, ELSEWHERE, cwd=Path("/"))


def test_another_machine_makes_the_same_files(tactic: Built, elsewhere: Built) -> None:
    """Another folder, time zone, language, hash seed, working directory and age of the files."""
    here, there = tactic.contents(), elsewhere.contents()

    assert (0, "", []) == (
        elsewhere.code,
        elsewhere.said,
        sorted(file for file in here.keys() | there.keys() if here.get(file) != there.get(file)),
    )


def test_the_order_of_entries_in_sorted_lists_does_not_matter(site_of: SiteOf) -> None:
    """Members stand in the order of their names, wherever the secretary adds them."""
    one, other = site_of(written(MEMBERS, COMMISSIONS)), site_of(written(*shuffled(MEMBERS, COMMISSIONS)))
    different = [file for file in one.files if one.bytes(file) != other.bytes(file)]

    assert (one.files, []) == (other.files, different)


ALONE = """\
from jinja2 import Template
from association.render import templates

templates.Fragments.once = lambda self, place, key, caller: caller()
templates.PageTemplate.make_module = Template.make_module
templates.PageContext.call = templates.Context.call


def register():
    pass
"""


def test_what_pages_share_is_what_each_would_say_alone(tactic: Built, tmp_path: Path) -> None:
    """Frames, macros and maps that are rendered once, against the same rendered for each page."""
    for name in (*INPUTS, ".git"):
        if (REPOSITORY / name).exists():
            (tmp_path / name).symlink_to(REPOSITORY / name)
    settings = (REPOSITORY / "pelicanconf.py").read_text(encoding="utf-8")
    (tmp_path / "pelicanconf.py").unlink()
    (tmp_path / "alone").mkdir()
    (tmp_path / "alone/alone.py").write_text(ALONE, encoding="utf-8")
    own = '\nPLUGIN_PATHS = ["plugins", "alone"]\nPLUGINS = ["alone", "association"]\n'
    (tmp_path / "pelicanconf.py").write_text(settings + own, encoding="utf-8")
    alone = build(tmp_path, tmp_path / "output", SITEURL)
    pages = [file for file in tactic.files if file.endswith(".html")]

    assert (0, "") == (alone.code, alone.said)
    assert [] == [file for file in pages if tactic.text(file) != alone.text(file)]


def written(members: object, commissions: object) -> Files:
    return {
        "members.yaml": yaml.safe_dump(members, allow_unicode=True, sort_keys=False),
        "commissions.yaml": yaml.safe_dump(commissions, allow_unicode=True, sort_keys=False),
    }


def shuffled(members: dict[str, list], commissions: dict[str, list]) -> tuple[object, object]:
    chance = random.Random(7)
    reordered = chance.sample(members["members"], len(members["members"]))
    committee = commissions["commissions"][0]
    takes_part = chance.sample(committee["members"], len(committee["members"]))
    return {**members, "members": reordered}, {"commissions": [{**committee, "members": takes_part}]}
