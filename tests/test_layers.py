"""The house: claims -> factcheck -> dashboard, in one direction, and every module says what it is."""

from __future__ import annotations

import ast
import io
import re
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path
from tokenize import COMMENT, generate_tokens

import pytest

ROOT = Path(__file__).resolve().parent.parent
CLAIMS = sorted((ROOT / "claims").rglob("*.py"))
DASHBOARD = sorted((ROOT / "factcheck" / "dashboard").rglob("*.py"))
FACTCHECK = sorted(set((ROOT / "factcheck").rglob("*.py")) - set(DASHBOARD))
EVERYTHING = [*CLAIMS, *FACTCHECK, *DASHBOARD]


def imported(path: Path) -> Iterator[str]:
    """The modules that a file imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", CLAIMS, ids=name)
def test_claims_know_nothing_of_what_is_made_of_them(path: Path) -> None:
    """`claims` imports neither `factcheck` nor streamlit."""
    assert not [module for module in imported(path) if module.split(".")[0] in ("factcheck", "streamlit")]


@pytest.mark.parametrize("path", FACTCHECK, ids=name)
def test_the_core_knows_nothing_of_the_screen(path: Path) -> None:
    """`factcheck` outside its dashboard imports neither streamlit nor the dashboard."""
    assert not [m for m in imported(path) if m.split(".")[0] == "streamlit" or m.startswith("factcheck.dashboard")]


@pytest.mark.parametrize("path", [p for p in EVERYTHING if p.name != "cli.py" and p.parent.name != "commands"], ids=name)
def test_only_the_command_line_knows_the_commands(path: Path) -> None:
    """What a command calls has errors of its own and knows neither its options nor how it tells a person."""
    assert not [module for module in imported(path) if module.startswith("factcheck.commands")]


@pytest.mark.parametrize("path", EVERYTHING, ids=name)
def test_a_module_is_small_and_says_what_it_holds(path: Path) -> None:
    """A module is one idea: it starts with what it holds, and a newcomer reads it at one go.

    The words on the screen stand in one file, however many they are, so that one place shows the whole interface's language.
    """
    text = path.read_text(encoding="utf-8")
    assert ast.get_docstring(ast.parse(text))
    assert path.name == "texts.py" or len(text.splitlines()) <= 300


def test_no_module_imports_itself_by_a_detour() -> None:
    """Imports run in one direction: whatever a module needs, directly or not, does not need it, wherever the import stands."""
    modules = {".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path for path in EVERYTHING}
    needs = {module: {name for name in reached(path) if name in modules} - {module} for module, path in modules.items()}
    assert sum(map(len, needs.values())) > len(modules)
    assert list(TopologicalSorter(needs).static_order())  # CycleError names a circle


def reached(path: Path) -> Iterator[str]:
    """The modules that a file imports, "from package import module" being one of the module; what only types need left out."""
    for node in outside_type_checking(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            whole = [f"{node.module}.{alias.name}" for alias in node.names]
            yield from (name if (ROOT / name.replace(".", "/")).with_suffix(".py").is_file() else node.module for name in whole)


def outside_type_checking(node: ast.AST) -> Iterator[ast.AST]:
    for child in ast.iter_child_nodes(node):
        if not (isinstance(child, ast.If) and "TYPE_CHECKING" in ast.unparse(child.test)):
            yield child
            yield from outside_type_checking(child)


NAMED = re.compile(r"(?<![\w./@-])((?:claims|factcheck)(?:\.[a-z_]\w*)+)")


@pytest.mark.parametrize("path", EVERYTHING, ids=name)
def test_a_module_that_a_comment_names_is_there(path: Path) -> None:
    """Comments and docstrings send the reader to modules and names that exist; a moved module takes its mentions along."""
    text = path.read_text(encoding="utf-8")
    nodes = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)]
    words = [ast.get_docstring(node) or "" for node in nodes]
    words += [token.string for token in generate_tokens(io.StringIO(text).readline) if token.type == COMMENT]
    assert not [found for said in words for found in NAMED.findall(said) if not _is_there(found)]


def _is_there(named: str) -> bool:
    """Whether a dotted name is a module or a package, or a name in one."""
    place = ROOT.joinpath(*named.split("."))
    if place.is_dir() or place.with_suffix(".py").is_file():
        return True
    home = place.parent / "__init__.py" if place.parent.is_dir() else place.parent.with_suffix(".py")
    return home.is_file() and re.search(rf"\b{place.name}\b", home.read_text(encoding="utf-8")) is not None
