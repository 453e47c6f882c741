"""Two passages to whether one repeats the other, and how: word for word, cut short, under another title, or updated."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

from constancia.link.shingles import CHECK_WORDS, Hashes, Words, distinct, runs, words_of_each
from constancia.model import PassageText
from constancia.words import fold, load_lexicon

MIN_SHARE = 0.6
"""Share of a passage's runs of three words that must stand in the other. Texts of one outlet on one story share up to
0.3, copies with every tenth word changed 0.73 (measured on invented texts)."""

MIN_UPDATE_SHARE = 0.7
"""An update must share more: of news texts at 0.6 to 0.7 some shared no story but the boilerplate of their site."""

_LIKE_LENGTH = 0.8  # passages at least so close in length are versions of one another; a shorter one is an excerpt
_MIN_BODY_WORDS = 8  # a shorter body is compared together with its title
_MIN_WORDS = 5  # less than this is no text that could be said to be copied
_NEW_SENTENCE_WORDS = 6
_SENTENCE_MARKS = re.compile(r"[.!?…](?=\s|$)|\n")


class Prepared:
    """A passage with the hashes of its words and of their runs: made once for all its comparisons."""

    __slots__ = ("_all_runs", "body_start", "body_words", "passage", "runs", "title", "words")

    def __init__(self, passage: PassageText, words: Words | None = None) -> None:
        self.passage = passage
        self.words = words or Words(passage.text)
        first = int(np.searchsorted(self.words.starts, passage.title_end))
        self.body_start = 0 if len(self.words) - first < _MIN_BODY_WORDS else first
        self.body_words: Hashes = self.words.hashes[self.body_start :]
        self.title = " ".join(fold(passage.text[: passage.title_end]).split())
        self.runs: Hashes = runs(self.words.hashes, CHECK_WORDS)
        self._all_runs: Hashes | None = None

    @property
    def all_runs(self) -> Hashes:
        """Give each run of words once, in order of size: what another passage's runs are looked up in."""
        if self._all_runs is None:
            self._all_runs = distinct(self.runs)
        return self._all_runs

    @property
    def body_runs(self) -> Hashes:
        """Give the runs of the body's words in their order."""
        size = len(self.body_words)
        return self.runs[self.body_start :] if size >= CHECK_WORDS else runs(self.body_words, CHECK_WORDS)

    @property
    def rank(self) -> tuple[int, dt.date, str]:
        """Order passages from the fullest; of equals the earliest comes first."""
        return (-len(self.body_words), self.passage.published or dt.date.max, self.passage.passage_id)


def prepare(passages: Sequence[PassageText]) -> dict[str, Prepared]:
    """Make passages ready for comparison, by id."""
    texts = words_of_each(passage.text for passage in passages)
    return {passage.passage_id: Prepared(passage, words) for passage, words in zip(passages, texts, strict=True)}


@dataclass(frozen=True, slots=True)
class Repetition:
    """`copy` repeats `original`; `kind` is exact, truncated, retitled or updated."""

    copy: PassageText
    original: PassageText
    kind: str
    similarity: float


def compare(one: Prepared, other: Prepared) -> Repetition | None:
    """Say which of two passages repeats the other and how; None when neither does."""
    fuller, shorter = sorted((one, other), key=lambda prepared: prepared.rank)
    size = len(shorter.body_words)
    if size < _MIN_WORDS:
        return None
    shared = _shared(shorter, fuller)
    share = float(shared.mean())
    if share < MIN_SHARE or (shorter.body_start == 0 and shorter.passage.title_end and share < 1):
        return None
    copy, original = shorter, fuller
    is_version = size >= _LIKE_LENGTH * len(fuller.body_words)
    if is_version and _is_later(fuller, shorter):
        copy, original = fuller, shorter
        shared = _shared(copy, original)
    is_updated = _is_updated(copy, shared)
    if is_updated and share < MIN_UPDATE_SHARE:
        return None
    kind = "updated" if is_updated else _kind(original, copy, is_version=is_version)
    return Repetition(copy.passage, original.passage, kind, round(share, 4))


def _shared(copy: Prepared, original: Prepared) -> npt.NDArray[np.bool_]:
    """Tell for each run of the copy's words whether the original has it."""
    values = copy.body_runs
    places = np.minimum(np.searchsorted(original.all_runs, values), len(original.all_runs) - 1)
    found: npt.NDArray[np.bool_] = original.all_runs[places] == values
    return found


def _is_later(one: Prepared, other: Prepared) -> bool:
    return (one.passage.published or dt.date.max) > (other.passage.published or dt.date.max)


def _kind(original: Prepared, copy: Prepared, *, is_version: bool) -> str:
    if not is_version:
        return "truncated"
    return "retitled" if copy.title and original.title and copy.title != original.title else "exact"


def _is_updated(copy: Prepared, shared: npt.NDArray[np.bool_]) -> bool:
    """Say whether words that the other passage has not hold a figure, or make a whole new sentence."""
    new = np.ones(len(copy.body_words), dtype=np.bool_)
    for place in range(min(CHECK_WORDS, len(new))):
        new[place : place + len(shared)] &= ~shared
    if not new.any():
        return False
    return _has_new_figure(copy, new) or _has_new_sentence(copy, new)


def _has_new_figure(copy: Prepared, new: npt.NDArray[np.bool_]) -> bool:
    figures, months = _figure_words(), _month_words()
    folded, last = fold(copy.passage.text), len(new)
    starts, ends = copy.words.starts[copy.body_start :], copy.words.ends[copy.body_start :]
    for number in np.flatnonzero(new).tolist():
        word = folded[starts[number] : ends[number]]
        if not (word[0].isdigit() or word in figures):
            continue
        beside = range(max(0, number - 1), min(number + 3, last))
        is_dateline = any(folded[starts[place] : ends[place]] in months for place in beside)
        if not is_dateline and not (len(word) == 4 and word[:2] in {"19", "20"}):
            return True  # not the day of a dateline, nor a year
    return False


def _has_new_sentence(copy: Prepared, new: npt.NDArray[np.bool_]) -> bool:
    """Look for a sentence with nothing in common with the other passage; a word cut off at the end is none."""
    edges = np.flatnonzero(np.diff(np.concatenate(([0], new.view(np.int8), [0]))))
    for first, last in edges.reshape(-1, 2).tolist():
        if last - first < _NEW_SENTENCE_WORDS:
            continue
        starts, ends = copy.words.starts[copy.body_start :], copy.words.ends[copy.body_start :]
        begin = int(ends[first - 1] if first else starts[0])
        end = int(starts[last]) if last < len(new) else len(copy.passage.text)
        parts = _SENTENCE_MARKS.split(copy.passage.text[begin:end])
        whole = parts[0 if first == 0 else 1 : None if last == len(new) else -1]
        if any(len(part.split()) >= _NEW_SENTENCE_WORDS for part in whole):
            return True
    return False


@cache
def _figure_words() -> frozenset[str]:
    tables = ("cardinals", "scales", "collectives")
    named = {word for language in ("en", "es") for table in tables for word in load_lexicon(language, "numbers")[table]}
    return frozenset(word for name in named for word in fold(name).split()) - {"a", "an", "one", "un", "una", "uno"}


@cache
def _month_words() -> frozenset[str]:
    months: dict[str, list[str]] = load_lexicon("any", "page_dates")["months"]
    return frozenset(name for names in months.values() for name in names)
