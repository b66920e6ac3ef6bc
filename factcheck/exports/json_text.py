"""The report as JSON of schema 1: keys in a fixed order, an open end of an interval is null, written item by item."""

from __future__ import annotations

import io
import json
from typing import Any, TextIO

from factcheck.exports.schema1 import sections
from factcheck.report import Report


def to_json(report: Report, *, whole: bool = False) -> str:
    """The report as one string of JSON."""
    out = io.StringIO()
    write_json(report, out, whole=whole)
    return out.getvalue()


def write_json(report: Report, out: TextIO, *, whole: bool = False) -> None:
    """Write the report as JSON, so that no more than one of its items is held as text at a time.

    A whole one can be read back (`from_json`): it holds the articles' texts and all that is known of a claim.
    """
    before = "{\n "
    for name, value in sections(report, whole):
        out.write(f"{before}{_text(name)}: ")
        if isinstance(value, (int, str, dict)):
            out.write(_text(value, 1))
        else:
            between = "[\n  "
            for item in value:
                out.write(between + _text(item, 2))
                between = ",\n  "
            out.write("[]" if between.startswith("[") else "\n ]")
        before = ",\n "
    out.write("\n}\n")


def _text(value: Any, depth: int = 0) -> str:
    """A value as JSON, its lines indented by so many spaces more; no string of JSON has a line break in it."""
    return json.dumps(value, ensure_ascii=False, indent=1, allow_nan=False).replace("\n", "\n" + " " * depth)
