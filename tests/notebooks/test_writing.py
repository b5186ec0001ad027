"""Writing, correcting, keeping a draft: what the acts promise."""

import unicodedata
import uuid
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.utils import timezone

from dossier.establishment.actions import farewell
from dossier.journal.models import Entry
from dossier.notebooks import actions, drafts, rules
from dossier.notebooks.actions import AlreadyWritten, Content, NotAllowed, Outdated
from dossier.notebooks.models import Draft, Heading, Mention, Tag, Tagging, Writing
from dossier.notebooks.search import search
from tests.conftest import make_writing

ZONE = ZoneInfo("Europe/Paris")
NOON = datetime(2026, 3, 24, 12, 0, tzinfo=ZONE)


def correct(by, writing, text, *, version=None, **more) -> Writing:
    """Correct a writing; `version` is the present one unless said."""
    outer = {name: more.pop(name) for name in ("key", "at") if name in more}
    content = Content(text=text, **more)
    present = writing.version if version is None else version
    return actions.correct(by=by, writing=writing, version=present, content=content, **outer)[0]


def keep(by, text, key=None, *, is_autosave=True, **fields):
    """Keep a draft of `by`."""
    key, fields = key or uuid.uuid4(), {"text": text} | fields
    return drafts.keep_draft(
        by=by, key=key, path="/ecrire/", fields=fields, is_autosave=is_autosave
    )


def indexed() -> list[int]:
    """Return the positions the search index holds."""
    name = "rowid" if connection.vendor == "sqlite" else "position"
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {name} FROM dossier_search ORDER BY {name}")  # noqa: S608
        return [row[0] for row in cursor.fetchall()]


def in_order(notebook) -> list[str]:
    """Return the texts of a notebook in the order of what happened."""
    return [one.text for one in Writing.objects.filter(notebook=notebook).order_by("position")]


# Text kept exactly.

