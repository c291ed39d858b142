"""What a build tells whoever asked how far it is."""

import pytest
from forms import generate
from PIL import Image

from association.cli.settings import site_settings
from association.host.beginning import PROGRESS
from association.host.build import run

Steps = list[tuple[str, int, int]]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> tuple[Steps, int]:
    """Its steps, and how many files it wrote beside those of the theme."""
    site = tmp_path_factory.mktemp("progress")
    generate(site, news=13, members=30, events=12)
    (site / "content/images").mkdir()
    Image.new("RGB", (300, 200)).save(site / "content/images/a.png")
    (site / "content/pages/a.md").write_text(
        "---\ntitle: A\n---\n\n![Rien](/images/a.png)\n", encoding="utf-8"
    )
    steps: Steps = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("association.host.writer.processors", lambda: 2)
        patch.setenv("SOURCE_DATE_EPOCH", "1795600000")
        patch.setenv("ASSOSITE_CACHE", str(site / "cache"))
        output = site / "output"
        settings = site_settings(site, output, publish=False)
        settings |= {PROGRESS: lambda *step: steps.append(step), "THEME_STATIC_PATHS": []}
        run(settings)
    return steps, sum(path.is_file() for path in output.rglob("*"))


@pytest.mark.parametrize("stage", ["pictures", "texts", "outputs"])
def test_every_stage_is_told_of_in_order(told: tuple[Steps, int], stage: str) -> None:
    """Never more than there is, never less than before."""
    steps = [(done, total) for name, done, total in told[0] if name == stage]

    assert steps
    assert steps == sorted(steps)
    assert 1 == len({total for _, total in steps})
    assert all(done <= total for done, total in steps)


def test_in_the_end_all_files_are_written(told: tuple[Steps, int]) -> None:
    """Each of them counted once."""
    steps, written = told

    assert ("outputs", written, written) == steps[-1]
