"""Makes the letters of printed documents, `dossier/documents/fonts`, from Fontsource's packages.

Run seldom, in an environment apart: `npm install @fontsource/{literata,noto-sans,noto-naskh-arabic,
noto-serif-hebrew,noto-emoji,noto-sans-math,noto-sans-symbols-2}`, `pip install fonttools brotli`,
then `python -m scripts.vendor_fonts node_modules/@fontsource`. Every source is under the SIL Open
Font License 1.1, whose text is kept beside. Only what is needed to print French, and the names and
signs people write in it, is taken; `drawn.txt` says which characters that makes. For all others,
Carre draws an empty square: Typst 0.15 stops at a sign written from right to left without a letter.
"""

import shutil
import sys
import tempfile
from collections.abc import Iterable, Iterator
from itertools import chain, pairwise
from pathlib import Path
from typing import NamedTuple

from fontTools import merge, subset
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable

TARGET = Path(__file__).resolve().parents[1] / "dossier" / "documents" / "fonts"
FEATURES = ["kern", "liga", "ccmp", "locl", "mark", "mkmk", "curs", "calt", "rlig", "rclt"]
FEATURES += ["init", "medi", "fina", "isol"]
DROPPED = ["vhea", "vmtx", "STAT", "gasp", "prep", "fpgm", "cvt ", "DSIG", "meta"]
LATIN = (0x0020, 0x024F), (0x0300, 0x036F), (0x1E00, 0x1EFF), (0x2000, 0x22FF), (0xFFFD, 0xFFFD)
PLAIN = (0x0020, 0x017F), (0x0300, 0x0323), (0x1E00, 0x1EFF), (0x2000, 0x20CF), (0xFFFD, 0xFFFD)
GREEK_AND_CYRILLIC = (0x0370, 0x03FF), (0x0400, 0x04FF)
EVERYTHING = ((0x20, 0x10FFFF),)
ARABIC = (0x0600, 0x06FF), (0x0750, 0x077F), (0xFDF2, 0xFDF2), (0xFDFA, 0xFDFB), (0x200C, 0x200F)
SIGNS = (0x2150, 0x21FF), (0x2200, 0x22FF)
SHAPES = (0x25A0, 0x25FF), (0x2610, 0x2612), (0x2700, 0x27BF)


class Wanted(NamedTuple):
    """A file to make: from which parts of which package, in which style, with which characters."""

    name: str
    package: str
    parts: tuple[str, ...]
    style: str
    characters: tuple[tuple[int, int], ...]


WESTERN = ("latin", "latin-ext", "vietnamese", "greek", "cyrillic")
WANTED = [
    Wanted("Literata-Regular", "literata", WESTERN, "400-normal", LATIN + GREEK_AND_CYRILLIC),
    Wanted("Literata-Italic", "literata", WESTERN, "400-italic", LATIN + GREEK_AND_CYRILLIC),
    Wanted("Literata-Bold", "literata", WESTERN, "700-normal", LATIN + GREEK_AND_CYRILLIC),
    Wanted("Literata-BoldItalic", "literata", WESTERN, "700-italic", LATIN + GREEK_AND_CYRILLIC),
    Wanted("NotoSans-Regular", "noto-sans", WESTERN[:3], "400-normal", PLAIN),
    Wanted("NotoSans-SemiBold", "noto-sans", WESTERN[:3], "600-normal", PLAIN),
    Wanted("NotoNaskhArabic-Regular", "noto-naskh-arabic", ("arabic",), "400-normal", ARABIC),
    Wanted("NotoSerifHebrew-Regular", "noto-serif-hebrew", ("hebrew",), "400-normal", EVERYTHING),
    Wanted("NotoSansMath-Regular", "noto-sans-math", ("latin",), "400-normal", SIGNS),
    Wanted("NotoSansSymbols2-Regular", "noto-sans-symbols-2", ("symbols",), "400-normal", SHAPES),
    Wanted("NotoEmoji-Regular", "noto-emoji", ("emoji",), "400-normal", EVERYTHING),
]


