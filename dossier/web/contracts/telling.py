"""What was given, contracts and who is trusted, as pages show them."""

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone

from dossier.establishment.house import said
from dossier.notebooks.rules import untitled
from dossier.persons.models import Dossier
from dossier.rights import rules, strokes
from dossier.rights.actions import terms
from dossier.rights.models import Contract, Giving, Trust
from dossier.web.contracts.former import former
from dossier.web.contracts.forms import contract_said, report_said
from dossier.web.meetings.around import tell

AROUND = (
    "edition__house_text", "contract__writing", "report__writing", "writing", "noted_by",
)  # fmt: skip
LIGHT = ("edition__text", "edition__easy", "edition__changed", "edition__opinion")


def lines(givings: QuerySet[Giving], dossier: Dossier) -> list[dict[str, Any]]:
    """Return what was given, as pages show it, in the order asked: three queries at most."""
    found = list(givings.select_related(*AROUND).defer(*LIGHT))
    then = former(found, dossier)
    return [told(one, dossier) | {"then": then.get(one.pk)} for one in found]


def told(line: Giving, dossier: Dossier) -> dict[str, Any]:
    """Return one line of what was given."""
    name, address, version = _thing(line, dossier)
    drawn = line.strokes or None
    return {
        "line": line,
        "name": name,
        "address": address,
        "answer": line.get_answer_display(),
        "to": _to(line, dossier),
        "is_refusal": line.answer == Giving.Answer.REFUSED and not line.is_mistaken,
        "offers_dipc": bool(line.contract and line.contract.sort == Contract.Sort.STAY),
        "was_corrected": bool(line.version and version and version > line.version),
        "is_other": bool(version and version != line.version),
        "paths": strokes.paths(drawn) if drawn else [],
        "box": " ".join(map(str, strokes.box(drawn))) if drawn else "",
    }


def _thing(line: Giving, dossier: Dossier) -> tuple[str, str, int | None]:
    """Return what was given, where it is read, and the present version of its writing."""
    if line.edition:
        address = reverse("house-text-edition", args=[line.edition_id])
        return f"{line.edition.house_text}, édition {line.edition.number}", address, None
    if line.contract:
        written = line.contract.writing
        address = reverse("contract-detail", args=[dossier.notebook_id, line.contract_id])
        return contract_said(line.contract), address, written.version if written else None
    if line.report:
        written = line.report.writing
        address = reverse("writing-detail", args=[written.pk]) if written else ""
        return report_said(line.report), address, written.version if written else None
    return line.what, "", None


def _to(line: Giving, dossier: Dossier) -> str:
    """Return to whom, or by whom."""
    if line.side == Giving.Side.PERSON:
        return line.who or str(dossier.person)
    if line.side == Giving.Side.OTHER:
        return line.who or "quelqu’un d’autre"
    side = said(Giving.Side(line.side).label)
    return f"{line.who} ({side})" if line.who else side


def contracts(rows: Iterable[Contract]) -> list[dict[str, Any]]:
    """Return contracts as a list shows them."""
    return [
        {
            "contract": one,
            "name": contract_said(one),
            "title": untitled(one.writing.text)[0] if one.writing else "",
        }
        for one in rows
    ]


def trust(dossier: Dossier) -> dict[str, Any]:
    """Return who stands now as person of trust, what was noted, and what one may say of it."""
    rows = dossier.trusts.select_related("edition__house_text", "writing", "noted_by")
    held = list(rows.defer(*LIGHT))
    standing = [one for one in held if not one.is_mistaken]
    today = timezone.localdate()
    proposals = [one for one in standing if one.act == Trust.Act.PROPOSED]
    last = proposals[-1] if proposals else None
    about = rules.trusted(last.interview_on, last.on, terms()) if last else None
    return {
        "trusted": rules.standing(standing),
        "trusts": held[::-1],
        "about_trust": tell(about),
        "majority": rules.majority(dossier.person.born_from, dossier.person.born_until, today),
    }


def delays(contract: Contract, dossier: Dossier, givings: Iterable[Giving]) -> list[str]:
    """Return, in quiet sentences, what the law counts from the admission for a contract."""
    stays = list(dossier.stays.values_list("from_on", "until_on"))
    on = contract.from_on or timezone.localtime(contract.at).date()
    admitted = rules.admitted_on(stays, on)
    if not admitted or contract.sort in {Contract.Sort.AMENDMENT, Contract.Sort.OTHER}:
        return []
    due = rules.delays(admitted, terms())
    done = {one.answer for one in givings if not one.is_mistaken}
    found = []
    if not done:
        found.append(
            rules.Sentence("À remettre au plus tard le {due} (CASF D311).", {"due": due.given})
        )
    if contract.sort == Contract.Sort.STAY and not done & {"signed", "refused"}:
        words = "À signer, ou à refuser, au plus tard le {due} (CASF D311)."
        found.append(rules.Sentence(words, {"due": due.signed}))
    return [tell(one) for one in found]
