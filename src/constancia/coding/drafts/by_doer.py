"""A draft with its actors in, its deed told by who did it out: a crowd's fire is a riot, a guerrilla's an attack."""

from __future__ import annotations

import dataclasses
import re
from typing import NamedTuple

from constancia.coding.story import Draft
from constancia.model import Actor
from constancia.vocabulary import EVENT_STATUSES, ActorPart, EventType, Form, Mode, Role, Status
from constancia.words import fold

_FIGHTERS = frozenset({Role.ARMED_GROUP, Role.UNIDENTIFIED_ARMED, Role.GANG})
_CROWDS = frozenset({Role.PROTESTERS, Role.CROWD, Role.STUDENTS, Role.PEASANTS, Role.UNION, Role.INDIGENOUS})
_MOBS = _CROWDS | {Role.CIVILIANS, Role.INDIVIDUAL}
_OWN_BLOCKERS = _CROWDS | {Role.CIVILIANS, Role.BUSINESS, Role.INDIVIDUAL}
# States protest by words: a note, a statement. PROTEST needs a crowd (codebook, section 10).
_BY_WORDS = frozenset({Role.GOVERNMENT, Role.FOREIGN_GOVERNMENT, Role.IGO, Role.LEGISLATURE, Role.JUDICIARY})
_LIFTED = re.compile(r"lift|clear|remov|dismantl|levant|despej|retir|desmont|desbloque")
_BARS = re.compile(r"(?:stop|block|prevent|turn|bar|halt|imp(?:id|ed)|bloque|fren|cerr|det(?:en|uv))")
_CLOSED = re.compile(r"(?:c(?:err|ierr)|clos|shut)")  # "the council had the road closed"
_HELD = re.compile(r"ret(?:en|uv|ien)")
_CARRIED_OFF = re.compile(r"(?:carr(?:y|ied)|drag|haul|bundl|lift|remov|t(?:ake|ook|aken)\b.*\b(?:away|off))")
_STATE = frozenset({Role.POLICE, Role.MILITARY})
# Police who "se apostaron frente al templo", "tomaron las azoteas" are on duty; who march or strike protest.
_POSTED = re.compile(r"(?:se )?(?:apost|tom(?!a\b)|ocup|occup|took up|irrump|entered)")
_BURNT = re.compile(r"(?:burn|torch|set\b.*\b(?:fire|ablaze|alight)|raze|quem|incendi|prend|arras|destr[ou]|demol)")
_HOODED = re.compile(r"encapuchad|hooded|masked|enmascarad")  # of a crowd, unless they shoot
_OF_ROADS_AND_WORK = frozenset({Mode.OBSTRUCT, Mode.STRIKE})
_JAILED = re.compile(r"(?:jail|imprison|incarcerat|lock|encarcel|reclu|mand\w+ a prision|envi\w+ a prision)")
_FREES = re.compile(
    r"(?:free|set free|liberat|releas|liber|solt)\w*\b.*\b(?:prisoner|inmate|detainee|preso|reclus|detenid|intern)"
)
_PETROL = re.compile(r"petrol|molotov|fire-?bomb|gasoline|incendiar")
_PARADED = re.compile(r"parad|desfil")
_RAIDS = frozenset({"allanamiento", "seize"})
_CLASHES = frozenset({"clash", "enfrentamiento"})
_ATTACKS = frozenset({"attack", "ataque"})
_PROTESTING = re.compile(r"protest(?!er|ant)")


class _Kind(NamedTuple):
    """What a deed turns out to be."""

    type: EventType
    mode: Mode | None
    form: Form | None = None


def is_masked(draft: Draft, before: str) -> bool:
    """Tell whether all who did it are told as masked, or, where nobody is, those named `before` it in its sentence."""
    doers = _acting(draft)
    if not doers:
        return bool(_HOODED.search(fold(before)))
    return all(actor.role not in _STATE and _is_hooded(actor) for actor in doers)


def _is_hooded(actor: Actor) -> bool:
    return _HOODED.search(fold(actor.text or "")) is not None


def breaks_away(before: str) -> bool:
    """Tell whether those who did it are told to have left a crowd: "broke away from the march and burnt a bus"."""
    return bool(_BREAKS_AWAY.search(fold(before)))


