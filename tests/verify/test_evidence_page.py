"""The lines of Python in docs/explanation/evidence.md do what the page says they do."""

import re
import subprocess
import sys
from pathlib import Path

from tests.verify.one_page import archived

_PAGE = Path(__file__).resolve().parents[2] / "docs" / "explanation" / "evidence.md"


def _run(folder: Path) -> subprocess.CompletedProcess[str]:
    code = re.search(r"```python\n(.*?)```", _PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert code is not None
    return subprocess.run([sys.executable, "-c", code[1]], cwd=folder, capture_output=True, text=True, check=False)


def test_a_sound_archive_ends_with_its_last_chain_value(tmp_path):
    stored = archived(tmp_path)
    assert _run(tmp_path).stdout == f"sound: {stored.chain}\n"


def test_an_altered_archive_is_found_without_constancia(tmp_path):
    stored = archived(tmp_path)
    data = bytearray((tmp_path / stored.warc).read_bytes())
    data[-20] ^= 1
    (tmp_path / stored.warc).write_bytes(data)
    assert stored.url in _run(tmp_path).stderr
