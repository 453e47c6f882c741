"""Documents and their actors in, quotations out: who says what, and the words that show it."""

from constancia.read.speakers.reader import find_speakers

__all__ = ["find_speakers"]