_BREAKS_AWAY = re.compile(
    r"\b(?:br(?:oke|eak|eaking|oken) (?:away|off)|drift(?:ed|ing) (?:away|off)|split(?:ting)? (?:off|away|from)"
    r"|peel(?:ed|ing) (?:off|away)|left (?:the|a|an|their|\w+['’]s)|splinter(?:ed|ing)|detach(?:ed|ing) themselves"
    r"|se (?:separ|apart|desprend|escind|desvi|desmarc|alej|disgreg)\w+|(?:abandon|dej)aron (?:la|el|una|un)"
    r"|salieron de (?:la|el|una|un)|se fueron de (?:la|el)|separandose|apartandose|desprendiendose)\b[^.;]{0,60}"
    r"\b(?:march|rally|protest|demonstration|crowd|procession|column|parade|marcha|manifestacion|protesta|columna"
    r"|concentracion|movilizacion|mitin|multitud)"
)


def settle_by_doer(draft: Draft, *, is_splinter: bool) -> None:
    """Tell the same deed by who did it: vehicles burnt by a crowd are a riot, by an armed group an attack.

    The masked who go on from a march ("after dark, some forty masked men broke away") are of its crowd (X5).
    """
    doers = {actor.role for actor in _acting(draft) if actor.role in _STATE or not _is_hooded(actor)}
    if draft.type is EventType.RETREAT and doers and doers <= _CROWDS and _FREES.match(fold(draft.trigger.text)):
        draft.type, draft.mode, draft.form = EventType.PROTEST, Mode.RIOT, Form.RIOT
        draft.why.append("prisoners freed by a crowd")
        return
    if draft.type is EventType.RETREAT and doers == {Role.JUDICIARY} and draft.status is Status.OCCURRED:
        draft.status = Status.LEGAL
        draft.why.append("S10 a court's release")
    is_jailed = draft.mode is Mode.ARREST and bool(_JAILED.match(fold(draft.trigger.text)))
    if is_jailed and doers == {Role.JUDICIARY} and draft.status is Status.OCCURRED:
        draft.status = Status.LEGAL
        draft.why.append("S10 a court's sentence")
    if draft.type is EventType.COERCE and draft.mode is Mode.RESTRICT and doers and doers <= _OWN_BLOCKERS:
        if _LIFTED.match(fold(draft.trigger.text)):
            draft.type, draft.mode = EventType.CONCEDE, None
            draft.why.append("they end their own")
        elif _BARS.match(fold(draft.trigger.text)) and not doers & {Role.BUSINESS}:
            draft.type, draft.mode, draft.form = EventType.PROTEST, Mode.OBSTRUCT, Form.BLOCKADE
            draft.why.append("a crowd bars the way")
        return
    if draft.form is Form.BLOCKADE and doers and doers <= _BY_WORDS and _CLOSED.match(fold(draft.trigger.text)):
        draft.type, draft.mode, draft.form = EventType.COERCE, Mode.RESTRICT, None
        draft.status = Status.BACKGROUND if draft.status in EVENT_STATUSES else draft.status
        draft.why.append("an office closes the way")
        return
    if draft.mode is Mode.STRIKE and draft.trigger.is_verb and _HALTED.match(fold(draft.trigger.text)):
        _settle_halted(draft)
    kind = (
        _by_police(draft, doers)
        or _by_others_than_state(draft, doers)
        or _by_fighters(draft, doers)
        or _by_crowd(draft, doers, is_splinter=is_splinter)
        or _by_bombers(draft, doers)
        or _by_body(draft, doers)
    )
    if kind is None:
        return
    was_violent = draft.type is EventType.ASSAULT
    draft.type, draft.mode, draft.form = kind
    draft.why.append("by who did it")
    _rename_parts(draft, was_violent=was_violent)


def _settle_halted(draft: Draft) -> None:
    """Tell "the ministry suspended classes", "the headteacher, Ana Luz, suspended classes" from a strike (E4)."""
    acting = _acting(draft)
    if (len(acting) == 1 and _is_one_person(acting[0])) or (
        acting and all(actor.role in _HALT_WORK for actor in acting)
    ):
        draft.status, draft.is_bare = Status.BACKGROUND, True
        draft.why.append("E4 halted by those in charge")


