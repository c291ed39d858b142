"""Gives `tasks.py` an interpreter that has what the command needs, whatever machine it starts on.

It knows nothing of the commands themselves. `tasks.py` loads it by its path, before anything is
installed: standard library only, and readable by Python 3.8 so that an old one gets a sentence.
"""

from __future__ import annotations

import ast
import difflib
import importlib.util
import os
import platform
import re
import subprocess
import sys
from importlib import metadata
from pathlib import Path
from runpy import run_path
from typing import NoReturn

OLDEST = (3, 11)
DEVELOPMENT = frozenset({"test", "lint", "gates", "bench", "schema", "messages"})
PREPARED = "ASSOSITE_PREPARED"  # what was typed, for the interpreter that the bootstrap has just prepared
UNFINISHED = "assosite-unfinished"  # lies in .venv while packages are being installed there
PIN = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)(?:[ \t]*;[ \t]*([^\\\n]*?))?[ \t]*\\?$", re.MULTILINE)
MARKER = re.compile(r"(sys_platform|os_name|platform_system) *(==|!=) *['\"]([^'\"]*)['\"]")

translate = run_path(str(Path(__file__).with_name("language.py")))["translate"]


def prepare(root: Path, argv: list[str]) -> None:
    """Returns when this interpreter can run the command; ends the process, or becomes another, if not."""
    if sys.version_info < OLDEST:
        found = "{}.{}".format(*sys.version_info)
        stop(2, translate("Assosite needs Python 3.11 or later; this is Python {found}.").format(found=found))
    know(argv, files_of_commands(root))
    have_packages(root, argv)


def files_of_commands(root: Path) -> list[Path]:
    """Those for a site, then those for the program."""
    files = (root / "plugins" / "association" / "cli" / "commands.py", root / "tasks.py")
    return [file for file in files if file.is_file()]


def know(argv: list[str], files: list[Path]) -> None:
    """Ends the process with the list of commands, or with a sentence about one that is none of them."""
    known = commands(files)
    if not argv or argv in (["-h"], ["--help"], ["-l"], ["--list"]):
        print(listing(known))
        sys.exit(0)
    refuse_unknown(argv[0], known)


def have_packages(root: Path, argv: list[str]) -> None:
    lock, venv = lock_for(root, argv), root / ".venv"
    already_prepared = os.environ.pop(PREPARED, "")
    sys.argv[0] = already_prepared or sys.argv[0]
    if usable(lock, venv):
        return
    if already_prepared:
        stop(3, translate("The packages in .venv cannot be used; delete that folder and try again."))
    if not ready(venv, lock):
        install(venv, lock)
    become(python_of(venv), [str(root / "tasks.py"), *argv])


def stop(code: int, *lines: str) -> NoReturn:
    print(*lines, sep="\n", file=sys.stderr)
    sys.exit(code)


def commands(files: list[Path]) -> dict[str, str]:
    """Each task and the first line of its docstring, read without running the files."""
    lines = [line for file in files for line in ast.parse(file.read_text(encoding="utf-8")).body]
    found = [node for node in lines if isinstance(node, ast.FunctionDef) and is_task(node)]
    return {name_of(node): (ast.get_docstring(node) or "").partition("\n")[0] for node in found}


def name_of(task: ast.FunctionDef) -> str:
    """As it is typed: `import` is a word that Python keeps for itself."""
    return task.name.rstrip("_").replace("_", "-")


def is_task(function: ast.FunctionDef) -> bool:
    decorators = (getattr(node, "func", node) for node in function.decorator_list)
    return any(isinstance(node, ast.Name) and node.id == "task" for node in decorators)


def listing(known: dict[str, str]) -> str:
    width = max(map(len, known), default=0)
    lines = [f"  {name:<{width}}  {translate(told)}" for name, told in known.items()]
    options = translate("`python3 tasks.py NAME --help` lists the options of one.")
    return "\n".join([translate("Commands: python3 tasks.py NAME [options]"), "", *lines, "", options])


def refuse_unknown(name: str, known: dict[str, str]) -> None:
    if name in known:
        return
    nearest = difflib.get_close_matches(name, known, n=1)
    if nearest:
        said = translate('There is no command "{name}"; did you mean "{nearest}"?')
        stop(2, said.format(name=name, nearest=nearest[0]))
    stop(2, translate('There is no command "{name}"; `python3 tasks.py` lists them.').format(name=name))


def lock_for(root: Path, argv: list[str]) -> Path:
    return root / ("requirements.txt" if DEVELOPMENT.isdisjoint(argv) else "requirements-dev.txt")


