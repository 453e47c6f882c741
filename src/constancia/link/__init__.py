"""Reports to events, campaigns and copies."""
