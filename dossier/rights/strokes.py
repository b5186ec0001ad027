"""A signature drawn on the screen: lines of points from 0 to 1000, read with care, drawn again."""

import io
import json
from collections.abc import Sequence

from PIL import Image, ImageDraw

SIDE = 1000
MAX_SENT = 200_000  # characters
MAX_LINES, MAX_POINTS = 300, 8_000
MARGIN = 20
THICK = 6
TOUCH = 20
Strokes = Sequence[Sequence[Sequence[int]]]


class NoSignature(Exception):
    """What was sent is no drawing that the house can keep."""


def read(sent: str) -> list[list[list[int]]] | None:
    """Return the lines of a drawing sent as JSON; None when nothing was drawn.

    Raises NoSignature for anything else than lines of [x, y], whole numbers from 0 to 1000, or for
    more than one draws by hand.
    """
    if not sent.strip():
        return None
    if len(sent) > MAX_SENT:
        raise NoSignature
    try:
        told = json.loads(sent)
    except (ValueError, RecursionError) as wrong:
        raise NoSignature from wrong
    check(told)
    return told if is_drawn(told) else None


def check(told: object) -> None:
    """Raise NoSignature unless `told` is a drawing, maybe an empty one."""
    if not isinstance(told, list) or len(told) > MAX_LINES:
        raise NoSignature
    if not all(isinstance(line, list) and line for line in told):
        raise NoSignature
    if sum(map(len, told)) > MAX_POINTS:
        raise NoSignature
    if not all(_is_point(point) for line in told for point in line):
        raise NoSignature


def is_drawn(strokes: Strokes) -> bool:
    """Whether something was drawn: more than a touch of the finger (20 of the 1000 of a side)."""
    xs, ys = ([point[at] for line in strokes for point in line] for at in (0, 1))
    return bool(xs) and max(max(xs) - min(xs), max(ys) - min(ys)) >= TOUCH


def _is_point(point: object) -> bool:
    return (
        isinstance(point, list)
        and len(point) == 2
        and all(type(one) is int and 0 <= one <= SIDE for one in point)
    )


def box(strokes: Strokes) -> tuple[int, int, int, int]:
    """Return (left, top, width, height) of what was drawn, with a margin."""
    points = [point for line in strokes for point in line]
    xs, ys = [one[0] for one in points], [one[1] for one in points]
    left, top = min(xs) - MARGIN, min(ys) - MARGIN
    return left, top, max(xs) + MARGIN - left, max(ys) + MARGIN - top


def paths(strokes: Strokes) -> list[str]:
    """Return the paths of the drawing, as SVG writes them: numbers of ours and nothing else."""
    return ["M" + "L".join(f"{int(x)} {int(y)}" for x, y in [*line, line[-1]]) for line in strokes]


def png(strokes: Strokes) -> bytes:
    """Return the drawing as an image for paper, black on white, at most 480 pixels wide."""
    left, top, width, height = box(strokes)
    scale = min(2.0, 960 / width, 640 / height)
    image = Image.new("L", (max(1, round(width * scale)), max(1, round(height * scale))), 255)
    ink, thick = ImageDraw.Draw(image), max(2, round(THICK * scale))
    for line in strokes:
        drawn = [((x - left) * scale, (y - top) * scale) for x, y in line]
        ink.line(drawn, fill=20, width=thick, joint="curve")
        for x, y in (drawn[0], drawn[-1]):
            half = thick / 2
            ink.ellipse((x - half, y - half, x + half, y + half), fill=20)
    half_size = (max(1, image.width // 2), max(1, image.height // 2))
    held = io.BytesIO()
    image.resize(half_size, Image.Resampling.LANCZOS).save(held, "PNG")
    return held.getvalue()
