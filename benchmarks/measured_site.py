"""One association in the folder of one generator: built from nothing, built again, built after an edit."""

import shutil
from collections.abc import Mapping
from datetime import UTC, datetime
from datetime import time as clock
from pathlib import Path

from corpora import LAST_DAY
from edits import Edit
from generators import Generator
from live import save
from processes import Cost, FailedError, peak_memory, timed

NO_MORE: Mapping[str, str] = {}
NOON = int(datetime.combine(LAST_DAY, clock(12), UTC).timestamp())


class Site:
    def __init__(self, generator: Generator, folder: Path, more: Mapping[str, str] = NO_MORE) -> None:
        """more: variables of the environment."""
        self.generator, self.folder, self.more = generator, folder, more
        self.output, self.cache = folder / generator.output, folder.with_name(f"{folder.name}-cache")

    def variables(self) -> Mapping[str, str]:
        """A day that stands still, caches of this site alone, Python as it comes: it keeps its bytecode."""
        caches = {name: str(self.cache) for name in ("ASSOSITE_CACHE", "HUGO_CACHEDIR")}
        python = {"PYTHONPATH": "", "PYTHONDONTWRITEBYTECODE": ""}
        return {"SOURCE_DATE_EPOCH": str(NOON), "ASSOSITE_LANG": "C", **python, **caches, **self.more}

    def clear(self) -> None:
        """As on a machine that has never built it."""
        for folder in (self.output, self.cache):
            shutil.rmtree(folder, ignore_errors=True)

    def build(self, limit: float) -> Cost:
        return timed(self.generator.build, self.folder, self.variables(), limit)

    def check(self, limit: float) -> Cost:
        assert self.generator.check, self.generator.name
        return timed(self.generator.check, self.folder, self.variables(), limit)

    def memory(self, limit: float) -> float:
        return peak_memory(self.generator.build, self.folder, self.variables(), limit)

    def build_after(self, kind: str, word: str, limit: float) -> Cost:
        """A build that has not taken the edit in has taken no time worth telling."""
        edit = self.generator.edits[kind]
        file = self.folder / edit.file
        save(file, edit.change(file.read_text(encoding="utf-8"), word), self.folder.parent)
        cost = self.build(limit)
        self.look_for(edit, word)
        return cost

    def look_for(self, edit: Edit, word: str) -> None:
        for page in edit.pages:
            file = self.output / (f"{page}index.html" if page.endswith("/") else page).lstrip("/")
            if word not in file.read_text(encoding="utf-8"):
                raise FailedError(f"{self.generator.name} has not written the edit to {page}")

    def census(self) -> tuple[int, int, int]:
        """Numbers of pages and of files, bytes of all of them."""
        files = [path for path in self.output.rglob("*") if path.is_file()]
        pages = sum(path.suffix == ".html" for path in files)
        return pages, len(files), sum(path.stat().st_size for path in files)
