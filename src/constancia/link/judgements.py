"""Judgements to what a rebuild must obey: reports to be kept together, apart, or out, and what no longer fits.

A judgement names reports or events by id. An event's id is that of its first report, so it still leads there when the
event has changed. After a re-code ids can be new: then the quoted words that a judgement keeps lead to their report.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from constancia.identity import event_id
from constancia.link.facts import Facts
from constancia.model import Judgement, Problem, Span
from constancia.vocabulary import ReviewState, Verdict

ALIKE_WORDS = 85
"""Quoted words at least this alike (of 100) are the same quotation, re-cut by a newer coder."""

_STATES = {
    Verdict.ACCEPT: ReviewState.ACCEPTED,
    Verdict.REJECT: ReviewState.REJECTED,
    Verdict.CORRECT: ReviewState.CORRECTED,
    Verdict.UNSURE: ReviewState.IN_REVIEW,
}


@dataclass(frozen=True, slots=True)
class Ruling:
    """What a rebuild must obey, as rows of the facts.

    `together` and `apart` carry the coder who said so; a rejected report stands alone; `states` are of the events that
    hold the rows. `is_settled` if every subject was found by its id, so that no page more can change what is meant.
    """

    together: tuple[tuple[int, int, str], ...] = ()
    apart: tuple[tuple[int, int, str], ...] = ()
    rejected: frozenset[int] = frozenset()
    states: tuple[tuple[int, ReviewState], ...] = ()
    problems: tuple[Problem, ...] = ()
    is_settled: bool = True

    def named(self, facts: Facts) -> NamedRuling:
        """Give it by the ids of reports."""
        names = [sketch.report_id for sketch in facts.sketches]
        return NamedRuling(
            tuple((names[one], names[two], by) for one, two, by in self.together),
            tuple((names[one], names[two], by) for one, two, by in self.apart),
            tuple(names[row] for row in sorted(self.rejected)),
            tuple((names[row], state) for row, state in self.states),
        )


@dataclass(frozen=True, slots=True)
class NamedRuling:
    """A ruling by the ids of reports, as it is kept with a linked record."""

    together: tuple[tuple[str, str, str], ...] = ()
    apart: tuple[tuple[str, str, str], ...] = ()
    rejected: tuple[str, ...] = ()
    states: tuple[tuple[str, ReviewState], ...] = ()

    def over(self, facts: Facts) -> Ruling:
        """Give what of it is said of the reports of some facts."""
        rows = {sketch.report_id: row for row, sketch in enumerate(facts.sketches)}
        return Ruling(
            tuple((rows[one], rows[two], by) for one, two, by in self.together if one in rows and two in rows),
            tuple((rows[one], rows[two], by) for one, two, by in self.apart if one in rows and two in rows),
            frozenset(rows[name] for name in self.rejected if name in rows),
            tuple(sorted((rows[name], state) for name, state in self.states if name in rows)),
        )


@dataclass(frozen=True, slots=True)
class _Placed:
    """A judgement whose subjects were found, as rows."""

    judgement: Judgement
    rows: tuple[int, ...]
    is_by_ids: bool


def rule(facts: Facts, judgements: Sequence[Judgement]) -> Ruling:
    """Find the rows that judgements speak of, settle what they contradict, and list those that no longer fit."""
    if not judgements:
        return Ruling()
    problems: list[Problem] = []
    placed = _place(facts, judgements, problems)
    pairs = _settle([p for p in placed if p.judgement.verdict in (Verdict.SAME, Verdict.DIFFERENT)], problems)
    together, apart = _consistent(pairs, problems)
    states = {p.rows[0]: _STATES[p.judgement.verdict] for p in placed if p.judgement.verdict in _STATES}
    rejected = frozenset(
        p.rows[0]
        for p in placed
        if states.get(p.rows[0]) is ReviewState.REJECTED and p.judgement.subjects[0][:1] == "r"
    )
    is_settled = len(placed) == len(judgements) and all(p.is_by_ids for p in placed)
    return Ruling(tuple(together), tuple(apart), rejected, tuple(sorted(states.items())), tuple(problems), is_settled)


def _place(facts: Facts, judgements: Sequence[Judgement], problems: list[Problem]) -> list[_Placed]:
    rows = {sketch.report_id: row for row, sketch in enumerate(facts.sketches)}
    events = {event_id((report,)): row for report, row in rows.items()}
    placed = []
    for judgement in sorted(judgements, key=lambda j: (j.at, j.judgement_id)):
        found = [
            rows.get(subject, events.get(subject, _by_words(facts, _anchor(judgement, number))))
            for number, subject in enumerate(judgement.subjects)
        ]
        lost = [subject for subject, row in zip(judgement.subjects, found, strict=True) if row is None]
        if lost or not found:
            if any(_is_ours(subject) for subject in lost):
                reason = "judgement no longer fits: subject not found"
                problems.append(Problem("link", judgement.judgement_id, reason, ", ".join(lost)))
            continue
        is_by_ids = all(subject in rows or subject in events for subject in judgement.subjects)
        placed.append(_Placed(judgement, tuple(row for row in found if row is not None), is_by_ids))
    return placed


def _is_ours(subject: str) -> bool:
    """Tell whether an id is a report's or an event's: claims and passages are judged elsewhere."""
    return subject[:1] in ("r", "e")


def _anchor(judgement: Judgement, number: int) -> Span | None:
    return judgement.anchors[number] if number < len(judgement.anchors) else None


def _by_words(facts: Facts, anchor: Span | None) -> int | None:
    """Find the one report whose quoted words are, or nearly are, those of the anchor; the nearest place in a tie."""
    if anchor is None or not anchor.text.strip():
        return None
    scored = []
    for row, sketch in enumerate(facts.sketches):
        likeness = fuzz.partial_ratio(anchor.text, sketch.quote) if sketch.quote else 0.0
        if likeness >= ALIKE_WORDS:
            scored.append((-likeness, abs(sketch.start - anchor.start), row))
    return min(scored)[2] if scored else None


def _settle(placed: list[_Placed], problems: list[Problem]) -> list[_Placed]:
    """Keep the last word on each pair; two coders who contradict one another are both listed, and neither obeyed."""
    by_pair: dict[tuple[int, int], list[_Placed]] = defaultdict(list)
    for judged in placed:
        if len(judged.rows) != 2 or judged.rows[0] == judged.rows[1]:
            reason = "judgement does not name two reports of the record"
            problems.append(Problem("link", judged.judgement.judgement_id, reason))
            continue
        by_pair[min(judged.rows), max(judged.rows)].append(judged)
    kept = []
    for _, group in sorted(by_pair.items()):
        last_of = {judged.judgement.by: judged for judged in group}
        if len({judged.judgement.verdict for judged in last_of.values()}) > 1:
            names = ", ".join(sorted(judged.judgement.judgement_id for judged in last_of.values()))
            reason = "judgements contradict one another: same and different of one pair; neither is obeyed"
            problems.append(Problem("link", names, reason))
        else:
            kept.append(group[-1])
    return sorted(kept, key=lambda judged: (judged.judgement.at, judged.judgement.judgement_id))


def _consistent(
    pairs: list[_Placed], problems: list[Problem]
) -> tuple[list[tuple[int, int, str]], list[tuple[int, int, str]]]:
    """Give the pairs to keep together and apart; what would join what others hold apart is listed, not obeyed."""
    apart = [(p.rows[0], p.rows[1], p.judgement.by) for p in pairs if p.judgement.verdict is Verdict.DIFFERENT]
    root: dict[int, int] = {}

    def find(row: int) -> int:
        while root.get(row, row) != row:
            row = root[row]
        return row

    together = []
    for judged in (p for p in pairs if p.judgement.verdict is Verdict.SAME):
        one, two = judged.rows[:2]
        low, high = sorted((find(one), find(two)))
        joined = {low, high}
        if any({find(a), find(b)} == joined for a, b, _ in apart):
            reason = "judgements contradict one another: others hold these reports apart; not obeyed"
            problems.append(Problem("link", judged.judgement.judgement_id, reason))
            continue
        root[high] = low
        together.append((one, two, judged.judgement.by))
    return together, apart
