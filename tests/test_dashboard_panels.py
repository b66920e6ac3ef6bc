"""Panels: what a report holds is on the page, in order, escaped, and reachable by the widgets."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest
import reports
from looked import PATIENCE, at_everything
from streamlit.testing.v1 import AppTest

from factcheck.dashboard import (
    card,
    evidence,
    export,
    facts,
    links,
    look,
    overview,
    sources,
    strip,
    summary,
    texts,
)
from factcheck.evidence.deciding import DECIDES, ranked
from factcheck.judgement import Camp, Code, Fact, Finding, Stated, Value, Verdict


def page() -> None:
    """The whole page on the report whose name is in the session."""
    import reports
    import streamlit as st

    from factcheck.dashboard import show

    name, *arguments = st.session_state.get("fake", ("small",))
    show(getattr(reports, name)(*arguments), reports.export)


def opened(*fake: str | int) -> AppTest:
    """The page after its first run."""
    app = at_everything(AppTest.from_function(page, default_timeout=PATIENCE))
    if fake:
        app.session_state["fake"] = fake
    app.run()
    assert not app.exception
    return app


def lines(app: AppTest) -> list[str]:
    """The lines of the facts on the page, as HTML."""
    listed = [it.body for it in app.html if 'class="fc-lines"' in it.body]
    return [line for body in listed for line in re.findall(r"<button.*?</button>", body)]


def opened_fact(app: AppTest) -> str:
    """The open fact, as HTML; empty where none is."""
    return "".join(it.body for it in app.html if 'class="fc-body"' in it.body)


def test_facts_are_listed_contradicted_first() -> None:
    """All facts, by finding."""
    found = lines(opened())
    assert len(found) == 5
    assert [any(fact.headline in html for fact in (reports.KILLED, reports.BLAME)) for html in found[:2]] == [True, True]
    assert "Single source" in found[-1]


def test_a_card_tells_who_says_what() -> None:
    """A contradiction shows both outlets, dates, speaker, values, windows, the marked words, verdict and reason."""
    html = card.body(reports.small(), reports.KILLED)
    for wanted in (
        "Harbour Gazette",
        "Inland Courier",
        "Tue 14 May 2024",
        "according to the coast guard",
        "7 passengers, killed",
        "Mon 13 May 2024",
        "<mark>Seven</mark>",
        "<mark>Nine</mark>",
        "7 dead cannot be 9 dead on the same day.",
        "Another number",
        "https://example.org/courier/ondine",
    ):
        assert wanted in html


def test_a_dispute_names_both_speakers() -> None:
    """Two speakers of one article stand side by side under its name."""
    html = card.body(reports.small(), reports.BLAME)
    assert html.count("<b>Harbour Gazette</b>") == 2
    assert "claimed by the shipping line" in html
    assert "according to the crew" in html


@pytest.mark.parametrize("fact", reports.small().facts, ids=lambda fact: fact.finding.value)
def test_the_first_judgement_explains_the_finding(fact: Fact) -> None:
    """The reason on top belongs to a pair with the verdict that the finding rests on."""
    judgements = ranked(reports.small(), fact)
    assert len(judgements) == len(reports.small().judgements_of[fact.id])
    assert not judgements or judgements[0].verdict is DECIDES[fact.finding]


def test_every_finding_but_single_source_rests_on_a_verdict() -> None:
    """The table of findings is complete."""
    assert set(DECIDES) == set(Finding) - {Finding.SINGLE_SOURCE}


def test_nothing_from_outside_becomes_html_or_markdown() -> None:
    """Tags of articles, names, reasons and addresses are shown, not run."""
    app = opened("hostile")
    bodies = [it.body for it in app.html if "<style>" not in it.body]
    assert any("&lt;script&gt;" in body for body in bodies)
    for body in bodies:
        assert "<script" not in body
        assert "<img" not in body
        assert "javascript:" not in body
    for text in [it.value for it in app.warning] + [it.value for it in app.markdown]:
        assert "\\<script" in text or "<script" not in text
        assert "![" not in text.replace("\\!\\[", "")


def test_failed_inputs_are_warnings() -> None:
    """A file that could not be used is named with its reason."""
    (warning,) = opened().warning
    assert "notes\\.docx" in warning.value
    assert "Not a text file" in warning.value


def test_counts() -> None:
    """The row on top counts articles, claims, facts and each finding that occurs."""
    html = summary.counts(reports.small())
    assert "<strong>3</strong> articles" in html
    assert "<strong>10</strong> claims" in html
    assert "Contradicted" in html
    assert "Repeated" not in html


def test_filters_narrow_the_page() -> None:
    """Findings, outlets and words each take facts away; what is left is counted."""
    app = opened()
    app.pills(key="findings").set_value([Finding.CONTRADICTED]).run()
    assert len(lines(app)) == 2
    app.multiselect(key="outlets").set_value(["Inland Courier"]).run()
    assert len(lines(app)) == 1
    app.text_input(key="text").set_value("no such word").run()
    assert not lines(app)
    assert next(it.value for it in app.info) == texts.NONE_SHOWN
    assert not app.exception


def test_the_csv_follows_the_verdicts() -> None:
    """The download asks for the verdicts chosen, or for all."""
    small = reports.small()
    for verdicts, said in (([Verdict.CONTRADICT], ["contradict"]), ([], [*Verdict])):
        choice = export.chosen(small, small.facts, verdicts)
        assert export.csv(small, reports.export, choice)().split() == ["verdicts", *said]
    app = opened()
    assert app.get("download_button")
    app.pills(key="verdicts").set_value([Verdict.CONTRADICT]).run()
    assert len(lines(app)) == 2
    assert not app.exception


def test_paging() -> None:
    """Twenty facts a page, in order; a filter that leaves fewer pages does not lose the person on an empty one."""
    app = opened("large", 45)
    assert len(lines(app)) == facts.PAGE_SIZE
    app.pagination(key="page").set_value(3).run()
    assert [f"Fact number {number}<" in html for number, html in zip(range(40, 45), lines(app), strict=True)] == [True] * 5
    app.text_input(key="text").set_value("number 1").run()
    assert len(lines(app)) == 14  # 1, 10 to 19, 21, 31, 41
    assert not app.exception


def test_many_pairs_are_cut_visibly() -> None:
    """A fact with more pairs than fit says how many are missing."""
    small = reports.small()
    judgements = tuple(reports.judged(reports.SEVEN, reports.NINE, Code.VALUE_DIFFERS, 0.9, str(n)) for n in range(130))
    html = card.body(replace(small, judgements=judgements), reports.KILLED)
    assert "(130)" in html
    assert texts.PAIRS_LEFT_OUT.format(count=30) in html


def test_sources_show_what_was_dropped_and_who_copied() -> None:
    """Each document with its outlet, title, date, event, what was left out and why, and its copies."""
    (html,) = [it.body for it in opened().html if "Left out of the text</th>" in it.body]
    for wanted in ("Inland Courier", "Nine dead as Ondine burns", "ferry fire", "share line", "Share this page", "82%"):
        assert wanted in html
    assert "Probably first: Harbour Gazette (the most complete)." in html
    assert "“ferry Ondine caught fire off Port Ellery”" in html
    assert [(other, copy.share) for other, copy in sources.copies_of(reports.small(), "d1")] == [("d3", 0.82)]
    assert sources.copies_of(reports.small(), "d2") == ()


def test_a_fact_shows_its_evidence() -> None:
    """Values with their origins, how they changed, positions with their holders, and who is silent; all of it escaped."""
    fact = replace(
        reports.KILLED,
        values=(Value(7, 7, 2, ("A", "B")), Value(9, 9, 1, ("C",))),
        history=(Stated(date(2024, 5, 14), 9, 9, "C", reports.NINE.id), Stated(None, 7, 7, "A", reports.SEVEN.id)),
        camps=(Camp((reports.SEVEN.id,), ("the crew",), 2), Camp((reports.NINE.id,), ("<b>the line</b>",), 1)),
        silent=("D",),
    )
    html = card.body(reports.small(), fact)
    assert "Best supported by independent origins (how many): 7 (2); then 9 (1)." in html
    assert "<b>the crew</b></td>" in html
    assert "<b>&lt;b&gt;the line&lt;/b&gt;</b></td>" in html
    assert "Who says the same, and from how many origins: the crew (2) / &lt;b&gt;the line&lt;/b&gt; (1)." in html
    assert "Cover the event, but do not mention this: D." in html
    assert "mention this" not in card.body(reports.small(), reports.KILLED)


def test_trust_is_shown_only_when_asked_for_and_with_its_sample() -> None:
    """How far an outlet is borne out stands behind a switch, with the number of facts; without trust there is no switch."""
    assert [it.key for it in opened().toggle] == ["review_blind"]
    app = opened("trusting")
    assert not [it for it in app.html if "Borne out</th>" in it.body]
    app.toggle(key="trust").set_value(True).run()
    (html,) = [it.body for it in app.html if "Borne out</th>" in it.body]
    assert re.search(r"&lt;b&gt;Post&lt;/b&gt;</td>.*>0.75</td>.*>4</td>", html)


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "", "ftp://example.org/x", " javascript:alert(1)"])
def test_only_web_addresses_become_links(url: str) -> None:
    """Any other address is left out."""
    assert look.link(url, "open") == ""


def test_a_line_shows_the_values_and_opens_its_fact() -> None:
    """The line is a button that says whether its fact is open; values stand on it, the best supported first."""
    fact = replace(reports.KILLED, values=tuple(Value(n, n, 1, ("A",)) for n in (9, 7, 8, 6, 5)))
    html = facts.line(reports.small(), fact)
    assert 'aria-expanded="false"' in html
    assert "Port Ellery · 9, 7, 8, 6, … · 2 outlets" in html
    assert 'aria-expanded="true"' in facts.line(reports.small(), fact, opened=True)


def test_one_fact_is_open_at_a_time_and_the_list_turns_to_its_page() -> None:
    """What the session names is open; a jump from elsewhere shows the page on which the fact stands."""
    app = opened()
    assert not opened_fact(app)
    app.session_state[facts.OPEN] = "f1"
    app.run()
    assert "7 dead cannot be 9 dead" in opened_fact(app)
    app = opened("large", 45)
    app.session_state[facts.OPEN], app.session_state[facts.JUMP] = "s0042", True
    app.run()
    assert len(lines(app)) == 5
    assert "RESCUE" not in opened_fact(app)
    assert "A rescue boat reached the ferry within 20 minutes" in opened_fact(app)
    assert not app.exception


def test_unclear_facts_in_words_stand_below_agreed_ones() -> None:
    """An unclear fact with figures stands high, one in words below what is agreed."""
    small = reports.small()
    words = replace(reports.PLACE, id="w", headline="In words", finding=Finding.UNCLEAR)
    figures = replace(reports.SMOKE, id="n", headline="In figures", finding=Finding.UNCLEAR)
    app = at_everything(AppTest.from_function(listed, default_timeout=PATIENCE))
    app.session_state["report"] = replace(small, facts=(words, reports.PLACE, figures), judgements=())
    app.run()
    assert [re.search(r'fc-headline">(.*?)<', line).group(1) for line in lines(app)] == [  # type: ignore[union-attr]
        "In figures",
        reports.PLACE.headline,
        "In words",
    ]


def listed() -> None:
    """The whole page on the report in the session."""
    import reports
    import streamlit as st

    from factcheck.dashboard import show

    show(st.session_state["report"], reports.export)


def test_the_overview_shows_what_to_look_at_first() -> None:
    """The contradicted facts stand on top, each with its reason and why it is worth a look; each is a button."""
    app = opened()
    (html,) = [it.body for it in app.html if 'class="fc-notices"' in it.body]
    assert html.index("Seven passengers died") < html.index("A lorry started the fire")
    assert "7 dead cannot be 9 dead on the same day." in html
    assert f'data-fc="{overview.SCOPE}" data-value="f1"' in html


def test_the_heat_map_says_where_each_outlet_stands() -> None:
    """A cell has a sign, a word for those who hear it and the outlet's words; silence and another event are told apart."""
    fact = replace(reports.KILLED, silent=("unknown outlet (morning)",))
    html = overview.grid(reports.small(), [fact, reports.BLAME])
    assert html.count("Contradicts: </span>") == 3
    assert "Seven passengers" in html
    assert "Silent: </span>" in html
    assert texts.NO_STANCE in html
    assert '<th scope="col">Inland Courier</th>' in html


