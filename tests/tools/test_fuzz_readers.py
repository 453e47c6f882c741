"""The fuzz target of the readers, over inputs made at random, and that it notices what is wrong."""

import random

import fuzz_readers
import pytest

from constancia.model import Mention, QuantityValue
from constancia.vocabulary import Modifier

SEEDS = [
    "Police fired tear gas at 300 bakers in Ica on Tuesday, killing two; the union said three.",
    "Unos 3.500 panaderos marcharon el 19 de julio en Puno, según la policía. «No nos vamos», dijo Ana Luz, 40 años.",
    "OVER 80 KILLED SINCE 7 DECEMBER, BETWEEN 5 AND 6 P.M.: 48 civilians, 11 at road blocks and 1 officer\n\nMonday",
]


def inputs(count: int) -> list[bytes]:
    chance = random.Random(20240719)
    made = []
    for number in range(count):
        body = bytearray(SEEDS[number % len(SEEDS)].encode())
        for _ in range(chance.randrange(1, 12)):
            at = chance.randrange(len(body) + 1)
            piece = bytes([255, chance.randrange(256), chance.randrange(256)]) if chance.random() < 0.7 else None
            body[at : at + chance.randrange(6)] = piece or chance.randbytes(chance.randrange(4))
        made.append(chance.randbytes(5) + bytes(body))
    return made


def test_whatever_is_read_holds_together() -> None:
    for data in [b"", b"\xff", *inputs(300)]:
        fuzz_readers.check(data)


def test_words_of_the_lexicons_come_of_three_bytes() -> None:
    text = fuzz_readers.text_of(b"\x01\0\0\x01\0in \xff\x01\x02 and")
    assert text.language == "es"
    assert text.published is not None
    assert text.text != "in  and"
    assert text.text.startswith("in ")


def test_a_span_without_its_words_and_bounds_out_of_order_are_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    value = QuantityValue(9, 3, None, Modifier.BETWEEN, None, None)
    with pytest.raises(AssertionError, match="out of order"):
        fuzz_readers._check_mention("abc", Mention(0, 1, "a", value))
    with pytest.raises(AssertionError, match="without its words"):
        fuzz_readers._check_mention("abc", Mention(0, 1, "b", value))
