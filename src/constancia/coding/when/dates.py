"""A draft in its story in, its date out (codebook, section 4): its clause's, its sentence's, the lead's."""

from __future__ import annotations

import datetime as dt
import re
from typing import cast

from constancia.coding.clauses.site_names import is_street
from constancia.coding.clauses.syntax import ClauseKind, Parse, Tense
from constancia.coding.story import Draft, Story
from constancia.coding.when.ahead import FOR_A_DAY, put_ahead
from constancia.coding.when.bygone import is_far_ahead, is_long_before, is_of_an_aside, is_of_another_deed
from constancia.coding.when.compared import is_compared
from constancia.coding.when.content import (
    is_of_aftermath,
    is_of_content,
    is_of_saying,
    is_of_the_call,
    is_of_the_harmed,
    is_of_what_is_judged,
    is_of_what_was_called,
    is_of_who_tells,
    is_since_of_another,
    is_told_by_aftermath,
)
from constancia.coding.when.datelines import is_dateline
from constancia.coding.when.day_numbers import numbered_day
from constancia.coding.when.days import usable
from constancia.coding.when.ended import is_ended_since
from constancia.coding.when.ends import is_end
from constancia.coding.when.looked_back import has_later_day, tells_before
from constancia.coding.when.moved import moved_day
from constancia.coding.when.narrative import UNCOUNTED, carried_day, is_some_days_before, reckoned_day
from constancia.coding.when.nearness import (
    distance,
    is_days_after,
    is_of_what_is_beside,
    is_of_what_led_to_it,
    is_own,
    is_tied_to_another,
    penalty,
)
from constancia.coding.when.sections import date_by_section, section_of
from constancia.coding.when.set_up import set_up_day
from constancia.coding.when.settings import is_of_setting, is_setting
from constancia.coding.word_sets import word_set, words_of
from constancia.model import DateValue, Mention, ReportDate
from constancia.vocabulary import EventType, Mode, Precision, Status
from constancia.words import fold

_SINCE = frozenset({"since", "desde"})
_ARTICLES = frozenset({"the", "el", "la", "los", "las", "last", "this", "pasado", "este", "dia"})
_BEFORE_DAY = 3  # words before a day in which "since" may stand: "desde el pasado lunes"
_JOINS = frozenset({"and", "y", "e", ",", "el", "the", "to", "al", "-", "through"})
_BEGIN = words_of("dates", "begin")
END_VERBS = words_of("dates", "end_verbs")
_LASTS = frozenset({"S2 it goes on", "S2 a counted day"})


def find_date(story: Story, draft: Draft) -> None:
    """Set the date of a draft and the mention that gives it."""
    if is_setting(story, draft):
        mention = in_sentence(story, draft)
        if mention is None or not is_of_setting(story, draft, mention):
            return
    if is_some_days_before(story, draft):
        draft.why.append(UNCOUNTED)
        return
    mention = (
        moved_day(story, draft)
        or set_up_day(story, draft)
        or reckoned_day(story, draft)
        or numbered_day(story, draft)
        or in_sentence(story, draft)
    )
    if mention is not None and _goes_on_since(story, draft, mention):
        date_as_news(story, draft)
        return
    if mention is None and is_told_by_aftermath(story, draft):
        return  # "officers who were kidnapped were freed on Tuesday": on no day that the text tells
    if mention is None:
        mention = _in_sentence_before(story, draft) or carried_day(story, draft.trigger.sentence)
    if mention is not None:
        draft.date_mention = mention
        draft.date = _as_report_date(story, draft, mention)
        draft.why.append(f"date: {mention.text}")
    elif section_of(story, draft.trigger.sentence) is not None:
        date_by_section(story, draft)
    elif draft.said_on is None:
        date_as_news(story, draft)


def _goes_on_since(story: Story, draft: Draft, mention: Mention) -> bool:
    """Tell "are gathering over raids in which many were held on Friday": what goes on now was on no day of others."""
    if draft.status is not Status.ONGOING or not any(why.endswith("S2 progressive") for why in draft.why):
        return False
    parse = story.parse(draft.trigger.sentence)
    own, home = (parse.clause_at[parse.word_at(at)] for at in (draft.trigger.start, mention.start))
    value, published = mention.value, story.reading.text.published
    is_past = isinstance(value, DateValue) and value.to is not None and published is not None and value.to < published
    return is_past and own != home


def date_as_news(story: Story, draft: Draft) -> None:
    """Give a draft that has no day told the days of the news, where it stands in the headline or the lead (D6)."""
    draft.date = draft.date_mention = None
    if _is_told_as_news(story, draft):
        draft.date = _news_window(story)
        draft.why.append("date: D6")


