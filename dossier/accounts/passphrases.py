"""What a passphrase must be: long, and not everybody's; no kind of sign is asked for.

NIST SP 800-63B-4, 3.1.1.2; OWASP ASVS 5.0, 6.2; CNIL, délibération 2022-100: length, and lists of
common ones. `words.txt` has what a suggestion is made of, `common.txt` what is tried first here.
"""

import functools
import re
import secrets
import unicodedata
from collections.abc import Iterable
from pathlib import Path

from django.contrib.auth.password_validation import CommonPasswordValidator

from dossier.accounts import slowing
from dossier.establishment.house import house
from dossier.establishment.models import Worker

SHORTEST, LONGEST = 12, 1_000  # signs
SUGGESTED = 5  # words of 1,439: 52 bits
LEFT = 6  # signs that must be left once all that is guessed first is taken out
ROWS = (
    "azertyuiop",
    "qsdfghjklm",
    "wxcvbn",
    "qwertyuiop",
    "asdfghjkl",
    "zxcvbnm",
    "01234567890",
    "abcdefghijklmnopqrstuvwxyz",
    "1aqw2zsx3edc4rfv5tgb6yhn7uj8ik9ol0pm",
    "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol",
    "a1b2c3d4e5f6g7h8i9j",
)
RUN = 4  # signs in a row
HERE = Path(__file__).parent

TOO_SHORT = (
    f"Il faut {SHORTEST} signes au moins : quatre ou cinq mots qui ne vont pas ensemble font une "
    "bonne phrase."
)
TOO_LONG = "Mille signes au plus : gardez-en le début."
TOO_COMMON = (
    "Cette phrase se devine trop vite : on l’essaierait parmi les premières. Prenez quatre ou cinq "
    "mots qui ne vont pas ensemble."
)
TOO_NEAR = (
    "Votre nom et celui d’ici se devinent tout de suite : prenez quatre ou cinq mots qui n’ont "
    "rien à voir avec vous."
)


class Refused(Exception):
    """A passphrase, or a PIN, that anybody could guess; says in French what to do."""


class Wrong(Exception):
    """Not the passphrase of this worker."""


class Slowed(Exception):
    """Too many wrong ones in a row; says in French how long to wait."""


def check(phrase: str, worker: Worker) -> list[str]:
    """Return what is to be said, in French, of a passphrase `worker` must not take; [] for a good
    one. Any sign is welcome, and none is asked for.
    """
    if len(phrase) < SHORTEST:
        return [TOO_SHORT]
    if len(phrase) > LONGEST:
        return [TOO_LONG]
    if _is_known(phrase):
        return [TOO_COMMON]
    bare, own = _bare(phrase), _own(worker.name, worker.login, house().name)
    if not _is_enough(_without(bare, _common())):
        return [TOO_COMMON]
    return [] if _is_enough(_without(bare, [*own, *_common()])) else [TOO_NEAR]


def must_be_good(phrase: str, worker: Worker) -> None:
    """Raise Refused, with what to say, for a passphrase `worker` must not take."""
    if told := check(phrase, worker):
        raise Refused(" ".join(told))


def suggestion() -> str:
    """Return five words drawn by chance."""
    return " ".join(secrets.choice(words()) for _ in range(SUGGESTED))


def is_suggestion(text: str) -> bool:
    """Tell whether a text may have been drawn."""
    parts = text.split(" ")
    return len(parts) == SUGGESTED and set(parts) <= set(words())


@functools.cache
def words() -> tuple[str, ...]:
    """Return the words that are drawn: short, without accents, no two of them alike."""
    return tuple((HERE / "words.txt").read_text(encoding="utf-8").split())


def confirm(worker: Worker, passphrase: str) -> None:
    """Check that it is `worker` who is at the keyboard; raise Wrong, or Slowed."""
    key = ("again", str(worker.pk))
    if left := slowing.wait(key):
        raise Slowed(slowing.told(left))
    if not worker.check_password(passphrase):
        slowing.missed(key)
        raise Wrong
    slowing.forget(key)


def _flat(text: str) -> str:
    """Return a text as it is compared: one form of each letter (NFKC), no case, no accent."""
    told = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold())
    return "".join(sign for sign in told if not unicodedata.combining(sign))


def _bare(text: str) -> str:
    """Return a text as it is compared, without spaces nor marks."""
    kept = (sign for sign in _flat(text) if sign.isalnum() or unicodedata.category(sign) == "So")
    return "".join(kept)


@functools.cache
def _shipped() -> frozenset[str]:
    return frozenset(CommonPasswordValidator().passwords)


def _is_known(phrase: str) -> bool:
    """Tell whether a phrase is one of the 20,000 that Django ships, or nearly."""
    bare, parts = _bare(phrase), _flat(phrase).split()
    inner = re.sub(r"^[\d\W_]+|[\d\W_]+$", "", _flat(phrase))
    if {_flat(phrase).strip(), bare, inner} & _shipped():
        return True
    return len(parts) < SUGGESTED - 1 and all(_bare(part) in _shipped() for part in parts)


@functools.cache
def _common() -> tuple[str, ...]:
    lines = (HERE / "common.txt").read_text(encoding="utf-8").splitlines()
    return _longest_first(_bare(line) for line in lines if not line.startswith("#"))


def _own(*names: str) -> tuple[str, ...]:
    """Return what somebody is called, whole and by parts."""
    parts = (part for name in names for part in [name, *re.split(r"[\W_\d]+", name)])
    return _longest_first(bare for part in parts if len(bare := _bare(part)) > 2)


def _longest_first(pieces: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(pieces), key=lambda piece: (-len(piece), piece)))


def _without(bare: str, pieces: Iterable[str]) -> str:
    """Return what is left of a text without some pieces, nor what a finger does by itself."""
    for piece in pieces:
        bare = bare.replace(piece, " ")
    for row in ROWS:
        for way in (_bare(row), _bare(row)[::-1]):
            bare = _without_run(bare, way)
    # Said again and again, it is said once.
    return re.sub(r"(.+?)\1+", r"\1", bare.replace(" ", ""))


def _without_run(text: str, row: str) -> str:
    at = 0
    while at + RUN <= len(text):
        length = RUN
        while at + length <= len(text) and text[at : at + length] in row:
            length += 1
        if length > RUN:
            text = f"{text[:at]} {text[at + length - 1 :]}"
        at += 1
    return text


def _is_enough(left: str) -> bool:
    return len(left) >= LEFT and len(set(left)) > LEFT // 2 and not left.isdecimal()
