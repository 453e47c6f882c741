"""A figure that is only an article in, whether its noun is nobody out: "una marcha", "a crowd", "un camión"."""

from __future__ import annotations

from functools import cache

from constancia.coding.claims.lexicon import FigureWords
from constancia.coding.claims.line import Figure
from constancia.coding.claims.word_kinds import HARM_NOUN, ONE, PEOPLE
from constancia.coding.clauses.forms import singulars
from constancia.coding.deeds.lexicon import lexicon
from constancia.coding.story import Story
from constancia.coding.what.detail_words import detail_words
from constancia.coding.word_sets import words_of

# Classes of the triggers' words that hold no people.
_THINGS = (
    *("road", "town", "building", "vehicle", "market", "abstract", "service", "worship", "party", "show", "weapon"),
    *("process", "upkeep", "nature", "animal", "seat", "banner"),
)


def is_no_person(story: Story, figure: Figure, words: FigureWords) -> bool:
    """Tell "una marcha" and "a minibus" from "una enfermera": it names a deed of the text, a crowd or a thing."""
    if not figure.is_single or not figure.value.noun:
        return False
    before = story.reading.text.text[max(figure.start - _OF, 0) : figure.start].lower()
    if before.endswith((" de ", " of ")) and figure.noun.split()[0] in _BODIES:
        return True  # "cuatro integrantes de una familia"
    if words.begins[figure.noun] & (ONE | PEOPLE | HARM_NOUN):
        return False
    if before.endswith(_WITH):
        return True  # "broke the door down with a ram"
    head = figure.noun.split()[0]
    language = story.reading.language
    return bool(
        words.crowd.match(figure.noun)
        or head in _AMOUNTS
        or head in _things(language)
        or not detail_words(language).objects.keys().isdisjoint(singulars(head, language))
        or _is_deed(story, figure, head)
    )


_OF = 12  # characters of " of ", " mediante "
_WITH = (" con ", " with ", " mediante ", " using ", " usando ", " empuñando ", " wielding ")
_BODIES = words_of("no_person", "bodies")
_AMOUNTS = words_of("no_person", "amounts")  # "un número indeterminado de vecinos"


def _is_deed(story: Story, figure: Figure, head: str) -> bool:
    """Tell whether a word of a deed stands right behind the article."""
    told = [trigger for draft in story.drafts for trigger in (draft.trigger, *draft.echoes)]
    if any(figure.start <= trigger.start <= figure.end + 1 and not trigger.is_verb for trigger in told):
        return True
    return head in lexicon(story.reading.language).nouns


@cache
def _things(language: str) -> frozenset[str]:
    classes = lexicon(language).classes
    return frozenset(word for name in _THINGS for word in classes.get(name, ()))
