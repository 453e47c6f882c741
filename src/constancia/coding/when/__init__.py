"""A draft in its story in, its days out, and what a story carries on between sentences (codebook, section 4)."""
