"""A trigger in its parse in, its status out: whether the deed happened, and the words that say so (codebook, section 1)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from constancia.coding.lexicon import Sense
from constancia.coding.story import Trigger
from constancia.coding.syntax import Clause, ClauseKind, NounGroup, Parse, Tag, Tense, VerbGroup
from constancia.vocabulary import EventType, Mode, Status
from constancia.words import load_lexicon

_OF = frozenset("of de del for a al to in en por about on sobre during durante at".split())
_MAYBE = frozenset({"may", "might", "could", "can", "poder"})


@dataclass(frozen=True, slots=True)
class Finding:
    """A status, or None where the words assert nothing (rules E1, E2, S12), and the rule and words behind it."""

    status: Status | None
    why: str
    is_bare: bool = False  # a noun that no verb, date or place makes specific
    is_general: bool = False  # not even in a headline


@dataclass(frozen=True, slots=True)
class StatusWords:
    """The classes of status.toml."""

    verbs: dict[str, frozenset[str]]
    nouns: dict[str, frozenset[str]]
    phrases: dict[str, tuple[str, ...]]

    def is_verb(self, name: str, verb: VerbGroup | None) -> bool:
        """Tell whether a verb group belongs to a class."""
        return verb is not None and verb.lemma in self.verbs[name]


@lru_cache(2)
def status_words(language: str) -> StatusWords:
    """Load the status words of a language."""
    data = load_lexicon(language, "status")
    return StatusWords(
        {name: frozenset(words.split()) for name, words in data["verbs"].items()},
        {name: frozenset(words.split()) for name, words in data["nouns"].items()},
        {name: tuple(f" {phrase} " for phrase in phrases) for name, phrases in data["phrases"].items()},
    )


def find_status(trigger: Trigger, sense: Sense, parse: Parse, language: str, *, is_headline: bool) -> Finding:
    """Decide the status of the deed that a trigger names."""
    found = _find(trigger, parse, language, is_headline=is_headline)
    is_loose = sense.type is EventType.ASSAULT and language == "en" and not is_headline
    if is_loose and found.why == _PRESENT and trigger.is_verb:
        return Finding(None, "S12 a present that asserts no one deed")
    if sense.mode in _CASUALTY_MODES and not sense.is_legal:
        clause = parse.clauses[parse.clause_at[trigger.word]]
        if not trigger.is_verb and status_words(language).is_verb("count", clause.verb):
            return Finding(None, "T4 a figure that rises")
        if found.status is Status.ONGOING and found.why == _SINCE:
            return Finding(None, "T2 a running total")
        if found.why in _NOBODY:
            return Finding(None, "T7 nobody: a figure, not a deed")
    return found


_PRESENT = "S1 present of headlines"
_SINCE = "S2 perfect since"
_NOBODY = frozenset({"S7 without, none", "S7 nobody"})
_CASUALTY_MODES = frozenset({Mode.TARGETED, Mode.ARREST, Mode.ABDUCT, Mode.DEPORT, Mode.FIREARMS})


def _find(trigger: Trigger, parse: Parse, language: str, *, is_headline: bool) -> Finding:
    words = status_words(language)
    clause = parse.clauses[parse.clause_at[trigger.word]]
    folded = _clause_words(parse, clause)
    if any(word.norm in ("?", "¿") for word in parse.words):
        return Finding(None, "S12 question")
    whole = " " + " ".join(word.norm for word in parse.words) + " "
    if any(phrase in whole for phrase in words.phrases["hypothetical"]):
        return Finding(Status.NOT_OCCURRED, "S7 hypothetical")
    if trigger.is_verb and clause.verb is not None and clause.verb.first <= trigger.word <= clause.verb.last:
        found = _of_verb(clause, parse, words, is_headline=is_headline)
    else:
        found = _of_noun(trigger, clause, parse, words, is_headline=is_headline)
    return _later(found, folded, _words_before(parse, clause, trigger), words)


def _clause_words(parse: Parse, clause: Clause) -> str:
    return " " + " ".join(word.norm for word in parse.words[clause.first : clause.last + 1]) + " "


def _words_before(parse: Parse, clause: Clause, trigger: Trigger) -> str:
    return " " + " ".join(word.norm for word in parse.words[clause.first : trigger.word]) + " "


def _later(found: Finding, folded: str, before: str, words: StatusWords) -> Finding:
    if found.status in (Status.OCCURRED, Status.ONGOING):
        if any(phrase in before for phrase in words.phrases["long_ago"]):
            return Finding(Status.BACKGROUND, "S9 long ago")
        if any(phrase in folded for phrase in words.phrases["called_off"]):
            return Finding(Status.CANCELLED, "S6 called off")
    return found


# ---------------------------------------------------------------- the deed is a verb


def _of_verb(clause: Clause, parse: Parse, words: StatusWords, *, is_headline: bool) -> Finding:
    verb = clause.verb
    assert verb is not None
    governed = _by_governor(clause, parse, words)
    if governed is not None:
        return governed
    if clause.marker in words_if(words) and verb.tense is not Tense.PAST:
        return Finding(None, f"S12 condition: {clause.marker}")
    if _has_none_subject(clause):
        return Finding(Status.NOT_OCCURRED, "S7 nobody")
    if verb.is_negated:
        return Finding(Status.NOT_OCCURRED, "S7 negated verb")
    return _by_tense(clause, parse, words, is_headline=is_headline)


def words_if(words: StatusWords) -> frozenset[str]:
    """Give the single words that open a condition."""
    return frozenset(phrase.strip() for phrase in words.phrases["if"] if " " not in phrase.strip())


def _has_none_subject(clause: Clause) -> bool:
    return clause.subject is not None and clause.subject.is_negated


def _by_tense(clause: Clause, parse: Parse, words: StatusWords, *, is_headline: bool) -> Finding:
    verb = clause.verb
    assert verb is not None
    if verb.tense is Tense.FUTURE:
        if _has_condition(parse, words):
            return Finding(Status.THREATENED, "S4 condition with a future")
        return Finding(Status.PLANNED, "S3 future tense")
    if verb.tense is Tense.CONDITIONAL:
        if verb.is_perfect:
            return Finding(Status.OCCURRED, "S11 conditional of rumour")
        return Finding(Status.PLANNED, "S3 conditional as future in the past")
    if verb.modal in _MAYBE and verb.tense is not Tense.PAST:
        return Finding(Status.THREATENED, "S4 possibility")
    if verb.tense is Tense.SUBJUNCTIVE:
        return Finding(Status.PLANNED, "S3 subjunctive") if not verb.is_perfect else Finding(Status.OCCURRED, "S1")
    if verb.tense is Tense.PRESENT:
        return _present(clause, parse, words, is_headline=is_headline)
    if verb.is_perfect and _is_since(_clause_words(parse, clause)):
        return Finding(Status.ONGOING, _SINCE)
    is_loose = verb.tense in (Tense.GERUND, Tense.INFINITIVE)
    is_bare = is_loose or verb.tense is Tense.PARTICIPLE
    return Finding(Status.OCCURRED, f"S1 {verb.tense}", is_bare=is_bare, is_general=is_loose)


def _present(clause: Clause, parse: Parse, words: StatusWords, *, is_headline: bool) -> Finding:
    verb = clause.verb
    assert verb is not None
    folded = _clause_words(parse, clause)
    if verb.is_progressive:
        return Finding(Status.ONGOING, "S2 progressive")
    if verb.is_perfect:
        is_since = _is_since(folded)
        return Finding(
            Status.ONGOING if is_since else Status.OCCURRED, "S2 perfect since" if is_since else "S1 perfect"
        )
    if any(phrase in folded for phrase in words.phrases["now"]) and not is_headline:
        return Finding(Status.ONGOING, "S2 present with a word of lasting")
    return Finding(Status.OCCURRED, _PRESENT, is_bare=not is_headline)


def _is_since(folded: str) -> bool:
    return " since " in folded or " desde " in folded


def _has_condition(parse: Parse, words: StatusWords) -> bool:
    text = " " + " ".join(word.norm for word in parse.words) + " "
    return any(phrase in text for phrase in words.phrases["if"])


def _by_governor(clause: Clause, parse: Parse, words: StatusWords) -> Finding | None:
    """Look at the verb that the clause hangs on: "agreed to march", "denied that police fired"."""
    verb = clause.verb
    if clause.parent is None or verb is None:
        return None
    parent = parse.clauses[clause.parent]
    above = parent.verb
    if above is None or clause.kind is ClauseKind.RELATIVE:
        return None
    is_content = clause.kind in (ClauseKind.SUBORDINATE, ClauseKind.INFINITIVE) and not _is_temporal(clause)
    if clause.kind is ClauseKind.PARTICIPLE and clause.marker == "from" and words.is_verb("ban", above):
        return Finding(Status.PREVENTED, f"S5 governed by {above.lemma}")
    if (
        clause.kind is ClauseKind.PARTICIPLE
        and clause.marker in ("with", "of", "for", "de", "por")
        and words.is_verb("legal", above)
    ):
        return Finding(Status.LEGAL, f"S10 governed by {above.lemma}")
    if not is_content:
        return None
    if words.is_verb("fiction", above):
        return Finding(None, f"E5 governed by {above.lemma}")
    if words.is_verb("deny", above):
        return Finding(Status.DENIED, f"S8 governed by {above.lemma}")
    if words.is_verb("threaten", above):
        return Finding(Status.THREATENED, f"S4 governed by {above.lemma}")
    if words.is_verb("legal", above):
        return Finding(Status.LEGAL, f"S10 governed by {above.lemma}")
    if verb.tense in (Tense.INFINITIVE, Tense.SUBJUNCTIVE):
        return _under_infinitive_governor(clause, above, words)
    return None


def is_spanish_infinitive(verb: VerbGroup) -> bool:
    """Tell "impidió marchar" (a complement) from "blocked the road to demand" (a purpose)."""
    return verb.first == verb.head and verb.tense is Tense.INFINITIVE


def _is_temporal(clause: Clause) -> bool:
    return clause.marker in (
        "when",
        "while",
        "after",
        "before",
        "because",
        "cuando",
        "mientras",
        "tras",
        "porque",
        "as",
        "al",
    )


def _under_infinitive_governor(clause: Clause, above: VerbGroup, words: StatusWords) -> Finding | None:
    if (
        words.is_verb("ban", above)
        and clause.marker is None
        and clause.verb is not None
        and is_spanish_infinitive(clause.verb)
    ):
        return Finding(Status.PREVENTED, f"S5 governed by {above.lemma}")
    if words.is_verb("refrain", above):
        return Finding(Status.NOT_OCCURRED, f"S7 governed by {above.lemma}")
    if words.is_verb("wish", above) or words.is_verb("fear", above):
        return Finding(None, f"S12 governed by {above.lemma}")
    if clause.marker in ("para", "for", "por", "in", "al", "tras", "after", "sin", "without"):
        return Finding(Status.NOT_OCCURRED, "S7 without") if clause.marker in ("sin", "without") else None
    if words.is_verb("plan", above) or words.is_verb("urge", above):
        return Finding(Status.PLANNED, f"S3 governed by {above.lemma}")
    if words.is_verb("try", above):
        return Finding(Status.PREVENTED, f"S5 attempt: {above.lemma}")
    return None


# ---------------------------------------------------------------- the deed is a noun


def _of_noun(trigger: Trigger, clause: Clause, parse: Parse, words: StatusWords, *, is_headline: bool) -> Finding:
    position = _group_of(parse, trigger.word)
    if position is None:
        return (
            _of_verb(clause, parse, words, is_headline=is_headline) if clause.verb else Finding(Status.OCCURRED, "S1")
        )
    chain = _chain(parse, position)
    if _is_denied(parse, chain[0]):
        return Finding(Status.NOT_OCCURRED, "S7 without, none")
    if _is_span_of_time(parse, chain[0], words):
        return Finding(None, "E2 a span of time")
    if any(group.preposition in _SINCE_WORDS and group.lemma in _BEGINNINGS for group in chain[1:]):
        return Finding(Status.BACKGROUND, "S9 the frame of something else")
    for group in chain[1:]:
        found = _by_head_noun(parse, group, words)
        if found is not None:
            return found
    own = _by_head_noun(parse, chain[0], words) if chain[0].head != trigger.word else None
    if own is not None and own.status is not None:
        return own
    top = chain[-1]
    modified = _modifier(parse, chain[0], words)
    found = _by_clause(top, chain[0], clause, parse, words, is_headline=is_headline)
    if modified is not None and found.is_bare:
        return modified
    return found


_BEGINNINGS = frozenset({"start", "beginning", "outset", "inicio", "comienzo", "principio", "estallido", "onset"})
_WITHOUT = frozenset({"sin", "without", "ni", "nor", "no"})


def _is_denied(parse: Parse, group: NounGroup) -> bool:
    """Read "sin heridos ni detenidos", "no arrests"."""
    if group.is_negated or group.preposition in _WITHOUT:
        return True
    return group.first > 0 and parse.words[group.first - 1].norm in _WITHOUT


def _is_span_of_time(parse: Parse, group: NounGroup, words: StatusWords) -> bool:
    """Read "ten days of protest" where the trigger takes in the days."""
    head = parse.words[group.head]
    before = parse.words[group.first - 2] if group.first > 1 else None
    if (
        before is not None
        and before.tag is Tag.TIME
        and before.lemma != before.norm
        and group.preposition in ("of", "de")
    ):
        return before.lemma in words.nouns["duration"]
    return head.lemma in words.nouns["duration"] and head.lemma != head.norm and group.first < group.head


def _group_of(parse: Parse, word: int) -> int | None:
    for position, group in enumerate(parse.nouns):
        if group.first <= word <= group.last:
            return position
    return None


def _chain(parse: Parse, position: int) -> list[NounGroup]:
    """Climb from "protests" in "after months of protests" to the noun that governs it."""
    chain = [parse.nouns[position]]
    while chain[-1].preposition in _OF and position:
        before = parse.nouns[position - 1]
        gap = chain[-1].first - before.last
        if gap > 3 or any(word.tag in (Tag.VERB, Tag.MARK) for word in parse.words[before.last + 1 : chain[-1].first]):
            break
        position -= 1
        chain.append(before)
    return chain


def _by_head_noun(parse: Parse, group: NounGroup, words: StatusWords) -> Finding | None:
    heads = {group.lemma, parse.words[group.head].norm}
    for name, status, rule in (
        ("toll", Status.OCCURRED, "T2"),
        ("duration", None, "E2"),
        ("about", None, "E5"),
        ("legal", Status.LEGAL, "S10"),
        ("threat", Status.THREATENED, "S4"),
        ("cancel", Status.CANCELLED, "S6"),
        ("ban", Status.PREVENTED, "S5"),
        ("deny", Status.DENIED, "S8"),
        ("plan", Status.PLANNED, "S3"),
        ("none", Status.NOT_OCCURRED, "S7"),
    ):
        hit = heads & words.nouns[name]
        if hit:
            is_counted = name == "toll"
            return Finding(status, f"{rule} governed by {min(hit)}", is_bare=is_counted, is_general=is_counted)
    return None


def _modifier(parse: Parse, group: NounGroup, words: StatusWords) -> Finding | None:
    """Read "the march announced for Saturday", "la marcha prevista", "the rally that students had announced"."""
    for clause in parse.clauses:
        if clause.kind in (ClauseKind.PARTICIPLE, ClauseKind.RELATIVE) and clause.first - group.last in (0, 1, 2):
            if words.is_verb("plan", clause.verb):
                return Finding(Status.PLANNED, "S3 modified by a verb of planning", is_bare=True)
    return None


def _by_clause(
    top: NounGroup, own: NounGroup, clause: Clause, parse: Parse, words: StatusWords, *, is_headline: bool
) -> Finding:
    verb = clause.verb
    if verb is None:
        return Finding(Status.OCCURRED, "S1 headline without a verb" if is_headline else "S1 no verb", is_bare=True)
    if clause.marker in words_if(words) and verb.tense is not Tense.PAST:
        return Finding(None, f"S12 condition: {clause.marker}")
    if words.is_verb("happen", verb) and (clause.marker in _SINCE_WORDS or _stands_after_since(parse, clause)):
        return Finding(Status.BACKGROUND, "S9 the frame of something else")
    is_subject = top == clause.subject
    links = ("a", "al", "for", "on", "con", "with") if words.is_verb("threaten", verb) else ("a", "al", "for", "on")
    is_object = top == clause.object or (top.preposition in links and top in clause.complements)
    governed = _by_governor(clause, parse, words)
    if governed is not None and (is_object or is_subject):
        return governed
    if is_subject or is_object:
        found = _by_role(clause, words, is_subject=is_subject)
        if found is not None:
            return found
        if words.is_verb("support", verb) and not is_subject:
            return Finding(Status.OCCURRED, f"S1 talked about: {verb.lemma}", is_bare=True)
        found = _by_tense(clause, parse, words, is_headline=is_headline)
        if verb.is_negated or _has_none_subject(clause):
            is_of_deed = words.is_verb("happen", verb) or verb.lemma in ("be", "haber", "ser", "have", "have")
            return Finding(Status.NOT_OCCURRED, "S7 negated verb") if is_of_deed else found
        is_plain = not (words.is_verb("happen", verb) or words.is_verb("continue", verb) or words.is_verb("end", verb))
        if verb.tense in (Tense.FUTURE, Tense.CONDITIONAL) and own.is_definite and is_plain and is_subject:
            return Finding(Status.OCCURRED, "S1 definite deed with a later verb", is_bare=True)
        is_behind = top != own and top.lemma not in _QUANTIFIERS
        is_bare = found.is_bare or is_behind or (is_object and is_plain and not is_light(verb))
        return Finding(found.status, found.why, is_bare=is_bare)
    if words.is_verb("legal", verb) and top.preposition in _LEGAL_LINKS and top.first > verb.last:
        return Finding(Status.LEGAL, f"S10 {verb.lemma}")
    return Finding(Status.OCCURRED, "S1 named beside a verb", is_bare=True)


_SINCE_WORDS = frozenset({"since", "desde"})


def _stands_after_since(parse: Parse, clause: Clause) -> bool:
    """Tell whether "since" opens a clause: "since the strike began", "desde que comenzó el paro"."""
    words = [word.norm for word in parse.words[max(clause.first - 1, 0) : clause.first + 2]]
    return bool(_SINCE_WORDS & set(words))


_QUANTIFIERS = frozenset(
    "series wave spate string number round thousand hundred dozen pair couple ten day serie ola oleada ronda par decena "
    "docena centenar millar jornada dia cadena sucesion".split()
)
_LEGAL_LINKS = frozenset({"of", "for", "with", "over", "in", "de", "por", "del"})
_LIGHT = frozenset(
    "declare impose put decree lift declarar decretar imponer dictar poner ordenar disponer commit perpetrate execute launch conduct organise organize wage hold stage mount join attend lead break hit take see draw face do make report count block have be carry launch "
    "realizar hacer protagonizar efectuar cumplir iniciar participar llevar haber desarrollar celebrar encabezar acatar "
    "asistir reprimir dispersar disolver registrar sostener mantener dejar producir ejecutar liderar organizar impulsar "
    "instalar montar tener vivir reportar contar desatar provocar".split()
)


def is_light(verb: VerbGroup) -> bool:
    """Tell whether a verb only carries out its object: "staged a sit-in", "realizaron un plantón"."""
    return verb.lemma in _LIGHT


def _by_role(clause: Clause, words: StatusWords, *, is_subject: bool) -> Finding | None:
    """Decide by the verb that the deed is subject or object of."""
    verb = clause.verb
    assert verb is not None
    undergoes = verb.is_passive or verb.is_reflexive or not is_subject
    if verb.is_negated and words.is_verb("happen", verb):
        return Finding(Status.NOT_OCCURRED, f"S7 {verb.lemma} negated")
    if undergoes and words.is_verb("commemorate", verb) and not is_subject:
        return Finding(Status.BACKGROUND, f"S9 {verb.lemma}")
    if undergoes and words.is_verb("fiction", verb):
        return Finding(None, f"E5 {verb.lemma}")
    if undergoes and not verb.is_negated:
        is_planned = words.is_verb("plan", verb) and verb.tense is not Tense.PARTICIPLE
        for name, status, rule in (("cancel", Status.CANCELLED, "S6"), ("ban", Status.PREVENTED, "S5")):
            if words.is_verb(name, verb):
                return Finding(status, f"{rule} {verb.lemma}")
        if words.is_verb("deny", verb) and not is_subject:
            return Finding(Status.DENIED, f"S8 {verb.lemma}")
        if words.is_verb("threaten", verb):
            return Finding(Status.THREATENED, f"S4 {verb.lemma}")
        if words.is_verb("legal", verb) and not is_subject:
            return Finding(Status.LEGAL, f"S10 {verb.lemma}")
        if is_planned:
            return Finding(Status.PLANNED, f"S3 {verb.lemma}")
    if words.is_verb("continue", verb) and verb.tense is Tense.PRESENT:
        return Finding(Status.ONGOING, "S2 it goes on")
    return None
