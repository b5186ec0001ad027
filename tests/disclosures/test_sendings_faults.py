"""What can go wrong with a sending: between the preview and the seal, on the disk, two at once; and
after, when what it stands on is taken back.
"""

import io
import os
import re
import sys
import time
import uuid
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings as house_settings
from django.utils import timezone

from dossier.disclosures import (
    consents,
    keeping,
    outgoing,
    preparing,
    sealing,
    sendings,
)
from dossier.disclosures.consents import Asked
from dossier.disclosures.models import Consent, Disclosed, Disclosure
from dossier.disclosures.sealing import unseal
from dossier.files import actions as files
from dossier.files import storage
from dossier.files.models import Blob
from dossier.journal.models import Entry
from dossier.notebooks import labels
from dossier.notebooks.actions import content_of, correct
from dossier.notebooks.models import Heading, NotAllowed, Writing
from dossier.notebooks.sharing import open_circle, withdraw
from dossier.persons.actions import note_relation
from dossier.persons.models import Dossier
from tests.conftest import log_in, make_notebook, make_writing

UNTIL = timezone.localdate() + timedelta(days=60)
PHRASE = "un deux trois quatre cinq six"
WEIGHT = 10_000  # writings of a kilobyte
ROOM = 150_000_000  # bytes that sealing them may take


def ask(cast, *asked, notebook=None, **more):
    """Ask, and note a yes."""
    dossier = Dossier.objects.get(notebook=notebook or cast.amina)
    told = {"recipient": "le collège des Acacias", "sort": "school", "until": UNTIL}
    told |= {"purpose": "Pour la rentrée.", **more}
    consent = consents.ask_consent(by=cast.samira, dossier=dossier, asked=asked, **told)
    return consents.answer_consent(by=cast.samira, consent=consent, answer="yes")


def begun(cast, *written, consent=None):
    """Begin a sending of these writings."""
    consent = consent or ask(cast, Asked(written[0].notebook))
    disclosure = sendings.begin_sending(by=cast.samira, consent=consent)
    sendings.put_in(by=cast.samira, disclosure=disclosure, writings=written)
    return disclosure


def ready(cast, disclosure) -> Disclosure:
    """Look at all of it, leave what speaks of others, and keep it to be sealed."""
    for row in preparing.prepare(by=cast.samira, disclosure=disclosure).rows:
        kept = [one[:2] for one in row.sentences if one.speaks_of_others]
        seen = preparing.print_of(row.whole)
        sendings.look_at(by=cast.samira, piece=row.piece, seen=seen, kept=kept)
    made = preparing.prepare(by=cast.samira, disclosure=disclosure)
    left = [one.said for one in made.undecided]
    sendings.decide_names(by=cast.samira, disclosure=disclosure, left=left)
    assert preparing.prepare(by=cast.samira, disclosure=disclosure).is_ready
    disclosure.refresh_from_db()
    return disclosure


def seal(cast, disclosure, **more) -> Disclosure:
    """Seal a sending as it was seen, when it was taken from the database."""
    told = {"passphrase": PHRASE, "seen": disclosure.basis, **more}
    return outgoing.seal_sending(by=cast.samira, disclosure=disclosure, **told)


def underway() -> list[str]:
    """Return what is on the disk, half written."""
    root = Path(house_settings.MEDIA_ROOT)
    return [one.name for one in root.glob("*") if one.name.startswith(("envoi-", "arrivage-"))]


def must_not_be_sealed(disclosure: Disclosure) -> None:
    """Check that nothing says it is sealed, and that what was prepared is whole."""
    found = Disclosure.objects.get(pk=disclosure.pk)
    assert (found.sealed_at, found.sealed_by, found.copy, found.archive) == (None,) * 4
    assert (bytes(found.key), bytes(found.seed)) == (b"", bytes(disclosure.seed))
    assert not Entry.objects.filter(act=Entry.Act.SENT).exists()
    assert not underway()
    assert {one.told for one in disclosure.pieces.all()} == {one.told for one in found.pieces.all()}


