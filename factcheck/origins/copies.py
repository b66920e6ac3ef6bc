"""Who copied whom: documents that share running text, the passages that they share, and which of them was probably first."""

from __future__ import annotations

from collections.abc import Sequence

from claims.document import Document
from factcheck.origins.credits import credits_of
from factcheck.origins.originals import original
from factcheck.origins.passages import Passage, Stretch, covered, edited_sentences, passages, runs
from factcheck.origins.shingles import Words, shared, words_of
from factcheck.report import Copy

# Below this share two texts have a stock paragraph in common, not an origin.
COPY_SHARE = 0.08

# Two texts that credit the same agency need less: the credit already says where both come from.
CREDITED_SHARE = 0.05

# News is copied while it is news: articles of different weeks share background from the archive, unless it is much of one.
NEWS_DAYS = 7
OLD_SHARE = 0.4

# Where most of a text stands in several others of many days, it is not stock but the report, which was printed often.
STOCK_SHARE = 0.6

# An outlet has background of its own that it prints for weeks: its articles are one text only where much of them is.
OWN_SHARE = 0.3

# Two runs of eight words are the least; one is a name with its title, or a phrase that every reporter uses.
LEAST_WORDS = 16

# Sentences are compared for edits only where this share is equal word for word: text that was edited everywhere keeps as much.
SEEDED = 0.02


def copies(documents: Sequence[Document]) -> tuple[Copy, ...]:
    """Pairs of documents that share text, by id, with the share of the shorter one's words and the passages."""
    ordered = sorted(documents, key=lambda document: document.id)
    texts = [words_of(document) for document in ordered]
    credited = [frozenset(credits_of(document.text)) for document in ordered]
    days = [document.published.toordinal() if document.published else None for document in ordered]
    same = shared(texts, days)
    found = []
    for one, two in sorted({*same.pairs, *same.stock_pairs}):
        needed = _needed(ordered[one], ordered[two], one_credit=bool(credited[one] & credited[two]))
        flipped = len(texts[two]) < len(texts[one])
        short, long = (two, one) if flipped else (one, two)
        new, old = (
            [(right, left) for left, right in places] if flipped else places
            for places in (same.pairs.get((one, two), []), same.stock_pairs.get((one, two), []))
        )
        stretches = _stretches(texts[short], texts[long], new, old, same.stock.get(short, frozenset()))
        words = covered(stretches)
        share = words / len(texts[short])
        if share >= needed and (words >= LEAST_WORDS or share >= OLD_SHARE):
            shown = passages(texts[short], texts[long], stretches)
            if flipped:
                shown = tuple(sorted(Passage(p.right, p.left, p.edited) for p in shown))
            pair = (ordered[one], ordered[two])
            found.append(Copy(pair[0].id, pair[1].id, round(share, 3), shown, *original(pair)))
    return tuple(found)


def _needed(one: Document, two: Document, one_credit: bool) -> float:
    """The share from which two documents are copies: less where they credit one agency, more where they may share old stock."""
    needed = CREDITED_SHARE if one_credit else COPY_SHARE
    if one.outlet and one.outlet == two.outlet:
        needed = OWN_SHARE
    if one.published and two.published and abs((one.published - two.published).days) > NEWS_DAYS:
        needed = OLD_SHARE
    return needed


def _stretches(
    shorter: Words,
    longer: Words,
    new: Sequence[tuple[int, int]],
    old: Sequence[tuple[int, int]],
    stock: frozenset[int],
) -> tuple[Stretch, ...]:
    """What a text shares with a longer one: equal runs and, where there are enough of them, sentences that were edited.

    `new` and `old` are the places of equal shingles that are news and stock; stock counts only where it is much of the text.
    """
    whole = runs([*new, *old])
    if covered(whole) >= STOCK_SHARE * len(shorter):
        return (*whole, *edited_sentences(shorter, longer, whole))
    equal = runs(new)
    if covered(equal) < SEEDED * len(shorter):
        return equal
    return (*equal, *edited_sentences(shorter, longer, equal, stock))
