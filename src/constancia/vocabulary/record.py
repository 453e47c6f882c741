"""The words for judgements, review and policies (record.md, section 4)."""

from enum import StrEnum


class Verdict(StrEnum):
    """What a person decided."""

    ACCEPT = "accept"
    REJECT = "reject"
    CORRECT = "correct"
    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


class ReviewState(StrEnum):
    """Where an event or report stands in review."""

    UNREVIEWED = "unreviewed"
    IN_REVIEW = "in-review"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    CORRECTED = "corrected"


class Policy(StrEnum):
    """How an event's value is drawn from its claims (record.md, section 4)."""

    BOUNDS = "bounds"
    MIN = "min"
    MODE = "mode"
    INFORMATIVE = "informative"
    MAX = "max"
    LATEST = "latest"
    SOURCE_PRIORITY = "source-priority"
    ACLED = "acled"
    CCC = "ccc"
    COUNTLOVE = "countlove"
    UCDP = "ucdp"