def test_the_strip_sets_values_on_one_axis() -> None:
    """Each value stands with its outlet, its date and the days that it speaks of; a bound is open at its end; one is no strip."""
    small = reports.small()
    history = tuple(
        Stated(date(2024, 5, 14), it.quantities[0].low, it.quantities[0].high, small.document_of(it.id).name, it.id)
        for it in (reports.SMOKE_HARBOUR, reports.SMOKE_COURIER)
    )
    html = strip.chart(small, replace(reports.SMOKE, history=history))
    assert "fc-open-high" in html
    assert "30 or more" in html
    assert "Inland Courier" in html
    assert strip.chart(small, replace(reports.SMOKE, history=history[:1])) == ""
    windows = strip.chart(
        small,
        replace(
            reports.KILLED,
            history=tuple(Stated(date(2024, 5, 14), n, n, "A", claim.id) for n, claim in ((7, reports.SEVEN), (9, reports.NINE))),
        ),
    )
    assert "Mon 13 May 2024" in windows


def test_copies_are_folded_under_their_origin() -> None:
    """A copy's claim lies under the claim of its origin; where the copy says something else it stands by itself."""
    small = reports.small()
    assert evidence.folded(small, reports.SMOKE) == [
        (reports.SMOKE_HARBOUR.id, [reports.SMOKE_MORNING.id]),
        (reports.SMOKE_COURIER.id, []),
    ]
    html = card.body(small, reports.SMOKE)
    assert texts.COPIES_COUNT[0] in html
    edited = reports.judged(reports.SMOKE_COURIER, reports.SMOKE_MORNING, Code.VALUE_DIFFERS, 0.9, "it differs")
    changed = replace(small, judgements=(edited,))
    assert [copies for _, copies in evidence.folded(changed, reports.SMOKE)] == [[], [], []]