# ------------------------------------------------------------------ from the preview to the seal


def rename_heading(cast, disclosure, writing):
    labels.relabel(by=cast.samira, team=cast.foyer, label=writing.heading, name="Atelier peinture")


def join_headings(cast, disclosure, writing):
    other = make_writing(cast.samira, cast.amina, "Un calme matin.", heading="Peinture")
    labels.relabel(by=cast.samira, team=cast.foyer, label=writing.heading, name=str(other.heading))


def correct_writing(cast, disclosure, writing):
    content = content_of(writing, text="Elle ne dessine plus.")
    correct(by=cast.samira, writing=writing, content=content, version=1)


def correct_to_the_same_words_elsewhere(cast, disclosure, writing):
    correct_writing(cast, disclosure, writing)
    writing = Writing.objects.get(pk=writing.pk)
    more = content_of(writing, text=" Elle dessine. ")
    correct(by=cast.samira, writing=writing, content=more, version=2)


def put_another(cast, disclosure, writing):
    more = make_writing(cast.karim, cast.amina, "Elle peint.", heading="Dessin")
    sendings.put_in(by=cast.karim, disclosure=disclosure, writings=[more])


def take_it_out(cast, disclosure, writing):
    sendings.take_out(by=cast.karim, piece=disclosure.pieces.get())


def cover_it(cast, disclosure, writing):
    seen = preparing.print_of(writing.text)
    span = preparing.spans(writing.text)[0]
    sendings.look_at(by=cast.karim, piece=disclosure.pieces.get(), seen=seen, hidden=[span])


BETWEEN = {
    "taken back": (
        lambda cast, one, _: consents.withdraw_consent(by=cast.karim, consent=one.consent),
        sendings.NotGiven,
    ),
    "mistaken": (
        lambda cast, one, _: consents.mark_consent(
            by=cast.karim, consent=one.consent, is_mistaken=True
        ),
        sendings.NotGiven,
    ),
    "ended": (
        lambda cast, one, _: Consent.objects.update(until=timezone.localdate() - timedelta(days=1)),
        sendings.NotGiven,
    ),
    "ends before the sending": (
        lambda cast, one, _: Consent.objects.update(until=UNTIL - timedelta(days=1)),
        sendings.NotGiven,
    ),
    "heading renamed": (rename_heading, (sendings.NotGiven, sendings.ChangedSince)),
    "headings joined": (join_headings, (sendings.NotGiven, sendings.ChangedSince)),
    "writing corrected": (correct_writing, sendings.ChangedSince),
    "corrected twice": (correct_to_the_same_words_elsewhere, sendings.ChangedSince),
    "a dossier opened": (
        lambda cast, *_: make_notebook(cast.samira, "Wendeline Prune", cast.foyer),
        sendings.ChangedSince,
    ),
    "a relative noted": (
        lambda cast, *_: note_relation(by=cast.samira, notebook=cast.amina, name="Odile"),
        sendings.ChangedSince,
    ),
    "a piece put in": (put_another, sendings.ChangedSince),
    "a piece taken out": (take_it_out, sendings.ChangedSince),
    "a sentence covered": (cover_it, sendings.ChangedSince),
    "a name decided": (
        lambda cast, one, _: sendings.decide_names(by=cast.karim, disclosure=one, covered=["Elle"]),
        sendings.ChangedSince,
    ),
}


@pytest.mark.parametrize("what", BETWEEN)
def test_what_happens_between_the_preview_and_the_seal_stops_it(cast, what):
    writing = make_writing(cast.samira, cast.amina, "Elle dessine.", heading="Dessin")
    consent = ask(cast, Asked(cast.amina, writing.heading))
    disclosure = ready(cast, begun(cast, writing, consent=consent))
    act, expected = BETWEEN[what]
    act(cast, disclosure, writing)
    with pytest.raises(expected):
        seal(cast, disclosure)
    must_not_be_sealed(disclosure)