def in_sentence(story: Story, draft: Draft) -> Mention | None:
    """Give the date that a draft's own sentence gives to its deed."""
    sentence = draft.trigger.sentence
    dates = [mention for mention in story.dates_in(sentence) if usable(mention) and not is_dateline(story, mention)]
    if not dates:
        return None
    parse = story.parse(sentence)
    language = story.reading.language
    dates = [each for each in dates if not is_street(parse, language, each.start, each.end) and not is_end(parse, each)]
    clause = parse.clauses[parse.clause_at[draft.trigger.word]]
    dates = [
        each
        for each in dates
        if not is_far_ahead(story, each)
        and not is_compared(story, draft, each)
        and not is_of_content(parse, each, clause, draft, language)
        and not is_of_the_call(draft, clause, parse, each, language)
        and not is_of_another_deed(story, parse, each, draft)
        and not is_of_an_aside(story, parse, each, draft)
        and not is_of_what_was_called(draft, clause, parse, each, language)
        and not is_since_of_another(parse, each, draft)
        and not is_of_what_is_judged(parse, each, draft)
        and not is_of_who_tells(story, parse, each, draft)
        and not is_of_aftermath(parse, each, clause, draft, language)
        and not is_of_the_harmed(story, draft, each)
        and not is_tied_to_another(story, parse, each, draft)
        and not is_of_what_led_to_it(story, parse, each, draft)
        and not is_of_what_is_beside(parse, each, dates, draft)
        and not (parse.clause_at[parse.word_at(each.start)] != clause.index and _is_for_a_plan(story, draft, each))
        and not _is_of_a_publication(story, draft, each)
    ]
    said_on = [each for each in dates if is_of_saying(story, draft, each)]
    if said_on:
        draft.said_on = said_on[0]
        dates = [each for each in dates if each not in said_on]
    if is_days_after(parse, clause):
        dates = [m for m in dates if parse.clause_at[parse.word_at(m.start)] == clause.index]
    return min(dates, key=lambda mention: distance(mention, draft, clause, parse), default=None)


def _in_sentence_before(story: Story, draft: Draft) -> Mention | None:
    """Look in the sentences before, in the same paragraph; nearer wins (D9)."""
    sentences = story.reading.sentences
    at = draft.trigger.sentence
    paragraph = sentences[at].paragraph
    for index in range(at - 1, max(at - 3, -1), -1):
        if sentences[index].paragraph != paragraph or sentences[index].is_headline:
            return None
        days = [m for m in story.dates_in(index) if usable(m) and penalty(m) == 0 and not _is_apart(story, draft, m)]
        days = [m for m in days if not is_end(story.parse(index), m) and not _is_looked_back_at(story, draft, index, m)]
        given = _day_given(story, index, days)
        if given is not None:
            return given
        if days:
            return _day_told(story, draft, index, days) or days[-1]
    return None


def _day_given(story: Story, index: int, days: list[Mention]) -> Mention | None:
    """Give the day that the deed of a sentence took from before: "arrested 12, he said Monday" is not of the Monday."""
    told = [each for each in story.drafts if each.trigger.sentence == index and each.date_mention is not None]
    told = [each for each in told if each.type in _DEEDS and each.status is Status.OCCURRED]
    if not days or not told or any(each.date_mention in days for each in told):
        return None
    return told[-1].date_mention


_DEEDS = frozenset({EventType.PROTEST, EventType.ASSAULT, EventType.COERCE})


def _is_apart(story: Story, draft: Draft, mention: Mention) -> bool:
    """Tell a beginning ("since May 7"), and for what was done a day to come ("called for May 27th"), from a day."""
    before = fold(story.reading.text.text[max(mention.start - 16, 0) : mention.start])
    if _FROM_THEN.search(before):
        return draft.status is not Status.ONGOING
    return _is_for_a_plan(story, draft, mention)


def _is_of_a_publication(story: Story, draft: Draft, mention: Mention) -> bool:
    """Tell the Tuesday of "the count, published on Tuesday, …" from the day of what is counted."""
    before = story.reading.text.text[max(mention.start - _REACH, 0) : mention.start]
    match = _PUBLISHED.search(fold(before))
    return (match is not None and draft.trigger.end <= mention.start - len(match.group())) or (
        match is not None and draft.trigger.start > mention.end
    )


_REACH = 30  # characters
_PUBLISHED = re.compile(
    r"\b(?:published|released|issued|unveiled|posted|publicad[oa]s?|difundid[oa]s?|emitid[oa]s?|divulgad[oa]s?)"
    r"(?: (?:on|el|este|last|late|early|this))* $"
)


def _is_looked_back_at(story: Story, draft: Draft, sentence: int, mention: Mention) -> bool:
    """Tell the day of what had been done before the news that a deed is of."""
    value = mention.value
    if not isinstance(value, DateValue) or value.from_ is None or not tells_before(story, sentence, mention.start):
        return False
    is_before_too = draft.trigger.is_verb and tells_before(story, draft.trigger.sentence, draft.trigger.start)
    return not is_before_too and has_later_day(story, sentence, value.from_)


