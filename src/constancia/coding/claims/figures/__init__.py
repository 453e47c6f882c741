"""A sentence in, the figures told in it out: numbers that count, one person, nobody; no labels, ages or things."""
