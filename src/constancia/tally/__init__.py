"""Claims to the toll ledger, and events to their figures under a policy."""

from constancia.tally.entries import LedgerClaim
from constancia.tally.ledger import tally, tally_group, toll_groups
from constancia.tally.policies import Value, event_value
from constancia.tally.sensitivity import SensitivityRow, sensitivity

__all__ = [
    "LedgerClaim",
    "SensitivityRow",
    "Value",
    "event_value",
    "sensitivity",
    "tally",
    "tally_group",
    "toll_groups",
]
