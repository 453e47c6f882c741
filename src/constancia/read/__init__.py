"""Texts to readings: sentences and mentions."""
