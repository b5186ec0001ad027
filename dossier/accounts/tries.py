"""Logging in with a passphrase, slowed where it fails again and again, for strangers only.

Who tries the names of a team from outside makes wait those who come from a machine they never used;
on a machine that knows a worker, only the misses made on it count (OWASP ASVS 5.0, 6.3.1).
"""

from datetime import timedelta

from django.contrib.auth import authenticate

from dossier.accounts import machines, slowing
from dossier.accounts.digests import digest
from dossier.accounts.models import Known
from dossier.accounts.passphrases import Slowed, Wrong
from dossier.establishment.models import Worker

WAYS = 8  # of an address, each for some names: a house behind one address is not slowed as one


def enter(*, login: str, passphrase: str, address: str, token: str) -> Worker:
    """Return who comes in, from an address and with the cookie of a machine.

    Raises Wrong, the same for a name that nobody has; Slowed, the same too, before looking at the
    passphrase.
    """
    login = login.strip().lower()
    own, shared = _keys(login, address, token)
    waits = filter(None, map(slowing.wait, (*own, *shared)))
    if left := max(waits, default=timedelta(0)):
        raise Slowed(slowing.told(left))
    for key in own:
        slowing.missed(key)  # before looking: many tries at once do not pass for one
    worker = authenticate(None, login=login, passphrase=passphrase)
    if not worker:
        for key in shared:
            slowing.missed(key)
        raise Wrong
    for key in own:
        slowing.forget(key)
    return worker


def _keys(login: str, address: str, token: str) -> tuple[list[tuple[str, ...]], ...]:
    """Return the keys that a right passphrase clears, and those it does not."""
    machine = machines.of(token)
    # Asked of any machine, known or not, so that both take as long.
    known = Known.objects.filter(worker__login=login, machine=machine).first()
    if known:
        return [("login", "known", str(known.pk))], []
    way = str(int(digest("way", login)[:8], 16) % WAYS)
    return [("login", login, address), ("login", login)], [("login", "from", address, way)]
