"""What is received: whole or not at all, with where it comes from, nothing twice, undone."""

import hashlib
import io
import json
import re
import zipfile
from datetime import UTC, date, datetime

import pytest
from django.conf import settings as house_settings
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dossier.arrivals import actions
from dossier.arrivals.brought import Unreadable
from dossier.arrivals.models import Arrival
from dossier.disclosures.bundle import seal_zip
from dossier.files import age
from dossier.files.actions import keep
from dossier.notebooks.models import Attachment, Notebook, Writing
from dossier.persons.actions import open_dossier
from dossier.persons.models import Dossier
from dossier.transfers import keys, reading
from tests.conftest import make_writing
from tests.files.hostile import image
from tests.transfers import house
from tests.transfers.house import agreed, handed, plaintext, prepared, sealed

PRIVATE, PUBLIC = age.new_key()
AT = {"sort": Arrival.Sort.TRANSFER}


@pytest.fixture
def sent(cast, tmp_path):
    """A file that another house handed over: two texts, one with a picture."""
    one = make_writing(
        cast.samira, cast.amina, "Amina dessine.", heading="Loisirs", occurred_on=date(2026, 3, 5)
    )
    other = make_writing(cast.karim, cast.amina, "Je veux partir.", voice="person")
    fields = {"author": cast.samira, "writing": one, "blob": keep([image("PNG")]), "key": one.key}
    file = Attachment.objects.create(**fields, name="dessin.png", description="Son dessin.")
    dossier = Dossier.objects.get(notebook=cast.amina)
    consent = agreed(cast.samira, dossier, with_files=True)
    return sealed(cast.samira, prepared(cast.samira, consent, [one, other], [file]), PUBLIC)


@pytest.fixture
def path(sent, tmp_path):
    return handed(sent, tmp_path)


def take(path, by) -> actions.Done:
    """Receive a file for a worker, in the same house: they are of another team, which reads nothing
    of what was given.
    """
    with reading.received(path, PRIVATE) as held:
        return actions.take_in(held.brought, by=by, **AT)


def told(notebook) -> str:
    return "\n\n".join(Writing.objects.filter(notebook=notebook).values_list("text", flat=True))


def counts() -> tuple[int, ...]:
    return tuple(one.objects.count() for one in (Dossier, Writing, Attachment, Arrival))


def test_it_arrives_with_where_it_comes_from(cast, sent, path):
    done = take(path, cast.maud)
    assert (done.opened, done.known, done.lines) == (1, 0, [])
    dossier = done.arrival.things.get(is_opened=True).dossier
    assert (dossier.person.called, dossier.person.civil_name, dossier.person.birth) == (
        "Amina", "", "",
    )  # fmt: skip
    one = Writing.objects.get(notebook=dossier.notebook, heading__name="Loisirs")
    assert (one.author, one.occurred_on) == (cast.maud, date(2026, 3, 5))
    assert one.text == "Amina dessine.\n\nSon dessin.\n\nÉcrit par Samira, La maison d’essai"
    (file,) = one.attachments.all()
    assert (file.name, file.blob.kind) == ("03-image.png", "image")
    whole = told(dossier.notebook)
    for words in (
        "Reçu de : La maison d’essai",
        f"Envoi : {sent.reference}, scellé le",
        "par Samira",
        "Pour quoi : Pour vivre là-bas.",
        "Avec quels accords : Accord donné le",
        "À lire jusqu’au : ",
        "Qui parle : la personne",
        "Écrit par Karim, La maison d’essai",
    ):
        assert words in whole
    assert not Notebook.objects.visible_to(cast.samira).filter(pk=dossier.notebook_id).exists()


def test_the_same_file_twice_does_nothing_twice(cast, path):
    take(path, cast.maud)
    before = counts()
    done = take(path, cast.maud)
    assert (done.opened, done.written) == (0, 0)
    assert done.known == 3  # somebody, two texts
    assert counts() == (*before[:-1], before[-1] + 1)


