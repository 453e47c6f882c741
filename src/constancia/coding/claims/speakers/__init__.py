"""A figure in its sentence in, who gives it and how it is put forward out."""
