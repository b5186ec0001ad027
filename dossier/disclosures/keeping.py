"""The very file that left, kept: only the house opens it, with a key that is in no database."""

import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

from dossier.disclosures.models import Disclosure
from dossier.disclosures.sealing import Damaged, Manifest, Part, reopen

NONCE = 12  # bytes


class Forgotten(Exception):
    """The copy was taken away: with a dossier that was destroyed."""


def wrap(made: bytes, reference: str) -> bytes:
    """Return the key of a copy, wrapped: 12 bytes of nonce, then AES-256-GCM under a key derived
    (HKDF-SHA-256) from the secret of the instance; it opens for this reference alone.
    """
    nonce = os.urandom(NONCE)
    return nonce + _house().encrypt(nonce, made, reference.encode())


def opened(disclosure: Disclosure) -> tuple[Manifest, list[Part]]:
    """Return what left, as it left. Raises Forgotten; Damaged when the copy, or its key, is not
    what was kept.
    """
    if not disclosure.copy:
        raise Forgotten
    held = bytes(disclosure.key)
    try:
        made = _house().decrypt(held[:NONCE], held[NONCE:], disclosure.reference.encode())
        with disclosure.copy.path().open("rb") as file:
            return reopen(file, made)
    except (InvalidTag, ValueError, FileNotFoundError) as error:  # ValueError: no key at all
        raise Damaged from error


def _house() -> AESGCM:
    secret = settings.SECRET_KEY.encode()
    return AESGCM(HKDF(hashes.SHA256(), 32, None, b"dossier.copies").derive(secret))
