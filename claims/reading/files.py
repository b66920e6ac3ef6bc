"""From paths, uploads and addresses to documents: every input becomes a Document or a Failure; none raises, none vanishes."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path, PurePath

from claims import sources
from claims.document import Document, Failure
from claims.language import ENGLISH, NAMES
from claims.reading.apart import Apart
from claims.reading.archive import Archive, escapes
from claims.reading.article import Article, Problem
from claims.reading.columns import Columns
from claims.reading.decoding import decode
from claims.reading.kinds import KINDS, SUFFIXES, TEXT, TYPES, ZIP, found_in, kind_by_name, kind_of
from claims.reading.limits import MAX_BYTES, MAX_FILE, UnreadableError, too_long, within
from claims.reading.texts import document_of
from claims.reading.web import Web, is_address
from claims.sources import Source

ENDINGS = ", ".join(suffix for suffix in SUFFIXES if suffix.count(".") == 1)
_INSTEAD = "save the article as .txt, .html, .pdf or .docx"


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read and what could not be; both in an order that does not depend on the order of the inputs."""

    documents: tuple[Document, ...] = ()
    failed: tuple[Failure, ...] = ()


@dataclass(frozen=True, slots=True)
class File:
    """A file to read: where it is, how to get its bytes, whether the user named it (or it was found), what a server said."""

    path: str
    load: Callable[[], bytes]
    named: bool = True
    kind: str = ""
    source: Source = field(default_factory=Source)


def read(paths: Iterable[Path | str], columns: Columns | None = None, web: Web | None = None) -> Reading:
    """The articles of files, of folders (with a sources.csv or without) and of web addresses.

    `columns` names the columns of tables and rows, where they are not the usual ones. The network is asked only for a string
    that is a web address, by `web`.
    """
    files: dict[str, File] = {}
    failed: list[Failure] = []
    given = {str(path) for path in paths}
    for url in sorted(filter(is_address, given)):
        found = fetch(url, web := web or Web())
        if isinstance(found, Failure):
            failed.append(found)
        else:
            files[url] = found
    # What the user named goes first, so that a .jsonl named beside its folder is read; sorted, so that order does not matter.
    for path in sorted((Path(text) for text in given if not is_address(text)), key=lambda path: (path.is_dir(), str(path))):
        inside = list(_inside(path)) if path.is_dir() else [File(str(path), partial(_bytes, path))]
        for item in inside:
            if isinstance(item, Failure):
                failed.append(item)
            else:
                files.setdefault(os.path.abspath(item.path), item)
        if path.is_dir() and not any(_holds_article(item) for item in inside):
            failed.append(Failure(str(path), f"folder without articles; put files into it ({ENDINGS})"))
    return _reading(files.values(), failed, columns)


def read_files(
    files: Iterable[tuple[str, bytes]],
    columns: Columns | None = None,
    apart: Apart | None = None,
    fetched: Iterable[File | Failure] = (),
) -> Reading:
    """The articles among uploaded files, by the rules of `read`; a sources.csv among them speaks of the others.

    `apart` is a reading process that many calls share; without it each call that needs one starts its own. `fetched` are
    the pages that `fetch` got, or the reasons why it did not.
    """
    pages = list(fetched)
    given = [File(name, partial(bytes, data)) for name, data in files] + [page for page in pages if isinstance(page, File)]
    return _reading(given, [page for page in pages if isinstance(page, Failure)], columns, apart)


def fetch(url: str, web: Web | None = None) -> File | Failure:
    """The page at an address, for `read_files`, or why there is none. Nothing else here asks the network."""
    try:
        return _fetched(url, web or Web())
    except UnreadableError as error:
        return Failure(url, str(error))


def _fetched(url: str, web: Web) -> File:
    answer = web.fetch(url)
    said = answer.kind.partition(";")[0].strip().lower()
    kind = TYPES.get(said, "") or kind_by_name(answer.url.partition("?")[0])
    if not kind and not said.startswith("text/") and said:
        raise UnreadableError(f"gives {said[:60]!r}, which is not read; {_INSTEAD}")
    return File(url, partial(bytes, answer.data), kind=kind or TEXT, source=Source(url=answer.url))


def _holds_article(item: File | Failure) -> bool:
    kind = kind_by_name(item.path)
    return isinstance(item, File) and bool(kind) and not KINDS[kind].listed


def _inside(folder: Path) -> Iterator[File | Failure]:
    """The files of a folder and below it, without hidden ones, a folder's own README and what a browser saves with a page."""
    errors: list[OSError] = []
    for place, below, names in os.walk(folder, onerror=errors.append):
        pages = {PurePath(name).stem for name in names if kind_by_name(name) == "html"}
        below[:] = sorted(name for name in below if not name.startswith(".") and name.removesuffix("_files") not in pages)
        for path in (Path(place, name) for name in sorted(names) if not name.startswith(".") and Path(name).stem != "README"):
            yield File(str(path), partial(_bytes, path), named=False)
    yield from (
        Failure(str(error.filename), f"folder cannot be read: {error.strerror}; check its permissions") for error in errors
    )


