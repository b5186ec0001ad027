"""The report of the house as a document and as a table to open in a spreadsheet."""

import csv
import io
from collections.abc import Iterator

from django.utils import timezone

from dossier.counting.report import NOT_SHOWN, REASON, Report
from dossier.documents import pages
from dossier.establishment.house import house
from dossier.web import dates


def _line(text: str, *, emphasis: bool = False) -> pages.Paragraph:
    return pages.Paragraph((pages.Run(text, emphasis=emphasis),))


def document(report: Report) -> pages.Document:
    """Return the report of the house as a document; who took it out is not told in it."""
    return pages.Document(
        title=f"Les chiffres de l’année {report.year}",
        blocks=tuple(_blocks(report)),
        house=house().name,
        told=f"Document sorti le {dates.full_day(timezone.localdate())}",
    )


def _blocks(report: Report) -> Iterator[pages.Block]:
    yield _line(f"{NOT_SHOWN.capitalize()} : {REASON}.")
    for figure in report.figures:
        yield pages.Title(1, (pages.Run(figure.called),))
        items = [f"{line.label} : {report.said(line)}" for line in figure.lines]
        if told := [*items, *figure.words]:
            yield pages.Items(tuple((_line(one),) for one in told))
        yield _line(figure.how, emphasis=True)


def table(report: Report) -> str:
    """Return the report as CSV: semicolons, as spreadsheets open it here; a hidden cell is empty,
    its reason beside it.
    """
    out = io.StringIO()
    rows = csv.writer(out, delimiter=";")
    rows.writerow(["année", "chiffre", "ligne", "nombre", "pourquoi vide", "d’après", "méthode"])
    for figure in report.figures:
        for line in figure.lines:
            count = report.shown(line)
            why = REASON if count is None else ""
            rows.writerow(
                [report.year, _plain(figure.called), _plain(line.label),
                 "" if count is None else count, why, figure.counted_from, figure.method]
            )  # fmt: skip
        for words in figure.words:
            rows.writerow([report.year, _plain(figure.called), _plain(words), "", "", "", ""])
    return "\ufeff" + out.getvalue()


def _plain(text: str) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    return f"'{text}" if text[:1] in {"=", "+", "-", "@", "\t", "\r"} else text
