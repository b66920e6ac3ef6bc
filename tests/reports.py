"""Hand-made reports: what the panels are tested on, without any model."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date
from itertools import combinations

from claims.claim import Claim, Cue, Quantity, Window
from claims.document import Document, Dropped, Failure
from factcheck.judgement import Code, Fact, Finding, Judgement, Stated, Verdict
from factcheck.origins.passages import Passage
from factcheck.report import Copy, Origin, Report, Trust

HARBOUR = Document(
    id="d1",
    path="harbour.txt",
    outlet="Harbour Gazette",
    title="Ferry fire kills seven off Port Ellery",
    url="https://example.org/harbour/ferry-fire",
    published=date(2024, 5, 14),
    event="Port Ellery ferry fire",
    text=(
        "Ferry fire kills seven off Port Ellery\n\n"
        "Seven passengers died on Monday when the ferry Ondine caught fire off Port Ellery. "
        "About 40 people were treated for smoke. "
        "The shipping line claimed that a lorry started the fire but, according to the crew, the engine room burned first. "
        "A rescue boat reached the ferry within 20 minutes."
    ),
)
COURIER = Document(
    id="d2",
    path="courier.txt",
    outlet="Inland Courier",
    title="Nine dead as Ondine burns",
    url="https://example.org/courier/ondine",
    published=date(2024, 5, 14),
    event="Port Ellery ferry fire",
    text=(
        "Nine dead as Ondine burns\n\n"
        "Nine passengers were killed on Monday on the ferry Ondine, the coast guard said. "
        "More than 30 people suffered from smoke. "
        "The fire broke out off Port Ellery.\n\n"
        "Share this page"
    ),
    dropped=(Dropped(186, 201, "share line"),),
)
MORNING = Document(
    id="d3",
    path="morning.txt",
    title="Ondine: the night of the fire",
    text=(
        "Ondine: the night of the fire\n\nThe ferry Ondine caught fire off Port Ellery. About 40 people were treated for smoke."
    ),
)


def claim(document: Document, words: str, facet: str, **slots: object) -> Claim:
    """A claim on the exact words of a document; its sentence runs from the full stop before to the one after."""
    start = document.text.index(words)
    end = start + len(words)
    before = max(document.text.rfind(mark, 0, start) + len(mark) for mark in (". ", "\n\n") if mark in document.text[:start])
    after = document.text.find(".", end)
    context = (before, after + 1 if after >= 0 else len(document.text))
    id_ = f"{document.id}-{start:04d}-{facet}"
    return Claim(id_, document.id, start, end, context, words, words, facet, **slots)  # type: ignore[arg-type]


def amount(document: Document, words: str, low: float, high: float, **slots: object) -> tuple[Quantity, ...]:
    """A quantity that stands where `words` first do."""
    start = document.text.index(words)
    return (Quantity(start, start + len(words), low, high, **slots),)  # type: ignore[arg-type]


MONDAY = Window(date(2024, 5, 13), date(2024, 5, 13), "on Monday")

SEVEN = claim(
    HARBOUR,
    "Seven passengers died on Monday",
    "killed",
    quantities=amount(HARBOUR, "Seven", 7, 7, counted="passengers", role="killed"),
    window=MONDAY,
    places=("Port Ellery",),
)
NINE = claim(
    COURIER,
    "Nine passengers were killed on Monday",
    "killed",
    speakers=("the coast guard",),
    quantities=amount(COURIER, "Nine", 9, 9, counted="passengers", role="killed"),
    window=MONDAY,
)
PLACE_HARBOUR = claim(HARBOUR, "caught fire off Port Ellery", "place", places=("Port Ellery",))
PLACE_COURIER = claim(COURIER, "The fire broke out off Port Ellery", "place", places=("Port Ellery",))
SMOKE_HARBOUR = claim(
    HARBOUR,
    "About 40 people were treated for smoke",
    "wounded",
    quantities=amount(HARBOUR, "About 40", 36, 44, bound="about", counted="people", role="wounded"),
)
SMOKE_COURIER = claim(
    COURIER,
    "More than 30 people suffered from smoke",
    "wounded",
    quantities=amount(COURIER, "More than 30", 30, float("inf"), bound="more than", counted="people", role="wounded"),
)
SMOKE_MORNING = claim(
    MORNING,
    "About 40 people were treated for smoke",
    "wounded",
    quantities=amount(MORNING, "About 40", 36, 44, bound="about", counted="people", role="wounded"),
)
RESCUE = claim(
    HARBOUR,
    "A rescue boat reached the ferry within 20 minutes",
    "when",
    quantities=amount(HARBOUR, "within 20", 0, 20, bound="within", unit="minutes"),
    hedge="may",
)
LORRY = claim(
    HARBOUR, "The shipping line claimed that a lorry started the fire", "cause", speakers=("the shipping line",), cue=Cue.CLAIMS
)
ENGINE = claim(HARBOUR, "according to the crew, the engine room burned first", "cause", speakers=("the crew",))


def judged(left: Claim, right: Claim, code: Code, score: float, reason: str) -> Judgement:
    """A judgement with its sides in order."""
    first, second = sorted((left.id, right.id))
    return Judgement(first, second, code, score, reason)


KILLED = Fact("f1", "Seven passengers died", "the fire", "killed", Finding.CONTRADICTED, (SEVEN.id, NINE.id), 2, 7, 7, 9)
BLAME = Fact("f2", "A lorry started the fire", "the fire", "cause", Finding.CONTRADICTED, (LORRY.id, ENGINE.id), 1)
SMOKE = Fact(
    "f3",
    "About 40 people were treated for smoke",
    "the fire",
    "wounded",
    Finding.COMPATIBLE,
    (SMOKE_HARBOUR.id, SMOKE_COURIER.id, SMOKE_MORNING.id),
    2,
    36,
    40,
    44,
)
PLACE = Fact(
    "f4", "The fire broke out off Port Ellery", "the fire", "where", Finding.AGREED, (PLACE_HARBOUR.id, PLACE_COURIER.id), 2
)
RESCUED = Fact("f5", "A rescue boat reached the ferry", "the rescue", "when", Finding.SINGLE_SOURCE, (RESCUE.id,), 1, 0, 20, 20)


def small() -> Report:
    """Three documents: two values that contradict, two speakers who do, a compatible, an agreed and a single-source fact."""
    return Report(
        documents=(HARBOUR, COURIER, MORNING),
        failed=(Failure("notes.docx", "Not a text file: save it as .txt first"),),
        claims=(
            *(SEVEN, PLACE_HARBOUR, SMOKE_HARBOUR, LORRY, ENGINE, RESCUE),
            *(NINE, SMOKE_COURIER, PLACE_COURIER, SMOKE_MORNING),
        ),
        facts=(PLACE, RESCUED, SMOKE, KILLED, BLAME),
        judgements=(
            judged(SEVEN, NINE, Code.VALUE_DIFFERS, 0.97, "7 dead cannot be 9 dead on the same day."),
            judged(LORRY, ENGINE, Code.ACTOR_DIFFERS, 0.8, "The shipping line blames a lorry, the crew the engine room."),
            judged(SMOKE_HARBOUR, SMOKE_COURIER, Code.LOOSER_BOUND, 0.9, "More than 30 leaves room for about 40."),
            judged(SMOKE_HARBOUR, SMOKE_MORNING, Code.SAME_VALUE, 1.0, "Both say about 40."),
            judged(SMOKE_COURIER, SMOKE_MORNING, Code.LOOSER_BOUND, 0.9, "More than 30 leaves room for about 40."),
            judged(PLACE_HARBOUR, PLACE_COURIER, Code.PARAPHRASE, 0.93, "Both say that the fire broke out off Port Ellery."),
        ),
        copies=(Copy("d1", "d3", 0.82, (Passage((81, 121), (35, 75)),), "d1", "the most complete"),),
        version="test",
        origins=(Origin(("d1", "d3"), "d1", "the most complete", ()),),
    )


def trusting() -> Report:
    """The small report, with trust in an outlet."""
    return replace(small(), trust=(Trust("<b>Post</b>", 0.75, 4),))


ATTACK = "<script>alert(1)</script> ![x](https://example.org/x.png) **bold** :red[red] $x^2$ :material/home:"


def hostile() -> Report:
    """A report whose every string from outside tries to become HTML or Markdown."""
    left = Document(
        id="d1",
        text=f"{ATTACK} one.\n\n{ATTACK} 5 <b>dead</b>.",
        path=ATTACK,
        outlet=ATTACK,
        title=ATTACK,
        url="javascript:alert(1)",
        event=ATTACK,
        dropped=(Dropped(0, 40, ATTACK),),
    )
    right = Document("d2", f"Title\n\n{ATTACK} 6 <i>dead</i>.", "b.txt", "<img src=x onerror=alert(1)>", "Title")
    five = claim(left, "5 <b>dead</b>", "killed", speakers=(ATTACK,))
    six = claim(right, "6 <i>dead</i>", "killed", speakers=(ATTACK,))
    return Report(
        documents=(left, right),
        failed=(Failure(f"{ATTACK}.txt", ATTACK),),
        claims=(five, six),
        facts=(Fact("f1", ATTACK, ATTACK, ATTACK, Finding.CONTRADICTED, (five.id, six.id), 2),),
        judgements=(judged(five, six, Code.VALUE_DIFFERS, 1.0, ATTACK),),
        copies=(Copy("d1", "d2", 0.5, (Passage((0, 30), (0, 5)),), "d1", ATTACK),),
        origins=(Origin(("d1", "d2"), "d1", ATTACK, (ATTACK,)),),
    )


def headed(text: str) -> Report:
    """The small report with these words as the headline of its first fact."""
    base = small()
    return replace(base, facts=(replace(base.facts[0], headline=text), *base.facts[1:]))


def large(facts: int) -> Report:
    """A report of many single-source facts, for paging."""
    base = small()
    many = tuple(
        Fact(f"s{number:04d}", f"Fact number {number}", "the fire", "killed", Finding.SINGLE_SOURCE, (RESCUE.id,), 1)
        for number in range(facts)
    )
    return Report(base.documents, (), base.claims, many, (), ())


OUTLETS = 12
SAYING = 4  # claims a fact


def crowded(facts: int) -> Report:
    """A report of many facts, each told by several outlets with every finding in turn: what a large pile looks like."""
    sentences = [f"In ward {number}, {number % 90 + 10} people were hurt, the clinic said." for number in range(facts)]
    documents = tuple(
        Document(f"d{n:02d}", "\n\n".join(sentences), outlet=f"Outlet {n}", published=date(2024, 5, 1 + n), event="The storm")
        for n in range(OUTLETS)
    )
    starts = [0]
    for sentence in sentences:
        starts.append(starts[-1] + len(sentence) + 2)
    cycle = ((Finding.CONTRADICTED, Code.VALUE_DIFFERS), (Finding.AGREED, Code.SAME_VALUE), (Finding.UNCLEAR, Code.NO_BASIS))
    claims, found, judgements = [], [], []
    for number, sentence in enumerate(sentences):
        finding, code = cycle[number % len(cycle)]
        own = []
        for told in range(SAYING):
            document = documents[(number + told) % OUTLETS]
            start, end = starts[number], starts[number] + sentence.index(", the clinic")
            value = number % 90 + 10 + (told if finding is Finding.CONTRADICTED else 0)
            hurt = (Quantity(start, start + 2, value, value, counted="people", role="wounded"),)
            words, key = document.text[start:end], f"c{number:05d}-{told}"
            whole = (start, start + len(sentence))
            own.append(
                Claim(key, document.id, start, end, whole, words, words, "wounded", speakers=("the clinic",), quantities=hurt)
            )
        claims += own
        judgements += [judged(one, two, code, 0.9, f"{one.id} against {two.id}") for one, two in combinations(own, 2)]
        history = tuple(
            Stated(documents[(number + told) % OUTLETS].published, it.quantities[0].low, it.quantities[0].low, "", it.id)
            for told, it in enumerate(own)
        )
        keys = tuple(it.id for it in own)
        low = own[0].quantities[0].low
        found.append(
            Fact(
                f"f{number}",
                f"People hurt in ward {number}",
                "",
                "wounded",
                finding,
                keys,
                SAYING,
                low,
                low,
                low,
                history=history,
            )
        )
    return Report(documents, (), tuple(claims), tuple(found), tuple(sorted(judgements, key=lambda it: (it.left, it.right))), ())


def export(report: Report, verdicts: Collection[Verdict], facts: Collection[str] | None = None) -> str:
    """Stands in for the CSV export: names the verdicts it was asked for."""
    return "verdicts\n" + "\n".join(verdict.value for verdict in Verdict if verdict in verdicts)
