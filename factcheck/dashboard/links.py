"""Clicks on pieces of HTML: a button with data-fc says to Python what it stands for, by mouse and keyboard alike.

Streamlit's own widgets cannot stand inside a table or a card. This component shows nothing: it listens for clicks on
`<button data-fc="SCOPE" data-value="...">` anywhere on the page and hands the value over; what the value means is up to the
panel. It also puts the focus where the person goes on reading. It is a few lines of script without a build step.
"""

from __future__ import annotations

from collections.abc import Callable
from html import escape

import streamlit as st

from factcheck.dashboard import texts

SCRIPT = """
export default function ({ data, parentElement, setTriggerValue }) {
  const known = parentElement.fcKnown || (parentElement.fcKnown = {});
  if (known.listen) document.removeEventListener("click", known.listen);
  known.listen = (event) => {
    const button = event.target.closest && event.target.closest(`[data-fc="${data.scope}"]`);
    if (!button) return;
    event.preventDefault();
    setTriggerValue("chosen", button.dataset.value);
  };
  document.addEventListener("click", known.listen);
  document.body.setAttribute(`data-fc-${data.scope}`, "listening");
  if (data.focus && data.turn !== known.turn) {
    let tries = 60; // the HTML may come a moment after this
    const find = () => {
      const found = document.querySelector(`[data-fc="${data.scope}"][data-value="${CSS.escape(data.focus)}"]`);
      if (found && found.offsetParent) {
        found.focus({ preventScroll: true });
        found.scrollIntoView({ block: data.jump ? "start" : "nearest" });
      } else if (tries-- > 0) requestAnimationFrame(find);
    };
    find();
  }
  known.turn = data.turn;
  return () => {
    document.removeEventListener("click", known.listen);
    document.body.removeAttribute(`data-fc-${data.scope}`);
  };
}
"""


def watch(scope: str, chosen: Callable[[str], None], *, focus: str = "", turn: int = 0, jump: bool = False) -> None:
    """Call `chosen` with the value of a button of this scope that is clicked, before the next run.

    Whenever `turn` changes, the button with the value `focus` gets the focus; with `jump` the page scrolls until it stands on
    top, else only as far as needed.
    """
    key = f"links-{scope}"

    def clicked() -> None:
        value = st.session_state[key].get("chosen")
        if value:
            chosen(str(value))

    mount = st.components.v2.component("factcheck_buttons", js=SCRIPT)
    mount(key=key, data={"scope": scope, "focus": focus, "turn": turn, "jump": jump}, on_chosen_change=clicked, height=1)


def button(scope: str, value: str, inner: str, *, kind: str = "fc-link", label: str = "", expanded: bool | None = None) -> str:
    """A button as HTML; `inner` is HTML already, `label` names it for those who hear it where `inner` alone would not do."""
    named = f' aria-label="{escape(label)}"' if label else ""
    state = "" if expanded is None else f' aria-expanded="{str(expanded).lower()}"'
    return f'<button class="{kind}" data-fc="{scope}" data-value="{escape(value)}"{named}{state}>{inner}</button>'


ARTICLES = "article"


def reading(document: str, claim: str = "") -> str:
    """A button as HTML that opens an article (by id) in the reading view, at one of its claims (by id) if that is given."""
    return button(ARTICLES, f"{document} {claim}", escape(texts.READ_ARTICLE))
