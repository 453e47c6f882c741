"""A deed in its story in, whether it is another one than that told before out: "a second march", "will be repeated"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from constancia.coding.clauses.syntax import Parse
from constancia.coding.story import Draft, Story
from constancia.coding.word_sets import words_of
from constancia.vocabulary import EventType, Form, Status
from constancia.words import fold, load_lexicon


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of telling.toml; phrases end in a space, so that they match whole words alone."""

    adds: tuple[str, ...]
    also: frozenset[str]
    elsewhere: tuple[str, ...]
    another: frozenset[str]
    after: frozenset[str]
    links: frozenset[str]
    gatherings: frozenset[str]


@lru_cache(2)
def _words(language: str) -> _Words:
    table = load_lexicon(language, "telling")
    adds, elsewhere = (tuple(f"{fold(phrase)} " for phrase in table[name]) for name in ("adds", "elsewhere"))
    also, another, after, links, gatherings = (
        frozenset(fold(table[name]).split()) for name in ("also", "another", "after", "links", "gatherings")
    )
    return _Words(adds, also, elsewhere, another, after, links, gatherings)


def goes_on_to_another(story: Story, parse: Parse, draft: Draft) -> bool:
    """Tell whether a sentence adds a deed to those told: "meanwhile, …", "also attacked", "además, …"."""
    words = _words(story.reading.language)
    before = {word.norm for word in parse.words[max(draft.trigger.word - 2, 0) : draft.trigger.word]}
    return _opens_with(parse, words.adds) or not before.isdisjoint(words.also)


def is_added(story: Story, draft: Draft) -> bool:
    """Tell whether the sentence of a deed opens by adding it to those told."""
    words = _words(story.reading.language)
    return draft.trigger.is_verb and _opens_with(story.parse(draft.trigger.sentence), words.adds)


def _opens_with(parse: Parse, phrases: tuple[str, ...]) -> bool:
    return (" ".join(word.norm for word in parse.words[:_OPENING]) + " ").startswith(phrases)


_OPENING = 5  # words


def is_told_apart_from_before(story: Story, earlier: Draft, draft: Draft) -> bool:
    """Tell a protest elsewhere, apart from, or after the one told before it (X2, X3, X4).

    "En otras localidades la marcha fue chica"; "a separate rally"; "tras la misa, decenas cortaron el puente"; where
    none was told of the one before, "in Jaffna, students marched".
    """
    if earlier.place_mention is None and _opens_in_a_town(story, draft) and not _is_headed(story, earlier):
        return True
    parse, words = story.parse(draft.trigger.sentence), _words(story.reading.language)
    is_elsewhere = _opens_with(parse, words.elsewhere)
    return is_elsewhere or is_called_another(story, parse, draft) or _comes_after_one(parse, draft, words)


def _opens_in_a_town(story: Story, draft: Draft) -> bool:
    """Tell whether the sentence of a deed opens with the town where it was: "In Jaffna, students marched"."""
    mention = draft.place_mention
    start = story.reading.sentences[draft.trigger.sentence].start
    if mention is None or not start < mention.start <= start + _TO_TOWN:
        return False
    behind = story.reading.text.text[mention.end : mention.end + 1]
    return behind == "," and story.reading.text.text[start : mention.start].strip().lower() in _INSIDE


def _is_headed(story: Story, draft: Draft) -> bool:
    return all(story.reading.sentences[sentence].is_headline for sentence in draft.told_in)


_TO_TOWN = 12  # characters: "Meanwhile in" and longer openings say so themselves
_INSIDE = frozenset({"in", "at", "en"})


def is_called_another(story: Story, parse: Parse, draft: Draft) -> bool:
    """Read "una manifestación distinta", "a parallel march", "a rival crowd gathered": before the noun or behind."""
    words = _words(story.reading.language)
    if draft.trigger.is_verb:
        subject = parse.clauses[parse.clause_at[draft.trigger.word]].subject
        said = parse.words[subject.first : subject.last + 1] if subject is not None else ()
        return any(word.norm in words.another for word in said)
    group = next((each for each in parse.nouns if each.first <= draft.trigger.word <= each.last), None)
    if group is None:
        return False
    last = max(group.last, draft.trigger.last_word) + 1
    return any(word.norm in words.another for word in parse.words[group.first : last + 1])


def _comes_after_one(parse: Parse, draft: Draft, words: _Words) -> bool:
    """Read "after the march, dozens blocked …": this is another deed."""
    said = parse.words
    lead = 2 if len(said) > 1 and said[1].norm in words.links else 1
    if not said or said[0].norm not in words.after or _is_known(parse, draft):
        return False
    mark = next((at for at, word in enumerate(said) if word.norm == ","), None)
    if mark is None or draft.trigger.word < mark or mark > _SHORT:
        return False
    return any(word.lemma in words.gatherings for word in said[lead:mark])


def _is_known(parse: Parse, draft: Draft) -> bool:
    """Tell "the march" from "a human chain" and from what a verb tells."""
    group = next((each for each in parse.nouns if each.first <= draft.trigger.word <= each.last), None)
    return not draft.trigger.is_verb and group is not None and group.is_definite


_SHORT = 8  # words to the mark


def is_counter(draft: Draft) -> bool:
    """Tell a counter-protest from the protest that it is held against (X4)."""
    return draft.type is EventType.PROTEST and fold(draft.trigger.text).startswith("counter")


def is_to_be_repeated(story: Story, draft: Draft) -> bool:
    """Tell whether a deed is told to come again ("the protest will be repeated on 20 October"): another one."""
    parse = story.parse(draft.trigger.sentence)
    verb = parse.clauses[parse.clause_at[draft.trigger.word]].verb
    return verb is not None and verb.lemma in _REPEAT and draft.status is Status.PLANNED


_REPEAT = words_of("another", "repeat")


def is_adherence_to_plan(one: Draft, other: Draft) -> bool:
    """Tell who has joined a strike, "adhirieron al paro", from the strike itself, which is yet to come."""
    joined, plan = (other, one) if one.status is Status.PLANNED else (one, other)
    is_of_plan = plan.status is Status.PLANNED and joined.status in _TOLD and joined.form is plan.form is Form.STRIKE
    return is_of_plan and joined.date_mention is None and bool(_JOINS.match(fold(joined.trigger.text)))


_TOLD = frozenset({Status.OCCURRED, Status.ONGOING})
_JOINS = re.compile(r"(?:se )?(?:adhi|adhe|pleg|plieg|sum[aoe])|(?:have |has |will )?join")
