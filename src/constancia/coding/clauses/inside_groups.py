"""A word behind one of a noun group in, whether it stands inside the group out, though groups seldom hold its like."""

from __future__ import annotations

from collections.abc import Sequence

from constancia.coding.clauses.forms import Form
from constancia.coding.clauses.syntax import Tag, Word

Tagged = Sequence[tuple[Word, Form | None]]


def is_degree(tagged: Tagged, index: int) -> bool:
    """Tell the adverb of "six heavily armed men", which parts no number from its noun."""
    if tagged[index][0].tag is not Tag.ADVERB or index + 1 >= len(tagged):
        return False
    return tagged[index - 1][0].tag in _BEFORE_DEGREE and tagged[index + 1][0].tag is Tag.ADJECTIVE


_BEFORE_DEGREE = frozenset({Tag.DETERMINER, Tag.NUMBER, Tag.ADJECTIVE})


def opens_name(tagged: Tagged, index: int) -> bool:
    """Tell the article of a name, "la vereda El Palto", from one that begins another noun."""
    if tagged[index][0].text not in _NAME_ARTICLES or index + 1 >= len(tagged):
        return False
    return tagged[index + 1][0].text.istitle() and tagged[index - 1][0].text.islower()


_NAME_ARTICLES = frozenset({"El", "La", "Los", "Las"})


def opens_quoted_name(tagged: Tagged, index: int) -> bool:
    """Tell the quotation mark of "a 'city shutdown'", "un «paro cívico»", which parts no noun from its article."""
    if tagged[index][0].text not in _MARKS or index + 1 >= len(tagged):
        return False
    is_led = tagged[index - 1][0].tag in (Tag.DETERMINER, Tag.ADJECTIVE, Tag.NUMBER)
    return is_led and tagged[index + 1][0].tag in (Tag.NOUN, Tag.ADJECTIVE)


_MARKS = frozenset("'\"‘’“”«")
