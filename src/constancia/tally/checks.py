"""Entries of one row to what is odd about them, in sentences; and to whether two of them cannot both be true."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from constancia.tally.entries import Entry, said, same_speaker
from constancia.tally.rows import sort_key


def _below(one: Entry, two: Entry) -> bool:
    return one.most is not None and two.least is not None and one.most < two.least


def is_disputed(entries: list[Entry]) -> bool:
    """Tell whether two whole, asserted, original claims exclude one another at their as-of dates.

    A later figure of one growing toll may be higher, never lower; on one day figures exclude one another either way.
    Without a day growth is possible, so that only figures of known days are held against one another. A speaker who
    lowers an own figure corrects it: the older one no longer stands against later ones. A figure that adds other counts
    to a smaller one, and says so, does not stand against it.
    """
    dated = [entry for entry in entries if entry.is_whole and entry.as_of is not None]
    bounded = [entry for entry in dated if entry.most is not None]
    voices = _voices(dated) if bounded else []
    return any(
        not _explained(earlier, later, entries)
        for later in bounded
        for voice in voices
        for earlier in voice.standing_against(later)
    )


@dataclass(frozen=True, slots=True)
class _Voice:
    """One speaker's entries by day, with those of the speakers that may be the same, and the days from the last on."""

    own: dict[dt.date, list[Entry]]
    alike: dict[dt.date, list[Entry]]
    days: list[dt.date]

    def standing_against(self, later: Entry) -> Iterator[Entry]:
        """Give the own entries of up to the day of `later` that it excludes, back to where the speaker went lower."""
        for day in self.days:
            if later.as_of is None or day > later.as_of:
                continue
            yield from (entry for entry in self.own.get(day, ()) if _below(later, entry))
            if any(not _below(later, entry) for entry in self.alike[day]):
                return


def _voices(dated: list[Entry]) -> list[_Voice]:
    by_speaker: dict[object, list[Entry]] = defaultdict(list)
    for entry in dated:
        speaker = entry.claim.according_to
        by_speaker[(speaker.role, speaker.name) if speaker else entry.source.publisher].append(entry)
    voices = []
    for own in by_speaker.values():
        alike = _by_day([e for other in by_speaker.values() if same_speaker(own[0], other[0]) for e in other])
        voices.append(_Voice(_by_day(own), alike, sorted(alike, reverse=True)))
    return voices


def _by_day(entries: Iterable[Entry]) -> dict[dt.date, list[Entry]]:
    found: dict[dt.date, list[Entry]] = defaultdict(list)
    for entry in entries:
        if entry.as_of is not None:
            found[entry.as_of].append(entry)
    return found


def _explained(one: Entry, two: Entry, entries: list[Entry]) -> bool:
    return any(_is_part_value(whole, part, entries) for whole, part in ((one, two), (two, one)))


def _is_part_value(whole: Entry, other: Entry, entries: list[Entry]) -> bool:
    parts = [e for e in entries if e.claim.part_of == whole.claim.claim_id]
    return any(part.claim.best is not None and part.claim.best == other.claim.best for part in parts)


def explain(entries: list[Entry]) -> tuple[str, ...]:
    """Say what is odd, or why what looks odd is not: falls, slips of digits, parts that do not add up, wider counts."""
    whole = sorted((e for e in entries if e.is_whole), key=sort_key)
    notes = [*_falls(whole), *_slips(whole), *_sums(entries), *_wider(whole, entries)]
    return tuple(dict.fromkeys(notes))


def _falls(whole: list[Entry]) -> list[str]:
    notes: list[str] = []
    # Few figures have an upper bound that others can exceed, and a long row has millions of pairs.
    bounded = {number for number, entry in enumerate(whole) if entry.most is not None}
    for number, earlier in enumerate(whole if bounded else ()):
        notes += (
            f"lowered by the same speaker: {said(earlier)}, then {said(later)}"
            for later in (whole[other] for other in range(number + 1, len(whole)) if other in bounded)
            if earlier.as_of
            and later.as_of
            and earlier.as_of < later.as_of
            and _below(later, earlier)
            and same_speaker(earlier, later)
        )
    for earlier, later in pairwise(whole):
        if earlier.as_of != later.as_of and _below(later, earlier) and not same_speaker(earlier, later):
            notes.append(f"falls without a correction: {said(earlier)}, then {said(later)}")
    return notes


def _slips(whole: list[Entry]) -> list[str]:
    """Find a figure that is one beside it with a digit added or two exchanged."""
    notes = []
    for number, entry in enumerate(whole):
        value = entry.claim.best
        around = {e.claim.best for e in whole[max(0, number - 2) : number + 3] if e is not entry}
        likely = sorted(v for v in around if v is not None and value is not None and v < value and _is_slip(value, v))
        notes += [f"perhaps a slip of digits: {said(entry)} beside {other}" for other in likely]
    return notes


def _is_slip(high: int, low: int) -> bool:
    one, two = str(high), str(low)
    if len(one) == len(two) + 1:
        return high >= 2 * low and any(one[:at] + one[at + 1 :] == two for at in range(len(one)))
    swapped = (one[:at] + one[at + 1] + one[at] + one[at + 2 :] for at in range(len(one) - 1))
    return len(one) > 1 and len(one) == len(two) and two in swapped


def _sums(entries: list[Entry]) -> list[str]:
    parts_of: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        if entry.claim.part_of:
            parts_of[entry.claim.part_of].append(entry)
    notes = []
    for entry in sorted(entries, key=sort_key):
        parts = sorted(parts_of.get(entry.claim.claim_id, ()), key=lambda part: part.claim.start)
        values = [part.claim.best for part in parts if part.claim.best is not None]
        if entry.claim.best is None or not values:
            continue
        sum_text = f"{' + '.join(map(str, values))} = {sum(values)}"
        if max(values) > entry.claim.best:
            notes.append(f"a part is larger than its whole: {max(values)} of {said(entry)}")
        elif len(values) > 1 and sum(values) == entry.claim.best:
            notes.append(f"its parts add up: {sum_text}")
        elif len(values) > 1 and sum(values) > entry.claim.best:
            notes.append(f"its parts do not add up: {sum_text}, not {said(entry)}")
    return notes


def _wider(whole: list[Entry], entries: list[Entry]) -> list[str]:
    """Find figures that are others' parts; hardly any figure has parts, and only those are held against the rest."""
    wholes_with_parts = {e.claim.part_of for e in entries if e.claim.part_of}
    numbers = {id(entry): number for number, entry in enumerate(whole)}
    found = []
    for wide in (entry for entry in whole if entry.claim.claim_id in wholes_with_parts):
        for narrow in whole:
            if wide.claim.best != narrow.claim.best and _is_part_value(wide, narrow, entries):
                place = sorted((numbers[id(wide)], numbers[id(narrow)]))
                note = f"explained by scope: {said(wide)} counts {said(narrow)} as one of its parts"
                found.append((place, numbers[id(wide)], note))
    return [note for *_, note in sorted(found)]
