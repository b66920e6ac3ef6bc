"""The log of a project's reviews: events are added, in one order for everybody, and never changed."""

from __future__ import annotations

from sqlalchemy import Connection, func, insert, select

from factcheck.reviewing.rating import RatingError
from factcheck.reviewing.review import Action, Review, ReviewError
from factcheck.store.encoding import EncodingError, dumped, loaded, plain
from factcheck.store.engines import StoreError
from factcheck.store.schema import projects, reviews

# What changes how a fact stands; a note or a mark of somebody else is no reason to judge again.
_DECIDING = frozenset({Action.CONFIRM, Action.REJECT, Action.CORRECT, Action.PAIR, Action.RATE, Action.SPLIT, Action.JOIN})
_DID = {
    Action.CONFIRM: "confirmed",
    Action.REJECT: "rejected",
    Action.CORRECT: "corrected",
    Action.PAIR: "judged a pair of",
    Action.RATE: "rated a claim of",
    Action.SPLIT: "split",
    Action.JOIN: "joined",
}


class ConflictError(StoreError):
    """Somebody else decided on the same fact since this person last looked; `other` is what they did."""

    def __init__(self, other: Review):
        """Says who did what, and what to do now."""
        self.other = other
        super().__init__(
            f"{other.reviewer} {_DID[other.action]} this fact at {other.at:%H:%M} UTC, after you opened it; "
            "look at it again and then decide: yours was not stored"
        )


def added(connection: Connection, project: int, review: Review, seen: int | None) -> int:
    """Store an event; returns its number in the log. An event that is there already is not stored twice.

    `seen` is the number of the last event that the person had seen: ConflictError where somebody else decided on the same
    claims since. With None nothing is checked.
    """
    # Numbers follow the order of commits: on PostgreSQL writers wait here for each other, on SQLite they did at BEGIN.
    connection.execute(select(projects.c.id).where(projects.c.id == project).with_for_update())
    mine = select(reviews.c.number, reviews.c.data).where(reviews.c.project == project, reviews.c.id == review.id)
    if (known := connection.execute(mine).first()) is not None:
        if _review(known.data, known.number) != review:
            raise StoreError(f"another review has the id {review.id}; a review is never changed")
        return int(known.number)
    if seen is not None and review.action in _DECIDING:
        for other in listed(connection, project, seen):
            if (
                other.reviewer != review.reviewer
                and other.action in _DECIDING
                and not set(other.claims).isdisjoint(review.claims)
            ):
                raise ConflictError(other)
    values = {"id": review.id, "at": review.at.isoformat(), "reviewer": plain(review.reviewer), "action": review.action.value}
    made = connection.execute(insert(reviews).values(project=project, data=dumped(review), **values)).inserted_primary_key
    return int(made[0]) if made else 0


def listed(connection: Connection, project: int, after: int = 0) -> list[Review]:
    """The events of a project in the order in which they were stored, those after a number."""
    wanted = select(reviews.c.number, reviews.c.data).where(reviews.c.project == project, reviews.c.number > after)
    return [_review(data, number) for number, data in connection.execute(wanted.order_by(reviews.c.number))]


def last(connection: Connection, project: int) -> int:
    """The number of the last event of a project; 0 where there is none."""
    return connection.execute(select(func.max(reviews.c.number)).where(reviews.c.project == project)).scalar() or 0


def _review(data: str, number: int) -> Review:
    try:
        return loaded(Review, data)
    except (EncodingError, RatingError, ReviewError) as error:
        raise StoreError(f"review {number} was written by another version, and this one cannot read it: {error}") from error
