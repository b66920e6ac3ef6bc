"""The reader of claim pairs and its rung of the ladder: what it may decide, what it may not, and which models are refused."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import loaded
import numpy as np
import pytest
from fakes import FakeReader
from handmade import days, says, toll

from factcheck.aligning.words import SURELY
from factcheck.encoder import ModelError
from factcheck.judgement import Code, Verdict
from factcheck.judging.judges import Pair, RuleJudge
from factcheck.judging.ladder import READ_AT_MOST, READ_FROM, ReadingJudge, read_both
from factcheck.judging.nli import LABELS, CrossReader, LazyReader, label_order, named_reader
from factcheck.opposing.scene import Dispute

SURE = 0.99
AGAINST = (SURE, 0.005, 0.005)
FOLLOWS = (0.005, SURE, 0.005)
NEITHER = (0.005, 0.005, SURE)

HELD = says("rebels hold the bridge", document="d1")
LOST = says("the army holds the bridge", document="d2")


def code(reader: FakeReader, left: Any = HELD, right: Any = LOST, cosine: float = 0.75, dispute: Dispute | None = None) -> Code:
    """The ladder's code for one pair."""
    return ReadingJudge(reader).judge([Pair(left, right, cosine, dispute)])[0].code


def test_reading_against_each_other_in_both_directions_contradicts() -> None:
    """Only a contradiction that the reader is sure of from both sides is one."""
    assert code(FakeReader(AGAINST)) is Code.NLI
    one_way = FakeReader(NEITHER, {(HELD.standalone, LOST.standalone): AGAINST})
    assert code(one_way) is not Code.NLI


def test_following_both_ways_is_a_paraphrase_and_one_way_entails() -> None:
    """Entailment is agreement, whichever side says more; both ways it is the same claim."""
    assert code(FakeReader(FOLLOWS), cosine=0.4) is Code.PARAPHRASE
    for side in ((HELD.standalone, LOST.standalone), (LOST.standalone, HELD.standalone)):
        reader = FakeReader(NEITHER, {side: FOLLOWS})
        assert code(reader, cosine=0.4) is Code.ENTAILS
        judgement = ReadingJudge(reader).judge([Pair(HELD, LOST, 0.4)])[0]
        assert judgement.verdict is Verdict.AGREE
        assert judgement.reason == f"“{side[1]}” follows from “{side[0]}”"


@pytest.mark.parametrize(
    ("one", "two", "agree"),
    [
        ("a car bomb killed 20 in the east", "a car bomb killed at least 26", False),
        ("a car bomb killed 20 in the east", "a car bomb killed twenty", True),
        ("a car bomb killed 20 in the east", "a car bomb went off", True),
        ("a car bomb killed 20 in 2017", "a car bomb went off in 2017", True),
    ],
)
def test_other_figures_are_no_agreement(one: str, two: str, agree: bool) -> None:
    """Whatever the reader says: clauses whose figures have none in common do not say the same, of whatever they are."""
    for facet in ("other", "damage"):
        left, right = says(one, facet, "d1"), says(two, facet, "d2")
        for reader in (FakeReader(FOLLOWS), FakeReader(NEITHER, {(one, two): FOLLOWS})):
            found = ReadingJudge(reader).judge([Pair(left, right, 0.45)])[0]
            assert (found.code in (Code.PARAPHRASE, Code.ENTAILS)) is agree


def test_too_many_pairs_are_read_from_the_nearest_on() -> None:
    """Beyond READ_AT_MOST pairs of one call the reader sees the likeliest; the others stay with the rules, in their order."""
    near, far = Pair(HELD, LOST, 0.48), Pair(HELD, LOST, 0.45)
    found = ReadingJudge(FakeReader(FOLLOWS)).judge([far] * 10 + [near] * READ_AT_MOST)
    assert [judgement.code for judgement in found] == [Code.NO_BASIS] * 10 + [Code.PARAPHRASE] * READ_AT_MOST


def test_what_is_hardly_one_matter_is_not_read() -> None:
    """Right above the threshold of a common fact a reader would only guess."""
    for margin, wanted in ((SURELY, Code.PARAPHRASE), (SURELY - 0.01, Code.NO_BASIS)):
        assert ReadingJudge(FakeReader(FOLLOWS)).judge([Pair(HELD, LOST, 0.45, margin=margin)])[0].code is wanted


def test_one_voice_is_not_read() -> None:
    """Two claims of one article's own voice are no second source, so nobody is asked about them."""
    assert code(FakeReader(FOLLOWS), right=says("the army holds the bridge", start=50), cosine=0.4) is Code.NO_BASIS


