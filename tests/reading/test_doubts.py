"""Texts are listened to as they are read; what names somebody without looking like it doubts."""

import pytest

from dossier.persons.actions import note_relation
from dossier.reading import doubts, rendered
from dossier.reading.desk import Desk
from tests.conftest import make_notebook, make_writing


@pytest.fixture
def desk(cast):
    """Return the desk of who reads Mina's, in a house where they know three others."""
    mina = make_notebook(cast.samira, "Mina Haddad", cast.foyer)
    for name in ("Kévin Morel", "Odette Vasseur", "Dominique Faure"):
        make_notebook(cast.samira, name, cast.foyer)
    make_writing(cast.samira, mina, "Elle va bien. Elle chante. Elle lit.")
    return Desk(by=cast.samira, dossier=mina.dossier)


HIDDEN = """
    Elle a vu K*év*in hier.
    Elle a mangé avec K**évin**.
    Elle a dormi là, od**ette** aussi.
    Elle a ri avec k\u00adé\u00advin.
    Elle a ri avec k\u200bé\u200bvin.
    Elle a ri avec k\ue0b0évin.
    Elle a ri avec k\u2800évin.
    Elle a ri avec ké-\\nvin.
    Elle a ri avec ké\\nvin.
    Elle a vu \u202enivék\u202c au parc.
    [lien](http://exemple.fr/kevin-morel)
    Vu sur http://exemple.fr/zlc
"""
UNLIKE = """
    Elle a vu عادل.
    elle a vu بلال au parc
    Elle a vu κévin.
    elle a ri avec бруно
    Elle a passé la soirée chez didier.
    Elle s’est fâchée avec didier au marché.
    Elle a prêté 20 € à bilal.
    Elle est passée par yasmina pour la clé.
    Elle parle de bilal.
    Elle a mangé chez hoarau.
    Elle a ri avec dom.
    elle a croisé dom au parc
    Elle a vu momo.
    Elle a dormi chez od ette.
    Elle a dormi chez od-ette.
    Elle a ri avec kev1n.
    Elle a vu k é v i n.
    Sa chambre jouxte la 14, où on crie.
    Elle s’est disputée avec 7B.
    Elle a dormi chez la 12.
    On a reçu un appel de la chambre 12.
    Elle s’est fait voler son téléphone par la rousse.
    Elle a écrit à @zlc hier.
"""
PLAIN = """
    Elle a *bien* dormi, **vraiment** bien.
    # Nuit\\n\\n- couchée tôt\\n- douche prise
    Elle va au collège, en 6e.
    Elle a dormi la 1re nuit, puis la 2e.
    Elle est rentrée à 14 h, la 3e fois.
    Elle a payé avec 20 €, par carte.
    Elle rentre chez elle samedi.
    Elle n’est allée chez personne.
    Elle a pris la 12 pour rentrer.
    Elle est fière, grâce à son travail, malgré le bruit.
    Elle a mangé des crêpes et du fromage.
    Elle a fait dodo, puis pipi.
    Mina a dormi. Mi\u00adna a mangé.
    Elle a pesé 14 µg de sel en cours de chimie.
    Elle a rangé le placard #urgent
"""


def lines(told: str) -> list[str]:
    return [one.strip().replace("\\n", "\n") for one in told.strip().splitlines()]


@pytest.mark.parametrize("text", lines(HIDDEN) + lines(UNLIKE))
def test_it_waits(desk, cast, text):
    (passage,) = desk.read([make_writing(cast.samira, desk.notebook, text)])
    assert passage.is_waiting
    assert passage.speaks_of_others
    assert any(one.reason for one in passage.prepared())  # and is proposed covered


@pytest.mark.parametrize("text", lines(PLAIN))
def test_it_is_clear(desk, cast, text):
    (passage,) = desk.read([make_writing(cast.samira, desk.notebook, text)])
    assert (passage.listening.signs, passage.is_clear) == ([], True)


def test_a_sign_stands_where_it_was_typed(desk):
    text = "Elle a *bien* mangé. Puis elle a vu K*év*in hier."
    (heard,) = desk.listen([text])
    assert any("K*év*in" in text[one.start : one.end] for one in heard.signs)
    assert [one.others for one in heard.heard()] == [False, True]


def test_what_is_read_keeps_its_places():
    text = "# Le soir\n\n- od**ette**\n- un\u00adtel"
    found = rendered.read(text)
    assert found.text == "Le soir\nodette\nuntel"
    assert "".join(text[at] for at in found.places).replace("\n", "") == "Le soirodetteuntel"
    assert rendered.read("Une ligne.\n\nUne autre.") is None


def test_relatives_are_cut_short_too(cast):
    mina = make_notebook(cast.samira, "Mina Haddad", cast.foyer)
    note_relation(by=cast.samira, notebook=mina, name="Philomène", tie="sa voisine")
    shorts = doubts.Shorts(Desk(by=cast.samira, dossier=mina.dossier).known, "p0")
    assert shorts.is_short("philo")
    assert not shorts.is_short("phi-")
