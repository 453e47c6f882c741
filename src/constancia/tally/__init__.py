"""Claims to the toll ledger, and events to their figures under a policy."""

from constancia.tally.entries import LedgerClaim
from constancia.tally.ledger import tally

__all__ = ["LedgerClaim", "tally"]
