"""A figure with all that is decided of it in, its claim out."""

from __future__ import annotations

from dataclasses import replace

from constancia.coding.claims.lexicon import FigureWords
from constancia.coding.claims.persons.counted_words import counted_words
from constancia.coding.claims.persons.victims import find_category, find_perpetrator
from constancia.coding.claims.placed import Placed
from constancia.coding.claims.reach.areas import home_place, toll_place
from constancia.coding.claims.speakers.certainty import find_certainty
from constancia.coding.story import Story
from constancia.identity import claim_id
from constancia.model import Claim
from constancia.vocabulary import Modifier

# How near "estimated" must stand before a number to make it a rough one, in characters.
_ESTIMATED = 40


def write_claim(story: Story, each: Placed, words: FigureWords) -> Claim:
    """Write the claim of a placed figure (record, section claims)."""
    line, figure, value = each.line, each.figure, each.figure.value
    is_toll = each.is_toll
    home = None if is_toll else each.home
    assert figure.measure is not None  # noqa: S101 - only measured figures are placed
    if value.modifier is Modifier.EXACT and value.best and words.estimating.search(line.before(figure)[-_ESTIMATED:]):
        value = replace(value, low=None, high=None, modifier=Modifier.ABOUT)
    according_to, via = each.speakers
    text = story.reading.text
    return Claim(
        claim_id=claim_id(text.id, figure.start, figure.end, figure.measure),
        report_id=home.report_id if home else None,
        measure=figure.measure,
        text=text.text[figure.start : figure.end],
        noun=counted_words(line, figure, words),
        modifier=value.modifier,
        low=value.low,
        high=value.high,
        best=value.best,
        scope=each.reach.scope,
        since=each.reach.since,
        as_of=text.published,
        place=each.place or (toll_place(story, line, figure) if is_toll else home_place(home)),
        category=find_category(line, figure, words),
        perpetrator_role=find_perpetrator(story, line, figure, home),
        according_to=according_to,
        via=via,
        certainty=find_certainty(line, figure, words),
        part_of=claim_id(text.id, each.whole.start, each.whole.end, each.whole.measure)
        if each.whole is not None and each.whole.measure is not None
        else None,
        start=figure.start,
        end=figure.end,
        quote=text.text[line.start : line.end],
    )
