"""Readings to reports and claims."""
