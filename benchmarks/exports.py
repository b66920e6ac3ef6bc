"""How long exports take and what memory they need: a made-up report of 100,000 judged pairs, each format in a process of its own.

`python -m benchmarks.exports [PAIRS]`. Memory is what writing adds to the peak of the process that holds the report.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path

from claims.claim import Claim, Quantity
from claims.document import Document, content_id
from factcheck.exports.csv_back import returned
from factcheck.exports.formats import CSV, FORMATS, Choice
from factcheck.judgement import Code, Fact, Finding, Judgement, Stated, Value
from factcheck.report import Report

PAIRS = 100_000
SOURCES = 10  # articles that state each fact; so many claims make 45 pairs
BOOKED = date(2024, 5, 14)


def made(pairs: int) -> Report:
    """A report with at least so many judged pairs: facts on which ten outlets give each a figure of its own."""
    facts = -(-pairs // (SOURCES * (SOURCES - 1) // 2))
    sentences = [
        f"On day {n} the harbour of Port Ellery counted {{}} ferries, its master said, and more were due." for n in range(facts)
    ]
    documents, claims = [], []
    for source in range(SOURCES):
        parts = [sentence.format(n % 90 + source) for n, sentence in enumerate(sentences)]
        text = "\n\n".join(parts)
        key = content_id("document", source)
        documents.append(
            Document(key, text, f"{source}.txt", f"Outlet {source}", f"Ferries {source}", published=BOOKED + timedelta(source))
        )
        start = 0
        for n, part in enumerate(parts):
            end = start + len(part)
            quantity = Quantity(start + 12, start + 14, float(n % 90 + source), float(n % 90 + source), counted="ferries")
            claim = content_id(source, n)
            words = part[: part.index(",")]
            claims.append(
                Claim(claim, key, start, start + len(words), (start, end), words, words, "count", quantities=(quantity,))
            )
            start = end + 2
    by_fact = [[claims[source * facts + n] for source in range(SOURCES)] for n in range(facts)]
    judgements = [
        Judgement(*sorted((one.id, two.id)), Code.VALUE_DIFFERS, 0.9, "one figure cannot be the other")
        for some in by_fact
        for one, two in combinations(some, 2)
    ]
    return Report(tuple(documents), (), tuple(claims), tuple(map(_fact, range(facts), by_fact)), tuple(judgements), ())


def _fact(number: int, claims: list[Claim]) -> Fact:
    figures = [claim.quantities[0].low for claim in claims]
    values = tuple(Value(figure, figure, 1, ("one outlet",)) for figure in figures)
    history = tuple(
        Stated(BOOKED + timedelta(at), figure, figure, f"Outlet {at}", claim.id)
        for at, (claim, figure) in enumerate(zip(claims, figures, strict=True))
    )
    keys = tuple(claim.id for claim in claims)
    head = f"Number of ferries on day {number}"
    span = (min(figures), figures[0], max(figures))
    return Fact(f"f{number:05}", head, "harbour", "count", Finding.CONTRADICTED, keys, SOURCES, *span, values, history)


def measure(name: str, pairs: int) -> dict[str, float]:
    """Seconds to write one format to a file, its size, and how far the peak of memory rose."""
    report = made(pairs)
    assert report.judgements_of  # made once, whoever asks first
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    begin = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "out"
        if name == "import":
            with path.open("wb") as out:
                CSV.write(report, out, Choice(to_review=True))
            begin = time.perf_counter()
            assert not returned(report, (), path.read_bytes(), "nobody").mismatches
        else:
            with path.open("wb") as out:
                next(it for it in FORMATS if it.name == name).write(report, out, Choice())
        size = path.stat().st_size
    seconds = time.perf_counter() - begin
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return {"seconds": seconds, "mb": size / 1e6, "mib": (after - before) / 1024, "held": before / 1024}


def main() -> None:
    """Print one row for each format."""
    if len(sys.argv) > 3:
        print(json.dumps(measure(sys.argv[2], int(sys.argv[3]))))
        return
    pairs = int(sys.argv[1]) if len(sys.argv) > 1 else PAIRS
    print(f"{pairs:,} judged pairs\n\n| format | seconds | file, MB | memory added, MiB |\n| --- | --- | --- | --- |")
    for name in ("csv", "json", "html", "xlsx", "markdown", "import"):
        command = (sys.executable, "-m", "benchmarks.exports", "--measure", name, str(pairs))
        out = subprocess.run(command, env=os.environ, check=True, capture_output=True, text=True).stdout
        row = json.loads(out.splitlines()[-1])
        print(f"| {name} | {row['seconds']:.1f} | {row['mb']:.1f} | {row['mib']:.0f} |")
    print(f"\nThe report itself: {row['held']:.0f} MiB of the process.")


if __name__ == "__main__":
    main()
