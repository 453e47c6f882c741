"""An English word among its neighbours in, the verb form that it is there out; None where it is none."""

from __future__ import annotations

from itertools import pairwise

from constancia.coding.clauses.forms import Form, Shape, verb_forms
from constancia.coding.clauses.grammar import TokenPlace
from constancia.coding.clauses.syntax import Tag
from constancia.coding.word_sets import words_of

_BEFORE_NOUN = frozenset({Tag.DETERMINER, Tag.ADJECTIVE, Tag.NUMBER})
_OPENS_OBJECT = frozenset({Tag.DETERMINER, Tag.NUMBER})  # "had to fire 12 shots"
_MAY_PRECEDE_NOUN: frozenset[Tag | None] = _BEFORE_NOUN | {Tag.PREPOSITION, None}
_CLAUSE_OPENERS = frozenset({Tag.MARK, Tag.QUOTE, Tag.CONJUNCTION, Tag.SUBORDINATOR, Tag.RELATIVE})
_DONE_BY_CROWDS = words_of("english_verbs", "done_by_crowds")
_NEVER_NOUNS = frozenset({"was", "were", "is", "are", "has", "had", "did"})  # "the general was shot"
_ENGLISH_AUXILIARIES = frozenset({"be", "have", "do", "get"})


def english_verb(place: TokenPlace, tag: Tag | None) -> Form | None:  # noqa: C901, PLR0911 - a rule a line, the first that fits
    """Decide whether a word is a verb where it stands."""
    is_doubtful = tag is Tag.ADJECTIVE and (
        _is_past_with_object(place, tag) or _follows_to_or_modal(place) or _is_perfect_with_object(place)
    )
    if tag is not None and not is_doubtful:
        return None
    forms = verb_forms(place.norm, "en")
    if not forms or _is_in_name(place):
        return None
    shapes = {form.shape: form for form in reversed(forms)}
    if place.norm in _NEVER_NOUNS or (
        forms[0].lemma in ("be", "have", "do") and place.before not in (Tag.DETERMINER, Tag.ADJECTIVE)
    ):
        return forms[0]
    if place.before is Tag.MODAL or place.before_norm in ("to", "not") or _follows_modal(place):
        is_noun_here = place.before_norm == "to" and place.norm in place.words["nouns_first"]
        is_noun_here = is_noun_here and place.norm not in place.words["verbs_after_to"]
        if Shape.BASE in shapes and not (is_noun_here and place.after not in _OPENS_OBJECT):
            return shapes[Shape.BASE]
        if place.before_norm == "to":
            return None
    verb = place.verb_before()
    if verb is not None and verb.lemma in _ENGLISH_AUXILIARIES:
        for shape in (Shape.PARTICIPLE, Shape.GERUND):
            if shape in shapes:
                return shapes[shape]
        if verb.lemma == "do" and Shape.BASE in shapes:
            return shapes[Shape.BASE]
    if Shape.GERUND in shapes:
        return _english_gerund(place, shapes[Shape.GERUND])
    if Shape.PAST in shapes or Shape.PARTICIPLE in shapes:
        return _english_past(place, shapes)
    return _english_present(place, shapes)


def _is_in_name(place: TokenPlace) -> bool:
    """Tell "the Meeting of Regions and Organized People" from what people did: capitals in a sentence of few."""
    if not 0 < place.index < len(place.tokens) - 1 or not place.norm.endswith("ed"):
        return False
    before, here, after = (token.text for token in place.tokens[place.index - 1 : place.index + 2])
    is_named = here.istitle() and after.istitle() and before.isalpha()
    return is_named and any(token.text.islower() and len(token.text) > _SMALL_WORD for token in place.tokens)


_SMALL_WORD = 4  # letters that a word of a headline may have and be written small


def _is_past_with_object(place: TokenPlace, tag: Tag) -> bool:
    """Read the adjective of "a closed road" as the verb of "drivers closed the road"."""
    is_between = place.before in (Tag.NOUN, Tag.PRONOUN) and place.after in (Tag.DETERMINER, Tag.NUMBER)
    is_between = is_between or _opens_headline(place)
    is_left = place.norm == "left" and place.before is Tag.RELATIVE and place.after in (Tag.DETERMINER, Tag.NUMBER)
    return tag is Tag.ADJECTIVE and ((place.norm.endswith("ed") and is_between) or is_left)


