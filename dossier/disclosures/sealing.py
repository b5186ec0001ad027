"""A sealed file: one HTML page that opens offline, by itself, for who was told its passphrase.

AES-256-GCM by chunks, under a key that PBKDF2-HMAC-SHA-256 makes of the passphrase; WebCrypto opens
it. The layout of the bytes is decision 0026. Nothing here knows what is sealed, nor keeps it.
"""

import base64
import hashlib
import json
import re
import secrets
import struct
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import date, datetime
from html import escape
from pathlib import Path
from typing import IO, Any

import nh3
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from dossier.accounts import passphrases
from dossier.establishment.dates import full_day

WORDS = 6  # of 1,439: 62.9 bits
ITERATIONS = 600_000  # OWASP Password Storage Cheat Sheet, for PBKDF2-HMAC-SHA-256 (since 2023)
MOST_ITERATIONS = 10_000_000  # no file makes who opens it wait for ever
CHUNK = 1 << 20  # bytes sealed at a time
MAGIC = b"DOSSIER\x01"
HEADER = struct.Struct(">8sI16s32s")  # magic, iterations, salt, SHA-256 of the page before
TAG, DIGEST = 16, 32  # bytes
DOOR = b"\xff" * 12  # a nonce no chunk has
LENGTH = struct.Struct(">Q")
OPEN, CLOSE = b'<script type="application/octet-stream">', b"</script>\n"
END = b'<hr id="end" hidden>\n</body>\n</html>\n'
LINE = re.compile(re.escape(OPEN) + rb"([A-Za-z0-9+/]+={0,2})" + re.escape(CLOSE))
HERE = Path(__file__).parent / "sealed"
PLACE = re.compile(r"\$(\w+)")  # of what is put in the page
MARGINS = re.compile(r"^ *(?://.*|/\*.*\*/)\n|^ +", re.MULTILINE)  # and lines of comments

# What is read on the page: text, its titles, lists and tables. No link, no picture, no form.
SHOWN = (
    "p br hr h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre code em strong b i s u sub sup "
    "small span q time figure figcaption table caption thead tbody tfoot tr th td div"
)
TAGS = set(SHOWN.split())
DROPPED = {"script", "style", "title", "template", "noscript", "iframe", "svg", "math"}
ATTRIBUTES = {
    "*": {"dir", "lang"},
    "ol": {"start"},
    "th": {"scope", "colspan", "rowspan"},
    "td": {"colspan", "rowspan"},
}
CLASSES = {"span": {"marque", "vh"}}  # as light marks of writings have

Progress = Callable[[int, int], None]


class WrongPassphrase(Exception):
    """Not the passphrase of this file."""


class Damaged(Exception):
    """Not the file that was sealed: a byte changed, a part is missing, or it never was one."""


@dataclass(frozen=True)
class Manifest:
    """Why a file leaves: the words of it, read by who receives it. `made` knows its zone;
    `until` is the last day it is meant to be read. Only `recipient`, `house` and `until` are
    readable without the passphrase.
    """

    recipient: str
    house: str
    by: str
    purpose: str
    what: str
    consents: tuple[str, ...]
    made: datetime
    until: date


@dataclass(frozen=True)
class Part:
    """A document: its path in a ZIP, its title, its MIME type, its bytes (whole, or as they come:
    read once). `html` is what the page shows of it, once cleaned; "" shows the content itself when
    it is text, picture, sound or film, and else offers to save it.
    """

    path: str
    title: str
    mime: str
    content: bytes | Iterable[bytes]
    html: str = ""


class Tally:
    """Counts what was read, in bytes, and tells `progress` (done, expected)."""

    def __init__(self, progress: Progress | None, expected: int) -> None:
        self.progress, self.expected, self.done = progress, expected, 0

    def read(self, content: bytes | Iterable[bytes]) -> Iterator[bytes]:
        """Yield a content by pieces of a chunk at most."""
        for whole in [content] if isinstance(content, bytes) else content:
            for start in range(0, len(whole), CHUNK):
                piece = whole[start : start + CHUNK]
                yield piece
                self.done += len(piece)
                if self.progress:
                    self.progress(self.done, max(self.done, self.expected))


def draw() -> str:
    """Return a passphrase of six words drawn by chance (62.9 bits), to be shown once and said."""
    return " ".join(secrets.choice(passphrases.words()) for _ in range(WORDS))


