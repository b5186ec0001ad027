"""Every page, read by a strict reader: nothing inline, nothing from elsewhere, no wasted query."""

import re
from collections.abc import Iterable
from datetime import timedelta
from html import unescape
from pathlib import Path
from urllib.parse import urldefrag

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from dossier.notebooks import actions
from dossier.notebooks.bricabrac import bricabrac
from dossier.notebooks.models import Notebook, Writing
from tests.conftest import Cast, log_in, make_attachment, make_notebook, make_writing
from tests.web.house import APART, furnish, patterns
from tests.web.reading import forms_of

# Addresses that answer to a GET with a page (200), another kind of answer, or a way elsewhere.
ONLY_SENT = {
    "attachment-join", "attachment-take-off", "bookmark-place", "draft-drop", "draft-keep",
    "fragment-put-back", "house-word-undo", "label-undo", "logout", "membership-drop",
    "membership-end",
    "agreement-mark", "step-drop", "step-mark", "writing-place", "writing-untie",
    "meeting-cancel", "meeting-note", "point-loosen", "point-move", "point-put-off",
    "point-withdraw", "telling-withdraw", "report-mark", "report-untell",
    "note-drop", "request-mark", "reply-mark", "writing-reread",
    "consent-take-out", "consent-mark", "consent-send", "disclosure-take-out", "disclosure-again",
    "disclosure-abandon", "house-mission-send",
    "house-text-retire", "contract-mark", "giving-mark", "trust-mark",
    "archive-shut", "archive-back", "law-binder", "reading-several",
    "leave-quickly", "lock-shut", "login-key", "rescue-read", "team-leave",
    "sharing-worker-withdraw", "sharing-team-withdraw", "urgent-seen",
}  # fmt: skip
LEADS_ELSEWHERE = {"cause-plead", "draft-resume", "lock", "login", "login-anew", "login-proof"}
# What a stranger may ask for: what it answers, or where it leads.
OPEN = dict.fromkeys(("login", "health", "login-first", "login-rescue", "blank"), 200)
OPEN |= dict.fromkeys(("login-key", "leave-quickly"), 405)
OPEN |= {"login-anew": "/connexion/secours/", "lock": "/"}
FILES = {
    "attachment-detail", "attachment-large", "attachment-small", "outline-text", "reading-file",
}  # fmt: skip
FILES |= {"note-take-away"}
DOCUMENTS = {"writing-document-pdf", "writing-document-odt", "writing-document-html"}
DOCUMENTS |= {
    f"meeting-{which}-{kind}" for which in ("agenda", "minutes") for kind in ("pdf", "odt", "html")
}
DOCUMENTS |= {"person-copy-html", "person-copy-pdf"}
DOCUMENTS |= {
    f"{of}-{kind}" for of in ("law-table", "council-year") for kind in ("pdf", "odt", "html")
}
DOCUMENTS |= {f"contract-document-{kind}" for kind in ("pdf", "odt", "html")}
DOCUMENTS |= {"house-text-document-pdf", "house-text-document-html"}
DOCUMENTS |= {f"journal-document-{kind}" for kind in ("pdf", "odt", "html")}
FILES |= {"house-text-file", "house-text-large"}
DOCUMENTS |= {"disclosure-letter", "disclosure-letter-odt"}
FILES |= {"disclosure-file", "disclosure-archive"}
DOCUMENTS |= {"consent-sheet", "slip-pdf", "slip-deposit", "house-certificate-pdf"}
DOCUMENTS |= {
    f"house-{which}-{kind}"
    for which in ("figures", "record", "record-easy")
    for kind in ("pdf", "odt", "html")
}
CALENDARS = {"calendar-month", "calendar-coming"}
NOT_HTML = (
    FILES
    | DOCUMENTS
    | CALENDARS
    | {"disclosure-progress", "house-figures-csv", "health", "mention-suggest", "heading-suggest"}
)
NAMES = sorted(one.name for one in patterns())
PAGES = [name for name in NAMES if name not in ONLY_SENT | LEADS_ELSEWHERE | NOT_HTML | APART]
# otpauth: reaches no host, it opens an application of this device.
FOREIGN = re.compile(
    r"""(?:src|href|action|srcset|content)=["'](?!otpauth:)(?:[a-z]+:)?//""", re.IGNORECASE
)
# A form is a block: inside a line of text, browsers and readers each mend the page their way.
FORM_IN_LINE = re.compile(r"<(p|span|b|em|a|label)\b[^>]*>(?:(?!</\1>|<\1\b).)*?<form\b", re.DOTALL)
ENGLISH = re.compile(
    r"\b(?:submit|log ?in|log ?out|this field|required|enter a valid|select a valid|ensure this"
    r"|please|none|true|false|search|delete|save|edit|not found|forbidden|server error|error"
    r"|today|yesterday|monday|sunday|january|december|unknown|username|password|choose|the)\b",
    re.IGNORECASE,
)
WRITES = re.compile(r"\s*(?:INSERT INTO|UPDATE|DELETE FROM|REPLACE|CREATE|DROP|ALTER)\s+\"?(\w+)")


