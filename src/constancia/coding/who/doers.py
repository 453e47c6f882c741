"""A clause in, the doer that its own words do not name out: "forced the police to fire", "they fired"."""

from __future__ import annotations

import re
from typing import cast

from constancia.coding.clauses.syntax import Clause, ClauseKind, NounGroup, Parse, Tag, Tense
from constancia.coding.harm_verbs import FALLS
from constancia.coding.status.governed import KEEPS
from constancia.coding.status.status_words import StatusWords, status_words
from constancia.coding.story import Draft, Story, Trigger
from constancia.coding.word_sets import word_set, words_of
from constancia.model import ActorValue, Mention, SpeakerValue
from constancia.vocabulary import EventType, Mode, Role

# Verbs whose object does what their infinitive says.
_CONTROLS = words_of("doers", "controls")
_BY = frozenset({"by", "por"})
_MANY = frozenset({"they", "ellos", "ellas"})
_IT = frozenset({"it"})
_ONE = frozenset({"he", "she", "el", "ella"})  # an officer, whose orders these are; who shot is not told by nearness
_OURS = frozenset({"we", "i", "nosotros", "yo"})
_OUR_PEOPLE = frozenset({"our", "my", "nuestro", "nuestros", "nuestra", "nuestras"})
_BODIES = frozenset({Role.POLICE, Role.MILITARY, Role.PROTESTERS, Role.CROWD, Role.STUDENTS, Role.PEASANTS})


def controlled_by(clause: Clause, parse: Parse) -> NounGroup | None:
    """Give who does what an infinitive says where the verb above it has an object: "forced the police to open fire"."""
    if clause.kind is not ClauseKind.INFINITIVE or clause.parent is None:
        return None
    above = parse.clauses[clause.parent]
    tried_by = next((group for group in parse.nouns if clause.verb and group.last == clause.verb.first - 1), None)
    if tried_by is not None and tried_by.preposition in _BY and tried_by != above.agent:
        return tried_by  # "an attempt by rebels to kidnap a judge"
    if above.verb is None or above.object is None or above.verb.is_passive or above.verb.lemma not in _CONTROLS:
        return None
    return above.object if above.object.last < clause.first else None


def is_of_others_than_subject(draft: Draft, clause: Clause, parse: Parse) -> bool:
    """Tell whether what an infinitive says was done, or is to be done, by others than who the verb above it is of."""
    if draft.type is EventType.ASSAULT and _is_plot_of_others(clause, parse):
        return True
    return draft.mode is Mode.RESTRICT and _dies_of_it(clause, parse)


def _dies_of_it(clause: Clause, parse: Parse) -> bool:
    """Tell "mueren tres campesinos al desalojar la toma": who dies when something is cleared did not clear it."""
    above = parse.clauses[clause.parent].verb if clause.parent is not None else None
    return clause.kind is ClauseKind.INFINITIVE and above is not None and above.lemma in FALLS


def _is_plot_of_others(clause: Clause, parse: Parse) -> bool:
    """Tell "warned him of a plot to kill him", "foiled a plot to" from "hatched a plot to"."""
    if clause.kind is not ClauseKind.INFINITIVE or clause.parent is None or clause.verb is None:
        return False
    plot = next((group for group in parse.nouns if group.last == clause.verb.first - 1), None)
    above = parse.clauses[clause.parent].verb
    return plot is not None and plot.lemma in _PLOTS and above is not None and above.lemma not in _MAKES


_PLOTS = words_of("doers", "plots")
_MAKES = words_of("doers", "makes")


def accused(draft: Draft, clause: Clause, parse: Parse, language: str) -> list[NounGroup]:
    """Give who is said to have done it: "three students were charged with the killing of"."""
    words = status_words(language)
    for index in (clause.index, clause.parent):
        above = parse.clauses[index] if index is not None else None
        if above is None or above.verb is None or not words.is_verb("legal", above.verb):
            continue
        if not draft.trigger.is_verb and draft.trigger.last_word < above.verb.first and _is_scene(draft, parse):
            return []  # "at a rally the union accused the police"
        if above is not clause and not draft.trigger.is_verb and not _has_hand(clause):
            return []  # "accused the army of hiding a witness of the murder"
        group = above.subject if is_undergone(above) else above.object
        return [] if group is None else [group]
    return []


