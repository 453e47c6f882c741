"""A day in its sentence in, how near it stands to a deed out, and whether it is tied to that or to another."""

from __future__ import annotations

import re
from typing import cast

from constancia.coding.clauses.syntax import Clause, ClauseKind, Parse, Tag, Word
from constancia.coding.status.happened import tells_where_it_was
from constancia.coding.story import Draft, Story
from constancia.coding.word_sets import word_set, words_of
from constancia.model import DateValue, Mention
from constancia.vocabulary import EventType, Precision, Status

_SINCE = frozenset({"since", "desde"})
_LATER_DEATH = words_of("day_nearness", "later_death")
_BY_WORDS = frozenset({EventType.AGREE, EventType.CONSULT})

_AT_ONCE = word_set("when as while cuando al mientras")
_OF = frozenset({"de", "del", "of"})
_TIMES_OF_DAY = word_set("madrugada manana tarde noche mediodia amanecer night morning evening afternoon dawn")


def is_days_after(parse: Parse, clause: Clause) -> bool:
    """Read "on Friday, a day after police broke up": the Friday is not the day of what came before it."""
    before = " ".join(word.norm for word in parse.words[max(clause.first - 3, 0) : clause.first + 4])
    return bool(_DAYS_AFTER.search(before))


_DAYS_AFTER = re.compile(r"\b(?:day|days|week|weeks|dia|dias|semana|semanas) (?:after|despues)\b")


def distance(mention: Mention, draft: Draft, clause: Clause, parse: Parse) -> tuple[int, int]:
    """Give how far a day is from a deed, by clauses and what else it may be of, then by words; the least is its own."""
    at = parse.word_at(mention.start)
    behind = at - draft.trigger.last_word
    if draft.status in _UNDONE and (0 < behind <= _OF_ITS_PLAN or (behind > 0 and _is_for(parse, at))):
        return (-1, at - draft.trigger.word)
    if is_own(parse, mention, draft) or _was_suffered(parse, parse.clause_at[at], draft):
        return (-1, 0)
    if _is_in_its_phrase(parse, at, draft):
        return (-1, 1)
    if not draft.trigger.is_verb and tells_where_it_was(parse, draft.trigger.last_word, mention):
        return (-1, 2)
    home = parse.clause_at[at]
    steps = 0 if _is_within_relative(parse, at, clause, draft) else abs(home - clause.index)
    if draft.type in _BY_WORDS and parse.clauses[home].parent == clause.index:
        steps += 2  # "agreed to strike from 27 May"
    if steps and _modifies(parse, home, draft):
        steps = 0
    elif steps and clause.parent == home:
        steps = 1
    verb = parse.clauses[home].verb
    is_when = clause.parent == home and clause.marker in _AT_ONCE  # "died when police fired": one moment
    if steps and not is_when and verb is not None and verb.lemma in _LATER_DEATH:
        steps += 3
    if steps and _SINCE & {word.norm for word in parse.words[max(at - 2, 0) : at]}:
        steps += 2  # the beginning of something else
    return (steps * 100 + penalty(mention) + _of_another(parse, mention, at, draft), abs(at - draft.trigger.word))


def is_own(parse: Parse, mention: Mention, draft: Draft) -> bool:
    """Tell the day that is tied to a deed's own noun, "the 2 May march", "las protestas de octubre", from others."""
    trigger = draft.trigger
    if trigger.is_verb:
        return False
    after = parse.word_at(mention.end - 1) + 1
    if after < len(parse.words) and parse.words[after].norm == "'s":
        after += 1
    at = parse.word_at(mention.start)
    is_behind = at > 1 and parse.words[at - 1].norm in _OF and trigger.last_word == at - 2
    return is_behind or (after == parse.word_at(trigger.start) and after > 0)


def _is_within_relative(parse: Parse, at: int, clause: Clause, draft: Draft) -> bool:
    """Tell the day of "students who held the hall since 3 May left on Friday" that stands before the verb behind it."""
    verb = parse.clauses[parse.clause_at[at]].verb
    is_open = clause.kind is ClauseKind.RELATIVE and clause.index != parse.clause_at[at] and draft.trigger.is_verb
    return is_open and verb is not None and draft.trigger.last_word < at < verb.first


