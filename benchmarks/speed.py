"""How long a comparison takes: against a bare bound and public rivals, a second time, with one article more, as it grows.

`python -m benchmarks.speed [--articles FILE.jsonl] [--sizes N,N] [--rivals N] [--synthetic N,N]`. Without --articles:
the articles beside the project (../shared) where they are, else the examples. Each measurement is a process of its own
with a cache folder of its own. Seconds are of the processor (user and system, all threads), since other work may share
the machine; figures are written to results/speed.json.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from importlib.metadata import version
from itertools import combinations
from pathlib import Path
from typing import Any

from benchmarks.synthetic import synthetic

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
SAMPLE = 1_000  # pairs that a rival reads; its whole time is worked out from them, since cost is by the pair
PARTS = 64  # synthetic articles whose stages are measured

Figures = dict[str, float]


def main() -> None:
    """Print the tables and write the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=Path, default=SHARED / "data" / "news" / "syria_articles.jsonl")
    parser.add_argument("--sizes", type=_numbers, default=[50, 100], help="numbers of articles, compared one after the other")
    parser.add_argument("--rivals", type=int, default=200, help="sentences for the rivals; 0 for none")
    parser.add_argument("--synthetic", type=_numbers, default=[10_000, 100_000], help="sizes for the stages of corpus mode")
    parser.add_argument("--measure", nargs=2, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.measure:
        print(json.dumps(MEASURES[options.measure[0]](options.measure[1])))
        return
    seeds = SHARED / "seeds" if SHARED.is_dir() else ROOT / "examples"
    found: dict[str, Any] = {"machine": f"{platform.machine()}, {os.cpu_count()} cores", "versions": _versions(), "rows": []}
    with tempfile.TemporaryDirectory() as folder:
        piles = [seeds, *({ROOT / "examples"} - {seeds})]
        if options.articles.is_file():
            lines = options.articles.read_text(encoding="utf-8").splitlines()
            for size in (size for size in options.sizes if size <= len(lines)):
                piles.append(Path(folder) / f"first-{size}.jsonl")
                piles[-1].write_text("\n".join(lines[:size]) + "\n", encoding="utf-8")
        for pile in piles:
            found["rows"].append({"pile": pile.stem} | apart("whole", str(pile)) | again(pile, Path(folder)))
            print(json.dumps(found["rows"][-1]), flush=True)
        if options.rivals:
            found["rivals"] = apart("rivals", f"{options.rivals}:{piles[-1]}")
            print(json.dumps(found["rivals"]), flush=True)
        if options.articles.is_file():
            for size in options.synthetic:
                found[f"synthetic {size}"] = apart("stages", f"{size}:{options.articles}")
                print(json.dumps(found[f"synthetic {size}"]), flush=True)
    target = Path(__file__).parent / "results" / "speed.json"
    target.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")


def _numbers(text: str) -> list[int]:
    return [int(number) for number in text.split(",") if number]


def _versions() -> dict[str, str]:
    return {name: version(name) for name in ("torch", "sentence-transformers", "spacy", "numpy")} | {
        "python": platform.python_version()
    }


def apart(measure: str, argument: str) -> Figures:
    """What a measure finds in a process of its own, with an empty cache, and that process's peak memory."""
    with tempfile.TemporaryDirectory() as cache:
        command = [sys.executable, "-m", "benchmarks.speed", "--measure", measure, argument]
        out = subprocess.run(command, env=_environment(cache), cwd=ROOT, check=True, capture_output=True, text=True).stdout
    figures: Figures = json.loads(out.splitlines()[-1])
    return figures


def _environment(cache: str) -> dict[str, str]:
    return os.environ | {"XDG_CACHE_HOME": cache, "HF_HUB_OFFLINE": "1", "TOKENIZERS_PARALLELISM": "false"}


class Clock:
    """Seconds of the processor since the last question."""

    def __init__(self) -> None:
        """Start now."""
        self.last = time.process_time()

    def lap(self) -> float:
        """Seconds since the last lap."""
        now = time.process_time()
        self.last, passed = now, now - self.last
        return passed


def peak() -> float:
    """The largest memory of this process so far, MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def whole(path: str) -> Figures:
    """A comparison without any cache against the bare bound: parse once, embed claims once, read the aligned pairs."""
    from claims.reading import read
    from claims.sentences import blocks
    from factcheck.aligning.wordings import with_wordings
    from factcheck.comparison import Models, compare
    from factcheck.encoder import MiniLM
    from factcheck.judging.ladder import ReadingJudge
    from factcheck.judging.nli import packaged_reader
    from factcheck.models import load_nlp

    clock = Clock()
    nlp, encoder, reader = load_nlp(), MiniLM(), packaged_reader()
    asked: list[Sequence[tuple[str, str]]] = []

    class Recorded:
        """Remembers what is read."""

        def read(self, pairs: Sequence[tuple[str, str]]) -> Any:
            asked.append(pairs)
            return reader.read(pairs)

    nlp("A first text."), encoder.encode(["A first text."]), reader.read([("a", "b")])
    figures: Figures = {"load": clock.lap()}
    documents = read([path]).documents
    clock.lap()
    report = compare(documents, Models(nlp, encoder, ReadingJudge(Recorded()), "packaged"))
    figures |= {"compare": clock.lap(), "articles": len(documents), "claims": len(report.claims)}
    texts = [document.text[start:end] for document in documents for start, end in blocks(document)]
    words = sorted({claim.standalone for claim in with_wordings(report.claims)})
    clock.lap()
    for _ in nlp.pipe(texts, batch_size=64):
        pass
    figures["bare parse"] = clock.lap()
    encoder.encode(words)
    figures["bare embedding"] = clock.lap()
    for pairs in asked:
        reader.read(pairs)
    figures["bare reading"] = clock.lap()
    bare = figures["bare parse"] + figures["bare embedding"] + figures["bare reading"]
    return figures | {"pairs read": float(sum(map(len, asked))), "times the bare bound": figures["compare"] / bare, "MiB": peak()}


def again(pile: Path, folder: Path) -> Figures:
    """The command from its start to its end: first time, second time, with one article more; and that article alone."""
    more = folder / "more"
    more.mkdir(exist_ok=True)
    one = more / "one.jsonl"
    row = json.loads((folder / pile.name).read_text(encoding="utf-8").splitlines()[0]) if pile.suffix == ".jsonl" else None
    first = {"text": row["text"].replace("the", "that"), "published": row.get("published")} if row else {"text": ADDED}
    one.write_text(json.dumps({"outlet": "One more", **first}) + "\n", encoding="utf-8")
    with tempfile.TemporaryDirectory() as cache, tempfile.TemporaryDirectory() as other:
        return {
            "first run": command(cache, pile),
            "second run": command(cache, pile),
            "one more": command(cache, pile, one),
            "one alone": command(other, one),
        }


ADDED = (
    "A rocket hit a depot near Kessim on Tuesday. At least 12 soldiers were killed and 30 wounded, the ministry of Torvay said."
)


def command(cache: str, *paths: Path) -> float:
    """Seconds of the processor that `factcheck compare` takes."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    line = [sys.executable, "-m", "factcheck.cli", "compare", *map(str, paths), "--quiet", "--json", os.devnull]
    subprocess.run(line, env=_environment(cache), cwd=ROOT, check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def rivals(argument: str) -> Figures:
    """What similar packages do with the same sentences: a reader on all pairs, or on all pairs that paraphrase mining finds."""
    from sentence_transformers.util import paraphrase_mining_embeddings

    from claims.reading import read, read_text
    from factcheck.comparison import Models, Options, compare
    from factcheck.encoder import MiniLM
    from factcheck.judging.ladder import READ_FROM, ReadingJudge
    from factcheck.judging.nli import packaged_reader
    from factcheck.models import load_nlp

    count, _, path = argument.partition(":")
    nlp, encoder, reader = load_nlp(), MiniLM(), packaged_reader()
    documents, sentences = [], []
    for document in read([path]).documents:
        kept = [s.text.strip() for s in nlp(" ".join(document.kept.split())).sents if len(s) > 3]
        used = kept[: int(count) - len(sentences)]
        sentences += used
        documents.append(read_text(" ".join(used), outlet=f"{len(documents)}", published=document.published))
        if len(sentences) == int(count):
            break
    encoder.encode(["warm"]), reader.read([("a", "b")])
    clock = Clock()
    report = compare(documents, Models(nlp, encoder, ReadingJudge(reader), "packaged"), Options(one_event=True))
    ours = clock.lap()
    every = list(combinations(sentences, 2))
    both = [*every, *((right, left) for left, right in every)]
    some = random.Random(0).sample(both, min(SAMPLE, len(both)))
    clock.lap()
    reader.read(some)
    a_pair = clock.lap() / len(some)
    mined = [pair for pair in paraphrase_mining_embeddings(_tensor(encoder.encode(sentences))) if pair[0] >= READ_FROM]
    mining = clock.lap()
    return {
        "sentences": len(sentences),
        "ours": ours,
        "contradictions said": sum(judgement.verdict == "contradict" for judgement in report.judgements),
        "all pairs": a_pair * len(both),
        "all pairs against ours": a_pair * len(both) / ours,
        "mined pairs": float(len(mined)),
        "paraphrase mining and reading": mining + a_pair * 2 * len(mined),
        "mining against ours": (mining + a_pair * 2 * len(mined)) / ours,
    }


def _tensor(vectors: Any) -> Any:
    import torch

    return torch.from_numpy(vectors)


def stages(argument: str) -> Figures:
    """The stages of corpus mode by the article: claims and events measured on some, blocks on all `count` synthetic articles."""
    import re

    from factcheck.corpus import run as corpus_run
    from factcheck.corpus.blocks import Signature, blocks
    from factcheck.corpus.engines import Here, Setup
    from factcheck.corpus.folder import Folder

    count, _, path = argument.partition(":")
    rows = [json.loads(line) for line in Path(path).read_text(encoding="utf-8").splitlines()]
    word = re.compile(r"[A-Za-z]{4,}")

    def signatures() -> Any:
        for number, row in enumerate(synthetic(rows, int(count))):
            yield Signature(row["id"], number // 1000, "", tuple(set(word.findall(row["text"]))))

    clock = Clock()
    for _ in signatures():
        pass
    making = clock.lap()
    found = blocks(signatures)
    figures: Figures = {
        "articles": int(count),
        "blocks": len(found),
        "blocks by the article, ms": (clock.lap() - 2 * making) * 1000 / int(count),
    }
    figures |= {"largest block": max(map(len, found)), "blocks MiB": peak()}
    with tempfile.TemporaryDirectory() as folder:
        pile = Path(folder) / "some.jsonl"
        pile.write_text("\n".join(json.dumps(row) for row in synthetic(rows, PARTS)), encoding="utf-8")
        laps: dict[str, float] = {}

        def tell(stage: str, done: int, total: int) -> None:
            laps[stage] = laps.get(stage, 0.0) + clock.lap()

        models = Setup().models()
        models.nlp("A first text."), models.encoder.encode(["A first text."])
        clock.lap()
        corpus_run.run([pile], Folder(Path(folder) / "out"), {}, "", Here(models), tell)
    return (
        figures | {f"{stage} by the article, ms": laps[stage] * 1000 / PARTS for stage in ("claims", "events")} | {"MiB": peak()}
    )


MEASURES: dict[str, Callable[[str], Figures]] = {"whole": whole, "rivals": rivals, "stages": stages}

if __name__ == "__main__":
    main()