def _is_one_person(actor: Actor) -> bool:
    """Tell "Ana Luz" and "rectora del colegio, Ana Luz" from a body that is called by its name."""
    is_introduced = actor.name is not None and (actor.text or "")[:1].islower() and actor.text != actor.name
    return actor.name is not None and (actor.role is Role.INDIVIDUAL or (actor.role is Role.OTHER and is_introduced))


_HALTED = re.compile(r"suspend|interrump|cancel|halt|cierr|cerr|clos")
_HALT_WORK = frozenset(
    {Role.GOVERNMENT, Role.JUDICIARY, Role.LEGISLATURE, Role.POLICE, Role.MILITARY, Role.FOREIGN_GOVERNMENT, Role.IGO}
)


def take_for_riot(draft: Draft, before: list[Draft]) -> None:
    """Tell "stoned the office and torched its gate": what a sentence says rioters destroyed is of their riot.

    So is the attack of "a group" on a bank, of no person, where a march was told just before (X5).
    """
    if _is_splinters(draft) and any(_is_march_before(each, draft) for each in before):
        draft.type, draft.mode, draft.form = EventType.PROTEST, Mode.RIOT, Form.RIOT
        draft.why.append("X5 of those who left the march")
        _rename_parts(draft, was_violent=True)
        return
    if draft.type is not EventType.ASSAULT or draft.mode is not Mode.DESTROY or not draft.trigger.is_verb:
        return
    if any(actor.part is ActorPart.PERPETRATOR and actor.role in _NO_RIOTERS for actor in draft.actors):
        return
    told = [each for each in before if each.mode is Mode.RIOT and each.trigger.sentence == draft.trigger.sentence]
    if any(each.trigger.is_verb and each.status is draft.status for each in told):
        draft.type, draft.mode, draft.form = EventType.PROTEST, Mode.RIOT, Form.RIOT
        draft.why.append("of the riot that its sentence tells")


def _is_splinters(draft: Draft) -> bool:
    """Tell whether some unarmed people, of whom no more is told, attacked a thing and no person."""
    doers = _acting(draft)
    is_attack = draft.type is EventType.ASSAULT and draft.trigger.sense in _ATTACKS and draft.trigger.is_verb
    if not is_attack or not doers or any(actor.part is ActorPart.VICTIM for actor in draft.actors):
        return False
    return all(actor.role in _ANYBODY and _SOME.search(fold(actor.text or "")) for actor in doers)


def _is_march_before(march: Draft, draft: Draft) -> bool:
    is_crowd = march.type is EventType.PROTEST and march.mode in (Mode.DEMO, Mode.RIOT)
    steps = draft.trigger.sentence - march.trigger.sentence
    return is_crowd and march.status in EVENT_STATUSES and 0 <= steps <= _SOON


_ANYBODY = frozenset({Role.OTHER, Role.CIVILIANS, Role.INDIVIDUAL, Role.CROWD, Role.STUDENTS})
_SOME = re.compile(
    r"\b(?:groups?|grupos?|people|persons?|personas?|youths?|young|jovenes|individuals?|individuos|sujetos)\b"
)
_SOON = 4  # sentences
_NO_RIOTERS = frozenset(
    {Role.POLICE, Role.MILITARY, Role.ARMED_GROUP, Role.UNIDENTIFIED_ARMED, Role.GANG, Role.GOVERNMENT}
)


def _acting(draft: Draft) -> list[Actor]:
    return [actor for actor in draft.actors if actor.part in (ActorPart.ACTOR, ActorPart.PERPETRATOR)]


def _by_police(draft: Draft, doers: set[Role]) -> _Kind | None:
    """Tell what police or soldiers do: whom others abduct they arrest, what others occupy they seize or post at."""
    if not doers or not doers <= _STATE:
        return None
    words = fold(draft.trigger.text)
    if draft.form is Form.MARCH and _PARADED.match(words) and draft.status in EVENT_STATUSES:
        draft.status = Status.BACKGROUND  # "soldiers paraded through the town" (E4)
    if draft.type is EventType.PROTEST and draft.mode is Mode.RIOT and _BURNT.match(words):
        return _Kind(EventType.ASSAULT, Mode.DESTROY)
    if draft.type is EventType.PROTEST and (_POSTED.match(words) or draft.form is Form.OCCUPATION):
        return _Kind(EventType.COERCE, Mode.SEIZE) if "control" in words else _Kind(EventType.MOBILIZE, None)
    is_holding = draft.mode is Mode.ABDUCT and (_HELD.match(words) or _CARRIED_OFF.match(words))
    return _Kind(EventType.COERCE, Mode.ARREST) if is_holding else None


