from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import pytest
from rows import Row, golden
from spacy.language import Language

from claims.claim import Claim
from claims.document import Document, Dropped
from claims.extraction import extract, extract_all
from claims.extracts import Extraction
from claims.sentences import MAX_SENTENCE_WORDS

PUBLISHED = date(2021, 3, 17)  # a Wednesday
ARTICLE = (
    "KARSK, March 17 (Harbour Wire) - Norway said its troops had left the island on Monday.\n\n"
    "Nine sailors drowned and 40 others were rescued by a trawler, the coast guard said. "
    "Norwegian soldiers entered the fort last week. The soldiers found 12 crates of rice.\r\n\r\n"
    "14:20 Two trains have collided near the border.\n"
    "“The bridge will not hold,” said Ove Lind. “We asked them twice for steel.”\n"
)


def read(text: str, nlp: Language, published: date | None = PUBLISHED) -> Extraction:
    return extract(Document("d", text, published=published), nlp)


Claimed = Callable[[str, str], Claim]


@pytest.fixture
def claimed(nlp: Language) -> Claimed:
    """The shortest claim of a text that holds the given words."""

    def find(text: str, words: str) -> Claim:
        found = [c for c in read(text, nlp).claims if words in c.text]
        assert found, f"no claim holds {words!r}"
        return min(found, key=lambda claim: len(claim.text))

    return find


def miss(*values: object, why: str) -> object:
    return pytest.param(*values, why, marks=pytest.mark.xfail(reason=f"known miss: {why}", strict=True))


# --- the exact words -------------------------------------------------------------------------------------------------------


def test_a_claim_is_a_slice_of_its_document(nlp: Language) -> None:
    """Every verdict leads back to the exact words: claim, quantity and context are offsets into the text as it was read."""
    found = read(ARTICLE, nlp).claims
    assert found
    for claim in found:
        assert claim.text == ARTICLE[claim.start : claim.end]
        assert claim.text == claim.text.strip()
        assert claim.context[0] <= claim.start < claim.end <= claim.context[1]
        for quantity in claim.quantities:
            assert claim.start <= quantity.start < quantity.end <= claim.end


def test_claims_are_in_reading_order_and_ids_unique(nlp: Language) -> None:
    """Claims come as the text has them; two claims on the same words differ in facet or quantity, and so in id."""
    found = read(ARTICLE, nlp).claims
    assert [c.start for c in found] == sorted(c.start for c in found)
    assert len({c.id for c in found}) == len(found)


def test_a_document_gives_the_same_claims_alone_and_among_others(nlp: Language) -> None:
    """What is extracted from a document depends on that document alone."""
    documents = [Document(f"d{n}", text) for n, text in enumerate(["Nine sailors drowned.", ARTICLE, "", "He said so twice."])]
    together = list(extract_all(documents, nlp))
    assert [e.claims for e in together] == [extract(d, nlp).claims for d in documents]
    assert [e.document.id for e in together] == ["d0", "d1", "d2", "d3"]


def test_a_pronoun_is_never_a_speaker_of_another_document(nlp: Language) -> None:
    """ "He" in one article is not the last speaker of the article before it."""
    _, second = extract_all([Document("a", "Ove Lind said the roof leaked."), Document("b", "He said the well was dry.")], nlp)
    assert all("Ove Lind" not in claim.speakers for claim in second.claims)


def test_progress_counts_documents(nlp: Language) -> None:
    """`progress` hears of each document once, in order."""
    heard: list[int] = []
    list(extract_all([Document("a", "The dam broke."), Document("b", "")], nlp, heard.append))
    assert heard == [1, 2]


# --- what is read and what is left out -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "words", "why"),
    [
        ("Nine sailors dead in ferry fire\n\nThe harbour was closed.", "Nine sailors dead in ferry fire", "a headline"),
        ("Ferry fire kills nine\n\nThe harbour was closed.", "Ferry fire kills nine", "a headline with a verb"),
        ("14:20 Two trains have collided near the border.", "Two trains have collided near the border", "a live blog's line"),
        ("The deaths of over 45 conscripts shocked the village.", "deaths of over 45 conscripts", "a count in a noun phrase"),
        ("The dam broke.", "The dam broke", "a short sentence"),
        (
            "The dike along the old canal gave way in the early morning and the\nwater reached the first farms.",
            "the\nwater reached the first farms",
            "a wrapped line",
        ),
    ],
)
def test_an_assertion_is_a_claim(text: str, words: str, why: str, claimed: Claimed) -> None:
    """Whatever a text asserts is a claim."""
    assert words in claimed(text, words).text, why


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("KARSK, March 17 (Harbour Wire) - ", "town, day and agency"),
        ("KARSK (AFP) — ", "town and agency, long dash"),
        ("PORT ELLERY – ", "a town of two words alone"),
        ("(Harbour Wire) - ", "agency alone"),
    ],
)
def test_a_dateline_is_left_out_and_named(line: str, why: str, nlp: Language) -> None:
    """A dateline asserts nothing: it is in no claim, and among what was dropped, with its reason."""
    text = f"{line}Nine sailors drowned on Monday."
    extraction = read(text, nlp)
    assert extraction.document.dropped == (Dropped(0, len(line), "dateline"),), why
    assert {claim.text for claim in extraction.claims} == {"Nine sailors drowned on Monday"}


