"""How well speakers are found, on PolNeAR dev: `python -m benchmarks.attribution [--shared DIR] [--errors KIND]`.

DIR (default ../shared) holds data/attribution/polnear_dev.jsonl: news articles in which people marked who (source) says (cue)
what (content). Counted are attributions of saying: those whose cue has a verb of communication (`SAYING`, by lemma), is
"according to", or is a mere sign (the colon of a heading, the dash before a signature), that name a source other than "I",
"we" and "you", and whose content has a verb. Left out are beliefs and attitudes ("wants", "believes", "supports", "attacked")
and contents that are no assertion ("comments on X"). The same rule holds for what is predicted, and a prediction that meets a
left-out attribution is neither right nor wrong. A content is found where it and a predicted one cover half of each other,
each used once, best overlap first; a source is right where the token that stands for the speaker, or the last word of the
name it is resolved to, lies in the marked one.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from benchmarks.results import OURS, ROOT, Figure, figure, ratio, save
from claims.parsing import flat, parsed
from claims.reading import read_text
from claims.sentences import blocks
from claims.speech.attribution import NOBODY, attributions
from claims.speech.cues import NO_FACTS
from factcheck.comparison import load_models

SAYING = frozenset(
    """
    say tell state add report announce note declare confirm explain remark write describe reveal recall acknowledge admit stress
    emphasize emphasise underline underscore conclude mention comment observe respond reply answer continue tweet testify recount
    disclose concede inform notify echo repeat reiterate proclaim joke quip shout chant boast complain lament caution counter
    claim allege assert insist maintain argue contend deny reject dismiss refute dispute accuse blame charge warn cite quote
    according release suggest predict read ask tout
    """.split()
)
_FIRST = frozenset(["i", "we", "you"])
_SAID = re.compile(r"[^.!?\n]*\b(?:said|says)\b[^.!?\n]*")
_QUOTED = re.compile(r"[“\"][^“”\"]+[”\"]")


@dataclass
class Said:
    """What somebody says: the characters of it, who (text, and the name it stands for), and whether the rule counts it."""

    content: frozenset[int]
    source: str
    counts: bool
    name: str = ""
    words: str = ""  # for the list of errors


@dataclass
class Tally:
    """Counts over articles, and the errors in words."""

    gold: int = 0
    found: int = 0
    wrong: int = 0
    sources: int = 0
    errors: dict[str, list[str]] = field(default_factory=lambda: {"missed": [], "wrong": [], "source": []})

    def row(self, name: str) -> str:
        """A line of the table in benchmarks/README.md."""
        precision, recall = self.found / max(self.found + self.wrong, 1), self.found / max(self.gold, 1)
        source = self.sources / max(self.found, 1)
        return (
            f"| {name} | {precision:.3f} ({self.found}/{self.found + self.wrong}) | {recall:.3f} ({self.found}/{self.gold})"
            f" | {source:.3f} ({self.sources}/{self.found}) |"
        )


class Articles:
    """What each article adds to both tallies, the units of the intervals."""

    def __init__(self) -> None:
        """Nothing counted yet."""
        self._counts: dict[str, list[dict[str, int]]] = {OURS: [], "quote marks, and the sentence around “said”": []}

    def add(self, *tallies: Tally) -> None:
        """Take what the tallies have more than all articles before."""
        for units, tally in zip(self._counts.values(), tallies, strict=True):
            now = {"gold": tally.gold, "found": tally.found, "said": tally.found + tally.wrong, "sources": tally.sources}
            units.append({key: value - sum(unit[key] for unit in units) for key, value in now.items()})

    def figures(self) -> Iterator[Figure]:
        """Precision and recall of contents, and sources that are right."""
        for measure, names in (
            ("content, precision", ("found", "said")),
            ("content, recall", ("found", "gold")),
            ("source, of found", ("sources", "found")),
        ):
            for method, units in self._counts.items():
                yield figure(f"PolNeAR dev, {len(units)} articles", measure, method, units, ratio(*names))


def main() -> None:
    """Print the table, and with --errors the errors of one kind."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--errors", choices=("missed", "wrong", "source"))
    options = parser.parse_args()
    path = options.shared / "data" / "attribution" / "polnear_dev.jsonl"
    if not path.is_file():
        parser.error(f"{path}: not there; name the folder with --shared")
    nlp = load_models().nlp
    ours, plain, articles = Tally(), Tally(), Articles()
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        article = [(start, doc) for start, doc in _parsed(row["text"], nlp)]
        gold = list(_gold(row, article))
        _count(gold, list(_predicted(row["text"], article)), ours)
        _count(gold, list(_plain(row["text"])), plain)
        articles.add(ours, plain)
    print("| method | content precision | content recall | source, of found |\n| --- | --- | --- | --- |")
    print(plain.row("quote marks, and the sentence around “said”"))
    print(ours.row("claims.speech.attribution"))
    save("attribution", list(articles.figures()))
    for error in ours.errors.get(options.errors, ()):
        print("-", error)


def _parsed(text: str, nlp: Language) -> Iterator[tuple[int, Doc]]:
    """The offset and the parse of each paragraph, as the product reads it."""
    spans = list(blocks(read_text(text)))
    yield from zip((start for start, _ in spans), parsed((flat(text[start:end]) for start, end in spans), nlp), strict=True)


