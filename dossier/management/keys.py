"""Reading a private key that somebody has on paper."""

import getpass
import sys
from pathlib import Path

from django.core.management import CommandError

WHERE = "La clé des sauvegardes (AGE-SECRET-KEY-1…) : "


def private_key(told: str | None) -> str:
    """Return the key read in the file `told`, or typed, for "-"; nothing for nothing."""
    if not told:
        return ""
    if told == "-":
        return (getpass.getpass(WHERE) if sys.stdin.isatty() else sys.stdin.read()).strip()
    try:
        lines = Path(told).expanduser().read_text(encoding="utf-8").split()
    except (OSError, ValueError) as error:
        raise CommandError(f"La clé ne se lit pas dans {told}.") from error
    return next((line for line in lines if line.startswith("AGE-SECRET-KEY-")), "-")
