"""What a destruction does around itself: what was covered stays covered, what was not shown stays,
what changed meanwhile stops it, what was cut short is taken up again.
"""

from datetime import date

import pytest

from dossier.notebooks.models import Writing
from dossier.notebooks.pieces import Taken
from dossier.persons.actions import note_stay, open_dossier
from dossier.reading import rules
from dossier.reading.covering import cover
from dossier.reading.desk import Desk
from dossier.retention import actions as archives
from dossier.retention.destruction import destroy
from tests.conftest import make_writing

LONG_AGO = date(2010, 6, 30)


@pytest.fixture
def lucie(cast):
    """Return the dossier of somebody who left long ago."""
    dossier = open_dossier(
        by=cast.samira, called="Lucie", civil_name="Lucie Dubreuil", teams=[cast.foyer]
    )
    note_stay(by=cast.samira, dossier=dossier, service="Ici", until_on=LONG_AGO)
    return dossier


@pytest.fixture
def mina(cast):
    """Return the dossier of somebody who is there."""
    return open_dossier(by=cast.samira, called="Mina", civil_name="Mina Sarr", teams=[cast.foyer])


def decided(cast, *dossiers):
    """Return a slip on which these dossiers are decided to be destroyed."""
    told = {"by": cast.samira, "last_contact_on": LONG_AGO}
    kept = [archives.close(dossier=one, **told) for one in dossiers]
    slip = archives.make_slip(by=cast.samira, archives=kept)
    archives.note_visa(by=cast.samira, slip=slip, visa="AD 7")
    for line in slip.lines.all():
        archives.decide(by=cast.samira, line=line, decision="destroy")
    return slip


def passage(cast, dossier, writing):
    """Return a writing as the person of a dossier may read it."""
    now = Writing.objects.select_related("notebook", "author", "heading").get(pk=writing.pk)
    return Desk(by=cast.samira, dossier=dossier).read([now])[0]


def read(cast, dossier, writing) -> str:
    """Return what the person of a dossier reads of a writing."""
    return "".join(one.text for one in passage(cast, dossier, writing).stretches if not one.reasons)


def cover_sentences(cast, dossier, writing, *words):
    """Cover the sentences of a writing where one of `words` stands."""
    text = passage(cast, dossier, writing).text
    spans = [
        (start, end, "third")
        for start, end in rules.sentences(text)
        if any(word in text[start:end] for word in words)
    ]
    cover(by=cast.samira, dossier=dossier, writing=writing, version=1, spans=spans)


def test_a_covered_sentence_stays_covered_when_a_passage_before_it_goes(cast, lucie, mina):
    source = make_writing(cast.samira, lucie.notebook, "Lucie a aidé à la cuisine, avec patience.")
    takes = [Taken(source=source, words="Mina a bien dormi. Kévin Morel a volé le vélo de Rosa.")]
    report = make_writing(cast.samira, mina.notebook, "Bilan du mois pour Mina.", takes=takes)
    cover_sentences(cast, mina, report, "Lucie", "Kévin")
    assert "Mina a bien dormi." in read(cast, mina, report)
    destroy(by=cast.samira, slip=decided(cast, lucie))
    assert passage(cast, mina, report).is_waiting
    assert "Kévin" not in read(cast, mina, report)


def test_a_covered_sentence_stays_covered_when_a_name_before_it_is_replaced(cast, lucie, mina):
    takes = [
        Taken(
            source=make_writing(cast.samira, cast.etage, "Lucie Dubreuil chante."),
            words="Rosa a crié. Mina dort.",
        )
    ]
    report = make_writing(cast.samira, mina.notebook, "Bilan.", takes=takes)
    cover_sentences(cast, mina, report, "Lucie", "Rosa")
    destroy(by=cast.samira, slip=decided(cast, lucie))
    assert "Dubreuil" not in passage(cast, mina, report).text
    assert passage(cast, mina, report).is_waiting
    assert "Rosa" not in read(cast, mina, report)


def test_what_a_keeper_covered_of_a_clear_text_waits_when_the_text_changes(cast, lucie, mina):
    told = "Lucie Dubreuil est venue. Elle a pleuré toute la nuit."
    own = make_writing(cast.samira, mina.notebook, told)
    cover_sentences(cast, mina, own, "Lucie", "pleuré")
    destroy(by=cast.samira, slip=decided(cast, lucie))
    assert "Dubreuil" not in passage(cast, mina, own).text
    assert "pleuré" not in read(cast, mina, own)


def test_a_name_written_with_marks_inside_goes_too(cast, lucie):
    told = ["Dub**reuil** Lucie est là.", "*Lu*cie **Dubreuil** rit.", "Lucie_Dubreuil.jpg"]
    kept = [make_writing(cast.samira, cast.etage, text) for text in told]
    destroy(by=cast.samira, slip=decided(cast, lucie))
    for one in kept:
        one.refresh_from_db()
    said = [one.text for one in kept]
    assert said == ["[une personne] est là.", "[une personne] rit.", "[une personne].jpg"]
