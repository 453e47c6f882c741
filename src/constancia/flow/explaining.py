"""Text -> read [-> code] -> publish: what `--explain` shows of one text, as one line that `shown` reads back."""

from __future__ import annotations

from collections.abc import Iterator

from constancia.codec import dumps, loads
from constancia.flow.coder_choice import RULES, CoderChoice
from constancia.flow.coding import CodedText, code_text
from constancia.model import Coding, Problem, Text
from constancia.publish.explanation import Explained, explain_coding, explain_reading
from constancia.read import read_text


def explain_read(text: Text) -> Iterator[str]:
    """Explain each mention of a text."""
    yield dumps(explain_reading(read_text(text)))


def explain_code(text: Text, choice: CoderChoice = RULES) -> Iterator[str | Problem]:
    """Explain each report of a text; one that the gate keeps out is shown without any."""
    done = code_text(text, choice) or CodedText(read_text(text), Coding(text.id, (), ()))
    yield dumps(explain_coding(done.reading, done.coding))
    yield from done.problems


def shown(line: str) -> Explained:
    """Read a line of either back."""
    return loads(Explained, line)
