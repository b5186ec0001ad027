"""The part of the page of a person's rights about what they were given, and who they trust."""

from typing import Any

from django.utils import timezone

from dossier.establishment.models import Worker
from dossier.persons.models import Dossier
from dossier.rights import rules, texts
from dossier.rights.models import HouseText
from dossier.web.contracts import telling

SHOWN = 12


def tools(dossier: Dossier, worker: Worker) -> dict[str, Any]:
    """Return what was given lately, the contracts, who is trusted, to whom one may turn."""
    newest = dossier.givings.order_by("-on", "-pk")
    given = telling.lines(newest[: SHOWN + 1], dossier)
    current = texts.in_force(timezone.localdate())
    of_arrival = [one for one in current if one.house_text.sort in rules.ADMISSION]
    rows = dossier.contracts.select_related("writing").order_by("-pk")[:SHOWN]
    return {
        "given": given[:SHOWN],
        "has_more_given": len(given) > SHOWN,
        "of_arrival": of_arrival,
        "contracts": telling.contracts(rows),
        "qualified": [one for one in current if one.house_text.sort == HouseText.Sort.QUALIFIED],
        "has_notice": any(one.house_text.sort == HouseText.Sort.TRUSTED for one in current),
        **telling.trust(dossier),
    }
