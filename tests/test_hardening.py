"""What a house opened to others asks of browsers, and what the code never does."""

import ast
import json
import os
import re
import subprocess
import sys
import uuid
from datetime import timedelta
from time import time as now

import pytest
from django.conf import settings as real
from django.contrib.sessions.models import Session
from django.core import signing
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.test.client import FakePayload
from django.utils import timezone

from dossier.journal.models import Entry
from dossier.notebooks import actions
from dossier.notebooks.models import Draft, Notebook, Tag, Writing
from dossier.web import rescue
from dossier.web.middleware import HEADERS
from tests.conftest import PASSPHRASE, log_in, make_writing
from tests.notebooks.test_access import without_tokens

ROOT = real.BASE_DIR
TEMPLATES = sorted((ROOT / "dossier" / "templates").rglob("*.html"))
SCRIPTS = sorted((ROOT / "dossier" / "static").rglob("*.js"))
SOURCES = sorted(path for folder in ("config", "dossier") for path in (ROOT / folder).rglob("*.py"))
# One page taken away in a file, where styles have no other place to be.
ALONE = "documents/document.html"
INLINE = re.compile(
    r"<script(?![^>]*\bsrc=)|<style\b|<[^>]*\s(?:style|on[a-z]+)\s*=\s*[\"']|javascript:|srcdoc=",
    re.IGNORECASE,
)
SINKS = re.compile(
    r"\b(?:innerHTML|outerHTML|insertAdjacentHTML|document\.write|parseFromString|eval|Function"
    r"|createContextualFragment|setHTMLUnsafe|srcdoc|importScripts|localStorage|sessionStorage"
    r"|indexedDB|caches|serviceWorker|postMessage\(.*\*|document\.cookie)\b"
)
# Modules that run what they are given, or that call other machines.
NEVER = {
    *("pickle", "shelve", "marshal", "dill", "yaml", "telnetlib", "ftplib", "smtplib", "poplib"),
    *("requests", "httpx", "aiohttp", "http.client", "urllib.request", "xmlrpc", "random"),
}
RUNS = {"eval", "exec", "compile", "Template", "os.system", "hashlib.md5", "hashlib.sha1"}
ASKED = """
import json
from django.conf import settings
names = ["SESSION_COOKIE_NAME", "CSRF_COOKIE_NAME", "SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE",
    "SESSION_COOKIE_HTTPONLY", "CSRF_COOKIE_HTTPONLY", "SESSION_COOKIE_SAMESITE",
    "CSRF_COOKIE_SAMESITE", "SESSION_COOKIE_PATH", "SESSION_COOKIE_DOMAIN", "CSRF_COOKIE_DOMAIN",
    "SECURE_SSL_REDIRECT", "SECURE_HSTS_SECONDS", "SECURE_HSTS_INCLUDE_SUBDOMAINS", "DEBUG",
    "ALLOWED_HOSTS", "SESSION_COOKIE_AGE", "SESSION_SAVE_EVERY_REQUEST"]
print(json.dumps({name: getattr(settings, name) for name in names}))
"""


def run(home, *command: str, **environment: str) -> subprocess.CompletedProcess:
    """Run Python in an instance of its own."""
    settled = {"DOSSIER_HOME": str(home), "DJANGO_SETTINGS_MODULE": "dossier.config.settings"}
    return subprocess.run(  # noqa: S603 - our own words
        [sys.executable, *command],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"]} | settled | environment,
        capture_output=True,
        text=True,
        check=False,
    )


def settled(home, **environment: str) -> dict:
    """Return the settings of an instance of its own."""
    return json.loads(run(home, "-c", ASKED, **environment).stdout)


def test_an_open_house_asks_all_of_browsers(tmp_path):
    found = settled(tmp_path, DOSSIER_HOSTS="dossier.example.org", DOSSIER_DEBUG="1")
    assert found["DEBUG"] is False
    assert found["SESSION_COOKIE_NAME"] == "__Host-dossier_session"
    assert found["CSRF_COOKIE_NAME"] == "__Host-dossier_jeton"
    assert found["SESSION_COOKIE_SECURE"] is found["CSRF_COOKIE_SECURE"] is True
    assert (found["SESSION_COOKIE_DOMAIN"], found["CSRF_COOKIE_DOMAIN"]) == (None, None)
    assert found["SESSION_COOKIE_PATH"] == "/"  # what __Host- asks, with the two above
    assert found["SECURE_SSL_REDIRECT"] is found["SECURE_HSTS_INCLUDE_SUBDOMAINS"] is True
    assert found["SECURE_HSTS_SECONDS"] >= 31_536_000
    assert "*" not in found["ALLOWED_HOSTS"]


