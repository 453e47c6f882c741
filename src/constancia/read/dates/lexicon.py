"""The time words and rules of one language, as `data/lexicons/LANGUAGE/dates.toml` gives them, made ready to match.

Every word of the lexicon gets a letter of its own; a sentence becomes a string of such letters, and every rule a regular
expression over them. A class ("month", "unit") is the set of its words' letters, or runs of letters for phrases.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from constancia.words import fold, load_lexicon

# Letters of the private use area: none stands in any rule or text.
_FIRST_LETTER = 0xE000
OTHER = "."
_TRIGGERS = (
    *("month", "weekday", "unit", "day_word", "season", "ref", "set", "night_word", "holiday", "decade_word"),
    *(
        "quarter_name",
        "half_name",
        "period_end",
        "workweek",
        "tomorrow_part",
        "plural_weekday",
        "roman",
        "to_date",
        "decade_end",
        "meridiem",
        "oclock",
        "part",
        "half",
    ),
)
_CORE_FIGURES = {"year", "fulldate", "daymonth", "yearmonth", "clock_time", "word_year"}
_PIECE = re.compile(r"[a-z_]+|[()|?*+]")


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern of a rule: its name, the meaning that it has, its expression, and the expression's groups by class."""

    name: str
    meaning: str
    expression: re.Pattern[str]
    groups: dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class DateWords:
    """The time words of a language: letters by word, values by class and phrase, and the rules."""

    letters: dict[str, str]
    values: dict[str, dict[str, Any]]
    figure_letters: dict[frozenset[str], str]
    classes_of: dict[str, frozenset[str]]
    rules: dict[str, Rule]
    any_rule: re.Pattern[str]
    triggers: frozenset[str]
    settings: dict[str, dict[str, frozenset[str]]]


class _Compiler:
    """Gives letters to words and turns patterns of classes into expressions."""

    def __init__(self, words: dict[str, dict[str, Any]]) -> None:
        self._code = _FIRST_LETTER
        self.letters: dict[str, str] = {}
        self.values = {name: {fold(phrase): value for phrase, value in table.items()} for name, table in words.items()}
        for table in self.values.values():
            for phrase in table:
                for word in phrase.split():
                    if word not in self.letters:
                        self.letters[word] = self._new()
        self.figures: dict[frozenset[str], str] = {}

    def _new(self) -> str:
        self._code += 1
        return chr(self._code)

    def figure(self, classes: frozenset[str]) -> str:
        """Give the letter of a figure that is all of these."""
        if classes not in self.figures:
            self.figures[classes] = self._new()
        return self.figures[classes]

    def expression(self, name: str) -> str:
        """Give the expression of a class."""
        table = self.values.get(name, {})
        singles = [self.letters[phrase] for phrase in table if " " not in phrase]
        figure = "yy" if name == "bare_yy" else name
        singles += [letter for classes, letter in self.figures.items() if figure in classes]
        runs = ["".join(self.letters[word] for word in phrase.split()) for phrase in table if " " in phrase]
        runs.sort(key=len, reverse=True)
        options = runs + (["[" + "".join(singles) + "]"] if singles else [])
        return "(?:" + "|".join(options) + ")" if options else "(?!)"

    def pattern(self, pattern: str) -> re.Pattern[str]:
        """Compile a pattern, each class a group named after it ("unit", "unit_2")."""
        seen: dict[str, int] = {}
        pieces: list[str] = []
        for piece in _PIECE.findall(pattern):
            if not piece[0].isalpha():
                pieces.append("(?:" if piece == "(" else piece)
                continue
            seen[piece] = seen.get(piece, 0) + 1
            name = piece if seen[piece] == 1 else f"{piece}_{seen[piece]}"
            pieces.append(f"(?P<{name}>{self.expression(piece)})")
        return re.compile("".join(pieces))