def _is_scene(draft: Draft, parse: Parse) -> bool:
    own = next((group for group in parse.nouns if group.first <= draft.trigger.word <= group.last), None)
    return own is not None and own.preposition in _AT


_AT = frozenset({"at", "in", "during", "after", "before", "ahead", "en", "durante", "tras"})


def _has_hand(clause: Clause) -> bool:
    """Tell whether a clause says that its subject had a hand in a deed: "of having planned the murder"."""
    return clause.verb is None or clause.verb.lemma in _HAND


_HAND = words_of("doers", "hand")


def is_undergone(clause: Clause) -> bool:
    """Tell whether the subject of a clause is who it was done to."""
    verb = clause.verb
    return verb is not None and (
        verb.is_passive or (clause.kind is ClauseKind.PARTICIPLE and verb.tense is Tense.PARTICIPLE)
    )


def keeper_of(clause: Clause, parse: Parse) -> NounGroup | None:
    """Give who "mantienen bloqueada la ruta"."""
    if clause.kind is not ClauseKind.PARTICIPLE or clause.parent is None:
        return None
    above = parse.clauses[clause.parent]
    return above.subject if above.verb is not None and above.verb.lemma in KEEPS else None


def layer_of(clause: Clause, parse: Parse) -> NounGroup | None:
    """Give who laid the bomb that a clause says was found: "a bomb planted by rebels", "una bomba colocada por"."""
    after = (other for other in parse.clauses[clause.index + 1 :] if other.kind in _TOLD_OF_IT)
    return next((other.agent for other in after if other.agent is not None), None)


_TOLD_OF_IT = frozenset({ClauseKind.PARTICIPLE, ClauseKind.RELATIVE})


def named_by_ones(clause: Clause, parse: Parse) -> NounGroup | None:
    """Give the soldiers of "soldiers were the ones who fired", "fueron soldados los que dispararon"."""
    if clause.kind is not ClauseKind.RELATIVE or clause.subject is None or clause.parent is None:
        return None
    above = parse.clauses[clause.parent]
    if above.verb is None or above.verb.lemma not in _IS or parse.words[clause.subject.head].norm not in _ONES:
        return None
    return above.subject


_IS = frozenset({"be", "ser"})
_ONES = word_set("one ones los las quienes")


def took_part(draft: Draft, own: NounGroup, clause: Clause) -> bool:
    """Tell whether the subject of a clause had a hand in a deed: "rebels took part in the murder of"."""
    is_force = draft.type is EventType.ASSAULT and own.preposition in _IN
    if not is_force or clause.verb is None:
        return False
    is_part = clause.object is not None and clause.object.lemma in _PART and clause.verb.lemma in _HAS_PART
    return is_part or clause.verb.lemma in _TAKES_PART


def is_suspected(draft: Draft, clause: Clause, parse: Parse, words: StatusWords) -> bool:
    """Tell whether who did it is only said to have had a hand in it: "two men suspected of killing"."""
    if draft.type is not EventType.ASSAULT or clause.subject is None or clause.verb is None:
        return False
    above = parse.clauses[clause.parent].verb if clause.parent is not None else None
    if above is not None and words.is_verb("accuse", above) and not above.is_negated:
        return True
    if not draft.trigger.is_verb and clause.verb.lemma in _IMPLICATES:
        return True
    before = parse.words[clause.verb.first - 2 : clause.verb.first] if clause.verb.first > 1 else ()
    return bool(before) and before[0].norm in _SUSPECTED and before[-1].norm in _OF


def is_tied(clause: Clause, parse: Parse, words: StatusWords) -> bool:
    """Tell whether a clause says that its subject is held or tried for a deed: "were arrested for the murder"."""
    verb = clause.verb
    return verb is not None and is_undergone(clause) and parse.words[verb.head].norm in words.nouns["tied"]


