"""What leaves on paper: a slip and a certificate, without a name."""

from collections.abc import Iterable

from django.utils import timezone

from dossier.documents import pages
from dossier.establishment.house import house, said
from dossier.establishment.models import Worker
from dossier.retention.models import Certificate, Slip, SlipLine
from dossier.rights.models import Frame
from dossier.web import dates


def _line(text: str, *, strong: bool = False) -> pages.Paragraph:
    return pages.Paragraph((pages.Run(text, strong=strong),))


def counted(line: SlipLine | Certificate) -> str:
    """Say how many writings and files."""
    told = said("{ecrit.Pluriel} : {n}", n=line.writings)
    return f"{told}, fichiers : {line.files}" if line.files else told


def years(line: SlipLine) -> str:
    """Say the years that a line spans."""
    if line.first_year == line.last_year:
        return str(line.first_year)
    return f"de {line.first_year} à {line.last_year}"


def slip_document(slip: Slip, lines: Iterable[SlipLine], by: Worker) -> pages.Document:
    """Return a slip as a document: numbers, years, and room for the visa."""
    frame, today = Frame.here(), dates.full_day(timezone.localdate())
    items = tuple(
        (
            _line(f"N° {one.number}, {years(one)} : {counted(one)}", strong=True),
            _line(one.basis),
            *([_line(f"Décision : {one.get_decision_display()}")] if one.decision else ()),
            *([_line(f"Versement : {one.deposit}")] if one.deposit else ()),
        )
        for one in lines
    )
    told: list[pages.Block] = [
        _line("Code du patrimoine, articles L211-4 et L212-2."),
        pages.Items(items),
        pages.Rule(),
    ]
    if slip.needs_visa:
        visa = f"{slip.visa}, du {dates.full_day(slip.visa_on)}" if slip.visa_on else "\n\n\n"
        told.append(_line(f"Visa des archives départementales {frame.archives} : {visa}"))
    told.append(_line("Date et signature :\n\n\n"))
    return pages.Document(
        title=f"Bordereau d’élimination n° {slip.number}",
        blocks=tuple(told),
        house=house().name,
        told=f"Sorti le {today} par {by.name}",
    )


def certificate_document(one: Certificate) -> pages.Document:
    """Return a certificate as a document: no name, no word of what was destroyed."""
    return pages.Document(
        title=f"Certificat de destruction n° {one.number}",
        blocks=tuple(_line(text) for text in certificate_lines(one)),
        house=house().name,
        told=f"Destruction du {dates.full_day(one.on)}",
    )


def certificate_lines(one: Certificate) -> list[str]:
    """Return what a certificate says."""
    told = [
        f"Détruit le {dates.full_day(one.on)} : {counted(one)}, toutes les versions comprises.",
        f"Bordereau d’élimination n° {one.line.slip.number}. {one.basis}",
    ]
    if one.visa:
        told.append(f"Visa des archives départementales : {one.visa}.")
    if one.line.deposit:
        told.append(f"Versé aux archives avant, sous la référence {one.line.deposit}.")
    told.append(
        said(
            "Là où d’autres {cahier.pluriel} le disaient, le nom a été remplacé. Les sauvegardes "
            "d’avant ce jour le portent encore, jusqu’à ce qu’elles soient remplacées."
        )
    )
    return told
