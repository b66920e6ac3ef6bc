"""Tense around a time expression: whether "on Friday" is the one that was or the one to come."""

from __future__ import annotations

import re

# How far the verb of a time expression is looked for; further off stand other clauses.
_REACH = 90

_IRREGULAR = """
    was were had did been said told met saw began broke brought built bought came caught chose cut dealt drove fell felt
    fled flew fought found gave got grew heard held hit kept knew laid led left lost made meant paid put ran rose sent set
    shot shut sank spent split spread stood stole struck swept swore sold sang sat spoke took taught thought threw tore
    understood went withdrew won wore wrote became bore bled blew
    fed froze hung hurt lay lent let rode rang sought shook shrank slid slept swam woke overran overthrew retook
""".split()
_PAST_WORDS = "|".join(sorted(_IRREGULAR, key=len, reverse=True))
_PAST = rf"(?P<past>\b(?:{_PAST_WORDS}|(?!need\b|indeed\b|speed\b|feed\b|seed\b|united\b|armed\b|so-called\b)[a-z]{{2,}}ed)\b)"
# "due to meet" looks ahead, "due to rain" gives a cause: the verbs that people and things are due to do.
_DUE = (
    r"due(?!\s+to\s+(?!(?:be|begin|start|open|close|end|expire|resume|reopen|return|meet|visit|arrive|leave|travel|land|take|hold"
    r"|host|give|make|go|come|run|vote|decide|speak|appear|stand|report|release|publish|announce|present|sign|launch|play|face|join|step|address)\b))"
)
_ADVERBS = r"(?:\s+(?:to|for|on|not|also|be|have|being|formally|then|\w+ly))*"
_FUTURE = rf"""(?P<future>\b(?:
      (?:will|shall|would|won['’]t|['’]ll|should(?!\s+be\s+(?:noted|said|remembered)\b)|could|(?-i:may)|might|can)\b(?!\s+have\b){_ADVERBS}(?:\s+[a-z]+)?
    | (?:is|are|was|were|be|been)\s+(?:also\s+|now\s+)?(?:to|{_DUE}|scheduled|slated|set|expected|planned|supposed)
        \s+(?:to|for|on|at)\b{_ADVERBS}(?:\s+[a-z]+)?
    | (?:is|are)\s+(?:\w+ly\s+)?(?!being\b)[a-z]+ing\b
    | (?:{_DUE}|scheduled|slated|set|expected|planned|timed|poised)\s+(?:to|for|on)\b{_ADVERBS}(?:\s+[a-z]+)?
    | (?:plan|intend|hope|aim|want|vow|promise|pledge|prepare|threaten|wait)(?:s|ed|ing|d)?\s+(?:to|for)\b{_ADVERBS}(?:\s+[a-z]+)?
    | (?:plans|going|preparing|agreed|hoped|vowed|deadline)\s+(?:to|for)\b{_ADVERBS}(?:\s+[a-z]+)?
    | expects? | predicts? | anticipates? | envisages? | foresees? | sees(?=\s+(?-i:[a-z])) | pencill?ed\s+in
    | ahead\s+of | (?:days|weeks?|months?|years?)\s+ahead | upcoming | forthcoming | deadline\s+(?:is|of|on)
    | (?:begins?|starts|resumes?|opens|expires?|returns|ends|closes|arrives|reopens?|continues)\b
    | takes?\s+(?:effect|place|office) | comes?\s+into\s+(?:force|effect) | (?:go|goes|head|heads)\s+to\s+the\s+polls
    )(?!\w))"""
_CUE = re.compile(rf"{_FUTURE}|{_PAST}", re.VERBOSE | re.IGNORECASE)
_BREAK = re.compile(r"[;:!?—“”\"]|\.\s")
_AFTER = re.compile(r"\b(?:after|following|since)\b[^,]*$", re.I)


def looks_ahead(text: str, start: int, end: int) -> bool | None:
    """Whether the verb nearest to text[start:end] speaks of what is to come (True) or of what was (False); None without one.

    The last verb before the expression counts ("will release the men it captured on Monday"), else the first after it.
    """
    before = text[max(0, start - _REACH) : start]
    for cut in _BREAK.finditer(before):
        before = " " * cut.end() + before[cut.end() :]
    if cues := list(_CUE.finditer(before)):
        return cues[-1]["future"] is not None
    after = text[end : end + _REACH]
    if cut_after := _BREAK.search(after):
        after = after[: cut_after.start()]
    cue = _CUE.search(after)
    if cue is None:
        return None
    return cue["future"] is not None and _AFTER.search(before) is None
