"""Whoever is told of as the kin of an official holds no office and stays private."""

import datetime as dt

import pytest

from constancia.model import ActorValue, Text
from constancia.read import read_text


def private(text: str, language: str) -> list[bool]:
    reading = read_text(Text("t", text, language, dt.date(2025, 3, 20)))
    people = [mention.value for mention in reading.mentions if isinstance(mention.value, ActorValue)]
    return [value.is_private for value in people if value.name is not None]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The mayor's cousin, Jane Moss, cried."),
        ("en", "The widow of the senator, Ann Kelly, wept."),
        ("en", "Judge's clerk Paul Dent wept."),
        ("en", "Jane Duffy, the 19-year-old daughter of a police chief, was shot."),
        ("en", "Hortensia Fuica, whose brother drove a lorry, wept."),
        ("en", "Ana Rojas, the sister of a miner, wept."),
        ("es", "La prima del alcalde, Juana Moya Ruiz, lloró."),
        ("es", "Mario Luna Paz, sobrino de un coronel, fue herido."),
        ("es", "Juana Duarte, hermana de un minero, lloró."),
        ("es", "Ana Quiroz Ruiz, que limpia la comisaría, se fue."),
    ],
)
def test_who_belongs_to_an_official_stays_private(language: str, text: str) -> None:
    assert private(text, language) == [True]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Senator Ann Kelly, daughter of a miner, spoke."),
        ("en", "Ana Ruiz, who is the mayor of Cobre, spoke."),
        ("en", "The governor's spokesman, Paul Dent, spoke."),
        ("en", "Father Luis Moss spoke."),
        ("es", "La senadora Ana Quiroz, hija de un minero, habló."),
        ("es", "Juan Vega, alcalde de Ica, habló."),
        ("es", "El padre Luis Moya dijo misa."),
    ],
)
def test_who_holds_an_office_is_public_whoever_their_kin(language: str, text: str) -> None:
    assert private(text, language) == [False]
