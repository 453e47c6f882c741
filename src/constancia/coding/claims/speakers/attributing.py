"""Find who gives a figure, and who passes it on (codebook, A1 to A5)."""

from __future__ import annotations

import itertools
import re

from constancia.coding.claims.lexicon import FigureWords
from constancia.coding.claims.line import Figure, Line
from constancia.coding.claims.measures.put_forward import ROUGHLY
from constancia.coding.claims.placed import Placed
from constancia.coding.claims.speakers.bodies import bodies_in, named_at, role_of_words, subject_of
from constancia.coding.claims.speakers.introducing import introducer
from constancia.coding.clauses.forms import singulars
from constancia.coding.deeds.lexicon import lexicon
from constancia.coding.story import Story
from constancia.model import ActorValue, DateValue, Mention, PlaceValue, Speaker, SpeakerValue
from constancia.vocabulary import Role
from constancia.words import fold

# These are who was counted more often than who counts; alone before "said" or "counted" they still may speak.
_SELDOM_SPEAK = frozenset({Role.CROWD, Role.UNIDENTIFIED_ARMED})
_COUNTED = frozenset({Role.PRISONERS, Role.CIVILIANS, Role.CROWD, Role.INDIVIDUAL, Role.MIGRANTS})
_REACH = 60
_MARKS = re.compile(r"[;!?]")
# A count that is raised or lowered stands far behind whoever does it: "lowered its count of people injured in … to 27".
_REVISED_REACH = 120
_ARTICLE = 12
# "police said six and, according to the union, eleven": whoever is named behind these gives the next figure.
_OF_THE_NEXT = re.compile(r";|\b(?:and|but|while|y|e|pero|mientras|aunque)\b")
_GOES_ON = re.compile(r"^[^;:.]{0,60}?\b(?:y|e|and)\b(?: que| that)?[^;:.,]{0,25}$")
_GAPPED = re.compile(r"^\s*(?:,|:|of|de|at|por|con|a|,? ?(?:says?|dice|habla de|speaks of|claims?|insists on)|en)\s*$")
# "Our volunteers have treated 41": whoever speaks gives the figure.
_OWN = re.compile(r"\b(?:our|my|nuestr[oa]s?|mis?)\s+(?:[\w-]+\s+)?$")
_COLON = re.compile(r"^\s*[:,]\s*$")
# "40.000 según los gremios y 12.000 para la policía": right behind a bare number.
_IN_THE_EYES = re.compile(r",?\s+para\s+(?=(?:el|la|los|las)\b)")
# "By the reckoning of this newspaper's reporter": the outlet itself (A1).
_OURS = re.compile(r"(?:this|our|its own|est[ea]|nuestr[oa]s?)\b")
# "The network, which called the vigil, put attendance at 400": what stands between two commas tells who it is.
_INSERTED = re.compile(r"^\s*,[^,;.:]{3,80},\s")
_RELATIVE = re.compile(r"[^,;:.()]{0,20}?\s(?:that|which|que)\s+")


def find_speakers(
    story: Story, line: Line, figure: Figure, words: FigureWords
) -> tuple[Speaker | None, Speaker | None]:
    """Give (according_to, via): the innermost whose words hold the figure, and whoever reports those words."""
    quoted = [
        m
        for m in story.quoted()
        if _holds(m, figure)
        and not (_is_sum(line, m) or _is_accused(m) or _is_deed(story, m) or _is_when_or_where(story, m))
    ]
    quoted.sort(key=_length)
    speakers = [_from_quotation(story, mention, words) for mention in quoted]
    for giver in (_giver(story, line, figure, words), _named_behind(story, line, figure, words)):
        if giver is not None and all(giver.start != speaker.start for speaker in speakers):
            speakers.insert(0, giver)
    if not speakers:
        return taken_over(story, line, words), None
    first = speakers[0]
    second = next((other for other in speakers[1:] if (other.role, other.name) != (first.role, first.name)), None)
    return first, second


def _holds(mention: Mention, figure: Figure) -> bool:
    value = mention.value
    return (
        isinstance(value, SpeakerValue)
        and value.content is not None
        and (value.content.start < figure.end <= value.content.end)
    )


def _is_sum(line: Line, mention: Mention) -> bool:
    """Tell what a colon sums up ("nine people: five civilians, three officers") from who speaks behind it."""
    value = mention.value
    assert isinstance(value, SpeakerValue)  # noqa: S101 - told by _holds
    is_colon = value.cue is not None and value.cue.text == ":"
    return is_colon and any(figure.start == value.source.start for figure in line.figures)


def _is_accused(mention: Mention) -> bool:
    """Tell whom others accuse, "the army was accused of killing three", from who speaks."""
    value = mention.value
    assert isinstance(value, SpeakerValue)  # noqa: S101 - told by _holds
    return value.cue is not None and bool(_ACCUSED.match(fold(value.cue.text)))


