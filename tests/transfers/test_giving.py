"""What goes to another house: what was agreed to and seen, sealed to its key, and nothing else."""

import io
import json
import re
import uuid
import zipfile
from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from dossier.collectives.actions import join
from dossier.disclosures import consents, keeping, outgoing, sendings
from dossier.disclosures.models import Disclosure
from dossier.disclosures.sealing import draw
from dossier.files import age
from dossier.files.actions import keep
from dossier.journal.models import Entry
from dossier.notebooks.actions import content_of, correct
from dossier.notebooks.models import Attachment, Draft
from dossier.notebooks.sharing import open_circle
from dossier.notes import actions as notes
from dossier.persons.actions import note_relation, note_stay, open_dossier
from dossier.persons.models import Dossier, Person
from dossier.reading.covering import cover
from dossier.transfers import giving, keys
from tests.conftest import log_in, make_attachment, make_worker, make_writing
from tests.files.hostile import image
from tests.transfers.house import agreed, given, plaintext, prepared, sealed

PRIVATE, PUBLIC = age.new_key()


def opened(disclosure: Disclosure) -> dict[str, bytes]:
    """Return what is in the file of a sending, by path."""
    with zipfile.ZipFile(io.BytesIO(plaintext(disclosure, PRIVATE))) as held:
        return {name: held.read(name) for name in held.namelist()}


def dossier_of(notebook) -> Dossier:
    return Dossier.objects.get(notebook=notebook)


def test_what_was_seen_leaves_with_its_day_heading_voice_and_author(cast):
    one = make_writing(
        cast.samira, cast.amina, "Amina dessine.", heading="Loisirs", occurred_on=date(2026, 3, 5)
    )
    other = make_writing(cast.karim, cast.amina, "Je veux partir.", voice="person")
    disclosure = given(cast.samira, cast.amina, [one, other], PUBLIC)
    held = opened(disclosure)
    index = json.loads(held["transfert.json"])
    assert (index["format"], index["version"]) == ("dossier-unique-transfert", 1)
    assert index["reference"] == disclosure.reference
    assert index["person"]["called"] == "Amina"
    told = {one["text"]: one for one in index["texts"]}
    first, second = told["01-texte.txt"], told["02-texte.txt"]
    assert (first["day"], first["heading"], first["voice"]) == ("2026-03-05", "Loisirs", "")
    assert (first["author"], second["author"]) == ("Samira", "Karim")
    assert (second["heading"], second["voice"]) == ("", "la personne")
    assert held["01-texte.txt"].decode() == "Amina dessine."
    kept = [part.content for part in keeping.opened(disclosure)[1]]
    assert [held["01-texte.txt"], held["02-texte.txt"]] == kept


def test_it_opens_for_that_house_alone_and_its_manifest_tells_each_file(cast):
    disclosure = given(
        cast.samira, cast.amina, [make_writing(cast.samira, cast.amina, "Oui.")], PUBLIC
    )
    assert disclosure.house_key == PUBLIC
    with pytest.raises(age.BadKey):
        plaintext(disclosure, age.new_key()[0])
    held = opened(disclosure)
    parts = json.loads(held["manifeste.json"])["parts"]
    assert {one["path"] for part in parts for one in part["files"]} == set(held) - {
        "manifeste.json",
        "LISEZ-MOI.txt",
    }