def _gold(row: dict[str, Any], article: Sequence[tuple[int, Doc]]) -> Iterator[Said]:
    text = row["text"]
    for marked in row["attributions"]:
        if not marked.get("content"):
            continue
        source, cue = (_words(text, marked.get(key, [])) for key in ("source", "cue"))
        lemmas = {token.lemma_.lower() for start, end in marked.get("cue", []) for token in _tokens(article, start, end)}
        saying = bool(lemmas & SAYING) or (bool(cue) and not any(c.isalpha() for c in cue))
        asserts = any(t.pos_ in ("VERB", "AUX") for start, end in marked["content"] for t in _tokens(article, start, end))
        counts = saying and asserts and bool(source) and source.lower() not in _FIRST
        words = f"[{source}] [{cue}] {_words(text, marked['content'])}"
        yield Said(_characters(marked["content"]), source, counts, words=words)


def _predicted(text: str, article: Sequence[tuple[int, Doc]]) -> Iterator[Said]:
    """The attributions of an article; words that go on over paragraphs are one."""
    heard, going, made = NOBODY, None, []
    for offset, doc in article:
        announced = heard.announced
        said, heard = attributions(doc, heard)
        last = going
        for attribution in said:
            spans = [(offset + doc[a].idx, offset + doc[b - 1].idx + len(doc[b - 1])) for a, b in attribution.spans]
            if attribution.word is None and not announced and going is not None:
                going.content |= _characters(spans)
                continue
            source = doc[attribution.source].text if attribution.source is not None else ""
            cue = doc[attribution.word].lemma_.lower() if attribution.word is not None else ""
            saying = not cue.isalpha() or cue in SAYING
            counts = saying and not attribution.doubted and source.lower() not in _FIRST and attribution.cue not in NO_FACTS
            words = f"[{attribution.speaker}] [{attribution.cue}] {_words(text, spans)}"
            one = Said(_characters(spans), source, counts, attribution.speaker, words)
            made.append(one)
            if last is going or last is None or max(one.content) > max(last.content):
                last = one
        going = last
    yield from made


def _plain(text: str) -> Iterator[Said]:
    """The baseline: each quotation, and what follows "said" in a sentence without one; the speaker is the last name nearby."""
    for match in _QUOTED.finditer(text):
        around = text[match.end() : match.end() + 80].split(".")[0] or text[max(0, match.start() - 60) : match.start()]
        yield Said(frozenset(range(*match.span())), _last_name(around), True)
    for match in _SAID.finditer(text):
        if not _QUOTED.search(match[0]):
            before, _, after = re.split(r"\b(said|says)\b", match[0], maxsplit=1)
            start = match.start() + len(match[0]) - len(after)
            yield Said(frozenset(range(start, match.end())), _last_name(before), bool(after.strip()))


def _last_name(words: str) -> str:
    found = re.findall(r"\b[A-Z][\w’'-]+|\b(?:he|she|they|it)\b", words)
    return found[-1] if found else ""


def _count(gold: Sequence[Said], predicted: Sequence[Said], tally: Tally) -> None:
    """Pairs of like contents, the best first; attributions that the rule counts come before the others at equal overlap."""
    pairs = []
    for g, marked in enumerate(gold):
        for p, said in enumerate(predicted):
            both = len(marked.content & said.content)
            if 2 * both >= max(len(marked.content), len(said.content)) and both:
                pairs.append((marked.counts and said.counts, both / len(marked.content | said.content), -g, -p))
    of_gold: dict[int, int] = {}
    of_predicted: dict[int, int] = {}
    for _, _, g, p in sorted(pairs, reverse=True):
        if -g not in of_gold and -p not in of_predicted:
            of_gold[-g], of_predicted[-p] = -p, -g
    for g, marked in enumerate(gold):
        if not marked.counts:
            continue
        tally.gold += 1
        if g not in of_gold:
            tally.errors["missed"].append(marked.words)
            continue
        said = predicted[of_gold[g]]
        tally.found += 1
        if _same_source(said, marked.source):
            tally.sources += 1
        else:
            tally.errors["source"].append(f"{said.source!r}, {said.name!r}: {marked.words}")
    for p, said in enumerate(predicted):
        if said.counts and p not in of_predicted:
            tally.wrong += 1
            tally.errors["wrong"].append(said.words)


def _same_source(said: Said, marked: str) -> bool:
    words = re.findall(r"\w+", marked.lower())
    names = (said.source, *said.name.split()[-1:])
    return any(part in words for name in names for part in re.findall(r"\w+", name.lower())[-1:])


def _tokens(article: Sequence[tuple[int, Doc]], start: int, end: int) -> Iterator[Any]:
    for offset, doc in article:
        if offset <= start < offset + len(doc.text):
            span = doc.char_span(start - offset, min(end - offset, len(doc.text)), alignment_mode="expand")
            yield from span if span is not None else ()


def _characters(spans: Sequence[Sequence[int]]) -> frozenset[int]:
    return frozenset(i for start, end in spans for i in range(start, end))


def _words(text: str, spans: Sequence[Sequence[int]]) -> str:
    return " | ".join(" ".join(text[start:end].split()) for start, end in sorted(spans))


if __name__ == "__main__":
    main()