def _opens_headline(place: TokenPlace) -> bool:
    """Read "police closed roads": behind a plural and before another, the first verb of its sentence."""
    if place.before is not Tag.NOUN or place.after is not None or not place.after_norm.endswith("s"):
        return False
    is_plural = _looks_plural(place.before_norm, place)
    return is_plural and all(form is None for _, form in place.tagged)


def _is_perfect_with_object(place: TokenPlace) -> bool:
    """Read "have left 20 people dead", "has closed the road"."""
    return place.before_norm in ("have", "has", "had") and place.after in _OPENS_OBJECT


def _follows_to_or_modal(place: TokenPlace) -> bool:
    """Tell "to open fire", "could free them" from "open roads"."""
    return place.before_norm == "to" or place.before is Tag.MODAL


def _follows_modal(place: TokenPlace) -> bool:
    for word, _ in reversed(place.tagged[-3:]):
        if word.tag is Tag.MODAL:
            return True
        if word.tag not in (Tag.ADVERB, Tag.NEGATION):
            return False
    return False


def _english_gerund(place: TokenPlace, form: Form) -> Form | None:
    if place.after_norm == "of" or (place.before in _BEFORE_NOUN and place.after_norm != ""):
        return None
    if place.norm == "flooding" and place.after not in _OPENS_OBJECT:
        return None
    if place.before is Tag.NOUN and place.after is None and place.norm.endswith("ing") and _is_noun_next(place):
        return form
    return form


def _is_noun_next(place: TokenPlace) -> bool:
    return not verb_forms(place.after_norm, "en")


def _english_past(place: TokenPlace, shapes: dict[Shape, Form]) -> Form | None:  # noqa: C901, PLR0911 - a rule a line
    """Take an -ed form for a verb unless it stands between a determiner and a noun."""
    form = shapes.get(Shape.PAST) or shapes[Shape.PARTICIPLE]
    if place.before is Tag.NUMBER and place.norm in _DONE_BY_CROWDS and place.after is not None:
        return form  # "several hundred gathered in the park", unlike "twelve injured in the crash"
    if place.before is Tag.NUMBER and place.after in _ENDS_GROUP and _shares_be(place):
        return shapes.get(Shape.PARTICIPLE)
    if place.before is Tag.NUMBER and form.lemma in _HIT and (place.index < _SECOND or _opens_news(place)):
        return form  # "three shot in Kano", unlike "two stabbed students"
    if place.before is Tag.ADJECTIVE and place.after is Tag.DETERMINER:
        return form  # "the general survived the attempt", "the poor blocked the road"
    if place.before in (Tag.DETERMINER, Tag.ADJECTIVE, Tag.NUMBER):
        is_noun_like = place.before_norm in ("the", "a", "an") or place.before is not Tag.DETERMINER
        after_is_noun = place.after is None or place.after is Tag.ADJECTIVE
        if is_noun_like or after_is_noun:
            return None
    if place.before_norm == "of" or (Shape.BASE in shapes and place.before in (None, Tag.PREPOSITION)):
        return None  # "the number of injured stands at 12"
    if place.index and place.before is Tag.VERB and _lemma_before(place) in _STAYS and Shape.PARTICIPLE in shapes:
        return shapes[Shape.PARTICIPLE]  # "shops will remain shut"
    if not place.index and place.after is None and place.norm.endswith("ed"):
        return None  # "Detained leader goes on hunger strike"
    if place.before is Tag.PREPOSITION and place.after in (None, Tag.ADJECTIVE):
        return None  # "the release of jailed former ministers"
    return form


def _lemma_before(place: TokenPlace) -> str:
    return place.tagged[-1][0].lemma


_STAYS = frozenset({"remain", "stay"})


