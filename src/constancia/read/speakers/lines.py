"""A paragraph's sentences in, a line out: its tokens, what each does in a sentence, and which are quoted."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

from constancia.model import Sentence, Token
from constancia.words import fold, load_lexicon

_OPENING = "“«„"
_CLOSING = "”»"
# Tags of marks and of words that no closed class lists.
QUOTE, COMMA, STOP, COLON, DASH, BRACKET, NUMBER, CAPITAL, WORD = (
    "quote",
    "comma",
    "stop",
    "colon",
    "dash",
    "bracket",
    "number",
    "capital",
    "word",
)
PAST_LIKE, GERUND_LIKE, PLURAL_LIKE = "past-like", "gerund-like", "plural-like"
_VERBS = frozenset({PAST_LIKE, "be", "have", "modal", "do"})
_STRONG = frozenset({COMMA, "contrast", DASH, "semicolon", STOP, COLON})
_APOSTROPHES = frozenset("'`’‘")
_CLOSERS = frozenset({'"', "”", "»", "''", "’", "'"})
_MARKS = {
    ",": COMMA,
    ".": STOP,
    "!": STOP,
    "?": STOP,
    ";": "semicolon",
    ":": COLON,
    "-": DASH,
    "–": DASH,
    "—": DASH,
    "―": DASH,
    "(": BRACKET,
    ")": "bracket-end",
    "[": BRACKET,
    "]": "bracket-end",
    "…": "ellipsis",
    **dict.fromkeys('"“”«»„', QUOTE),
}


@dataclass(slots=True)
class Line:
    """Sentences that stand together, so that a quotation may run over several of them.

    `bounds` holds, for each token, the first token of its sentence and the one after its last; `quoted` the number of
    the quotation that it stands in, or -1; `verbs`, `strong` and `semicolons` count the verb-like words, the marks that
    part clauses and the semicolons before each token.
    """

    text: str
    tokens: list[Token]
    tags: list[str]
    bounds: list[tuple[int, int]]
    is_headline: bool
    quotes: list[tuple[int, int]] = field(default_factory=list)
    quoted: list[int] = field(default_factory=list)
    verbs: list[int] = field(default_factory=list)
    strong: list[int] = field(default_factory=list)
    semicolons: list[int] = field(default_factory=list)

    def count(self) -> None:
        """Count the verbs and marks, once; few lines need it."""
        if self.verbs:
            return
        verbs = strong = semicolons = 0
        self.verbs, self.strong, self.semicolons = [0], [0], [0]
        for tag in self.tags:
            if tag in _VERBS:
                verbs += 1
            elif tag in _STRONG:
                strong += 1
                if tag == "semicolon":
                    semicolons += 1
            self.verbs.append(verbs)
            self.strong.append(strong)
            self.semicolons.append(semicolons)


def line_of(text: str, sentences: list[Sentence], tagger: Tagger) -> Line:
    """Join the sentences of a paragraph."""
    tokens: list[Token] = []
    bounds: list[tuple[int, int]] = []
    for sentence in sentences:
        first = len(tokens)
        tokens += _joined(sentence.tokens) if _needs_joining(text, sentence.tokens) else sentence.tokens
        bounds += [(first, len(tokens))] * (len(tokens) - first)
    tags = [tagger[token.text] for token in tokens]
    line = Line(text, tokens, tags, bounds, sentences[0].is_headline)
    line.quotes = _quotes(line)
    line.quoted = [-1] * len(tokens)
    for number, (start, end) in enumerate(line.quotes):
        line.quoted[start:end] = [number] * (end - start)
    return line


def _needs_joining(text: str, tokens: tuple[Token, ...]) -> bool:
    """Whether a sentence holds a stop before its end, or an apostrophe that stands alone; few do."""
    words = text[tokens[0].start : tokens[-1].start]
    if "." not in words and not any(mark in words for mark in _APOSTROPHES) and tokens[-1].text not in _APOSTROPHES:
        return False
    texts = [token.text for token in tokens]
    return "." in texts[:-2] or not _APOSTROPHES.isdisjoint(texts)


def _joined(tokens: tuple[Token, ...]) -> Iterator[Token]:
    """Join what the tokens part: two apostrophes that quote, and the stop of an abbreviation inside a sentence."""
    held: Token | None = None
    last = len(tokens) - 1
    for index, token in enumerate(tokens):
        if held is not None and held.end == token.start:
            if token.text == held.text and token.text in "'`’‘" and len(token.text) == 1:
                held = Token(held.start, token.end, '"', '"')
                continue
            if (
                token.text == "."
                and index < last
                and held.text[-1].isalpha()
                and tokens[index + 1].text not in _CLOSERS
            ):
                held = Token(held.start, token.end, held.text + ".", held.norm + ".")
                continue
        if held is not None:
            yield held
        held = token
    if held is not None:
        yield held


def _quotes(line: Line) -> list[tuple[int, int]]:
    """Pair the marks of quotation; each pair is [first token, after the last), the marks among them."""
    found: list[tuple[int, int]] = []
    opened = -1
    for index, tag in enumerate(line.tags):
        if tag != QUOTE:
            continue
        token = line.tokens[index]
        if token.text in _OPENING:
            opened = index if opened < 0 else opened
        elif opened >= 0 and (token.text in _CLOSING or not _opens(line.text, token)):
            found.append((opened, index + 1))
            opened = -1
        elif opened < 0 and token.text == '"':
            opened = index
    if opened >= 0:
        found.append((opened, len(line.tokens)))
    return found


def _opens(text: str, token: Token) -> bool:
    """Whether a straight mark of quotation can only open: space before it, and a word after."""
    before = text[token.start - 1 : token.start]
    after = text[token.end : token.end + 1]
    return (
        (not before or before.isspace() or before in "(—–")
        and bool(after)
        and not after.isspace()
        and after not in ".,;"
    )


@cache
def closed_class(language: str) -> Mapping[str, str]:
    """Give the class of each small word of a language."""
    classes: dict[str, str] = {}
    for name, words in load_lexicon(language, "closed_class").items():
        for word in words:
            classes.setdefault(word if language == "es" else fold(word), name)
    return classes


class Tagger(dict[str, str]):
    """What a word does in a sentence, by the word; answers are kept, since texts repeat their words."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._classes = closed_class(language)
        self._ending = _spanish_ending if language == "es" else _english_ending

    def __missing__(self, word: str) -> str:
        if len(self) > _MOST_KNOWN:
            self.clear()
        tag = self[word] = _tag(word, self._classes, self._ending)
        return tag


