"""The collector of circles rests while records are linked, and is as it was after; memory is given back."""

import gc

import pytest

from constancia.link import resting
from constancia.link.resting import collector_rests, give_back


def fail() -> None:
    """Fail while the collector rests."""
    with collector_rests():
        assert not gc.isenabled()
        raise ArithmeticError


def test_the_collector_is_awake_again_after_work_that_failed() -> None:
    assert gc.isenabled()
    with pytest.raises(ArithmeticError):
        fail()
    assert gc.isenabled()


def test_a_collector_that_was_asleep_stays_so() -> None:
    gc.disable()
    try:
        with collector_rests():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_memory_is_given_back_after_many_rows_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    monkeypatch.setattr(resting, "_trim", lambda: asked.append)
    give_back(10)
    assert not asked
    give_back(1_000_000)
    assert asked == [0]


def test_where_the_c_library_cannot_nothing_is_asked_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resting, "_trim", lambda: None)
    give_back(1_000_000)
