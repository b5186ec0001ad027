"""Handing a file to a browser: only what it may show is shown, and nothing of it is executed."""

import re
from pathlib import Path

from django.http import FileResponse, HttpRequest, HttpResponse
from django.utils.http import content_disposition_header

from dossier.files import kinds

SHOWN = {kinds.IMAGE, kinds.SOUND, kinds.VIDEO}
POLICY = "default-src 'none'; img-src 'self'; media-src 'self'; frame-ancestors 'none'; sandbox"
RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})")
STRETCH = 2_000_000  # bytes given at once to a player that asks for a stretch: it asks again


def serve(request: HttpRequest, path: Path, *, kind: str, mime: str, name: str) -> HttpResponse:
    """Answer with a file, or the stretch of it that a player asks for (RFC 9110, section 14).

    Images, sounds and films are shown in the page; all the rest is only downloaded, and a policy
    lets nothing in any of them run.
    """
    size = path.stat().st_size
    if asked := RANGE.fullmatch(request.headers.get("Range", "")):
        response = _stretch(path, asked[1], asked[2], size)
        response.headers["Content-Type"] = mime
    elif size <= STRETCH:
        response = HttpResponse(path.read_bytes(), content_type=mime)
    else:
        response = FileResponse(path.open("rb"), content_type=mime)
    response.headers["Content-Disposition"] = content_disposition_header(kind not in SHOWN, name)
    response.headers["Accept-Ranges"] = "bytes"
    response.headers["Content-Security-Policy"] = POLICY
    return response


def _stretch(path: Path, first: str, last: str, size: int) -> HttpResponse:
    """Answer with the bytes from `first` to `last` (or the last ones, without `first`)."""
    start = int(first) if first else max(0, size - int(last or 0))
    end = min(int(last) if first and last else size - 1, size - 1, start + STRETCH - 1)
    if start > end or not (first or last):
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"})
    with path.open("rb") as file:
        file.seek(start)
        piece = file.read(end - start + 1)
    return HttpResponse(piece, status=206, headers={"Content-Range": f"bytes {start}-{end}/{size}"})