def _figure_sets() -> list[frozenset[str]]:
    """Give every set of classes that a figure can have (see items.py)."""
    number = {"number"}
    sets = [
        number,
        number | {"day"},
        number | {"day", "yy"},
        number | {"yy"},
        number | {"year"},
        number | {"word_year"},
        {"ordinal"},
        {"fulldate"},
        {"daymonth"},
        {"yearmonth"},
        {"clock_time"},
    ]
    return [frozenset(classes) for classes in sets]


def _groups_by_class(expression: re.Pattern[str]) -> dict[str, tuple[str, ...]]:
    """Give the groups of each class: "unit" has "unit", "unit_2" and so on."""
    groups: dict[str, tuple[str, ...]] = {}
    for group in expression.groupindex:
        name = group.rstrip("0123456789").rstrip("_") if group[-1].isdigit() else group
        groups[name] = (*groups.get(name, ()), group)
    return groups


@cache
def date_words(language: str) -> DateWords:
    """Load and compile the time words of a language."""
    raw = load_lexicon(language, "dates")
    words = {name: dict(table) for name, table in raw["words"].items()}
    words["holiday"] = {
        name: rule for rule, names in load_lexicon(language, "holidays")["names"].items() for name in names
    }
    compiler = _Compiler(words)
    for classes in _figure_sets():
        compiler.figure(classes)
    rules: dict[str, Rule] = {}
    for entry in raw["rules"]:
        for pattern in entry["patterns"]:
            name = f"r{len(rules)}"
            expression = compiler.pattern(pattern)
            rules[name] = Rule(f"{entry['meaning']} {name}", entry["meaning"], expression, _groups_by_class(expression))
    plain = [
        f"(?P<{name}>{re.sub(r'[?]P<[a-z_0-9]+>', '?:', rule.expression.pattern)})" for name, rule in rules.items()
    ]
    letters = "".join(compiler.letters.values()) + "".join(compiler.figures.values())
    # A phrase is looked for by its last word, which is rarer than its first ("the past").
    triggers = {
        compiler.letters[phrase.split()[-1]]
        for name in _TRIGGERS
        for phrase in compiler.values.get(name, {})
        if phrase.split()[-1] not in {"s", "'s"}
    }
    # Every rule needs one of these: words like "the" and "in" are passed over unless one follows within the run.
    figures = {letter for classes, letter in compiler.figures.items() if classes & _CORE_FIGURES}
    ends = {compiler.letters[word] for phrase in compiler.values.get("decade_end", {}) for word in phrase.split()}
    core = "".join(triggers | figures | ends)
    classes_of: dict[str, frozenset[str]]
    rules: dict[str, Rule]
    any_rule: re.Pattern[str]
    triggers: frozenset[str]
    settings: dict[str, dict[str, frozenset[str]]]


class _Compiler:
    """Gives letters to words and turns patterns of classes into expressions."""

    def __init__(self, words: dict[str, dict[str, Any]]) -> None:
        self._code = _FIRST_LETTER
        self.letters: dict[str, str] = {}
        self.values = {name: {fold(phrase): value for phrase, value in table.items()} for name, table in words.items()}
        for table in self.values.values():
            for phrase in table:
                for word in phrase.split():
                    if word not in self.letters:
                        self.letters[word] = self._new()
        self.figures: dict[frozenset[str], str] = {}

    def _new(self) -> str:
        self._code += 1
        return chr(self._code)

    def figure(self, classes: frozenset[str]) -> str:
        """Give the letter of a figure that is all of these."""
        if classes not in self.figures:
            self.figures[classes] = self._new()
        return self.figures[classes]

    def expression(self, name: str) -> str:
        """Give the expression of a class."""
        table = self.values.get(name, {})
        singles = [self.letters[phrase] for phrase in table if " " not in phrase]
        figure = "yy" if name == "bare_yy" else name
        singles += [letter for classes, letter in self.figures.items() if figure in classes]
        runs = ["".join(self.letters[word] for word in phrase.split()) for phrase in table if " " in phrase]
        runs.sort(key=len, reverse=True)
        options = runs + (["[" + "".join(singles) + "]"] if singles else [])
        return "(?:" + "|".join(options) + ")" if options else "(?!)"

    def pattern(self, pattern: str) -> re.Pattern[str]:
        """Compile a pattern, each class a group named after it ("unit", "unit_2")."""
        seen: dict[str, int] = {}
        pieces: list[str] = []
        for piece in _PIECE.findall(pattern):
            if not piece[0].isalpha():
                pieces.append("(?:" if piece == "(" else piece)
                continue
            seen[piece] = seen.get(piece, 0) + 1
            name = piece if seen[piece] == 1 else f"{piece}_{seen[piece]}"
            pieces.append(f"(?P<{name}>{self.expression(piece)})")
        return re.compile("".join(pieces))


