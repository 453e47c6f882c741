"""A noun group of a parsed sentence in, the people it names out: by office and name, by apposition, by their noun."""

from __future__ import annotations

import dataclasses
from typing import cast

from constancia.coding.clauses.forms import singulars
from constancia.coding.clauses.group_numbers import number_of
from constancia.coding.clauses.syntax import NounGroup, Parse, Tag, Word
from constancia.coding.clauses.word_shapes import AGED
from constancia.coding.deeds.lexicon import is_of_any, lexicon
from constancia.coding.story import Story
from constancia.coding.what.detail_words import detail_words
from constancia.coding.who.names_beside import NAMED_BODIES, is_person, name_beside
from constancia.coding.word_sets import word_set, words_of
from constancia.model import Actor, ActorValue, Extent, Mention, PlaceValue
from constancia.vocabulary import ActorPart, Feature, Role
from constancia.words.demonyms import demonym_countries

# Heads that count or stand for the people behind their "of": "a group of tourists".
# "Companie" is how the parser's rules of the plural leave "companies".
_UNITS = words_of("victims", "units")
_COUNTS = words_of("victims", "counts")
_STANDS_FOR = (
    _UNITS
    | _COUNTS
    | word_set(
        "group number dozen hundred thousand score series couple pair handful majority half "
        "one two three four five six seven eight nine ten some many most several grupo numero docena par "
        "mayoria mitad uno una dos tres cuatro cinco seis siete ocho nueve diez varios algunos"
    )
)
_SOME = _UNITS | _COUNTS | word_set("group number series majority half grupo numero mayoria mitad")
# Words for whoever was hurt that say nothing of who it was; the figures beside them are claims.
_ANYONE = word_set(
    "victim casualty fatality dead wounded injured other survivor death injury toll who whom which that he she they it "
    "him her them himself herself themselves victima muerto fallecido herido otro sobreviviente baja deceso lesionado "
    "quien el ella ellos ellas que este ese"
)
_OF = frozenset({"of", "de", "del"})
_DESCRIBES = frozenset({Tag.NOUN, Tag.ADJECTIVE})
_OFFICES = frozenset({Role.GOVERNMENT, Role.LEGISLATURE, Role.JUDICIARY, Role.MILITARY, Role.POLICE, Role.PARTY})


def find_victims(story: Story, sentence: int, group: NounGroup) -> list[Actor]:
    """Give the people of a group to whom something was done; none where the group is of a thing."""
    parse = story.parse(sentence)
    mentions = [m for m in story.mentions_in(sentence) if isinstance(m.value, ActorValue)]
    person = _person_of(story, group, parse, mentions)
    if person is not None:
        return [_named(story, sentence, group, person)]
    language = story.reading.language
    if _is_thing(parse, group, language) or group.is_negated:
        return []
    called = name_beside(parse, group, [mention for mention in mentions if is_person(mention)])
    if called is not None:
        return find_victims(story, sentence, called)
    behind = people_behind(group, parse)
    if behind is not None:
        number = number_of(group, parse) if parse.words[group.head].lemma not in _SOME else None
        found = find_victims(story, sentence, behind)
        return [dataclasses.replace(actor, number=number) for actor in found] if number is not None else found
    bare = _bare_name(story, group, parse) or _name_by_apposition(story, sentence, group)
    return [bare] if bare is not None else _by_noun(story, group, parse, mentions)


def _is_thing(parse: Parse, group: NounGroup, language: str) -> bool:
    """Tell "the garrison's gate" from people."""
    return bool(set(singulars(parse.words[group.head].norm, language)) & detail_words(language).objects.keys())


def people_behind(group: NounGroup, parse: Parse) -> NounGroup | None:
    """Give the group of "people" in "a group of people", and in "hundreds of thousands of people"."""
    words = parse.words
    if words[group.head].lemma not in _STANDS_FOR and words[group.head].tag is not Tag.NUMBER:
        return None
    position = parse.nouns.index(group) + 1
    following = parse.nouns[position] if position < len(parse.nouns) else None
    is_behind = following is not None and following.preposition in _OF and following.first - group.last <= 3
    return (people_behind(following, parse) or following) if is_behind and following is not None else None


# ---------------------------------------------------------------- people by name


