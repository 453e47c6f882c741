"""Find the figures of a story: numbers that were read, one person told of in the singular, and "nobody"."""

from __future__ import annotations

import re
from functools import cache, partial

from constancia.coding.claims.figures.damaged_goods import damage_of
from constancia.coding.claims.figures.labels import is_label
from constancia.coding.claims.figures.no_count import is_no_count
from constancia.coding.claims.figures.no_person import is_no_person
from constancia.coding.claims.figures.openers import (
    ANOTHER,
    BOTH,
    MOST_BETWEEN,
    NOUN,
    ONE,
    OWN_HAND,
    ZERO,
    opened,
    openers,
)
from constancia.coding.claims.lexicon import FigureWords
from constancia.coding.claims.line import Figure, Line, line_of
from constancia.coding.story import Story
from constancia.model import ActorValue, DateValue, Mention, PlaceValue, QuantityValue
from constancia.vocabulary import Modifier, Role
from constancia.words import fold

_OF_THE = re.compile(r"\s+(?:of|de)\s+(?:the|its|his|her|their|our|l[ao]s|sus)\s+(?P<named>(?:[\w'-]+\s*){1,5})")
_ARTICLE = {"en": "a|an|another|one", "es": "un|una|otro|otra"}
_DEFINITE = {"en": "the|his|her|their|this", "es": "el|la|su|este|esta"}
_OPENS = {language: frozenset(f"{_ARTICLE[language]}|{_DEFINITE[language]}".split("|")) for language in _ARTICLE}
_ARTICLES = frozenset({"a", "an", "un", "una"})
_OF_SOMEBODY = re.compile(r"\s+(?:of|de|del)\s")
_AGED = r"\d+-year-old(?![\w-])"
_AGE_WORDS = re.compile(_AGED)
_BEFORE_NOUN = (
    r"(?:(?!(?:of|in|at|on|to|for|by|with|from|over|after|and|or|a|an|the|who|that|was|is|were|de|del|en|a|al|por|con|"
    rf"para|tras|y|e|o|un|una|el|la|los|las|que|fue|es)\s)[\w-]+,?\s+){{0,{MOST_BETWEEN}}}?"
)


def find_lines(story: Story, words: FigureWords) -> list[Line]:
    """Give every sentence that holds a figure or may take part in one, with its figures."""
    lines = []
    kinds_of = openers(story.reading.language)
    for index in range(len(story.reading.sentences)):
        line = line_of(story, index)
        said = 0
        for token in story.reading.sentences[index].tokens:
            said |= kinds_of[token.norm]
        if said & NOUN:
            line.folded = _without_names(story, line, words)
        mentions = story.mentions_in(index)
        named = [mention for mention in mentions if _is_name(mention)]
        line.figures = [_from_quantity(mention, index) for mention in mentions if _is_count(mention)]
        bodies = [mention for mention in mentions if _is_body(mention)]
        line.figures = [f for f in line.figures if not is_no_count(line, f, (named, bodies), words)]
        line.figures = [figure for figure in line.figures if not is_label(story, line, figure)]
        line.parse = partial(story.parse, index)
        for figure in line.figures:
            figure.damage = damage_of(line, figure, words)
        line.figures = [f for f in line.figures if f.damage or not is_of_things(line, f, words)]
        line.figures = [f for f in line.figures if f.damage or not _is_one_of_things(line, f, words)]
        line.figures = [f for f in line.figures if f.damage or not is_no_person(story, f, words)]
        for figure in line.figures:
            figure.is_bare = figure.is_bare or bool(words.giving.match(figure.noun))
        line.figures = [figure for figure in line.figures if not is_open_zero(line, figure, words)]
        line.figures += _singles(story, line, words, said)
        line.figures.sort(key=lambda figure: (figure.start, figure.end))
        line.figures = _without_appositions(line.figures)
        lines.append(line)
    return lines


