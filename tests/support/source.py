"""The project's own source files, parsed."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
BLOCKS = ("body", "orelse", "finalbody", "handlers", "cases")
FOLDERS = ("lstm_viz", "pages", "tests", "benchmarks", "tools")


def files(*suffixes: str, folders: tuple[str, ...] = FOLDERS) -> list[Path]:
    """Files of ours, relative to the repository; `app.py` too where Python is asked for."""
    found = [path for folder in folders for path in (ROOT / folder).rglob("*") if path.suffix in suffixes]
    return sorted(path.relative_to(ROOT) for path in found if "__pycache__" not in path.parts)


@cache
def app_files() -> list[Path]:
    """The Python of the product: no tests, benchmarks and tools."""
    return [Path("app.py"), *files(".py", folders=("lstm_viz", "pages"))]


@cache
def app_nodes() -> dict[type[ast.AST], list[tuple[Path, Any]]]:
    """Every node of the product, by its type, with its file."""
    found: dict[type[ast.AST], list[tuple[Path, Any]]] = {}
    for path in app_files():
        for node in ast.walk(tree(path)):
            found.setdefault(type(node), []).append((path, node))
    return found


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse((ROOT / path).read_text(encoding="utf-8"), filename=str(path))


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (node for node in statements(tree(path)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def statements(node: ast.AST) -> Iterator[ast.AST]:
    """`node` and all statements in it: no expression holds another, and most nodes are in expressions."""
    todo = [node]
    while todo:
        yield (each := todo.pop())
        todo += _inside(each)


def _inside(node: ast.AST) -> list[ast.AST]:
    """The statements, handlers and cases directly in a statement."""
    return [each for name in BLOCKS for each in getattr(node, name, ())]


def length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines from `def` to the last statement; the docstring does not count."""
    docstring = function.body[0] if ast.get_docstring(function) else None
    documented = docstring.end_lineno - docstring.lineno + 1 if docstring else 0
    return function.end_lineno - function.lineno + 1 - documented


def _resolve(path: Path, node: ast.ImportFrom) -> str:
    """The absolute module of a `from … import`, relative ones included."""
    if not node.level:
        return node.module or ""
    package = path.parts[: len(path.parts) - node.level]
    return ".".join([*package, *([node.module] if node.module else [])])


def _is_for_types_only(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and ast.unparse(node.test) in ("TYPE_CHECKING", "typing.TYPE_CHECKING")


def _running(node: ast.AST) -> Iterator[ast.AST]:
    """`node` and the statements in it, without what only a type checker reads."""
    todo = [node]
    while todo:
        yield (each := todo.pop())
        todo += [child for child in _inside(each) if not _is_for_types_only(child)]


@cache
def imports(path: Path) -> frozenset[str]:
    """Every module `path` imports, inside functions too; `from a import b` counts as `a` and as `a.b`."""
    found: set[str] = set()
    for node in _running(tree(path)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            module = _resolve(path, node)
            found |= {module, *(f"{module}.{alias.name}" for alias in node.names)}
    return frozenset(found)


def imports_package(path: Path, package: str) -> bool:
    return any(name == package or name.startswith(f"{package}.") for name in imports(path))


def module(path: Path) -> str:
    """A file's name as Python imports it."""
    return ".".join(path.with_suffix("").parts).removesuffix(".__init__")


@cache
def _modules() -> frozenset[str]:
    return frozenset(module(path) for path in files(".py", folders=("lstm_viz",)))


@cache
def modules_imported(path: Path) -> frozenset[str]:
    """The modules of lstm_viz that `path` imports, for types too; `from a import b` counts as the module `a.b`."""
    found: set[str] = set()
    for node in statements(tree(path)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            package = _resolve(path, node)
            found |= {name if (name := f"{package}.{alias.name}") in _modules() else package for alias in node.names}
    return frozenset(found & _modules() - {module(path)})
