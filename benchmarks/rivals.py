"""Packages that do a part of what this project does, as functions; the project does not depend on them.

They are looked for in a folder of their own (`--rivals FOLDER`), which benchmarks/README.md says how to fill.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

Contradicts = Callable[[str, str], bool]
Numbers = Callable[[str], list[tuple[float, str]]]

NAMES = ("quantulum3", "contrachecker", "rag-quantguard")


def contradicting(folder: Path) -> dict[str, Contradicts]:
    """Whether two texts contradict each other, by each package that says so."""
    sys.path.append(str(folder))
    import contrachecker
    import quantguard

    guard = quantguard.QuantitativeGuard()

    def checked(left: str, right: str) -> bool:
        chunks = [contrachecker.Chunk(id=side, text=text) for side, text in (("left", left), ("right", right))]
        return bool(contrachecker.check_contradictions(chunks).contradictions)

    def guarded(left: str, right: str) -> bool:
        both = (guard.verify(left, [right]), guard.verify(right, [left]))
        return any(result.status_counts.get("CONTRADICTED") for result in both)

    return {"contrachecker": checked, "rag-quantguard": guarded}


def quantulum(folder: Path) -> Numbers:
    """The numbers of a text and the names of their units, as quantulum3 has them ("dimensionless" for a count)."""
    sys.path.append(str(folder))
    from quantulum3 import classifier, parser

    classifier.USE_CLF = False  # its pickled classifier of units does not load with today's scikit-learn
    return lambda text: [(quantity.value, quantity.unit.name) for quantity in parser.parse(text)]
