"""What `serve` puts into the site after an edit: what a whole build would have made, and nothing lost."""

import re
import shutil
import sys
from collections.abc import Iterator
from itertools import pairwise
from multiprocessing import Pipe
from pathlib import Path

import pytest
from built_site import REPOSITORY, SMALLEST_SETTINGS, article, caches_below, event, write_site
from pelican import signals

from association.cli.build import MARK, build, update
from association.cli.live import LiveSite, Order
from association.cli.outcome import WrongUsage
from association.host import unchanged
from association.host.machine import FirstOfDay
from association.host.memo import Memo
from association.host.outputs import Output, Page

FILES = {
    "members.yaml": "members:\n  - {id: kernel, name: Kernel, summary: Un}\n",
    "content/actualites/un.md": article("Un"),
}
TOLD_TO_ALL = """
from pathlib import Path
from pelican import signals

def register():
    signals.finalized.connect(count)

def count(pelican):
    output = Path(pelican.output_path)
    pages = sorted(output.rglob("*.html"))
    text = f"{len(pages)} " + str(sum("Nouveau" in page.read_text("utf-8") for page in pages) > 0)
    (output / "count.txt").write_text(text, "utf-8")
"""


class Live:
    """The process that `serve` builds in."""

    def __init__(self, folder: Path) -> None:
        self.site, self.output = folder / "site", folder / "site" / "output"
        self.memo = Memo(self.output, FirstOfDay())
        self.seen: set[str] = set()

    def begin(self, **files: str) -> None:
        write_site(self.site, {**FILES, **{name.replace("__", "/"): text for name, text in files.items()}})
        build(self.site, self.output, publish=False, memo=self.memo, is_preview=True)

    def edit(self, name: str, text: str) -> None:
        write_site(
            self.site, {"pelicanconf.py": (self.site / "pelicanconf.py").read_text("utf-8"), name: text}
        )
        self.update()

    def update(self) -> None:
        self.seen.clear()
        update(self.site, self.output, self.memo, frozenset(), self.seen.update)

    def text(self, name: str) -> str:
        return (self.output / name).read_text("utf-8")

    def contents(self) -> dict[str, bytes]:
        return contents_of(self.output)

    def built_anew(self) -> dict[str, bytes]:
        cold = self.site.parent / "cold"
        build(self.site, cold, publish=False, is_preview=True)
        return contents_of(cold)


