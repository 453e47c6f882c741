"""What a page states and shows of its date to the day of publication, how finely it is known, and how it was found."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from lxml.etree import XPath
from lxml.html import HtmlElement

from constancia.extract.addresses import path_of
from constancia.extract.blocks import Block
from constancia.extract.dateline import PLACE_NAME, dateline_of
from constancia.extract.html_tree import Stated, type_names
from constancia.extract.page_parts import has_role, kind_words
from constancia.extract.written_dates import DayOrder, WrittenDate, find_dates, line_without, make_day, read_iso
from constancia.vocabulary import Precision
from constancia.words import fold, load_lexicon

_MAX_DATE_LINE = 160
_MAX_WORDS_BESIDE = 9  # "By A. Writer and B. Writer, Staff Reporters" beside the date; a sentence has more
_META_NAMES = (
    "article:published_time", "og:article:published_time", "article.published", "datepublished", "date", "dc.date",
    "dc.date.issued", "dcterms.created", "dcterms.date", "dcterms.issued", "pubdate", "publishdate", "publish_date",
    "publish-date", "published", "published_date", "published_time", "publication_date", "publication-date",
    "article:publication_date", "sailthru.date", "parsely-pub-date", "cxenseparse:recs:publishtime", "bt:pubdate",
    "date.created", "datecreated", "displaydate", "created", "citation_publication_date", "article_date_original",
    "originalpublicationdate", "ptime", "fecha", "og:published_time", "release_date",
)  # fmt: skip
_DATED = XPath("//*[@itemprop='datePublished' or @pubdate or @property] | //time[@datetime]")
_NAMES = {"datePublished", "dateCreated", "issued"}
_URL_DAY = re.compile(
    r"/((?:19|20)\d{2})[/-]?(\d{2}|\d(?=/))[/-]?(\d{2}|\d(?=/))(?=[/_.-]|$)|[-_/]((?:20)\d{2})-(\d{2})-(\d{2})(?=[/_.-]|$)"
)
_URL_MONTH = re.compile(r"/((?:19|20)\d{2})[/-](\d{1,2})(?=/)")


@dataclass(frozen=True, slots=True)
class Published:
    """The day of publication, how finely it is known and how it was found; all None when it could not be told."""

    day: dt.date | None = None
    precision: Precision | None = None
    how: str | None = None


@dataclass(frozen=True, slots=True)
class DateClues:
    """Where else the date of a page may stand, and what is needed to read it.

    `told` is what a feed or sitemap said, `opening` the first paragraph, whose dateline may hold it.
    """

    url: str
    fetched_on: dt.date
    order: DayOrder
    told: dt.date | None = None
    opening: str = ""


def find_published(stated: Stated | None, near_title: Sequence[Block], clues: DateClues) -> Published:
    """Find the day of publication; what lies after the day of fetching is not believed, and `how` says so."""
    shown = _shown(near_title, clues.order)
    distrusted: str | None = None
    for candidate in _candidates(stated, shown, clues):
        if candidate.day is not None and candidate.day > clues.fetched_on + dt.timedelta(days=1):
            distrusted = distrusted or f"{candidate.how} gives {candidate.day}, after the page was fetched"
            continue
        if distrusted is None:
            return candidate
        return Published(candidate.day, candidate.precision, f"{candidate.how} ({distrusted})")
    return Published(None, None, f"none trusted: {distrusted}" if distrusted else None)


def _candidates(stated: Stated | None, shown: list[Published], clues: DateClues) -> Iterator[Published]:
    days_shown = {found.day for found in shown}
    if stated is not None:
        for how, value in _stated_values(stated):
            read = _read_stated(value, clues.order)
            if read is None:
                continue
            day, is_utc = read
            beside = {day - dt.timedelta(days=1), day + dt.timedelta(days=1)} & days_shown
            if is_utc and day not in days_shown and len(beside) == 1:
                yield Published(beside.pop(), Precision.DAY, "visible-text")  # the local day of a time given in UTC
            yield Published(day, Precision.DAY, how)
    yield from (found for found in shown if found.precision is Precision.DAY)
    dateline = _of_dateline(clues)
    if dateline is not None:
        yield Published(dateline, Precision.DAY, "dateline")
    if clues.told is not None:
        yield Published(clues.told, Precision.DAY, "feed")
    by_url = _from_url(clues.url)
    if by_url.precision is Precision.DAY:
        yield by_url
    yield from (found for found in shown if found.precision is not Precision.DAY)
    if by_url.day is not None:
        yield by_url


def _stated_values(stated: Stated) -> Iterator[tuple[str, str]]:
    for thing in sorted(stated.linked_data, key=_is_article, reverse=True):
        value = thing.get("datePublished")
        if isinstance(value, str):
            yield "json-ld", value
    for name in _META_NAMES:
        value = stated.metas.get(name)
        if value:
            yield "meta", value
    yield from (("time-element", value) for value in _time_elements(stated.tree))


def _is_article(thing: dict[str, object]) -> bool:
    return not kind_words("article_types").isdisjoint(type_names(thing))


def _time_elements(tree: HtmlElement) -> list[str]:
    """Give the time of the first element marked as that of publication; a bare <time> counts only near a headline."""
    marked: list[str] = []
    for element in _DATED(tree):
        value = element.get("datetime") or element.get("content") or element.get("title") or "".join(element.itertext())
        classes = fold(element.get("class") or "")
        named = element.get("itemprop") or (element.get("property") or "").rsplit(":", 1)[-1]
        is_marked = named in _NAMES or element.get("pubdate") is not None or "publish" in classes
        if value and is_marked and "updated" not in classes.split():
            marked.append(value.strip())
    return marked[:1]


def _read_stated(value: str, order: DayOrder) -> tuple[dt.date, bool] | None:
    read = read_iso(value)
    if read is not None:
        return read
    written = [date for date in find_dates(value, order) if date.precision is Precision.DAY]
    return (written[0].day, False) if written else None


def _shown(near_title: Sequence[Block], order: DayOrder) -> list[Published]:
    """Give the dates of lines beside the headline that give a date and little else; those of revisions come last."""
    first: list[Published] = []
    revised: list[Published] = []
    for block in near_title:
        for found, before in _dates_of_line(block, order):
            (revised if _is_revised(before) else first).append(found)
    return first + revised


def _dates_of_line(block: Block, order: DayOrder) -> list[tuple[Published, str]]:
    """Give each date of a line with the words before it."""
    read = read_iso(block.datetime) if block.datetime else None
    if read is not None:
        return [(Published(read[0], Precision.DAY, "time-element"), block.text)]
    return [
        (Published(date.day, date.precision, "visible-text"), block.text[: date.start])
        for date in page_dates(block, order)
    ]


def _of_dateline(clues: DateClues) -> dt.date | None:
    """Read the day of a dateline; its year is often left out, and then only an address may give it."""
    words = dateline_of(clues.opening)
    if words is None:
        return None
    dates = find_dates(words, clues.order)
    year = _from_url(clues.url).day
    if not dates and year is not None:
        dates = find_dates(f"{words.rstrip(' ,.')} {year.year}", clues.order)
    return next((date.day for date in dates if date.precision is Precision.DAY), None)


def page_dates(block: Block, order: DayOrder) -> list[WrittenDate]:
    """Give the dates of a line that looks like the date of a page: short, and hardly more than a byline beside it."""
    if len(block.text) > _MAX_DATE_LINE:
        return []
    dates = find_dates(block.text, order)
    if not dates:
        return []
    rest = len(_words_beside(line_without(block.text, dates)))
    if block.heading or block.text.endswith("."):  # a heading or sentence with a date in it tells of that day
        return dates if not rest or _is_signed(block.text, dates) else []
    is_marked = has_role(block.classes, "date") or any(mark in block.text for mark in "|·•/")
    return dates if rest <= (_MAX_WORDS_BESIDE if is_marked else 4) else []


def _is_signed(line: str, dates: Sequence[WrittenDate]) -> bool:
    """Tell the place and day of a letter or a communiqué ("Arica, 4 de mayo de 2022.") from a sentence."""
    return signed_place(line, dates) is not None and not line[dates[-1].end :].strip(" .")


def signed_place(line: str, dates: Sequence[WrittenDate]) -> str | None:
    """Give the place that a line names before its only date and nothing else but words of dates."""
    if len(dates) != 1:
        return None
    before = _MARKS.sub(" ", line[: dates[0].start]).lstrip()
    place = _PLACE.match(before)
    if place is None or _words_beside(before[place.end() :]) or not _words_beside(place[1]):
        return None
    return place[1]


_MARKS = re.compile(r"[^\w\s,.'’–—|()/-]+")
_PLACE = re.compile(rf"({PLACE_NAME}(?:, {PLACE_NAME})?)\s*[,–—|/-](?:\s|$)")


def _words_beside(rest: str) -> list[str]:
    known = _beside()
    return [word for word in re.findall(r"[^\W\d_]+", fold(rest)) if word not in known and len(word) > 1]


@lru_cache(maxsize=1)
def _beside() -> frozenset[str]:
    return frozenset(word for phrase in load_lexicon("any", "page_dates")["words"]["beside"] for word in phrase.split())


def _is_revised(before: str) -> bool:
    words = load_lexicon("any", "page_dates")["words"]["revised"]
    return any(re.search(rf"\b{word}\b[^|·]{{0,25}}$", fold(before)) for word in words)


def _from_url(url: str) -> Published:
    """Read the day, or else the month, that stands in the path of an address."""
    path = path_of(url)
    found = _URL_DAY.search(path)
    if found:
        year, month, day = (int(part) for part in found.groups() if part)
        made = make_day(year, month, day)
        if made:
            return Published(made, Precision.DAY, "url")
    found = _URL_MONTH.search(path)
    made = make_day(int(found[1]), int(found[2]), 1) if found else None
    return Published(made, Precision.MONTH, "url") if made else Published()