def _shares_be(place: TokenPlace) -> bool:
    """Tell "three were killed and seven wounded in clashes", where "were" is left out, from "killed seven wounded"."""
    at = len(place.tagged) - 1
    while at > 0 and place.tagged[at][0].norm not in ("and", ",") and len(place.tagged) - at <= _WORDS_OF_NUMBER:
        at -= 1
    before = place.tagged[max(at - _REACH_OF_BE, 0) : at] if place.tagged[at][0].norm in ("and", ",") else []
    return any(
        one is not None and one.lemma == "be" and other is not None and other.shape is Shape.PARTICIPLE
        for (_, one), (_, other) in pairwise(before)
    )


_ENDS_GROUP = _CLAUSE_OPENERS | {Tag.PREPOSITION}
_WORDS_OF_NUMBER, _REACH_OF_BE = 4, 12  # "and at least another seven"; words before "and"


_HIT = words_of("english_verbs", "hit")
_SECOND = 3


def _opens_news(place: TokenPlace) -> bool:
    return place.index > 1 and place.tagged[-2][0].tag in (Tag.MARK, Tag.CONJUNCTION)


def _english_present(place: TokenPlace, shapes: dict[Shape, Form]) -> Form | None:
    norm, before = place.norm, _norm_before_adverbs(place)
    is_noun_here = norm in place.words["nouns_first"]
    if before in place.words["subject_pronouns"] and not (is_noun_here and before in ("that", "there")):
        return shapes.get(Shape.BASE) or shapes.get(Shape.THIRD)
    if is_noun_here:
        if _stands_between_nouns(place):
            return shapes.get(Shape.THIRD)
        return shapes.get(Shape.BASE) if _heads_to(place) or _fires(place) or _has_object(place) else None
    if place.before in _MAY_PRECEDE_NOUN or place.before_norm == "'s":
        return None
    if place.before in _CLAUSE_OPENERS or place.before is Tag.VERB:
        is_joined = place.before is Tag.CONJUNCTION or _goes_on_in_headline(place)
        is_listed = is_joined and _same_shape_before(place, shapes)
        return next(iter(shapes.values())) if is_listed else None
    return _english_headline_verb(place, shapes)


def _stands_between_nouns(place: TokenPlace) -> bool:
    """Read "family demands justice": behind a noun in the singular, before another, the first verb of its clause."""
    if place.norm not in place.words["verbs_between_nouns"] or place.before is not Tag.NOUN or place.after is not None:
        return False
    is_plural = _looks_plural(place.before_norm, place)
    behind = verb_forms(place.after_norm, "en")
    is_verb_behind = any(form.shape in (Shape.PAST, Shape.THIRD) for form in behind)
    return not is_plural and not is_verb_behind and all(form is None for _, form in place.tagged)


def _looks_plural(norm: str, place: TokenPlace) -> bool:
    """Tell "gunmen", "sisters" and "police" from one: their verb has no ending."""
    return norm.endswith(("s", "men")) or norm in place.words["plurals"]


def _heads_to(place: TokenPlace) -> bool:
    """Read "dockers plan to strike": behind a plural and before "to" with a verb, the first verb of its clause."""
    if place.norm not in place.words["verbs_before_to"] or place.after_norm != "to" or place.before is not Tag.NOUN:
        return False
    behind = place.tokens[place.index + 2].norm if place.index + 2 < len(place.tokens) else ""
    is_verb_behind = any(form.shape is Shape.BASE for form in verb_forms(behind, "en"))
    is_plural = _looks_plural(place.before_norm, place)
    return (
        is_verb_behind and is_plural and all(form is None or form.shape is Shape.PARTICIPLE for _, form in place.tagged)
    )


def _has_object(place: TokenPlace) -> bool:
    """Read "unions plan a march", "residents face another curfew": behind a plural, before what opens an object."""
    if place.norm not in place.words["verbs_before_object"] or place.before is not Tag.NOUN:
        return False
    opens = place.after is Tag.DETERMINER or place.after_norm in _MORE
    is_plural = _looks_plural(place.before_norm, place) or _is_of_many(place)
    return opens and is_plural and all(form is None or form.shape is Shape.PARTICIPLE for _, form in place.tagged)


_MORE = frozenset({"more", "further", "fresh", "new", "another", "two", "three", "several"})


