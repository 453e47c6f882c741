"""A deed in its clause in, its status out: held, planned, called off, denied (codebook, section 1)."""
