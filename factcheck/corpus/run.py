"""A whole corpus run: read, claims, blocks, events, summary; each step goes on where an earlier run of it was stopped."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from claims.reading.article import Problem, as_row
from claims.reading.columns import Columns
from factcheck import __version__
from factcheck.corpus import stages
from factcheck.corpus.blocks import Signature, blocks, packed_into
from factcheck.corpus.engines import Engine, Stage
from factcheck.corpus.folder import Folder, read_lines, write_json, write_lines
from factcheck.corpus.streams import articles
from factcheck.keeping.fingerprints import code_fingerprint

PART = 64  # articles parsed in one go: what a kill costs each worker at most
GROUP = 128  # documents compared in one go, where their blocks are no larger

_BUFFERED = 4_096  # lines held while documents are put to their groups

Tell = Callable[[str, int, int], None]


def run(paths: Sequence[Path], folder: Folder, columns: Columns, nli: str | None, engine: Engine, tell: Tell) -> dict[str, Any]:
    """The summary of a run over the articles of some files; what of it is done already is not done again.

    CorpusError where the folder holds something else, UnreadableError for a file that is no corpus.
    """
    settings = _settings(paths, columns, nli)
    folder.begin(settings)
    if not folder.summary.exists():
        parts = _read(folder, paths, columns, tell)
        _stage(engine, stages.claims, folder, [n for n in range(parts) if not folder.claims(n).exists()], parts, "claims", tell)
        groups = _grouped(folder, parts, tell)
        _stage(engine, stages.events, folder, [n for n in range(groups) if not folder.told(n).exists()], groups, "events", tell)
        _summed(folder, parts, groups, settings)
        folder.finish()
    summary: dict[str, Any] = json.loads(folder.summary.read_text(encoding="utf-8"))
    return summary


def _settings(paths: Sequence[Path], columns: Columns, nli: str | None) -> dict[str, Any]:
    """What decides the results; a run goes on only where all of it is the same. Engine, jobs and device decide nothing."""
    files = [[str(path.resolve()), path.stat().st_size, path.stat().st_mtime_ns] for path in paths]
    code = code_fingerprint("claims")[:16] + code_fingerprint("factcheck")[:16]
    return {"version": __version__, "code": code, "files": files, "columns": dict(columns), "nli": nli}


def _read(folder: Folder, paths: Sequence[Path], columns: Columns, tell: Tell) -> int:
    """Cut the stream of articles into parts; returns their number."""
    done = folder.root / "work" / "read.json"
    if done.exists():
        return int(json.loads(done.read_text(encoding="utf-8"))["parts"])
    stream = articles(paths, columns)
    part = read = 0
    while some := list(islice(stream, PART)):
        if not folder.articles(part).exists():
            rows = [(path, ".warc" in Path(path.partition("/page-")[0]).suffixes, as_row(found)) for path, found in some]
            write_lines(folder.articles(part), rows)
        part += 1
        read += sum(not isinstance(found, Problem) for _, found in some)
        tell("articles", read, 0)
    write_json(done, {"parts": part})
    return part


def _stage(engine: Engine, stage: Stage, folder: Folder, missing: Sequence[int], total: int, name: str, tell: Tell) -> None:
    tell(name, total - len(missing), total)
    for done, _ in enumerate(engine.run(stage, folder, missing), total - len(missing) + 1):
        tell(name, done, total)


def _lines(folder: Folder, parts: int) -> Iterator[dict[str, Any]]:
    """The documents of all parts, each id once."""
    seen: set[str] = set()
    for part in range(parts):
        for line in islice(read_lines(folder.claims(part)), 1, None):
            if line["id"] not in seen:
                seen.add(line["id"])
                yield line


def _grouped(folder: Folder, parts: int, tell: Tell) -> int:
    """Put the documents to the groups in which they are compared; returns the number of groups."""
    done = folder.root / "work" / "groups.json"
    if done.exists():
        return int(json.loads(done.read_text(encoding="utf-8"))["groups"])
    tell("blocks", 0, 1)

    def signatures() -> Iterator[Signature]:
        return map(stages.signature, _lines(folder, parts))

    found = blocks(signatures)
    groups = packed_into(found, GROUP)
    block_of = {document: number for number, block in enumerate(found) for document in block}
    group_of = {block: number for number, some in enumerate(groups) for block in some}
    for old in (folder.root / "work").glob("group-*.jsonl"):
        old.unlink()
    waiting: dict[int, list[str]] = defaultdict(list)
    held = 0
    for number, line in enumerate(_lines(folder, parts)):
        block = block_of[number]
        row = {"block": block, "document": line["document"], "kept": line["kept"]}
        waiting[group_of[block]].append(json.dumps(row, ensure_ascii=True, separators=(",", ":")))
        held += 1
        if held == _BUFFERED:
            _flush(folder, waiting)
            held = 0
    _flush(folder, waiting)
    write_json(done, {"groups": len(groups), "blocks": len(found)})
    tell("blocks", 1, 1)
    return len(groups)


def _flush(folder: Folder, waiting: dict[int, list[str]]) -> None:
    for group, lines in waiting.items():
        with folder.group(group).open("a", encoding="utf-8") as handle:
            handle.write("".join(f"{line}\n" for line in lines))
    waiting.clear()


def _summed(folder: Folder, parts: int, groups: int, settings: dict[str, Any]) -> None:
    """Write what the run came to, and beside it what could not be used."""
    counts: Counter[str] = Counter()
    failed: list[list[str]] = []
    for part in range(parts):
        failed += next(read_lines(folder.claims(part)))["failed"]
    for group in range(groups):
        told = json.loads(folder.told(group).read_text(encoding="utf-8"))
        counts.update(told["counts"])
        failed += told["failed"]
    write_lines(folder.root / "failed.jsonl", [{"path": path, "reason": reason} for path, reason in sorted(failed)])
    write_json(folder.summary, {"settings": settings, "counts": dict(sorted(counts.items())) | {"failed": len(failed)}})
