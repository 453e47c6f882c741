"""Words and lexicons that reading and coding share: folding, whole-word phrase matching, lexicon files."""

from constancia.words.folding import fold
from constancia.words.lexicon import load_lexicon
from constancia.words.lexicon_check import LEXICONS, check_lexicon
from constancia.words.matcher import Hit, PhraseMatcher

__all__ = ["LEXICONS", "Hit", "PhraseMatcher", "check_lexicon", "fold", "load_lexicon"]
