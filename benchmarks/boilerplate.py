"""How much of an article is kept and how much of its page is dropped: `python -m benchmarks.boilerplate [--shared DIR] [--show]`.

Forty articles of the Syria set are put into six page templates of our own (menus, teasers, cookie lines, sign-up boxes, lists
of headlines, comments, footers), and read twice: as the HTML page, and as the text that a person copies off it. `--show`
prints the article's lines that were dropped and the furniture that was kept.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator
from html import escape
from pathlib import Path

from claims.document import Document
from claims.furniture.labels import lines_of
from claims.reading import read_files, read_text
from claims.reading.apart import Apart
from claims.reading.markup import blocks, parsed

ROOT = Path(__file__).resolve().parent.parent
ARTICLES = 40
SENTENCES = 3  # a paragraph; the articles of this set have lost theirs

HEADLINES = (
    "Harbour council postpones vote on ferry fares",
    "Apple growers fear an early frost in the valley",
    "Night buses return to the northern suburbs",
    "Museum finds a lost map behind its own wall",
    "Rowing club wins its first cup since the flood",
    "Five recipes for a rainy week",
    "Why the old lighthouse keeps its lamp",
)
COMMENTS = (
    ("Walter Finch", "2 hours ago", "I have said for years that nobody listens to us, and here is the proof once more."),
    ("gardenia77", "3 hours ago", "Thank you for this report. My uncle lives there and we could not reach him for days."),
    ("Old Sailor", "yesterday", "Can somebody please explain to me why this is not on the front page?"),
)
MENU = ("Home", "World", "Business", "Sport", "Culture", "Weather", "Podcasts", "Jobs")
FOOT = ("About us", "Contact us", "Advertise", "Privacy policy", "Terms of use", "Careers", "Sitemap")


def links(words: tuple[str, ...]) -> str:
    """A list of links."""
    return f"<ul>{''.join(f'<li><a href=/x>{word}</a></li>' for word in words)}</ul>"


def paragraphs(body: list[str], between: str = "") -> str:
    """The article's paragraphs, with something after the second one."""
    marked = [f"<p>{escape(text)}</p>" for text in body]
    return "".join([*marked[:2], between, *marked[2:]])


def broadsheet(title: str, body: list[str]) -> str:
    """Semantic HTML, as large papers write it."""
    comments = "".join(f"<li><b>{who}</b> <time>{when}</time><p>{words}</p><a>Reply</a></li>" for who, when, words in COMMENTS)
    return (
        f"<header><a href=/>The Halmoor Herald</a><nav>{links(MENU)}</nav></header>"
        "<div class=cookie-banner><p>We use cookies to improve this site and to show you offers.</p>"
        "<button>Accept all cookies</button></div>"
        f"<main><article><p class=crumbs>Home &gt; World &gt; Middle East</p><h1>{escape(title)}</h1>"
        f"<div class=share>{links(('Facebook', 'Twitter', 'WhatsApp'))}</div>{paragraphs(body)}</article></main>"
        f"<aside><h3>Most read</h3><ol>{''.join(f'<li><a href=/x>{line}</a></li>' for line in HEADLINES[:5])}</ol></aside>"
        f"<section class=comments id=comments><h3>3 comments</h3><ul>{comments}</ul></section>"
        f"<footer>{links(FOOT)}<p>Copyright 2024 The Halmoor Herald. All rights reserved.</p></footer>"
    )


def blog(title: str, body: list[str]) -> str:
    """Divisions with class names, as weblog software writes them; a teaser and an advertisement inside the text."""
    teaser = f"<div class=related><p>Read also: {HEADLINES[1]}</p></div><div class=ad>Advertisement</div>"
    cards = "".join(
        f"<div class=card><h4><a href=/x>{line}</a></h4><span>{day} May 2019</span></div>"
        for day, line in enumerate(HEADLINES, 3)
    )
    form = "".join(f"<label>{name} *</label><input>" for name in ("Name", "Email", "Comment"))
    return (
        f"<div id=top><div class=menu>{links(MENU)}</div></div><div id=content><div class=post><h1>{escape(title)}</h1>"
        f"<div class=entry-content>{paragraphs(body, teaser)}</div>"
        "<div class=tags>Tags: ferries, harbour, council</div></div></div>"
        "<div class=sidebar><div class=newsletter><h4>Sign up for our morning newsletter</h4><p>Subscribe</p></div>"
        f"{cards}</div>"
        f"<div id=respond><h3>Leave a comment</h3><p>Your email address will not be published.</p>{form}<p>Submit</p></div>"
        f"<div id=footer><p>Powered by Quayside Press</p><p>© 2024 Sedrin Courier</p></div>"
    )


def tables(title: str, body: list[str]) -> str:
    """A layout of tables, as old portals write it."""
    return (
        f"<table><tr><td colspan=3>World Desk Online</td></tr><tr><td>{links(MENU)}</td><td><h2>{escape(title)}</h2>"
        f"<p>Views 4,218</p>{paragraphs(body)}<p>Share this story</p><p>Print | Email | Tweet</p></td>"
        f"<td><b>Latest news</b>{''.join(f'<p><a href=/x>{line}</a></p>' for line in HEADLINES)}</td></tr>"
        f"<tr><td colspan=3>Website designed and hosted by Quayside Media</td></tr></table>"
    )


