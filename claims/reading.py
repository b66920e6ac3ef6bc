"""Articles from files, folders and uploads: every input becomes a Document or a Failure; none raises, none vanishes."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path, PurePath

from claims import sources
from claims.boilerplate import LONGEST_HEADLINE, furniture, lines_of
from claims.document import Document, Dropped, Failure, content_id
from claims.published import as_date, published_in
from claims.sources import Source

MAX_CHARACTERS = 2_000_000  # a very long book; the stages after reading would take many minutes beyond it
MAX_BYTES = 4 * (MAX_CHARACTERS + 1)  # no encoding read here takes more than four bytes a character; one may be a byte order mark
MAX_CONTROLS = 0.01  # share of control characters above which a file is no text
MAX_ACCENTS = 0.3  # share of characters beyond ASCII above which bytes are not Western text; French and German stay below 0.1

_MARKS = {  # the byte order mark of UTF-32 begins with that of UTF-16
    b"\xef\xbb\xbf": "utf-8-sig",
    b"\xff\xfe\0\0": "utf-32",
    b"\0\0\xfe\xff": "utf-32",
    b"\xff\xfe": "utf-16",
    b"\xfe\xff": "utf-16",
}
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read and what could not be; both in an order that does not depend on the order of the inputs."""

    documents: tuple[Document, ...] = ()
    failed: tuple[Failure, ...] = ()


@dataclass(frozen=True, slots=True)
class File:
    """A file to read: where it is, how to get its bytes, and whether the user named it (or it was found in a folder)."""

    path: str
    load: Callable[[], bytes]
    named: bool = True


class UnreadableError(Exception):
    """A file holds no text that can be read; the message says why and what to do."""


def read(paths: Iterable[Path | str]) -> Reading:
    """The articles of .txt files, of folders of them (with a sources.csv or without) and of .jsonl files."""
    files: dict[str, File] = {}
    failed: list[Failure] = []
    # What the user named goes first, so that a .jsonl named beside its folder is read; sorted, so that order does not matter.
    for path in sorted({Path(path) for path in paths}, key=lambda path: (path.is_dir(), str(path))):
        found = list(_inside(path)) if path.is_dir() else [File(str(path), partial(_bytes, path))]
        for item in found:
            if isinstance(item, Failure):
                failed.append(item)
            else:
                files.setdefault(os.path.abspath(item.path), item)
        if path.is_dir() and not any(_kind(item.path) == ".txt" for item in found):
            failed.append(Failure(str(path), "folder without articles; put .txt files into it"))
    return _reading(files.values(), failed)


def read_files(files: Iterable[tuple[str, bytes]]) -> Reading:
    """The articles among uploaded files, by the rules of `read`; a sources.csv among them speaks of the others."""
    return _reading([File(name, partial(bytes, data)) for name, data in files], [])


def read_text(
    text: str,
    path: str = "",
    outlet: str = "",
    title: str = "",
    author: str = "",
    published: date | None = None,
    url: str = "",
    event: str = "",
) -> Document:
    """A text as a document: its furniture marked, and its title and date looked for in the text where they are not given."""
    text = sources.whole(text)
    dropped = furniture(text)
    return Document(
        id=content_id(outlet, url, text),
        text=text,
        path=path,
        outlet=outlet,
        title=title or _title(text, dropped),
        author=author,
        url=url,
        published=published or published_in(text, dropped),
        event=event,
        dropped=dropped,
    )


def decode(data: bytes) -> str:
    """Bytes as text, without the byte order mark: UTF-8, UTF-16 or Western (Windows-1252, of which Latin-1 text is a part)."""
    text = _decode(data)
    if "\0" in text or len(_CONTROL.findall(text)) > MAX_CONTROLS * len(text):
        raise UnreadableError("binary content, not text; save the article as plain text (.txt)")
    return text


def _decode(data: bytes) -> str:
    encoding = next((name for mark, name in _MARKS.items() if data.startswith(mark)), "utf-8")
    if encoding == "utf-8" and 3 * data.count(0) > len(data):  # in UTF-16 every other byte of English text is zero
        encoding = "utf-16-le" if data[1::2].count(0) > data[::2].count(0) else "utf-16-be"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        if encoding != "utf-8":
            raise UnreadableError(f"broken {encoding.upper()} text at byte {error.start}; save it again as UTF-8") from None
        sound = data.decode("utf-8", "ignore")
        if len(data) - len(sound.encode()) < sum(not char.isascii() for char in sound):
            raise UnreadableError(f"broken UTF-8 text at byte {error.start}; save it again as UTF-8") from None
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        text = ""
    if sum(not char.isascii() for char in text) >= MAX_ACCENTS * len(text):
        raise UnreadableError("binary content or an unknown encoding; save the article as UTF-8 text")
    return text


def _inside(folder: Path) -> Iterator[File | Failure]:
    """The files of a folder and its subfolders; hidden ones and a folder's own README are not articles and are left out."""
    errors: list[OSError] = []
    for place, below, names in os.walk(folder, onerror=errors.append):
        below[:] = sorted(name for name in below if not name.startswith("."))
        for path in (Path(place, name) for name in sorted(names) if not name.startswith(".") and Path(name).stem != "README"):
            yield File(str(path), partial(_bytes, path), named=False)
    yield from (
        Failure(str(error.filename), f"folder cannot be read: {error.strerror}; check its permissions") for error in errors
    )


