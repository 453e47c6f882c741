"""A deed's place and the names beside it in, the place that both tell out: "in Kwaple, Borno state"."""

from __future__ import annotations

import re
from typing import cast

from constancia.coding.clauses.site_names import venue_words
from constancia.coding.story import Story
from constancia.coding.word_sets import words_of
from constancia.model import Mention, PlaceValue, QuantityValue
from constancia.vocabulary import Feature
from constancia.words import fold

_WIDE = (Feature.ADMIN1, Feature.ADMIN2, Feature.COUNTRY)
_REACH = 70  # characters before a province in which its village stands
_KINDS = "|".join(sorted({form for kind in words_of("labels", "kinds") for form in (kind, fold(kind))}))
_NAME = r"[A-ZÁÉÍÓÚÑ][\w'’-]+(?:\s+(?:(?:de|del|la|las|los|el|of)\s+)?[A-ZÁÉÍÓÚÑ][\w'’-]+){0,3}"
_VILLAGE = re.compile(
    rf"(?:\b(?:[Ee]n|[Ii]n|[Aa]t|[Nn]ear)\s+)({_NAME}),\s+(?:(?:in|en)\s+)?(?:(?:the|el|la)\s+)?(?:(?:{_KINDS})\s+(?:del?|of)\s+)?\Z"
)
_LABELS = re.compile(rf",\s+(?:(?:in|en)\s+)?(?:(?:the|el|la)\s+)?(?:(?:{_KINDS})\s+(?:del?|of)\s+)?\Z")


def by_label(story: Story, sentence: int, mention: Mention) -> Mention:
    """Give the village named before its province, without a point; of a namesake, "San José, Guaviare", that."""
    value = cast("PlaceValue", mention.value)
    if value.feature in _WIDE:
        return _village_of(story, sentence, mention) or mention
    text = story.reading.text.text
    for other in story.mentions_in(sentence):
        label = other.value
        if not isinstance(label, PlaceValue) or not 0 < other.start - mention.end <= _REACH:
            continue
        is_label = label.feature in _WIDE and _LABELS.match(text[mention.end : other.start])
        is_namesake = label.country is not None and value.country not in (None, label.country)
        return other if is_label and is_namesake else mention
    return mention


def _village_of(story: Story, sentence: int, mention: Mention) -> Mention | None:
    """Read "in Kwaple, Borno state", "En Libertad, provincia de Buenos Aires": a name that no reader knows."""
    first = max(mention.start - _REACH, story.reading.sentences[sentence].start)
    found = _VILLAGE.search(story.reading.text.text[first : mention.start])
    if found is None:
        return None
    start, end = first + found.start(1), first + found.end(1)
    known = venue_words(story.reading.language)
    words = set(found[1].lower().split())
    is_known = any(
        each.start < end and start < each.end and not isinstance(each.value, QuantityValue)
        for each in story.mentions_in(sentence)
    )
    if is_known or not words.isdisjoint(known.nowhere) or not words.isdisjoint(known.heads):
        return None
    wide = cast("PlaceValue", mention.value)
    value = PlaceValue(found[1], Feature.OTHER, country=wide.country, admin1=wide.admin1)
    return Mention(start, end, found[1], value, "no gazetteer")
