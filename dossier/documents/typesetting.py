"""Sets the pages of a document, apart from the house.

A program of its own (`python -m dossier.documents.typesetting FOLDER`), with little memory and
little time: it reads `content.json` and the pictures of FOLDER, and leaves `document.pdf` there.
"""

import json
import sys
from pathlib import Path
from typing import Any

import typst

from dossier.files import apart

HERE = Path(__file__).resolve().parent
MEMORY = 1_500_000_000  # bytes of address space, libraries included
SECONDS = 60
NO_LETTER = "could not be displayed"


def main(folder: Path) -> None:
    """Set the pages of `folder`'s content, into its `document.pdf`."""
    apart.limit(memory=MEMORY, seconds=SECONDS)
    content = folder / "content.json"
    tree = json.loads(content.read_text(encoding="utf-8"))
    try:
        made = _compiled(folder, tree | {"unprintable": False}, "ua-1")
    except typst.TypstError as refused:
        if NO_LETTER not in refused.message:
            raise
        # PDF/UA-1 wants a letter for every sign; without it the words are all there still, to be
        # read aloud or copied, and the page says that it lacks letters.
        made = _compiled(folder, tree | {"unprintable": True}, "1.7")
    written = folder / "written.pdf"
    written.write_bytes(made)
    written.rename(folder / "document.pdf")


def _compiled(folder: Path, tree: dict[str, Any], standard: str) -> bytes:
    (folder / "content.json").write_text(json.dumps(tree), encoding="utf-8")
    fonts = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[HERE / "fonts"]
    )
    source = (HERE / "document.typ").read_bytes()
    return typst.compile(source, root=folder, font_paths=fonts, pdf_standards=standard, timestamp=0)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
