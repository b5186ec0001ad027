"""A sending prepared as a team does, and what another house finds in it."""

import io
from collections.abc import Callable, Iterable
from datetime import timedelta
from pathlib import Path

from django.utils import timezone

from dossier.disclosures import consents, outgoing, preparing, sendings
from dossier.disclosures.consents import Asked
from dossier.disclosures.models import Disclosure
from dossier.disclosures.sealing import draw
from dossier.establishment.models import Worker
from dossier.files import age
from dossier.notebooks.models import Attachment, Heading, Notebook, Writing
from dossier.persons.models import Dossier
from dossier.transfers import giving
from tests.disclosures.test_sendings import look

UNTIL = timezone.localdate() + timedelta(days=60)
CALLED = "le foyer des Acacias"


def agreed(by: Worker, dossier: Dossier, *, heading: Heading | None = None, **more):
    """Return an agreement noted of the notebook of a dossier, under a heading or all."""
    told = {"recipient": CALLED, "sort": "service", "purpose": "Pour vivre là-bas.", "until": UNTIL}
    asked = [] if "writings" in more else [Asked(dossier.notebook, heading)]
    told |= {"asked": asked} | more
    consent = consents.ask_consent(by=by, dossier=dossier, **told)
    return consents.answer_consent(by=by, consent=consent, answer="yes")


def prepared(
    by: Worker,
    consent,
    writings: Iterable[Writing] = (),
    attachments: Iterable[Attachment] = (),
    hide: Callable[[preparing.Sentence], bool] = lambda one: one.speaks_of_others,
) -> Disclosure:
    """Return a sending of an agreement, looked at, ready to be sealed: what `hide` says is covered,
    what is doubtful is left.
    """
    disclosure = sendings.begin_sending(by=by, consent=consent)
    sendings.put_in(by=by, disclosure=disclosure, writings=writings, attachments=attachments)
    assert look(by, disclosure, hide=hide).is_ready
    disclosure.refresh_from_db()
    return disclosure


def sealed(by: Worker, disclosure: Disclosure, key: str) -> Disclosure:
    """Seal a sending to another house."""
    told = {"passphrase": draw(), "seen": disclosure.basis}
    return giving.seal_for_house(by=by, disclosure=disclosure, key=key, **told)


def given(by: Worker, notebook: Notebook, writings: Iterable[Writing], key: str) -> Disclosure:
    """Agree, prepare, and seal writings of a dossier to another house."""
    dossier = Dossier.objects.get(notebook=notebook)
    return sealed(by, prepared(by, agreed(by, dossier), writings), key)


def plaintext(disclosure: Disclosure, private: str) -> bytes:
    """Return the ZIP that the archive of a sending holds."""
    out = io.BytesIO()
    with disclosure.archive.path().open("rb") as file:
        age.decrypt(file, out, private)
    return out.getvalue()


def handed(disclosure: Disclosure, folder: Path) -> Path:
    """Put the file of a sending in a folder, as it is handed over."""
    outgoing.note_handed(by=disclosure.sealed_by, disclosure=disclosure)
    return giving.copy_to(disclosure, folder)
