"""Dossiers as bundles: what leaves, what comes back, and what must never leave."""

import base64
import json
import zipfile
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone
from fhir.resources.R4B.bundle import Bundle
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dossier.arrivals.tddui import read
from dossier.collectives.actions import join, open_collective
from dossier.departures import resources, tddui
from dossier.departures.checker import at, check
from dossier.departures.losses import BLANKS, KEPT, LOST, TAKEN
from dossier.departures.tddui import Asked, Left, put_out
from dossier.journal.models import Entry
from dossier.notebooks import actions
from dossier.notebooks.bricabrac import bricabrac
from dossier.notebooks.drafts import keep_draft
from dossier.notebooks.models import NotAllowed, Notebook, WorkerGrant, Writing
from dossier.notebooks.sharing import open_circle
from dossier.notes.actions import keep as keep_note
from dossier.persons.actions import describe, note_relation, note_stay
from dossier.persons.models import Person, Stay
from dossier.projects.actions import note_agreement, open_project
from dossier.reading.covering import cover
from dossier.reading.desk import Passage
from tests.conftest import Cast, make_attachment, make_notebook, make_writing
from tests.departures.model import FINESS
from tests.web.house import furnish

CLEAR = "Repas calme. Elle a bien dormi."


def leave(cast: Cast, path: Path, **more: Any) -> tuple[dict[str, Any], Left]:
    """Put out Amina's dossier as samira; return the bundle, and what it lost."""
    (left,) = put_out(path, by=cast.samira, dossiers=[cast.amina.dossier], asked=Asked(**more))
    return json.loads((path / left.file).read_bytes()), left


