"""A document in, its place names out, step by step: runs of capitals, spots in them, doubts, then where they lie."""
