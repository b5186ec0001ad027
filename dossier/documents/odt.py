"""A document as ODT, to be reworked: styles one can change, pictures inside."""

import io
import re
import tempfile
import zipfile
from pathlib import Path
from xml.etree import ElementTree

from django.template.loader import render_to_string

from dossier.documents import pages
from dossier.documents.opendocument import TYPE, Body, attribute, element, widest
from dossier.documents.pictures import drawn
from dossier.documents.plain import Node, pictures, plain

LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the first day a ZIP can tell: the same document, the same bytes
DECLARED = '<?xml version="1.0" encoding="UTF-8"?>\n'
HEADING_SIZES = ((1, "16pt"), (2, "13.5pt"), (3, "12pt"), (4, "11pt"))
EASY_HEADING_SIZES = ((1, "24pt"), (2, "22pt"), (3, "20pt"), (4, "18pt"))
SIZES = {"body": "10.5pt", "title": "22pt", "small": "9pt", "foot": "8pt", "side": "26mm"}
EASY_SIZES = {"body": "18pt", "title": "30pt", "small": "14pt", "foot": "18pt", "side": "32mm"}
LIST_LEVELS = 10  # as many as the format has
COUNTRIES = {"fr": "FR"}


def odt(document: pages.Document) -> bytes:
    """Return `document` as OpenDocument text. Raises TooDeep."""
    with tempfile.TemporaryDirectory(prefix="document-") as folder:
        tree = plain(document, drawn(pictures(document.blocks), Path(folder)))
        body = Body(tree)
        parts = {
            "content.xml": _xml(body.content).encode(),
            "styles.xml": _styles(tree).encode(),
            "meta.xml": _xml(_meta(tree)).encode(),
        }
        parts |= {name: Path(path).read_bytes() for path, name in body.pictures.items()}
    return _packed(parts)


def _styles(tree: Node) -> str:
    is_easy = tree["is_easy"]
    sizes = EASY_SIZES if is_easy else SIZES
    return render_to_string(
        "documents/styles.xml",
        {
            "is_easy": is_easy,
            "sizes": sizes | {"across": widest(is_easy=is_easy)},
            "language": tree["language"],
            "country": COUNTRIES.get(tree["language"], "none"),
            "footer": "" if is_easy else " · ".join(filter(None, (tree["house"], tree["title"]))),
            "page": re.split(r"(\{number\}|\{total\})", tree["words"]["page"]),
            "heading_sizes": EASY_HEADING_SIZES if is_easy else HEADING_SIZES,
            "list_margins": [(level, 6 * level) for level in range(1, LIST_LEVELS + 1)],
            "number_margins": [(level, 8 * level) for level in range(1, LIST_LEVELS + 1)],
        },
    )


def _meta(tree: Node) -> ElementTree.Element:
    root = element("office:document-meta", version="1.3")
    meta = element("office:meta", root)
    element("dc:title", meta).text = tree["title"]
    element("dc:language", meta).text = tree["language"]
    return root


def _manifest(names: list[str]) -> ElementTree.Element:
    root = element("manifest:manifest", version="1.3")
    for name in ["/", *names]:
        entry = element("manifest:file-entry", root)
        entry.set(attribute("manifest:full-path"), name)
        kind = TYPE if name == "/" else "image/jpeg" if name.endswith("jpg") else "text/xml"
        entry.set(attribute("manifest:media-type"), kind)
    return root


def _xml(root: ElementTree.Element) -> str:
    return DECLARED + ElementTree.tostring(root, encoding="unicode")


def _packed(parts: dict[str, bytes]) -> bytes:
    """Return the parts in a ZIP, its type first and as it is, as the format wants it."""
    file = io.BytesIO()
    manifest = _xml(_manifest(list(parts))).encode()
    with zipfile.ZipFile(file, "w") as pack:
        pack.writestr(zipfile.ZipInfo("mimetype", LONG_AGO), TYPE)
        for name, data in [*parts.items(), ("META-INF/manifest.xml", manifest)]:
            part = zipfile.ZipInfo(name, LONG_AGO)
            part.compress_type = (
                zipfile.ZIP_STORED if name.endswith("jpg") else zipfile.ZIP_DEFLATED
            )
            pack.writestr(part, data)
    return file.getvalue()
