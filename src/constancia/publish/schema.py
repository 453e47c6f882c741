"""The tables and nouns of the record to a JSON Schema (draft 2020-12): what a row of each exported table looks like."""

from __future__ import annotations

import datetime as dt
import types
import typing
from dataclasses import fields
from enum import StrEnum
from typing import Any

from constancia import model, vocabulary
from constancia.publish.tables import TABLES, Column, Kind, TableSpec

Schema = dict[str, Any]

_PLAIN: dict[Any, Schema] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    dt.date: {"type": "string", "format": "date"},
    dt.datetime: {"type": "string", "format": "date-time"},
}

_KINDS: dict[Kind, Schema] = {
    Kind.TEXT: {"type": "string"},
    Kind.INTEGER: {"type": "integer"},
    Kind.NUMBER: {"type": "number"},
    Kind.BOOLEAN: {"type": "boolean"},
    Kind.DATE: {"type": "string", "format": "date"},
    Kind.TIME: {"type": "string", "format": "date-time"},
    Kind.JSON: {},
}

_TYPES: dict[tuple[str, str], Any] = {
    ("pages", "kind"): vocabulary.PageKind,
    ("pages", "published_precision"): vocabulary.Precision,
    ("mentions", "value"): model.MentionValue,
    ("reports", "trigger"): model.Span,
    ("reports", "actors"): tuple[model.Actor, ...],
    ("reports", "issue"): tuple[vocabulary.Issue, ...],
    ("reports", "target"): model.Target,
    ("reports", "instruments"): tuple[model.Instrument, ...],
    ("reports", "objects"): tuple[model.Thing, ...],
    ("claims", "place"): model.PlaceValue,
    ("claims", "according_to"): model.Speaker,
    ("claims", "via"): model.Speaker,
    ("claims", "modifier"): vocabulary.Modifier,
    ("claims", "certainty"): vocabulary.Certainty,
    ("claims", "perpetrator_role"): vocabulary.Role,
    ("events", "policy"): vocabulary.Policy,
    ("events", "review_state"): vocabulary.ReviewState,
    ("tolls", "checks"): tuple[str, ...],
    ("links", "parts"): dict[str, float],
    ("judgements", "subjects"): tuple[str, ...],
    ("judgements", "verdict"): vocabulary.Verdict,
}
"""What a column holds beyond its kind: a closed set, or a noun."""

_OF_ANY_TABLE: dict[str, Any] = {
    "type": vocabulary.EventType,
    "mode": vocabulary.Mode,
    "form": vocabulary.Form,
    "acled_event_type": vocabulary.AcledEventType,
    "acled_sub_event_type": vocabulary.AcledSubEventType,
    "status": vocabulary.Status,
    "date_precision": vocabulary.Precision,
    "place_precision": vocabulary.PlacePrecision,
    "measure": vocabulary.Measure,
    "scope": vocabulary.Scope,
    "category": vocabulary.Category,
}


def record_schema() -> Schema:
    """Give the schema: one definition a table, and one each for a text, a mention and a report between stages."""
    definitions: Schema = {}
    tables = {spec.name: _table_schema(spec, definitions) for spec in TABLES}
    for name in ("Text", "Report", "Claim"):
        _schema_of(getattr(model, name), definitions)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "The record: a row of each exported table, and the nouns within",
        "$defs": {**{f"table_{name}": table for name, table in tables.items()}, **dict(sorted(definitions.items()))},
    }


def _table_schema(spec: TableSpec, definitions: Schema) -> Schema:
    return {
        "description": spec.doc,
        "type": "object",
        "properties": {column.name: _column_schema(spec.name, column, definitions) for column in spec.columns},
        "required": [column.name for column in spec.columns],
        "additionalProperties": False,
    }


def _column_schema(table: str, column: Column, definitions: Schema) -> Schema:
    hint = _TYPES.get((table, column.name)) or _OF_ANY_TABLE.get(column.name)
    inner = _KINDS[column.kind] if hint is None else _schema_of(hint, definitions)
    return {"description": column.doc, **_or_null(inner)}


def _or_null(schema: Schema) -> Schema:
    return {"anyOf": [schema, {"type": "null"}]} if schema else {}


def _schema_of(hint: Any, definitions: Schema) -> Schema:
    if hint in _PLAIN:
        return _PLAIN[hint]
    origin = typing.get_origin(hint)
    if origin in (typing.Union, types.UnionType):
        return {"anyOf": [_schema_of(member, definitions) for member in typing.get_args(hint)]}
    if hint is type(None):
        return {"type": "null"}
    if origin is tuple:
        return {"type": "array", "items": _schema_of(typing.get_args(hint)[0], definitions)}
    if origin is dict:
        return {"type": "object", "additionalProperties": _schema_of(typing.get_args(hint)[1], definitions)}
    name = hint.__name__
    if name not in definitions:
        definitions[name] = {}
        definitions[name] = _set_schema(hint) if issubclass(hint, StrEnum) else _noun_schema(hint, definitions)
    return {"$ref": f"#/$defs/{name}"}


def _set_schema(closed: type[StrEnum]) -> Schema:
    return {"description": closed.__doc__, "enum": [member.value for member in closed]}


def _noun_schema(noun: type, definitions: Schema) -> Schema:
    hints = typing.get_type_hints(noun)
    names = {entry.name: entry.name.rstrip("_") for entry in fields(noun)}
    return {
        "description": (noun.__doc__ or "").splitlines()[0],
        "type": "object",
        "properties": {names[key]: _schema_of(hints[key], definitions) for key in names},
    }
