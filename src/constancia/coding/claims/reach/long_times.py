"""A figure of harm in its sentence in, the year or run of months it was counted over out: "51 murders in 2023"."""

from __future__ import annotations

import datetime as dt
import re

from constancia.coding.claims.lexicon import FigureWords
from constancia.coding.claims.line import Figure, Line
from constancia.coding.story import Story
from constancia.model import DateValue, Mention
from constancia.vocabulary import Precision, TimexType
from constancia.words import fold

_LONG = dt.timedelta(days=31)
_SO_FAR = re.compile(
    r"(?:so far )?this year|(?:this |the )?year to date|(?:en lo que va d)?el ano|(?:en lo que va de )?este ano"
)
_MANY = 50  # of so many who died in a year, no one deed is told
_RUN = frozenset({Precision.WINDOW, Precision.MONTH})
_DAYS = frozenset({Precision.DAY, Precision.WEEK, *_RUN})
# Nouns that tell of more than one deed.
_DEEDS = re.compile(
    r"\b(?:murders|killings|homicides|assassinations|executions|massacres|arrests|detentions|abductions|kidnappings|"
    r"disappearances|deaths|fatalities|lynchings|attacks|shootings|asesinatos|homicidios|ejecuciones|masacres|muertes|"
    r"detenciones|arrestos|secuestros|desapariciones|feminicidios|femicidios|ataques|linchamientos)\b"
)


def counted_over(story: Story, line: Line, figure: Figure, words: FigureWords) -> Mention | None:
    """Give the time over which many deeds were counted: a run of months, or a year with many dead or deeds in it.

    "In 1987 police shot three strikers" tells of one deed, whose day is not told.
    """
    dates = [each for each in story.dates_in(line.index) if _is_date(each)]
    if figure.is_single or not dates or any(_is_of_days(each) for each in dates):
        return None
    for each in dates:
        if _precision(each) in _RUN and _is_long(each):
            return each
        if _precision(each) is Precision.YEAR and (
            _SO_FAR.fullmatch(fold(each.text)) or _tells_of_many(line, figure, words)
        ):
            return each
    return None


def is_counted_up_to(story: Story, line: Line, figure: Figure) -> bool:
    """Tell "recorded 822 murders up to August 5" from what was done on a day."""
    behind = line.words(figure.start, figure.end) + line.after(figure)
    if figure.is_single or _DEEDS.search(behind.split(",", 1)[0]) is None:
        return False
    dates = (each for each in story.dates_in(line.index) if _is_date(each) and each.start >= figure.end)
    return any(_UP_TO.search(line.words(figure.end, each.start)) for each in dates)


_UP_TO = re.compile(r"\b(?:up to|through|as of|as at|until|till|to|hasta|al) (?:the |el |el dia )?$")


def _tells_of_many(line: Line, figure: Figure, words: FigureWords) -> bool:
    behind = line.words(figure.start, figure.end) + line.after(figure)
    if _DEEDS.search(behind.split(",", 1)[0]) or words.everywhere.search(line.folded):
        return True
    value = figure.value
    return max((each for each in (value.low, value.best, value.high) if each is not None), default=0) >= _MANY


def _is_date(mention: Mention) -> bool:
    value = mention.value
    return isinstance(value, DateValue) and value.type is TimexType.DATE and value.from_ is not None


def _is_of_days(mention: Mention) -> bool:
    """Tell a day, a week or one month, in which one deed may have been done."""
    return _precision(mention) in _DAYS and not _is_long(mention)


def _precision(mention: Mention) -> Precision | None:
    value = mention.value
    return value.precision if isinstance(value, DateValue) else None


def _is_long(mention: Mention) -> bool:
    value = mention.value
    if not isinstance(value, DateValue) or value.from_ is None or value.to is None:
        return False
    return value.to - value.from_ > _LONG