def _is_for(parse: Parse, at: int) -> bool:
    """Tell the day of a plan: "banned on Monday the march that a union had set for Saturday"."""
    return any(word.norm in _FOR for word in parse.words[max(at - 2, 0) : at])


_FOR = frozenset({"for", "para"})


def is_of_what_is_beside(parse: Parse, mention: Mention, dates: list[Mention], draft: Draft) -> bool:
    """Tell the day of what a deed was done over, of the court that judges it, and a night of another clause."""
    is_of_court = _is_of_its_ground(parse, mention, draft) or _is_of_the_verdict(parse, mention, draft)
    return is_of_court or _is_of_another_night(parse, mention, dates, draft)


def _is_of_its_ground(parse: Parse, mention: Mention, draft: Draft) -> bool:
    """Tell the Tuesday of "arrested 12 people over Tuesday's riot": it is the riot's, and not that of the arrests."""
    if draft.type not in _UPON_SOMETHING or mention.start < draft.trigger.end:
        return False
    at, last = parse.word_at(mention.start), parse.word_at(mention.end - 1)
    behind = [word.norm for word in parse.words[last + 1 : last + 2]]
    is_of = parse.words[at - 1].norm in _OF or (parse.words[at - 2].norm in _OF and parse.words[at - 1].norm in _THE)
    noun = last + 2 if behind == ["'s"] else at - 2 if parse.words[at - 1].norm in _OF else at - 3
    if not (is_of or behind == ["'s"]):
        return False
    group = next((each for each in parse.nouns if each.first <= noun <= each.last), None)
    if draft.type in _WORDS:
        return group is not None and group.lemma not in _TIMES_OF_DAY
    return group is not None and group.preposition in _OVER and group.lemma in _SCENES


_WORDS = frozenset({EventType.ACCUSE, EventType.REJECT})  # "condemned Monday's killing"
_UPON_SOMETHING = _WORDS | {EventType.COERCE}
_THE = frozenset({"el", "la", "the", "last", "pasado"})
_OVER = frozenset({"over", "for", "por", "about", "after", "following", "tras"})


def _was_suffered(parse: Parse, home: int, draft: Draft) -> bool:
    """Tell the 13th of "died on Monday of gunshot wounds suffered on the 13th": that of the deed, not of the death."""
    verb = parse.clauses[home].verb
    if verb is None or draft.trigger.is_verb or verb.head <= draft.trigger.last_word:
        return False
    return verb.lemma in _SUFFERED


_SUFFERED = words_of("day_nearness", "suffered")


def _is_in_its_phrase(parse: Parse, at: int, draft: Draft) -> bool:
    """Tell the day that ends a deed's own phrase: "jailed on Thursday over a march in Lira in June", the march's."""
    between = range(draft.trigger.last_word + 1, at)
    if draft.trigger.is_verb or not 0 < len(between) <= _PHRASE or parse.words[at - 1].norm not in _ON:
        return False
    is_of_last = parse.words[at - 1].norm in _OF  # "victims of the 2 February fire": the fire's
    return all(_is_of_where(parse.words[index], is_of_last=is_of_last) for index in between)


def _is_of_where(word: Word, *, is_of_last: bool) -> bool:
    if not is_of_last and word.tag in _OF_WHOM:
        return True
    return word.tag in (Tag.PREPOSITION, Tag.DETERMINER) or word.text[:1].isupper()


_OF_WHOM = (Tag.NUMBER, Tag.NOUN, Tag.ADJECTIVE)
_ON = frozenset({"on", "in", "of", "over", "during", "last", "en", "el", "de", "del", "durante", "pasado", "este"})
_PHRASE = 9  # words from a deed's noun to the day that ends its phrase


def is_of_what_led_to_it(story: Story, parse: Parse, mention: Mention, draft: Draft) -> bool:
    """Tell the Sunday of "After the killing of a baker on Sunday, neighbours blocked the road" from the block's."""
    sentence, trigger = draft.trigger.sentence, draft.trigger
    if mention.end > trigger.start or parse.words[0].norm not in _AFTER:
        return False
    closes = [each.start for each in parse.words[: trigger.word] if each.text == "," and each.start >= mention.end]
    return bool(closes) and any(
        other.trigger.sentence == sentence and other.trigger.end <= closes[0] and other.date_mention is mention
        for other in story.drafts
        if other is not draft
    )


_AFTER = word_set("after following tras luego despues")


