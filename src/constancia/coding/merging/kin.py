"""Two drafts in, whether their words may name one deed out, whatever their days and places."""

from __future__ import annotations

import re

from constancia.coding.merging.joining import ANONYMOUS, OPEN_FORMS
from constancia.coding.number_words import number_said
from constancia.coding.story import Draft, Story
from constancia.vocabulary import ActorPart, EventType, Form, Mode, Status
from constancia.words import fold

CROWD_FORMS = frozenset({Form.MARCH, Form.RALLY, Form.CARAVAN})


def are_kin(earlier: Draft, later: Draft) -> bool:  # noqa: PLR0911 - a rule a line, the first that fits
    """Tell whether two senses may name one deed."""
    if earlier.type is EventType.PROTEST:
        if earlier.mode is Mode.RIOT or later.mode is Mode.RIOT:
            return earlier.mode is later.mode
        if Form.ASSEMBLY in (earlier.form, later.form):  # what an assembly decides on is another deed
            return earlier.form is later.form
        if _is_street(earlier, later) or _is_street(later, earlier):
            return False
        if _is_of_a_day(earlier, later) or _is_of_a_day(later, earlier):
            return False
        if earlier.form == later.form or earlier.form in OPEN_FORMS or later.form in OPEN_FORMS:
            return True
        if later.trigger.sense in _WAYS and earlier.mode is Mode.DEMO:  # "held a vigil outside the embassy, reading"
            return later.trigger.sentence in earlier.told_in
        return {earlier.form, later.form} <= CROWD_FORMS and later.trigger.sentence in earlier.told_in
    if earlier.type is EventType.ASSAULT:
        if _is_battle(earlier, later) or _is_battle(later, earlier) or are_by_other_means(earlier, later):
            return False
        return earlier.mode is later.mode or earlier.mode in ANONYMOUS or later.mode in ANONYMOUS
    return earlier.mode is later.mode


def _is_battle(one: Draft, other: Draft) -> bool:
    """Tell an offensive or a battle from a murder: it is no other word for it."""
    words = fold(other.trigger.text)
    return bool(_MURDER.search(fold(one.trigger.text))) and (other.trigger.sense in _BATTLES or "offensiv" in words)


def are_by_other_means(one: Draft, other: Draft) -> bool:
    """Tell the stabbing of girls from the bombing of a hotel, and who was burnt from shots."""
    if other.trigger.sentence in one.told_in:
        return False
    first, second = _means_of(one), _means_of(other)
    return bool(first) and bool(second) and first.isdisjoint(second)


def _means_of(draft: Draft) -> set[str]:
    told = " ".join(fold(each.text) for each in (draft.trigger, *draft.echoes))
    if _INTO_THE_AIR.search(told):
        return {"air"}  # that killed nobody
    return {name for name, pattern in _MEANS.items() if pattern.search(told)}


_INTO_THE_AIR = re.compile(r"\b(?:in(?:to)? the air|al aire|warning shots?)\b")
_MEANS = {
    "blade": re.compile(r"\b(?:stab|knif|hack|machete|behead|apunal|acuchill|degoll|decapit|machet)"),
    "flames": re.compile(r"\b(?:burn(?:ed|t)? (?:\w+ )?(?:alive|to death)|quemad[oa]s? viv|carboniz)"),
    "hands": re.compile(r"\b(?:strangl|drown|poison|hanged|lynch|stoned|estrangul|ahog|envenen|ahorc|linch|lapid)"),
    "arms": re.compile(
        r"bomb|\b(?:blast|explo|detonat|grenade|dynamit|estall|granada|dinamit|shot|shoot|gun|fire[ds]?|firing|"
        r"open fire|opened fire|balea|balacer|dispar|tirote|acribill)"
    ),
}
_BATTLES = frozenset({"combat", "combate"})
_MURDER = re.compile(r"murder|assassinat|asesin|homicid|magnicid")


def is_outlasted(story: Story, one: Draft, two: Draft) -> bool:
    """Tell a strike of a day or two, or of others, from the one beside it that is in its ninth day."""
    if _outlasts(story, one, two) or _outlasts(story, two, one):
        return True
    return _is_begun_beside(story, one, two) or _is_begun_beside(story, two, one)


def _is_begun_beside(story: Story, long: Draft, short: Draft) -> bool:
    """Tell "Students walked out of class in Jos on Friday" from a strike that was then in its 13th day."""
    if long.form is not Form.STRIKE or short.form is not Form.STRIKE or (long.day_counter or 0) <= 1:
        return False
    if short.day_counter is not None or not short.trigger.is_verb or long.is_named_in(short.trigger.sentence):
        return False
    bounds = story.reading.sentences[short.trigger.sentence]
    told = [each for each in (short.date_mention, short.place_mention) if each is not None]
    is_pinned = len(told) == _DAY_AND_TOWN and all(bounds.start <= each.start < bounds.end for each in told)
    roles = [{actor.role for actor in draft.actors if actor.part is ActorPart.ACTOR} for draft in (long, short)]
    return is_pinned and bool(roles[1]) and roles[0].isdisjoint(roles[1])


_DAY_AND_TOWN = 2


def _outlasts(story: Story, long: Draft, short: Draft) -> bool:
    if long.form is not Form.STRIKE or short.form is not Form.STRIKE or long.day_counter is None:
        return False
    bounds = story.reading.sentences[short.trigger.sentence]
    found = _LENGTH.search(fold(story.reading.text.text[bounds.start : bounds.end]))
    if found is None or short.day_counter is not None:
        return False
    number = next(each for each in found.groups() if each)
    count = number_said(number)
    return long.day_counter > (count / 24 if "hour" in found[0] or "hora" in found[0] else count)


_LENGTH = re.compile(
    r"\b(24|36|48|72|96)[- ]hours?\b|\b(?:por|de|durante) (12|24|36|48|72|96) horas\b"
    r"|\b(one|two|three)[- ]day\b|\b(?:de|por|durante) (un|dos|tres) dias?\b"
)


def _is_street(one: Draft, other: Draft) -> bool:
    """Tell people in the street, "los manifestantes", from a strike: who demonstrates may strike as well."""
    if other.form not in _STRIKES or one.form is not None:
        return False
    return any(_IN_STREET.match(fold(each.text)) for each in (one.trigger, *one.echoes))


def _is_of_a_day(one: Draft, strike: Draft) -> bool:
    """Tell what a crowd did at its own day or place, by whatever verb, from the strike of many days told beside it."""
    if strike.form not in _STRIKES or one.form is not None or not one.trigger.is_verb:
        return False
    lasts = strike.day_counter is not None or strike.status in (Status.ONGOING, Status.BACKGROUND)
    return _has_own_day_or_place(one) and (lasts or not (strike.trigger.is_verb or _has_own_day_or_place(strike)))


def _has_own_day_or_place(draft: Draft) -> bool:
    start, end = draft.extent
    return any(each is not None and start <= each.start < end for each in (draft.date_mention, draft.place_mention))


_WAYS = frozenset({"before-an-address", "ante-una-puerta"})
"""The senses of what a crowd does before an address, which tell how another protest of the sentence is held."""

_STRIKES = frozenset({Form.STRIKE, Form.HUNGER_STRIKE})
_IN_STREET = re.compile(r"(?:se )?manifest|demonstrat|marchist|marcher|protest[eo]r")
