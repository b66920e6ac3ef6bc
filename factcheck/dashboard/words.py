"""Text made safe for the screen, with the words marked that one claim has and another lacks."""

from __future__ import annotations

import re

from claims.claim import Claim
from factcheck.views.differing import as_html, telling_pieces

MARKDOWN = re.compile(r"([!-/:-@\[-`{-~])")


def plain(text: str) -> str:
    """The text as Markdown that shows exactly these words: every mark escaped, line breaks turned into spaces.

    Streamlit replaces ":name:" after it has parsed the escapes, so a word joiner (invisible) follows each colon.
    """
    return MARKDOWN.sub(r"\\\1", " ".join(text.split())).replace("\\:", "\\:\u2060")


def shortened(text: str, most: int) -> str:
    """A name with its middle left out where it is longer: both ends tell files apart, "192384…48_ahram"."""
    if len(text) <= most:
        return text
    head = (most - 1) * 2 // 5
    return f"{text[:head]}…{text[len(text) - (most - 1 - head) :]}"


def sentence(text: str, claim: Claim, other: str | None = None) -> str:
    """The claim's sentence as HTML: its own words in <span class="fc-claim">, what differs from `other` in <mark>.

    Where nearly all words differ, only figures, times and names are marked: marking them all would show nothing.
    """
    return as_html(telling_pieces(text, claim, other), "fc-claim")