def _bytes(path: Path) -> bytes:
    if not path.exists():
        raise UnreadableError("no such file or folder; check the path")
    if not path.is_file():
        raise UnreadableError("not a file or a folder; give a file with an article, or a folder of such files")
    size = path.stat().st_size
    if kind_by_name(str(path)) == TEXT and size > MAX_BYTES:
        raise UnreadableError(too_long(f"{size:,} bytes"))
    if size > MAX_FILE:
        raise UnreadableError(f"too long: {size:,} bytes, the limit is {MAX_FILE:,}; split it, or save its text as .txt")
    return path.read_bytes()


def _reading(files: Iterable[File], failed: list[Failure], columns: Columns | None, shared: Apart | None = None) -> Reading:
    """Documents of the files, each text of one source once, in order of date, outlet and id."""
    ordered = [member for file in sorted(files, key=lambda file: file.path) for member in _members(file, failed)]
    documents: dict[tuple[str, str], Document] = {}
    known = _sources(ordered, failed)
    with nullcontext(shared) if shared else Apart() as apart:
        for file in ordered:
            for item in _items(file, known.get(_absolute(file.path), Source()), columns, apart):
                if isinstance(item, Failure):
                    failed.append(item)
                elif (key := _content(item)) in documents:
                    failed.append(Failure(item.path, f"same text as {documents[key].path}; loaded once"))
                else:
                    documents[key] = item
                    if item.language != ENGLISH:
                        reason = (
                            f"mostly in {NAMES[item.language]}; only English is compared, what is in other languages is set aside"
                        )
                        failed.append(Failure(item.path, reason))
    order = sorted(documents.values(), key=lambda document: (document.published or date.max, document.outlet, document.id))
    return Reading(tuple(order), tuple(sorted(failed, key=lambda failure: (failure.path, failure.reason))))


def _content(document: Document) -> tuple[str, str]:
    """What makes two documents one: the outlet and the words, however they are spaced and whatever file they came in."""
    words = document.kept if document.extracted else document.text
    return document.outlet.casefold(), " ".join(words.split()) or document.text


def _members(file: File, failed: list[Failure]) -> Iterator[File]:
    """The files of an archive; every other file is itself. An archive in an archive is not opened."""
    if kind_by_name(file.path) != ZIP and file.kind != ZIP:
        yield file
        return
    try:
        data = file.load()
        if kind_of(file.path, data, file.kind) != ZIP:
            yield file
            return
        archive = Archive(data)
    except (OSError, UnreadableError) as error:
        failed.append(_failure(file, error))
        return
    found = 0
    for name in sorted(archive.names):
        parts = PurePath(name.replace("\\", "/")).parts
        path = f"{file.path}/{name}"
        if escapes(name):
            failed.append(Failure(f"{file.path}/{PurePath(name).name}", "its path leads out of the archive; refused"))
        elif kind_by_name(name) == ZIP:
            failed.append(Failure(path, "an archive in an archive; unpack it"))
        elif not any(part.startswith((".", "__MACOSX")) for part in parts) and PurePath(name).stem != "README":
            found += 1
            yield File(path, partial(archive.read, name), named=False)
    if not found:
        failed.append(Failure(file.path, "archive without articles; check what was packed"))


def _sources(files: Sequence[File], failed: list[Failure]) -> dict[PurePath, Source]:
    """What each sources.csv among the files says of the articles beside and below it; the nearest one counts."""
    known: dict[PurePath, Source] = {}
    texts = [_absolute(file.path) for file in files if kind_by_name(file.path) and PurePath(file.path).name != sources.NAME]
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


def _items(file: File, source: Source, columns: Columns | None, apart: Apart) -> Iterator[Document | Failure]:
    """The documents of a file, or why there is none."""
    if PurePath(file.path).name == sources.NAME:
        return
    named = kind_by_name(file.path)
    try:
        if not file.named and (not named or KINDS[named].listed):
            ending = PurePath(file.path).suffix
            reason = (
                f"a {ending} is read only if it is named itself" if named else f"{ending or 'a file without ending'} is not read"
            )
            yield Failure(file.path, f"skipped: {reason}{'' if named else f'; {_INSTEAD}'}")
            return
        data = file.load()
        kind = kind_of(file.path, data, file.kind)
        if kind == TEXT:
            yield _document(Article(_text(data)), file, source, kind)
            return
        if kind == ZIP:
            raise UnreadableError("a zip archive under another name; give it the ending .zip")
        found = (apart.found_in if KINDS[kind].apart else found_in)(kind, data, columns)
        for item in found:
            yield Failure(file.path, item.reason) if isinstance(item, Problem) else _document(item, file, source, kind)
    except (OSError, UnreadableError) as error:
        yield _failure(file, error)


def _failure(file: File, error: OSError | UnreadableError) -> Failure:
    reason = str(error) if isinstance(error, UnreadableError) else f"cannot be read: {error.strerror}; check its permissions"
    return Failure(file.path, reason)


def _text(data: bytes) -> str:
    text = decode(data)
    if not text.strip():
        raise UnreadableError("empty; put the article's text into it")
    return within(text)


def _document(article: Article, file: File, source: Source, kind: str) -> Document:
    """An article as a document: what sources.csv says goes before what the file says of itself.

    A page is where it was fetched, whatever address it gives itself; an entry of a feed is elsewhere.
    """
    path = f"{file.path}/{article.name}" if article.name else file.path
    found = article.source.over(file.source) if article.name else file.source.over(article.source)
    return document_of(article, path, source.over(found), not KINDS[kind].as_is)
