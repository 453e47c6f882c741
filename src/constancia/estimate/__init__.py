"""Lists of named victims to the persons on them and the capture matrix; a capture matrix to how many there are in all.

persons.py       rows of lists -> persons                linking.py      persons -> who is on which lists, explained
names.py, scoring.py, rules.py   how alike two rows are  matrix.py       that -> rows of the matrix
overlaps.py     a matrix -> counts by pattern           averaging.py    counts -> all estimates and warnings
lower_bound.py, loglinear.py, decomposable.py            one method each
"""

from constancia.estimate.averaging import Options, estimate
from constancia.estimate.linking import Individual, LinkedLists, PersonLink, link_persons
from constancia.estimate.matrix import check_lists, matrix_lines, overlaps_of
from constancia.estimate.overlaps import Overlaps, read_matrix
from constancia.estimate.persons import Person, read_list
from constancia.estimate.results import Estimate, Estimation, Method

__all__ = [
    "Estimate",
    "Estimation",
    "Individual",
    "LinkedLists",
    "Method",
    "Options",
    "Overlaps",
    "Person",
    "PersonLink",
    "check_lists",
    "estimate",
    "link_persons",
    "matrix_lines",
    "overlaps_of",
    "read_list",
    "read_matrix",
]
