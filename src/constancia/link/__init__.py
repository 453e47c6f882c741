"""Reports to events, campaigns and copies."""

from constancia.link.linking import link

__all__ = ["link"]
