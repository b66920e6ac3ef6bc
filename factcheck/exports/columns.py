"""The columns of a judged pair, each with what it holds; docs/exports.md lists them and a test holds the two together."""

from __future__ import annotations

_SIDE = {
    "outlet": "the outlet, else “unknown outlet” with the name of the file",
    "title": "the article's title",
    "url": "the article's address",
    "published": "the day of publication, as 2024-10-30; empty where it is not known",
    "speaker": "who says it, from the outlet inward: ministry <- spokesman; empty where the outlet speaks for itself",
    "claim": "the exact words of the claim, on one line",
    "low": "the least value that the claim allows; empty where there is none",
    "high": "the greatest value that the claim allows; empty where there is none",
    "unit": "the unit of the two values; empty for a count",
    "window": "the claim's words for the time that it speaks of",
}

MEANING: dict[str, str] = {
    "finding": "what the claims of the fact add up to: contradicted, unclear, compatible, agreed, repeated, single-source",
    "verdict": "what holds between the two claims: contradict, agree, compatible, unclear",
    "code": "why, as a code; the README lists them",
    "reason": "why, as a sentence",
    "fact": "what the fact is about",
    "positions": "who holds what, where speakers exclude each other",
    **{f"left_{name}": f"first claim: {meaning}" for name, meaning in _SIDE.items()},
    **{f"right_{name}": f"second claim: {meaning}" for name, meaning in _SIDE.items()},
    "score": "how sure the verdict is, from 0 to 1",
    "shared_text": "the share of words that the two articles have in common, where one is a copy; else empty",
}
"""What each column holds, in order. The first claim is the one that comes first in the fact: by date, then outlet."""

COLUMNS = tuple(MEANING)

# A negative number is a number in a spreadsheet, and must stay one.
FIGURES = frozenset({"left_low", "left_high", "right_low", "right_high", "score", "shared_text"})

REVIEW_MEANING: dict[str, str] = {
    "status": "edit it: where the fact stands: open, confirmed, rejected, corrected; one row of a fact is enough",
    "corrected_verdict": "edit it: the verdict on the fact where status is corrected: contradict, agree, compatible, unclear",
    "pair_verdict": "edit it: a person's verdict on the two claims of this row alone",
    "left_rating": "edit it: how true a person holds the first claim: a word, also with a number from 1 (worst) to 5: False (1)",
    "right_rating": "edit it: the same of the second claim; one row of a claim is enough",
    "checked": "edit it: yes, where somebody has read the fact against the articles",
    "note": "edit it: a note on the fact; the last one is shown, all are kept",
    "reviewer": "edit it: who decides in this row; the last who did is shown",
    "reviews": "how many reviews the fact had; a row whose fact has got more since is not taken",
    "row": "names the pair of claims; an import finds the row by it, wherever it stands",
}
"""The columns for reviewing: to be edited and imported, but for the last two, which an import needs as they are."""

REVIEW_COLUMNS = tuple(REVIEW_MEANING)
EDITABLE = REVIEW_COLUMNS[:-2]
