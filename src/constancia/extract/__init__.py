"""Captures to pages and their passages."""
