"""The stored bytes and an export, re-checked by a path of its own."""