def _is_of_the_verdict(parse: Parse, mention: Mention, draft: Draft) -> bool:
    """Tell the Tuesday of "on Tuesday jailed two men over the killing of a nurse", the court's, from the killing's."""
    if draft.status is not Status.LEGAL or draft.trigger.is_verb or draft.type is EventType.COERCE:
        return False
    clause = parse.clauses[parse.clause_at[draft.trigger.word]]
    verb, at = clause.verb, parse.word_at(mention.start)
    group = next((each for each in parse.nouns if each.first <= draft.trigger.word <= each.last), None)
    if verb is None or group is None or group.preposition is None or verb.last > group.first:
        return False
    return at < group.first and parse.clause_at[at] == clause.index


def _is_of_another_night(parse: Parse, night: Mention, dates: list[Mention], draft: Draft) -> bool:
    """Tell the night of another clause, or beside a day, "held it overnight on Monday", from "arrested overnight"."""
    if night.text.lower() != "overnight":
        return False
    home = parse.clause_of(night.start)
    is_alone = all(each is night or parse.clause_of(each.start) != home for each in dates)
    return not is_alone or home.index != parse.clause_at[draft.trigger.word]


def is_tied_to_another(story: Story, parse: Parse, mention: Mention, draft: Draft) -> bool:
    """Tell the Friday of "arrested two men accused of Friday's attack", the attack's, from the day of the arrest."""
    sentence = draft.trigger.sentence
    return any(
        other is not draft and other.trigger.sentence == sentence and is_own(parse, mention, other)
        for other in story.drafts
    ) and not is_own(parse, mention, draft)


# "Barred on Thursday a protest planned for Saturday": the day right behind is that of the plan.
_UNDONE = frozenset({Status.PREVENTED, Status.CANCELLED})
_OF_ITS_PLAN = 4


def _modifies(parse: Parse, home: int, draft: Draft) -> bool:
    """Tell whether a clause hangs on the trigger: "the march announced for Saturday drew"."""
    clause = parse.clauses[home]
    subject, trigger = clause.subject, draft.trigger
    return subject is not None and subject.first <= trigger.last_word and trigger.word <= subject.last


def _of_another(parse: Parse, mention: Mention, at: int, draft: Draft) -> int:
    """Set back the date of another noun: "the January bulletin", "el boletín de enero" (D8)."""
    last = parse.word_at(mention.end - 1)
    after = parse.words[last + 1] if last + 1 < len(parse.words) else None
    if (
        after is not None
        and after.tag is Tag.NOUN
        and last + 1 != draft.trigger.word
        and not (at and parse.words[at - 1].norm in _SPANISH_ARTICLES)  # "y el lunes jóvenes quemaron"
        and parse.words[at].tag is Tag.TIME
    ):
        group = next((g for g in parse.nouns if g.first <= last + 1 <= g.last), None)
        if group is not None and not group.first <= draft.trigger.word <= group.last:
            return 150
    if at > 1 and parse.words[at - 1].norm in _OF:
        group = next((g for g in parse.nouns if g.first <= at - 2 <= g.last), None)
        if (
            group is not None
            and group.lemma not in _TIMES_OF_DAY
            and not (group.preposition in _AT_THE_TIME and group.lemma in _SCENES)
            and not group.first <= draft.trigger.word <= group.last
            and abs(at - draft.trigger.word) > 3
        ):
            return 150
    return 0


_SPANISH_ARTICLES = frozenset({"el", "los", "este", "pasado"})
_AT_THE_TIME = frozenset({"during", "at", "in", "amid", "durante", "en"})
_SCENES = words_of("day_nearness", "scenes")  # "hurt in the march of Friday": on the Friday


def penalty(mention: Mention) -> int:
    """Give how much a day that is only known to a month or year, or to "so far this year", is set back."""
    value = cast("DateValue", mention.value)
    is_long = value.from_ is not None and value.to is not None and (value.to - value.from_).days >= _LONG_TIME
    is_long = is_long or (value.precision is Precision.WINDOW and mention.text.lower().startswith(_SO_FAR))
    return 0 if value.precision in (Precision.DAY, Precision.WINDOW) and not is_long else 40


_SO_FAR = ("lo que va", "en lo que va", "so far")  # of a count, and no deed's days
_LONG_TIME = 45  # days, as what is of long ago is told by
