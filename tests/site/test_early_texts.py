"""Texts before their time: in a preview, with the reason; in no other build, not a word."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from built_site import article, caches_below, write_site

from association.cli.build import build
from association.host.early import Mark
from association.host.machine import FirstOfDay
from association.host.memo import Memo
from association.passphrase import VARIABLE

PASSPHRASE = "agrafe batterie cheval lune correct"
MEMBERS = """\
members:
  - {id: kernel, name: Kernel, summary: Un résumé}
  - {id: ana-ruiz, kind: person, name: Ana Ruiz}
"""
OFFER = """\
---
title: Demander à Ruiz
kind: job
expires: 2027-06-01
member: ana-ruiz
apply: https://ruiz.example
{field}
---

Un texte de Ruiz.
"""
FILES = {
    "members.yaml": MEMBERS,
    "content/actualites/un.md": article("Un", date="2026-01-05"),
    "content/actualites/inacheve.md": article("Inachevé", "Voir [plus tard](tard.md).", status="draft"),
    "content/actualites/tard.md": article("Plus tard", "Un texte attendu.", date="2027-03-03"),
    "content/actualites/entre-nous.md": article("Entre nous", visibility="members", date="2026-01-05"),
    "content/actualites/bientot.md": article("Bientôt", visibility="members", status="draft"),
    "content/actualites/casse.md": article("Cassé", status="draft", commissions="[inconnue]"),
    "content/annonces/ruiz.md": OFFER.format(field="status: draft"),
    "content/annonces/ruiz-tard.md": OFFER.format(field="date: 2027-03-03"),
}
EARLY = ("nachev", "lus tard", "attendu", "ient\u00f4t", "Cass", "casse", "tard", "Ruiz", "ruiz")


class Site:
    def __init__(self, folder: Path) -> None:
        self.source, self.output = write_site(folder / "site", FILES), folder / "output"
        self.memo = Memo(self.output, FirstOfDay())

    def build(self, is_preview: bool, memo: Memo | None = None) -> None:
        build(self.source, self.output, publish=False, memo=memo, is_preview=is_preview)

    def text(self) -> str:
        """All that is written, and its names."""
        files = sorted(path for path in self.output.rglob("*") if path.is_file())
        return "\n".join(f"{path}\n{path.read_bytes().decode('utf-8', 'replace')}" for path in files)


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    monkeypatch.setenv("ASSOSITE_CACHE", caches_below(tmp_path))
    monkeypatch.setenv("ASSOSITE_LANG", "C")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795600000")
    monkeypatch.setenv(VARIABLE, PASSPHRASE)
    yield Site(tmp_path)


def test_a_preview_shows_texts_before_their_time(site: Site) -> None:
    """At the addresses that they will have, and says of each why others do not see it."""
    site.build(True, site.memo)
    sealed = sorted(str(mark) for page, mark in site.memo.marks.items() if page.startswith("membres/"))

    assert Mark(is_draft=True) == site.memo.marks["actualites/inacheve/index.html"]
    assert Mark(day=date(2027, 3, 3)) == site.memo.marks["actualites/tard/index.html"]
    assert sorted([str(Mark(for_members=True)), str(Mark(is_draft=True, for_members=True))]) == sealed
    assert "Un texte attendu." in (site.output / "actualites/tard/index.html").read_text("utf-8")


def test_no_other_build_writes_any_of_it(site: Site) -> None:
    """Not even after a preview in the same process and into the same folder."""
    site.build(True, site.memo)
    site.build(False, site.memo)
    text = site.text()

    assert [] == [word for word in EARLY if word in text.replace(str(site.output), "")]


def test_who_gave_no_consent_is_in_no_preview(site: Site) -> None:
    """Neither a draft nor a day to come changes that: how to answer an offer would tell who."""
    site.build(True, site.memo)
    text = site.text()

    assert "ruiz" not in text.lower()


def test_a_draft_with_mistakes_stops_nothing(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    """It is left out alone, and a warning says why; a build that is no preview is silent."""
    site.build(True)
    told = capsys.readouterr().err
    site.build(False)

    assert 'casse.md:5:15: warning: unknown commission "inconnue"' in told
    assert not (site.output / "actualites/casse").exists()
    assert "casse" not in capsys.readouterr().err
