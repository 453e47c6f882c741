"""The time words and rules of one language, as `data/lexicons/LANGUAGE/dates.toml` gives them, made ready to match.

Every word of the lexicon gets a letter of its own; a sentence becomes a string of such letters, and every rule is a
regular expression over them. A class ("month", "unit") is the set of its words' letters, or runs of letters.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from constancia.errors import LexiconError
from constancia.words import fold, load_lexicon
from constancia.words.expressions import expression

# Letters of the private use area: none stands in any rule or text.
_FIRST_LETTER = 0xE000
OTHER = "."
# Every rule needs a word of one of these classes, or one of the figures below, among its words.
_TRIGGERS = (
    *("month", "weekday", "unit", "day_word", "season", "ref", "set", "night_word", "holiday", "decade_word"),
    *("quarter_name", "half_name", "period_end", "workweek", "meridiem", "oclock", "part", "half"),
    *("tomorrow_part", "plural_weekday", "roman", "to_date", "eve"),
)
_CORE_FIGURES = {"year", "fulldate", "daymonth", "yearmonth", "yearpair", "clock_time", "word_year"}
# Every set of classes that a figure can have (items.py tells which); each has a letter of its own too.
_FIGURES = (
    *("number", "number day", "number day yy", "number yy", "number year", "number word_year"),
    *("ordinal", "fulldate", "daymonth", "yearmonth", "yearpair", "clock_time"),
)
_SETTINGS = ("doubtful", "not_duration", "not_year", "name", "tense", "the_unit")
_BEGINNINGS = ("since", "between", "from")
_LEAD = 8  # words before one that a rule needs, with which the rule may begin
_PIECE = re.compile(r"[a-z_]+|[()|?*+]")


class Rule:
    """A pattern of a rule: its name, the meaning that it has, and its expression, compiled when first asked for."""

    def __init__(self, name: str, meaning: str, source: str) -> None:
        self.name = name
        self.meaning = meaning
        self._source = source
        self._expression: re.Pattern[str] | None = None
        self._groups: dict[str, tuple[str, ...]] | None = None

    @property
    def expression(self) -> re.Pattern[str]:
        """The expression, each class a group named after it ("unit", "unit_2")."""
        if self._expression is None:
            self._expression = expression(self._source)
        return self._expression

    @property
    def groups(self) -> dict[str, tuple[str, ...]]:
        """The groups of each class: "unit" has "unit", "unit_2" and so on."""
        if self._groups is None:
            self._groups = _groups_by_class(self.expression)
        return self._groups


def _groups_by_class(expression: re.Pattern[str]) -> dict[str, tuple[str, ...]]:
    groups: dict[str, tuple[str, ...]] = {}
    for group in expression.groupindex:
        name = re.sub(r"_\d+\Z", "", group)
        groups[name] = (*groups.get(name, ()), group)
    return groups


@dataclass(frozen=True, slots=True)
class Candidate:
    """Where a rule may begin: at a word that every rule needs, or at one of the time words right before it."""

    core: re.Pattern[str]
    letters: frozenset[str]

    def after(self, kinds: str, at: int) -> int:
        """Give the first place at or behind `at`, -1 where there is none."""
        found = self.core.search(kinds, at)
        if found is None:
            return -1
        first = last = found.start()
        while first > at and last - first < _LEAD and kinds[first - 1] in self.letters:
            first -= 1
        return first


@dataclass(frozen=True, slots=True)
class DateWords:
    """The time words of a language: letters by word, values by class and phrase, and the rules.

    `last_words` are those that the phrases of a class end with; `tenses` what is known of words as they are written.
    """

    letters: dict[str, str]
    values: dict[str, dict[str, Any]]
    figure_letters: dict[frozenset[str], str]
    classes_of: dict[str, frozenset[str]]
    rules: tuple[Rule, ...]
    candidate: Candidate
    by_first_letter: dict[str, tuple[Rule, ...]]
    triggers: frozenset[str]
    settings: dict[str, dict[str, frozenset[str]]]
    last_words: dict[str, frozenset[str]]
    tenses: dict[str, int]


class _Alphabet:
    """Gives letters to words and turns patterns of classes into expressions."""

    def __init__(self, words: dict[str, dict[str, Any]]) -> None:
        self._code = _FIRST_LETTER
        self.letters: dict[str, str] = {}
        self.values = {name: {fold(phrase): value for phrase, value in table.items()} for name, table in words.items()}
        for table in self.values.values():
            for word in " ".join(table).split():
                if word not in self.letters:
                    self.letters[word] = self._new()
        self.figures = {frozenset(classes.split()): self._new() for classes in _FIGURES}

    def _new(self) -> str:
        self._code += 1
        return chr(self._code)

    def phrases(self, *names: str) -> list[str]:
        """Give the words and phrases of some classes."""
        return [phrase for name in names for phrase in self.values.get(name, {})]

    def expression(self, name: str) -> str:
        """Give the expression of a class."""
        phrases = self.phrases(name)
        figure = "yy" if name == "bare_yy" else name
        singles = [self.letters[phrase] for phrase in phrases if " " not in phrase]
        singles += [letter for classes, letter in self.figures.items() if figure in classes]
        runs = ["".join(self.letters[word] for word in phrase.split()) for phrase in phrases if " " in phrase]
        if not singles and not runs:
            raise LexiconError(f"dates: a rule names the class {name!r}, which has no words; add them or mend the rule")
        options = sorted(runs, key=len, reverse=True) + (["[" + "".join(singles) + "]"] if singles else [])
        return "(?:" + "|".join(options) + ")"

    def source(self, pattern: str) -> str:
        """Give the source of a pattern's expression, each class a group named after it ("unit", "unit_2")."""
        seen: dict[str, int] = {}
        pieces: list[str] = []
        for piece in _PIECE.findall(pattern):
            if not piece[0].isalpha():
                pieces.append("(?:" if piece == "(" else piece)
                continue
            seen[piece] = seen.get(piece, 0) + 1
            name = piece if seen[piece] == 1 else f"{piece}_{seen[piece]}"
            pieces.append(f"(?P<{name}>{self.expression(piece)})")
        return "".join(pieces)

    def first_letters(self, pattern: str) -> set[str]:
        """Give the letters that a pattern can begin with."""
        return self._first_of_choice(_PIECE.findall(pattern))[0]

    def _first_of_choice(self, pieces: list[str]) -> tuple[set[str], bool]:
        """Read alternatives up to a closing bracket; give their first letters, and whether one of them can be empty."""
        letters, is_empty = self._first_of_run(pieces)
        while pieces and pieces[0] == "|":
            del pieces[0]
            more, may_be_empty = self._first_of_run(pieces)
            letters, is_empty = letters | more, is_empty or may_be_empty
        return letters, is_empty

    def _first_of_run(self, pieces: list[str]) -> tuple[set[str], bool]:
        letters: set[str] = set()
        is_empty = True
        while pieces and pieces[0] not in {"|", ")"}:
            piece = pieces.pop(0)
            if piece == "(":
                first, may_be_empty = self._first_of_choice(pieces)
                del pieces[0]
            else:
                first, may_be_empty = self._first_of_class(piece), False
            if pieces and pieces[0] in {"?", "*", "+"}:
                may_be_empty = pieces.pop(0) != "+" or may_be_empty
            letters |= first if is_empty else set()
            is_empty = is_empty and may_be_empty
        return letters, is_empty

    def _first_of_class(self, name: str) -> set[str]:
        figure = "yy" if name == "bare_yy" else name
        return {self.letters[phrase.split()[0]] for phrase in self.phrases(name)} | {
            letter for classes, letter in self.figures.items() if figure in classes
        }

    def classes_of(self) -> dict[str, frozenset[str]]:
        """Give the classes of each letter that stands for one by itself."""
        found: dict[str, set[str]] = {letter: set(classes) for classes, letter in self.figures.items()}
        for name, table in self.values.items():
            for phrase in table:
                if " " not in phrase:
                    found.setdefault(self.letters[phrase], set()).add(name)
        return {letter: frozenset(names) for letter, names in found.items()}


