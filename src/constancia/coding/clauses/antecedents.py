"""A verb without a subject of its own and the clauses before it in, who does it out, where that is not the nearest."""

from __future__ import annotations

import re
from collections.abc import Sequence

from constancia.coding.clauses.grammar import Grammar
from constancia.coding.clauses.syntax import Clause, ClauseKind, NounGroup, Tag, Tense, VerbGroup, Word
from constancia.coding.word_sets import word_set, words_of


def attack_before(verb: VerbGroup | None, nearest: NounGroup | None, behind: Sequence[NounGroup]) -> NounGroup | None:
    """Give the attack of "the attacks on a school and a clinic, which killed nine", whose clinic killed nobody."""
    if verb is None or verb.lemma not in _HARMS or verb.is_passive:
        return None
    if nearest is None or nearest.preposition is None:
        return None
    return next((group for group in behind if group.lemma in _ATTACKS), None)


_HARMS = words_of("antecedents", "harms")
_ATTACKS = words_of("antecedents", "attacks")


def blamed_before(previous: Clause, marker: Word, words: Grammar) -> NounGroup | None:
    """Give the policemen of "condenó a 15 años a tres policías por matar": whom the verb above blames did it."""
    verb = previous.verb
    if verb is None or verb.is_passive or marker.norm not in _FOR or verb.lemma not in words["blames"]:
        return None
    behind = [group for group in previous.complements if group.preposition in _PERSONAL and group.first > verb.last]
    return next((group for group in reversed(behind) if group.lemma not in _TERMS), None)


def kin_before(
    subject: NounGroup | None, groups: Sequence[NounGroup], begin: int, words: Sequence[Word], kin: frozenset[str]
) -> NounGroup | None:
    """Give the boy of "the mother of a boy shot by police": what befell somebody's kin befell those they are kin of.

    Unless that was before: of "the widow of a slain baker shot in Ica" it is the widow who was shot.
    """
    if subject is None or subject.lemma not in kin:
        return None
    ends = (begin - 1, begin - 2) if words[begin - 1].norm == "," else (begin - 1,)
    behind = (group for group in groups if group.first > subject.last and group.last in ends)
    return next((group for group in behind if group.preposition in _OF and not _is_gone(group, words)), None)


_OF = frozenset({"of", "de", "del"})
_FOR = frozenset({"de", "por"})
_PERSONAL = frozenset({"a", "al"})
_TERMS = words_of("antecedents", "terms")


def _is_gone(group: NounGroup, words: Sequence[Word]) -> bool:
    return any(word.norm in GONE for word in words[group.first : group.last + 1])


GONE = words_of("antecedents", "gone")


def striker_before(verb: VerbGroup | None, earlier: Sequence[Clause], words: Grammar) -> NounGroup | None:
    """Give the officers of "officers opened fire when marchers advanced, killing two", and not the marchers."""
    if verb is None or verb.is_passive or verb.lemma not in words["harms"]:
        return None
    at = len(earlier) - 1
    while at > 0 and earlier[at].kind in (ClauseKind.INFINITIVE, ClauseKind.PARTICIPLE):
        at -= 1
    before, inner = earlier[at - 1] if at > 0 else None, earlier[at]
    if before is None or inner.kind is not ClauseKind.SUBORDINATE or inner.marker not in _MEANWHILE:
        return None
    strikes = before.verb is not None and before.verb.lemma in words["strikes"] and not before.verb.is_passive
    return before.subject if strikes else None


_MEANWHILE = word_set("when while as after cuando mientras que luego despues tras")


def behind_verb(
    bare: list[NounGroup], verb: VerbGroup, words: Sequence[Word]
) -> tuple[NounGroup | None, NounGroup | None]:
    """Tell subject from object behind a Spanish verb by number: "exigen rebaja", "recibió amenazas la jueza"."""
    subject, object_ = bare[0], (bare[1] if len(bare) > 1 else None)
    if not verb.is_finite or verb.is_passive or verb.is_reflexive or verb.lemma == "haber":
        return subject, object_
    is_of_many = any(words[index].norm.endswith("n") for index in range(verb.first, verb.head + 1))
    if is_of_many == is_plural(subject, words):
        return subject, object_
    agrees = object_ is not None and is_of_many == is_plural(object_, words)
    return (object_ if agrees else None), subject


def is_left_by(subject: NounGroup | None, object_: NounGroup | None, verb: VerbGroup, words: Sequence[Word]) -> bool:
    """Tell "Tres heridos y 20 detenidos dejó el desalojo": what stands before a verb of leaving is what was left."""
    if subject is None or object_ is None or verb.lemma not in _LEAVES or not verb.is_finite or verb.is_passive:
        return False
    is_of_many = any(words[index].norm.endswith("n") for index in range(verb.first, verb.head + 1))
    return not is_of_many and is_plural(subject, words) and not is_plural(object_, words)


