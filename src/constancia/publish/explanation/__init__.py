"""A reading or a coding in; what was found in its text, field by field with words and reason, drawn for people, out.

cards.py      what is shown: cards of fields, and the marks of their words
mentions.py   Reading -> cards
reports.py    Reading and Coding -> cards
rules.py      the codebook's rules in one line each
pieces.py     a text cut where marks begin and end
page.py       cards -> one HTML page that opens offline
terminal.py   cards -> coloured text
"""

from constancia.publish.explanation.cards import Explained
from constancia.publish.explanation.mentions import explain_reading
from constancia.publish.explanation.page import render
from constancia.publish.explanation.reports import explain_coding

__all__ = ["Explained", "explain_coding", "explain_reading", "render"]
