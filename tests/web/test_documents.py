"""Documents handed over hold what their reader may read, answers too, and leave a line."""

import io
import re
import zipfile

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse
from pypdf import PdfReader

from dossier.documents import pdf
from dossier.documents.pdf import NotSet
from dossier.files import apart
from dossier.journal.models import Entry
from dossier.notebooks import actions
from dossier.notebooks.pieces import Taken
from dossier.notebooks.taking_up import assemble
from dossier.web.documents import views
from tests.conftest import log_in, make_attachment, make_writing

KINDS = ("pdf", "odt", "html")


def taken_out(worker, writing, kind):
    """Return the answer to a worker who asks for a document."""
    return log_in(worker).get(reverse(f"writing-document-{kind}", args=[writing.pk]))


def words(response, kind) -> str:
    """Return all that a document says, its attributes too."""
    if kind == "pdf":
        pages = PdfReader(io.BytesIO(response.content)).pages
        return " ".join(" ".join(page.extract_text() for page in pages).split())
    if kind == "odt":
        with zipfile.ZipFile(io.BytesIO(response.content)) as parts:
            told = [parts.read(name).decode() for name in parts.namelist() if "xml" in name]
        return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", "", "\n".join(told)))
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", "", response.content.decode()))


@pytest.fixture
def letter(cast):
    """Return an assembly of Amina's words and Karim's, with an answer to each, that maud reads."""
    actions.grant(by=cast.samira, notebook=cast.etage, to=cast.savs, level="read_notebook")
    wall = make_writing(cast.karim, cast.amina, "Le mur suinte depuis mars.")
    make_writing(
        cast.karim, cast.amina, "Je ne suis pas d’accord.", answers=wall, voice="person",
        speaker="Amina B.",
    )  # fmt: skip
    made = assemble(
        by=cast.samira,
        notebook=cast.etage,
        takes=[Taken(wall, words="Nous demandons une visite.")],
        text="# Lettre au bailleur\n\nMadame, *Monsieur*,",
    )
    make_writing(cast.bruno, cast.etage, "Et la cave ?", answers=made)
    return made


@pytest.mark.parametrize("kind", KINDS)
def test_a_document_holds_all_in_its_order(cast, letter, kind):
    response = taken_out(cast.maud, letter, kind)
    assert response.status_code == 200
    told = words(response, kind)
    at = [
        told.index(part)
        for part in (
            "Madame, Monsieur",
            "Le mur suinte depuis mars.",
            "Cahier « Amina »",
            "Je ne suis pas d’accord.",
            "Nous demandons une visite.",
            "Et la cave ?",
        )
    ]
    assert at == sorted(at)
    assert "Lettre au bailleur" in told
    assert "Amina B., avec Karim" in told


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_withheld_is_not_in_it(cast, kind):
    actions.grant(by=cast.samira, notebook=cast.etage, to=cast.savs, level="read_notebook")
    secret = make_writing(cast.karim, cast.amina, "Le secret du dossier.")
    make_writing(cast.karim, cast.amina, "Une réponse secrète.", answers=secret)
    made = assemble(
        by=cast.bruno, notebook=cast.etage, takes=[Taken(secret, words="Voilà.")], text="# Nuit"
    )
    told = words(taken_out(cast.maud, made, kind), kind)
    assert told.count("Un passage n’est pas reproduit ici.") == 1
    for leak in ("secret", "Amina", "Karim", "réponse"):
        assert leak not in told
    assert "Le secret du dossier." in words(taken_out(cast.bruno, made, kind), kind)


@pytest.mark.parametrize("kind", KINDS)
def test_an_origin_not_told_is_not_in_it(cast, letter, kind):
    wall = make_writing(cast.karim, cast.amina, "Le mur.")
    takes = [Taken(wall, tells_source=False)]
    made = assemble(by=cast.samira, notebook=cast.etage, takes=takes)
    told = words(taken_out(cast.maud, made, kind), kind)
    assert "Le mur." in told
    assert "Karim" not in told
    assert "Amina" not in told


