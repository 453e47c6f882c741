"""Bytes in, a text read and coded, and an AssertionError where a mention or a report does not hold together.

    make fuzz                                          # installs atheris (requirements/fuzz.txt) and runs five minutes
    python tools/fuzz_readers.py [CORPUS] [-max_total_time=300 ...]  # options of libFuzzer

Atheris watches which branches of `words`, `read` and `coding` an input reaches and changes inputs so that they reach
more. Without atheris `tests/tools/test_fuzz_readers.py` runs the same checks over a few hundred inputs made at random.
"""

from __future__ import annotations

import datetime as dt
import sys
from functools import cache
from itertools import pairwise

from constancia.coding import code_reading
from constancia.model import Claim, DateValue, Mention, PlaceValue, QuantityValue, Reading, Report, Text
from constancia.read import read_text
from constancia.vocabulary import Modifier
from constancia.words import load_lexicon

LANGUAGES = ("en", "es", None)
_FIRST_DAY = dt.date(1900, 1, 1)
_DAYS = 80_000  # to the year 2119
_HEAD = 5  # bytes that choose language, day of publication and length of the headline


def text_of(data: bytes) -> Text:
    """Make a text of any bytes: the first ones choose language, day and headline, the rest are words and letters.

    A byte 0xFF and the two after it stand for a word of the lexicons, so that chance meets words of rules; all
    other bytes are UTF-8, with U+FFFD for what is none.
    """
    head, body = data[:_HEAD].ljust(_HEAD, b"\0"), data[_HEAD:]
    language = LANGUAGES[head[0] % len(LANGUAGES)]
    day = int.from_bytes(head[1:4], "big")
    published = None if day % 8 == 0 else _FIRST_DAY + dt.timedelta(days=day % _DAYS)
    words = _vocabulary(language or "en")
    pieces: list[str] = []
    parts = body.split(b"\xff")
    pieces.append(parts[0].decode("utf-8", "replace"))
    for part in parts[1:]:
        pieces.append(f" {words[int.from_bytes(part[:2].ljust(2, bytes(1)), 'big') % len(words)]} ")
        pieces.append(part[2:].decode("utf-8", "replace"))
    text = "".join(pieces)
    return Text("fuzz", text, language, published, title_end=min(head[4], len(text)))


@cache
def _vocabulary(language: str) -> tuple[str, ...]:
    """Give the words of the lexicons that rules ask for, with figures and marks between them."""
    found: set[str] = {
        "12",
        "3.500",
        "3,500",
        "1,5",
        "19:30",
        "5/7",
        "12-03-2024",
        "%",
        "$",
        "(",
        ")",
        ":",
        ";",
        "—",
        "\n\n",
    }
    for name in ("numbers", "counted", "dates", "holidays", "roles", "titles", "reporting", "figures", "closed_class"):
        _gather(load_lexicon(language, name), found)
    triggers = load_lexicon(language, "triggers")
    for sense in triggers["sense"]:
        found.update(sense.get("verbs", "").split(), sense.get("nouns", "").split())
    return tuple(sorted(found))


def _gather(value: object, found: set[str]) -> None:
    if isinstance(value, str):
        found.add(value)
    elif isinstance(value, dict):
        for key, item in value.items():
            found.add(str(key))
            _gather(item, found)
    elif isinstance(value, list):
        for item in value:
            _gather(item, found)


def check(data: bytes) -> None:
    """Read and code the text that bytes make, and hold all that comes out to what always must be so."""
    text = text_of(data)
    reading = read_text(text)
    _check_sentences(reading)
    for mention in reading.mentions:
        _check_mention(text.text, mention)
    starts = [(mention.start, -mention.end) for mention in reading.mentions]
    assert starts == sorted(starts), "mentions out of order"
    coding = code_reading(reading)
    for report in coding.reports:
        _check_report(text.text, report)
    assert read_text(text) == reading, "the same text read twice differs"


def _check_sentences(reading: Reading) -> None:
    length = len(reading.text.text)
    assert all(0 <= each.start < each.end <= length for each in reading.sentences), "a sentence outside its text"
    assert all(one.end <= two.start for one, two in pairwise(reading.sentences)), "sentences that overlap"


def _check_mention(text: str, mention: Mention) -> None:
    value = mention.value
    assert text[mention.start : mention.end] == mention.text, "a span without its words"
    if isinstance(value, DateValue):
        assert value.from_ is None or value.to is None or value.from_ <= value.to, "a day before its beginning"
    elif isinstance(value, QuantityValue):
        _check_bounds(value)
    elif isinstance(value, PlaceValue):
        assert (value.lat is None) == (value.lon is None), "half a point"
        assert value.lat is None or (abs(value.lat) <= 90 and abs(value.lon or 0) <= 180), "a point off the earth"


def _check_report(text: str, report: Report) -> None:
    trigger = report.trigger
    assert text[report.start : report.end] == report.quote, "a report without its words"
    assert text[trigger.start : trigger.end] == trigger.text, "a trigger without its words"
    assert (
        report.date is None
        or report.date.from_ is None
        or report.date.to is None
        or report.date.from_ <= report.date.to
    )
    for claim in report.claims:
        assert text[claim.start : claim.end] == claim.text, "a claim without its words"
        _check_bounds(claim)


def _check_bounds(value: QuantityValue | Claim) -> None:
    """Hold bounds to their order; of "almost 100" the best value lies one above the high bound (record.md)."""
    best = None if value.modifier is Modifier.ALMOST else value.best
    known = [each for each in (value.low, best, value.high) if each is not None]
    assert known == sorted(known), f"bounds out of order: {value.low}, {value.best}, {value.high}"


def main() -> None:
    """Run until told to stop, or until an input fails; libFuzzer then keeps it in a file."""
    import atheris  # of its own group of dependencies: requirements/fuzz.txt

    atheris.instrument_all()
    atheris.Setup(sys.argv, check)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
