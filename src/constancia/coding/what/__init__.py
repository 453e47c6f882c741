"""A draft in its story in, its details out: issue, instruments, and the things blocked, damaged or taken."""