_ACCUSED = re.compile(
    r"(?:is|are|was|were|been|being|stands?|fue|fueron|es|son|sido|est[ao]n?|eran?)\s(?:\w+\s)?"
    r"(?:accused|blamed|charged|suspected|faulted|acusad|senalad|imputad|responsabilizad|sindicad|incriminad|culpad)"
)


def _is_deed(story: Story, mention: Mention) -> bool:
    """Tell what only a deed brought about, "the strike ended with seven dead", and a bare "the" from who speaks."""
    value = mention.value
    assert isinstance(value, SpeakerValue)  # noqa: S101 - told by _holds
    words = [word for word in _WORD.findall(value.source.text) if fold(word) not in _ARTICLES]
    if not words:
        return bool(value.source.text.strip())
    language = story.reading.language or "en"
    nouns = lexicon(language).nouns
    return words[0].islower() and any(key in nouns for key in singulars(fold(words[0]), language)) and not value.name


def _is_when_or_where(story: Story, mention: Mention) -> bool:
    """Tell a day or a town before a colon or a verb of counting, "Dhaka: 38 dead", "las últimas horas", from a body."""
    value = mention.value
    assert isinstance(value, SpeakerValue)  # noqa: S101 - told by _holds
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


def _length(mention: Mention) -> int:
    value = mention.value
    assert isinstance(value, SpeakerValue)  # noqa: S101 - told by _holds
    assert value.content is not None  # noqa: S101 - told by _holds
    return value.content.end - value.content.start


def _from_quotation(story: Story, mention: Mention, words: FigureWords) -> Speaker:
    value = mention.value
    assert isinstance(value, SpeakerValue)  # noqa: S101 - told by _holds
    source = value.source
    role = value.speaker_role
    if role is None:
        actor = _actor_in(story, source.start, source.end)
        role = actor.value.role if actor is not None and isinstance(actor.value, ActorValue) else None
    if role is None:
        role = role_of_words(story, source.text, words)
    return Speaker(role, value.name, source.text, source.start, source.end)


def _actor_in(story: Story, start: int, end: int) -> Mention | None:
    for mention in story.reading.mentions:
        if isinstance(mention.value, ActorValue) and start <= mention.start and mention.end <= end:
            return mention
    return None


def _giver(story: Story, line: Line, figure: Figure, words: FigureWords) -> Speaker | None:
    """Read "the hospital counted 21", "Interior ministry: five dead", "and the Front, 45,000"."""
    if _is_named_next(line, figure, words):
        return None
    whole = line.words(line.start, figure.start)
    zone = _MARKS.split(whole)[-1]
    at = figure.start - len(zone)
    actors = [
        Speaker(mention.value.role, mention.value.name, mention.text, mention.start, mention.end)
        for mention in story.mentions_in(line.index)
        if isinstance(mention.value, ActorValue) and at <= mention.start and mention.end <= figure.start
    ]
    actors += bodies_in(story, line, at, figure.start, words)
    for actor in sorted(actors, key=_end, reverse=True):
        between = line.words(_end(actor), figure.start)
        reach = _REVISED_REACH if words.revised.search(between) else _REACH
        if len(between) > reach or actor.role in _SELDOM_SPEAK or _OWN.search(line.words(line.start, actor.start or 0)):
            continue
        rough = ROUGHLY.match(line.words(figure.start, figure.end))  # "police estimated 15,000" is one figure
        between = _INSERTED.sub(" ", between)
        gives = words.giving.search(between + rough[0] if rough else between) and not _is_another_clause(between)
        told = figure.is_bare and _COLON.match(between) and not _is_counted(line, actor)
        heads = _COLON.match(between) and ":" in between
        is_gapped = figure.is_bare and actor.role not in _COUNTED and bool(_GAPPED.match(between))
        is_gapped = is_gapped and _speaks_after_another(line, figure, actor) and not _is_counted(line, actor)
        if gives or told or heads or is_gapped:
            return actor
    return subject_of(story, line, figure, words)


def _is_named_next(line: Line, figure: Figure, words: FigureWords) -> bool:
    """Tell whether right behind the figure whoever gives it is named: "15,000 según A, 90,000 según B"."""
    return words.according_to.match(line.after(figure).lstrip()) is not None


def _end(speaker: Speaker) -> int:
    return speaker.end or 0


