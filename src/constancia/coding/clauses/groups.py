"""Tagged words in, verb groups and noun groups out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from constancia.coding.clauses.forms import Form, Shape
from constancia.coding.clauses.grammar import grammar
from constancia.coding.clauses.inside_groups import is_degree, opens_name, opens_quoted_name
from constancia.coding.clauses.reduced import Tagged, reduced_all, share_passive
from constancia.coding.clauses.syntax import NounGroup, Tag, Tense, VerbGroup, Word
from constancia.coding.word_sets import word_set, words_of

_TENSES = {
    Shape.BASE: Tense.PRESENT,
    Shape.THIRD: Tense.PRESENT,
    Shape.PRESENT: Tense.PRESENT,
    Shape.PAST: Tense.PAST,
    Shape.IMPERFECT: Tense.PAST,
    Shape.FUTURE: Tense.FUTURE,
    Shape.CONDITIONAL: Tense.CONDITIONAL,
    Shape.SUBJUNCTIVE: Tense.SUBJUNCTIVE,
    Shape.SUBJUNCTIVE_PAST: Tense.SUBJUNCTIVE,
    Shape.INFINITIVE: Tense.INFINITIVE,
    Shape.GERUND: Tense.GERUND,
    Shape.PARTICIPLE: Tense.PARTICIPLE,
}
_INSIDE = frozenset({Tag.ADVERB, Tag.NEGATION})
_WITHIN = _INSIDE | {Tag.TIME, Tag.QUOTE}  # "were recently murdered", "was 'disappeared' by"
_NOMINAL = frozenset({Tag.DETERMINER, Tag.NUMBER, Tag.ADJECTIVE, Tag.NOUN})
_IN_NOUN_GROUP = _NOMINAL | {Tag.PRONOUN}


def verb_groups(tagged: Tagged, language: str) -> list[VerbGroup]:
    """Gather each verb with the auxiliaries, modals and negations before it."""
    build = _SpanishGroup if language == "es" else _EnglishGroup
    found: list[VerbGroup] = []
    index = 0
    while index < len(tagged):
        tag = tagged[index][0].tag
        if tag in (Tag.VERB, Tag.MODAL, Tag.AUXILIARY):
            group = build(tagged, index).read(found[-1].last if found else -1)
            if group is not None:
                found.append(group)
                index = group.last + 1
                continue
        index += 1
    if language != "en":
        return found
    return share_passive(reduced_all(found, tagged), tagged)


_WITH_OFF = frozenset({"call", "put"})  # "called off" is the opposite of "called"


@dataclass(slots=True)
class _Group:
    """A verb group while it is read from its first verb on."""

    tagged: Tagged
    start: int
    at: int = 0
    first: int = 0
    is_negated: bool = False
    is_perfect: bool = False
    is_progressive: bool = False
    is_passive: bool = False
    is_reflexive: bool = False
    modal: str | None = None
    tense: Tense | None = None

    def form(self, index: int) -> Form | None:
        return self.tagged[index][1] if index < len(self.tagged) else None

    def word(self, index: int) -> Word | None:
        return self.tagged[index][0] if 0 <= index < len(self.tagged) else None

    def next_verb(self, index: int, skip: frozenset[Tag] = _INSIDE) -> int | None:
        """Find the next verb over adverbs and negations, which it notes."""
        at = index + 1
        is_negated = False
        while at < len(self.tagged):
            word, form = self.tagged[at]
            if form is not None:
                self.is_negated |= is_negated
                return at
            if word.tag not in skip:
                return None
            is_negated |= word.tag is Tag.NEGATION
            at += 1
        return None

    def finish(self, head: int, form: Form) -> VerbGroup:
        after = self.word(head + 1)
        is_phrasal = form.lemma in _WITH_OFF and after is not None and after.norm == "off"
        return VerbGroup(
            first=self.first,
            last=head,
            head=head,
            lemma=f"{form.lemma}-off" if is_phrasal else form.lemma,
            tense=self.tense or _TENSES[form.shape],
            is_perfect=self.is_perfect,
            is_progressive=self.is_progressive,
            is_passive=self.is_passive,
            is_negated=self.is_negated,
            is_reflexive=self.is_reflexive,
            modal=self.modal,
        )


class _EnglishGroup(_Group):
    """Modal, have, be and get before a verb; "to" before an infinitive."""

    def read(self, after: int) -> VerbGroup | None:
        words = grammar("en")
        self.at = self.first = self.start
        self._look_back(after)
        word, form = self.tagged[self.at]
        if word.tag in (Tag.MODAL, Tag.AUXILIARY):
            self._modal(word)
            found = self.next_verb(self.at, _INSIDE | {Tag.PRONOUN})
            if found is None:
                return None
            self.at, form = found, self.form(found)
        if form is None:
            return None
        while form.lemma in ("be", "have", "do", "get"):
            found = self.next_verb(self.at, _WITHIN if form.lemma in ("be", "have", "get") else _INSIDE)
            following = self.form(found) if found is not None else None
            if found is None or following is None or not self._takes(form, following):
                break
            if self.tense is None:
                self.tense = _TENSES[form.shape]
            self.at, form = found, following
        self._negations(words["negated_words"])
        group = self.finish(self.at, form)
        return self._prospective(group, words["prospective"]) if form.lemma == "be" else group

    def _look_back(self, after: int) -> None:
        before = self.word(self.start - 1)
        while before is not None and before.tag in _INSIDE and self.first - 1 > after:
            self.is_negated |= before.tag is Tag.NEGATION
            self.first -= 1
            before = self.word(self.first - 1)
        if before is not None and before.norm == "to" and self.first - 1 > after:
            self.tense = Tense.INFINITIVE
            self.first -= 1
            earlier = self.word(self.first - 1)
            if earlier is not None and earlier.norm in ("not", "never") and self.first - 1 > after:
                self.is_negated = True
                self.first -= 1

    def _modal(self, word: Word) -> None:
        words = grammar("en")
        self.modal = word.norm
        if word.norm in words["future"] or word.norm == "won't":
            self.tense = Tense.FUTURE
        elif word.norm in words["conditional"]:
            self.tense = Tense.CONDITIONAL
        elif word.tag is Tag.AUXILIARY:
            self.modal = None
            self.tense = Tense.PAST if word.norm in ("wasn't", "weren't", "didn't", "hadn't") else Tense.PRESENT
        else:
            self.tense = Tense.PRESENT

    def _takes(self, auxiliary: Form, form: Form | None) -> bool:
        if form is None:
            return False
        if auxiliary.lemma == "have":
            self.is_perfect |= form.shape in (Shape.PARTICIPLE, Shape.PAST)
            return form.shape in (Shape.PARTICIPLE, Shape.PAST)
        if auxiliary.lemma in ("be", "get"):
            if form.shape is Shape.GERUND:
                self.is_progressive = True  # "are being held" too
                return True
            self.is_passive |= form.shape in (Shape.PARTICIPLE, Shape.PAST) and form.lemma != "be"
            return form.shape in (Shape.PARTICIPLE, Shape.PAST)
        return auxiliary.lemma == "do" and form.shape is Shape.BASE

    def _negations(self, negated: frozenset[str]) -> None:
        for index in range(self.first, self.at + 1):
            self.is_negated |= self.tagged[index][0].norm in negated

    def _prospective(self, group: VerbGroup, prospective: frozenset[str]) -> VerbGroup:
        """Read "is due to march", "are expected to march" as a future of the second verb."""
        word = self.word(group.last + 1)
        to = self.word(group.last + 2)
        form = self.form(group.last + 3)
        if word and word.norm in prospective and to and to.norm == "to" and form and form.shape is Shape.BASE:
            self.tense, self.modal = Tense.FUTURE, word.norm
            self.at = group.last + 3
            return self.finish(self.at, form)
        return group


class _SpanishGroup(_Group):
    """Haber, ser, estar, phases and modals before a verb; "ir a" as a future; "se"."""

    def read(self, after: int) -> VerbGroup | None:
        self.at = self.first = self.start
        self._look_back(after)
        form = self.form(self.at)
        if form is None:
            return None
        while True:
            is_negated = self.is_negated
            found = self._next(form)
            following = self.form(found) if found is not None else None
            if found is None or following is None or not self._takes(form, following, found):
                self.is_negated = is_negated  # "pidieron no ser desalojados": they did ask
                break
            if self.tense is None:
                self.tense = _TENSES[form.shape]
            self.at, form = found, following
        return self.finish(self.at, form)

    def _look_back(self, after: int) -> None:
        while self.first - 1 > after:
            before = self.word(self.first - 1)
            if before is None:
                return
            is_clitic = before.norm in grammar("es")["clitics"] and before.tag in (Tag.DETERMINER, Tag.PRONOUN)
            if before.tag is Tag.REFLEXIVE:
                self.is_reflexive = True
            elif before.tag is Tag.NEGATION:
                self.is_negated = True
            elif not is_clitic:
                return
            self.first -= 1

    def _next(self, form: Form) -> int | None:
        found = self.next_verb(self.at, _WITHIN if form.lemma in ("ser", "haber") else _INSIDE)
        if found is None and form.lemma in (
            "ir",
            "volver",
            "empezar",
            "comenzar",
            "llegar",
            "tener",
            "dejar",
            "acabar",
            "haber",
        ):
            word = self.word(self.at + 1)
            following = self.form(self.at + 2)
            if word and word.norm in ("a", "que", "de") and following and following.shape is Shape.INFINITIVE:
                return self.at + 2
        return found

    def _takes(self, first: Form, second: Form, at: int) -> bool:  # noqa: PLR0911 - a rule a line, the first that fits
        lexicon = grammar("es")
        if second.shape is Shape.PARTICIPLE:
            if first.lemma == "haber":
                self.is_perfect = True
                return True
            if first.lemma in _KEEPS and not self.is_passive:
                self.is_progressive |= first.lemma != "dejar"
                return True
            is_found_so = self.is_passive and first.lemma in _FINDS  # "fue hallado asesinado"
            is_passive = is_found_so or (first.lemma in lexicon["passive"] and at - self.at <= 3)
            self.is_passive |= is_passive
            return is_passive
        if second.shape is Shape.GERUND:
            self.is_progressive |= first.lemma in lexicon["progressive"]
            return first.lemma in lexicon["progressive"]
        if second.shape is Shape.INFINITIVE:
            if first.lemma == "ir":
                if first.shape is Shape.PRESENT:
                    self.tense = Tense.FUTURE
                elif first.shape is Shape.IMPERFECT:
                    self.tense = Tense.CONDITIONAL
                return True
            if first.lemma in lexicon["modal"] and first.lemma != "dejar":
                self.modal = first.lemma
                return True
            return first.lemma in lexicon["phase"]
        return False


_FINDS = words_of("groups", "finds")
_KEEPS = frozenset({"mantener", "tener", "dejar"})  # "mantienen bloqueada la vía": they block it still


# ---------------------------------------------------------------- nouns


def noun_groups(tagged: Tagged, verbs: Sequence[VerbGroup], language: str) -> list[NounGroup]:
    """Gather runs of determiners, numbers, adjectives and nouns that hold a noun, a number or a pronoun."""
    inside = {index for verb in verbs for index in range(verb.first, verb.last + 1)}
    found: list[NounGroup] = []
    index = 0
    while index < len(tagged):
        word = tagged[index][0]
        if index in inside or word.tag not in _IN_NOUN_GROUP:
            index += 1
            continue
        last = _run_end(tagged, index, inside)
        head = _head(tagged, index, last, language)
        if head is not None and not _is_article_of_day(tagged, head):
            found.append(_noun_group(tagged, index, last, head))
        index = last + 1
    return found


def _is_article_of_day(tagged: Tagged, head: int) -> bool:
    """Tell the "el" of "detuvo el lunes a tres hombres", which is nobody."""
    is_last = head + 1 >= len(tagged)
    return tagged[head][0].tag is Tag.DETERMINER and not is_last and tagged[head + 1][0].tag is Tag.TIME


def _run_end(tagged: Tagged, index: int, inside: set[int]) -> int:
    if tagged[index][0].tag is Tag.PRONOUN:
        return index
    last = index
    while last + 1 < len(tagged) and last + 1 not in inside:
        word = tagged[last + 1][0]
        if opens_quoted_name(tagged, last + 1) and last + 2 not in inside:
            last += 2
            continue
        is_new = word.tag is Tag.DETERMINER and tagged[last][0].tag is Tag.NOUN and word.norm != "'s"
        is_new = (is_new and not opens_name(tagged, last + 1)) or _counts_others(tagged, last)
        if is_degree(tagged, last + 1) and last + 2 not in inside:
            last += 2
            continue
        if word.tag not in _NOMINAL or is_new:
            break
        last += 1
    return last


def _counts_others(tagged: Tagged, name: int) -> bool:
    """Tell "Detenidos en Managua tres maestros": what a number behind a name counts is not the name's."""
    if name + 2 >= len(tagged) or tagged[name + 1][0].tag is not Tag.NUMBER or not tagged[name][0].text[0].isupper():
        return False
    counted = tagged[name + 2][0]
    return counted.tag is Tag.NOUN and counted.norm.endswith("s") and counted.text.islower()


