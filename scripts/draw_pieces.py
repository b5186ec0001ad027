"""Draw the invented photographs, drawings, sounds and papers of dossier/demo/fixtures/pieces/.

Run `python scripts/draw_pieces.py [NAME...]` from the root of the project: everything, or the
named files only. Chance is seeded by the name of each file, so that the same Pillow and typst
give the same bytes. Nothing here comes from a camera, a microphone or a person.
"""

import io
import math
import random
import struct
import sys
import unicodedata
import wave
import zipfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import typst
from odfdo import Document, Header, Paragraph
from PIL import Image, ImageChops, ImageDraw, ImageEnhance, ImageFilter, ImageFont, ImageOps

PIECES = Path(__file__).resolve().parent.parent / "dossier" / "demo" / "fixtures" / "pieces"
Point = tuple[float, float]
Points = Sequence[Point]
Color = tuple[int, int, int]
BLUE_BALLPOINT, BLACK_BALLPOINT = (34, 52, 128), (38, 38, 46)


def chance(name: str) -> random.Random:
    """Return the chance of one drawing, always the same."""
    return random.Random(name)  # noqa: S311 - drawings, no secret


# ------------------------------------------------------------------ matter: grain, paper, wood


def grain(size: tuple[int, int], luck: random.Random) -> Image.Image:
    """Return grey noise, each pixel on its own."""
    return Image.frombytes("L", size, luck.randbytes(size[0] * size[1]))


def clouds(
    size: tuple[int, int], luck: random.Random, cells: int = 4, octaves: int = 5, tall: float = 1.0
) -> Image.Image:
    """Return soft noise: `cells` clouds across, then twice as many and half as strong."""
    total, weight = Image.new("L", size, 128), 0.5
    for octave in range(octaves):
        across = cells * 2**octave
        down = max(2, round(across * size[1] / size[0] / tall))
        layer = grain((across + 1, down + 1), luck).resize(size, Image.Resampling.BICUBIC)
        total = layer if not octave else Image.blend(total, layer, weight / (0.5 + weight))
        weight /= 1.6
    return ImageOps.autocontrast(total, cutoff=0.5)


def levels(image: Image.Image, low: float, high: float) -> Image.Image:
    """Return a grey image whose black is `low` and white is `high`."""
    return image.point([round(low + (high - low) * value / 255) for value in range(256)])


def tinted(grey: Image.Image, dark: Color, light: Color) -> Image.Image:
    """Return a grey image in colours."""
    return ImageOps.colorize(grey, dark, light)


def shade(image: Image.Image, grey: Image.Image) -> Image.Image:
    """Darken an image by a grey one, where white changes nothing."""
    return ImageChops.multiply(image, grey.convert("RGB"))


def paper(
    size: tuple[int, int], luck: random.Random, color: Color = (250, 248, 242)
) -> Image.Image:
    """Return a sheet: a little grain, a few fibres, not quite white."""
    sheet = shade(Image.new("RGB", size, color), levels(clouds(size, luck, 3, 4), 244, 255))
    return shade(sheet, levels(grain(size, luck).filter(ImageFilter.GaussianBlur(0.8)), 238, 262))


