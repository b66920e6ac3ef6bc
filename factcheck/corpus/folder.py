"""The folder of a corpus run: which files each stage reads and writes, each written whole or not at all."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any


class CorpusError(Exception):
    """A run that cannot begin or go on; the message is the one line that the person sees."""


TABLES = ("documents", "claims", "facts", "judgements")


@dataclass(frozen=True, slots=True)
class Folder:
    """What stands where below `root`: the tables, and the files of the stages under work/, which go when all is done."""

    root: Path

    def articles(self, part: int) -> Path:
        """Articles as they were read."""
        return self.root / "work" / f"articles-{part:06}.jsonl"

    def claims(self, part: int) -> Path:
        """Their documents with their claims."""
        return self.root / "work" / f"claims-{part:06}.jsonl"

    def group(self, part: int) -> Path:
        """Documents with claims of blocks that are compared in one go."""
        return self.root / "work" / f"group-{part:06}.jsonl"

    def table(self, name: str, part: int) -> Path:
        """A part of one of `TABLES`."""
        return self.root / name / f"part-{part:06}.parquet"

    def told(self, part: int) -> Path:
        """What comparing a group came to; written last, so that it stands for the group's tables."""
        return self.root / "work" / f"told-{part:06}.json"

    @property
    def summary(self) -> Path:
        """What the whole run came to; it stands where the run is done."""
        return self.root / "summary.json"

    def begin(self, settings: dict[str, Any]) -> None:
        """Make the folder, or go on in one that a run with the same settings began; CorpusError where it holds anything else."""
        manifest = self.root / "work" / "run.json"
        known = manifest if manifest.exists() else self.summary
        if known.exists():
            if json.loads(known.read_text(encoding="utf-8")).get("settings") != settings:
                raise CorpusError(f"{self.root}: holds a run on other articles, options or versions; choose another folder")
            return
        if self.root.exists() and (not self.root.is_dir() or any(self.root.iterdir())):
            raise CorpusError(f"{self.root}: is not empty and holds no run to go on with; choose another folder")
        try:
            for name in ("work", *TABLES):
                (self.root / name).mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise CorpusError(f"{self.root}: cannot be made ({error.strerror})") from error
        write_json(manifest, {"settings": settings})

    def finish(self) -> None:
        """Remove what only the stages needed."""
        shutil.rmtree(self.root / "work", ignore_errors=True)


def write_lines(path: Path, rows: Iterator[Any] | Sequence[Any]) -> None:
    """One JSON value a line; the file appears when all lines are written."""
    with whole(path) as temporary, temporary.open("w", encoding="utf-8") as handle:
        for row in rows:
            handle.write(json.dumps(row, ensure_ascii=True, separators=(",", ":")) + "\n")


def read_lines(path: Path) -> Iterator[Any]:
    """The values of such a file."""
    with path.open(encoding="utf-8") as handle:
        for line in handle:
            yield json.loads(line)


def write_json(path: Path, data: Any) -> None:
    """One JSON value in a file that appears when it is written."""
    with whole(path) as temporary:
        temporary.write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


@contextmanager
def whole(path: Path) -> Iterator[Path]:
    """A path to write to, under a name of this process, that takes the place of `path` when the block ends without an error."""
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        yield temporary
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