def heard(passphrase: str) -> str:
    """Return a passphrase as it is compared, however it was typed: ASCII letters and digits, no
    case, no accent, one space between words.
    """
    apart = unicodedata.normalize("NFKD", passphrase).lower()
    plain = "".join(sign for sign in apart if not "\u0300" <= sign <= "\u036f")
    return " ".join(re.findall("[a-z0-9]+", plain))


def must_be_long(passphrase: str) -> str:
    """Return a passphrase as it is compared. Raises ValueError under six words."""
    said = heard(passphrase)
    if len(said.split()) < WORDS:
        raise ValueError(f"a passphrase has {WORDS} words at least")
    return said


def cleaned(html: str) -> str:
    """Return what may be shown of `html`: it runs nothing, asks for nothing, leads nowhere."""
    return nh3.clean(
        html.encode("utf-8", "replace").decode(),
        tags=TAGS,
        clean_content_tags=DROPPED,
        attributes=ATTRIBUTES,
        allowed_classes=CLASSES,
    )


def worded(manifest: Manifest) -> dict[str, Any]:
    """Return a manifest for JSON, its dates in ISO 8601."""
    return asdict(manifest) | {
        "made": manifest.made.isoformat(timespec="minutes"),
        "until": manifest.until.isoformat(),
    }


def seal(
    parts: Iterable[Part],
    manifest: Manifest,
    passphrase: str,
    file: IO[bytes],
    *,
    progress: Progress | None = None,
    expected: int = 0,
) -> bytes:
    """Write the page that holds `parts`, sealed, to `file`, a few chunks in memory at a time.
    Return the 32 bytes of the key that opens this file, and no other (`reopen`).

    `progress` is told the bytes read and those `expected`. Raises ValueError for a passphrase of
    less than six words. A file half written does not open.
    """
    said = must_be_long(passphrase)
    page = _page(manifest)
    header = _header(page, manifest)
    made = _made(said, header)
    key = AESGCM(made)
    head = header + key.encrypt(DOOR, b"", header)
    file.write(page)
    _put(file, head + hashlib.sha256(head).digest())
    sealed, tally = _Chunks(file, key, header), Tally(progress, expected)
    index = json.dumps(
        {
            "manifest": worded(manifest),
            "parts": [_sealed(part, sealed, tally) for part in parts],
        }
    ).encode()
    sealed.write(index)
    sealed.write(LENGTH.pack(len(index)))
    sealed.close()
    file.write(END)
    return made


def unseal(file: IO[bytes], passphrase: str) -> tuple[Manifest, list[Part]]:
    """Return what `seal` was given, cleaned, all of it in memory. Raises WrongPassphrase, or
    Damaged for a file in which anything at all is not as it was sealed, its page included.
    """
    head, chunks = _read(file.read())
    header, door, digest = head[: -TAG - DIGEST], head[-TAG - DIGEST : -DIGEST], head[-DIGEST:]
    if hashlib.sha256(head[:-DIGEST]).digest() != digest:
        raise Damaged
    key = AESGCM(_made(heard(passphrase), header))
    try:
        key.decrypt(DOOR, door, header)
    except InvalidTag:
        raise WrongPassphrase from None
    return _deciphered(key, header, chunks)


def reopen(file: IO[bytes], made: bytes) -> tuple[Manifest, list[Part]]:
    """Return what `unseal` does, for the key that `seal` returned. Raises Damaged."""
    head, chunks = _read(file.read())
    return _deciphered(AESGCM(made), head[: -TAG - DIGEST], chunks)


def _deciphered(key: AESGCM, header: bytes, chunks: list[bytes]) -> tuple[Manifest, list[Part]]:
    try:
        whole = b"".join(
            key.decrypt(_nonce(number, number == len(chunks) - 1), chunk, header)
            for number, chunk in enumerate(chunks)
        )
    except InvalidTag:
        raise Damaged from None
    return _opened(whole)


class _Chunks:
    """Seals what is written, by chunks; the last one says that it is."""

    def __init__(self, file: IO[bytes], key: AESGCM, header: bytes) -> None:
        self.file, self.key, self.header = file, key, header
        self.held, self.number = bytearray(), 0

    def write(self, piece: bytes) -> None:
        """Take a piece; a chunk leaves once something follows it."""
        self.held += piece
        while len(self.held) > CHUNK:
            self._leave(CHUNK, is_last=False)

    def close(self) -> None:
        """Seal what is left."""
        self._leave(len(self.held), is_last=True)

    def _leave(self, length: int, *, is_last: bool) -> None:
        nonce = _nonce(self.number, is_last)
        _put(self.file, self.key.encrypt(nonce, bytes(self.held[:length]), self.header))
        del self.held[:length]
        self.number += 1


