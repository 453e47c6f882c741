"""A deed in its sentence in, whether it is told in addition to others out: "meanwhile, rebels blew up", "además, …"."""

from __future__ import annotations

from constancia.coding.clauses.syntax import Parse
from constancia.coding.story import Draft, Story
from constancia.coding.word_sets import word_set


def goes_on_to_another(parse: Parse, draft: Draft) -> bool:
    """Tell whether a sentence adds a deed to those told: "meanwhile, …", "also attacked", "además, …"."""
    before = {word.norm for word in parse.words[max(draft.trigger.word - 2, 0) : draft.trigger.word]}
    return _opens_anew(parse) or not before.isdisjoint(_ALSO)


def is_added(story: Story, draft: Draft) -> bool:
    """Tell whether the sentence of a deed opens by adding it to those told."""
    return draft.trigger.is_verb and _opens_anew(story.parse(draft.trigger.sentence))


def _opens_anew(parse: Parse) -> bool:
    return (" ".join(word.norm for word in parse.words[:_OPENING]) + " ").startswith(_ADDS)


_OPENING = 5  # words
_ADDS = (
    *("in addition", "meanwhile", "elsewhere", "separately", "likewise", "furthermore", "moreover", "in another "),
    *("on another ", "in a separate ", "in other ", "also ", "similarly", "at the same time", "simultaneously"),
    *("ademas", "mientras tanto", "entretanto", "por otra parte", "por otro lado", "asimismo", "igualmente"),
    *("en otro ", "en otra ", "en tanto", "de otro lado", "paralelamente", "simultaneamente", "tambien "),
)
_ALSO = frozenset({"also", "tambien"})


def is_told_apart_from_before(story: Story, draft: Draft) -> bool:
    """Tell a protest elsewhere, apart from, or after the one told before it (X2, X3, X4).

    "En otras localidades la marcha fue chica"; "a separate rally"; "tras la misa, decenas cortaron el puente".
    """
    parse = story.parse(draft.trigger.sentence)
    return _is_elsewhere(parse) or _is_called_another(parse, draft) or _comes_after_one(parse, draft)


def _is_elsewhere(parse: Parse) -> bool:
    return (" ".join(word.norm for word in parse.words[:_OPENING]) + " ").startswith(_ELSEWHERE)


def _is_called_another(parse: Parse, draft: Draft) -> bool:
    """Read "una manifestación distinta", "a parallel march": the adjective stands before or behind."""
    group = next((each for each in parse.nouns if each.first <= draft.trigger.word <= each.last), None)
    if group is None or draft.trigger.is_verb:
        return False
    last = max(group.last, draft.trigger.last_word) + 1
    return any(word.norm in _ANOTHER for word in parse.words[group.first : last + 1])


def _comes_after_one(parse: Parse, draft: Draft) -> bool:
    """Read "after the march, dozens blocked …": this is another deed."""
    words = parse.words
    lead = 2 if len(words) > 1 and words[1].norm in _LINKS else 1
    if not words or words[0].norm not in _AFTER or _is_known(parse, draft):
        return False
    mark = next((at for at, word in enumerate(words) if word.norm == ","), None)
    if mark is None or draft.trigger.word < mark or mark > _SHORT:
        return False
    return any(word.lemma in _GATHERINGS for word in words[lead:mark])


def _is_known(parse: Parse, draft: Draft) -> bool:
    """Tell "the march" from "a human chain" and from what a verb tells."""
    group = next((each for each in parse.nouns if each.first <= draft.trigger.word <= each.last), None)
    return not draft.trigger.is_verb and group is not None and group.is_definite


_ELSEWHERE = (
    *("en otras ciudades", "en otras localidades", "en otras provincias", "en otras regiones", "en otras zonas"),
    *("en otros puntos", "en otros lugares", "en otros departamentos", "en otros estados", "en otros municipios"),
    *("en otros sectores", "en otros barrios", "en el resto del pais", "en el interior del pais", "en otro punto "),
    *("in other cities", "in other towns", "in other parts", "in other regions", "in other states", "elsewhere "),
    *("in other provinces", "in other districts", "in other places", "across the rest of", "in the rest of the"),
)
_ANOTHER = word_set(
    "distinta distinto distintas distintos diferente diferentes aparte paralela paralelo paralelas similar similares"
    " semejante semejantes parecida parecidas opuesta opuesto rival rivales separate different parallel opposing"
)
_AFTER = word_set("tras despues luego after following")
_LINKS = word_set("de del of the")
_SHORT = 8  # words to the mark
_GATHERINGS = word_set(
    "acto marcha concentracion manifestacion protesta mitin planton movilizacion bloqueo asamblea caravana vigilia"
    " misa ceremonia march rally demonstration protest vigil meeting service ceremony sit-in"
)
