"""What a destruction leaves to others, what it doubts, what the command says."""

import io
import json
import zipfile
from datetime import date

import pytest
from django.core.management import CommandError, call_command

from dossier.disclosures import consents
from dossier.notebooks import actions
from dossier.notebooks.models import Notebook
from dossier.persons.actions import note_stay, open_dossier
from dossier.retention import actions as archives
from dossier.retention.destruction import NothingDecided, NotTakenOut, destroy, plan
from dossier.retention.models import Certificate
from tests.conftest import log_in, make_attachment, make_notebook, make_writing
from tests.retention.test_a_life import rows

LONG_AGO = date(2010, 6, 30)


@pytest.fixture
def slip(cast):
    """Return a slip with Lucie Dubreuil's dossier on it, decided to be destroyed."""
    dossier = open_dossier(
        by=cast.samira, called="Lucie", civil_name="Lucie Dubreuil", teams=[cast.foyer]
    )
    note_stay(by=cast.samira, dossier=dossier, service="Ici", until_on=LONG_AGO)
    make_writing(cast.samira, dossier.notebook, "Elle dort.")
    archive = archives.close(by=cast.samira, dossier=dossier, last_contact_on=LONG_AGO)
    slip = archives.make_slip(by=cast.samira, archives=[archive])
    archives.note_visa(by=cast.samira, slip=slip, visa="AD 7")
    archives.decide(by=cast.samira, line=slip.lines.get(), decision="destroy")
    return slip


def test_a_name_somebody_else_bears_is_left_unless_one_says(cast, slip):
    other = make_notebook(cast.samira, "Lucie", cast.foyer)
    own = make_writing(cast.samira, other, "Lucie rit.")
    here = make_writing(cast.samira, cast.etage, "Lucie chante.")
    hers = make_writing(cast.samira, cast.etage, "Lucie Dubreuil part.")
    (told,) = plan(slip)
    doubts = {one.pk: one.said for one in told.doubtful if one.table == "dossier.writing"}
    assert doubts == {own.pk: "Lucie", here.pk: "Lucie"}
    codes = [one.code for one in told.doubtful if one.pk == here.pk]
    destroy(by=cast.samira, slip=slip, replace=codes)
    for one in (own, here, hers, other):
        one.refresh_from_db()
    assert own.text == "Lucie rit."
    assert here.text.endswith("] chante.")
    assert hers.text.endswith("] part.")
    assert other.title == "Lucie"


def test_what_somebody_else_agreed_to_is_not_taken_along(cast):
    dossier = open_dossier(by=cast.samira, called="Lucie", teams=[cast.foyer])
    note_stay(by=cast.samira, dossier=dossier, service="Ici", until_on=LONG_AGO)
    hers = make_writing(cast.samira, dossier.notebook, "En classe.", heading="École")
    also = make_writing(cast.samira, dossier.notebook, "Le soir.", heading="Nuits")
    asked = consents.Asked(cast.amina, hers.heading)
    consent = consents.ask_consent(
        by=cast.samira, dossier=cast.amina.dossier, recipient="le collège", sort="school",
        purpose="La rentrée", until=date(2199, 1, 1), asked=[asked],
    )  # fmt: skip
    archive = archives.close(by=cast.samira, dossier=dossier, last_contact_on=LONG_AGO)
    gone = archives.make_slip(by=cast.samira, archives=[archive])
    archives.note_visa(by=cast.samira, slip=gone, visa="AD 7")
    archives.decide(by=cast.samira, line=gone.lines.get(), decision="destroy")
    destroy(by=cast.samira, slip=gone)
    assert consent.allowed.get().heading == hers.heading
    assert not type(also.heading).objects.filter(pk=also.heading.pk).exists()


def test_the_name_of_somebody_else_is_not_hers(cast, slip):
    make_notebook(cast.maud, "Paul Dubreuil")
    kept = make_writing(cast.samira, cast.etage, "Paul Dubreuil est là, Lucie aussi.")
    destroy(by=cast.samira, slip=slip)
    kept.refresh_from_db()
    assert kept.text.startswith("Paul Dubreuil est là, [")


def test_what_one_does_not_read_is_not_shown(cast, slip):
    make_writing(cast.maud, cast.didier, "Lucie Dubreuil est venue.")
    (told,) = plan(slip)
    assert len(told.sure) > 0
    assert [one for one in told.told_to(cast.samira) if one.notebook == cast.didier.pk] == []
    destroy(by=cast.samira, slip=slip)
    assert "Dubreuil" not in str(rows())


