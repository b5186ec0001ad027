"""Sendings: chosen, looked at, sealed; what leaves is what was agreed to and seen, no more."""

import io
import re
import uuid
from datetime import date, timedelta

import pypdf
import pytest
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from dossier.collectives.actions import join
from dossier.disclosures import consents, keeping, missions, outgoing, preparing, sendings
from dossier.disclosures.consents import Asked
from dossier.disclosures.models import Consent, Disclosure
from dossier.disclosures.sealing import draw, unseal
from dossier.establishment.models import Worker
from dossier.files.actions import keep
from dossier.journal.models import Entry
from dossier.notebooks.actions import content_of, correct
from dossier.notebooks.models import Attachment, Draft, NotAllowed, Writing
from dossier.notebooks.sharing import open_circle
from dossier.persons.actions import note_relation
from dossier.persons.models import Dossier, Person
from dossier.retention.destruction import goes
from dossier.rights.givings import note_giving
from tests.conftest import log_in, make_notebook, make_writing
from tests.files.hostile import noted_jpeg

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


def begun(cast, agreed, *texts, **more):
    """Begin a sending of writings of Amina's; return it, and the writings."""
    written = [make_writing(cast.samira, cast.amina, text) for text in texts]
    consent = agreed(Asked(cast.amina), **more)
    disclosure = sendings.begin_sending(by=cast.samira, consent=consent)
    sendings.put_in(by=cast.samira, disclosure=disclosure, writings=written)
    return disclosure, written


def test_nothing_is_begun_without_a_yes(cast, agreed):
    dossier = Dossier.objects.get(notebook=cast.amina)
    told = {"recipient": "le collège", "sort": "school", "purpose": "La rentrée", "until": UNTIL}
    asked = [Asked(cast.amina)]
    silent = consents.ask_consent(by=cast.samira, dossier=dossier, asked=asked, **told)
    with pytest.raises(sendings.NotGiven):
        sendings.begin_sending(by=cast.samira, consent=silent)
    with pytest.raises(NotAllowed):
        sendings.begin_sending(by=cast.maud, consent=agreed(Asked(cast.amina)))


def test_only_what_was_agreed_to_is_put_in(cast, agreed):
    school = make_writing(cast.samira, cast.amina, "À l’école.", heading="École")
    elsewhere = make_writing(cast.samira, cast.amina, "Chez le médecin.", heading="Santé")
    other = make_writing(cast.samira, cast.etage, "Au groupe.", heading="École")
    disclosure = sendings.begin_sending(
        by=cast.samira, consent=agreed(Asked(cast.amina, school.heading))
    )
    for wrong in (elsewhere, other):
        with pytest.raises(sendings.NotGiven):
            sendings.put_in(by=cast.samira, disclosure=disclosure, writings=[wrong])
    assert not disclosure.pieces.exists()


TAKEN = {
    "taken back": lambda cast, one, _: consents.withdraw_consent(by=cast.karim, consent=one),
    "noted by mistake": lambda cast, one, _: consents.mark_consent(
        by=cast.karim, consent=one, is_mistaken=True
    ),
    "ended": lambda _, one, __: Consent.objects.filter(pk=one.pk).update(
        until=timezone.localdate() - timedelta(days=1)
    ),
}
CHANGED = {
    "corrected": lambda cast, _, writing: correct(
        by=cast.samira, writing=writing, content=content_of(writing, text="Non."), version=1
    ),
    "a name noted": lambda cast, *_: note_relation(
        by=cast.samira, notebook=cast.amina, name="Odile"
    ),
    "a piece put in": lambda cast, one, _: sendings.put_in(
        by=cast.karim,
        disclosure=one.disclosures.get(),
        writings=[make_writing(cast.karim, cast.amina, "Encore.")],
    ),
}


