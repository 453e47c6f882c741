"""What the guide to collecting says of limits and manners is what the settings say."""

from pathlib import Path

from constancia.collect import CollectSettings

_GUIDE = Path(__file__).resolve().parents[2] / "docs" / "how-to" / "collect.md"
_NUMBERS = {3: "three times", 10: "ten times"}


def test_the_guide_names_the_limits_as_they_are():
    guide = _GUIDE.read_text(encoding="utf-8")
    settings = CollectSettings()
    assert f"is waited out {_NUMBERS[settings.retries]}" in guide
    assert f"followed up to {_NUMBERS[settings.max_redirects]}" in guide
    for name in ("delay_s", "max_bytes", "max_pages"):
        assert f"`{name}`" in guide
        assert hasattr(settings, name)
