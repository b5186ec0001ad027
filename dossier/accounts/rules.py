"""How one comes into this house: pure rules on values."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

FREE, OUTSIDE, ALL = "free", "outside", "all"
SECOND = {
    FREE: "qui le souhaite",
    OUTSIDE: "tout le monde, en venant de dehors",
    ALL: "tout le monde, partout",
}
IDLE = (1, 60)  # minutes before a shared machine locks itself, at least and at most


@dataclass(frozen=True)
class Doors:
    """Who is asked a second proof (arrêté of 28 March 2022: whoever comes from outside), after how
    many minutes of rest a shared machine locks itself.
    """

    second: str = OUTSIDE
    idle_minutes: int = 5

    @classmethod
    def of(cls, kept: Mapping[str, Any]) -> "Doors":
        """Return what a house keeps (`Establishment.doors`), the rest as usual."""
        second = kept.get("second")
        minutes = kept.get("idle_minutes")
        is_right = isinstance(minutes, int) and IDLE[0] <= minutes <= IDLE[1]
        return cls(
            second if second in SECOND else cls.second,
            minutes if is_right else cls.idle_minutes,
        )
