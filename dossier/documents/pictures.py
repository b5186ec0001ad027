"""Pictures for a document: opened apart from the house, made JPEG on white, as paper needs them.

A program of its own (`python -m dossier.documents.pictures FOLDER`): it is told a list of paths as
JSON, leaves each picture it could open in FOLDER under its number, and prints a line for each.
"""

import json
import sys
import warnings
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from PIL import Image, ImageOps

from dossier.files import apart

MEMORY = 1_500_000_000  # bytes of address space, libraries included
SECONDS = 120
PATIENCE_S = 180
MAX_PIXELS = 80_000_000
# How many pictures, and the pixels of their longest side: 1,600 are 250 to the inch across a page.
SIDES = ((40, 1600), (120, 1000), (400, 640))
QUALITY = 82


class Drawn(NamedTuple):
    """A picture ready for a page: a JPEG of `width` by `height` pixels."""

    path: Path
    width: int
    height: int


def drawn(paths: Iterable[Path], folder: Path) -> dict[Path, Drawn]:
    """Return the pictures of `paths` that could be opened, made ready in `folder`."""
    wanted = list(dict.fromkeys(paths))
    if not wanted:
        return {}
    given = json.dumps([str(apart.at_hand(path, folder)) for path in wanted]).encode()
    printed = apart.run("dossier.documents.pictures", folder, given=given, patience=PATIENCE_S)
    ready = {}
    for line in printed.splitlines(keepends=True):
        if line.endswith(b"\n"):  # it may have been stopped in the middle
            number, width, height = json.loads(line)
            ready[wanted[number]] = Drawn(folder / f"{number}.jpg", width, height)
    return ready


def main(folder: Path) -> None:
    """Make ready in `folder` the pictures one is told of."""
    apart.limit(memory=MEMORY, seconds=SECONDS)
    warnings.simplefilter("error", Image.DecompressionBombWarning)
    Image.MAX_IMAGE_PIXELS = MAX_PIXELS
    paths = json.load(sys.stdin)
    side = side_for(len(paths))
    for number, path in enumerate(paths):
        try:
            width, height = draw(Path(path), folder / f"{number}.jpg", side)
        except Exception:  # noqa: BLE001, S112 - whatever a hostile file does, the others are drawn
            continue
        print(json.dumps([number, width, height]), flush=True)  # noqa: T201


def side_for(count: int) -> int:
    """Return the longest side of each of `count` pictures: many are smaller, to weigh no more."""
    return next((side for most, side in SIDES if count <= most), 320)


def draw(source: Path, target: Path, side: int) -> tuple[int, int]:
    """Write `source` as a JPEG, upright, on white, without its notes; return its size."""
    with Image.open(source) as opened:
        opened.draft("RGB", (side, side))
        opened.thumbnail((side, side), Image.Resampling.LANCZOS)
        upright = ImageOps.exif_transpose(opened).convert("RGBA")
    paper = Image.new("RGB", upright.size, "white")
    paper.paste(upright, mask=upright)
    paper.save(target, "JPEG", quality=QUALITY)
    return paper.size


if __name__ == "__main__":
    main(Path(sys.argv[1]))
