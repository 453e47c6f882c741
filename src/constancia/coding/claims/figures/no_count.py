"""A number in its sentence in, whether it counts nobody out: an age, an hour, a day of the month, a number dialled."""

from __future__ import annotations

import re

from constancia.coding.claims.figures.numbered_names import is_numbered_name
from constancia.coding.claims.figures.other_counts import is_of_another_count
from constancia.coding.claims.lexicon import FigureWords
from constancia.coding.claims.line import Figure, Line
from constancia.coding.claims.word_kinds import HARM_NOUN, ONE, PEOPLE, SOMEONE, opened_at
from constancia.coding.number_words import words_for
from constancia.coding.word_patterns import any_of
from constancia.model import ActorValue, Mention, PlaceValue
from constancia.vocabulary import Modifier
from constancia.words import fold
from constancia.words.memory import WordMemory

# "Juan P., 19, murió": a number between commas behind a word is an age.
_NAME_THEN = re.compile(r"[a-z.]\S*,\s+(?:de\s+)?$")
_WHO_IS = re.compile(r"\s*,\s+(?:who|whose|quien|cuy[oa])\b")  # "the minister, 73, who fled"
_END_OF_AGE = re.compile(r"\s*(?:[,;.)]|$|(?:and|y)\s+\d{1,3}\s*[,;.)])")
_NAME_THEN_ONE = re.compile(r"[a-z.]\S*,\s+\d{1,3}\s+(?:and|y)\s+$")  # "her nieces, 12 and 15,"
# "Juan P. (19)", "Rosa M. (41, vendedora)", "Ana (22 años)": a number in brackets behind a name is an age.
_NAME_THEN_BRACKET = re.compile(r"(?P<word>[^\s()]+)\s+\((?:aged |de )?$")
_IS_ONE = re.compile(r"\b(?:an?|one|another|the|un|una|otr[oa]|el|la) [\w-]+ \($")  # "one woman (57)"
_END_OF_BRACKET = re.compile(r"\s*(?:\)|,\s*[a-z]|/\s*[mfh]\b|(?:anos?|years?|yrs?)\b)")
# "At 1340 GMT", "at approximately 1600": the hour of a day.
_HOUR = re.compile(r"(?:approximately |about |around )?(?:[01]\d|2[0-3])[0-5]\d(?: hours| hrs)?")
_DIGITS_OF_HOUR = 4
_AT_HOUR = re.compile(r"\b(?:at|by|until|till|since|before|after|from|between|around|to|and)\s+$")
_ZONE = re.compile(r"\s*(?:gmt|utc|hours|hrs|local|est|edt|cst|z)\b")
_COUNTER = re.compile(rf"\b(?:{any_of('no_count', 'counters')}|no\.?|n[°º]\.?)\s*$")
# "Called 911", "llamaron al 105": a number that is dialled.
_CALLED = re.compile(rf"\b{any_of('no_count', 'dialled')}\s*$")
# "Pérdidas por 80 millones", "a loss of 3,000,000": money, though no coin is named.
_LOSS = re.compile(
    rf"\b{any_of('no_count', 'loss')}\b(?:\s+[a-z]+){{0,3}}?\s+(?:por|de|of|worth|at|en|to)\s+(?:[a-z]+\s+){{0,2}}$"
)
_MUCH = 10_000
_EMERGENCY = frozenset({"911", "999", "112", "110", "105", "123", "119", "190", "133", "100", "101"})
_NEVER_A_TOLL = frozenset({"911", "999"})  # the others count people oftener, unless somebody calls them
# "22 more than on Monday" is no count of its own, nor is "el 27", a day whose month was said before.
_MORE_THAN = re.compile(r"\s+(?:more|fewer|less|mas|menos)\s+(?:than|que)\b")
_ELIDED_DAY = re.compile(r"\b(?:el|al|del)\s+$")
_DAYS = 31
_OLDEST = 110
_AGES = re.compile(r"\b(?:aged|ages?(?: of)?|as (?:young|old) as|edad(?:es)?)\s*,?\s*(?:de|from|entre|desde)?\s*$")
# "El domingo 14 hubo …": a day; "el domingo 14 personas …": people.
_WEEKDAY = re.compile(r"\b(?:lunes|martes|miercoles|jueves|viernes|sabado|domingo)\s+$")
# "Set off at ten", "calm until four"; a count is put, or stands, at its number.
_HOURS = 12
_CLOCK = re.compile(r"\b(?:at|until|till|shortly after|shortly before|just after|just before|around)\s+$")
_PUT_AT = re.compile(rf"\b{any_of('no_count', 'put_at')}\b")
# "Nine in ten lecturers", "tres de cada cinco": a share, and no count.
_SHARE = re.compile(rf"\s*(?:in|out of|of every|in every|de cada)\s+(?:\d+|every|{words_for(2, 10)}|a hundred|cien)\b")
_OF_A_SHARE = re.compile(rf"\b(?:\d+|{words_for(1, 9)})\s+(?:in|out of|of every|in every|de cada)\s+$")
_ENDS_SHARE = ("in", "of", "every", "cada")
# "Six in ten struck, the union said; the government said that it was two".
_SHARE_TOLD = re.compile(r"\b(?:de cada|out of every|in every|in) (?:diez|cien|10|100|ten|a hundred)\b")
_LARGEST_SHARE = 10
_PERCENT = re.compile(
    r"\s*(?:%|per ?cent\b|por ciento\b|(?:[a-z]+ )?(?:por cada|per|for every|out of every) (?:cien|mil|\d))"
)
_ASKED = re.compile(r"\b(?:how|cuant[oa]s?)\s*$")
_FROM = re.compile(r"\b(?:from|de)\s*$")
_IN_A = re.compile(r"\b(?:en|durante|tras|in|during|after|amid)\s+$")  # "died in a shooting" counts no one more
_WENT_FROM = re.compile(r"pas(?:o|aron|a|an) de\b")  # "pasó de 31 a 44"
_UP_FROM = re.compile(r"(?:up|down) from\b")
_TO = re.compile(r"\s+(?:\w+\s+)?(?:to|a)\s+\w")


