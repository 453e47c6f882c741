"""A noun for a deed in its sentence in, whether it had begun, goes on, or is only called for, out."""

from __future__ import annotations

from constancia.coding.clauses.syntax import Clause, ClauseKind, NounGroup, Parse, Tag, Tense, VerbGroup
from constancia.coding.number_words import ORDINALS
from constancia.coding.status.status_words import Finding, StatusWords
from constancia.coding.word_sets import word_set, words_of
from constancia.vocabulary import Status

_PAST = frozenset({Tense.PAST, Tense.PRESENT, Tense.PARTICIPLE})
_AS = frozenset({"de", "como", "as"})


def is_under_way(parse: Parse, group: NounGroup, words: StatusWords) -> bool:
    """Read "suspended the strike that they had kept up for a week": it had begun (S6)."""
    if any(word.norm.endswith(_OF_A_LENGTH) for word in parse.words[group.first : group.head]):
        return True  # "suspended their week-long strike"
    return any(
        clause.kind in (ClauseKind.RELATIVE, ClauseKind.PARTICIPLE)
        and 0 <= clause.first - group.last <= _BEHIND
        and clause.verb is not None
        and words.is_verb("under_way", clause.verb)
        and clause.verb.tense in _PAST
        for clause in parse.clauses
    )


_OF_A_LENGTH = ("-long", "-old", "weeklong", "daylong", "monthlong", "yearlong")
_BEHIND = 2  # words


def is_name_for(verb: VerbGroup, group: NounGroup, parse: Parse, words: StatusWords) -> bool:
    """Read "calificó de 'paro salvaje' la medida", "described it as a riot": what somebody calls it is no deed more."""
    if not words.is_verb("name_for", verb) or group.first <= verb.last:
        return False
    before = [word.norm for word in parse.words[max(group.first - _BEHIND, 0) : group.first]]
    return group.preposition in _AS or not _AS.isdisjoint(before)


def is_called_for(verb: VerbGroup, group: NounGroup, parse: Parse) -> bool:
    """Read "the union called for a march", "is considering a strike"; "called" may look like a participle."""
    if verb.is_passive or verb.is_negated or group.is_definite:
        return False
    if verb.lemma in _MULLS:
        return group.preposition is None and group.first == verb.last + 1
    between = parse.words[verb.last + 1 : group.first - 1]
    return (
        verb.lemma == "call"
        and group.preposition == "for"
        and all(word.tag is Tag.TIME or word.norm == "on" for word in between)
    )


def is_on_strike(own: NounGroup, parse: Parse, clause: Clause) -> bool:
    """Tell "los maestros, en huelga, …", "siguen en huelga", "remain on strike" from "se declararon en huelga"."""
    norm = parse.words[own.head].norm
    if own.preposition not in ("en", "de", "on") or norm not in _STRIKES or own.first != own.head or own.first < _TWO:
        return False
    before = parse.words[own.first - 2]
    if own.preposition != "de" and before.tag in (Tag.NOUN, Tag.MARK):
        return True
    verb = clause.verb
    is_state = verb is not None and verb.last < own.first and verb.tense is Tense.PRESENT and not verb.is_negated
    return is_state and verb is not None and verb.lemma in (_STAYS if norm == "paro" else _STAYS | _IS)


_MULLS = words_of("under_way", "mulls")
_TWO = 2
_STRIKES = frozenset({"huelga", "paro", "strike"})
_STAYS = words_of("under_way", "stays")
_IS = word_set("estar encontrar hallar be")  # "están en paro" is said of those without work


def since_it_began(clause: Clause, parse: Parse) -> Finding:
    """Tell "since the strike began on 9 May", by which it goes on since that day, from a mere frame."""
    verb = clause.verb
    words = parse.words[verb.last + 1 : clause.last + 1] if verb is not None and verb.lemma in _BEGINS else ()
    if any(word.tag is Tag.TIME for word in words):
        return Finding(Status.ONGOING, "S2 since its first day")
    return Finding(Status.BACKGROUND, "S9 the frame of something else")


_BEGINS = words_of("under_way", "begins")


def is_counted_day(parse: Parse, group: NounGroup) -> bool:
    """Read "day 20 of the strike", "el tercer día del paro": unlike "a day of strikes" it says that it goes on."""
    near = [word.norm for word in parse.words[group.first : group.last + 2]]
    is_day = group.lemma in _DAYS or not _DAYS.isdisjoint(near)
    return is_day and any(norm in ORDINALS or norm[0].isdigit() for norm in near)


