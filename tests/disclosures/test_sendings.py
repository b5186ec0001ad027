"""Sendings: chosen, looked at, sealed; what leaves is what was agreed to and seen, no more."""

import io
from datetime import timedelta

import pytest
from django.utils import timezone

from dossier.disclosures import consents, keeping, outgoing, preparing, sendings
from dossier.disclosures.consents import Asked
from dossier.disclosures.models import Disclosure
from dossier.disclosures.sealing import draw, unseal
from dossier.persons.models import Dossier
from tests.conftest import make_writing

UNTIL = timezone.localdate() + timedelta(days=60)


@pytest.fixture
def agreed(cast):
    def made(*asked, notebook=None, **more):
        dossier = Dossier.objects.get(notebook=notebook or cast.amina)
        told = {"recipient": "le collège des Acacias", "sort": "school", "until": UNTIL}
        told |= {"purpose": "Pour la rentrée.", **more}
        consent = consents.ask_consent(by=cast.samira, dossier=dossier, asked=asked, **told)
        return consents.answer_consent(by=cast.samira, consent=consent, answer="yes")

    return made


def look(by, disclosure, *, hide=lambda one: False):
    """Look at each piece: what speaks of others is covered, or left."""
    for row in preparing.prepare(by=by, disclosure=disclosure).rows:
        hidden = [one[:2] for one in row.sentences if hide(one)]
        kept = [one[:2] for one in row.sentences if one.speaks_of_others and not hide(one)]
        seen = preparing.print_of(row.whole)
        sendings.look_at(by=by, piece=row.piece, seen=seen, hidden=hidden, kept=kept)
    made = preparing.prepare(by=by, disclosure=disclosure)
    left = [one.said for one in made.undecided]
    sendings.decide_names(by=by, disclosure=disclosure, left=left)
    return preparing.prepare(by=by, disclosure=disclosure)


def sealed(by, disclosure):
    disclosure.refresh_from_db()
    phrase = draw()
    disclosure = outgoing.seal_sending(
        by=by, disclosure=disclosure, passphrase=phrase, seen=disclosure.basis
    )
    return disclosure, unseal(io.BytesIO(disclosure.copy.path().read_bytes()), phrase)


def test_what_was_agreed_leaves_as_it_was_seen(cast, agreed):
    kept = make_writing(
        cast.samira, cast.amina, "Amina aime le dessin. Karim l’aide.", heading="École"
    )
    make_writing(cast.samira, cast.amina, "Chez le médecin.", heading="Santé")
    consent = agreed(Asked(cast.amina, kept.heading))
    disclosure = sendings.begin_sending(by=cast.samira, consent=consent)
    assert not disclosure.pieces.exists()
    sendings.put_in(by=cast.samira, disclosure=disclosure, writings=[kept])
    made = look(cast.samira, disclosure)
    assert made.is_ready, made.doubts
    disclosure, (manifest, parts) = sealed(cast.samira, disclosure)
    assert [one.content.decode() for one in parts] == [made.rows[0].told]
    assert "Amina aime le dessin." in made.rows[0].told
    assert manifest.recipient == "le collège des Acacias"
    assert keeping.opened(disclosure)[1][0].content == parts[0].content
    assert Disclosure.objects.get(pk=disclosure.pk).pieces.get().told == ""
