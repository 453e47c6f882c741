"""Figures that have their place in, each person counted once out: repeats, parts of wholes, and who was counted."""
