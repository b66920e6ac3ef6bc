"""The public surface: what a program that uses the packages may rely on."""

from __future__ import annotations

import inspect
import subprocess
import sys
from types import ModuleType

import loaded
import pytest

import claims
import factcheck

CLAIMS = {
    "Claim", "Document", "Dropped", "Extraction", "Failure", "Quantity", "Reading", "Window",
    "extract", "extract_all", "read", "read_files", "read_text",
}  # fmt: skip
FACTCHECK = {
    "Code", "Fact", "Finding", "Judgement", "Models", "Options", "Report", "Verdict",
    "compare", "load_models", "to_csv", "to_json",
}  # fmt: skip


def test_the_surface_is_what_we_promised() -> None:
    """A name that goes or comes is a decision, not an accident."""
    assert set(claims.__all__) == CLAIMS == set(dir(claims))
    assert set(factcheck.__all__) == FACTCHECK | {"__version__"} == set(dir(factcheck))


@pytest.mark.parametrize(("package", "name"), [(claims, n) for n in sorted(CLAIMS)] + [(factcheck, n) for n in sorted(FACTCHECK)])
def test_every_public_name_is_documented_and_typed(package: ModuleType, name: str) -> None:
    """It can be had from the package, says what it is, and a function has types all over."""
    it = getattr(package, name)
    assert inspect.getdoc(it)
    if inspect.isfunction(it):
        assert {*inspect.signature(it).parameters, "return"} <= set(inspect.get_annotations(it))


def test_a_name_that_is_not_there_is_an_attribute_error() -> None:
    """Lazy names fail as plain ones do."""
    with pytest.raises(AttributeError, match="no attribute 'extrakt'"):
        _ = claims.extrakt
    with pytest.raises(AttributeError, match="no attribute 'compair'"):
        _ = factcheck.compair


def test_importing_the_package_loads_no_model() -> None:
    """Importing the packages takes no time: neither torch nor spaCy is loaded."""
    code = "import sys, claims, factcheck; sys.exit(bool({'torch', 'spacy', 'trafilatura'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.slow
def test_from_a_text_to_its_claims_and_a_report() -> None:
    """The surface is enough to go from a text to claims whose words are those of the text, and on to a report."""
    document = claims.read_text("Twelve passengers were killed near Ostrel Bridge, the railway said.", "bay.txt")
    found = claims.extract(document, loaded.models().nlp).claims
    assert any(claim.quantities and claim.quantities[0].low == 12 for claim in found)
    assert all(document.text[claim.start : claim.end].strip() for claim in found)
    other = claims.read_text("Fifteen passengers were killed near Ostrel Bridge, the ministry said.", "coast.txt")
    report = factcheck.compare([document, other], loaded.models())
    assert factcheck.Finding.CONTRADICTED in {fact.finding for fact in report.facts}
    assert "12 cannot be 15" in factcheck.to_csv(report)