def seen_words(body: str) -> str:
    """Return what a page says: its text, and the attributes that are read aloud or shown; not what
    a guide has one type on a machine.
    """
    told = re.findall(r'(?:placeholder|aria-label|title|alt)="([^"]*)"', body)
    shown = re.sub(r"<(script|style|code)\b.*?</\1>|<[^>]*>", " ", body, flags=re.DOTALL)
    return unescape(" ".join([shown, *told]))


def assert_well_made(response) -> None:
    """Check all that a page must be, whatever it shows."""
    body = response.content.decode()
    assert body.lstrip().startswith("<!doctype html>")
    assert '<html lang="fr">' in body
    assert re.findall(r"<script(?![^>]*\bsrc=)[^>]*>", body) == []
    assert re.findall(r"<style\b", body) == []
    assert re.findall(r"<[^>]*\s(style|on[a-z]+)\s*=", body) == []
    assert re.findall(r"\{\{|\{%|\}\}|%\}", body) == []
    assert FOREIGN.findall(body) == []
    assert re.findall(r"javascript:", body) == []
    assert FORM_IN_LINE.findall(body) == []
    assert ENGLISH.findall(seen_words(body)) == []
    ids = re.findall(r' id="([^"]*)"', body)
    assert ids == list(dict.fromkeys(ids))
    assert len(re.findall(r"<h1\b", body)) == 1
    assert_headers(response)


def assert_headers(response) -> None:
    """Check the headers that keep a page in the house."""
    kind = response.headers.get("Content-Type", "")
    assert not kind.startswith("text/") or "charset=utf-8" in kind
    policy = response.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy
    assert response.headers["Cache-Control"] == "no-store"
    assert response.headers["X-Frame-Options"] == "DENY"
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Referrer-Policy"] == "same-origin"
    assert response.headers["Cross-Origin-Resource-Policy"] == "same-origin"


@pytest.fixture
def house(cast) -> dict[str, str]:
    """Return the addresses of a furnished house, by name."""
    return furnish(cast)


@pytest.mark.parametrize("name", PAGES)
def test_every_page_is_well_made(cast, house, name):
    response = log_in(cast.samira).get(house[name])
    assert response.status_code == 200
    assert_well_made(response)


@pytest.mark.parametrize("name", sorted(APART))
def test_the_pages_of_who_keeps_the_machine_are_well_made_too(cast, house, name):
    response = log_in(cast.yann).get(house[name])
    assert response.status_code == 200
    assert_well_made(response)
    assert log_in(cast.samira).get(house[name]).status_code == 404


@pytest.mark.parametrize("name", sorted(set(NAMES) - set(PAGES) - APART))
def test_every_other_address_answers_and_keeps_its_headers(cast, house, name):
    response = log_in(cast.samira).get(house[name])
    assert response.status_code == (
        405 if name in ONLY_SENT else 302 if name in LEADS_ELSEWHERE else 200
    )
    assert_headers(response)


@pytest.mark.parametrize("name", NAMES)
def test_every_address_asks_to_log_in(house, name):
    response = Client().get(house[name])
    told = OPEN.get(name, "/connexion/")
    found = response.url.split("?")[0] if response.status_code == 302 else response.status_code
    assert found == told
    assert_headers(response)