def test_a_fact_says_why_its_claims_are_together() -> None:
    """What two claims have in common, and what speaks against it, in words and with the number of pairs."""
    html = card.body(reports.small(), reports.KILLED)
    assert texts.TOGETHER in html
    assert "the same is counted (1 of 1 pairs)" in html
    assert texts.TOGETHER not in card.body(reports.small(), reports.RESCUED)


def test_a_button_in_html_is_escaped() -> None:
    """Neither value nor label of a button can leave its attribute."""
    html = links.button("facts", '"><script>', "words", label='"><img>')
    assert "<script" not in html
    assert "<img" not in html


def test_a_fact_that_the_filters_hide_says_so_and_can_be_shown() -> None:
    """What is asked for elsewhere (in an article, in the notices) never opens nothing; the list alone hides as it is told."""
    app = opened()
    app.text_input(key="text").set_value("rescue").run()
    assert not [it for it in app.warning if "filters hide" in it.value]
    app.session_state[facts.OPEN] = app.session_state[facts.WANTED] = reports.KILLED.id
    app.run()
    assert [it for it in app.warning if "filters hide" in it.value and "Seven passengers died" in it.value]
    app.button(key="fact_show_all").click().run()
    assert not app.exception
    assert not [it for it in app.warning if "filters hide" in it.value]
    assert app.text_input(key="text").value == ""
    assert "7 dead cannot be 9 dead" in opened_fact(app)


def test_what_nobody_has_looked_at_is_not_drawn() -> None:
    """The page opens with the overview alone; a tab is drawn once it is turned to, and from then on."""
    app = AppTest.from_function(page, default_timeout=PATIENCE).run()
    assert any("fc-notices" in it.body for it in app.html)
    assert lines(app) == []
    app.session_state[facts.TAB] = texts.FACTS
    app.run()
    assert len(lines(app)) == 5
    app.session_state[facts.TAB] = texts.OVERVIEW
    app.run()
    assert len(lines(app)) == 5
    assert not any(key.startswith("review_") for key in (it.key for it in app.button) if key)
