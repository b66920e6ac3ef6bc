"""PDF: the text of its pages as paragraphs, hyphens at line ends undone, running heads set aside, the page of every place known.

The text is in the order in which the file draws it, which in columns that a layout program made is the order of reading; columns
that are drawn row by row are read one after the other (claims.reading.gutters).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple

from claims.document import Dropped
from claims.reading.article import Article, Found
from claims.reading.gutters import Run, read_down
from claims.reading.limits import MAX_CHARACTERS, MAX_PAGES, UnreadableError, too_long
from claims.sources import Source

if TYPE_CHECKING:
    from pypdf import PageObject

RUNNING_HEAD = "running head"
EDGE_LINES = 2  # lines at the top and at the bottom of a page that may be running heads
LOOKED_AT = 40  # pages without columns drawn row by row after which nobody looks for them: a look costs as much as the text
RUNNING_SHARE = 0.6  # of the pages that show a running head; the first page and pages of pictures often have none
FULL_LINE = 0.8  # of the usual length: a shorter line that ends a sentence ends its paragraph
USUAL = 0.75  # quantile of the lengths of a page's lines that tells where the column ends; headlines and last lines are shorter

_PAGE_NUMBER = re.compile(r"\W*(?:page\s+)?[0-9]{1,4}(?:\s*(?:of|/)\s*[0-9]{1,4})?\W*", re.IGNORECASE)
_ENDS = re.compile(r"[.!?:…][\"'”’)\]]*$")
_HYPHEN = re.compile(r"[^\W\d_][-\u2010\u00ad]$")
_BULLET = re.compile(r"[•▪◦‣*–—-]\s")


class Page(NamedTuple):
    """The lines of a page's text and those at its edges that come on most pages."""

    body: tuple[str, ...]
    running: tuple[str, ...]


