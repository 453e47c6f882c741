"""A person's decision -> store: a judgement with the words that it is about."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from constancia.errors import UsageError
from constancia.flow.bundles import bundles
from constancia.identity import digest
from constancia.model import Judgement, Span
from constancia.publish.bundle import PageBundle
from constancia.store import Store
from constancia.vocabulary import Verdict

_OF_PAIRS = frozenset({Verdict.SAME, Verdict.DIFFERENT})


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decided, as said."""

    subjects: tuple[str, ...]
    verdict: Verdict
    by: str
    field: str | None = None
    value: str | None = None
    note: str | None = None


def judge(store: Store, decision: Decision, at: dt.datetime) -> Judgement:
    """Add a decision to the record.

    Raises UsageError when a subject is not in the record, or the verdict lacks what it needs.
    """
    _check(decision)
    words = dict(_words(store, frozenset(decision.subjects)))
    unknown = [subject for subject in decision.subjects if subject not in words]
    if unknown:
        raise UsageError(f"the record holds no report, claim or event {', '.join(unknown)}")
    judgement = Judgement(
        judgement_id="j" + digest("judgement", decision, at.isoformat()),
        subjects=decision.subjects,
        verdict=decision.verdict,
        field=decision.field,
        value=decision.value,
        by=decision.by,
        at=at,
        note=decision.note,
        anchors=tuple(words[subject] for subject in decision.subjects),
    )
    store.add_judgement(judgement)
    return judgement


def _check(decision: Decision) -> None:
    if decision.verdict in _OF_PAIRS and len(set(decision.subjects)) < 2:
        raise UsageError(f"{decision.verdict} is said of two ids or more")
    if decision.verdict is Verdict.CORRECT and (decision.field is None or decision.value is None):
        raise UsageError("correct needs --field and --value")


def _words(store: Store, subjects: frozenset[str]) -> Iterator[tuple[str, Span]]:
    """Find the subjects in the record, each with its words; an event's are those of its first report."""
    firsts = {min(event.report_ids): event.event_id for event in store.events() if event.event_id in subjects}
    for bundle in bundles(store):
        for key, span in _spans(bundle):
            if key in subjects:
                yield key, span
            if key in firsts:
                yield firsts[key], span


def _spans(bundle: PageBundle) -> Iterator[tuple[str, Span]]:
    for passage in bundle.page.passages:
        coding = bundle.codings.get(passage.passage_id)
        if coding is None:
            continue
        for report in coding.reports:
            yield report.report_id, Span(report.start, report.end, report.quote)
            for claim in report.claims:
                yield claim.claim_id, Span(claim.start, claim.end, claim.quote)
        for claim in coding.toll_claims:
            yield claim.claim_id, Span(claim.start, claim.end, claim.quote)
