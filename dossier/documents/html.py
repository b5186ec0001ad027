"""A document as one HTML file, to be read or heard anywhere: no script, and nothing outside it."""

import base64
import io
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.files.storage import default_storage
from django.template.loader import render_to_string

from dossier.documents import pages
from dossier.documents.pictures import drawn
from dossier.documents.plain import Node, pictures, plain

MAX_PLAYED = 40_000_000  # bytes of sounds and films in one file; those beyond are only named
TEMPLATE = "documents/document.html"
HELD = re.compile("\0(\\d+)\0")  # no text has this character: `plain` lets none through
PLAYED = re.compile(r"(?:audio|video)/[a-z0-9.+-]+")


def html(document: pages.Document) -> bytes:
    """Return `document` as a page in one file, only ever handed over as a download. Raises
    TooDeep.
    """
    with tempfile.TemporaryDirectory(prefix="document-") as folder:
        tree = plain(document, drawn(pictures(document.blocks), Path(folder)))
        inside = _held(tree)
        page = io.BytesIO()
        for number, piece in enumerate(HELD.split(render_to_string(TEMPLATE, tree))):
            page.write(
                base64.b64encode(inside[int(piece)].read_bytes()) if number % 2 else piece.encode()
            )
        return page.getvalue()


def _held(tree: Node) -> list[Path]:
    """Give its `data` to what is seen or played in the page: the number of a file in the list
    returned, whose bytes are put there last, so that they are in memory once.
    """
    inside: list[Path] = []
    left = MAX_PLAYED
    for node in _nodes(tree["blocks"]):
        if node["kind"] == "picture":
            mime = "image/jpeg"
        elif 0 < node.get("length", 0) <= left and PLAYED.fullmatch(node["mime"]):
            mime = node["mime"]
            left -= node["length"]
        else:
            continue
        node["data"] = f"data:{mime};base64,\0{len(inside)}\0"
        inside.append(default_storage.place(node["path"]))
    return inside


def _nodes(blocks: Any) -> Iterator[Node]:
    """Yield every node of a tree."""
    for node in blocks:
        if isinstance(node, list):
            yield from _nodes(node)
        else:
            yield node
            yield from _nodes(node.get("blocks", node.get("each", ())))
