"""Two places in their sentence in, whether the second takes on the verb of the first out (codebook, N6)."""

from __future__ import annotations

from itertools import takewhile

from constancia.coding.clauses.syntax import Parse, Tag
from constancia.model import Mention


def takes_on(parse: Parse, first: Mention, second: Mention) -> bool:
    """Tell a town with a count and no verb of its own: "in Ica 300 marched; in Tela, 80"."""
    opens = parse.word_at(second.start) - 1
    before = parse.word_at(first.start) - 1
    if before < 0 or parse.words[opens].norm not in _IN or parse.words[before].norm not in _IN:
        return False
    is_behind_and = parse.words[opens - 1].norm in _AND
    if parse.words[opens - 1 - is_behind_and].norm not in _PARTS and not is_behind_and:
        return False
    rest = parse.words[parse.word_at(second.end - 1) + 1 :][:_SHARE]
    inside = list(takewhile(lambda word: word.norm not in _ENDS, rest))
    return any(word.tag is Tag.NUMBER for word in inside) and all(word.tag not in _VERBS for word in inside)


_IN = frozenset({"in", "en", "at"})
_AND = frozenset({"and", "y", "e", "mientras", "while"})
_PARTS = frozenset({";", ","})
_ENDS = frozenset({";", "."})
_VERBS = (Tag.VERB, Tag.AUXILIARY, Tag.MODAL)
_SHARE = 8  # words of a share: ", unos 80 docentes"