def read_pdf(data: bytes) -> Iterator[Found]:
    """The text of a PDF."""
    from pypdf import PdfReader
    from pypdf.errors import DependencyError, PyPdfError

    if b"%PDF-" not in data[:1024]:
        raise UnreadableError("no PDF: it does not begin like one; check what was downloaded")
    try:
        reader = PdfReader(BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise UnreadableError("encrypted; open it with its password and save it without one")
        if (count := len(reader.pages)) > MAX_PAGES:
            raise UnreadableError(f"{count:,} pages, the limit is {MAX_PAGES:,}; split it")
        pages: list[tuple[str, ...]] = []
        characters = mixed = 0  # mixed: pages whose columns had to be put in order
        for sheet in reader.pages:
            lines = [" ".join(line.split()) for line in sheet.extract_text().replace("\0", "").split("\n")]
            if len(pages) - mixed < LOOKED_AT:
                ordered = _in_order(sheet, lines)
                mixed, lines = mixed + (ordered is not lines), ordered
            pages.append(tuple(line for line in lines if line))
            characters += sum(map(len, lines))
            if characters > MAX_CHARACTERS:
                raise UnreadableError(too_long(f"more than {MAX_CHARACTERS:,} characters in {len(pages):,} of {count:,} pages"))
        stated = reader.metadata
        title, author = str((stated and stated.title) or "").strip(), str((stated and stated.author) or "").strip()
    except DependencyError:
        raise UnreadableError("encrypted; open it with its password and save it without one") from None
    except PyPdfError as error:
        raise UnreadableError(f"broken PDF ({_line(error)}); open it in a reader and save it again, or save its text") from None
    if not characters:
        raise UnreadableError(f"no text in its {len(pages)} pages (a scan?); run text recognition (OCR) on it first")
    yield article(pages, title, author)


def _in_order(sheet: PageObject, lines: list[str]) -> list[str]:
    """The lines of a page in the order of reading, if they are the same letters; else as they are drawn."""
    from pypdf.errors import PyPdfError

    try:
        found = read_down(_runs(sheet))
    except (PyPdfError, ArithmeticError, AttributeError, KeyError, IndexError, TypeError, ValueError, RecursionError):
        return lines  # the plain way has read this page; its places are too broken to say more
    return found if found is not None and _letters(found) == _letters(lines) else lines


def _letters(lines: Sequence[str]) -> Counter[str]:
    return Counter(char for line in lines for char in line if not char.isspace())


def _runs(sheet: PageObject) -> list[Run]:
    """The words of a page with their places, in the order in which they are drawn; none where pypdf cannot tell.

    Its layout mode knows the places, but hands out only a picture of them in spaces, in which columns shift. Hence the look
    inside, which costs nothing but the columns should a later pypdf have changed there.
    """
    try:
        from pypdf._text_extraction._layout_mode._fixed_width_page import recurse_to_target_op
        from pypdf._text_extraction._layout_mode._text_state_manager import TextStateManager
    except ImportError:
        return []
    from pypdf.generic import ContentStream

    contents = sheet.get_contents()
    if contents is None:
        return []
    state, fonts, shown = TextStateManager(), sheet._layout_mode_fonts(), []
    operations = iter(ContentStream(contents, sheet.pdf, "bytes").operations)
    for operands, operator in operations:
        if operator in (b"BT", b"q"):
            shown += recurse_to_target_op(operations, state, b"ET" if operator == b"BT" else b"Q", fonts)[1]
        else:
            state.set_state_param(operator, operands)
    return [Run(it.tx, it.displaced_tx, it.ty, it.font_height, it.text.replace("\0", "")) for it in shown if not it.rotated]


def _line(error: Exception) -> str:
    return " ".join(str(error).split())[:120] or type(error).__name__


def article(pages: Sequence[Sequence[str]], title: str = "", author: str = "") -> Article:
    """The lines of pages as one text in paragraphs. A title that a file states counts only where its text shows it, too."""
    parts: list[str] = []  # pieces of the text in order
    starts: list[int] = []
    at = 0
    before = ""  # the line that stands before, if its paragraph may go on
    running: list[str] = []
    for page in _apart(pages):
        running += page.running
        usual = _usual(page.body)
        if not page.body:
            starts.append(at)
        for number, line in enumerate(page.body):
            gap = _gap(before, line, usual)
            if gap is None:  # a word that was cut at the end of its line
                parts[-1] = parts[-1][:-1]
                at -= 1
                gap = ""
            parts += [gap, line]
            if number == 0:
                starts.append(at + len(gap))
            at += len(gap) + len(line)
            before = line
    heads = [("\n\n" if parts else "") + "\n".join(running)] if running else []
    text = "".join([*parts, *heads])
    dropped = (Dropped(len(text) - len("\n".join(running)), len(text), RUNNING_HEAD),) if running else ()
    shown = title if title and title.casefold() in text.casefold() else ""
    return Article(text, Source(title=shown, author=author), pages=tuple(starts), dropped=dropped)


def _apart(pages: Sequence[Sequence[str]]) -> Iterator[Page]:
    """Each page with its running heads apart: lines at its edges that come, with other numbers, on most pages."""
    edges = [{_key(line) for line in (*page[:EDGE_LINES], *page[-EDGE_LINES:])} for page in pages]
    times = Counter(key for keys in edges for key in keys)
    least = max(2, RUNNING_SHARE * len(pages))
    for page in pages:
        first, last = 0, len(page)
        while first < min(EDGE_LINES, last) and _is_running(page[first], times, least):
            first += 1
        while last > max(first, len(page) - EDGE_LINES) and _is_running(page[last - 1], times, least):
            last -= 1
        yield Page(tuple(page[first:last]), (*page[:first], *page[last:]))


def _is_running(line: str, times: Counter[str], least: float) -> bool:
    return _PAGE_NUMBER.fullmatch(line) is not None or times[_key(line)] >= least


def _key(line: str) -> str:
    return re.sub(r"[0-9]+", "#", line)


def _usual(lines: Sequence[str]) -> int:
    lengths = sorted(map(len, lines))
    return lengths[int(USUAL * (len(lengths) - 1))] if lengths else 0


def _gap(before: str, line: str, usual: int) -> str | None:
    """What stands between two lines: nothing, a space inside a paragraph, a blank line between two; None after a cut word."""
    if not before:
        return ""
    if _HYPHEN.search(before) and line[0].islower():
        return None
    ended = _ENDS.search(before) is not None and (
        len(before) < FULL_LINE * usual or (not line[0].islower() and len(before) < usual)
    )
    heading = len(before) < FULL_LINE * usual and not line[0].islower() and not before.endswith((",", ";", "-"))
    return "\n\n" if ended or heading or _BULLET.match(line) else " "