def _person_of(story: Story, group: NounGroup, parse: Parse, mentions: list[Mention]) -> Mention | None:
    """Give the person whom a group names: its last words in English, any of its words in Spanish."""
    start, end = parse.words[group.first].start, parse.words[group.last].end
    for mention in mentions:
        if not (is_person(mention) and start <= mention.start < end) or parse.words[group.last].norm == "'s":
            continue
        rest = [word for word in parse.words[group.first : group.last + 1] if word.start >= mention.end]
        if story.reading.language == "es" or not rest or _goes_on(story, rest):
            return mention
    return None


def _goes_on(story: Story, rest: list[Word]) -> bool:
    """Tell whether the words behind a name may be more of it: capitals that no list knows for a noun."""
    classes = lexicon(story.reading.language).classes
    objects = detail_words(story.reading.language).objects
    return len(rest) <= _LONGER_NAME and all(
        word.tag is Tag.NOUN
        and word.text[0].isupper()
        and word.lemma not in objects
        and word.norm not in objects
        and not is_of_any({word.lemma, word.norm}, classes, _BY_OFFICE)
        for word in rest
    )


_BY_OFFICE = ("crowd", "title", "official")
_PEOPLE = ("crowd", "title", "worker", "folk")


_LONGER_NAME = 2  # words by which a group may go on behind a name that was read short


def _named(story: Story, sentence: int, group: NounGroup, mention: Mention) -> Actor:
    """Give a person with the words that tell who it is: before the name, after a comma, or elsewhere in the text."""
    parse = story.parse(sentence)
    value = cast("ActorValue", mention.value)
    text = story.reading.text.text
    end = mention.end
    if story.reading.language == "en":
        end = max(end, parse.words[group.last].end)
    name = cast("str", value.name)
    at = _name_start(mention)
    if mention.text.endswith(name):
        name = text[at:end]
    who = (
        _before(group, parse, at)
        or _apposed(story, sentence, group)
        or _called(story, sentence, group)
        or _told_elsewhere(story, sentence, mention)
        or Extent(at, end)
    )
    return Actor(
        ActorPart.VICTIM,
        value.role,
        name,
        text[who.start : who.end],
        who.start,
        who.end,
        is_private=value.is_private or value.role not in _OFFICES,
        number=1,
        organisation=value.organisation,
        nation=_nation(story, parse, group),
    )


def _name_start(mention: Mention) -> int:
    name = cast("ActorValue", mention.value).name or ""
    return mention.start + max(mention.text.rfind(name), 0)


def _before(group: NounGroup, parse: Parse, name_start: int) -> Extent | None:
    """Give the words of a group that stand before the name: "second secretary"."""
    inside = [word for word in parse.words[group.first : group.last + 1] if word.end <= name_start]
    owners = [index for index, word in enumerate(inside) if word.norm in ("'s", "'")]
    inside = inside[owners[-1] + 1 :] if owners else inside
    while inside and (inside[0].tag not in _DESCRIBES or inside[0].norm in AGED | {"-"}):
        inside = inside[1:]
    while inside and not inside[-1].text[-1].isalnum() and inside[-1].norm != ".":
        inside = inside[:-1]
    return Extent(inside[0].start, inside[-1].end) if inside else None


def _apposed(story: Story, sentence: int, group: NounGroup) -> Extent | None:
    """Give what stands behind a name and a comma: "Ana Roca, 41, director of a school"."""
    parse = story.parse(sentence)
    words = parse.words
    position = parse.nouns.index(group) + 1
    last = group.last
    for following in parse.nouns[position : position + 2]:
        if [word.norm for word in words[last + 1 : following.first]] != [","] or following.preposition is not None:
            return None
        if words[following.head].tag is Tag.NUMBER:
            last = following.last
            continue
        if not _is_of_people(story, parse, following):
            return None
        first = next(
            (i for i in range(following.first, following.head + 1) if words[i].tag in _DESCRIBES), following.head
        )
        return Extent(words[first].start, _end_with_of(parse, following))
    return None


def _called(story: Story, sentence: int, group: NounGroup) -> Extent | None:
    """Give the noun that a name is put beside: "another citizen, Ana Roca, was", "a clerk named Ana Roca"."""
    parse = story.parse(sentence)
    persons = [mention for mention in story.mentions_in(sentence) if is_person(mention)]
    position = parse.nouns.index(group)
    for noun in reversed(parse.nouns[max(position - 2, 0) : position]):
        if name_beside(parse, noun, persons) == group:
            return _described(parse, noun)
    return None


