"""The key with which a house receives; six words to compare by voice.

The file of the key is as age-keygen writes it: the public half in a comment, then the private one.
"""

import hashlib
import io
from datetime import datetime

from django.conf import settings

from dossier.accounts import passphrases
from dossier.config import instance
from dossier.disclosures.sealing import WORDS, heard
from dossier.files import age

NAME = "receive.key"
PUBLIC = "# public key: "


class NoKey(Exception):
    """The house has no key to receive with yet, or its file does not read."""


def make(*, now: datetime) -> None:
    """Make a key in the place of the one that is there, if any: what was sealed to the former opens
    no more.
    """
    private, public = age.new_key()
    told = f"# created: {now.isoformat(timespec='minutes')}\n{PUBLIC}{public}\n{private}\n"
    instance.replace_key(settings.DOSSIER_HOME, NAME, told)


def public() -> str:
    """Return the public half ("age1…"). Raises NoKey."""
    return _line(PUBLIC).removeprefix(PUBLIC)


def private() -> str:
    """Return the private half ("AGE-SECRET-KEY-1…"). Raises NoKey."""
    return _line("AGE-SECRET-KEY-1")


def _line(begins: str) -> str:
    try:
        lines = (settings.DOSSIER_HOME / NAME).read_text(encoding="utf-8").splitlines()
    except (FileNotFoundError, UnicodeDecodeError) as error:
        raise NoKey from error
    found = [one.strip() for one in lines if one.startswith(begins)]
    if not found:
        raise NoKey
    return found[0]


def is_key(told: str) -> bool:
    """Whether something could be sealed to what was told."""
    try:
        age.encrypt([], io.BytesIO(), [told])
    except age.BadKey:
        return False
    return True


def words_of(told: str) -> str:
    """Return six words of 1,439 by which a key, or the SHA-256 of a file, is known by voice: 62.9
    bits of its SHA-256.
    """
    number, words = int.from_bytes(hashlib.sha256(told.encode()).digest()), passphrases.words()
    chosen = []
    for _ in range(WORDS):
        number, at = divmod(number, len(words))
        chosen.append(words[at])
    return " ".join(chosen)


def are_words_of(said: str, told: str) -> bool:
    """Whether words that were heard, however typed, are those of what was told."""
    return heard(said) == heard(words_of(told))
