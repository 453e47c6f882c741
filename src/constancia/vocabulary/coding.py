"""The words for reports and claims (record.md, section 3)."""

from enum import StrEnum


class EventType(StrEnum):
    """PLOVER's sixteen types."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    CONCEDE = "CONCEDE"
    COOPERATE = "COOPERATE"
    AID = "AID"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"


class Mode(StrEnum):
    """PLOVER's modes of PROTEST, COERCE and ASSAULT."""

    DEMO = "demo"
    RIOT = "riot"
    STRIKE = "strike"
    HUNGER = "hunger"
    BOYCOTT = "boycott"
    OBSTRUCT = "obstruct"
    VANDALIZE = "vandalize"
    SEIZE = "seize"
    RESTRICT = "restrict"
    CENSOR = "censor"
    CURFEW = "curfew"
    MARTIAL_LAW = "martial-law"
    ARREST = "arrest"
    DEPORT = "deport"
    WITHHOLD = "withhold"
    MISINFORMATION = "misinformation"
    CYBER = "cyber"
    ABDUCT = "abduct"
    BEAT = "beat"
    TORTURE = "torture"
    SEXUAL = "sexual"
    TARGETED = "targeted"
    DESTROY = "destroy"
    PRIMITIVE = "primitive"
    FIREARMS = "firearms"
    EXPLOSIVES = "explosives"
    SUICIDE_ATTACK = "suicide-attack"
    AERIAL = "aerial"
    DRONE = "drone"
    HEAVY_WEAPONS = "heavy-weapons"
    CROWD_CONTROL = "crowd-control"
    UNCONVENTIONAL = "unconventional"


class Form(StrEnum):
    """The form of a protest."""

    MARCH = "march"
    RALLY = "rally"
    SIT_IN = "sit-in"
    VIGIL = "vigil"
    BLOCKADE = "blockade"
    STRIKE = "strike"
    OCCUPATION = "occupation"
    HUNGER_STRIKE = "hunger-strike"
    CARAVAN = "caravan"
    ASSEMBLY = "assembly"
    RIOT = "riot"
    PRESS_CONFERENCE = "press-conference"
    POT_BANGING = "pot-banging"
    BOYCOTT = "boycott"
    PETITION = "petition"
    OTHER = "other"


class AcledEventType(StrEnum):
    """ACLED's six event types."""

    BATTLES = "Battles"
    EXPLOSIONS = "Explosions/Remote violence"
    VIOLENCE = "Violence against civilians"
    PROTESTS = "Protests"
    RIOTS = "Riots"
    STRATEGIC = "Strategic developments"


class AcledSubEventType(StrEnum):
    """ACLED's twenty-five sub-event types."""

    GOVERNMENT_REGAINS = "Government regains territory"
    NON_STATE_OVERTAKES = "Non-state actor overtakes territory"
    ARMED_CLASH = "Armed clash"
    CHEMICAL_WEAPON = "Chemical weapon"
    AIR_STRIKE = "Air/drone strike"
    SUICIDE_BOMB = "Suicide bomb"
    SHELLING = "Shelling/artillery/missile attack"
    REMOTE_EXPLOSIVE = "Remote explosive/landmine/IED"
    GRENADE = "Grenade"
    SEXUAL_VIOLENCE = "Sexual violence"
    ATTACK = "Attack"
    ABDUCTION = "Abduction/forced disappearance"
    EXCESSIVE_FORCE = "Excessive force against protesters"
    INTERVENTION = "Protest with intervention"
    PEACEFUL_PROTEST = "Peaceful protest"
    VIOLENT_DEMONSTRATION = "Violent demonstration"
    MOB_VIOLENCE = "Mob violence"
    AGREEMENT = "Agreement"
    ARRESTS = "Arrests"
    CHANGE_TO_GROUP = "Change to group/activity"
    DISRUPTED_WEAPONS = "Disrupted weapons use"
    BASE_ESTABLISHED = "Headquarters or base established"
    LOOTING = "Looting/property destruction"
    NON_VIOLENT_TRANSFER = "Non-violent transfer of territory"
    OTHER = "Other"


