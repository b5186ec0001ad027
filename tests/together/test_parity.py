"""What a dossier can do, a collective, a project and a cause can do: the same acts, the same pages.

`docs/promises.md` has the table; each of its rows is a test of this file, and each test a row.
"""

import re
import uuid
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from dossier.collectives.actions import join, leave, open_collective
from dossier.journal.models import Entry
from dossier.notebooks import actions, bricabrac
from dossier.notebooks.models import READ, WRITE, Draft, Notebook, Writing
from dossier.notebooks.outlines import keep_outline
from dossier.persons.actions import open_dossier
from dossier.projects.actions import open_project
from tests.conftest import log_in, make_attachment, make_writing

OPENED = {
    "dossier": lambda by, teams: open_dossier(by=by, called="Zéphyr", teams=teams),
    "collectif": lambda by, teams: open_collective(by=by, name="Zéphyr", teams=teams),
    "projet": lambda by, teams: open_project(by=by, title="Zéphyr", teams=teams),
    "cause": lambda by, teams: open_collective(
        by=by, name="Zéphyr", teams=teams, kind=Notebook.Kind.CAUSE
    ),
}
FICHES = {
    "dossier": ("person-detail", "person-edit", "person-create", "called"),
    "collectif": ("collective-detail", "collective-edit", "collective-create", "name"),
    "projet": ("project-detail", "project-edit", "project-create", "title"),
    "cause": ("collective-detail", "collective-edit", "cause-create", "name"),
}
NOT_IN_A_CAUSE = pytest.mark.parametrize(
    "kind", [kind for kind in OPENED if kind != "cause"]
)  # fmt: skip
IN_ALL = pytest.mark.parametrize("kind", list(OPENED))


@pytest.fixture
def notebook(cast, kind) -> Notebook:
    """Return a notebook of that kind, kept by samira, in which the foyer writes."""
    return OPENED[kind](cast.samira, [cast.foyer]).notebook


def page(worker, name, *args, **query) -> str:
    """Return a page that must open."""
    response = log_in(worker).get(reverse(name, args=args), query)
    assert response.status_code == 200
    return response.content.decode()


@IN_ALL
def test_opened_with_a_name_alone(cast, kind):
    client, (_, _, create, field) = log_in(cast.samira), FICHES[kind]
    assert client.post(reverse(create), {field: "Alizé"}).status_code == 302
    assert Notebook.objects.kept_by(cast.samira).get(title="Alizé").kind_said


@IN_ALL
def test_described_and_renamed(cast, kind, notebook):
    fiche, edit, _, field = FICHES[kind]
    client = log_in(cast.karim)
    assert client.post(reverse(edit, args=[notebook.pk]), {field: "Mistral"}).status_code == 302
    assert "Mistral" in page(cast.karim, fiche, notebook.pk)
    assert Notebook.objects.get(pk=notebook.pk).title == "Mistral"


@IN_ALL
def test_found_among_notebooks_and_where_to_write(cast, kind, notebook):
    assert "Zéphyr" in page(cast.karim, "notebook-list")
    assert f'<option value="{notebook.pk}">Zéphyr</option>' in page(cast.karim, "home")
    assert "Zéphyr" not in page(cast.maud, "notebook-list") + page(cast.maud, "home")


@IN_ALL
def test_written_in_from_its_page_and_from_the_first(cast, kind, notebook):
    client = log_in(cast.karim)
    client.post(reverse("writing-create", args=[notebook.pk]), {"text": "Un mot d’ici."})
    client.post(reverse("writing-place"), {"text": "Un mot de là.", "notebook": notebook.pk})
    read = page(cast.samira, "notebook-detail", notebook.pk)
    assert "Un mot d’ici." in read
    assert "Un mot de là." in read


@IN_ALL
def test_spoken_in_by_the_person_and_relatives(cast, kind, notebook):
    said = {"text": "Je suis d’accord.", "voice": "person", "speaker": "Zoé"}
    log_in(cast.karim).post(reverse("writing-create", args=[notebook.pk]), said)
    assert Writing.objects.get().voice == "person"
    assert '<b class="voix">Zoé</b>' in page(cast.samira, "notebook-detail", notebook.pk)


@IN_ALL
def test_answered_corrected_and_its_versions_read(cast, kind, notebook):
    writing = make_writing(cast.karim, notebook, "Il pleuvait.")
    make_writing(cast.samira, notebook, "Toute la nuit ?", answers=writing)
    content = actions.Content(text="Il pleuvait à verse.")
    actions.correct(by=cast.karim, writing=writing, version=1, content=content)
    assert "Toute la nuit ?" in page(cast.samira, "notebook-detail", notebook.pk)
    told = page(cast.samira, "writing-versions", writing.pk)
    assert "à verse" in told


