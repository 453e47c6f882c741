"""A story in, its sentences with their figures out: numbers that count somebody, and those told of without one."""

from __future__ import annotations

import re
from functools import partial

from constancia.coding.claims.figures.blocked_points import blocked_at
from constancia.coding.claims.figures.corrected import are_of_things, without_corrected
from constancia.coding.claims.figures.damaged_goods import damage_of
from constancia.coding.claims.figures.labels import is_label
from constancia.coding.claims.figures.no_count import is_no_count
from constancia.coding.claims.figures.no_person import is_no_person
from constancia.coding.claims.figures.openers import (
    NOUN,
    openers,
    opens_of,
)
from constancia.coding.claims.figures.singles import counts_nobody, find_singles
from constancia.coding.claims.lexicon import FigureWords
from constancia.coding.claims.line import Figure, Line, line_of
from constancia.coding.claims.word_kinds import (
    GIVING,
    HARM_NOUN,
    PEOPLE,
    SOMEONE,
    SOMETHING,
    THINGS,
    opened_at,
)
from constancia.coding.story import Story
from constancia.model import ActorValue, DateValue, Mention, PlaceValue, QuantityValue, SpeakerValue
from constancia.vocabulary import Role
from constancia.words import fold

_OF_THE = re.compile(r"\s+(?:of|de)\s+(?:the|its|his|her|their|our|l[ao]s|sus)\s+(?P<named>(?:[\w'-]+\s*){1,5})")
_ARTICLES = frozenset({"a", "an", "un", "una"})


def find_lines(story: Story, words: FigureWords) -> list[Line]:
    """Give every sentence that holds a figure or may take part in one, with its figures."""
    lines = []
    kinds_of = openers(story.reading.language)
    for index in range(len(story.reading.sentences)):
        line = line_of(story, index)
        said = 0
        for token in story.reading.sentences[index].tokens:
            said |= kinds_of[token.norm]
        line.opens = opens_of(said)
        if said & NOUN:
            line.folded = _without_names(story, line, words)
        line.parse = partial(story.parse, index)
        counts = [mention for mention in story.mentions_in(index) if _is_count(mention)]
        if counts:  # few sentences have any
            _add_counted(story, line, counts, words)
        singles = find_singles(story, line, words, said)
        line.figures += [each for each in singles if not _gives_account(story, line, each, words)]
        if len(line.figures) > 1:
            line.figures.sort(key=lambda figure: (figure.start, figure.end))
        lines.append(line)
    return lines


def _add_counted(story: Story, line: Line, counts: list[Mention], words: FigureWords) -> None:
    """Add the numbers that were read in a sentence, but for those that count nobody and nothing of ours."""
    mentions = story.mentions_in(line.index)
    named = [mention for mention in mentions if _is_name(mention)]
    bodies = [mention for mention in mentions if _is_body(mention)]
    line.figures = [_from_quantity(mention, line.index) for mention in counts]
    line.figures = without_corrected(line)
    line.figures = [f for f in line.figures if not is_no_count(line, f, (named, bodies), words)]
    line.figures = [figure for figure in line.figures if not is_label(story, line, figure)]
    for figure in line.figures:
        figure.damage = damage_of(line, figure, words)
        figure.blocked = blocked_at(line, figure)
    counted = line.figures
    line.figures = [f for f in counted if f.damage or f.blocked or not _is_of_things(line, f, words)]
    if len(line.figures) < len(counted):
        line.things = tuple(f.start for f in counted if f not in line.figures)
    line.figures = [f for f in line.figures if f.damage or f.blocked or not _is_one_of_things(line, f, words)]
    if line.things:
        line.figures = [figure for figure in line.figures if not are_of_things(line, figure)]
    line.figures = [f for f in line.figures if f.damage or f.blocked or not is_no_person(story, f, words)]
    for figure in line.figures:
        figure.is_bare = figure.is_bare or bool(words.begins[figure.noun] & GIVING)
    line.figures = [figure for figure in line.figures if not counts_nobody(line, figure, words)]


