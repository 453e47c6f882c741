"""The tables of an export (record.md, section 4): the one place that names their columns, types and meanings.

CSV, Parquet, JSON lines, the JSON Schema and the reference page are all made from here.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from constancia.publish.policy_columns import FIGURES


class Kind(StrEnum):
    """What a column holds; a value that is not known is null in every kind."""

    TEXT = "text"
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"
    DATE = "date"
    TIME = "time"
    JSON = "json"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, what it holds, and what that means."""

    name: str
    kind: Kind
    doc: str


@dataclass(frozen=True, slots=True)
class TableSpec:
    """One table and its columns, in their order."""

    name: str
    doc: str
    columns: tuple[Column, ...]

    def names(self) -> tuple[str, ...]:
        """Give the names of the columns in order."""
        return tuple(column.name for column in self.columns)


def _columns(text: str) -> tuple[Column, ...]:
    """Read columns from lines of `name kind meaning`."""
    rows = (line.split(None, 2) for line in text.strip().splitlines())
    return tuple(Column(name, Kind(kind), doc) for name, kind, doc in rows)


_PLACE = """
    lat number Latitude in degrees (WGS 84); null for a region and for what could not be resolved.
    lon number Longitude in degrees (WGS 84).
    country text ISO 3166-1 alpha-2.
    admin1 text Name of the first-order division.
    admin2 text Name of the second-order division.
"""

SOURCES = TableSpec(
    "sources",
    "Who publishes, and who is quoted.",
    _columns("""
    source_id text Id, made from kind and name.
    name text Name as published or quoted.
    kind text publisher or speaker.
    domain text Domain of a publisher.
    country text ISO 3166-1 alpha-2, where known.
    role text Role of a speaker.
    first_seen date Earliest publication day of a page on which the source stands.
"""),
)

SNAPSHOTS = TableSpec(
    "snapshots",
    "The bytes of one address at one moment.",
    _columns("""
    snapshot_id text Id, made from address and hash.
    url text Address as fetched; of a file, its path within the folder or archive that was given.
    fetched_at time When it was captured.
    media_type text Media type.
    sha256 text SHA-256 of the bytes as received.
    bytes integer Number of bytes.
    warc text WARC file in the archive's folder.
    warc_offset integer Where the record begins in that file.
    chain text Link of the hash chain over all captures.
    final_url text Address after redirects, if another.
    http_status integer Status of the answer.
    charset text Character set that was declared in transport.
    published date Day of publication that a feed or sitemap gave.
"""),
)

PAGES = TableSpec(
    "pages",
    "What each snapshot says.",
    _columns("""
    page_id text Id, made from the snapshot's.
    snapshot_id text The bytes it was made from.
    url text Address of the page.
    kind text article, listing, feed or roundup.
    title text Title.
    published date Day of publication; null for a listing.
    published_precision text How finely that day is known.
    published_how text Where that day was found.
    language text Language code.
    publisher_id text The publisher, in sources.
    place text Dateline or home of the outlet: a hint only.
    extractor text What made the text, with its version.
"""),
)

TEXTS = TableSpec(
    "texts",
    "What all offsets refer to; only with --texts.",
    _columns("""
    page_id text The page.
    text text Its text.
"""),
)

PASSAGES = TableSpec(
    "passages",
    "The runs of text about one story.",
    _columns("""
    passage_id text Id, made from page and place.
    page_id text The page it stands on.
    start integer Where it begins in the page's text.
    end integer Where it ends, exclusive.
    title_end integer Where its title ends; equal to start when it has none.
    title text Its title.
    linked_url text Where a teaser leads.
    published date Day of its own that a teaser or item gives.
    copy_of text The passage it repeats.
    copy_kind text exact, truncated, retitled or updated (a copy with new figures).
"""),
)

MENTIONS = TableSpec(
    "mentions",
    "Dates, quantities, places, actors and speakers found in passages.",
    _columns("""
    page_id text The page whose text the offsets count in.
    passage_id text The passage.
    id text The text that was read: the passage.
    kind text date, quantity, place, actor or speaker.
    start integer Where it begins in the page's text.
    end integer Where it ends, exclusive.
    text text Its words.
    value json What they were understood to be (record.md, section 2).
"""),
)

REPORTS = TableSpec(
    "reports",
    "What one passage says of one event.",
    _columns(f"""
    report_id text Id, made from passage, trigger and type.
    id text The text that was coded: the passage.
    page_id text The page whose text the offsets count in.
    passage_id text The passage.
    event_id text The event it is held to be of.
    start integer Where the words that tell it begin.
    end integer Where they end, exclusive.
    quote text Those words.
    trigger json The word that shows the deed: start, end, text.
    type text PLOVER's type.
    mode text PLOVER's mode.
    form text Form of a protest.
    acled_event_type text ACLED's event type.
    acled_sub_event_type text ACLED's sub-event type.
    status text occurred, ongoing, planned, threatened, prevented, cancelled, not_occurred, denied, background or legal.
    is_plural boolean Whether it tells of several events at once.
    plural_low integer How many at least.
    date_from date First day.
    date_to date Last day; null when open.
    date_precision text How finely the date is known.
    date_text text Its words.
    date_start integer Where they begin.
    date_end integer Where they end, exclusive.
    place_name text Place.
    {_PLACE.strip()}
    place_precision text How finely the place is known.
    place_text text Its words.
    place_start integer Where they begin.
    place_end integer Where they end, exclusive.
    gazetteer_id text Entry of the gazetteer.
    actors json Who takes part: part, role, name, text, start, end, and what is known of them.
    issue json What it is about: a list.
    target json Whoever the demand is made to: role, name, text.
    campaign text Name of the campaign, as said.
    day_counter integer The day of a numbered campaign.
    instruments json What it was done with: text, kind, start, end.
    objects json What was blocked, damaged or taken: text, kind, number, effect.
    coder text What coded it.
    codebook text Version of the codebook.
"""),
)

