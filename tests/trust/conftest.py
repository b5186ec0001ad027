"""What the tests of trust share."""

from datetime import datetime, timedelta

import pytest
from django.utils import timezone


@pytest.fixture
def clock(monkeypatch):
    """Return how to set the clock: hour and minutes, local, of a day to come; days after it."""
    first = (timezone.localtime() + timedelta(days=2)).date()

    def set_clock(hour: int, minutes: int, days: int = 0) -> None:
        zone = timezone.get_default_timezone()
        day = first + timedelta(days=days)
        now = datetime(day.year, day.month, day.day, hour, minutes, tzinfo=zone)
        monkeypatch.setattr(timezone, "now", lambda: now)

    return set_clock
