"""A draft in its place in, the list of places that each had its deed out: "in Puno, Cusco and Tacna" (X3)."""

from __future__ import annotations

from typing import cast

from constancia.coding.clauses.gapping import gapped_subjects
from constancia.coding.clauses.syntax import Parse, Tag, Word
from constancia.coding.story import Draft, Story
from constancia.coding.where.places import places_in
from constancia.coding.where.shares import takes_on
from constancia.coding.word_sets import words_of
from constancia.model import Mention, PlaceValue
from constancia.vocabulary import Feature

_LINKS = frozenset(
    {",", "and", "y", "e", "as", "well", "en", "in", "at", "the", "la", "el", "both", "de", "&", "capital"}
) | words_of("place_lists", "beside")
_MANY = frozenset({"miles", "mil", "cientos"})


def place_list(story: Story, draft: Draft) -> list[Mention]:
    """Give the places "in Puno, Cusco and Tacna" that each had the deed; fewer than two is no list."""
    mention = draft.place_mention
    if mention is None:
        return []
    places = places_in(story, draft.trigger.sentence)
    if mention not in places:
        return []
    parse = story.parse(draft.trigger.sentence)
    run = [mention]
    at = places.index(mention)
    for index in range(at + 1, len(places)):
        if not _is_linked(run[-1], places[index], parse):
            break
        run.append(places[index])
    for index in range(at - 1, -1, -1):
        if not _is_linked(places[index], run[0], parse):
            break
        run.insert(0, places[index])
    is_list = (
        len(run) > 1 and (_has_and(run, parse) or takes_on(parse, run[0], run[1])) and not _is_between(run[0], parse)
    )
    return run if is_list else []


def _is_between(first: Mention, parse: Parse) -> bool:
    """Tell "the bridge between Salto and Concordia", one place, from a list."""
    at = parse.word_at(first.start)
    return bool(_BETWEEN & {word.norm for word in parse.words[max(at - 2, 0) : at]})


_BETWEEN = frozenset({"between", "entre"})


def _is_linked(first: Mention, second: Mention, parse: Parse) -> bool:
    """Tell whether two places stand side by side in a list, counts between allowed, neither holding the other."""
    one, two = cast("PlaceValue", first.value), cast("PlaceValue", second.value)
    if one.feature is Feature.SITE or two.feature is Feature.SITE or Feature.COUNTRY in (one.feature, two.feature):
        return one.feature is two.feature is Feature.COUNTRY and _between_is_list(first, second, parse)
    is_held = two.name in (one.admin1, one.admin2) or one.name in (two.admin1, two.admin2)
    if is_held and "," in _between(first, second, parse):
        return False
    return _between_is_list(first, second, parse)


def _between(first: Mention, second: Mention, parse: Parse) -> list[str]:
    return [word.norm for word in parse.words if first.end <= word.start < second.start]


def _between_is_list(first: Mention, second: Mention, parse: Parse) -> bool:
    between = [word for word in parse.words if first.end <= word.start < second.start]
    last = max((at for at, word in enumerate(between) if word.norm == ";"), default=None)
    if last is not None and all(word.norm in _LINKS for word in between[last + 1 :]):
        between.pop(last)  # "300 marched; in Tarija, 120"
    others = [word for word in between if word.norm not in _LINKS and not _is_unknown_name(word)]
    if not between or len(others) > 6:
        return False
    counts = sum(word.tag is Tag.NUMBER or word.norm[0].isdigit() or word.norm in _MANY for word in others)
    has_link = any(word.norm in (",", "and", "y", "e", "&") for word in between)
    clause = parse.clauses[parse.clause_at[parse.word_at(first.start)]]
    if has_link and any(parse.words[g.first] in between for g in gapped_subjects(clause, parse)):
        return True  # "marched in Lima, and the doctors, in Cusco"
    if takes_on(parse, first, second):
        return True
    if any(word.tag is Tag.VERB for word in between):
        return False  # "in Leeds 300 marched, and in York 80 were arrested"
    return has_link and (not others or (counts > 0 and len(others) <= counts + 3))


def _is_unknown_name(word: Word) -> bool:
    """Tell a town of no gazetteer that stands in a list of others: "in Oruro, Xalaru and Potosí"."""
    return word.tag is Tag.NOUN and word.text.istitle()


def _has_and(run: list[Mention], parse: Parse) -> bool:
    between = _between(run[0], run[-1], parse)
    return len(run) > 2 or bool({"and", "y", "e", "&", ";"} & set(between))