def test_only_who_answers_for_it_destroys_and_once(cast, slip):
    with pytest.raises(actions.NotAllowed):
        destroy(by=cast.karim, slip=slip)
    (one,) = destroy(by=cast.samira, slip=slip)
    assert (one.writings, one.visa) == (1, "AD 7")
    with pytest.raises(NothingDecided):
        destroy(by=cast.samira, slip=slip)


def test_a_hold_or_a_missing_visa_stops_all(cast, slip):
    archives.note_visa(by=cast.samira, slip=slip, visa="")
    before = rows()
    with pytest.raises(archives.NoVisa):
        destroy(by=cast.samira, slip=slip)
    archives.note_visa(by=cast.samira, slip=slip, visa="AD 7")
    archives.hold(by=cast.samira, archive=slip.lines.get().archive, why="Un procès.")
    with pytest.raises(archives.TooEarly):
        destroy(by=cast.samira, slip=slip)
    assert len(before["dossier.writing"]) == len(rows()["dossier.writing"])


def test_what_is_deposited_is_taken_out_first(cast, slip):
    line = slip.lines.get()
    notebook = Notebook.objects.get(pk=line.number)
    actions.give(by=cast.samira, notebook=notebook, to=cast.samira, level="keep_notebook")
    writing = make_writing(cast.samira, notebook, "Le texte à garder.")
    make_attachment(cast.samira, writing, name="lettre.bin", kind="other", data=b"abc")
    archives.decide(by=cast.samira, line=line, decision="deposit", deposit="12 J")
    notebook_entries = type(notebook).objects.filter(pk=notebook.pk)
    assert notebook_entries.exists()
    from_before = line.archive.dossier.notebook
    assert from_before == notebook
    with pytest.raises(NotTakenOut):
        destroy(by=cast.samira, slip=slip)
    address = f"/bordereaux/{slip.pk}/lignes/{line.pk}/versement.zip"
    answer = log_in(cast.samira).get(address)
    with zipfile.ZipFile(io.BytesIO(b"".join(answer.streaming_content))) as made:
        names = made.namelist()
        page = made.read("dossier.html").decode()
        assert made.read(next(name for name in names if name.startswith("fichiers/"))) == b"abc"
    assert ("Le texte à garder." in page, "Lucie Dubreuil" in page) == (True, True)
    actions.Entry.objects.all().delete()  # the journal is cut: it stays taken out
    (one,) = destroy(by=cast.samira, slip=slip)
    assert one.line.deposit == "12 J"


def seen(page) -> dict[str, str]:
    """Return what a page of a destruction sends of what it showed."""
    return {"seen": page.context["form"].print}


def test_destroying_on_screen_asks_for_its_sentence(cast, slip):
    client, address = log_in(cast.samira), f"/bordereaux/{slip.pk}/detruire/"
    page = client.get(address)
    assert "je détruis ce que dit le bordereau 1" in page.content.decode()
    assert client.post(address, seen(page) | {"words": "oui"}).status_code == 422
    assert Certificate.objects.count() == 0
    words = seen(page) | {"words": "Je détruis ce que dit le bordereau 1"}
    answer = client.post(address, words, follow=True)
    assert "certificat n° 1" in answer.content.decode()
    assert "Lucie" not in answer.content.decode()
    for path in ("/certificats/", f"/certificats/{Certificate.objects.get().pk}/"):
        assert "AD 7" in log_in(cast.maud).get(path).content.decode()


def test_a_doubt_is_said_once_for_a_notebook(cast, slip):
    make_notebook(cast.maud, "Lucie")
    texts = [make_writing(cast.samira, cast.etage, f"Lucie chante {n}.") for n in range(3)]
    kept = make_writing(cast.maud, cast.didier, "Lucie rit.")
    client, address = log_in(cast.samira), f"/bordereaux/{slip.pk}/detruire/"
    answer = client.get(address)
    page = answer.content.decode()
    assert page.count("Le premier étage : « Lucie »") == 1
    assert "Didier" not in page
    words = seen(answer) | {"words": "je détruis ce que dit le bordereau 1"}
    words |= {"doubtful": [str(cast.etage.pk)]}
    assert client.post(address, words).status_code == 302
    for one in [*texts, kept]:
        one.refresh_from_db()
    assert not any("Lucie" in one.text for one in texts)
    assert kept.text == "Lucie rit."