def _described(parse: Parse, group: NounGroup) -> Extent:
    """Give a head with what describes it, from behind the last number or article."""
    opens = [i for i in range(group.first, group.head) if _opens(parse, i)]
    start = opens[-1] + 1 if opens else group.first
    first = next((i for i in range(start, group.head + 1) if parse.words[i].tag in _DESCRIBES), group.head)
    first -= parse.words[first].norm == "-"  # "4-year-old girl"
    return Extent(parse.words[first].start, parse.words[group.head].end)


def _opens(parse: Parse, index: int) -> bool:
    is_age = parse.words[index + 1].norm == "-"
    return parse.words[index].tag in (Tag.NUMBER, Tag.DETERMINER) and not is_age


def _end_with_of(parse: Parse, group: NounGroup) -> int:
    position = parse.nouns.index(group) + 1
    following = parse.nouns[position] if position < len(parse.nouns) else None
    if following is not None and following.preposition in _OF and following.first - group.last <= 3:
        return parse.words[following.last].end
    return parse.words[group.last].end


def _is_of_people(story: Story, parse: Parse, group: NounGroup) -> bool:
    """Tell whether a group without a name in it is of people: "a baker", "the second secretary"."""
    start, end = parse.words[group.first].start, parse.words[group.last].end
    inside = [m for m in story.reading.mentions if m.start < end and start < m.end and isinstance(m.value, ActorValue)]
    if any(is_person(mention) for mention in inside):
        return False
    classes = lexicon(story.reading.language).classes
    head = parse.words[group.head]
    return bool(inside) or is_of_any({head.norm, head.lemma}, classes, _BY_OFFICE)


def _told_elsewhere(story: Story, sentence: int, mention: Mention) -> Extent | None:
    """Give what another sentence calls a person who has a bare name here."""
    name = cast("ActorValue", mention.value).name
    full: Extent | None = None
    for index in range(len(story.reading.sentences)):
        if index == sentence:
            continue
        for other in story.mentions_in(index):
            if not is_person(other) or cast("ActorValue", other.value).name != name:
                continue
            at = _name_start(other)
            parse = story.parse(index)
            group = next((g for g in parse.nouns if parse.words[g.first].start <= at < parse.words[g.last].end), None)
            who = group and (_before(group, parse, at) or _apposed(story, index, group))
            if who:
                return who
            if full is None and other.text == name:
                full = Extent(other.start, other.end)
    return full


def _bare_name(story: Story, group: NounGroup, parse: Parse) -> Actor | None:
    """Take two or more capitalised words that no list knows for a name; where all is in capitals they say nothing."""
    words = parse.words[group.first : group.last + 1]
    if len(words) < 2 or not all(word.tag is Tag.NOUN and word.text[0].isupper() for word in words):
        return None
    if not any(letter.islower() for word in parse.words for letter in word.text):
        return None
    start, end = words[0].start, words[-1].end
    if any(m.start < end and start < m.end for m in story.reading.mentions):
        return None
    text = story.reading.text.text[start:end]
    return Actor(ActorPart.VICTIM, Role.INDIVIDUAL, text, text, start, end, is_private=True, number=1)


def _name_by_apposition(story: Story, sentence: int, group: NounGroup) -> Actor | None:
    """Take words that no list knows for a name where what stands behind their comma is of people: "…, a baker"."""
    parse = story.parse(sentence)
    words = parse.words[group.first : group.last + 1]
    is_name = all(word.tag is Tag.NOUN and word.text[0].isupper() for word in words) and len(words) <= _LONGEST_NAME
    who = _apposed(story, sentence, group) if is_name and len(words) > 1 else None
    start, end = words[0].start, words[-1].end
    if who is None or any(m.start < end and start < m.end for m in story.reading.mentions):
        return None
    name, text = story.reading.text.text[start:end], story.reading.text.text[who.start : who.end]
    return Actor(ActorPart.VICTIM, Role.INDIVIDUAL, name, text, who.start, who.end, is_private=True, number=1)


_LONGEST_NAME = 5  # words


