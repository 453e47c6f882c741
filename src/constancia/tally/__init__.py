"""Claims to tolls."""