def _without_appositions(figures: list[Figure]) -> list[Figure]:
    """Leave out what a name is told by: "el menor Elías Rojas" is one person."""
    named = {figure.start - 1 for figure in figures if figure.is_single and not figure.noun and figure.value.best == 1}
    return [figure for figure in figures if not (figure.is_single and figure.noun and figure.end in named)]


_CAPITAL_RUN = re.compile(r"[A-ZÁÉÍÓÚÑ][\w’'-]+(?: (?:(?:of|for|the|de|del|la|los|las|y|and) )*[A-ZÁÉÍÓÚÑ][\w’'-]+)+")


def _without_names(story: Story, line: Line, words: FigureWords) -> str:
    """Strike out the words of harm inside a name in mixed case: "Missing Voices Lakeside says seven"."""
    folded = line.folded
    raw = story.reading.text.text[line.start : line.end]
    if line.is_headline or raw.isupper() or not words.any_noun.search(folded):
        return folded
    for run in _CAPITAL_RUN.finditer(raw):
        for noun in words.any_noun.finditer(folded, run.start(), run.end()):
            folded = folded[: noun.start()] + "x" * (noun.end() - noun.start()) + folded[noun.end() :]
    return folded


def is_open_zero(line: Line, figure: Figure, words: FigureWords) -> bool:
    """Tell "no other injuries", "no serious injuries", "no one else": none beside those told of, or none of a kind."""
    if figure.value.best != 0:
        return False
    return bool(words.open_zero.search(line.words(figure.start, figure.end + _ELSE)))


_ELSE = 6  # characters behind "nobody" in which "else" stands


def _is_count(mention: Mention) -> bool:
    value = mention.value
    return isinstance(value, QuantityValue) and (value.low, value.high, value.best) != (None, None, None)


def _is_name(mention: Mention) -> bool:
    """Tell whether a mention is of a day, a place or somebody named: a number inside it counts nothing."""
    value = mention.value
    return isinstance(value, DateValue | PlaceValue) or (isinstance(value, ActorValue) and value.name is not None)


def _is_body(mention: Mention) -> bool:
    value = mention.value
    is_person = isinstance(value, ActorValue) and (value.is_private or value.role in _PERSONS or value.name is not None)
    return isinstance(value, ActorValue) and not is_person


_PERSONS = frozenset({Role.INDIVIDUAL, Role.CIVILIANS, Role.WOMEN, Role.STUDENTS})


def is_of_things(line: Line, figure: Figure, words: FigureWords) -> bool:
    """Tell whether a figure counts years, shots, homes: things that nothing befalls that we count.

    People come first: "180 personas prendieron velas" counts people, though candles stand behind.
    """
    if (figure.is_single and not figure.value.noun) or words.people.match(figure.noun):
        return False
    behind = line.after(figure).lstrip(" -")
    if any(pattern.match(figure.noun) or pattern.match(behind) for pattern in words.nouns.values()):
        return False
    return bool(words.things.search(figure.noun) or words.things.match(behind))


def _is_one_of_things(line: Line, figure: Figure, words: FigureWords) -> bool:
    """Tell "one of the loudest cries", "una de las consignas": one of what is named next, unless that is people."""
    named = _OF_THE.match(line.words(figure.end, line.end)) if figure.value.best == 1 else None
    kinds = (words.people, words.on_duty, words.crowd, words.one, *words.nouns.values(), *words.category.values())
    return named is not None and not any(kind.search(named.group("named")) for kind in kinds)


def _from_quantity(mention: Mention, sentence: int) -> Figure:
    value = mention.value
    assert isinstance(value, QuantityValue)  # noqa: S101 - told by _is_count
    is_article = value.best == 1 and (fold(mention.text) in _ARTICLES or not value.noun)
    return Figure(mention.start, mention.end, mention.text, sentence, value, is_article, is_bare=not value.noun)


