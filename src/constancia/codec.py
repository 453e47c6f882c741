"""The nouns of `model` to the JSON of record.md and back: dataclasses to plain values, one way for all of them."""

from __future__ import annotations

import csv
import json
import types
import typing
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar

import orjson

from constancia.errors import InputError

T = TypeVar("T")


@cache
def _json_names(noun: type) -> tuple[tuple[str, str], ...]:
    return tuple((entry.name, entry.name.rstrip("_")) for entry in fields(noun))


def to_json(value: object) -> Any:
    """Give the plain JSON value of a noun: fields in their order, days and times as ISO 8601, tuples as lists."""
    if value is None or type(value) in _PLAIN:
        return value
    kind: Any = type(value)
    return _writer(kind)(value)


_PLAIN = frozenset({str, int, float, bool})


@cache
def _writer(kind: type) -> typing.Callable[[Any], Any]:
    """Make the function that writes values of a type; a page's mentions are written by these."""
    if issubclass(kind, StrEnum):
        return lambda value: value.value
    if issubclass(kind, date | datetime):
        return lambda value: value.isoformat()
    if issubclass(kind, tuple | list):
        return lambda value: [item if type(item) in _PLAIN else to_json(item) for item in value]
    if is_dataclass(kind):
        return _noun_writer(kind)
    raise TypeError(f"no JSON form for {kind.__name__}")


def _noun_writer(noun: type) -> typing.Callable[[Any], Any]:
    named = _namer(noun)
    return lambda value: {
        name: item if item is None or type(item) in _PLAIN else to_json(item) for name, item in named(value).items()
    }


def dumps(value: object) -> str:
    """Write a noun, or a plain JSON value, as one line of JSON: the same value gives the same line."""
    try:
        return orjson.dumps(value, named_values, orjson.OPT_PASSTHROUGH_DATACLASS).decode()
    except orjson.JSONEncodeError:  # what it does not write: half a surrogate pair, a number of more than 64 bits
        return _encode(value if isinstance(value, dict | list) else to_json(value))


_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def named_values(noun: object) -> dict[str, object]:
    """Give the fields of a noun by their names, the values as they are."""
    kind: Any = type(noun)
    return _namer(kind)(noun)


@cache
def _namer(noun: type) -> typing.Callable[[Any], dict[str, object]]:
    """Make the function that lays out a noun, written for its fields as `dataclasses` writes `__init__`.

    A page has hundreds of nouns, and the names of fields are ours: no value is ever part of what is evaluated. A
    compiled noun has such a function of its own (`tools/constructors.py`).
    """
    own = vars(noun).get("_values_by_name")
    if own is not None:
        return typing.cast("typing.Callable[[Any], dict[str, object]]", own)
    entries = ", ".join(f"{name!r}: noun.{attribute}" for attribute, name in _rows_of(noun))
    return typing.cast("typing.Callable[[Any], dict[str, object]]", eval(f"lambda noun: {{{entries}}}"))  # noqa: S307


def _rows_of(noun: type) -> tuple[tuple[str, str], ...]:
    if not is_dataclass(noun):
        raise TypeError(f"no JSON form for {noun.__name__}")
    return _json_names(noun)


@cache
def _field_types(noun: type) -> tuple[tuple[str, str, Any], ...]:
    hints = typing.get_type_hints(noun)
    return tuple((attribute, name, hints[attribute]) for attribute, name in _json_names(noun))


def from_json(noun: type[T], value: Any) -> T:
    """Read a noun back from its plain JSON value; unknown fields are ignored, missing ones take their default.

    Raises InputError, naming the noun and the field, when a value does not fit its type.
    """
    try:
        return typing.cast("T", _reader(typing.cast("Any", noun))(value))
    except (_Misfit, KeyError, TypeError, ValueError):
        return typing.cast("T", _read(noun, value, noun.__name__))  # slower, and able to say where it does not fit


def loads(noun: type[T], line: str) -> T:
    """Read a noun from one line of JSON."""
    try:
        return typing.cast("T", _reader(typing.cast("Any", noun))(orjson.loads(line)))
    except (_Misfit, KeyError, TypeError, ValueError):  # also whole numbers of more than 64 bits, half surrogate pairs
        return from_json(noun, json.loads(line))


class _Misfit(Exception):  # noqa: N818 - caught in this file
    """A value does not fit its type."""


_Reader = typing.Callable[[Any], Any]


@cache
def _reader(hint: Any) -> _Reader:
    """Make the function that reads values of a type; a record of a million reports is read by these."""
    origin = typing.get_origin(hint)
    if origin in (typing.Union, types.UnionType):
        return _union_reader(typing.get_args(hint))
    if origin is tuple:
        return _tuple_reader(typing.get_args(hint))
    if is_dataclass(hint):
        return _noun_reader(typing.cast("type", hint))
    if issubclass(hint, datetime | date):
        return typing.cast("_Reader", hint.fromisoformat)
    if issubclass(hint, StrEnum):
        return {member.value: member for member in hint}.__getitem__
    return lambda value: value if type(value) is hint else _read_scalar(hint, value)


