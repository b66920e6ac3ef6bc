"""Files that commands write: whole or not there, and one clear line where that fails."""

from __future__ import annotations

import argparse
import errno
import io
import os
import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import pytest
import reports

from factcheck.commands.targets import PURPOSES, add_targets, check_targets, write_targets, writing
from factcheck.commands.usage import UsageError
from factcheck.exports import to_csv, to_json
from factcheck.exports.columns import MEANING, REVIEW_MEANING
from factcheck.exports.formats import CSV, FORMATS, JSON, Choice, Format
from factcheck.exports.workbook import FACTS
from factcheck.judgement import Code
from factcheck.report import Report

if TYPE_CHECKING:
    from typing_extensions import Buffer

DOCS = Path(__file__).resolve().parents[1] / "docs" / "exports.md"


def options(*arguments: str) -> argparse.Namespace:
    """The options as a command gets them."""
    parser = argparse.ArgumentParser()
    add_targets(parser, claimreview=True)
    return parser.parse_args(arguments)


def test_help_names_every_format() -> None:
    """The options on the command line are the formats that there are."""
    assert list(PURPOSES) == [it.name for it in FORMATS]


def test_every_format_is_written(tmp_path: Path) -> None:
    """One run writes all; each file is what its writer writes, and nothing else is left in the folder."""
    files = {it.name: tmp_path / f"r{it.suffix}" for it in FORMATS}
    chosen = options(*(word for name, path in files.items() for word in (f"--{name}", str(path))))
    check_targets(chosen)
    write_targets(chosen, reports.small(), Choice())
    assert sorted(tmp_path.iterdir()) == sorted(files.values())
    assert files["csv"].read_bytes() == to_csv(reports.small()).encode()
    assert files["json"].read_bytes() == to_json(reports.small()).encode()
    assert all(path.stat().st_size > 1000 for name, path in files.items() if name != "claimreview")


def test_bom_and_whole(tmp_path: Path) -> None:
    """The CSV may start with the mark that Excel looks for, the JSON may be whole; otherwise they are the same."""
    csv, json = io.BytesIO(), io.BytesIO()
    CSV.write(reports.small(), csv, Choice(bom=True))
    JSON.write(reports.small(), json, Choice(whole=True))
    assert csv.getvalue() == b"\xef\xbb\xbf" + to_csv(reports.small()).encode()
    assert json.getvalue() == to_json(reports.small(), whole=True).encode()


class Pieces(io.RawIOBase):
    """A file that keeps only how long the longest piece was that it was given, and how many bytes in all."""

    longest = total = 0

    def writable(self) -> bool:
        return True

    def write(self, data: Buffer) -> int:
        size = memoryview(data).nbytes
        self.longest, self.total = max(self.longest, size), self.total + size
        return size


@pytest.mark.parametrize("it", [it for it in FORMATS if it.name not in ("xlsx", "claimreview")], ids=lambda it: it.name)
def test_a_large_report_is_written_in_pieces(it: Format) -> None:
    """However many facts there are, no piece is larger than a fact or the brief's style: nothing is held as one text."""
    out = Pieces()
    it.write(repeated(800), out, Choice())
    assert out.total > 5 * out.longest
    assert out.longest < 16_384


def repeated(times: int) -> Report:
    """The small report with one of its judged facts many times over, each with claims of its own."""
    base = reports.small()
    pairs = [(replace(reports.SEVEN, id=f"a{n}"), replace(reports.NINE, id=f"b{n}")) for n in range(times)]
    return replace(
        base,
        claims=tuple(claim for pair in pairs for claim in pair),
        facts=tuple(replace(reports.KILLED, id=f"f{n}", claims=(a.id, b.id)) for n, (a, b) in enumerate(pairs)),
        judgements=tuple(reports.judged(a, b, Code.VALUE_DIFFERS, 1, "7 dead cannot be 9 dead.") for a, b in pairs),
    )


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--html", "no/such/folder/b.html"], "does not exist"),
        (["--xlsx", "."], "it is a folder"),
        (["--csv", "a", "--json", "./a"], "named for csv and json"),
        (["--csv-bom"], "no file for it is named"),
        (["--json-whole", "--csv", "a"], "--json-whole says how the JSON is written"),
        (["--csv-review"], "no file for it is named"),
    ],
)
def test_what_cannot_be_written_is_said_before_the_work(arguments: list[str], says: str) -> None:
    """Each bad target has its own line, with what to do."""
    with pytest.raises(UsageError, match=re.escape(says)):
        check_targets(options(*arguments))


def test_a_full_disk_leaves_the_old_file(tmp_path: Path) -> None:
    """Where writing fails half way, the file of before is untouched and no half one lies about."""
    path = tmp_path / "r.csv"
    path.write_text("old")

    def fails(out: BinaryIO) -> None:
        out.write(b"half")
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with pytest.raises(UsageError, match=r"r\.csv: cannot be written \(No space left on device\)"), writing(path) as out:
        fails(out)
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_device_is_written_to_as_it_is() -> None:
    """`--csv /dev/stdout` and the like work; a device that is full says so."""
    with writing(Path(os.devnull)) as out:
        out.write(b"gone")
    if Path("/dev/full").exists():
        with pytest.raises(UsageError, match="No space left"), writing(Path("/dev/full")) as out:
            CSV.write(reports.small(), out, Choice())


def test_half_a_surrogate_pair_is_no_traceback(tmp_path: Path) -> None:
    """A text that UTF-8 cannot hold is written with its code, in every format."""
    broken = reports.headed("Ferry \ud83d fire")
    for it in FORMATS:
        with writing(tmp_path / f"r{it.suffix}") as out:
            it.write(broken, out, Choice())
    assert rb"Ferry \ud83d fire" in (tmp_path / "r.csv").read_bytes()
    assert rb"Ferry \ud83d fire" in (tmp_path / "r.json").read_bytes()


def test_every_column_is_documented() -> None:
    """docs/exports.md says of each column what the code says, in order."""
    listed = re.findall(r"^\| `(\w+)` \| (.+) \|$", DOCS.read_text(encoding="utf-8"), re.MULTILINE)
    assert listed == [*MEANING.items(), *REVIEW_MEANING.items(), *FACTS.items()]
