"""A document as one HTML file, to be read or heard anywhere: no script, and nothing outside it."""

import base64
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.template.loader import render_to_string

from dossier.documents import pages
from dossier.documents.pictures import drawn
from dossier.documents.plain import Node, pictures, plain

MAX_PLAYED = 40_000_000  # bytes of sounds and films in one file; those beyond are only named
PLAYED = re.compile(r"(?:audio|video)/[a-z0-9.+-]+")


def html(document: pages.Document) -> str:
    """Return `document` as a page in one file, only ever handed over as a download. Raises
    TooDeep.
    """
    with tempfile.TemporaryDirectory(prefix="document-") as folder:
        tree = plain(document, drawn(pictures(document.blocks), Path(folder)))
        left = MAX_PLAYED
        for node in _nodes(tree["blocks"]):
            if node["kind"] == "picture":
                node["data"] = _data("image/jpeg", node["path"])
            elif node.get("length", left + 1) <= left and PLAYED.fullmatch(node["mime"]):
                left -= node["length"]
                node["data"] = _data(node["mime"], node["path"]) if node["length"] else ""
        return render_to_string("documents/document.html", tree)


def _nodes(blocks: Any) -> Iterator[Node]:
    """Yield every node of a tree."""
    for node in blocks:
        if isinstance(node, list):
            yield from _nodes(node)
        else:
            yield node
            yield from _nodes(node.get("blocks", node.get("each", ())))


def _data(mime: str, path: str) -> str:
    return f"data:{mime};base64,{base64.b64encode(Path(path).read_bytes()).decode()}"