@pytest.mark.parametrize("what", BETWEEN)
def test_what_happens_while_the_file_is_written_stops_it(cast, what):
    writing = make_writing(cast.samira, cast.amina, "Elle dessine.", heading="Dessin")
    consent = ask(cast, Asked(cast.amina, writing.heading))
    disclosure = ready(cast, begun(cast, writing, consent=consent))
    act, expected = BETWEEN[what]
    acted = []

    def progress(*_):
        if not acted:
            acted.append(act(cast, disclosure, writing))

    with pytest.raises(expected):
        seal(cast, disclosure, progress=progress)
    assert acted
    must_not_be_sealed(disclosure)


def test_a_circle_one_reads_no_more_does_not_leave(cast):
    circle = open_circle(
        by=cast.samira, around=cast.amina, name="Santé", to=[cast.foyer, cast.noor]
    )
    writing = make_writing(cast.samira, circle, "Deux comprimés le soir.")
    disclosure = ready(cast, begun(cast, writing))
    withdraw(by=cast.samira, notebook=circle, who=cast.foyer)
    with pytest.raises(NotAllowed):
        outgoing.seal_sending(
            by=cast.karim, disclosure=disclosure, passphrase=PHRASE, seen=disclosure.basis
        )
    must_not_be_sealed(disclosure)
    assert seal(cast, disclosure).sealed_at


@pytest.mark.parametrize("short", ["", "un", "un deux trois quatre cinq", " - un. deux, ; ! "])
def test_a_short_passphrase_seals_nothing(cast, short):
    disclosure = ready(cast, begun(cast, make_writing(cast.samira, cast.amina, "Elle dessine.")))
    with pytest.raises(ValueError, match="passphrase"):
        seal(cast, disclosure, passphrase=short)
    must_not_be_sealed(disclosure)


@pytest.mark.parametrize("seen", ["", "0" * 64])
def test_what_nobody_saw_is_not_sealed(cast, seen):
    disclosure = ready(cast, begun(cast, make_writing(cast.samira, cast.amina, "Elle dessine.")))
    with pytest.raises(sendings.ChangedSince):
        seal(cast, disclosure, seen=seen)
    must_not_be_sealed(disclosure)


# ------------------------------------------------------------------ the disk


def full(*_, **__):
    """Say that no room is left."""
    raise OSError(28, "No space left on device")


def after(times: int, act):
    """Return `act`, which fails once it was called so many times."""
    left = [times]

    def called(*given, **more):
        left[0] -= 1
        return full() if left[0] < 0 else act(*given, **more)

    return called


DISK = {
    "the first bytes": lambda patch: patch.setattr(sealing, "_put", full),
    "a chunk": lambda patch: patch.setattr(sealing, "_put", after(1, sealing._put)),
    "what is read": lambda patch: patch.setattr(outgoing, "_text", full),
    "kept": lambda patch: patch.setattr(storage, "_move", full),
    "flushed": lambda patch: patch.setattr(storage, "flush", full),
    "the archive": lambda patch: patch.setattr(outgoing, "seal_zip", full),
    "the archive kept": lambda patch: patch.setattr(storage, "_move", after(1, storage._move)),
    "the journal": lambda patch: patch.setattr(outgoing, "record_each", full),
    "the key": lambda patch: patch.setattr(keeping, "wrap", full),
}


@pytest.mark.parametrize("what", DISK)
def test_a_full_disk_leaves_nothing_half_written_and_one_seals_again(cast, monkeypatch, what):
    disclosure = ready(cast, begun(cast, make_writing(cast.samira, cast.amina, "Elle dessine.")))
    with monkeypatch.context() as patch:
        DISK[what](patch)
        with pytest.raises(OSError, match="No space"):
            seal(cast, disclosure, with_archive=True)
    must_not_be_sealed(disclosure)
    # What was made before it failed is held by nothing: it goes with the next sweep.
    orphans = list(Blob.objects.unheld())
    for one in orphans:
        if one.path().exists():
            os.utime(one.path(), (0, 0))
    files.sweep(orphans)
    assert not [one for one in orphans if one.path().exists()]
    disclosure = seal(cast, disclosure, with_archive=True)
    _, (part,) = unseal(io.BytesIO(disclosure.copy.path().read_bytes()), PHRASE)
    assert part.content == b"Elle dessine."
    assert disclosure.archive.path().stat().st_size == disclosure.archive.size


