"""From a document to its claims: parse, cut into clauses, and say of each what it counts, when, and who says it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from claims.claim import Claim, Cue, Quantity
from claims.clauses import Clause, clauses
from claims.dateline import agency, dateline_end
from claims.deeds import deeds
from claims.document import Document, Dropped, content_id
from claims.extracts import TOO_LONG, Extraction
from claims.facets import facets
from claims.figures.quantities import quantities
from claims.imprint import credited, is_credit
from claims.inhabitants import POPULATION
from claims.names import LABELS, Name, names
from claims.parsing import flat, parsed
from claims.places import places
from claims.sentences import MAX_SENTENCE_WORDS, blocks
from claims.speech.attribution import Attribution, Heard, attributions
from claims.speech.certainty import hedge, negated
from claims.speech.reference import standalone
from claims.speech.stances import stances
from claims.times.timing import Times, last_told, times, times_of_change, window_of, window_of_figure
from claims.times.window import Granularity, Level, Mention, Window

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Span

NO_CLAIM = "asserts nothing: a question, a date or a fragment"
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})


def extract(document: Document, nlp: Language) -> Extraction:
    """The claims of one document; `nlp` is a spaCy pipeline with tagger, parser, lemmatizer and named entities."""
    return next(extract_all((document,), nlp))


def extract_all(
    documents: Sequence[Document], nlp: Language, progress: Callable[[int], None] | None = None
) -> Iterator[Extraction]:
    """The claims of many documents, one after the other, parsed in common batches; `progress` is told how many are done."""
    work = [
        (document, start, dateline_end(document.text, start, end), end)
        for document in documents
        for start, end in blocks(document)
    ]
    docs = parsed((flat(document.text[start:end]) for document, _, start, end in work), nlp)
    read = iter(zip(work, docs, strict=True))
    item = next(read, None)
    for done, document in enumerate(documents, 1):
        found: dict[str, Claim] = {}
        dropped: list[Dropped] = []
        quantified: list[Quantity] = []
        heard = Heard()
        wire = _other(credited(document.text), document)  # the agency whose dateline stands above, or that signs the article
        mentioned: list[Name] = []
        anchor: Window | None = None
        while item is not None and item[0][0] is document:
            (_, written, start, _), doc = item
            if written < start:
                dropped.append(Dropped(written, start, "dateline"))
                named = agency(document.text[written:start])
                wire = _other(named, document) or wire
            counted = quantities(doc, start)
            quantified += counted
            said, heard = attributions(doc, heard, document.text)
            mentioned += names(doc, start)
            sentences = list(doc.sents)
            for n, (sentence, told) in enumerate(zip(sentences, times(doc, document.published, anchor), strict=True)):
                anchor = last_told(told.mentions)
                here = start + sentence.start_char, start + sentence.end_char
                if is_credit(sentence.text):
                    dropped.append(Dropped(*here, "agency credit"))
                    continue
                signed = sentences[n + 1].text if n + 1 < len(sentences) and is_credit(sentences[n + 1].text) else sentence.text
                if len(sentence) > MAX_SENTENCE_WORDS:
                    dropped.append(Dropped(*here, f"{TOO_LONG} ({len(sentence)} words)"))
                    continue
                by = _other(credited(signed), document) or wire
                told_here = tuple(_claims(document, sentence, start, counted, told, said, by))
                if not told_here and sentence.text.strip():
                    dropped.append(Dropped(*here, NO_CLAIM))
                for claim in told_here:
                    found.setdefault(claim.id, claim)
            item = next(read, None)
        if progress is not None:
            progress(done)
        claims = tuple(sorted(found.values(), key=lambda c: (c.start, c.end, c.facet, c.id)))
        whole = replace(document, dropped=tuple(sorted((*document.dropped, *dropped))))
        yield Extraction(whole, claims, tuple(quantified), tuple(mentioned))


def _claims(
    document: Document,
    sentence: Span,
    offset: int,
    counted: Sequence[Quantity],
    told: Times,
    said: Sequence[Attribution],
    wire: str,
) -> Iterator[Claim]:
    doc = sentence.doc
    context = (offset + sentence.start_char, offset + sentence.end_char)
    found = tuple(clause for clause in clauses(sentence) if not _only_names_speaker(clause, said))
    for clause in found:
        words = doc[clause.start : clause.end]
        begin, end = offset + doc[clause.start].idx, offset + doc[clause.end - 1].idx + len(doc[clause.end - 1])
        voice = _voice(clause, said, wire)
        text = standalone(doc, clause, voice.speakers[-1] if voice.speakers else "")
        inside = tuple(q for q in counted if begin <= q.start and q.end <= end and _innermost(q, clause, found, doc, offset))
        timed = window_of(clause, sentence, told, begin - context[0], end - context[0])
        said_not = negated(clause, voice.cue, voice.doubted)
        base = Claim(
            id="",
            document=document.id,
            start=begin,
            end=end,
            context=context,
            text=document.text[begin:end],
            standalone=text,
            facet="",
            predicate=clause.head.lemma_.lower(),
            speakers=voice.speakers,
            cue=voice.cue,
            negated=said_not,
            hedge=hedge(clause, voice.cue, voice.doubted),
            window=timed.window if timed else None,
            window_at=_told_at(timed, context[0]),
            published=document.published,
            places=places(words),
            names=tuple(e.text for e in words.ents if e.label_ in LABELS),
            lemmas=_lemmas(words),
            deeds=deeds(words),
            stances=stances(clause, said_not),
        )
        own_time = timed is not None and timed.window.level is Level.CLAIM and begin <= context[0] + timed.start < end
        own = tuple(m for m in told.mentions if begin <= context[0] + m.start and context[0] + m.end <= end)
        figures = tuple((q.start - context[0], q.end - context[0]) for q in inside)
        for facet in facets(base, words, inside, document.text, offset, own_time):
            claim = replace(base, facet=facet.name, quantities=facet.quantities, start=facet.start, end=facet.end)
            if facet.predicate:
                claim = replace(claim, predicate=facet.predicate, negated=claim.negated or facet.denied)
            if facet.places is not None:
                claim = replace(claim, places=facet.places)
            if facet.by_the_way:
                claim = _by_the_way(claim, document.text[facet.start : facet.end])
            if facet.name == "duration":  # what lasts stands in the noun phrase; the clause around it tells other things
                claim = replace(claim, standalone=document.text[facet.start : facet.end])
            if own_time and own and len(facet.quantities) == 1:
                (figure,) = facet.quantities
                at = figure.start - context[0], figure.end - context[0]
                may = times_of_change(own, figure, inside, context[0])
                mention = window_of_figure(sentence.text, may, at, figures) if len(may) > 1 else next(iter(may), None)
                claim = replace(claim, window=mention.window if mention else None, window_at=_told_at(mention, context[0]))
            if facet.name == POPULATION and claim.window is not None and claim.window.granularity.rank < Granularity.YEAR.rank:
                claim = replace(claim, window=None, window_at=None)  # the day of the happening, not of the count
            yield _identified(claim, document)


def _by_the_way(claim: Claim, text: str) -> Claim:
    """A claim of words that a clause takes for granted: what the clause denies, doubts or dates is not theirs."""
    held = replace(claim, standalone=text, negated=False, hedge="", deeds=(), stances=())
    return replace(held, window=None, window_at=None, lemmas=(), names=tuple(name for name in claim.names if name in text))


def _only_names_speaker(clause: Clause, said: Sequence[Attribution]) -> bool:
    """Whether a clause is the name that a colon or a dash sets off from what it says: "Lind" of "The dam is safe: Lind"."""
    return any(
        a.source == clause.head.i
        and a.word is not None
        and clause.head.doc[a.word].is_punct
        and not any(start < clause.end and clause.start < end for start, end in a.spans)
        for a in said
    )


def _told_at(mention: Mention | None, offset: int) -> tuple[int, int] | None:
    """Where in the document a time of a sentence that begins at `offset` is told; None for one of another sentence."""
    return (offset + mention.start, offset + mention.end) if mention is not None and mention.end else None


def _other(agency: str, document: Document) -> str:
    """An agency, unless it is the document's own outlet."""
    return agency if agency.casefold() != document.outlet.casefold() else ""