CLAIMS = TableSpec(
    "claims",
    "One figure as somebody gave it.",
    _columns("""
    claim_id text Id, made from passage, words and measure.
    report_id text The report it belongs to; null for a toll that belongs to no one event.
    page_id text The page whose text the offsets count in.
    passage_id text The passage.
    event_id text The event of its report.
    toll_id text The row of the ledger it stands in.
    measure text What it counts.
    text text The figure as said.
    noun text The counted words.
    modifier text How the number was said.
    low integer Lower bound.
    high integer Upper bound.
    best integer The number itself, where one was given.
    scope text incident, window, place or cumulative.
    since text Start of a cumulative figure, as said.
    as_of date Day as of which it holds.
    place json Place it covers.
    category text Who was counted, where said.
    perpetrator_role text Who did it, where said.
    according_to json Who gave it: role, name, text, start, end; null for the outlet itself.
    via json Who passed it on.
    certainty text asserted, unconfirmed, denied or rhetorical.
    part_of text The claim of the whole.
    start integer Where the words begin in the page's text.
    end integer Where they end, exclusive.
    quote text The sentence.
"""),
)

EVENTS = TableSpec(
    "events",
    "The reports held to be of one thing; the default export holds status occurred and ongoing alone.",
    _columns(f"""
    event_id text Id, made from its first report's.
    type text PLOVER's type.
    mode text PLOVER's mode.
    form text Form of a protest.
    acled_event_type text ACLED's event type.
    acled_sub_event_type text ACLED's sub-event type.
    status text occurred or ongoing.
    date_from date First day.
    date_to date Last day; null when open.
    date_precision text How finely the date is known.
    place_name text Place.
    {_PLACE.strip()}
    place_precision text How finely the place is known.
    actors json Who took part: part, role, name, organisation.
    {FIGURES}
    n_reports integer Reports held to be of it.
    n_passages integer Passages that tell of it.
    n_independent integer Those of them that repeat no other.
    n_speakers integer Speakers quoted for its figures.
    first_reported date Day of the earliest report.
    campaign_id text The campaign it belongs to.
    parent_id text The event it is a part of.
    review_state text unreviewed, in-review, accepted, rejected or corrected.
    policy text How the figures were drawn from the claims.
"""),
)

LINKS = TableSpec(
    "links",
    "Why a report is held to be of an event.",
    _columns("""
    report_id text The report.
    event_id text The event.
    score number How sure, from 0 to 1.
    parts json The named parts of the score.
    by text machine, or a coder's pseudonym.
"""),
)

TOLLS = TableSpec(
    "tolls",
    "The ledger: all claims of one measure and scope side by side; it never chooses.",
    _columns("""
    toll_id text Id, made from what it counts.
    measure text What it counts.
    scope text incident, window, place or cumulative.
    place_name text Place it covers.
    since text Start, as said.
    category text Who was counted, where said.
    n_claims integer Number of claims.
    lowest integer Lowest bound of any claim.
    highest integer Highest bound of any claim.
    first_as_of date Day of the earliest claim.
    last_as_of date Day of the latest claim.
    disputed boolean Whether two claims cannot both be true.
    checks json What looks odd, in words.
"""),
)

CAMPAIGNS = TableSpec(
    "campaigns",
    "Named or numbered series of events.",
    _columns("""
    campaign_id text Id, made from its name.
    name text Name.
    counter_unit text What is counted, such as day.
    counter_epoch date Date of day 1.
    date_from date Day of its first event.
    date_to date Day of its last event.
    n_events integer Number of its events.
"""),
)

JUDGEMENTS = TableSpec(
    "judgements",
    "What people decided.",
    _columns("""
    judgement_id text Id.
    subjects json Ids of what it is about.
    verdict text accept, reject, correct, same, different or unsure.
    field text The field corrected.
    value text Its new value.
    by text Pseudonym of who decided.
    at time When.
    note text Why.
"""),
)

CHANGES = TableSpec(
    "changes",
    "What a release changed since the one before; empty in an export that is no release.",
    _columns("""
    release text Release.
    table text Table.
    id text Row.
    change text added, changed, merged or withdrawn.
    field text Column.
    old text Value before.
    new text Value after.
    reason text Why.
    at time When.
"""),
)

TABLES = (
    SOURCES,
    SNAPSHOTS,
    PAGES,
    TEXTS,
    PASSAGES,
    MENTIONS,
    REPORTS,
    CLAIMS,
    EVENTS,
    LINKS,
    TOLLS,
    CAMPAIGNS,
    JUDGEMENTS,
    CHANGES,
)

RESTRICTED = "restricted_"
"""Before the name of a table whose private names are not masked; no release and no site holds one."""
