"""Words within names kept from being read: a place in a front's name, a deed in a surname or in a body's aim."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from constancia.coding.deeds.triggers import Candidate
from constancia.coding.word_sets import word_set
from constancia.model import ActorValue, Mention, PlaceValue, Reading, Sentence
from constancia.vocabulary import Form, Role


def without_places_in_names(reading: Reading) -> Reading:
    """Give the reading without the places that lie inside a longer mention of somebody by name."""
    names = [m for m in reading.mentions if isinstance(m.value, ActorValue) and m.value.name is not None]
    kept = tuple(m for m in reading.mentions if not (isinstance(m.value, PlaceValue) and _is_within(m, names)))
    return replace(reading, mentions=kept)


def _is_within(place: Mention, names: list[Mention]) -> bool:
    """Tell "Atlántico" in a front's name, and "La Unión" that is the article and first word of a union's."""
    return any(
        name.start <= place.start + _ARTICLE
        and name.start < place.end <= name.end
        and (name.start < place.start or place.end < name.end)
        for name in names
    )


_ARTICLE = len("Las ")  # a place's article may stand before the name


def is_full_name(mention: Mention) -> bool:
    """Tell a person called by name and surname ("Rosa Choque Mamani") from a body, a title and a lone name."""
    value = cast("ActorValue", mention.value)
    name = value.name or ""
    is_person = value.is_private or value.role is Role.INDIVIDUAL or value.organisation is None
    return is_person and " " in name and name.istitle() and all(word[:1].isupper() for word in name.split())


def is_body_called(mention: Mention) -> bool:
    """Tell a body by its whole name ("Comité de Familiares de Privadas de Libertad") from one of two words."""
    words = mention.text.split()
    longer = [word for word in words if len(word) > _SMALL_WORD]
    is_called = len(words) >= _WORDS_OF_BODY and len(longer) > 1 and all(word[:1].isupper() for word in longer)
    return is_called and not mention.text.isupper()


_SMALL_WORD, _WORDS_OF_BODY = 3, 3


def is_in_name(candidate: Candidate, sentence: Sentence, names: list[tuple[int, int]]) -> bool:
    """Tell whether a word that would name a deed is a surname ("Choque", "Paro", "March") or within a body's name."""
    if not names:
        return False
    start, end = sentence.tokens[candidate.first].start, sentence.tokens[candidate.last].end
    is_meeting = candidate.sense is not None and candidate.sense.form is Form.ASSEMBLY  # "la Asamblea de Vecinos dijo"
    return any(
        first <= start and end <= last and (is_meeting or (first, last) != (start, end)) for first, last in names
    )


def is_called_so(candidate: Candidate, sentence: Sentence) -> bool:
    """Tell a place's or a body's name ("caserío Las Trancas") by its article, which is written as a name's."""
    at = candidate.first
    word = sentence.tokens[at].text
    is_moving = candidate.sense is not None and candidate.sense.form in _MOVING
    if at and word[0].isupper() and not word.isupper() and not is_moving and _is_called_for_a_cause(sentence, at):
        return True
    if at and candidate.sense is not None and candidate.sense.form is Form.ASSEMBLY and _is_body_in_short(sentence, at):
        return True
    if candidate.first != candidate.last or at < 2 or sentence.is_headline:
        return False
    article = sentence.tokens[at - 1]
    is_named = word[0].isupper() and article.text in _NAME_ARTICLES
    return is_named and not word.isupper() and sentence.tokens[at - 2].norm[0].isalpha()


def _is_body_in_short(sentence: Sentence, at: int) -> bool:
    """Tell "the Assembly says", "la Asamblea exige", a body's name cut short, from "Hold Assembly In Lagos"."""
    word, before = sentence.tokens[at].text, sentence.tokens[at - 1]
    if not word[0].isupper() or word.isupper() or not before.norm[0].isalpha():
        return False
    return before.norm in _ARTICLES or before.text.islower()


_ARTICLES = word_set("the its our el la los las su sus nuestra")
# "La Marcha por el Agua salió de …": marches have such names, bodies are called assemblies and fronts.
_MOVING = frozenset({Form.MARCH, Form.CARAVAN, Form.VIGIL})
_NAME_ARTICLES = frozenset({"El", "La", "Los", "Las"})


def _is_called_for_a_cause(sentence: Sentence, at: int) -> bool:
    """Tell a body by its aim, "la Asamblea Vecinal por el Agua Limpia", from a meeting."""
    words = [token.text for token in sentence.tokens[at + 1 : at + _NAME_REACH]]
    cause = next((index for index, word in enumerate(words) if word in _CAUSES), None)
    if cause is None or not all(word[:1].isupper() for word in words[:cause]):
        return False
    named = next((word for word in words[cause + 1 :] if word.lower() not in _IN_NAMES), "")
    return named[:1].isupper()


_NAME_REACH = 6  # words
_CAUSES = frozenset({"por", "para", "pro", "contra", "for", "against"})
_IN_NAMES = frozenset({"la", "el", "los", "las", "de", "del", "the", "of", "a"})
