"""The package, as somebody installs it who has never seen this repository."""

import os
import shutil
import subprocess
import sys
import tarfile
import venv
import zipfile
from hashlib import sha256
from pathlib import Path

import pytest

from association.cli.language import FOLDER

ROOT = FOLDER.parents[2]
TRACKED = ("plugins/association", "themes/parvis", "schemas", "imports")
PLACES = {
    "plugins/association": "association",
    "themes/parvis": "pelican/themes/parvis",
    "schemas": "association/beside/schemas",
    "imports": "association/beside/imports",
}
SECONDS = "1795345200"  # of 2026-11-22, in Paris


def packages(source: Path, folder: Path) -> dict[str, Path]:
    """The wheel and the source distribution, by the ends of their names."""
    command = [sys.executable, "-m", "hatchling", "build", "-d", str(folder)]
    subprocess.run(command, cwd=source, check=True, capture_output=True)
    return {"".join(file.suffixes[-1:]): file for file in folder.iterdir()}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    return packages(ROOT, tmp_path_factory.mktemp("packages"))


@pytest.fixture(scope="module")
def programs(built: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the programs of an environment in which nothing but the package has been asked for.

    What it needs is installed from the lock before; that this is all it needs is seen by giving pip no index.
    """
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=True)
    pip = [str(folder / "bin" / "python"), "-m", "pip", "--quiet", "--disable-pip-version-check", "install"]
    subprocess.run(
        [*pip, "--no-compile", "--require-hashes", "-r", str(ROOT / "requirements.txt")], check=True
    )
    subprocess.run([*pip, "--no-index", str(built[".whl"])], check=True)
    return folder / "bin"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An example whose settings name no folder of the program."""
    site = tmp_path_factory.mktemp("sites") / "club"
    shutil.copytree(ROOT / "examples" / "action-tic", site, ignore=shutil.ignore_patterns("output"))
    settings = (site / "pelicanconf.py").read_text("utf-8").replace('"themes/parvis"', '"parvis"')
    (site / "pelicanconf.py").write_text(settings.replace('PLUGIN_PATHS = ["plugins"]\n', ""), "utf-8")
    return site


def typed(programs: Path, site: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """In the folder of the site, with none of our environment."""
    environment = {"PATH": os.defpath, "HOME": str(programs), "SOURCE_DATE_EPOCH": SECONDS}
    command = [str(programs / words[0]), *words[1:]]
    return subprocess.run(command, cwd=site, env=environment, capture_output=True, text=True)


def tracked(folder: str) -> set[str]:
    listed = subprocess.run(["git", "ls-files", "-z", folder], cwd=ROOT, capture_output=True, check=True)
    names = (name.decode() for name in listed.stdout.split(b"\0") if name)
    return {PLACES[folder] + name.removeprefix(folder) for name in names if (ROOT / name).is_file()}


def test_it_has_what_the_repository_has_and_nothing_else(built: dict[str, Path]) -> None:
    """The program with its data, the theme, the schemas and the columns of other programs."""
    with zipfile.ZipFile(built[".whl"]) as wheel:
        names = {name for name in wheel.namelist() if ".dist-info/" not in name}

    assert set().union(*(tracked(folder) for folder in TRACKED)) == names


def test_it_is_the_same_wherever_it_is_made(built: dict[str, Path], tmp_path: Path) -> None:
    """From its source distribution too; that one, from a copy of the files, made later by somebody else."""
    shutil.unpack_archive(built[".gz"], tmp_path, "gztar", filter="data")
    (source,) = tmp_path.iterdir()
    for path in source.rglob("*"):
        path.chmod(0o700 if path.is_dir() else 0o600)
        os.utime(path, (1_000_000_000, 1_000_000_000))
    again = packages(source, tmp_path / "again")
    sums = [
        {end: sha256(file.read_bytes()).hexdigest() for end, file in one.items()} for one in (built, again)
    ]

    assert sums[0] == sums[1]


def sums(files: dict[str, Path]) -> dict[str, str]:
    return {end: sha256(file.read_bytes()).hexdigest() for end, file in files.items()}


def test_its_source_is_enough_to_be_changed(built: dict[str, Path]) -> None:
    """The licence asks for the source: what was written, with the licence itself."""
    with tarfile.open(built[".gz"]) as source:
        names = {name.partition("/")[2] for name in source.getnames()}

    assert {"LICENSE", "README.md", "pyproject.toml", "requirements.txt", "themes/parvis/README.md"} <= names


def test_a_site_is_built_by_name_in_its_folder(programs: Path, site: Path) -> None:
    """As a clone builds it."""
    ended = typed(programs, site, "assosite", "build")
    clone = [
        sys.executable,
        str(ROOT / "tasks.py"),
        "build",
        "--site",
        str(site),
        "--output",
        f"{site}.clone",
    ]
    subprocess.run(clone, check=True, capture_output=True, env={**os.environ, "SOURCE_DATE_EPOCH": SECONDS})

    assert (0, "") == (ended.returncode, ended.stderr)
    assert files_of(Path(f"{site}.clone")) == files_of(site / "output")


def files_of(folder: Path) -> dict[str, bytes]:
    """But for the mark that each build leaves, which says when."""
    files = (path for path in folder.rglob("*") if path.is_file() and path.name != ".assosite")
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_pelican_itself_finds_the_theme_and_the_plugin(programs: Path, site: Path) -> None:
    """By their names alone."""
    ended = typed(programs, site, "pelican", "--output", "by-pelican")

    assert 0 == ended.returncode, ended.stderr
    assert (site / "output" / "index.html").read_bytes() == (site / "by-pelican" / "index.html").read_bytes()


def test_sentences_say_what_to_type_there(programs: Path, site: Path) -> None:
    """Not a file that this reader has not."""
    listed = typed(programs, site, "assosite")
    asked = typed(programs, site, "assosite", "new", "nothing", "Name")

    assert "Commands: assosite NAME [options]" == listed.stdout.splitlines()[0]
    assert "tasks.py" not in listed.stdout + asked.stderr
    assert {"test", "bench"}.isdisjoint(
        line.split()[0] for line in listed.stdout.splitlines() if line.strip()
    )


def test_a_folder_that_is_no_site_says_so(programs: Path, tmp_path: Path) -> None:
    """Wrong usage, and no traceback."""
    ended = typed(programs, tmp_path, "assosite", "check")

    assert 2 == ended.returncode
    assert "it has no pelicanconf.py" in ended.stderr


def test_the_first_steps_of_the_guide_make_a_site(programs: Path, tmp_path: Path) -> None:
    """All of them but the one that installs it."""
    guide = (ROOT / "docs" / "guide-webmestre.md").read_text("utf-8")
    lines = guide.partition("### Le programme installé\n\n```sh\n")[2].partition("```")[0].splitlines()
    environment = {"PATH": f"{programs}:{os.defpath}", "HOME": str(tmp_path)}
    command = ["bash", "-c", "\n".join(["set -eu", *lines[1:]])]
    ended = subprocess.run(
        command, cwd=tmp_path, env=environment, capture_output=True, text=True, stdin=subprocess.DEVNULL
    )

    assert "pipx install git+ADRESSE-DU-PROGRAMME" == lines[0]
    assert 0 == ended.returncode, ended.stderr
    assert "Le Club" in (tmp_path / "mon-club" / "output" / "index.html").read_text("utf-8")
