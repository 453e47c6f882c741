"""A noun group in, with it those listed with it out: "students and miners", "Ana Roca, her son, and a guard"."""

from __future__ import annotations

from constancia.coding.clauses.syntax import NounGroup, Parse, Tag
from constancia.coding.word_sets import word_set, words_of

WHOSE = frozenset({"of", "de", "del"})


def listed(group: NounGroup | None, parse: Parse) -> list[NounGroup]:
    """Give a group and those that are listed with it: "students and miners", "Ana Roca, 41, her son, and a guard"."""
    if group is None:
        return []
    position = parse.nouns.index(group)
    return [group, *_listed_before(position, parse), *_listed_after(position, parse)]


def listed_behind(group: NounGroup, parse: Parse) -> list[NounGroup]:
    """Give a group and those that a list holds behind it: "the murder of a judge, a clerk and a guard"."""
    return [group, *_listed_after(parse.nouns.index(group), parse)]


def _listed_before(position: int, parse: Parse) -> list[NounGroup]:
    """Give the groups that a list holds before its last; commas join only where an "and" follows them."""
    found: list[NounGroup] = []
    near, has_and = parse.nouns[position], False
    for other in reversed(parse.nouns[:position]):
        joint = None if _is_of_clause_before(parse, other, near) else _joint(parse, other, near)
        if joint is None or (joint == "," and not has_and):
            break
        near, has_and = other, has_and or joint == "and"
        if parse.words[other.head].tag is Tag.NUMBER and joint != "and":
            continue  # an age
        if other.preposition in WHOSE:
            has_and = True
            continue
        found.append(other)
        if other.preposition is not None:
            break
    return found


def _is_of_clause_before(parse: Parse, other: NounGroup, near: NounGroup) -> bool:
    """Tell "found the wife and they shot her", "shot a guard and police fled" from "said the mayor and police fled"."""
    clause = parse.clauses[parse.clause_at[other.head]]
    if clause.index == parse.clause_at[near.head] or clause.verb is None:
        return False
    is_object = (other == clause.object or other in clause.complements) and other.first > clause.verb.last
    return parse.words[near.head].tag is Tag.PRONOUN or (is_object and clause.verb.lemma not in _SAYS)


_SAYS = words_of("listed", "says")


def _listed_after(position: int, parse: Parse) -> list[NounGroup]:
    """Give the groups that a list holds after its first, up to the one behind its "and"."""
    found: list[NounGroup] = []
    waiting: list[NounGroup] = []
    near = parse.nouns[position]
    for other in parse.nouns[position + 1 :]:
        joint = _joint(parse, near, other)
        near = other
        if joint == "of":
            continue
        if joint is None:
            break
        waiting.append(other)
        if joint == "and":
            found += waiting
            waiting = []
    found = _before_next_subject(parse.nouns[position], found, parse)
    return [each for each in found if parse.words[each.head].tag is not Tag.NUMBER]


def _before_next_subject(first: NounGroup, found: list[NounGroup], parse: Parse) -> list[NounGroup]:
    """Leave out who goes on to do something: "wounding nine, officials and a doctor said", "two men, and a third fled".

    A list whose first group is itself the subject of the verb behind its last keeps all.
    """
    if not found or not _is_behind_its_verb(first, parse):
        return found
    last = found[-1]
    if not any(verb.is_finite and verb.first == last.last + 1 for verb in parse.verbs):
        return found
    while found and not _opens_behind_comma(found[-1], parse):
        found = found[:-1]
    return found[:-1]


def _is_behind_its_verb(group: NounGroup, parse: Parse) -> bool:
    verb = parse.clause_of(parse.words[group.head].start).verb
    return verb is not None and verb.last < group.first


def _opens_behind_comma(group: NounGroup, parse: Parse) -> bool:
    before = [word.norm for word in parse.words[max(group.first - 2, 0) : group.first]]
    return "," in before


def _joint(parse: Parse, first: NounGroup, second: NounGroup) -> str | None:
    """Tell how two groups that stand side by side are joined: "and", ",", "of", or not (None)."""
    between = [word.norm for word in parse.words[first.last + 1 : second.first] if word.tag is not Tag.DETERMINER]
    if between in ([","], [",", ","]):
        return ","
    if between and all(word in _ANDS for word in between):
        return "and" if len(between) > 1 or between[0] not in _WITH else None
    return "of" if second.preposition in WHOSE and between and between[0] in WHOSE and len(between) == 1 else None


_WITH = frozenset({"with", "con"})  # "an airliner with 90 people on board"
_ANDS = word_set("and y e , as well also along together with junto con asi como")


def hangs_on(parse: Parse, near: NounGroup, group: NounGroup) -> bool:
    """Tell whose it is from whom it was done to: "the murder of a clerk with the aid of experts"."""
    if near.lemma in _LIVES:
        return False
    if near.preposition in _WHERE and not _is_of_its_name(parse, near, group):
        return False
    between = parse.words[near.last + 1 : group.first]
    return all(word.norm in WHOSE or word.tag is Tag.DETERMINER for word in between)


def stands_at(parse: Parse, near: NounGroup, group: NounGroup) -> bool:
    """Tell the court of "a rally in front of the court" from the nurses of "a rally in Ica of nurses"."""
    if near.preposition not in _WHERE_AT or parse.words[near.head].text[0].isupper():
        return False
    between = parse.words[near.last + 1 : group.first]
    return all(word.norm in WHOSE or word.tag is Tag.DETERMINER for word in between)


def _is_of_its_name(parse: Parse, near: NounGroup, group: NounGroup) -> bool:
    """Tell the town of "torture at the station of Asaba", which names the station, from whom it was done to."""
    is_kind = parse.words[near.head].text.islower() and near.first < near.head
    return is_kind and parse.words[group.first].text[0].isupper()


_WHERE = word_set("in at near outside inside en cerca dentro ante during durante")  # "the murder in Lima of a clerk"
_WHERE_AT = _WHERE | word_set("on by before a al por hacia frente to towards")
_LIVES = words_of("listed", "lives")  # "an attempt on the life of a judge"
