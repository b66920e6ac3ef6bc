"""How often the best supported value is the right one: `python -m benchmarks.truth [--shared DIR]`.

Three public sets with truths that others looked up lie in DIR/data/truth; none of their rows is part of this project: authors of
books from online shops, populations of towns from Wikipedia's edit history, places of world heritage sites from web pages. Each
method's error is the share of items with a known truth whose best supported value is wrong; where several values are level, each
counts for its part. Majority is the baseline.
"""

from __future__ import annotations

import argparse
import csv
import re
import time
from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.results import OURS, ROOT, Figure, save
from factcheck.evidence.truth import Likeness, Loss, Method, Vote, ballot, discover, number_likeness, number_loss

NEAR = 0.01  # a population within 1 % of the census is right: the sets' own truths differ by as much
NOISE = frozenset(
    "author authors by et al etc and joint editor ed eds jr iii ii available not br with phd dr university usa".split()
)


@dataclass(frozen=True, slots=True)
class Task:
    """Votes, and whether a value is right for each item with a known truth."""

    name: str
    votes: list[Vote]
    items: list[str]
    right: Callable[[str, Hashable], bool]
    like: Likeness | None = None
    loss: Loss | None = None


def names(text: str) -> frozenset[str]:
    """The names in a list of authors: words of two letters and more, in lower case, without initials and notes."""
    words = re.findall(r"[^\W\d_]+", text.lower().replace("'", ""))
    return frozenset(word for word in words if len(word) > 1 and word not in NOISE)


def shared_names(one: Hashable, other: Hashable) -> float:
    """TruthFinder's own implication between lists of authors: the share of the first that stands in the second, less one half."""
    assert isinstance(one, frozenset)
    assert isinstance(other, frozenset)
    return len(one & other) / len(one) - 0.5


def books(folder: Path) -> Task:
    """A list is right with all true surnames and no name that is nobody's; first names may be short."""
    votes = []
    for shop, book, _, authors in _rows(folder / "book_book.txt", "\t"):
        if found := names(authors):
            votes.append((shop, book, found))
    truth = {row[0].strip(): row[1].split(";") for row in _rows(folder / "book_book_golden.txt", "\t") if len(row) > 1}

    def right(book: str, value: Hashable) -> bool:
        assert isinstance(value, frozenset)
        known = frozenset[str]().union(*(names(author) for author in truth[book]))
        surnames = frozenset[str]().union(*(names(author.split(",")[0]) for author in truth[book]))
        return surnames <= value and all(any(word[:3] == other[:3] for other in known) for word in value - known)

    return Task("books", votes, sorted(truth), right, shared_names)


def populations(folder: Path) -> Task:
    """A number is right within 1 % of the census."""
    votes: list[Vote] = [
        (editor, town.strip(), float(value)) for town, editor, value, _ in _rows(folder / "population_population-new.txt", "\t")
    ]
    known = {item for _, item, _ in votes}
    truth = {}
    for line in (folder / "population_population-gd.txt").read_text(encoding="utf-8", errors="replace").splitlines():
        town, year, value = (part.strip() for part in line.rsplit(", ", 2))
        if f"{town}_{year}" in known:
            truth[f"{town}_{year}"] = float(value)

    def right(town: str, value: Hashable) -> bool:
        assert isinstance(value, float)
        return abs(value - truth[town]) <= NEAR * truth[town]

    return Task("populations", votes, sorted(truth), right, number_likeness, number_loss)


def heritage(folder: Path) -> Task:
    """A place is right if it is one of those, from district to continent, that the site lies in."""
    votes: list[Vote] = [(page, site, place) for site, page, place in _table(folder / "birthplaces_heritages_claims.csv")]
    truth = dict(_table(folder / "birthplaces_heritages_groundtruths.csv"))
    return Task("heritage sites", votes, sorted(truth), lambda site, place: f",{place}," in f",{truth[site]},")


def _rows(path: Path, mark: str) -> Iterator[list[str]]:
    for line in path.read_text(encoding="utf-8", errors="replace").split("\n"):
        if line.strip():
            yield line.split(mark)


def _table(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))[1:]


def error(task: Task, method: Method, like: Likeness | None) -> float:
    """The share of the task's items whose best supported value is wrong."""
    votes = ballot(task.votes)
    found = discover(votes, method, like, task.loss)
    values: dict[str, list[Hashable]] = {}
    for item, value in votes.candidates:
        values.setdefault(item, []).append(value)
    wrong = 0.0
    for item in task.items:
        best = found.best(item, values[item])
        wrong += sum(not task.right(item, value) for value in best) / len(best)
    return wrong / len(task.items)


def main() -> None:
    """Print the error of each method on each set."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    options = parser.parse_args()
    folder = options.shared / "data" / "truth"
    if not folder.is_dir():
        parser.error(f"{folder}: not there; name the folder with --shared")
    tasks = [books(folder), populations(folder), heritage(folder)]
    print(f"{'method':<34}" + "".join(f"{f'{task.name} ({len(task.items)})':>22}" for task in tasks) + f"{'seconds':>10}")
    rows = [(method.value, method, False) for method in Method]
    rows.insert(4, (f"{Method.TRUTH_FINDER} with likeness", Method.TRUTH_FINDER, True))
    kept = []
    for name, method, likened in rows:
        started = time.perf_counter()
        errors = [error(task, method, task.like if likened else None) for task in tasks]
        seconds = time.perf_counter() - started
        print(f"{name:<34}" + "".join(f"{value:>22.3f}" for value in errors) + f"{seconds:>10.1f}")
        called = OURS if likened else name
        kept += [Figure(f"{t.name}, {len(t.items)}", "error", called, e) for t, e in zip(tasks, errors, strict=True)]
    save("truth", kept)


if __name__ == "__main__":
    main()
