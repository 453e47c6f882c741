"""A draft in its story in, its people out: who did it, to whom, and whom it is laid to (codebook, section 9)."""