@pytest.mark.parametrize("what", [*TAKEN, *CHANGED])
def test_what_changes_between_the_preview_and_the_seal_stops_it(cast, agreed, what):
    disclosure, (writing,) = begun(cast, agreed, "Elle dessine.")
    assert look(cast.samira, disclosure).is_ready
    (TAKEN | CHANGED)[what](cast, disclosure.consent, writing)
    with pytest.raises(sendings.NotGiven if what in TAKEN else sendings.ChangedSince):
        sealed(cast.samira, disclosure)
    disclosure.refresh_from_db()
    assert (disclosure.sealed_at, disclosure.copy) == (None, None)
    assert not outgoing.underway(disclosure).exists()
    assert not Entry.objects.filter(act="sent").exists()


def test_an_agreement_taken_back_while_the_file_is_written_stops_it(cast, agreed):
    disclosure, _ = begun(cast, agreed, "Elle dessine.")
    look(cast.samira, disclosure)

    def taken_back(*_):
        consents.withdraw_consent(by=cast.karim, consent=disclosure.consent)

    disclosure.refresh_from_db()
    given = {"passphrase": draw(), "seen": disclosure.basis, "progress": taken_back}
    with pytest.raises(sendings.NotGiven):
        outgoing.seal_sending(by=cast.samira, disclosure=disclosure, **given)
    disclosure.refresh_from_db()
    assert disclosure.sealed_at is None


def test_of_two_persons_in_a_writing_the_yes_of_one_is_not_enough(cast, agreed):
    zoe = make_notebook(cast.samira, "Zoé Martin", cast.foyer)
    text = "Amina a bien dormi. Zoé Martin a pleuré toute la nuit."
    disclosure, _ = begun(cast, agreed, text)
    row = preparing.prepare(by=cast.samira, disclosure=disclosure).rows[0]
    assert [one.speaks_of_others for one in row.sentences] == [False, True]
    seen = preparing.print_of(text)
    sendings.look_at(by=cast.samira, piece=row.piece, seen=seen)
    made = preparing.prepare(by=cast.samira, disclosure=disclosure)
    assert not made.is_ready
    with pytest.raises(sendings.NotReady):
        sendings.settle(by=cast.samira, disclosure=disclosure, seen=made.basis)
    made = look(cast.samira, disclosure, hide=lambda one: one.speaks_of_others)
    assert made.rows[0].told == "Amina a bien dormi. […]"
    agreed(Asked(zoe), notebook=zoe)
    sendings.look_at(by=cast.samira, piece=row.piece, seen=seen)
    row = preparing.prepare(by=cast.samira, disclosure=disclosure).rows[0]
    assert row.sentences[1].speaks_of_others, "she said yes to her own notebook, not to this"


def test_of_a_collective_every_sentence_waits_whoever_said_yes(cast, agreed):
    other = Dossier.objects.get(notebook=make_notebook(cast.samira, "Zoé Martin", cast.foyer))
    for dossier in (cast.amina.dossier, other):
        join(by=cast.samira, notebook=cast.etage, person=dossier.person)
    shared = make_writing(cast.samira, cast.etage, "Zoé Martin a joué de la flûte.")
    told = {"recipient": "Le Collège des Acacias.", "sort": "school", "until": UNTIL}
    for dossier in (cast.amina.dossier, other):
        asked = {"dossier": dossier, "purpose": "La rentrée", "writings": [shared]}
        one = consents.ask_consent(by=cast.samira, **told, **asked)
        consents.answer_consent(by=cast.samira, consent=one, answer="yes")
    first = Consent.objects.get(dossier=cast.amina.dossier)
    disclosure = sendings.begin_sending(by=cast.samira, consent=first)
    sendings.put_in(by=cast.samira, disclosure=disclosure, writings=[shared])
    (one,) = preparing.read(by=cast.samira, disclosure=disclosure).rows[0].sentences
    assert one.speaks_of_others


def test_a_doubt_nobody_decided_stops_it(cast, agreed):
    disclosure, _ = begun(cast, agreed, "Elle a parlé à Wendeline hier.")
    made = look(cast.samira, disclosure)
    assert made.is_ready
    sendings.decide_names(by=cast.samira, disclosure=disclosure, again=["Wendeline"])
    made = preparing.prepare(by=cast.samira, disclosure=disclosure)
    assert ([one.said for one in made.undecided], made.is_ready) == (["Wendeline"], False)
    sendings.decide_names(by=cast.samira, disclosure=disclosure, changed=["Wendeline"])
    made = preparing.prepare(by=cast.samira, disclosure=disclosure)
    assert "Wendeline" not in made.rows[0].told


