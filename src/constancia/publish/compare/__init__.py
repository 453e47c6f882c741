"""Event files, ours and ACLED's, to what they agree on: read, matched one to one, and compared field by field."""

from constancia.publish.compare.agreement import Comparison, FieldAgreement, compare
from constancia.publish.compare.event_files import read_events
from constancia.publish.compare.matching import Nearness, Pair, match

__all__ = ["Comparison", "FieldAgreement", "Nearness", "Pair", "compare", "match", "read_events"]
