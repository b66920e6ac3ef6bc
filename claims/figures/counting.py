"""What a number counts and what happened to it, read from the parse; where a parse of scraped text is broken, the nearest
role word that no other number claims is taken instead.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import TYPE_CHECKING

from claims.figures.breakages import breakage
from claims.figures.flights import flight
from claims.figures.roles import BODILY, HARM, ROLE_OF, can_be, kind
from claims.grammar import first_child, is_plural
from claims.times.expressions import WEEKDAYS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_DETERMINERS = frozenset("a single of the its their his her my our more others another some -".split())
_WHOLE = re.compile(r"(?:^|\b(?:none|all|most|some|many|few|half|each)\s+|[.,;]\s*)of\s+(?:the|those|these|its|their)$", re.I)
# Words in the singular that count as many: "30 hospital staff" are not 30 hospitals.
_COLLECTIVE = frozenset(
    "staff crew personnel police people cattle sheep aircraft troops dead wounded injured youth cavalry infantry".split()
)
_FATES = frozenset({"dead", "wounded", "injured", "hurt"})  # what befell them, not who they are
_ORDERS = frozenset(
    "previous top bottom record remaining first last next past final leading additional further extra best worst".split()
)
_DAYS = {*WEEKDAYS, "today", "yesterday", "tomorrow"}
TOLLS = frozenset({"toll", "count", "tally", "number"})
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "ROOT", "pobj", "attr"})
_NEAR = 3  # tokens between a role word and a number that has it for itself
_REACH = 6  # tokens between a number and what it counts, or a role word beside it, in text whose parse is broken


def counted_noun(doc: Doc, first: int, end: int, taken: set[int]) -> Token | None:
    """The noun that a number (tokens [first, end)) counts: from the parse, else the noun that follows at once."""
    root = doc[first:end].root
    of = next((c for c in root.children if c.dep_ == "prep" and c.lower_ == "of" and c.i >= end), None)
    if of is not None and (noun := first_child(of, "pobj")) is not None:
        return _who_they_are(noun) if noun.pos_ == "PRON" else noun
    head = root.head
    modifies = root.dep_ in ("nummod", "quantmod", "amod", "compound") and head.pos_ in ("NOUN", "PROPN")
    near = end <= head.i < end + _REACH
    if modifies and near and not any(_is_verb(doc[i]) or i in taken for i in range(end, head.i)):
        timed = any(t.lemma_.lower() in _DAYS for t in doc[end : head.i + 1])  # "wounded 40 Tuesday", "injured 30 Monday night"
        return None if timed else hyphened(_of_compound(doc, first, end, head))
    if first > 1 and doc[first - 1].lower_ == "or" and doc[first - 2].tag_ == "NN" and root.head == doc[first - 2]:
        return doc[first - 2]  # "a boat or two"
    noun = None
    for token in doc[end : end + _REACH]:
        describes = token.tag_ in ("VBG", "VBN") or (token.lower_ == "and" and doc[token.i - 1].pos_ == "ADJ" and noun is None)
        if token.i in taken or not (
            token.pos_ in ("ADJ", "NOUN", "PROPN") or token.text == "-" or token.lower_ in ("of", "the", "other") or describes
        ):
            break
        if token.lemma_.lower() in _DAYS:
            break
        if token.pos_ in ("NOUN", "PROPN") and token.ent_type_ not in ("DATE", "TIME"):
            noun = token
    return noun


def hyphened(noun: Token) -> Token:
    """Workers of "co-workers", which parsers cut at its hyphen."""
    behind = noun.doc[noun.i + 1 : noun.i + 3]
    cut = len(behind) > 1 and behind.text.startswith("-") and not noun.whitespace_ and not behind[0].whitespace_
    return behind[1] if cut and behind[1].pos_ in ("NOUN", "PROPN") else noun


def _is_verb(token: Token) -> bool:
    """Whether a word is a verb and no participle before its noun: "six used trams"."""
    return token.pos_ in ("VERB", "AUX") and not (token.dep_ == "amod" and token.tag_ in ("VBN", "VBG"))


def _who_they_are(pronoun: Token) -> Token:
    """The noun that says what some "of them" are: "three of them children"; else the pronoun."""
    at = pronoun.i + 1
    while at < len(pronoun.doc) and pronoun.doc[at].pos_ == "ADJ":
        at += 1
    noun = pronoun.doc[at] if at < len(pronoun.doc) else pronoun
    return noun if is_plural(noun) else pronoun


def _of_compound(doc: Doc, first: int, end: int, head: Token) -> Token:
    """The first noun of a compound in the singular: "a 3 cylinder engine" has cylinders, "200 police officers" are officers."""
    nearest = doc[end] if end < head.i else head
    many = doc[first:end].text.lower() not in ("1", "one", "a", "an")
    if many and head.tag_ == nearest.tag_ == "NN" and nearest.dep_ == "compound" and head.lower_ not in _COLLECTIVE:
        return nearest
    return head


def counted_text(doc: Doc, end: int, noun: Token | None, figures: Collection[int] = (), before: int = 0) -> str:
    """The words between a number (which ends before token `end`) and its noun: "Turkish soldiers"; empty without a noun.

    `figures` are the tokens of other figures, behind whose unit the words begin. `before` is the token at which the number's
    own words begin: what sets an order stands there ("the previous two sessions").
    """
    if noun is None or noun.pos_ == "PRON" or noun.lower_ in _FATES:
        return ""
    measures = [t.i for t in doc[end : noun.i] if t.i in figures]
    begin = measures[-1] + 2 if measures else end  # "eight million 250 ml bottles"
    own = list(doc[min(begin, noun.i) : noun.i + 1])
    while own and (own[0].lower_ in _DETERMINERS or own[0].pos_ == "PRON"):
        own.pop(0)
    if not own or own[0].lower_ in ("or", "and"):
        return ""
    if len(own) > _REACH or not all(t.text[0].isalnum() or t.text[0] in "-'’" for t in own):
        own = [noun]
    words = " ".join("".join(t.text_with_ws for t in own).split())
    order = doc[before - 1] if before else None
    return f"{order.lower_} {words}" if order is not None and order.lower_ in _ORDERS and order.head == noun else words


def role_of(doc: Doc, first: int, end: int, noun: Token | None, taken: set[int]) -> str:
    """The role of a count: from the grammar around what is counted, else from the nearest role word."""
    root = noun if noun is not None else doc[first:end].root
    if _does_it(root) or _WHOLE.search(doc[max(0, first - 5) : first].text) or _is_whole(doc, first):
        return ""
    role = grammar_role(doc, first, end, root) or _nearest_role(doc, first, end, root, taken)
    if noun is not None and not can_be(role, noun.text):
        return ""  # "killed 12 fighters while destroying two tanks"
    return "casualties" if role in BODILY and _both_told(doc, first, max(end, root.i + 1), taken) else role


def _both_told(doc: Doc, first: int, end: int, taken: set[int]) -> bool:
    """ "killed or wounded 15", "40 dead and wounded": one number of two kinds of harm, unless another number has one of them."""
    for at in (*range(max(0, first - _REACH), first - 2), *range(end, min(end + _REACH, len(doc) - 2))):
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
    for token in doc[start : start + _REACH]:
        if token.i in taken or token.is_sent_start or token.text in ".;:":
            break
        suffered = token.tag_ == "VBN" and any(c.dep_ in ("auxpass", "aux") for c in token.children)
        if (role := _of_lemma(token)) and (role in HARM or suffered) and not _acts(token):
            return role
    for i in range(first - 1, max(-1, first - _REACH), -1):
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
