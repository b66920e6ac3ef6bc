"""`factcheck score`: how right this version is on what reviewers decided."""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from factcheck.commands.comparing import models_of
from factcheck.commands.progress import progress
from factcheck.commands.usage import UsageError, add_nli, add_running


def add(commands: Any) -> None:
    """Tell the parser the options."""
    score = commands.add_parser(
        "score",
        help="score this version on the reviewed pairs that `project export --labels` wrote",
        epilog="example:\n  factcheck project export 'Ferry fire' --labels labels/ && factcheck score labels/",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    score.add_argument("folder", type=Path, metavar="FOLDER", help="with gold.json and the folder texts")
    score.add_argument("--errors", action="store_true", help="list every pair that was got wrong")
    score.add_argument("--json", action="store_true", help="print the result as JSON")
    add_running(score)
    add_nli(score)
    score.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Compare the texts anew and count."""
    from claims.reading import read
    from factcheck.comparison import compare
    from factcheck.reviewing.scoring import GoldError, score

    path = options.folder / "gold.json"
    try:
        gold = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise UsageError(f"{path}: cannot be read ({error.strerror}); write it with: factcheck project export") from error
    except ValueError as error:
        raise UsageError(f"{path}: is no JSON ({error})") from error
    reading = read([options.folder / "texts"])
    if not reading.documents:
        raise UsageError(f"{options.folder / 'texts'}: no article could be read")
    with progress(options.json) as tell:
        report = compare(reading.documents, models_of(options), progress=tell)
    try:
        found = score(gold, report)
    except GoldError as error:
        raise UsageError(f"{path}: {error}") from error
    if options.json:
        print(json.dumps(asdict(found), ensure_ascii=False))
        return 0
    for line in (*found.lines(), *(found.wrong if options.errors else ())):
        print(line)
    return 0