_DAYS = frozenset({"day", "dia", "jornada", "week", "semana"})


def ends_later(verb: VerbGroup, words: StatusWords) -> bool:
    """Read "the strike will end on Friday", "el paro terminará el viernes": it goes on, and the Friday is its end."""
    return words.is_verb("end", verb) and verb.tense is Tense.FUTURE and not verb.is_negated and not verb.is_passive


def enters_a_day(clause: Clause, parse: Parse) -> bool:
    """Tell "the strike entered its second week", "el bloqueo lleva doce días", with the deed for its subject."""
    verb = clause.verb
    if verb is None or verb.is_negated or verb.is_passive or verb.tense not in (Tense.PRESENT, Tense.PAST):
        return False
    behind = parse.words[verb.last + 1 : clause.last + 1]
    if verb.lemma in _ENTERS:
        return any(word.norm in ORDINALS for word in behind) and any(word.lemma in _SPANS for word in behind)
    is_now = verb.tense is Tense.PRESENT or verb.is_perfect
    return is_now and verb.lemma in _HAS_TAKEN and any(word.lemma in _SPANS for word in behind)


_ENTERS = words_of("under_way", "enters")
_HAS_TAKEN = words_of("under_way", "has_taken")
_SPANS = words_of("under_way", "spans")


def lasts(verb: VerbGroup, parse: Parse, words: StatusWords, *, is_subject: bool) -> bool:
    """Tell "the strike goes on", "la huelga seguirá": it has begun and has not ended."""
    if words.is_verb("continue", verb) and verb.tense is Tense.PRESENT:
        return True
    is_lasting = words.is_verb("continue", verb) or phrasal(verb, parse) in words.verbs["last"]
    is_coming = verb.tense is Tense.FUTURE and verb.lemma in _CARRIED_OUT
    is_on = verb.tense in (Tense.PRESENT, Tense.FUTURE) and not (verb.is_negated or is_coming)
    return is_subject and is_lasting and is_on


_CARRIED_OUT = frozenset({"cumplir"})  # "la huelga se cumplirá": in the future it is yet to be held


def phrasal(verb: VerbGroup, parse: Parse) -> str:
    """Give the lemma of a verb with the word behind it: "go-on", "take-place", "rule-out"."""
    after = parse.words[verb.last + 1].norm if verb.last + 1 < len(parse.words) else ""
    return f"{verb.lemma}-{after}"


def stays(verb: VerbGroup) -> bool:
    """Tell "three of those hurt in the clash remain in hospital": it is they who remain, and not the clash."""
    return verb.lemma in _STAYING


_STAYING = words_of("under_way", "staying")


def is_refused(clause: Clause, parse: Parse, words: StatusWords) -> bool:
    """Tell "police refused to authorise the rally", "se negó a permitir la marcha"."""
    above = parse.clauses[clause.parent].verb if clause.parent is not None else None
    return above is not None and words.is_verb("refrain", above) and not above.is_negated


def is_at_trial(clause: Clause, parse: Parse) -> bool:
    """Tell "three men went on trial over the shooting", "comparecieron ante el juez por la muerte"."""
    said = " " + " ".join(word.norm for word in parse.words[clause.first : clause.last + 1]) + " "
    return any(phrase in said for phrase in _AT_TRIAL)


_AT_TRIAL = (
    " on trial ",
    " stand trial ",
    " stood trial ",
    " in the dock ",
    " in court ",
    " before a judge ",
    " before a court ",
    " a juicio ",
    " ante el juez ",
    " ante un juez ",
    " ante la justicia ",
    " ante el tribunal ",
    " ante un tribunal ",
    " al banquillo ",
    " en el banquillo ",
)


def is_stopped_on_the_way(clause: Clause, parse: Parse) -> bool:
    """Read "was stopped short of the palace", "halted the march outside the ministry": it had begun (S5)."""
    verb = clause.verb
    if verb is None or verb.lemma not in _STOPS_ON_THE_WAY or verb.modal is not None or verb.is_negated:
        return False
    behind = [word.norm for word in parse.words[verb.last + 1 : clause.last + 1]]
    return "short" in behind[:1] or any(group.preposition in _ON_THE_WAY for group in clause.complements)


_STOPS_ON_THE_WAY = words_of("under_way", "stops_on_the_way")
_ON_THE_WAY = frozenset({"near", "outside", "at", "before", "along", "opposite", "frente", "ante", "cerca", "junto"})
