"""A Spanish word among its neighbours in, the verb form that it is there out; None where it is none."""

from __future__ import annotations

from constancia.coding.clauses.forms import Form, Shape, verb_forms
from constancia.coding.clauses.grammar import TokenPlace
from constancia.coding.clauses.syntax import Tag
from constancia.coding.word_sets import word_set, words_of

_BEFORE_NOUN = frozenset({Tag.DETERMINER, Tag.ADJECTIVE, Tag.NUMBER})
_WEAK = frozenset({"a", "o", "e", "as", "os", "es"})  # endings that nouns share with the present
_CLITICS = word_set("me te nos le les lo la los las")
_SPANISH_AUXILIARIES = words_of("spanish_verbs", "spanish_auxiliaries")
_NOT_VERBS = word_set("para sobre entre bajo contra como tras ante mas once doce era cerca parte hace desde")


def spanish_verb(place: TokenPlace, tag: Tag | None) -> Form | None:  # noqa: PLR0911 - a rule a line, the first that fits
    """Decide whether a word is a verb where it stands."""
    norm = place.norm
    if tag is not None and not (
        norm in ("este", "esta", "estan", "ser") and place.tokens[place.index].text[-1] in "áé"
    ):
        return None
    if _ends_name(place):
        return None
    forms = verb_forms(norm, "es")
    if not forms or norm in _NOT_VERBS:
        return _era(place, forms)
    forms = _by_accent(place, forms)
    form = forms[0]
    if form.shape is Shape.CONDITIONAL and not _may_be_conditional(place):
        return None
    if form.shape is Shape.INFINITIVE:
        return None if place.before is Tag.DETERMINER and place.before_norm not in _CLITICS else form
    if form.shape is Shape.GERUND:
        return form
    if form.shape is Shape.PARTICIPLE:
        return _spanish_participle(place, form)
    if form.lemma in ("ser", "estar", "haber") and place.before is not Tag.DETERMINER:
        return form
    return form if _stands_as_verb(place, form) else None


def _may_be_conditional(place: TokenPlace) -> bool:
    """Tell "tributaría" from the "tributaria" of a reform, in a text that writes its accents or of a common word."""
    if place.is_capitals or "í" in place.tokens[place.index].text.lower():
        return True
    return place.norm not in _NO_CONDITIONALS and all(token.text.isascii() for token in place.tokens)


_NO_CONDITIONALS = words_of("spanish_verbs", "no_conditionals")


def _ends_name(place: TokenPlace) -> bool:
    """Tell the "Cobre" of "Río Cobre" from a verb: a capital behind a capital, where most words have none."""
    if place.index == 0 or place.before is not Tag.NOUN:
        return False
    here, before = place.tokens[place.index].text, place.tokens[place.index - 1].text
    if not (here[0].isupper() and here[1:].islower() and before[0].isupper()):
        return False
    letters = [token.text for token in place.tokens if token.text.isalpha() and len(token.text) > _SHORT]
    return sum(text[0].islower() for text in letters) * 2 > len(letters)


_SHORT = 3  # letters: words that titles leave small


def _era(place: TokenPlace, forms: tuple[Form, ...]) -> Form | None:
    return forms[0] if place.norm == "era" and forms and place.before not in _BEFORE_NOUN else None


def _by_accent(place: TokenPlace, forms: tuple[Form, ...]) -> tuple[Form, ...]:
    """Let a written accent decide: "marchó" past, "marcho" present, "marchará" future, "marchara" subjunctive."""
    if len(forms) < 2 or place.is_capitals:
        return _likeliest(forms)
    text = place.tokens[place.index].text.lower()
    is_accented = text[-1] in "áéíóú" or text[-2:] in ("án", "ás")
    stressed = (Shape.PAST, Shape.FUTURE)
    kept = tuple(
        form
        for form in forms
        if (form.shape in stressed) == is_accented or (form.person in ("3p", "1p") and form.shape is Shape.PAST)
    )
    return _likeliest(kept or forms)


def _likeliest(forms: tuple[Form, ...]) -> tuple[Form, ...]:
    return tuple(sorted(forms, key=lambda form: form.person in ("1s", "2s")))


def _spanish_participle(place: TokenPlace, form: Form) -> Form | None:
    verb = place.verb_before()
    if verb is not None:
        return form if verb.lemma in _SPANISH_AUXILIARIES else None
    if place.before in _BEFORE_NOUN or place.before is Tag.PREPOSITION:
        return None
    if place.before_norm in ("y", "e", "ni", ",") and len(place.tagged) > 1 and place.norm.endswith("s"):
        earlier = place.tagged[-2][0]
        if verb_forms(earlier.norm, "es") and earlier.tag is Tag.NOUN:
            return None  # "muertos y heridos"
    return form


