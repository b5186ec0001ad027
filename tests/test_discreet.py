"""The machine's log tells where something broke, and never what was being written."""

import io
import logging
import re

import pytest
from django.conf import settings
from django.db import DataError
from django.test import Client
from django.urls import reverse

from dossier.config.discreet import Discreet
from dossier.notebooks import actions
from tests.conftest import PASSPHRASE, log_in
from tests.web.reading import form_to

SPEAKS = re.compile(r"^\s*print\(|logging\.getLogger|sys\.(?:stdout|stderr)\b", re.MULTILINE)
# Programs apart, whose pipes are read by who started them.
APART = {"files/workshop.py", "documents/pictures.py", "arrivals/tables/old.py"}
# Commands, which answer whoever typed them.
CONSOLE = {"command.py", "management/progress.py", "management/keys.py"}
CONSOLE |= {f"management/commands/{name}.py" for name in ("serve", "takeout", "backup", "restore")}
CONSOLE |= {f"machine/{name}.py" for name in ("__main__", "commands", "keeping")}
SECRET = "Amina a dit qu’elle ne rentrerait pas."


@pytest.fixture
def told():
    """Return what the log says during a test, written as the settings ask."""
    handler = logging.StreamHandler(io.StringIO())
    handler.setFormatter(Discreet())
    root = logging.getLogger()
    root.addHandler(handler)
    yield handler.stream
    root.removeHandler(handler)


def test_the_settings_write_the_log_so_and_nowhere_else():
    assert settings.LOGGING["formatters"] == {
        "discreet": {"()": "dossier.config.discreet.Discreet"}
    }
    handlers = settings.LOGGING["handlers"].values()
    assert [one["formatter"] for one in handlers] == ["discreet"]
    assert settings.ADMINS == []  # Django would send them whole requests


@pytest.mark.parametrize("raised", [ValueError, DataError, KeyError, RuntimeError])
def test_a_page_that_breaks_tells_its_name_its_line_and_not_a_word_typed(
    cast, monkeypatch, told, raised
):
    def breaks(**asked):
        try:
            raise raised(asked["content"].text)
        except raised as error:
            raise RuntimeError(f"while keeping {asked['content'].text}") from error

    monkeypatch.setattr(actions, "write", breaks)
    client = log_in(cast.samira)
    client.raise_request_exception = False
    address = reverse("writing-create", args=[cast.amina.pk])
    assert client.post(address, {"text": SECRET}).status_code == 500
    said = told.getvalue()
    assert "500 POST writing-create" in said
    assert "test_discreet.py" in said
    assert raised.__name__ in said
    for secret in (SECRET, "Amina", str(client.cookies["dossier_session"].value), address):
        assert secret not in said


def test_a_log_in_that_breaks_tells_neither_name_nor_phrase(cast, monkeypatch, told):
    def breaks(self, given):
        raise ValueError(f"cannot hash {given}")

    monkeypatch.setattr(type(cast.samira), "check_password", breaks)
    client = Client(raise_request_exception=False)
    typed = {"login": "samira", "passphrase": PASSPHRASE}
    assert client.post("/connexion/", typed).status_code == 500
    assert "500 POST login" in told.getvalue()
    assert PASSPHRASE not in told.getvalue()
    assert "samira" not in told.getvalue()


def test_a_forged_form_is_told_without_what_it_holds(cast, told):
    client = Client(enforce_csrf_checks=True)
    client.force_login(cast.samira)
    address = reverse("writing-create", args=[cast.amina.pk])
    assert client.post(f"{address}?q=secret", {"text": SECRET}).status_code == 403
    assert "403 POST" in told.getvalue()
    for secret in (SECRET, "secret", address):
        assert secret not in told.getvalue()


def test_another_host_is_refused_and_told_without_its_name(db, told):
    assert Client().get("/connexion/", headers={"host": "ailleurs.example"}).status_code == 400
    assert "DisallowedHost" in told.getvalue()
    assert "ailleurs" not in told.getvalue()


def test_nobody_starts_a_line_of_the_log(told):
    logging.getLogger("gunicorn.error").warning("Un\n2026 ERROR %s /x?q=%s", "faux\r", SECRET)
    assert told.getvalue().count("\n") == 1
    assert SECRET not in told.getvalue()


def test_a_library_tells_its_line_alone(told):
    logging.getLogger("pypdf").warning("cannot read %s", SECRET)
    assert "pypdf test_discreet:" in told.getvalue()
    assert SECRET not in told.getvalue()


def test_pages_leave_nothing_in_the_log(cast, told):
    client = log_in(cast.samira)
    client.get("/chercher/", {"q": SECRET})
    client.get("/nulle-part/", {"q": SECRET})
    form = form_to(client.get(reverse("notebook-detail", args=[cast.amina.pk])), "writing-create")
    client.post(form.action, form.fields | {"text": SECRET})
    client.post("/connexion/", {"login": "samira", "passphrase": "fausse phrase"})
    assert told.getvalue() == ""


def test_no_source_prints_or_logs_what_it_holds():
    """A `print` or a logger in the application would go round the formatter."""
    root = settings.BASE_DIR / "dossier"
    found = {
        str(path.relative_to(root))
        for path in root.rglob("*.py")
        if SPEAKS.search(path.read_text())
    }
    assert found <= APART | CONSOLE
