"""Documents in, dates out: time expressions, their TIMEX3 values and the days that they cover (codebook, section 4)."""

from constancia.read.dates.reader import find_dates

__all__ = ["find_dates"]
