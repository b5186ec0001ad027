"""What is joined to writings: signed with them, versioned with them, found and read like them."""

import uuid

import pytest

from dossier.files.models import Blob
from dossier.journal.models import Entry
from dossier.notebooks import actions, attachments, drafts, timeline
from dossier.notebooks.actions import Content
from dossier.notebooks.models import Attachment, Draft, Writing
from dossier.notebooks.search import search
from dossier.notebooks.versions import versions
from tests.conftest import make_attachment, make_writing


def shown(worker, notebook) -> list[list[str]]:
    """Return the names of what is joined, writing by writing, newest first."""
    page = timeline.read(notebook, seen=timeline.Seen(worker))
    return [[one.name for one in line.attached] for line in page.writings]


def test_a_file_without_a_word_is_a_writing(cast):
    key = uuid.uuid4()
    make_attachment(cast.samira, key=key)
    writing = make_writing(cast.samira, cast.amina, "", key=key)
    assert shown(cast.karim, cast.amina) == [["piece.png"]]
    assert writing.attachments.get().since == 1


def test_what_somebody_else_joined_is_not_taken(cast):
    key = uuid.uuid4()
    make_attachment(cast.karim, key=key)
    make_writing(cast.samira, cast.amina, "Un mot.", key=key)
    assert shown(cast.samira, cast.amina) == [[]]
    assert Attachment.objects.get().writing is None
    with pytest.raises(ValueError, match="empty"):
        make_writing(cast.samira, cast.amina, "", key=uuid.uuid4())


def test_a_form_sent_twice_joins_once(cast):
    key = uuid.uuid4()
    for _ in range(2):
        attachments.join(by=cast.samira, key=key, name="a.txt", pieces=[b"Une liste."])
        make_writing(cast.samira, cast.amina, "Un mot.", key=key)
    assert (Writing.objects.count(), Attachment.objects.count()) == (1, 1)


def test_a_form_sent_again_with_one_more_file_is_not_the_same(cast):
    key = uuid.uuid4()
    make_writing(cast.samira, cast.amina, "Un mot.", key=key)
    make_attachment(cast.samira, key=key)
    with pytest.raises(actions.AlreadyWritten):
        make_writing(cast.samira, cast.amina, "Un mot.", key=key)
    assert Attachment.objects.pending(cast.samira, key).count() == 1


def test_a_correction_joins_and_takes_off_and_former_versions_keep_theirs(cast):
    key, again = uuid.uuid4(), uuid.uuid4()
    first = make_attachment(cast.samira, key=key, name="avant.png")
    writing = make_writing(cast.samira, cast.amina, "Un mot.", key=key)
    make_attachment(cast.samira, data=b"autre", key=again, name="apres.png")
    same = Content(text="Un mot.")
    actions.correct(
        by=cast.samira, writing=writing, version=1, content=same, key=again, off=[first.pk]
    )
    assert shown(cast.samira, cast.amina) == [["apres.png"]]
    writing.refresh_from_db()
    assert writing.version == 2
    found = versions(writing, by=cast.samira)
    assert [[one.name for one in version.attached] for version in found] == [
        ["apres.png"],
        ["avant.png"],
    ]
    assert found[0].also == ["les pièces jointes"]


def test_a_correction_does_not_take_off_what_belongs_elsewhere(cast):
    other = make_writing(cast.samira, cast.etage, "Ailleurs.")
    theirs = make_attachment(cast.samira, other)
    writing = make_writing(cast.samira, cast.amina, "Un mot.")
    actions.correct(
        by=cast.samira,
        writing=writing,
        version=1,
        content=Content(text="Deux mots."),
        off=[theirs.pk],
    )
    assert shown(cast.samira, cast.etage) == [["piece.png"]]


def test_a_correction_leaves_something(cast):
    key = uuid.uuid4()
    only = make_attachment(cast.samira, key=key)
    writing = make_writing(cast.samira, cast.amina, "", key=key)
    with pytest.raises(ValueError, match="empty"):
        actions.correct(
            by=cast.samira, writing=writing, version=1, content=Content(text=" "), off=[only.pk]
        )
    assert shown(cast.samira, cast.amina) == [["piece.png"]]


