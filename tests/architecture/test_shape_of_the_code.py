"""What HOUSE-STYLE asks of every file of the program, where it can be counted."""

import ast
from collections.abc import Iterator
from statistics import median

import pytest
from program import ROOT, Module, imports, modules

Modules = tuple[Module, ...]
CLOCKS = {("datetime", "now"), ("datetime", "today"), ("datetime", "utcnow"), ("date", "today")}
CLOCKS |= {("time", name) for name in ("time", "time_ns", "localtime", "gmtime")}
MAY_READ_THE_CLOCK = {
    "host/machine.py",  # the one door
    "cli/serve.py",  # tells one run of the server from the next, in no file
}


@pytest.fixture(scope="module")
def program() -> Modules:
    return modules()


@pytest.fixture(scope="module")
def lengths(program: Modules) -> dict[str, int]:
    """Lines of each function, signature and docstring included."""
    return {
        f"{module.path}:{function.lineno} {function.name}": function.end_lineno - function.lineno + 1
        for module in program
        for function in module.functions()
    }


def test_half_of_the_functions_are_at_most_eight_lines(lengths: dict[str, int]) -> None:
    """A function is one step."""

    assert median(lengths.values()) <= 8


def test_no_function_is_longer_than_forty_lines(lengths: dict[str, int]) -> None:
    """What does not fit on a screen is two functions."""
    long = {name: length for name, length in lengths.items() if length > 40}

    assert {} == long


def test_no_module_is_longer_than_four_hundred_lines(program: Modules) -> None:
    """A module is one noun of the field."""
    sizes = {module.path: len((ROOT / module.path).read_text("utf-8").splitlines()) for module in program}

    assert {} == {path: size for path, size in sizes.items() if size > 400}


def test_the_house_has_few_rooms(program: Modules) -> None:
    """A stranger finds the room by its name: what is new brings rooms, not closets."""
    lines = sum(len((ROOT / module.path).read_text("utf-8").splitlines()) for module in program)

    assert len(program) <= lines / 165


def test_few_modules_are_too_small_to_be_a_room(program: Modules) -> None:
    """Below sixty lines, and asked for by a neighbour alone: it is a part of that neighbour."""
    importers: dict[str, set[str]] = {}
    for module in program:
        for imported in imports(module):
            importers.setdefault(imported.name, set()).add(module.path.rpartition("/")[0])
    small = [module.path for module in program if is_small(module) and is_a_closet(module, importers)]

    assert len(small) <= 20, small


def is_small(module: Module) -> bool:
    path = ROOT / module.path
    return path.name != "__init__.py" and len(path.read_text("utf-8").splitlines()) < 60


def is_a_closet(module: Module, importers: dict[str, set[str]]) -> bool:
    name = "association." + module.path.removesuffix(".py").replace("/", ".")
    return importers.get(name, set()) <= {module.path.rpartition("/")[0]}


def test_every_module_says_what_it_is_for(program: Modules) -> None:
    """Reading the first lines of the files is the tour of the house."""
    silent = [module.path for module in program if not ast.get_docstring(module.tree)]

    assert [] == silent


def test_time_enters_through_one_door(program: Modules) -> None:
    """`today` is a parameter everywhere but in host/machine.py."""
    readings = [
        place(module, call)
        for module in program
        if module.path not in MAY_READ_THE_CLOCK
        for call in module.calls()
        if reads_the_clock(call)
    ]

    assert [] == readings


def reads_the_clock(call: ast.Call) -> bool:
    function = call.func
    if not isinstance(function, ast.Attribute):
        return False
    owner = function.value
    name = owner.id if isinstance(owner, ast.Name) else getattr(owner, "attr", "")
    return (name, function.attr) in CLOCKS


def place(module: Module, call: ast.Call) -> str:
    return f"{module.path}:{call.lineno} {ast.unparse(call)[:80]}"


def test_every_sentence_is_written_out_where_it_is_said(program: Modules) -> None:
    """The catalogue is extracted from the source: a sentence put together at run time is never translated."""
    made_up = [
        place(module, call) for module in program for call in sentences(module) if not is_written_out(call)
    ]

    assert [] == made_up


def sentences(module: Module) -> Iterator[ast.Call]:
    return (call for call in module.calls() if isinstance(call.func, ast.Name) and call.func.id == "sentence")


def is_written_out(call: ast.Call) -> bool:
    return bool(call.args) and isinstance(call.args[0], ast.Constant) and isinstance(call.args[0].value, str)


def test_nothing_is_caught_and_forgotten(program: Modules) -> None:
    """An error of ours is never swallowed: no bare except, no `except Exception` that does nothing."""
    swallowed = [
        f"{module.path}:{handler.lineno}"
        for module in program
        for handler in ast.walk(module.tree)
        if isinstance(handler, ast.ExceptHandler) and is_deaf(handler)
    ]

    assert [] == swallowed


def is_deaf(handler: ast.ExceptHandler) -> bool:
    catches_all = handler.type is None or ast.unparse(handler.type) in {"Exception", "BaseException"}
    return catches_all and all(isinstance(step, ast.Pass | ast.Continue) for step in handler.body)
