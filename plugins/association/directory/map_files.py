"""What the interactive map needs, published only where the association wants one."""

from collections.abc import Iterator

from ..host.outputs import File
from ..host.run import Run


def map_files(run: Run) -> Iterator[File]:
    """Everything in the folder `map` of the theme, its licence too."""
    folder = run.theme / "map"
    if run.edition.tiles:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                yield File(f"theme/map/{path.relative_to(folder).as_posix()}", path.read_bytes)
