"""Find who gives a figure, and who passes it on (codebook, A1 to A5)."""

from __future__ import annotations

import itertools
import re

from constancia.coding.claims.lexicon import FigureWords
from constancia.coding.claims.line import Figure, Line
from constancia.coding.claims.placed import Placed
from constancia.coding.claims.speakers.bodies import named_at, role_of_words
from constancia.coding.claims.speakers.closing import closing_speaker, is_said_in_all
from constancia.coding.claims.speakers.givers import RELATIVE, giver_of
from constancia.coding.claims.speakers.introducing import introducer
from constancia.coding.claims.speakers.no_speaker import OURS, may_speak
from constancia.coding.story import Story
from constancia.coding.word_patterns import any_of
from constancia.model import ActorValue, Mention, Span, Speaker, SpeakerValue

_REACH = 60
_ARTICLE = 12
# "police said six and, according to the union, eleven": whoever is named behind these gives the next figure.
_OF_THE_NEXT = re.compile(r";|\b(?:and|but|while|y|e|pero|mientras|aunque)\b")
_GOES_ON = re.compile(r"^[^;:.]{0,60}?\b(?:y|e|and)\b(?: que| that)?[^;:.,]{0,25},?\s?$")
# "The network said it had counted 40": the speaker is named right before.
_PRONOUNS = frozenset({"it", "they", "he", "she", "él", "ella", "ellos", "ellas"})
# "40.000 según los gremios y 12.000 para la policía": right behind a bare number.
_IN_THE_EYES = re.compile(rf",?\s+para\s+(?=(?:el|la|los|las|{any_of('bodies', 'ministries')})\b)")
# "By the reckoning of this newspaper's reporter": the outlet itself (A1).
_OURS = re.compile(OURS)
_RELATIVE = re.compile(r"[^,;:.()]{0,20}?\s(?:that|which|que)\s+")


def find_speakers(
    story: Story, line: Line, figure: Figure, words: FigureWords
) -> tuple[Speaker | None, Speaker | None]:
    """Give (according_to, via): the innermost whose words hold the figure, and whoever reports those words."""
    quoted = [m for m in story.quoted() if _holds(m, figure) and may_speak(story, line, m, words)]
    quoted.sort(key=_length)
    speakers = [_from_quotation(story, line, mention, words) for mention in quoted]
    for giver in (giver_of(story, line, figure, words), _named_behind(story, line, figure, words)):
        if giver is not None and all(giver.start != speaker.start for speaker in speakers):
            speakers.insert(0, giver)
    speakers = [each for each in speakers if each.text not in _PRONOUNS] or speakers
    if not speakers:
        return _taken_over(story, line, words), None
    first = speakers[0]
    others = (other for other in speakers[1:] if (other.role, other.name) != (first.role, first.name))
    second = next((other for other in others if not _is_held_against(line, figure, other)), None)
    return first, second


def _is_held_against(line: Line, figure: Figure, speaker: Speaker) -> bool:
    """Tell "16, the prefect said, while lawyers speak of 25": the prefect passes nothing on of the 25."""
    start, end = speaker.start or 0, speaker.end or 0
    between = line.words(min(end, figure.end), max(start, figure.start))
    return _CONTRAST.search(between) is not None


_CONTRAST = re.compile(r";|,\s(?:y|e|and|aunque|pero|mientras|si bien|but|while|although|though|whereas)\b")


def _holds(mention: Mention, figure: Figure) -> bool:
    value = mention.value
    return (
        isinstance(value, SpeakerValue)
        and value.content is not None
        and (value.content.start < figure.end <= value.content.end)
    )


def _length(mention: Mention) -> int:
    value = mention.value
    assert isinstance(value, SpeakerValue)  # noqa: S101 - told by _holds
    assert value.content is not None  # noqa: S101 - told by _holds
    return value.content.end - value.content.start


def _from_quotation(story: Story, line: Line, mention: Mention, words: FigureWords) -> Speaker:
    value = mention.value
    assert isinstance(value, SpeakerValue)  # noqa: S101 - told by _holds
    source = value.source
    role = value.speaker_role
    actor = _actor_in(story, source.start, source.end) if role is None else None
    if line.verbs_between(source.start, source.end):
        source = _before_verb(story, line, source)
    if role is None:
        role = actor.value.role if actor is not None and isinstance(actor.value, ActorValue) else None
    if role is None:
        role = role_of_words(story, source.text, words)
    return Speaker(role, value.name, source.text, source.start, source.end)


_ASIDE_AT_END = re.compile(
    rf"\s*,?(?:\s+{RELATIVE}\b.*)?\s*$",
    re.DOTALL,
)


def _before_verb(story: Story, line: Line, source: Span) -> Span:
    """Give who stands before a source's own verb: of "Mayor Renner, who walked along,", "Ombudsman corrects: six"."""
    parse = story.parse(line.index)
    verb = next(
        (parse.words[verb.first].start for verb in parse.verbs if parse.words[verb.first].start > source.start), 0
    )
    if not source.start < verb < source.end:
        return source
    text = _ASIDE_AT_END.sub("", story.reading.text.text[source.start : verb])
    return Span(source.start, source.start + len(text), text)


def _actor_in(story: Story, start: int, end: int) -> Mention | None:
    for mention in story.reading.mentions:
        if isinstance(mention.value, ActorValue) and start <= mention.start and mention.end <= end:
            return mention
    return None


def _named_behind(story: Story, line: Line, figure: Figure, words: FigureWords) -> Speaker | None:
    """Read "19 people who, according to the ombudsman, were held": whoever is named right behind the figure."""
    zone = line.after(figure)[:_REACH]
    match = words.according_to.search(zone) or (_IN_THE_EYES.match(zone) if figure.is_bare else None)
    if match is None or _OF_THE_NEXT.search(zone[: match.start()]):
        return _named_in_relative(story, line, figure, words)
    at = _behind_verb(line, figure.end + match.end(), words)
    return _actor_at(story, line, at) or (None if _is_ours(line, at) else named_at(story, line, at, words))


def _behind_verb(line: Line, at: int, words: FigureWords) -> int:
    """Give where whoever speaks is named in "según constató la Policía": behind the verb."""
    rest = line.words(at, line.end)
    begin = len(rest) - len(rest.lstrip())
    verb = words.giving.match(rest, begin)
    return at + verb.end() if verb is not None and rest[verb.end() : verb.end() + 1] == " " else at


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


def _carry_over(line: Line, speakers: dict[int, tuple[Speaker | None, Speaker | None]]) -> None:
    """Give a figure without a speaker that of the figure before it, where only "and" and a few words stand between.

    "She said that seven people had died and that the injured numbered 140": both are hers (A3). Keys are `id()`.
    """
    for earlier, later in itertools.pairwise(line.figures):
        known, unknown = speakers.get(id(earlier)), speakers.get(id(later))
        if known is None or unknown is None or known[0] is None or unknown[0] is not None:
            continue
        if _GOES_ON.search(line.words(earlier.end, later.start)):
            speakers[id(later)] = known


def _taken_over(story: Story, line: Line, words: FigureWords) -> Speaker | None:
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
    _carry_over(line, speakers)
    closing = closing_speaker(story, line, words) if any(first is None for first, _ in speakers.values()) else None
    for key, each in placed.items():
        if closing is not None and speakers[key][0] is None and is_said_in_all(line, each.figure, closing):
            speakers[key] = _from_quotation(story, line, closing, words), None
    for key, each in placed.items():
        whole = speakers.get(id(each.whole)) if each.whole else None
        each.speakers = speakers[key] if speakers[key][0] is not None or whole is None else whole
