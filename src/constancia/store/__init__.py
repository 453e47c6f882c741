"""Facts kept, the rest cached."""

from typing import TYPE_CHECKING, Any

from constancia.store.rows import PageRows, PageWork, StoredReading, page_rows

if TYPE_CHECKING:
    from constancia.store.store import Store

__all__ = ["PageRows", "PageWork", "Store", "StoredReading", "page_rows"]


def __getattr__(name: str) -> Any:
    """Load the database only where it is asked for: workers prepare rows and need none."""
    if name != "Store":
        raise AttributeError(name)
    from constancia.store.store import Store  # noqa: PLC0415

    return Store