def _fires(place: TokenPlace) -> bool:
    """Read "as police fire on miners", "police use live rounds"."""
    is_aimed = place.norm == "fire" and place.after_norm in _AIMED
    is_verb_behind = any(form.shape in (Shape.PAST, Shape.THIRD) for form in verb_forms(place.after_norm, "en"))
    is_used = place.norm == "use" and place.after in (None, Tag.ADJECTIVE) and not is_verb_behind
    return (is_aimed or is_used) and place.before is Tag.NOUN and _looks_plural(place.before_norm, place)


_AIMED = words_of("english_verbs", "aimed")


def _norm_before_adverbs(place: TokenPlace) -> str:
    """Give the word before, in "residents still occupy" that before the adverb."""
    return next((word.norm for word, _ in reversed(place.tagged) if word.tag is not Tag.ADVERB), "")


def _english_headline_verb(place: TokenPlace, shapes: dict[Shape, Form]) -> Form | None:  # noqa: PLR0911 - a rule a line
    """Read "thousands march in", "strike halts trains": behind a noun, before an object or adjunct."""
    after = verb_forms(place.after_norm, "en")
    if any(form.shape in (Shape.PAST, Shape.PARTICIPLE) or form.lemma in ("be", "have") for form in after):
        return None
    third = shapes.get(Shape.THIRD)
    if third is not None and third.lemma in _OPENERS.get(place.after_norm, ()):
        return third  # "the strike of the bakers in Socorro continues.", "the ministry denies that"
    if place.after in (Tag.MARK, Tag.MODAL) and not _is_last(place):
        return None
    before = _norm_before_adverbs(place)
    is_plural = _looks_plural(before, place)
    is_plural = is_plural or any(word.norm == "and" for word, _ in place.tagged[-4:]) or _is_of_many(place)
    if Shape.BASE in shapes and is_plural:
        return shapes[Shape.BASE]
    if before.endswith(_DESCRIBES) and len(place.tagged) > 1 and place.tagged[-2][0].tag is Tag.PREPOSITION:
        return None  # "the march against automatic tolls"
    is_open = place.after in (Tag.DETERMINER, Tag.NUMBER, Tag.PREPOSITION, Tag.ADVERB, Tag.PRONOUN, Tag.ADJECTIVE, None)
    if Shape.THIRD in shapes and not is_plural and is_open and place.after_norm not in ("of", "and"):
        return shapes[Shape.THIRD]
    return None


_DESCRIBES = ("tic", "ous", "less", "ful", "able", "ible", "ional", "ental", "ative", "utive", "sive")
_LASTING = words_of("english_verbs", "lasting")
_OPENERS = {".": _LASTING, "that": words_of("english_verbs", "says_that")}


def _is_of_many(place: TokenPlace) -> bool:
    """Read "the people of Peru continue", "thousands in Lima march": many, and the place that they are of.

    A comma begins anew: "as the crisis enters its second month, the people of Peru continue".
    """
    marks = [index for index, (word, _) in enumerate(place.tagged) if word.tag is Tag.MARK]
    since = place.tagged[marks[-1] + 1 :] if marks else place.tagged
    if any(form is not None for _, form in since):
        return False
    near = [word for word, _ in since[-_OF_A_PLACE:]]
    ties = [index for index, word in enumerate(near) if word.norm in ("of", "in", "from", "at", "near")]
    head = near[ties[-1] - 1] if ties and ties[-1] else None
    many = place.words["plurals"]
    is_many = head is not None and (head.norm in many or head.norm in _MANY or head.norm.endswith(("s", "men")))
    return is_many and near[-1].text.istitle()


_OF_A_PLACE = 5  # words
_MANY = words_of("english_verbs", "many")


def _is_last(place: TokenPlace) -> bool:
    return place.index + 1 >= len(place.tokens)


def _goes_on_in_headline(place: TokenPlace) -> bool:
    """Read "raiders kill priest, abduct worshippers": one verb more behind the comma, with its object."""
    return place.before_norm == "," and place.after in (None, Tag.NUMBER, Tag.DETERMINER) and not _is_last(place)


def _same_shape_before(place: TokenPlace, shapes: dict[Shape, Form]) -> bool:
    return any(form is not None and form.shape in shapes for _, form in place.tagged)
