"""Shallow parsing: tokens of a sentence in, its clauses with their verb groups and noun groups out."""
