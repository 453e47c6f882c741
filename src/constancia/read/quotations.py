"""A line in, its quotations out: cues, speakers and contents, each chosen among candidates by learned weights."""

from __future__ import annotations

from dataclasses import dataclass, field

from constancia.read.contents import Stretch, left_stretches, no_stretch_features, right_stretches, stretch_features
from constancia.read.cues import (
    MARK,
    PHRASE,
    Cue,
    cue_features,
    extend,
    figure_cues,
    mark_cues,
    particle_features,
    phrase_cues,
    word_cues,
)
from constancia.read.lines import Line
from constancia.read.reporting import Reporting
from constancia.read.sources import Group, none_features, source_features, source_groups
from constancia.read.weights import Weights, score

_MAY_BE_PARTICLE = frozenset({"preposition", "of", "to", "adverb", "subordination"})


@dataclass(slots=True)
class Quotation:
    """A cue with its speaker and what it reports."""

    cue: Cue
    source: Group | None
    contents: list[Stretch] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Edges:
    """Where actors begin and end, in tokens of a line."""

    starts: set[int]
    ends: set[int]


@dataclass(frozen=True, slots=True)
class Judge:
    """The weights of one language and what they are applied to."""

    weights: dict[str, Weights]
    reporting: Reporting
    is_spanish: bool

    def quotations(self, line: Line, edges: Edges) -> list[Quotation]:
        """Find the quotations of a line, in order of their cues."""
        found: list[Quotation] = []
        for cue in self.candidates(line):
            if cue.word.group != PHRASE and not self._is_cue(line, cue, edges):
                continue
            self._take_particle(line, cue)
            earlier = [each.source for each in found if each.source is not None]
            source = self._source(line, cue, earlier, edges)
            quotation = Quotation(cue, source)
            self._add_contents(line, quotation, edges)
            found.append(quotation)
        return found

    def candidates(self, line: Line) -> list[Cue]:
        """Give every word and phrase of a line that may be a cue, with its auxiliaries."""
        phrases = [*phrase_cues(line, self.reporting), *figure_cues(line, self.reporting)]
        taken = {index for cue in phrases for index in range(cue.start, cue.end)}
        words = [cue for cue in word_cues(line, self.reporting, self.is_spanish) if cue.head not in taken]
        for cue in words:
            extend(line, cue)
        return sorted([*phrases, *words, *mark_cues(line)], key=lambda cue: cue.head)

    def _is_cue(self, line: Line, cue: Cue, edges: Edges) -> bool:
        features = cue_features(line, cue, edges.ends, edges.starts, not self.is_spanish)
        return score(self.weights["cue"], features) > 0

    def _take_particle(self, line: Line, cue: Cue) -> None:
        if may_have_particle(line, cue):
            features = particle_features(line, cue, not self.is_spanish)
            if score(self.weights["particle"], features) > 0:
                cue.end += 1

    def _source(self, line: Line, cue: Cue, earlier: list[Group], edges: Edges) -> Group | None:
        weights = self.weights["source"]
        best, best_score = None, score(weights, none_features(line, cue))
        for group in source_groups(line, cue, earlier):
            value = score(weights, source_features(line, cue, group, edges.starts, edges.ends))
            if value > best_score:
                best, best_score = group, value
        return best

    def _add_contents(self, line: Line, quotation: Quotation, edges: Edges) -> None:
        cue, source = quotation.cue, quotation.source
        for side, stretches in (("left", left_stretches), ("right", right_stretches)):
            weights = self.weights[side]
            best, best_score = None, score(weights, no_stretch_features(line, cue, source, side))
            for stretch in stretches(line, cue, source):
                value = score(weights, stretch_features(line, cue, source, stretch, side, edges.starts))
                if value > best_score:
                    best, best_score = stretch, value
            if best is not None:
                quotation.contents.append(best)


def may_have_particle(line: Line, cue: Cue) -> bool:
    """Whether the word after a cue may belong to it."""
    end = cue.end
    if cue.word.group in {PHRASE, MARK} or end >= line.bounds[cue.head][1]:
        return False
    return line.tags[end] in _MAY_BE_PARTICLE
