"""What the head of a contract said to who signed or refused it, when it was changed since."""

from collections.abc import Iterable
from typing import Any

from dossier.establishment.house import said
from dossier.persons.models import Dossier
from dossier.rights import heads
from dossier.rights.models import Giving
from dossier.web import dates
from dossier.web.contracts.forms import contract_said

LABELS = {
    "sort": "Lequel",
    "stay": "Où",
    "amends": "Il change",
    "from_on": "Prend effet le",
    "until_on": "Jusqu’au",
    "took_part": "Qui y a pris part",
    "minor_opinion": "Ce qu’en dit l’enfant",
    "why": "Pourquoi celui-là",
}
ANSWERED = {"given": "remis", "signed": "signé", "refused": "refusé"}
UNSAID = "ce n’était pas dit"


def former(lines: Iterable[Giving], dossier: Dossier) -> dict[int, dict[str, Any]]:
    """Return, for each line whose contract says something else at its head since, by its number, a
    sentence (`told`) and what it said then (`parts`, labels and words): two queries at most.
    """
    changed = {one.pk: (one, parts) for one in lines if (parts := heads.changed(one))}
    every = {part for _, parts in changed.values() for part in parts}
    rows: dict[str, dict[int, str]] = {}
    if "stay" in every:
        stays = dossier.stays.select_related("team")
        rows["stay"] = {one.pk: str(one) for one in stays}
    if "amends" in every:
        rows["amends"] = {one.pk: contract_said(one) for one in dossier.contracts.all()}
    return {pk: _said(one, parts, rows) for pk, (one, parts) in changed.items()}


def _said(line: Giving, parts: list[str], rows: dict[str, dict[int, str]]) -> dict[str, Any]:
    how = ANSWERED.get(line.answer)
    begun = f"Tel que {how}" if how else "Tel qu’il était"
    is_more = not any(line.head.get(one) for one in parts)
    since = "complété depuis" if is_more else "corrigé depuis"
    then = heads.as_answered(line.contract, line)
    told = {
        "sort": said(then.get_sort_display()),
        **{name: rows.get(name, {}).get(line.head.get(name), "") for name in heads.ROWS},
        **{name: dates.full_day(day) for name in heads.DAYS if (day := getattr(then, name))},
        **{name: getattr(then, name).strip() for name in ("took_part", "minor_opinion", "why")},
    }
    return {
        "told": f"{begun} le {dates.full_day(line.on)} ; {since}.",
        "parts": [(LABELS[one], told.get(one) or UNSAID) for one in LABELS if one in parts],
    }
