"""How long a comparison takes, against the bare parse and the bare embedding of the same text.

`python -m benchmarks.speed [FOLDER ...]` (default: ../shared/seeds if it is there, else examples/). Each folder is measured in a
process of its own. Cold: no cached vectors. Warm: the vectors of an earlier run, models loaded, as a second comparison in one
session.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent
SEEDS = ROOT.parent / "shared" / "seeds"
RUNS = 5


def main() -> None:
    """Print one table for each folder."""
    if len(sys.argv) > 2 and sys.argv[1] == "--measure":
        print(json.dumps(measure(Path(sys.argv[2]))))
        return
    folders = [Path(arg) for arg in sys.argv[1:]] or [SEEDS if SEEDS.is_dir() else ROOT / "examples"]
    for folder in folders:
        with tempfile.TemporaryDirectory() as cache:
            environment = os.environ | {"XDG_CACHE_HOME": cache, "HF_HUB_OFFLINE": "1"}
            command = (sys.executable, "-m", "benchmarks.speed", "--measure", str(folder))
            out = subprocess.run(command, env=environment, cwd=ROOT, check=True, capture_output=True, text=True).stdout
        show(folder, json.loads(out.splitlines()[-1]))


def measure(folder: Path) -> dict[str, float]:
    """Seconds and peak memory in this process; medians of RUNS for what is repeated."""
    begin = time.perf_counter()
    from claims.extraction import extract_all
    from claims.reading import read
    from claims.sentences import blocks
    from factcheck.compare import compare, load_models

    models = load_models()
    loaded = time.perf_counter() - begin
    begin = time.perf_counter()
    reading = read([folder])
    report = compare(reading.documents, models, failed=reading.failed)
    cold = time.perf_counter() - begin

    def whole() -> None:
        compare(read([folder]).documents, models)

    texts = [d.text[start:end] for d in reading.documents for start, end in blocks(d)]
    sentences = [c.standalone for e in extract_all(reading.documents, models.nlp) for c in e.claims]
    bare = load_models(cache=False).encoder
    return {
        "documents": len(report.documents),
        "claims": len(report.claims),
        "load": loaded,
        "cold": cold,
        "warm": timed(whole),
        "parse": timed(lambda: list(models.nlp.pipe(texts))),
        "embedding": timed(lambda: bare.encode(sorted(set(sentences)))),
        "peak_mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def timed(run: Callable[[], object]) -> float:
    """Median seconds of RUNS runs."""
    seconds = []
    for _ in range(RUNS):
        begin = time.perf_counter()
        run()
        seconds.append(time.perf_counter() - begin)
    return median(seconds)


def show(folder: Path, figures: dict[str, float]) -> None:
    """Print the figures of one folder as a Markdown table."""
    bare = figures["parse"] + figures["embedding"]
    rows = [
        ("articles / claims", f"{figures['documents']:.0f} / {figures['claims']:.0f}"),
        ("models loaded", f"{figures['load']:.1f} s"),
        ("comparison, cold (no cached vectors)", f"{figures['cold']:.2f} s"),
        ("comparison, warm", f"{figures['warm']:.2f} s"),
        ("claims a second, warm", f"{figures['claims'] / figures['warm']:.0f}"),
        ("bare parse + bare embedding", f"{figures['parse']:.2f} + {figures['embedding']:.2f} s"),
        ("warm against bare", f"{figures['warm'] / bare:.2f} x"),
        ("peak memory", f"{figures['peak_mib']:.0f} MiB"),
    ]
    print(f"\n{folder}\n\n| what | figure |\n| --- | --- |")
    print("\n".join(f"| {name} | {value} |" for name, value in rows))


if __name__ == "__main__":
    main()
