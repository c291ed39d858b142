"""The source files of the program as the architecture tests read them: parsed, never imported."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
ROOT = REPOSITORY / "plugins" / "association"
OWN = "association"


@dataclass(frozen=True, slots=True)
class Module:
    """path: below plugins/association; part: its first step, `host` or `problems`."""

    path: str
    tree: ast.Module

    @property
    def part(self) -> str:
        return self.path.split("/")[0].removesuffix(".py")

    @property
    def package(self) -> tuple[str, ...]:
        return (OWN, *self.path.split("/")[:-1])

    def calls(self) -> Iterator[ast.Call]:
        return (node for node in ast.walk(self.tree) if isinstance(node, ast.Call))

    def functions(self) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
        kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
        return (node for node in ast.walk(self.tree) if isinstance(node, kinds))


@dataclass(frozen=True, slots=True)
class Import:
    """name: dotted and absolute, such as `association.host.run` or `pelican`."""

    importer: Module
    name: str
    line: int
    at_module_level: bool

    @property
    def is_own(self) -> bool:
        return self.name.split(".")[0] == OWN

    @property
    def target(self) -> str:
        """The part of the program, or the package, that is imported."""
        steps = self.name.split(".")
        return (steps[1] if len(steps) > 1 else "__init__") if self.is_own else steps[0]

    def __str__(self) -> str:
        return f"{self.importer.path}:{self.line} imports {self.name}"


def modules(root: Path = ROOT) -> tuple[Module, ...]:
    return tuple(
        Module(path.relative_to(root).as_posix(), ast.parse(path.read_text("utf-8")))
        for path in sorted(root.rglob("*.py"))
    )


def imports(module: Module) -> Iterator[Import]:
    for node, is_inside in nodes_with_depth(module.tree):
        if isinstance(node, ast.Import | ast.ImportFrom):
            for name in imported_names(node, module):
                yield Import(module, name, node.lineno, not is_inside)


def nodes_with_depth(node: ast.AST, is_inside: bool = False) -> Iterator[tuple[ast.AST, bool]]:
    """Every node, and whether it is only reached when a function is called."""
    yield node, is_inside
    inner = is_inside or isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    for child in ast.iter_child_nodes(node):
        yield from nodes_with_depth(child, inner)


def imported_names(node: ast.Import | ast.ImportFrom, module: Module) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
        return
    above = module.package[: len(module.package) - node.level + 1] if node.level else ()
    base = ".".join((*above, *([node.module] if node.module else ())))
    if node.module and base != OWN:
        yield base
    else:
        yield from (f"{base}.{alias.name}" for alias in node.names)