@pytest.mark.parametrize("kind", KINDS)
def test_an_answer_goes_out_with_what_it_answers(cast, letter, kind):
    asked = make_writing(cast.samira, cast.etage, "Qui vient samedi ?\n\nTous ?")
    answer = make_writing(cast.karim, cast.etage, "Pas moi.", answers=asked)
    told = words(taken_out(cast.maud, answer, kind), kind)
    assert told.index("Tous ?") < told.index("Pas moi.")
    assert "ce qui suit y répond" in told


@pytest.mark.parametrize("kind", KINDS)
def test_who_may_not_read_gets_what_does_not_exist(cast, letter, kind):
    mine = make_writing(cast.samira, cast.amina, "À nous.")
    assert taken_out(cast.maud, mine, kind).status_code == 404
    assert taken_out(cast.yann, letter, kind).status_code == 404
    assert Entry.objects.filter(act=Entry.Act.PRINTED).count() == 0


@pytest.mark.parametrize("kind", KINDS)
def test_it_leaves_a_line_and_names_nobody_on_the_disk(cast, letter, kind):
    response = taken_out(cast.maud, letter, kind)
    line = Entry.objects.get(act=Entry.Act.PRINTED)
    assert (line.worker, line.notebook, line.writing) == (cast.maud, cast.etage, letter)
    given = response.headers["Content-Disposition"]
    assert given == f'attachment; filename="document-{letter.pk}.{kind}"'


def test_the_page_in_one_file_plays_its_sounds_and_asks_for_nothing(cast, letter):
    writing = make_writing(cast.samira, cast.etage, "Écoutez.")
    make_attachment(cast.samira, writing, kind="sound", name="voix.wav", description="Une porte.")
    body = taken_out(cast.maud, writing, "html").content.decode()
    assert 'src="data:audio/wav;base64,' in body
    assert "Une porte." in body
    assert re.findall(r'(?:src|href)="(?!data:)[^"]*"', body) == []
    assert "<script" not in body


def test_the_pdf_is_tagged_and_titled(cast, letter):
    reader = PdfReader(io.BytesIO(taken_out(cast.maud, letter, "pdf").content))
    catalog = reader.trailer["/Root"]
    assert catalog["/MarkInfo"]["/Marked"]
    assert str(catalog["/Lang"]).startswith("fr")
    assert reader.metadata.title == "Lettre au bailleur"


def test_what_cannot_be_set_says_what_to_do(cast, letter, monkeypatch):
    def fails(document):
        raise NotSet

    monkeypatch.setitem(views.KINDS, "pdf", ("application/pdf", fails))
    response = taken_out(cast.maud, letter, "pdf")
    assert response.url == reverse("writing-detail", args=[letter.pk])
    assert Entry.objects.filter(act=Entry.Act.PRINTED).count() == 0


def test_while_another_is_being_made_one_is_asked_to_come_back(cast, letter, monkeypatch):
    monkeypatch.setattr(pdf, "WAITING_S", 0)
    with apart._one_of_each["dossier.documents.typesetting"]:
        response = taken_out(cast.maud, letter, "pdf")
    assert response.url == reverse("writing-detail", args=[letter.pk])
    told = [str(one) for one in get_messages(response.wsgi_request)]
    assert told == ["Un autre document se prépare : redemandez celui-ci dans un instant."]
    assert Entry.objects.filter(act=Entry.Act.PRINTED).count() == 0
    assert taken_out(cast.maud, letter, "pdf").status_code == 200


def test_an_unnamed_writing_is_named_by_its_day(cast):
    writing = make_writing(cast.samira, cast.amina, "Sans titre.")
    body = taken_out(cast.samira, writing, "html").content.decode()
    assert re.search(r"<h1[^>]*>\s*[A-Z][a-z]+ \d+(er)? \S+ \d{4}\s*</h1>", body)


def test_thirty_answers_cost_no_more_queries_than_one(cast, letter, django_assert_max_num_queries):
    counts = []
    for more in (0, 29):
        for number in range(more):
            make_writing(cast.bruno, cast.etage, f"Encore {number}.", answers=letter)
        with django_assert_max_num_queries(60) as asked:
            taken_out(cast.maud, letter, "html")
        counts.append(len(asked))
    assert counts[0] == counts[1]