def suspects_of(clause: Clause, parse: Parse, words: StatusWords) -> NounGroup | None:
    """Give the suspects of "held two men suspected of taking part in", who are not those who held them."""
    if clause.verb is None or clause.verb.first < 2 or parse.words[clause.verb.first - 1].norm not in _OF:
        return None
    tie = clause.verb.first - 2
    if parse.words[tie].norm not in words.nouns["tied"]:
        return None
    return next((group for group in parse.nouns if group.first <= tie <= group.last or group.last == tie - 1), None)


_IN = frozenset({"in", "en"})
_OF = frozenset({"of", "de"})
_IMPLICATES = words_of("doers", "implicates")
_HAS_PART = words_of("doers", "has_part")
_PART = words_of("doers", "part")
_TAKES_PART = _IMPLICATES | word_set("participate partake collaborate cooperate participar intervenir colaborar")
_SUSPECTED = words_of("doers", "suspected")


def referent(story: Story, draft: Draft, clause: Clause, parse: Parse) -> Mention | None:
    """Give whom the subject of a clause stands for: "they" for the body that acted last, "we" for the speaker's own."""
    subject = clause.subject
    if subject is None:
        return None
    first, head = parse.words[subject.first].norm, parse.words[subject.head].norm
    if head in _OURS or first in _OUR_PEOPLE:
        return _speaker_at(story, parse.words[subject.first].start)
    if head in _MANY or head in _IT:
        return _acted_before(story, draft, parse, subject)
    if head in _ONE and draft.type is not EventType.ASSAULT:
        found = _acted_before(story, draft, parse, subject)
        return found if found is not None and cast("ActorValue", found.value).role is Role.POLICE else None
    return None


def _speaker_at(story: Story, offset: int) -> Mention | None:
    """Give the police officer whose words hold an offset, as the actor that the reader found there."""
    for mention in story.reading.mentions:
        value = mention.value
        if (
            isinstance(value, SpeakerValue)
            and value.content is not None
            and value.content.start <= offset < value.content.end
        ):
            return _actor_within(story, value.source.start, value.source.end)
    return None


def _actor_within(story: Story, start: int | None, end: int | None) -> Mention | None:
    if start is None or end is None:
        return None
    for mention in story.reading.mentions:
        if isinstance(mention.value, ActorValue) and mention.start < end and start < mention.end:
            return mention if mention.value.role in _BODIES else None
    return None


def _acted_before(story: Story, draft: Draft, parse: Parse, subject: NounGroup) -> Mention | None:
    """Give the body that is the nearest subject before: in the sentence, else in the one before it."""
    here = [clause.subject for clause in parse.clauses if clause.subject and clause.subject.last < subject.first]
    sentence = draft.trigger.sentence
    found = _last_body(story, sentence, parse, here)
    if found is not None or here or not sentence:
        return found
    before = story.reading.sentences[sentence - 1]
    if before.is_headline or before.paragraph != story.reading.sentences[sentence].paragraph:
        return None
    earlier = story.parse(sentence - 1)
    return _last_body(story, sentence - 1, earlier, [clause.subject for clause in earlier.clauses if clause.subject])


def _last_body(story: Story, sentence: int, parse: Parse, subjects: list[NounGroup]) -> Mention | None:
    """Give the mention of a body in the first of the last subjects that is no pronoun."""
    for group in reversed(subjects):
        if parse.words[group.head].tag is Tag.PRONOUN:
            continue
        start, end = parse.words[group.first].start, parse.words[group.last].end
        for mention in story.mentions_in(sentence):
            if isinstance(mention.value, ActorValue) and mention.start < end and start < mention.end:
                return mention if mention.value.role in _BODIES else None
        return None
    return None


def force_behind(clause: Clause, trigger: Trigger) -> NounGroup | None:
    """Give whose fire it was that people died in: "killed in the firing by the police", "in an encounter with"."""
    if not _FORCE.search(trigger.text):
        return opponent(clause, trigger.last_word)
    behind = (group for group in clause.complements if 0 < group.first - trigger.last_word <= _NEXT)
    return next((group for group in behind if group.preposition in _BY_OR_WITH), None)