@pytest.mark.parametrize(
    ("left", "right", "dispute", "why"),
    [
        (toll(33), toll(36, document="d2"), None, "figures"),
        (toll(33), toll(33, document="d2"), None, "equal figures"),
        (
            says("it fell", "time", window=days("2024-05-13")),
            says("it fell", "time", "d2", window=days("2024-05-17")),
            None,
            "days",
        ),
        (says("the dam held"), says("the dam did not hold", document="d2", negated=True), None, "a denial"),
        (HELD, LOST, Dispute(0, 1, "A says one, B the other"), "a dispute of the text itself"),
    ],
    ids=lambda value: value if type(value) is str else "",
)
def test_what_rules_decide_is_never_read(left: Any, right: Any, dispute: Dispute | None, why: str) -> None:
    """No reading overrules figures, days, denials or the text's own dispute: the reader is not even asked."""
    reader = FakeReader(FOLLOWS)
    pairs = [Pair(left, right, 0.75, dispute)]
    assert ReadingJudge(reader).judge(pairs) == RuleJudge().judge(pairs), why
    assert not reader.asked


def test_far_words_are_not_read() -> None:
    """Of two claims that are hardly of one matter a reader would only guess."""
    reader = FakeReader(AGAINST)
    assert code(reader, cosine=READ_FROM - 0.01) is Code.NO_BASIS
    assert not reader.asked


def test_what_may_be_contradicts_nothing() -> None:
    """A hedged claim is no assertion to contradict."""
    assert code(FakeReader(AGAINST), right=says("the army may hold the bridge", document="d2", hedge="may")) is not Code.NLI


def test_close_words_of_opposite_sense_are_no_agreement() -> None:
    """Closeness of words alone says "paraphrase"; a reader that doubts it makes it unclear."""
    doubtful = FakeReader((0.7, 0.1, 0.2))
    assert code(doubtful) is Code.NO_BASIS
    assert code(FakeReader(NEITHER)) is RuleJudge().judge([Pair(HELD, LOST, 0.75)])[0].code


def test_two_details_that_nothing_sets_against_each_other_can_both_be_true() -> None:
    """How and where a thing happened is told in parts; a reader that smells a contradiction leaves them open, as without one."""
    gate, yard = (says(text, "damage", document) for text, document in (("the gate fell", "d1"), ("the yard burned", "d2")))
    assert code(FakeReader(NEITHER), gate, yard, 0.4) is Code.PART_OF_WHOLE
    assert code(FakeReader((0.7, 0.1, 0.2)), gate, yard, 0.4) is Code.NO_BASIS
    assert code(FakeReader(NEITHER), gate, yard, READ_FROM - 0.01) is Code.NO_BASIS
    assert code(FakeReader(NEITHER), cosine=0.4) is Code.NO_BASIS, "claims in words may be of two matters"


def test_all_open_pairs_are_read_in_one_call() -> None:
    """A model gets full batches: every open pair of a call, in both directions, at once; closed ones are left out."""
    reader = FakeReader(NEITHER)
    pairs = [Pair(HELD, LOST, 0.6), Pair(toll(33), toll(36, document="d2"), 0.9), Pair(LOST, says("rain fell"), 0.5)]
    assert len(ReadingJudge(reader).judge(pairs)) == 3
    assert reader.calls == 1
    assert len(reader.asked) == 4


def test_a_lazy_reader_loads_once_and_only_for_a_pair() -> None:
    """A comparison without open pairs never waits for the model."""
    loads: list[int] = []

    def load() -> FakeReader:
        loads.append(1)
        return FakeReader(NEITHER)

    reader = LazyReader(load)
    assert reader.read([]).shape == (0, 3)
    assert not loads
    reader.read([("a", "b")])
    reader.read([("a", "b")])
    assert loads == [1]


@pytest.mark.parametrize(
    ("labels", "order"),
    [
        ({0: "contradiction", 1: "entailment", 2: "neutral"}, (0, 1, 2)),
        ({0: "entailment", 1: "neutral", 2: "contradiction"}, (2, 0, 1)),
        ({0: "CONTRADICTION", 1: "NEUTRAL", 2: "ENTAILMENT"}, (0, 2, 1)),
    ],
)
def test_label_order_is_read_by_name(labels: dict[int, str], order: tuple[int, ...]) -> None:
    """Published readers number their labels in every order; the configuration's names decide."""
    assert label_order("x", labels) == order


