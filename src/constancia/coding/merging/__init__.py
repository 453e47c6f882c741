"""Drafts in, one a deed out: what is told again, in passing, or of several places (codebook, X1 to X7)."""
