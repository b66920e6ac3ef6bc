"""Projects: what one works on together. Every question to the store goes through one project and sees nothing of another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from difflib import get_close_matches

from sqlalchemy import Connection, Engine, func, insert, select

from claims.document import Document, sha256
from factcheck.report import Report
from factcheck.reviewing.review import Review, now
from factcheck.store import migrating, reviewing, runs
from factcheck.store.encoding import dumped, loaded
from factcheck.store.engines import StoreError, default_place, engine_for, transaction
from factcheck.store.runs import HEARTBEAT, Run, State
from factcheck.store.schema import documents, projects, reviews, texts

NAME_LENGTH = 80


@dataclass(frozen=True, slots=True)
class Added:
    """What adding articles did: how many are new, how many were there already just so."""

    new: int
    known: int


@dataclass(frozen=True, slots=True)
class Summary:
    """A project in a list of projects; `run` is its last one."""

    name: str
    created: datetime
    articles: int
    runs: int
    reviews: int
    run: Run | None


@dataclass(frozen=True, slots=True)
class Store:
    """A database with projects; `name` is what to call it in messages."""

    engine: Engine
    name: str

    def create(self, name: str) -> Project:
        """A new project. StoreError where the name is taken or is none."""
        if not name.strip() or name != name.strip() or not name.isprintable() or len(name) > NAME_LENGTH:
            raise StoreError(f"{name!r} is no name for a project; take 1 to {NAME_LENGTH} letters, signs and spaces")
        with self.writing() as connection:
            if connection.execute(select(projects.c.id).where(projects.c.name == name)).first() is not None:
                raise StoreError(f"there is a project {name!r} already; take another name")
            made = connection.execute(insert(projects).values(name=name, created=now().isoformat())).inserted_primary_key
        return Project(self, int(made[0]) if made else 0, name)

    def project(self, name: str) -> Project:
        """The project of a name. StoreError, with the nearest names, where there is none."""
        with self.reading() as connection:
            known = {row.name: row.id for row in connection.execute(select(projects.c.id, projects.c.name))}
        if name not in known:
            near = " or ".join(map(repr, get_close_matches(name, known)))
            hint = f"did you mean {near}?" if near else f"make it with: factcheck project new {name!r}"
            raise StoreError(f"{self.name}: no project {name!r}; {hint}")
        return Project(self, known[name], name)

    def names(self) -> tuple[str, ...]:
        """The names of the projects, in order."""
        with self.reading() as connection:
            return tuple(sorted(connection.execute(select(projects.c.name)).scalars()))

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One transaction that reads."""
        with transaction(self.engine, self.name) as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction that writes: all of it, or nothing."""
        with transaction(self.engine, self.name, write=True) as connection:
            yield connection


@dataclass(frozen=True, slots=True)
class Project:
    """One project of a store."""

    store: Store
    id: int
    name: str

    def add(self, articles: Sequence[Document]) -> Added:
        """Add articles. One whose outlet, title or date was corrected takes the place of its older self in later runs."""
        new = 0
        with self.store.writing() as connection:
            known = set(connection.execute(select(documents.c.digest).where(documents.c.project == self.id)).scalars())
            held = set(connection.execute(select(texts.c.sha256).where(texts.c.project == self.id)).scalars())
            for article in articles:
                key, data = article.text_sha256, dumped(replace(article, text=""))
                digest = sha256(key + data)
                if digest in known:
                    continue
                if key not in held:
                    connection.execute(insert(texts).values(project=self.id, sha256=key, data=dumped(article.text)))
                values = {"id": article.id, "digest": digest, "sha256": key, "added": now().isoformat(), "data": data}
                connection.execute(insert(documents).values(project=self.id, **values))
                known.add(digest)
                held.add(key)
                new += 1
        return Added(new, len(articles) - new)

    def articles(self) -> tuple[Document, ...]:
        """The articles as a run would take them now, in the order in which they came."""
        joined = select(documents.c.data, documents.c.sha256, texts.c.data.label("text")).join(
            texts, (texts.c.project == documents.c.project) & (texts.c.sha256 == documents.c.sha256)
        )
        found: dict[tuple[str, str], Document] = {}
        with self.store.reading() as connection:
            for data, key, text in connection.execute(joined.where(documents.c.project == self.id).order_by(documents.c.number)):
                article = replace(loaded(Document, data), text=loaded(str, text))
                found[key, article.path or article.id] = article
        return tuple(found.values())

    @contextmanager
    def run(self) -> Iterator[Running]:
        """A run that is alive while the block works; an error in the block, or an interruption, ends it without a report."""
        with self.store.writing() as connection:
            number = runs.begun(connection, self.id)
        try:
            yield Running(self.store, number)
        except BaseException as error:
            interrupted = not isinstance(error, Exception)
            state = State.STOPPED if interrupted else State.FAILED
            with self.store.writing() as connection:
                runs.ended(connection, number, state, "somebody stopped it" if interrupted else str(error)[:1000])
            raise

    def runs(self) -> list[Run]:
        """The runs, the first one first."""
        with self.store.reading() as connection:
            return runs.listed(connection, self.id)

    def report(self, run: int | None = None) -> Report | None:
        """The report of a run, of the last one that is done where none is named; None where there is none."""
        with self.store.reading() as connection:
            return runs.read(connection, self.id, run)

    def review(self, review: Review, seen: int | None = None) -> int:
        """Store a review; returns its number. ConflictError where somebody else decided on its claims after number `seen`."""
        with self.store.writing() as connection:
            return reviewing.added(connection, self.id, review, seen)

    def reviews(self) -> tuple[Review, ...]:
        """All reviews, in the order in which they were stored."""
        with self.store.reading() as connection:
            return tuple(reviewing.listed(connection, self.id))

    def last_review(self) -> int:
        """The number of the last review; 0 where there is none."""
        with self.store.reading() as connection:
            return reviewing.last(connection, self.id)

    def summary(self) -> Summary:
        """What a list of projects says of this one."""
        with self.store.reading() as connection:
            created = connection.execute(select(projects.c.created).where(projects.c.id == self.id)).scalar_one()
            count = select(func.count()).select_from(reviews).where(reviews.c.project == self.id)
            reviewed = connection.execute(count).scalar_one()
            made = runs.listed(connection, self.id)
        last = made[-1] if made else None
        return Summary(self.name, datetime.fromisoformat(created), len(self.articles()), len(made), reviewed, last)


class Running:
    """A run at work: tell it how far it is, and in the end give it its report."""

    def __init__(self, store: Store, number: int):
        """The run of a number."""
        self.store = store
        self.number = number
        self._told = now()

    def progress(self, stage: str, done: int, total: int) -> None:
        """Say that the run is alive; what it is told is not kept."""
        if now() - self._told >= HEARTBEAT:
            self._told = now()
            with self.store.writing() as connection:
                runs.alive(connection, self.number)

    def finish(self, report: Report) -> None:
        """Keep the report; from here on the run never changes."""
        with self.store.writing() as connection:
            runs.finished(connection, self.number, report)


def open_store(place: str | None = None) -> Store:
    """The store at a file or URL, else the default one; its tables are made or migrated. StoreError where that cannot be."""
    engine, name = engine_for(place or default_place())
    migrating.brought_up(engine, name)
    return Store(engine, name)
