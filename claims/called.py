"""What a text calls a named thing beside its name: "the Holt district of Karsk", "the town of Holt", "Holt TV".

One name may mean a village, a quarter of a town and a television channel; these words tell them apart.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

QUARTER, VILLAGE, TOWN, MEDIUM = "quarter", "village", "town", "medium"
_CALLED = {
    word: kind
    for kind, words in {
        QUARTER: "neighborhood neighbourhood quarter district",
        VILLAGE: "village hamlet",
        TOWN: "town city",
        MEDIUM: "tv television channel newspaper broadcaster magazine",
    }.items()
    for word in words.split()
}
_BEHIND = 4  # words between a name and what it is called: "Holt and Brann districts"
_WITHIN = 8  # words behind a quarter's name among which its town is told
_AROUND = 40  # words on either side of a quarter's name among which its town may stand: two sentences


def called(span: Span) -> str:
    """What the words beside a name call it: a quarter, a village, a town or a medium; empty where they do not say."""
    last = _kind(span[-1]) if len(span) > 1 else ""
    return last or _behind(span) or _before(span.doc, span.start)


def around(span: Span) -> tuple[str, ...]:
    """The words in capitals around a name, each once: of a quarter one may be its town."""
    doc = span.doc
    words = (*doc[max(0, span.start - _AROUND) : span.start], *doc[span.end : span.end + _AROUND])
    return tuple(dict.fromkeys(word.text for word in words if word.is_alpha and word.text[0].isupper()))


def within(span: Span) -> tuple[str, ...]:
    """The words in capitals that the text puts a quarter in: "Holt district in the east of Karsk", "Karsk's Holt district"."""
    doc, start = span.doc, span.start
    if start > 1 and doc[start - 1].tag_ == "POS":
        return (doc[start - 2].text,)
    found: list[str] = []
    said = False
    for token in doc[span.end : span.end + _WITHIN]:
        if token.is_sent_start or token.pos_ in ("VERB", "AUX") or (found and not token.text[0].isupper()):
            break
        if said and token.is_alpha and token.text[0].isupper():
            found.append(token.text)
        said = said or token.lower_ in ("in", "of")
    return tuple(found)


def _kind(token: Token) -> str:
    word = token.lower_
    return _CALLED.get(word) or _CALLED.get(word.removesuffix("s"), "")


def _behind(span: Span) -> str:
    """ "Holt district", "the Holt and Brann districts", "Holt, a quarter of"; a medium's word only directly: "Holt TV"."""
    doc, end = span.doc, span.end
    of_another = span.start > 0 and doc[span.start - 1].lower_ in ("a", "an")
    for token in doc[end : end + _BEHIND]:
        if token.is_sent_start:
            break
        if found := _kind(token):
            return found if found != MEDIUM or (token.i == end and not of_another) else ""
        if token.is_quote or token.text == "," or token.lower_ in ("and", "a", "an", "the") or token.pos_ in ("ADJ", "PROPN"):
            continue
        break
    return ""


def _before(doc: Doc, start: int) -> str:
    """ "the town of Holt", "the TV channel Holt"."""
    at = start - 1
    if at > 0 and doc[at].lower_ == "the":
        at -= 1
    if at > 0 and doc[at].lower_ == "of":
        named = at > 1 and doc[at - 2].text[0].isupper()  # "the Brannick district of Holt" calls Brannick a district
        return "" if named else _kind(doc[at - 1])
    if at > 0 and doc[at].lower_ == "station":
        at -= 1
    return MEDIUM if at >= 0 and _kind(doc[at]) == MEDIUM else ""