def refusals(cast: Cast, house: dict[str, str], pages: Iterable[str] = PAGES):
    """Yield (what was done, the page that refuses it)."""
    client = log_in(cast.samira)
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(cast.samira)
    yield "login", Client().get("/connexion/")
    yield "wrong passphrase", Client().post("/connexion/", {"login": "samira", "passphrase": "x"})
    yield "empty log-in", Client().post("/connexion/", {})
    yield "session ended", Client().post("/ecrire/", {"text": "Un texte assez long pour être vu."})
    yield "refused", strict.post("/ecrire/", {"text": "Un texte assez long pour être vu."})
    yield "not found", client.get("/nulle-part/")
    yield "bad request", client.post("/ecrire/", {"text": "x" * 10_500_000})
    yield "search", client.get("/chercher/", {"q": "mot", "du": "x", "voix": "y", "cahier": "0"})
    yield "nothing found", client.get("/chercher/", {"q": "introuvable"})
    yield "filters", client.get(house["notebook-detail"], {"tri": "1", "voix": "person", "du": "x"})
    for name in pages:
        address = house[name]
        for form in forms_of(client.get(address)):
            if form.method == "post" and form.boxes:
                emptied = dict.fromkeys(form.boxes, "")
                yield f"{name} empty", client.post(form.action, form.fields | emptied)
                broken = emptied | {"occurred_on": "x", "occurred_time": "x", "from_on": "x"}
                broken |= {"count": "x", "teams": "x", "person": "x", "key": "x", "voice": "x"}
                yield f"{name} broken", client.post(form.action, form.fields | broken)


def test_every_refusal_is_well_made_and_in_french(cast, house):
    told = {}
    for name, response in refusals(cast, house):
        if response.status_code != 302:
            told[name] = response.status_code
            assert_well_made(response)
    assert len(told) >= 30
    assert set(told.values()) == {200, 400, 403, 404, 422}


def test_what_breaks_is_told_in_french_with_what_was_typed(cast, monkeypatch):
    def breaks(*args, **kwargs):
        raise RuntimeError

    monkeypatch.setattr(actions, "write", breaks)
    client = log_in(cast.samira)
    client.raise_request_exception = False
    text = "Un texte que personne ne retapera."
    response = client.post(reverse("writing-create", args=[cast.amina.pk]), {"text": text})
    assert response.status_code == 500
    assert text in response.content.decode()
    assert_well_made(response)


@pytest.mark.parametrize("name", NAMES)
def test_get_writes_nothing_but_its_journal_line_and_its_session(cast, house, name):
    client = log_in(cast.samira)
    with CaptureQueriesContext(connection) as queries:
        client.get(house[name])
    found = (WRITES.match(query["sql"]) for query in queries.captured_queries)
    assert {match[1] for match in found if match} <= {"dossier_entry", "django_session"}


def test_head_writes_nothing_either(cast, house):
    client = log_in(cast.samira)
    for name in NAMES:
        with CaptureQueriesContext(connection) as queries:
            client.head(house[name])
        found = (WRITES.match(query["sql"]) for query in queries.captured_queries)
        assert {match[1] for match in found if match} <= {"dossier_entry", "django_session"}, name


def _internal_links(body: str) -> set[str]:
    links = re.findall(r'<a\b[^>]*\bhref="([^"#][^"]*)"', body)
    return {urldefrag(unescape(link)).url for link in links if link.startswith("/")}


@pytest.mark.parametrize("who", ["samira", "karim", "bruno", "helene", "maud", "yann"])
def test_no_link_leads_nowhere(cast, house, who):
    """Walk from the first page as far as links go: none answers 404 to who sees it."""
    make_writing(cast.bruno, cast.etage, "La nuit, chez @Amina.")
    client = log_in(getattr(cast, who))
    waiting, answers = ["/"], {}
    while waiting:
        address = waiting.pop()
        response = client.get(address)
        answers[address] = response.status_code
        if response.status_code == 200 and response.headers["Content-Type"].startswith("text/html"):
            links = _internal_links(response.content.decode())
            waiting += sorted(link for link in links - answers.keys() - set(waiting))
    assert {address: status for address, status in answers.items() if status >= 400} == {}
    assert len(answers) > 5


# What a page costs.


def _fill_house(cast: Cast, count: int) -> None:
    heap = bricabrac(by=cast.samira, team=cast.foyer)
    for number in range(count):
        writing = make_writing(
            cast.samira,
            cast.amina,
            f"Le repas {number}, avec @Le premier étage.",
            heading=f"Rubrique {number % 5}",
            tags=("repas", f"tag {number}"),
            at=timezone.now() - timedelta(hours=count - number + 1),
        )
        make_writing(cast.karim, cast.amina, f"Réponse au repas {number}.", answers=writing)
        make_writing(cast.bruno, cast.etage, f"Le repas de @Amina, {number}.", tags=("nuit",))
        make_attachment(cast.samira, writing)
        make_attachment(cast.karim, make_writing(cast.karim, heap, f"Un menu de repas, {number}."))