@pytest.mark.parametrize(
    "labels",
    [
        {0: "LABEL_0", 1: "LABEL_1", 2: "LABEL_2"},
        {0: "LABEL_0"},
        {0: "entailment", 1: "not_entailment"},
        {0: "negative", 1: "neutral", 2: "positive"},
        {0: "contradiction", 1: "entailment", 2: "neutral", 3: "other"},
        {},
    ],
)
def test_models_of_another_kind_are_refused(labels: dict[int, str]) -> None:
    """Rankers, sentiment models and unnamed labels are no readers; the message says what they have."""
    with pytest.raises(ModelError, match=r"--nli x: .*label"):
        label_order("x", labels)


class Fixed:
    """Gives the same logits for each pair, as CrossEncoder.predict does."""

    def predict(self, pairs: Sequence[tuple[str, str]], show_progress_bar: bool, **_: Any) -> np.ndarray:
        """One row a pair; a bar of its own would run through that of the command line."""
        assert not show_progress_bar
        return np.array([[0.0, 1.0, 2.0]] * len(pairs), dtype=np.float32)


def test_outputs_are_put_into_our_order_and_sum_to_one() -> None:
    """Probabilities come in the order of LABELS whatever the model's; a higher temperature only flattens them."""
    sharp, flat = (CrossReader(Fixed(), (2, 0, 1), temperature).read([("a", "b")])[0] for temperature in (1.0, 3.0))
    for row in (sharp, flat):
        assert row.sum() == pytest.approx(1)
        assert LABELS[int(row.argmax())] == "contradiction"
    assert flat.max() < sharp.max()


def test_a_folder_that_holds_no_model_is_refused(tmp_path: Path) -> None:
    """One clear line names the folder."""
    with pytest.raises(ModelError, match=f"--nli {tmp_path}: no model there"):
        named_reader(str(tmp_path))


def test_a_sentence_model_is_refused(tmp_path: Path) -> None:
    """A bi-encoder would load with a head of chance; it is refused before that."""
    labels = {"0": "contradiction", "1": "entailment", "2": "neutral"}
    config = {"model_type": "bert", "architectures": ["BertModel"], "id2label": labels}
    (tmp_path / "config.json").write_text(json.dumps(config))
    with pytest.raises(ModelError, match="no CrossEncoder"):
        named_reader(str(tmp_path))


@pytest.fixture(scope="module")
def small_cross_encoder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A CrossEncoder of two thin layers with labels in another order than ours, saved as any published one is."""
    from transformers import AutoTokenizer, BertConfig, BertForSequenceClassification

    from factcheck.encoder import packaged_model

    folder = tmp_path_factory.mktemp("reader")
    labels = {0: "entailment", 1: "neutral", 2: "contradiction"}
    config = BertConfig(
        hidden_size=32, num_hidden_layers=2, num_attention_heads=2, intermediate_size=64, id2label=labels, num_labels=3
    )
    model = BertForSequenceClassification(config)
    model.classifier.bias.data[:] = model.classifier.bias.data.new_tensor([0.0, 0.0, 9.0])
    model.save_pretrained(folder)
    AutoTokenizer.from_pretrained(packaged_model()).save_pretrained(folder)
    return folder


@pytest.mark.slow
def test_any_cross_encoder_can_read(small_cross_encoder: Path) -> None:
    """A folder with another order of labels is read in ours."""
    assert named_reader(str(small_cross_encoder)).read([("a man", "a dog")])[0].argmax() == 0


@pytest.mark.slow
@pytest.mark.parametrize("name", ["no/such/folder", str(loaded.EXAMPLES)])
def test_command_line_refuses_what_is_no_reader(name: str) -> None:
    """`--nli` of something else ends with status 2 and one line."""
    command = [sys.executable, "-m", "factcheck.cli", "judge", "-", "--nli", name]
    line = json.dumps({"left": "a dam held", "right": "a dam broke"})
    done = subprocess.run(command, input=line, capture_output=True, text=True, cwd=loaded.ROOT)
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1
    assert done.stderr.startswith(f"factcheck: --nli {name}: no model there")


def test_read_both_takes_the_weaker_contradiction() -> None:
    """A contradiction counts as much as in the direction where it is less sure; entailment keeps its direction."""
    reader = FakeReader(NEITHER, {("a", "b"): (0.9, 0.1, 0.0), ("b", "a"): (0.2, 0.7, 0.1)})
    reading = read_both(reader, [("a", "b")])[0]
    assert (reading.contradiction, reading.forward, reading.backward) == pytest.approx((0.2, 0.1, 0.7), abs=1e-6)
