"""A long fuzz run of one reader, guided by what the bytes reach in it; the short one is tests/property/test_readers.py.

    pip install atheris
    PYTHONPATH=.:tests python -m fuzzing pdf -max_total_time=600

atheris is not among the project's dependencies and this is no test of its own. Bytes that give unsound articles, an exception
other than UnreadableError, or no end, are kept in a file (crash-..., timeout-...); the options after the kind are libFuzzer's.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path
from tempfile import mkdtemp

import atheris

CODE = ["claims", "email", "pypdf", "striprtf", "warcio", "feedparser", "openpyxl"]  # what is watched; all else is as it is

with atheris.instrument_imports(include=CODE):
    from property.test_readers import SAMPLES, sound

    from claims.reading import UnreadableError
    from claims.reading.kinds import KINDS, found_in


def main() -> None:
    """Fuzz the reader of the kind that is named first, beginning with a sound file of that kind."""
    kinds = sorted(kind for kind in KINDS if KINDS[kind].reader)
    if len(sys.argv) < 2 or sys.argv[1] not in kinds:
        sys.exit(f"name a kind: {', '.join(kinds)}")
    kind = sys.argv.pop(1)
    with atheris.instrument_imports(include=CODE):  # a reader imports its library when it is first asked
        sound(found_in(kind, SAMPLES[kind]))

    def read(data: bytes) -> None:
        with suppress(UnreadableError):
            sound(found_in(kind, data))

    corpus = Path(mkdtemp(prefix="fuzz-"))
    (corpus / "sound").write_bytes(SAMPLES[kind])
    atheris.Setup([*sys.argv, str(corpus)], read)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