def test_under_all_the_name_and_the_birth_of_the_person_go_too(cast, agreed):
    Person.objects.filter(dossier__notebook=cast.amina).update(
        called="Amina Belkacem", born_from=date(2012, 3, 9), born_until=date(2012, 3, 9)
    )
    text = "Amina Belkacem, 9 mars 2012, dessine. AMINA rit, 09/03/2012."
    disclosure, _ = begun(cast, agreed, text, sort="evaluation", purpose="Voir avec Amina.")
    made = look(cast.samira, disclosure)
    _, (manifest, parts) = sealed(cast.samira, disclosure)
    left = " ".join([made.rows[0].told, manifest.purpose, *(one.html for one in parts)])
    for secret in ("amina", "belkacem", "mars 2012", "09/03/2012"):
        assert secret not in left.casefold()


def test_what_is_not_handed_over_stops_with_the_agreement_and_a_letter_follows_the_rest(
    cast, agreed
):
    disclosure, _ = begun(cast, agreed, "Elle dessine.")
    look(cast.samira, disclosure)
    disclosure, _ = sealed(cast.samira, disclosure)
    client, address = log_in(cast.samira), f"/envois/{disclosure.pk}/"
    got = client.get(f"{address}fichier.html")
    assert (got.status_code, b"".join(got)) == (200, disclosure.copy.path().read_bytes())
    assert "attachment" in got.headers["Content-Disposition"]
    consents.withdraw_consent(by=cast.karim, consent=disclosure.consent)
    assert client.get(f"{address}fichier.html").status_code == 302
    assert client.get(f"{address}lettre.pdf").status_code == 404
    client.post(f"{address}remise/", {"how": "avant, en main propre"})
    letter = client.get(f"{address}lettre.pdf")
    pdf = pypdf.PdfReader(io.BytesIO(letter.content))
    told = " ".join(" ".join(page.extract_text() for page in pdf.pages).split())
    assert disclosure.reference in told
    assert "Amina" not in told + str(pdf.metadata)
    rights = client.get(f"/cahiers/{cast.amina.pk}/droits/").content.decode()
    assert "le collège des Acacias" in rights
    assert "avant, en main propre" in rights


def test_who_does_not_read_a_piece_knows_nothing_of_it(cast, agreed):
    health = open_circle(by=cast.samira, around=cast.amina, name="Santé", to=[cast.noor])
    make_writing(cast.samira, health, "Deux comprimés le soir.")
    consent = agreed(Asked(health), recipient="l’hôpital Nord", sort="hospital")
    disclosure = sendings.begin_sending(by=cast.samira, consent=consent)
    writings = Writing.objects.filter(notebook=health)
    sendings.put_in(by=cast.samira, disclosure=disclosure, writings=writings)
    look(cast.samira, disclosure)
    disclosure, _ = sealed(cast.samira, disclosure)
    outgoing.note_handed(by=cast.samira, disclosure=disclosure)
    karim = log_in(cast.karim)
    wrong = karim.get("/envois/987654/")
    for one in ("", "relire/", "fichier.html", "lettre.pdf"):
        assert karim.get(f"/envois/{disclosure.pk}/{one}").status_code == wrong.status_code == 404
    assert "Nord" not in karim.get(f"/cahiers/{cast.amina.pk}/droits/").content.decode()
    assert "Nord" in log_in(cast.samira).get(f"/cahiers/{cast.amina.pk}/droits/").content.decode()