# ------------------------------------------------------------------ twice, two at once


def test_what_is_sealed_is_neither_sealed_nor_changed_again(cast):
    writing = make_writing(cast.samira, cast.amina, "Elle dessine.")
    disclosure = ready(cast, begun(cast, writing))
    first = seal(cast, disclosure)
    piece, held = first.pieces.get(), first.copy.path().read_bytes()
    told = {"by": cast.samira, "disclosure": first}
    for act in (
        lambda: seal(cast, disclosure),
        lambda: sendings.put_in(**told, writings=[writing]),
        lambda: sendings.take_out(by=cast.samira, piece=piece),
        lambda: sendings.look_at(by=cast.samira, piece=piece, seen=piece.seen),
        lambda: sendings.decide_names(**told, left=["Elle"]),
        lambda: sendings.settle(**told, seen=disclosure.basis),
        lambda: sendings.abandon(**told),
    ):
        with pytest.raises(sendings.AlreadySealed):
            act()
    again = Disclosure.objects.get(pk=first.pk)
    assert (again.copy, again.sealed_at, bytes(again.key)) == (
        first.copy,
        first.sealed_at,
        bytes(first.key),
    )
    assert again.copy.path().read_bytes() == held
    assert keeping.opened(again)[1][0].content == b"Elle dessine."


def test_of_two_who_seal_at_once_the_second_waits_and_the_first_is_whole(cast):
    disclosure = ready(cast, begun(cast, make_writing(cast.samira, cast.amina, "Elle dessine.")))
    refused = []

    def second(*_):
        with pytest.raises(outgoing.Busy) as refusal:
            seal(cast, disclosure)
        refused.append(refusal)

    first = seal(cast, disclosure, progress=second)
    assert refused
    _, (part,) = unseal(io.BytesIO(first.copy.path().read_bytes()), PHRASE)
    assert part.content == b"Elle dessine."
    assert not underway()


def test_a_file_that_nothing_writes_any_more_is_written_anew(cast):
    disclosure = ready(cast, begun(cast, make_writing(cast.samira, cast.amina, "Elle dessine.")))
    path = outgoing.underway(disclosure)
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(b"half")
    with pytest.raises(outgoing.Busy):
        seal(cast, disclosure)
    assert path.read_bytes() == b"half", "somebody else writes it"
    old = time.time() - outgoing.STALE_S - 1
    os.utime(path, (old, old))
    assert keeping.opened(seal(cast, disclosure))[1][0].content == b"Elle dessine."
    assert not underway()


# ------------------------------------------------------------------ of others


@pytest.mark.parametrize("decided", range(4))
def test_each_sentence_of_another_waits_for_somebody_to_cover_or_leave_it(cast, decided):
    make_notebook(cast.samira, "Zoé Martin", cast.foyer)
    text = "Amina dort. Zoé Martin pleure. Amina et Zoé Martin jouent."
    disclosure = begun(cast, make_writing(cast.samira, cast.amina, text))
    row = preparing.prepare(by=cast.samira, disclosure=disclosure).rows[0]
    others = [one[:2] for one in row.sentences if one.speaks_of_others]
    assert len(others) == 2
    hidden = others[:1] if decided & 1 else []
    kept = others[1:] if decided & 2 else []
    seen = preparing.print_of(text)
    sendings.look_at(by=cast.samira, piece=row.piece, seen=seen, hidden=hidden, kept=kept)
    made = preparing.prepare(by=cast.samira, disclosure=disclosure)
    disclosure.refresh_from_db()
    assert not made.undecided
    if decided != 3:
        with pytest.raises(sendings.NotReady):
            seal(cast, disclosure)
        return must_not_be_sealed(disclosure)
    _, (part,) = keeping.opened(seal(cast, disclosure))
    told = part.content.decode()
    assert told.startswith("Amina dort. […] Amina et ")
    assert "Martin" not in told
    return None


