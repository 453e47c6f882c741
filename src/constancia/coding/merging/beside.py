"""Drafts of a story out with the day and place of the deed that their sentence, or one just before, goes on from (D9).

"The march was calm until four, when a group set a minibus alight. Police arrested 23." All three are of the day of the
march, which the sentence names by "the march" alone.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from constancia.coding.clauses.syntax import Tense
from constancia.coding.drafts.drafting import is_item
from constancia.coding.merging.around import is_counted_back
from constancia.coding.merging.merge import are_places_apart
from constancia.coding.story import Draft, Story, Trigger
from constancia.coding.when.days import date_by_saying, usable
from constancia.coding.when.looked_back import has_later_day, tells_before
from constancia.coding.when.narrative import UNCOUNTED
from constancia.coding.where.places import places_in
from constancia.coding.where.unlisted import names_unlisted
from constancia.coding.word_sets import word_set, words_of
from constancia.model import DateValue, Mention, PlaceValue, ReportDate, ReportPlace, SpeakerValue
from constancia.vocabulary import EVENT_STATUSES, Anchor, EventType, Feature, Mode, Precision, QuotationKind, Status

_DEEDS = frozenset({EventType.PROTEST, EventType.ASSAULT, EventType.COERCE, EventType.MOBILIZE})
_LASTING = frozenset({Mode.STRIKE, Mode.HUNGER, Mode.BOYCOTT})
_DAYS = (Precision.DAY, Precision.WINDOW)
_SENTENCES = 2


def take_from_beside(story: Story) -> None:
    """Give each deed without a day of its own that of the nearest deed told of in its sentence or just before it.

    Where no other day was named since, the deed may stand in an earlier paragraph. So may the town of what was done to
    people there.
    """
    for draft in sorted(story.drafts, key=lambda each: each.trigger.start):
        if draft.type not in _DEEDS or draft.status not in EVENT_STATUSES or draft.mode in _LASTING:
            continue
        is_undated = draft.date is None and UNCOUNTED not in draft.why
        giver = (_giver(story, draft) or _told_before(story, draft)) if is_undated else None
        if giver is not None:
            draft.date, draft.date_mention = giver.date, giver.date_mention
            draft.why.append(f"date: of {giver.trigger.text}")
        date_by_saying(draft)
        if draft.place is not None or draft.is_answered or names_unlisted(story, draft):
            continue
        if giver is None or giver.place_mention is None:
            giver = _placed_before(story, draft)
        if giver is not None:
            draft.place, draft.place_mention = giver.place, giver.place_mention
            draft.why.append(f"place: of {giver.trigger.text}")


def _giver(story: Story, draft: Draft) -> Draft | None:
    """Give the dated deed that is named last before a deed, in its paragraph, two sentences back at most."""
    sentences = story.reading.sentences
    here = draft.trigger.sentence
    found: list[tuple[int, Draft]] = []
    for other in story.drafts:
        if other is draft or not _is_dated(other) or _is_told_later(story, other.date_mention, here):
            continue
        if _is_looked_back_at(story, other, draft):
            continue
        for trigger in (other.trigger, *other.echoes):
            away = here - trigger.sentence
            is_near = 0 <= away <= _SENTENCES and sentences[trigger.sentence].paragraph == sentences[here].paragraph
            is_before = is_near and trigger.start < draft.trigger.start
            if is_before and not sentences[trigger.sentence].is_headline and not _is_cause(story, other, trigger):
                found.append((trigger.start, other))
    return max(found, key=lambda each: each[0])[1] if found else None


def _told_before(story: Story, draft: Draft) -> Draft | None:
    """Give the deed told last before, in an earlier paragraph, if no other day was named since."""
    here = draft.trigger.sentence
    if draft.status is not Status.OCCURRED or _is_told_now(story, draft):
        return None
    found = _last_before(story, draft, _has_known_day, least=1)
    if found is None:
        return None
    at, giver = found
    sentences = story.reading.sentences
    is_new_paragraph = sentences[at].paragraph != sentences[here].paragraph
    if is_new_paragraph and giver.date_mention is not None and is_counted_back(giver.date_mention):
        return None
    if _is_upon(story, draft) or any(
        at < echo.sentence <= here and _is_cause(story, giver, echo) for echo in giver.echoes
    ):
        return None
    is_apart = are_places_apart(giver, draft) or (giver.place_mention is None and _opens_with_town(story, draft))
    is_elsewhere = is_apart and not _is_of_its_day(story, giver, draft)
    is_day_between = any(
        usable(day) and not _is_quoted(story, day) and not _is_ahead(story, day)
        for index in range(at + 1, here + 1)
        for day in story.dates_in(index)
    )
    if is_elsewhere or is_day_between:
        return None
    return None if any(_is_set_elsewhere(story, giver, index) for index in range(at + 1, here)) else giver


def _last_before(
    story: Story, draft: Draft, is_able: Callable[[Draft], bool], *, least: int
) -> tuple[int, Draft] | None:
    """Give the sentence of the able deed told last before, `least` sentences back or more; no item of a list between.

    None if there is none.
    """
    here = draft.trigger.sentence
    near = [
        (trigger.start, trigger.sentence, other)
        for other in story.drafts
        if other is not draft and is_able(other) and not _is_told_later(story, other.date_mention, here)
        for trigger in (other.trigger, *other.echoes)
        if least <= here - trigger.sentence <= _SENTENCES_BACK and trigger.start < draft.trigger.start
        if not _is_cause(story, other, trigger) and not _is_looked_back_at(story, other, draft)
    ]
    if not near:
        return None
    _, at, giver = max(near, key=lambda each: each[0])
    return None if any(is_item(story, index) for index in range(at + 1, here + 1)) else (at, giver)


_SENTENCES_BACK = 6


def _is_set_elsewhere(story: Story, giver: Draft, sentence: int) -> bool:
    """Tell a sentence that opens with another town than the giver's: "In Kisumu, the day began with prayers"."""
    start = story.reading.sentences[sentence].start
    return any(
        giver.place is None or _is_of_elsewhere(giver, town)
        for town in places_in(story, sentence)
        if len(story.reading.text.text[start : town.start].split()) <= _WORDS_BEFORE_TOWN
        and cast("PlaceValue", town.value).feature in _IN_TOWN
    )


