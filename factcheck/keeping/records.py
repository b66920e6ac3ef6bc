"""Values as plain JSON data and back, driven by their types: what is read from a file can only become such values.

A dataclass is a list of its fields in their order, a tuple a list, a date its ISO form, an enumeration its text.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

Kind = TypeVar("Kind")
_PLAIN: tuple[type, ...] = (str, int, float, bool, NoneType)


class RecordError(ValueError):
    """Data that is not of the type that was asked for, or a type that has no plain form."""


def packed(value: Any) -> bytes:
    """A value as JSON in UTF-8."""
    return json.dumps(plain(value), ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def unpacked(kind: type[Kind], data: bytes) -> Kind:
    """The value of a type from its JSON; RecordError where it is none."""
    try:
        value: Kind = reader(kind)(json.loads(data.decode("utf-8", "surrogatepass")))  # type: ignore[arg-type]
        return value
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise RecordError(f"no {kind}: {error}") from error


def plain(value: Any) -> Any:
    """A value as strings, numbers, lists and None."""
    if isinstance(value, StrEnum):
        return value.value
    if value is None or isinstance(value, _PLAIN):
        return value
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    if is_dataclass(value):
        return [plain(getattr(value, name)) for name in _names(type(value))]  # type: ignore[arg-type]
    raise RecordError(f"{type(value).__name__} has no plain form")


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


@cache
def reader(kind: Any) -> Callable[[Any], Any]:
    """A function from plain data to a value of this type."""
    origin, inner = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType) and len(inner) == 2 and NoneType in inner:
        inside = reader(next(one for one in inner if one is not NoneType))
        return lambda data: None if data is None else inside(data)
    if origin is tuple and len(inner) == 2 and inner[1] is Ellipsis:
        return _many(reader(inner[0]))
    if origin is tuple:
        return _fixed(tuple(map(reader, inner)))
    if isinstance(kind, type):
        if kind in _PLAIN:
            return _checked(kind)
        if issubclass(kind, StrEnum):
            return kind
        if issubclass(kind, date):
            return kind.fromisoformat
        if is_dataclass(kind):
            return _dataclass(kind)
    raise RecordError(f"{kind} has no plain form")


def _checked(kind: type) -> Callable[[Any], Any]:
    allowed = (int, float) if kind is float else kind

    def read(data: Any) -> Any:
        if not isinstance(data, allowed):
            raise RecordError(f"{data!r} is no {kind.__name__}")
        return data

    return read


def _many(inside: Callable[[Any], Any]) -> Callable[[Any], Any]:
    def read(data: Any) -> Any:
        if not isinstance(data, list):
            raise RecordError(f"{data!r} is no list")
        return tuple([inside(item) for item in data])

    return read


def _fixed(inside: tuple[Callable[[Any], Any], ...]) -> Callable[[Any], Any]:
    return lambda data: tuple(read(item) for read, item in zip(inside, data, strict=True))


def _dataclass(kind: Any) -> Callable[[Any], Any]:
    hints = get_type_hints(kind)
    inside = [reader(hints[name]) for name in _names(kind)]

    def read(data: Any) -> Any:
        if not isinstance(data, list) or len(data) != len(inside):
            raise RecordError(f"{len(inside)} fields expected for {kind.__name__}")
        return kind(*[one(item) for one, item in zip(inside, data, strict=True)])

    return read
