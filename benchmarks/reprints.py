"""Whether reprints are found: `python -m benchmarks.reprints [--shared DIR] [--read]`.

Each article of DIR/data/news/syria_articles.jsonl (804, of which those with the same text are read once) gets a reprint, one
kind after the other, and all articles and reprints are searched together. Recall: how many reprints are found as copies of their
article. Strays: pairs of a reprint with an article of a third outlet that is no copy of the reprinted one. `--read` lists what
is said to be a copy among the articles themselves, with the passages, to be judged by hand. No text of these is in the project.
"""

from __future__ import annotations

import argparse
import re
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from random import Random

from benchmarks.results import OURS, ROOT, Figure, save
from claims.document import Document
from claims.reading import read
from factcheck.origins.copies import copies
from factcheck.origins.originals import origins

SHORTEST = 40  # words; of a shorter article half is a headline
BLOCK = 3  # sentences to a paragraph, where a text has lost its paragraphs
SEED = 7

Edit = Callable[[str, Random, Sequence[str]], str]


def sentences(text: str) -> list[str]:
    """A text's sentences, roughly: a cut at a wrong full stop does no harm here."""
    return re.split(r"(?<=[.!?])\s+", text)


def half(text: str, random: Random, words: Sequence[str]) -> str:
    """The first half of the sentences."""
    parts = sentences(text)
    return " ".join(parts[: max(1, len(parts) // 2)])


def reordered(text: str, random: Random, words: Sequence[str]) -> str:
    """The same paragraphs in another order."""
    parts = sentences(text)
    blocks = [" ".join(parts[at : at + BLOCK]) for at in range(0, len(parts), BLOCK)]
    random.shuffle(blocks)
    return "\n\n".join(blocks)


def edited(share: float) -> Edit:
    """An edit that changes this share of the words: a third each replaced, left out and added."""

    def edit(text: str, random: Random, words: Sequence[str]) -> str:
        out: list[str] = []
        for word in text.split():
            if random.random() >= share:
                out.append(word)
                continue
            out += random.choice(([random.choice(words)], [], [word, random.choice(words)]))
        return " ".join(out)

    return edit


def headlined(text: str, random: Random, words: Sequence[str]) -> str:
    """Another headline in place of the first sentence, the rest unchanged; over the text where it is the only one."""
    parts = sentences(text)
    return " ".join([" ".join(random.choices(words, k=9)) + ".", *(parts[1:] or parts)])


def everything(text: str, random: Random, words: Sequence[str]) -> str:
    """Cut to half, reordered, one word in ten edited, under another headline."""
    for edit in (half, headlined, reordered, edited(0.1)):
        text = edit(text, random, words)
    return text


KINDS: dict[str, Edit] = {
    "unchanged": lambda text, random, words: text,
    "cut to half": half,
    "paragraphs reordered": reordered,
    "10 % of the words edited": edited(0.1),
    "new headline": headlined,
    "all four at once": everything,
    "20 % of the words edited": edited(0.2),
    "30 % of the words edited": edited(0.3),
}


def main() -> None:
    """Print recall and strays for each kind of reprint, and the time of a search."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--read", action="store_true", help="list the copies among the articles themselves")
    options = parser.parse_args()
    source = options.shared / "data" / "news" / "syria_articles.jsonl"
    if not source.is_file():
        parser.error(f"{source}: not there; name the folder with --shared")
    articles = read([source]).documents
    started = time.perf_counter()
    among = copies(articles)
    seconds = time.perf_counter() - started
    by_id = {article.id: article for article in articles}
    if options.read:
        for copy in sorted(among, key=lambda copy: copy.share):
            left, right = by_id[copy.left], by_id[copy.right]
            print(f"\n{copy.share:.3f}  {left.outlet} {left.published} / {right.outlet} {right.published}  {copy.reason}")
            for passage in copy.passages:
                print("  ", "~" if passage.edited else "=", left.text[slice(*passage.left)])
        return
    print(f"{len(articles)} articles, {len(among)} pairs of copies among them, {seconds:.1f} s\n")
    print(f"{'reprint':<28}{'found':>16}{'strays':>8}")
    kept = []
    for kind, edit in KINDS.items():
        found, made, strays = _searched(by_id, origins(articles, among), edit)
        print(f"{kind:<28}{f'{found / made:.3f} ({found}/{made})':>16}{strays:>8}")
        kept.append(Figure(f"{made} synthetic reprints", f"found, {kind}", OURS, found / made))
    save("reprints", kept)


def _searched(by_id: dict[str, Document], family: dict[str, str], edit: Edit) -> tuple[int, int, int]:
    articles = list(by_id.values())
    random = Random(SEED)
    words = sorted({word for article in articles for word in article.text.split() if word.isalpha()})
    reprints = {
        f"{article.id}-reprint": replace(
            article,
            id=f"{article.id}-reprint",
            outlet="Reprint",
            text=edit(article.text, random, words),
            dropped=(),
        )
        for article in articles
        if len(article.text.split()) >= SHORTEST
    }
    found: set[str] = set()
    strays = 0
    for copy in copies([*articles, *reprints.values()]):
        for reprint, other in ((copy.left, copy.right), (copy.right, copy.left)):
            if reprint in reprints and other not in reprints:
                source = reprint.removesuffix("-reprint")
                found |= {reprint} if other == source else set()
                strays += family[other] != family[source] and by_id[other].outlet != by_id[source].outlet
    return len(found), len(reprints), strays


if __name__ == "__main__":
    main()