def wire(title: str, body: list[str]) -> str:
    """Little around the text: a menu, a line to subscribe, teasers at the end."""
    end = "".join(f"<div><a href=/x>{line}</a></div>" for line in HEADLINES[2:6])
    return (
        f"<nav>{links(MENU)}</nav><h1>{escape(title)}</h1><div>{paragraphs(body)}</div>"
        f"<div><h4>You may also like</h4>{end}</div><div>Follow us on Facebook and Twitter</div>"
        f"<div>Click here to subscribe to our daily briefing</div><div>{links(FOOT)}</div><div>All rights reserved</div>"
    )


def magazine(title: str, body: list[str]) -> str:
    """Other words for the same things; its first figure, before the signs knew them, is in the README."""
    posts = "".join(
        f"<div class=post><span>{who} · {n}h</span><p>{words}</p><a>Like</a></div>"
        for n, (who, _, words) in enumerate(COMMENTS, 3)
    )
    return (
        f"<div class=bar>{links(('Latest', 'Politics', 'Long reads', 'Opinion', 'Video', 'Sign in'))}</div>"
        "<div>This website stores cookies on your device. Read our cookie policy.</div><a>Reject all</a>"
        f"<main><h1>{escape(title)}</h1><div>5 min read</div><a>Listen to this article</a><a>Save for later</a>"
        f"{paragraphs(body, '<div><h4>More on this story</h4>' + links(HEADLINES[:2]) + '</div>')}</main>"
        "<div>Get the top stories in your inbox every morning</div><a>Sign me up</a>"
        f"<div><h3>Recommended for you</h3>{links(HEADLINES[2:6])}</div>"
        f"<div><h3>Comments (12)</h3><span>Sort by: Newest</span>{posts}</div>"
        f"<footer>{links(('Help', 'Cookie settings', 'Modern slavery statement', 'Archive'))}"
        "<p>Part of the Quayside group</p></footer>"
    )


def tabloid(title: str, body: list[str]) -> str:
    """As `magazine`, for a second time: other words again, and no structure at all."""
    posts = "".join(f"<p>{who} wrote on 3 May:</p><p>{words}</p>" for who, _, words in COMMENTS)
    tiles = "".join(f"<div><b>{line}</b><br>From our town desk</div>" for line in HEADLINES[3:])
    return (
        f"<div>{links(('News', 'Showbiz', 'Money', 'Travel', 'Health', 'Horoscopes'))}</div><div>TODAY: {HEADLINES[0]}</div>"
        f"<h1>{escape(title)}</h1><p>4 shares</p><p>Have a tip? Write to tips@sedrin.example</p>"
        f"{paragraphs(body, f'<p>READ MORE: {HEADLINES[2]}</p>')}"
        f"<p>Don't miss</p>{tiles}<h3>What our readers say</h3>{posts}<p>To comment you must be logged in.</p>"
        f"<p>Enter your email for our evening edition</p><p>Published by Sedrin News Ltd, Quay Street 1</p>{links(FOOT)}"
    )


TEMPLATES = (broadsheet, blog, tables, wire, magazine, tabloid)


def articles(shared: Path) -> Iterator[tuple[str, list[str]]]:
    """Title and paragraphs of every twentieth article of the set."""
    rows = [json.loads(line) for line in (shared / "data" / "news" / "syria_articles.jsonl").open(encoding="utf-8")]
    for row in rows[:: len(rows) // ARTICLES][:ARTICLES]:
        sentences = re.findall(r".+?(?:\.\s+|$)", " ".join(row["text"].split()))
        yield (
            " ".join(row["title"].split()),
            ["".join(sentences[n : n + SENTENCES]).strip() for n in range(0, len(sentences), SENTENCES)],
        )


def counted(document: Document, own: set[str], show: bool) -> Counter[str]:
    """Words of the article and of the furniture, kept and dropped."""
    counts: Counter[str] = Counter()
    for line in lines_of(document.text):
        kept = not any(span.start <= line.start < span.end for span in document.dropped)
        what = "article" if line.words in own else "furniture"
        counts[f"{what} {'kept' if kept else 'dropped'}"] += len(line.words.split())
        if show and kept == (what == "furniture"):
            print(f"  {what} {'kept' if kept else 'dropped'}: {line.words[:110]}")
    return counts


def main() -> None:
    """Print a row for each template and way of reading, and one for all."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    if not (options.shared / "data").is_dir():
        parser.error(f"{options.shared}: no data/ there; name the folder with --shared")
    found: dict[tuple[str, str], Counter[str]] = {}
    with Apart() as apart:
        for number, (title, body) in enumerate(articles(options.shared)):
            template = TEMPLATES[number % len(TEMPLATES)]
            head = f"<head><meta charset=utf-8><title>{escape(title)}</title></head>"
            markup = f"<!doctype html><html>{head}<body>{template(title, body)}</body></html>"
            own = {title, *body}
            (page,) = read_files([("a.html", markup.encode())], apart=apart).documents
            pasted = read_text("\n".join(block.words for block in blocks(parsed(markup))))
            for way, document in (("HTML", page), ("pasted", pasted)):
                found.setdefault((way, template.__name__), Counter()).update(counted(document, own, options.show))
    print("| read as | template | article words kept | furniture words dropped |\n| --- | --- | --- | --- |")
    for way in ("HTML", "pasted"):
        rows = {name: counts for (by, name), counts in found.items() if by == way}
        for name, counts in {**rows, "all": sum(rows.values(), Counter())}.items():
            shares = [counts[good] / max(1, counts[good] + counts[bad]) for good, bad in PAIRS]
            print(f"| {way} | {name} | {shares[0]:.4f} | {shares[1]:.4f} |")


PAIRS = (("article kept", "article dropped"), ("furniture dropped", "furniture kept"))

if __name__ == "__main__":
    main()
