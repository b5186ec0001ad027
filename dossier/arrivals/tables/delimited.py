"""Sheets written as plain text: whatever their letters are written in and set apart by."""

import codecs
import csv
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice

from charset_normalizer import from_bytes

from dossier.arrivals.brought import Fate, Line, Unreadable
from dossier.arrivals.tables.grid import MAX_CHARS, TOO_BIG, Grid, Room, Sheet

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
SEPARATORS = ";\t|,"  # from the likeliest in French
FRENCH = set("àâäçéèêëîïôöùûüÿœæÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸŒÆ’‘“”«»–—…°€ñáíóúãõ·•²³ºª\xa0\u202f")
USUAL = set("éèêàçôîû’")
OF_THE_HOUSE = ("cp1252", "mac_roman", "cp850")
LOOKED_AT = 300  # lines read to tell how they are set apart
STRAY = "dossier.stray"  # how bytes that are not UTF-8 are read, among others that are
SEP_LINE = re.compile(r'^"?sep=(.)"?$', re.IGNORECASE)
MAX_RESTARTS = 200
# Unreal in a text of any sort: what is left when a file of something else is read as words.
UNREAL = re.compile(r"[\x01-\x08\x0e-\x1a\x1c-\x1f]")


def sheet(name: str, content: bytes, room: Room) -> Sheet:
    """Return the sheet that `content` writes as text; raises Unreadable when it is none."""
    text, said = decoded(content)
    if len(text) > MAX_CHARS:
        raise Unreadable(TOO_BIG)
    if len(UNREAL.findall(text[:100_000])) > len(text[:100_000]) / 100:
        raise Unreadable(
            "Ce fichier n’est pas un tableau, ou il est abîmé. Ouvrez-le dans un tableur,"
            " enregistrez-le au format .xlsx, .ods ou .csv, et redonnez-le."
        )
    lines = [f"{line}\n" for line in text.split("\n")]
    separator, start = separator_of(lines)
    grid, torn = Grid(room), 0
    for at, (record, was_torn) in enumerate(records(lines[start:], separator)):
        torn += was_torn
        for column, words in enumerate(record):
            grid.put(at + start, column, words)
    if torn:
        words = f"Un guillemet ouvert n’était pas refermé ({torn} fois) : la ligne est lue telle."
        said.append(Line("fichier", Fate.TAKEN, words))
    return grid.sheet(name, said=tuple(said))


def decoded(content: bytes) -> tuple[str, list[Line]]:
    """Return the text of `content` with its lines ended by "\\n", and what there is to say."""
    text, said = _letters(content)
    if "\x00" in text:
        text = text.replace("\x00", "")
        words = "Des caractères nuls s’y trouvaient, entre les lettres : ils sont ôtés."
        said.append(Line("fichier", Fate.TAKEN, words))
    return text.replace("\r\n", "\n").replace("\r", "\n"), said


def _letters(content: bytes) -> tuple[str, list[Line]]:
    for bom, coding in BOMS:
        if content.startswith(bom):
            if coding == "utf-8":
                break
            return content[len(bom) :].decode(coding, "replace"), []
    content = content.removeprefix(codecs.BOM_UTF8)
    if coding := _utf16(content):
        return content.decode(coding, "replace"), []
    try:
        return content.decode("utf-8"), []
    except UnicodeDecodeError:
        return _older(content)


def _utf16(content: bytes) -> str:
    """Return how letters of two bytes without a mark are ordered, "" when they are not."""
    head = content[:20_000]
    odd, even = head[1::2].count(0), head[::2].count(0)
    if len(content) % 2 or max(odd, even) < len(head) * 0.3:
        return ""
    return "utf-16-le" if odd > even else "utf-16-be"


def _older(content: bytes) -> tuple[str, list[Line]]:
    """Read what is not UTF-8: an older French coding, both mixed, or one of elsewhere."""
    mixed = content.decode("utf-8", STRAY)
    bad = content.decode("utf-8", "replace").count("\ufffd")
    if sum(char > "\x7f" for char in mixed) > 2 * bad:
        words = "Deux écritures des accents s’y mêlaient : elles sont lues ensemble."
        return mixed, [Line("fichier", Fate.TAKEN, words)]
    best, text = max(
        ((_french(text), -at), text)
        for at, coding in enumerate(OF_THE_HOUSE)
        for text in [_whole(content, coding)]
    )
    if best[0] < 0 and (found := from_bytes(content[:500_000]).best()):
        words = (
            f"Les lettres de ce fichier sont d’une écriture rare ({found.encoding}) :"
            " regardez si les accents sont bons."
        )
        return content.decode(found.encoding, "replace"), [Line("fichier", Fate.TAKEN, words)]
    return text, []