# "Ages 8, 10, 14 and 15", "$10", "9 mm", "709 Elm Street", "Dec. 31", "image 8 of 8", "a 911 call".
_AGES_ON = re.compile(
    r"\b(?:aged|ages?(?: of)?|edad(?:es)?)\s*,?:?\s*(?:de|from|entre|desde)?\s*"
    r"(?:[\w-]+(?:\s*,\s*|\s+(?:and|y|or|o|to|a)\s+|\s*,\s*(?:and|y)\s+))+$"
)
# "Un menor de 12": somebody young, and no number below 12.
_MINOR_OF = re.compile(r"menor(?:es)? de\b")
_SOMEBODY = re.compile(r"\b(?:un|una|el|la|los|las|del|al|otr[oa]s?|est[eao]s?|dos|tres|cuatro|cinco|\d+)\s+$")
# "A woman of 52", "boys of 14 and 16", "una niña de 9".
_WHO_OF = re.compile(r"\b(?P<who>[\w'-]+),?\s+(?:of|de)\s+(?:\d{1,3}(?:,|\s+(?:and|y|e|or|o))\s+)*$")
_MONEY = re.compile(r"(?:[$¢£¥৳₠-₿]|\bs/\.?|\busd|\bus\$)\s*$")
_SIZE = re.compile(
    r"['’]s\b|\s*counts?\s+(?:each\s+)?of\b|\s*cargos?\s+de\b|\s*(?:y/o|yrs?\b|years? old)"
    r"|\s*-?\s*(?:mm|millimet\w+|milimetros|cal\b|calib\w+|gauge|gun ?shots?\b|shots? (?:rang|were fired)|-?members?\b)"
)
_NAME = (
    r"(?!(?:block|people|person|men|women|children|at|in|on|of|from|near|by|along|across|and|or|to|a|the)\b)[\w.'-]+"
)
_ADDRESS = re.compile(rf"\s+(?:[nsew]\.?\s+)?{_NAME}(?:\s+{_NAME}){{0,2}}?\s+{any_of('no_count', 'streets')}\b(?!-)")
_NUMBERED = re.compile(
    rf"\b{any_of('no_count', 'numbered')}\.?\s*$|\b{any_of('no_count', 'pictures')}\s*(?:\d+ (?:of|de)\s*)?$"
)
_ALARM = re.compile(r"\s+(?:call|caller|dispatch|tape|operator|emergency|llamada)")
_WOUND = re.compile(
    rf"\s+(?:to|in|on|en|a)\s+(?:the|his|her|their|el|la)\s+(?:\w+\s+)?{any_of('no_count', 'wounded_at')}\b"
)


_COUNTED = PEOPLE | ONE | HARM_NOUN


def _is_of_a_thing(figure: Figure, before: str, after: str, words: FigureWords) -> bool:
    """Tell a price, a calibre, an address, a page, an emergency number or a wound from a count of people."""
    behind = after.lstrip()
    if words.begins[figure.noun] & _COUNTED:
        return False
    may_be_someone = opened_at(behind, words.opens) & SOMEONE
    if may_be_someone and any(kind.match(behind) for kind in (words.people, words.one, words.any_noun)):
        return False
    if _SIZE.match(after) or (_may_say(before) and (_MONEY.search(before) or _NUMBERED.search(before))):
        return True
    if figure.text in _EMERGENCY and (_ALARM.match(after) or (figure.is_bare and figure.text in _NEVER_A_TOLL)):
        return True
    if figure.is_bare and _WOUND.match(after):
        return True
    return figure.text.isdecimal() and bool(_ADDRESS.match(after)) and not figure.noun.endswith("s")


