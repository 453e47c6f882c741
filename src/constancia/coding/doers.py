"""A clause in, the doer that its own words do not name out: "forced the police to fire", "they fired"."""

from __future__ import annotations

from constancia.coding.story import Draft, Story
from constancia.coding.syntax import Clause, ClauseKind, NounGroup, Parse, Tag
from constancia.coding.word_sets import word_set
from constancia.model import ActorValue, Mention, SpeakerValue
from constancia.vocabulary import Role

# Verbs whose object does what their infinitive says.
_CONTROLS = word_set(
    "force compel prompt order ask tell lead allow cause enable urge permit get direct instruct oblige require make "
    "let push drive help obligar ordenar pedir permitir llevar forzar mandar hacer dejar instar exigir impulsar"
)
_MANY = frozenset({"they", "ellos", "ellas"})
_IT = frozenset({"it"})
_OURS = frozenset({"we", "i", "nosotros", "yo"})
_OUR_PEOPLE = frozenset({"our", "my", "nuestro", "nuestros", "nuestra", "nuestras"})
_BODIES = frozenset({Role.POLICE, Role.MILITARY, Role.PROTESTERS, Role.CROWD, Role.STUDENTS, Role.PEASANTS})


def controlled_by(clause: Clause, parse: Parse) -> NounGroup | None:
    """Give who does what an infinitive says where the verb above it has an object: "forced the police to open fire"."""
    if clause.kind is not ClauseKind.INFINITIVE or clause.parent is None:
        return None
    above = parse.clauses[clause.parent]
    if above.verb is None or above.object is None or above.verb.is_passive or above.verb.lemma not in _CONTROLS:
        return None
    return above.object if above.object.last < clause.first else None


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


def fights(draft: Draft, group: NounGroup, parse: Parse) -> bool:
    """Tell the doers of "the offensive of the rebels", "el ataque del ejército" from whom it was on."""
    norms = {word.norm for word in parse.words[group.first : group.last + 1]}
    return draft.trigger.sense in _FIGHTS and not norms.isdisjoint(_FIGHTERS)


_FIGHTS = frozenset({"attack", "atacar", "combat", "combate"})
_FIGHTERS = word_set(
    "guerrilla guerrillas guerrilleros rebel rebels rebeldes insurgents insurgentes army ejercito troops tropas "
    "soldiers soldados terrorists terroristas subversives subversivos paramilitaries paramilitares militia militias "
    "milicias"
)