def _union_reader(members: tuple[Any, ...]) -> _Reader:
    choices = [member for member in members if member is not type(None)]
    if len(choices) == 1:
        read = _reader(choices[0])
        return lambda value: None if value is None else read(value)
    by_names = {frozenset(name for _, name in _json_names(choice)): _reader(choice) for choice in choices}

    def read_one(value: Any) -> Any:
        if value is None and type(None) in members:
            return None
        if not isinstance(value, dict):
            raise _Misfit
        return by_names[frozenset(value)](value)

    return read_one


def _tuple_reader(members: tuple[Any, ...]) -> _Reader:
    if len(members) == 2 and members[1] is Ellipsis:
        read = _reader(members[0])
        return lambda value: tuple([read(item) for item in _listed(value)])
    readers = [_reader(member) for member in members]
    return lambda value: tuple([read(item) for read, item in zip(readers, _listed(value), strict=True)])


def _listed(value: Any) -> Any:
    if isinstance(value, list | tuple):
        return value
    raise _Misfit


_SCALARS = frozenset({str, int, float, bool, type(None)})


def _taken_as_is(hint: Any) -> frozenset[type]:
    """Give the types of values that a field of this type takes without being read."""
    choices = typing.get_args(hint) if typing.get_origin(hint) in (typing.Union, types.UnionType) else (hint,)
    return frozenset(choices) & _SCALARS


def _noun_reader(noun: type) -> _Reader:
    rows = [(attribute, name, _reader(hint)) for attribute, name, hint in _field_types(noun)]
    read_whole = _whole_reader(noun)

    def read_noun(value: Any) -> Any:
        if not isinstance(value, dict):
            raise _Misfit
        try:
            return read_whole(value)
        except KeyError:  # a field is missing, or a value is none of its closed set: the second raises again
            return noun(**{attribute: read(value[name]) for attribute, name, read in rows if name in value})

    return read_noun


def _whole_reader(noun: type) -> _Reader:
    """Make the function that reads a noun of which no field is missing, written for its fields as `_namer` is."""
    known: dict[str, Any] = {"noun": noun}
    fields_in_order = []
    for place, (_, name, hint) in enumerate(_field_types(noun)):
        known[f"read{place}"] = _reader(hint)
        known[f"plain{place}"] = _taken_as_is(hint)
        fields_in_order.append(f"item if type(item := value[{name!r}]) in plain{place} else read{place}(item)")
    return typing.cast("_Reader", eval(f"lambda value: noun({', '.join(fields_in_order)})", known))  # noqa: S307


def _read(hint: Any, value: Any, where: str) -> Any:
    origin = typing.get_origin(hint)
    if origin in (typing.Union, types.UnionType):
        return _read_union(typing.get_args(hint), value, where)
    if origin is tuple:
        return _read_tuple(typing.get_args(hint), value, where)
    if is_dataclass(hint):
        return _read_noun(typing.cast("type", hint), value, where)
    try:
        return _read_scalar(hint, value)
    except (TypeError, ValueError) as error:
        raise InputError(f"{where}: {value!r} is no {hint.__name__}") from error


def _read_scalar(hint: Any, value: Any) -> Any:
    if issubclass(hint, datetime | date):
        return hint.fromisoformat(value)
    if issubclass(hint, StrEnum):
        return hint(value)
    if hint is float and type(value) is int:
        return float(value)
    if not isinstance(value, hint) or (hint is int and isinstance(value, bool)):
        raise TypeError
    return value


def _read_union(members: tuple[Any, ...], value: Any, where: str) -> Any:
    if value is None and type(None) in members:
        return None
    choices = [member for member in members if member is not type(None)]
    if len(choices) == 1:
        return _read(choices[0], value, where)
    for choice in choices:
        if isinstance(value, dict) and set(value) == {name for _, name in _json_names(choice)}:
            return _read(choice, value, where)
    raise InputError(f"{where}: {value!r} fits none of {', '.join(choice.__name__ for choice in choices)}")


def _read_tuple(members: tuple[Any, ...], value: Any, where: str) -> tuple[Any, ...]:
    if not isinstance(value, list | tuple):
        raise InputError(f"{where}: {value!r} is no list")
    if len(members) == 2 and members[1] is Ellipsis:
        return tuple(_read(members[0], item, where) for item in value)
    return tuple(_read(member, item, where) for member, item in zip(members, value, strict=True))


def _read_noun(noun: type, value: Any, where: str) -> Any:
    if not isinstance(value, dict):
        raise InputError(f"{where}: {value!r} is no object")
    known = {
        attribute: _read(hint, value[name], f"{where}.{name}")
        for attribute, name, hint in _field_types(noun)
        if name in value
    }
    try:
        return noun(**known)
    except TypeError as error:
        raise InputError(f"{where}: {error}") from error


def long_csv_rows(file: Iterable[str], *, is_strict: bool = False) -> Iterator[dict[str, str]]:
    """Give the rows of a CSV whose fields may be of any length; the limit that holds for all other readers stays.

    The csv module keeps one limit for the whole process, so it is lifted for each row and put back before the row is
    given. Raises csv.Error as csv.DictReader does.
    """
    reader = csv.DictReader(file, strict=is_strict)
    while True:
        limit = csv.field_size_limit(_ANY_LENGTH)
        try:
            row = next(reader)
        except StopIteration:
            return
        finally:
            csv.field_size_limit(limit)
        yield row


_ANY_LENGTH = 2**31 - 1  # what the csv module takes on every platform