def test_of_dates_who_refused_leaves_no_gap_and_no_word(cast, agreed):
    mission = missions.note_mission(by=cast.samira, body="Le cabinet Roy")
    until = missions.last_day(mission, timezone.localdate())
    more = {"sort": "evaluation", "recipient": "Le cabinet Roy", "until": until}
    more |= {"mission": mission, "with_facts": True}
    names = ("Zoé Martin", "Paul Petit", "Lina Roux")
    yes = []
    for name in names:
        notebook = make_notebook(cast.samira, name, cast.foyer)
        note_giving(
            by=cast.samira,
            dossier=notebook.dossier,
            what=f"Un secret de {name}",
            how="avec sa mère",
        )
        yes.append(agreed(notebook=notebook, **more))
    disclosure = sendings.begin_of_mission(
        by=cast.samira, mission=mission, pack="facts", until=until
    )
    sendings.put_in(by=cast.samira, disclosure=disclosure, consents=yes)
    consents.withdraw_consent(by=cast.samira, consent=yes[1])
    look(cast.samira, disclosure)
    with pytest.raises(sendings.NotGiven):
        sealed(cast.samira, disclosure)
    sendings.take_out(by=cast.samira, piece=disclosure.pieces.get(consent=yes[1]))
    look(cast.samira, disclosure)
    _, (manifest, parts) = sealed(cast.samira, disclosure)
    called = [one.title for one in parts]
    assert called == ["Personne A", "Personne B"]
    assert [one.path for one in parts] == ["01-texte.txt", "02-texte.txt"]
    left = " ".join([str(manifest), *(one.content.decode() + one.html for one in parts)])
    for word in (*names, "secret", "mère", "Samira a noté"):
        assert word not in left
    assert "un autre document, remis" in left


