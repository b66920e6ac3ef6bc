"""Archives and the XML in them: read in memory, never written to disk, never trusted in what they say of their size."""

from __future__ import annotations

import zlib
from io import BytesIO
from pathlib import PurePosixPath
from typing import Any
from zipfile import BadZipFile, LargeZipFile, ZipFile, ZipInfo

from claims.reading.limits import FREE_RATIO, MAX_EXPANDED, MAX_FILE, MAX_MEMBERS, MAX_RATIO, UnreadableError

_SYMLINK, _KIND = 0o120000, 0o170000


class Archive:
    """A zip in memory whose members are read one at a time, each within the limits; UnreadableError says what is wrong."""

    def __init__(self, data: bytes) -> None:
        """Open an archive; nothing is expanded yet, but what the archive says of itself has to be believable."""
        try:
            self._zip = ZipFile(BytesIO(data))
            infos = [info for info in self._zip.infolist() if not info.is_dir()]
        except (BadZipFile, LargeZipFile, ValueError, OSError, NotImplementedError, OverflowError):
            raise UnreadableError("broken archive; make it again") from None
        if len(infos) > MAX_MEMBERS:
            raise UnreadableError(f"{len(infos):,} files in the archive, the limit is {MAX_MEMBERS:,}; split it")
        expanded = sum(info.file_size for info in infos)
        if expanded > MAX_EXPANDED or sum(info.compress_size for info in infos) > len(data):
            raise UnreadableError(
                f"it would expand to {expanded:,} bytes, the limit is {MAX_EXPANDED:,}; unpack it yourself if you trust it"
            )
        self._infos: dict[str, ZipInfo] = {info.filename: info for info in infos}

    @property
    def names(self) -> tuple[str, ...]:
        """The members' names, as they are written in the archive, in its order."""
        return tuple(self._infos)

    def __contains__(self, name: str) -> bool:
        """Whether there is a member of this name."""
        return name in self._infos

    def read(self, name: str) -> bytes:
        """The bytes of a member."""
        info = self._infos.get(name)
        if info is None:
            raise UnreadableError(f"its part {name} is missing; save the file again")
        if info.flag_bits & 1:
            raise UnreadableError("encrypted; save it without a password")
        if escapes(name) or (info.external_attr >> 16) & _KIND == _SYMLINK:
            raise UnreadableError("its path leads out of the archive; refused")
        if info.file_size > MAX_FILE or (info.file_size > FREE_RATIO and info.file_size > MAX_RATIO * max(1, info.compress_size)):
            raise UnreadableError(f"expands to {info.file_size:,} bytes from {info.compress_size:,}; refused")
        try:
            with self._zip.open(info) as stream:
                data = stream.read(min(info.file_size, MAX_FILE) + 1)
        except (BadZipFile, zlib.error, ValueError, OSError, EOFError, NotImplementedError, RuntimeError) as error:
            raise UnreadableError(f"broken in the archive ({' '.join(str(error).split())[:100]}); make it again") from None
        if len(data) != info.file_size:
            raise UnreadableError("its size in the archive is not what the archive says; refused")
        return data


def escapes(name: str) -> bool:
    """Whether a member's name leads out of its archive, on any system."""
    path = PurePosixPath(name.replace("\\", "/"))
    return path.is_absolute() or ".." in path.parts or ":" in path.parts[0] if path.parts else True


def xml(data: bytes, part: str) -> Any:
    """The root of an XML part; neither a document type nor an entity is allowed in one."""
    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import ParseError, fromstring

    try:
        return fromstring(data, forbid_dtd=True, forbid_entities=True, forbid_external=True)
    except DefusedXmlException:
        raise UnreadableError(f"its part {part} declares entities or a document type, as no honest file does; refused") from None
    except (ParseError, ValueError, LookupError):
        raise UnreadableError(f"its part {part} is broken XML; open the file and save it again") from None


def local(tag: object) -> str:
    """An element's name without its namespace."""
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def text_of(root: Any, name: str) -> str:
    """The text of the first element with this local name, or nothing."""
    return next((" ".join("".join(node.itertext()).split()) for node in root.iter() if local(node.tag) == name), "")
