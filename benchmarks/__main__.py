"""All figures again, and the table: `python -m benchmarks [--shared DIR] [STAGE ...]`, which is what `make bench` does.

Each stage is a program of its own; one whose data are not there says so and is left out, one that fails fails the whole.
Without `--rivals` the figures of rivals stay, with the commit of their day; what a person read by hand stays too. Speed is
measured apart (`make speed`), on a machine with nothing else to do.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from pathlib import Path

from benchmarks import table
from benchmarks.results import ROOT

# The program of each stage, with what it is given; on two cores all of them take half an hour.
PROGRAMS: dict[str, list[str]] = {
    "quantities": ["newsquant"],
    "numeric": ["numeric_nli"],
    "attribution": ["attribution"],
    "events": ["events"],
    "pairs": ["pairs"],
    "reading": ["nli", "--quick", "1000"],
    "verdicts": ["verdicts"],
    "reprints": ["reprints"],
    "truth": ["truth"],
    "gold": ["gold"],
    "causes": ["causes"],
    "calibration": ["calibration", "--quick", "1000"],
}
USAGE = 2  # the exit status of argparse where the data are not there


def main() -> int:
    """Run the stages and write the table; 1 where one failed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("stages", nargs="*", metavar="STAGE", help=f"of {', '.join(PROGRAMS)}; all by default")
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", help="folder with the texts and labels")
    parser.add_argument("--rivals", type=Path, help="folder with rivals, for the stages that know some")
    options = parser.parse_args()
    if unknown := set(options.stages) - set(PROGRAMS):
        parser.error(f"{', '.join(sorted(unknown))}: no such stage; there are {', '.join(PROGRAMS)}")
    failed = []
    for stage in options.stages or PROGRAMS:
        module, *words = PROGRAMS[stage]
        rivals = ["--rivals", str(options.rivals)] if options.rivals and stage in ("quantities", "verdicts") else []
        line = [sys.executable, "-m", f"benchmarks.{module}", "--shared", str(options.shared), *words, *rivals]
        print(f"== {stage}: python -m benchmarks.{module}", flush=True)
        began = time.monotonic()
        status = subprocess.run(line, cwd=ROOT, check=False).returncode
        if status == USAGE:
            print(f"== {stage}: left out")
        elif status:
            failed.append(stage)
        else:
            print(f"== {stage}: {time.monotonic() - began:.0f} s", flush=True)
    table.main()
    print(f"the table is in {table.README}" + (f"; failed: {', '.join(failed)}" if failed else ""))
    return int(bool(failed))


if __name__ == "__main__":
    sys.exit(main())
