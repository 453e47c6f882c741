"""An English verb group in, the participle that it is where it looks like a past tense out: "people injured in Ica"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from constancia.coding.forms import Form
from constancia.coding.grammar import grammar
from constancia.coding.syntax import Tag, Tense, VerbGroup, Word

Tagged = Sequence[tuple[Word, Form | None]]

_OBJECT_OPENERS = frozenset({Tag.DETERMINER, Tag.NUMBER, Tag.ADJECTIVE, Tag.NOUN, Tag.PRONOUN})
_PARTICLES = frozenset({"off", "up", "down", "out", "away", "over"})
_CUTS = frozenset({Tag.CONJUNCTION, Tag.SUBORDINATOR, Tag.RELATIVE, Tag.MARK, Tag.QUOTE})


def reduced(group: VerbGroup, groups: Sequence[VerbGroup], tagged: Tagged) -> VerbGroup:
    """Read "21 people injured in", "the march announced for Saturday drew" as participles, not as a past tense."""
    at = group.last + 1
    at += at + 1 < len(tagged) and tagged[at][0].norm in _PARTICLES  # "set off a bomb", "gunned down a clerk"
    after = tagged[at][0].tag if at < len(tagged) else Tag.MARK
    is_one_verb = all(word.tag is Tag.ADVERB for word, _ in tagged[group.first : group.last])
    if group.tense is not Tense.PAST or not is_one_verb or after in _OBJECT_OPENERS or group.first == 0:
        return group
    place = groups.index(group)
    if _is_inserted(group, groups[place + 1 :], tagged):
        return replace(group, tense=Tense.PARTICIPLE)
    if tagged[group.first - 1][0].tag not in (Tag.NOUN, Tag.NUMBER, Tag.ADJECTIVE):
        return group
    following = groups[place + 1] if place + 1 < len(groups) else None
    is_object = place > 0 and _is_joined(groups[place - 1], group, tagged)
    is_followed = following is not None and following.is_finite and _is_joined(group, following, tagged)
    if is_object or is_followed or group.lemma in grammar("en")["transitive"]:
        return replace(group, tense=Tense.PARTICIPLE)
    return group


def _is_inserted(group: VerbGroup, later: Sequence[VerbGroup], tagged: Tagged) -> bool:
    """Tell the participle of "two traders, kidnapped on Monday in Ica, were freed" from a verb of its own."""
    if group.first < _BEFORE_COMMA or tagged[group.first - 1][0].norm != "," or not later or not later[0].is_finite:
        return False
    if tagged[group.first - _BEFORE_COMMA][0].tag is not Tag.NOUN:
        return False
    between = [word for word, _ in tagged[group.last + 1 : later[0].first]]
    closes = [word.norm for word in between if word.tag in _CUTS]
    return closes == [","] and between[-1].norm == ","


_BEFORE_COMMA = 2


def _is_joined(first: VerbGroup, second: VerbGroup, tagged: Tagged) -> bool:
    between = tagged[first.last + 1 : second.first]
    return first.is_finite and bool(between) and not any(word.tag in _CUTS for word, _ in between)
