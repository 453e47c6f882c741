"""The words for pages and for what is read in them (record.md, section 2)."""

from enum import StrEnum


class PageKind(StrEnum):
    """What a page is: one story, teasers, a syndication feed, or a digest of many stories."""

    ARTICLE = "article"
    LISTING = "listing"
    FEED = "feed"
    ROUNDUP = "roundup"


class MediaKind(StrEnum):
    """What the bytes of a snapshot are."""

    HTML = "html"
    TEXT = "text"
    FEED = "feed"
    SITEMAP = "sitemap"
    OTHER = "other"


class Precision(StrEnum):
    """How finely a date is known."""

    DAY = "day"
    WINDOW = "window"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    VAGUE = "vague"


class Anchor(StrEnum):
    """What a date was reckoned from."""

    EXPLICIT = "explicit"
    PUBLISHED = "published"
    TEXT = "text"
    NONE = "none"


class TimexType(StrEnum):
    """TimeML's types of time expression."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class Modifier(StrEnum):
    """How a number was said (codebook, section 5)."""

    EXACT = "exact"
    ABOUT = "about"
    OVER = "over"
    AT_LEAST = "at_least"
    UNDER = "under"
    AT_MOST = "at_most"
    ALMOST = "almost"
    BETWEEN = "between"
    VAGUE = "vague"


class Measure(StrEnum):
    """What a claim counts."""

    KILLED = "killed"
    INJURED = "injured"
    ARRESTED = "arrested"
    MISSING = "missing"
    PARTICIPANTS = "participants"
    DEPLOYED = "deployed"
    BLOCKADES = "blockades"
    STERILIZED = "sterilized"
    DISPLACED = "displaced"
    PROPERTY = "property"
    OTHER = "other"


class Feature(StrEnum):
    """What a place is."""

    COUNTRY = "country"
    ADMIN1 = "admin1"
    ADMIN2 = "admin2"
    CITY = "city"
    SITE = "site"
    REGION = "region"
    OTHER = "other"


class Role(StrEnum):
    """Who someone is (codebook, section 9; PLOVER's sectors, widened)."""

    PROTESTERS = "protesters"
    POLICE = "police"
    MILITARY = "military"
    GOVERNMENT = "government"
    LEGISLATURE = "legislature"
    JUDICIARY = "judiciary"
    PARTY = "party"
    UNION = "union"
    BUSINESS = "business"
    INDIGENOUS = "indigenous"
    PEASANTS = "peasants"
    STUDENTS = "students"
    WOMEN = "women"
    PRESS = "press"
    HEALTH = "health"
    CLERGY = "clergy"
    NGO = "ngo"
    IGO = "igo"
    FOREIGN_GOVERNMENT = "foreign-government"
    ARMED_GROUP = "armed-group"
    GANG = "gang"
    PRISONERS = "prisoners"
    MIGRANTS = "migrants"
    CIVILIANS = "civilians"
    UNIDENTIFIED_ARMED = "unidentified-armed"
    CROWD = "crowd"
    INDIVIDUAL = "individual"
    OTHER = "other"


UNOFFICIAL = frozenset(
    {
        Role.INDIVIDUAL,
        Role.CIVILIANS,
        Role.UNION,
        Role.PEASANTS,
        Role.INDIGENOUS,
        Role.STUDENTS,
        Role.WOMEN,
        Role.PROTESTERS,
        Role.NGO,
        Role.PRESS,
        Role.BUSINESS,
        Role.HEALTH,
        Role.MIGRANTS,
    }
)
"""Roles of those who hold no public office, whatever post they have."""


class QuotationKind(StrEnum):
    """How someone's words are given."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"
