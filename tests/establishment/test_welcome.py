"""`manage.py welcome`: the first account of a real house."""

import io

import pytest
from django.core.management import CommandError, call_command

from dossier.establishment.models import Establishment, Team, Worker

PHRASE = "quatre mots et un chat"


@pytest.fixture
def _typed(monkeypatch, request):
    """Type the two passphrases of the test at the prompt."""
    typed = iter(getattr(request, "param", (PHRASE, PHRASE)))
    monkeypatch.setattr("getpass.getpass", lambda prompt: next(typed))


@pytest.mark.usefixtures("_typed")
def test_welcome_opens_the_house_and_its_first_account(db):
    output = io.StringIO()
    more = {"team": ["Foyer", "Nuit"], "house": "Ma maison", "function": "éducatrice"}
    call_command("welcome", "samira", "Samira Benali", **more, stdout=output)
    samira = Worker.objects.get(login="samira")
    assert samira.check_password(PHRASE)
    assert sorted(samira.groups.values_list("name", flat=True)) == ["Foyer", "Nuit"]
    assert (Establishment.objects.get().name, Team.objects.count()) == ("Ma maison", 2)
    assert "samira" in output.getvalue()


@pytest.mark.usefixtures("_typed")
@pytest.mark.parametrize(
    ("_typed", "said"),
    [
        (("court",), "12 signes"),
        (("motdepasse2026",), "devine trop vite"),
        ((PHRASE, PHRASE + "s"), "ne sont pas les mêmes"),
    ],
    indirect=["_typed"],
)
def test_welcome_refuses_in_french(db, said):
    with pytest.raises(CommandError, match=said):
        call_command("welcome", "samira", "Samira")
    assert not Worker.objects.exists()


@pytest.mark.usefixtures("_typed")
def test_welcome_refuses_a_name_already_taken(cast):
    with pytest.raises(CommandError, match="déjà pris"):
        call_command("welcome", "samira", "Une autre Samira")
    assert Worker.objects.get(login="samira").name == "Samira"