def owner(story: Story, sentence: int, group: NounGroup, before: int) -> Actor | None:
    """Give whose murder or kidnapping a group tells of: "Judge Roca's murder", "the nuns' abduction"."""
    parse = story.parse(sentence)
    marks = [index for index in range(group.first, before) if parse.words[index].norm in ("'s", "'")]
    if not marks:
        return None
    start, end = parse.words[group.first].start, parse.words[marks[-1]].start
    for mention in story.mentions_in(sentence):
        value = mention.value
        if not isinstance(value, ActorValue) or not start <= mention.start < end or mention.why in NAMED_BODIES:
            continue
        if not is_person(mention):
            text = mention.text
            return Actor(ActorPart.VICTIM, value.role, None, text, mention.start, mention.end)
        at = _name_start(mention)
        who = _before(group, parse, at) or _told_elsewhere(story, sentence, mention) or Extent(at, mention.end)
        text = story.reading.text.text[who.start : who.end]
        return Actor(
            ActorPart.VICTIM, value.role, value.name, text, who.start, who.end, is_private=value.is_private, number=1
        )
    return None


# ---------------------------------------------------------------- people by their noun


def _by_noun(story: Story, group: NounGroup, parse: Parse, mentions: list[Mention]) -> list[Actor]:
    """Give people as they are called: the head with what describes it."""
    head = parse.words[group.head]
    if {head.norm, head.lemma} & _ANYONE:
        return []
    start, end = parse.words[group.first].start, parse.words[group.last].end
    inside = [m for m in mentions if m.start < end and start < m.end]
    of_head = [m for m in inside if m.start <= head.start < m.end]
    role = cast("ActorValue", of_head[0].value).role if of_head else _role(story, parse, group)
    if role is None:
        return []
    described = _described(parse, group)
    begin, close = described.start, described.end
    if of_head:
        begin, close = min(begin, of_head[0].start), max(close, of_head[0].end)
    value = cast("ActorValue", of_head[0].value) if of_head else ActorValue(role)
    return [
        Actor(
            ActorPart.VICTIM,
            role,
            value.name,
            story.reading.text.text[begin:close],
            begin,
            close,
            is_private=value.is_private,
            organisation=value.organisation,
            number=number_of(group, parse),
            nation=_nation(story, parse, group),
        )
    ]


def _role(story: Story, parse: Parse, group: NounGroup) -> Role | None:
    """Fall back on the word classes where no reader knew the head."""
    classes = lexicon(story.reading.language).classes
    words = {parse.words[group.head].norm, parse.words[group.head].lemma}
    if words & classes["police"]:
        return Role.POLICE if words & _OFFICERS else Role.MILITARY
    if is_of_any(words, classes, _PEOPLE):
        return Role.PROTESTERS if words & _DEMONSTRATORS else Role.CIVILIANS
    if words & AGED:
        return Role.INDIVIDUAL
    language = story.reading.language
    return Role.CIVILIANS if any(word in demonym_countries(language) for word in words) else None


_OFFICERS = words_of("victims", "officers")
_DEMONSTRATORS = words_of("victims", "demonstrators")


def _nation(story: Story, parse: Parse, group: NounGroup) -> str | None:
    """Give the country that a group's own words say its people are of: "a Spanish priest", "two U.S. citizens"."""
    demonyms = demonym_countries(story.reading.language)
    for word in parse.words[group.first : group.last + 1]:
        if word.norm in demonyms:
            return demonyms[word.norm]
    start, end = parse.words[group.first].start, parse.words[group.head].start
    for mention in story.reading.mentions:
        if mention.start >= end:
            return None
        if mention.start >= start and isinstance(mention.value, PlaceValue):
            return mention.value.country if mention.value.feature is Feature.COUNTRY else None
    return None


def is_told_apart(actor: Actor) -> bool:
    """Tell a victim by name, and people who were counted ("the murder of two clerks"), from any."""
    is_counted = actor.number is not None and actor.role not in _ANYBODY and actor.effect is not None
    return is_named_victim(actor) or (actor.part is ActorPart.VICTIM and is_counted)


_ANYBODY = frozenset({Role.OTHER, Role.UNIDENTIFIED_ARMED})


def is_named_victim(actor: Actor) -> bool:
    """Tell whether an actor is a victim by name."""
    return actor.part is ActorPart.VICTIM and actor.name is not None
