"""The record to tables, files and pages."""
