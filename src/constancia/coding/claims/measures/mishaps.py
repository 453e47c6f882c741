"""A figure in its sentence in, whether disease, hunger or an accident befell those counted out: "cholera killed"."""

from __future__ import annotations

from functools import cache

from constancia.coding.claims.line import HARM, Figure, Line
from constancia.coding.claims.measures.own_clause import died_by_mishap
from constancia.coding.deeds.lexicon import lexicon
from constancia.coding.deeds.mishaps import is_mishap
from constancia.coding.story import Story
from constancia.vocabulary import Measure


def is_by_mishap(story: Story, line: Line, figure: Figure) -> bool:
    """Tell whether the doer of what befell those counted is no one: such dead are of no deed and no toll of ours."""
    if figure.measure not in HARM or figure.governor is None or line.parse is None:
        return False
    if figure.measure is not Measure.ARRESTED and died_by_mishap(line.words(figure.end, line.end)):
        return True
    language = story.reading.language
    if not any(token.norm in _mishaps(language) for token in story.reading.sentences[line.index].tokens):
        return False
    parse = line.parse()
    clause = parse.clauses[parse.clause_at[parse.word_at(figure.governor[0])]]
    is_passive = clause.verb is not None and clause.verb.is_passive
    doer = clause.agent if is_passive else clause.subject
    if doer is None:
        return False
    is_of_nature = doer.lemma in lexicon(language).classes["nature"] and doer.lemma not in _GUNFIRE
    return is_of_nature or is_mishap(doer, clause, parse, lexicon(language))


@cache
def _mishaps(language: str) -> frozenset[str]:
    classes = lexicon(language).classes
    return classes["mishap"] | classes["on_the_road"] | (classes["nature"] - _GUNFIRE)


_GUNFIRE = frozenset({"fire", "fuego"})  # "killed by fire from the hills"
