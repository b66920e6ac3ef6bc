"""The README's commands do what it says they do."""

from __future__ import annotations

import argparse
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
import sessions

from factcheck.cli import _parser

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


def options(parser: argparse.ArgumentParser) -> Iterator[str]:
    """The long options of a parser and of the commands below it, those that help does not show left out."""
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for command in action.choices.values():
                yield from options(command)
        elif action.help != argparse.SUPPRESS:
            yield from (option for option in action.option_strings if option.startswith("--"))


def documented(word: str, text: str) -> bool:
    """Whether a text has a word as it is, and not only as the beginning of a longer one."""
    return re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", text) is not None


def test_every_option_is_documented() -> None:
    """An option that nobody reads about is an option that nobody has; so with what is set in the environment."""
    documents = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "README.md", *(ROOT / "docs").glob("*.md")))
    known = set(options(_parser())) - {"--version", "--help"}
    code = "".join(path.read_text(encoding="utf-8") for name in ("claims", "factcheck") for path in (ROOT / name).rglob("*.py"))
    known |= set(re.findall(r"\bFACTCHECK_[A-Z_]+", code)) - {"FACTCHECK_REVIEWER_HEADER"}  # how `serve` hands its option on
    assert len(known) >= 40
    assert not sorted(option for option in known if not documented(option, documents))


def test_a_longer_option_does_not_document_a_shorter_one() -> None:
    """--csv-bom says nothing of --csv."""
    assert documented("--csv", "give `--csv FILE`")
    assert not documented("--csv", "give `--csv-bom`")


def test_the_make_targets_of_the_readme_exist() -> None:
    """`make run` and `make test` are all that a stranger needs."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"`?make (\w+)", README))
    assert {"run", "test", "install"} <= targets
    assert all(re.search(rf"^{target}:", makefile, re.MULTILINE) for target in targets)
