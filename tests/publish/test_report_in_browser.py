"""The report as a browser shows it: opened from disk, with every network request refused."""

import datetime as dt
import os
import subprocess
from pathlib import Path

import pytest

from constancia.publish import report
from tests.publish.test_report_page import claim, tables

CHROMIUM = os.environ.get("CONSTANCIA_TEST_CHROMIUM")
QUIET = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--enable-logging=stderr",
    "--v=0",
    "--host-resolver-rules=MAP*~NOTFOUND",
]


@pytest.mark.browser
@pytest.mark.skipif(not CHROMIUM, reason="needs Chromium (CONSTANCIA_TEST_CHROMIUM)")
def test_the_page_opens_offline_with_its_chart_and_marks(tmp_path: Path) -> None:
    made_at = dt.datetime(2025, 4, 1, tzinfo=dt.UTC)
    page = tmp_path / "report.html"
    page.write_text(report.render(tables([claim()]), title="Paro", made_at=made_at, policy="bounds"), encoding="utf-8")
    shot = tmp_path / "shot.png"
    command = [str(CHROMIUM), *QUIET, f"--user-data-dir={tmp_path / 'profile'}"]
    opened = [*command, "--window-size=900,1400", f"--screenshot={shot}", page.as_uri()]
    done = subprocess.run(opened, capture_output=True, text=True, timeout=120, check=True)
    assert "Refused to" not in done.stderr
    assert shot.stat().st_size > 10_000
    dumped = subprocess.run(
        [*command, "--dump-dom", page.as_uri()], capture_output=True, text=True, timeout=120, check=True
    )
    assert '<svg class="toll"' in dumped.stdout
    assert '<mark id="m-c1">ocho</mark>' in dumped.stdout
