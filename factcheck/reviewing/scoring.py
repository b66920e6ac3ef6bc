"""How right a report is by labelled data (`feedback`): what was found of it, joined and judged as people did."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from factcheck.judgement import Verdict
from factcheck.report import Report

COVERED = 0.5  # a claim stands for a mention if it covers half of its words,
INSIDE = 0.8  # or if four fifths of the claim lie inside it


class GoldError(ValueError):
    """Labelled data that cannot be scored; the message names the place."""


@dataclass(frozen=True, slots=True)
class Score:
    """Counts: of mentions, of labelled pairs (one fact, right verdict), of contradictions, and of pairs that belong apart."""

    mentions: int = 0
    mentions_found: int = 0
    pairs: int = 0
    pairs_together: int = 0
    pairs_right: int = 0
    contradict: int = 0  # labelled so, and nothing else
    contradict_found: int = 0
    contradict_said: int = 0  # by the tool, of labelled pairs
    contradict_right: int = 0
    apart: int = 0
    apart_joined: int = 0  # said to agree or to contradict
    wrong: tuple[str, ...] = ()  # one line for each wrong pair

    def lines(self) -> list[str]:
        """The score for a person."""
        return [
            f"mentions found         {_ratio(self.mentions_found, self.mentions)}",
            f"pairs in one fact      {_ratio(self.pairs_together, self.pairs)}",
            f"verdicts right         {_ratio(self.pairs_right, self.pairs)}",
            f"contradictions found   {_ratio(self.contradict_found, self.contradict)}",
            f"contradict is right    {_ratio(self.contradict_right, self.contradict_said)}",
            f"wrongly joined apart   {_ratio(self.apart_joined, self.apart)}",
        ]


def _ratio(part: int, whole: int) -> str:
    return f"{part / whole:.3f} ({part} of {whole})" if whole else "- (none labelled)"


def score(gold: Mapping[str, Any], report: Report) -> Score:
    """The score of a report on the texts that the labelled data names. GoldError where the data names what is not there."""
    try:
        facts, apart = gold["facts"], gold.get("apart", [])
        where = _Finder(report)
        mentions = [mention for fact in facts for mention in fact["mentions"].values()]
        cases = [
            (fact["mentions"][one], fact["mentions"][two], frozenset(label.split("|")))
            for fact in facts
            for one, two, label in fact["relations"]
        ]
        judged = [(*where.pair(one, two, wanted), wanted, one, two) for one, two, wanted in cases]
        split = [(case, where.pair(case["a"], case["b"], frozenset())[1]) for case in apart]
        found = sum(bool(where.claims(mention)) for mention in mentions)
    except (KeyError, TypeError, IndexError, AttributeError) as error:
        raise GoldError(f"the labelled data is not in the form that is expected: {error!r}") from error
    only = frozenset({Verdict.CONTRADICT.value})
    joined = [case for case, verdict in split if verdict in (Verdict.AGREE, Verdict.CONTRADICT)]
    return Score(
        mentions=len(mentions),
        mentions_found=found,
        pairs=len(judged),
        pairs_together=sum(together for together, *_ in judged),
        pairs_right=sum(verdict in wanted for _, verdict, wanted, *_ in judged),
        contradict=sum(wanted == only for _, _, wanted, *_ in judged),
        contradict_found=sum(wanted == only and verdict in wanted for _, verdict, wanted, *_ in judged),
        contradict_said=sum(verdict == Verdict.CONTRADICT for _, verdict, *_ in judged),
        contradict_right=sum(verdict == Verdict.CONTRADICT and verdict in wanted for _, verdict, wanted, *_ in judged),
        apart=len(split),
        apart_joined=len(joined),
        wrong=tuple(
            f"wanted {'|'.join(sorted(wanted))}, got {verdict or 'none'}: “{one[1]}” / “{two[1]}”"
            for _, verdict, wanted, one, two in judged
            if verdict not in wanted
        )
        + tuple(f"belong apart: “{case['a'][1]}” / “{case['b'][1]}”" for case in joined),
    )


class _Finder:
    """Finds the claims of a report that stand for a mention."""

    def __init__(self, report: Report):
        self.report = report
        self.verdicts = {frozenset((j.left, j.right)): j.verdict.value for j in report.judgements}

    def claims(self, mention: Sequence[str]) -> list[str]:
        """Ids of the claims that stand for a mention, the best first; GoldError where its text or its words are not there."""
        prefix, words = mention
        document = next((d for d in self.report.documents if PurePath(d.path).name.startswith(prefix)), None)
        if document is None:
            raise GoldError(f"no text whose file name begins with {prefix!r}")
        spans, at = [], document.text.find(words)
        while at >= 0:
            spans.append((at, at + len(words)))
            at = document.text.find(words, at + 1)
        if not spans or not words:
            raise GoldError(f"{prefix}: these words are not in the text: {words!r}")
        hits = []
        for claim in self.report.claims:
            if claim.document == document.id:
                overlap = max(min(end, claim.end) - max(start, claim.start) for start, end in spans)
                if overlap >= COVERED * len(words) or overlap >= max(1, INSIDE * (claim.end - claim.start)):
                    hits.append((-round(overlap / len(words), 1), claim.end - claim.start, claim.id))
        return [claim for _, _, claim in sorted(hits)]

    def pair(self, one: Sequence[str], two: Sequence[str], wanted: frozenset[str]) -> tuple[bool, str]:
        """Whether two mentions stand in one fact, and the verdict on them ("" without); of several a wanted one counts first."""
        pairs = [(a, b) for a in self.claims(one) for b in self.claims(two)]
        fact_of = self.report.fact_of
        together = any(a in fact_of and fact_of[a] == fact_of.get(b) for a, b in pairs)
        verdicts = [v for pair in pairs if (v := self.verdicts.get(frozenset(pair))) is not None]
        return together, next((v for v in verdicts if v in wanted), verdicts[0] if verdicts else "")
