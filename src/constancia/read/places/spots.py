"""Runs in, spots out: the words that bear a name of the gazetteer, with what stands around them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from constancia.model import Token
from constancia.read.places.cues import Cues
from constancia.read.places.runs import Case, Run, opens_name
from constancia.vocabulary import Feature
from constancia.words.gazetteer import Candidate, Entry, Gazetteer, word_key

# The longest names of places have eight words ("Democratic Republic of the Congo" has five).
_LONGEST = 8


@dataclass(slots=True)
class Spot:
    """Tokens [start, end) of a run that bear a place name; `features` limits what the words around it allow."""

    run: Run
    start: int
    end: int
    key: str
    entry: Entry
    features: frozenset[Feature] | None = None
    feature: Feature | None = None
    """What is named when it is not the candidate itself: a site of it, a region in it."""
    within: tuple[Spot, ...] = ()
    """The units named right after it: "Ilave, Puno"."""
    holds: tuple[Spot, ...] = ()
    """The places named right before it, which it may hold."""
    likelihood: float = 1.0
    is_mission: bool = False
    """Whether it only tells whose embassy is meant."""

    @property
    def candidates(self) -> tuple[Candidate, ...]:
        """Give the places that bear the name."""
        return self.entry.candidates

    @property
    def first(self) -> Token:
        """Give its first token."""
        return self.run.tokens[self.start]

    @property
    def last(self) -> Token:
        """Give its last token."""
        return self.run.tokens[self.end - 1]

    @property
    def is_abbreviated(self) -> bool:
        """Whether it is written as an abbreviation: "Ill.", "W.Va.", "NSW"."""
        at = self.end
        tokens = self.run.tokens
        has_stop = at < len(tokens) and tokens[at].text == "." and tokens[at].start == self.last.end
        text = self.last.text
        return (has_stop and len(text) < 6) or "." in text or (text.isupper() and len(text) < 4)

    @property
    def word_count(self) -> int:
        """Count its tokens."""
        return self.end - self.start

    def before(self, distance: int = 1) -> str:
        """Give the folded token before it, empty at the sentence's start."""
        at = self.start - distance
        return self.run.tokens[at].norm if at >= 0 else ""

    def after(self, distance: int = 1) -> str:
        """Give the folded token after it, empty at the sentence's end."""
        at = self.end - 1 + distance
        return self.run.tokens[at].norm if at < len(self.run.tokens) else ""


def spots_of(run: Run, cues: Cues, gazetteer: Gazetteer) -> Iterator[Spot]:
    """Give the spots of a run from left to right, the longest name first, none overlapping."""
    at = run.start
    while at < run.end:
        spot = _longest(run, at, cues, gazetteer)
        if spot is None:
            at += 1
        else:
            yield spot
            at = spot.end


def _longest(run: Run, start: int, cues: Cues, gazetteer: Gazetteer) -> Spot | None:
    tokens = run.tokens
    if not _may_bound(tokens[start], run, cues):
        return None
    if run.end - start == 1 and tokens[start].norm in cues.never:
        return None
    words: list[str] = []
    keys: list[tuple[int, str]] = []
    for at in range(start, min(run.end, start + _LONGEST)):
        word = word_key(tokens[at].norm)
        if word:
            words.append(word)
            if at == start or _may_bound(tokens[at], run, cues):
                keys.append((at + 1, " ".join(words)))
    for end, key in reversed(keys):
        entry = gazetteer.entry(key)
        if entry.candidates and not (key.startswith("the ") and gazetteer.find(key[4:])):
            return Spot(run, start, end, key, entry)
    return None


def _may_bound(token: Token, run: Run, cues: Cues) -> bool:
    """Whether a name may begin or end with this token."""
    if run.case in (Case.USUAL, Case.TITLE):
        return opens_name(token)
    return token.text[0].isalpha() and token.norm not in cues.small_words
