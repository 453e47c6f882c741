"""A draft in its story in, the place of no gazetteer that its clause names out: "at Hope Bay", "en El Zapotillo".

The name is kept as it is written, without a point; its country is the one that the text is about.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from constancia.coding.clauses.site_names import is_street, venue_words
from constancia.coding.clauses.syntax import Parse, Tag, Word
from constancia.coding.story import Draft, Story, Trigger
from constancia.coding.where.country import is_doubtful_abroad
from constancia.coding.word_sets import word_set, words_of
from constancia.model import PlaceValue, QuantityValue, ReportPlace
from constancia.vocabulary import EventType, Feature

_DEEDS = frozenset({EventType.PROTEST, EventType.ASSAULT, EventType.COERCE})
_WHERE = {"en": word_set("in at near"), "es": word_set("en")}
_WITHIN_NAMES = word_set("de del la las los el y of the and 's ’s")
_LONGEST = 5  # words of a name
_FARTHEST = 12  # words from the deed


def find_unlisted(story: Story) -> None:
    """Give deeds that no known place is told for the name that stands behind "in" or "at" in their clause."""
    for draft in story.drafts:
        if draft.place is not None or draft.type not in _DEEDS or draft.split_group is not None:
            continue
        found = name_at(story, draft) or _told_just_before(story, draft)
        if found is None:
            continue
        start, end = found
        text = story.reading.text.text[start:end]
        draft.why.append(f"place of no gazetteer: {text}")
        draft.place = ReportPlace(name=text, feature=Feature.OTHER, precision=None, text=text, start=start, end=end)


def _told_just_before(story: Story, draft: Draft) -> tuple[int, int] | None:
    """Give the offsets of such a name that the deed told last before has, in the same paragraph (D9)."""
    sentences, at = story.reading.sentences, draft.trigger.sentence
    for other in reversed(story.drafts):
        sentence = other.trigger.sentence
        if sentence >= at or other.place is None or draft.is_plural:
            continue
        is_near = at - sentence <= _SENTENCES_BACK and sentences[sentence].paragraph == sentences[at].paragraph
        place = other.place
        is_unlisted = place.feature is Feature.OTHER and place.precision is None and place.start is not None
        if not is_near or not is_unlisted or place.start is None or place.end is None:
            return None
        return place.start, place.end
    return None


_SENTENCES_BACK = 2


def names_unlisted(story: Story, draft: Draft) -> bool:
    """Tell whether a deed's sentence names a place that no reader knows, behind an article or as its label."""
    sentence = draft.trigger.sentence
    words = story.parse(sentence).words
    if any(word.text == ":" for word in words[1:_LABEL]) and _opens(words[0]):
        return True
    known = venue_words(story.reading.language)
    for at in range(len(words) - 1):
        if words[at].norm not in _WHERE[story.reading.language]:
            continue
        if words[at + 1].norm in _SOME:
            return True
        first = at + 1 + (words[at + 1].norm in _ARTICLES and words[at + 1].text.islower())
        if first >= len(words) or not _opens(words[first]) or words[first].norm in known.heads:
            continue
        named = list(takewhile(_opens, words[first:]))
        if any(word.norm in known.heads or word.norm in _SEATS for word in named):
            continue  # "near the State House"
        if words[min(first + len(named), len(words) - 1)].norm in _AREAS:
            continue  # "in the Bhogra area" of the town told before
        if not _is_known(story, draft.trigger, words[first].start, words[first].end):
            return True
    return False


_AREAS = words_of("unlisted", "areas")
_SEATS = frozenset({"house", "hall", "secretariat", "capitol", "statehouse"})
_LABEL = 4  # words from a sentence's first to the colon behind its label: "San Andrés: police arrested"
_SOME = frozenset({"a", "an", "another", "un", "una", "otro", "otra"})  # "at a market": of which town is not said
_ARTICLES = frozenset({"the", "el", "la", "los", "las"})


def name_at(story: Story, draft: Draft) -> tuple[int, int] | None:
    """Give the offsets of the nearest such name in the clause of the deed."""
    sentence = story.reading.sentences[draft.trigger.sentence]
    parse = story.parse(draft.trigger.sentence)
    if draft.type not in _DEEDS or sentence.is_headline or not any(word.text.islower() for word in parse.words):
        return None
    clause = parse.clauses[parse.clause_at[draft.trigger.word]]
    names = [
        (abs(first - draft.trigger.word), first, last)
        for first, last in _names(parse, story.reading.language)
        if clause.first <= first <= clause.last and abs(first - draft.trigger.word) <= _FARTHEST
    ]
    for _, first, last in sorted(names):
        start, end = parse.words[first].start, parse.words[last].end
        if not _is_known(story, draft.trigger, start, end) and not is_street(parse, story.reading.language, start, end):
            return start, end
    return None


def _names(parse: Parse, language: str) -> Iterator[tuple[int, int]]:
    """Give the first and last word of each run of capitalised words right behind a preposition of place."""
    words, known = parse.words, venue_words(language)
    for at in range(len(words) - 1):
        if words[at].norm not in _WHERE[language] or not _opens(words[at + 1]):
            continue
        last = at + 1
        for following in range(at + 2, min(at + 2 + _LONGEST, len(words))):
            if _opens(words[following]):
                last = following
            elif words[following].norm not in _WITHIN_NAMES:
                break
        inside = {word.norm for word in words[at + 1 : last + 1]}
        if inside.isdisjoint(known.nowhere) and inside.isdisjoint(known.heads):
            yield at + 1, last


def _opens(word: Word) -> bool:
    is_name = word.text[0].isupper() and any(letter.islower() for letter in word.text)
    return is_name and word.tag is not Tag.TIME and word.text.replace("-", "").replace("'", "").isalpha()


def _is_known(story: Story, trigger: Trigger, start: int, end: int) -> bool:
    """Tell whether anything was read in these words: somebody, a day, a place that was put aside.

    Who is said to have done the deed there is read over all of its words.
    """
    return any(
        mention.start < end
        and start < mention.end
        and not isinstance(mention.value, QuantityValue)
        and not mention.start <= trigger.start < mention.end
        and not (isinstance(mention.value, PlaceValue) and is_doubtful_abroad(story, mention))
        for mention in story.mentions_in(trigger.sentence)
    )