def contents_of(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def written_at(folder: Path) -> dict[str, int]:
    files = (path for path in folder.rglob("*") if path.is_file() and path.name != MARK)
    return {path.relative_to(folder).as_posix(): path.stat().st_mtime_ns for path in files}


@pytest.fixture
def live(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Live]:
    monkeypatch.setenv("ASSOSITE_CACHE", caches_below(tmp_path))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795600000")
    yield Live(tmp_path)
    plugin = sys.modules.pop("counting", None)
    if plugin:
        signals.finalized.disconnect(plugin.count)


def test_an_edit_leaves_the_folder_of_the_site_standing(live: Live) -> None:
    """A whole build would put another in its place."""
    live.begin()
    before = live.output.stat().st_ino
    live.edit("content/actualites/un.md", article("Un", "Un autre texte."))

    assert before == live.output.stat().st_ino
    assert "Un autre texte." in live.text("actualites/un/index.html")


def test_the_next_process_knows_what_this_one_has_made(live: Live) -> None:
    """It is noted once nobody waits any more."""
    live.begin()
    ours, theirs = Pipe()
    site = LiveSite(live.site, ours)
    site.build(Order())
    write_site(live.site, {"content/actualites/un.md": article("Un", "Un autre texte.")})
    site.build(Order())
    site.tidy()
    theirs.close()
    following = Memo(live.output)
    following.read()

    assert "actualites/un/index.html" in following.written
    assert site.memo.written == following.written


def test_a_file_that_somebody_has_touched_is_made_again(live: Live) -> None:
    """Also where nothing that it is made from has changed."""
    live.begin()
    before = live.contents()
    (live.output / "index.html").write_text("À moi", "utf-8")
    (live.output / "annuaire/kernel/index.html").unlink()
    live.edit("members.yaml", FILES["members.yaml"] + "# Fin\n")

    assert before == live.contents()


def test_what_is_planned_from_the_same_things_is_planned_once(live: Live) -> None:
    """The pages of members are, when a text of the news is edited: it is no headline."""
    live.begin()
    before = plans(live.memo)
    live.edit("content/actualites/un.md", article("Un", "Un autre texte.", summary="Court"))
    live.edit("content/actualites/un.md", article("Un", "Encore un autre.", summary="Court"))
    between = plans(live.memo)
    live.edit("content/actualites/un.md", article("Un", "Et encore.", summary="Court"))
    after = plans(live.memo)

    assert before["annuaire/kernel/index.html"] is not after["annuaire/kernel/index.html"]
    assert between["annuaire/kernel/index.html"] is after["annuaire/kernel/index.html"]
    assert between["actualites/un/index.html"] is not after["actualites/un/index.html"]


def test_an_article_is_planned_again_where_it_or_its_neighbours_change(live: Live) -> None:
    """Also after an edit for which none was planned; once long unasked, it is forgotten."""
    live.begin(**{"content/actualites/deux.md": article("Deux", summary="Court", date="2026-10-01")})
    pages = planned_articles(live.memo)
    live.edit("members.yaml", FILES["members.yaml"] + "# Fin\n")
    live.edit("content/actualites/deux.md", article("Deux", "Autre.", summary="Court", date="2026-10-01"))
    after = planned_articles(live.memo)
    live.memo.forget()

    assert pages["actualites/un/index.html"] is after["actualites/un/index.html"]
    assert pages["actualites/deux/index.html"] is not after["actualites/deux/index.html"]
    assert {} == planned_articles(live.memo)
    assert live.built_anew() == live.contents()


def planned_articles(memo: Memo) -> dict[str, Page]:
    return {one.save_as: one for one in memo.things.values() if isinstance(one, Page)}


def test_calendars_of_events_have_of_a_commission_its_name(live: Live) -> None:
    """What it is there for is not told there."""
    commission = "commissions:\n  - {id: bal, name: Le bal, mission: Danser}\n"
    live.begin(
        **{"commissions.yaml": commission, "content/agenda/fete.md": event("Fête", commissions="[bal]")}
    )
    before = live.memo.keys
    live.edit("commissions.yaml", commission.replace("Danser", "Chanter"))
    between = live.memo.keys
    live.edit("commissions.yaml", commission.replace("Le bal", "Les bals"))

    assert before["commissions/bal/index.html"] != between["commissions/bal/index.html"]
    assert before["agenda/fete/agenda.ics"] == between["agenda/fete/agenda.ics"]
    assert between["agenda/fete/agenda.ics"] != live.memo.keys["agenda/fete/agenda.ics"]


def test_the_page_of_an_event_has_of_news_the_title_alone(live: Live) -> None:
    """Of those that lead to it: what else they say, and what others do, makes no event anew."""
    led = {"title": "Un", "body": "Voir [la fête](../agenda/fete.md).", "date": "2026-11-20"}
    past = {"start": "2026-11-10 18:30", "duration": "2h"}
    events = {"content/agenda/fete.md": event("Fête", **past), "content/agenda/bal.md": event("Bal", **past)}
    live.begin(**{"content/actualites/un.md": article(**led), **events})
    pages = ("agenda/fete/index.html", "agenda/bal/index.html")
    keys = [live.memo.keys]
    for edited in ({"body": f"Très belle fête. {led['body']}"}, {"title": "Deux"}):
        live.edit("content/actualites/un.md", article(**{**led, **edited}))
        keys.append(live.memo.keys)

    assert [set(), {pages[0]}] == [
        {name for name in pages if before[name] != after[name]} for before, after in pairwise(keys)
    ]


def test_a_member_is_part_of_the_page_of_a_list_that_shows_them(live: Live) -> None:
    """Of that and of the first, which leads to what is searched."""
    members = "members:\n" + "".join(f"  - {{id: m{n}, name: M{n}, summary: Un}}\n" for n in range(6))
    live.begin(**{"members.yaml": members, "pelicanconf.py": SMALLEST_SETTINGS + "MEMBERS_PER_PAGE = 2\n"})
    pages = ("annuaire/index.html", "annuaire/page/2/index.html", "annuaire/page/3/index.html")
    shown = next(name for name in pages[1:] if "M4" in live.text(name))
    before = live.memo.keys
    live.edit("members.yaml", members.replace("M4, summary: Un", "M4, summary: Deux"))

    assert {pages[0], shown} == {name for name in pages if before[name] != live.memo.keys[name]}


def plans(memo: Memo) -> dict[str, Output]:
    kept = (thing for thing in memo.things.values() if isinstance(thing, tuple))
    return {output.save_as: output for planned in kept for output in planned}


def test_what_another_plugin_makes_of_the_site_follows_the_edit(live: Live) -> None:
    """It is given the whole site each time, as by `build`."""
    live.begin(
        **{
            "pelicanconf.py": SMALLEST_SETTINGS.replace('["association"]', '["association", "counting"]'),
            "plugins/counting.py": TOLD_TO_ALL,
        }
    )
    before = live.text("count.txt")
    live.edit("content/actualites/deux.md", article("Nouveau"))

    assert live.text("count.txt") != before
    assert live.text("count.txt").endswith("True")
    assert live.built_anew() == live.contents()


@pytest.mark.parametrize(
    "settings",
    ['STATIC_PATHS = ["extra"]\n', 'DIRECT_TEMPLATES = ["own"]\nTHEME_TEMPLATES_OVERRIDES = ["templates"]\n'],
    ids=["copied", "of a template of one's own"],
)
def test_what_pelican_writes_itself_follows_the_edit(live: Live, settings: str) -> None:
    """Files that it copies, pages that it makes."""
    live.begin(
        **{
            "pelicanconf.py": SMALLEST_SETTINGS + settings,
            "content/extra/note.txt": "Une note",
            "templates/own.html": "<p>{{ SITENAME }} 1</p>",
        }
    )
    live.edit("content/extra/note.txt", "Une autre note")
    live.edit("templates/own.html", "<p>{{ SITENAME }} 2</p>")
    live.edit("content/actualites/un.md", article("Nouveau"))

    assert live.built_anew() == live.contents()


def test_what_nobody_has_made_gives_way_and_is_kept(live: Live) -> None:
    """A folder where a page comes, a file where a folder comes."""
    live.begin()
    (live.output / "actualites/deux/index.html").mkdir(parents=True)
    (live.output / "actualites/trois").write_text("À moi", "utf-8")
    live.edit("content/actualites/deux.md", article("Deux"))
    live.edit("content/actualites/trois.md", article("Trois"))
    kept = sorted(path.name for path in live.site.glob("output.before*/**/*") if not path.is_dir())

    assert "<h1" in live.text("actualites/deux/index.html")
    assert "<h1" in live.text("actualites/trois/index.html")
    assert ["trois"] == kept


def test_the_files_of_the_site_are_never_the_output(live: Live) -> None:
    """A setting that is edited meanwhile may make them so."""
    live.begin()
    before = contents_of(live.output)
    with pytest.raises(WrongUsage, match="cannot be the output"):
        live.edit("pelicanconf.py", SMALLEST_SETTINGS.replace('PATH = "content"', 'PATH = "output"'))

    assert before == contents_of(live.output)


def test_an_edit_that_changes_nothing_to_see_is_told_to_nobody(live: Live) -> None:
    """A comment in the YAML."""
    live.begin()
    live.edit("members.yaml", FILES["members.yaml"] + "# Fin\n")

    assert set() == live.seen


def test_a_style_is_seen_where_it_changes_alone(live: Live, tmp_path: Path) -> None:
    """No page names its version."""
    live.begin()
    settings = SMALLEST_SETTINGS.replace('{"name": "Essai"}', '{"name": "Essai", "accent": "#7a1f3d"}')
    live.edit("pelicanconf.py", settings)
    pages = {name for name in live.seen if name.endswith(".html")}

    assert ("theme/parvis.css" in live.seen, set()) == (True, pages)
    assert live.built_anew() == live.contents()


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("content/actualites/un.md", article("Un", "Un autre texte.")),
        ("content/actualites/deux.md", article("Deux")),
        ("members.yaml", FILES["members.yaml"].replace("Un", "Deux")),
    ],
    ids=["body", "new text", "member"],
)
def test_an_edit_leaves_the_folder_standing(live: Live, name: str, text: str) -> None:
    """A whole build puts another one in its place."""
    live.begin()
    before = live.output.stat().st_ino
    live.edit(name, text)

    assert before == live.output.stat().st_ino
    assert live.built_anew() == live.contents()


