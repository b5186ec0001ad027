"""What the person just said is read at once; a keeper decides of several writings at once."""

from datetime import timedelta
from html import unescape

import pytest
from django.urls import reverse
from django.utils import timezone

from dossier.notebooks import actions
from dossier.notebooks.models import Writing
from dossier.reading.models import Covering
from tests.conftest import log_in, make_attachment, make_notebook, make_writing
from tests.web.reading import fill, form_to, send


def shown(client, cast) -> str:
    return unescape(client.get(reverse("reading-together", args=[cast.amina.pk])).content.decode())


def say(client, cast, text: str) -> Writing:
    send(
        client, fill(client, reverse("reading-say", args=[cast.amina.pk]), "reading-say", text=text)
    )
    return Writing.objects.get(text=text)


def listed(cast) -> str:
    return reverse("reading-waiting", args=[cast.amina.pk])


@pytest.mark.parametrize(
    "text",
    [
        "La vérité, elle me fait peur.",
        "Gardez ma place au chaud.",
        "Mon projet, puisqu’il en faut un : recouvrir les livres. Pas de date.",
        "Choisir les couleurs, et peindre le mur.",
    ],
)
def test_what_names_nobody_is_read_whoever_opens_the_page(cast, text):
    say(log_in(cast.samira), cast, text)
    assert text in shown(log_in(cast.bruno), cast)


@pytest.mark.parametrize(
    "text",
    [
        "J’ai fermé la porte, elle est froide.",
        "La vérité, elle me l’a dite.",
        "La nuit, elle me fait peur.",
        "Gardez Zoé loin de moi.",
        "La petite, elle me fait mal.",
        "Gomez est venu.",
    ],
)
def test_what_may_speak_of_somebody_waits_for_the_others(cast, text):
    say(log_in(cast.samira), cast, text)
    assert text not in shown(log_in(cast.bruno), cast)


def test_what_was_just_said_is_read_in_this_sitting_and_waits_another_day(cast, monkeypatch):
    client = log_in(cast.samira)
    text = "Je voudrais que la chaise soit là quand elle est libre."
    say(client, cast, text)
    page = shown(client, cast)
    assert text in page
    assert "vient d’être dit" in page
    assert text not in shown(log_in(cast.samira), cast)
    assert text in unescape(client.get(listed(cast)).content.decode())
    later = timezone.now() + timedelta(minutes=31)
    monkeypatch.setattr(timezone, "now", lambda: later)
    assert text not in shown(client, cast)


@pytest.mark.parametrize("text", ["Zoé m’a fait mal.", "Ma sœur me manque.", "La voisine crie."])
def test_what_was_just_said_and_names_somebody_waits(cast, text):
    client = log_in(cast.samira)
    say(client, cast, text)
    assert text not in shown(client, cast)


def test_what_was_just_said_is_of_one_person_and_of_one_version(cast):
    client = log_in(cast.samira)
    text = "Elle est froide."
    said = say(client, cast, text)
    assert text in shown(client, cast)
    actions.correct(
        by=cast.samira, writing=said, version=1,
        content=actions.content_of(said, text="Elle est très froide."),
    )  # fmt: skip
    assert "froide" not in shown(client, cast)


def test_what_was_just_said_is_answered_from_the_page(cast):
    client = log_in(cast.samira)
    said = say(client, cast, "Elle est froide.")
    address = reverse("reading-say", args=[cast.amina.pk])
    assert client.get(address, {"repond": said.pk}).status_code == 200
    assert log_in(cast.samira).get(address, {"repond": said.pk}).status_code == 404


@pytest.fixture
def several(cast) -> list[Writing]:
    """Return three that wait with nothing proposed covered, and one with something."""
    texts = (
        "Amina a vu le médecin.", "Amina a pris son cachet.", "Amina a eu un vaccin.",
        "Amina a bien dormi. Zoé est venue.",
    )  # fmt: skip
    return [make_writing(cast.samira, cast.amina, text) for text in texts]


def ticked(client, cast, *writings: Writing):
    """Open the list, and tick some as a browser does."""
    page = client.get(listed(cast))
    form = form_to(page, "reading-several")
    marks = [one for one in unescape(page.content.decode()).split('"') if "." in one]
    form.fields["voir"] = [
        one for one in marks if one.split(".")[0] in {str(writing.pk) for writing in writings}
    ]
    return form


def test_several_are_decided_at_once(cast, several):
    client = log_in(cast.samira)
    form = ticked(client, cast, *several[:2])
    assert len(form.fields["voir"]) == 2
    page = client.get(send(client, form).url).content.decode()
    assert "C’est enregistré" in unescape(page)
    assert set(Covering.objects.values_list("writing", flat=True)) == {x.pk for x in several[:2]}
    read = shown(client, cast)
    assert [one.text in read for one in several] == [True, True, False, False]


def test_what_is_wholly_proposed_covered_is_covered_at_once_and_nothing_of_it_is_read(cast):
    other = make_writing(cast.samira, cast.amina, "Zoé a crié. Elle a pleuré.")
    client = log_in(cast.samira)
    send(client, ticked(client, cast, other))
    (decided,) = Covering.objects.all()
    assert [reason for *_, reason in decided.spans] == ["third", "third"]
    page = shown(client, cast)
    assert ("Zoé" in page, "pleuré" in page, "passage couvert" in page) == (False, False, True)


def test_the_person_s_own_words_are_not_covered_among_others(cast):
    said = make_writing(cast.samira, cast.amina, "Elle crie.", voice="person")
    make_writing(cast.samira, cast.amina, "Zoé a crié.")
    assert ticked(log_in(cast.samira), cast, said).fields["voir"] == []


def test_what_is_covered_in_part_or_has_something_joined_has_no_box(cast, several):
    client = log_in(cast.samira)
    assert ticked(client, cast, several[3]).fields["voir"] == []
    form = ticked(client, cast, several[0])
    form.fields["voir"] = [
        form.fields["voir"][0].replace(str(several[0].pk), str(several[3].pk), 1)
    ]
    send(client, form)
    assert not Covering.objects.exists()
    make_attachment(cast.samira, several[1])
    assert ticked(client, cast, several[1]).fields["voir"] == []


def test_what_changed_meanwhile_is_refused_and_shown_again_the_rest_is_done(cast, several):
    client = log_in(cast.samira)
    form = ticked(client, cast, *several[:2])
    content = actions.content_of(several[0], text="Amina a vu le médecin, et pleuré.")
    actions.correct(by=cast.samira, writing=several[0], version=1, content=content)
    answer = send(client, form)
    page = unescape(client.get(answer.url).content.decode())
    assert "sauf pour ce qui a changé" in page
    assert "et pleuré" in page
    assert [one.writing for one in Covering.objects.all()] == [several[1]]
    assert send(client, form).url == answer.url
    assert Covering.objects.count() == 1


def test_nobody_else_decides(cast, several):
    form = ticked(log_in(cast.samira), cast, *several[:2])
    for who, status in (("bruno", 404), ("maud", 404)):
        assert send(log_in(getattr(cast, who)), form).status_code == status
    other = make_notebook(cast.samira, "Nour Diallo", cast.foyer)
    form.action = reverse("reading-several", args=[other.pk])
    make_writing(cast.samira, other, "Nour a vu le médecin.")
    send(log_in(cast.samira), form)
    assert not Covering.objects.exists()