@settings(
    deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_nothing_else_leaves(cast, data):
    """Every word planted that is in the file is in a piece that was put in, or in its frame."""
    words = iter(f"mot{letter}{number}" for number in range(99) for letter in "bdfg")
    written = []
    for _ in range(data.draw(st.integers(2, 6))):
        told = " ".join(next(words) for _ in range(data.draw(st.integers(1, 6)))) + "."
        heading = data.draw(st.sampled_from(["", next(words)]))
        more = {"heading": heading, "tags": (next(words),), "moment": next(words)}
        voice = data.draw(st.sampled_from(["worker", "person", "relative"]))
        more |= {"voice": voice, "speaker": "" if voice == "worker" else next(words)}
        written.append(make_writing(cast.samira, cast.amina, told, **more))
    chosen = [one for one in written if data.draw(st.booleans())] or written[:1]
    dossier = Dossier.objects.get(notebook=cast.amina)
    frame = {"recipient": next(words), "purpose": next(words)}
    consent = consents.ask_consent(
        by=cast.samira,
        dossier=dossier,
        asked=[Asked(cast.amina)],
        sort="other",
        until=UNTIL,
        **frame,
    )
    said = {"words": next(words), "present": next(words), "who": next(words), "how": next(words)}
    consent = consents.answer_consent(by=cast.samira, consent=consent, answer="yes", **said)
    disclosure = sendings.begin_sending(by=cast.samira, consent=consent)
    sendings.put_in(by=cast.samira, disclosure=disclosure, writings=chosen)
    taken = chosen[0]
    if len(chosen) > 1 and data.draw(st.booleans()):
        sendings.take_out(by=cast.samira, piece=disclosure.pieces.get(writing=taken))
        chosen = chosen[1:]
    made = look(cast.samira, disclosure)
    hidden = data.draw(st.sets(st.sampled_from([one.pk for one in chosen])))
    for row in made.rows:
        if row.piece.writing_id in hidden:
            covered = [one[:2] for one in row.sentences]
            seen = preparing.print_of(row.whole)
            sendings.look_at(by=cast.samira, piece=row.piece, seen=seen, hidden=covered)
    preparing.prepare(by=cast.samira, disclosure=disclosure)
    disclosure, (manifest, parts) = sealed(cast.samira, disclosure)
    left = " ".join(
        [
            str(manifest),
            *(f"{one.title} {one.path} {one.content.decode()} {one.html}" for one in parts),
        ]
    )
    agreed_to = [one.text for one in chosen if one.pk not in hidden]
    agreed_to += [str(one.heading or "") for one in chosen] + list(frame.values())
    planted = set(re.findall(r"mot[bdfg]\d+", left))
    assert planted == set(re.findall(r"mot[bdfg]\d+", " ".join(agreed_to)))
    assert [one.path for one in parts] == [f"{n:02}-texte.txt" for n in range(1, len(parts) + 1)]
    clear = disclosure.copy.path().read_bytes()
    assert set(re.findall(rb"mot[bdfg]\d+", clear)) == {frame["recipient"].encode()}


def joined(by, writing, content, name, **more):
    """Join a file to a writing, kept as the workshop keeps it."""
    blob = keep([content])
    told = {"author": by, "key": uuid.uuid4(), "blob": blob, "name": name, "writing": writing}
    return Attachment.objects.create(**told, **more)


def test_files_leave_without_their_notes_their_names_nor_what_nobody_sees(cast, agreed):
    writing = make_writing(cast.samira, cast.amina, "Un dessin.")
    drawing = joined(
        cast.samira, writing, noted_jpeg(), "Samira-secret.jpg", description="Un bateau de Karim."
    )
    content = b"Le bulletin d'Amina : du progres."
    words = joined(cast.samira, writing, content, "bulletin-secret.txt")
    opaque = joined(cast.samira, writing, b"\x00\x01\x02secret", "opaque-secret.bin")
    without = agreed(Asked(cast.amina))
    disclosure = sendings.begin_sending(by=cast.samira, consent=without)
    with pytest.raises(sendings.NotGiven):
        sendings.put_in(by=cast.samira, disclosure=disclosure, attachments=[drawing])
    consent = agreed(Asked(cast.amina), with_files=True)
    disclosure = sendings.begin_sending(by=cast.samira, consent=consent)
    with pytest.raises(sendings.CannotLeave):
        sendings.put_in(by=cast.samira, disclosure=disclosure, attachments=[opaque])
    sendings.put_in(by=cast.samira, disclosure=disclosure, attachments=[drawing, words])
    assert not preparing.prepare(by=cast.samira, disclosure=disclosure).is_ready
    look(cast.samira, disclosure)
    disclosure, (_, (image, text)) = sealed(cast.samira, disclosure)
    assert [image.path, text.path] == ["01-image.jpg", "02-texte.txt"]
    assert image.content == drawing.blob.path().read_bytes()
    assert not Image.open(io.BytesIO(image.content)).getexif()
    assert text.content == content
    every = b"".join([image.content, text.content, f"{image.title} {text.title}".encode()])
    for canary in (b"secret", b"Samira", b"Karim", "Téléphone".encode(), b"GPS"):
        assert canary not in every


def test_a_destroyed_dossier_takes_the_copies_that_held_it(cast, agreed):
    disclosure, _ = begun(cast, agreed, "Elle dessine.")
    look(cast.samira, disclosure)
    disclosure, _ = sealed(cast.samira, disclosure)
    found = goes(cast.amina.dossier)
    assert found["dossier.disclosure"] == found["dossier.disclosed"] == found["dossier.blob"] == 1


def test_the_same_sending_is_sealed_once(cast, agreed):
    disclosure, _ = begun(cast, agreed, "Elle dessine.")
    look(cast.samira, disclosure)
    client, address = log_in(cast.samira), f"/envois/{disclosure.pk}/"
    shown = client.get(f"{address}apercu/").content.decode()
    seen = re.search(r'name="vu" value="(\w+)"', shown)[1]
    assert client.post(f"{address}apercu/", {"vu": seen}).headers["Location"].endswith("sceller/")
    page = client.get(f"{address}sceller/").content.decode()
    phrase = re.search(r'name="drawn_passphrase" value="([^"]+)"', page)[1]
    told = {"drawn_passphrase": phrase, "vu": seen}
    short = told | {"drawn_passphrase": "un deux"}
    assert client.post(f"{address}sceller/", short).status_code == 302
    assert Disclosure.objects.get(pk=disclosure.pk).sealed_at is None
    client.post(f"{address}sceller/", told)
    first = Disclosure.objects.get(pk=disclosure.pk)
    assert unseal(io.BytesIO(first.copy.path().read_bytes()), phrase)
    assert client.post(f"{address}sceller/", told).headers["Location"] == address
    assert Disclosure.objects.get(pk=disclosure.pk).copy == first.copy
    assert phrase not in str(list(Draft.objects.values())) + page.replace(phrase, "", 2)
    assert client.get(f"{address}relire/").status_code == 200


@pytest.mark.parametrize(
    "birth",
    [
        "3 avril 2012",
        "3 Avril 2012",
        "3\u00a0avril\u00a02012",
        "03 04 2012",
        "3 avr. 2012",
        "3/4/12",
    ],
)
def test_the_day_of_birth_goes_however_it_is_written(cast, agreed, birth):
    born = {"born_from": date(2012, 4, 3), "born_until": date(2012, 4, 3)}
    Person.objects.filter(dossier__notebook=cast.amina).update(**born)
    disclosure, _ = begun(cast, agreed, f"Fêté : {birth} au foyer.", sort="research")
    told = preparing.read(by=cast.samira, disclosure=disclosure).rows[0].told
    assert birth not in told
    assert "au foyer" in told


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Amina habite 12 rue des Lilas\n69100 Villeurbanne", "69100"),
        ("Amina voit Karim\nHaddad", "Haddad"),
    ],
)
def test_what_is_covered_leaves_no_half_of_a_name(cast, agreed, text, left):
    Worker.objects.filter(pk=cast.bruno.pk).update(name="Karim Haddad")
    disclosure, _ = begun(cast, agreed, text)
    row = preparing.read(by=cast.samira, disclosure=disclosure).rows[0]
    seen, first = preparing.print_of(text), row.sentences[0]
    sendings.look_at(by=cast.samira, piece=row.piece, seen=seen, hidden=[first[:2]])
    assert left not in preparing.read(by=cast.samira, disclosure=disclosure).rows[0].told


