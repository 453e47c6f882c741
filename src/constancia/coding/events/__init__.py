"""Drafts in, those left out that are no events: everyday life, sayings, words in passing (codebook, section 2)."""
