"""The words that name deeds in, drafts out: with status, day, place and people, and what has no word in the lexicon."""