def opponent(clause: Clause, after: int) -> NounGroup | None:
    """Give those on the other side of a fight that people died in: "killed in a shootout with police"."""
    fights = [group for group in clause.complements if group.last >= after and group.lemma in _EXCHANGES]
    if not fights:
        return None
    behind = (group for group in clause.complements if 0 < group.first - fights[0].last <= _OTHER_SIDE)
    return next((group for group in behind if group.preposition in _WITH), None)


_EXCHANGES = words_of("doers", "exchanges")
_OTHER_SIDE = 5  # words from "exchange" over "of fire" to those it was with
_WITH = frozenset({"with", "con"})


_FORCE = re.compile(
    r"\b(?:firing|fire|shooting|encounter|gunfight|shootout|exchange|balas?|balazos?|disparos?|tiros?|perdig[oó]n(?:es)?"
    r"|proyectil(?:es)?|fuego|enfrentamiento|rafagas?|r[aá]fagas?)\b(?: de)?",
    re.IGNORECASE,
)
_NEXT = 3  # words
_BY_OR_WITH = frozenset({"by", "with", "de", "del", "con"})


def told_by_themselves(clause: Clause, parse: Parse) -> NounGroup | None:
    """Give the activists of "the activists say they were stripped and beaten"."""
    if clause.subject is None or parse.words[clause.subject.head].norm not in _THEY:
        return None
    for above in reversed(parse.clauses[: clause.index]):
        if above.subject is None or above.verb is None or parse.words[above.subject.head].norm in _THEY:
            continue
        return above.subject if above.verb.lemma in _SAYS and not above.verb.is_passive else None
    return None


_THEY = frozenset({"they", "he", "she"})
_SAYS = words_of("doers", "says")


def object_before(clause: Clause, parse: Parse) -> NounGroup | None:
    """Give the men of "dragging young men out and beating them"."""
    if clause.object is None or parse.words[clause.object.head].norm not in _THEM or not clause.index:
        return None
    before = parse.clauses[clause.index - 1]
    is_same = before.subject == clause.subject and before.verb is not None and not before.verb.is_passive
    return before.object if is_same else None


_THEM = frozenset({"them", "him", "her"})


def comes_under(clause: Clause, trigger: Trigger) -> bool:
    """Tell whether the subject of a clause is who was attacked: "the post came under fire"."""
    return clause.verb is not None and clause.verb.lemma in _COMES and _UNDER.search(trigger.text) is not None


def from_whom(clause: Clause, trigger: Trigger) -> NounGroup | None:
    """Give the raiders of "the post came under fire from raiders on the hill"."""
    behind = (group for group in clause.complements if group.first > trigger.last_word)
    return next((group for group in behind if group.preposition in _FROM), None)


_COMES = words_of("doers", "comes")
_UNDER = re.compile(r"\bunder\b", re.IGNORECASE)
_FROM = frozenset({"from", "by"})


def fights(draft: Draft, group: NounGroup, parse: Parse) -> bool:
    """Tell the doers of "the offensive of the rebels", "el ataque del ejército" from whom it was on."""
    norms = {word.norm for word in parse.words[group.first : group.last + 1]}
    if draft.type is EventType.THREATEN and group.preposition in _BY_OR_OF:  # "amenazas de un grupo armado"
        return not norms.isdisjoint(_FIGHTERS)
    if draft.trigger.sense in _SHOTS:  # "disparos de la policía", "intervención de la fuerza pública"
        return not norms.isdisjoint(_SHOOTERS)
    return draft.trigger.sense in _FIGHTS and not norms.isdisjoint(_FIGHTERS)


_BY_OR_OF = frozenset({"de", "del", "from", "of"})
_FIGHTS = words_of("doers", "fights")
_SHOTS = frozenset({"disparos", "gases", "restringir"})
_SHOOTERS = words_of("doers", "shooters")
_FIGHTERS = words_of("doers", "fighters")
