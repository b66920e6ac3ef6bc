"""The table of all figures in benchmarks/README.md, written from results/*.json: `python -m benchmarks.table`."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.results import OURS, RESULTS

README = Path(__file__).resolve().parent / "README.md"
BEGIN, END = "<!-- figures: written by benchmarks.table -->\n", "<!-- end of figures -->\n"
PARTS_BEGIN, PARTS_END = "<!-- parts: written by benchmarks.table -->\n", "<!-- end of parts -->\n"

# In the order in which a comparison goes; what it is called, and the data with their home and licence.
STAGES = {
    "quantities": "quantities",
    "numeric": "numeric inference",
    "attribution": "who says it",
    "events": "events",
    "pairs": "one fact or not",
    "reading": "claims in words",
    "verdicts": "verdict, the pair given",
    "reprints": "who copied whom",
    "truth": "best supported value (error)",
    "gold": "end to end",
}


def main() -> None:
    """Put the tables between their marks: all figures, and those end to end by the parts of the gold."""
    text = with_table(README.read_text(encoding="utf-8"), dict(found()))
    README.write_text(put("\n".join(parts()) + "\n", text, PARTS_BEGIN, PARTS_END), encoding="utf-8")


def found() -> Iterator[tuple[str, dict[str, Any]]]:
    """Each stage that has figures, in order."""
    for stage in STAGES:
        path = RESULTS / f"{stage}.json"
        if path.is_file():
            yield stage, json.loads(path.read_text(encoding="utf-8"))


def with_table(text: str, results: dict[str, dict[str, Any]]) -> str:
    """The text with the table of all figures between its marks."""
    return put("\n".join(lines(results)) + "\n", text, BEGIN, END)


def put(table: str, text: str, begin: str, end: str) -> str:
    """The text with a table between two marks; ValueError where a mark is missing."""
    if begin not in text or end not in text:
        raise ValueError(f"{README}: the marks of a table are gone: {begin.strip()} ... {end.strip()}")
    return re.sub(f"{re.escape(begin)}.*?{re.escape(end)}", lambda _: begin + table + end, text, flags=re.DOTALL)


def parts() -> Iterator[str]:
    """The figures end to end, with the counts behind them, over all groups and over each part of the gold."""
    kept = json.loads((RESULTS / "gold-parts.json").read_text(encoding="utf-8"))
    yield f"| measure | {' | '.join(kept['parts'])} |"
    yield f"| --- |{' --- |' * len(kept['parts'])}"
    for measure, counts in kept["rows"].items():
        shown = (f"{hits / of:.3f} ({hits}/{of})" if of else "" for hits, of in counts)
        yield f"| {measure} | {' | '.join(shown)} |"
    yield f"\n`{kept['command']}`, {kept['commit']}."


def lines(results: dict[str, dict[str, Any]]) -> Iterator[str]:
    """The table: a row for each measure of each set, ours in bold, then what else was measured on the same."""
    yield "| stage | data | measure | ours [95 %] | others | command, commit |"
    yield "| --- | --- | --- | --- | --- | --- |"
    for stage, result in results.items():
        rows: dict[tuple[str, str], list[dict[str, Any]]] = {}
        for row in result["figures"]:
            rows.setdefault((row["data"], row["measure"]), []).append(row)
        for n, ((data, measure), methods) in enumerate(rows.items()):
            ours = "; ".join(f"**{_value(row)}**" for row in methods if row["method"] == OURS)
            others = "; ".join(f"{row['method']} {_value(row)}" for row in methods if row["method"] != OURS)
            source = f"`{result['command']}`, {result['commit']}" if n == 0 else ""
            yield f"| {STAGES[stage] if n == 0 else ''} | {data} | {measure} | {ours} | {others} | {source} |"


def _value(row: dict[str, Any]) -> str:
    ends = f" [{row['low']:.2f}, {row['high']:.2f}]" if row.get("low") is not None else ""
    day = f" (at {row['commit']})" if "commit" in row else ""
    return f"{row['value']:.3f}{ends}{day}"


if __name__ == "__main__":
    main()
