"""The figures of an event: for each measure its low, high and best under the policy of the export."""

FIGURE_MEASURES = ("killed", "injured", "arrested", "participants")

_PARTS = (("low", "Lower bound"), ("high", "Upper bound"), ("best", "One number, where the policy gives one"))

FIGURES = "\n    ".join(
    f"{measure}_{part} integer {doc} of {measure}." for measure in FIGURE_MEASURES for part, doc in _PARTS
)
