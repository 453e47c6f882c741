"""Tell what a reader took for a speaker, and gives no figure: a sum, a deed, a day, a town, whoever is accused."""

from __future__ import annotations

import re

from constancia.coding.claims.lexicon import FigureWords
from constancia.coding.claims.line import Line
from constancia.coding.claims.speakers.bodies import HARMED
from constancia.coding.clauses.forms import singulars
from constancia.coding.deeds.lexicon import lexicon
from constancia.coding.drafts.policing import spoken_verbs
from constancia.coding.story import Story, Trigger
from constancia.coding.word_patterns import any_of
from constancia.coding.word_sets import words_of
from constancia.model import DateValue, Mention, PlaceValue, Span, SpeakerValue
from constancia.vocabulary import EventType
from constancia.words import fold

# "This newspaper", "un conteo propio de este diario", "the reckoning of our reporter": the outlet itself (A1).
OURS = (
    r"(?:(?:(?:an?|the|un|una|el|la|los|las)\s+)?(?:own\s+)?(?:count|tally|reckoning|estimate|survey|conteo|recuento|calculo|computo"
    r"|estimacion|relevamiento|sondeo|registro)s?\s+(?:propi[oa]s?\s+)?(?:hech[oa]s?\s+|made\s+)?(?:of|by|de|por)\s+)?"
    r"(?:this|our|its own|est[ea]|nuestr[oa]s?)\b"
)
_OUTLET = re.compile(
    OURS
    + r"\s+(?:newspaper|paper|reporter|reporters|correspondent|agency|website|magazine|outlet|station|channel|newsroom"
    r"|diario|medio|periodico|redaccion|agencia|semanario|revista|portal|reportero|reporteros|corresponsal|enviad[oa]|cronista"
    r"|emisora|radio|canal|equipo)\b"
)
_ARTICLE = 12  # characters before a name


def may_speak(story: Story, line: Line, mention: Mention, words: FigureWords) -> bool:
    """Tell whether a quotation's source may give its figure: no sum, deed, day, town or accused."""
    value = mention.value
    assert isinstance(value, SpeakerValue)  # noqa: S101 - told by who asks
    return not (
        _is_nobody(value)
        or _only_thinks(value)
        or _is_sum(line, value)
        or _is_counted(line, value)
        or _is_accused(value)
        or _judges(value)
        or _is_estimate(value)
        or _is_outlet(value)
        or _is_deed(story, value)
        or _is_verb(value, words)
        or _protests(story, value)
        or _is_when_or_where(story, value)
        or _heads_with_deed(story, line, value, words)
    )


def _is_nobody(value: SpeakerValue) -> bool:
    """Tell "nobody acknowledged the killing" from somebody who did."""
    return fold(value.source.text).strip() in _NOBODY


_NOBODY = frozenset({"no one", "nobody", "none", "neither", "nadie", "ninguno", "ninguna"})


def _only_thinks(value: SpeakerValue) -> bool:
    """Tell "forty men who opposed the deal" from "the doctors, who said": what one is for or against is no figure."""
    cue = fold(value.cue.text).split() if value.cue is not None else []
    return bool(cue) and fold(value.source.text).strip() in _RELATIVES and _FOR_OR_AGAINST.match(cue[-1]) is not None


_RELATIVES = frozenset({"who", "that", "which", "que", "quien", "quienes"})
_FOR_OR_AGAINST = re.compile(rf"{any_of('no_speaker', 'takes_sides')}$")


def _heads_with_deed(story: Story, line: Line, value: SpeakerValue, words: FigureWords) -> bool:
    """Tell a deed before a colon, "Police fire on crowd: 12 dead", from who speaks, "Ombudsman corrects count: six"."""
    start, cue = value.source.start, value.cue
    end = cue.end if cue is not None else start
    triggers = (draft.trigger for draft in story.drafts)
    if cue is None or not (cue.text == ":" or any(_is_cue(trigger, cue) for trigger in triggers)):
        return False
    said = line.words(start, end)
    if words.giving.search(said) or words.revised.search(said):
        return False
    parse = story.parse(line.index)
    verbs = [verb for verb in parse.verbs if start <= parse.words[verb.head].start < end]
    spoken = spoken_verbs(story.reading.language or "en")
    if any(verb.lemma in spoken or verb.lemma in _REVISES for verb in verbs):
        return False
    opens = _opens_low(story, value.source, _WORD.findall(value.source.text))
    return bool(verbs) or any(start - opens < draft.trigger.start < end for draft in story.drafts)


_REVISES = words_of("no_speaker", "revises")  # "La Defensoría corrige a la baja: ocho muertos"


def _is_cue(trigger: Trigger, cue: Span) -> bool:
    """Whether a verb of saying is what names a deed: "Students take over the rectorate"."""
    return trigger.is_verb and trigger.start < cue.end and cue.start < trigger.end


def _is_sum(line: Line, value: SpeakerValue) -> bool:
    """Tell what a colon sums up ("nine people: five civilians, three officers") and "Dead: two" from who speaks."""
    is_colon = value.cue is not None and value.cue.text == ":"
    if not is_colon:
        return False
    source = value.source
    is_label = any(figure.governor == (source.start, source.end) for figure in line.figures)
    return is_label or any(figure.start == source.start for figure in line.figures)


def _is_counted(line: Line, value: SpeakerValue) -> bool:
    """Tell those counted, "los heridos verificados llegan a 58", a count, "un total de", and how a deed ended."""
    if value.cue is None:
        return False
    said, source = fold(value.cue.text), fold(value.source.text)
    if _ENDS.fullmatch(said):
        return True
    is_told_of = value.source.end <= value.cue.start and _TOLD_OF.fullmatch(said) is not None
    if is_told_of and HARMED.fullmatch(source):
        return True
    opens = any(figure.start == value.source.start for figure in line.figures)
    return opens and (is_told_of or source.startswith(_SUMS))


