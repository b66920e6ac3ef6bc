"""Groups of words that say the same, and pairs that say opposite things, for pairs that we make (training/generated.py)."""

from __future__ import annotations

# Words that may stand for each other nearly everywhere; the sense stays, so the pair is a paraphrase.
SAME = [
    group.split("|")
    for group in (
        "large|big",
        "begin|start",
        "began|started",
        "begins|starts",
        "buy|purchase",
        "bought|purchased",
        "killed|slain",
        "near|close to",
        "many|a lot of",
        "about|roughly",
        "however|but",
        "also|as well",
        "children|kids",
        "quickly|fast",
        "help|assist",
        "helped|assisted",
        "said|stated",
        "ended|came to an end",
        "because|since",
        "movie|film",
        "injured|hurt",
        "happy|glad",
        "attempted|tried",
        "obtained|got",
        "several|a number of",
        "almost|nearly",
        "car|automobile",
        "whole|entire",
        "physician|doctor",
        "people|persons",
        "sick|ill",
        "show|display",
    )
]
# Words that say opposite things; one put for the other turns most sentences round.
OPPOSITE = [
    group.split("|")
    for group in (
        "increased|decreased",
        "increase|decrease",
        "rose|fell",
        "won|lost",
        "before|after",
        "all|none",
        "accepted|rejected",
        "approved|refused",
        "always|never",
        "open|closed",
        "opened|closed",
        "largest|smallest",
        "more|fewer",
        "higher|lower",
        "first|last",
        "inside|outside",
        "supported|opposed",
        "arrived|left",
        "alive|dead",
        "old|young",
        "north|south",
        "east|west",
        "northern|southern",
        "eastern|western",
        "entered|left",
        "early|late",
        "guilty|innocent",
        "success|failure",
        "allowed|banned",
        "with|without",
        "started|stopped",
    )
]