def _singles(story: Story, line: Line, words: FigureWords, said: int) -> list[Figure]:
    """Give "a man", "una mujer", "Juan P., 19" and "nobody" where no number that was read stands.

    `said` tells what the words of the line may open.
    """
    found: list[Figure] = []
    may_be_one = said & ONE and words.one.search(line.folded)
    if may_be_one or ("year-old" in line.folded and _AGE_WORDS.search(line.folded)):
        pattern = _one_person(story.reading.language, words.one.pattern, is_headline=line.is_headline)
        found = [
            _single(story, line, match.start(), match.end("noun"), match)
            for match in opened(pattern, line, words, _OPENS[story.reading.language])
            if not (match.group("definite") and _is_no_victim(line, match, words))
            if not (_OWNS.match(line.folded, match.end()) or _NUMBERED.match(line.folded, match.end()))
        ]
    for kind, pattern in ((ANOTHER, _ANOTHER), (OWN_HAND, _OWN_HAND)):
        if said & kind:
            found += [_plain(_single(story, line, *match.span(), None)) for match in pattern.finditer(line.folded)]
    if said & ZERO:
        found += [_zero(story, line, match) for match in words.zero.finditer(line.folded)]
    if said & BOTH:
        found += [_both(story, line, match) for match in words.both.finditer(line.folded)]
    found += [
        _single(story, line, mention.start - line.start, mention.end - line.start, None)
        for mention in story.mentions_in(line.index)
        if isinstance(mention.value, ActorValue) and mention.value.is_private and mention.value.name
        if not _is_owner(line, mention)
    ]
    if not found:
        return found
    taken = [(figure.start, figure.end) for figure in line.figures]
    kept: list[Figure] = []
    found = [figure for figure in found if not is_open_zero(line, figure, words)]
    for figure in sorted(found, key=lambda each: each.start):
        if all(figure.end <= start or end <= figure.start for start, end in taken):
            kept.append(figure)
            taken.append((figure.start, figure.end))
    return kept


# "A man died and another was hurt": one whom no noun names.
_ANOTHER = re.compile(
    r"(?<![\w-])(?:another(?=\s+(?:(?:critically|seriously|badly|fatally)\s+)?(?:is|was|were|remain\w*|has been|"
    r"suffer\w*|sustain\w*|who was|wounded|injured|hurt|hospitali\w+|dead|died|killed|in (?:critical|serious|stable))\b"
    r")|otr[oa](?=\s+(?:resulto|quedo|fue|esta|murio|fallecio|permanece|sufrio|herid[oa]|lesionad[oa]|muert[oa])\b))"
)


# "His father's gun": it is not the father whom something befell; "the victim's death" is the victim's.
_OWNS = re.compile(
    r"['’]s\s+(?:[\w-]+\s+)?(?:guns?|pistol|rifle|shotgun|handgun|weapon|car|truck|vehicle|home|house|apartment|room|"
    r"bedroom|phone|property|bed|bag|purse|pocket|room|name|arms|lap)\b"
)


_NUMBERED = re.compile(r"\s+(?:numero|n[°º]\.?|nro\.?|number|no\.|#)\s*\d")  # "la víctima número 23": no count of one


# "Shot his wife before turning the gun on himself", "la mató y luego se suicidó".
_OWN_HAND = re.compile(
    r"(?:turn(?:ed|ing|s)|us(?:ed|ing)) the (?:gun|weapon|rifle|pistol|handgun|shotgun) on (?:him|her)self\b"
    r"|(?<=\band )(?:then )?(?:himself|herself)\b|(?<=\bthen )(?:himself|herself)\b"
    r"|(?<=\bbefore )(?:killing|shooting) (?:himself|herself)\b|(?<=\bbefore )taking (?:his|her) own life\b"
    r"|(?<=\bthen )(?:killed|shot|shooting|killing) (?:himself|herself)\b|(?<=\bthen )took (?:his|her) own life\b"
    r"|(?<=\bluego )se (?:suicido|mato|quito la vida|disparo)\b|(?<=\bdespues )se (?:suicido|mato|quito la vida)\b"
    r"|(?<=\bantes de )(?:suicidarse|matarse|quitarse la vida)\b"
)


