"""Optional engines, imported lazily."""
