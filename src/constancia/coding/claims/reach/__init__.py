"""A figure with its measure in, the report that it is of and how far it reaches out."""
