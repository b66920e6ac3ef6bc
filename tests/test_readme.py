"""The README's commands do what it says they do."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
import sessions

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
SESSIONS = [pytest.param(command, shown, id=command[:60]) for command, shown in sessions.of(ROOT / "README.md")]


@pytest.mark.slow
@pytest.mark.parametrize(("command", "shown"), SESSIONS)
def test_a_session_of_the_readme_is_real(command: str, shown: str, tmp_path: Path) -> None:
    """Each command of a session runs, and prints what stands below it; "..." stands for what is left out."""
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    sessions.run(command, shown, tmp_path)
    written = [word for word in shlex.split(command) if word.endswith(".csv")]
    assert all((tmp_path / name).read_text(encoding="utf-8").startswith("finding,verdict,code,") for name in written)


def test_every_option_is_documented() -> None:
    """An option that nobody reads about is an option that nobody has: those of projects stand in docs/review.md."""
    documents = README + (ROOT / "docs" / "review.md").read_text(encoding="utf-8")
    cli = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "factcheck" / "commands").glob("*.py"))
    options = set(re.findall(r'add_argument\("(--[a-z-]+)"', cli)) - {"--version"}
    assert len(options) >= 6
    assert not {option for option in options if option not in documents}


def test_the_make_targets_of_the_readme_exist() -> None:
    """`make run` and `make test` are all that a stranger needs."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"`?make (\w+)", README))
    assert {"run", "test", "install"} <= targets
    assert all(re.search(rf"^{target}:", makefile, re.MULTILINE) for target in targets)
