"""Rows of the events table to GeoJSON (RFC 7946); a place known only as an area gives a feature without a point."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from constancia.codec import dumps
from constancia.publish.rows import Row

_COORDINATES = ("lat", "lon")


def geojson_lines(events: Iterable[Row]) -> Iterator[str]:
    """Write a feature collection, one feature a line."""
    yield '{"type":"FeatureCollection","features":['
    before = ""
    for row in events:
        yield before + dumps(_feature(row))
        before = ","
    yield "]}"


def _feature(row: Row) -> dict[str, Any]:
    lat, lon = row["lat"], row["lon"]
    point = None if lat is None or lon is None else {"type": "Point", "coordinates": [lon, lat]}
    properties = {name: value for name, value in row.items() if name not in _COORDINATES}
    return {"type": "Feature", "id": row["event_id"], "geometry": point, "properties": properties}
