"""The visible text of a page of HTML, in blocks: nothing is run, nothing is fetched, hidden parts are no text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree, html

from claims.reading.limits import UnreadableError

INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data dfn em font i ins kbd label mark nobr q s samp small span strike strong sub sup"
    " time tt u var wbr".split()
)
UNSEEN = frozenset(
    "script style template noscript head title meta link svg math iframe object embed applet canvas audio video map select"
    " datalist textarea input frameset noframes noembed".split()
)
# huge_tree stays off: libxml2 then bounds depth and size of what it reads. A page's own charset is settled before.
_PARSER = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=False)


class Block(NamedTuple):
    """A line of a page and the name of the element that holds it (h1, p, li, ...)."""

    words: str
    tag: str


def parsed(page: str) -> html.HtmlElement:
    """The tree of a page; UnreadableError where nothing of it is HTML."""
    try:
        tree = html.document_fromstring(page.replace("\0", "").encode("utf-8", "replace"), parser=_PARSER)
    except (etree.LxmlError, ValueError, AssertionError):
        raise UnreadableError("no HTML that can be read; open it in a browser and save its text as .txt") from None
    return tree


def blocks(tree: html.HtmlElement) -> Iterator[Block]:
    """The visible text of a tree, a block for each paragraph, list item, cell or line; white space is collapsed."""
    pieces: list[str] = []
    stack: list[str] = ["body"]  # the block elements around the place that is read
    unseen = 0

    def ended() -> Iterator[Block]:
        if words := " ".join("".join(pieces).split()):
            yield Block(words, stack[-1])
        pieces.clear()

    for event, node in etree.iterwalk(tree, events=("start", "end")):
        if not isinstance(node.tag, str):
            continue
        tag = node.tag.rpartition("}")[2].lower()
        if event == "start":
            if unseen or _is_unseen(node, tag):
                unseen += 1
                continue
            if tag not in INLINE:
                yield from ended()
                stack.append(tag)
            pieces.append(node.text or "")
            continue
        if unseen:
            unseen -= 1
        elif tag not in INLINE:
            yield from ended()
            stack.pop()
        if not unseen:
            pieces.append(node.tail or "")
    yield from ended()


def _is_unseen(node: html.HtmlElement, tag: str) -> bool:
    style = (node.get("style") or "").replace(" ", "").lower()
    return tag in UNSEEN or node.get("hidden") is not None or "display:none" in style or "visibility:hidden" in style


def plain(fragment: str) -> str:
    """The visible text of a piece of HTML (a feed's summary, a mail's body), blocks under each other."""
    if not fragment.strip():
        return ""
    return "\n\n".join(block.words for block in blocks(parsed(f"<div>{fragment}</div>")))