def usable(lock: Path, venv: Path) -> bool:
    """Whether this very interpreter will do, be it in .venv or in any other environment."""
    half_made = Path(sys.prefix) == venv and (venv / UNFINISHED).exists()
    return not half_made and satisfied(lock)


def satisfied(lock: Path) -> bool:
    pins = PIN.findall(lock.read_text(encoding="utf-8"))
    return all(installed(name) == version for name, version, marker in pins if applies(marker))


def applies(marker: str) -> bool:
    """Only the simple markers are weighed; a package behind another kind is not asked for."""
    if not marker:
        return True
    found = MARKER.fullmatch(marker.strip())
    if not found:
        return False
    here = {"sys_platform": sys.platform, "os_name": os.name, "platform_system": platform.system()}
    return (here[found.group(1)] == found.group(3)) == (found.group(2) == "==")


def installed(name: str) -> str | None:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None


def ready(venv: Path, lock: Path) -> bool:
    return not (venv / UNFINISHED).exists() and succeeds(venv, __file__, str(lock), this_python())


def sound(venv: Path) -> bool:
    """Whether packages can be installed there; what is broken or half made has to be made anew."""
    works = f"import sys, pip; sys.exit(sys.version_info[:2] != {tuple(sys.version_info[:2])})"
    return not (venv / UNFINISHED).exists() and succeeds(venv, "-c", works)


def this_python() -> str:
    """`3.11`: packages that are compiled are made for one of them alone."""
    return "{}.{}".format(*sys.version_info)


def other_python(venv: Path) -> str | None:
    """Of a .venv that another Python has made, as after an upgrade of the system."""
    try:
        told = (venv / "pyvenv.cfg").read_text(encoding="utf-8")
    except (OSError, ValueError):
        return None
    found = re.search(r"^version *= *([0-9]+[.][0-9]+)", told, re.MULTILINE)
    return found.group(1) if found and found.group(1) != this_python() else None


def succeeds(venv: Path, *arguments: str) -> bool:
    try:
        return subprocess.run([str(python_of(venv)), "-I", *arguments], capture_output=True).returncode == 0
    except OSError:
        return False


def python_of(venv: Path) -> Path:
    return venv / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def install(venv: Path, lock: Path) -> None:
    if sound(venv):
        print(translate("Updating the packages in .venv…"), file=sys.stderr)
    else:
        other, first = other_python(venv), translate("First use: installing the packages in .venv…")
        again = translate(".venv was made by Python {other}; making it anew for Python {found}…")
        print(again.format(other=other, found=this_python()) if other else first, file=sys.stderr)
        create(venv)
    (venv / UNFINISHED).touch()
    pip = [str(python_of(venv)), "-m", "pip", "--quiet", "--disable-pip-version-check", "--no-input"]
    ended = captured([*pip, "install", "--require-hashes", "-r", str(lock)])
    if ended.returncode >= 0:  # not killed: pip has put back what it could not finish
        (venv / UNFINISHED).unlink()
    if ended.returncode:
        said = translate("The packages of {lock} could not be installed; this is what pip said:")
        stop(3, said.format(lock=lock.name), ended.stdout)


def create(venv: Path) -> None:
    if not all(importlib.util.find_spec(name) for name in ("venv", "ensurepip")):
        stop(2, translate("This Python cannot make .venv; `apt install python3-venv` mends it on Debian."))
    base = getattr(sys, "_base_executable", sys.executable)  # .venv's own python cannot replace itself
    ended = captured([base, "-m", "venv", "--clear", str(venv)])
    if ended.returncode:
        stop(3, translate("The folder .venv could not be made; this is what Python said:"), ended.stdout)


def captured(command: list[str]) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PIP_USER": "0"}  # a user's pip.conf must not send packages elsewhere
    out, err = subprocess.PIPE, subprocess.STDOUT
    return subprocess.run(command, text=True, env=environment, stdout=out, stderr=err)


def become(python: Path, arguments: list[str]) -> NoReturn:
    environment = {**os.environ, PREPARED: sys.argv[0]}
    command = [str(python), *arguments]
    if os.name == "nt":  # there, execve returns to the shell before the new process ends
        sys.exit(subprocess.call(command, env=environment))
    os.execve(command[0], command, environment)


if __name__ == "__main__":  # asked by `ready`, in the interpreter of .venv
    sys.exit(this_python() != sys.argv[2] or not satisfied(Path(sys.argv[1])))