def _is_looked_back_at(story: Story, giver: Draft, draft: Draft) -> bool:
    """Tell "they had been arrested on 13 May", told behind a later day, from the news that a text goes on with."""
    if giver.first_day is None or giver.trigger.sentence == draft.trigger.sentence:
        return False
    if not tells_before(story, giver.trigger.sentence, giver.trigger.start):
        return False
    if draft.trigger.is_verb and tells_before(story, draft.trigger.sentence, draft.trigger.start):
        return False
    return has_later_day(story, giver.trigger.sentence, giver.first_day)


def _is_told_later(story: Story, mention: Mention | None, here: int) -> bool:
    """Tell a day that is told only behind a sentence: what stands in that is not known to be of the day."""
    return mention is not None and mention.start >= story.reading.sentences[here].end


def _is_upon(story: Story, draft: Draft) -> bool:
    """Tell what came of another deed than the one told last: "Tras el desalojo, los gremios cortaron el puente"."""
    words = story.parse(draft.trigger.sentence).words
    if words[0].norm not in _UPON:
        return False
    mark = next((word.start for word in words if word.text == ","), 0)
    return any(
        other.trigger.sentence == draft.trigger.sentence and other.trigger.end <= mark and not other.trigger.is_verb
        for other in story.drafts
        if other is not draft
    )


_UPON = word_set("tras after following luego despues")


def _is_cause(story: Story, draft: Draft, trigger: Trigger) -> bool:
    """Tell the deed named for what came of it, "the killings set off anger elsewhere": that has its own day."""
    if trigger.is_verb or draft.type not in _FORCE:
        return False  # "the march set off at ten", "the strike drew thousands"
    parse = story.parse(trigger.sentence)
    clause = parse.clauses[parse.clause_at[trigger.word]]
    subject, verb = clause.subject, clause.verb
    is_subject = subject is not None and subject.first <= trigger.word <= subject.last
    return is_subject and verb is not None and not verb.is_passive and verb.lemma in _CAUSES


_CAUSES = words_of("beside", "causes")


def _is_quoted(story: Story, mention: Mention) -> bool:
    """Tell a day that only somebody's own words name: the story goes on from where it was before them."""
    return any(
        value.kind is not QuotationKind.INDIRECT and value.content.start <= mention.start < value.content.end
        for each in story.quoted()
        if isinstance(value := each.value, SpeakerValue) and value.content is not None
    )


def _is_ahead(story: Story, mention: Mention) -> bool:
    """Tell a deadline or a plan, "has until 20 February", of which nothing told as done can be."""
    value, published = mention.value, story.reading.text.published
    if not isinstance(value, DateValue) or value.from_ is None or published is None:
        return False
    return value.from_ > published


