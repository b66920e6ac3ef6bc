"""A text as a document: furniture and other languages marked, outlet, title and date looked for where nobody gave them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from claims import sources
from claims.document import Document, Dropped, content_id
from claims.furniture.boilerplate import furniture
from claims.furniture.bylines import bylines
from claims.furniture.labels import LONGEST_HEADLINE, lines_of, with_reasons
from claims.furniture.repeated import repeated_headlines
from claims.furniture.tails import tails
from claims.imprint import outlet_in
from claims.language import set_aside
from claims.published import as_date, published_in
from claims.reading.article import Article
from claims.sources import Source


def read_text(
    text: str,
    path: str = "",
    outlet: str = "",
    title: str = "",
    author: str = "",
    published: date | None = None,
    url: str = "",
    event: str = "",
) -> Document:
    """A text as a document: its furniture marked; outlet, title and date looked for in it where they are not given."""
    return document_of(Article(text), path, Source(outlet, title, author, url, published, event))


def document_of(article: Article, path: str, source: Source, extracted: bool = False) -> Document:
    """An article as a document; `source` is what is known of it in the end, `extracted` that no file holds its text as it is."""
    text = sources.whole(article.text)
    dropped = furniture(text, article.dropped)
    others, language = set_aside(text, dropped)
    lines = sorted((*dropped, *others))
    outlet = source.outlet or outlet_in(text)
    return Document(
        id=content_id(outlet, source.url, text),
        text=text,
        path=path,
        outlet=outlet,
        title=source.title or _title(text, dropped),
        author=source.author,
        url=source.url,
        published=source.published or published_in(text, dropped),
        language=language,
        event=source.event,
        dropped=tuple(sorted((*lines, *bylines(text, lines), *repeated_headlines(text, lines), *tails(text, lines)))),
        pages=article.pages,
        extracted=extracted,
    )


def corrected(document: Document, source: Source) -> Document:
    """The document with exactly this outlet, title, date and event; what is empty is unknown.

    It gets the id that reading it with such a line of sources.csv would have given it.
    """
    return replace(
        document,
        id=content_id(source.outlet, document.url, document.text),
        outlet=source.outlet,
        title=source.title,
        published=source.published,
        event=source.event,
    )


def _title(text: str, dropped: tuple[Dropped, ...]) -> str:
    """The first kept line, if it is a headline. Of several above the article, one that begins small is a part of another."""
    headlines: list[str] = []
    for line, reason in with_reasons(lines_of(text), dropped):
        if reason or as_date(line.words):
            continue
        if len(line.words) >= LONGEST_HEADLINE or line.words.endswith((".", '."', ".”")):
            break
        headlines.append(line.words)
        if not line.words[0].islower():
            break
    return next((words for words in headlines if not words[0].islower()), headlines[0] if headlines else "")
