"""Laws of blocks: a partition that ignores the order of documents, within days and of bounded size."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from factcheck.corpus import blocks as module
from factcheck.corpus.blocks import LARGEST, Signature, blocks, packed_into

WORDS = [f"word{n}" for n in range(12)]
signatures = st.lists(
    st.builds(
        Signature,
        st.uuids().map(str),
        st.integers(730_000, 730_030) | st.none(),
        st.sampled_from(["", "", "", "mine"]),
        st.lists(st.sampled_from(WORDS), min_size=1, unique=True).map(tuple),
    ),
    max_size=14,
    unique_by=lambda signature: signature.id,
)


def named(some: list[Signature]) -> set[frozenset[str]]:
    return {frozenset(some[at].id for at in block) for block in blocks(lambda: some)}


@given(signatures, st.randoms())
def test_blocks_are_a_partition_whatever_the_order(some: list[Signature], random: object) -> None:
    """Every document stands in one block, and the blocks do not depend on the order of the documents."""
    found = blocks(lambda: some)
    assert sorted(at for block in found for at in block) == list(range(len(some)))
    shuffled = list(some)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert named(shuffled) == named(some)


@given(signatures)
def test_what_the_user_put_together_stays(some: list[Signature]) -> None:
    """Documents of one event that the user gave are one block; nobody else is in it. Undated ones never meet dated ones."""
    for block in blocks(lambda: some):
        inside = [some[at] for at in block]
        assert len({one.event for one in inside}) == 1
        assert inside[0].event or len({one.day is None for one in inside}) == 1


def test_a_story_is_one_block() -> None:
    """Articles that share rare words within days meet; the same words months later, or one word alone, do not."""
    story = ("ferry", "lunda", "coast guard", "drowned")
    some = [
        Signature("a", 100, "", (*story, "overloaded")),
        Signature("b", 103, "", (*story, "captain")),
        Signature("c", 300, "", (*story, "inquiry")),
        Signature("d", 101, "", ("ferry", "timetable", "summer")),
    ]
    assert named(some) == {frozenset("ab"), frozenset("c"), frozenset("d")}


def test_a_block_is_never_too_large() -> None:
    """However many documents share all their words, no block holds more than its limit, and none is lost."""
    many = [Signature(f"{n:05}", 100, "", tuple(WORDS)) for n in range(2 * LARGEST + 7)]
    found = blocks(lambda: many)
    assert max(map(len, found)) <= LARGEST
    assert sorted(at for block in found for at in block) == list(range(len(many)))


def test_groups_hold_whole_blocks() -> None:
    """Blocks are put together in their order up to a size; a larger block is a group of its own."""
    assert packed_into([[1, 2], [3], [4, 5, 6, 7, 8], [9], [10, 11]], 4) == [[0, 1], [2], [3, 4]]
    assert module.KEYS >= module.SHARED
