"""A contract on paper: what it says, who took part, signatures, and room to sign."""

import re
import tempfile
from collections.abc import Iterator
from pathlib import Path

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_safe

from dossier.documents import pages
from dossier.documents.easy import easy
from dossier.documents.pdf import NotSet
from dossier.documents.plain import TooDeep
from dossier.establishment.house import house, said
from dossier.establishment.words import fold
from dossier.files.apart import Busy
from dossier.journal.actions import record
from dossier.journal.models import Entry
from dossier.notebooks.printed import blocks
from dossier.notebooks.rules import untitled
from dossier.persons.models import Dossier
from dossier.rights import heads, strokes
from dossier.rights.models import Contract, Giving
from dossier.web import dates
from dossier.web.contracts.finding import contract_of, readable
from dossier.web.contracts.former import former
from dossier.web.contracts.forms import contract_said
from dossier.web.contracts.telling import told
from dossier.web.converters import number
from dossier.web.documents.views import EASY, KINDS

ROOM = "\n\n\n" + "… " * 16  # to sign by hand, above the line
TO_SIGN = (Giving.Side.PERSON, Giving.Side.REPRESENTATIVE, Giving.Side.HOUSE)


@require_safe
def contract_document(request: HttpRequest, pk: int, contract: int, kind: str) -> HttpResponse:
    """Hand over a contract as a PDF to sign, an ODT to rework, or a page in one file: as it is now,
    in the version that `version` names, or as answered by the line that `remise` names.
    """
    dossier = readable(request, pk)
    found = contract_of(dossier, contract)
    then = _line_of(request, found)
    version = then.version if then else _version(request, found)
    mime, make = KINDS[kind]
    try:
        with tempfile.TemporaryDirectory(prefix="signatures-") as folder:
            made = document(dossier, found, version, Path(folder), by=request.user.name, then=then)
            content = make(easy(made) if request.GET.get("mise") == EASY else made)
    except (NotSet, TooDeep):
        messages.warning(request, "Ce contrat est trop lourd pour être mis en page.")
        return redirect("contract-detail", pk, contract)
    except Busy:
        messages.warning(
            request, "Un autre document se prépare : redemandez celui-ci dans un instant."
        )
        return redirect("contract-detail", pk, contract)
    record(by=request.user, notebook=dossier.notebook, act=Entry.Act.PRINTED)
    response = HttpResponse(content, content_type=mime)
    name = f"contrat-{contract}.{kind}"  # a number, not a name
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _line_of(request: HttpRequest, contract: Contract) -> Giving | None:
    """Return the line asked for, if one is; 404 for one that is not of this contract."""
    if "remise" not in request.GET:
        return None
    return get_object_or_404(contract.givings, pk=number(request.GET["remise"]))


def _version(request: HttpRequest, contract: Contract) -> int | None:
    """Return the version asked for, the present one if none is; 404 for one there is not."""
    latest = contract.writing.version if contract.writing else None
    if "version" not in request.GET:
        return latest
    asked = number(request.GET["version"])
    if not asked or not latest or asked > latest:
        raise Http404
    return asked


def document(
    dossier: Dossier,
    contract: Contract,
    version: int | None,
    folder: Path,
    *,
    by: str,
    then: Giving | None = None,
) -> pages.Document:
    """Return a contract as a document, under the head that the line `then` answered, or the present
    one; the signatures are drawn in `folder`.
    """
    title, text = "", ""
    if contract.writing and version:
        said_then = contract.writing.history.values_list("text", flat=True).get(version=version)
        title, text = untitled(said_then)
    shown = heads.as_answered(contract, then) if then else contract
    signed = _signatures(contract, version, then)
    body = [*_head(shown), *blocks(text), *_signed(signed, dossier, folder, is_then=bool(then))]
    latest = contract.writing.version if contract.writing else None
    if version == latest and not then:
        body += _to_sign(signed, dossier)
    which = f", tel qu’il était le {dates.full_day(then.on)}" if then else ""
    which += f", dans sa version {version}" if version and version != latest else ""
    name = said(shown.get_sort_display())
    return pages.Document(
        title=_named(title or name[:1].upper() + name[1:], dossier),
        blocks=tuple(body),
        house=house().name,
        told=f"Document sorti le {dates.full_day(timezone.localdate())} par {by}{which}",
    )


def _named(title: str, dossier: Dossier) -> str:
    """Return a title that says whose contract it is, once."""
    name = str(dossier.person)
    is_said = re.search(rf"(?<!\w){re.escape(fold(name))}(?!\w)", fold(title))
    return title if is_said else f"{title} : {name}"


def _line(text: str, *, strong: bool = False) -> pages.Paragraph:
    return pages.Paragraph((pages.Run(text, strong=strong),))


def _head(contract: Contract) -> Iterator[pages.Block]:
    """Yield what is known of a contract beside its text: nothing of it is typed twice."""
    if contract.amends:
        yield _line(f"Il change : {contract_said(contract.amends)}.")
    if contract.from_on:
        until = f", jusqu’au {dates.full_day(contract.until_on)}" if contract.until_on else ""
        yield _line(f"Prend effet le {dates.full_day(contract.from_on)}{until}.")
    if contract.took_part.strip():
        yield _line(f"Y ont pris part : {contract.took_part.strip()}")
    if contract.minor_opinion.strip():
        yield _line(f"Ce qu’en dit l’enfant : {contract.minor_opinion.strip()}")


def _signatures(contract: Contract, version: int | None, then: Giving | None) -> list[Giving]:
    """Return who signed this version and stands; under the same head as `then`, if one is given."""
    rows = contract.givings.filter(answer=Giving.Answer.SIGNED, is_mistaken=False, version=version)
    signed = list(rows.select_related("contract__writing", "noted_by"))
    if not then:
        return signed
    head = heads.answered(then)
    return [one for one in signed if heads.answered(one) == head]


def _signed(
    signed: list[Giving], dossier: Dossier, folder: Path, *, is_then: bool
) -> Iterator[pages.Block]:
    """Yield the signatures; beside each, what the head said then if it is not what it says here."""
    if signed:
        yield pages.Rule()
    before = {} if is_then else former(signed, dossier)
    for one in signed:
        who = told(one, dossier)["to"]
        yield _line(f"Signé par {who}, le {dates.full_day(one.on)}", strong=True)
        if one.strokes:
            drawn = folder / f"{one.pk}.png"
            drawn.write_bytes(strokes.png(one.strokes))
            yield pages.Picture(drawn, "image/png", f"Signature : {who}")
        if one.pk in before:
            yield _line(before[one.pk]["told"])
            yield from (_line(f"{name} : {words}") for name, words in before[one.pk]["parts"])


def _to_sign(signed: list[Giving], dossier: Dossier) -> Iterator[pages.Block]:
    """Yield a line for each who has not signed this version, with room."""
    missing = [side for side in TO_SIGN if side not in {one.side for one in signed}]
    if missing:
        yield pages.Rule()
        yield _line("Lu ensemble le … … … … … …, à … … … … … …")
    for side in missing:
        name = str(dossier.person) if side == Giving.Side.PERSON else said(Giving.Side(side).label)
        yield _line(f"Signature, {name} :{ROOM}")
