"""The house and its words as they are now: read once a request, and each time outside of one."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.utils.functional import lazy

from dossier.establishment.models import Establishment
from dossier.establishment.words import Words

_read: ContextVar[list[Establishment] | None] = ContextVar("house", default=None)


@contextmanager
def reading_once() -> Iterator[None]:
    """Read the house at most once inside; what was read is forgotten at the end."""
    token = _read.set([])
    try:
        yield
    finally:
        _read.reset(token)


def house() -> Establishment:
    """Return the house; one without a name when it has none yet."""
    kept = _read.get()
    if kept:
        return kept[0]
    found = Establishment.here()
    if kept is not None:
        kept.append(found)
    return found


def forget() -> None:
    """Forget what was read: the house has just changed."""
    if kept := _read.get():
        kept.clear()


def words() -> Words:
    """Return the words of the house, by key."""
    return house().said_words


def said(sentence: str, **more: object) -> str:
    """Return `sentence` in the words of the house: "dans {cahier.le}" gives "dans le cahier"."""
    return sentence.format(**words(), **more)


# For what is written once for all requests, like the labels of forms: said when it is shown.
said_later = lazy(said, str)
