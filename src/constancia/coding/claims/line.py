"""The nouns of the room: a sentence as a line of figures, and a figure on its way to a claim."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from string import ascii_lowercase

from constancia.coding.clauses.syntax import Parse
from constancia.coding.story import Story
from constancia.model import PlaceValue, QuantityValue
from constancia.vocabulary import Measure
from constancia.words import fold

HARM = frozenset({Measure.KILLED, Measure.INJURED, Measure.ARRESTED, Measure.MISSING})
"""What befalls people and is counted in tolls."""


@dataclass(slots=True)
class Line:
    """A sentence with its folded words and its figures in order; offsets of `folded` start at `start`.

    `opens` tells what its words may open (see `word_kinds.py`): all, where nobody asked.

    `parse` gives its parse when asked; `things` are where the numbers stand that count things and are no figures.
    """

    index: int
    start: int
    end: int
    paragraph: int
    is_headline: bool
    folded: str
    figures: list[Figure] = field(default_factory=list)
    parse: Callable[[], Parse] | None = None
    things: tuple[int, ...] = ()
    opens: int = -1

    def words(self, start: int, end: int) -> str:
        """Give the folded words between two offsets of the text."""
        return self.folded[max(start - self.start, 0) : max(end - self.start, 0)]

    def verbs_between(self, start: int, end: int) -> int:
        """Count the finite verbs between two offsets of the text."""
        if self.parse is None:
            return 0
        parse = self.parse()
        starts = [parse.words[verb.head].start for verb in parse.verbs if verb.is_finite]
        return sum(1 for verb in starts if start <= verb < end)

    def is_of_things_before(self, figure: Figure) -> bool:
        """Tell whether the number before a figure counts things: "40 lorries were parked and 25 had left"."""
        nearest = max((other.start for other in self.figures if other.start < figure.start), default=-1)
        return any(nearest < start < figure.start for start in self.things)

    def before(self, figure: Figure) -> str:
        """Give the folded words from the figure before (or the sentence's start) to the figure."""
        start = self.start
        for other in self.figures:
            if start < other.end <= figure.start:
                start = other.end
        return self.words(start, figure.start)

    def after(self, figure: Figure) -> str:
        """Give the folded words from the figure to the next one (or the sentence's end)."""
        end = self.end
        for other in self.figures:
            if figure.end <= other.start < end:
                end = other.start
        return self.words(figure.end, end)


@dataclass(slots=True)
class Figure:
    """A figure on its way to a claim; `is_single` is one person told of in the singular, `is_bare` has no noun.

    `is_already_known` is a person by name or with "the": somebody whom the text may have counted before; `label` is the
    span of the words that name it in a list or table, `damage` that of the words by which counted goods were damaged,
    `blocked` that by which counted points of roads were blocked.
    """

    start: int
    end: int
    text: str
    sentence: int
    value: QuantityValue
    is_single: bool = False
    is_bare: bool = False
    is_already_known: bool = False
    measure: Measure | None = None
    governor: tuple[int, int] | None = None
    is_inherited: bool = False
    label: tuple[int, int] | None = None
    damage: tuple[int, int] | None = None
    blocked: tuple[int, int] | None = None

    @property
    def noun(self) -> str:
        """The counted words, folded, or ""."""
        return _folded(self.value.noun or "")


@lru_cache(4096)
def _folded(noun: str) -> str:
    return fold(noun)


def line_of(story: Story, index: int) -> Line:
    """Give a sentence as a line that has no figures yet; letters of places are struck out, they are no verbs."""
    sentence = story.reading.sentences[index]
    folded = story.folded(index).replace("\n", " ")
    for mention in story.mentions_in(index):
        if isinstance(mention.value, PlaceValue):
            start, end = mention.start - sentence.start, mention.end - sentence.start
            folded = folded[:start] + folded[start:end].translate(_STRUCK_OUT) + folded[end:]
    if "toll" in folded:
        folded = _TOLL_HOUSE.sub(lambda match: match.group().translate(_STRUCK_OUT), folded)
    return Line(index, sentence.start, sentence.end, sentence.paragraph, sentence.is_headline, folded)


_STRUCK_OUT = str.maketrans(ascii_lowercase, "x" * len(ascii_lowercase))
# Where tolls are paid nobody is counted as dead.
_TOLL_HOUSE = re.compile(
    r"\btoll(?=[ -](?:plazas?|gates?|booths?|roads?|stations?|bridges?|houses?|barriers?|points?|posts?|collect\w+|"
    r"highways?|bars?|lanes?|fees?|charges?|free)\b)"
)


_HEADING = 30


def heading_of(story: Story, line: Line) -> str | None:
    """Give the folded short sentence that opens a sentence's paragraph, as a heading does."""
    first = line.index
    while first and story.reading.sentences[first - 1].paragraph == line.paragraph:
        first -= 1
    heading = line_of(story, first).folded if first < line.index else ""
    return heading if 0 < len(heading) <= _HEADING else None


def label_of(story: Story, line: Line) -> str | None:
    """Give the folded words before the colon that opens a sentence's paragraph: "Deaths: the ministry says three"."""
    first = line.index
    while first and story.reading.sentences[first - 1].paragraph == line.paragraph:
        first -= 1
    start = story.reading.sentences[first].start
    if ":" not in story.reading.text.text[start : start + _LONGEST_LABEL]:
        return None
    label = _LABEL.match(line_of(story, first).folded)
    return label["what"] if label is not None else None


_LABEL = re.compile(r"\W*(?P<what>[^\W\d]+(?: [^\W\d]+)?):\s")
_LONGEST_LABEL = 28


HEADS_LIST = re.compile(r":\s*$")
_LONGEST_LIST, _ITEM_LENGTH = 15, 160  # lines; characters


def heading_of_list(story: Story, line: Line) -> Line | None:
    """Give the line that ends in a colon and introduces a list, of which a short line is an item."""
    index, sentences = line.index, story.reading.sentences
    if line.end - line.start > _ITEM_LENGTH:
        return None
    while index > 0 and line.index - index < _LONGEST_LIST and sentences[index - 1].paragraph != line.paragraph:
        index -= 1
        above = line_of(story, index)
        if HEADS_LIST.search(above.folded):
            return above
        if above.end - above.start > _ITEM_LENGTH:
            return None
    return None