def test_what_was_there_is_not_replaced(cast, path):
    """Somebody of that whole name is there: what comes is added, and nothing of them changes."""
    Dossier.objects.get(notebook=cast.amina).person.__class__.objects.filter(
        dossier__notebook=cast.amina
    ).update(called="Amina Zibelinou")
    here = open_dossier(by=cast.maud, called="Amina Zibelinou", birth="2010", teams=[cast.savs])
    make_writing(cast.maud, here.notebook, "Déjà là.")
    again = sent_again(cast, path.parent)
    done = take(again, cast.maud)
    assert (done.opened, [line.words for line in done.lines]) == (
        0, ["rejoint le dossier qui porte ce nom ; sinon, défaites et corrigez."],
    )  # fmt: skip
    here.person.refresh_from_db()
    assert (here.person.called, here.person.birth) == ("Amina Zibelinou", "2010")
    assert "Déjà là." in told(here.notebook)
    assert "Encore." in told(here.notebook)


def sent_again(cast, folder):
    disclosure = house.given(
        cast.samira, cast.amina, [make_writing(cast.samira, cast.amina, "Encore.")], PUBLIC
    )
    return handed(disclosure, folder)


def test_a_second_sending_joins_the_first_and_what_came_stays(cast, sent, path):
    first = take(path, cast.maud).arrival.things.get(is_opened=True).dossier
    done = take(sent_again(cast, path.parent), cast.maud)
    assert (done.opened, done.written) == (0, 2)  # the new text, where it comes from
    assert "Encore." in told(first.notebook)
    assert told(first.notebook).count("Amina dessine.") == 1
    assert told(first.notebook).count("Reçu de") == 2


def test_it_is_undone_while_nobody_touched_it(cast, path):
    before = counts()
    done = take(path, cast.maud)
    left = actions.undo(by=cast.maud, arrival=done.arrival)
    assert (left.gone_dossiers, left.dossiers, left.writings) == (1, (), 0)
    assert counts()[:2] == before[:2]


def test_what_was_answered_since_is_not_undone(cast, path):
    done = take(path, cast.maud)
    writing = done.arrival.things.exclude(writing=None).first().writing
    make_writing(cast.maud, writing.notebook, "Bienvenue.", answers=writing)
    left = actions.undo(by=cast.maud, arrival=done.arrival)
    assert (left.writings, len(left.dossiers)) == (1, 1)


# ------------------------------------------------------------------ what is refused


def refused(path, said: str, key: str = PRIVATE) -> None:
    """Check that a file is refused, with what is said, and that nothing changed."""
    before = counts()
    with pytest.raises(Unreadable) as found, reading.received(path, key):
        pytest.fail("it was read")
    assert said in str(found.value)
    assert "Rien n’a changé" in str(found.value)
    assert counts() == before
    assert not list(house_settings.MEDIA_ROOT.glob("arrivage-*"))


def test_for_another_house_or_what_is_no_such_file(cast, path):
    refused(path, "ne s’ouvre pas avec la clé d’ici", age.new_key()[0])
    for content in (b"", b"PK\x03\x04", json.dumps({"resourceType": "Bundle"}).encode()):
        path.write_bytes(content)
        refused(path, "ne s’ouvre pas avec la clé d’ici")


@pytest.mark.parametrize("cut", [1, 17, 500])
def test_cut(cast, path, cut):
    path.write_bytes(path.read_bytes()[:-cut])
    refused(path, "il est abîmé")


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(at=st.floats(0, 1, exclude_max=True), bit=st.integers(0, 7))
def test_one_bit_flipped_anywhere_is_seen(cast, path, at, bit):
    whole = path.read_bytes()
    changed = bytearray(whole)
    changed[int(at * len(whole))] ^= 1 << bit
    spoilt = path.with_name("abime")
    spoilt.write_bytes(changed)
    refused(spoilt, "ne s’ouvre pas")


def held(sent) -> dict[str, bytes]:
    """Return what the file holds, to be changed and sealed again by who has the public key."""
    with zipfile.ZipFile(io.BytesIO(plaintext(sent, PRIVATE))) as pack:
        return {name: pack.read(name) for name in pack.namelist()}


