"""Documents in, quantities out: numbers with their bounds and what they count (codebook, section 5)."""

from constancia.read.numbers.quantities import find_quantities

__all__ = ["find_quantities"]
