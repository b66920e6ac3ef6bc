"""The tables of a corpus run as Parquet: the fields of schema 1 (exports/report.schema.json) that are of one type throughout."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import pyarrow as pa
from pyarrow import parquet

from factcheck.corpus.folder import TABLES, Folder, whole

_TEXT, _NUMBER, _WHOLE, _YES = pa.string(), pa.float64(), pa.int64(), pa.bool_()
_TEXTS = pa.list_(_TEXT)


def _group(**fields: pa.DataType) -> pa.DataType:
    return pa.struct(list(fields.items()))


_QUANTITY = _group(
    start=_WHOLE, end=_WHOLE, low=_NUMBER, high=_NUMBER, bound=_TEXT, unit=_TEXT, counted=_TEXT, role=_TEXT, part=_YES
)
_WINDOW = _group(start=_TEXT, end=_TEXT, text=_TEXT)
SCHEMAS: Mapping[str, pa.Schema] = {
    "documents": pa.schema(
        {
            "id": _TEXT,
            "path": _TEXT,
            "outlet": _TEXT,
            "title": _TEXT,
            "url": _TEXT,
            "published": pa.date32(),
            "language": _TEXT,
            "event": _TEXT,
            "text_sha256": _TEXT,
            "dropped": pa.list_(_group(start=_WHOLE, end=_WHOLE, reason=_TEXT)),
        }
    ),
    "claims": pa.schema(
        {
            "id": _TEXT,
            "document": _TEXT,
            "start": _WHOLE,
            "end": _WHOLE,
            "text": _TEXT,
            "standalone": _TEXT,
            "facet": _TEXT,
            "speakers": _TEXTS,
            "negated": _YES,
            "hedged": _YES,
            "quantities": pa.list_(_QUANTITY),
            "window": _WINDOW,
        }
    ),
    "facts": pa.schema(
        {
            "id": _TEXT,
            "event": _TEXT,
            "headline": _TEXT,
            "happening": _TEXT,
            "facet": _TEXT,
            "finding": _TEXT,
            "claims": _TEXTS,
            "origins": _WHOLE,
            "low": _NUMBER,
            "best": _NUMBER,
            "high": _NUMBER,
        }
    ),
    "judgements": pa.schema(
        {"left": _TEXT, "right": _TEXT, "event": _TEXT, "verdict": _TEXT, "code": _TEXT, "score": _NUMBER, "reason": _TEXT}
    ),
}


def rows_of(report: Mapping[str, Any], event: str) -> dict[str, list[dict[str, Any]]]:
    """The rows of the tables for a report on one event, given as plain data of schema 1."""
    found = {name: [row | {"event": event} for row in report[name]] for name in TABLES}
    for document in found["documents"]:
        document["published"] = date.fromisoformat(document["published"]) if document["published"] else None
    return found


def write_tables(folder: Folder, part: int, rows: Mapping[str, Sequence[dict[str, Any]]]) -> None:
    """Write one part of each table, whole or not at all; the same rows give the same bytes."""
    for name in TABLES:
        with whole(folder.table(name, part)) as temporary:
            parquet.write_table(pa.Table.from_pylist(list(rows[name]), SCHEMAS[name]), temporary, compression="zstd")