def packed(files, *, way=zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", way) as pack:
        for name, content in files.items():
            pack.writestr(name, content)
    return out.getvalue()


def resealed(folder, content: bytes):
    """Seal bytes to the house, as anybody may who knows its public key."""
    path = folder / "hostile.zip.age"
    with path.open("wb") as file:
        age.encrypt([content], file, [PUBLIC])
    return path


def with_index(files, change) -> dict[str, bytes]:
    """Return a file with another index, of which the manifest tells the right print."""
    index, manifest = json.loads(files["transfert.json"]), json.loads(files["manifeste.json"])
    index = change(index) or index
    content = json.dumps(index).encode()
    for part in manifest["parts"]:
        for one in part["files"]:
            if one["path"] == "transfert.json":
                one["sha256"] = hashlib.sha256(content).hexdigest()
    return files | {
        "transfert.json": content,
        "manifeste.json": json.dumps(manifest).encode(),
    }


def test_another_version_is_said(cast, sent, tmp_path):
    files = with_index(held(sent), lambda told: told.update(version=2))
    refused(resealed(tmp_path, packed(files)), "une autre version du logiciel")


def test_resealed_as_it_was_it_is_read(cast, sent, tmp_path):
    """The same, so that what is refused below is refused for what was changed alone."""
    path = resealed(tmp_path, packed(with_index(held(sent), lambda told: None)))
    with reading.received(path, PRIVATE) as found:
        assert len(found.brought.texts) == 2


INDEXES = {
    "a list": lambda told: [told],
    "another form": lambda told: told.update(format="fhir"),
    "FHIR": lambda told: {"resourceType": "Bundle", "entry": []},
    "nobody": lambda told: told.pop("person"),
    "no name": lambda told: told["person"].update(called=" \u200b"),
    "a name that is a number": lambda told: told["person"].update(called=3),
    "no key": lambda told: told["person"].update(key="12"),
    "no day": lambda told: told["texts"][0].update(day="hier"),
    "a day of nobody’s life": lambda told: told["texts"][0].update(day="0001-01-01"),
    "another path": lambda told: told["texts"][0].update(text="../../secret.key"),
    "the list of all": lambda told: told["texts"][0].update(text="manifeste.json"),
    "a file twice": lambda told: told["texts"][0]["files"].append(told["texts"][0]["files"][0]),
    "a text twice": lambda told: told["texts"].append(told["texts"][1] | {"text": None}),
    "texts that are words": lambda told: told.update(texts="zut"),
    "an author that is a list": lambda told: told["texts"][0].update(author=["Samira"]),
}


@pytest.mark.parametrize("what", INDEXES)
def test_an_index_that_is_not_right(cast, sent, tmp_path, what):
    files = with_index(held(sent), INDEXES[what])
    refused(resealed(tmp_path, packed(files)), "demandez-le à nouveau")


def _drop(name):
    return lambda files: {one: told for one, told in files.items() if one != name}


def _put(name, content):
    return lambda files: files | {name: content}


PACKS = {
    "no index": _drop("transfert.json"),
    "no manifest": _drop("manifeste.json"),
    "a text less": _drop("01-texte.txt"),
    "a page less": _drop("01-texte.txt.html"),
    "a text changed": _put("01-texte.txt", b"Autre chose."),
    "a page changed": _put("01-texte.txt.html", b"<p>Autre chose."),
    "a picture changed": _put("03-image.png", image("PNG", (9, 9))),
    "one file more": _put("99-texte.txt", b"De trop."),
    "a path above": _put("../secret.key", b"x"),
    "a path from the root": _put("/etc/x", b"x"),
    "a path of Windows": _put("C:\\x", b"x"),
    "a folder": _put("a/", b""),
    "a manifest that is no JSON": _put("manifeste.json", b"{"),
    "a manifest that is deep": _put("manifeste.json", b"[" * 200_000),
    "a manifest that is a list": _put("manifeste.json", b"[]"),
}


@pytest.mark.parametrize("what", PACKS)
def test_a_pack_that_is_not_right(cast, sent, tmp_path, what):
    refused(resealed(tmp_path, packed(PACKS[what](held(sent)))), "demandez-le à nouveau")


def test_a_pack_packed_otherwise(cast, sent, tmp_path):
    content = packed(held(sent), way=zipfile.ZIP_LZMA)
    refused(resealed(tmp_path, content), "demandez-le à nouveau")


def test_a_bomb(cast, sent, tmp_path, monkeypatch):
    files = held(sent)
    files["01-texte.txt"] = bytes(200 << 20)
    refused(resealed(tmp_path, packed(files)), "tient plus que")
    many = {f"{number}.txt": b"" for number in range(reading.MOST_ENTRIES)}
    refused(resealed(tmp_path, packed(held(sent) | many)), "tient plus que")
    monkeypatch.setattr(reading, "MOST_LISTED", 100)
    refused(resealed(tmp_path, packed(held(sent))), "tient plus que")


def test_a_file_heavier_than_the_house_takes(cast, sent, path, settings):
    settings.MAX_FILE_MB = 0
    refused(path, "tient plus que")


@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    words=st.dictionaries(
        st.sampled_from(["heading", "voice", "author"]), st.text(max_size=400), min_size=1
    ),
    called=st.text(min_size=1, max_size=300),
)
def test_whatever_words_it_holds_are_refused_or_kept(cast, sent, tmp_path, words, called):
    """No word breaks what reads it; what is taken is on one line and can be kept."""

    def change(index):
        index["texts"][0].update(words)
        index["person"]["called"] = called

    path = resealed(tmp_path, packed(with_index(held(sent), change)))
    try:
        with reading.received(path, PRIVATE) as found:
            (someone,), told = found.brought.people, found.brought.texts[0]
    except Unreadable:
        assert not re.search(r"\w", called.replace("_", ""))
        return
    for one in (someone.called, told.heading, told.author):
        assert "\n" not in one
    with transaction.atomic():
        done = take(path, cast.maud)
        assert (done.opened, done.known) == (1, 0)
        transaction.set_rollback(True)


