"""factcheck: from claims to facts, with where sources agree, where they contradict each other, and why.

The public surface: `load_models` once, then `compare` documents (from `claims.read`) into a `Report`, for `to_json` and `to_csv`.
Names are loaded when they are first used, so that importing the package costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from factcheck.comparison import Options, compare
    from factcheck.exports import to_csv, to_json
    from factcheck.judgement import Code, Fact, Finding, Judgement, Verdict
    from factcheck.models import Models, load_models
    from factcheck.report import Report

__version__ = "0.1.0"

_HOME = {
    "Code": "factcheck.judgement",
    "Fact": "factcheck.judgement",
    "Finding": "factcheck.judgement",
    "Judgement": "factcheck.judgement",
    "Models": "factcheck.models",
    "Options": "factcheck.comparison",
    "Report": "factcheck.report",
    "Verdict": "factcheck.judgement",
    "compare": "factcheck.comparison",
    "load_models": "factcheck.models",
    "to_csv": "factcheck.exports",
    "to_json": "factcheck.exports",
}

__all__ = [
    "Code",
    "Fact",
    "Finding",
    "Judgement",
    "Models",
    "Options",
    "Report",
    "Verdict",
    "__version__",
    "compare",
    "load_models",
    "to_csv",
    "to_json",
]


if not TYPE_CHECKING:

    def __getattr__(name: str) -> Any:
        if name not in _HOME:
            raise AttributeError(f"module 'factcheck' has no attribute {name!r}")
        return getattr(import_module(_HOME[name]), name)


def __dir__() -> list[str]:
    return __all__
