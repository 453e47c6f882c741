"""Facts kept, the rest cached."""
