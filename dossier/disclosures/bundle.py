"""The same documents for those who can: a ZIP of plain formats, in an age file.

age (https://age-encryption.org/v1) opens with a passphrase, or with the key of who receives it.
"""

import base64
import hashlib
import hmac
import io
import json
import secrets
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from typing import IO, Any

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from dossier.disclosures.sealing import (
    Manifest,
    Part,
    Progress,
    Tally,
    cleaned,
    must_be_long,
    worded,
)
from dossier.establishment.dates import full_day
from dossier.files import age

LONG_AGO = (1980, 1, 1, 0, 0, 0)  # a ZIP has dates; these say nothing
NOTICE, MANIFEST = "LISEZ-MOI.txt", "manifeste.json"
# scrypt, of a passphrase: N = 2^17, r = 8, p = 1 (OWASP), 128 MiB to seal and to open. The library
# would take a second's worth, which a fast machine makes more than a gigabyte.
SCRYPT_LOG_N = 17
AGE_CHUNK = 1 << 16  # bytes


class BadPath(Exception):
    """A path that would leave the folder it is opened in, or is taken already."""


def seal_zip(
    parts: Iterable[Part],
    manifest: Manifest,
    file: IO[bytes],
    *,
    passphrase: str = "",
    recipients: Sequence[str] = (),
    progress: Progress | None = None,
    expected: int = 0,
) -> None:
    """Write `parts` to `file` as a ZIP in an age file, for a passphrase or else for `recipients`
    (public keys "age1…"); the ZIP is never whole in memory nor in clear on a disk.

    `progress` is told the bytes read and those `expected`. Raises ValueError for a passphrase of
    less than six words, for none of the two or both, and for what is no key; BadPath; and what
    `parts` or `file` raise. A file half written does not open.
    """
    if bool(passphrase) == bool(recipients):
        raise ValueError("either a passphrase or recipients")
    zipped = _zipped(parts, manifest, Tally(progress, expected))
    if passphrase:
        _by_passphrase(must_be_long(passphrase), zipped, file)
        return
    try:
        age.encrypt(zipped, file, recipients)
    except age.BadKey as error:
        raise ValueError("not a public key of age") from error


class _Written(io.RawIOBase):
    """Holds what was written until it is taken; knows no way back, as a pipe."""

    def __init__(self) -> None:
        self.held = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, piece: Any) -> int:
        self.held += piece
        return len(piece)

    def taken(self) -> bytes:
        found = bytes(self.held)
        self.held.clear()
        return found


def _by_passphrase(said: str, zipped: Iterator[bytes], file: IO[bytes]) -> None:
    """Write an age file of one scrypt recipient: https://c2sp.org/age, which the library reads."""
    file_key, salt, nonce = (secrets.token_bytes(16) for _ in range(3))
    wrapping = hashlib.scrypt(
        said.encode(),
        salt=b"age-encryption.org/v1/scrypt" + salt,
        n=2**SCRYPT_LOG_N,
        r=8,
        p=1,
        maxmem=2**SCRYPT_LOG_N * 8 * 128 + 2**20,
        dklen=32,
    )
    wrapped = ChaCha20Poly1305(wrapping).encrypt(bytes(12), file_key, None)
    head = (
        f"age-encryption.org/v1\n-> scrypt {_bare64(salt)} {SCRYPT_LOG_N}\n{_bare64(wrapped)}\n---"
    )
    mac = hmac.digest(_derived(file_key, b"", b"header"), head.encode(), "sha256")
    file.write(f"{head} {_bare64(mac)}\n".encode() + nonce)
    payload, held, number = ChaCha20Poly1305(_derived(file_key, nonce, b"payload")), bytearray(), 0
    for piece in zipped:
        held += piece
        while len(held) > AGE_CHUNK:
            file.write(payload.encrypt(_age_nonce(number, False), bytes(held[:AGE_CHUNK]), None))
            del held[:AGE_CHUNK]
            number += 1
    file.write(payload.encrypt(_age_nonce(number, True), bytes(held), None))


