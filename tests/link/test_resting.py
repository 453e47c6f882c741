"""The collector of circles rests while records are linked, and is as it was after."""

import gc

import pytest

from constancia.link.resting import collector_rests


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
