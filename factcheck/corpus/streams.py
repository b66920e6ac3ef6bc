"""Articles out of files of any length, one after the other: .jsonl, .parquet and .warc (.warc.gz) are never held as a whole."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path

from claims.reading.article import Found, Problem
from claims.reading.columns import Columns, article_of, has_text, value
from claims.reading.limits import MAX_BYTES, UnreadableError
from claims.reading.warc import pages_of

SUFFIXES = (".jsonl", ".ndjson", ".parquet", ".warc", ".warc.gz")
_ROWS = 256  # of a .parquet, held at once


def articles(paths: Iterable[Path], columns: Columns) -> Iterator[tuple[str, Found]]:
    """The articles of the files in their order, each with its path; UnreadableError, with the path, for a file that is none."""
    for path in paths:
        try:
            for found in _of_file(path, columns):
                yield f"{path}/{found.name}" if not isinstance(found, Problem) and found.name else str(path), found
        except UnreadableError as error:
            raise UnreadableError(f"{path}: {error}") from None
        except OSError as error:
            raise UnreadableError(f"{path}: cannot be read ({error.strerror})") from None


def _of_file(path: Path, columns: Columns) -> Iterator[Found]:
    name = path.name.lower()
    if not name.endswith(SUFFIXES):
        raise UnreadableError(f"is not read as a corpus; give {', '.join(SUFFIXES)}")
    if name.endswith(".parquet"):
        yield from _of_parquet(path, columns)
    elif name.endswith((".jsonl", ".ndjson")):
        yield from _of_lines(path, columns)
    else:
        with path.open("rb") as stream:
            yield from pages_of(stream)


def _of_lines(path: Path, columns: Columns) -> Iterator[Found]:
    with path.open("rb") as stream:
        for number, line in enumerate(iter(lambda: stream.readline(MAX_BYTES + 1), b""), 1):
            if not line.strip():
                continue
            if len(line) > MAX_BYTES:
                raise UnreadableError(f"line {number}: longer than {MAX_BYTES:,} bytes; split the article")
            try:
                row = json.loads(line.decode("utf-8-sig"))
            except (ValueError, RecursionError) as error:
                yield Problem(f"line {number}: not JSON ({error}); line not used")
                continue
            yield from _of_row(row, columns, f"line {number}")


def _of_parquet(path: Path, columns: Columns) -> Iterator[Found]:
    from pyarrow import ArrowInvalid
    from pyarrow.parquet import ParquetFile

    try:
        with ParquetFile(path) as file:
            if not has_text(file.schema_arrow.names, columns):
                shown = ", ".join(file.schema_arrow.names[:12])
                raise UnreadableError(f"no column with texts among {shown}; say which holds them with --columns text=NAME")
            number = 0
            for batch in file.iter_batches(batch_size=_ROWS):
                for row in batch.to_pylist():
                    number += 1
                    days = {name: str(cell) if isinstance(cell, date) else cell for name, cell in row.items()}
                    yield from _of_row(days, columns, f"row {number}")
    except ArrowInvalid as error:
        raise UnreadableError(f"no Parquet file ({' '.join(str(error).split())[:100]})") from None


def _of_row(row: object, columns: Columns, place: str) -> Iterator[Found]:
    try:
        if not isinstance(row, Mapping) or not has_text(row, columns) or not isinstance(value(row, "text", columns), str):
            raise UnreadableError('no object with a string "text"')
        yield from article_of(row, columns, place)
    except UnreadableError as error:
        yield Problem(f"{place}: {error}; not used")