def _opens_with_town(story: Story, draft: Draft) -> bool:
    """Tell whether a town opens the sentence of a deed that lies there, or beside it: "In Gweru, … near Mvuma"."""
    if draft.place_mention is None:
        return False
    start, towns = story.reading.sentences[draft.trigger.sentence].start, places_in(story, draft.trigger.sentence)
    return any(
        town.start < draft.trigger.start
        and len(story.reading.text.text[start : town.start].split()) <= _WORDS_BEFORE_TOWN
        and (town is draft.place_mention or cast("PlaceValue", town.value).feature in _IN_TOWN)
        for town in (draft.place_mention, *towns)
    )


def _is_of_its_day(story: Story, giver: Draft, draft: Draft) -> bool:
    """Tell a deed in another town of the same country from one of another day: "In Kisumu, youths blocked the road".

    The town opens the sentence, and whatever the text told before as done was done on one day. A day counted from
    another one ("on the eve", "two days earlier") is only that of what is told with it.
    """
    place, town, day = draft.place, draft.place_mention, cast("ReportDate", giver.date)
    mention = giver.date_mention
    if mention is not None and isinstance(mention.value, DateValue) and mention.value.anchor is Anchor.TEXT:
        return False
    if town is None or place is None or (giver.place is not None and place.country != giver.place.country):
        return False
    if not _opens_with_town(story, draft):
        return False
    before = [other for other in story.drafts if other.trigger.start < draft.trigger.start and _is_done(other)]
    told = [other.date for other in before if other.date is not None]
    return giver.status is Status.OCCURRED and all(_is_within(date, day) for date in told)


_WORDS_BEFORE_TOWN = 4  # "Meanwhile, in", "And in nearby", "Mientras tanto, en"


def _is_done(draft: Draft) -> bool:
    return draft.type in _DEEDS and draft.status is Status.OCCURRED


def _is_within(date: ReportDate, day: ReportDate) -> bool:
    """Tell whether a date shares a day with another: the window of a lead holds the day that its body names."""
    if date.from_ is None or day.from_ is None:
        return False
    return date.from_ <= (day.to or day.from_) and day.from_ <= (date.to or date.from_)


def _placed_before(story: Story, draft: Draft) -> Draft | None:
    """Give the deed told last before that has a town or a place in one, if no other place was named since."""
    here = draft.trigger.sentence
    if draft.type not in _FORCE or draft.is_plural or not draft.trigger.is_verb or _is_told_now(story, draft):
        return None
    found = _last_before(story, draft, _is_placed, least=0)
    if found is None:
        return None
    at, giver = found
    is_place_between = any(
        _is_of_elsewhere(giver, other) for i in range(at + 1, here + 1) for other in places_in(story, i)
    )
    return None if is_place_between else giver


_FORCE = frozenset({EventType.ASSAULT, EventType.COERCE})
_IN_TOWN = (Feature.CITY, Feature.SITE, Feature.ADMIN2)


def _is_placed(draft: Draft) -> bool:
    is_known = draft.place_mention is not None and draft.place is not None and draft.place.feature in _IN_TOWN
    return is_known and not draft.is_plural and draft.type in _DEEDS and draft.status in EVENT_STATUSES


def _is_of_elsewhere(giver: Draft, mention: Mention) -> bool:
    """Tell a place that is neither the giver's nor holds it."""
    value, place = cast("PlaceValue", mention.value), cast("ReportPlace", giver.place)
    return value.feature is not Feature.COUNTRY and value.name not in (place.name, place.admin1, place.admin2)


def _has_known_day(draft: Draft) -> bool:
    date = draft.date
    is_known = date is not None and date.from_ is not None and date.to is not None and date.precision in _DAYS
    return is_known and draft.type in _DEEDS and draft.status in EVENT_STATUSES


def _is_told_now(story: Story, draft: Draft) -> bool:
    """Tell "students hold the faculty", of these days, from what is told as past."""
    parse = story.parse(draft.trigger.sentence)
    verb = parse.clauses[parse.clause_at[draft.trigger.word]].verb if draft.trigger.is_verb else None
    return verb is not None and verb.tense is Tense.PRESENT and not (verb.is_perfect or verb.is_passive)


def _is_dated(draft: Draft) -> bool:
    is_news = draft.type in _DEEDS and draft.status is Status.OCCURRED and draft.mode not in _LASTING
    mention = draft.date_mention
    return is_news and mention is not None and isinstance(mention.value, DateValue) and mention.value.precision in _DAYS
