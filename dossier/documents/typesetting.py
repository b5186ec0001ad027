"""Sets the pages of a document, apart from the house.

A program of its own (`python -m dossier.documents.typesetting FOLDER`), with little memory and
little time: it reads `content.json` and the pictures of FOLDER, and leaves `document.pdf` there.
"""

import sys
from pathlib import Path

import typst

from dossier.files import apart

HERE = Path(__file__).resolve().parent
MEMORY = 1_500_000_000  # bytes of address space, libraries included
SECONDS = 60


def main(folder: Path) -> None:
    """Set the pages of `folder`'s content, into its `document.pdf`."""
    apart.limit(memory=MEMORY, seconds=SECONDS)
    fonts = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[HERE / "fonts"]
    )
    source = (HERE / "document.typ").read_bytes()
    made = typst.compile(source, root=folder, font_paths=fonts, pdf_standards="ua-1", timestamp=0)
    written = folder / "written.pdf"
    written.write_bytes(made)
    written.rename(folder / "document.pdf")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