def tells_behind(verb: VerbGroup, bare: Sequence[NounGroup], words: Sequence[Word]) -> bool:
    """Tell who speaks in "Desaparecen tres maestros, denuncian sus padres": whoever stands right behind the verb."""
    is_behind_comma = verb.first > 0 and words[verb.first - 1].norm == "," and verb.lemma in _TELLS
    return is_behind_comma and bool(bare) and bare[0].first == verb.last + 1


_TELLS = words_of("antecedents", "tells")
_LEAVES = words_of("antecedents", "leaves")


def goes_on_with(verb: VerbGroup | None, before: VerbGroup | None) -> bool:
    """Tell "killing 19 people and abducting several": one subject does what both gerunds say."""
    return verb is not None and before is not None and verb.tense is before.tense is Tense.GERUND


def subject_joined(
    verb: VerbGroup | None, marker: Word | None, earlier: Sequence[Clause], words: Sequence[Word]
) -> NounGroup | None:
    """Give the subject of a main verb joined by "and" behind what only tells of somebody: it is the main clause's.

    "Police rescued 63 clerks abducted in Jos and arrested five", "impidió que 200 llegaran a Oruro y arrestó a nueve";
    in Spanish only where the number of the verb allows it.
    """
    previous = earlier[-1]
    main = next((each for each in reversed(earlier) if each.kind is ClauseKind.MAIN and each.subject), None)
    if (
        verb is None
        or marker is None
        or not verb.is_finite
        or previous.kind is ClauseKind.MAIN
        or main is None
        or main.subject is None
    ):
        return previous.subject
    if marker.norm in ("y", "e", "pero"):
        is_of_many = words[verb.head].norm.endswith("n")
        agrees = is_plural(main.subject, words) is is_of_many
        is_nearer = previous.subject is not None and is_plural(previous.subject, words) is is_of_many
        is_wished = previous.verb is not None and previous.verb.tense is Tense.SUBJUNCTIVE
        was_so = _IMPERFECT.search(words[previous.verb.head].norm) if previous.verb is not None else None
        is_nearer = is_nearer and not (was_so and not _IMPERFECT.search(words[verb.head].norm))
        is_nearer = is_nearer and not (is_wished and verb.tense is not Tense.SUBJUNCTIVE)
        return (
            main.subject if agrees and (not is_nearer or previous.kind is ClauseKind.PARTICIPLE) else previous.subject
        )
    return main.subject if previous.kind is ClauseKind.PARTICIPLE and marker.norm == "and" else previous.subject


_IMPERFECT = re.compile(r"(?:ab|i)an?$")  # "contra los obreros que marchaban y mataron a dos": the soldiers killed


def is_plural(group: NounGroup, words: Sequence[Word]) -> bool:
    """Tell whether a Spanish noun group is of several: by its ending, a number, or another group joined to it."""
    if group.last + 1 < len(words) and words[group.last + 1].norm in ("y", "e"):
        return True
    inside = words[group.first : group.last + 1]
    head = words[group.head]
    return head.lemma != head.norm or any(word.tag is Tag.NUMBER or word.norm in _MANY for word in inside)


_MANY = frozenset(["mil", "los", "las", "unos", "unas", "varios", "varias", "centenar", "decena", "grupo", "mayoria"])


def of_its_number(bare: list[NounGroup], verb: VerbGroup, words: Sequence[Word]) -> NounGroup | None:
    """Give the first of the groups, or the last that fits "-aron": "[jefe] de la policía, [dos hombres] armados …"."""
    if len(bare) > 1 and words[verb.head].norm.endswith(_OF_SEVERAL) and not is_plural(bare[0], words):
        return next((group for group in reversed(bare) if is_plural(group, words)), bare[0])
    return bare[0] if bare else None


_OF_SEVERAL = ("aron", "eron", "aban", "ian")  # how a Spanish verb of several ends


def is_of_nobody_named(opener: int | None, words: Sequence[Word]) -> bool:
    """Tell "detuvo a quienes habían tomado el puente", where no noun stands before the word that opens the clause."""
    if opener is None or opener < _VERB_AND_TO or words[opener].norm not in _FREE:
        return False
    before = words[opener - 2]
    is_no_noun = before.tag in (Tag.VERB, Tag.TIME) or before.text[0].isupper()  # "disparó en Ica contra quienes"
    return words[opener - 1].tag is Tag.PREPOSITION and is_no_noun


_VERB_AND_TO = 2
_FREE = frozenset({"quien", "quienes"})
