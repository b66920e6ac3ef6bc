"""The brief as Markdown: the same words, none of which becomes a mark."""

from __future__ import annotations

import io
from html import unescape

import reports
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from markdown_it import MarkdownIt
from test_brief import MEASURED, measured

from factcheck.exports.markdown import plain, write_markdown
from factcheck.report import Report
from factcheck.reviewing.review import Action, of_fact
from factcheck.reviewing.reviews import standings

RENDER = MarkdownIt("commonmark").enable("table")


def written(report: Report, **options: object) -> str:
    """The Markdown as text."""
    out = io.StringIO()
    write_markdown(report, out, **options)  # type: ignore[arg-type]
    return out.getvalue()


@given(st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")), min_size=1).filter(str.strip))
def test_escaped_text_is_text(text: str) -> None:
    """Whatever stands in an article is shown as these words, in one paragraph, without any mark."""
    assert unescape(RENDER.render(plain(text))) == f"<p>{' '.join(text.split())}</p>\n"


def test_markup_of_articles_is_shown_and_not_run() -> None:
    """Tags, images and bold of an article are words."""
    tree = html.fromstring(RENDER.render(written(reports.hostile())))
    assert not list(tree.iter("script", "img", "i"))
    assert reports.ATTACK in tree.text_content()
    assert list(tree.iter("a")) == []


def test_words_values_and_sources() -> None:
    """Headline, reason, the words with those bold that differ, the values as a table, and the sources with their links."""
    text = written(measured())
    assert "### Seven passengers died" in text
    assert "**7 dead cannot be 9 dead on the same day.** (2 outlets, 2 independent origins)" in text
    assert "“**Seven** passengers **died** on Monday when the ferry Ondine caught fire off Port Ellery.”" in text
    assert "| 15 May 2024 | Inland Courier | 9 or more | “on Monday” (13 May 2024) |" in text
    assert "Same text, one origin: unknown outlet (morning)." in text
    assert "[Nine dead as Ondine burns](<https://example.org/courier/ondine>)" in text
    cells = html.fromstring(RENDER.render(text)).xpath("//tbody/tr[1]/td")
    assert [cell.text for cell in cells] == ["14 May 2024", "Harbour Gazette", "7", "“on Monday” (13 May 2024)"]


def test_choice_and_decisions() -> None:
    """Only the facts chosen; what a person rejected stands last with who did."""
    report = measured()
    text = written(report, facts={MEASURED.id})
    assert "A lorry started the fire" not in text
    rejected = standings(report, [of_fact(report, MEASURED, Action.REJECT, "Tom Reed", note="one *count*")])
    text = written(report, standings=rejected)
    aside = text.index("## Set aside by a reviewer (1)")
    assert aside < text.index("### Seven passengers died") < text.index("## Sources")
    assert r"*Tom Reed: one \*count\*.*" in text