def _bare64(data: bytes) -> str:
    return base64.b64encode(data).decode().rstrip("=")


def _derived(file_key: bytes, salt: bytes, purpose: bytes) -> bytes:
    return HKDF(hashes.SHA256(), 32, salt, purpose).derive(file_key)


def _age_nonce(number: int, is_last: bool) -> bytes:
    return number.to_bytes(11, "big") + bytes([is_last])


def _zipped(parts: Iterable[Part], manifest: Manifest, tally: Tally) -> Iterator[bytes]:
    """Yield a ZIP: the parts, what is shown of them as pages, the manifest, a notice."""
    out, told, taken = _Written(), [], {NOTICE.casefold(), MANIFEST.casefold()}
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as pack:

        def put(path: str, content: bytes | Iterable[bytes]) -> Iterator[bytes]:
            _must_stay_inside(path, taken)
            digest = hashlib.sha256()
            with pack.open(_info(path), "w", force_zip64=True) as entry:
                for piece in tally.read(content):
                    entry.write(piece)
                    digest.update(piece)
                    yield out.taken()
            told[-1]["files"].append({"path": path, "sha256": digest.hexdigest()})

        for part in parts:
            told.append({"title": part.title, "mime": part.mime, "files": []})
            yield from put(part.path, part.content)
            if part.html:
                yield from put(f"{part.path}.html", _view(part, manifest))
        index = {"manifest": worded(manifest), "parts": told}
        pack.writestr(_info(MANIFEST), json.dumps(index, ensure_ascii=True, indent=1))
        pack.writestr(_info(NOTICE), _notice(manifest, told))
    yield out.taken()


def _info(path: str) -> zipfile.ZipInfo:
    """Return an entry that says nothing of this machine, nor of when."""
    info = zipfile.ZipInfo(path, LONG_AGO)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.create_system, info.external_attr = 3, 0o600 << 16
    return info


def _must_stay_inside(path: str, taken: set[str]) -> None:
    """Note a path as taken. Raises BadPath."""
    is_plain = path.isprintable() and not set(path) & set('\\:*?"<>|')
    is_inside = not {"", ".", ".."} & {*path.split("/")}
    # Windows and macOS would write "Note" over "note".
    if not is_plain or not is_inside or path.casefold() in taken:
        raise BadPath(path)
    taken.add(path.casefold())


def _view(part: Part, manifest: Manifest) -> bytes:
    """Return what is shown of a part, as a page that runs nothing."""
    title = escape(part.title)
    told = (
        '<!DOCTYPE html>\n<html lang="fr">\n<meta charset="utf-8">\n'
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'">\n'
        f"<title>{title}</title>\n<p>{escape(_handed(manifest))}</p>\n<h1>{title}</h1>\n"
        f"{cleaned(part.html)}\n</html>\n"
    )
    return told.encode("utf-8", "replace")


def _handed(manifest: Manifest) -> str:
    return f"Remis à {manifest.recipient}, à lire jusqu’au {full_day(manifest.until)}."


def _notice(manifest: Manifest, told: list[dict[str, Any]]) -> bytes:
    """Return the manifest in words."""
    said = [
        _handed(manifest),
        "",
        f"Ce que c’est : {manifest.what}",
        f"Pour quoi : {manifest.purpose}",
        f"Préparé par : {manifest.by}, {manifest.house}",
        f"Le : {full_day(manifest.made.date())}",
        "Avec quels accords :",
        *(f"- {consent}" for consent in manifest.consents),
        "",
        "Ce qui est ici n’est plus protégé par la phrase secrète ni par votre clé : gardez-le où",
        "vous êtes seul à lire, et supprimez-le quand la date est passée.",
        "",
        "Les documents, et leurs empreintes (SHA-256) :",
    ]
    for part in told:
        said += ["", part["title"]]
        said += [f"  {line}" for one in part["files"] for line in one.values()]
    return "\r\n".join(said).encode("utf-8", "replace")