def test_nothing_withheld_is_in_it(cast, tmp_path):
    """Planted words, one a place: everything but what was put in, agreed to and not covered."""
    samira, amina = cast.samira, cast.amina
    Person.objects.filter(pk=dossier_of(amina).person_id).update(
        civil_name="Zqcivil Zqfamille", birth="vers 1931, zqnaissance", word="zqmotpersonne"
    )
    author = make_worker("zqlogin", cast.foyer, function="zqfonction")
    note_stay(by=samira, dossier=dossier_of(amina), service="zqservice", word="zqsejour")
    note_relation(by=samira, notebook=amina, name="Zqproche Zqnom", tie="zqlien", word="zqmot")
    other = open_dossier(by=samira, called="Zqautre Zqpersonne", teams=[cast.foyer])
    make_writing(samira, other.notebook, "zqautreecrit", heading="Zqautrerubrique")
    circle = open_circle(by=samira, around=amina, name="Zqcercle", to=[cast.foyer], reason="zqr")
    make_writing(samira, circle, "zqcercleecrit")
    chosen = make_writing(
        author,
        amina,
        "Amina dessine. Zqautre Zqpersonne a crié zqcouvert.",
        heading="Loisirs",
        tags=("zqmotclef",),
        moment="zqmoment",
    )
    former = make_writing(samira, amina, "zqancien", heading="Loisirs")
    content = content_of(former, text="Amina chante.")
    chosen_too, _ = correct(by=samira, writing=former, content=content, version=1)
    make_writing(samira, amina, "zqreponse", answers=chosen)
    make_writing(samira, amina, "zqpaschoisi", heading="Loisirs")
    make_writing(samira, amina, "zqpasaccorde", heading="Zqsante")
    make_attachment(samira, chosen, data=b"zqfichier", name="zqnomdefichier.png")
    fields = {"text": "zqbrouillon"}
    Draft.objects.create(
        author=samira, notebook=amina, key=uuid.uuid4(), fields=fields, kept_at=timezone.now()
    )
    notes.keep(by=samira, text="zqnote")
    consent = agreed(samira, dossier_of(amina), heading=chosen.heading)
    disclosure = sealed(samira, prepared(samira, consent, [chosen, chosen_too]), PUBLIC)
    whole = b"".join(
        part for pair in opened(disclosure).items() for part in (pair[0].encode(), pair[1])
    )
    assert b"Amina dessine. [" in whole
    assert b"Amina chante." in whole
    # The name of who wrote is said, as what they are called; nothing else that was planted.
    assert set(re.findall(rb"zq[a-z]+", whole.lower())) == {b"zqlogin"}


def test_the_name_of_who_wrote_is_a_word_and_no_account(cast):
    author = make_worker("compte", cast.foyer)
    author.name = "Nadia Belkacem"
    author.save()
    disclosure = given(cast.samira, cast.amina, [make_writing(author, cast.amina, "Oui.")], PUBLIC)
    whole = b"".join(opened(disclosure).values()).decode()
    assert "Nadia Belkacem" in whole
    assert "compte" not in whole


def test_of_two_persons_in_a_writing_one_agreed(cast):
    """What is said of the other waits for somebody to cover it, and goes under nobody's yes."""
    other = open_dossier(by=cast.samira, called="Wendeline Zibelinou", teams=[cast.foyer])
    for dossier in (dossier_of(cast.amina), other):
        join(by=cast.samira, notebook=cast.etage, person=dossier.person)
    text = "Amina a chanté. Wendeline Zibelinou a pleuré toute la nuit."
    writing = make_writing(cast.samira, cast.etage, text)
    consent = agreed(cast.samira, dossier_of(cast.amina), writings=[writing])
    disclosure = prepared(
        cast.samira, consent, [writing], hide=lambda one: "Wendeline" in one.words
    )
    held = opened(sealed(cast.samira, disclosure, PUBLIC))
    assert held["01-texte.txt"].decode() == "Amina a chanté. […]"
    assert not re.search(r"Wendeline|Zibelinou|pleuré", b"".join(held.values()).decode())


def test_what_is_not_looked_at_is_not_sealed(cast):
    other = open_dossier(by=cast.samira, called="Wendeline Zibelinou", teams=[cast.foyer])
    writing = make_writing(cast.samira, cast.amina, f"{other.person} a pleuré.")
    consent = agreed(cast.samira, dossier_of(cast.amina))
    disclosure = sendings.begin_sending(by=cast.samira, consent=consent)
    sendings.put_in(by=cast.samira, disclosure=disclosure, writings=[writing])
    outgoing.preparing.prepare(by=cast.samira, disclosure=disclosure)
    disclosure.refresh_from_db()
    with pytest.raises(sendings.NotReady):
        sealed(cast.samira, disclosure, PUBLIC)