# ------------------------------------------------------------------ taken back


@pytest.mark.parametrize("what", ["taken back", "mistaken", "ended"])
def test_what_is_sealed_is_not_handed_once_it_is_not_agreed_to(cast, what):
    disclosure = ready(cast, begun(cast, make_writing(cast.samira, cast.amina, "Elle dessine.")))
    disclosure = seal(cast, disclosure, with_archive=True)
    client, address = log_in(cast.samira), f"/envois/{disclosure.pk}/"
    files_ = {"fichier.html": disclosure.copy, "fichier.zip.age": disclosure.archive}
    for name, blob in files_.items():
        assert b"".join(client.get(address + name)) == blob.path().read_bytes()
        assert log_in(cast.bruno).get(address + name).status_code == 404, "who only reads"
    BETWEEN[what][0](cast, disclosure, None)
    for name in files_:
        got = client.get(address + name)
        assert (got.status_code, got.headers["Location"]) == (302, address)
    assert keeping.opened(disclosure)[1][0].content == b"Elle dessine."


def test_what_was_handed_over_and_taken_back_calls_for_a_letter(cast):
    disclosure = ready(cast, begun(cast, make_writing(cast.samira, cast.amina, "Elle dessine.")))
    disclosure = seal(cast, disclosure)
    consent = disclosure.consent
    outgoing.note_handed(by=cast.samira, disclosure=disclosure, how="en main propre")
    client, address = log_in(cast.samira), f"/envois/{disclosure.pk}/"
    assert client.get(f"{address}lettre.pdf").status_code == 404, "nothing was taken back"
    consents.withdraw_consent(by=cast.samira, consent=consent, words="il le veut")
    assert outgoing.to_write_to(consent=consent, by=cast.samira) == [disclosure]
    assert client.get(f"{address}fichier.html").status_code == 302
    for kind in ("pdf", "odt"):
        letter = client.get(f"{address}lettre.{kind}")
        assert letter.status_code == 200
        assert "attachment" in letter.headers["Content-Disposition"]


DRAWN = re.compile(r'(?<=/envois/)\d+|(?<=value=")\w{64}(?=")')  # the number, and a token
PAGES = [
    "",
    "choisir/",
    "noms/",
    "apercu/",
    "sceller/",
    "avancement/",
    "remise/",
    "relire/",
    "fichier.html",
    "fichier.zip.age",
    "lettre.pdf",
    "lettre.odt",
    "pieces/{piece}/",
]
POSTED = [
    "noms/reprendre/",
    "defaire/",
    "sceller/",
    "apercu/",
    "remise/",
    "pieces/{piece}/enlever/",
]


@pytest.mark.parametrize("state", ["prepared", "sealed", "taken back"])
def test_who_does_not_read_a_piece_finds_it_like_any_number(cast, state):
    circle = open_circle(by=cast.samira, around=cast.amina, name="Santé", to=[cast.noor])
    consent = ask(cast, Asked(cast.amina), Asked(circle), recipient="l’hôpital Nord")
    writing = make_writing(cast.samira, circle, "Deux comprimés le soir.")
    disclosure = ready(cast, begun(cast, writing, consent=consent))
    if state != "prepared":
        disclosure = seal(cast, disclosure)
        outgoing.note_handed(by=cast.samira, disclosure=disclosure)
    if state == "taken back":
        consents.withdraw_consent(by=cast.samira, consent=consent)
    before = Disclosure.objects.values().get(pk=disclosure.pk)
    karim, piece, unknown = log_in(cast.karim), disclosure.pieces.get().pk, 987654
    asked = [(karim.get, page) for page in PAGES] + [(karim.post, page) for page in POSTED]
    for send, page in asked:
        there = send(f"/envois/{disclosure.pk}/{page.format(piece=piece)}")
        nowhere = send(f"/envois/{unknown}/{page.format(piece=piece)}")
        assert there.status_code == nowhere.status_code == 404, page
        there, nowhere = (DRAWN.sub("", one.content.decode()) for one in (there, nowhere))
        assert there == nowhere, page
    assert Disclosure.objects.values().get(pk=disclosure.pk) == before, "nothing was done"
    for place in (f"/cahiers/{cast.amina.pk}/droits/", f"/cahiers/{cast.amina.pk}/sorties/"):
        shown = karim.get(place, follow=True).content.decode()
        assert "Nord" not in shown
        assert disclosure.reference not in shown
    assert not outgoing.of_dossier(dossier=cast.amina.dossier, by=cast.karim)
    assert not Disclosure.objects.visible_to(cast.karim).exists()


