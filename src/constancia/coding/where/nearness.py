"""A place in its sentence in, how near it stands to a deed out."""

from __future__ import annotations

from typing import cast

from constancia.coding.clauses.syntax import Parse, Tag
from constancia.coding.status.happened import tells_where_it_was
from constancia.coding.story import Draft
from constancia.coding.where.where_clauses import steps_to, was_held_there
from constancia.coding.word_sets import word_set, words_of
from constancia.model import Mention, PlaceValue
from constancia.vocabulary import Feature

_LOCATIVE = word_set(
    "in at on near outside through across around inside into along throughout from towards reach "
    "en frente ante por cerca afuera sobre hasta desde hacia dentro alrededor a"
)
_INSTITUTIONS = words_of("place_nearness", "institutions")
COURTS = words_of("place_nearness", "courts")
_FINENESS = {
    Feature.CITY: 0,
    Feature.SITE: 1,
    Feature.ADMIN2: 1,
    Feature.ADMIN1: 2,
    Feature.REGION: 3,
    Feature.COUNTRY: 4,
}


def cost_of(mention: Mention, draft: Draft, parse: Parse) -> tuple[int, int]:
    """Give how far a place is from a deed, by clauses, what else it may be of and words; the least is its own."""
    at = parse.word_at(mention.start)
    home = parse.clauses[parse.clause_at[at]]
    clause = parse.clauses[parse.clause_at[draft.trigger.word]]
    cost = 40 * steps_to(parse, clause, mention, abs(home.index - clause.index))
    before = parse.words[at - 1].norm if at else ""
    cost += 0 if before in _LOCATIVE else 8
    if not draft.trigger.is_verb and tells_where_it_was(parse, draft.trigger.last_word, mention):
        cost -= _SAID_TO_BE_THERE
    if not draft.trigger.is_verb and before in _LOCATIVE and was_held_there(parse, clause, draft.trigger.word, at):
        cost -= _HELD_THERE
    if words_beside(parse, at) & _INSTITUTIONS:
        cost += 12
    last = parse.word_at(mention.end - 1)
    is_owner = last + 1 < len(parse.words) and parse.words[last + 1].norm == "'s"
    last += is_owner
    after = parse.words[last + 1] if last + 1 < len(parse.words) else None
    is_trigger = after is not None and draft.trigger.start <= after.start < draft.trigger.end
    is_unit = after is not None and after.norm in _UNITS  # "Usulután department"
    is_thing = after is not None and (after.tag is Tag.NOUN or is_owner) and not is_unit
    if is_thing and not is_trigger and before not in _LOCATIVE:
        cost += 25  # "U.S. marines": whose, not where
    if at < draft.trigger.word:
        cost += 6
    if before == "from" and at > 1 and parse.words[at - 2].tag is Tag.NOUN:
        cost += _ORIGIN
    if is_elsewhere(parse, mention):
        cost += _DESTINATION
    if ";" in _between(parse, at, draft):
        cost += _ANOTHER_PART
    value = cast("PlaceValue", mention.value)
    cost += 3 * _FINENESS.get(value.feature, 3)
    return (cost + abs(at - draft.trigger.word), at)


_SAID_TO_BE_THERE = 40  # the step to its clause
_HELD_THERE = 30
_ORIGIN = 15  # "farmers from Ilave marched in Lima"

_UNITS = words_of("place_nearness", "units")


_DESTINATION = 45  # "farmers in Soroti blocked the road to Mbale"
_ANOTHER_PART = 15  # "in Puno 300 marched; in Cusco, 80"


def _between(parse: Parse, at: int, draft: Draft) -> set[str]:
    first, last = sorted((at, draft.trigger.word))
    return {word.norm for word in parse.words[first:last]}


def is_elsewhere(parse: Parse, mention: Mention) -> bool:
    """Tell a town that a road leads to or is named after, or that only tells how far off the place of a deed lies."""
    at = parse.word_at(mention.start)
    if leads_to(parse, at) or _is_of_road_to(parse, mention):
        return True
    return names_road(parse, mention) or _tells_distance(parse, at)


