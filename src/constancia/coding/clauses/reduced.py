"""English verb groups in, the participles that look like a past tense told from it out: "people injured in Ica"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from constancia.coding.clauses.forms import Form, Shape, verb_forms
from constancia.coding.clauses.grammar import grammar
from constancia.coding.clauses.syntax import Tag, Tense, VerbGroup, Word
from constancia.coding.word_sets import words_of

Tagged = Sequence[tuple[Word, Form | None]]

_OBJECT_OPENERS = frozenset({Tag.DETERMINER, Tag.NUMBER, Tag.ADJECTIVE, Tag.NOUN, Tag.PRONOUN})
_PARTICLES = frozenset({"off", "up", "down", "out", "away", "over", "dead"})
_CUTS = frozenset({Tag.CONJUNCTION, Tag.SUBORDINATOR, Tag.RELATIVE, Tag.MARK, Tag.QUOTE})


def reduced_all(groups: Sequence[VerbGroup], tagged: Tagged) -> list[VerbGroup]:
    """Read each verb group of a sentence as a participle where it is one; `groups` in the order of the sentence."""
    done: list[VerbGroup] = []
    for group in groups:
        read = reduced(group, groups, tagged)
        is_main = read is not group and bool(done) and _is_main(group, groups[len(done) - 1], done[-1], tagged)
        done.append(group if is_main else read)
    return done


def _is_main(group: VerbGroup, before: VerbGroup, read: VerbGroup, tagged: Tagged) -> bool:
    """Tell the main verb of "teachers gathered at the square marched": the participle before it is of its subject."""
    if read.tense is not Tense.PARTICIPLE or group.lemma in grammar("en")["transitive"]:
        return False
    is_by = group.last + 1 < len(tagged) and tagged[group.last + 1][0].norm == "by"
    return not is_by and _is_joined(replace(before, tense=Tense.PAST), group, tagged)


def reduced(group: VerbGroup, groups: Sequence[VerbGroup], tagged: Tagged) -> VerbGroup:  # noqa: PLR0911 - a rule a line, the first that fits
    """Read "21 people injured in", "the march announced for Saturday drew" as participles, not as a past tense."""
    at = group.last + 1
    # "set off a bomb", "gunned down a clerk", "shot dead by police"
    at += at + 1 < len(tagged) and tagged[at][0].norm in _PARTICLES
    at += _WORDS_CALLED if [word.norm for word, _ in tagged[at : at + 2]] == _TO_DEATH else 0  # "hacked to death a"
    after = tagged[at][0].tag if at < len(tagged) else Tag.MARK
    if _is_term(group, tagged, at):
        after = Tag.MARK
    is_one_verb = all(word.tag is Tag.ADVERB for word, _ in tagged[group.first : group.last])
    if is_one_verb and _is_calling(group, groups, tagged):
        return replace(group, tense=Tense.PARTICIPLE)
    is_past = group.tense is not Tense.PAST or not _may_be_participle(group, tagged)  # "said soldiers went"
    if is_past or not is_one_verb or after in _OBJECT_OPENERS or group.first == 0:
        return group
    by = tagged[at][0].norm if at < len(tagged) else ""
    is_by = (by == "by" and group.lemma in _undergone()) or (by == "with" and group.lemma in _DRIVEN_OFF)
    if is_by or _is_of_ammunition(group, tagged):
        return replace(group, tense=Tense.PARTICIPLE)  # "have died this year, killed by hired men"
    if _is_done_by_subject(group, groups, tagged):
        return group
    place = groups.index(group)
    if _has_object_of_next(group, groups[place + 1 :], tagged):
        return group
    if _is_inserted(group, groups[place + 1 :], tagged):
        return replace(group, tense=Tense.PARTICIPLE)
    if tagged[group.first - 1][0].tag not in (Tag.NOUN, Tag.NUMBER, Tag.ADJECTIVE):
        return group
    following = next((later for later in groups[place + 1 :] if later.is_finite), None)
    is_object = place > 0 and groups[place - 1].lemma not in _SAYS and _is_joined(groups[place - 1], group, tagged)
    is_followed = following is not None and _is_joined(group, following, tagged)
    if is_object or is_followed or group.lemma in grammar("en")["transitive"]:
        return replace(group, tense=Tense.PARTICIPLE)
    return group


def _may_be_participle(group: VerbGroup, tagged: Tagged) -> bool:
    return any(form.shape is Shape.PARTICIPLE for form in verb_forms(tagged[group.head][0].norm, "en"))


def _is_of_ammunition(group: VerbGroup, tagged: Tagged) -> bool:
    """Tell "tear gas fired at school", which fires at nobody by itself."""
    return group.lemma in _FIRED and tagged[group.first - 1][0].lemma in _AMMUNITION


def _is_done_by_subject(group: VerbGroup, groups: Sequence[VerbGroup], tagged: Tagged) -> bool:
    """Tell what the words beside a verb leave no doubt of: its subject does it."""
    return (
        _is_aimed(group, tagged)
        or _calls_for(group, tagged)
        or group.lemma in _INTRANSITIVE
        or _is_done_alone(group, tagged)
        or _is_of_police(group, tagged)
        or (group == groups[-1] and _is_behind_relative(groups[:-1], tagged))
    )


def _is_done_alone(group: VerbGroup, tagged: Tagged) -> bool:
    """Read "a handful of people turned up for a march": with its particle nobody does it to anybody."""
    behind = [word.norm for word, _ in tagged[group.last + 1 : group.last + 3]]
    return bool(behind) and f"{group.lemma}-{behind[0]}" in _ALONE and behind[1:] != ["by"]


_ALONE = words_of("reduced", "alone")


def _has_object_of_next(group: VerbGroup, later: Sequence[VerbGroup], tagged: Tagged) -> bool:
    """Tell "gunmen shot and killed a judge" from "the man shot and killed by gunmen": verbs with one object."""
    last = group
    for following in later:
        between = [word for word, _ in tagged[last.last + 1 : following.first]]
        between = between[1:] if between and between[0].norm in _PARTICLES else between
        joins = [word.norm for word in between if word.tag is not Tag.ADVERB]
        if not joins or not _AND.issuperset(joins) or following.tense is not Tense.PAST or following.is_passive:
            return False
        last = following
        if "," not in joins or len(joins) > 1:
            break
    at = last.last + 1
    at += at + 1 < len(tagged) and tagged[at][0].norm in _PARTICLES
    behind = tagged[at][0] if last is not group and at < len(tagged) else None
    return behind is not None and behind.tag in _OBJECT_OPENERS and behind.norm not in _DAYS


@cache
def _undergone() -> frozenset[str]:
    """Give the verbs that are passive before "by", or joined to a passive."""
    return grammar("en")["transitive"] | grammar("en")["undergone"]


def _is_aimed(group: VerbGroup, tagged: Tagged) -> bool:
    """Tell "officers shot at the crowd" from "a man shot in the leg", and from "officers shot at by gunmen"."""
    behind = [word.norm for word, _ in tagged[group.last + 1 : group.last + 1 + _AIM]]
    if group.lemma not in _SHOOTS or not behind or behind[0] not in _AT or "by" in behind:
        return False
    if behind[0] == "at" and not _SCENES.isdisjoint(behind[1:2]):  # "officer shot at protest"
        return False
    next_one = tagged[group.last + 2][0] if group.last + 2 < len(tagged) else None
    return (
        behind[0] in _BLINDLY or behind[-1] == "'s" or (next_one is not None and next_one.tag not in _NO_AIM)
    )  # "reporter shot at outside"


def _calls_for(group: VerbGroup, tagged: Tagged) -> bool:
    """Tell "the bishops called for a truce" from "the march called for Monday", "a strike called for by dockers"."""
    behind = [word for word, _ in tagged[group.last + 1 : group.last + 3]]
    if group.lemma not in _CALLS or len(behind) < _WORDS_CALLED or behind[0].norm not in _UPON:
        return False
    return behind[1].tag is not Tag.TIME and behind[1].norm != "by"


_CALLS = frozenset({"call"})
_UPON = frozenset({"for", "on", "upon"})
_WORDS_CALLED = 2
_TO_DEATH = ["to", "death"]


def _is_of_police(group: VerbGroup, tagged: Tagged) -> bool:
    """Tell "police arrested in Agra two men accused of": the body itself does it, though its object stands far off."""
    before = tagged[group.first - 1][0].norm
    return group.lemma in _POLICE_DO and before in _POLICE


def _is_term(group: VerbGroup, tagged: Tagged, at: int) -> bool:
    """Read "soldier jailed 20 years": what stands behind is how long, and no object."""
    behind = [word.norm for word, _ in tagged[at : at + 2]]
    return group.lemma in _FOR_A_TERM and len(behind) > 1 and tagged[at][0].tag is Tag.NUMBER and behind[1] in _TERMS


_SAYS = words_of("reduced", "says")  # "police said 600 people marched in Ica"
_INTRANSITIVE = words_of("reduced", "intransitive")
_POLICE_DO = words_of("reduced", "police_do")
_POLICE = words_of("reduced", "police")
_SCENES = words_of("reduced", "scenes")
_FOR_A_TERM = words_of("reduced", "for_a_term")
_TERMS = words_of("reduced", "terms")
_DAYS = words_of("reduced", "days")
_FIRED = words_of("reduced", "fired")
_DRIVEN_OFF = words_of("reduced", "driven_off")
_AMMUNITION = words_of("reduced", "ammunition")
_SHOOTS = frozenset({"fire", "shoot"})
_AT = frozenset({"at", "on", "upon", "into", "towards", "toward", "back", "indiscriminately"})
_BLINDLY = frozenset({"back", "indiscriminately"})
_NO_AIM = frozenset({Tag.PREPOSITION, Tag.MARK, Tag.CONJUNCTION, Tag.SUBORDINATOR, Tag.TIME})
_AIM = 3  # words behind the verb


def _is_calling(group: VerbGroup, groups: Sequence[VerbGroup], tagged: Tagged) -> bool:
    """Tell "a clerk named Ana Roca was shot" from "the court named a judge"."""
    norm = tagged[group.head][0].norm
    if group.tense is not Tense.PAST or norm not in _CALLED or not group.first or group.first != group.last:
        return False
    before = [word for word, _ in tagged[max(group.first - _WORDS_BEFORE, 0) : group.first]]
    opens = next((word.norm for word in reversed(before) if word.tag in (Tag.DETERMINER, Tag.NUMBER)), None)
    is_noun = before[-1].tag is Tag.NOUN and opens in _ONE
    return is_noun and any(later.is_finite and later.first > group.last for later in groups)


_CALLED = words_of("reduced", "called")
_ONE = frozenset({"a", "an", "one", "another"})
_WORDS_BEFORE = 4


def _is_inserted(group: VerbGroup, later: Sequence[VerbGroup], tagged: Tagged) -> bool:
    """Tell the participle of "two traders, kidnapped on Monday in Ica, were freed" from a verb of its own."""
    if group.first < _BEFORE_COMMA or tagged[group.first - 1][0].norm != ",":
        return False
    if tagged[group.first - _BEFORE_COMMA][0].tag is not Tag.NOUN:
        return False
    if not later or not later[0].is_finite:
        return _is_aside_of_subject(group, tagged)
    between = [word for word, _ in tagged[group.last + 1 : later[0].first]]
    closes = [word.norm for word in between if word.tag in _CUTS]
    return closes == [","] and between[-1].norm == ","


_BEFORE_COMMA = 2


def _is_behind_relative(before: Sequence[VerbGroup], tagged: Tagged) -> bool:
    """Read "hawkers whose stalls police tore down marched": the one finite verb so far is of the relative clause."""
    finite = [verb for verb in before if verb.is_finite]
    if len(finite) != 1:
        return False
    opening = [word.tag for word, _ in tagged[: finite[0].first]]
    return Tag.RELATIVE in opening and Tag.NOUN in opening[: opening.index(Tag.RELATIVE)]


def _is_joined(first: VerbGroup, second: VerbGroup, tagged: Tagged) -> bool:
    between = tagged[first.last + 1 : second.first]
    return first.is_finite and bool(between) and not any(word.tag in _CUTS for word, _ in between)


def share_passive(groups: list[VerbGroup], tagged: Tagged) -> list[VerbGroup]:
    """Let "were kidnapped and later murdered" be done to its subject twice: one "were" serves all that it joins."""
    done: list[VerbGroup] = []
    for group in groups:
        is_shared = bool(done) and done[-1].is_passive and _is_done_too(done[-1], group, tagged)
        is_shared = is_shared or (bool(done) and _is_found_so(done[-1], group))
        done.append(replace(group, is_passive=True, tense=Tense.PAST) if is_shared else group)
    return done


def _is_found_so(before: VerbGroup, group: VerbGroup) -> bool:
    """Tell "was found murdered", "were reported kidnapped" from a deed of the one who was found."""
    is_next = group.first == before.last + 1 and group.first == group.last
    is_told = before.is_passive and before.lemma in _FOUND and group.tense in _LOOKS_PAST
    return is_next and is_told and group.lemma in grammar("en")["transitive"]


_FOUND = words_of("reduced", "found")


def _is_done_too(before: VerbGroup, group: VerbGroup, tagged: Tagged) -> bool:
    if group.tense not in _LOOKS_PAST or group.is_passive or group.is_perfect or group.modal is not None:
        return False
    if any(word.tag is not Tag.ADVERB for word, _ in tagged[group.first : group.last]):
        return False
    between = [word for word, _ in tagged[before.last + 1 : group.first]]
    while between and (between[-1].tag is Tag.NUMBER or between[-1].norm in _ABOUT):
        between.pop()  # "were killed and at least seven wounded"
    if not between or between[-1].norm not in _AND or any(word.tag in _PARTS for word in between):
        return False
    at = group.last + 1
    if at + 1 < len(tagged) and tagged[at + 1][0].norm == "times":
        at += 2  # "was hit and shot three times in the back"
    while at < len(tagged) and (tagged[at][0].norm in _PARTICLES or tagged[at][0].norm in _DEADLY):
        at += 1
    after = tagged[at][0] if at < len(tagged) else None
    if after is not None and after.tag in _OBJECT_OPENERS:
        return False
    is_by = after is not None and after.norm == "by"
    forms = verb_forms(tagged[group.head][0].norm, "en")
    shapes = {form.shape for form in forms}
    is_plain = Shape.PARTICIPLE in shapes and Shape.PAST not in shapes  # "taken", "beaten"
    return is_plain or (Shape.PARTICIPLE in shapes and (is_by or group.lemma in _undergone()))


_LOOKS_PAST = frozenset({Tense.PAST, Tense.PARTICIPLE})
_AND = frozenset({"and", "or", "but", ","})
_ABOUT = frozenset({"at", "least", "another", "more", "than", "over", "about", "some", "nearly", "almost", "around"})
_PARTS = frozenset({Tag.SUBORDINATOR, Tag.RELATIVE, Tag.QUOTE})
_DEADLY = frozenset({"dead", "to", "death"})  # "was beaten and stabbed to death"


def _is_aside_of_subject(group: VerbGroup, tagged: Tagged) -> bool:
    """Tell the participle of "the sister of Ana Ruiz, murdered in Puno, remains": no comma parts subject and verb."""
    commas = [at for at, (word, _) in enumerate(tagged) if word.norm == ","]
    behind = [at for at in commas if at > group.last]
    is_first = commas[0] == group.first - 1 and group.lemma in grammar("en")["transitive"]
    return is_first and bool(behind) and not any(word.tag in _CUTS for word, _ in tagged[group.last + 1 : behind[0]])
