"""Readings in, codings out: the steps of coding in their order, and the writing of each report."""

from __future__ import annotations

import dataclasses
from bisect import bisect_left
from collections.abc import Sequence
from typing import cast

from constancia.coding.claims.claiming import claim_figures
from constancia.coding.clauses.forms import Shape, verb_forms
from constancia.coding.clauses.parser import parse
from constancia.coding.clauses.syntax import Parse, Tag
from constancia.coding.deeds.drafts import make_drafts
from constancia.coding.deeds.everyday import without_everyday
from constancia.coding.deeds.lexicon import Sense
from constancia.coding.deeds.policing import without_routine
from constancia.coding.deeds.subjects import subjects_of
from constancia.coding.deeds.topic import without_loose_words
from constancia.coding.deeds.triggers import Candidate, candidates, known_nouns
from constancia.coding.deeds.within_names import without_places_in_names
from constancia.coding.merging.beside import take_from_beside
from constancia.coding.merging.merge import bring_status_together, merge
from constancia.coding.merging.passing import without_aimless, without_passing, without_unpinned
from constancia.coding.merging.sayings import without_contents
from constancia.coding.merging.splitting import split
from constancia.coding.merging.telling import tell_by_body
from constancia.coding.merging.told_again import join_retold
from constancia.coding.story import Draft, Story
from constancia.coding.taxonomy import acled
from constancia.coding.what.damage import find_damage
from constancia.coding.what.details import find_details
from constancia.coding.where.country import default_place
from constancia.coding.where.story_town import place_in_story_town
from constancia.coding.where.unlisted import find_unlisted
from constancia.coding.where.venues import find_venues
from constancia.coding.who.casualties import find_casualties
from constancia.coding.who.organisations import find_organisations
from constancia.coding.who.responsibility import find_responsibility
from constancia.coding.who.suspects import find_suspects
from constancia.coding.word_sets import word_set
from constancia.model import (
    ActorValue,
    Claim,
    Coding,
    DateValue,
    Mention,
    PlaceValue,
    QuantityValue,
    Reading,
    Report,
    Sentence,
    Span,
    Token,
)
from constancia.vocabulary import EventType, Mode, Role

_CODED = ("en", "es")
_DEEDS = frozenset({EventType.PROTEST, EventType.ASSAULT, EventType.COERCE, EventType.MOBILIZE})
CODEBOOK = "1.0"


def code_reading(reading: Reading) -> Coding:
    """Code one text: its reports with their claims, and the toll claims that belong to no event."""
    if reading.language not in _CODED:
        return Coding(reading.text.id, (), ())
    reading = without_places_in_names(reading)
    found = _candidates(reading)
    beside = _MentionsByPlace(reading.mentions)
    story = Story(reading, lambda index: _parse(reading, index, found.get(index, []), beside))
    made = make_drafts(story, found)
    for draft in made:
        find_details(story, draft)
    told = without_passing(story, without_everyday(story, without_contents(story, made)))
    story.drafts = join_retold(story, split(story, merge(story, told)))
    bring_status_together(story.drafts)
    take_from_beside(story)
    find_casualties(story)
    find_damage(story)
    find_responsibility(story)
    find_suspects(story)
    find_organisations(story)
    find_venues(story)
    find_unlisted(story)
    place_in_story_town(story)
    _fill_places(story)
    tell_by_body(story)
    figures = claim_figures(story)
    told = without_aimless(without_unpinned(without_loose_words(story, figures), figures), figures)
    told = without_routine(story, told, figures)
    drafts = [draft for draft in told if not draft.is_counted_only]
    reports = tuple(_report(story, draft, figures.by_report.get(draft.report_id, ())) for draft in drafts)
    return Coding(reading.text.id, reports, figures.tolls)


def _fill_places(story: Story) -> None:
    """Give deeds without a place the country that the text is about, and say so; a site without a town lies in it."""
    is_wanted = any(draft.place is None or draft.place.country is None for draft in story.drafts)
    default = default_place(story) if is_wanted else None
    for draft in story.drafts:
        if default is None:
            continue
        if draft.place is not None and draft.place.country is None and draft.place_mention is None:
            draft.place = dataclasses.replace(draft.place, country=default.country)
        elif draft.place is None and draft.type in _DEEDS:
            draft.place = default
            draft.why.append("place: the country of the text")


