"""Archive and export, checked again by an independent path: every byte hashed, every quote sought on its page."""

from constancia.verify.finding import Finding
from constancia.verify.verifying import verify

__all__ = ["Finding", "verify"]
