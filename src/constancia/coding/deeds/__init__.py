"""Parsed sentences in, drafts out: the words that name a deed, in the sense that they have there."""