def _bytes(path: Path) -> bytes:
    if not path.exists():
        raise UnreadableError("no such file or folder; check the path")
    if not path.is_file():
        raise UnreadableError("not a file or a folder; give a .txt file, a .jsonl file or a folder")
    if _kind(str(path)) == ".txt" and (size := path.stat().st_size) > MAX_BYTES:
        raise UnreadableError(_too_long(f"{size:,} bytes"))
    return path.read_bytes()


def _too_long(size: str) -> str:
    return f"too long: {size}, the limit is {MAX_CHARACTERS:,} characters; split it into single articles"


def _kind(path: str) -> str:
    return PurePath(path).suffix.lower()


def _reading(files: Iterable[File], failed: list[Failure]) -> Reading:
    """Documents of the files, each text of one source once, in order of date, outlet and id."""
    ordered = sorted(files, key=lambda file: file.path)
    documents: dict[str, Document] = {}
    known = _sources(ordered, failed)
    for file in ordered:
        for item in _items(file, known.get(_absolute(file.path), Source())):
            if isinstance(item, Failure):
                failed.append(item)
            elif item.id in documents:
                failed.append(Failure(item.path, f"same text as {documents[item.id].path}; loaded once"))
            else:
                documents[item.id] = item
    order = sorted(documents.values(), key=lambda document: (document.published or date.max, document.outlet, document.id))
    return Reading(tuple(order), tuple(sorted(failed, key=lambda failure: failure.path)))


def _sources(files: Iterable[File], failed: list[Failure]) -> dict[PurePath, Source]:
    """What each sources.csv among the files says of the .txt files beside and below it; the nearest one counts."""
    known: dict[PurePath, Source] = {}
    texts = [_absolute(file.path) for file in files if _kind(file.path) == ".txt"]
    tables = [(_absolute(file.path).parent, file) for file in files if PurePath(file.path).name == sources.NAME]
    for folder, file in sorted(tables, key=lambda table: len(table[0].parts)):
        names = {path.relative_to(folder).as_posix(): path for path in texts if path.is_relative_to(folder)}
        try:
            said = sources.parse_sources(decode(file.load()), file.path, names)
        except (OSError, UnreadableError) as error:
            failed.append(_failure(file, error))
        else:
            known |= {names[name]: source for name, source in said.of.items()}
            failed += said.failed
    return known


def _absolute(path: str) -> PurePath:
    return PurePath(os.path.abspath(path))


def _items(file: File, source: Source) -> Iterator[Document | Failure]:
    """The document of a .txt, the documents of a .jsonl, or why there is none."""
    kind = _kind(file.path)
    if PurePath(file.path).name == sources.NAME:
        return
    try:
        if kind == ".txt":
            yield _document(decode(file.load()), file.path, source)
        elif kind == ".jsonl" and file.named:
            yield from _rows(decode(file.load()), file.path)
        elif kind == ".jsonl":
            yield Failure(file.path, "not a .txt file; skipped; to read a .jsonl, name it itself")
        else:
            if file.named:
                file.load()  # a path that is not there is named as that, not as another kind of file
            yield Failure(file.path, "not a .txt file; skipped; save the article as plain text (.txt)")
    except (OSError, UnreadableError) as error:
        yield _failure(file, error)


def _failure(file: File, error: OSError | UnreadableError) -> Failure:
    reason = str(error) if isinstance(error, UnreadableError) else f"cannot be read: {error.strerror}; check its permissions"
    return Failure(file.path, reason)


def _document(text: str, path: str, source: Source) -> Document:
    if not text.strip():
        raise UnreadableError("empty; put the article's text into it")
    if len(text) > MAX_CHARACTERS:
        raise UnreadableError(_too_long(f"{len(text):,} characters"))
    return read_text(text, path, source.outlet, source.title, source.author, source.published, source.url, source.event)


def _rows(lines: str, path: str) -> Iterator[Document | Failure]:
    """The articles of a .jsonl; each has the path FILE/ID, and FILE/line-N where it has no id."""
    numbered = [(number, line) for number, line in enumerate(lines.split("\n"), 1) if line.strip()]
    if not numbered:
        raise UnreadableError("empty; write one article a line")
    for number, line in numbered:
        try:
            row = _row(line)
            source, wrong = sources.source(row)
            yield _document(str(row["text"]), f"{path}/{sources.whole(str(row.get('id') or f'line-{number}'))}", source)
        except UnreadableError as error:
            wrong = f"{error}; line not used"
        if wrong:
            yield Failure(path, f"line {number}: {wrong}")


def _row(line: str) -> dict[str, object]:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise UnreadableError(f"not JSON ({error}); write one article a line") from None
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        raise UnreadableError('no JSON object with a string "text"')
    return row


def _title(text: str, dropped: tuple[Dropped, ...]) -> str:
    """The first kept line, if it is a headline. Of several above the article, one that begins small is a part of another."""
    headlines: list[str] = []
    at = 0
    for line in lines_of(text):
        while at < len(dropped) and dropped[at].end <= line.start:
            at += 1
        if (at < len(dropped) and dropped[at].start <= line.start) or as_date(line.words):
            continue
        if len(line.words) >= LONGEST_HEADLINE or line.words.endswith((".", '."', ".”")):
            break
        headlines.append(line.words)
        if not line.words[0].islower():
            break
    return next((words for words in headlines if not words[0].islower()), headlines[0] if headlines else "")