def _candidates(reading: Reading) -> dict[int, list[Candidate]]:
    """Give the candidates of each sentence; words that need a doer are left out of texts that name none."""
    found: dict[int, list[Candidate]] = {}
    named = [m for m in reading.mentions if isinstance(m.value, ActorValue) and m.value.name is not None]
    names = [(m.start, m.end) for m in named if _is_full_name(m) or _is_body_called(m)]
    roles = {mention.value.role for mention in reading.mentions if isinstance(mention.value, ActorValue)}
    for index, sentence in enumerate(reading.sentences):
        here = [
            each
            for each in candidates(sentence, reading.language)
            if not _is_in_name(each, sentence, names)
            and not _is_called_so(each, sentence)
            and _has_doer_here(each, roles)
        ]
        if here:
            found[index] = here
    subjects = subjects_of(reading) if found else frozenset()
    return {index: _in_earnest(here, subjects) for index, here in found.items()} if subjects else found


def _in_earnest(found: list[Candidate], subjects: frozenset[str]) -> list[Candidate]:
    """Leave out what is a figure of speech on a page of sport or of markets: "rallied", "se enfrentó a"."""
    return [each for each in found if each.sense is None or not _is_figurative(each.sense, subjects)]


def _is_figurative(sense: Sense, subjects: frozenset[str]) -> bool:
    return sense.mode is Mode.OBSTRUCT or not subjects.isdisjoint(sense.veto)


def _has_doer_here(candidate: Candidate, roles: set[Role]) -> bool:
    """Tell whether a text names the doer that a word wants, if it wants one."""
    return candidate.sense is None or candidate.sense.doer is None or candidate.sense.doer in roles


def _is_full_name(mention: Mention) -> bool:
    """Tell a person called by name and surname ("Rosa Choque Mamani") from a body, a title and a lone name."""
    value = cast("ActorValue", mention.value)
    name = value.name or ""
    is_person = value.is_private or value.role is Role.INDIVIDUAL or value.organisation is None
    return is_person and " " in name and name.istitle() and all(word[:1].isupper() for word in name.split())


def _is_body_called(mention: Mention) -> bool:
    """Tell a body by its whole name ("Comité de Familiares de Privadas de Libertad") from one of two words."""
    words = mention.text.split()
    longer = [word for word in words if len(word) > _SMALL_WORD]
    is_called = len(words) >= _WORDS_OF_BODY and len(longer) > 1 and all(word[:1].isupper() for word in longer)
    return is_called and not mention.text.isupper()


_SMALL_WORD, _WORDS_OF_BODY = 3, 3


def _is_in_name(candidate: Candidate, sentence: Sentence, names: list[tuple[int, int]]) -> bool:
    """Tell whether a word that would name a deed is a surname ("Choque", "Paro", "March") or within a body's name."""
    if not names:
        return False
    start, end = sentence.tokens[candidate.first].start, sentence.tokens[candidate.last].end
    return any(first <= start and end <= last and (first, last) != (start, end) for first, last in names)


def _is_called_so(candidate: Candidate, sentence: Sentence) -> bool:
    """Tell a place's or a body's name ("caserío Las Trancas") by its article, which is written as a name's."""
    at = candidate.first
    word = sentence.tokens[at].text
    if at and word[0].isupper() and not word.isupper() and _is_called_for_a_cause(sentence, at):
        return True
    if candidate.first != candidate.last or at < 2 or sentence.is_headline:
        return False
    article = sentence.tokens[at - 1]
    is_named = word[0].isupper() and article.text in _NAME_ARTICLES
    return is_named and not word.isupper() and sentence.tokens[at - 2].norm[0].isalpha()


_NAME_ARTICLES = frozenset({"El", "La", "Los", "Las"})


def _is_called_for_a_cause(sentence: Sentence, at: int) -> bool:
    """Tell a body by its aim, "la Asamblea Vecinal por el Agua Limpia", from a meeting."""
    words = [token.text for token in sentence.tokens[at + 1 : at + _NAME_REACH]]
    cause = next((index for index, word in enumerate(words) if word in _CAUSES), None)
    if cause is None or not all(word[:1].isupper() for word in words[:cause]):
        return False
    named = next((word for word in words[cause + 1 :] if word.lower() not in _IN_NAMES), "")
    return named[:1].isupper()


_NAME_REACH = 6  # words
_CAUSES = frozenset({"por", "para", "pro", "contra", "for", "against"})
_IN_NAMES = frozenset({"la", "el", "los", "las", "de", "del", "the", "of", "a"})


