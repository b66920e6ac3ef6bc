"""Which of the documents that share text was probably first: a guess with its reason, and none where nothing tells them apart."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from claims.document import Document
from factcheck.aligning.clustering import linked
from factcheck.origins.credits import credits_of
from factcheck.origins.shingles import words_of
from factcheck.report import Copy, Origin

Sign = Callable[[Sequence[Document]], Sequence[Document]]


def original(documents: Sequence[Document]) -> tuple[str, str]:
    """The id of the document that the others probably took their text from, and why; two empty strings where no sign tells.

    The signs are asked in turn, each about those that the ones before left in doubt.
    """
    left, reason = list(documents), ""
    for why, sign in SIGNS:
        kept = list(sign(left))
        if len(kept) < len(left):
            left, reason = kept, why
        if len(left) == 1:
            return left[0].id, reason
    return "", ""


def _named_by_others(documents: Sequence[Document]) -> Sequence[Document]:
    """Those whose outlet another one credits."""
    credited = [(document, {name.casefold() for name in credits_of(document.text)}) for document in documents]
    named = [
        one
        for one in documents
        if one.outlet and any(one.outlet.casefold() in names for other, names in credited if other.outlet != one.outlet)
    ]
    return named or documents


def _first_published(documents: Sequence[Document]) -> Sequence[Document]:
    """Those of the earliest day, and those without a date, which may be older."""
    days = [document.published for document in documents if document.published]
    return [document for document in documents if not document.published or document.published == min(days)]


def _with_credit(documents: Sequence[Document]) -> Sequence[Document]:
    """Those that say from which agency the text is: a credit is more often cut than added."""
    return [document for document in documents if credits_of(document.text)] or documents


def _most_complete(documents: Sequence[Document]) -> Sequence[Document]:
    """Those with the most words: a reprint is cut more often than filled up."""
    sizes = [len(words_of(document)) for document in documents]
    return [document for document, size in zip(documents, sizes, strict=True) if size == max(sizes)]


SIGNS: tuple[tuple[str, Sign], ...] = (
    ("named as the source", _named_by_others),
    ("published first", _first_published),
    ("keeps the agency's credit", _with_credit),
    ("the most complete", _most_complete),
)


def origins(documents: Iterable[Document], pairs: Iterable[Copy]) -> dict[str, str]:
    """Document id -> the smallest id of the documents that share its text, directly or through others."""
    return linked((document.id for document in documents), ((pair.left, pair.right) for pair in pairs))


def shared_origins(documents: Iterable[Document], origin: Mapping[str, str]) -> tuple[Origin, ...]:
    """The origins of two documents and more, by their first id."""
    members: dict[str, list[Document]] = {}
    for document in sorted(documents, key=lambda document: document.id):
        members.setdefault(origin[document.id], []).append(document)
    found = []
    for group in (members[key] for key in sorted(members) if len(members[key]) > 1):
        credited = sorted({name for document in group for name in credits_of(document.text)})
        found.append(Origin(tuple(document.id for document in group), *original(group), tuple(credited)))
    return tuple(found)
