"""Fingerprints of what decides results, so that nothing kept from other code or other models is ever taken for this one's."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from importlib.resources.abc import Traversable

_SOURCES = (".py", ".tsv", ".json")


@cache
def code_fingerprint(package: str, only: Sequence[str] = (), packages: Sequence[str] = ()) -> str:
    """SHA-256 over the sources and tables of a package (or `only` those files of it) and the versions of installed `packages`."""
    digest = hashlib.sha256()
    for name, source in sorted(_sources(files(package), "")):
        if not only or name in only:
            digest.update(f"{name}\0".encode() + source.read_bytes())
    for name in packages:
        digest.update(f"{name}={_version(name)}\0".encode())
    return digest.hexdigest()


def _sources(folder: Traversable, prefix: str) -> list[tuple[str, Traversable]]:
    found: list[tuple[str, Traversable]] = []
    for item in folder.iterdir():
        if item.is_dir():
            found += _sources(item, f"{prefix}{item.name}/")
        elif item.name.endswith(_SOURCES):
            found.append((prefix + item.name, item))
    return found


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "none"