def _named_behind(story: Story, line: Line, figure: Figure, words: FigureWords) -> Speaker | None:
    """Read "19 people who, according to the ombudsman, were held": whoever is named right behind the figure."""
    zone = line.after(figure)[:_REACH]
    match = words.according_to.search(zone) or (_IN_THE_EYES.match(zone) if figure.is_bare else None)
    if match is None or _OF_THE_NEXT.search(zone[: match.start()]):
        return _named_in_relative(story, line, figure, words)
    at = figure.end + match.end()
    return _actor_at(story, line, at) or (None if _is_ours(line, at) else named_at(story, line, at, words))


def _named_in_relative(story: Story, line: Line, figure: Figure, words: FigureWords) -> Speaker | None:
    """Read "the twelve dead that the diocese reports", "los doce muertos que la diócesis denuncia"."""
    match = _RELATIVE.match(line.after(figure))
    if match is None:
        return None
    at = figure.end + match.end()
    verb = words.giving.match(line.words(at, line.end))
    if verb is not None:
        return _actor_at(story, line, at + verb.end())
    speaker = _actor_at(story, line, at)
    if speaker is None or speaker.end is None:
        return None
    return speaker if words.giving.match(line.words(speaker.end, line.end).lstrip()) else None


def _actor_at(story: Story, line: Line, at: int) -> Speaker | None:
    if _is_ours(line, at):
        return None
    for mention in story.mentions_in(line.index):
        if isinstance(mention.value, ActorValue) and at <= mention.start <= at + _ARTICLE:
            return Speaker(mention.value.role, mention.value.name, mention.text, mention.start, mention.end)
    return None


def _is_ours(line: Line, at: int) -> bool:
    return bool(_OURS.match(line.words(at, line.end).lstrip()))


def carry_over(line: Line, speakers: dict[int, tuple[Speaker | None, Speaker | None]]) -> None:
    """Give a figure without a speaker that of the figure before it, where only "and" and a few words stand between.

    "She said that seven people had died and that the injured numbered 140": both are hers (A3). Keys are `id()`.
    """
    for earlier, later in itertools.pairwise(line.figures):
        known, unknown = speakers.get(id(earlier)), speakers.get(id(later))
        if known is None or unknown is None or known[0] is None or unknown[0] is not None:
            continue
        if _GOES_ON.search(line.words(earlier.end, later.start)):
            speakers[id(later)] = known


def _speaks_after_another(line: Line, figure: Figure, actor: Speaker) -> bool:
    """Tell whether an actor stands between two figures: "the ministry speaks of five, and the Front of ten"."""
    return any(other.end <= (actor.start or 0) for other in line.figures if other.end <= figure.start)


def _is_counted(line: Line, actor: Speaker) -> bool:
    """Tell "five civilians, three officers": who was counted right before speaks of nobody."""
    start, end = actor.start or 0, _end(actor)
    return any(other.start <= start <= other.end + 1 or start <= other.start < end for other in line.figures)


def _is_another_clause(between: str) -> bool:
    return "." in between or between.count(",") > 1


def taken_over(story: Story, line: Line, words: FigureWords) -> Speaker | None:
    """Give the speaker of the sentence before where a verb of giving has a pronoun or no subject (A3).

    "Añadió que …", "También reportó …", "He put the number at …".
    """
    opening = _OPENING[story.reading.language or "en"].match(line.folded)
    if not line.index or opening is None or words.giving.match(line.folded, opening.end()) is None:
        return None
    sentence = story.reading.sentences[line.index - 1]
    if sentence.is_headline:
        return None
    said = [
        mention
        for mention in story.mentions_in(line.index - 1)
        if isinstance(mention.value, SpeakerValue) and mention.value.speaker_role is not None
    ]
    value = said[-1].value if said else None
    if not isinstance(value, SpeakerValue):
        return None
    return Speaker(value.speaker_role, value.name, value.source.text, value.source.start, value.source.end)


_OPENING = {
    "es": re.compile(
        r"(?:(?:tambien|ademas|asimismo|igualmente|por otro lado|por su parte|luego|posteriormente|segun|ella|el|ellos|"
        r"ellas),? )*(?:lo |la |los |las |se )?"
    ),
    "en": re.compile(
        r"(?:(?:also|later|then|separately|earlier|in addition),? )?(?:he|she|they) (?:(?:also|later|then) )?"
    ),
}


def set_speakers(story: Story, line: Line, placed: dict[int, Placed], words: FigureWords) -> None:
    """Give each figure whoever gives it; a part without a speaker takes its whole's."""
    speakers = {key: find_speakers(story, line, each.figure, words) for key, each in placed.items()}
    if placed and all(speaker is None for speaker, _ in speakers.values()):
        speaker = introducer(story, line, words)
        speakers = dict.fromkeys(speakers, (speaker, None))
    carry_over(line, speakers)
    for key, each in placed.items():
        whole = speakers.get(id(each.whole)) if each.whole else None
        each.speakers = speakers[key] if speakers[key][0] is not None or whole is None else whole