# ------------------------------------------------------------------ weight


def heavy(cast) -> Disclosure:
    """Return a sending of ten megabytes, ready to be sealed, put in without being looked at."""
    text = ("Un jour paisible, elle dessine un bateau bleu. " * 22)[:1000]
    heading = Heading.objects.create(name="Dessin", folded="dessin")
    first = make_writing(cast.samira, cast.amina, text)
    told = {"notebook": cast.amina, "author": cast.samira, "text": text, "heading": heading}
    now = timezone.now()
    Writing.objects.bulk_create(
        [
            Writing(**told, key=uuid.uuid4(), signed_at=now, position=first.position + 1 + number)
            for number in range(WEIGHT)
        ],
        500,
    )
    disclosure = begun(cast, first)
    seen = preparing.print_of(text)
    Disclosed.objects.bulk_create(
        [
            Disclosed(disclosure=disclosure, consent=disclosure.consent, writing=one, seen=seen,
                      place=number, title=f"Dessin, {number}", told=text, version=1)
            for number, one in enumerate(Writing.objects.filter(heading=heading), 2)
        ],
        500,
    )  # fmt: skip
    disclosure.pieces.filter(writing=first).update(seen=seen, title="Le premier", told=text)
    names = preparing.known(by=cast.samira)
    disclosure.basis = preparing.basis(disclosure, by=cast.samira, names=names)
    disclosure.is_ready, disclosure.told_purpose = True, "Pour la rentrée."
    disclosure.save()
    return disclosure


def used(what: str) -> int:
    """Return what this process takes of memory (`VmRSS`), or took at most (`VmHWM`), in bytes."""
    told = Path("/proc/self/status").read_text(encoding="ascii")
    return int(re.search(rf"{what}:\s+(\d+) kB", told)[1]) * 1024


@pytest.mark.skipif(sys.platform != "linux", reason="memory is read from /proc")
def test_ten_megabytes_are_sealed_in_little_memory(cast):
    disclosure = heavy(cast)
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")  # the most, counted from here
    before = used("VmRSS")
    sealed = seal(cast, disclosure)
    assert used("VmHWM") - before < ROOM
    assert sealed.pieces.count() == WEIGHT + 1
    assert not sealed.pieces.exclude(told="").exists()
    _, parts = keeping.opened(sealed)
    assert sum(len(one.content) for one in parts) == 1000 * (WEIGHT + 1)
    assert [parts[0].path, parts[-1].path] == ["01-texte.txt", f"{WEIGHT + 1}-texte.txt"]


def test_one_taken_for_abandoned_does_not_keep_what_another_half_wrote(cast):
    disclosure = ready(cast, begun(cast, make_writing(cast.samira, cast.amina, "Elle dessine.")))
    path, second = outgoing.underway(disclosure), []

    def slow(*_):
        if not second:
            old = time.time() - outgoing.STALE_S - 1
            os.utime(path, (old, old))
            second.append(outgoing._Alone(path).__enter__())
            second[0].file.write(b"half")
            second[0].file.flush()

    with pytest.raises(outgoing.Busy):
        seal(cast, disclosure, progress=slow)
    assert path.read_bytes() == b"half"
    second[0].__exit__()
    assert not path.exists()
    disclosure.refresh_from_db()
    assert (disclosure.sealed_at, disclosure.copy) == (None, None)
