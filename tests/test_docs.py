"""What the documents show is what happens, and what can be set or met is written down."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import sessions

from factcheck.comparison import settings
from factcheck.judgement import Code, Finding, Verdict

DOCS = sorted((sessions.ROOT / "docs").glob("*.md"))
WITH_SESSIONS = [document for document in DOCS if sessions.of(document)]
PAGES = [*DOCS, *(sessions.ROOT / name for name in ("README.md", "CONTRIBUTING.md", "SECURITY.md"))]


def name(path: Path) -> str:
    return path.name


@pytest.mark.slow
@pytest.mark.parametrize("document", WITH_SESSIONS, ids=name)
def test_the_sessions_of_a_document_are_real(document: Path, tmp_path: Path) -> None:
    """Its commands, run one after the other in one folder, print what it shows."""
    (tmp_path / "examples").symlink_to(sessions.ROOT / "examples")
    for command, shown in sessions.of(document):
        sessions.run(command, shown, tmp_path)


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_links_into_the_project_lead_somewhere(page: Path) -> None:
    """A relative link names a file that is there."""
    targets = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
    assert not [target for target in targets if not (page.parent / target).exists()]


def test_every_verdict_code_and_finding_is_explained() -> None:
    """Nobody meets a word in a report that no page explains."""
    text = "".join(page.read_text(encoding="utf-8") for page in PAGES)
    assert not [code for code in Code if f"`{code}`" not in text]
    assert not [word for word in (*Verdict, *Finding) if word not in text]


def test_every_setting_of_a_report_is_explained() -> None:
    """`settings` in report.json is no riddle."""
    text = (sessions.ROOT / "docs" / "verdict.md").read_text(encoding="utf-8")
    assert not [key for key in (*settings(), "reader") if f"`{key}`" not in text]


def test_the_files_that_the_threat_model_points_to_are_there() -> None:
    """A threat that "is shown by" a test is shown by a test that exists."""
    text = (sessions.ROOT / "docs" / "threat-model.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`((?:tests|claims)/[\w/.]+)`", text))
    assert named
    assert not [file for file in named if not (sessions.ROOT / file).is_file()]
