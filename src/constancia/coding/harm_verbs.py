"""The verbs in both languages, in their dictionary forms, of what befalls people: they die, are hurt, are killed."""

from __future__ import annotations

from constancia.coding.word_sets import words_of

DIES = words_of("harm_verbs", "dies")
"""Whoever dies is their subject."""

FALLS = words_of("harm_verbs", "falls") | DIES
"""The same, in what others do: "three fell in the raid" is only said so in Spanish."""

HURTS = words_of("harm_verbs", "hurts")
"""Whoever is hurt is their object."""

KILLS = words_of("harm_verbs", "kills")
"""Whoever is killed is their object."""