def main(packages: Path) -> None:
    """Make the fonts and put their licences beside."""
    TARGET.mkdir(exist_ok=True)
    drawn = set()
    for wanted in WANTED:
        font = make(wanted, packages / wanted.package)
        path = TARGET / f"{wanted.name}.ttf"
        font.save(path)
        drawn.update(font.getBestCmap())
        shutil.copy(packages / wanted.package / "LICENSE", TARGET / f"OFL-{wanted.package}.txt")
        print(f"{path.name}: {path.stat().st_size} bytes, {len(font.getBestCmap())} characters")
    lines = [f"{first:x}-{last:x}\n" for first, last in ranges(drawn)]
    (TARGET / "drawn.txt").write_text("".join(lines), encoding="ascii")
    square().save(TARGET / "Carre.ttf")


def make(wanted: Wanted, package: Path) -> TTFont:
    """Return one font, its parts put together."""
    with tempfile.TemporaryDirectory() as name:
        paths = []
        for part in wanted.parts:
            source = package / "files" / f"{wanted.package}-{part}-{wanted.style}.woff2"
            font = TTFont(source, recalcTimestamp=False)
            reduce(font, chain(*(range(first, last + 1) for first, last in wanted.characters)))
            paths.append(Path(name, f"{part}.ttf"))
            font.save(paths[-1])
        if len(paths) == 1:
            return TTFont(paths[0], lazy=False, recalcTimestamp=False)
        whole = merge.Merger(merge.Options(drop_tables=DROPPED)).merge([str(one) for one in paths])
        whole.recalcTimestamp = False
        whole["head"].created = whole["head"].modified = 0
        return whole


def reduce(font: TTFont, characters: Iterable[int]) -> None:
    """Keep of a font what draws `characters`, less what only screens and browsers use."""
    options = subset.Options(
        layout_features=FEATURES, hinting=False, glyph_names=False, notdef_outline=True
    )
    options.drop_tables += DROPPED
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=set(characters) & font.getBestCmap().keys())
    subsetter.subset(font)
    font.flavor = None


def ranges(characters: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Yield the ranges that `characters` make, first and last included."""
    ordered = sorted(characters)
    first = ordered[0]
    for one, following in pairwise([*ordered, None]):
        if following != one + 1:
            yield first, one
            first = following


def square() -> TTFont:
    """Return a font that draws an empty square for any character there is."""
    pen = TTGlyphPen(None)
    for low, high, turn in ((80, 720, 1), (130, 670, -1)):
        corners = [(low, low - 80), (low, high - 80), (high, high - 80), (high, low - 80)][::turn]
        pen.moveTo(corners[0])
        for corner in corners[1:]:
            pen.lineTo(corner)
        pen.closePath()
    builder = FontBuilder(1000)
    builder.setupGlyphOrder([".notdef", "square"])
    builder.setupGlyf({".notdef": pen.glyph(), "square": pen.glyph()})
    builder.setupHorizontalMetrics({".notdef": (800, 80), "square": (800, 80)})
    builder.setupHorizontalHeader(ascent=900, descent=-200)
    builder.setupCharacterMap({0x20: "square"})
    names = {"familyName": "Carre", "styleName": "Regular"}
    builder.setupNameTable(names | {"fullName": "Carre Regular", "psName": "Carre-Regular"})
    builder.setupOS2(sTypoAscender=900, sTypoDescender=-200, usWinAscent=900, usWinDescent=200)
    builder.setupPost()
    builder.setupHead(unitsPerEm=1000, created=0, modified=0)
    every = CmapSubtable.newSubtable(13)  # many characters to one glyph
    every.platformID, every.platEncID, every.language = 3, 10, 0
    every.cmap = dict.fromkeys(set(range(0x20, 0x110000)) - set(range(0xD800, 0xE000)), "square")
    builder.font["cmap"].tables = [every]
    builder.font.recalcTimestamp = False
    return builder.font


if __name__ == "__main__":
    main(Path(sys.argv[1]))