def is_no_count(line: Line, figure: Figure, actors: tuple[list[Mention], list[Mention]], words: FigureWords) -> bool:
    """Tell a number inside a name, an age ("Juan P., 19,"), "how many" and the old value of "from 29 to 27".

    `actors` are the days, places and people that are named, and the bodies that are not.
    """
    if any(mention.start < figure.end and figure.start < mention.end for mention in actors[0]):
        return True
    before, after = line.words(line.start, figure.start), line.words(figure.end, line.end)
    may_say = _may_say(before)
    if _is_share(figure, before, after) or _MORE_THAN.match(after) or (may_say and _AGES.search(before)):
        return True
    if is_numbered_name(figure, before, after) or is_of_another_count(figure, before, after):
        return True
    if (figure.is_bare and _AGES_ON.search(before)) or _is_of_a_thing(figure, before, after, words):
        return True
    if figure.text.isdecimal() and (figure.value.noun or "").istitle() and figure.noun in words.months:
        return True  # "avenida 10 de Agosto"
    return (
        _is_of_a_parent(figure, before, after)
        or _is_age(line, figure, (before, after), actors)
        or _is_age_of(figure, before, words)
        or ("(" in before and _is_age_in_brackets(figure, before, after, actors, words))
        or (figure.is_bare and bool(words.aged.search(before)) and bool(_END_OF_AGE.match(after)))
        or _is_hour_in_figures(figure, before, after)
        or (may_say and bool(_COUNTER.search(before) or _ASKED.search(before)))
        or (figure.is_bare and (figure.value.best or 0) >= _MUCH and bool(_LOSS.search(before)))
        or (figure.text in _EMERGENCY and bool(_CALLED.search(before)))
        or (may_say and bool(_WEEKDAY.search(before)) and _is_day_of_month(figure, after, words))
        or (may_say and bool(_FROM.search(before) and _TO.match(after)))
        or (figure.is_single and bool(_IN_A.search(before)))
        or _is_where_it_came_from(figure, after)
        or (figure.is_bare and _is_numbered_by_words(figure, before, words))
        or (bool(_NO_MORE_THAN.search(before)) and bool(_FORBIDS.search(line.folded)))
    )


def _is_share(figure: Figure, before: str, after: str) -> bool:
    """Tell "40 %", "nine in ten lecturers", "tres de cada cinco" from a count."""
    return bool(
        _PERCENT.match(after)
        or _SHARE.match(after)
        or (before.rstrip().endswith(_ENDS_SHARE) and _OF_A_SHARE.search(before))
        or (figure.is_bare and (figure.value.best or _MUCH) <= _LARGEST_SHARE and bool(_SHARE_TOLD.search(before)))
    )


# "Banning the assembly of five or more persons": nobody assembled.
_NO_MORE_THAN = re.compile(rf"\b{any_of('no_count', 'gathered')}\s+(?:of|de)\s+(?:more than |over |mas de )?$")
_FORBIDS = re.compile(rf"\b{any_of('no_count', 'forbids')}\b")


def _may_say(before: str) -> bool:
    """Tell cheaply whether the word before a number is one of those that say what it numbers; so it is with few."""
    tail = before.rstrip()
    return _SAYS[tail[tail.rfind(" ") + 1 :]]


# How the words end that the patterns of ages, money, numbered things, weekdays and "how many" end with.
_ENDINGS = re.compile(
    r"(?:[^\w\s]|[°º]|usd|as|aged|ages?|edad(?:es)?|of|de|from|entre|desde|no|how|cuant[oa]s?|"
    rf"{any_of('no_count', 'numbered')}|{any_of('no_count', 'pictures')}|{any_of('no_count', 'counters')}|"
    r"lunes|martes|miercoles|jueves|viernes|sabado|domingo)$"
)
_SAYS = WordMemory(lambda word: _ENDINGS.search(word) is not None)


def _is_where_it_came_from(figure: Figure, after: str) -> bool:
    """Tell the old value of "up from 27" and "pasó de 31 a 44"."""
    said = fold(figure.text)
    return bool(_UP_FROM.match(said)) or bool(_WENT_FROM.match(said) and _TO.match(after))


def _is_of_a_parent(figure: Figure, before: str, after: str) -> bool:
    """Tell the children that tell who a person is, "a father of three", "madre de dos hijos", from people hit."""
    child = _CHILDREN.match(figure.noun)
    if not (figure.is_bare or child) or not _PARENT.search(before):
        return False
    return not _BEFELL.match((figure.noun[child.end() :] if child else "") + after)


