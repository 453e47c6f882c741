"""The closed sets that the columns of a gazetteer file hold as numbers."""

from enum import IntEnum, IntFlag

from constancia.vocabulary import Feature

FEATURES = (
    Feature.COUNTRY,
    Feature.ADMIN1,
    Feature.ADMIN2,
    Feature.CITY,
    Feature.SITE,
    Feature.REGION,
    Feature.OTHER,
)
"""The number of a feature in a file is its place here."""


class Rank(IntEnum):
    """What a populated place is the seat of."""

    NONE = 0
    CAPITAL = 1
    ADMIN1_SEAT = 2
    ADMIN2_SEAT = 3
    SEAT = 4
    SECTION = 5


class NameKind(IntEnum):
    """How a name names its place: its own name, another, or its own less the generic ("Puno" of "Puno Region")."""

    MAIN = 0
    OTHER = 1
    SHORT = 2


class Trait(IntFlag):
    """What else the words of a name are."""

    WORD_EN = 1
    WORD_ES = 2
    GIVEN_NAME = 4
    SURNAME = 8
    FREQUENT_EN = 16
    FREQUENT_ES = 32
