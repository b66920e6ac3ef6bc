""".md: the words of a Markdown text without its marks, and the lines of metadata above it (front matter)."""

from __future__ import annotations

from collections.abc import Iterator

from claims.reading.article import Article, Found, Problem
from claims.reading.columns import source_of
from claims.reading.decoding import decode
from claims.reading.limits import UnreadableError, within

_FENCE = "---"
_BREAKS = {"softbreak": " ", "hardbreak": "\n"}


def read_markdown(data: bytes) -> Iterator[Found]:
    """The text of a Markdown file: headings, paragraphs and list items, each a block; code and raw HTML are no article."""
    from markdown_it import MarkdownIt

    stated, body = _front_matter(within(decode(data)))
    tokens = MarkdownIt("commonmark", {"maxNesting": 20}).enable("table").parse(body)
    found = (
        "".join(
            child.content if child.type in ("text", "code_inline") else _BREAKS.get(child.type, "")
            for child in token.children or ()
        )
        for token in tokens
        if token.type == "inline"
    )
    text = "\n\n".join(words for block in found if (words := block.strip()))
    if not text:
        raise UnreadableError("empty; put the article's text into it")
    source, wrong = source_of(stated, {})
    yield Article(text, source)
    if wrong:
        yield Problem(wrong)


def _front_matter(written: str) -> tuple[dict[str, object], str]:
    """The "name: value" lines between two lines of hyphens at the top, and the text below them."""
    lines = written.split("\n")
    if lines[0].strip() != _FENCE:
        return {}, written
    end = next((n for n, line in enumerate(lines[1:], 1) if line.strip() in (_FENCE, "...")), 0)
    pairs = [line.split(":", 1) for line in lines[1:end] if ":" in line and not line.startswith((" ", "\t", "#"))]
    return {name.strip(): value.strip().strip("\"'") for name, value in pairs}, "\n".join(lines[end + 1 :] if end else lines)