def _is_for_a_plan(story: Story, draft: Draft, mention: Mention) -> bool:
    """Tell the day of "the strike call for Saturday" from that of what a verb tells to be done."""
    before = fold(story.reading.text.text[max(mention.start - 16, 0) : mention.start])
    return draft.status is Status.OCCURRED and draft.trigger.is_verb and bool(FOR_A_DAY.search(before))


_FROM_THEN = re.compile(r"\b(?:since|desde)(?: (?:el|la|last|this|este|early|late))*(?: (?:dia|pasado))? $")


def _day_told(story: Story, draft: Draft, sentence: int, days: list[Mention]) -> Mention | None:
    """Give the day of the deed of the same kind that a sentence tells, rather than another day in it."""
    told = [other for other in story.drafts if other.trigger.sentence == sentence and other.type is draft.type]
    return next((other.date_mention for other in reversed(told) if other.date_mention in days), None)


def _as_report_date(story: Story, draft: Draft, mention: Mention) -> ReportDate:
    value = cast("DateValue", mention.value)
    start, end = mention.start, mention.end
    from_, to, precision = value.from_, value.to, value.precision
    parse = story.parse(_story_sentence(story, mention))
    at = parse.word_at(mention.start)
    before = [word.norm for word in parse.words[max(at - _BEFORE_DAY, 0) : at] if word.norm not in _ARTICLES]
    is_here = _story_sentence(story, mention) == draft.trigger.sentence
    if before and before[-1] in _SINCE and is_here and is_own(parse, mention, draft):
        to = to or from_  # "missing since Sunday's attack"
    elif before and before[-1] in _SINCE and is_ended_since(story, draft, mention):
        to, precision = max(from_ or dt.date.min, cast("dt.date", story.reading.text.published)), Precision.WINDOW
    elif before and before[-1] in _SINCE and not (is_here and _is_when_behind(parse, at, draft)):
        is_toll = draft.type is EventType.ASSAULT and not draft.trigger.is_verb
        if draft.status is Status.OCCURRED:
            draft.status = Status.BACKGROUND if is_toll else Status.ONGOING  # "treated 26 gunshot wounds since Monday"
        draft.is_counted_only = draft.is_counted_only or is_toll
        to = None
    elif draft.status is Status.ONGOING and precision is Precision.DAY and _begins(parse, at):
        to = None
    elif draft.status is Status.ONGOING and any(why in _LASTS for why in draft.why):
        if draft.mode is Mode.ARREST:
            draft.status = Status.OCCURRED  # "those arrested on Friday are still held": the arrest is over
        else:
            from_ = to = None  # "the strike goes on today": when it began is not said
    from_, to = put_ahead(story, draft, mention, from_, to)
    spanned = _span_of_deed(story, draft)
    if spanned is not None:
        from_, to, precision = spanned
    return ReportDate(from_, to, precision, story.reading.text.text[start:end], start, end)


def _is_when_behind(parse: Parse, at: int, draft: Draft) -> bool:
    """Tell the day of "the largest since January 2017, when 300,000 marched" from a beginning."""
    clause = parse.clauses[parse.clause_at[draft.trigger.word]]
    return clause.marker in _WHEN and at < clause.first


_WHEN = frozenset({"when", "cuando"})


def _begins(parse: Parse, at: int) -> bool:
    verb = parse.clauses[parse.clause_at[at]].verb
    return verb is not None and verb.lemma in _BEGIN


def _story_sentence(story: Story, mention: Mention) -> int:
    """Give the index of the sentence in which a mention stands."""
    for index, sentence in enumerate(story.reading.sentences):
        if mention.start < sentence.end:
            return index
    return len(story.reading.sentences) - 1


def _span_of_deed(story: Story, draft: Draft) -> tuple[dt.date, dt.date, Precision] | None:
    """Read "the strike that began on 3 July ended on Thursday" as one span."""
    parse = story.parse(draft.trigger.sentence)
    days: dict[str, dt.date] = {}
    for mention in story.dates_in(draft.trigger.sentence):
        value = mention.value
        if not usable(mention) or not isinstance(value, DateValue) or value.from_ is None:
            continue
        verb = parse.clauses[parse.clause_at[parse.word_at(mention.start)]].verb
        if verb is not None and verb.lemma in _BEGIN:
            days["from"] = value.from_
        elif verb is not None and verb.lemma in END_VERBS:
            days["to"] = value.to or value.from_
    if len(days) == 2 and days["from"] < days["to"]:
        return days["from"], days["to"], Precision.WINDOW
    return None


