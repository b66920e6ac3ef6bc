"""What happened to those whom a number counts, read from the parse; where the parse of scraped text is broken, the nearest role
word that no other number claims is taken instead.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.figures.breakages import breakage
from claims.figures.counted import REACH
from claims.figures.flights import flight
from claims.figures.headlines import harm_before
from claims.figures.roles import BODILY, HARM, ROLE_OF, can_be, kind

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_WHOLE = re.compile(r"(?:^|\b(?:none|all|most|some|many|few|half|each)\s+|[.,;]\s*)of\s+(?:the|those|these|its|their)$", re.I)
TOLLS = frozenset({"toll", "count", "tally", "number"})
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "ROOT", "pobj", "attr"})
_NEAR = 3  # tokens between a role word and a number that has it for itself


def role_of(doc: Doc, first: int, end: int, noun: Token | None, taken: set[int]) -> str:
    """The role of a count: from the grammar around what is counted, else from the nearest role word."""
    root = noun if noun is not None else doc[first:end].root
    if _does_it(root) or _WHOLE.search(doc[max(0, first - 5) : first].text) or _is_whole(doc, first):
        return ""
    role = harm_before(doc, first) or grammar_role(doc, first, end, root) or _nearest_role(doc, first, end, root, taken)
    if noun is not None and not can_be(role, noun.text):
        return ""  # "killed 12 fighters while destroying two tanks"
    return "casualties" if role in BODILY and _both_told(doc, first, max(end, root.i + 1), taken) else role


def _both_told(doc: Doc, first: int, end: int, taken: set[int]) -> bool:
    """ "killed or wounded 15", "40 dead and wounded": one number of two kinds of harm, unless another number has one of them."""
    for at in (*range(max(0, first - REACH), first - 2), *range(end, min(end + REACH, len(doc) - 2))):
        if doc[at + 1].lower_ not in ("and", "or") or {_of_lemma(doc[at]), _of_lemma(doc[at + 2])} != BODILY:
            continue
        between = range(at + 3, first) if at < first else range(end, at)
        beside = doc[at + 3 : at + 3 + _NEAR] if at > first else doc[max(0, at - _NEAR) : at]
        other = any(t.like_num for t in beside) and not any(t.lower_ in ("in", "by", "from", "on") for t in beside)
        if not other and not any(i in taken or doc[i].is_punct for i in between):
            return True
    return False


def _is_whole(doc: Doc, first: int) -> bool:
    """ "two of the three suspects were arrested": what happened, happened to the two."""
    return first > 2 and doc[first - 1].pos_ in ("DET", "PRON") and doc[first - 2].lower_ == "of" and doc[first - 3].pos_ == "NUM"


def grammar_role(doc: Doc, first: int, end: int, root: Token) -> str:
    """The role that the parse gives to what `root` names, for a count in tokens [first, end); empty for none."""
    if role := _next_role(doc, max(end, root.i + 1)):
        return role
    if (others := among(root)) is not None and (role := next((r for t in others.subtree if (r := _of_lemma(t))), "")):
        return role
    if toll := _stated_toll(doc[first:end].root):
        return toll
    status = root.lemma_.lower() in _STATUS
    for reading in (_modifier_role, _verb_role, _own_role) if status else _READINGS:
        if role := reading(root) or reading(doc[first:end].root):  # "scores of houses were destroyed": scores is the subject
            return role
    return ""


_STATUS = frozenset({"hostage", "refugee", "evacuee", "captive"})  # what they are counts less than what happened to them


def _of_lemma(token: Token) -> str:
    if token.lower_ == "remains" and token.pos_ not in ("NOUN", "PROPN"):
        return ""  # "the number remains at 37"
    return ROLE_OF.get(token.lemma_.lower(), ROLE_OF.get(token.lower_, ""))


def _does_it(root: Token) -> bool:
    """ "killed by 20 gunmen": the number counts those who did it."""
    by = root.head
    return root.dep_ == "pobj" and by.lower_ == "by" and (by.dep_ == "agent" or (by.dep_ == "prep" and root.pos_ != "NUM"))


def _next_role(doc: Doc, at: int) -> str:
    """ "48 people dead", "15 injured": a role word at once behind what is counted, unless it acts on something."""
    if at < len(doc) and (role := _of_lemma(doc[at])) in HARM and doc[at].tag_ in ("JJ", "VBN", "VBD", "NN"):
        return "" if _acts(doc[at]) else role
    return ""


def _acts(token: Token) -> bool:
    """Whether a word is a verb with an object, so that what stands before it does the harm."""
    objects = [c for c in token.children if c.dep_ in ("dobj", "obj") or (c.dep_ == "nummod" and c.i > token.i)]
    return any(c.i + 1 >= len(token.doc) or _of_lemma(token.doc[c.i + 1]) not in HARM for c in objects)


def _own_role(noun: Token) -> str:
    """ "two deaths", "75 bodies"."""
    return _of_lemma(noun) if noun.pos_ in ("NOUN", "ADJ") or noun.dep_ in ("pobj", "nsubj", "dobj", "ROOT") else ""


def _modifier_role(noun: Token) -> str:
    """ "22 dead", "people killed in", "44 wounded men"; not "killed 30 people injured 90" in a text that has lost its commas."""
    harmed = noun.dep_ == "dobj" and _of_lemma(noun.head) in HARM
    for child in noun.children:
        acts_itself = child.dep_ == "relcl" and any(c.dep_ == "nsubj" and c.tag_ != "WP" for c in child.children)
        acts_itself |= child.dep_ == "acl" and harmed
        if child.dep_ in ("amod", "acl", "relcl", "appos") and not acts_itself and (role := _of_lemma(child)):
            return role
    return ""


def _verb_role(noun: Token) -> str:
    """ "killed 40", "40 were killed", "40 died", "left 12 dead", "claimed 20 lives"."""
    while noun.dep_ == "conj" and noun.head.pos_ in ("NOUN", "PROPN", "NUM"):
        noun = noun.head
    verb, dep = noun.head, noun.dep_
    role = _of_lemma(verb) if verb.pos_ in ("VERB", "NOUN", "ADJ") else ""
    if dep == "npadvmod" and noun.i > verb.i and not any(c.dep_ in ("dobj", "auxpass") for c in verb.children):
        dep = "dobj"  # parsers take "displaced 1.5-2 million people" for a measure
    if role and (dep in ("dobj", "obj", "nsubjpass", "nsubj:pass") or (dep == "nsubj" and not (role in HARM and _acts(verb)))):
        return role
    if verb.lemma_ == "gun" and dep == "dobj" and any(c.lower_ == "down" for c in verb.children):
        return "killed"
    if verb.lemma_ in ("suffer", "sustain") and dep == "nsubj":  # "two cables suffered damage", "three men sustained injuries"
        return next((r for c in verb.children if c.dep_ == "dobj" and (r := _of_lemma(c)) in (*BODILY, "damaged")), "")
    if verb.lemma_ in ("claim", "take", "cost", "lose") and noun.lemma_ == "life" and dep in ("dobj", "obj"):
        return "killed"
    if verb.lemma_ == "lose" and dep in ("dobj", "obj") and kind(noun.text) in ("soldier", "fighter"):
        return "killed"
    if verb.lemma_ == "lose" and any(c.lemma_ == "life" for c in verb.children) and dep == "nsubj":
        return "killed"
    if verb.lemma_ in ("leave", "be", "find", "lie"):
        for child in verb.children:
            if child.dep_ in ("oprd", "acomp", "xcomp", "attr", "ccomp") and child.i > noun.i and (role := _of_lemma(child)):
                return role
    return ""


def _of_role(noun: Token) -> str:
    """ "the deaths of 30 troops", "claimed the lives of 20"."""
    if noun.dep_ == "pobj" and noun.head.dep_ == "prep" and noun.head.lower_ == "of":
        governor = noun.head.head
        while governor.ent_type_ in ("DATE", "TIME") and governor.head.dep_ == "prep":
            governor = governor.head.head  # "correcting an earlier toll on Friday of 12"
            governor = next((c for c in governor.children if c.lemma_.lower() == "toll" and c.dep_ in _ARGUMENTS), governor)
        if governor.lemma_.lower() == "toll":
            return _toll_role(governor)
        if governor.lemma_.lower() == "life" and governor.head.lemma_ in ("claim", "take", "cost"):
            return "killed"
        return _of_lemma(governor)
    return ""


def _measured_role(noun: Token) -> str:
    """ "the death toll was / rose to / stands at 24", "put the toll at 16", "a death toll of 9"."""
    governor = noun.head
    while governor.dep_ in ("prep", "quantmod") or governor.pos_ in ("ADP", "ADV", "NUM") or governor.lower_ in ("high", "low"):
        if governor.head == governor:
            return ""
        governor = governor.head
    for token in (governor, *governor.children):
        if token.lemma_.lower() in TOLLS and token.dep_ in _ARGUMENTS and (role := _toll_role(token)):
            return role
    return ""


def _stated_toll(number: Token) -> str:
    """ "The early death toll was nine, with 30 injured": what the toll is of, whatever follows."""
    if number.dep_ != "attr" or number.head.lemma_ != "be":
        return ""
    return next((_toll_role(c) for c in number.head.children if c.dep_ == "nsubj" and c.lemma_.lower() in TOLLS), "")


def _toll_role(noun: Token) -> str:
    """ "death toll", "number of wounded"; a bare toll is of dead, and so are victims beside whom the injured are counted."""
    role = next((role for child in noun.subtree if (role := _of_lemma(child))), "")
    if not role and any(t.lemma_.lower() == "victim" for t in noun.subtree):
        return "killed" if any(_of_lemma(t) == "wounded" for t in noun.sent) else "casualties"
    return role or ("killed" if noun.lemma_.lower() == "toll" else "")


def _nearest_role(doc: Doc, first: int, end: int, root: Token, taken: set[int]) -> str:
    """The first role word after the number, else the last before it, that no other number stands in front of."""
    start = max(end, root.i + 1)
    for token in doc[start : start + REACH]:
        if token.i in taken or token.is_sent_start or token.text in ".;:":
            break
        suffered = token.tag_ == "VBN" and any(c.dep_ in ("auxpass", "aux") for c in token.children)
        if (role := _of_lemma(token)) and (role in HARM or suffered) and not _acts(token):
            return role
    for i in range(first - 1, max(-1, first - REACH), -1):
        token = doc[i]
        if token.i in taken or token.text in ".;:" or doc[i + 1].is_sent_start or token.tag_ == "WRB" or token.pos_ == "SCONJ":
            break
        if (role := _of_lemma(token)) and role in HARM and token.pos_ in ("VERB", "NOUN", "ADJ"):
            return role
    return ""


def among(root: Token) -> Token | None:
    """The "among" of a count that is said to stand among others: "among the dead were seven", "two were among the 31"."""
    verb = root.head
    return next((child for child in verb.children if child.lower_ == "among"), None) if verb.lemma_ == "be" else None


_READINGS = (breakage, flight, _own_role, _modifier_role, _verb_role, _of_role, _measured_role)
