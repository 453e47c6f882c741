"""A draft in its story in, its details out: issue, target, campaign, day counter, instruments, things."""

from __future__ import annotations

from constancia.coding.story import Draft, Story


def find_details(story: Story, draft: Draft) -> None:
    """Set what a draft's sentences tell beside who, when and where."""