def is_own_hand(line: Line, figure: Figure) -> bool:
    """Tell whoever died by their own hand: the words themselves are the figure."""
    at = figure.start - line.start
    # Where no such words begin, the sentence need not be searched.
    return bool(_OWN_HAND.match(line.folded, at)) and any(at == one.start() for one in _OWN_HAND.finditer(line.folded))


def _plain(figure: Figure) -> Figure:
    """Give one whom no name or article makes known."""
    figure.is_already_known = False
    return figure


def _is_owner(line: Line, mention: Mention) -> bool:
    """Tell "Castro's forces": it is not Castro whom something befell."""
    return line.words(mention.end, mention.end + 2) == "'s"


@cache
def _one_person(language: str, one: str, *, is_headline: bool) -> re.Pattern[str]:
    """Compile what finds one person told of in the singular; headlines leave the article out."""
    article = rf"(?:(?:{_ARTICLE[language]})|(?P<definite>(?:{_DEFINITE[language]})))\s+{_BEFORE_NOUN}"
    if is_headline:
        article = rf"(?:{article}|(?<=^){_BEFORE_NOUN}|(?<=kills )|(?<=shoots )|(?<=dead, )|(?<=mata a ))"
    return re.compile(rf"(?<![\w-]){article}(?P<noun>{one}(?:\s+{one})*|{_AGED}(?!\s+(?:[\w-]+\s+)?{one}))")


# "The mayor's curfew" befell no mayor; "the mayor's killing" did.
_OF_THEIR_HARM = re.compile(
    r"['’]s\s+(?:[\w-]+\s+){0,3}?(?:deaths?|killing|murder|assassination|execution|shooting|slaying|lynching|stabbing|beating|"
    r"bod(?:y|ies)|corpse|remains|arrest|detention|capture|abduction|kidnapping|disappearance|injur(?:y|ies)|wounds?|"
    r"skull|head|leg|arm|eye|condition)\b"
)


def _is_no_victim(line: Line, match: re.Match[str], words: FigureWords) -> bool:
    """Tell "la Policía" (a body) and "the sister of Rosa M., murdered on …" (whose? not the sister) from a victim."""
    if match.group("noun") in words.not_with_the or _OF_SOMEBODY.match(line.folded, match.end()):
        return True
    return line.folded.startswith(("'s ", "’s "), match.end()) and not _OF_THEIR_HARM.match(line.folded, match.end())


def _single(story: Story, line: Line, start: int, end: int, match: re.Match[str] | None) -> Figure:
    text = story.reading.text.text[line.start + start : line.start + end]
    value = QuantityValue(1, 1, 1, Modifier.EXACT, match.group("noun") if match else None)
    is_known = match is None or bool(match.group("definite")) or bool(_BODY_OF.search(line.folded[:start]))
    return Figure(
        line.start + start, line.start + end, text, line.index, value, is_single=True, is_already_known=is_known
    )


# "The body of a man was found" tells of one dead and of no deed: he counts where an attack is told.
_BODY_OF = re.compile(r"\b(?:cuerpo|cadaver|restos|body|corpse|remains)(?: sin vida)? (?:de|of) $")


def _both(story: Story, line: Line, match: re.Match[str]) -> Figure:
    """Read "both men were killed" as two."""
    start, end = line.start + match.start(), line.start + match.end()
    value = QuantityValue(2, 2, 2, Modifier.EXACT, match.group("who"))
    return Figure(start, end, story.reading.text.text[start:end], line.index, value)


def _zero(story: Story, line: Line, match: re.Match[str]) -> Figure:
    start, end = line.start + match.start(), line.start + match.end()
    value = QuantityValue(0, 0, 0, Modifier.EXACT, None)
    return Figure(start, end, story.reading.text.text[start:end], line.index, value, is_single=True)
