"""Example and invented pages in, the expressions of lexicons compiled for them out, for every start to find again.

tools/keep_expressions.py    called by `make compile`
"""

from __future__ import annotations

import datetime as dt
import os
import random
import re
import sys
from array import array
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from constancia import compiled
from constancia.words import expressions

ROOT = Path(__file__).resolve().parent.parent
TYPES = {".html": "text/html", ".txt": "text/plain"}
_COMPILER: Any = getattr(re, "_compiler")  # noqa: B009 - what makes an expression, of which `re` shows only the end
_LAST_STEP = "_sre"


class _Listener:
    """Stands in for the last step of compiling and notes what it is given."""

    def __init__(self, step: Any) -> None:
        self._step = step
        self.given: tuple[Any, ...] = ()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._step, name)

    def compile(self, *given: Any) -> Any:
        self.given = given
        return self._step.compile(*given)


def made_of(source: str) -> expressions.Made:
    """Give what Python makes of a source before it is an expression."""
    step = getattr(_COMPILER, _LAST_STEP)
    listener = _Listener(step)
    setattr(_COMPILER, _LAST_STEP, listener)
    try:
        _COMPILER.compile(source)
    finally:
        setattr(_COMPILER, _LAST_STEP, step)
    _, flags, code, groups, numbers, names = listener.given
    return int(flags), array("I", code).tobytes(), groups, dict(numbers), tuple(names)


def main() -> int:
    """Work through pages and keep what was compiled meanwhile."""
    made: dict[str, expressions.Made] = {}

    def compile_and_note(source: str) -> re.Pattern[str]:
        made[source] = made_of(source)
        return re.compile(source)

    expressions.re = SimpleNamespace(compile=compile_and_note)  # type: ignore[assignment]
    _work_through_texts()
    expressions.write_kept(made)
    print(f"Kept {len(made)} expressions of the lexicons")
    return 0


def _work_through_texts() -> None:
    """Read and code the example pages and some invented articles; the rules of dates are compiled one by one."""
    from bench_pages import SEED, protest_page

    from constancia.coding import LANGUAGES
    from constancia.flow.page_tasks import PageTask
    from constancia.flow.pages import load_words, work_page
    from constancia.model import Snapshot
    from constancia.read.dates.lexicon import date_words

    load_words()
    examples = [path for path in sorted((ROOT / "examples" / "pages").rglob("*")) if path.suffix in TYPES]
    bodies = [(TYPES[path.suffix], path.read_bytes()) for path in examples]
    dice = random.Random(SEED)
    bodies += [(TYPES[".html"], protest_page(dice)) for _ in range(_INVENTED)]
    at = dt.datetime(2025, 12, 31, tzinfo=dt.UTC)
    for number, (kind, body) in enumerate(bodies):
        snapshot = Snapshot(str(number), str(number), at, kind, "0" * 64, len(body), "w", 0, "")
        work_page(PageTask(snapshot, body))
    for language in LANGUAGES:
        _ = [rule.expression for rule in date_words(language).rules]


_INVENTED = 40


if __name__ == "__main__":
    if not os.environ.get(compiled.PLAIN_SETTING):
        # Of compiled modules nobody hears what they ask for, and nothing that is kept is asked for again.
        os.environ[compiled.PLAIN_SETTING] = "1"
        os.execv(sys.executable, [sys.executable, *sys.argv])
    sys.exit(main())
