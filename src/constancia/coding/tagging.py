"""Tokens of a sentence in, tagged words out: closed classes from a list, verbs by form, the rest by neighbours."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from constancia.coding.forms import Form, Shape, singular, verb_forms
from constancia.coding.syntax import Tag, Word
from constancia.coding.word_sets import word_set
from constancia.coding.word_shapes import age_tag, is_adverb
from constancia.model import Token
from constancia.words import load_lexicon

_QUOTES = frozenset('"“”«»‹›„‟')
_BEFORE_NOUN = frozenset({Tag.DETERMINER, Tag.ADJECTIVE, Tag.NUMBER})
_MAY_PRECEDE_NOUN: frozenset[Tag | None] = _BEFORE_NOUN | {Tag.PREPOSITION, None}
_DOUBTFUL = frozenset({Tag.DETERMINER, Tag.ADJECTIVE, Tag.SUBORDINATOR, Tag.PRONOUN, Tag.RELATIVE})
_CLAUSE_OPENERS = frozenset({Tag.MARK, Tag.QUOTE, Tag.CONJUNCTION, Tag.SUBORDINATOR, Tag.RELATIVE})


@dataclass(frozen=True, slots=True)
class Grammar:
    """The closed classes of a language, as sets of folded words."""

    classes: dict[str, frozenset[str]]
    tags: dict[str, Tag]

    def __getitem__(self, name: str) -> frozenset[str]:
        return self.classes.get(name, frozenset())


_TAGGED = (
    ("adjectives", Tag.ADJECTIVE),
    ("adverbs", Tag.ADVERB),
    ("pronouns", Tag.PRONOUN),
    ("determiners", Tag.DETERMINER),
    ("relatives", Tag.RELATIVE),
    ("prepositions", Tag.PREPOSITION),
    ("subordinators", Tag.SUBORDINATOR),
    ("conjunctions", Tag.CONJUNCTION),
    ("modals", Tag.MODAL),
    ("auxiliary_contractions", Tag.AUXILIARY),
    ("negations", Tag.NEGATION),
    ("numbers", Tag.NUMBER),
)


@lru_cache(2)
def grammar(language: str) -> Grammar:
    """Load the closed classes of a language; where a word stands in several, the later of `_TAGGED` wins."""
    classes = {name: frozenset(words.split()) for name, words in load_lexicon(language, "grammar").items()}
    tags = {
        word: tag for name, tag in _TAGGED for word in classes.get(name, ()) if name != "modals" or language == "en"
    }
    if language == "es":
        tags |= dict.fromkeys(
            ("el", "la", "los", "las", "lo", "un", "una", "unos", "unas", "al", "del"), Tag.DETERMINER
        )
        tags |= {"ningun": Tag.DETERMINER, "ninguna": Tag.DETERMINER, "al": Tag.PREPOSITION, "del": Tag.PREPOSITION}
        tags |= {"segun": Tag.PREPOSITION, "donde": Tag.RELATIVE, "sin": Tag.PREPOSITION, "se": Tag.REFLEXIVE}
    else:
        tags |= {"no": Tag.DETERMINER, "without": Tag.PREPOSITION, "that": Tag.RELATIVE, "to": Tag.PREPOSITION}
    return Grammar(classes, tags)


# Words are made by the hundred thousand: this is their constructor without the call of a Python function.
_new = tuple.__new__


def tag_words(tokens: Sequence[Token], language: str, known: Mapping[int, Tag]) -> list[tuple[Word, Form | None]]:
    """Tag the tokens of a sentence; the form is given for verbs alone. `known` are tags that readers found."""
    words = grammar(language)
    decide = _spanish_verb if language == "es" else _english_verb
    tagged: list[tuple[Word, Form | None]] = []
    is_capitals = _is_capitals(tokens)
    for index, token in enumerate(tokens):
        tag, form = known.get(token.start) or age_tag(tokens, index) or _plain_tag(token, words), None
        if (tag is None or tag in _DOUBTFUL) and verb_forms(token.norm, language):
            form = decide(_Place(tokens, index, tagged, words, is_capitals), tag)
            if form is not None:
                tag = Tag.VERB
        lemma = form.lemma if form else singular(token.norm, language)
        tagged.append((_new(Word, (token.start, token.end, token.text, token.norm, tag or Tag.NOUN, lemma)), form))
    return tagged


def _is_capitals(tokens: Sequence[Token]) -> bool:
    letters = [token.text for token in tokens if token.text.isalpha()]
    return bool(letters) and all(text.isupper() for text in letters)


def _plain_tag(token: Token, words: Grammar) -> Tag | None:
    norm = token.norm
    tag = words.tags.get(norm)
    if tag is not None:
        return tag
    if norm[0].isdigit():
        return Tag.NUMBER
    if not norm[0].isalnum():
        if norm[0] == "'" and len(norm) > 1:
            return Tag.DETERMINER
        return Tag.QUOTE if token.text in _QUOTES else Tag.MARK
    return Tag.ADVERB if is_adverb(norm, words["nouns_in_ly"]) else None


@dataclass(frozen=True, slots=True)
class _Place:
    """A token among its neighbours while a sentence is tagged from left to right."""

    tokens: Sequence[Token]
    index: int
    tagged: list[tuple[Word, Form | None]]
    words: Grammar
    is_capitals: bool

    @property
    def norm(self) -> str:
        return self.tokens[self.index].norm

    @property
    def before(self) -> Tag | None:
        return self.tagged[-1][0].tag if self.tagged else None

    @property
    def before_norm(self) -> str:
        return self.tagged[-1][0].norm if self.tagged else ""

    @property
    def before_form(self) -> Form | None:
        return self.tagged[-1][1] if self.tagged else None

    @property
    def after_norm(self) -> str:
        return self.tokens[self.index + 1].norm if self.index + 1 < len(self.tokens) else ""

    @property
    def after(self) -> Tag | None:
        if self.index + 1 >= len(self.tokens):
            return Tag.MARK
        return _plain_tag(self.tokens[self.index + 1], self.words)

    def verb_before(self) -> Form | None:
        """Give the verb that stands before, over adverbs, negations and pronouns."""
        for word, form in reversed(self.tagged):
            if form is not None:
                return form
            if word.tag not in (Tag.ADVERB, Tag.NEGATION, Tag.PRONOUN, Tag.REFLEXIVE):
                return None
        return None


# ---------------------------------------------------------------- English

_ENGLISH_AUXILIARIES = frozenset({"be", "have", "do", "get"})


def _english_verb(place: _Place, tag: Tag | None) -> Form | None:  # noqa: C901, PLR0911 - a rule a line, the first that fits
    """Decide whether a word is a verb where it stands."""
    is_doubtful = tag is Tag.ADJECTIVE and (_is_past_with_object(place, tag) or _follows_to_or_modal(place))
    if tag is not None and not is_doubtful:
        return None
    forms = verb_forms(place.norm, "en")
    if not forms:
        return None
    shapes = {form.shape: form for form in reversed(forms)}
    if forms[0].lemma in ("be", "have", "do") and place.before not in (Tag.DETERMINER, Tag.ADJECTIVE):
        return forms[0]
    if place.before is Tag.MODAL or place.before_norm in ("to", "not") or _follows_modal(place):
        is_noun_here = place.before_norm == "to" and place.norm in place.words["nouns_first"]
        is_noun_here = is_noun_here and place.norm not in place.words["verbs_after_to"]
        if Shape.BASE in shapes and not (is_noun_here and place.after is not Tag.DETERMINER):
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


def _is_past_with_object(place: _Place, tag: Tag) -> bool:
    """Read the adjective of "a closed road" as the verb of "drivers closed the road"."""
    is_between = place.before in (Tag.NOUN, Tag.PRONOUN) and place.after in (Tag.DETERMINER, Tag.NUMBER)
    return tag is Tag.ADJECTIVE and place.norm.endswith("ed") and is_between


def _follows_to_or_modal(place: _Place) -> bool:
    """Tell "to open fire", "could free them" from "open roads"."""
    return place.before_norm == "to" or place.before is Tag.MODAL


def _follows_modal(place: _Place) -> bool:
    for word, _ in reversed(place.tagged[-3:]):
        if word.tag is Tag.MODAL:
            return True
        if word.tag not in (Tag.ADVERB, Tag.NEGATION):
            return False
    return False


def _english_gerund(place: _Place, form: Form) -> Form | None:
    if place.after_norm == "of" or (place.before in _BEFORE_NOUN and place.after_norm != ""):
        return None
    if place.before is Tag.NOUN and place.after is None and place.norm.endswith("ing") and _is_noun_next(place):
        return form
    return form


def _is_noun_next(place: _Place) -> bool:
    return not verb_forms(place.after_norm, "en")


def _english_past(place: _Place, shapes: dict[Shape, Form]) -> Form | None:
    """Take an -ed form for a verb unless it stands between a determiner and a noun."""
    form = shapes.get(Shape.PAST) or shapes[Shape.PARTICIPLE]
    if place.before in (Tag.DETERMINER, Tag.ADJECTIVE, Tag.NUMBER):
        is_noun_like = place.before_norm in ("the", "a", "an") or place.before is not Tag.DETERMINER
        after_is_noun = place.after is None or place.after is Tag.ADJECTIVE
        if is_noun_like or after_is_noun:
            return None
    if Shape.BASE in shapes and place.before in (None, Tag.PREPOSITION):
        return None
    if place.before is Tag.PREPOSITION and place.before_norm != "by" and place.after is None:
        return None
    return form


def _english_present(place: _Place, shapes: dict[Shape, Form]) -> Form | None:
    norm, before = place.norm, place.before_norm
    is_noun_here = norm in place.words["nouns_first"]
    if before in place.words["subject_pronouns"] and not (is_noun_here and before in ("that", "there")):
        return shapes.get(Shape.BASE) or shapes.get(Shape.THIRD)
    if is_noun_here:
        return None
    if place.before in _MAY_PRECEDE_NOUN or place.before_norm == "'s":
        return None
    if place.before in _CLAUSE_OPENERS or place.before is Tag.VERB:
        is_listed = place.before is Tag.CONJUNCTION and _same_shape_before(place, shapes)
        return next(iter(shapes.values())) if is_listed else None
    return _english_headline_verb(place, shapes)


def _english_headline_verb(place: _Place, shapes: dict[Shape, Form]) -> Form | None:
    """Read "thousands march in", "strike halts trains": behind a noun, before an object or adjunct."""
    after = verb_forms(place.after_norm, "en")
    if any(form.shape in (Shape.PAST, Shape.PARTICIPLE) or form.lemma in ("be", "have") for form in after):
        return None
    if place.after in (Tag.MARK, Tag.MODAL) and not _is_last(place):
        return None
    is_plural = place.before_norm.endswith("s") or place.before_norm in place.words["plurals"]
    is_plural = is_plural or any(word.norm == "and" for word, _ in place.tagged[-4:])
    if Shape.BASE in shapes and is_plural:
        return shapes[Shape.BASE]
    is_open = place.after in (Tag.DETERMINER, Tag.NUMBER, Tag.PREPOSITION, Tag.ADVERB, Tag.PRONOUN, Tag.ADJECTIVE, None)
    if Shape.THIRD in shapes and not is_plural and is_open and place.after_norm not in ("of", "and"):
        return shapes[Shape.THIRD]
    return None


def _is_last(place: _Place) -> bool:
    return place.index + 1 >= len(place.tokens)


def _same_shape_before(place: _Place, shapes: dict[Shape, Form]) -> bool:
    return any(form is not None and form.shape in shapes for _, form in place.tagged)


# ---------------------------------------------------------------- Spanish

_WEAK = frozenset({"a", "o", "e", "as", "os", "es"})  # endings that nouns share with the present
_CLITICS = word_set("me te nos le les lo la los las")
_SPANISH_AUXILIARIES = word_set(
    "ser estar haber resultar quedar permanecer seguir continuar ir mantener ver salir acabar terminar"
)
_NOT_VERBS = word_set("para sobre entre bajo contra como tras ante mas once doce era cerca parte hace desde")


def _spanish_verb(place: _Place, tag: Tag | None) -> Form | None:  # noqa: PLR0911 - a rule a line, the first that fits
    """Decide whether a word is a verb where it stands."""
    norm = place.norm
    if tag is not None and not (
        norm in ("este", "esta", "estan", "ser") and place.tokens[place.index].text[-1] in "áé"
    ):
        return None
    forms = verb_forms(norm, "es")
    if not forms or norm in _NOT_VERBS:
        return _era(place, forms)
    forms = _by_accent(place, forms)
    form = forms[0]
    if form.shape is Shape.INFINITIVE:
        return None if place.before is Tag.DETERMINER and place.before_norm not in _CLITICS else form
    if form.shape is Shape.GERUND:
        return form
    if form.shape is Shape.PARTICIPLE:
        return _spanish_participle(place, form)
    if form.lemma in ("ser", "estar", "haber") and place.before is not Tag.DETERMINER:
        return form
    return form if _stands_as_verb(place, form) else None


def _era(place: _Place, forms: tuple[Form, ...]) -> Form | None:
    return forms[0] if place.norm == "era" and forms and place.before not in _BEFORE_NOUN else None


def _by_accent(place: _Place, forms: tuple[Form, ...]) -> tuple[Form, ...]:
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


def _spanish_participle(place: _Place, form: Form) -> Form | None:
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


def _stands_as_verb(place: _Place, form: Form) -> bool:  # noqa: PLR0911 - a rule a line, the first that fits
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
    if place.before is Tag.DETERMINER:
        return place.before_norm in _CLITICS and not is_weak
    if place.before in (Tag.NUMBER, Tag.PREPOSITION, Tag.ADJECTIVE):
        return not is_weak and place.before is not Tag.PREPOSITION
    if place.before in (Tag.REFLEXIVE, Tag.NEGATION) or place.before_norm in _CLITICS or place.before_norm == "que":
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


def _opens_headline(place: _Place, form: Form) -> bool:
    """Read "Continúa el bloqueo", "Arranca huelga": a present before its subject, at the head of a sentence."""
    if place.tagged or form.shape is not Shape.PRESENT or form.person != "3s":
        return False
    is_noun_next = place.after is None and form.lemma in _OPENING_VERBS
    return is_noun_next or place.after_norm in ("el", "la", "los", "las", "un", "una")


_OPENING_VERBS = word_set("arrancar caer morir seguir continuar iniciar empezar comenzar estallar crecer fallecer")


def _governs_plural(place: _Place, form: Form) -> bool:
    """Read "el barrio demanda mejoras": no noun in the singular takes a plural behind it."""
    is_singular = form.shape is Shape.PRESENT and form.person == "3s" and not place.norm.endswith("s")
    is_plural = place.after is None and place.after_norm.endswith("s") and len(place.after_norm) > 3
    return is_singular and is_plural and place.before is Tag.NOUN and not _has_finite_verb(place)


def _has_finite_verb(place: _Place) -> bool:
    """Tell whether the clause that a word stands in has its verb before it."""
    for word, form in reversed(place.tagged):
        if word.tag in (Tag.RELATIVE, Tag.SUBORDINATOR) or word.norm == ";":
            return False
        if form is not None and form.shape not in (Shape.PARTICIPLE, Shape.INFINITIVE, Shape.GERUND):
            return True
    return False


def _is_present_of_subject(place: _Place) -> bool:
    """Read "la CGT marcha a la plaza", "sindicato toma la fábrica": behind a noun, the first verb of its clause."""
    if place.before not in (Tag.NOUN, Tag.PRONOUN, Tag.ADVERB, Tag.RELATIVE, Tag.TIME):
        return False
    if place.after_norm in ("de", "del") or (place.after is Tag.MARK and place.norm in place.words["nouns_first"]):
        return False
    if place.norm in place.words["nouns_first"] and place.after in (None, Tag.CONJUNCTION):
        return False
    return not _has_finite_verb(place)
