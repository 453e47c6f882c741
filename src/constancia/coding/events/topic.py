"""A text in, how likely it is to tell of a collective conflict out; by it the loose words of long texts are left out.

A demand, an assembly or a blow is coded where the text is about a conflict; in a report of a committee's election,
a burglary or a concert it is no event of ours (E1, E4). A text too short to show its topic is taken for one.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, islice

from constancia.coding.story import Draft, Figures, Story
from constancia.model import Reading
from constancia.vocabulary import ActorPart, EventType, Form, Measure, Mode, Role, Status
from constancia.words import load_lexicon

_DEEDS = frozenset({EventType.PROTEST, EventType.ASSAULT, EventType.COERCE, EventType.MOBILIZE, EventType.SANCTION})
_OPENING = 40  # words of headline and lead
_SHORTEST = 100  # words; a shorter text shows no topic, nor do
_FEWEST = 4  # sentences, of which one would weigh too much
_LEAST = 30  # words over which a share is reckoned at least, so that one word of few weighs no more
_MOST = 2.5  # what a share may weigh at most
_FEW = 3  # words of a topic in the opening that count
_ARMED = 1.0  # words of armed conflict, per hundred, that make a text one of political violence
_CRIMINAL = 1.0  # words of crime or of accidents, per hundred, that make a text one of common crime


@dataclass(frozen=True, slots=True)
class Evidence:
    """The weights of `any/conflict.toml`, and how likely a conflict must be for loose words to count."""

    threshold: float
    weights: dict[str, float]


@lru_cache(1)
def evidence() -> Evidence:
    """Load the weights."""
    data = load_lexicon("any", "conflict")
    return Evidence(data["threshold"], data["weights"])


@lru_cache(2)
def _topics(language: str) -> dict[str, tuple[str, ...]]:
    """Give the topics of each word of the lexicon."""
    words: dict[str, tuple[str, ...]] = {}
    for topic, listed in load_lexicon(language, "topics")["topics"].items():
        for word in set(listed.split()):
            words[word] = (*words.get(word, ()), topic)
    return words


def topic_facts(words: list[str], language: str) -> dict[str, float]:
    """Weigh the topics of folded words: how often each comes, per hundred words (logarithm), and in the opening."""
    topics = _topics(language)
    facts = {"always": 1.0}
    for topic, count in _count(words, topics).items():
        facts[topic] = min(math.log1p(100 * count / max(len(words), _LEAST)), _MOST)
    for topic, count in _count(islice(words, _OPENING), topics).items():
        facts[f"opens with {topic}"] = min(count, _FEW) / _FEW
    return facts


def _count(words: Iterable[str], topics: dict[str, tuple[str, ...]]) -> Counter[str]:
    return Counter(chain.from_iterable(topics.get(word, ()) for word in words))


def words_of(reading: Reading) -> list[str]:
    """Give the folded words of a text."""
    return [token.norm for sentence in reading.sentences for token in sentence.tokens if token.norm[0].isalpha()]


def _is_of_conflict(facts: dict[str, float]) -> bool:
    """Tell whether facts speak for a collective conflict."""
    known = evidence()
    score = sum(known.weights.get(name, 0.0) * strength for name, strength in facts.items())
    return 1 / (1 + math.exp(-score)) >= known.threshold


def without_loose_words(story: Story, figures: Figures) -> list[Draft]:
    """Leave out what a long text that is about no conflict only says, plans to discuss or mentions."""
    if len(story.reading.sentences) < _FEWEST or not any(map(_may_be_loose, story.drafts)):
        return story.drafts
    words = words_of(story.reading)
    if len(words) < _SHORTEST:
        return story.drafts
    facts = topic_facts(words, story.reading.language)
    if facts.get("armed", 0.0) >= math.log1p(_ARMED):
        return story.drafts
    is_of_crime = max(facts.get("crime", 0.0), facts.get("accident", 0.0)) >= math.log1p(_CRIMINAL)
    is_other = not _is_of_conflict(facts)
    is_quiet = not any(map(_is_told_deed, story.drafts))
    left_out = {
        draft.report_id
        for draft in story.drafts
        if (is_other and _is_loose(draft))
        or (is_of_crime and _is_private_force(draft))
        or (is_quiet and (draft.status is Status.LEGAL or draft.type in _TALKS))
        if not _tells_harm(draft, figures)
    }
    if is_other and is_of_crime:
        left_out |= {draft.report_id for draft in story.drafts if _is_routine(draft)}
    return [draft for draft in story.drafts if draft.report_id not in left_out]


def _may_be_loose(draft: Draft) -> bool:
    return _is_loose(draft) or _is_private_force(draft) or _is_routine(draft)


def _is_loose(draft: Draft) -> bool:
    """Tell words, talks, trials, meetings and protests in general or of no day and place from a deed that is told."""
    if draft.type not in _DEEDS or draft.status is Status.LEGAL:
        return not _is_by_police(draft)
    if draft.type is EventType.ASSAULT:
        return draft.status is Status.BACKGROUND
    if draft.type is not EventType.PROTEST:
        return False
    is_unpinned = draft.place_mention is None and (draft.mode is Mode.RIOT or draft.date_mention is None)
    return draft.form is Form.ASSEMBLY or draft.status is Status.BACKGROUND or is_unpinned


def _is_told_deed(draft: Draft) -> bool:
    """Tell a protest, or what the state did, from words, trials and blows among private people."""
    is_deed = draft.type in _DEEDS and draft.status not in (Status.LEGAL, Status.BACKGROUND)
    return is_deed and not _is_private_force(draft)


def _is_private_force(draft: Draft) -> bool:
    """Tell a blow, a shot or a clash among private people, or by nobody named."""
    is_force = draft.type is EventType.ASSAULT or draft.mode is Mode.RIOT
    return is_force and all(actor.role in _PRIVATE for actor in draft.actors)


def _is_routine(draft: Draft) -> bool:
    """Tell what police do in passing."""
    return draft.type is EventType.MOBILIZE and draft.status is Status.BACKGROUND


def _is_by_police(draft: Draft) -> bool:
    return any(actor.role is Role.POLICE and actor.part is ActorPart.ACTOR for actor in draft.actors)


def _tells_harm(draft: Draft, figures: Figures) -> bool:
    """Tell whether a draft says how many came to harm: that is never left out."""
    return any(claim.measure in _HARM for claim in figures.by_report.get(draft.report_id, ()))


_TALKS = frozenset({EventType.CONSULT, EventType.AGREE})
_HARM = frozenset({Measure.KILLED, Measure.INJURED})
_PRIVATE = frozenset({Role.INDIVIDUAL, Role.OTHER, Role.GANG, Role.BUSINESS, Role.HEALTH, Role.UNIDENTIFIED_ARMED})
