"""Words by which a text says that somebody says something, and the words that make an assertion less than one."""

from __future__ import annotations

from claims.claim import Cue

_CUES = {
    Cue.STATES: "say tell state add report announce note declare confirm explain remark write describe reveal recall quote cite"
    " acknowledge admit stress emphasize emphasise underline conclude mention comment observe document count",
    Cue.CLAIMS: "claim allege assert insist maintain argue contend suggest believe think suspect estimate warn",
    Cue.DENIES: "deny reject dismiss refute dispute",
    Cue.ACCUSES: "accuse blame charge denounce condemn",
    Cue.HOPES: "hope expect fear want wish",
    Cue.PLANS: "plan intend pledge vow promise threaten agree propose",
    Cue.ASKS: "ask urge demand call request",
}
CUE_OF = {lemma: cue for cue, lemmas in _CUES.items() for lemma in lemmas.split()}

# Cues whose own clause is the position that the subject holds, whether or not a "that" clause follows.
POSITIONS = frozenset({Cue.DENIES, Cue.ACCUSES})

# Subjects of these verbs act; they speak only if what follows is a clause.
NEEDS_CONTENT = frozenset(
    """
    agree propose call count describe document want fear expect threaten plan intend ask request cite
    """.split()
)

HEDGES = frozenset(
    """
    may might could reportedly allegedly alleged suspected purported purportedly apparently appear seem likely
    possibly probably presumably perhaps unconfirmed believed unverified if whether
    """.split()
)
NEGATORS = frozenset(["not", "n't", "never", "no", "nobody", "none", "neither", "nor", "nothing", "without"])

AGENCIES = frozenset(
    ["reuters", "afp", "ap", "upi", "dpa", "efe", "ansa", "xinhua", "tass", "interfax", "anadolu", "sana", "irna", "bloomberg"]
)