def test_an_archive_for_people_is_no_transfer(cast, sent, tmp_path):
    """The same ZIP, without its index, sealed to the house as to anybody: not what one receives."""
    from dossier.disclosures import outgoing  # noqa: PLC0415 - beside what it tells

    sent.refresh_from_db()
    told = outgoing.manifest(by=cast.samira, disclosure=sent, purpose="Voir", made=sent.sealed_at)
    path = tmp_path / "archive.zip.age"
    with path.open("wb") as file:
        seal_zip([], told, file, recipients=[PUBLIC])
    refused(path, "demandez-le à nouveau")


# ------------------------------------------------------------------ the key


@pytest.fixture
def alone(tmp_path, settings):
    settings.DOSSIER_HOME = tmp_path / "maison"
    settings.DOSSIER_HOME.mkdir()
    return settings.DOSSIER_HOME


def test_the_key_is_made_once_for_its_owner_alone(alone):
    with pytest.raises(keys.NoKey):
        keys.public()
    keys.make(now=datetime(2026, 11, 30, 9, 0, tzinfo=UTC))
    assert (alone / keys.NAME).stat().st_mode & 0o777 == 0o600
    out, back = io.BytesIO(), io.BytesIO()
    age.encrypt([b"mot"], out, [keys.public()])
    out.seek(0)
    age.decrypt(out, back, keys.private())
    assert back.getvalue() == b"mot"
    former = keys.public()
    keys.make(now=datetime(2026, 11, 30, 10, 0, tzinfo=UTC))
    assert keys.public() != former


@pytest.mark.parametrize("content", [b"", b"zut", b"\xff\xfe", b"# public key: \n"])
def test_a_key_that_does_not_read_is_none(alone, content):
    (alone / keys.NAME).write_bytes(content)
    with pytest.raises(keys.NoKey):
        keys.private()


def test_six_words_tell_two_keys_apart():
    every = {keys.words_of(age.new_key()[1]) for _ in range(200)}
    assert len(every) == 200
    assert {len(one.split()) for one in every} == {6}
    key = age.new_key()[1]
    assert keys.are_words_of(f"  {keys.words_of(key).upper()}, ", key)
    assert not keys.are_words_of(keys.words_of(key).rsplit(" ", 1)[0], key)
