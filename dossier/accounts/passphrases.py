"""What a passphrase must be: long, and not everybody's; no kind of sign is asked for.

NIST SP 800-63B-4, 3.1.1.2, and CNIL, délibération 2022-100: length, and a list of common ones.
"""

from django.contrib.auth.password_validation import CommonPasswordValidator
from django.core.exceptions import ValidationError

from dossier.accounts import slowing
from dossier.establishment.models import Worker

SHORTEST, LONGEST = 12, 1_000


class Refused(Exception):
    """A passphrase, or a PIN, that anybody could guess; says in French what to do."""


class Wrong(Exception):
    """Not the passphrase of this worker."""


class Slowed(Exception):
    """Too many wrong ones in a row; says in French how long to wait."""


def check(passphrase: str, worker: Worker) -> None:
    """Raise Refused, with what to say, for a passphrase that is too easy."""
    if not SHORTEST <= len(passphrase) <= LONGEST:
        raise Refused(
            f"Il faut {SHORTEST} signes au moins : quatre ou cinq mots qui ne vont pas ensemble "
            "font une bonne phrase."
        )
    bare = "".join(passphrase.lower().split())
    own = {"".join(word.lower().split()) for word in (worker.login, worker.name)}
    for name in own:
        bare = bare.replace(name, "")
    if len(set(bare)) < 4 or len(bare) < SHORTEST // 2 or _is_common(passphrase):
        raise Refused(
            "Cette phrase se devine trop vite. Prenez quatre ou cinq mots qui ne vont pas ensemble."
        )


def confirm(worker: Worker, passphrase: str) -> None:
    """Check that it is `worker` who is at the keyboard; raise Wrong, or Slowed."""
    key = ("again", str(worker.pk))
    if left := slowing.wait(key):
        raise Slowed(slowing.told(left))
    if not worker.check_password(passphrase):
        slowing.missed(key)
        raise Wrong
    slowing.forget(key)


def _is_common(passphrase: str) -> bool:
    try:
        CommonPasswordValidator().validate(passphrase)
    except ValidationError:
        return True
    return False
