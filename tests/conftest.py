"""How properties are tested: how long one example takes on a busy machine decides nothing."""

from hypothesis import settings

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