@cache
def date_words(language: str) -> DateWords:
    """Load and compile the time words of a language; raises LexiconError where a rule cannot be understood."""
    raw = load_lexicon(language, "dates")
    holidays = load_lexicon(language, "holidays")["names"]
    words = {name: dict(table) for name, table in raw["words"].items()}
    words["holiday"] = {name: rule for rule, names in holidays.items() for name in names}
    alphabet = _Alphabet(words)
    rules = _rules(raw["rules"], alphabet)
    # A phrase is looked for by its last word, which is rarer than its first ("the past").
    triggers = {alphabet.letters[phrase.split()[-1]] for phrase in alphabet.phrases(*_TRIGGERS) if phrase[-2:] != " s"}
    return DateWords(
        letters=alphabet.letters,
        values=alphabet.values,
        figure_letters=alphabet.figures,
        classes_of=alphabet.classes_of(),
        rules=tuple(rules.values()),
        candidate=_candidate(alphabet, triggers),
        by_first_letter=_by_first_letter(rules, alphabet),
        triggers=frozenset(triggers),
        settings={name: {key: frozenset(entries) for key, entries in raw[name].items()} for name in _SETTINGS},
        last_words={name: frozenset(phrase.split()[-1] for phrase in alphabet.values[name]) for name in _BEGINNINGS},
        tenses={},
    )


def _rules(entries: list[dict[str, Any]], alphabet: _Alphabet) -> dict[str, Rule]:
    """Give the rules by their patterns, in order."""
    return {
        pattern: Rule(f"{entry['meaning']} {count}", entry["meaning"], alphabet.source(pattern))
        for entry in entries
        for count, pattern in enumerate(entry["patterns"], start=1)
    }


def _candidate(alphabet: _Alphabet, triggers: set[str]) -> Candidate:
    """Tell where a rule may begin.

    Words like "the" and "in" are passed over unless a word that every rule needs follows within their run.
    """
    letters = "".join(alphabet.letters.values()) + "".join(alphabet.figures.values())
    figures = {letter for classes, letter in alphabet.figures.items() if classes & _CORE_FIGURES}
    ends = {alphabet.letters[word] for phrase in alphabet.phrases("decade_end") for word in phrase.split()}
    core = "".join(triggers | figures | ends)
    return Candidate(re.compile(f"[{core}]"), frozenset(letters))


def _by_first_letter(rules: dict[str, Rule], alphabet: _Alphabet) -> dict[str, tuple[Rule, ...]]:
    """Give, for each letter, the rules that can begin with it, in order."""
    found: dict[str, list[Rule]] = {}
    for pattern, rule in rules.items():
        for letter in alphabet.first_letters(pattern):
            found.setdefault(letter, []).append(rule)
    return {letter: tuple(those) for letter, those in found.items()}
