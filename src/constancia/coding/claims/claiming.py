"""A story with its drafts in, its claims out: the steps in their order, a sentence at a time, then once for all."""

from __future__ import annotations

from collections import defaultdict

from constancia.coding.claims.bulletins.placing import place_bulletins
from constancia.coding.claims.figures.lines import find_lines
from constancia.coding.claims.lexicon import figure_words
from constancia.coding.claims.line import Line
from constancia.coding.claims.measures.measuring import measure_figures
from constancia.coding.claims.persons.counting import count_each_once
from constancia.coding.claims.placed import Placed
from constancia.coding.claims.reach.placing import place_figures, take_from_wholes
from constancia.coding.claims.reach.retold import home_as_below
from constancia.coding.claims.reach.scope import is_told_here
from constancia.coding.claims.reach.tolls import leave_counted_drafts, reach_as_below, set_back_crises
from constancia.coding.claims.speakers.attributing import set_speakers
from constancia.coding.claims.writing import write_claim
from constancia.coding.story import Figures, Story
from constancia.model import Claim
from constancia.vocabulary import Measure, Scope

_CARRIED_SENTENCES = 2
_ONLY_WITH_EVENT = frozenset(
    {Measure.PARTICIPANTS, Measure.DEPLOYED, Measure.BLOCKADES, Measure.PROPERTY, Measure.OTHER}
)


def claim_figures(story: Story) -> Figures:
    """Give the claims of a story: those of each report by its id, and the tolls that belong to no one event."""
    words = figure_words(story.reading.language)
    placed: list[Placed] = []
    lines = find_lines(story, words)
    listed = place_bulletins(story, lines, words)
    for line in lines:
        if not line.figures:
            continue
        recent = _recent(placed, line)
        measured = measure_figures(story, line, words, recent)
        told = place_figures(story, measured, words, recent)
        set_speakers(story, line, told, words)
        take_from_wholes(told, measured)
        placed += told.values()
        leave_counted_drafts(story, placed)
        set_back_crises(story, [each for each in placed if each.line is line and each.is_toll], words)
    reach_as_below(placed)
    home_as_below(placed)
    rates = [each for each in placed if each.is_rate]
    kept = [*(each for each in placed if not each.is_rate and _is_kept(each)), *listed]
    kept = count_each_once(story, lines, kept, words)
    leave_counted_drafts(story, [*kept, *rates])
    claims = [write_claim(story, each, words) for each in kept]
    by_report: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.report_id is not None:
            by_report[claim.report_id].append(claim)
    tolls = tuple(claim for claim in claims if claim.report_id is None)
    return Figures({report: tuple(claims) for report, claims in by_report.items()}, tolls)


def _recent(placed: list[Placed], line: Line) -> list[Placed]:
    """Give the figures of the sentences just before, the nearest first: two in a paragraph, one across its border."""
    return [each for each in reversed(placed) if not each.is_rate and _is_just_before(each.line, line)]


def _is_just_before(earlier: Line, line: Line) -> bool:
    if earlier.paragraph == line.paragraph:
        return line.index - earlier.index <= _CARRIED_SENTENCES
    return line.index - earlier.index == 1 and not earlier.is_headline


def _is_kept(each: Placed) -> bool:
    """Keep what has a report, or may stand in the ledger without one."""
    if each.home is None:
        is_total = each.reach.scope is Scope.PLACE
        return is_total or not (each.figure.is_already_known or each.figure.measure in _ONLY_WITH_EVENT)
    return not each.figure.is_already_known or is_told_here(each.line, each.home)
