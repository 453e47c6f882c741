"""The tables of a record: facts that are only ever added to, and what is rebuilt from them.

Each row keeps what is looked up or joined in columns of its own, and the whole noun as JSON (`codec.dumps`) in `body`:
a new field of a noun then needs no migration.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import BigInteger, Column, Index, Integer, LargeBinary, MetaData, String, Table, Text

metadata = MetaData()

# The order of ids must not hang on a server's locale: exports are in that order on every machine.
Id = String(40).with_variant(String(40, collation="C"), "postgresql")

# ---------------------------------------------------------------- facts

snapshots = Table(
    "snapshots",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=True),
    Column("snapshot_id", Id, nullable=False, unique=True),
    Column("url", Text, nullable=False),
    Column("body", Text, nullable=False),
    sqlite_autoincrement=True,
)

judgements = Table(
    "judgements",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=True),
    Column("judgement_id", Id, nullable=False, unique=True),
    Column("body", Text, nullable=False),
    sqlite_autoincrement=True,
)

# ---------------------------------------------------------------- made of one page

pages = Table(
    "pages",
    metadata,
    Column("page_id", Id, primary_key=True),
    Column("snapshot_id", Id, nullable=False, unique=True),
    Column("kind", String(16), nullable=False),
    Column("language", String(16)),
    Column("body", Text, nullable=False),
    Column("text", Text, nullable=False),
)

passages = Table(
    "passages",
    metadata,
    Column("passage_id", Id, primary_key=True),
    Column("page_id", Id, nullable=False),
    Column("body", Text, nullable=False),
    Index("ix_passages_page_id", "page_id"),
)

readings = Table(
    "readings",
    metadata,
    Column("passage_id", Id, primary_key=True),
    Column("body", Text, nullable=False),
)

codings = Table(
    "codings",
    metadata,
    Column("passage_id", Id, primary_key=True),
    Column("body", Text, nullable=False),
)

progress = Table(
    "progress",
    metadata,
    Column("snapshot_id", Id, primary_key=True),
    Column("version", String(80), nullable=False),
    Column("outcome", String(16), nullable=False),
    Index("ix_progress_version", "version"),
)

problems = Table(
    "problems",
    metadata,
    Column("problem_id", Id, primary_key=True),
    Column("stage", String(16), nullable=False),
    Column("body", Text, nullable=False),
)

OF_PAGES = (pages, passages, readings, codings, progress)

# ---------------------------------------------------------------- made of the whole record

copies = Table("copies", metadata, Column("passage_id", Id, primary_key=True), Column("body", Text, nullable=False))
events = Table("events", metadata, Column("event_id", Id, primary_key=True), Column("body", Text, nullable=False))
links = Table("links", metadata, Column("report_id", Id, primary_key=True), Column("body", Text, nullable=False))
campaigns = Table(
    "campaigns", metadata, Column("campaign_id", Id, primary_key=True), Column("body", Text, nullable=False)
)
tolls = Table("tolls", metadata, Column("toll_id", Id, primary_key=True), Column("body", Text, nullable=False))
state = Table("state", metadata, Column("key", String(40), primary_key=True), Column("value", Text, nullable=False))

OF_RECORD = (copies, events, links, campaigns, tolls)

# ---------------------------------------------------------------- kept so that a page more can be linked by look-ups

fresh_pages = Table("fresh_pages", metadata, Column("page_id", Id, primary_key=True))
"""Pages that were added since the record was last linked."""

standing = Table(
    "standing",
    metadata,
    Column("entry", String(41), primary_key=True),
    Column("report", BigInteger, nullable=False),
    Column("passage", BigInteger, nullable=False),
    Column("block", BigInteger, nullable=False),
    Column("country", BigInteger, nullable=False),
    Column("counter", BigInteger, nullable=False),
    Column("day", Integer, nullable=False),
    Column("name", BigInteger, nullable=False),
    Column("form", Integer, nullable=False),
    Column("is_wide", Integer, nullable=False),
    Index("ix_standing_block", "block", "day", "name", "form", "report"),
    Index("ix_standing_country", "country", "day", "report"),
    Index("ix_standing_counter", "counter", "report"),
    Index("ix_standing_passage", "passage"),
)
"""Where reports stand in the orders by which they are compared: `link.joining.STANDING`."""

lookup = Table(
    "lookup", metadata, Column("word", Integer, primary_key=True), Column("body", LargeBinary, nullable=False)
)
"""The passages that are looked up by a word: `link.joining.POSTED`."""

islands = Table(
    "islands",
    metadata,
    Column("passage", BigInteger, primary_key=True, autoincrement=False),
    Column("island", BigInteger, nullable=False),
    Column("n_reports", Integer, nullable=False),
    Column("url", Text),
    Column("linked_url", Text),
    Column("copy_of", BigInteger),
    Column("likest", LargeBinary, nullable=False),
    Index("ix_islands_island", "island"),
    Index("ix_islands_url", "url"),
    Index("ix_islands_linked_url", "linked_url"),
    Index("ix_islands_copy_of", "copy_of"),
)
"""What hangs together, by passage, and what ties it: its links, what it repeats, those likest to it
(`link.joining.LIKED`)."""

sightings = Table(
    "sightings", metadata, Column("report_id", Id, primary_key=True), Column("body", Text, nullable=False)
)
"""What reports say of named and numbered series."""

yardstick = Table(
    "yardstick", metadata, Column("name", String(16), primary_key=True), Column("body", LargeBinary, nullable=False)
)
"""How rare words are, by a sample of the record."""

prints = Table(
    "prints", metadata, Column("bucket", Integer, primary_key=True), Column("body", LargeBinary, nullable=False)
)
"""The passages that have a fingerprint, in buckets: `link.copy_lookup.PRINTED`."""

printed = Table(
    "printed",
    metadata,
    Column("passage", BigInteger, primary_key=True, autoincrement=False),
    Column("n_prints", Integer, nullable=False),
    Column("length", Integer, nullable=False),
)
"""How many fingerprints each passage has, and how long it is."""

repeats = Table(
    "repeats",
    metadata,
    Column("pair", String(81), primary_key=True),
    Column("copy", Id, nullable=False),
    Column("original", Id, nullable=False),
    Column("body", Text, nullable=False),
    Index("ix_repeats_copy", "copy"),
    Index("ix_repeats_original", "original"),
)
"""Which passages repeat one another, whether or not that is what they are told as copies of."""

toll_claims = Table(
    "toll_claims",
    metadata,
    Column("place", String(60), primary_key=True),
    Column("passage_id", Id, nullable=False),
    Column("group", Text, nullable=False),
    Column("body", Text, nullable=False),
    Index("ix_toll_claims_passage", "passage_id"),
    Index("ix_toll_claims_group", "group"),
)
"""The claims that belong to no one event, by passage and by what they count."""

INDEX = (toll_claims, standing, lookup, islands, sightings, yardstick, prints, printed, repeats)


def id_column(table: Table) -> Column[Any]:
    """Give the column by which a row of a table is known."""
    return snapshots.c.snapshot_id if table is snapshots else next(iter(table.primary_key.columns))