@IN_ALL
def test_drafts_are_kept_and_taken_up(cast, kind, notebook):
    client, key = log_in(cast.karim), uuid.uuid4()
    typed = {"text": "Un début", "key": str(key), "path": f"/cahiers/{notebook.pk}/ecrire/"}
    client.post(reverse("draft-keep"), typed | {"notebook": notebook.pk})
    assert Draft.objects.get(author=cast.karim).notebook == notebook
    assert "Un début" in page(cast.karim, "notebook-detail", notebook.pk)


@IN_ALL
def test_headings_tags_and_what_one_reads_of_it(cast, kind, notebook):
    make_writing(cast.karim, notebook, "Au calme.", heading="Nuits", tags=("repos",))
    make_writing(cast.karim, notebook, "Au bruit.")
    heading = Writing.objects.get(text="Au calme.").heading.pk
    read = page(cast.samira, "notebook-detail", notebook.pk, rubrique=heading)
    assert "Au calme." in read
    assert "Au bruit." not in read
    offered = log_in(cast.samira).get(reverse("heading-suggest"), {"cahier": notebook.pk}).json()
    assert (offered["headings"], offered["tags"]) == (["Nuits"], ["repos"])


@IN_ALL
def test_outlines_begin_a_writing(cast, kind, notebook):
    outline = keep_outline(by=cast.karim, team=cast.foyer, title="Semaine", text="# Lundi")
    assert "# Lundi" in page(cast.karim, "writing-create", notebook.pk, trame=outline.pk)


@IN_ALL
def test_files_are_joined_shown_and_handed_over_to_its_readers(cast, kind, notebook):
    photo = SimpleUploadedFile("note.txt", b"Une liste.", "text/plain")
    client = log_in(cast.karim)
    client.post(reverse("writing-create", args=[notebook.pk]), {"text": "Vu.", "fichiers": photo})
    picture = make_attachment(cast.karim, Writing.objects.get(), description="La cour.")
    assert "La cour." in page(cast.samira, "notebook-detail", notebook.pk)
    answers = [
        log_in(who).get(reverse("attachment-detail", args=[picture.pk])).status_code
        for who in (cast.samira, cast.maud)
    ]
    assert answers == [200, 404]


@IN_ALL
def test_mentioned_elsewhere_it_is_told_here(cast, kind, notebook):
    make_writing(cast.karim, cast.etage, "On en parle avec @Zéphyr demain.")
    assert "On en parle avec" in page(cast.samira, "notebook-detail", notebook.pk)
    names = log_in(cast.karim).get(reverse("mention-suggest"), {"q": "zé"}).json()["names"]
    assert [one["title"] for one in names] == ["Zéphyr"]


@IN_ALL
def test_tied_to_it_by_hand_and_loosened(cast, kind, notebook):
    writing = make_writing(cast.karim, cast.etage, "Une idée pour plus tard.")
    client = log_in(cast.karim)
    client.post(reverse("writing-tie", args=[writing.pk]), {"notebook": notebook.pk})
    assert "Une idée pour plus tard." in page(cast.samira, "notebook-detail", notebook.pk)
    client.post(reverse("writing-untie", args=[writing.pk, notebook.pk]))
    assert "Une idée pour plus tard." not in page(cast.samira, "notebook-detail", notebook.pk)


@IN_ALL
def test_in_the_calendar_what_it_announces(cast, kind, notebook):
    day = timezone.localdate() + timedelta(days=3)
    make_writing(cast.karim, notebook, f"Le dentiste le {day:%d/%m/%Y} à 14 h.")
    month = {"mois": f"{day:%Y-%m}"}
    assert "Le dentiste" in page(cast.samira, "calendar", **month)
    assert "Le dentiste" not in page(cast.maud, "calendar", **month)


@IN_ALL
def test_searched_whole_or_alone(cast, kind, notebook):
    make_writing(cast.karim, notebook, "Le vent a tourné.")
    place = {"q": "tourné"}
    for more in ({}, {"cahier": notebook.pk}, {"ou": notebook.kind}):
        assert "a <mark>tourné</mark>" in page(cast.samira, "writing-search", **place, **more)
    assert "tourné</mark>" not in page(cast.maud, "writing-search", **place)


@IN_ALL
def test_new_since_the_last_visit(cast, kind, notebook):
    make_writing(cast.karim, notebook, "Du nouveau.")
    for name in ("home", "handover"):
        assert "Du nouveau." in page(cast.samira, name)
        assert "Du nouveau." not in page(cast.maud, name)