def _stands_as_verb(place: TokenPlace, form: Form) -> bool:  # noqa: C901, PLR0911 - a rule a line, the first that fits
    norm = place.norm
    if place.tokens[place.index].text.endswith(("ó", "Ó")) and place.before not in _BEFORE_NOUN:
        return True
    is_weak = any(norm.endswith(ending) for ending in _WEAK) and form.shape in (
        Shape.PRESENT,
        Shape.SUBJUNCTIVE,
        Shape.PAST,
    )
    if place.tokens[place.index].text[-1:] in "óÓ" or norm.endswith(("aron", "ieron", "aban", "aba")):
        is_weak = False
    if norm.endswith("o") and all(each.shape is Shape.PAST for each in verb_forms(norm, "es")):
        is_weak = False  # "detuvo", "hizo", "impuso" are nothing else
    if place.before is Tag.DETERMINER:
        is_neuter = place.before_norm == "lo" and form.shape is Shape.PRESENT and form.person == "3s"
        return place.before_norm in _CLITICS and (is_neuter or not is_weak)  # "el Ejército lo niega": no noun has "lo"
    if place.before in (Tag.NUMBER, Tag.PREPOSITION, Tag.ADJECTIVE):
        return not is_weak and place.before is not Tag.PREPOSITION
    if place.before in (Tag.REFLEXIVE, Tag.NEGATION) or place.before_norm in _CLITICS or place.before_norm == "que":
        return True
    if _goes_on(place, form):
        return True
    if norm in place.words["nouns_first"]:
        return _is_present_of_subject(place) or _governs_plural(place, form)
    if form.person in ("1s", "2s") and is_weak:
        return False
    if not is_weak or _opens_headline(place, form):
        return True
    return _is_present_of_subject(place) or (
        place.before not in (Tag.NOUN, Tag.CONJUNCTION) and form.shape is Shape.PAST
    )


def _goes_on(place: TokenPlace, form: Form) -> bool:
    """Read "Policía reprime marcha y detiene a dirigente": behind "and" a second present, with somebody behind it."""
    if form.shape is not Shape.PRESENT or place.before_norm not in ("y", "e") or place.after_norm not in _TO:
        return False
    earlier = (each for _, each in reversed(place.tagged) if each is not None and each.shape is Shape.PRESENT)
    return any(each.person == form.person for each in earlier)


_TO = frozenset({"a", "al"})


def _opens_headline(place: TokenPlace, form: Form) -> bool:
    """Read "Continúa el bloqueo", "Arranca huelga": a present before its subject, at the head of a sentence."""
    if place.tagged or form.shape is not Shape.PRESENT or form.person != "3s":
        return False
    is_noun_next = place.after is None and form.lemma in _OPENING_VERBS
    return is_noun_next or place.after_norm in ("el", "la", "los", "las", "un", "una")


_OPENING_VERBS = words_of("spanish_verbs", "opening_verbs")


def _governs_plural(place: TokenPlace, form: Form) -> bool:
    """Read "el barrio demanda mejoras": no noun in the singular takes a plural behind it."""
    is_singular = form.shape is Shape.PRESENT and form.person == "3s" and not place.norm.endswith("s")
    is_plural = place.after is None and place.after_norm.endswith("s") and len(place.after_norm) > 3
    return is_singular and is_plural and place.before is Tag.NOUN and not _has_finite_verb(place)


def _has_finite_verb(place: TokenPlace) -> bool:
    """Tell whether the clause that a word stands in has its verb before it."""
    for word, form in reversed(place.tagged):
        if word.tag in (Tag.RELATIVE, Tag.SUBORDINATOR) or word.norm == ";":
            return False
        if form is not None and form.shape not in (Shape.PARTICIPLE, Shape.INFINITIVE, Shape.GERUND):
            return True
    return False


def _is_present_of_subject(place: TokenPlace) -> bool:
    """Read "la CGT marcha a la plaza", "sindicato toma la fábrica": behind a noun, the first verb of its clause."""
    if place.before not in (Tag.NOUN, Tag.PRONOUN, Tag.ADVERB, Tag.RELATIVE, Tag.TIME):
        return False
    if place.after_norm in ("de", "del") or (place.after is Tag.MARK and place.norm in place.words["nouns_first"]):
        return False
    if place.norm in place.words["nouns_first"] and place.after in (None, Tag.CONJUNCTION):
        return place.after is None and _stands_between_nouns(place)
    return not _has_finite_verb(place)


def _stands_between_nouns(place: TokenPlace) -> bool:
    """Read "sindicato denuncia represión": of two nouns that no preposition joins, what parts them is a verb."""
    is_name = place.tokens[place.index].text[0].isupper() and not place.is_capitals
    is_listed = place.norm in place.words["transitive_between_nouns"] and place.before is Tag.NOUN
    return is_listed and not is_name and bool(place.after_norm) and not _has_finite_verb(place)