@pytest.mark.parametrize("text", ["", " \n\t\r\n ", "\u2028", "...", "—"], ids=repr)
def test_a_text_without_words_claims_nothing(text: str, nlp: Language) -> None:
    """Nothing asserted, nothing claimed, and no error."""
    assert read(text, nlp).claims == ()


def test_half_an_emoji_stops_nothing(nlp: Language) -> None:
    """JSON can carry half a surrogate pair, where somebody cut a text inside an emoji: the rest is still read."""
    text = "Nine sailors drowned \ud83d. The dam broke."
    found = read(text, nlp).claims
    assert "The dam broke" in {claim.text for claim in found}
    assert all(claim.text == text[claim.start : claim.end] for claim in found)


@pytest.mark.slow
def test_an_endless_sentence_is_dropped_with_a_reason_and_the_rest_kept(nlp: Language) -> None:
    """A table or a broken page of 20,000 words without an end is no claim; what stands around it is."""
    endless = "barley " * 20_000
    text = f"The dam broke on Monday.\n\n{endless.strip()}\n\nNine sailors drowned."
    extraction = read(text, nlp)
    kept = {claim.text for claim in extraction.claims}
    assert {"The dam broke on Monday", "Nine sailors drowned"} <= kept
    assert all(len(words.split()) <= MAX_SENTENCE_WORDS for words in kept)
    assert extraction.document.dropped
    assert all("too long" in span.reason for span in extraction.document.dropped)
    unread = sum(len(text[span.start : span.end].split()) for span in extraction.document.dropped)
    assert unread + sum(len(words.split()) for words in kept) >= 20_000 * 0.99


def test_what_was_dropped_before_is_not_read(nlp: Language) -> None:
    """A span that reading dropped (page furniture) yields no claim and stays named."""
    text = "The dam broke.\n\nShare this story\n\nNine sailors drowned."
    span = Dropped(16, 32, "share label")
    extraction = extract(Document("d", text, dropped=(span,)), nlp)
    assert span in extraction.document.dropped
    assert {claim.text for claim in extraction.claims} == {"The dam broke", "Nine sailors drowned"}


@pytest.mark.parametrize("row", [r for r in golden("quantities") if len(r["quantities"]) > 1], ids=lambda row: row["text"])
def test_no_role_is_lost(row: Row, nlp: Language) -> None:
    """Each count of harm that the text's quantities hold is carried by a claim: nothing vanishes silently."""
    from claims.figures.quantities import quantities

    counted = {(q.start, q.end, q.role) for q in quantities(nlp(row["text"])) if q.role}
    carried = {(q.start, q.end, q.role) for claim in read(row["text"], nlp).claims for q in claim.quantities}
    assert counted <= carried


# --- what the reader of one claim needs ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "words", "standalone", "why"),
    [
        (
            "Norway said its troops had left the island.",
            "its troops",
            "Norway's troops had left the island",
            "its: the speaker's",
        ),
        (
            "Norwegian soldiers entered the fort. The soldiers found rice.",
            "found rice",
            "the Norwegian soldiers found rice",
            "the soldiers: the nationality last named",
        ),
        (
            "Norwegian soldiers entered the fort. Villagers cheered. The rebels found rice.",
            "found rice",
            "The rebels found rice",
            "other people: nothing is filled in",
        ),
        ("The soldiers left at dusk.", "left at dusk", "The soldiers left at dusk", "nobody says whose: left alone"),
        ("Its troops had left the island.", "left the island", "Its troops had left the island", "no owner in sight: left alone"),
        (
            "The storm, which killed 12 farmers in the north, has moved out to sea.",
            "which killed",
            "The storm killed 12 farmers in the north",
            "a relative pronoun",
        ),
        ("Troops entered the town and shelled the market.", "shelled", "Troops shelled the market", "a missing subject"),
        (
            "According to the coast guard, the wreck lies in deep water.",
            "the wreck lies",
            "the wreck lies in deep water",
            "who says it is kept apart",
        ),
        miss(
            "The wreck lies in deep water, according to Captain Lind.",
            "The wreck lies",
            "The wreck lies in deep water",
            why="nor does its comma stay behind",
        ),
    ],
)
def test_a_claim_stands_alone(text: str, words: str, standalone: str, why: str, claimed: Claimed) -> None:
    """What a model reads needs no sentence before it; only what the grammar gives away is filled in."""
    assert claimed(text, words).standalone == standalone, why


