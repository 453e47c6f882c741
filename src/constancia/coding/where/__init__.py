"""A draft in its story in, its place out, from the country down to the corner (codebook, section 8)."""
