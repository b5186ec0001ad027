"""Pages of reading together: one's own words, deciding sentence by sentence, the copy."""

from html import unescape

import pytest
from django.urls import reverse

from dossier.documents.pdf import NotSet
from dossier.journal.models import Entry
from dossier.notebooks import actions
from dossier.notebooks.models import Draft, Writing
from dossier.reading.covering import cover
from dossier.reading.models import Covering
from dossier.web.reading import copy_views
from tests.conftest import log_in, make_writing
from tests.web.reading import fill, form_to, send

SAID = "Amina a bien dormi. Zoé est venue. Elle a crié."


@pytest.fixture
def waiting(cast) -> Writing:
    """Return a writing that waits."""
    return make_writing(cast.samira, cast.amina, SAID)


def look(cast, writing) -> str:
    return reverse("reading-look", args=[cast.amina.pk, writing.pk])


def together(client, cast) -> str:
    return unescape(client.get(reverse("reading-together", args=[cast.amina.pk])).content.decode())


def test_one_click_covers_what_is_proposed_and_goes_on(cast, waiting):
    after = make_writing(cast.samira, cast.amina, "Avec Léon.")
    client = log_in(cast.samira)
    response = send(client, fill(client, look(cast, waiting), "reading-look", words="À deux."))
    assert response.url == look(cast, after)
    decided = Covering.objects.get()
    assert (decided.words, decided.by, len(decided.spans)) == ("À deux.", cast.samira, 2)
    page = together(log_in(cast.bruno), cast)
    assert "Amina a bien dormi." in page
    assert "passage couvert : cela parle de quelqu’un d’autre" in page
    assert ("Zoé" in page, "crié" in page, "Léon" in page) == (False, False, False)
    last = send(client, fill(client, look(cast, after), "reading-look"))
    assert "Plus rien n’attend" in unescape(client.get(last.url).content.decode())


def test_a_sentence_shown_by_hand_is_shown_and_former_decisions_stay(cast, waiting):
    client = log_in(cast.samira)
    form = fill(client, look(cast, waiting), "reading-look")
    shut = fill(client, look(cast, waiting), "reading-look", whole="judge")
    send(client, shut)
    assert "mis à part : à lire au tribunal" in together(client, cast)
    form = form_to(client.get(look(cast, waiting)), "reading-look")
    form.fields |= {"whole": "", **{k: "montrer" for k in form.fields if k.startswith("d")}}
    send(client, form)
    assert SAID in together(client, cast)
    former = client.get(look(cast, waiting)).content.decode()
    assert "tout mis à part" in unescape(former)
    assert Covering.objects.count() == 2


def test_a_choice_is_never_carried_to_another_text(cast, waiting):
    client = log_in(cast.samira)
    form = fill(client, look(cast, waiting), "reading-look", words="Mes raisons.")
    form.fields |= {k: "montrer" for k in form.fields if k.startswith("d")}
    content = actions.content_of(waiting, text="Zoé a volé. Amina a bien dormi. Elle a crié.")
    actions.correct(by=cast.samira, writing=waiting, version=1, content=content)
    page = send(client, form)
    assert (page.status_code, Covering.objects.count()) == (422, 0)
    again = form_to(page, "reading-look")
    assert again.fields["words"] == "Mes raisons."
    assert again.fields["d0"] == "couvrir"
    draft = Draft.objects.get(author=cast.samira)
    resumed = client.get(look(cast, waiting), {"brouillon": draft.key})
    taken = form_to(resumed, "reading-look")
    assert (taken.fields["words"], taken.fields["d0"]) == ("Mes raisons.", "couvrir")
    send(client, again)
    assert "volé" not in together(client, cast)


def test_what_another_keeper_decided_meanwhile_is_read_first(cast, waiting):
    client = log_in(cast.samira)
    form = fill(client, look(cast, waiting), "reading-look")
    form.fields |= {k: "montrer" for k in form.fields if k.startswith("d")}
    cover(by=cast.samira, dossier=cast.amina.dossier, writing=waiting, version=1, whole="third")
    assert send(client, form).status_code == 422
    assert Covering.objects.count() == 1


def test_without_the_mark_of_the_text_nothing_more_is_shown(cast, waiting):
    client = log_in(cast.samira)
    client.post(look(cast, waiting), {"d0": "montrer", "d20": "montrer", "d35": "montrer"})
    assert "Zoé" not in together(client, cast)


def test_own_words_are_kept_and_come_back_to_the_page(cast):
    told = make_writing(cast.samira, cast.amina, "Amina a bien dormi.")
    client = log_in(cast.karim)
    address = reverse("reading-say", args=[cast.amina.pk])
    form = fill(client, f"{address}?repond={told.pk}&accord=non", "reading-say", text="Non, mal.")
    response = send(client, form)
    said = Writing.objects.get(voice="person")
    assert response.url == f"{reverse('reading-together', args=[cast.amina.pk])}#e{said.pk}"
    assert (said.text, said.answers, said.heading.name) == ("Non, mal.", told, "Désaccord")
    assert "Non, mal." in together(client, cast)
    assert send(client, form).url == response.url
    assert Writing.objects.filter(voice="person").count() == 1


def test_what_waits_is_not_answered_nor_shown_beside_the_box(cast, waiting):
    client = log_in(cast.samira)
    address = reverse("reading-say", args=[cast.amina.pk])
    assert client.get(address, {"repond": waiting.pk}).status_code == 404
    refused = client.post(address, {"text": "Non.", "answers": waiting.pk})
    assert refused.status_code == 404


def test_reading_together_leaves_one_line_a_half_hour(cast):
    client = log_in(cast.bruno)
    for _ in range(3):
        together(client, cast)
    read = Entry.objects.filter(act=Entry.Act.READ_TOGETHER, notebook=cast.amina)
    assert [one.worker for one in read] == [cast.bruno]


def test_all_that_is_shown_may_be_looked_at_too(cast):
    make_writing(cast.samira, cast.amina, "Amina a bien dormi.")
    client, address = log_in(cast.samira), reverse("reading-waiting", args=[cast.amina.pk])
    assert "bien dormi" not in client.get(address).content.decode()
    assert "bien dormi" in client.get(address, {"tout": "1"}).content.decode()


def test_a_copy_too_heavy_for_paper_is_said_to_be(cast, monkeypatch):
    def heavy(document):
        raise NotSet

    monkeypatch.setitem(copy_views.KINDS, "pdf", ("application/pdf", heavy))
    client = log_in(cast.samira)
    response = client.get(reverse("person-copy-pdf", args=[cast.amina.pk]), follow=True)
    assert "trop lourde" in unescape(response.content.decode())
    assert not Entry.objects.filter(act=Entry.Act.COPIED).exists()
    made = client.get(reverse("person-copy-html", args=[cast.amina.pk]))
    assert made.headers["Content-Disposition"] == 'attachment; filename="copie.html"'
    assert Entry.objects.filter(act=Entry.Act.COPIED).count() == 1