def test_the_words_of_a_file_are_found_by_who_reads_its_writing(cast):
    key = uuid.uuid4()
    attachments.join(
        by=cast.maud, key=key, name="courrier.txt", pieces=[b"La prefecture convoque Didier."]
    )
    make_writing(cast.maud, cast.didier, "Un courrier.", key=key)
    (hit,) = search("préfecture", by=cast.maud).hits
    assert (hit.source, [text for text, found in hit.context if found]) == (
        "courrier.txt",
        ["prefecture"],
    )
    assert search("préfecture", by=cast.samira).hits == []


def test_a_description_is_found_and_its_former_words_are_kept(cast):
    writing = make_writing(cast.samira, cast.amina, "Une photo.")
    one = make_attachment(cast.samira, writing)
    for words in ("La neige dans la cour.", "La neige, et Amina de dos."):
        attachments.describe(by=cast.karim, attachment=one, description=words)
    assert [hit.writing for hit in search("neige", by=cast.bruno).hits] == [writing]
    assert [row.description for row in one.history.order_by("history_id")][1:] == [
        "La neige dans la cour.",
        "La neige, et Amina de dos.",
    ]
    lines = Entry.objects.filter(notebook=cast.amina, act=Entry.Act.DESCRIBED_FILE)
    assert lines.count() == 2


@pytest.mark.parametrize("who", ["bruno", "maud", "yann"])
def test_who_does_not_write_there_describes_nothing(cast, who):
    one = make_attachment(cast.samira, make_writing(cast.samira, cast.amina, "Une photo."))
    with pytest.raises(attachments.NotTheirs):
        attachments.describe(by=getattr(cast, who), attachment=one, description="Un mot.")
    one.refresh_from_db()
    assert one.description == ""


def test_what_is_not_signed_is_its_authors_alone(cast):
    one = make_attachment(cast.samira)
    seen = {
        who: list(Attachment.objects.visible_to(who))
        for who in (cast.samira, cast.karim, cast.yann)
    }
    assert seen == {cast.samira: [one], cast.karim: [], cast.yann: []}
    with pytest.raises(attachments.NotTheirs):
        attachments.take_off(by=cast.karim, attachment=one)
    with pytest.raises(attachments.NotTheirs):
        attachments.describe(by=cast.karim, attachment=one, description="x")


def test_what_is_signed_is_not_taken_off_by_hand(cast):
    one = make_attachment(cast.samira, make_writing(cast.samira, cast.amina, "Un mot."))
    with pytest.raises(attachments.NotTheirs):
        attachments.take_off(by=cast.samira, attachment=one)


def test_a_draft_thrown_away_takes_its_files_with_it(cast, monkeypatch):
    monkeypatch.setattr("dossier.files.actions.QUARANTINE_S", -1)
    key = uuid.uuid4()
    one = make_attachment(cast.samira, key=key)
    drafts.keep_draft(by=cast.samira, key=key, path="/ecrire/", fields={"text": ""})
    assert Draft.objects.count() == 1
    drafts.drop_draft(by=cast.samira, key=key)
    assert (Attachment.objects.count(), Blob.objects.count()) == (0, 0)
    assert not one.blob.path().exists()


def test_a_file_held_elsewhere_stays(cast, monkeypatch):
    monkeypatch.setattr("dossier.files.actions.QUARANTINE_S", -1)
    key = uuid.uuid4()
    one = make_attachment(cast.samira, make_writing(cast.samira, cast.amina, "Un mot."), data=b"x")
    make_attachment(cast.samira, key=key, data=b"x")
    drafts.drop_draft(by=cast.samira, key=key)
    assert (Attachment.objects.get(), one.blob.path().exists()) == (one, True)


def test_a_form_holds_so_many_files_and_no_more(cast, monkeypatch):
    monkeypatch.setattr(attachments, "MAX_JOINED", 2)
    key = uuid.uuid4()
    for number in range(2):
        make_attachment(cast.samira, data=b"%d" % number, key=key)
    with pytest.raises(attachments.TooMany):
        attachments.join(by=cast.samira, key=key, name="c", pieces=[b"c"])
