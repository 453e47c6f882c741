"""Claims to entries of the ledger: what each says at its as-of date, by whom, and whether it speaks for the whole."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from rapidfuzz import fuzz

from constancia.model import Claim, Speaker
from constancia.tally.offices import office_of
from constancia.vocabulary import Certainty, Modifier
from constancia.words import fold

ROUND_SHARE = 0.1
""""About", "nearly" and round figures may be a tenth off: "approximately 80" and "more than 80" agree."""

ALIKE_NAMES = 80
"""Names of speakers more alike than this (of 100) are one speaker; chosen on spellings such as "Ombudsman's office"."""


@dataclass(frozen=True, slots=True)
class LedgerClaim:
    """A claim with what the ledger needs to know of where it stood.

    `text_id` names the passage or text; `is_copy` is set where the passage repeats another; `country` is where the
    text's own events lie, for a claim that names no place.
    """

    claim: Claim
    text_id: str
    published: dt.date | None = None
    publisher: str | None = None
    is_copy: bool = False
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """A claim as the checks see it: the least and most that may be true of it, an open end None."""

    source: LedgerClaim
    as_of: dt.date | None
    least: int | None
    most: int | None

    @property
    def claim(self) -> Claim:
        """The claim itself."""
        return self.source.claim

    @property
    def is_whole(self) -> bool:
        """Whether it speaks for the whole row, in earnest, and in words of its own."""
        asserted = self.claim.certainty is Certainty.ASSERTED
        return asserted and self.claim.part_of is None and not self.source.is_copy


def entry_of(source: LedgerClaim) -> Entry:
    """Read a claim as an entry; a vague "about" opens into a tenth on either side."""
    claim = source.claim
    least, most = claim.low, claim.high
    if claim.best is not None:
        slack = round(claim.best * ROUND_SHARE) if claim.modifier in (Modifier.ABOUT, Modifier.ALMOST) else 0
        above = slack if claim.modifier is Modifier.ABOUT else 0
        least = claim.best - slack if least is None else least
        most = claim.best + above if most is None and claim.modifier in _CLOSED else most
    return Entry(source, claim.as_of or source.published, least, most)


_CLOSED = (Modifier.EXACT, Modifier.ABOUT, Modifier.ALMOST, Modifier.BETWEEN, Modifier.VAGUE)


def said(entry: Entry) -> str:
    """Say an entry in a few words: figure, speaker, day."""
    claim = entry.claim
    day = entry.as_of.isoformat() if entry.as_of else "undated"
    return f"{claim.text} ({_who(entry)}, {day})"


def _who(entry: Entry) -> str:
    speaker = entry.claim.according_to
    if speaker is None:
        return entry.source.publisher or "the outlet"
    return speaker.name or (speaker.role.value if speaker.role else "unnamed")


def same_speaker(one: Entry, two: Entry) -> bool:
    """Tell whether two entries come from one mouth: one role and name or office, or one outlet if nobody is quoted."""
    a, b = one.claim.according_to, two.claim.according_to
    if a is None or b is None:
        return a is b and one.source.publisher == two.source.publisher
    return a.role == b.role and _one_name(a, b)


def _one_name(a: Speaker, b: Speaker) -> bool:
    if a.name is None or b.name is None:
        return a.name == b.name
    office = office_of(a.name)
    return (office is not None and office == office_of(b.name)) or (
        fuzz.token_set_ratio(fold(a.name), fold(b.name)) >= ALIKE_NAMES
    )
