"""Frozen exports: what one holds beside its tables, and what changed from one to the next."""

from constancia.publish.release.changes import Grounds, changes
from constancia.publish.release.manifest import Manifest, latest, manifest_of
from constancia.publish.release.resolving import resolve_rows
from constancia.publish.release.writing import Freeze, freeze

__all__ = ["Freeze", "Grounds", "Manifest", "changes", "freeze", "latest", "manifest_of", "resolve_rows"]