def _by_others_than_state(draft: Draft, doers: set[Role]) -> _Kind | None:
    """Tell "villagers held two engineers", "strangers bundled her into a van" from an arrest."""
    is_taking = draft.mode is Mode.ARREST and draft.trigger.is_verb and draft.status is not Status.LEGAL
    if not is_taking or not doers or not doers <= _TAKERS or _OF_LAW.match(fold(draft.trigger.text)):
        return None
    return _Kind(EventType.ASSAULT, Mode.ABDUCT)


_TAKERS = _MOBS | _FIGHTERS
_OF_LAW = re.compile(r"arrest|apprehend|nab|jail|imprison|convict|sentenc|charg|aprehend|encarcel|captur|deten")


def _by_fighters(draft: Draft, doers: set[Role]) -> _Kind | None:
    """Tell what an armed group does from protest: a riot is an attack, a road block or a "paro armado" a checkpoint."""
    if draft.type is not EventType.PROTEST or not doers & _FIGHTERS:
        return None
    if draft.mode is Mode.RIOT:
        return _Kind(EventType.ASSAULT, Mode.FIREARMS if draft.trigger.sense in _CLASHES else Mode.DESTROY)
    return _Kind(EventType.COERCE, Mode.RESTRICT) if draft.mode in _OF_ROADS_AND_WORK else None


def _by_crowd(draft: Draft, doers: set[Role], *, is_splinter: bool) -> _Kind | None:
    """Tell what a crowd does: destruction and attacks are a riot, a building entered by force is occupied."""
    if draft.type is EventType.ASSAULT and draft.mode is Mode.CROWD_CONTROL and doers and doers <= _MOBS:
        return _Kind(EventType.ASSAULT, Mode.BEAT)
    if not doers <= (_MOBS if is_splinter else _CROWDS):
        return None
    if draft.type is EventType.ASSAULT and draft.mode is Mode.DESTROY and (doers or is_splinter):
        return _Kind(EventType.PROTEST, Mode.RIOT, Form.RIOT)
    if draft.trigger.sense in _ATTACKS and draft.trigger.is_verb and doers:
        return _Kind(EventType.PROTEST, Mode.RIOT, Form.RIOT)
    if draft.trigger.sense in _RAIDS and doers:
        return _Kind(EventType.PROTEST, Mode.OBSTRUCT, Form.OCCUPATION)
    return None


def _by_bombers(draft: Draft, doers: set[Role]) -> _Kind | None:
    """Tell petrol bombs that youths throw, a riot, from the bombs of an armed group."""
    is_petrol = draft.mode is Mode.EXPLOSIVES and _PETROL.search(fold(draft.trigger.text)) is not None
    return _Kind(EventType.PROTEST, Mode.RIOT, Form.RIOT) if is_petrol and doers and doers <= _MOBS else None


def _by_body(draft: Draft, doers: set[Role]) -> _Kind | None:
    """Tell "the embassy protested" from a protest of people."""
    is_plain = draft.type is EventType.PROTEST and draft.mode is Mode.DEMO and draft.form is None
    if (
        is_plain
        and doers
        and doers <= _BY_WORDS
        and draft.trigger.is_verb
        and _PROTESTING.match(fold(draft.trigger.text))
    ):
        return _Kind(EventType.ACCUSE, None)
    return None


def _rename_parts(draft: Draft, *, was_violent: bool) -> None:
    """Call those who take part by what the deed is now: perpetrator and victim, or actor and recipient."""
    is_violent = draft.type is EventType.ASSAULT
    if is_violent == was_violent:
        return
    parts = {ActorPart.ACTOR: ActorPart.PERPETRATOR, ActorPart.RECIPIENT: ActorPart.VICTIM}
    if was_violent:
        parts = {new: old for old, new in parts.items()}
    draft.actors = [dataclasses.replace(actor, part=parts.get(actor.part, actor.part)) for actor in draft.actors]