def _gives_account(story: Story, line: Line, figure: Figure, words: FigureWords) -> bool:
    """Tell the mayor of "according to the mayor, 30 were hurt", "said the mayor", from one who was hurt."""
    before, after = line.words(line.start, figure.start), line.words(figure.end, line.end)
    if _ACCORDING.search(before) is not None and _TO_COMMA.match(after) is not None:
        return True
    return figure.value.noun is not None and any(
        mention.start - 1 <= figure.start < mention.end
        and mention.value.cue is not None
        and mention.value.cue.end <= figure.start
        and words.giving.search(before[-_SAID_BEFORE:])
        and not words.any_noun.search(after[: mention.end - figure.end])
        for mention in story.quoted()
        if isinstance(mention.value, SpeakerValue)
    )


_SAID_BEFORE = 24  # characters of "said yesterday the" before whoever speaks


_ACCORDING = re.compile(
    r"(?:\b(?:according to|in the view of|in the words of|segun|de acuerdo (?:con|a)|a juicio de|en palabras de)|^para)"
    r"\s+(?:\w+\s+){0,3}$"
)
_TO_COMMA = re.compile(r"[^,;.:]{0,40}(?:,|\.?\s*$)")
_CAPITAL_RUN = re.compile(r"[A-ZÁÉÍÓÚÑ][\w’'-]+(?: (?:(?:of|for|the|de|del|la|los|las|y|and) )*[A-ZÁÉÍÓÚÑ][\w’'-]+)+")


def _without_names(story: Story, line: Line, words: FigureWords) -> str:
    """Strike out the words of harm inside a name in mixed case: "Missing Voices Lakeside says seven"."""
    folded = line.folded
    raw = story.reading.text.text[line.start : line.end]
    if line.is_headline or raw.isupper() or not words.any_noun.search(folded):
        return folded
    for run in _CAPITAL_RUN.finditer(raw):
        for noun in words.any_noun.finditer(folded, run.start(), run.end()):
            folded = folded[: noun.start()] + "x" * (noun.end() - noun.start()) + folded[noun.end() :]
    return folded


def _is_count(mention: Mention) -> bool:
    value = mention.value
    return isinstance(value, QuantityValue) and (value.low, value.high, value.best) != (None, None, None)


def _is_name(mention: Mention) -> bool:
    """Tell whether a mention is of a day, a place or somebody named: a number inside it counts nothing."""
    value = mention.value
    return isinstance(value, DateValue | PlaceValue) or (isinstance(value, ActorValue) and value.name is not None)


def _is_body(mention: Mention) -> bool:
    value = mention.value
    is_person = isinstance(value, ActorValue) and (value.is_private or value.role in _PERSONS or value.name is not None)
    return isinstance(value, ActorValue) and not is_person


_PERSONS = frozenset({Role.INDIVIDUAL, Role.CIVILIANS, Role.WOMEN, Role.STUDENTS})


def _is_of_things(line: Line, figure: Figure, words: FigureWords) -> bool:
    """Tell whether a figure counts years, shots, homes: things that nothing befalls that we count.

    People come first: "180 personas prendieron velas" counts people, though candles stand behind.
    """
    if (figure.is_single and not figure.value.noun) or words.begins[figure.noun] & PEOPLE:
        return False
    behind = line.after(figure).lstrip(" -")
    opened = opened_at(behind, words.opens)
    if words.begins[figure.noun] & HARM_NOUN or (opened & SOMEONE and words.any_noun.match(behind)):
        return False
    return bool(words.holds[figure.noun] & THINGS or (opened & SOMETHING and words.things.match(behind)))


def _is_one_of_things(line: Line, figure: Figure, words: FigureWords) -> bool:
    """Tell "one of the loudest cries", "una de las consignas": one of what is named next, unless that is people."""
    named = _OF_THE.match(line.words(figure.end, line.end)) if figure.value.best == 1 else None
    if named is None:
        return False
    kinds = (words.people, words.on_duty, words.one, *words.nouns.values(), *words.category.values())
    return not any(kind.search(named.group("named")) for kind in kinds)


def _from_quantity(mention: Mention, sentence: int) -> Figure:
    value = mention.value
    assert isinstance(value, QuantityValue)  # noqa: S101 - told by _is_count
    is_article = value.best == 1 and (fold(mention.text) in _ARTICLES or not value.noun)
    return Figure(mention.start, mention.end, mention.text, sentence, value, is_article, is_bare=not value.noun)