def _is_of_road_to(parse: Parse, mention: Mention) -> bool:
    """Tell the town of "the Harare road", to which a road told in small letters leads."""
    first, last = parse.word_at(mention.start), parse.word_at(mention.end - 1)
    behind = parse.words[last + 1].text if last + 1 < len(parse.words) else ""
    return behind in _ROADS_TO and first > 0 and parse.words[first - 1].norm in ("the", "main")


_ROADS_TO = frozenset({"road", "highway", "motorway", "expressway", "turnpike"})


def _tells_distance(parse: Parse, at: int) -> bool:
    """Tell the town of "80 km north of Gulu", "a 40 kilómetros de Oruro"."""
    if not at or parse.words[at - 1].norm not in _OFF:
        return False
    return any(word.norm in _MEASURES for word in parse.words[max(at - _DISTANCE, 0) : at - 1])


_OFF = word_set("of from de del")
_DISTANCE = 5  # words from the measure to the town: "km to the north of"
_MEASURES = word_set("km kms kilometres kilometers kilometre kilometer miles mile kilometros kilometro leguas")


def leads_to(parse: Parse, at: int) -> bool:
    """Tell the town that a road only leads to: "the road to Kitgum", "la vía que conduce a Pasto"."""
    first = at
    while first and parse.words[first - 1].norm in _ARTICLES:
        first -= 1
    if not first or parse.words[first - 1].norm not in _TOWARDS:
        return False
    before = parse.words[max(first - 1 - _ROAD_REACH, 0) : first - 1]
    for word in reversed(before):
        if word.lemma in _ROADS or word.norm in _ROADS:
            return True
        if word.norm not in _LEADS and not word.text[:1].isupper() and word.tag is not Tag.ADJECTIVE:
            return False
    return False


def names_road(parse: Parse, mention: Mention) -> bool:
    """Tell a town that only stands in a road's name: "the Lagos-Ibadan expressway", "la carretera Potosí-Uyuni"."""
    first, last = parse.word_at(mention.start), parse.word_at(mention.end - 1)
    while last + 2 < len(parse.words) and parse.words[last + 1].norm in _DASHES:
        last += 2
    while first > 1 and parse.words[first - 1].norm in _DASHES:
        first -= 2
    one, _, two = parse.words[first].text.partition("-")
    if last - first < _TWO_TOWNS and not (one[:1].isupper() and two[:1].isupper()):
        return False
    beside = parse.words[last + 1 : last + 3] if last + 1 < len(parse.words) else ()
    return any(word.norm in _ROADS for word in (*parse.words[max(first - 2, 0) : first], *beside))


_DASHES = frozenset({"-", "–", "—", "/"})
_TWO_TOWNS = 2  # words: a town, a dash and a town


def is_ward(parse: Parse, mention: Mention) -> bool:
    """Tell the quarter of "el barrio Bolívar", "la colonia Miramar", which bears a town's name, from the town (P3)."""
    at = parse.word_at(mention.start)
    return at > 0 and parse.words[at - 1].norm in _WARDS


_WARDS = words_of("place_nearness", "wards")
_ARTICLES = word_set("the la el los las city town ciudad")
_TOWARDS = word_set("to towards toward a al hacia for")
_ROADS = words_of("place_nearness", "roads")
_LEADS = words_of("place_nearness", "leads")
_ROAD_REACH = 5  # words from "road" to "to": "the road that leads from the mine to"


def words_beside(parse: Parse, at: int) -> set[str]:
    """Give the words just before and behind a place, as far as no colon or semicolon stands between."""
    before: list[str] = []
    for word in reversed(parse.words[max(at - 4, 0) : at]):
        if word.norm in (":", ";"):
            break
        before.append(word.norm)
    return {*before, *(word.norm for word in parse.words[at : at + 3])}
