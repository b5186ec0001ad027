"""What was changed of the frame of the house, in words."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from dossier.rights.durations import Change, changes
from dossier.rights.terms import KNOWN, UNITS
from dossier.web import dates

SHOWN = 60
FIELDS = {
    "categories": "la sorte de lieu",
    "situation": "ce qu’il y a ici",
    "has_public_mission": "la mission de service public",
    "archives": "les archives dont on dépend",
    "protects_children": "la protection d’enfants",
    "notes_days": "le temps d’une note pour soi",
    "data_officer": "qui veille sur les données",
}


def row_said(row: dict[str, Any]) -> str:
    """Return a duration as the house changed it: "depuis le … : 3 ans, parce que …"."""
    amount, unit = int(row["amount"]), row["unit"]
    told = f"{amount} {UNITS[unit][amount > 1]}"
    if row.get("since"):
        told = f"depuis le {dates.full_day(date.fromisoformat(row['since']))} : {told}"
    return f"{told}, parce que : {row['source']}" if row.get("source") else told


def _words(change: Change) -> Iterator[str]:
    for name, called in FIELDS.items():
        if getattr(change.new, name) != getattr(change.old, name):
            yield called
    for key, known in KNOWN.items():
        if new := _rows(change, key):
            yield f"{known.name} : {new}"


def _rows(change: Change, key: str) -> str:
    """Return what a change said of a duration, if it said anything."""
    new, old = change.new.terms.get(key, []), change.old.terms.get(key, [])
    if new == old:
        return ""
    return " ; ".join(row_said(row) for row in new if row not in old) or "comme la loi"


def history() -> Iterator[tuple[Change, list[str]]]:
    """Yield the last changes of the frame, in words, the latest first."""
    for number, change in enumerate(changes()):
        if number == SHOWN:
            return
        if words := list(_words(change)):
            yield change, words


def changed(key: str) -> Iterator[tuple[Change, str]]:
    """Yield what was changed of a duration, the latest first."""
    for change in changes():
        if words := _rows(change, key):
            yield change, words
