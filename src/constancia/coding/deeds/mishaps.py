"""What a clause says in, whether nobody did it to anybody out: a disease, an accident, a flood; hope that is killed."""

from __future__ import annotations

from constancia.coding.clauses.syntax import Clause, NounGroup, Parse, Tense
from constancia.coding.deeds.lexicon import Lexicon, Sense
from constancia.coding.word_sets import words_of
from constancia.vocabulary import EventType, Mode


def is_by_thing(sense: Sense, clause: Clause, parse: Parse, table: Lexicon) -> bool:
    """Tell what rain, a landslide or a lorry did: "la lluvia cortó la ruta", "homes were destroyed by the flood"."""
    if sense.type not in _DONE:
        return False
    is_passive = clause.verb is not None and (clause.verb.is_passive or clause.verb.tense is Tense.PARTICIPLE)
    group = clause.agent if is_passive else clause.subject
    if group is not None and sense.mode is Mode.OBSTRUCT and group.lemma in table.classes["vehicle"] - _ROWS:
        return group.last == group.head and parse.words[group.head].norm == group.lemma  # one lorry
    if sense.type is EventType.ASSAULT and (
        is_in_accident(clause, parse, table) or (group is not None and is_mishap(group, clause, parse, table))
    ):
        return True
    if group is None or (is_passive and group.lemma in _GUNFIRE):
        return False
    is_vehicle = sense.mode is Mode.RIOT and group.lemma in table.classes["vehicle"]
    return is_vehicle or group.lemma in table.classes["nature"]


_DONE = frozenset({EventType.PROTEST, EventType.ASSAULT})
_ROWS = frozenset({"convoy", "caravan", "motorcade", "caravana"})
_GUNFIRE = frozenset({"fire", "fuego"})  # "killed by fire from the hills"


def is_done_to_ideal(sense: Sense, clause: Clause, table: Lexicon) -> bool:
    """Tell "murdered hope", "mató la democracia" and "slaughtered their rivals" from what is done to people."""
    if sense.type is not EventType.ASSAULT or clause.verb is None:
        return False
    harmed = clause.subject if clause.verb.is_passive else clause.object
    return harmed is not None and harmed.lemma in table.classes["ideal"]


def is_mishap(doer: NounGroup, clause: Clause, parse: Parse, table: Lexicon) -> bool:
    """Tell "a cholera outbreak", "un brote de dengue", "a truck killed a child" from an outbreak of violence.

    Who drives at a crowd that protests may mean it: "a truck ploughed into marchers".
    """
    mishaps = table.classes["mishap"]
    if doer.lemma in mishaps:
        return True
    if doer.lemma in table.classes["contagion"]:
        last = min(doer.last + _BEHIND, len(parse.words))  # "an outbreak of cholera"
        return any(word.norm in mishaps for word in parse.words[doer.first : last])
    is_armed = any(word.norm in _ARMED for word in parse.words[doer.first : doer.last + 1])
    is_on_road = doer.lemma in table.classes["on_the_road"] and not is_armed
    return is_on_road and not _is_at_protest(clause, parse, table)


def _is_at_protest(clause: Clause, parse: Parse, table: Lexicon) -> bool:
    words = parse.words[clause.first : clause.last + 1]
    return any(word.norm in table.classes["protesting"] or word.lemma in table.classes["protesting"] for word in words)


def is_in_accident(clause: Clause, parse: Parse, table: Lexicon) -> bool:
    """Tell "were killed in a bus crash", "hurt when a wall collapsed" from what somebody did."""
    verb = clause.verb
    is_suffered = verb is not None and (verb.is_passive or verb.tense is Tense.PARTICIPLE) and clause.agent is None
    return is_suffered and is_of_accident(clause, parse, table)


def is_of_accident(clause: Clause, parse: Parse, table: Lexicon) -> bool:
    """Tell whether an accident is told behind a clause's verb: "died in a factory fire", "… when a bus overturned"."""
    verb = clause.verb
    if verb is None:
        return False
    scenes = (group for group in clause.complements if group.preposition in _IN and group.first > verb.last)
    if any(_is_accident(group, parse, table) for group in scenes):
        return True
    return any(
        each.parent == clause.index and each.marker in _WHEN and _gives_way(each, parse, table)
        for each in parse.clauses
    )


def _is_accident(group: NounGroup, parse: Parse, table: Lexicon) -> bool:
    """Tell a scene of an accident, "a factory fire", from "an exchange of fire" and "a plane attack"."""
    return group.lemma in table.classes["accident"] or is_blaze(group, parse)


def is_blaze(group: NounGroup, parse: Parse) -> bool:
    """Tell "a fire at a mill", which is one of many, from the "fire" and "police fire" that somebody opens."""
    words = parse.words[group.first : group.last + 1]
    is_counted = words[0].norm in _A and not any(word.norm in _ARMED for word in words)
    behind = parse.words[group.last + 1].norm if group.last + 1 < len(parse.words) else ""
    return group.lemma == "fire" and is_counted and behind not in _SOURCE


def _gives_way(clause: Clause, parse: Parse, table: Lexicon) -> bool:
    """Tell "when a building collapsed", "after their boat capsized": what gave way is a thing, and nobody's object."""
    is_thing = clause.subject is not None and clause.object is None
    verb = clause.verb
    if not is_thing or verb is None or verb.is_passive or verb.lemma not in table.classes["gives_way"]:
        return False
    is_armed = any(word.norm in _ARMED for word in parse.words[clause.first : verb.first])
    return not is_armed and not _is_at_protest(clause, parse, table)


_IN = frozenset({"in", "during", "from", "en", "durante", "por"})
_A = frozenset({"a", "an", "the", "that", "this"})
_SOURCE = frozenset({"from", "by"})
_ARMED = words_of("mishaps", "armed")
_WHEN = frozenset({"when", "as", "after", "cuando", "tras", "luego"})
_BEHIND = 4  # words