def _head(tagged: Tagged, first: int, last: int, language: str) -> int | None:
    nouns = [index for index in range(first, last + 1) if tagged[index][0].tag is Tag.NOUN]
    if nouns:
        return nouns[0] if language == "es" else nouns[-1]
    for index in range(last, first - 1, -1):
        if tagged[index][0].tag in (Tag.NUMBER, Tag.PRONOUN, Tag.ADJECTIVE, Tag.DETERMINER):
            return index
    return None


_DEFINITE = word_set(
    "the this that these those el la los las este esta estos estas ese esa esos esas su sus al del 's their its his her"
)
_NONE = word_set("no none nobody ningun ninguna ninguno nadie neither")


def _noun_group(tagged: Tagged, first: int, last: int, head: int) -> NounGroup:
    start = first
    if tagged[first][0].tag is not Tag.DETERMINER or tagged[first][0].norm == "'s":
        while start and tagged[start - 1][0].tag in (Tag.TIME, Tag.DETERMINER):
            start -= 1  # "of the 2014 attack", "in Monday's attack"
    if tagged[start][0].tag is Tag.TIME and all(word.norm != "'s" for word, _ in tagged[start : first + 1]):
        start = first  # "on Monday guerrillas": the day is not theirs
    before = tagged[start - 1][0] if start else None
    earlier = tagged[start - 2][0] if start > 1 else None
    preposition = None
    if before is not None and before.tag is Tag.PREPOSITION:
        preposition = before.norm
        if preposition in ("de", "of", "to", "a") and earlier is not None and earlier.tag is Tag.PREPOSITION:
            preposition = earlier.norm
    negated = tagged[first][0].norm in _NONE or _is_not_one(tagged, first, last)
    return NounGroup(first, last, head, tagged[head][0].lemma, preposition, tagged[first][0].norm in _DEFINITE, negated)


def _is_not_one(tagged: Tagged, first: int, last: int) -> bool:
    """Tell "not a single clerk", "not one clerk", "ni un solo agente"."""
    around = range(first - 2 if first > 1 else 0, last + 1)
    if not any(tagged[at][0].norm.endswith(_NOT) for at in around):  # so it is with most
        return False
    return bool(_NOT_ONE.search(" ".join(tagged[at][0].norm for at in around)))


_NOT = ("not", "ni")
_NOT_ONE = re.compile(r"\b(?:not|ni) (?:(?:a|una?) )?(?:single|one|sol[oa])\b")
