"""A story with its drafts in, its claims out: every figure with its bounds, reach, speaker and report."""
