"""The comparison under way: a bar for each stage with counts and the time left, and the button that ends it."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st
from streamlit.delta_generator import DeltaGenerator
from streamlit.runtime.scriptrunner import StopException

from factcheck.comparison import Models, compare
from factcheck.dashboard import texts, words
from factcheck.dashboard.comparing import Job, Kept, asked, cancel, say, show
from factcheck.dashboard.running import CancelledError, Run, Step
from factcheck.encoder import ModelError

LOOK_EVERY = 0.25  # seconds between two looks at the work: soon enough for a press of the button, seldom enough to cost nothing


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
        say(str(error), failed=True)
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
            show(job, run.report)
            if job.example and kept is not None:
                kept[:] = [(job, run.report)]
        except CancelledError:
            say(texts.CANCELLED)
        except ModelError as error:
            say(str(error), failed=True)
    st.rerun()