_TOLD_OF = re.compile(r"(?:no )?\w+[ai]d[oa]s?")
# "La marcha de portuarios termina con 31 detenidos": how it ended, which nobody says.
_ENDS = re.compile(r"(?:termin|culmin|conclu|finaliz|acab)(?:a|an|o|aron|y[oe]|yeron|ye|yen)|end(?:s|ed)|conclude[sd]?")
_SUMS = ("un total de", "a total of", "el total de")


def _is_accused(value: SpeakerValue) -> bool:
    """Tell whom others accuse, "the army was accused of killing three", from who speaks."""
    return value.cue is not None and bool(_ACCUSED.match(fold(value.cue.text)))


_ACCUSED = re.compile(
    r"(?:is|are|was|were|been|being|stands?|fue|fueron|es|son|sido|est[ao]n?|eran?)\s(?:\w+\s)?"
    r"(?:accused|blamed|charged|suspected|faulted|acusad|senalad|imputad|responsabilizad|sindicad|incriminad|culpad)"
)


def _judges(value: SpeakerValue) -> bool:
    """Tell a court's own act, "imputó a 16 por los saqueos, donde hubo 45 detenidos", from words of who speaks."""
    return value.cue is not None and _JUDGES.fullmatch(fold(value.cue.text)) is not None


_JUDGES = re.compile(rf"{any_of('no_speaker', 'judges')}")


def _is_estimate(value: SpeakerValue) -> bool:
    """Tell "según estimaciones preliminares", "by some estimates", of nobody named, from who speaks (A1)."""
    return bool(_ESTIMATE.fullmatch(fold(value.source.text)))


_ESTIMATE = re.compile(
    r"(?:(?:the|some|several|various|most|many|early|first|initial|preliminary|unofficial|rough|independent|conservative|local|"
    r"las|los|algun[oa]s|divers[oa]s|primer[oa]s|vari[oa]s)\s)*"
    r"(?:estimates?|reckonings?|calculations?|guesses|estimaciones|estimados|calculos|conteos|proyecciones|aproximaciones)"
    r"(?:\s(?:preliminares|extraoficiales|no oficiales|independientes|iniciales|conservador[ae]s|aproximad[oa]s))*"
)


def _is_outlet(value: SpeakerValue) -> bool:
    return bool(_OUTLET.match(fold(value.source.text)))


def _protests(story: Story, value: SpeakerValue) -> bool:
    """Tell who marches over a count, "students protested at the arrest of six", from who gives it."""
    cue = value.cue
    return cue is not None and any(
        draft.type is EventType.PROTEST and draft.trigger.is_verb and _is_cue(trigger, cue)
        for draft in story.drafts
        for trigger in (draft.trigger, *draft.echoes)
    )


def _is_verb(value: SpeakerValue, words: FigureWords) -> bool:
    """Tell the "said" of "volunteers said", where "volunteers" was taken for the verb, from who speaks."""
    return words.giving.fullmatch(fold(value.source.text)) is not None


def _is_deed(story: Story, value: SpeakerValue) -> bool:
    """Tell what only a deed brought about, "the strike ended with seven dead", and a bare "the" from who speaks."""
    words = [word for word in _WORD.findall(value.source.text) if fold(word) not in _ARTICLES]
    if not words:
        return bool(value.source.text.strip())
    is_placed = words[0].islower() and words[1:2] != [] and words[1] in _BEHIND_DEED  # "a rally outside the High Court"
    if not is_placed and (value.name or not (words[0].islower() or _opens_low(story, value.source, words))):
        return False
    language = story.reading.language or "en"
    keys = singulars(fold(words[0]), language)
    return any(key in lexicon(language).nouns or key in _HAPPENS for key in keys)


def _opens_low(story: Story, source: Span, words: list[str]) -> bool:
    """Tell "Paro nacional: 40 held" from "Marcha Patriótica: 40": a sentence's first word has a capital in any case."""
    is_first = any(each.start == source.start for each in story.reading.sentences)
    is_low = all(word.islower() for word in words[1:]) or (len(words) > 1 and words[1] in _WHERE)
    return is_first and source.text.startswith(words[0]) and is_low


# "Clashes between farmers and herders in Benue", "Tiroteo en Arica"
_WHERE = frozenset(
    {"between", "in", "at", "on", "near", "against", "outside", "entre", "en", "contra", "ante", "cerca"}
)
_BEHIND_DEED = _WHERE | {"by", "of", "over", "before", "for", "por", "de", "frente", "a", "tras", "after"}


_HAPPENS = words_of("no_speaker", "happens")  # "El operativo terminó con 40 detenidos"


def _is_when_or_where(story: Story, value: SpeakerValue) -> bool:
    """Tell a day or a town before a colon or a verb of counting, "Dhaka: 38 dead", "las últimas horas", from a body."""
    source = value.source
    if value.speaker_role is not None:
        return False
    return any(
        isinstance(each.value, DateValue | PlaceValue)
        and each.start <= source.end
        and source.start <= each.start
        and each.end >= source.end - 1
        and each.start - source.start <= _ARTICLE
        for each in story.reading.mentions
    )


_WORD = re.compile(r"[^\W\d_]+")
_ARTICLES = frozenset({"the", "a", "an", "el", "la", "los", "las", "un", "una", "unos", "unas"})