@IN_ALL
def test_fragments_are_filed_there_and_put_back(cast, kind, notebook):
    heap = bricabrac.bricabrac(by=cast.karim, team=cast.foyer)
    fragment = make_writing(cast.karim, heap, "Trois notes.")
    client = log_in(cast.karim)
    client.post(reverse("fragment-file", args=[fragment.pk]), {"notebook": notebook.pk})
    assert Writing.objects.get().notebook == notebook
    client.post(reverse("fragment-put-back", args=[fragment.pk]))
    assert Writing.objects.get().notebook == heap


@IN_ALL
def test_pieces_are_taken_from_it_and_assembled_in_it(cast, kind, notebook):
    source = make_writing(cast.samira, notebook, "Le mur suinte.")
    client = log_in(cast.samira)
    for place in (cast.etage, notebook):
        sent = {"source": source.pk, "passage": "", "after": "", "tells": "", "kept": ""}
        sent |= {"at": "", "title": "Ensemble", "notebook": place.pk, "text": ""}
        assert client.post(reverse("assembly-create"), sent).status_code == 302
    made = Writing.objects.assembled().order_by("pk")
    assert [one.notebook for one in made] == [cast.etage, notebook]
    assert "Le mur suinte." in page(cast.samira, "writing-detail", made[1].pk)


@IN_ALL
@pytest.mark.parametrize("form", ["pdf", "odt", "html"])
def test_a_writing_of_it_goes_out_as_a_document(cast, kind, notebook, form):
    writing = make_writing(cast.karim, notebook, "# Un titre\n\nUn mot.")
    address = reverse(f"writing-document-{form}", args=[writing.pk])
    answers = [log_in(who).get(address).status_code for who in (cast.samira, cast.maud)]
    assert answers == [200, 404]


@IN_ALL
def test_opened_to_others_to_read_or_write_until_when_and_said(cast, kind, notebook):
    until = timezone.now() + timedelta(days=1)
    actions.grant(by=cast.samira, notebook=notebook, to=cast.savs, level=READ, until=until)
    actions.grant(by=cast.samira, notebook=notebook, to=cast.bruno, level=WRITE)
    told = page(cast.maud, FICHES[kind][0], notebook.pk)
    assert "L’équipe SAVS lit le cahier" in told
    assert "Bruno peut écrire dans le cahier" in told
    client, address = log_in(cast.maud), reverse("writing-create", args=[notebook.pk])
    assert client.post(address, {"text": "Non."}).status_code == 404


@IN_ALL
def test_each_opening_leaves_its_line(cast, kind, notebook):
    for name in ("notebook-detail", FICHES[kind][0]):
        page(cast.karim, name, notebook.pk)
    opened = Entry.objects.filter(notebook=notebook, act=Entry.Act.OPENED)
    assert [line.worker for line in opened] == [cast.karim]


@NOT_IN_A_CAUSE
def test_people_around_it_are_noted(cast, kind, notebook):
    client = log_in(cast.karim)
    noted = {"name": "Odile", "tie": "une voisine", "word": "Elle a une clé."}
    assert client.post(reverse("relation-create", args=[notebook.pk]), noted).status_code == 302
    assert "une voisine" in page(cast.samira, FICHES[kind][0], notebook.pk)
    relation = notebook.relations.get()
    changed = client.post(reverse("relation-edit", args=[notebook.pk, relation.pk]), {"name": "O."})
    assert (changed.status_code, notebook.relations.get().name) == (302, "O.")


@NOT_IN_A_CAUSE
def test_with_whom_it_is_over_time(cast, kind, notebook):
    """A dossier is in collectives and projects; they have persons, collectives, words."""
    if kind == "dossier":
        member = join(by=cast.samira, notebook=cast.etage, person=notebook.dossier.person)
        other = cast.etage
    else:
        member = join(by=cast.samira, notebook=notebook, person=cast.amina.dossier.person)
        other = cast.amina
    leave(by=cast.samira, membership=member, until_on=timezone.localdate())
    told = page(cast.samira, FICHES[kind][0], notebook.pk)
    assert str(other) in told
    assert "jusqu’au" in told


@NOT_IN_A_CAUSE
def test_drawn_with_what_it_is_tied_to(cast, kind, notebook):
    if kind == "dossier":
        join(by=cast.samira, notebook=cast.etage, person=notebook.dossier.person)
    else:
        join(by=cast.samira, notebook=notebook, person=cast.amina.dossier.person)
    assert "<rect" in page(cast.samira, "notebook-ties", notebook.pk)


ROW = re.compile(r"^\| .*\| `(test_\w+)` \|$", re.MULTILINE)


def test_the_table_of_the_promises_says_what_is_tested_here():
    root = Path(__file__).resolve().parents[2]
    table = ROW.findall((root / "docs" / "promises.md").read_text(encoding="utf-8"))
    mine = Path(__file__).read_text(encoding="utf-8")
    tests = re.findall(r"^def (test_\w+)\(cast, kind", mine, re.MULTILINE)
    assert sorted(table) == sorted(tests)
