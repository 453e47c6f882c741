"""Inputs (files, URLs, feeds, archives) to captures."""
