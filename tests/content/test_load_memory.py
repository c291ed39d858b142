"""A site loaded again by a process that has loaded it before."""

import os
from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from site_on_disk import site as site_with

from association.content.context import LoadContext
from association.content.load import Loaded, LoadMemory, Unpublishable, load
from association.content.notes import Notes
from association.content.site import ContentFiles

FILES = {
    "members.yaml": "members:\n  - {id: kernel, name: Kernel}\n  - {id: icea, name: Icéa, summary: Un}\n",
    "content/actualites/un.md": "---\ntitle: Un\ndate: 2026-11-01\n---\nUn texte.\n",
    "content/actualites/deux.md": "---\ntitle: Deux\ndate: 2026-11-02\n---\nUn texte.\n",
}
TOO_DEEP = "---\ntitle: Un\ndate: 2026-11-01\n---\n" + "> " * 200 + "profond\n"


class Reloaded:
    def __init__(self, folder: Path) -> None:
        self.folder, self.memory = folder, LoadMemory()
        self.write(FILES)

    def write(self, files: dict[str, str]) -> None:
        self.site = site_with(self.folder, files)

    def load(self) -> Loaded:
        return load(self.site, self.memory)


@pytest.fixture
def site(tmp_path: Path) -> Reloaded:
    return Reloaded(tmp_path)


def test_what_has_not_changed_is_the_same_object(site: Reloaded) -> None:
    """By which a page that shows it is known to be as it was; its line in the file does not count."""
    before = site.load().association
    site.write(
        {"members.yaml": FILES["members.yaml"].replace("members:\n", "\nmembers:\n").replace("Un", "Deux")}
    )
    site.write({"content/actualites/un.md": FILES["content/actualites/un.md"].replace("Un texte", "Autre")})
    after = site.load().association

    assert [False, True] == [one is other for one, other in zip(before.members, after.members, strict=True)]
    assert [True, False] == [one is other for one, other in zip(before.articles, after.articles, strict=True)]
    assert ("Autre.", "Deux") == (after.articles[1].body.strip(), str(after.members[0].summary))


