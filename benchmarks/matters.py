"""Pairs of claims of a large pile, read by hand: are they about one matter?

labels/matters.jsonl holds article ids, offsets, facets and the verdict, no words: pairs of claims of two outlets, one drawn by
chance from each of some facts that data/news/syria_articles.jsonl gave as one input, read by one person. Most are drawn from
what the alignment had joined wrongly, so that they show what a better one has to part.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from claims.claim import Claim
from claims.extracts import Extraction
from factcheck.aligning.wordings import with_wordings

LABELS = Path(__file__).resolve().parent / "labels" / "matters.jsonl"


def labelled(extractions: Iterable[Extraction]) -> Iterator[tuple[Claim, Claim, bool]]:
    """The labelled pairs whose two claims are still read, and whether they are about one matter."""
    found = {
        (Path(extraction.document.path).name.split("_")[0], claim.start, claim.end, claim.facet): claim
        for extraction in extractions
        for claim in with_wordings(extraction.claims)
    }
    for line in LABELS.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        one, two = (
            found.get(tuple(row[f"{side}_{key}"] for key in ("article", "start", "end", "facet"))) for side in ("left", "right")
        )
        if one is not None and two is not None:
            yield one, two, bool(row["same"])
