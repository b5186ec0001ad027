"""The head of a contract: which, for when, who took part; as it stood when somebody answered it."""

import hashlib
import json
from copy import copy
from datetime import date
from typing import Any

from dossier.rights.models import Contract, Giving

TOLD = ("sort", "stay", "amends", "why", "took_part", "minor_opinion", "from_on", "until_on")
ROWS, DAYS = {"stay", "amends"}, {"from_on", "until_on"}


def head_of(contract: Contract) -> dict[str, Any]:
    """Return the head of a contract as JSON keeps it: numbers of rows, days as YYYY-MM-DD."""
    found = {name: getattr(contract, f"{name}_id" if name in ROWS else name) for name in TOLD}
    return found | {name: found[name].isoformat() for name in DAYS if found[name]}


def print_of(contract: Contract) -> str:
    """Return a print of the head of a contract, sixteen signs, the same while nobody changes it."""
    told = json.dumps(head_of(contract), sort_keys=True)
    return hashlib.sha256(told.encode()).hexdigest()[:16]


def freeze(contract: Contract, head: dict[str, Any]) -> None:
    """Keep, on each line that says nothing of it yet, the head it answered, before it changes:
    what was signed stays (CASF D311: who took part is a ground of nullity).
    """
    contract.givings.filter(head__isnull=True).update(head=head)


def answered(line: Giving) -> dict[str, Any]:
    """Return the head that a line about a contract answered: the present one if it stayed."""
    return line.head or head_of(line.contract)


def as_answered(contract: Contract, line: Giving) -> Contract:
    """Return a contract under the head that `line` answered: to be read, never saved."""
    then = copy(contract)
    for name, value in (line.head or {}).items():
        is_day = name in DAYS and value
        setattr(
            then,
            f"{name}_id" if name in ROWS else name,
            date.fromisoformat(value) if is_day else value,
        )
    return then


def changed(line: Giving) -> list[str]:
    """Return the parts of the head, of TOLD, that are no more what `line` answered."""
    if not line.contract or not line.head:
        return []
    now = head_of(line.contract)
    return [name for name in TOLD if line.head.get(name) != now[name]]
