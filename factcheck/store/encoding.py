"""Values as plain JSON data and back: a dataclass read back equals the one written, whatever fields it has.

A later version may have more fields (they take their defaults) or fewer (what is left over is ignored). All text goes through
JSON escapes, so that databases which take no NUL or lone surrogate store it too.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from math import isinf
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

T = TypeVar("T")


class EncodingError(ValueError):
    """Data that this version cannot read; the message names the place."""


def dumped(value: object) -> str:
    """A value as one line of ASCII JSON."""
    return json.dumps(encoded(value), ensure_ascii=True, allow_nan=False, separators=(",", ":"))


def loaded(kind: type[T], text: str) -> T:
    """The value of a kind that `dumped` wrote; EncodingError where it is none."""
    try:
        data = json.loads(text)
    except ValueError as error:
        raise EncodingError(f"no JSON: {error}") from error
    return cast(T, decoded(kind, data, kind.__name__))


def plain(text: str) -> str:
    """Text for a column that queries need: without what PostgreSQL does not take."""
    return text.replace("\x00", "").encode("utf-8", "replace").decode()


def encoded(value: object) -> Any:
    """Dataclasses, enumerations, dates, tuples, mappings and scalars as plain data; an infinite number is a string."""
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: encoded(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, date):  # a datetime too
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(key): encoded(each) for key, each in value.items()}
    if isinstance(value, (tuple, list)):
        return [encoded(each) for each in value]
    if isinstance(value, (set, frozenset)):
        return sorted(encoded(each) for each in value)
    return str(value) if isinstance(value, float) and isinf(value) else value


def decoded(kind: Any, data: Any, place: str) -> Any:
    """Data as a value of a kind (a class or an annotation); `place` is what an error calls it."""
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        return _of_union(arguments, data, place)
    if origin is not None:
        return _of_many(origin, arguments, data, place)
    if is_dataclass(kind):
        return _of_dataclass(kind, data, place)
    if not isinstance(kind, type) or kind is object:
        return data
    try:
        if issubclass(kind, (datetime, date)):
            return kind.fromisoformat(data)
        if issubclass(kind, StrEnum):
            return kind(data)
        if kind is float and isinstance(data, str):
            return float(data)
    except (TypeError, ValueError) as error:
        raise EncodingError(f"{place}: {error}") from error
    expected = (int, float) if kind is float else kind
    if not isinstance(data, expected):
        raise EncodingError(f"{place}: {data!r} is no {kind.__name__}")
    return data


def _of_union(kinds: tuple[Any, ...], data: Any, place: str) -> Any:
    if data is None and NoneType in kinds:
        return None
    (kind, *others) = [kind for kind in kinds if kind is not NoneType]
    return data if others else decoded(kind, data, place)


def _of_many(origin: Any, arguments: tuple[Any, ...], data: Any, place: str) -> Any:
    if issubclass(origin, Mapping):
        if not isinstance(data, dict):
            raise EncodingError(f"{place}: {data!r} is no mapping")
        return {key: decoded(arguments[1], each, f"{place}.{key}") for key, each in data.items()}
    if not isinstance(data, list):
        raise EncodingError(f"{place}: {data!r} is no list")
    if issubclass(origin, tuple) and Ellipsis not in arguments:
        if len(data) != len(arguments):
            raise EncodingError(f"{place}: {len(arguments)} values are needed, not {len(data)}")
        return tuple(decoded(kind, each, f"{place}[{at}]") for at, (kind, each) in enumerate(zip(arguments, data, strict=True)))
    return origin(decoded(arguments[0], each, f"{place}[{at}]") for at, each in enumerate(data))


def _of_dataclass(kind: Any, data: Any, place: str) -> Any:
    if not isinstance(data, dict):
        raise EncodingError(f"{place}: {data!r} is no {kind.__name__}")
    slots = {}
    for name, hint, needed in _slots(kind):
        if name in data:
            slots[name] = decoded(hint, data[name], f"{place}.{name}")
        elif needed:
            raise EncodingError(f"{place}: {name} is missing")
    return kind(**slots)


@cache
def _slots(kind: Any) -> tuple[tuple[str, Any, bool], ...]:
    """Name, annotation and whether there is no default, for each field of a dataclass."""
    hints = get_type_hints(kind)
    return tuple(
        (field.name, hints[field.name], field.default is MISSING and field.default_factory is MISSING) for field in fields(kind)
    )