@pytest.mark.parametrize(
    ("text", "words", "start", "end", "why"),
    [
        ("A bus hit a tree on Monday.", "hit a tree", date(2021, 3, 15), date(2021, 3, 15), "its own"),
        (
            "In April, when 12 miners died, the pit was closed.",
            "when 12 miners died",
            date(2020, 4, 1),
            date(2020, 4, 30),
            "the time right before it",
        ),
        (
            "On Friday the ferry burned, but the crew was saved.",
            "the crew was saved",
            date(2021, 3, 12),
            date(2021, 3, 12),
            "the only time of its sentence",
        ),
        (
            "A bus hit a tree on Monday and 14 pupils were injured on Tuesday at school.",
            "14 pupils",
            date(2021, 3, 16),
            date(2021, 3, 16),
            "of two, its own",
        ),
        (
            "A bus hit a tree on Monday and 14 pupils were injured on 5 March.",
            "14 pupils",
            date(2021, 3, 5),
            date(2021, 3, 5),
            "of two, its own, also when it ends the sentence as a date",
        ),
    ],
)
def test_a_claim_has_a_window(text: str, words: str, start: date, end: date, why: str, claimed: Claimed) -> None:
    """A claim's time is its own words', else what its sentence says of it."""
    window = claimed(text, words).window
    assert window is not None
    assert (window.start, window.end) == (start, end), why


@pytest.mark.parametrize(
    ("text", "words", "why"),
    [
        ("The bridge is shut. A bus hit a tree on Monday.", "bridge is shut", "another sentence's time is not its own"),
        (
            "On Monday a bus hit a tree and on Friday a tram stopped near the park while heavy rain fell.",
            "rain fell",
            "of two, none",
        ),
    ],
)
def test_a_window_is_never_guessed(text: str, words: str, why: str, claimed: Claimed) -> None:
    """Where the words do not say when, the claim has no window."""
    assert claimed(text, words).window is None, why


@pytest.mark.parametrize(
    ("text", "words", "negated", "why"),
    [
        ("The dam did not break.", "break", True, "not"),
        ("The dam didn't break.", "break", True, "n't"),
        ("The dam has never broken.", "broken", True, "never"),
        ("No villagers were injured.", "villagers", True, "no before the subject"),
        ("Nobody has claimed the reward.", "claimed", True, "nobody"),
        ("I do not think that the dam will break.", "the dam will break", True, "not thought to be so"),
        ("The mayor denied that the dam had cracked.", "the dam had cracked", True, "denied"),
        (
            "The army denied that anybody had left the town since the siege began.",
            "siege began",
            False,
            "taken for granted in a denial",
        ),
        ("The mayor said the dam had not cracked.", "the dam had", True, "said not to be so"),
        ("The mayor denied that the dam had not cracked.", "the dam had", False, "twice is not at all"),
        ("The dam broke.", "broke", False, "nothing is denied"),
        ("Not only the dam broke, the bridge fell.", "the bridge fell", False, "another clause's not"),
        ("It is not true that the dam broke.", "the dam broke", True, "not true that"),
        ("Neither the mayor nor the council was told.", "was told", True, "neither nor"),
        ("The dam held without breaking.", "The dam held", False, "without is not of the main verb"),
        ("The army has not denied that it shelled the school.", "it shelled", False, "what is not denied is not negated"),
        ("The crew won the No. 5 place.", "won the", False, "a place in a row"),
        ("The crew won no 5 places.", "won no", True, "none at all"),
        ("The mayor failed to stop the sale.", "stop the sale", True, "failed to"),
        ("The army denied any role in the raid that hit the market.", "hit the market", False, "what hit it is not in doubt"),
    ],
)
def test_negation(text: str, words: str, negated: bool, why: str, claimed: Claimed) -> None:
    """`negated` says that the claim's words are asserted not to be so."""
    assert claimed(text, words).negated is negated, why


