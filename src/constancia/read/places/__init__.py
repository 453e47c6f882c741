"""Documents in, places out: runs of capitals, spots in them, doubts, then where they lie."""

from constancia.read.places.reader import find_places, spotted

__all__ = ["find_places", "spotted"]