def test_an_open_house_speaks_https_only_and_says_so_each_time(cast, settings):
    settings.SECURE_SSL_REDIRECT, settings.SECURE_HSTS_SECONDS = True, 31_536_000
    settings.SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    plain = Client().get("/connexion/")
    assert (plain.status_code, plain.url) == (301, "https://testserver/connexion/")
    assert set(HEADERS) <= set(plain.headers)
    client = Client(raise_request_exception=False)
    answers = [client.get(one, secure=True) for one in ("/connexion/", "/", "/nulle-part/")]
    answers.append(client.get("/static/dossier/dossier.js", secure=True))
    answers.append(client.get("/connexion/", secure=True, headers={"host": "ailleurs.example"}))
    answers.append(client.put("/connexion/", secure=True))
    assert [one.status_code for one in answers] == [200, 302, 404, 200, 400, 405]
    for answer in answers:
        told = answer.headers["Strict-Transport-Security"]
        assert told.startswith("max-age=31536000; includeSubDomains")
        assert set(HEADERS) <= set(answer.headers)
        answer.close()


def test_what_a_library_forbids_is_as_if_it_were_not_there(cast, monkeypatch):
    def forbids(*asked, **named):
        raise PermissionDenied(PASSPHRASE)

    client = log_in(cast.samira)
    missing = client.get("/nulle-part/")
    monkeypatch.setattr(Notebook.objects, "writable_by", forbids)
    answer = client.get(f"/cahiers/{cast.amina.pk}/ecrire/")
    assert (answer.status_code, PASSPHRASE in answer.content.decode()) == (404, False)
    assert without_tokens(answer.content) == without_tokens(missing.content)


def test_a_house_for_this_machine_alone_works_without_https(tmp_path):
    found = settled(tmp_path)
    assert found["SESSION_COOKIE_NAME"] == "dossier_session"
    assert found["SESSION_COOKIE_SECURE"] is found["SECURE_SSL_REDIRECT"] is False
    assert found["ALLOWED_HOSTS"] == ["localhost", "127.0.0.1", "[::1]"]


@pytest.mark.parametrize("hosts", ["", "dossier.example.org"])
def test_django_has_nothing_to_say_against_either(tmp_path, hosts):
    command = ("manage.py", "check", "--deploy", "--fail-level", "WARNING")
    done = run(tmp_path, *command, **({"DOSSIER_HOSTS": hosts} if hosts else {}))
    assert (done.returncode, "no issues" in done.stdout + done.stderr) == (0, True)


def test_a_session_ends_twelve_hours_after_its_log_in_whatever_is_kept_in_it(cast):
    client = Client()
    client.post("/connexion/", {"login": "samira", "passphrase": PASSPHRASE})
    (begun,) = Session.objects.all()
    assert timedelta(hours=11) < begun.expire_date - timezone.now() <= timedelta(hours=12)
    session = client.session
    session["kept"] = "later"
    session.save()
    assert Session.objects.get().expire_date == begun.expire_date
    Session.objects.update(expire_date=timezone.now())
    assert client.get("/").status_code == 302


def test_cookies_are_out_of_reach_of_scripts_and_of_other_sites(cast):
    client = Client()
    client.get("/connexion/")
    client.post("/connexion/", {"login": "samira", "passphrase": PASSPHRASE})
    assert set(client.cookies) >= {"dossier_session", "dossier_jeton"}
    for cookie in client.cookies.values():
        assert (cookie["httponly"], cookie["samesite"]) == (True, "Lax")
        assert (cookie["path"], cookie["domain"]) == ("/", "")
    assert len(client.cookies["dossier_session"].value) >= 32


def test_each_log_in_draws_a_new_session_and_the_former_is_nothing(cast):
    client, keys = Client(), []
    for _ in range(2):
        client.get("/connexion/")
        client.post("/connexion/", {"login": "samira", "passphrase": PASSPHRASE})
        keys.append(client.cookies["dossier_session"].value)
        client.post("/au-revoir/")
    assert len(set(keys)) == 2
    for key in keys:
        client.cookies["dossier_session"] = key
        assert client.get("/").status_code == 302


def test_the_browser_forgets_when_a_session_goes_and_not_before(cast):
    client = log_in(cast.samira)
    key = client.cookies["dossier_session"].value
    assert "Clear-Site-Data" not in client.get("/").headers
    gone = client.post("/au-revoir/")
    assert gone.headers["Clear-Site-Data"] == '"cache", "storage"'
    client.cookies["dossier_session"] = key
    again = client.get("/")
    assert (again.status_code, again.url.split("?")[0]) == (302, "/connexion/")
    assert again.headers["Clear-Site-Data"] == '"cache", "storage"'
    assert "Clear-Site-Data" not in Client().get("/connexion/").headers


def test_no_answer_is_for_another_site(cast):
    answer = log_in(cast.samira).get("/", headers={"origin": "https://ailleurs.example"})
    assert [name for name in answer.headers if name.startswith("Access-Control")] == []
    policy = HEADERS["Content-Security-Policy"].split("; ")
    assert {"object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"} <= set(policy)
    assert {"require-trusted-types-for 'script'", "trusted-types 'none'"} <= set(policy)
    assert not re.search(r"unsafe|https?:|\*|data:|blob:", HEADERS["Content-Security-Policy"])


