"""The training pairs: read, repeated sentences dropped, parts weighed, our own pairs added, cut into tokens once."""

from __future__ import annotations

import gzip
import json
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from training.generated import Made, made_from, same_topic

LABELS = ("contradiction", "entailment", "neutral")
GENERATED_SHARE = 0.12

# How many times a pass over the data takes a row of each part (below 1: that share of the rows). Short captions, general prose
# and encyclopedia sentences are all to be read; machine-translated and concatenated premises are noisy and long.
SHARE = {
    "cad": 1.0,
    "fever": 0.3,
    "ling_in_loop": 1.0,
    "mnli_llmsknow": 2.0,
    "mpe_premise_concat": 0.05,
    "new_protocols_base": 1.0,
    "new_protocols_contrast": 0.7,
    "new_protocols_edit_other": 0.7,
    "new_protocols_edit_premise": 0.7,
    "openie_snli_mnli": 1.2,
    "semi_auto_base_wiki": 0.7,
    "semi_auto_sim_wiki": 0.5,
    "semi_auto_translate_wiki": 0.1,
    "snli_cat": 1.2,
    "taxinli_nonmnlidev": 2.0,
}


@dataclass(frozen=True, slots=True)
class Tokens:
    """One pair as the model reads it: token ids of both texts with the marks, where the second begins, the label's index."""

    ids: tuple[int, ...]
    second: int
    label: int


def once(text: str) -> str:
    """A text without the sentences that it repeats; evidence of the FEVER part often holds one sentence three times."""
    return " ".join(dict.fromkeys(re.split(r"(?<=[.!?]) +", text.strip())))


def read_pairs(path: Path) -> list[dict[str, str]]:
    """The rows of a .jsonl or .jsonl.gz with premise, hypothesis and label."""
    data = path.read_bytes()
    text = (gzip.decompress(data) if path.suffix == ".gz" else data).decode()
    return [json.loads(line) for line in text.split("\n") if line]


def epoch(rows: Sequence[dict[str, str]], seed: int) -> list[Made]:
    """One pass: every part by its share, and pairs of our own, in random order."""
    dice = random.Random(seed)
    pairs: list[Made] = []
    for row in rows:
        share = SHARE[row["source"]]
        times = int(share) + (dice.random() < share - int(share))
        pairs += [(once(row["premise"]), once(row["hypothesis"]), row["label"])] * times
    premises = sorted({once(row["premise"]) for row in rows if row["source"] in _SOURCES_OF_SENTENCES})
    single = [text for text in premises if 5 <= len(text.split()) <= 30 and len(re.findall(r"[.!?](?: |$)", text)) <= 1]
    ours = made_from(single, round(len(pairs) * GENERATED_SHARE * 0.8), seed)
    passages = sorted({once(row["premise"]) for row in rows if row["source"] == "fever"})
    beside = [pair for passage in passages if (pair := same_topic(passage, dice))]
    ours += dice.sample(beside, min(len(beside), round(len(pairs) * GENERATED_SHARE * 0.2)))
    pairs += ours
    dice.shuffle(pairs)
    return pairs


_SOURCES_OF_SENTENCES = frozenset(
    ("fever", "new_protocols_base", "semi_auto_base_wiki", "semi_auto_sim_wiki", "ling_in_loop", "taxinli_nonmnlidev")
)


def tokens_of(pairs: Sequence[Made], tokenizer: Any, longest: int) -> list[Tokens]:
    """Pairs as token ids, in their order; those longer than `longest` tokens are left out."""
    kept = []
    for at in range(0, len(pairs), 4096):
        some = pairs[at : at + 4096]
        encoded = tokenizer.encode_batch([(premise, hypothesis) for premise, hypothesis, _ in some])
        for one, (_, _, label) in zip(encoded, some, strict=True):
            if len(one.ids) <= longest:
                kept.append(Tokens(tuple(one.ids), one.type_ids.index(1), LABELS.index(label)))
    return kept


def batches(items: Sequence[Tokens], size: int, pool: int = 64) -> Iterator[list[Tokens]]:
    """Batches of about `size` times the usual length: pairs of like length together, in random order of batches."""
    dice = random.Random(len(items))
    for at in range(0, len(items), size * pool):
        some = sorted(items[at : at + size * pool], key=lambda item: len(item.ids))
        cut = [some[start : start + size] for start in range(0, len(some), size)]
        dice.shuffle(cut)
        yield from cut
