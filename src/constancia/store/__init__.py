"""Facts kept, the rest cached."""

from constancia.store.rows import PageRows, PageWork, StoredReading, page_rows
from constancia.store.store import Store

__all__ = ["PageRows", "PageWork", "Store", "StoredReading", "page_rows"]
