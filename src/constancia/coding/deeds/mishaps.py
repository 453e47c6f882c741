"""Who did what a clause says in, whether it was no one out: a disease, an accident, a lorry on the road."""

from __future__ import annotations

from constancia.coding.clauses.syntax import Clause, NounGroup, Parse
from constancia.coding.deeds.lexicon import Lexicon


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
    return doer.lemma in table.classes["on_the_road"] and not _is_at_protest(clause, parse, table)


def _is_at_protest(clause: Clause, parse: Parse, table: Lexicon) -> bool:
    words = parse.words[clause.first : clause.last + 1]
    return any(word.norm in table.classes["protesting"] or word.lemma in table.classes["protesting"] for word in words)


_BEHIND = 4  # words