WORD = (
    "“Entretien” du 3 mars\u00a0:\n• présente\t14\u00a0h\n"
    "• absent – « malade »\u2026 n\u2019est pas venu"
)
TEXTS = {
    "one letter": "a",
    "word": WORD,
    "emoji": "Contente 😀 👩🏽‍🦽 🏳️‍🌈 🇫🇷",
    "long": ("Une phrase assez banale. " * 2_000)[:50_000],
    "longest": "é" * rules.MAX_TEXT,
    "right to left": "محمد a appelé أمينة, puis שלום.",
    "decomposed": unicodedata.normalize("NFD", "Éloïse a mangé à Nîmes"),
    "blank lines around": "\n\n  Un mot.  \n\n\n",
    "tabs and spaces": "\ta\t\tb  c \u2003d\u200be\u202f;",
    "controls": "a\x01b\x0bc\x0cd\x1fe\x7f",
    "line separators": "a\u2028b\u2029c\x85d",
    "html": "<script>alert('x')</script> &amp; & <b>",
    "percent and quotes": "100 % %s %(x)s ' \" \\ ; -- {{ x }} {% y %}",
    "private and rare": "\ue000\U0001f9ff\U00020bb7\ufeff\ufffd\uffff",
    "only signs": "?!…",
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_write_keeps_the_text_exactly(cast, text):
    writing = make_writing(cast.samira, cast.amina, text)
    assert Writing.objects.get(pk=writing.pk).text == text
    assert writing.history.get().text == text


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_correct_keeps_both_texts_exactly(cast, text):
    writing = make_writing(cast.samira, cast.amina, text)
    corrected = correct(cast.samira, writing, text[:70_000] + "\n")
    assert Writing.objects.get(pk=writing.pk).text == text[:70_000] + "\n"
    assert [row.text for row in corrected.history.order_by("history_id")] == [
        text,
        text[:70_000] + "\n",
    ]


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_keep_draft_keeps_the_text_exactly(cast, text):
    keep(cast.samira, text, heading=" Nuit ", occurred_on="hier")
    assert Draft.objects.get().fields == {"text": text, "heading": " Nuit ", "occurred_on": "hier"}


@pytest.mark.parametrize("text", ["x" * (rules.MAX_TEXT + 1), "a\x00b"])
def test_content_refuses_what_cannot_be_kept(text):
    with pytest.raises(ValueError, match="text"):
        Content(text=text)


@pytest.mark.parametrize("text", ["", " ", "\n\t", "\u00a0"])
def test_a_text_without_a_letter_is_no_writing(cast, text):
    with pytest.raises(ValueError, match="text"):
        make_writing(cast.samira, cast.amina, text)
    assert Writing.objects.count() == 0


# Who may, where.


@pytest.mark.parametrize("who", ["bruno", "maud", "yann", "gilles"])
def test_write_is_not_allowed_to_who_does_not_write_there(cast, who):
    with pytest.raises(NotAllowed):
        make_writing(getattr(cast, who), cast.amina, "Un mot.")
    assert (Writing.objects.count(), Writing.history.count(), indexed()) == (0, 0, [])


def test_answers_stay_in_their_notebook(cast):
    here = make_writing(cast.samira, cast.amina, "Une question.")
    there = make_writing(cast.samira, cast.etage, "Une autre.")
    theirs = make_writing(cast.maud, cast.didier, "Ailleurs.")
    assert make_writing(cast.karim, cast.amina, "Oui.", answers=here).answers == here
    for answered in (there, theirs):
        with pytest.raises(NotAllowed):
            make_writing(cast.karim, cast.amina, "Non.", answers=answered)
    assert Writing.objects.filter(answers__isnull=False).count() == 1


@pytest.mark.parametrize("who", ["karim", "helene", "bruno", "maud", "yann"])
def test_correct_is_its_author_s_alone(cast, who):
    writing = make_writing(cast.samira, cast.amina, "Avant.")
    with pytest.raises(NotAllowed):
        correct(getattr(cast, who), writing, "Après.")
    assert Writing.objects.get().text == "Avant."


def test_correct_is_not_allowed_to_an_author_who_writes_there_no_more(cast):
    writing = make_writing(cast.karim, cast.amina, "Avant.")
    cast.karim.groups.clear()
    with pytest.raises(NotAllowed):
        correct(cast.karim, writing, "Après.")
    farewell(worker=cast.samira)
    own = Writing.objects.create(
        notebook=cast.amina, author=cast.samira, text="x", signed_at=NOON, position=1
    )
    with pytest.raises(NotAllowed):
        correct(cast.samira, own, "Après.")


# Twice.


def test_write_twice_with_one_key_makes_one_writing(cast):
    key = uuid.uuid4()
    first = make_writing(cast.samira, cast.amina, "Un mot.", key=key, tags=("a", "b"))
    again = make_writing(cast.samira, cast.amina, "Un mot.", key=key, tags=("a", "b"))
    assert again == first
    counts = [kind.objects.count() for kind in (Writing, Tagging)] + [Writing.history.count()]
    assert (counts, len(indexed())) == ([1, 2, 1], 1)
    assert Entry.objects.filter(act=Entry.Act.WROTE).count() == 1


def test_write_with_a_used_key_and_another_text_raises_already_written(cast):
    key = uuid.uuid4()
    first = make_writing(cast.samira, cast.amina, "Un mot.", key=key)
    for notebook, text in ((cast.amina, "Un autre."), (cast.etage, "Un mot.")):
        with pytest.raises(AlreadyWritten) as raised:
            make_writing(cast.samira, notebook, text, key=key)
        assert raised.value.writing == first
    assert Writing.objects.get().text == "Un mot."


def test_write_with_the_key_of_somebody_else_makes_a_writing_of_ones_own(cast):
    key = uuid.uuid4()
    hers = make_writing(cast.maud, cast.didier, "Un mot.", key=key)
    mine = make_writing(cast.samira, cast.amina, "Un mot.", key=key)
    assert (mine.author, mine.notebook, Writing.objects.count()) == (cast.samira, cast.amina, 2)
    assert make_writing(cast.maud, cast.didier, "Un mot.", key=key) == hers


def test_correct_an_older_version_raises_outdated(cast):
    writing = make_writing(cast.samira, cast.amina, "Un.")
    correct(cast.samira, writing, "Deux.")
    with pytest.raises(Outdated) as raised:
        correct(cast.samira, writing, "Trois.", version=1)
    assert (raised.value.writing.text, raised.value.writing.version) == ("Deux.", 2)
    assert (Writing.objects.get().text, Writing.history.count()) == ("Deux.", 2)


def test_correct_twice_alike_makes_one_version(cast):
    writing = make_writing(cast.samira, cast.amina, "Un.")
    for _ in range(2):
        correct(cast.samira, writing, "Deux.", version=1, tags=("nuit",), heading="Sorties")
    assert (Writing.objects.get().version, Writing.history.count()) == (2, 2)


def test_correct_nothing_makes_no_version(cast):
    more = {"heading": "Nuit", "tags": ("sommeil", "école"), "occurred_on": date(2026, 3, 1)}
    writing = make_writing(cast.samira, cast.amina, "Un mot.", **more)
    more |= {"tags": ("ECOLE", " Sommeil "), "heading": "NUIT"}
    correct(cast.samira, writing, "Un mot.", **more)
    assert (Writing.objects.get().version, Writing.history.count()) == (1, 1)
    assert Entry.objects.filter(act=Entry.Act.CORRECTED).count() == 0


@pytest.mark.parametrize("tag", ["😀", "!!", "+"])
def test_correct_nothing_makes_no_version_even_with_a_tag_of_signs(cast, tag):
    writing = make_writing(cast.samira, cast.amina, "Un mot.", tags=(tag,))
    correct(cast.samira, writing, "Un mot.", tags=(tag,))
    assert (Writing.objects.get().version, Writing.history.count()) == (1, 1)


# Headings and tags.

SPELLINGS = ("École", "ecole", "ÉCOLE", unicodedata.normalize("NFD", "École"), "  école ")


def test_spellings_of_a_heading_are_one_heading(cast):
    for name in SPELLINGS:
        make_writing(cast.samira, cast.amina, "Un mot.", heading=name)
    assert [(one.name, one.folded) for one in Heading.objects.all()] == [("École", "ecole")]
    assert Writing.objects.filter(heading=Heading.objects.get()).count() == 5


def test_spellings_of_a_tag_are_one_tag_once_a_writing(cast):
    writing = make_writing(cast.samira, cast.amina, "Un mot.", tags=SPELLINGS)
    assert [one.name for one in Tag.objects.all()] == ["École"]
    assert writing.taggings.count() == 1


@pytest.mark.parametrize(
    ("names", "kept"),
    [
        (("", "  ", "\n"), []),
        (("a" * 300,), ["a" * 80]),
        (("vie  de\tgroupe", "Vie de groupe"), ["vie de groupe"]),
        (("sœur", "soeur"), ["sœur"]),
        (("😀", "😡"), ["😀", "😡"]),
        (("nuit", "nuits"), ["nuit", "nuits"]),
        (("l’école", "l'école"), ["l’école"]),
    ],
    ids=str,
)
def test_tags_dedupe_by_what_one_reads(cast, names, kept):
    writing = make_writing(cast.samira, cast.amina, "Un mot.", tags=names)
    assert [one.tag.name for one in writing.taggings.order_by("pk")] == kept


def test_a_speaker_is_kept_only_when_somebody_else_speaks(cast):
    own = make_writing(cast.samira, cast.amina, "Moi.", speaker="Odile")
    hers = make_writing(cast.samira, cast.amina, "Elle.", speaker="Odile", voice="relative")
    assert (own.speaker, hers.speaker) == ("", "Odile")


# When it happened.


@pytest.mark.parametrize(
    ("on", "at", "expected"),
    [
        (None, None, "2026-03-24 12:00"),
        (None, time(9, 30), "2026-03-24 09:30"),
        (None, time(18, 0), "2026-03-24 12:00"),
        (date(2026, 3, 24), None, "2026-03-24 12:00"),
        (date(2026, 3, 23), None, "2026-03-23 23:59"),
        (date(2026, 3, 23), time(0, 0), "2026-03-23 00:00"),
        (date(2026, 4, 1), time(8, 0), "2026-03-24 12:00"),
        (date(1962, 7, 5), time(8, 0), "1962-07-05 08:00"),
        (date(2025, 10, 26), time(2, 30), "2025-10-26 02:30"),
        (date(2025, 3, 30), time(2, 30), "2025-03-30 02:30"),
    ],
)
def test_position_is_when_it_happened(on, at, expected):
    occurred = rules.occurred_at(signed_at=NOON, on=on, at=at, zone=ZONE)
    place = rules.position(occurred_at=occurred, signed_ms=987_654_321_987)
    meant = datetime.fromisoformat(expected).replace(tzinfo=ZONE)
    assert occurred.timestamp() == meant.timestamp() == rules.instant(place).timestamp()


def test_positions_order_by_when_it_happened(cast):
    yesterday = timezone.localdate() - timedelta(days=1)
    make_writing(cast.samira, cast.amina, "signé", at=timezone.now() - timedelta(days=3))
    make_writing(cast.samira, cast.amina, "maintenant")
    make_writing(cast.samira, cast.amina, "hier", occurred_on=yesterday)
    make_writing(
        cast.samira, cast.amina, "hier matin", occurred_on=yesterday, occurred_time=time(8)
    )
    make_writing(cast.samira, cast.amina, "jadis", occurred_on=date(1950, 1, 1))
    assert in_order(cast.amina) == ["jadis", "signé", "hier matin", "hier", "maintenant"]


def test_writings_of_one_instant_stay_in_the_order_of_their_signing(cast):
    day = date(2026, 3, 1)
    for number in range(12):
        make_writing(cast.samira, cast.amina, f"{number:02}", occurred_on=day)
    assert in_order(cast.amina) == [f"{number:02}" for number in range(12)]


def test_correct_moves_the_writing_with_all_that_hangs_on_it(cast):
    writing = make_writing(
        cast.samira, cast.amina, "Avec @Le premier étage, au jardin.", tags=("sortie",)
    )
    moved = correct(
        cast.samira,
        writing,
        "Avec @Le premier étage, à la mer.",
        tags=("sortie", "été"),
        occurred_on=date(2020, 7, 14),
        occurred_time=time(15, 0),
    )
    assert moved.position < writing.position
    places = [*Tagging.objects.values_list("position", flat=True)]
    places += [*Mention.objects.values_list("position", flat=True), *indexed()]
    assert places == [moved.position] * 4
    assert [hit.writing.pk for hit in search("mer", by=cast.samira).hits] == [writing.pk]
    assert search("jardin", by=cast.samira).hits == []


def test_correct_drops_the_mentions_and_tags_it_no_longer_has(cast):
    writing = make_writing(cast.samira, cast.amina, "Avec @Le premier étage.", tags=("sortie",))
    correct(cast.samira, writing, "Seule.")
    assert (Mention.objects.count(), Tagging.objects.count()) == (0, 0)
    assert search("sortie", by=cast.samira).hits == []


def test_correct_leaves_the_date_where_it_was(cast):
    writing = make_writing(cast.samira, cast.amina, "Avant.", at=timezone.now() - timedelta(days=9))
    make_writing(cast.samira, cast.amina, "Ensuite.")
    corrected = correct(cast.samira, writing, "Après.")
    assert in_order(cast.amina) == ["Après.", "Ensuite."]
    assert corrected.signed_at == writing.signed_at


# History and instants.


def test_history_has_one_row_a_version_with_who_and_when(cast):
    writing = make_writing(cast.samira, cast.amina, "Un.", at=NOON)
    for number, text in enumerate(("Deux.", "Trois."), start=1):
        writing = correct(cast.samira, writing, text, at=NOON + timedelta(hours=number))
    rows = writing.history.order_by("history_id")
    assert [(row.text, row.history_user, row.history_date, row.version) for row in rows] == [
        ("Un.", cast.samira, NOON, 1),
        ("Deux.", cast.samira, NOON + timedelta(hours=1), 2),
        ("Trois.", cast.samira, NOON + timedelta(hours=2), 3),
    ]


def test_no_instant_kept_has_seconds(cast):
    writing = make_writing(cast.samira, cast.amina, "Un.")
    writing = correct(cast.samira, writing, "Deux.")
    keep(cast.samira, "Un brouillon.")
    instants = [writing.signed_at, writing.corrected_at, Draft.objects.get().kept_at]
    instants += [row.history_date for row in writing.history.all()]
    instants += [row.signed_at for row in writing.history.all()]
    instants += Entry.objects.values_list("at", flat=True)
    assert {(instant.second, instant.microsecond) for instant in instants} == {(0, 0)}
    assert rules.instant(writing.position).second == 0


# Drafts.


def test_drafts_are_their_author_s_alone(cast):
    key = uuid.uuid4()
    mine, hers = keep(cast.samira, "De Samira.", key), keep(cast.karim, "De Karim.", key)
    drafts = {who: list(Draft.objects.of(who)) for who in (cast.samira, cast.karim, cast.helene)}
    assert drafts == {cast.samira: [mine], cast.karim: [hers], cast.helene: []}
    assert search("Karim", by=cast.samira).hits == []


def test_write_takes_away_the_draft_of_its_form_and_no_other(cast):
    key = uuid.uuid4()
    keep(cast.samira, "Un mot.", key)
    other, hers = keep(cast.samira, "Autre chose."), keep(cast.karim, "Un mot.", key)
    make_writing(cast.samira, cast.amina, "Un mot.", key=key)
    assert set(Draft.objects.all()) == {other, hers}


@pytest.mark.parametrize(
    "text", ["Elle dort.\nEnfin.", "Elle dort.\r\nEnfin.", "Elle dort.\rEnfin."]
)
def test_a_late_autosave_after_signing_brings_nothing_back(cast, text):
    key = uuid.uuid4()
    make_writing(cast.samira, cast.amina, "Elle dort.\nEnfin.", key=key)
    assert keep(cast.samira, text, key) is None
    assert Draft.objects.count() == 0


def test_a_late_autosave_of_the_beginning_brings_nothing_back(cast):
    key = uuid.uuid4()
    make_writing(cast.samira, cast.amina, "Elle dort. Enfin.", key=key)
    assert keep(cast.samira, "Elle do", key) is None
    assert Draft.objects.count() == 0


def test_a_late_autosave_of_a_correction_brings_nothing_back(cast):
    key = uuid.uuid4()
    writing = make_writing(cast.samira, cast.amina, "Elle dort.")
    correct(cast.samira, writing, "Elle dort enfin.", key=key)
    assert keep(cast.samira, "Elle dort enfin.", key, corrects=str(writing.pk)) is None
    assert Draft.objects.count() == 0


@pytest.mark.parametrize(
    "typed",
    [
        {"text": "Elle dort"},
        {"text": "Elle dort.", "heading": "Nuit"},
        {"text": "Elle dort.", "tags": "sommeil"},
        {"text": "Elle dort.", "occurred_on": "2026-03-04"},
    ],
    ids=str,
)
def test_a_correction_that_cuts_or_only_precises_is_kept_meanwhile(cast, typed):
    writing = make_writing(cast.samira, cast.amina, "Elle dort.")
    draft = keep(cast.samira, key=uuid.uuid4(), corrects=str(writing.pk), **typed)
    assert draft.fields == typed | {"corrects": str(writing.pk)}


def test_a_form_signed_and_changed_then_refused_is_kept(cast):
    key = uuid.uuid4()
    make_writing(cast.samira, cast.amina, "Elle dort. Enfin.", heading="Nuit", key=key)
    assert keep(cast.samira, "Elle dort. Enfin.", key, is_autosave=False, heading="Nuit") is None
    kept = keep(cast.samira, "Elle dort.", key, is_autosave=False, heading="Nuit")
    assert kept.text == "Elle dort."
    kept = keep(cast.samira, "Elle dort. Enfin.", key, is_autosave=False, heading="")
    assert kept.fields["heading"] == ""


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"text": ""},
        {"text": " \n\t"},
        {"text": "", "notebook": "3", "voice": "worker", "version": "1", "answers": "4"},
        {"text": "", "teams": ["1", "2"]},
    ],
    ids=str,
)
def test_an_emptied_form_keeps_no_draft_and_drops_the_former(cast, fields):
    key = uuid.uuid4()
    keep(cast.samira, "Un mot.", key)
    assert drafts.keep_draft(by=cast.samira, key=key, path="/ecrire/", fields=fields) is None
    assert Draft.objects.count() == 0


def test_a_form_without_text_but_with_words_keeps_a_draft(cast):
    fields = {"called": "Zoé", "teams": ["1", "2"]}
    draft = drafts.keep_draft(
        by=cast.samira, key=uuid.uuid4(), path="/personnes/nouvelle/", fields=fields
    )
    assert Draft.objects.get().fields == fields
    assert draft.text == ""


def test_drop_draft_is_its_author_s_alone(cast):
    draft = keep(cast.samira, "Un mot.")
    drafts.drop_draft(by=cast.karim, key=draft.key)
    assert list(Draft.objects.all()) == [draft]
    drafts.drop_draft(by=cast.samira, key=draft.key)
    assert list(Draft.objects.all()) == []
