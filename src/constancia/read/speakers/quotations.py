"""A line in, its quotations out: cues, speakers and contents, each chosen among candidates by learned weights."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from constancia.read.speakers.contents import (
    CONTENT_FACETS,
    Stretch,
    end_facts,
    left_stretches,
    no_stretch_facts,
    right_stretches,
    start_facts,
)
from constancia.read.speakers.cues import (
    CUE_FACETS,
    MARK,
    PARTICLE_FACETS,
    PHRASE,
    Cue,
    Edges,
    candidate_cues,
    cue_facts,
    know_next,
    particle_facts,
)
from constancia.read.speakers.features import Facet, Scorer
from constancia.read.speakers.lines import COMMA, Line
from constancia.read.speakers.reporting import Reporting
from constancia.read.speakers.sources import (
    SOURCE_FACETS,
    Group,
    edge_facts,
    inner_facts,
    no_source_facts,
    source_groups,
    with_those_before,
)

_MAY_BE_PARTICLE = frozenset({"preposition", "of", "to", "adverb", "subordination"})

# How far the inside of a group can lift its score: of the groups of the development texts that are so far behind after
# their edges, 99.97 % stay behind; six in ten groups are.
_INNER_REACH = 25.0


@dataclass(slots=True)
class Quotation:
    """A cue with its speaker and what it reports."""

    cue: Cue
    source: Group | None
    contents: list[Stretch] = field(default_factory=list)


FACETS: dict[str, dict[str, Facet]] = {
    "cue": CUE_FACETS,
    "particle": PARTICLE_FACETS,
    "source": SOURCE_FACETS,
    "left": CONTENT_FACETS,
    "right": CONTENT_FACETS,
}
"""The decisions that reading a line takes, and what is looked at for each."""


class Judge:
    """The decisions of one language: candidates from its lexicon, choices by its weights."""

    def __init__(self, weights: Mapping[str, Mapping[str, float]], reporting: Reporting, *, is_spanish: bool) -> None:
        self.reporting = reporting
        self.is_spanish = is_spanish
        self._scorers = {name: Scorer(weights.get(name, {}), facets) for name, facets in FACETS.items()}

    def quotations(self, line: Line, edges: Edges) -> list[Quotation]:
        """Find the quotations of a line, in order of their cues."""
        found: list[Quotation] = []
        cues = [cue for cue in self.candidates(line) if cue.word.group == PHRASE or self._is_cue(line, cue, edges)]
        know_next(line, cues)
        for cue in cues:
            line.count()
            self._take_particle(line, cue)
            earlier = [each.source for each in found if each.source is not None]
            source = self._source(line, cue, earlier, edges)
            quotation = Quotation(cue, source)
            self._add_contents(line, quotation, edges)
            if found and cue.word.group == PHRASE:
                _part(line, found[-1], quotation)
            found.append(quotation)
        return found

    def candidates(self, line: Line) -> list[Cue]:
        """Give every word, phrase and mark of a line that may be a cue."""
        return candidate_cues(line, self.reporting, is_spanish=self.is_spanish)

    def _is_cue(self, line: Line, cue: Cue, edges: Edges) -> bool:
        return self._scorers["cue"].score(cue_facts(line, cue, edges, with_lemma=not self.is_spanish)) > 0

    def _take_particle(self, line: Line, cue: Cue) -> None:
        if may_have_particle(line, cue):
            facts = particle_facts(line, cue, with_lemma=not self.is_spanish)
            if self._scorers["particle"].score(facts) > 0:
                cue.end += 1

    def _source(self, line: Line, cue: Cue, earlier: list[Group], edges: Edges) -> Group | None:
        score = self._scorers["source"].score
        best, best_score = None, score(no_source_facts(line, cue))
        for group in source_groups(line, cue, earlier, edges):
            value = score(edge_facts(line, group))
            if value + _INNER_REACH <= best_score:
                continue
            value += score(inner_facts(line, cue, group, edges))
            if value > best_score:
                best, best_score = group, value
        return best and with_those_before(line, cue, best)

    def _add_contents(self, line: Line, quotation: Quotation, edges: Edges) -> None:
        cue, source = quotation.cue, quotation.source
        for side, stretches in (("left", left_stretches), ("right", right_stretches)):
            if side == "left" and cue.word.shape == "gerund" and source is not None and source.side == "earlier":
                continue
            score = self._scorers[side].score
            best, best_score = None, score(no_stretch_facts(line, cue, source))
            starts: dict[tuple[int, str], float] = {}
            for stretch in stretches(line, cue, source):
                key = (stretch.start, stretch.how)
                value = starts.get(key)
                if value is None:
                    value = starts[key] = score(start_facts(line, cue, source, stretch))
                value += score(end_facts(line, cue, source, stretch, edges))
                if value > best_score:
                    best, best_score = stretch, value
            if best is not None:
                quotation.contents.append(best)


def _part(line: Line, earlier: Quotation, later: Quotation) -> None:
    """Give each of two sources its own part: "some 400, according to police, and 900, according to the organisers"."""
    cue, source = earlier.cue, earlier.source
    if cue.word.group != PHRASE or source is None or not earlier.contents or earlier.contents[0].start > cue.start:
        return
    for number, stretch in enumerate(later.contents):
        if stretch.start < cue.start < source.end < stretch.end <= later.cue.start:
            start = source.end
            while start < stretch.end - 1 and line.tags[start] in {COMMA, "coordination", "contrast", "semicolon"}:
                start += 1
            later.contents[number] = Stretch(start, stretch.end, stretch.how)
    own = [each for each in later.contents if each.end <= later.cue.start]
    earlier.contents = [
        each
        for each in earlier.contents
        if each.start < cue.start or not any(each.start < other.end and other.start < each.end for other in own)
    ]


def may_have_particle(line: Line, cue: Cue) -> bool:
    """Whether the word after a cue may belong to it."""
    end = cue.end
    if cue.word.group in {PHRASE, MARK} or end >= line.bounds[cue.head][1]:
        return False
    return line.tags[end] in _MAY_BE_PARTICLE