@pytest.mark.parametrize("method", ["put", "patch", "delete", "options", "trace"])
def test_no_other_method_is_known(cast, method):
    answer = getattr(log_in(cast.samira), method)("/")
    assert (answer.status_code, answer.headers["Allow"]) == (405, "GET, HEAD, POST")


def test_what_is_signed_for_one_thing_is_nothing_elsewhere(cast):
    with pytest.raises(signing.BadSignature):
        signing.loads(signing.dumps(cast.samira.pk), salt="plume")
    salts = [
        one
        for path in SOURCES
        for one in re.findall(r'(?:SALT|salt) ?= ?"([^"]+)"', path.read_text())
    ]
    assert len(salts) == len(set(salts)) >= 1


def test_passphrases_are_hidden_and_kept_by_browsers(cast):
    page = Client().get("/connexion/").content.decode()
    (box,) = re.findall(r'<input[^>]*name="passphrase"[^>]*>', page)
    assert 'type="password"' in box
    assert 'autocomplete="current-password"' in box
    assert not re.search(r"onpaste|maxlength=.[0-9]{1,2}.", box)


@pytest.mark.parametrize("typed", [PASSPHRASE.upper(), f"{PASSPHRASE} ", PASSPHRASE[:-1], ""])
def test_a_passphrase_is_compared_as_it_is_typed(cast, typed):
    assert Client().post("/connexion/", {"login": "samira", "passphrase": typed}).status_code == 200
    told = {"login": " SAMIRA ", "passphrase": PASSPHRASE}
    assert Client().post("/connexion/", told).status_code == 302


def test_a_pen_writes_for_thirty_days(cast, monkeypatch):
    for days, kept in ((29, 1), (31, 0)):
        monkeypatch.setattr(signing.time, "time", lambda at=days: now() - at * 86_400)
        pen = rescue.pen(cast.samira)
        monkeypatch.undo()
        Draft.objects.all().delete()
        Client().post("/ecrire/", {"plume": pen, "key": str(uuid.uuid4()), "text": "Un mot."})
        assert Draft.objects.of(cast.samira).count() == kept


def test_a_pen_ends_with_the_passphrase_it_was_made_under(cast):
    pens = [rescue.pen(cast.samira), signing.dumps(cast.samira.pk, salt="plume")]
    cast.samira.set_password("sept lampes sous la pluie")
    cast.samira.save()
    for pen in pens:
        told = {"plume": pen, "key": str(uuid.uuid4()), "text": "Un mot."}
        page = Client().post("/ecrire/", told)
        assert "Un mot." in page.content.decode()  # to copy: nothing is lost
        aside = {"headers": {"X-Suite": "1"}}
        answer = Client().post("/brouillons/garder/", told, **aside)
        assert (answer.status_code, "Copiez" in answer.json()["kept"]) == (403, True)
    assert Draft.objects.count() == 0


def test_a_form_cut_short_is_refused_and_breaks_nothing(cast, monkeypatch):
    def cut(self, *asked):
        raise OSError

    monkeypatch.setattr(FakePayload, "read", cut)
    strict = Client(enforce_csrf_checks=True)
    assert strict.post("/connexion/", {"login": "samira"}).status_code == 403


def test_an_act_that_breaks_at_its_end_has_written_nothing(cast, monkeypatch):
    def breaks(**asked):
        raise RuntimeError

    tables = (Writing, Writing.history.model, Tag, Entry)
    before = [model.objects.count() for model in tables]
    monkeypatch.setattr(actions, "record", breaks)
    with pytest.raises(RuntimeError):
        make_writing(cast.samira, cast.amina, "Un mot.", tags=("nuit",))
    assert [model.objects.count() for model in tables] == before


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_no_template_has_anything_inline(path):
    if str(path.relative_to(ROOT / "dossier" / "templates")) != ALONE:
        assert INLINE.findall(path.read_text()) == []


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_no_script_makes_a_page_of_a_text_nor_keeps_one(path):
    code = re.sub(r"//.*", "", path.read_text())
    assert SINKS.findall(code) == []


def test_no_source_runs_what_it_is_given_nor_calls_another_machine():
    found = set()
    for path in (one for one in SOURCES if "demo" not in one.parts):  # its house is invented
        for node in ast.walk(ast.parse(path.read_text())):
            names = [one.name for one in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            found |= {(path.name, name) for name in names if name in NEVER}
            if isinstance(node, ast.Call):
                called = ast.unparse(node.func)
                built = called in {
                    "eval",
                    "exec",
                    "compile",
                    "Template",
                    "os.system",
                    "hashlib.md5",
                }
                shell = any(one.arg == "shell" for one in node.keywords)
                if built or shell or called == "hashlib.sha1":
                    found.add((path.name, called))
    # An update asks each house of this machine, at the loopback, whether it is open again.
    assert found == {("upgrading.py", "http.client")}