def _whole(content: bytes, coding: str) -> str:
    """Decode every byte: those a coding does not have are as in Latin-1."""
    try:
        return content.decode(coding)
    except UnicodeDecodeError:
        table = {
            byte: bytes([byte]).decode(coding, "ignore") or chr(byte) for byte in range(128, 256)
        }
        return content.decode("latin-1").translate(table)


def _stray(error: UnicodeError) -> tuple[str, int]:
    """Read bytes that are not UTF-8 as an older French coding has them."""
    return _whole(error.object[error.start : error.end], "cp1252"), error.end


codecs.register_error(STRAY, _stray)


def _french(text: str) -> int:
    """Return how French the letters beyond ASCII are: the usual ones for more, the others less."""
    counts = Counter(char for char in text if char > "\x7f")
    return sum(
        many * (3 if char in USUAL else 1 if char in FRENCH else -1)
        for char, many in counts.items()
    )


def separator_of(lines: list[str]) -> tuple[str, int]:
    """Return what sets cells apart, and the line to start from; "" when each line is one cell.

    "sep=;" on the first line says it; else it is what cuts the most lines into as many cells.
    """
    if said := SEP_LINE.match(lines[0].strip()):
        return said[1], 1
    if re.fullmatch(r'"?sep=\t?"?\n', lines[0], re.IGNORECASE):
        return "\t", 1
    best = max(
        ((_evenness(lines, separator), -at), separator) for at, separator in enumerate(SEPARATORS)
    )
    return (best[1] if best[0][0] >= 0.4 else ""), 0


def _evenness(lines: Iterable[str], separator: str) -> float:
    """Return the share of the first lines that have as many cells as most, 0 when that is one."""
    reader = csv.reader(islice(lines, LOOKED_AT), delimiter=separator)
    widths = Counter(width for record in reader if (width := len(record)) and any(record))
    many = {width: count for width, count in widths.items() if width > 1}
    if not many:
        return 0.0
    return max(many.values()) / widths.total() + sum(many.values()) / widths.total() / 100


def records(lines: list[str], separator: str) -> Iterator[tuple[list[str], bool]]:
    """Yield the cells of each record, and whether its quotes had to be taken for words.

    A quote that is never closed would swallow the rest: its line is then read as it stands.
    """
    if not separator:
        yield from (([line.rstrip("\n")], False) for line in lines)
        return
    csv.field_size_limit(MAX_CHARS)
    at, restarts, usual = 0, 0, Counter()
    while at < len(lines):
        reader = csv.reader(islice(lines, at, None), delimiter=separator)
        done = 0
        for record in reader:
            span = lines[at + done : at + reader.line_num]
            is_last = at + reader.line_num == len(lines)
            if restarts < MAX_RESTARTS and _is_torn(span, record, usual, separator, is_last):
                restarts += 1
                yield lines[at + done].rstrip("\n").split(separator), True
                done += 1
                break
            done = reader.line_num
            usual[len(record)] += 1
            yield record, False
        at += done


def _is_torn(
    span: list[str], record: list[str], usual: Counter[int], separator: str, is_last: bool
) -> bool:
    """Whether a record over several lines is many, behind a quote that means nothing."""
    if len(span) < 2:
        return False
    if is_last and sum(line.count('"') for line in span) % 2:
        return True
    width = usual.most_common(1)[0][0] if usual else 0
    if width < 2 or len(record) == width and _is_strict(span, separator):
        return False
    return sum(line.count(separator) == width - 1 for line in span) > len(span) / 2


def _is_strict(span: list[str], separator: str) -> bool:
    """Whether quotes are where a program writes them: around whole cells."""
    try:
        return len(list(csv.reader(span, delimiter=separator, strict=True))) == 1
    except csv.Error:
        return False
