"""Contracts, what was given, who is trusted: what is noted stays, and is whose it is."""

import uuid
from datetime import UTC, date, datetime

import pytest

from dossier.journal.models import Entry
from dossier.notebooks.models import Attachment, NotAllowed, Writing
from dossier.persons.actions import note_stay
from dossier.rights import contracts, givings, strokes, texts, trust
from dossier.rights.models import Contract, Giving, Trust
from tests.conftest import make_attachment, make_notebook

AT = datetime(2026, 3, 10, 9, 30, 12, tzinfo=UTC)


@pytest.fixture
def dossier(cast):
    """Return Amina's dossier."""
    return cast.amina.dossier


@pytest.fixture
def contract(cast, dossier) -> Contract:
    """Return a contract of hers."""
    return contracts.draw_up(by=cast.samira, dossier=dossier, sort="stay", at=AT)


def test_a_contract_is_drawn_up_with_a_sort_alone(cast, contract):
    assert (contract.at, contract.by) == (AT.replace(second=0), cast.samira)
    line = Entry.objects.order_by("pk").last()
    assert (line.act, line.at, line.notebook) == ("described", contract.at, cast.amina)


def test_a_contract_ties_nothing_of_somebody_else(cast, dossier, contract):
    other = make_notebook(cast.samira, "Léa", cast.foyer).dossier
    stay = note_stay(by=cast.samira, dossier=other, service="Ailleurs")
    theirs = contracts.draw_up(by=cast.samira, dossier=other, sort="stay")
    told = {"by": cast.samira, "dossier": dossier}
    for more in (
        {"sort": "stay", "stay": stay},
        {"sort": "amendment", "amends": theirs},
        {"sort": "poem"},
        {"sort": "stay", "from_on": date(2026, 2, 1), "until_on": date(2026, 1, 1)},
    ):
        with pytest.raises(ValueError, match=r"sort|somebody else|beginning"):
            contracts.draw_up(**told, **more)
    with pytest.raises(ValueError, match="itself"):
        contracts.describe_contract(by=cast.samira, contract=contract, amends=contract)
    assert list(dossier.contracts.all()) == [contract]


@pytest.mark.parametrize("who", ["bruno", "maud", "yann", "gilles"])
def test_only_who_writes_there_does_anything(cast, dossier, contract, who):
    worker = getattr(cast, who)
    given = givings.note_giving(by=cast.samira, dossier=dossier, contract=contract)
    named = trust.note_trust(by=cast.samira, dossier=dossier, act="named", name="Odile")
    acts = [
        lambda: contracts.draw_up(by=worker, dossier=dossier, sort="dipc"),
        lambda: contracts.describe_contract(by=worker, contract=contract, why="x"),
        lambda: contracts.mark_contract(by=worker, contract=contract, is_mistaken=True),
        lambda: contracts.write_contract(by=worker, contract=contract, text="x"),
        lambda: givings.note_giving(by=worker, dossier=dossier, what="x"),
        lambda: givings.mark_giving(by=worker, giving=given, is_mistaken=True),
        lambda: trust.note_trust(by=worker, dossier=dossier, act="proposed"),
        lambda: trust.mark_trust(by=worker, trust=named, is_mistaken=True),
    ]
    for act in acts:
        with pytest.raises(NotAllowed):
            act()
    counts = [one.objects.count() for one in (Contract, Giving, Trust, Writing)]
    assert counts == [1, 1, 1, 0]


def test_the_text_of_a_contract_has_several_hands(cast, contract):
    first = contracts.write_contract(by=cast.samira, contract=contract, text="Une chambre.")
    again = contracts.write_contract(by=cast.karim, contract=contract, text="Deux chambres.")
    assert (first.pk, again.version, again.is_common) == (again.pk, 2, True)
    assert Contract.objects.get().writing.text == "Deux chambres."
    assert [row.text for row in again.history.order_by("version")] == [
        "Une chambre.",
        "Deux chambres.",
    ]