def _lemmas(words: Span) -> tuple[str, ...]:
    """The words of content of a clause, by lemma and sorted."""
    return tuple(sorted({t.lemma_.lower() for t in words if t.pos_ in _CONTENT and not t.is_stop}))


def _identified(claim: Claim, document: Document) -> Claim:
    text = document.text[claim.start : claim.end]
    positions = [(q.start, q.end) for q in claim.quantities]
    return replace(claim, text=text, id=content_id(claim.document, claim.start, claim.end, claim.facet, positions))


def _innermost(quantity: Quantity, clause: Clause, found: Sequence[Clause], doc: Doc, offset: int) -> bool:
    """Whether no smaller clause inside this one holds the quantity."""
    first, last = quantity.start - offset, quantity.end - offset
    return not any(
        other is not clause
        and (other.end - other.start) < (clause.end - clause.start)
        and doc[other.start].idx <= first
        and last <= doc[other.end - 1].idx + len(doc[other.end - 1])
        for other in found
    )


@dataclass(frozen=True, slots=True)
class _Voice:
    """Who says a clause, outermost first, how the innermost puts it, and whether the text says that it was not said."""

    speakers: tuple[str, ...] = ()
    cue: Cue | None = None
    doubted: bool = False


def _voice(clause: Clause, said: Sequence[Attribution], wire: str) -> _Voice:
    """The voice of a clause: the agency, then those in whose words its verb stands; each name once."""
    head = clause.head.i  # of "Nine dead - officials" the parser may take the speaker for the head
    inside = [a for a in said if a.holds(head) or (a.source == head and any(clause.start <= s < head for s, _ in a.spans))]
    chain = dict.fromkeys(name for name in (wire, *(a.speaker for a in inside)) if name)
    cue = inside[-1].cue if inside else None
    return _Voice(tuple(chain), cue, any(a.doubted for a in inside))
