"""What is done by a shorter way than Django's says the same words, and leads to the same places."""

import pytest
from django import forms
from django.forms.renderers import DjangoTemplates
from django.template import Context, Template, TemplateSyntaxError
from django.test.html import parse_html
from django.urls import NoReverseMatch, reverse, set_script_prefix
from django.utils import timezone

from bench import floor
from dossier.establishment.models import Establishment
from dossier.notebooks import rules
from dossier.web.converters import place
from dossier.web.renderer import Renderer
from tests.conftest import log_in, make_notebook, make_writing

HOSTILE = "\"><script>alert('é')</script>&amp;"


@pytest.mark.parametrize("chosen", ["", "2", HOSTILE])
def test_a_list_of_choices_is_shown_as_django_shows_it(chosen):
    choices = [
        ("", "tous"), (2, f"deux {HOSTILE}"), (HOSTILE, "trois"), (f"g {HOSTILE}", [(4, "quatre")])
    ]  # fmt: skip

    class Form(forms.Form):
        box = forms.ChoiceField(
            choices=choices,
            widget=forms.Select(attrs={"title": HOSTILE, "autofocus": True, "disabled": False}),
        )

    ours, django = (
        str(Form({"box": chosen}, renderer=renderer)["box"])
        for renderer in (Renderer(), DjangoTemplates())
    )
    assert parse_html(ours) == parse_html(django)
    assert "<script" not in ours
    assert ours.count(" selected") == 1


def test_an_address_in_a_template_is_the_one_of_the_row_it_names():
    one = Template("{% url 'writing-detail' pk %}|{% url 'home' as here %}{{ here }}")
    found = [one.render(Context({"pk": pk})) for pk in (3, 4, 3)]
    assert found == [f"{reverse('writing-detail', args=[pk])}|/" for pk in (3, 4, 3)]


def test_an_address_in_a_template_follows_where_the_house_is_mounted():
    one = Template("{% url 'notebook-list' %}")
    assert one.render(Context()) == "/cahiers/"
    set_script_prefix("/dossier/")
    try:
        assert one.render(Context()) == "/dossier/cahiers/"
    finally:
        set_script_prefix("/")


def test_an_address_that_does_not_exist_breaks_the_page_rather_than_leading_elsewhere():
    with pytest.raises(NoReverseMatch):
        Template("{% url 'writing-detail' pk %}").render(Context({"pk": ""}))
    with pytest.raises(TemplateSyntaxError):
        Template("{% url 'writing-detail' pk=3 %}")


LAST = rules.MAX_POSITION


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("0", 0),
        ("1927902156761862731", 1927902156761862731),
        ("-1927902156761862731", -1927902156761862731),
        (str(LAST), LAST),
        (str(-LAST), -LAST),
        (str(LAST + 1), None),
        (str(-LAST - 1), None),
        ("9" * 20, None),
        ("", None),
        ("-", None),
        ("12a", None),
        (" 12", None),
        ("١٢", None),
    ],
)
def test_a_place_in_time_is_what_both_databases_hold_and_nothing_else(text, expected):
    assert place(text) == expected


@pytest.mark.parametrize("address", ["/cahiers/{}/", "/bric-a-brac/"])
def test_the_next_page_goes_on_where_the_page_ended(cast, address):
    notebook = cast.amina
    if address == "/bric-a-brac/":
        notebook = make_notebook(cast.samira, "Un tas", cast.foyer)
        notebook.kind = notebook.Kind.BRICABRAC
        notebook.save()
    for number in range(35):
        make_writing(cast.karim, notebook, f"Mot n°{number:02}.")
    client, address = log_in(cast.samira), address.format(notebook.pk)
    first = client.get(address)
    rest = client.get(address, {"avant": first.context["page"].before}).content.decode()
    shown = first.content.decode()
    words = [f"Mot n°{number:02}." for number in range(35)]
    assert [word for word in words if word in shown] == words[5:]
    assert [word for word in words if word in rest] == words[:5]


def test_the_house_is_told_as_it_is_now(cast):
    client = log_in(cast.samira)
    Establishment.objects.all().delete()
    assert "— Maison</title>" in client.get("/cahiers/").content.decode()
    house = Establishment.objects.create(name="Le Lavoir", address="3, rue du Pré")
    assert "— Le Lavoir</title>" in client.get("/cahiers/").content.decode()
    Establishment.objects.update(name="La Source")
    assert "— La Source</title>" in client.get("/cahiers/").content.decode()
    told = Establishment.here()
    assert (told, told.address) == (house, "3, rue du Pré")


def test_the_right_to_write_is_asked_at_each_page(cast):
    client, address = log_in(cast.samira), reverse("notebook-detail", args=[cast.amina.pk])
    make_writing(cast.karim, cast.amina, "Un mot.")
    found = ["?repond=" in client.get(address).content.decode()]
    cast.amina.team_grants.update(until=timezone.now())
    cast.amina.worker_grants.update(until=timezone.now())
    found.append(client.get(address).status_code)
    assert found == [True, 404]


@pytest.mark.parametrize("address", ["/cahiers/{}/", "/", "/chercher/?q=mot"])
def test_the_floor_asks_all_that_the_page_asks(cast, django_assert_num_queries, rf, address):
    """Behind the middleware, which asks for the session and the worker itself."""
    make_writing(cast.karim, cast.amina, "Un mot.")
    client, address = log_in(cast.samira), address.format(cast.amina.pk)
    client.get(address)
    with floor.recording():
        floor.answer = client.get(address).content
    request = rf.get("/page/")
    with django_assert_num_queries(len(floor.asked)):
        assert floor.page(request).content == floor.answer
    request.user = cast.samira
    with django_assert_num_queries(len(floor.asked) - 2):
        floor.page(request)
    assert "django_session" in floor.asked[0][0]
    assert "dossier_worker" in floor.asked[1][0]