def run(*args, **options) -> tuple[int, str]:
    out, err = io.StringIO(), io.StringIO()
    try:
        call_command("destroy", *args, stdout=out, stderr=err, **options)
    except SystemExit as end:
        return end.code, err.getvalue()
    return 0, out.getvalue()


def test_a_dry_run_changes_no_row(cast, slip):
    make_writing(cast.samira, cast.etage, "Lucie Dubreuil part.")
    before = rows()
    assert run(str(slip.number), dry_run=True)[0] == 0
    code, text = run(str(slip.number), dry_run=True, json=True)
    told = json.loads(text)
    assert rows() == before
    assert (code, told["is_done"], told["certificates"]) == (0, False, [])
    (line,) = told["lines"]
    assert line["rows"]["dossier.writing"] == 1
    assert [one["said"] for one in line["replaced"]][:1] == ["Lucie Dubreuil"]
    assert (line["needs"], line["doubtful"]) == ([], [])


def test_the_command_destroys_when_nothing_is_missing_nor_in_doubt(cast, slip):
    number = str(slip.number)
    make_notebook(cast.maud, "Lucie")
    make_writing(cast.maud, cast.didier, "Lucie rit.")
    assert run(number, yes=True, login="samira")[0] == 3
    archives.note_visa(by=cast.samira, slip=slip, visa="")
    assert run(number, yes=True, login="samira")[0] == 2
    archives.note_visa(by=cast.samira, slip=slip, visa="AD 7")
    for wrong in ({"login": None}, {"login": "karim", "doubtful": "leave"}):
        with pytest.raises(CommandError):
            run(number, yes=True, **wrong)
    with pytest.raises(CommandError):
        run("99")
    code, text = run(number, yes=True, login="samira", doubtful="leave", json=True)
    assert (code, json.loads(text)["certificates"]) == (0, [1])


def doubts_of(client, slip) -> str:
    page = client.get(f"/bordereaux/{slip.pk}/detruire/").content.decode()
    return " ".join(page.partition("peut-être quelqu’un d’autre")[2].split())


def test_a_doubt_shows_its_words_and_where_it_is(cast, slip):
    make_notebook(cast.maud, "Lucie")
    long = "un " * 60
    one = make_writing(cast.samira, cast.etage, f"{long}Ce soir Lucie chante, dit-on. {long}")
    make_writing(cast.maud, cast.didier, "Lucie rit.")
    told = doubts_of(log_in(cast.samira), slip)
    assert "un Ce soir Lucie chante, dit-on. un" in told
    assert told.count("Lucie chante") == 2  # shown, and said of the link
    assert "… un" in told
    assert f'href="/ecrits/{one.pk}/"' in told
    assert "Lucie rit" not in told
    assert "À un endroit que je ne lis pas" in told


def test_a_former_version_and_a_passage_of_elsewhere_are_not_shown_in_their_words(cast, slip):
    make_notebook(cast.maud, "Lucie")
    one = make_writing(cast.samira, cast.etage, "Le secret de Lucie est gros.")
    content = actions.Content(text="Plus rien.")
    actions.correct(by=cast.samira, writing=one, version=1, content=content)
    told = doubts_of(log_in(cast.samira), slip)
    assert "« Lucie », dans un écrit, une ancienne version" in told
    assert f'href="/ecrits/{one.pk}/versions/"' in told
    assert "gros" not in told


def test_all_that_is_shown_is_chosen_at_once(cast, slip):
    make_notebook(cast.maud, "Lucie")
    texts = [make_writing(cast.samira, at, "Lucie chante.") for at in (cast.etage, cast.amina)]
    kept = make_writing(cast.maud, cast.didier, "Lucie rit.")
    client, address = log_in(cast.samira), f"/bordereaux/{slip.pk}/detruire/"
    page = client.get(address)
    assert 'name="every"' in page.content.decode()
    told = seen(page) | {"every": "on"}
    back = client.post(address, told | {"words": "non"}).content.decode()
    assert 'name="every" id="id_every" checked' in back
    words = {"words": "je détruis ce que dit le bordereau 1"}
    assert client.post(address, told | words).status_code == 302
    for one in [*texts, kept]:
        one.refresh_from_db()
    assert not any("Lucie" in one.text for one in texts)
    assert kept.text == "Lucie rit."
