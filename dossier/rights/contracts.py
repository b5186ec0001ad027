"""Acts on contracts: draw one up, say who took part, write its text with several hands."""

import uuid
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from dossier.establishment.models import Worker
from dossier.journal.actions import record
from dossier.journal.models import Entry
from dossier.notebooks.actions import Content, must_write
from dossier.notebooks.held import content_held, sign_held
from dossier.notebooks.models import Writing
from dossier.persons.models import Dossier, Stay
from dossier.rights import heads
from dossier.rights.heads import TOLD
from dossier.rights.models import Contract


@transaction.atomic
def draw_up(
    *,
    by: Worker,
    dossier: Dossier,
    sort: str,
    stay: Stay | None = None,
    amends: Contract | None = None,
    facts: dict[str, str] | None = None,
    why: str = "",
    took_part: str = "",
    minor_opinion: str = "",
    from_on: date | None = None,
    until_on: date | None = None,
    at: datetime | None = None,
) -> Contract:
    """Begin a contract of `dossier`, or an amendment to one (CASF L311-4, D311); a sort is enough.

    `facts` are the answers given to `rules.which_contract`, `why` what the worker decided. Raises
    NotAllowed unless `by` writes there; ValueError for what `_check` refuses.
    """
    must_write(by, dossier.notebook)
    now = (at or timezone.now()).replace(second=0, microsecond=0)
    contract = Contract(dossier=dossier, facts=facts or {}, by=by, at=now)
    told = (sort, stay, amends, why, took_part, minor_opinion, from_on, until_on)
    _tell(contract, **dict(zip(TOLD, told, strict=True)))
    record(by=by, notebook=dossier.notebook, act=Entry.Act.DESCRIBED, at=now)
    return contract


@transaction.atomic
def describe_contract(*, by: Worker, contract: Contract, **told: Any) -> None:
    """Say anew what a contract is: those of TOLD given by name; who signed or refused it keeps the
    head they answered. Raises what `draw_up` does.
    """
    must_write(by, contract.dossier.notebook)
    before = heads.head_of(Contract.objects.select_for_update().get(pk=contract.pk))
    _tell(contract, **{name: getattr(contract, name) for name in TOLD} | told)
    if heads.head_of(contract) != before:
        heads.freeze(contract, before)
    record(by=by, notebook=contract.dossier.notebook, act=Entry.Act.DESCRIBED)


def _tell(contract: Contract, **told: Any) -> None:
    """Fill a contract and save it. Raises ValueError for a sort there is not, a stay or a contract
    of somebody else, an amendment to itself, an end before its beginning.
    """
    stay, amends = told["stay"], told["amends"]
    if told["sort"] not in Contract.Sort:
        raise ValueError("a sort of contract there is not")
    if any(one and one.dossier_id != contract.dossier_id for one in (stay, amends)):
        raise ValueError("a stay or a contract of somebody else")
    if amends and amends.pk == contract.pk:
        raise ValueError("a contract does not amend itself")
    if told["from_on"] and told["until_on"] and told["until_on"] < told["from_on"]:
        raise ValueError("an end before its beginning")
    for name, value in told.items():
        setattr(contract, name, value)
    contract.save()


@transaction.atomic
def mark_contract(*, by: Worker, contract: Contract, is_mistaken: bool) -> None:
    """Say that a contract was noted by mistake, or that it stands after all; it stays."""
    must_write(by, contract.dossier.notebook)
    contract.is_mistaken = is_mistaken
    contract.save(update_fields=["is_mistaken"])
    record(by=by, notebook=contract.dossier.notebook, act=Entry.Act.DESCRIBED)


@transaction.atomic
def sign(
    *,
    by: Worker,
    contract: Contract,
    content: Content,
    key: uuid.UUID | None = None,
    at: datetime | None = None,
    version: int | None = None,
) -> tuple[Writing, set[str]]:
    """Write the text of a contract, for the first time or anew, as `sign_held` does."""
    rows = Contract.objects.select_for_update(of=("self",)).select_related("dossier__notebook")
    held = rows.get(pk=contract.pk)
    saved, doubtful = sign_held(
        by=by,
        holder=held,
        notebook=held.dossier.notebook,
        content=content,
        key=key,
        at=at,
        version=version,
    )
    contract.writing = saved
    return saved, doubtful


def write_contract(
    *,
    by: Worker,
    contract: Contract,
    text: str,
    key: uuid.UUID | None = None,
    at: datetime | None = None,
    version: int | None = None,
) -> Writing:
    """Write the text of a contract, as `sign` does; what else its writing holds stays."""
    content = content_held(contract, text)
    return sign(by=by, contract=contract, content=content, key=key, at=at, version=version)[0]
