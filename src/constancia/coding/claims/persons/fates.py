"""A sentence in, what befell one person out, where no count tells it: "he died", "her son's death"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import chain

from constancia.coding.claims.figures.singles import OF_BELONGING
from constancia.coding.claims.lexicon import figure_words
from constancia.coding.claims.line import Figure, Line
from constancia.coding.story import Story
from constancia.coding.word_patterns import compile_words, openings
from constancia.model import ActorValue, QuantityValue
from constancia.vocabulary import Measure, Modifier
from constancia.words import load_lexicon
from constancia.words.expressions import expression
from constancia.words.memory import WordMemory

# How far behind who it befell the word may stand that says what befell, in characters, within one clause.
_GAP = r"[^;:.!?]{0,70}?"
_AGED = r"\d+-year-olds?(?!\s+(?:son|daughter)s)"


@dataclass(frozen=True, slots=True)
class _Ways:
    """The ways to tell a fate.

    `any_word` finds the words that say it, of which each way has one; `opens` tells of a word whether one begins there.
    """

    opens: WordMemory[bool]
    any_word: re.Pattern[str]
    patterns: tuple[re.Pattern[str], ...]


@dataclass(frozen=True, slots=True)
class _Fates:
    """The compiled words of `[fate]` in figures.toml, by what befell."""

    told: dict[Measure, _Ways]
    survived: _Ways
    unsure: re.Pattern[str]
    many: re.Pattern[str]


@cache
def _fates(language: str) -> _Fates:
    table = load_lexicon(language, "figures")["fate"]
    one = f"(?:{figure_words(language).one.pattern}|{_AGED})"
    before, behind = (rf"(?:(?<!\w)(?:{'|'.join(table[pronouns])})(?!\w)|{one}|(?<!\w)__\w+)" for pronouns in _PRONOUNS)
    told = {measure: _ways(table[measure], before, behind) for measure in (Measure.KILLED, Measure.INJURED)}
    survived = _ways(table["survived"], before, behind)
    return _Fates(told, survived, compile_words(table["unsure"]), compile_words(table["many"]))


_PRONOUNS = ("pronouns", "pronouns_behind")


def _ways(words: dict[str, list[str]], before: str, behind: str) -> _Ways:
    named = [word for kind in ("suffers", "done_to", "nouns", "alone") for word in words[kind]]
    return _Ways(openings(named), compile_words(named), tuple(_patterns(words, before, behind)))


def _patterns(words: dict[str, list[str]], before: str, behind: str) -> list[re.Pattern[str]]:
    """Compile the ways to tell it: verbs of somebody, verbs on somebody, nouns of somebody, words that need nobody.

    `before` and `behind` are who it befell in front of the words and behind them: "la mataron", "killed him".
    """
    made = []
    if words["suffers"]:
        made.append(rf"{before}(?P<gap>{_GAP}){compile_words(words['suffers']).pattern}")
    if words["done_to"]:
        made.append(rf"{compile_words(words['done_to']).pattern}(?P<gap>(?:\s+[\w'-]+,?){{0,5}}?)\s+{behind}")
    if words["nouns"]:
        noun = compile_words(words["nouns"]).pattern
        made.append(rf"{noun}\s+(?:of|to|de|del)\b(?P<gap>(?:\s+[\w'-]+,?){{0,5}}?)\s+{behind}")
        made.append(rf"{before}'s?(?P<gap>(?:\s+[\w-]+){{0,3}})\s+{noun}")
    if words["alone"]:
        made.append(rf"(?P<gap>){compile_words(words['alone']).pattern}")
    return [expression(pattern) for pattern in made]


def find_fate(story: Story, line: Line, measure: Measure) -> Figure | None:
    """Give a figure of one for what befell a single person, or None where the sentence tells of none or of several."""
    return _find(story, line, _fates(story.reading.language).told[measure], measure)


def find_survivor(story: Story, line: Line) -> Figure | None:
    """Give a figure of one for a single person who is said to live, hurt."""
    return _find(story, line, _fates(story.reading.language).survived, Measure.INJURED)


def _find(story: Story, line: Line, ways: _Ways, measure: Measure) -> Figure | None:
    if not any(ways.opens[token.norm] for token in story.reading.sentences[line.index].tokens):  # so it is with most
        return None
    fates = _fates(story.reading.language)
    folded = _with_names(story, line)
    if not ways.any_word.search(folded):
        return None
    for match in chain.from_iterable(pattern.finditer(folded) for pattern in ways.patterns):
        told = folded[max(match.start() - _BEFORE, 0) : match.end()]
        if fates.unsure.search(told) or fates.many.search(told) or OF_BELONGING.search(match["gap"]):
            continue
        start, end = line.start + match.start(), line.start + match.end()
        value = QuantityValue(1, 1, 1, Modifier.EXACT, None)
        text = story.reading.text.text[start:end]
        figure = Figure(start, end, text, line.index, value, is_single=True, is_already_known=True)
        figure.measure, figure.governor = measure, (start, end)
        return figure
    return None


_BEFORE = 30  # characters in which "did not", "could have" or a number changes what follows


def _with_names(story: Story, line: Line) -> str:
    """Give the folded sentence with each person's name as one word of its length that begins with "__"."""
    folded = line.folded
    for mention in story.mentions_in(line.index):
        if isinstance(mention.value, ActorValue) and mention.value.name and mention.value.is_private:
            start, end = mention.start - line.start, mention.end - line.start
            if end - start > len("__") and end <= len(folded):
                folded = folded[:start] + "__" + "x" * (end - start - 2) + folded[end:]
    return folded
