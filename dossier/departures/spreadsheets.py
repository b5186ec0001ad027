"""Everything as spreadsheets: a folder, or a ZIP, of sheets that any spreadsheet program opens.

It is to be read, and taken up elsewhere; what a house comes back from is a takeout.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain, islice
from pathlib import Path, PurePosixPath

from dossier.departures import ods
from dossier.departures.losses import BLANKS
from dossier.departures.ods import Value
from dossier.departures.sheets import CELL, FILE, Sheet, names, sheets
from dossier.establishment.house import house, reading_once
from dossier.ownership.browsing import Advance
from dossier.ownership.places import Place, place
from dossier.ownership.takeout import one_instant, quiet

NOTICE = "LISEZ-MOI.txt"
MAX_NAME = 31  # characters of the name of a sheet (ECMA-376 part 1, 18.2.19)


@dataclass
class Told:
    """What was put in sheets: rows by name of sheet; `cut` is how many texts are in several cells,
    `left` why tables have no sheet.
    """

    rows: dict[str, int] = field(default_factory=dict)
    cut: int = 0
    left: list[str] = field(default_factory=list)


def look() -> Told:
    """Return what would be put in sheets, now."""
    with one_instant(), reading_once():
        told = Told(left=_left())
        for one in sheets():
            told.rows[one.path] = one.count()
            told.cut += one.measure()
    return told


def put_out(path: Path, *, advance: Advance = quiet) -> Told:
    """Put everything in sheets at `path`: a ZIP when it ends so, else a folder, new or empty.

    What is read is one instant of the house. Raises Taken, OSError: then nothing is left at `path`.
    """
    put = place(path)
    try:
        with one_instant(), reading_once():
            told = _fill(put, advance)
        put.close()
    except BaseException:
        put.give_up()
        raise
    return told


def _fill(put: Place, advance: Advance) -> Told:
    told, held = Told(left=_left()), sheets()
    total, done = sum(one.count() for one in held), 0
    for one in held:
        told.cut += one.measure()
        count = _Counted(one.rows())
        _put_sheet(put, one, count)
        told.rows[one.path] = count.done
        done += count.done
        advance("feuilles", done, total)
    put.put(NOTICE, _notice(told).encode())
    put.put_sums()
    return told


class _Counted:
    """Rows as they pass, counted."""

    def __init__(self, rows: Iterator[list[Value]]) -> None:
        self.rows, self.done = rows, 0

    def __iter__(self) -> "_Counted":
        return self

    def __next__(self) -> list[Value]:
        row = next(self.rows)
        self.done += 1
        return row


def _put_sheet(put: Place, sheet: Sheet, rows: Iterator[list[Value]]) -> None:
    """Put a sheet, in as many files as it needs; without a row, it has its names alone."""
    title, number = PurePosixPath(sheet.path).name[:MAX_NAME], 0
    first = list(islice(rows, 1))
    while first or not number:
        number += 1
        ending = f" ({number})" if number > 1 else ""
        some: Iterable[list[Value]] = chain(first, islice(rows, FILE - 1))
        put.put(f"{sheet.path}{ending}.ods", ods.pieces(title, sheet.heads, some))
        first = list(islice(rows, 1))


def _left() -> list[str]:
    return list(dict.fromkeys(names()["left"].values()))


def _notice(told: Told) -> str:
    rows = "\n".join(f"  {path} : {count}" for path, count in told.rows.items())
    left = "\n".join(f"  – {why} ;" for why in told.left)
    cell, file = (f"{count:,}".replace(",", "\u00a0") for count in (CELL, FILE))
    name = house().name or "la maison"
    words = NOTICE_TEXT.format(house=name, rows=rows, left=left, cell=cell, file=file)
    return BLANKS.sub("\u00a0", words)


NOTICE_TEXT = """\
Ce que tenait « {house} », en feuilles de calcul

Chaque fichier .ods s’ouvre dans LibreOffice ou dans Excel : une ligne par chose, des jours qui se
trient, des noms à la place des numéros, et le numéro à côté.

À SAVOIR

  – Un texte trop long pour une cellule ({cell} caractères) continue dans les colonnes « suite »,
    tout à droite, dans l’ordre. Rien n’est coupé ailleurs.
  – Une feuille de plus de {file} lignes continue dans un fichier « (2) », « (3) »…
  – Un texte qui commence par =, +, - ou @ reste un texte : aucune cellule n’est une formule.
  – Les fichiers joints sont nommés par leur empreinte. « dossier takeout » les emporte.
  – « dossier import spreadsheet » relit les feuilles Personnes et Écrits.

CE QUI N’Y EST PAS

{left}
  – des colonnes qui ne se lisent pas : empreintes, secrets, ordre.

Ce dossier ne suffit pas pour revenir : « dossier takeout » emporte tout, et « dossier restore » le
remet.

À GARDER SOUS CLÉ

Tout est en clair : ce qui fut écrit de chacun, et de tous à la fois.

LES FEUILLES, ET LEURS LIGNES

{rows}
"""
