"""Where the places of the gazetteer come from, one file a kind of source."""