def _sealed(part: Part, sealed: _Chunks, tally: Tally) -> dict[str, Any]:
    """Seal a part; return what the index says of it."""
    entry = {"path": part.path, "title": part.title, "mime": part.mime}
    entry |= _written(part.content, sealed, tally)
    if part.html:
        entry["html"] = _written(cleaned(part.html).encode(), sealed, tally)
    return entry


def _written(content: bytes | Iterable[bytes], sealed: _Chunks, tally: Tally) -> dict[str, Any]:
    length, digest = 0, hashlib.sha256()
    for piece in tally.read(content):
        sealed.write(piece)
        digest.update(piece)
        length += len(piece)
    return {"length": length, "sha256": digest.hexdigest()}


def _page(manifest: Manifest) -> bytes:
    """Return all that comes before the sealed bytes, readable by anybody."""
    style, script = (
        MARGINS.sub("", (HERE / name).read_text(encoding="utf-8")).strip()
        for name in ("style.css", "open.js")
    )
    held = {
        "style": style,
        "style_hash": _hash(style),
        "script": script,
        "script_hash": _hash(script),
        "recipient": _told(manifest.recipient),
        "house": _told(manifest.house),
        "until": _told(full_day(manifest.until)),
    }
    page = (HERE / "page.html").read_text(encoding="utf-8")
    return PLACE.sub(lambda found: held[found[1]], page).encode()


def _told(text: str) -> str:
    """Return a text for a page, on one line and whole in UTF-8."""
    return escape(" ".join(text.encode("utf-8", "replace").decode().split()))


def _hash(inline: str) -> str:
    return base64.b64encode(hashlib.sha256(inline.encode()).digest()).decode()


def _header(page: bytes, manifest: Manifest) -> bytes:
    shown = {name: worded(manifest)[name] for name in ("recipient", "house", "until")}
    fixed = HEADER.pack(MAGIC, ITERATIONS, secrets.token_bytes(16), hashlib.sha256(page).digest())
    return fixed + json.dumps(shown).encode()


def _made(said: str, header: bytes) -> bytes:
    """Return the key of a file. Raises Damaged for a header that is not ours."""
    magic, iterations, salt, _ = HEADER.unpack_from(header)
    if magic != MAGIC or not ITERATIONS <= iterations <= MOST_ITERATIONS:
        raise Damaged
    return hashlib.pbkdf2_hmac("sha256", said.encode(), salt, iterations)


def _nonce(number: int, is_last: bool) -> bytes:
    return struct.pack(">7xIB", number, is_last)


def _put(file: IO[bytes], data: bytes) -> None:
    file.write(OPEN + base64.b64encode(data) + CLOSE)


def _read(raw: bytes) -> tuple[bytes, list[bytes]]:
    """Return the head of a file and its chunks. Raises Damaged unless it is written as `seal`
    writes, to the byte.
    """
    start = max(raw.find(OPEN), 0)
    lines = [base64.b64decode(found) for found in LINE.findall(raw, start)]
    again = b"".join(OPEN + base64.b64encode(line) + CLOSE for line in lines)
    if len(lines) < 2 or len(lines[0]) < HEADER.size + TAG + DIGEST or again + END != raw[start:]:
        raise Damaged
    if lines[0][HEADER.size - DIGEST : HEADER.size] != hashlib.sha256(raw[:start]).digest():
        raise Damaged
    return lines[0], lines[1:]


def _opened(whole: bytes) -> tuple[Manifest, list[Part]]:
    """Return the manifest and the parts that deciphered bytes hold. Raises Damaged."""
    (length,) = LENGTH.unpack(whole[-LENGTH.size :])
    index = json.loads(whole[-LENGTH.size - length : -LENGTH.size])
    at, parts = 0, []

    def taken(entry: dict[str, Any]) -> bytes:
        nonlocal at
        found = whole[at : at + entry["length"]]
        at += entry["length"]
        if hashlib.sha256(found).hexdigest() != entry["sha256"]:
            raise Damaged
        return found

    for entry in index["parts"]:
        content = taken(entry)
        html = taken(entry["html"]).decode() if "html" in entry else ""
        parts.append(Part(entry["path"], entry["title"], entry["mime"], content, html))
    told = index["manifest"]
    manifest = Manifest(
        **told
        | {
            "consents": tuple(told["consents"]),
            "made": datetime.fromisoformat(told["made"]),
            "until": date.fromisoformat(told["until"]),
        }
    )
    return manifest, parts
