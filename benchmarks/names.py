"""How right the names are that are taken for one: `python -m benchmarks.names [--shared DIR]`.

benchmarks/labels/names.jsonl holds pairs of mentions (article ids and offsets into "title, empty line, text", no words) of the
804 articles in DIR/data/news/syria_articles.jsonl, drawn by chance from all pairs of forms that were joined, and read by hand:
one person, country, group or place, or two. Printed is the share of right pairs among those that are still joined.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from claims.names import Name, names
from factcheck.models import load_nlp
from factcheck.naming.aliases import aliases

ROOT = Path(__file__).resolve().parent.parent
LABELS = ROOT / "benchmarks" / "labels" / "names.jsonl"
_BATCH = 16


def main() -> None:
    """Read all articles, resolve their names, and compare with the labels."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    options = parser.parse_args()
    source = options.shared / "data" / "news" / "syria_articles.jsonl"
    if not source.is_file():
        parser.error(f"{source}: not there; name the folder with --shared")
    rows = [json.loads(line) for line in source.read_text(encoding="utf-8").splitlines()]
    texts = {str(row["id"]): f"{row['title']}\n\n{row['text']}".replace("\n", " ") for row in rows}
    found = dict(zip(texts, map(tuple, map(names, load_nlp().pipe(texts.values(), batch_size=_BATCH))), strict=True))
    print(measured(found, [json.loads(line) for line in LABELS.read_text(encoding="utf-8").splitlines()]))


def measured(found: dict[str, tuple[Name, ...]], labels: list[dict[str, object]]) -> str:
    """One line: right pairs of those still joined, and how many right and wrong ones are joined no more."""
    known = aliases(found)
    at = {(document, place): name for document, some in found.items() for name in some for place in range(name.start, name.end)}
    counts = {(joined, right): 0 for joined in (True, False) for right in (True, False)}
    for label in labels:
        one, two = (at.get((str(label[f"{side}_article"]), label[f"{side}_start"])) for side in ("left", "right"))  # type: ignore[arg-type]
        canonical = [
            known.canonical(str(label[f"{side}_article"]), name.text, name.acts)
            for side, name in (("left", one), ("right", two))
            if name is not None
        ]
        counts[len(canonical) == 2 and canonical[0] == canonical[1], bool(label["same"])] += 1
    joined, right = counts[True, True] + counts[True, False], counts[True, True]
    return (
        f"names that are one: {right / joined:.3f} ({right}/{joined}) of the labelled pairs still joined; "
        f"joined no more: {counts[False, False]} wrong and {counts[False, True]} right"
    )


if __name__ == "__main__":
    main()