def test_an_edit_of_a_style_sheet_writes_one_file(live: Live) -> None:
    """However many pages there are."""
    shutil.copytree(REPOSITORY / "themes" / "parvis", live.site / "themes" / "own")
    live.begin(**{"pelicanconf.py": SMALLEST_SETTINGS.replace("themes/parvis", "themes/own")})
    before = written_at(live.output)
    live.edit("themes/own/css/base.css", "body { color: red }\n")
    after = written_at(live.output)

    assert {"theme/parvis.css"} == {name for name, moment in after.items() if before.get(name) != moment}
    assert before.keys() == after.keys()


def test_an_edit_of_a_style_sheet_reads_no_text(live: Live, monkeypatch: pytest.MonkeyPatch) -> None:
    """What has been loaded is so until something is written that it came from, or comes or goes."""
    shutil.copytree(REPOSITORY / "themes" / "parvis", live.site / "theme")
    live.begin(**{"pelicanconf.py": SMALLEST_SETTINGS + 'THEME = "theme"\n'})
    loads: list[object] = []
    load = unchanged.load
    monkeypatch.setattr(unchanged, "load", lambda *given: loads.append(given) or load(*given))
    style = live.site / "theme/css/components.css"
    style.write_text("main { color: red; }\n", "utf-8")
    live.update()
    loads_of_style = len(loads)
    (live.site / "content/actualites/un.md").unlink()
    live.update()

    assert (0, 1) == (loads_of_style, len(loads))
    assert "actualites/un/index.html" not in live.contents()