@pytest.mark.parametrize(
    ("text", "words", "hedged", "why"),
    [
        ("Twelve people are believed to have drowned.", "believed to have drowned", True, "are believed to"),
        ("Two men were reported killed.", "Two men", True, "reported by nobody"),
        ("The mayor declined to say whether the dam had cracked.", "the dam had cracked", True, "declined to say"),
        (
            "The city plans to close the mill.",
            "close the mill",
            False,
            "that it is planned is plain; the cue says that it is a plan",
        ),
        ("The city hopes that the mill will close.", "the mill will close", True, "hoped for"),
        ("The village will be evacuated if the river rises.", "will be evacuated", True, "on a condition"),
        ("Perhaps the crew has left.", "the crew has left", True, "perhaps"),
        ("The crew seems to have left.", "crew seems", True, "seems"),
        ("The gunman reportedly fled by boat.", "fled", True, "reportedly"),
        ("The fire may have killed two horses.", "horses", True, "may"),
        ("The fire could spread to the mill.", "spread", True, "could"),
        ("The alleged thief left by train.", "thief", True, "alleged"),
        ("The dam apparently cracked in June.", "cracked", True, "apparently"),
        ("The fair was held in May.", "fair", False, "May is a month"),
        ("The dam cracked in June.", "cracked", False, "plain"),
        ("If the river rises, the village will be evacuated.", "the river rises", True, "a condition asserts nothing"),
        ("The plan would displace 3,000 people.", "displace", True, "what would be is not yet"),
        ("It is believed that the ship sank on Sunday.", "the ship sank", True, "it is believed that"),
        ("If sailors believe that the ship sank, they will leave.", "the ship sank", True, "believed on a condition"),
        ("So long as sailors believe that the ship sank, they mourn.", "the ship sank", True, "believed on a condition"),
        ("Does that mean that the ship sank?", "the ship sank", True, "asked"),
        ("It means they are either in a harbour already, or one is near.", "in a harbour", True, "one of two things"),
        ("Nobody said either that the ship sank.", "the ship sank", False, "no choice"),
        ("It is unclear whether the ship sank on Sunday.", "the ship sank", True, "unclear whether"),
    ],
)
def test_hedges(text: str, words: str, hedged: bool, why: str, claimed: Claimed) -> None:
    """`hedged` says that the claim's words are asserted with less than certainty."""
    assert claimed(text, words).hedged is hedged, why


def test_what_was_not_said_is_no_ones_statement(claimed: Claimed) -> None:
    """ "X did not say that A" is not "X said that A"."""
    claim = claimed("The mayor did not say that the dam was safe.", "the dam was safe")
    assert claim.negated or claim.hedged or "mayor" not in claim.speakers


@pytest.mark.parametrize(
    ("text", "facets", "why"),
    [
        ("A car bomb killed 21 traders in Karsk on Friday.", {"killed", "method", "place", "time"}, "one sentence, four facets"),
        ("The siege lasted for 14 days.", {"duration"}, "a length of time"),
        ("The fire wounded nine guards.", {"wounded"}, "a role"),
        ("Mayor Lind said the school was pretty.", {"statement"}, "what somebody says"),
        ("The choir sang an old hymn.", {"other"}, "no facet of its own"),
        ("The rebels severed the bridge on Thursday.", {"time", "other"}, "when is not all that it tells"),
        ("The group claimed responsibility for the blast.", {"responsibility"}, "who claims a deed"),
        ("Rebels seized the town of Karsk.", {"control"}, "who holds a place"),
        (
            "The raids, which took place on Saturday near Karsk, were loud.",
            {"time", "place"},
            "told in a relative clause",
        ),
    ],
)
def test_facets(text: str, facets: Sequence[str], why: str, nlp: Language) -> None:
    """A clause makes one claim for each question about a happening that it answers."""
    assert set(facets) <= {claim.facet for claim in read(text, nlp).claims}, why


def test_real_articles_keep_their_offsets(nlp: Language, shared: Path) -> None:
    """The laws of offsets hold for real, scraped articles too."""
    for path in sorted((shared / "seeds").glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        found = read(text, nlp).claims
        assert found, path.name
        assert all(claim.text == text[claim.start : claim.end] for claim in found)
        assert len({claim.id for claim in found}) == len(found)


@pytest.mark.parametrize(
    ("text", "durations"),
    [
        ("The 10-year bond fell on Monday.", 0),
        ("They took out a 30-year mortgage.", 0),
        ("The bank fell. It was a 5-year war.", 1),
    ],
)
def test_a_tenor_is_no_duration(text: str, durations: int, nlp: Language) -> None:
    """The years of a security or a loan name it and do not say how long anything lasts."""
    claims = extract(Document(id="d1", text=text), nlp).claims
    assert sum(claim.facet == "duration" for claim in claims) == durations