def test_what_a_piece_answers_leaves_without_the_names(cast, agreed):
    mission = missions.note_mission(by=cast.samira, body="Le cabinet Roy")
    told = {"sort": "evaluation", "mission": mission}
    disclosure, _ = begun(cast, agreed, "On a ri.", **told)
    row = preparing.read(by=cast.samira, disclosure=disclosure).rows[0]
    seen = preparing.print_of(row.whole)
    answers = {"criterion": "1.4 pour Amina", "method": "person"}
    sendings.look_at(by=cast.samira, piece=row.piece, seen=seen, **answers)
    preparing.prepare(by=cast.samira, disclosure=disclosure)
    _, (_, parts) = sealed(cast.samira, disclosure)
    assert "accompagné traceur, 1.4 pour" in parts[0].content.decode()
    assert all("Amina" not in one.content.decode() for one in parts)


def test_what_is_covered_everywhere_is_whatever_its_capitals(cast, agreed):
    disclosure, _ = begun(cast, agreed, "Le zorblax, LE ZORBLAX, _Zorblax_.")
    page = f"/envois/{disclosure.pk}/noms/"
    client = log_in(cast.samira)
    assert client.post(page, {"cover": "zorblex"}).status_code == 422
    assert client.post(page, {"cover": "Zorblax"}).status_code == 302
    told = preparing.read(by=cast.samira, disclosure=Disclosure.objects.get(pk=disclosure.pk))
    assert "zorblax" not in told.rows[0].told.casefold()


def test_a_sheet_is_its_author_s(cast):
    mission = missions.note_mission(by=cast.samira, body="Le cabinet Roy")
    made = sendings.begin_of_mission(by=cast.samira, mission=mission, pack="sheet", until=UNTIL)
    look(cast.samira, made)
    made, _ = sealed(cast.samira, made)
    assert log_in(cast.samira).get(f"/envois/{made.pk}/relire/").status_code == 200
    karim = log_in(cast.karim)
    assert karim.get(f"/envois/{made.pk}/relire/").status_code == 404
    assert made.reference in karim.get(f"/evaluations/{mission.pk}/").content.decode()


def test_who_is_called_nearly_as_the_person_is_somebody_else(cast, agreed):
    Person.objects.filter(dossier__notebook=cast.amina).update(called="Mina Roux")
    disclosure, _ = begun(cast, agreed, "Mina dessine. Amina a pleuré.")
    row = preparing.read(by=cast.samira, disclosure=disclosure).rows[0]
    assert [one.speaks_of_others for one in row.sentences] == [False, True]
    assert row.told.startswith("Mina dessine.")
    assert "Amina" not in row.told