def test_what_the_person_does_not_read_does_not_leave_on_their_yes(cast):
    text = "Amina dessine. Sa voisine crie souvent."
    writing = make_writing(cast.samira, cast.amina, text)
    dossier, consent = dossier_of(cast.amina), agreed(cast.samira, dossier_of(cast.amina))
    start = text.index("Sa voisine")
    told = {"by": cast.samira, "dossier": dossier, "writing": writing, "version": 1}
    cover(**told, spans=[(start, len(text), "third")])
    whole = prepared(cast.samira, consent, [writing])
    with pytest.raises(giving.NotReadByPerson):
        sealed(cast.samira, whole, PUBLIC)
    assert not Disclosure.objects.exclude(sealed_at=None).exists()
    covered = prepared(cast.samira, consent, [writing], hide=lambda one: "voisine" in one.words)
    assert (
        opened(sealed(cast.samira, covered, PUBLIC))["01-texte.txt"]
        == "Amina dessine. […]".encode()
    )
    cover(**told, whole="third")
    again = prepared(cast.samira, consent, [writing], hide=lambda one: "voisine" in one.words)
    with pytest.raises(giving.NotReadByPerson):
        sealed(cast.samira, again, PUBLIC)
    cover(**told)
    assert sealed(cast.samira, again, PUBLIC).sealed_at


def test_covered_before_it_changed_it_waits(cast):
    writing = make_writing(cast.samira, cast.amina, "Sa voisine crie.")
    dossier = dossier_of(cast.amina)
    cover(by=cast.samira, dossier=dossier, writing=writing, version=1, spans=[(0, 16, "third")])
    content = content_of(writing, text="Sa voisine crie souvent.")
    writing, _ = correct(by=cast.samira, writing=writing, content=content, version=1)
    disclosure = prepared(cast.samira, agreed(cast.samira, dossier), [writing])
    with pytest.raises(giving.NotReadByPerson):
        sealed(cast.samira, disclosure, PUBLIC)


def test_a_picture_leaves_with_the_text_it_is_joined_to_without_its_name(cast):
    writing = make_writing(cast.samira, cast.amina, "Amina dessine.")
    blob = keep([image("PNG")])
    fields = {"author": cast.samira, "writing": writing, "blob": blob, "name": "zqnom.png"}
    file = Attachment.objects.create(**fields, description="Son dessin.", key=writing.key)
    consent = agreed(cast.samira, dossier_of(cast.amina), with_files=True)
    disclosure = prepared(cast.samira, consent, [writing], [file])
    held = opened(sealed(cast.samira, disclosure, PUBLIC))
    (told,) = json.loads(held["transfert.json"])["texts"]
    assert told["text"] == "01-texte.txt"
    assert told["files"] == [{"path": "02-image.png", "words": "Son dessin."}]
    assert held["02-image.png"] == blob.path().read_bytes()
    assert b"zqnom" not in b"".join(held.values())


# ------------------------------------------------------------------ the agreement


def test_taken_back_before_it_is_sealed_nothing_is_sealed(cast):
    writing = make_writing(cast.samira, cast.amina, "Oui.")
    consent = agreed(cast.samira, dossier_of(cast.amina))
    disclosure = prepared(cast.samira, consent, [writing])
    consents.withdraw_consent(by=cast.samira, consent=consent)
    with pytest.raises(sendings.NotGiven):
        sealed(cast.samira, disclosure, PUBLIC)


def test_taken_back_once_sealed_it_is_handed_to_nobody(cast, tmp_path):
    disclosure = given(
        cast.samira, cast.amina, [make_writing(cast.samira, cast.amina, "Oui.")], PUBLIC
    )
    assert giving.given(disclosure.reference.lower()) == disclosure
    consents.withdraw_consent(by=cast.samira, consent=disclosure.consent)
    with pytest.raises(sendings.NotGiven):
        giving.given(disclosure.reference)
    found = log_in(cast.samira).get(reverse("disclosure-archive", args=[disclosure.pk]))
    assert found.status_code == 302


@pytest.mark.parametrize("sort", ["evaluation", "research"])
def test_without_their_name_nobody_is_received(cast, sort):
    writing = make_writing(cast.samira, cast.amina, "Oui.")
    consent = agreed(cast.samira, dossier_of(cast.amina), sort=sort)
    disclosure = prepared(cast.samira, consent, [writing])
    with pytest.raises(giving.NotForHouse):
        sealed(cast.samira, disclosure, PUBLIC)
    page = log_in(cast.samira).get(reverse("disclosure-seal", args=[disclosure.pk]))
    assert "autre_cle" not in page.content.decode()


