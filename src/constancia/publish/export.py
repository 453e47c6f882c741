"""A record in; a folder with one file a table, or a GeoJSON file, out: whole or not at all."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from constancia.errors import UsageError
from constancia.publish import tables
from constancia.publish.bundle import PageBundle, Record
from constancia.publish.geojson import geojson_lines
from constancia.publish.masking import masked_row, private_names, public_names
from constancia.publish.privacy import Mask
from constancia.publish.rows import (
    Row,
    claim_rows,
    event_row,
    mention_rows,
    page_row,
    passage_rows,
    plain_row,
    report_rows,
    toll_row,
)
from constancia.publish.sources import Sources
from constancia.publish.tables import RESTRICTED, TABLES, TableSpec
from constancia.publish.whole_folder import whole_folder
from constancia.publish.writers import WRITERS, Writer
from constancia.vocabulary import EVENT_STATUSES

GEOJSON = "geojson"
FORMATS = (*WRITERS, GEOJSON)
Tagged = tuple[TableSpec, Row, Row]
"""A row of a table: as it may be public, and unmasked."""


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """Under which policy, and whether with the pages' texts, with unmasked rows, with events that did not happen."""

    policy: str = "bounds"
    has_texts: bool = False
    has_restricted: bool = False
    has_all_statuses: bool = False


def tagged_rows(record: Record, options: ExportOptions) -> Iterator[Tagged]:
    """Give every row of every table but sources' place in order: pages come by page, each table in the order of ids."""
    everywhere = Mask.of(record.private_names())
    sources = Sources()
    yield from _masked(tables.SNAPSHOTS, (plain_row(tables.SNAPSHOTS, one) for one in record.snapshots()), everywhere)
    for bundle in record.bundles():
        mask = everywhere.for_page(private_names(bundle), public_names(bundle))
        sources.add(bundle, mask)
        for spec, rows in _page_tables(bundle, options):
            yield from _masked(spec, rows, mask)
    for spec, rows in _record_tables(record, options):
        yield from _masked(spec, rows, everywhere)
    yield from _masked(tables.SOURCES, sources.rows(), everywhere)


def _masked(spec: TableSpec, rows: Iterable[Row], mask: Mask) -> Iterator[Tagged]:
    return ((spec, masked_row(row, spec, mask), row) for row in rows)


def _page_tables(bundle: PageBundle, options: ExportOptions) -> Iterator[tuple[TableSpec, Iterable[Row]]]:
    yield tables.PAGES, (page_row(bundle.page),)
    if options.has_texts:
        yield tables.TEXTS, (plain_row(tables.TEXTS, bundle.page),)
    yield tables.PASSAGES, passage_rows(bundle)
    yield tables.MENTIONS, mention_rows(bundle)
    yield tables.REPORTS, report_rows(bundle)
    yield tables.CLAIMS, claim_rows(bundle)


def _record_tables(record: Record, options: ExportOptions) -> Iterator[tuple[TableSpec, Iterable[Row]]]:
    yield tables.EVENTS, _event_rows(record, options)
    yield tables.LINKS, (plain_row(tables.LINKS, link, parts=dict(link.parts)) for link in record.links())
    yield tables.TOLLS, (toll_row(toll) for toll in record.tolls())
    yield tables.CAMPAIGNS, (plain_row(tables.CAMPAIGNS, one) for one in record.campaigns())
    yield tables.JUDGEMENTS, (plain_row(tables.JUDGEMENTS, one) for one in record.judgements())


def _event_rows(record: Record, options: ExportOptions) -> Iterator[Row]:
    """Give the events: those that happened or go on, or all of them when the options say so."""
    for event in record.events():
        if options.has_all_statuses or event.status in EVENT_STATUSES:
            yield event_row(event, record.figures(event), options.policy)


def export(record: Record, out: Path, form: str, options: ExportOptions) -> dict[str, int]:
    """Write the record as `form` to `out`, in the place of an older export, and give the number of rows by table.

    Raises UsageError for a format that is none of FORMATS, and for an `out` that holds anything but an export.
    """
    if form not in FORMATS:
        raise UsageError(f"no format {form!r}: choose one of {', '.join(FORMATS)}")
    if form == GEOJSON:
        return _export_geojson(record, out, options)
    _refuse_foreign(out, form)
    with whole_folder(out) as folder, _open_writers(folder, form, options) as writers:
        counts = dict.fromkeys(writers, 0)
        for spec, public, full in tagged_rows(record, options):
            _put(writers, counts, spec.name, public)
            if options.has_restricted and public is not full:
                _put(writers, counts, RESTRICTED + spec.name, full)
    return counts


def _put(writers: dict[str, Writer], counts: dict[str, int], name: str, row: Row) -> None:
    writers[name].write(row)
    counts[name] += 1


def _export_geojson(record: Record, out: Path, options: ExportOptions) -> dict[str, int]:
    mask = Mask.of(record.private_names())
    rows = [masked_row(row, tables.EVENTS, mask) for row in _event_rows(record, options)]
    part = out.with_name(out.name + ".part")
    try:
        with part.open("w", encoding="utf-8", newline="\n") as file:
            file.writelines(f"{line}\n" for line in geojson_lines(rows))
        part.replace(out)
    finally:
        part.unlink(missing_ok=True)
    return {"events": len(rows)}


@contextlib.contextmanager
def _open_writers(folder: Path, form: str, options: ExportOptions) -> Iterator[dict[str, Writer]]:
    specs = [spec for spec in TABLES if options.has_texts or spec is not tables.TEXTS]
    names = {spec.name: spec for spec in specs}
    if options.has_restricted:
        names |= {RESTRICTED + spec.name: spec for spec in specs}
    with contextlib.ExitStack() as stack:
        writers = {name: WRITERS[form](folder / f"{name}.{form}", spec) for name, spec in names.items()}
        for writer in writers.values():
            stack.callback(writer.close)
        yield writers


def _refuse_foreign(out: Path, form: str) -> None:
    if not out.exists():
        return
    if not out.is_dir():
        raise UsageError(f"{out} is a file: give a folder for the tables")
    names = {prefix + spec.name for spec in TABLES for prefix in ("", RESTRICTED)}
    foreign = [path.name for path in out.iterdir() if path.stem not in names or path.suffix.lstrip(".") not in WRITERS]
    if foreign:
        raise UsageError(f"{out} holds {foreign[0]!r}, which is no table: give a new folder for this {form} export")