@pytest.mark.parametrize("count", [1, 30])
@pytest.mark.parametrize(
    ("address", "queries"),
    [
        ("/cahiers/{}/", 18),
        ("/", 20),
        ("/cahiers/{}/partage/", 11),
        ("/transmission/", 15),
        ('/chercher/?q="repas"', 9),
        ("/bric-a-brac/", 14),
    ],
)
def test_a_page_costs_as_much_with_one_writing_as_with_thirty(
    cast, django_assert_num_queries, address, queries, count
):
    _fill_house(cast, count)
    client = log_in(cast.samira)
    address = address.format(cast.amina.pk)
    client.get(address)
    with django_assert_num_queries(queries):
        client.get(address)


@pytest.mark.parametrize("count", [1, 20])
@pytest.mark.parametrize(
    ("address", "queries"), [("/", 19), ("/cahiers/", 4), ("/transmission/", 14)]
)
def test_a_page_costs_no_more_with_twenty_notebooks_than_with_one(
    cast, django_assert_max_num_queries, address, queries, count
):
    for number in range(count):
        notebook = make_notebook(cast.samira, f"Personne {number}", cast.foyer)
        make_writing(cast.karim, notebook, f"Un mot, {number}.")
    client = log_in(cast.samira)
    client.get(address)
    with django_assert_max_num_queries(queries):
        client.get(address)


def test_a_page_shows_what_the_database_holds_and_not_what_it_once_showed(cast):
    """As after a backup is restored under a running house."""
    writing = make_writing(cast.samira, cast.amina, "Une première vie.")
    client = log_in(cast.samira)
    address = reverse("notebook-detail", args=[cast.amina.pk])
    assert "Une première vie." in client.get(address).content.decode()
    Writing.objects.filter(pk=writing.pk).update(text="Une seconde vie.")
    page = client.get(address).content.decode()
    assert ("Une seconde vie." in page, "Une première vie." in page) == (True, False)


def test_two_readers_of_one_writing_each_see_their_own_gestures(cast):
    writing = make_writing(cast.karim, cast.amina, "Un mot.")
    address = reverse("notebook-detail", args=[cast.amina.pk])
    correct, answer = f"/ecrits/{writing.pk}/corriger/", f"?repond={writing.pk}"
    found = {}
    for who in (cast.karim, cast.samira, cast.bruno, cast.karim):
        page = log_in(who).get(address).content.decode()
        found[who] = (correct in page, answer in page)
    assert found == {
        cast.karim: (True, True),
        cast.samira: (False, True),
        cast.bruno: (False, False),
    }


def test_a_page_says_the_new_name_of_a_notebook(cast):
    make_writing(cast.bruno, cast.etage, "Chez @Amina.")
    client = log_in(cast.samira)
    address = reverse("notebook-detail", args=[cast.amina.pk])
    assert "Le premier étage" in client.get(address).content.decode()
    Notebook.objects.filter(pk=cast.etage.pk).update(title="Le rez-de-chaussée")
    page = client.get(address).content.decode()
    assert ("Le rez-de-chaussée" in page, "Le premier étage" in page) == (True, False)


# What the house serves beside pages.

STATIC = Path(settings.BASE_DIR) / "dossier" / "static" / "dossier"


@pytest.mark.parametrize("path", sorted(STATIC.glob("*.*")), ids=lambda path: path.name)
def test_static_files_ask_nothing_of_another_host(path):
    if path.suffix in {".css", ".js", ".svg", ".webmanifest"}:
        text = re.sub(r'xmlns(:\w+)?="[^"]*"', "", path.read_text(encoding="utf-8"))
        assert re.findall(r"(?:https?:)?//[a-z0-9-]+\.[a-z]|@import|eval\(", text) == []


def test_no_page_calls_nor_counts(cast, house):
    """No badge and no count of workers: nothing on a page says how much anybody wrote."""
    client = log_in(cast.samira)
    for name in PAGES:
        words = seen_words(client.get(house[name]).content.decode())
        assert re.findall(r"\d+\s+(?:écrits?|nouveau(?:x|té)|non lus?|brouillons?)\b", words) == []


def test_the_first_page_of_who_never_came_and_has_no_notebook(cast):
    page = log_in(cast.noor).get("/").content.decode()
    assert '<button class="plume">Garder</button>' in page
    assert "Depuis une semaine" in page
    assert "dernière venue" not in page
    cast.samira.bookmark_at = timezone.now()
    cast.samira.save()
    page = log_in(cast.samira).get("/").content.decode()
    assert "Écrire dans le cahier</button>" in page
    assert "Depuis votre dernière venue" in page
