"""A figure in its sentence in, what it counts out, or that what it counts was not done."""