def wood(size: tuple[int, int], luck: random.Random, dark: Color, light: Color) -> Image.Image:
    """Return a table: long veins, boards."""
    veins = clouds(size, luck, 2, 5, tall=0.08).rotate(0)
    fine = grain((size[0] // 60 + 2, size[1]), luck).resize(size, Image.Resampling.BICUBIC)
    table = tinted(Image.blend(veins, fine, 0.28), dark, light)
    draw = ImageDraw.Draw(table)
    for y in range(luck.randrange(40, 140), size[1], 230):
        draw.line([(0, y), (size[0], y + 3)], fill=tuple(c // 2 for c in dark), width=3)
    return table.filter(ImageFilter.GaussianBlur(1.1))


def light_from(size: tuple[int, int], at: Point, low: int = 150, high: int = 255) -> Image.Image:
    """Return the light of a lamp or a window, brightest at `at` (shares of the size)."""
    small = Image.new("L", (48, 48))
    small.putdata(
        [
            round(high - (high - low) * min(1, math.hypot(x / 47 - at[0], y / 47 - at[1]) / 1.15))
            for y in range(48)
            for x in range(48)
        ]
    )
    return small.resize(size, Image.Resampling.BICUBIC)


def crumpled(size: tuple[int, int], luck: random.Random, folds: int) -> Image.Image:
    """Return the light on a paper once made into a ball: facets, each with its own grey."""
    across, down = 220, round(220 * size[1] / size[0])
    creases = []
    for _ in range(folds):
        angle, x, y = luck.uniform(0, math.pi), luck.uniform(0, across), luck.uniform(0, down)
        strength = luck.uniform(-1, 1) * (0.35 + abs(math.cos(angle - 0.7)))
        reach = luck.uniform(9, 48) * luck.uniform(1, 1.6)
        creases.append((math.cos(angle), math.sin(angle), x, y, strength, 1 / reach**2))
    values = []
    for y in range(down):
        for x in range(across):
            total = 0.0
            for cos, sin, cx, cy, strength, narrow in creases:
                dx, dy = x - cx, y - cy
                near = (dx * dx + dy * dy) * narrow
                if near < 3:
                    side = (dx * cos + dy * sin) * 2.2
                    fold = 0.3 / (1 + 3 * side * side)
                    total += (strength * side / (1 + abs(side)) - fold) * math.exp(-near)
            values.append(round(218 + 62 * total / (1.2 + abs(total))))
    small = Image.new("L", (across, down))
    small.putdata(values)
    return small.resize(size, Image.Resampling.BICUBIC)


def warped(image: Image.Image, luck: random.Random, cells: int, much: float) -> Image.Image:
    """Return an image whose surface is no longer flat."""
    width, height = image.size
    down = round(cells * height / width)
    knots = {
        (i, j): (
            i * width / cells + (luck.uniform(-much, much) if 0 < i < cells else 0),
            j * height / down + (luck.uniform(-much, much) if 0 < j < down else 0),
        )
        for i in range(cells + 1)
        for j in range(down + 1)
    }
    mesh = []
    for i in range(cells):
        for j in range(down):
            box = (
                round(i * width / cells), round(j * height / down),
                round((i + 1) * width / cells), round((j + 1) * height / down),
            )  # fmt: skip
            corners = (knots[i, j], knots[i, j + 1], knots[i + 1, j + 1], knots[i + 1, j])
            mesh.append((box, tuple(part for corner in corners for part in corner)))
    return image.transform(image.size, Image.Transform.MESH, mesh, Image.Resampling.BICUBIC)


def laid(
    table: Image.Image, sheet: Image.Image, at: Point, angle: float, soft: int = 14
) -> Image.Image:
    """Lay a sheet on a table, turned, with its shadow; `at` is its middle."""
    turned = sheet.convert("RGBA").rotate(angle, Image.Resampling.BICUBIC, expand=True)
    left, top = round(at[0] - turned.width / 2), round(at[1] - turned.height / 2)
    mask = turned.getchannel("A")
    for blur, shift, strength in ((soft, soft, 120), (3, 3, 110)):
        shadow = Image.new("L", table.size, 255)
        shadow.paste(255 - strength, (left + shift, top + shift), mask)
        table = shade(table, shadow.filter(ImageFilter.GaussianBlur(blur)))
    table.paste(turned.convert("RGB"), (left, top), mask)
    return table


def tilted(scene: Image.Image, corners: Sequence[float]) -> Image.Image:
    """Return a scene seen from a telephone not held straight; `corners` in pixels to cut."""
    width, height = scene.size
    a, b, c, d = corners
    quad = (a, b, c, height - d, width - d, height - a, width - b, c)
    return scene.transform(scene.size, Image.Transform.QUAD, quad, Image.Resampling.BICUBIC)


def photographed(
    scene: Image.Image,
    luck: random.Random,
    *,
    lamp: Point = (0.3, 0.2),
    cast: Color = (255, 248, 234),
    dim: int = 150,
    blur: float = 0.7,
    noise: float = 0.07,
) -> Image.Image:
    """Return a scene as a telephone takes it: its light, its softness, its noise."""
    scene = shade(scene, light_from(scene.size, lamp, dim))
    scene = ImageChops.multiply(scene, Image.new("RGB", scene.size, cast))
    scene = scene.filter(ImageFilter.GaussianBlur(blur))
    speckles = Image.merge("RGB", [grain(scene.size, luck) for _ in range(3)])
    speckles = speckles.filter(ImageFilter.GaussianBlur(0.9))
    even = Image.new("RGB", scene.size, "#808080")
    scene = ImageOps.autocontrast(scene, cutoff=(0.2, 0.6), preserve_tone=True)
    return ImageChops.overlay(scene, Image.blend(even, speckles, noise * 4))


# ------------------------------------------------------------------ hands: pens and letters


def curve(points: Points, step: float = 1.0) -> list[Point]:
    """Return a smooth line through `points` (Catmull-Rom), a point every `step` or so."""
    if len(points) < 3:
        points = [
            points[0],
            *[_between(points[0], points[-1], t) for t in (0.33, 0.66)],
            points[-1],
        ]
    ends = [points[0], *points, points[-1]]
    found = []
    for p0, p1, p2, p3 in zip(ends, ends[1:], ends[2:], ends[3:], strict=False):
        count = max(2, round(math.dist(p1, p2) / step))
        for number in range(count):
            found.append(_catmull(p0, p1, p2, p3, number / count))
    return [*found, points[-1]]


def _between(a: Point, b: Point, t: float) -> Point:
    return a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t


def _catmull(p0: Point, p1: Point, p2: Point, p3: Point, t: float) -> Point:
    def one(a: float, b: float, c: float, d: float) -> float:
        return 0.5 * (
            2 * b
            + (c - a) * t
            + (2 * a - 5 * b + 4 * c - d) * t * t
            + (3 * b - a - 3 * c + d) * t**3
        )

    return one(p0[0], p1[0], p2[0], p3[0]), one(p0[1], p1[1], p2[1], p3[1])


@dataclass
class Pen:
    """A pen and the hand that holds it: what it leaves on a page."""

    page: Image.Image
    color: Color
    width: float
    luck: random.Random
    shake: float = 0.5  # pixels
    strength: float = 1.0
    pressure: float = 0.25  # how much the width changes

    def __post_init__(self) -> None:
        """Take a clean sheet to draw on, twice as fine as the page."""
        self.mask = Image.new("L", (self.page.width * 2, self.page.height * 2))
        self.draw = ImageDraw.Draw(self.mask)

    def line(self, points: Points, *, smooth: bool = True) -> None:
        """Draw one stroke through `points`."""
        luck = self.luck
        shaken = [(x + luck.gauss(0, self.shake), y + luck.gauss(0, self.shake)) for x, y in points]
        path = curve(shaken, 0.8) if smooth else _straight(shaken)
        phase, speed = luck.uniform(0, 6), luck.uniform(0.03, 0.07)
        for number, (x, y) in enumerate(path):
            swell = 1 + self.pressure * math.sin(phase + number * speed) + luck.uniform(-0.06, 0.06)
            around = self.width * swell
            self.draw.ellipse((2 * x - around, 2 * y - around, 2 * x + around, 2 * y + around), 255)

    def hatch(self, shape: Points, gap: float, angle: float = 0.4) -> None:
        """Colour a shape by going to and fro, a little over its edges."""
        kept, kept_draw = self.mask, self.draw
        inside = Image.new("L", kept.size)
        ImageDraw.Draw(inside).polygon([(2 * x, 2 * y) for x, y in shape], 255)
        edges = levels(clouds(self.page.size, self.luck, 60, 2).resize(kept.size), 40, 200)
        inside = ImageChops.subtract(
            inside.filter(ImageFilter.GaussianBlur(self.width * 1.3)), edges
        )
        inside = inside.point([0] * 4 + [255] * 252)
        middle = (
            sum(x for x, _ in shape) / len(shape), sum(y for _, y in shape) / len(shape),
        )  # fmt: skip
        reach = max(math.dist(middle, point) for point in shape) + self.width
        self.mask = Image.new("L", kept.size)
        self.draw = ImageDraw.Draw(self.mask)
        cos, sin = math.cos(angle), math.sin(angle)
        across, turn = -reach, 1
        while across < reach:
            bend = across + self.luck.uniform(-2, 2)
            ends = [(turn * -reach, across), (0, bend), (turn * reach, across)]
            x, y = middle
            self.line([(x + u * cos - v * sin, y + u * sin + v * cos) for u, v in ends])
            across += gap * self.luck.uniform(0.75, 1.3)
            turn = -turn
        kept.paste(255, (0, 0), ImageChops.multiply(self.mask, inside))
        self.mask, self.draw = kept, kept_draw

    def lay(self, fade: Image.Image | None = None) -> None:
        """Put on the page what was drawn; ink darkens ink."""
        mask = self.mask.resize(self.page.size, Image.Resampling.LANCZOS)
        mask = levels(mask, 0, 255 * self.strength)
        if fade:
            mask = ImageChops.multiply(mask, fade)
        white = Image.new("RGB", self.page.size, "white")
        ink = Image.composite(Image.new("RGB", self.page.size, self.color), white, mask)
        self.page.paste(ImageChops.multiply(self.page, ink))
        self.__post_init__()

    def write(self, text: str, at: Point, hand: "Hand") -> float:
        """Write a line of text from `at` (left, baseline), and return where it ends."""
        unit, (x, y) = hand.size / 8, at
        for word in text.split(" "):
            end: list[Point] = []
            for sign in unicodedata.normalize("NFD", word):
                strokes = _glyph(sign)
                if unicodedata.combining(sign):
                    self._strokes(sign, strokes, (x - hand.last * unit, y - hand.tall * unit), hand)
                    continue
                hand.tall = 7 if sign.isupper() else 0
                wide = max(px for stroke in strokes for px, _ in stroke)
                scale = 1 + self.luck.uniform(-hand.uneven, hand.uneven)
                first = self._strokes(
                    sign, strokes, (x, y + self.luck.gauss(0, hand.uneven * 6)), hand, scale
                )
                if hand.joined and end and sign.isalpha() and first[0][1] > y - hand.size * 1.2:
                    self.line([end[-1], _between(end[-1], first[0], 0.5), first[0]])
                end = first if hand.joined and sign.islower() and sign not in "bfgjopqsvwyz" else []
                hand.last = wide * scale + hand.space
                x += hand.last * unit
            x += hand.size * 0.75 + self.luck.uniform(-1, 2)
            y += self.luck.uniform(-1, 1) * hand.drift
        return x

    def _strokes(
        self, sign: str, strokes: list[list[Point]], at: Point, hand: "Hand", scale: float = 1
    ) -> list[Point]:
        """Draw the strokes of a sign, and return the first one where it was put."""
        unit, (x, y) = hand.size / 8 * scale, at
        put = [
            [(x + (px + (16 - py) * hand.slant) * unit, y + (py - 16) * unit) for px, py in stroke]
            for stroke in strokes
        ]
        for stroke in put:
            self.line(stroke, smooth=sign not in ANGULAR)
        return put[0]


def _straight(points: Points) -> list[Point]:
    found = []
    for a, b in zip(points, points[1:], strict=False):
        count = max(2, round(math.dist(a, b) / 0.8))
        found += [_between(a, b, number / count) for number in range(count + 1)]
    return found


@dataclass
class Hand:
    """How somebody writes: height of an x in pixels, slant, evenness, letters joined or not."""

    size: float
    slant: float = 0.12
    uneven: float = 0.07
    space: float = 3.2
    joined: bool = False
    drift: float = 1.0
    last: float = 0.0  # the width of the sign just written
    tall: float = 0.0  # how far above it an accent goes


# Signs as strokes: two base-36 digits a point, x then y; 0 the top, 8 the top of an x, g (16) the
# line, m (22) under it.
SIGNS = {
    "a": "79481a0d2g5f7b797d8gaf", "b": "10181f1g1b48789c7f4g1f", "c": "7a481a0d2g5g8e",
    "d": "79481a0d2g5f7b70717d8gaf", "e": "0d4c7a58280c1f4g8e", "f": "7150323a3g 0868",
    "g": "79481a0d2g5f7a797i5m1l", "h": "10191g1c48797d8gaf", "i": "181d2g4f 1425",
    "ı": "181d2g4f", "j": "484i2m0l 4455", "k": "101g 781c8g", "l": "101d2g4f",
    "m": "080g0c38595g5c88a9adbgdf", "n": "080g0c48797d8gaf", "o": "481a0d2g6g8d8a58",
    "p": "181m1b48789c7f4g1f", "q": "79481a0d2g5f7a797m9k", "r": "181g1c396879",
    "s": "7948192b5c7e5g2g0f", "t": "323d4g7f 0868", "u": "080d2g5f7c78797d8gaf",
    "v": "084g88", "w": "083g6a9gc8", "x": "088g 880g", "y": "080c2f5e7b78797i5m1l",
    "z": "08780g8g",
    "A": "0g50ag 2a8a", "B": "000g 0050725407 07578b6f0g", "C": "926022082e6g9e",
    "D": "000g 0060949a6g0g", "E": "80000g8g 0767", "F": "80000g 0767",
    "G": "926022082e6g9e99 5999", "H": "000g 808g 0888", "I": "101g", "J": "606d4g1f0d",
    "K": "000g 80088g", "L": "000g8g", "M": "0g005aa0ag", "N": "0g008g80",
    "O": "6022082e6gaec8a260", "P": "000g 0060836808", "Q": "6022082e6gaec8a260 8cci",
    "R": "000g 0060836808 488g", "S": "82501115588b7f3g0e", "T": "00a0 505g", "U": "000b3g7gaba0",
    "V": "005ga0", "W": "003g639gc0", "X": "008g 800g", "Y": "0058a0 585g", "Z": "00800g8g",
    "0": "4013081d4g7d887340", "1": "04404g", "2": "033072670g8g", "3": "024073377b6f3g0f",
    "4": "500b8b 675g", "5": "701007467a6f2g0f", "6": "60250b2g6f7b481b",
    "7": "00803g 2868", "8": "47144074470c4g8c47", "9": "75481530736a4g",
    ".": "0f1g", ",": "1g0j", "’": "1014", "'": "1014", "-": "0b5b", "–": "0b9b", ":": "0a1a 0f1g",
    "!": "101b 0f1g", "?": "033072484b 4f4g", "+": "0b8b 474f", "=": "0979 0d7d", "/": "700g",
    "(": "30083g", ")": "00380g", "→": "0bcb 98cb9e", "×": "088g 880g", "«": "3a0c3e 6a3c6e",
    "»": "0a3c0e 3a6c3e", "°": "30122430", "♥": "4g0b07254865878b4g",
    "\u0301": "3562", "\u0300": "2255", "\u0302": "154275", "\u0308": "1424 6474",
    "\u0327": "4g5i2k",
}  # fmt: skip


ANGULAR = set("AEFHIKLMNTVWXYZ147kvwxz→+=/-")


def _glyph(sign: str) -> list[list[Point]]:
    if sign in "œŒ":
        right = [[(x + 8, y) for x, y in stroke] for stroke in _glyph("e")]
        return _glyph("o") + right
    strokes = SIGNS.get(sign, "").split()
    return [[(int(s[i], 36), int(s[i + 1], 36)) for i in range(0, len(s) - 1, 2)] for s in strokes]


def rough(points: Points, luck: random.Random, much: float = 3) -> list[Point]:
    """Return points moved a little, as by a hand without a ruler."""
    return [(x + luck.uniform(-much, much), y + luck.uniform(-much, much)) for x, y in points]


def box(left: float, top: float, right: float, bottom: float) -> list[Point]:
    """Return a rectangle with points along its sides."""
    corners = [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)]
    sides = zip(corners, corners[1:], strict=False)
    return [_between(a, b, t) for a, b in sides for t in (0, 0.02, 0.5, 0.98)] + corners[:1]


def round_(x: float, y: float, across: float, count: int = 10, flat: float = 1) -> list[Point]:
    """Return a ring, closed a little too far."""
    turns = [k * math.tau / count - 1 for k in range(count + 2)]
    return [(x + across * math.cos(t), y + flat * across * math.sin(t)) for t in turns]


# ------------------------------------------------------------------ photographs


def printed(source: str, width: int) -> Image.Image:
    """Return a sheet as an office prints it, from typst."""
    sheet = typst.compile(source.encode(), format="png", ppi=150, ignore_system_fonts=True)
    opened = Image.open(io.BytesIO(sheet)).convert("RGB")
    return opened.resize(
        (width, round(width * opened.height / opened.width)), Image.Resampling.LANCZOS
    )


LETTER = r"""
#set page(width: 150mm, height: 200mm, margin: (x: 15mm, y: 12mm))
#set text(lang: "fr", size: 12.4pt)
#set par(justify: true, leading: 0.55em)
#grid(columns: (16mm, 1fr), gutter: 4mm,
  box(width: 15mm, height: 15mm, fill: rgb("#1d5c7a"), radius: 8mm)[
    #place(dx: 2.5mm, dy: 6mm, line(length: 10mm, stroke: 2pt + white))
    #place(dx: 4mm, dy: 8.5mm, line(length: 7mm, stroke: 2pt + white))
    #place(dx: 5.5mm, dy: 3.5mm, line(length: 4mm, stroke: 2pt + white))],
  [#text(17pt, weight: "bold", fill: rgb("#1d5c7a"))[Caisse de Courbelisse]\
   #text(9.5pt, fill: rgb("#456"))[Service des droits et des pièces · BP 40 · Courbelisse cedex]])
#v(7mm)
#align(right)[M. Joël Briand\ 3, quai des Tisserands\ Courbelisse]
#v(4mm)
*Objet : pièce manquante à votre dossier (3#super[e] rappel)*

Monsieur,

Sauf erreur de notre part, votre dossier reste incomplet. Pour poursuivre l’examen de vos
droits, nous vous remercions de nous retourner sous quinze jours :

- l’attestation de loyer *signée par votre bailleur* ;
- la copie de votre dernière quittance ;
- la déclaration trimestrielle, rubriques 2 à 7.

À défaut, le versement de votre aide sera *suspendu* à compter du premier du mois suivant.
Pour tout renseignement, vous pouvez vous présenter à l’accueil, sur rendez-vous pris en ligne.

Veuillez agréer, Monsieur, l’expression de nos salutations distinguées.
#v(3mm)
#align(right)[Le service des droits]
#v(1fr)
#text(8pt, fill: rgb("#678"))[Ce courrier est automatique, merci de ne pas y répondre.
Référence à rappeler : 000 417 22 B.]
"""


def letter() -> Image.Image:
    """Draw an official letter that was made into a ball, then flattened by hand."""
    luck = chance("letter")
    sheet = printed(LETTER, 800)
    sheet = shade(
        sheet, levels(grain(sheet.size, luck).filter(ImageFilter.GaussianBlur(0.8)), 236, 262)
    )
    sheet = shade(sheet, crumpled(sheet.size, luck, 170))
    sheet = warped(sheet, luck, 9, 6)
    table = wood((1000, 1300), luck, (74, 52, 38), (138, 104, 74))
    scene = laid(table, sheet, (505, 650), 3.2, soft=22)
    scene = tilted(scene, (18, 6, 4, 22))
    return photographed(scene, luck, lamp=(0.75, 0.15), dim=160, noise=0.05).resize((840, 1092))


def shopping() -> Image.Image:
    """Draw a shopping list torn from a squared notebook, on an oilcloth."""
    luck = chance("shopping")
    sheet = paper((520, 820), luck, (252, 251, 246))
    lines = ImageDraw.Draw(sheet)
    for x in range(8, 520, 26):
        lines.line([(x, 0), (x, 820)], fill=(196, 206, 232))
    for y in range(14, 820, 26):
        lines.line([(0, y), (520, y)], fill=(196, 206, 232))
    pen = Pen(sheet, BLUE_BALLPOINT, 2.0, luck, shake=0.5)
    hand = Hand(15.5, slant=0.18, joined=True, space=2.7, uneven=0.1)
    words = (
        "COURSES dimanche", "farine 2 kg (crêpes)", "œufs × 24", "du beurre. LE VRAI",
        "lait, 6 bouteilles", "fromage de Nour", "citrons, 5 ou 6", "café (encore)",
        "gants vaisselle (Dom)", "piles pour la radio",
    )  # fmt: skip
    pen.write(words[0], (54, 76), Hand(17, slant=0.1, uneven=0.12))
    pen.line([(50, 92), (180, 90), (330, 94)])
    for number, word in enumerate(words[1:]):
        pen.write("– " + word, (48, 152 + number * 68), hand)
    pen.lay()
    other = Pen(sheet, (178, 38, 44), 2.6, luck, shake=0.7)
    other.write("et du chocolat !", (120, 772), Hand(17, slant=-0.05, uneven=0.16))
    other.lay()
    crossed = Pen(sheet, BLACK_BALLPOINT, 1.9, luck, shake=1.4)
    crossed.line([(44, 214), (120, 208), (236, 215)])
    crossed.line([(46, 554), (150, 547), (264, 552)])
    crossed.lay()
    torn = sheet.convert("RGBA")
    edge = [(x, luck.uniform(2, 13)) for x in range(0, 521, 7)]
    hole = ImageDraw.Draw(torn)
    hole.polygon([(0, 0), *edge, (520, 0)], fill=(0, 0, 0, 0))
    torn = torn.convert("RGBA")
    fold = levels(light_from((520, 820), (0.5, 0.5), 232), 0, 255)
    ImageDraw.Draw(fold).line([(0, 408), (520, 412)], fill=176, width=3)
    torn.paste(shade(torn.convert("RGB"), fold.filter(ImageFilter.GaussianBlur(2))), (0, 0))
    shape = Image.new("L", torn.size, 255)
    ImageDraw.Draw(shape).polygon([(0, 0), *edge, (520, 0)], fill=0)
    torn.putalpha(shape)
    cloth = Image.new("RGB", (900, 1120), (214, 222, 206))
    pattern = ImageDraw.Draw(cloth)
    for x in range(-20, 900, 70):
        pattern.rectangle((x, 0, x + 34, 1120), fill=(150, 178, 150))
    stripes = cloth.copy().rotate(90, expand=True).resize((900, 1120))
    cloth = shade(
        Image.blend(cloth, stripes, 0.5), levels(clouds((900, 1120), luck, 5, 4), 225, 255)
    )
    scene = tilted(laid(cloth, torn, (440, 560), -4.5, soft=12), (6, 26, 14, 4))
    return photographed(scene, luck, lamp=(0.2, 0.3), dim=150, noise=0.05).resize((760, 946))


def leaf(draw: ImageDraw.ImageDraw, at: Point, angle: float, long: float, color: Color) -> None:
    """Draw a toothed leaf, half of it lighter."""
    cos, sin = math.cos(angle), math.sin(angle)
    sides: tuple[list[Point], list[Point]] = ([], [])
    for side, sign in ((sides[0], 1), (sides[1], -1)):
        for step in range(13):
            t = step / 12
            wide = math.sin(math.pi * t**0.8) * long * 0.27 * (1.15 if step % 3 == 1 else 0.82)
            u, v = t * long, sign * wide
            side.append((at[0] + u * cos - v * sin, at[1] + u * sin + v * cos))
    light = tuple(min(255, round(part * 1.13) + 4) for part in color)
    draw.polygon([*sides[0], *reversed(sides[1])], fill=color)
    draw.polygon([at, *sides[0]], fill=light)
    tip = (at[0] + long * cos, at[1] + long * sin)
    draw.line([at, tip], fill=tuple(min(255, part + 20) for part in light), width=2)


def branch(
    draw: ImageDraw.ImageDraw,
    luck: random.Random,
    at: Point,
    angle: float,
    long: float,
    dark: float,
) -> None:
    """Draw the compound leaf of a tomato plant, which bends under its weight."""
    x, y = at
    for step in range(6):
        angle += (math.pi / 2 - angle) * 0.1
        following = x + math.cos(angle) * long / 6, y + math.sin(angle) * long / 6
        draw.line(
            [(x, y), following],
            fill=(round(88 * dark), round(118 * dark), round(54 * dark)),
            width=5,
        )
        x, y = following
        for turn in (-1.0, 1.0):
            green, tired = luck.uniform(0.55, 1.25) * dark, luck.choice([0, 0, 6, 14, 30])
            color = (round((66 + tired) * green), round(104 * green), round(48 * green))
            wide = long * luck.uniform(0.26, 0.4) * (1 - step / 14)
            leaf(draw, (x, y), angle + turn * luck.uniform(0.7, 1.2), wide, color)
    leaf(draw, (x, y), angle, long * 0.4, (round(70 * dark), round(120 * dark), round(46 * dark)))


def ball(picture: Image.Image, at: Point, across: float, ripe: float) -> Image.Image:
    """Add a tomato, from green (0) to red (1), lit from the left."""
    size = (round(across * 2), round(across * 1.86))
    dark = tuple(
        round(_between((a, 0), (b, 0), ripe)[0]) for a, b in ((58, 118), (92, 16), (30, 12))
    )
    light = tuple(
        round(_between((a, 0), (b, 0), ripe)[0]) for a, b in ((176, 238), (196, 92), (96, 58))
    )
    skin = tinted(light_from(size, (0.36, 0.3), 0, 255), dark, light)
    shape = Image.new("L", (size[0] * 3, size[1] * 3))
    ImageDraw.Draw(shape).ellipse((2, 2, shape.width - 3, shape.height - 3), fill=255)
    left, top = round(at[0] - across), round(at[1] - across)
    picture.paste(skin, (left, top), shape.resize(size, Image.Resampling.LANCZOS))
    gleam = Image.new("L", picture.size)
    ImageDraw.Draw(gleam).ellipse(
        (left + across * 0.5, top + across * 0.36, left + across * 0.85, top + across * 0.6),
        fill=190,
    )
    white = Image.new("RGB", picture.size, (255, 250, 240))
    picture = Image.composite(white, picture, gleam.filter(ImageFilter.GaussianBlur(across / 12)))
    draw = ImageDraw.Draw(picture)
    for turn in range(5):
        angle = turn * math.tau / 5 + 0.3
        leaf(draw, (at[0], at[1] - across * 0.78), angle * 0.5 + 0.2, across * 0.62, (62, 104, 40))
    return picture


def street(size: tuple[int, int], luck: random.Random) -> Image.Image:
    """Return the houses opposite, out of focus."""
    width, height = size
    far = tinted(
        ImageOps.flip(Image.linear_gradient("L").resize(size)), (222, 230, 236), (150, 186, 220)
    )
    draw = ImageDraw.Draw(far)
    x, top = -40, 300
    while x < width:
        wide, top = luck.randrange(170, 280), luck.randrange(150, 330)
        wall = luck.choice([(214, 196, 168), (196, 178, 158), (224, 212, 196), (184, 160, 140)])
        draw.rectangle((x, top, x + wide, height), fill=wall)
        draw.polygon(
            [(x - 12, top), (x + wide / 2, top - 70), (x + wide + 12, top)], fill=(142, 84, 66)
        )
        for row in range(top + 50, height, 150):
            for column in range(x + 30, x + wide - 40, 84):
                draw.rectangle((column, row, column + 42, row + 78), fill=(92, 104, 118))
                draw.rectangle((column - 12, row, column, row + 78), fill=(120, 138, 128))
        x += wide
    return far.filter(ImageFilter.GaussianBlur(13))


def pot(scene: Image.Image, luck: random.Random) -> None:
    """Put a clay pot under the plant."""
    across = light_from((360, 240), (0.25, 0.3), 40)
    clay = tinted(across, (72, 34, 22), (206, 122, 84))
    clay = shade(clay, levels(clouds((360, 240), luck, 6, 5), 205, 255))
    shape = Image.new("L", clay.size)
    ImageDraw.Draw(shape).polygon(
        [(0, 0), (360, 0), (360, 52), (345, 54), (306, 240), (54, 240), (15, 54), (0, 52)], fill=255
    )
    ImageDraw.Draw(clay).line([(8, 54), (352, 54)], fill=(92, 46, 32), width=5)
    scene.paste(clay, (368, 985), shape)
    ImageDraw.Draw(scene).ellipse((376, 968, 720, 1010), fill=(52, 40, 32))


def balcony(size: tuple[int, int], luck: random.Random) -> Image.Image:
    """Return a balcony, its rail, its floor, the houses behind."""
    scene = street(size, luck)
    rail = ImageDraw.Draw(scene)
    for x in range(-20, 1100, 92):
        rail.rectangle((x, 560, x + 15, 1160), fill=(52, 56, 60))
        rail.line([(x + 3, 560), (x + 3, 1160)], fill=(104, 110, 116), width=3)
    rail.rectangle((0, 532, 1080, 566), fill=(60, 64, 68))
    rail.line([(0, 537), (1080, 537)], fill=(140, 146, 150), width=4)
    scene = scene.filter(ImageFilter.GaussianBlur(3.2))
    floor = tinted(clouds((1080, 200), luck, 9, 6), (112, 104, 96), (172, 164, 152))
    scene.paste(floor, (0, 1130))
    shadow = Image.new("L", size, 255)
    ImageDraw.Draw(shadow).ellipse((330, 1150, 900, 1290), fill=90)
    return shade(scene, shadow.filter(ImageFilter.GaussianBlur(26)))


def tomato() -> Image.Image:
    """Paint a tomato plant on a balcony, as a telephone sees it."""
    luck, size = chance("tomato"), (1080, 1320)
    scene = balcony(size, luck)
    for depth, (dark, count, blur) in enumerate(((0.5, 16, 5), (0.78, 18, 2.0), (1.02, 17, 0.6))):
        layer = scene.copy()
        draw = ImageDraw.Draw(layer)
        if depth == 1:
            draw.line([(548, 1020), (536, 640), (558, 200)], fill=(92, 116, 58), width=13)
            draw.line([(520, 1040), (570, 130)], fill=(186, 158, 100), width=12)
            for y in (330, 560, 780):
                draw.line([(530, y), (572, y - 8)], fill=(210, 206, 190), width=7)
        for number in range(count):
            y = 230 + number * 640 / count + luck.uniform(-30, 30)
            way = luck.uniform(-0.5, 0.5) + (math.pi if number % 2 else 0)
            branch(draw, luck, (548, y), way, luck.uniform(200, 330) * (0.65 + y / 2200), dark)
        changed = ImageChops.difference(layer, scene).convert("L").point([0] * 2 + [255] * 254)
        scene = Image.composite(
            layer.filter(ImageFilter.GaussianBlur(blur)),
            scene,
            changed.filter(ImageFilter.GaussianBlur(blur)),
        )
        if depth == 1:
            for at, across, ripe in (((430, 700), 44, 0.9), ((690, 560), 36, 0.1)):
                scene = ball(scene, at, across, ripe)
    tomatoes = (
        ((640, 820), 52, 1.0), ((700, 878), 46, 0.85), ((585, 880), 40, 0.55),
        ((430, 905), 42, 0.97), ((395, 560), 30, 0.05), ((650, 420), 26, 0.0),
    )  # fmt: skip
    for at, across, ripe in tomatoes:
        scene = ball(scene, at, across, ripe)
    front = ImageDraw.Draw(scene)
    for at, way in (((560, 800), 0.7), ((520, 860), 2.6)):
        branch(front, luck, at, way, 190, 1.05)
    pot(scene, luck)
    lower = ImageDraw.Draw(scene)
    for at, way in (((470, 985), 2.9), ((640, 985), 0.3)):
        branch(lower, luck, at, way, 150, 0.85)
    scene = ImageEnhance.Color(scene).enhance(0.8)
    scene = shade(scene, levels(clouds(size, luck, 3, 2), 205, 262))
    scene = photographed(scene, luck, lamp=(0.2, 0.1), cast=(255, 250, 238), dim=158, blur=1.3)
    return scene.resize((800, 978))


def wallpaper(size: tuple[int, int], luck: random.Random) -> Image.Image:
    """Return an old wallpaper with flowers, in rows."""
    wall = Image.new("RGB", size, (226, 214, 190))
    draw = ImageDraw.Draw(wall)
    for x in range(0, size[0], 36):
        draw.line([(x, 0), (x, size[1])], fill=(218, 204, 178), width=12)
    for row, y in enumerate(range(-60, size[1] + 60, 176)):
        for x in range(-40 + (row % 2) * 88, size[0] + 60, 176):
            for turn in range(6):
                angle = turn * math.tau / 6 + 0.2
                px, py = x + 21 * math.cos(angle), y + 21 * math.sin(angle)
                draw.ellipse((px - 15, py - 15, px + 15, py + 15), fill=(192, 132, 120))
                draw.ellipse((px - 8, py - 9, px + 9, py + 7), fill=(206, 152, 138))
            draw.ellipse((x - 9, y - 9, x + 9, y + 9), fill=(216, 180, 96))
            leaf(draw, (x + 8, y + 34), 1.2, 62, (134, 148, 112))
            leaf(draw, (x - 8, y + 34), 2.1, 54, (126, 142, 106))
    return shade(
        wall.filter(ImageFilter.GaussianBlur(1)), levels(clouds(size, luck, 4, 6), 226, 255)
    )


def stain() -> Image.Image:
    """Draw damp rising in a wall, as high as three flowers and a half."""
    luck, size = chance("stain"), (960, 1240)
    wall = wallpaper(size, luck)
    wall = Image.blend(wall, Image.new("RGB", size, (222, 210, 186)), 0.36)
    rise = Image.linear_gradient("L").resize(size)
    field = Image.blend(rise, clouds(size, luck, 3, 7), 0.3)
    edge = 118
    wet = [0] * 256
    for value in range(256):
        depth = value - edge
        if depth >= 0:
            rings = 120 * math.exp(-depth / 2.6) + 60 * math.exp(-(((depth - 17) / 2.6) ** 2))
            wet[value] = min(225, round(62 + depth * 0.8 + rings))
    damp = field.point(wet).filter(ImageFilter.GaussianBlur(1.4))
    wall = Image.composite(
        ImageChops.multiply(wall, Image.new("RGB", size, (112, 78, 38))), wall, damp
    )
    mould = Image.new("L", size)
    draw = ImageDraw.Draw(mould)
    middles = [(luck.gauss(200, 130), luck.gauss(1030, 70)) for _ in range(60)]
    middles += [(luck.gauss(720, 150), luck.gauss(1070, 50)) for _ in range(45)]
    for x, y in middles:
        wide = luck.uniform(5, 34)
        for _ in range(round(wide * 5)):
            px, py = luck.gauss(x, wide), luck.gauss(y, wide * 0.8)
            dot = min(3.4, abs(luck.gauss(0, 1.1)) + 0.5)
            draw.ellipse((px - dot, py - dot, px + dot, py + dot), fill=luck.randrange(40, 200))
    haze = mould.filter(ImageFilter.GaussianBlur(9))
    mould = ImageChops.add(mould.filter(ImageFilter.GaussianBlur(0.9)), levels(haze, 0, 200))
    wall = Image.composite(Image.new("RGB", size, (48, 48, 38)), wall, mould)
    curl = Pen(wall, (120, 100, 76), 3, luck, shake=1)
    curl.line([(560, 1135), (556, 980), (561, 840), (552, 700)])
    curl.lay()
    peeled = ImageDraw.Draw(wall)
    peeled.rectangle((0, 1128, 960, 1240), fill=(196, 188, 172))
    peeled.line([(0, 1130), (960, 1127)], fill=(104, 92, 76), width=5)
    peeled.line([(0, 1150), (960, 1148)], fill=(222, 216, 202), width=4)
    rule = ImageDraw.Draw(wall)
    shadow = Image.new("L", size, 255)
    ImageDraw.Draw(shadow).rectangle((806, 410, 850, 1128), fill=150)
    wall = shade(wall, shadow.filter(ImageFilter.GaussianBlur(7)))
    rule = ImageDraw.Draw(wall)
    rule.rectangle((798, 404, 838, 1126), fill=(232, 200, 62))
    font = ImageFont.load_default(22)
    for number, y in enumerate(range(1126, 410, -9)):
        long = 20 if number % 10 == 0 else 13 if number % 5 == 0 else 8
        rule.line([(838 - long, y), (838, y)], fill=(40, 36, 30), width=2)
        if number % 10 == 0 and number:
            rule.text((801, y - 12), str(number), font=font, fill=(150, 30, 24))
    scene = ImageEnhance.Color(tilted(wall, (12, 22, 2, 10))).enhance(0.72)
    scene = photographed(scene, luck, lamp=(0.55, 0.55), cast=(255, 244, 222), dim=96, noise=0.06)
    return scene.resize((780, 1008))


def timetable() -> Image.Image:
    """Draw the timetable of a bus stop behind its scratched pane, a line crossed out."""
    luck, size = chance("timetable"), (940, 1240)
    sheet = Image.new("RGB", size, (250, 250, 246))
    draw = ImageDraw.Draw(sheet)
    draw.rectangle((0, 0, 940, 150), fill=(22, 92, 88))
    label(draw, (44, 34), "Belisse Bus", 58, (255, 255, 255))
    label(draw, (46, 100), "Arrêt : PONT DE LA BELISSE", 30, (196, 228, 220))
    draw.rectangle((44, 196, 124, 276), fill=(214, 120, 30))
    label(draw, (66, 202), "7", 64, (255, 255, 255))
    label(draw, (150, 216), "Courbelisse Marché – Saint-Brès Église", 34, (40, 40, 40))
    draw.rectangle((44, 676, 124, 756), fill=(30, 84, 160))
    label(draw, (51, 688), "12", 54, (255, 255, 255))
    label(draw, (150, 696), "Gare routière – Port de Rives", 34, (40, 40, 40))
    seven = {6: "48", 7: "18 48", 8: "33", 12: "03 33", 16: "48", 17: "18 48", 18: "33"}
    twelve = {4: "58", 6: "12 52", 7: "22 52", 8: "52", 9: "52", 12: "22 52", 16: "52", 17: "22 52"}
    twelve |= {18: "22 52", 19: "52", 21: "38"}
    for top, hours in ((300, seven), (780, twelve)):
        for row, (hour, minutes) in enumerate(hours.items()):
            y, x = top + (row % 6) * 54, 60 + (row // 6) * 430
            if row % 2 == 0:
                draw.rectangle((x - 16, y - 6, x + 380, y + 46), fill=(230, 236, 234))
            label(draw, (x, y), f"{hour} h", 32, (22, 92, 88))
            label(draw, (x + 110, y), minutes.replace(" ", "     "), 32, (30, 30, 30))
    label(draw, (46, 1136), "Ne circule ni dimanches ni fêtes, sauf ligne 12.", 26, (70, 70, 70))
    label(draw, (46, 1176), "Faites signe au conducteur.", 26, (70, 70, 70))
    marker = Pen(sheet, (28, 28, 34), 11, luck, shake=3, strength=0.86, pressure=0.3)
    marker.line([(34, 240), (300, 232), (620, 262), (905, 238)])
    marker.line([(60, 640), (380, 470), (700, 350), (880, 290)])
    marker.lay()
    hand = Pen(sheet, (190, 30, 34), 4.6, luck, shake=0.9, strength=0.9)
    hand.write("SUPPRIMÉE ??", (440, 560), Hand(26, slant=0.05, uneven=0.14))
    hand.write("et Ginette alors", (450, 626), Hand(20, slant=0.05, uneven=0.14))
    hand.lay()
    sheet = shade(sheet, levels(clouds(size, luck, 2, 5), 214, 255))
    frame = Image.new("RGB", (1080, 1400), (84, 88, 90))
    frame = shade(frame, levels(clouds(frame.size, luck, 3, 6), 200, 255))
    ImageDraw.Draw(frame).rectangle((54, 64, 1026, 1338), fill=(40, 42, 44))
    frame.paste(sheet, (70, 82))
    pane = Image.new("L", frame.size)
    glare = ImageDraw.Draw(pane)
    glare.polygon([(620, 82), (820, 82), (330, 1322), (70, 1322), (70, 1250)], fill=34)
    glare.polygon([(890, 82), (950, 82), (520, 1322), (450, 1322)], fill=26)
    pane = pane.filter(ImageFilter.GaussianBlur(16))
    scratch = ImageDraw.Draw(pane)
    for _ in range(70):
        x, y, turn = luck.uniform(80, 1000), luck.uniform(90, 1300), luck.uniform(0, 3)
        long = luck.uniform(10, 120)
        end = (x + long * math.cos(turn), y + long * math.sin(turn))
        scratch.line([(x, y), end], fill=luck.randrange(40, 90), width=1)
    frame = Image.composite(Image.new("RGB", frame.size, (236, 244, 250)), frame, pane)
    scene = tilted(frame, (10, 34, 22, 4))
    return photographed(scene, luck, lamp=(0.5, 0.25), cast=(246, 250, 255), noise=0.05).resize(
        (800, 1037)
    )


def label(draw: ImageDraw.ImageDraw, at: Point, text: str, size: int, color: Color) -> None:
    """Write in the letters of a sign; the font has no accents, which are drawn."""
    font, (x, y) = ImageFont.load_default(size), at
    for sign in unicodedata.normalize("NFD", text.replace("–", "-")):
        if sign not in "\u0300\u0301\u0302":
            draw.text((x, y), sign, font=font, fill=color)
            before, x = x, x + font.getlength(sign)
            tall = y + size * (0.1 if sign.isupper() else 0.26)
            continue
        middle, high = (before + x) / 2, size * 0.11
        ends = {"\u0300": [(-high, -high), (high / 2, high / 3)],
                "\u0301": [(high, -high), (-high / 2, high / 3)],
                "\u0302": [(-high, high / 3), (0, -high), (high, high / 3)]}[sign]  # fmt: skip
        put = [(middle + dx, tall + dy) for dx, dy in ends]
        draw.line(put, fill=color, width=max(2, size // 13))


def whiteboard() -> Image.Image:
    """Draw a whiteboard after a meeting, half wiped."""
    luck, size = chance("whiteboard"), (1240, 880)
    board = tinted(clouds(size, luck, 2, 3), (226, 230, 232), (246, 248, 248))
    old = Pen(board, (120, 130, 170), 6, luck, shake=1, strength=0.13)
    old.write("planning nuits", (700, 480), Hand(40, slant=0.05))
    old.write("chaudière : pièce ?", (640, 640), Hand(38, slant=0.05))
    old.lay(clouds(size, luck, 6, 3))
    blue = Pen(board, (28, 60, 150), 4.6, luck, shake=0.7, strength=0.85)
    hand = Hand(18.5, slant=0.06, uneven=0.1)
    blue.write("RÉUNION", (70, 120), Hand(34, slant=0.03))
    blue.line([(66, 142), (160, 138), (272, 144)])
    words = (
        "douches du matin : on garde", "fête des voisins → qui vient ?", "clé de Rosa : OUI",
        "la poêle de l’autre côté", "abonnement ligne 12",
    )  # fmt: skip
    for number, word in enumerate(words):
        y = 220 + number * 92
        blue.line([(76, y - 12), (84, y - 20), (90, y - 10), (82, y - 6), (76, y - 13)])
        blue.write(word, (116, y), hand)
    blue.lay(levels(clouds(size, luck, 9, 3), 190, 255))
    green = Pen(board, (20, 120, 70), 5, luck, shake=1, strength=0.8)
    green.write("Gaby + Titi", (826, 318), Hand(20, slant=0.1))
    green.line([(752, 312), (780, 308), (806, 312)])
    green.line([(850, 640), (930, 560), (1010, 610), (1090, 520), (1160, 560)])
    green.line(round_(1000, 700, 74, 14, 0.55))
    green.write("frigo", (952, 712), Hand(22))
    green.lay()
    red = Pen(board, (190, 30, 40), 5.4, luck, shake=1.2, strength=0.85)
    red.line(rough(round_(252, 394, 190, 18, 0.18), luck, 4))
    red.write("qui prévient la nuit ?", (110, 760), Hand(28, slant=0.02, uneven=0.13))
    red.line([(106, 780), (300, 774), (520, 784)])
    red.lay()
    wiped = Pen(board, (206, 212, 226), 34, luck, shake=9, strength=0.55)
    wiped.line([(690, 430), (850, 380), (1010, 450), (760, 500), (1120, 470), (900, 560)])
    wiped.lay(clouds(size, luck, 5, 4))
    magnets = ImageDraw.Draw(board)
    for x, y, color in (
        (1120, 90, (200, 40, 44)),
        (1168, 150, (40, 40, 44)),
        (1100, 168, (236, 190, 40)),
    ):
        magnets.ellipse((x - 18, y - 14, x + 24, y + 28), fill=(170, 172, 176))
        magnets.ellipse((x - 20, y - 20, x + 20, y + 20), fill=color)
        magnets.ellipse((x - 11, y - 13, x - 1, y - 5), fill=tuple(min(255, c + 70) for c in color))
    note = paper((170, 170), luck, (250, 236, 120))
    pen = Pen(note, BLACK_BALLPOINT, 1.8, luck)
    for number, word in enumerate(("acheter", "éponges", "(Dom)")):
        pen.write(word, (18, 56 + number * 42), Hand(15, slant=0.1))
    pen.lay()
    board = laid(board, note, (900, 128), -5, soft=5)
    flash = levels(light_from(size, (0.68, 0.28), 0), 0, 255).point(
        [0] * 170 + [(v - 170) * 2 for v in range(170, 256)]
    )
    board = Image.composite(Image.new("RGB", size, "white"), board, levels(flash, 0, 190))
    wall = tinted(clouds((1400, 1060), luck, 6, 6), (196, 186, 164), (214, 204, 182))
    wall = laid(wall, ImageOps.expand(board, 16, (168, 172, 176)), (700, 520), 0.6, soft=12)
    tray = ImageDraw.Draw(wall)
    tray.rectangle((80, 972, 1320, 1000), fill=(150, 154, 158))
    for x, color in ((320, (28, 60, 150)), (470, (190, 30, 40)), (1010, (24, 24, 28))):
        tray.rounded_rectangle((x, 956, x + 120, 976), 6, fill=(236, 236, 234))
        tray.rounded_rectangle((x + 88, 955, x + 124, 977), 6, fill=color)
    scene = tilted(wall, (30, 4, 6, 34))
    return photographed(scene, luck, lamp=(0.62, 0.3), cast=(250, 252, 244), noise=0.05).resize(
        (1000, 757)
    )


def card() -> Image.Image:
    """Draw a birthday card on a kitchen table."""
    luck, size = chance("card"), (860, 620)
    sheet = paper(size, luck, (252, 246, 232))
    red, blue, yellow, green, brown = (
        (208, 40, 52), (36, 80, 176), (244, 190, 30), (40, 140, 80), (138, 84, 44),
    )  # fmt: skip

    def felt(color: Color, width: float = 5, strength: float = 0.85) -> Pen:
        return Pen(sheet, color, width, luck, shake=1.3, strength=strength)

    pen = felt(brown, 6)
    cake = rough(box(300, 330, 590, 480), luck, 6)
    pen.hatch(cake, 8, 0.25)
    pen.lay()
    pen = felt((236, 140, 170), 6)
    icing = [(296, 370), (300, 322), (450, 312), (594, 324), (598, 372), (560, 350), (520, 386)]
    icing += [(480, 352), (440, 388), (400, 352), (360, 384), (330, 352)]
    pen.hatch(icing, 7, -0.3)
    pen.line([*icing, icing[0]])
    pen.lay()
    outline = felt((44, 40, 48), 3)
    outline.line(cake, smooth=False)
    outline.line(rough([(240, 486), (440, 500), (650, 484)], luck))
    outline.lay()
    for x, color in zip(
        (330, 380, 432, 484, 534, 574), (red, blue, green, red, blue, green), strict=True
    ):
        wax = felt(color, 7)
        wax.line([(x, 316), (x + luck.uniform(-4, 4), 252)])
        wax.lay()
        flame = felt(yellow, 6)
        flame.line([(x, 240), (x - 6, 226), (x + 1, 208), (x + 6, 226), (x, 240)])
        flame.lay()
    for place, words, color, height in (
        ((58, 104), "Bon anniversaire", red, 31),
        ((300, 184), "Sylvaine !", blue, 29),
        ((46, 556), "de la part de Titi", green, 21),
        ((560, 590), "le fils de la 214", (44, 40, 48), 13),
    ):
        pen = felt(color, 5 if height > 28 else 2 + height / 14)
        pen.write(words, place, Hand(height, slant=0.02, uneven=0.17, drift=5))
        pen.lay()
    for _ in range(26):
        color = luck.choice([red, blue, yellow, green])
        x, y = luck.choice([luck.uniform(40, 260), luck.uniform(640, 820)]), luck.uniform(210, 480)
        dot = felt(color, luck.uniform(4, 9))
        dot.line([(x, y), (x + luck.uniform(-6, 6), y + luck.uniform(-6, 6))])
        dot.lay()
    heart = felt(red, 5)
    heart.line(
        [
            (720, 330),
            (690, 290),
            (676, 250),
            (700, 232),
            (722, 258),
            (746, 230),
            (770, 250),
            (752, 294),
            (720, 330),
        ]
    )
    heart.lay()
    sheet = shade(sheet, levels(Image.linear_gradient("L").rotate(90).resize(size), 222, 255))
    table = wood((1120, 840), luck, (150, 112, 74), (206, 170, 126))
    cup = ImageDraw.Draw(table)
    cup.ellipse((930, -60, 1180, 190), fill=(236, 234, 228))
    cup.ellipse((952, -38, 1158, 168), fill=(206, 204, 198))
    cup.ellipse((968, -22, 1142, 152), fill=(70, 42, 26))
    table = table.filter(ImageFilter.GaussianBlur(1.6))
    scene = tilted(laid(table, sheet, (540, 440), 5.4, soft=16), (22, 4, 10, 18))
    return photographed(scene, luck, lamp=(0.15, 0.15), dim=160, noise=0.04).resize((940, 705))


# ------------------------------------------------------------------ scanned drawings


def scanned(page: Image.Image, colors: int = 48) -> Image.Image:
    """Return a page as an office scanner gives it: straight, few colours, a grey edge."""
    page = page.filter(ImageFilter.GaussianBlur(0.5))
    page = page.resize(
        (round(page.width * 0.82), round(page.height * 0.82)), Image.Resampling.LANCZOS
    )
    edge = Image.new("L", page.size, 255)
    side = [(page.width - 2, 0), (page.width - 4, page.height)]
    ImageDraw.Draw(edge).line(side, fill=186, width=7)
    page = shade(page, edge.filter(ImageFilter.GaussianBlur(4)))
    whiter = [min(250, round(value * 250 / 222)) for value in range(256)]
    page = page.point(whiter * 3)
    flat = page.convert("RGB").quantize(colors, Image.Quantize.MAXCOVERAGE, kmeans=2)
    return page.quantize(palette=flat, dither=Image.Dither.NONE)


@dataclass
class Felts:
    """A box of felt pens and the sheet they are used on."""

    sheet: Image.Image
    luck: random.Random

    def fill(self, shape: Points, color: Color, angle: float = 0.3, gap: float = 7) -> None:
        """Colour a shape."""
        pen = Pen(self.sheet, color, 5, self.luck, shake=1.2, strength=0.72)
        pen.hatch(shape, gap, angle)
        pen.lay()

    def trace(self, *lines: Points, color: Color = (40, 38, 46), width: float = 3.2) -> None:
        """Draw lines."""
        pen = Pen(self.sheet, color, width, self.luck, shake=1.1, strength=0.88)
        for points in lines:
            pen.line(points)
        pen.lay()

    def write(self, text: str, at: Point, color: Color, size: float, width: float = 3) -> None:
        """Write a line."""
        pen = Pen(self.sheet, color, width, self.luck, shake=0.8, strength=0.88)
        pen.write(text, at, Hand(size, slant=0.03, uneven=0.15, drift=3))
        pen.lay()


RED, ORANGE, YELLOW, GREEN = (206, 44, 48), (232, 126, 40), (244, 198, 40), (58, 140, 62)
BLUE, SKY, VIOLET, BROWN, INK = (
    (32, 70, 168), (88, 168, 220), (122, 70, 160), (130, 82, 46), (40, 38, 46),
)  # fmt: skip


def someone(felts: Felts, at: Point, tall: float, color: Color) -> None:
    """Draw a person: a round head, a coloured jumper, arms."""
    x, y = at
    head = tall * 0.14
    felts.fill(box(x - head, y - tall * 0.72, x + head, y - tall * 0.36), color, 1.2, 5)
    felts.trace(
        round_(x, y - tall * 0.86, head, 8),
        [(x - head * 0.5, y - tall * 0.36), (x - head * 0.6, y - tall * 0.1), (x - head, y)],
        [(x + head * 0.5, y - tall * 0.36), (x + head * 0.6, y - tall * 0.1), (x + head * 1.2, y)],
        [
            (x - head, y - tall * 0.68),
            (x - head * 2, y - tall * 0.5),
            (x - head * 2.4, y - tall * 0.6),
        ],
        [
            (x + head, y - tall * 0.68),
            (x + head * 2, y - tall * 0.52),
            (x + head * 2.1, y - tall * 0.4),
        ],
        [
            (x - head * 0.4, y - tall * 0.83),
            (x, y - tall * 0.79),
            (x + head * 0.5, y - tall * 0.83),
        ],
        width=2.2,
    )


def house() -> Image.Image:
    """Draw the house and its garden in felt pen, as somebody who lives there sees them."""
    luck = chance("house")
    sheet = paper((1160, 820), luck, (253, 252, 247))
    felts = Felts(sheet, luck)
    felts.fill(round_(1040, 110, 54, 12), YELLOW, 0.8, 6)
    for turn in range(11):
        cos, sin = math.cos(turn * 0.571), math.sin(turn * 0.571)
        ray = [(1040 + 66 * cos, 110 + 66 * sin), (1040 + 104 * cos, 110 + 104 * sin)]
        felts.trace(ray, color=ORANGE)
    wall = rough(box(170, 250, 700, 610), luck, 4)
    felts.fill(wall, (236, 196, 140), 0.15, 9)
    roof = rough([(140, 252), (250, 120), (440, 112), (620, 122), (735, 254)], luck)
    felts.fill([*roof, roof[0]], RED, -0.5, 7)
    felts.trace(wall, [*roof, roof[0]])
    chimney = box(560, 70, 606, 150)
    felts.fill(chimney, BROWN, 1.4, 7)
    felts.trace(chimney, [(584, 62), (600, 46), (582, 30), (606, 12)])
    for row, y in enumerate((284, 396)):
        for column in range(5):
            x = 200 + column * 100 + luck.uniform(-4, 4)
            window = rough(box(x, y, x + 56, y + 68), luck, 2)
            felts.fill(window, YELLOW if (row, column) == (0, 3) else SKY, 0.9, 8)
            felts.trace(
                window, [(x + 28, y), (x + 29, y + 68)], [(x, y + 34), (x + 56, y + 33)], width=2.4
            )
    for x in (496, 536):
        felts.trace([(x, 284), (x + 10, 312), (x + 2, 350)], color=VIOLET, width=5)
    door = box(400, 500, 470, 610)
    felts.fill(door, BLUE, 1.5, 6)
    felts.trace(door, round_(458, 558, 4, 6))
    for x in (220, 300, 520, 610):
        felts.trace(rough(box(x, 512, x + 50, 570), luck, 3))
    ground = [(20, 614), (400, 606), (800, 618), (1140, 604), (1140, 690), (600, 700), (20, 694)]
    felts.fill([*ground, ground[0]], GREEN, 0.08, 9)
    for number in range(6):
        x = 808 + number * 56
        felts.trace([(x, 640), (x + 2, 570), (x - 2, 500)], color=BROWN)
        felts.fill(round_(x, 560, 25, 8, 1.6), GREEN, 0.6 + number * 0.3, 8)
        for _ in range(3):
            px, py = x + luck.uniform(-18, 18), luck.uniform(526, 610)
            felts.fill(round_(px, py, 8, 7), RED, 0.4, 4)
    waves = []
    for row in range(4):
        y = 722 + row * 26
        waves.append([(x, y + 9 * math.sin(x / 26 + row)) for x in range(20, 1141, 24)])
    felts.trace(*waves, color=BLUE, width=5)
    someone(felts, (742, 646), 232, VIOLET)
    someone(felts, (96, 650), 118, RED)
    someone(felts, (340, 652), 112, ORANGE)
    someone(felts, (520, 652), 122, BLUE)
    felts.write("Petit-Paul", (716, 398), INK, 15, 2.4)
    felts.write("moi", (76, 514), INK, 15, 2.4)
    felts.write("la maison", (30, 66), RED, 34, 4)
    felts.write("ma fenêtre", (782, 232), VIOLET, 18, 2.6)
    felts.trace([(776, 230), (680, 250), (560, 312)], color=VIOLET, width=2.4)
    return scanned(sheet)


def boat() -> Image.Image:
    """Draw a barge in felt pen and pencil, its chains above all."""
    luck = chance("boat")
    sheet = paper((1100, 760), luck, (252, 252, 250))
    felts = Felts(sheet, luck)
    hull = [
        (70, 400),
        (300, 432),
        (700, 436),
        (985, 372),
        (930, 520),
        (860, 566),
        (200, 566),
        (110, 520),
    ]
    felts.fill([*hull, hull[0]], INK, 0.06, 8)
    felts.fill(
        [
            (84, 408),
            (300, 438),
            (700, 442),
            (978, 380),
            (970, 404),
            (700, 466),
            (300, 462),
            (90, 432),
        ],
        RED,
        0.02,
        6,
    )
    felts.trace([*hull, hull[0]])
    cabin = rough(box(120, 270, 300, 412), luck, 4)
    felts.fill(cabin, (236, 226, 200), 0.3, 9)
    felts.fill(box(108, 252, 314, 274), BLUE, 0.05, 6)
    felts.trace(cabin, rough(box(108, 252, 314, 274), luck, 2))
    for x in (142, 200, 252):
        felts.fill(box(x, 300, x + 36, 342), SKY, 0.8, 7)
        felts.trace(box(x, 300, x + 36, 342), width=2.4)
    felts.trace(
        [(270, 252), (272, 170), (270, 96)], [(272, 100), (330, 118), (272, 140)], width=3.6
    )
    felts.fill([(273, 102), (330, 118), (274, 138), (273, 102)], GREEN, 0.3, 5)
    for number in range(6):
        x = 350 + number * 92
        heap = [(x, 430), (x + 20, 376), (x + 46, 352), (x + 74, 380), (x + 92, 430), (x, 430)]
        felts.fill(heap, (196, 160, 96), 0.7, 8)
        felts.trace(heap, width=2.6)
    for number in range(15):
        x, y = 962 + number * 7, 400 + number * 22
        felts.trace(round_(x, y, 9, 7, 1.5 if number % 2 else 0.8), color=(84, 88, 96), width=2.8)
    felts.trace([(1040, 700), (1062, 728), (1088, 700)], [(1063, 670), (1063, 728)], width=5)
    someone(felts, (220, 252), 108, BLUE)
    someone(felts, (924, 388), 92, ORANGE)
    waves = []
    for row in range(5):
        y = 580 + row * 32
        waves.append(
            [(x, y + 8 * math.sin(x / 30 + row * 2)) for x in range(10, 1091 - row * 8, 28)]
        )
    felts.trace(*waves, color=BLUE, width=4.6)
    foam = ((120, 600), (420, 630), (610, 596), (250, 680), (720, 690))
    glints = [[(x + 14, y + 14), (x + 40, y + 8), (x + 70, y + 15)] for x, y in foam]
    felts.trace(*glints, color=SKY, width=5)
    gulls = (
        [(700, 170), (726, 152), (750, 172), (776, 150), (802, 168)],
        [(800, 176), (820, 162), (838, 178), (858, 160), (880, 174)],
    )
    felts.trace(*gulls, width=2.6)
    felts.write("le bateau de Denis", (400, 92), BLUE, 26, 3.4)
    felts.write("Rives", (984, 330), INK, 17, 2.6)
    felts.write("10 nœuds (non, 6)", (470, 300), INK, 15, 2.2)
    return scanned(sheet)


def way() -> Image.Image:
    """Draw by hand the way from the house to the pharmacy."""
    luck = chance("way")
    sheet = paper((900, 1140), luck, (253, 253, 250))
    felts = Felts(sheet, luck)
    pen = Pen(sheet, BLACK_BALLPOINT, 2.2, luck, shake=1.3)
    pen.line([(150, 1010), (156, 820), (150, 640), (160, 566)])
    pen.line([(214, 1010), (218, 830), (214, 650), (222, 640)])
    pen.line([(160, 566), (400, 552), (640, 560)])
    pen.line([(222, 640), (400, 626), (580, 634)])
    pen.line([(640, 560), (644, 400), (652, 300)])
    pen.line([(580, 634), (720, 630), (860, 640)])
    pen.line([(712, 560), (716, 420), (720, 300)])
    pen.line([(712, 560), (790, 556), (864, 560)])
    pen.line(rough(box(520, 110, 850, 296), luck, 7))
    pen.line(rough(box(60, 1010, 330, 1100), luck, 5))
    pen.line(rough(box(700, 150, 826, 232), luck, 4))
    pen.line(rough(box(300, 660, 420, 740), luck, 4))
    for x in (452, 476, 500, 524):
        pen.line([(x, 566), (x + 2, 596), (x, 622)])
    for y in range(650, 1000, 34):
        pen.line([(240, y), (252, y - 8), (262, y + 3), (250, y + 9), (240, y)])
    pen.line([(722, 440), (724, 500)])
    pen.line([(732, 440), (734, 500)])
    pen.lay()
    hand = Pen(sheet, BLUE_BALLPOINT, 1.9, luck, shake=0.5)
    for at, text, size in (
        ((72, 1066), "la maison (Lavoir)", 11), ((534, 142), "place du Marché", 12),
        ((304, 712), "boulange", 9.5), ((280, 830), "arbres. l’été", 12),
        ((280, 870), "il y a de l’ombre", 12), ((250, 586), "rue des Tanneurs", 8.5),
        ((250, 480), "passage : attends", 12), ((250, 520), "que le bus s’arrête", 12),
        ((742, 470), "le banc.", 12), ((742, 508), "on se repose", 10),
        ((50, 84), "pour aller à la", 18), ((50, 150), "PHARMACIE", 19),
        ((50, 230), "8 minutes", 15), ((50, 278), "12 si on parle", 15), ((760, 1000), "M.", 18),
    ):  # fmt: skip
        hand.write(text, at, Hand(size, slant=0.14, joined=True, space=2.8))
    hand.lay()
    felts.fill(
        [
            (748, 174),
            (774, 174),
            (774, 162),
            (790, 162),
            (790, 174),
            (790, 190),
            (774, 190),
            (774, 206),
            (758, 206),
            (758, 190),
            (748, 190),
        ],
        GREEN,
        0.3,
        5,
    )
    trail = curve(
        [
            (184, 1000),
            (186, 800),
            (184, 610),
            (300, 596),
            (500, 596),
            (676, 590),
            (682, 440),
            (690, 310),
            (720, 246),
        ],
        1,
    )
    dots = Pen(sheet, RED, 4, luck, shake=1)
    for start in range(0, len(trail) - 14, 30):
        dots.line(trail[start : start + 14 : 6])
    dots.line([(704, 272), (722, 242), (726, 278)])
    dots.lay()
    water = [
        [(x, 1116 + row * 8 + 5 * math.sin(x / 18 + row)) for x in range(360, 880, 16)]
        for row in (0, 1)
    ]
    felts.trace(*water, color=SKY, width=3.4)
    felts.write("la Belisse", (560, 1092), SKY, 16, 2.4)
    return scanned(sheet, 24)


# ------------------------------------------------------------------ sounds

Samples = list[float]


def tone(
    rate: int, seconds: float, frequency: Callable[[float], float], partials: Sequence[Point]
) -> Samples:
    """Return a sound whose pitch moves; `partials` are (multiple, strength)."""
    samples, phase = [], 0.0
    for number in range(round(rate * seconds)):
        phase += math.tau * frequency(number / rate) / rate
        samples.append(sum(strength * math.sin(phase * times) for times, strength in partials))
    return samples


def add(track: Samples, rate: int, at: float, sound: Samples, loud: float = 1.0) -> None:
    """Add a sound to a track, from `at` seconds."""
    start = round(at * rate)
    for number, value in enumerate(sound[: max(0, len(track) - start)]):
        track[start + number] += value * loud


def room(track: Samples, rate: int, luck: random.Random, hiss: float) -> Samples:
    """Return a track heard in a room: a few echoes, the hiss of a telephone, soft ends."""
    wet = list(track)
    for delay, strength in ((0.031, 0.28), (0.053, 0.2), (0.089, 0.13), (0.141, 0.08)):
        shift = round(delay * rate)
        for number in range(shift, len(track)):
            wet[number] += strength * track[number - shift]
    top, ends = max(map(abs, wet)), rate // 20
    return [
        0.8 * value / top * min(1, number / ends, (len(wet) - number) / ends) + luck.gauss(0, hiss)
        for number, value in enumerate(wet)
    ]


def wav(track: Iterable[float], rate: int, width: int = 2) -> bytes:
    """Return a WAV file of one channel, 8 or 16 bits a sample."""
    file = io.BytesIO()
    with wave.open(file, "wb") as sound:
        sound.setparams((1, width, rate, 0, "NONE", ""))
        kept = [max(-1.0, min(1.0, value)) for value in track]
        if width == 2:
            frames = struct.pack(f"<{len(kept)}h", *(round(32_000 * value) for value in kept))
        else:
            frames = bytes(round(128 + 126 * value) for value in kept)
        sound.writeframes(frames)
    return file.getvalue()


def hum() -> bytes:
    """Hum a slow tune with the mouth closed, never quite in tune."""
    rate, luck = 8000, chance("hum")
    track, at = [0.0] * round(rate * 4.6), 0.12
    melody = ((0, 0.34), (5, 0.5), (4, 0.26), (5, 0.5), (7, 0.42), (9, 0.8), (7, 0.36), (5, 0.9))
    before = 0.0
    for step, long in melody:
        wrong, start = luck.gauss(0, 0.18), before
        before = step + wrong

        def pitch(t: float, start: float = start, end: float = before) -> float:
            slide = end + (start - end) * math.exp(-t * 26)
            return 131 * 2 ** ((slide + 0.16 * math.sin(t * 33) * min(1, t * 3)) / 12)

        note = tone(rate, long + 0.05, pitch, ((1, 1), (2, 0.42), (3, 0.2), (4, 0.07), (5, 0.04)))
        count = len(note)
        note = [
            value * min(1, n / 380, (count - n) / 560) * (0.86 + luck.uniform(-0.05, 0.05))
            for n, value in enumerate(note)
        ]
        add(track, rate, at, note, 0.9 + 0.2 * math.sin(at))
        at += long
    return wav(room(track, rate, luck, 0.004), rate)


def music_box() -> bytes:
    """Play the first notes of Au clair de la lune on a music box that runs down."""
    rate, luck = 11025, chance("music box")
    track, at, pace = [0.0] * round(rate * 3.7), 0.1, 0.23
    for step, long in (
        (0, 1),
        (0, 1),
        (0, 1),
        (2, 1),
        (4, 2),
        (2, 2),
        (0, 1),
        (4, 1),
        (2, 1),
        (2, 1),
        (0, 3),
    ):
        pitch = 1046.5 * 2 ** ((step + luck.gauss(0, 0.06)) / 12)
        note = tone(rate, 1.1, lambda _t, pitch=pitch: pitch, ((1, 1), (2.76, 0.32), (4.1, 0.12)))
        note = [value * math.exp(-n / rate * 4.6) for n, value in enumerate(note)]
        add(track, rate, at + luck.uniform(-0.012, 0.012), note, luck.uniform(0.75, 1))
        tick = [luck.gauss(0, 0.25) * math.exp(-n / 14) for n in range(90)]
        add(track, rate, at - 0.03, tick)
        at += pace * long
        pace *= 1.035
    return wav(room(track, rate, luck, 0.003), rate)


def rain() -> bytes:
    """Let rain fall on a skylight."""
    rate, luck = 11025, chance("rain")
    track, low, slow = [], 0.0, 0.0
    for number in range(round(rate * 4)):
        white = luck.gauss(0, 1)
        low += 0.35 * (white - low)
        slow += 0.02 * (white - slow)
        gust = 0.75 + 0.25 * math.sin(number / rate * 1.9)
        track.append(gust * (0.14 * (white - low) + 0.1 * low + 0.3 * slow))
    for _ in range(150):
        at, high, loud = luck.uniform(0, 3.9), luck.uniform(900, 2600), luck.uniform(0.15, 0.9)
        drop = tone(rate, 0.03, lambda t, high=high: high * (1 - 6 * t), ((1, 1), (1.5, 0.4)))
        drop = [value * math.exp(-n / luck.uniform(28, 40)) for n, value in enumerate(drop)]
        add(track, rate, at, drop, loud)
    return wav(room(track, rate, luck, 0.002), rate, 1)


def doorbell() -> bytes:
    """Ring at a door, wait, hear steps come on a wooden floor."""
    rate, luck = 8000, chance("doorbell")
    track = [0.0] * round(rate * 4.4)
    for at, pitch in ((0.15, 659.3), (0.62, 523.3)):
        note = tone(
            rate, 1.3, lambda _t, pitch=pitch: pitch, ((1, 1), (2, 0.25), (3.01, 0.22), (5.4, 0.08))
        )
        add(track, rate, at, [value * math.exp(-n / rate * 3.4) for n, value in enumerate(note)])
    for number in range(5):
        at, loud = 1.75 + number * 0.47 + luck.uniform(-0.03, 0.03), 0.35 + number * 0.2
        heel = tone(rate, 0.14, lambda t: 105 - 200 * t, ((1, 1), (2.3, 0.4)))
        heel = [value * math.exp(-n / 170) for n, value in enumerate(heel)]
        sole = [luck.gauss(0, 0.3) * math.exp(-n / 60) for n in range(500)]
        add(track, rate, at, heel, loud)
        add(track, rate, at, sole, loud * 0.6)
        add(track, rate, at + 0.09, sole, loud * 0.3)
    add(track, rate, 4.12, [luck.gauss(0, 1) * math.exp(-n / 22) for n in range(200)], 0.5)
    return wav(room(track, rate, luck, 0.004), rate)


# ------------------------------------------------------------------ papers

TOWN_HALL = r"""
#set document(title: "Fête des voisins", author: "Mairie de Courbelisse", date: none)
#set page(paper: "a4", margin: (x: 24mm, y: 20mm))
#set text(lang: "fr", size: 11.5pt)
#set par(justify: true, leading: 0.7em, spacing: 1.2em)
#grid(columns: (1fr, auto), align: (left, right),
  [#text(18pt, weight: "bold")[Ville de Courbelisse]\ Service de la vie associative et des fêtes],
  [Hôtel de ville\ 1, place du Marché\ 02 61 91 00 10])
#line(length: 100%, stroke: 0.6pt)
#v(8mm)
#align(right)[À la chorale du jeudi\ La maison du Lavoir\ 14, rue du Lavoir]
#v(6mm)
*Objet : fête des voisins de la rue des Tanneurs*

Mesdames, Messieurs les choristes,

Plusieurs habitantes et habitants de la rue des Tanneurs nous ont dit vous avoir entendus par la
fenêtre, un jeudi, et nous ont demandé si vous accepteriez d’ouvrir leur fête des voisins.

Nous serions heureux de vous accueillir à 18 h 30, sur le trottoir des numéros pairs. La
circulation sera coupée jusqu’à minuit. Trois chansons suffiraient ; s’il y en a davantage,
personne ne s’en plaindra.

La Ville peut vous prêter :

- un barnum de trois mètres sur six, en cas de pluie ;
- trente chaises, dont huit avec accoudoirs ;
- une sonorisation. Dites-nous si vous préférez vous en passer.

Une seule question de notre part : combien serez-vous ? Nous prévoyons le verre de l’amitié et
nous aimons mieux en avoir trop.

Vous pouvez répondre à ce courrier, ou passer : le bureau est au rez-de-chaussée, à gauche,
la porte est ouverte le matin.

Avec nos salutations les plus cordiales,
#v(6mm)
#align(right)[Pour le maire,\ l’adjointe à la vie associative\ #v(4mm) _Mireille Castan_]
"""
MENU = (
    ("Lundi", "Soupe de potiron, tartines au fromage. Poires."),
    ("Mardi", "Hachis Parmentier, salade. Le reste du gâteau, s’il y a un reste."),
    (
        "Mercredi",
        "Poisson au four, riz. Petit-Paul ne mange pas les arêtes, personne ne les mange.",
    ),
    ("Jeudi", "Omelette, pommes sautées. On dîne à 18 h 30, à cause de la chorale."),
    ("Vendredi", "Lentilles de Rosa, avec ou sans saucisse. Yaourts."),
    ("Samedi", "Crêpes. Celles de Nour sont au fromage."),
    ("Dimanche", "Mafé. Une assiette de plus, pour Bernadette."),
)


def town_hall() -> bytes:
    """Print a letter from the town hall."""
    return typst.compile(TOWN_HALL.encode(), ignore_system_fonts=True)


def menu() -> bytes:
    """Type the menu of the week."""
    document = Document("text")
    document.body.clear()
    document.body.append(Header(1, "Menu de la semaine, premier étage"))
    for day, dishes in MENU:
        document.body.append(Header(2, day))
        document.body.append(Paragraph(dishes))
    document.body.append(Paragraph("Si quelqu’un veut changer un jour, il l’écrit sur le frigo."))
    document.meta.title = "Menu de la semaine"
    document.meta.creation_date = document.meta.date = datetime(2001, 1, 1)  # noqa: DTZ001
    typed = io.BytesIO()
    document.save(typed)
    return undated(typed.getvalue())


def undated(pack: bytes) -> bytes:
    """Return a ZIP whose parts have no date, the same at each run."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(pack)) as given, zipfile.ZipFile(file, "w") as kept:
        for name in given.namelist():
            part = zipfile.ZipInfo(name)
            part.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            if not name.startswith("Thumbnails/"):
                kept.writestr(part, given.read(name))
    return file.getvalue()


# ------------------------------------------------------------------ the folder


def jpeg(drawing: Image.Image, camera: tuple[str, str], north: float, east: float) -> bytes:
    """Return a JPEG with what a telephone notes: its name, its owner, the hour, the place."""
    exif = Image.Exif()
    exif[0x010F], exif[0x0110] = camera
    exif[0x0112], exif[0x0131], exif[0x013B] = 1, "Belphone Photo 3.1", "Equipe Lavoir"
    place = {1: "N", 2: _degrees(north), 3: "E", 4: _degrees(east), 29: "2001:01:01"}
    exif.get_ifd(0x8825).update(place)
    exif[0x8825] = place
    file = io.BytesIO()
    drawing.save(file, "JPEG", quality=55, optimize=True, exif=exif)
    return file.getvalue()


def _degrees(angle: float) -> tuple[float, float, float]:
    minutes = angle % 1 * 60
    return float(int(angle)), float(int(minutes)), round(minutes % 1 * 60, 2)


def png(drawing: Image.Image) -> bytes:
    """Return a PNG."""
    file = io.BytesIO()
    drawing.save(file, "PNG", optimize=True)
    return file.getvalue()


BELPHONE, OLD = ("Belphone", "Belphone 6"), ("Nokta", "C3 du foyer")
MAKERS: dict[str, Callable[[], bytes]] = {
    "courrier-froisse.jpg": lambda: jpeg(letter(), BELPHONE, 47.21371, 1.08422),
    "liste-de-courses.jpg": lambda: jpeg(shopping(), OLD, 47.21402, 1.08311),
    "plant-de-tomates.jpg": lambda: jpeg(tomato(), BELPHONE, 47.21517, 1.08790),
    "mur-humide.jpg": lambda: jpeg(stain(), BELPHONE, 47.21466, 1.08655),
    "horaires-de-bus.jpg": lambda: jpeg(timetable(), OLD, 47.21288, 1.08149),
    "tableau-blanc.jpg": lambda: jpeg(whiteboard(), OLD, 47.21399, 1.08307),
    "carte-anniversaire.jpg": lambda: jpeg(card(), OLD, 47.21401, 1.08309),
    "dessin-maison.png": lambda: png(house()),
    "dessin-bateau.png": lambda: png(boat()),
    "plan-pharmacie.png": lambda: png(way()),
    "air-fredonne.wav": hum,
    "boite-a-musique.wav": music_box,
    "pluie-velux.wav": rain,
    "sonnette-et-pas.wav": doorbell,
    "lettre-mairie.pdf": town_hall,
    "menu-semaine.odt": menu,
}


def main(names: Sequence[str]) -> None:
    """Make the files named, or all of them, and say how heavy they are."""
    PIECES.mkdir(exist_ok=True)
    for name in names or MAKERS:
        made = MAKERS[name]()
        (PIECES / name).write_bytes(made)
        print(f"{len(made):>8} {name}")


if __name__ == "__main__":
    main(sys.argv[1:])
