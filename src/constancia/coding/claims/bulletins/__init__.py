"""A text in, the figures of its lists and tables out, with the heading or row that says of what."""