def _is_told_as_news(story: Story, draft: Draft) -> bool:
    """Tell whether an undated deed stands in the headline or the lead (D6)."""
    if draft.status is not Status.OCCURRED or story.reading.text.published is None:
        return False
    return draft.trigger.sentence in story.lead_sentences() and not is_presupposed(story, draft)


def _only_describes(story: Story, parse: Parse, draft: Draft) -> bool:
    """Tell "Town buries growers killed at bridge", "Libres los obreros capturados" from "Two growers killed"."""
    clause = parse.clauses[parse.clause_at[draft.trigger.word]]
    if draft.type not in (EventType.ASSAULT, EventType.COERCE) or clause.kind is not ClauseKind.PARTICIPLE:
        return False
    own = clause.subject
    if own is not None and clause.first < own.first and parse.words[own.first - 1].norm in _NEXT_NEWS:
        return False  # "Growers clash with guards at mill; two officers shot"
    has_news = any(
        each.kind is ClauseKind.MAIN and each.verb is not None and each.verb.last < draft.trigger.word
        for each in parse.clauses
    )
    return has_news or bool(_FREE.match(story.folded(draft.trigger.sentence)))


_NEXT_NEWS = frozenset({";", ",", ":", "-", "–", "—"})
_FREE = re.compile(r"\s*(?:libres?|en libertad|liberad[oa]s?|excarcelad[oa]s?|free|freed|released)\b")


def is_presupposed(story: Story, draft: Draft) -> bool:
    """Tell what a headline's news follows upon ("court frees most after march", "reclamo por los detenidos")."""
    sentence = story.reading.sentences[draft.trigger.sentence]
    if not sentence.is_headline:
        return False
    parse = story.parse(draft.trigger.sentence)
    if draft.trigger.is_verb:
        return _only_describes(story, parse, draft)
    group = next((g for g in parse.nouns if g.first <= draft.trigger.word <= g.last), None)
    if group is None or group.first == 0:
        return False
    is_people = draft.mode is Mode.ARREST and group.is_definite
    has_clause = any(clause.verb is not None and clause.first > 0 for clause in parse.clauses) or group.first > 1
    before = {word.norm for word in parse.words[max(group.first - 3, 0) : group.first]}
    is_upon = group.preposition in _UPON or bool(_UPON & before and "," not in before)
    return has_clause and (is_upon or (is_people and group.preposition is not None))


_UPON = word_set("after over following since amid tras")


def _news_window(story: Story) -> ReportDate:
    published = cast("dt.date", story.reading.text.published)
    return ReportDate(published - dt.timedelta(days=1), published, Precision.WINDOW)


def settle_by_date(story: Story, draft: Draft) -> None:
    """Let the date correct the status: a day to come is planned, a day long past is background (S3, S9, X8)."""
    published, date = _known_day(story), draft.date
    if published is None or date is None:
        return
    if draft.status in (Status.OCCURRED, Status.ONGOING) and date.from_ is not None and date.from_ > published:
        if _is_told_as_past(story, draft):
            draft.date = draft.date_mention = None
            draft.why.append("date: the day to come is of something else")
        else:
            draft.status = Status.PLANNED
            draft.why.append("S3 date to come")
        return
    last = date.to or (published if draft.status is Status.ONGOING else date.from_)
    if draft.status in (Status.OCCURRED, Status.PLANNED) and last is not None and is_long_before(last, published):
        draft.status = Status.BACKGROUND
        draft.why.append("S9 long past")


def _is_told_as_past(story: Story, draft: Draft) -> bool:
    """Tell whether a verb in the past tells the deed, and the day stands elsewhere: in a sentence before.

    An attack is seldom planned for a day: the day to come in its sentence is of something else.
    """
    mention = draft.date_mention
    is_elsewhere = mention is not None and mention.start < draft.extent[0]
    if mention is None or not draft.trigger.is_verb or not (is_elsewhere or draft.type in _FORCE):
        return draft.type is EventType.ASSAULT and abs(cast("Mention", mention).start - draft.trigger.end) > _BESIDE
    parse = story.parse(draft.trigger.sentence)
    verb = parse.clauses[parse.clause_at[draft.trigger.word]].verb
    return verb is not None and (verb.tense is Tense.PAST or verb.is_perfect)


_BY_WORDS = frozenset({EventType.AGREE, EventType.CONSULT})
_FORCE = frozenset({EventType.ASSAULT, EventType.COERCE}) | _BY_WORDS
_BESIDE = 30  # characters from an attack's noun to a day that may be its own


def _known_day(story: Story) -> dt.date | None:
    """Give the day of publication, or for a text without one the latest day that it names: it is no older."""
    text = story.reading.text
    if text.published is not None:
        return text.published
    values = (mention.value for mention in story.reading.mentions)
    days = [value.from_ for value in values if isinstance(value, DateValue) and value.precision is Precision.DAY]
    return max((day for day in days if day is not None), default=None)