class Status(StrEnum):
    """Whether the deed happened (codebook, section 1)."""

    OCCURRED = "occurred"
    ONGOING = "ongoing"
    PLANNED = "planned"
    THREATENED = "threatened"
    PREVENTED = "prevented"
    CANCELLED = "cancelled"
    NOT_OCCURRED = "not_occurred"
    DENIED = "denied"
    BACKGROUND = "background"
    LEGAL = "legal"


EVENT_STATUSES = frozenset({Status.OCCURRED, Status.ONGOING})
"""The statuses that the events table of the default export holds."""


class PlacePrecision(StrEnum):
    """How finely the place of a report is known."""

    SITE = "site"
    CITY = "city"
    ADMIN2 = "admin2"
    ADMIN1 = "admin1"
    REGION = "region"
    COUNTRY = "country"


class ActorPart(StrEnum):
    """What an actor is in a report."""

    ACTOR = "actor"
    RECIPIENT = "recipient"
    ORGANISER = "organiser"
    VICTIM = "victim"
    PERPETRATOR = "perpetrator"


class Effect(StrEnum):
    """What befell an actor."""

    KILLED = "killed"
    INJURED = "injured"
    MISSING = "missing"
    NONE = "none"


class InstrumentKind(StrEnum):
    """What a deed was done with."""

    TEAR_GAS = "tear-gas"
    RUBBER_BULLETS = "rubber-bullets"
    LIVE_AMMUNITION = "live-ammunition"
    WATER_CANNON = "water-cannon"
    BATONS = "batons"
    FIREARMS = "firearms"
    EXPLOSIVES = "explosives"
    VEHICLE = "vehicle"
    STONES = "stones"
    FIRE = "fire"
    OTHER = "other"


class ObjectKind(StrEnum):
    """A thing that was blocked, damaged or taken."""

    ROAD = "road"
    BRIDGE = "bridge"
    BUILDING = "building"
    VEHICLE = "vehicle"
    PIPELINE = "pipeline"
    POWER_LINE = "power-line"
    AIRPORT = "airport"
    BORDER_CROSSING = "border-crossing"
    OTHER = "other"


class ObjectEffect(StrEnum):
    """What befell a thing."""

    BLOCKED = "blocked"
    DAMAGED = "damaged"
    DESTROYED = "destroyed"
    TAKEN = "taken"
    NONE = "none"


class Issue(StrEnum):
    """What a protest is about."""

    GOVERNMENT = "government"
    POLITICAL_RIGHTS = "political-rights"
    ELECTIONS = "elections"
    CORRUPTION = "corruption"
    LABOR = "labor"
    LAND = "land"
    ENVIRONMENT = "environment"
    MINING = "mining"
    PRICES_TAXES = "prices-taxes"
    EDUCATION = "education"
    HEALTH = "health"
    JUSTICE = "justice"
    POLICE_VIOLENCE = "police-violence"
    INDIGENOUS_RIGHTS = "indigenous-rights"
    GENDER = "gender"
    FOREIGN_POLICY = "foreign-policy"
    OTHER = "other"


class Scope(StrEnum):
    """How much a figure covers (codebook, section 6)."""

    INCIDENT = "incident"
    WINDOW = "window"
    PLACE = "place"
    CUMULATIVE = "cumulative"


class Category(StrEnum):
    """Who was counted, where the text says so."""

    CIVILIANS = "civilians"
    PROTESTERS = "protesters"
    POLICE = "police"
    MILITARY = "military"
    PRESS = "press"
    MINORS = "minors"
    OFFICIALS = "officials"
    OTHER = "other"


class Certainty(StrEnum):
    """How a figure is put forward."""

    ASSERTED = "asserted"
    UNCONFIRMED = "unconfirmed"
    DENIED = "denied"
    RHETORICAL = "rhetorical"
