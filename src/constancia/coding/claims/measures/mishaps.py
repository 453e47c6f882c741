"""A figure in its sentence in, whether disease, hunger or an accident befell those counted out: "cholera killed"."""

from __future__ import annotations

import re
from functools import cache

from constancia.coding.claims.line import HARM, Figure, Line
from constancia.coding.claims.measures.own_clause import died_by_mishap
from constancia.coding.deeds.lexicon import lexicon
from constancia.coding.deeds.mishaps import is_blaze, is_mishap, is_of_accident
from constancia.coding.story import Story
from constancia.coding.word_sets import words_of
from constancia.vocabulary import Measure


def is_by_mishap(story: Story, line: Line, figure: Figure) -> bool:
    """Tell whether the doer of what befell those counted is no one: such dead are of no deed and no toll of ours."""
    if figure.measure not in _BEFALLS or figure.governor is None or line.parse is None:
        return False
    language = story.reading.language
    later = (other.start for other in line.figures if other.start >= figure.end)
    end = min(later, default=line.end)  # "seven dead: six by gunfire, one in a crash"
    after = line.words(figure.end, end)
    is_ill = figure.measure is Measure.INJURED and _are_ill(after, language)
    if is_ill or (figure.measure is not Measure.ARRESTED and died_by_mishap(after)):
        return True
    tokens = story.reading.sentences[line.index].tokens
    if not any(token.norm in _mishaps(language) for token in tokens if token.start < end):
        return False
    parse = line.parse()
    clause = parse.clauses[parse.clause_at[parse.word_at(figure.governor[0])]]
    if is_of_accident(clause, parse, lexicon(language)):
        return True
    is_passive = clause.verb is not None and clause.verb.is_passive
    doer = clause.agent if is_passive else clause.subject
    if doer is None:
        return False
    is_of_nature = doer.lemma in lexicon(language).classes["nature"] and doer.lemma not in _GUNFIRE
    is_of_nature = is_of_nature or (not is_passive and is_blaze(doer, parse))
    return is_of_nature or is_mishap(doer, clause, parse, lexicon(language))


_BEFALLS = HARM | {Measure.DISPLACED}


def _are_ill(after: str, language: str) -> bool:
    """Tell "treated 30 patients for cholera" from those treated for wounds."""
    treated = _FOR.match(after)
    return treated is not None and treated["what"] in lexicon(language).classes["mishap"] - _WOUNDS


_FOR = re.compile(
    r"(?: [\w-]+){0,3}? (?:for|with|por|con|de) (?:(?:suspected|severe|acute|posible) )?(?P<what>[a-z]+)\b"
)
_WOUNDS = frozenset(
    {"cut", "cuts", "suffocation", "exposure", "poisoning", "asfixia", "intoxicacion", "corte", "cortes"}
)


@cache
def _mishaps(language: str) -> frozenset[str]:
    classes = lexicon(language).classes
    gives_way = {
        f"{verb.removesuffix('e')}{ending}" for verb in classes["gives_way"] for ending in ("e", "ed", "es", "s")
    }
    return classes["mishap"] | classes["on_the_road"] | classes["nature"] | classes["accident"] | gives_way | _SANK


_SANK = words_of("mishaps", "sank")
_GUNFIRE = frozenset({"fire", "fuego"})  # "killed by fire from the hills"
