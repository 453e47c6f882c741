"""Event files, ours and ACLED's, and coded lines, to what they agree on: read, matched, and compared by field."""

from constancia.publish.compare.agreement import Comparison, FieldAgreement, compare
from constancia.publish.compare.coded_lines import Found, score_lines
from constancia.publish.compare.event_files import read_events
from constancia.publish.compare.matching import Nearness, Pair, match

__all__ = [
    "Comparison",
    "FieldAgreement",
    "Found",
    "Nearness",
    "Pair",
    "compare",
    "match",
    "read_events",
    "score_lines",
]