def test_what_is_signed_is_a_version(cast, dossier, contract):
    contracts.write_contract(by=cast.samira, contract=contract, text="Une chambre.")
    signed = givings.note_giving(
        by=cast.samira, dossier=dossier, contract=contract, answer="signed", strokes=[[[1, 2]]]
    )
    contracts.write_contract(by=cast.karim, contract=contract, text="Deux chambres.")
    assert (signed.version, signed.strokes) == (1, [[[1, 2]]])
    later = givings.note_giving(by=cast.samira, dossier=dossier, contract=contract)
    assert later.version == 2
    for version in (0, 3):
        with pytest.raises(ValueError, match="version"):
            givings.note_giving(by=cast.samira, dossier=dossier, contract=contract, version=version)


def test_a_refusal_is_an_answer_with_its_reasons(cast, dossier, contract):
    line = givings.note_giving(
        by=cast.samira, dossier=dossier, contract=contract, answer="refused", words="Trop cher."
    )
    assert (line.get_answer_display(), line.words) == ("refusé", "Trop cher.")
    givings.mark_giving(by=cast.karim, giving=line, is_mistaken=True)
    givings.mark_giving(by=cast.samira, giving=line, is_mistaken=False)
    assert not Giving.objects.get().is_mistaken


def test_several_things_are_given_in_one_gesture_with_one_paper(cast, dossier):
    editions = []
    for sort in ("welcome", "charter", "rules"):
        one = texts.open_text(by=cast.samira, sort=sort, title=sort)
        editions.append(texts.publish(by=cast.samira, house_text=one, text="x"))
    held = make_attachment(cast.samira, name="signé.png")
    lines = givings.note_givings(
        by=cast.samira, dossier=dossier, things=editions, key=held.key, how="lu ensemble", at=AT
    )
    assert [one.edition for one in lines] == editions
    assert {one.on for one in lines} == {date(2026, 3, 10)}
    (paper,) = Writing.objects.all()
    assert {one.writing for one in lines} == {paper}
    assert (paper.notebook, paper.text) == (cast.amina, "# welcome, charter, rules")
    assert Attachment.objects.get().writing == paper
    assert Entry.objects.filter(act="given").count() == 1


def test_the_same_form_may_come_back_with_another_paper(cast, dossier):
    held = make_attachment(cast.samira, name="un.png")
    key = held.key
    givings.note_giving(by=cast.samira, dossier=dossier, what="Une clé", key=key)
    make_attachment(cast.samira, name="deux.png", data=b"2", key=key)
    givings.note_giving(by=cast.samira, dossier=dossier, what="Deux clés", key=key)
    assert Writing.objects.count() == 2


def test_the_files_of_a_colleague_are_not_taken(cast, dossier):
    key = uuid.uuid4()
    held = make_attachment(cast.maud, name="un.png", key=key)
    line = givings.note_giving(by=cast.samira, dossier=dossier, what="Une clé", key=key)
    held.refresh_from_db()
    assert (line.writing, held.writing) == (None, None)


def test_what_is_no_giving_is_refused(cast, dossier, contract):
    other = make_notebook(cast.samira, "Léa", cast.foyer).dossier
    told = {"by": cast.samira, "dossier": dossier}
    for more in ({}, {"what": "x", "side": "cat"}, {"what": "x", "answer": "perhaps"}):
        with pytest.raises(ValueError, match=r"nothing|there is not"):
            givings.note_giving(**told, **more)
    with pytest.raises(ValueError, match="somebody else"):
        givings.note_giving(by=cast.samira, dossier=other, contract=contract)
    with pytest.raises(strokes.NoSignature):
        givings.note_giving(**told, what="x", strokes=[[["<script>", 1]]])
    assert not Giving.objects.exists()


def test_trust_is_noted_and_stays(cast, dossier):
    held = make_attachment(cast.samira, name="attestation.png")
    told = {"by": cast.samira, "dossier": dossier}
    trust.note_trust(**told, act="proposed", interview_on=date(2026, 3, 20), at=AT)
    named = trust.note_trust(**told, act="named", name=" Odile  Roy ", key=held.key)
    trust.note_trust(**told, act="revoked", words="Elle préfère seule.")
    assert [one.act for one in dossier.trusts.order_by("pk")] == ["proposed", "named", "revoked"]
    assert (named.name, named.writing.text) == ("Odile Roy", "# Personne de confiance")
    for more in ({"act": "loved"}, {"act": "named"}):
        with pytest.raises(ValueError, match=r"there is not|has a name"):
            trust.note_trust(**told, **more)
