"""The real models, loaded once for all tests that need them (the tests are marked slow)."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from factcheck.comparison import Models, load_models

ROOT = Path(__file__).resolve().parents[1]
EXAMPLES = ROOT / "examples"
SEEDS = ROOT.parent / "shared" / "seeds"


@cache
def models() -> Models:
    """spaCy, MiniLM with its cache on disk, and the rules."""
    return load_models()
