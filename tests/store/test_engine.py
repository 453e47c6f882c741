"""Opening a record: what its driver says, and what it keeps to itself."""

import logging
from pathlib import Path

import pytest

from constancia.store.engine import open_engine


@pytest.mark.parametrize(("error", "is_told"), [(KeyboardInterrupt, False), (ValueError, True)])
def test_control_c_while_a_connection_is_given_back_is_no_error_to_tell(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, error: type[BaseException], *, is_told: bool
) -> None:
    engine = open_engine(str(tmp_path / "record.db"))
    pool = logging.getLogger(f"{type(engine.pool).__module__}.{type(engine.pool).__name__}")
    pool.error("Exception during reset or similar", exc_info=error("as the connection went back"))
    engine.dispose()
    assert bool(caplog.records) is is_told