def test_what_the_sitemap_lists_is_gone_through_once(live: Live) -> None:
    """Were it another object each time, all pages would be, one by one, to find that it says the same."""
    live.begin()
    live.update()
    known = set(live.memo.digests.known)
    live.update()
    new = [value for place, (value, _) in live.memo.digests.known.items() if place not in known]

    assert [] == [one for one in new if isinstance(one, tuple) and "actualites/un/" in one]


def test_pages_tell_versions_to_browsers_that_keep_files(live: Live) -> None:
    """A build for readers does, a preview does not: of the scripts, and of the style sheet."""
    live.begin()
    preview = live.text("annuaire/index.html")
    build(live.site, live.output, publish=False)
    published = live.text("annuaire/index.html")

    assert re.search(r'theme/parvis\.css\?v=[0-9a-f]{8}"', published)
    assert re.search(r'theme/[0-9a-f]{8}/filters\.js"', published)
    assert ('theme/parvis.css"' in preview, 'theme/preview/filters.js"' in preview) == (True, True)


def test_another_name_of_the_stylesheet_is_known(live: Live) -> None:
    """By the address that pages give it."""
    live.begin(**{"pelicanconf.py": SMALLEST_SETTINGS + 'STYLESHEET_URL = "style/own.css"\n'})
    settings = live.site / "pelicanconf.py"
    accent = SMALLEST_SETTINGS.replace('{"name": "Essai"}', '{"name": "Essai", "accent": "#7a1f3d"}')
    live.edit("pelicanconf.py", accent + 'STYLESHEET_URL = "style/own.css"\n')

    assert settings.is_file()
    assert {"style/own.css"} == {name for name in live.seen if name.endswith((".css", ".html"))}
