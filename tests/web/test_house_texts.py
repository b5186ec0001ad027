"""The texts of the house: read by everybody, published by who speaks for it, never changed."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from dossier.notebooks.models import Attachment
from dossier.rights import texts
from dossier.rights.givings import note_giving
from dossier.rights.models import Edition, HouseText
from tests.conftest import Cast, log_in, make_attachment, make_worker
from tests.web.reading import fill, send

TODAY = timezone.localdate


@pytest.fixture
def booklet(cast) -> HouseText:
    """Return a booklet with two editions."""
    house_text = texts.open_text(by=cast.samira, sort="welcome", title="Bienvenue")
    for text in ("Le repas est à midi.", "Le repas est à treize heures."):
        texts.publish(by=cast.samira, house_text=house_text, text=text, easy="On mange.")
    return house_text


def pages_of(house_text: HouseText) -> dict[str, str]:
    """Return the addresses of a text and of its last edition, by name."""
    edition = house_text.editions.first()
    of_text = ("detail", "publish", "retire", "holders")
    of_edition = ("edition", "compare", "document-pdf", "document-html")
    found = {one: reverse(f"house-text-{one}", args=[house_text.pk]) for one in of_text}
    found |= {one: reverse(f"house-text-{one}", args=[edition.pk]) for one in of_edition}
    return found | {one: reverse(f"house-text-{one}") for one in ("list", "open")}


READ = {"list", "detail", "holders", "edition", "compare", "document-pdf", "document-html"}


@pytest.mark.parametrize("who", ["samira", "bruno", "maud", "yann"])
def test_everybody_who_speaks_for_the_house_reads_and_publishes(cast, booklet, who):
    client = log_in(getattr(cast, who))
    found = {name: client.get(one).status_code for name, one in pages_of(booklet).items()}
    expected = {name: 405 if name == "retire" else 200 for name in found}
    if who == "yann":  # who was given what is for who accompanies
        expected["holders"] = 404
    assert found == expected


def test_who_is_in_no_team_reads_and_publishes_nothing(cast, booklet):
    client = log_in(make_worker("seule"))
    found = {name: client.get(one).status_code for name, one in pages_of(booklet).items()}
    assert found == {
        name: 200 if name in READ else 405 if name == "retire" else 404 for name in found
    }
    for name in ("open", "publish", "retire"):
        answer = client.post(pages_of(booklet)[name], {"title": "x", "text": "x"})
        assert answer.status_code == 404
    assert (HouseText.objects.count(), Edition.objects.count()) == (1, 2)
    assert not HouseText.objects.get().is_retired


def test_who_is_not_logged_in_reads_nothing(cast, booklet):
    client = Client()
    assert {client.get(one).status_code for one in pages_of(booklet).values()} == {302}


def test_a_text_is_opened_then_published_from_the_browser(cast):
    client = log_in(cast.karim)
    answer = send(client, fill(client, "/textes/nouveau/", "house-text-open", sort="rules"))
    house_text = HouseText.objects.get()
    assert (house_text.title, answer.url) == (
        "Règlement de fonctionnement",
        reverse("house-text-publish", args=[house_text.pk]),
    )
    form = fill(client, answer.url, "house-text-publish", text="Chacun a sa clé.", opinion="Oui.")
    assert send(client, form).url == send(client, form).url
    edition = Edition.objects.get()
    assert (edition.number, edition.in_force_on, edition.opinion) == (1, TODAY(), "Oui.")
    again = fill(client, reverse("house-text-publish", args=[house_text.pk]), "house-text-publish")
    assert again.fields["text"] == "Chacun a sa clé."


def test_the_edition_in_force_is_the_last_that_came(cast, booklet):
    later = TODAY() + timedelta(days=10)
    texts.publish(by=cast.samira, house_text=booklet, text="On dîne.", in_force_on=later)
    (current,) = texts.in_force(TODAY())
    assert current.number == 2
    (then,) = texts.in_force(later)
    assert then.number == 3
    page = log_in(cast.maud).get(reverse("house-text-list")).content.decode()
    assert "Édition 2, en vigueur depuis" in page
    texts.retire(by=cast.samira, house_text=booklet, is_retired=True)
    assert texts.in_force(TODAY()) == []


def test_two_editions_are_compared(cast, booklet):
    edition = booklet.editions.first()
    page = log_in(cast.maud).get(reverse("house-text-compare", args=[edition.pk])).content.decode()
    assert "midi" in page.partition("<del>")[2].partition("</del>")[0]
    assert "treize heures" in page.partition("<ins>")[2].partition("</ins>")[0]


def test_an_edition_of_another_text_is_not_compared(cast, booklet):
    other = texts.open_text(by=cast.samira, sort="other", title="Autre")
    alone = texts.publish(by=cast.samira, house_text=other, text="Un secret de cuisine.")
    first, last = booklet.editions.last(), booklet.editions.first()
    client = log_in(cast.maud)
    page = client.get(reverse("house-text-compare", args=[last.pk]), {"avec": alone.pk})
    assert "secret de cuisine" not in page.content.decode()
    assert page.context["old"].pk == first.pk
    assert "chosen" not in client.get(reverse("house-text-compare", args=[alone.pk])).context


def test_the_file_of_an_edition_is_kept_and_served_as_hard_as_any(cast, booklet):
    held = make_attachment(
        cast.samira, kind="other", name="livret.html", data=b"<script>1</script>"
    )
    edition = texts.publish(by=cast.samira, house_text=booklet, key=held.key)
    assert (edition.name, edition.blob_id) == ("livret.html", held.blob_id)
    assert not Attachment.objects.exists()
    answer = log_in(cast.maud).get(reverse("house-text-file", args=[edition.pk]))
    assert answer.headers["Content-Type"] == "application/octet-stream"
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert "sandbox" in answer.headers["Content-Security-Policy"]
    old = booklet.editions.last()
    assert log_in(cast.maud).get(reverse("house-text-file", args=[old.pk])).status_code == 404


def test_an_edition_keeps_one_file(cast, booklet):
    held = make_attachment(cast.samira, name="un.png")
    make_attachment(cast.samira, name="deux.png", data=b"2", key=held.key)
    with pytest.raises(texts.ManyFiles):
        texts.publish(by=cast.samira, house_text=booklet, key=held.key)
    address = reverse("house-text-publish", args=[booklet.pk])
    answer = log_in(cast.samira).post(address, {"key": str(held.key), "text": "x"})
    assert answer.status_code == 422
    assert "un seul fichier" in answer.content.decode()
    assert Attachment.objects.count() == 2


def test_nothing_is_no_edition_and_a_stranger_publishes_none(cast, booklet):
    with pytest.raises(ValueError, match="says something"):
        texts.publish(by=cast.samira, house_text=booklet, text=" ")
    with pytest.raises(texts.MayNotSpeak):
        texts.publish(by=make_worker("seule"), house_text=booklet, text="x")
    with pytest.raises(texts.MayNotSpeak):
        texts.retire(by=make_worker("seul"), house_text=booklet, is_retired=True)
    for sort, title in (("poem", "x"), ("other", " ")):
        with pytest.raises(ValueError, match="a sort and a title"):
            texts.open_text(by=cast.samira, sort=sort, title=title)


@pytest.mark.parametrize("count", [1, 30])
def test_the_texts_cost_as_much_with_one_edition_as_with_thirty(
    cast: Cast, django_assert_num_queries, count
):
    for number in range(count):
        one = texts.open_text(by=cast.samira, sort="other", title=f"Texte {number}")
        texts.publish(by=cast.samira, house_text=one, text="x")
        last = texts.publish(by=cast.samira, house_text=HouseText.objects.first(), text="y")
    client = log_in(cast.samira)
    for name, args, queries in (
        ("house-text-list", [], 6),
        ("house-text-detail", [HouseText.objects.first().pk], 8),
        ("house-text-edition", [last.pk], 5),
    ):
        address = reverse(name, args=args)
        client.get(address)
        with django_assert_num_queries(queries):
            client.get(address)


def test_after_publishing_one_sees_who_holds_which_edition(cast):
    house_text = texts.open_text(by=cast.samira, sort="rules", title="Vivre ensemble")
    first = texts.publish(by=cast.samira, house_text=house_text, text="## Le soir\n\nMinuit.")
    note_giving(by=cast.samira, dossier=cast.amina.dossier, edition=first)
    client = log_in(cast.samira)
    where = reverse("house-text-publish", args=[house_text.pk])
    form = fill(client, where, "house-text-publish", text="## Le matin\n\nMidi.")
    answer = client.post(form.action, form.fields, follow=True)
    page, last = answer.content.decode(), house_text.editions.first()
    assert answer.redirect_chain[-1][0] == f"/textes/{house_text.pk}/qui/"
    assert "À qui la remettre" in page
    assert "Édition 1 : remis, le" in page
    assert f"/cahiers/{cast.amina.pk}/remises/nouvelle/?edition={last.pk}" in page
    assert "Didier" not in page
    opinion = "L’avis du conseil de la vie sociale sur cette édition n’est pas noté (CASF L311-7)."
    pages = [page] + [
        client.get(reverse(f"house-text-{name}", args=[pk])).content.decode()
        for name, pk in (("detail", house_text.pk), ("edition", last.pk))
    ]
    assert all(opinion in one for one in pages)
    assert all(f"/textes/{house_text.pk}/qui/" in one for one in pages[1:])
    read = log_in(cast.bruno).get(f"/textes/{house_text.pk}/qui/").content.decode()
    assert ("Amina" in read, "?edition=" in read) == (True, False)
    note_giving(by=cast.samira, dossier=cast.amina.dossier, edition=last, answer="refused")
    page = client.get(f"/textes/{house_text.pk}/qui/").content.decode()
    assert f"/cahiers/{cast.amina.pk}/remises/nouvelle/" not in page
    assert "Édition 2 : refusé, le" in page
    compared = client.get(reverse("house-text-compare", args=[last.pk])).content.decode()
    assert ("Le matin" in compared or "matin" in compared, "##" in compared) == (True, False)
    texts.publish(by=cast.samira, house_text=house_text, text="Neuf.", opinion="Oui.")
    assert "n’est pas noté" not in client.get(f"/textes/{house_text.pk}/qui/").content.decode()


def test_a_text_that_is_handed_to_nobody_leads_to_its_edition(cast):
    house_text = texts.open_text(by=cast.samira, sort="establishment", title="Le projet")
    client = log_in(cast.samira)
    where = reverse("house-text-publish", args=[house_text.pk])
    form = fill(client, where, "house-text-publish", text="Ce que l’on veut.")
    answer = client.post(form.action, form.fields, follow=True)
    page, last = answer.content.decode(), house_text.editions.first()
    assert answer.redirect_chain[-1][0] == reverse("house-text-edition", args=[last.pk])
    assert "n’est pas noté (CASF L311-8)." in page
    assert f"/textes/{house_text.pk}/qui/" not in page
