"""Data files: taxonomies, lexicons, gazetteer and source lists; README.md names each file's origin and licence."""
