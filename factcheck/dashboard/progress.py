"""The comparison under way: a bar for each stage with counts and the time left, and the button that ends it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import streamlit as st
from streamlit.delta_generator import DeltaGenerator
from streamlit.runtime.scriptrunner import StopException

from claims.document import Document, Failure
from claims.reading import Reading
from factcheck.comparison import AS_SHIPPED, Models, Options, compare
from factcheck.dashboard import texts, words
from factcheck.dashboard.running import CancelledError, Run, Step
from factcheck.encoder import ModelError
from factcheck.report import Report

LOOK_EVERY = 0.25  # seconds between two looks at the work: soon enough for a press of the button, seldom enough to cost nothing

OPENED = "opened"  # in the session: whether the page has something to show, or is at it


@dataclass(frozen=True, slots=True)
class Job:
    """What a person asked to have compared."""

    documents: tuple[Document, ...]
    failed: tuple[Failure, ...] = ()
    options: Options = AS_SHIPPED
    read: Reading = field(default_factory=Reading)  # what the documents were before the person corrected them
    put_back: Mapping[str, frozenset[int]] = field(default_factory=dict)  # document -> starts of passages left out that count
    example: bool = False  # whether the documents are the bundled example, and nothing of a person's own

    @property
    def wanted(self) -> list[Document]:
        """The documents as they are to be compared."""
        return [document.put_back(self.put_back.get(document.id, ())) for document in self.documents]


Kept = list[tuple[Job, Report]]
"""Comparisons of the bundled example, which everybody who opens the page sees; nothing of a person's own is kept here."""


def ask(job: Job, kept: Kept | None = None) -> None:
    """Have something compared from the next run of the page on; what was under way until now is ended.

    What is in `kept` is not compared again: its report is the page's from now on.
    """
    cancel()
    st.session_state.pop("said", None)
    known = next((report for it, report in kept or () if it == job), None)
    if known is None:
        st.session_state["job"] = job
    else:
        _show(job, known)


def asked() -> Job | None:
    """What is being compared, if anything is."""
    job: Job | None = st.session_state.get("job")
    return job


def compared() -> Job | None:
    """What the report on the page is a report of."""
    job: Job | None = st.session_state.get("compared")
    return job


def forget() -> None:
    """The report on the page is of nothing that was asked for here: it was opened from a project."""
    st.session_state.pop("compared", None)
    _replaced()


def cancel() -> None:
    """End what is under way; the report on the page stays."""
    if st.session_state.pop("job", None) is not None:
        _say(texts.CANCELLED)
    run = st.session_state.pop("run", None)
    if run is not None:
        run.cancel()


def watch(place: DeltaGenerator, models: Callable[[], Models], kept: Kept | None = None) -> None:
    """Show what is under way, until it has ended; then the page runs again, with the new report.

    Last on the page: all else is drawn by then and can be used. Whatever the person does meanwhile makes the page run again,
    and it comes back here to the same comparison. That of the bundled example is put into `kept`.
    """
    if (said := st.session_state.get("said")) is not None:
        text, failed = said
        (place.error if failed else place.info)(words.plain(text))
    if (job := asked()) is None:
        return
    with place, st.container(border=True):
        heading, button = st.columns([4, 1], vertical_alignment="center")
        heading = heading.empty()
        button.button(texts.CANCEL, key="cancel", on_click=cancel, width="stretch")
        bars = st.container()
    try:
        if "run" not in st.session_state:
            with bars:
                loaded = models()
            st.session_state["run"] = Run(lambda tell: compare(job.wanted, loaded, job.options, failed=job.failed, progress=tell))
        _draw(heading, bars, job, st.session_state["run"])
    except StopException:  # Streamlit's own stop, or a page that was closed: nobody waits for this any more
        cancel()
        raise
    except ModelError as error:
        _say(str(error), failed=True)
    _ended(job, kept)


def line(step: Step) -> str:
    """A stage in words: what it does, how many are done, how long it will take."""
    told = [texts.STAGES.get(step.stage, step.stage.capitalize())]
    if step.stage in texts.UNEVEN:
        told.append(texts.STEP_OF.format(done=step.done, total=step.total))
        return " · ".join(told)
    if step.total > 1:
        told.append(texts.STEP_COUNT.format(done=step.done, total=step.total))
    if step.left is not None:
        told.append(texts.STEP_LEFT.format(time=duration(step.left)))
    return " · ".join(told)


def duration(seconds: float) -> str:
    """A time to wait in words, no finer than anybody wants to know."""
    if seconds < texts.SECONDS_UP_TO:
        return texts.SECONDS.format(max(1, round(seconds)))
    return texts.MINUTES.format(round(seconds / 60))


def _draw(heading: DeltaGenerator, bars: DeltaGenerator, job: Job, run: Run) -> None:
    drawn: dict[str, DeltaGenerator] = {}
    working = texts.WORKING.format(articles=texts.count(len(job.documents), texts.DOCUMENTS_COUNT))
    while True:
        # Drawn every time, changed or not: only while it draws does the page hear of what the person does.
        heading.markdown(f"**{working}** · {duration(run.seconds)}")
        ended = run.wait(LOOK_EVERY)
        for step in run.steps:
            percent = min(100, 100 * step.done // step.total) if step.total else 100
            drawn.setdefault(step.stage, bars.empty()).progress(percent, text=words.plain(line(step)))
        if ended:
            return


def _ended(job: Job, kept: Kept | None) -> None:
    run = st.session_state.pop("run", None)
    st.session_state.pop("job", None)
    if run is not None:
        try:
            _show(job, run.report)
            if job.example and kept is not None:
                kept[:] = [(job, run.report)]
        except CancelledError:
            _say(texts.CANCELLED)
        except ModelError as error:
            _say(str(error), failed=True)
    st.rerun()


def _show(job: Job, report: Report) -> None:
    st.session_state.pop("job", None)
    _replaced()
    st.session_state["report"], st.session_state["compared"] = report, job


def _replaced() -> None:
    """A report is about to take the place of another; the first one takes nobody's, and what the address asked for stays."""
    st.session_state["new"] = "report" in st.session_state


def _say(text: str, failed: bool = False) -> None:
    st.session_state["said"] = (text, failed)


def is_new() -> bool:
    """Whether a report took the place of another since this was asked last."""
    return bool(st.session_state.pop("new", False))