def _figure_sets() -> list[frozenset[str]]:
    """Give every set of classes that a figure can have (see items.py)."""
    number = {"number"}
    sets = [
        number,
        number | {"day"},
        number | {"day", "yy"},
        number | {"yy"},
        number | {"year"},
        number | {"word_year"},
        {"ordinal"},
        {"fulldate"},
        {"daymonth"},
        {"yearmonth"},
        {"clock_time"},
    ]
    return [frozenset(classes) for classes in sets]


def _groups_by_class(expression: re.Pattern[str]) -> dict[str, tuple[str, ...]]:
    """Give the groups of each class: "unit" has "unit", "unit_2" and so on."""
    groups: dict[str, tuple[str, ...]] = {}
    for group in expression.groupindex:
        name = group.rstrip("0123456789").rstrip("_") if group[-1].isdigit() else group
        groups[name] = (*groups.get(name, ()), group)
    return groups


@cache
def date_words(language: str) -> DateWords:
    """Load and compile the time words of a language."""
    raw = load_lexicon(language, "dates")
    words = {name: dict(table) for name, table in raw["words"].items()}
    words["holiday"] = {
        name: rule for rule, names in load_lexicon(language, "holidays")["names"].items() for name in names
    }
    compiler = _Compiler(words)
    for classes in _figure_sets():
        compiler.figure(classes)
    rules: dict[str, Rule] = {}
    for entry in raw["rules"]:
        for pattern in entry["patterns"]:
            name = f"r{len(rules)}"
            expression = compiler.pattern(pattern)
            rules[name] = Rule(f"{entry['meaning']} {name}", entry["meaning"], expression, _groups_by_class(expression))
    plain = [
        f"(?P<{name}>{re.sub(r'[?]P<[a-z_0-9]+>', '?:', rule.expression.pattern)})" for name, rule in rules.items()
    ]
    letters = "".join(compiler.letters.values()) + "".join(compiler.figures.values())
    # A phrase is looked for by its last word, which is rarer than its first ("the past").
    triggers = {
        compiler.letters[phrase.split()[-1]]
        for name in _TRIGGERS
        for phrase in compiler.values.get(name, {})
        if phrase.split()[-1] not in {"s", "'s"}
    }
    # Every rule needs one of these: words like "the" and "in" are passed over unless one follows within the run.
    core = "".join(
        {
            compiler.letters[word]
            for name in _TRIGGERS
            for phrase in compiler.values.get(name, {})
            for word in phrase.split()[-1:]
        }
        | {letter for classes, letter in compiler.figures.items() if classes & _CORE_FIGURES}
    )
    classes_of: dict[str, set[str]] = {}
    for name, table in compiler.values.items():
        for phrase in table:
            if " " not in phrase:
                classes_of.setdefault(compiler.letters[phrase], set()).add(name)
    for classes, letter in compiler.figures.items():
        classes_of[letter] = set(classes)
    return DateWords(
        letters=compiler.letters,
        values=compiler.values,
        figure_letters=compiler.figures,
        classes_of={letter: frozenset(names) for letter, names in classes_of.items()},
        rules=rules,
        any_rule=re.compile(f"(?=[{letters}]{{0,8}}?[{core}])(?:" + "|".join(plain) + ")"),
        triggers=frozenset(triggers),
        settings={
            name: {key: frozenset(entries) for key, entries in raw[name].items()}
            for name in ("doubtful", "not_duration", "not_year", "name", "tense", "the_unit")
        },
    )
