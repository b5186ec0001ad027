"""What leaves on paper: a slip and a certificate, without a name."""

from collections.abc import Iterable, Mapping

from django.utils import timezone

from dossier.documents import pages
from dossier.establishment.house import house, said
from dossier.establishment.models import Worker
from dossier.retention.models import Certificate, Slip, SlipLine
from dossier.rights.models import Frame
from dossier.web import dates

TO_SIGN = "Date, nom et signature :\n\n\n"


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


# What goes with a dossier beside its writings, in order, as one counts it.
WITH_IT = {
    "dossier.historicalwriting": "versions",
    "dossier.blob": "fichiers",
    "dossier.request": "demandes",
    "dossier.reply": "ce qu’on y a répondu",
    "dossier.contract": "contrats et documents individuels",
    "dossier.giving": "ce qui a été remis ou proposé",
    "dossier.explanation": "pourquoi autrement",
    "dossier.trust": "à qui elle ou il fait confiance",
    "dossier.report": "rapports",
    "dossier.stay": "{accompagnement.pluriel}",
    "dossier.relation": "{entourage.singulier}",
    "dossier.project": "{projet.pluriel}",
    "dossier.agreement": "accords",
}


def whole(rows: Mapping[str, int]) -> str:
    """Say all that goes with a dossier, from how many rows of which table."""
    told = [said("{ecrit.Pluriel} : {n}", n=rows.get("dossier.writing", 0))]
    told += [said(f"{words} : {rows[one]}") for one, words in WITH_IT.items() if one in rows]
    return ", ".join(told)


def nature(line: SlipLine) -> str:
    """Say what a line is, of when."""
    return said("{dossier.singulier} {dossier:individuel,individuelle}, ") + years(line)


def decided(line: SlipLine) -> str:
    """Say who decided what of a line, and when; "" when nobody did."""
    if not line.decision:
        return ""
    by = f" par {line.decided_by.name}" if line.decided_by else ""
    on = f" le {dates.full_day(line.decided_at)}" if line.decided_at else ""
    return f"Décidé{by}{on} : {line.get_decision_display()}."


def slip_document(slip: Slip, lines: Iterable[SlipLine], by: Worker) -> pages.Document:
    """Return a slip as a document: numbers, years, and room for the visa."""
    frame, today = Frame.here(), dates.full_day(timezone.localdate())
    items = tuple(
        (
            _line(f"N° {one.number}, {nature(one)} : {counted(one)}", strong=True),
            _line(one.basis),
            *([_line(decided(one))] if one.decision else ()),
            *([_line(f"Versement : {one.deposit}")] if one.deposit else ()),
            *([_line(f"Détruit le {dates.full_day(one.done_at)}.")] if one.done_at else ()),
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
        of = f", {frame.archives}" if frame.archives else " des archives départementales"
        told.append(_line(f"Visa{of} : {visa}"))
    told.append(_line(TO_SIGN))
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
        blocks=(*map(_line, certificate_lines(one)), pages.Rule(), _line(TO_SIGN)),
        house=house().name,
        told=f"Destruction du {dates.full_day(one.on)}",
    )


def certificate_lines(one: Certificate) -> list[str]:
    """Return what a certificate says."""
    by = f", par {one.by.name}" if one.by else ""
    line = one.line
    told = [
        f"Détruit le {dates.full_day(one.on)}{by} : {nature(line)}. {counted(one)}, toutes les "
        "versions comprises.",
        f"Bordereau d’élimination n° {line.slip.number}, ligne n° {line.number}. {one.basis}",
        *filter(None, [decided(line)]),
    ]
    if line.reason:
        told.append(f"Pourquoi : {line.reason}")
    if one.visa:
        told.append(f"Visa des archives départementales : {one.visa}.")
    if line.deposit:
        told.append(f"Versé aux archives avant, sous la référence {line.deposit}.")
    told.append(
        said(
            "Là où d’autres {cahier.pluriel} le disaient, le nom a été remplacé. Les sauvegardes "
            "d’avant ce jour le portent encore, jusqu’à ce qu’elles soient remplacées."
        )
    )
    return told
