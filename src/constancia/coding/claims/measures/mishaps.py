"""A figure in its sentence in, whether disease, hunger or an accident befell those counted out: "cholera killed"."""

from __future__ import annotations

from functools import cache

from constancia.coding.claims.line import HARM, Figure, Line
from constancia.coding.clauses.syntax import NounGroup, Parse
from constancia.coding.deeds.lexicon import lexicon
from constancia.coding.story import Story


def is_by_mishap(story: Story, line: Line, figure: Figure) -> bool:
    """Tell whether the doer of what befell those counted is no one: such dead are of no deed and no toll of ours."""
    if figure.measure not in HARM or figure.governor is None or line.parse is None:
        return False
    classes = lexicon(story.reading.language).classes
    mishaps = _mishaps(story.reading.language)
    if not any(token.norm in mishaps for token in story.reading.sentences[line.index].tokens):
        return False
    parse = line.parse()
    clause = parse.clauses[parse.clause_at[parse.word_at(figure.governor[0])]]
    is_passive = clause.verb is not None and clause.verb.is_passive
    doer = clause.agent if is_passive else clause.subject
    return doer is not None and _is_mishap(parse, doer, mishaps, classes["contagion"])


@cache
def _mishaps(language: str) -> frozenset[str]:
    classes = lexicon(language).classes
    return classes["mishap"] | (classes["nature"] - _GUNFIRE)


_GUNFIRE = frozenset({"fire", "fuego"})  # "killed by fire from the hills"


def _is_mishap(parse: Parse, doer: NounGroup, mishaps: frozenset[str], contagion: frozenset[str]) -> bool:
    if doer.lemma not in contagion:
        return doer.lemma in mishaps
    last = min(doer.last + 3, len(parse.words))  # "an outbreak of cholera"
    return any(word.norm in mishaps for word in parse.words[doer.first : last + 1])
