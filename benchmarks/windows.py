"""How many time expressions are found and resolved, and how many rightly: `python -m benchmarks.windows [--shared DIR]`.

DIR (default ../shared) holds data/news/*.jsonl. results/window-labels.csv names expressions that were drawn at random from those
that resolved and read by hand: article, offset, and the first and last day that a reader marks; none of the texts stands in it.
"""

from __future__ import annotations

import argparse
import csv
import json
from collections import Counter
from datetime import date
from pathlib import Path
from time import perf_counter

import spacy

from claims.times.timing import last_told
from claims.times.window import Window
from claims.times.windows import windows

ROOT = Path(__file__).resolve().parent.parent
LABELS = Path(__file__).parent / "results" / "window-labels.csv"
CORPORA = ("syria_articles", "recession_articles")


def main() -> None:
    """Print counts for each corpus, the granularities, words a second, and the share of the labels that is met."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    folder = parser.parse_args().shared / "data" / "news"
    if not folder.is_dir():
        parser.error(f"{folder}: no such folder; name the one above data/ with --shared")
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    nlp.max_length = 10**7
    found: dict[tuple[str, int], Window] = {}
    grains: Counter[str] = Counter()
    words, seconds = 0, 0.0
    for corpus in CORPORA:
        counts: Counter[str] = Counter()
        for row in map(json.loads, (folder / f"{corpus}.jsonl").read_text(encoding="utf-8").splitlines()):
            published = date.fromisoformat(row["published"]) if row["published"] else None
            anchor = None
            for sentence in nlp(row["text"]).sents:
                began = perf_counter()
                mentions = tuple(windows(sentence.text, published, anchor))
                seconds += perf_counter() - began
                words += len(sentence.text.split())
                anchor = last_told(mentions)
                for mention in mentions:
                    window = mention.window
                    counts["resolved" if window.resolved else "relative" if window.relative else "unresolved"] += 1
                    grains[window.granularity.value] += 1
                    found[row["id"], sentence.start_char + mention.start] = window
        print(f"{corpus}: {counts.total()} found, " + ", ".join(f"{n} {what}" for what, n in counts.most_common()))
    print(", ".join(f"{n} {what}" for what, n in grains.most_common()))
    print(f"{words / seconds:,.0f} words a second")
    with LABELS.open(encoding="utf-8", newline="") as file:
        labels = list(csv.DictReader(file))
    wrong = [label for label in labels if not _met(label, found)]
    print(f"hand-read: {len(labels) - len(wrong)}/{len(labels)} right")
    for label in wrong:
        print(f"  wrong: {label['article']} at {label['offset']}")


def _met(label: dict[str, str], found: dict[tuple[str, int], Window]) -> bool:
    """Whether the expression at the label's place is resolved to the label's days; an empty day is an open end."""
    window = found.get((label["article"], int(label["offset"])))
    if window is None:
        return False
    return (str(window.start or ""), str(window.end or "")) == (label["start"], label["end"])


if __name__ == "__main__":
    main()