def of(bundle: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    """Return the resources of a type."""
    return [one for one in at(bundle, "entry.resource") if one["resourceType"] == kind]


def words(document: dict[str, Any]) -> str:
    """Return what a document of text says."""
    return base64.b64decode(document["content"][0]["attachment"]["data"]).decode()


def show(cast: Cast, writing: Writing, **more: Any) -> Writing:
    """Decide, as samira, what Amina reads of a writing: all of it, unless it is said."""
    kept = {"by": cast.samira, "dossier": cast.amina.dossier, "writing": writing}
    cover(**kept, version=writing.version, **more)
    return writing


def right(content: bytes) -> None:
    """Tell whether a bundle is one of FHIR, and keeps to the rules."""
    told = check(content)
    assert (told.faults, told.unknown) == ([], set())
    Bundle.model_validate_json(content)


# What leaves is right


@pytest.mark.parametrize("finess", ["", FINESS])
@pytest.mark.parametrize("with_around", [False, True])
def test_what_leaves_of_a_house_where_everything_happened_is_right(
    cast, tmp_path, finess, with_around
):
    furnish(cast)
    make_writing(cast.samira, make_notebook(cast.samira, "Lou"), CLEAR)
    dossiers = tddui.kept_by(cast.samira)
    assert len(dossiers) == 2
    asked = Asked(finess, with_around)
    left = put_out(tmp_path / "lots", by=cast.samira, dossiers=dossiers, asked=asked)
    assert len(left) == len({one.file for one in left}) == len(dossiers)
    for one in left:
        right((tmp_path / "lots" / one.file).read_bytes())
        assert (tmp_path / "lots" / one.file.replace(".json", ".txt")).read_text()
    looked = tddui.look(by=cast.samira, dossiers=dossiers, asked=asked)
    assert looked == left


def test_a_profile_is_claimed_only_where_nothing_lacks(cast, tmp_path):
    """No rank of birth is kept: neither a person nor what points to one claims any."""
    note_stay(by=cast.samira, dossier=cast.amina.dossier, from_on=date(2024, 3, 1))
    make_writing(cast.samira, cast.amina, CLEAR)
    bare, _ = leave(cast, tmp_path / "sans")
    with_number, _ = leave(cast, tmp_path / "avec", finess=FINESS)
    assert [url.rpartition("/")[2] for url in at(bare, "entry.resource.meta.profile")] == []
    claimed = [url.rpartition("/")[2] for url in at(with_number, "entry.resource.meta.profile")]
    assert claimed == ["tddui-organization"]
    assert at(bare, "meta.profile")[0].endswith("/tddui-bundle")
    (person,) = of(with_number, "Patient")
    number = person["identifier"][0]["value"]
    assert number.startswith(f"3{FINESS}/")
    (stay,) = of(with_number, "Encounter")
    assert stay["identifier"][0]["value"].startswith(f"{number}-SEJOUR-")
    assert of(with_number, "Consent") == of(with_number, "CarePlan") == []


def test_the_same_thing_has_the_same_name_each_time_and_tells_no_number(cast, tmp_path):
    writing = make_writing(cast.samira, cast.amina, CLEAR)
    first, _ = leave(cast, tmp_path / "un")
    again, _ = leave(cast, tmp_path / "deux")
    assert at(first, "entry.fullUrl") == at(again, "entry.fullUrl")
    assert f"urn:uuid:{tddui.named('writing', writing.pk)}" in at(first, "entry.fullUrl")
    assert tddui.named("writing", 1) != tddui.named("person", 1)


# What is in it


def test_a_writing_is_a_document(cast, tmp_path):
    one = make_writing(
        cast.samira,
        cast.amina,
        "Repas calme.\n\n- du pain\n- du thé",
        heading="Repas",
        tags=["soir"],
        occurred_on=date(2025, 1, 2),
        occurred_time=time(19, 30),
    )
    answer = make_writing(cast.karim, cast.amina, CLEAR, answers=one)
    bundle, left = leave(cast, tmp_path / "x")
    first, second = of(bundle, "DocumentReference")
    assert words(first) == one.text
    attachment = first["content"][0]["attachment"]
    assert (attachment["title"], attachment["contentType"]) == ("Repas", resources.PLAIN)
    assert first["context"]["period"]["start"] == "2025-01-02T19:30:00+01:00"
    assert datetime.fromisoformat(attachment["creation"]) == one.signed_at
    assert "soir" in first["description"]
    by_url = {entry["fullUrl"]: entry["resource"] for entry in bundle["entry"]}
    (author,) = first["author"]
    assert by_url[author["reference"]]["name"] == [{"text": "Samira"}]
    assert by_url[first["subject"]["reference"]]["resourceType"] == "Patient"
    assert words(second) == answer.text
    (tied,) = second["relatesTo"]
    assert (tied["code"], by_url[tied["target"]["reference"]]) == ("appends", first)
    assert left.losses.counts["writings"] == 2


def test_who_speaks_is_an_author(cast, tmp_path):
    said = make_writing(cast.samira, cast.amina, "Je suis contente.", voice="person")
    show(cast, said)
    bundle, _ = leave(cast, tmp_path / "x")
    (one,) = of(bundle, "DocumentReference")
    (patient,) = (e["fullUrl"] for e in bundle["entry"] if e["request"]["url"] == "Patient")
    assert [each["reference"] for each in one["author"]][0] == patient
    assert one["description"] == "Amina, avec Samira"


@pytest.mark.parametrize(
    ("birth", "told"),
    [
        ("12/03/1989", "1989-03-12"),
        ("mars 1989", "1989-03"),
        ("1989", "1989"),
        ("vers 1950", None),
        ("entre 1950 et 1955", None),
        ("", None),
    ],
)
def test_a_birth_is_no_more_exact_than_it_is_known(cast, tmp_path, birth, told):
    describe(by=cast.samira, dossier=cast.amina.dossier, called="Amina", birth=birth)
    cast.amina.dossier.refresh_from_db()
    bundle, left = leave(cast, tmp_path / "x")
    (person,) = of(bundle, "Patient")
    assert person.get("birthDate") == told
    is_lost = bool(birth) and not told
    assert left.losses.counts["births"] == is_lost
    kept = [words(one) for one in of(bundle, "DocumentReference")]
    assert kept == ([f"Naissance : {birth}"] if is_lost else [])


@pytest.mark.parametrize(
    ("from_on", "until_on", "status"),
    [
        (date(2020, 1, 1), date(2021, 1, 1), "finished"),
        (date(2020, 1, 1), None, "in-progress"),
        (date(2020, 1, 1), date(2999, 1, 1), "in-progress"),
        (date(2999, 1, 1), None, "planned"),
        (None, date(2021, 1, 1), "finished"),
        (None, None, "unknown"),
    ],
)
def test_a_stay_is_as_far_as_it_is(from_on, until_on, status):
    assert tddui._status(Stay(from_on=from_on, until_on=until_on)) == status


def test_what_the_person_said_of_a_project_leaves_in_their_words(cast, tmp_path):
    project = open_project(by=cast.samira, title="La mer")
    kept = {"by": cast.samira, "project": project, "person": cast.amina.dossier.person}
    note_agreement(**kept, side="person", answer="yes", words="Oui, je veux.", on=date(2025, 2, 3))
    note_agreement(by=cast.samira, project=project, side="house", answer="no", words="zyxmaison")
    bundle, left = leave(cast, tmp_path / "x")
    (one,) = [d for d in of(bundle, "DocumentReference") if "Avis" in str(d)]
    assert "Réponse : oui" in words(one)
    assert one["context"]["period"]["start"] == "2025-02-03"
    assert at(one, "author.reference") == at(one, "subject.reference")
    assert left.losses.counts["agreements"] == 1


def test_those_around_are_named_only_when_the_house_says_so(cast, tmp_path):
    note_relation(by=cast.samira, notebook=cast.amina, name="Zoubida", tie="tante", word="le soir")
    without, left = leave(cast, tmp_path / "sans")
    assert (of(without, "RelatedPerson"), left.losses.counts["relations"]) == ([], 1)
    assert "Zoubida" not in json.dumps(without)
    named, left = leave(cast, tmp_path / "avec", with_around=True)
    (one,) = of(named, "RelatedPerson")
    assert (one["name"], one["relationship"]) == ([{"text": "Zoubida"}], [{"text": "tante"}])
    assert (left.losses.counts["around"], left.losses.counts["relations"]) == (1, 0)


def test_a_file_that_a_keeper_shows_leaves_without_its_name(cast, tmp_path):
    big = bytes(range(256)) * 9000  # several pieces
    writing = make_writing(cast.samira, cast.amina, CLEAR)
    photo = make_attachment(cast.samira, writing, data=big, name="zyxnom.png")
    other = make_attachment(cast.samira, writing, data=b"zyxautre", name="zyxautre.png")
    paper = make_attachment(cast.samira, writing, kind="pdf", data=b"zyxpdf", name="zyxpdf.pdf")
    show(cast, writing, files=[photo.pk, paper.pk])
    bundle, left = leave(cast, tmp_path / "x")
    text, file = of(bundle, "DocumentReference")
    attachment = file["content"][0]["attachment"]
    assert base64.b64decode(attachment["data"]) == big
    assert (attachment["title"], attachment["contentType"]) == ("Image jointe", "image/webp")
    assert at(file, "relatesTo.target.reference") == [_url(bundle, text)]
    counts = left.losses.counts
    assert (counts["files"], counts["documents"], counts["unshown"]) == (1, 1, 1)
    assert b"zyx" not in (tmp_path / "x" / left.file).read_bytes()
    photo.blob.path("large").unlink()
    photo.blob.path().unlink()
    _, left = leave(cast, tmp_path / "y")
    assert (left.losses.counts["files"], left.losses.counts["missing"]) == (0, 1)
    assert other.blob.path().exists()


def _url(bundle: dict[str, Any], resource: dict[str, Any]) -> str:
    (found,) = (one["fullUrl"] for one in bundle["entry"] if one["resource"] == resource)
    return found


# Who may, and what is left of it


def test_only_who_keeps_a_dossier_may_put_it_out_and_the_journal_says_so(cast, tmp_path):
    for by in (cast.bruno, cast.karim, cast.maud, cast.yann, cast.gilles):
        assert cast.amina.dossier not in tddui.kept_by(by)
        with pytest.raises(NotAllowed):
            put_out(tmp_path / "non", by=by, dossiers=[cast.amina.dossier], asked=Asked())
        assert not (tmp_path / "non").exists()
        with pytest.raises(NotAllowed):
            tddui.look(by=by, dossiers=[cast.amina.dossier], asked=Asked())
    lines = Entry.objects.filter(act=Entry.Act.PRINTED)
    assert not lines.exists()
    tddui.look(by=cast.samira, dossiers=[cast.amina.dossier], asked=Asked())
    assert not lines.exists()
    leave(cast, tmp_path / "x")
    (line,) = lines
    assert (line.worker, line.notebook) == (cast.samira, cast.amina)


def test_one_that_may_not_leave_keeps_the_others_from_leaving(cast, tmp_path):
    dossiers = [cast.amina.dossier, cast.didier.dossier]
    with pytest.raises(NotAllowed):
        put_out(tmp_path / "x.zip", by=cast.samira, dossiers=dossiers, asked=Asked())
    assert list(tmp_path.iterdir()) == []
    put_out(tmp_path / "x.zip", by=cast.samira, dossiers=dossiers[:1], asked=Asked())
    with zipfile.ZipFile(tmp_path / "x.zip") as pack:
        assert pack.testzip() is None
        assert [n.rpartition(".")[2] for n in pack.namelist()] == ["json", "txt", "SHA256SUMS"]


def test_the_report_counts_and_says_all_that_may_be_counted(cast, tmp_path):
    furnish(cast)
    _, left = leave(cast, tmp_path / "x")
    told = (tmp_path / "x" / left.file.replace(".json", ".txt")).read_text()
    keys = {**TAKEN, **KEPT, **LOST}
    assert set(left.losses.counts) <= keys.keys()
    for key, count in left.losses.counts.items():
        line = BLANKS.sub("\u00a0", f"– {keys[key]} : {count}\n")
        assert (line in told) == bool(count), key
    assert sum(bool(left.losses.counts[key]) for key in LOST) > 4


# What must never leave

HIDDEN = "zyx"  # in every word that must not leave


def plant(cast: Cast) -> None:
    """Put a word that must not leave wherever something of a house does not."""
    make_writing(cast.maud, cast.didier, f"{HIDDEN}didier", heading=f"{HIDDEN}titre")
    note_stay(by=cast.maud, dossier=cast.didier.dossier, service=f"{HIDDEN}lieu", word=HIDDEN)
    note_relation(by=cast.maud, notebook=cast.didier, name=f"{HIDDEN}cousin")
    make_writing(cast.maud, cast.didier, f"{HIDDEN}tie, avec @Amina.")
    keep_note(by=cast.samira, text=f"{HIDDEN}note")
    draft = {"by": cast.samira, "key": "11111111-1111-4111-8111-111111111111", "path": "/"}
    keep_draft(**draft, fields={"text": f"{HIDDEN}brouillon"}, notebook=cast.amina)
    make_writing(cast.samira, bricabrac(by=cast.samira), f"{HIDDEN}fragment sur Amina")
    circle = open_circle(by=cast.samira, around=cast.amina, name="Soin", to=[cast.noor])
    make_writing(cast.noor, circle, f"{HIDDEN}soin")
    WorkerGrant.objects.filter(content_object=circle, user=cast.samira).delete()
    other = open_collective(by=cast.samira, name=f"Groupe {HIDDEN}groupe", teams=[cast.foyer])
    join(by=cast.samira, notebook=other.notebook, person=cast.amina.dossier.person)
    make_writing(cast.samira, other.notebook, f"{HIDDEN}collectif, sans personne.")
    make_writing(cast.samira, other.notebook, f"Amina et {HIDDEN}quelqu’un y étaient.")
    note_relation(by=cast.samira, notebook=cast.amina, name=f"{HIDDEN}tante", tie=f"{HIDDEN}lien")
    note_stay(
        by=cast.samira,
        dossier=cast.amina.dossier,
        service=f"chez Didier {HIDDEN}",
        word=f"avec son frère {HIDDEN}",
        from_on=date(2024, 1, 1),
    )
    describe(
        by=cast.samira,
        dossier=cast.amina.dossier,
        called="Amina",
        civil_name=f"Amina, la sœur de {HIDDEN}",
        birth=f"comme son cousin {HIDDEN}",
        word=f"Sa mère {HIDDEN} l’a dit.",
    )
    relative = {"voice": "relative", "speaker": f"{HIDDEN}mère"}
    make_writing(cast.samira, cast.amina, f"Il faut voir {HIDDEN}.", **relative)
    make_writing(cast.samira, cast.amina, f"Sa sœur {HIDDEN} est venue.")
    make_writing(cast.samira, cast.amina, CLEAR, moment=f"chez {HIDDEN}, sa sœur")
    old = make_writing(cast.samira, cast.amina, f"Elle a dit {HIDDEN}ancien.")
    (now, _) = actions.correct(
        by=cast.samira, writing=old, version=1, content=actions.Content(text=CLEAR)
    )[:2]
    show(cast, now)
    text = f"Elle a ri. Sa sœur {HIDDEN}couvert a crié. Elle a dormi."
    start = text.index("Sa sœur")
    one = make_writing(
        cast.samira,
        cast.amina,
        text,
        heading=f"Avec {HIDDEN}rubrique",
        tags=[f"{HIDDEN}etiquette"],
        moment=f"avec {HIDDEN}moment, son frère",
    )
    photo = make_attachment(
        cast.samira, one, name=f"{HIDDEN}.png", description=f"{HIDDEN} décrit", data=b"une image"
    )
    make_attachment(cast.samira, one, name=f"{HIDDEN}2.png", data=f"{HIDDEN}caché".encode())
    span = (start, text.index(" Elle a dormi"), "third")
    show(cast, one, spans=[span], files=[photo.pk], words=f"{HIDDEN}pourquoi")
    apart = make_writing(cast.samira, cast.amina, f"{HIDDEN}juge a demandé.")
    show(cast, apart, whole="judge")


def everything(folder: Path) -> str:
    """Return all that left: names of files, bytes, and what is in base64."""
    told = []
    for path in sorted(folder.rglob("*")):
        told += [path.name, path.read_text(encoding="utf-8")]
        if path.suffix == ".json":
            bundle = json.loads(path.read_bytes())
            data = at(bundle, "entry.resource.content.attachment.data")
            told += [base64.b64decode(one).decode("utf-8", "replace") for one in data]
            told.append(json.dumps(bundle, ensure_ascii=False))
    return "\n".join(told)


def test_nothing_of_others_covered_or_kept_to_oneself_leaves(cast, tmp_path):
    plant(cast)
    cast.amina.dossier.refresh_from_db()
    _, left = leave(cast, tmp_path / "x", finess=FINESS)
    told = everything(tmp_path / "x")
    assert "Elle a ri." in told
    assert "[passage couvert : cela parle de quelqu’un d’autre]" in told
    assert "Elle a dormi." in told
    assert HIDDEN not in told.casefold()
    counts = left.losses.counts
    assert (counts["covered"], counts["apart"], counts["files"], counts["unshown"]) == (1, 1, 1, 1)
    assert counts["waiting"] >= 3
    assert counts["versions"] == 1
    assert counts["labels"] == 2
    assert counts["relations"] == 1
    right((tmp_path / "x" / left.file).read_bytes())


UNHELD = {
    "what is covered": (tddui, "_text", lambda passage: passage.text, "couvert"),
    "labels": (tddui._Leaving, "_label", lambda self, words: words, "rubrique"),
    "words beside": (tddui._Leaving, "_plain", lambda self, words: words, "moment"),
    "names": (tddui._Leaving, "_name", lambda self, words, is_counted=True: words, ""),
    "what waits": (Passage, "is_waiting", False, "lien"),
    "who is around": (Asked, "with_around", True, "tante"),
}


@pytest.mark.parametrize("what", UNHELD)
def test_a_canary_is_found_when_nothing_holds_it_back(cast, tmp_path, monkeypatch, what):
    """The test above would see each of these leaks."""
    plant(cast)
    cast.amina.dossier.refresh_from_db()
    holder, name, loose, canary = UNHELD[what]
    if what == "who is around":
        leave(cast, tmp_path / "x", with_around=True)
    else:
        monkeypatch.setattr(holder, name, loose)
        if what == "what waits":  # and nothing decides what is read of it
            monkeypatch.setattr(tddui, "_text", lambda passage: passage.text)
            canary = ""
        leave(cast, tmp_path / "x")
    assert f"{HIDDEN}{canary}" in everything(tmp_path / "x")


def test_who_is_called_by_another_s_name_leaves_without_it(cast, tmp_path):
    notebook = make_notebook(cast.samira, f"Lou, la sœur de {HIDDEN}", cast.foyer)
    (left,) = put_out(tmp_path / "x", by=cast.samira, dossiers=[notebook.dossier], asked=Asked())
    assert HIDDEN not in everything(tmp_path / "x").casefold()
    assert left.file.startswith("dossier-")


def test_two_that_leave_together_know_nothing_of_each_other(cast, tmp_path):
    lou = make_notebook(cast.samira, "Lou", cast.foyer)
    make_writing(cast.samira, lou, "Elle a chanté.")
    make_writing(cast.samira, cast.amina, CLEAR)
    one, other = put_out(
        tmp_path / "x",
        by=cast.samira,
        dossiers=[cast.amina.dossier, lou.dossier],
        asked=Asked(),
    )
    first, second = (json.loads((tmp_path / "x" / each.file).read_bytes()) for each in (one, other))
    assert "Lou" not in json.dumps(first)
    assert "Amina" not in json.dumps(second)
    assert [words(d) for d in of(first, "DocumentReference")] == [CLEAR]
    shared = {*at(first, "entry.fullUrl")} & {*at(second, "entry.fullUrl")}
    house = {f"urn:uuid:{tddui.named('house')}"}
    assert shared == house | {f"urn:uuid:{tddui.named('worker', cast.samira.pk)}"}


# Coming back

TEXTS = st.text(
    st.one_of(st.sampled_from("aé, .\n-=«»’\u00a0🌧"), st.characters(codec="utf-8")),
    min_size=1,
    max_size=200,
).filter(lambda text: text.strip() and "\x00" not in text)
DAYS = st.none() | st.dates(date(2000, 1, 1), date(2026, 1, 1))
HOURS = st.none() | st.times().map(lambda one: one.replace(second=0, microsecond=0))
MADE = st.lists(st.tuples(TEXTS, DAYS, HOURS, st.booleans(), st.booleans()), min_size=1, max_size=4)


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(made=MADE)
def test_what_comes_back_is_the_same_writings_days_and_authors(cast, tmp_path_factory, made):
    """Any dossier, all of it shown, read by our own reader."""
    notebook = make_notebook(cast.samira, "Lou", cast.foyer)
    written = []
    for text, on, at_, is_karim, is_hers in made:
        by = cast.karim if is_karim else cast.samira
        more = {"voice": "person"} if is_hers else {}
        one = make_writing(by, notebook, text, occurred_on=on, occurred_time=at_, **more)
        kept = {"by": cast.samira, "dossier": notebook.dossier, "writing": one}
        cover(**kept, version=1)
        written.append(one)
    path = tmp_path_factory.mktemp("x") / "lot"
    (left,) = put_out(path, by=cast.samira, dossiers=[notebook.dossier], asked=Asked())
    content = (path / left.file).read_bytes()
    right(content)
    brought = read(left.file, content)
    (lou,) = brought.people
    assert lou.called == "Lou"
    texts = {one.key: one for one in brought.texts}
    for one in written:
        told = texts[f"urn:uuid:{tddui.named('writing', one.pk)}"]
        kept = [paper.content for paper in told.papers]  # of signs that are no words
        assert told.text.startswith(one.text) or kept == [one.text.encode()]
        assert told.of == (lou.key,)
        assert one.author.name in told.author
        assert ("Lou" in told.author) == (one.voice == "person")
        assert _same(told.when, one)


def _same(when: Any, writing: Writing) -> bool:
    """Tell whether a day or an instant is that of a writing."""
    signed = timezone.localtime(writing.signed_at)
    if writing.occurred_on and not writing.occurred_time:
        return when == writing.occurred_on
    if not writing.occurred_time:
        return when == signed
    on = writing.occurred_on or signed.date()
    zone = timezone.get_current_timezone()
    return when == datetime.combine(on, writing.occurred_time, tzinfo=zone)


def test_a_person_and_their_stays_come_back(cast, tmp_path):
    person = cast.amina.dossier.person
    Person.objects.filter(pk=person.pk).update(civil_name="Amina Zibelinou")
    describe(
        by=cast.samira,
        dossier=cast.amina.dossier,
        called="Amina",
        civil_name="Amina Zibelinou",
        birth="12/03/1989",
    )
    cast.amina.dossier.refresh_from_db()
    cast.amina.dossier.person.refresh_from_db()
    days = {"from_on": date(2024, 3, 1), "until_on": date(2024, 4, 2)}
    note_stay(by=cast.samira, dossier=cast.amina.dossier, service="Le studio", **days)
    note_relation(by=cast.samira, notebook=cast.amina, name="Zoubida", tie="tante")
    cast.samira.function = "éducatrice"
    cast.samira.save()
    make_writing(cast.samira, cast.amina, CLEAR)
    _, left = leave(cast, tmp_path / "x", with_around=True)
    brought = read(left.file, (tmp_path / "x" / left.file).read_bytes())
    (amina,) = brought.people
    assert (amina.called, amina.civil_name) == ("Amina", "Amina Zibelinou")
    assert amina.birth.replace("\u00a0", " ") == "12 mars 1989"
    (stay,) = amina.stays
    assert (stay.from_on, stay.until_on) == (days["from_on"], days["until_on"])
    assert "Le studio" in stay.word
    assert [(one.name, one.tie) for one in amina.around] == [("Zoubida", "tante")]
    (text,) = [one for one in brought.texts if one.text.startswith(CLEAR)]
    assert text.author == "Samira (éducatrice)"


@settings(max_examples=100, deadline=None)
@given(title=st.text(min_size=1, max_size=30), data=st.binary(max_size=3000))
def test_a_content_put_in_by_pieces_is_that_content(tmp_path_factory, title, data):
    """Whatever a title says, even what marks the place of a content."""
    path = tmp_path_factory.mktemp("f") / "content"
    path.write_bytes(data)
    document = resources.document(
        "u", "p", ["a"], title=title + tddui.HERE, kind="image/webp", data=""
    )
    head = resources.bundle(datetime(2026, 1, 1, tzinfo=UTC))
    entry = resources.entry("u", document)
    title = title.encode("utf-8", "replace").decode()
    content = b"".join(tddui.written(head, [(entry, path), (entry, None)]))
    first, second = json.loads(content)["entry"]
    (attachment,) = at(first, "resource.content.attachment")
    assert base64.b64decode(attachment["data"]) == data
    assert at(second, "resource.content.attachment.data") == [""]
    assert attachment["title"] == title + tddui.HERE


def test_a_notebook_that_is_no_dossier_is_none(cast):
    assert {one.notebook.kind for one in tddui.kept_by(cast.samira)} == {Notebook.Kind.DOSSIER}
