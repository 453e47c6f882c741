"""Documents in, actors out: people, bodies and offices by role, and persons by name."""

from constancia.read.actors.reader import find_actors

__all__ = ["find_actors"]