_PARENT = re.compile(
    rf"\b(?:{any_of('no_count', 'parents')}\s+(?:of|de|con|with)"
    r"|(?:survived by|le sobreviven|le sobrevivian|casad[oa]|married)(?:\s+(?:y|and))?"
    r"(?:\s+(?:con|with|padre de|madre de))?)\s+(?:[a-z]+\s+y\s+)?$"
)
_CHILDREN = re.compile(rf"(?:[a-z]+ )?{any_of('no_count', 'children')}\b")
_BEFELL = re.compile(rf"\s*(?:who (?:was|were|had been) |que (?:fue|fueron) )?{any_of('no_count', 'befell')}")


def _is_age(line: Line, figure: Figure, beside: tuple[str, str], actors: tuple[list[Mention], list[Mention]]) -> bool:
    """Tell "Juan P., 19," and "her son, nine," from "the government, five." and from "y en Tarija, 12".

    Bodies have no age, nor has a town that opens a clause; `beside` is what stands before and behind the number.
    """
    before, after = beside
    if not (figure.is_bare and _is_young(figure) and (_NAME_THEN.search(before) or _NAME_THEN_ONE.search(before))):
        return False
    if not _END_OF_AGE.match(after):
        return False
    if _WHO_IS.match(after):
        return True
    if any(0 < figure.start - mention.end <= len(", ") for mention in actors[1]):
        return False
    towns = (each for each in actors[0] if isinstance(each.value, PlaceValue))
    return not any(
        0 < figure.start - town.end <= len(", ") and _IN_TURN.search(line.words(line.start, town.start))
        for town in towns
    )


_IN_TURN = re.compile(
    r"(?:[,;:]\s+|\b(?:y|e|and|while|mientras(?: que)?)\s+)(?:en|in|at)(?: el| la| los| las| the)?\s+$"
)


def _is_age_of(figure: Figure, before: str, words: FigureWords) -> bool:
    """Tell "a woman of 52" and "un menor de 12" from "a group of 52"."""
    if _MINOR_OF.match(fold(figure.text)) and _SOMEBODY.search(before):
        return True
    match = _WHO_OF.search(before) if figure.is_bare and _is_young(figure) else None
    return match is not None and any(
        kind.fullmatch(match["who"]) for kind in (words.one, words.people, *words.category.values())
    )


def _is_age_in_brackets(
    figure: Figure, before: str, after: str, actors: tuple[list[Mention], list[Mention]], words: FigureWords
) -> bool:
    """Tell "Juan P. (19)" from the dead of "Lagos (7)" and from "soldiers (3)"."""
    match = _NAME_THEN_BRACKET.search(before) if _is_young(figure) else None
    if match is None or not _END_OF_BRACKET.match(after):
        return False
    kinds = (words.people, words.on_duty, *words.nouns.values(), *words.done_to.values())
    if _IS_ONE.search(before) and words.one.fullmatch(match["word"]):
        return True
    if any(kind.fullmatch(match["word"]) for kind in kinds) or match["word"].isdecimal():
        return False
    told = [*actors[1], *(each for each in actors[0] if not isinstance(each.value, ActorValue))]
    return not any(0 < figure.start - each.end <= len(" (") for each in told)


def _is_young(figure: Figure) -> bool:
    best = figure.value.best
    return figure.value.modifier is Modifier.EXACT and best is not None and best <= _OLDEST


def _is_day_of_month(figure: Figure, after: str, words: FigureWords) -> bool:
    """Tell the day of "el martes 18 movilización" from the people of "el domingo 14 personas"."""
    best = figure.value.best
    is_day = figure.text.isdecimal() and best is not None and best <= _DAYS
    kinds = (words.people, words.one, words.on_duty, *words.nouns.values())
    behind = after.lstrip()
    return figure.is_bare or (is_day and not any(kind.match(figure.noun) or kind.match(behind) for kind in kinds))


def _is_hour_in_figures(figure: Figure, before: str, after: str) -> bool:
    """Tell the hour of a day, written in four digits, from a number."""
    if len(figure.text) < _DIGITS_OF_HOUR or not _HOUR.fullmatch(fold(figure.text).replace("\n", " ")):
        return False
    return bool(_ZONE.match(" " + figure.noun)) or (
        figure.is_bare and bool(_AT_HOUR.search(before) or _ZONE.match(after))
    )


def _is_numbered_by_words(figure: Figure, before: str, words: FigureWords) -> bool:
    """Tell a bare number that only names something: a minute, a clause, an hour, a street, a day of the month."""
    if words.labelled.search(before):
        return True
    best = figure.value.best
    is_hour = figure.value.modifier is Modifier.EXACT and best is not None and best <= _HOURS
    if is_hour and _CLOCK.search(before) and not _PUT_AT.search(before):
        return True
    is_day = figure.value.modifier is Modifier.EXACT and best is not None and best <= _DAYS and figure.text.isdecimal()
    return is_day and bool(_ELIDED_DAY.search(before))