def test_what_is_no_key_seals_nothing(cast):
    writing = make_writing(cast.samira, cast.amina, "Oui.")
    disclosure = prepared(cast.samira, agreed(cast.samira, dossier_of(cast.amina)), [writing])
    for key in ("", "age1", PRIVATE, PUBLIC[:-1], f"{PUBLIC}x", "ssh-rsa AAAA"):
        with pytest.raises(giving.NotAKey):
            sealed(cast.samira, disclosure, key)


def test_the_house_remembers_in_the_journal_and_for_the_person(cast):
    disclosure = given(
        cast.samira, cast.amina, [make_writing(cast.samira, cast.amina, "Oui.")], PUBLIC
    )
    assert Entry.objects.filter(notebook_id=cast.amina.pk, act=Entry.Act.SENT).exists()
    rights = log_in(cast.samira).get(reverse("disclosure-detail", args=[disclosure.pk]))
    told = rights.content.decode()
    assert keys.words_of(PUBLIC) in told
    assert keys.words_of(disclosure.archive.sha256) in told
    assert [
        one for one, _ in outgoing.of_dossier(dossier=disclosure.consent.dossier, by=cast.samira)
    ]


def test_a_sending_that_is_for_no_house_is_not_given(cast):
    writing = make_writing(cast.samira, cast.amina, "Oui.")
    disclosure = prepared(cast.samira, agreed(cast.samira, dossier_of(cast.amina)), [writing])
    told = {"passphrase": draw(), "seen": disclosure.basis, "with_archive": True}
    outgoing.seal_sending(by=cast.samira, disclosure=disclosure, **told)
    for reference in (disclosure.reference, "", "ZZZZZZ"):
        with pytest.raises(giving.NothingThere):
            giving.given(reference)


def test_one_seals_on_the_page_with_the_words_one_was_told(cast):
    writing = make_writing(cast.samira, cast.amina, "Oui.")
    disclosure = prepared(cast.samira, agreed(cast.samira, dossier_of(cast.amina)), [writing])
    client, address = log_in(cast.samira), reverse("disclosure-seal", args=[disclosure.pk])
    form = {"drawn_passphrase": draw(), "vu": disclosure.basis, "autre_cle": PUBLIC}
    for key, words, said in (
        (PUBLIC, "", "ne sont pas ceux de cette clé"),
        (PUBLIC, keys.words_of(age.new_key()[1]), "ne sont pas ceux de cette clé"),
        ("", keys.words_of(PUBLIC), "pas une clé entière"),
        ("age1zut", keys.words_of("age1zut"), "pas une clé entière"),
    ):
        page = client.post(address, form | {"autre_cle": key, "autres_mots": words})
        assert page.status_code == 422
        assert said in page.content.decode()
        assert f'value="{key}"' in page.content.decode()
        assert form["drawn_passphrase"] in page.content.decode()
    assert not Disclosure.objects.exclude(sealed_at=None).exists()
    spoken = keys.words_of(PUBLIC).upper().replace(" ", "  ")
    assert client.post(address, form | {"autres_mots": spoken}).status_code == 302
    disclosure.refresh_from_db()
    assert (disclosure.house_key, bool(disclosure.archive)) == (PUBLIC, True)
    found = client.get(reverse("disclosure-archive", args=[disclosure.pk]))
    assert found.content == disclosure.archive.path().read_bytes()


def test_a_copy_replaces_nothing(cast, tmp_path):
    disclosure = given(
        cast.samira, cast.amina, [make_writing(cast.samira, cast.amina, "Oui.")], PUBLIC
    )
    path = giving.copy_to(disclosure, tmp_path)
    with pytest.raises(FileExistsError):
        giving.copy_to(disclosure, tmp_path)
    assert [*tmp_path.iterdir()] == [path]
    assert path.read_bytes() == disclosure.archive.path().read_bytes()