def test_a_file_that_was_given_its_former_time_is_read_again(site: Reloaded) -> None:
    """An archive that is unpacked, rsync and git give files times of their own."""
    path = site.folder / "content/actualites/un.md"
    before = path.stat()
    site.load()
    path.write_text(FILES["content/actualites/un.md"].replace("Un texte", "Un tExte"), "utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))

    assert "Un tExte." == site.load().association.articles[1].body.strip()


def test_where_there_is_no_next_load_no_file_is_kept(site: Reloaded) -> None:
    """The trees of all files are a third of what a load takes."""
    site.memory = LoadMemory(lasts=False)
    site.load()

    assert {} == site.memory.files


def test_a_mistake_is_told_at_every_load_until_it_is_mended(site: Reloaded) -> None:
    """Of the YAML as of a text."""
    site.load()
    site.write({"members.yaml": "members:\n  - {id: kernel}\n", "content/actualites/un.md": TOO_DEEP})
    told = []
    for _ in range(2):
        with pytest.raises(Unpublishable) as refused:
            site.load()
        told.append(sorted(problem.code for problem in refused.value.problems))
    site.write(FILES)

    assert [["missing-field", "text-too-deep"]] * 2 == told
    assert 2 == len(site.load().association.articles)


WHOLE = {
    "members.yaml": """\
skills:
  - {id: web, name: Sites web, description: "Voir [deux](actualites/deux.md)."}
members:
  - {id: kernel, name: Kernel, skills: [web], logo: kernel.png, joined: 2026-12-01}
  - {id: icea, name: Icéa, summary: Un}
  - {id: ana, name: Ana Ruiz, kind: person, consent: 2026-11-23}
""",
    "commissions.yaml": """\
venues:
  - {id: cci, name: CCI, town: Lens}
commissions:
  - id: reseaux
    name: Réseaux
    members: [icea]
    charter: /documents/icea.pdf
    minutes: expected
    description: "Voir <!-- sans fin"
    meetings:
      - {title: Réunion, start: 2026-07-07 18:30, repeat: {every: month, on: first tuesday}, venue: cci}
""",
    "content/actualites/un.md": "---\ntitle: Un\ndate: 2026-11-01\ntags: [Web]\nmembers: [icea]\n---\n"
    "Voir [deux](deux.md), ![la salle](../images/salle.png) et [le plan](/documents/plan.pdf).\n",
    "content/actualites/deux.md": "---\ntitle: Deux\ndate: 2026-11-02\ntags: [web]\n"
    "image: salle.png\nimage_alt: La salle\n---\nUn <!-- texte.\n",
    "content/actualites/demain.md": "---\ntitle: Demain\ndate: 2026-11-23\n---\nVoir [deux](deux.md).\n",
    "content/actualites/brouillon.md": "---\ntitle: Non\ndate: 2026-11-01\nstatus: draft\n---\n"
    "[Ici](/documents/brouillon.pdf).\n",
    "content/agenda/fete.md": "---\ntitle: Fête\nstart: 2026-12-01 18:30\nduration: 2h\nvenue: cci\n"
    "organisers: [icea]\n---\nVenez.\n",
    "content/annonces/stage.md": "---\ntitle: Stage\nkind: internship\nexpires: 2026-12-31\nmember: icea\n"
    "town: LENS\nskills: [web]\n---\nUn stage.\n",
    "content/annonces/vente.md": "---\ntitle: Vente\nkind: request\nexpires: 2026-12-31\n"
    "member: ana\n---\nVu.\n",
    "content/comptes-rendus/2026-11-03-reseaux.md": "---\ncommission: reseaux\n---\nPrésents.\n",
    "content/pages/a-propos.md": "---\ntitle: Nous\n---\nVoir [un](../actualites/un.md).\n",
    "content/images/salle.png": "",
    "content/images/kernel.png": "",
    "content/documents/plan.pdf": "",
    "content/documents/icea.pdf": "",
    "content/documents/brouillon.pdf": "",
}
"""Of each kind something, with warnings; some of it is another day's."""

Edits = Mapping[str, str | None]
"""Text by file, none to take the file away."""
DAYS = timedelta(days=12)


def edited(name: str, *pairs: tuple[str, str]) -> Edits:
    text = WHOLE[name]
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    return {name: text}


MISTAKEN = edited("content/actualites/un.md", ("[icea]", "[iceo]"))
SLIP = "---\ntitle: Faute\ndate: 2026-11-01\nmembers: [iceo]\n---\n"
EDITS: Mapping[str, Edits] = {
    "nothing": {},
    "another text": edited("content/actualites/un.md", ("Voir", "Lire")),
    "a text that begins lower": edited("content/actualites/deux.md", ("title", "# à relire\ntitle")),
    "members that begin lower": edited("members.yaml", ("members:", "\n\nmembers:")),
    "commissions that begin lower": edited("commissions.yaml", ("commissions:", "\n\ncommissions:")),
    "a word of a vocabulary renamed": edited("members.yaml", ("web, name", "internet, name")),
    "a word of a vocabulary called otherwise": edited("members.yaml", ("Sites web", "Internet")),
    "a member renamed": edited("members.yaml", ("id: icea", "id: icee")),
    "a person who agreed": edited("members.yaml", ("2026-11-23", "2026-11-01")),
    "a member gone": edited("members.yaml", ("name: Icéa", "name: Icéa, left: 2026-11-01")),
    "a member without a name": edited("members.yaml", (", name: Icéa", "")),
    "members that cannot be read": {"members.yaml": "members: [\n"},
    "no members": {"members.yaml": None},
    "a commission renamed": edited("commissions.yaml", ("id: reseaux", "id: reseau")),
    "another room": edited("commissions.yaml", ("id: cci", "id: salle")),
    "another town": edited("commissions.yaml", ("town: Lens", "town: Arras")),
    "another hour": edited("commissions.yaml", ("07 18:30", "07 19:00")),
    "no such day": edited("commissions.yaml", ("2026-07-07", "2026-07-08")),
    "no commissions": {"commissions.yaml": None},
    "an image deleted": {"content/images/salle.png": None},
    "a logo deleted": {"content/images/kernel.png": None},
    "an offer elsewhere": edited("content/annonces/stage.md", ("LENS", "ARRAS")),
    "an offer elsewhere, spelt otherwise": edited("content/annonces/stage.md", ("LENS", "Arras")),
    "fields in another order": edited(
        "content/actualites/deux.md",
        ("image: salle.png\n", ""),
        ("La salle\n", "La salle\nimage: salle.png\n"),
    ),
    "a linked page deleted": {"content/actualites/deux.md": None},
    "a linked page for members": edited(
        "content/actualites/deux.md", ("title", "visibility: members\ntitle")
    ),
    "a linked page that is a draft": edited("content/actualites/deux.md", ("title", "status: draft\ntitle")),
    "a link that nobody needs": edited("content/actualites/un.md", ("[le plan](/documents/plan.pdf)", "")),
    "a document deleted": {"content/documents/icea.pdf": None},
    "a document that is no more linked by a draft": {"content/actualites/brouillon.md": None},
    "a file more": {"content/documents/plan2.pdf": ""},
    "another spelling of a topic": edited("content/actualites/deux.md", ("[web]", "[WEB]")),
    "the same slug twice": edited("content/actualites/un.md", ("title", "slug: deux\ntitle")),
    "the same text in two languages": edited(
        "content/actualites/un.md", ("title", "slug: deux\nlang: nl\ntitle")
    ),
    "a mistake in a text": edited("content/agenda/fete.md", ("duration: 2h", "duration: 2")),
    "no fields": {"content/agenda/fete.md": "Venez.\n"},
    "a text too deep": {"content/actualites/un.md": TOO_DEEP},
    "minutes of another day": edited(
        "content/comptes-rendus/2026-11-03-reseaux.md", ("commission", "date: 2026-11-04\ncommission")
    ),
    "a mistake": MISTAKEN,
    "a mistake after many": {
        **{f"content/actualites/faute-{number}.md": SLIP for number in range(120)},
        **MISTAKEN,
    },
}


def edit(site: Reloaded, edits: Edits) -> None:
    """The whole site as it is with those edits and no others."""
    wanted = {**WHOLE, **edits}
    for path in [path for path in site.folder.rglob("*") if path.is_file()]:
        name = path.relative_to(site.folder).as_posix()
        if wanted.get(name) is None:
            path.unlink()
    now = {name: (site.folder / name).read_text("utf-8") for name in wanted if (site.folder / name).exists()}
    changed = {name: text for name, text in wanted.items() if text is not None and now.get(name) != text}
    moment = site.site.now
    site.write(changed)
    site.site = replace(site.site, now=moment)


def outcome(site: Reloaded, memory: LoadMemory) -> Loaded | tuple[object, ...]:
    """All that a load says, the order of it included."""
    try:
        return load(site.site, memory)
    except Unpublishable as refused:
        return ([problem.line_of_text() for problem in refused.problems], refused.images)


@pytest.mark.parametrize("name", EDITS)
def test_what_is_remembered_is_what_a_new_process_would_find(site: Reloaded, name: str) -> None:
    """After the edit, after another beside it, a day later, and once it is undone."""
    edit(site, {})
    outcome(site, site.memory)
    for edits in (EDITS[name], {**EDITS["another hour"], **EDITS[name]}, EDITS[name]):
        edit(site, edits)
        assert outcome(site, LoadMemory()) == outcome(site, site.memory)
    site.site = replace(site.site, now=site.site.now + DAYS)
    assert outcome(site, LoadMemory()) == outcome(site, site.memory)
    edit(site, {})
    assert outcome(site, LoadMemory()) == outcome(site, site.memory)


def test_edits_one_after_the_other_leave_nothing_behind(site: Reloaded) -> None:
    """One memory goes through all of them, forth and back."""
    names = [*EDITS, *reversed(EDITS)]
    for before, after in pairwise(names):
        edit(site, EDITS[after])
        assert outcome(site, LoadMemory()) == outcome(site, site.memory), f"{after} after {before}"


def test_meetings_for_members_are_known_after_an_edit_elsewhere(site: Reloaded) -> None:
    """What no list of the association holds is remembered with what was read beside it."""
    meeting = "{title: Bureau, start: 2026-12-01 18:30, visibility: members, venue: Chez Ana}"
    entries = (f"  - {{id: {id_}, name: {id_}, meetings: [{meeting}]}}\n" for id_ in ("un", "deux"))
    site.write({"commissions.yaml": "commissions:\n" + "".join(entries)})
    before = site.load()
    site.write({"content/actualites/un.md": FILES["content/actualites/un.md"].replace("Un texte", "Autre")})
    after = site.load()

    assert ["venue-taken"] == [problem.code for problem in after.warnings]
    assert before.warnings == after.warnings
    assert [True, True] == [one.meets_privately for one in after.association.commissions]


@pytest.mark.parametrize("then", ["status: draft", "visibility: members", ""])
def test_links_to_what_is_for_members_are_followed_again_when_it_is_so_no_more(
    site: Reloaded, then: str
) -> None:
    """It has a page for as few people as before, or a title for fewer."""
    source, target = "content/actualites/un.md", "content/actualites/deux.md"
    site.write({source: FILES[source].replace("Un texte.", "[Deux](deux.md)")})
    for line in ("visibility: members\nshow_title: true", then):
        site.write({target: FILES[target].replace("title:", f"{line}\ntitle:").replace("---\n\n", "---\n")})
        assert outcome(site, LoadMemory()) == outcome(site, site.memory)


def test_an_edit_changes_no_other_list(site: Reloaded) -> None:
    """A page that is made of one of them is known by it to be as it was."""
    edit(site, {})
    before = load(site.site, site.memory).association
    edit(site, EDITS["another text"])
    after = load(site.site, site.memory).association
    parts = ("skills", "towns", "venues", "members", "commissions", "events", "offers", "minutes", "pages")

    assert [] == [part for part in parts if getattr(before, part) is not getattr(after, part)]
    assert before.articles is not after.articles
    assert after is load(site.site, site.memory).association


def test_a_file_of_two_sections_is_one_text_of_each(site: Reloaded) -> None:
    """Nothing keeps anybody from giving them one folder."""
    site.site = replace(site.site, sections={"news": "actualites", "pages": "actualites"})
    outcome(site, site.memory)

    assert outcome(site, LoadMemory()) == outcome(site, site.memory)


def in_context(memory: LoadMemory) -> LoadContext:
    notes = Notes()
    return LoadContext(site_with(Path("/site"), {}), ContentFiles("content", {}), memory, notes, notes)


def test_what_has_the_same_inputs_is_made_once() -> None:
    """What was noted meanwhile is noted again."""
    memory, made = LoadMemory(), []

    def make(context: LoadContext) -> str:
        made.append("made")
        context.notes.awaited.add("documents/un.pdf")
        return "un"

    for _ in range(2):
        context = in_context(memory)
        assert "un" == context.remembered(("text", "un.md"), (1,), make)
        assert {"documents/un.pdf"} == context.notes.awaited
    in_context(memory).remembered(("text", "un.md"), (2,), make)

    assert ["made"] * 2 == made


def test_what_comes_out_as_before_is_the_same_object() -> None:
    """Whatever had to be made anew."""
    memory = LoadMemory()
    one, other = (
        in_context(memory).remembered(("text", "un.md"), (number,), lambda _: ("un", str(3)))
        for number in range(2)
    )

    assert one is other
