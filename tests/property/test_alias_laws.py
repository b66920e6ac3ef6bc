"""Laws of names: likeness is symmetric, aliases are a partition that does not know the order of anything."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from claims.names import LABELS, Name, same_name, shared_name
from claims.spelling import alike, bare, folded
from factcheck.naming.aliases import aliases

LAWS = settings(max_examples=200, deadline=None, derandomize=True)
FORMS = st.sampled_from(
    "Dana Holt|Holt|Erik Holt|Mr Holt|Dana Maria Holt|Ankara|Turkey|Turkish|Turks|Red Harbour Front|RHF|Rakka|Raqqa|al-Raqqah"
    "|Manbij|Minbej|Torvay|Torvayan|U.S.|us|Fed|Federal Bank|Karsk|Karsk province|’s|the|É|北京|-|1|Holts".split("|")
) | st.text(min_size=1, max_size=12)
MENTIONS = st.builds(
    lambda text, label, acts: Name(text, label, 0, len(text), acts), FORMS, st.sampled_from(sorted(LABELS)), st.booleans()
)
RUNS = st.dictionaries(st.sampled_from(["d1", "d2", "d3"]), st.lists(MENTIONS, max_size=8), max_size=3)


@LAWS
@given(FORMS, FORMS)
def test_likeness_is_symmetric_and_reflexive(one: str, two: str) -> None:
    """Two forms are one name in either order, and every form is its own."""
    assert same_name(one, two) == same_name(two, one)
    assert alike(folded(one), folded(two)) == alike(folded(two), folded(one))
    assert bool(shared_name([one], [two])) == bool(shared_name([two], [one]))
    assert same_name(one, one) or not bare(one)


@LAWS
@given(RUNS, st.dictionaries(FORMS, st.sampled_from(["Torland", "Holt House"]), max_size=2))
def test_alias_classes_are_a_partition(run: dict[str, list[Name]], given_: dict[str, str]) -> None:
    """Each mention stands under exactly one canonical name: the counts of all classes are the mentions, no more, no less."""
    found = aliases(run, given_)
    assert sum(sum(forms.values()) for forms in found.forms.values()) == sum(map(len, run.values()))
    for document, some in run.items():
        for name in some:
            assert name.text in found.forms[found.canonical(document, name.text, name.acts)]


@LAWS
@given(RUNS, st.randoms(use_true_random=False))
def test_aliases_know_no_order(run: dict[str, list[Name]], random: object) -> None:
    """The order of documents and of mentions changes nothing."""
    documents = list(run.items())
    random.shuffle(documents)  # type: ignore[attr-defined]
    shuffled = {document: list(some) for document, some in documents}
    assert aliases(shuffled) == aliases(run)
