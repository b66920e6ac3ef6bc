"""Words by which a text says that somebody says something: verbs, nouns and phrases, each with how it puts what is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.claim import Cue

if TYPE_CHECKING:
    from spacy.tokens import Token

_CUES = {
    Cue.STATES: "say tell state add report announce note declare confirm explain remark write describe reveal recall quote cite"
    " acknowledge admit stress emphasize emphasise underline underscore conclude mention comment observe document count respond"
    " reply answer continue tweet testify recount disclose concede inform echo repeat reiterate proclaim read show find learn"
    " indicate joke quip shout chant cry tout post notify predict hint boast complain lament caution counter point"
    " forecast project",
    Cue.CLAIMS: "claim allege assert insist maintain argue contend suggest believe think suspect estimate warn imply",
    Cue.DENIES: "deny reject dismiss refute dispute rebut disagree contest contradict doubt",
    Cue.ACCUSES: "accuse blame charge denounce condemn",
    Cue.HOPES: "hope expect fear want wish",
    Cue.PLANS: "plan intend pledge vow promise threaten agree propose",
    Cue.ASKS: "ask urge demand call request",
}
_CUE_OF = {lemma: cue for cue, lemmas in _CUES.items() for lemma in lemmas.split()}
_MISREAD = {"hopes": Cue.HOPES, "hoped": Cue.HOPES, "hoping": Cue.HOPES}  # their lemma comes out as that of "hopped"


def cue_of(verb: Token) -> Cue | None:
    """How a verb puts what is said; None for a verb that says nothing."""
    return _CUE_OF.get(verb.lemma_.lower()) or _MISREAD.get(verb.lower_)


# Cues whose own clause is the position that the subject holds, whether or not a "that" clause follows.
POSITIONS = frozenset({Cue.DENIES, Cue.ACCUSES})


def tells_otherwise(verb: Token) -> bool:
    """ "The figures tell a different story"."""
    return any(
        c.dep_ == "dobj" and (verb.lemma_, c.lemma_) in _TELLS_OTHERWISE and any(a.lower_ in _OTHERWISE for a in c.children)
        for c in verb.children
    )


# What is hoped, planned or asked for is no fact, whoever says so.
NO_FACTS = frozenset({Cue.HOPES, Cue.PLANS, Cue.ASKS})

# Subjects of these verbs act; they speak only if what follows is a clause.
NEEDS_CONTENT = frozenset(
    """
    agree propose call count describe document want fear expect threaten plan intend ask request cite find show learn read
    indicate continue post point counter forecast project answer respond echo repeat
    """.split()
)

# "X does not think that A" says not A.
TAKEN_TO_BE = frozenset(["think", "believe", "expect"])

# "The figures tell a different story": verbs and what they tell, which is another thing than what was said before.
_TELLS_OTHERWISE = frozenset(
    [
        ("tell", "story"),
        ("tell", "tale"),
        ("paint", "picture"),
        ("give", "account"),
        ("take", "view"),
        ("offer", "account"),
        ("offer", "version"),
        ("give", "version"),
        ("have", "view"),
    ]
)
_OTHERWISE = frozenset(["different", "another", "opposite", "contrary", "rival"])

# "Critics are sceptical that A": adjectives by which a speaker says no.
DOUBTS = frozenset(["skeptical", "sceptical", "doubtful", "unconvinced", "dubious"])

# Verbs whose object alone is an assertion: "the ministry reported twelve deaths", "doctors put the toll at 30".
TELLS_OF = frozenset(
    "report announce confirm count document estimate put reveal disclose stress emphasize emphasise underline underscore"
    " note acknowledge describe recall".split()
)

# What is wished for or planned can be their object alone: "they demand 300 visas", "it plans three closures".
WISHES_FOR = frozenset("demand propose plan threaten promise pledge expect fear request want hope".split())

# "Signs suggest that prices ease", "the drop shows it" is what the outlet makes of them; these nouns are what somebody has found.
SHOWS = frozenset("suggest show indicate imply".split())
TELLING = frozenset(
    """
    data figure number statistic research evidence analysis index record finding result test review audit investigation inquiry
    forecast estimate footage video image picture photo map chart indicator projection model people police
    email message story cable tape recording
    """.split()
)

# A clause without "to" and a subject of its own is what these say: "X claimed to have seen it".
CLAIMS_TO = frozenset(["claim"])

# Verbs that name what is said only where a quote stands beside them: "X began: ...", "Y put it".
BESIDE_QUOTES = frozenset("begin go put sing laugh wonder explode call label dub brand".split())

# Nouns for something said, and how it puts it: "X's claim that", "a statement by X that", "reports that".
NOUN_CUES = {
    noun: cue
    for cue, nouns in {
        Cue.STATES: "statement report announcement declaration remark comment word testimony confirmation admission news message",
        Cue.CLAIMS: "claim allegation assertion suggestion rumour rumor argument belief view warning suspicion contention"
        " idea notion theory",
        Cue.DENIES: "denial rejection",
        Cue.ACCUSES: "accusation charge",
        Cue.HOPES: "hope expectation fear",
        Cue.PLANS: "plan pledge promise vow threat proposal",
        Cue.ASKS: "demand call request appeal",
    }.items()
    for noun in nouns.split()
}

# "The theory goes": of whoever holds it.
HELD = frozenset("theory thinking argument idea logic reasoning story".split())

# Written things that speak for whoever issued them.
TEXTS = frozenset(
    "statement report letter communique memo document tweet post release study survey poll article editorial transcript".split()
)

AGENCIES = frozenset(
    ["reuters", "afp", "ap", "upi", "dpa", "efe", "ansa", "xinhua", "tass", "interfax", "anadolu", "sana", "irna", "bloomberg"]
)