class _MentionsByPlace:
    """Mentions in order of their beginning, to be found by where they stand."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self._mentions = mentions
        self._starts = [mention.start for mention in mentions]
        self._longest = max((mention.end - mention.start for mention in mentions), default=0)

    def touching(self, start: int, end: int) -> list[Mention]:
        """Give the mentions that share a letter with a stretch of the text."""
        first = bisect_left(self._starts, start - self._longest)
        last = bisect_left(self._starts, end)
        return [mention for mention in self._mentions[first:last] if mention.end > start]


def _parse(reading: Reading, index: int, found: list[Candidate], beside: _MentionsByPlace) -> Parse:
    """Parse a sentence, with what the readers know of its words: dates, places, the nouns of phrases."""
    sentence = reading.sentences[index]
    known = known_nouns(found, sentence.tokens, reading.language)
    for mention in beside.touching(sentence.start, sentence.end):
        known.update(_tags(mention, sentence))
    return parse(sentence.tokens, reading.language, known)


# Words before a number that would else pass for prepositions: "over 100", "más de 20.000", "cerca de 80".
_SMALL = word_set("of the de del la las los el and y e for in en at from")  # they keep their tags inside a name
_MODIFIERS = word_set("al over about around under up to at least than more less some de mas menos cerca unos hasta")


def _tags(mention: Mention, sentence: Sentence) -> dict[int, Tag]:
    """Tell what the words of a mention are: a date's no nouns, a place's, a name's and a one-word actor's no verbs."""
    inside = [token for token in sentence.tokens if mention.start <= token.start < mention.end and token.norm != "'s"]
    if isinstance(mention.value, DateValue):
        return {token.start: Tag.TIME for token in inside}
    if isinstance(mention.value, QuantityValue):
        return {token.start: Tag.DETERMINER for token in inside if token.norm in _MODIFIERS}
    is_actor = isinstance(mention.value, ActorValue) and len(inside) == 1
    if isinstance(mention.value, PlaceValue) or (is_actor and not _is_done_to(inside[0], sentence)):
        return {token.start: Tag.NOUN for token in inside}
    if isinstance(mention.value, ActorValue) and mention.value.name is not None:
        return {token.start: Tag.NOUN for token in inside if token.norm not in _SMALL and token.norm[0].isalpha()}
    return {}


_STATES = word_set(
    "fue fueron sido siendo era eran ser sera seran seria serian sea sean fuera fueran fuese fuesen esta estan estaba"
    " estaban estaran quedo quedaron quedan quedaran resulto resultaron resultan"
)


def _is_done_to(token: Token, sentence: Sentence) -> bool:
    """Tell the participle of "fueron detenidas", "quince personas detenidas" from the noun of "las detenidas"."""
    at = sentence.tokens.index(token)
    before = sentence.tokens[at - 1].norm if at else ""
    is_participle = any(form.shape is Shape.PARTICIPLE for form in verb_forms(token.norm, "es"))
    return is_participle and (before in _STATES or before in _PEOPLE)


_PEOPLE = word_set("persona personas hombre hombres mujer mujeres joven jovenes campesinos estudiantes manifestantes")


def _report(story: Story, draft: Draft, claims: tuple[Claim, ...]) -> Report:
    reading = story.reading
    start, end = _extent(story, draft)
    event_type, sub_type = acled(draft, story.drafts, claims)
    trigger = draft.trigger
    return Report(
        report_id=draft.report_id,
        id=reading.text.id,
        start=start,
        end=end,
        quote=reading.text.text[start:end],
        trigger=Span(trigger.start, trigger.end, reading.text.text[trigger.start : trigger.end]),
        type=draft.type,
        mode=draft.mode,
        form=draft.form,
        acled_event_type=event_type,
        acled_sub_event_type=sub_type,
        status=draft.status,
        is_plural=draft.is_plural,
        plural_low=draft.plural_low,
        date=draft.date,
        place=draft.place,
        actors=tuple(draft.actors),
        issue=tuple(draft.issue),
        target=draft.target,
        campaign=draft.campaign,
        day_counter=draft.day_counter,
        instruments=tuple(draft.instruments),
        objects=tuple(draft.objects),
        claims=claims,
        coder=f"rules-{reading.language}",
        codebook=CODEBOOK,
        why="; ".join(draft.why),
    )


def _extent(story: Story, draft: Draft) -> tuple[int, int]:
    """Give the run of sentences that tell of a deed, as far as they stand side by side with its trigger's."""
    sentences = story.reading.sentences
    first = last = draft.trigger.sentence
    told = set(draft.told_in)
    while last + 1 in told and sentences[last + 1].paragraph == sentences[first].paragraph:
        last += 1
    return sentences[first].start, sentences[last].end