@cache
def tagger_of(language: str) -> Tagger:
    """Give the one tagger of a language."""
    return Tagger(language)


_MOST_KNOWN = 200_000
_ELLIPSIS = re.compile(r"\.{2,}")


def _tag(word: str, classes: Mapping[str, str], ending: Callable[[str], str]) -> str:
    if word in _MARKS:
        return _MARKS[word]
    lower = word.lower().replace("’", "'")
    if lower in classes:
        return classes[lower]
    if word[0].isdigit():
        return NUMBER
    if not word[0].isalpha():
        return "ellipsis" if _ELLIPSIS.match(word) else "mark"
    if word[0].isupper():
        return CAPITAL
    return ending(lower)


def _english_ending(word: str) -> str:
    if word.endswith("ly") and len(word) > 4:
        return "adverb"
    if word.endswith("n't"):
        return "negation"
    if word.endswith("ed") and len(word) > 4:
        return PAST_LIKE
    if word.endswith("ing") and len(word) > 5:
        return GERUND_LIKE
    return PLURAL_LIKE if word.endswith("s") and not word.endswith("ss") else WORD


def _spanish_ending(word: str) -> str:
    if word.endswith("mente") and len(word) > 6:
        return "adverb"
    if word.endswith(("ó", "aron", "ieron", "aba", "aban", "ían")):
        return PAST_LIKE
    if word.endswith(("ando", "iendo", "yendo")):
        return GERUND_LIKE
    return PLURAL_LIKE if word.endswith("s") else WORD
