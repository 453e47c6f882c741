"""A sentence in, those told of without a number out: one person in the singular, "both", nobody."""

from __future__ import annotations

import re
from functools import cache

from constancia.coding.claims.figures.openers import (
    ANOTHER,
    BOTH,
    MOST_BETWEEN,
    NEVER_BETWEEN,
    ONE,
    OWN_HAND,
    ZERO,
    opened,
)
from constancia.coding.claims.lexicon import FigureWords
from constancia.coding.claims.line import Figure, Line
from constancia.coding.number_words import words_for
from constancia.coding.story import Story
from constancia.coding.word_patterns import any_of
from constancia.coding.word_sets import words_of
from constancia.model import ActorValue, Mention, QuantityValue
from constancia.vocabulary import Modifier
from constancia.words.expressions import expression

_ARTICLE = {"en": "a|an|another|one", "es": "un|una|otro|otra"}
_DEFINITE = {"en": "the|his|her|their|this", "es": "el|la|su|este|esta"}
_OPENS = {language: frozenset(f"{_ARTICLE[language]}|{_DEFINITE[language]}".split("|")) for language in _ARTICLE}
_OF_SOMEBODY = re.compile(r"\s+(?:of|de|del)\s")
_AGED = r"\d+-year-old(?![\w-])"
_AGE_WORDS = re.compile(_AGED)
_BEFORE_NOUN = rf"(?:(?!(?:{'|'.join(sorted(NEVER_BETWEEN))})\s)[\w-]+,?\s+){{0,{MOST_BETWEEN}}}?"


def counts_nobody(line: Line, figure: Figure, words: FigureWords) -> bool:
    """Tell words for none or one that say nothing of how many there were.

    "No other injuries", "no serious injuries": none beside those told of, or none of a kind; "nobody knows how many
    died"; "none of the 12 held was charged"; "not one officer was hurt".
    """
    if figure.value.best == 1:
        return _NOT_ONE.search(line.words(figure.start - _TO_NOT, figure.start)) is not None
    if figure.value.best != 0:
        return False
    is_open = words.open_zero.search(line.words(figure.start, figure.end + _ELSE))
    behind = line.words(figure.start, line.end)
    return bool(is_open or _NOT_KNOWN.match(behind) or _OF_SO_MANY.match(behind))


_NOT_ONE = re.compile(r"\b(?:not|ni)(?: a single)? $")
_TO_NOT = 14  # characters
_OF_SO_MANY = re.compile(
    r"(?:none|ninguno|ninguna) (?:of the|of those|de l[oa]s) (?:\w+ )?"
    rf"(?:\d|{words_for(2, 10)})"
)
_NOT_KNOWN = re.compile(
    rf"(?:nobody|no one|none|nadie|ninguno|ninguna)(?:\s+[\w-]+){{0,3}}?\s+{any_of('singles', 'knows')}\b"
)


_ELSE = 6  # characters behind "nobody" in which "else" stands


def find_singles(story: Story, line: Line, words: FigureWords, said: int) -> list[Figure]:
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
            if not (match["noun"] in _KINDS and _OF_THING.match(line.folded, match.end()))
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
    found = [figure for figure in found if not _owns_it(line, figure)]
    if not found:
        return found
    taken = [(figure.start, figure.end) for figure in line.figures]
    kept: list[Figure] = []
    found = [figure for figure in found if not counts_nobody(line, figure, words)]
    for figure in sorted(found, key=lambda each: each.start):
        if all(figure.end <= start or end <= figure.start for start, end in taken):
            kept.append(figure)
            taken.append((figure.start, figure.end))
    return kept


# "Gunmen shot at the home of an activist", "balearon la casa de la dirigente": it befell the house.
OF_BELONGING = re.compile(rf"\b{any_of('singles', 'belongings')} (?:of|de|del|belonging to)(?: [\w-]+){{0,2}} ?$")
"""What stands right before whoever only owns the thing that it befell."""


def _owns_it(line: Line, figure: Figure) -> bool:
    before = line.words(figure.start - _TO_OWNER, figure.start)
    return (" of" in before or " de" in before or " to " in before) and bool(OF_BELONGING.search(before))


_TO_OWNER = 60  # characters


# "A man died and another was hurt": one whom no noun names.
_ANOTHER = re.compile(
    r"(?<![\w-])(?:another(?=\s+(?:(?:critically|seriously|badly|fatally)\s+)?(?:is|was|were|remain\w*|has been|"
    r"suffer\w*|sustain\w*|who was|wounded|injured|hurt|hospitali\w+|dead|died|killed|in (?:critical|serious|stable))\b"
    r")|otr[oa](?=\s+(?:resulto|quedo|fue|esta|murio|fallecio|permanece|sufrio|herid[oa]|lesionad[oa]|muert[oa])\b))"
)
# "His father's gun": it is not the father whom something befell; "the victim's death" is the victim's.
_OWNS = re.compile(rf"['’]s\s+(?:[\w-]+\s+)?(?:{any_of('singles', 'owned')}|{any_of('singles', 'belongings')})\b")
# "A private car", "a juvenile court": no private and no juvenile; "a juvenile shot by police" is one.
_KINDS = words_of("singles", "kinds")
_OF_THING = re.compile(rf"\s(?!{any_of('singles', 'behind_kind')}\b)[a-z]+\b(?!-)")
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
    return expression(rf"(?<![\w-]){article}(?P<noun>{one}(?:\s+{one})*|{_AGED}(?!\s+(?:[\w-]+\s+)?{one}))")


# "The mayor's curfew" befell no mayor; "the mayor's killing" did.
_OF_THEIR_HARM = re.compile(rf"['’]s\s+(?:[\w-]+\s+){{0,3}}?{any_of('singles', 'harm_of_one')}\b")


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
