"""Sentences in, the lists and tables of a bulletin out: "Heridos: 34", rows of numbers under a row of headings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from constancia.coding.claims.lexicon import FigureWords
from constancia.coding.claims.line import Line
from constancia.coding.story import Story
from constancia.model import PlaceValue, QuantityValue
from constancia.vocabulary import Measure, Modifier

_LONGEST = 160  # characters of a line of a list
_LABEL_WORDS = 8
_GAP = 2  # sentences between two items of one list
_NUMBER = r"\d{1,3}(?:[.,]\d{3})+(?!\d)|\d+"
_MARK = r"\s*(?:[-*•·–—>▪►|]\s*|\(?\d{1,2}[.)]\s+)?"
_ITEM = re.compile(
    rf"{_MARK}(?P<label>[^\W\d][^\d:;?!]{{2,80}}?)(?P<mark>\s*[:=]\s*|\s+[-–—|]\s+|\s+)"
    rf"(?:[^\W\d][\w ]{{1,22}}\s)?(?P<number>{_NUMBER})(?![\w%/:-]|[.,]\d)(?P<rest>.*)"
)
# "Killed since 6 May: 6".
_SINCE_ITEM = re.compile(
    rf"{_MARK}(?P<label>[^\W\d][^\d:;?!]{{2,60}}?)(?P<mark>\s+(?:since|desde|from|between|entre|al|as of|a partir)"
    rf"\s[^:;?!]{{2,50}}:\s*)(?P<number>{_NUMBER})(?![\w%/:-]|[.,]\d)(?P<rest>.*)"
)
_REST = re.compile(
    r"\s*(?:(?P<about>\(?(?:aprox\w*|approx\w*|estimad\w+|estimated|est)\.?\)?)|personas?|people|persons|casos|cases"
    r"|\|)?\s*(?:\([^)]*\))?\s*[.;,|]?\s*"
    r"(?:(?:including|among them|of whom|of them|incluid[oa]s?|incluyendo|entre (?:ell[oa]s|l[oa]s cuales))"
    r"\s[^.;:]*\.?\s*)?"
)
# What the rest of an item may end with.
_CLOSING = "".join(filter(str.isspace, map(chr, range(0x3001)))) + ".;,|"
_COUNTED = ("persona", "personas", "people", "persons", "casos", "cases")
_ABOUT = ("aprox", "approx", "est")
_ROW = re.compile(
    rf"\s*\|?\s*(?P<label>[^\d|]*?[^\s\d|])\s*(?P<cells>(?:[\s|]+(?:{_NUMBER}|[-–—]|n/?[da]|s/?d)(?=[\s|]|$)){{1,12}})"
    r"\s*\|?\s*"
)
_CELL = re.compile(rf"{_NUMBER}|(?<=[\s|])(?:[-–—]|n/?[da]|s/?d)(?=[\s|]|$)")
_RULE = re.compile(r"[\s|:+=_-]+")
_DIGIT = re.compile(r"\d")
_SENTENCE_ENDS = (".", ":", ";", "?", "!")


@dataclass(frozen=True, slots=True)
class Item:
    """A number that a label names: its line, its span and that of the label, what it counts and of which place."""

    line: Line
    start: int
    end: int
    label: tuple[int, int]
    value: QuantityValue
    measure: Measure
    place: PlaceValue | None = None
    is_total: bool = False
    is_of_row: bool = False


@dataclass(slots=True)
class Bulletin:
    """The items of lists and tables that stand together, and the first and the last sentence of them."""

    first: int
    last: int
    items: list[Item] = field(default_factory=list)


def find_bulletins(story: Story, lines: list[Line], words: FigureWords) -> list[Bulletin]:
    """Give the lists and tables of a text that tell at least two figures of ours."""
    found: list[Bulletin] = []
    columns: list[tuple[Measure | None, int, int]] = []
    for line in lines:
        if line.end - line.start > _LONGEST:
            columns = []
            continue
        folded = _folded(story, line)
        items = list(_rows(story, line, folded, columns, words)) if columns else []
        if not items and _may_end_item(folded):
            items = list(_listed(story, line, folded, words))
        if items:
            if not found or line.index - found[-1].last > _GAP:
                found.append(Bulletin(line.index, line.index))
            found[-1].items += items
            found[-1].last = line.index
        elif not _is_rule(line.folded) and not (columns and _ROW.fullmatch(folded)):
            columns = _columns(line, folded, words)
    return [each for each in found if len(each.items) > 1]


def _is_rule(folded: str) -> bool:
    """Tell a line of signs between rows from one of words."""
    return not folded[:1].isalnum() and _RULE.fullmatch(folded) is not None


def _listed(story: Story, line: Line, folded: str, words: FigureWords) -> Iterator[Item]:
    """Read "Personas detenidas: 1.445", "Heridos 34": a label that says what is counted, a number, and no more."""
    match = (_SINCE_ITEM.fullmatch(folded) or _ITEM.fullmatch(folded)) if _opens_label(folded, words) else None
    if match is None or not (rest := _REST.fullmatch(match["rest"])):
        return
    label = match["label"]
    if len(label.split()) > _LABEL_WORDS or words.giving.search(label):
        return
    named = _measure(label, words)
    if named is None or (not match["mark"].strip() and not label.endswith(named[1])):
        return
    start, end = line.start + match.start("number"), line.start + match.end("number")
    span = line.start + match.start("label"), line.start + match.end("label")
    value, start = _value(story, line, start, end)
    if rest["about"]:
        value = replace(value, low=None, high=None, modifier=Modifier.ABOUT)
    value = replace(value, noun=story.reading.text.text[span[0] : span[1]])
    yield Item(line, start, end, span, value, named[0])


def _may_end_item(folded: str) -> bool:
    """Tell whether a line ends as an item may; so few sentences of prose do that they need not be held against one."""
    tail = folded.rstrip(_CLOSING)
    if not tail or tail[-1] == ")" or tail[-1].isdecimal() or tail.endswith(_COUNTED):
        return True
    last = tail[tail.rfind(" ") + 1 :]
    return any(stem in last for stem in _ABOUT)


def _value(story: Story, line: Line, start: int, end: int) -> tuple[QuantityValue, int]:
    """Give the number as the reader understood it, "más de 30", and where its words begin."""
    for mention in story.mentions_in(line.index):
        if isinstance(mention.value, QuantityValue) and mention.end == end and mention.value.measure is not None:
            return mention.value, mention.start
        if isinstance(mention.value, QuantityValue) and mention.start <= start and end <= mention.end:
            return mention.value, mention.start
    return _exactly(story.reading.text.text[start:end]), start


def _folded(story: Story, line: Line) -> str:
    """Give the folded words of a line with its names and places in them."""
    return story.folded(line.index).replace("\n", " ")


def _exactly(digits: str) -> QuantityValue:
    number = int(re.sub(r"\D", "", digits))
    return QuantityValue(number, number, number, Modifier.EXACT)


def _measure(label: str, words: FigureWords) -> tuple[Measure, str] | None:
    """Give what a label says is counted, and the word that says it: the first of them."""
    if not _opens_label(label, words):  # so it is with most
        return None
    hits = [
        (match.start(), measure, match.group())
        for measure, pattern in words.nouns.items()
        for match in pattern.finditer(label)
    ]
    if not hits and label.rsplit(" ", 1)[-1] in _KILLED:
        return Measure.KILLED, label.rsplit(" ", 1)[-1]
    if hits:
        return None if words.families.search(label) else min(hits)[1:]
    damaged = words.damaged.search(label)
    if damaged is not None and words.goods.search(label):
        return Measure.PROPERTY, damaged.group()
    crowd = words.crowd.search(label) or words.taking_part.search(label)
    return (Measure.PARTICIPANTS, crowd.group()) if crowd is not None else None


def _opens_label(folded: str, words: FigureWords) -> bool:
    """Tell cheaply whether words may say what is counted."""
    return any(words.opens_label[word] or word in _KILLED for word in folded.split())


_KILLED = frozenset({"killed", "killed:"})


# ---------------------------------------------------------------- tables


def _columns(line: Line, folded: str, words: FigureWords) -> list[tuple[Measure | None, int, int]]:
    """Give what each column of a row of headings counts, None for what is nothing of ours; [] for no such row."""
    if line.figures or folded.rstrip().endswith(_SENTENCE_ENDS) or _DIGIT.search(folded):
        return []
    if "|" in folded:
        cells = [(match.start(), match.end()) for match in re.finditer(r"[^|]+", folded) if match.group().strip()]
        found = [(_measure(folded[start:end], words), start, end) for start, end in cells[1:]]
        columns = [(named[0] if named else None, line.start + start, line.start + end) for named, start, end in found]
    else:
        columns = list(_headings(line, folded, words))
    return columns if any(measure is not None for measure, _, _ in columns) else []


def _headings(line: Line, folded: str, words: FigureWords) -> Iterator[tuple[Measure | None, int, int]]:
    """Read the headings of columns whose borders are lost: each word that says what is counted, "total" at the end."""
    if not any(words.opens_noun[word] for word in folded.split()):  # so it is with most
        return
    hits = [
        (match.start(), match.end(), measure)
        for measure, pattern in words.nouns.items()
        for match in pattern.finditer(folded)
    ]
    for start, end, measure in sorted(hits):
        yield measure, line.start + start, line.start + end
    total = words.in_all.search(folded, max((end for _, end, _ in hits), default=0))
    if hits and total is not None:
        yield None, line.start + total.start(), line.start + total.end()


def _rows(
    story: Story, line: Line, folded: str, columns: list[tuple[Measure | None, int, int]], words: FigureWords
) -> Iterator[Item]:
    """Read a row of a table: as many numbers as there are columns, behind a label."""
    match = _ROW.fullmatch(folded)
    if match is None:
        return
    cells = list(_CELL.finditer(match.string, match.start("cells"), match.end("cells")))
    if len(cells) != len(columns):
        return
    is_total = bool(words.in_all.match(match["label"].strip(" |-")))
    place = _place_of(story, line, line.start + match.end("label"))
    for cell, (measure, start, end) in zip(cells, columns, strict=True):
        if measure is not None and cell.group()[0].isdecimal():
            at = line.start + cell.start(), line.start + cell.end()
            value = replace(_exactly(cell.group()), noun=story.reading.text.text[start:end].strip())
            yield Item(line, *at, (start, end), value, measure, place, is_total, is_of_row=True)


def _place_of(story: Story, line: Line, end: int) -> PlaceValue | None:
    """Give the place that a row is of, where its label names one."""
    for mention in story.mentions_in(line.index):
        if isinstance(mention.value, PlaceValue) and mention.end <= end:
            return mention.value
    return None
