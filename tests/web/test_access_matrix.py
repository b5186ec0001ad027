"""Every address of the site, asked by every kind of account.

Kinds: `none` (nobody; an evaluator too, who has no account), `left` (who worked here, with the
team and the grants that somebody forgot to take away), `administrator` (keeps the machine, with
grants written straight into the tables), `other` (another team), `direction` (in no team). Who
keeps and who reads have their columns in tests/notebooks/test_access.py.
"""

import pytest
from django.test import Client
from django.urls import reverse

from dossier.establishment.models import Worker
from dossier.notebooks.actions import permission
from dossier.notebooks.models import KEEP, Notebook, WorkerGrant
from dossier.retention.models import Archive, ArchiveReader
from dossier.web.people import apart
from tests.conftest import Cast, log_in, make_worker
from tests.notebooks.test_access import ANYTHING, PAGE_ROWS, belongings  # noqa: F401 - a fixture
from tests.web.house import furnish, patterns

KINDS = ("none", "left", "administrator", "other", "direction")
# Who has no session is led to the log-in; what they send is refused, and kept if it was theirs.
SHUT = (302, 403)
# What names no notebook. What GET and POST answer to any account; then to those that differ.
EVERYBODY_S = """
    home                     200 405
    login                    302 200
    logout                   405 0
    health                   200 405
    notebook-list            200 405
    writing-place            405 302
    writing-reread           405 200
    house-charter            200 405
    draft-list               200 405
    draft-keep               405 302
    bookmark-place           405 302
    mention-suggest          200 405
    heading-suggest          200 405
    person-create            200 302
    law                      200 405
    house-text-list          200 405
    house-text-open          200 302
    house-text-detail        200 405
    house-text-publish       200 302
    house-text-retire        405 302
    house-text-edition       200 405
    house-text-compare       200 405
    house-text-file          200 405
    house-mission-list       200 405
    house-mission-create     200 422
    house-mission-detail     200 405
    house-mission-edit       200 422
    house-mission-send       405 404
    house-text-large         200 405
    house-text-document-pdf  200 405
    house-text-document-html 200 405
    archive-list             200 405
    slip-create              200 422
    house-certificates       200 405
    house-certificate        200 405
    house-certificate-pdf    200 405
    house-figures            200 405
    house-figures-year       200 405
    house-figures-csv        200 405
    house-figures-activity   200 302
    house-record             200 405
    house-record-easy        200 302
    house-figures-pdf        200 405
    house-record-pdf         200 405
    house-record-easy-pdf    200 405
    house-figures-odt        200 405
    house-record-odt         200 405
    house-record-easy-odt    200 405
    house-figures-html       200 405
    house-record-html        200 405
    house-record-easy-html   200 405
    collective-create        200 302
    cause-create             200 302
    project-create           200 302
    tie-list                 200 405
    handover                 200 405
    calendar                 200 405
    calendar-month           200 405
    calendar-coming          200 405
    attachment-join          405 302
    fragment-keep            200 302
    label-list               200 405
    outline-list             200 405
    outline-create           200 302  direction 200 422
    assembly-list            200 405
    assembly-create          200 302
    house-word-list          200 405
    house-word-change        200 302
    house-word-undo          405 302
    note-list                200 405
    note-create              200 302
    note-take-away           200 405
    request-list             200 405
    writing-search           200 405
    law-awaits               200 405
    law-table                200 405
    law-table-pdf            200 405
    law-table-odt            200 405
    law-table-html           200 405
    house-frame              200 405
    house-frame-edit         200 302
    house-term-change        200 422
    blank                    200 405
    door                     200 405
    door-codes               200 422
    door-digits              200 422
    door-key                 200 422
    door-machine             200 422
    door-phrase              200 422
    house-doors              200 422
    house-text-holders       200 405
    journal-ask              200 422
    journal-own              200 405
    law-binder               405 302
    leave-quickly            405 0
    lock                     302 302
    lock-shut                405 0
    login-anew               302 302
    login-first              200 422
    login-key                405 302
    login-proof              302 302
    login-rescue             200 422
    machine-guide            200 405
    guide-detail             200 405
    people-heads             200 422  administrator 404 404
    people-list              200 405
    people-open              404 404  administrator 200 422
    people-self              200 302
    rescue-read              405 302
    rescue-vouch             200 422
    sittings                 200 404
    team-create              200 302
    team-detail              200 405
    team-list                200 405
    urgent-open              200 422
"""
ENDING = {"logout", "leave-quickly", "lock-shut"}  # they end the session of those that follow
# Somebody who works here: who keeps the machine and the direction have their ways with them.
WAYS = {
    ("administrator", "people-code"): (200, 200),
    ("administrator", "people-leave"): (200, 422),
    ("direction", "people-leave"): (200, 422),
}
# Without a log-in.
OPEN = {
    "blank": (200, 405),
    "health": (200, 405),
    "leave-quickly": (405, 302),
    "lock": (302, 302),
    "login": (200, 200),
    "login-anew": (302, 302),
    "login-first": (200, 422),
    "login-key": (405, 302),
    "login-proof": (302, 302),
    "login-rescue": (200, 422),
}


def _expected() -> dict[str, dict[str, tuple[int, int]]]:
    """Return by address what each kind is answered, where it differs from `any`."""
    found = {}
    for line in EVERYBODY_S.strip().splitlines():
        name, *told = line.split()
        told = ["any", *told]
        found[name] = {
            told[at]: (int(told[at + 1]), int(told[at + 2])) for at in range(0, len(told), 3)
        }
    return found


EXPECTED = _expected()
STRANGER = {row[0]: (int(row[5]), int(row[6])) for row in PAGE_ROWS}


def test_every_address_has_its_expectation_once():
    assert sorted([*EXPECTED, *STRANGER]) == sorted(one.name for one in patterns())


def client_of(cast: Cast, kind: str) -> Client:
    """Return a browser of an account of this kind."""
    if kind == "none":
        return Client()
    if kind == "direction":
        head = make_worker("denise")
        Worker.objects.filter(pk=head.pk).update(is_head=True)
        return log_in(head)
    who = {"left": cast.gilles, "administrator": cast.yann, "other": cast.samira}[kind]
    if kind in {"left", "administrator"}:
        for notebook in Notebook.objects.all():
            given = {"content_object": notebook, "permission": permission(KEEP)}
            WorkerGrant.objects.create(user=who, **given)
        for archive in Archive.objects.all():
            ArchiveReader.objects.create(archive=archive, worker=who, level=KEEP)
    if kind == "left":
        who.groups.add(cast.foyer, cast.savs)
    return log_in(who)


def asked(client: Client, address: str) -> tuple[int, int]:
    """Return what GET and POST are answered."""
    return client.get(address).status_code, client.post(address, ANYTHING).status_code


@pytest.mark.parametrize("kind", KINDS)
def test_what_belongs_to_others_is_not_there(cast, belongings, kind):  # noqa: F811
    client, wrong = client_of(cast, kind), {}
    for name, expected in STRANGER.items():
        found = asked(client, reverse(name, kwargs=belongings[name]))
        told = WAYS.get((kind, name), expected)
        if kind == "administrator" and name not in apart.OPEN:
            told = (404, 404)
        if found != (SHUT if kind in {"none", "left"} else told):
            wrong[name] = found
    assert wrong == {}


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_everybody_s_is_for_accounts_only(cast, kind):
    places = furnish(cast)
    client, wrong = client_of(cast, kind), {}
    for name, told in sorted(EXPECTED.items()):
        expected = told.get(kind, told["any"])
        if kind in {"none", "left"}:
            expected = OPEN.get(name, SHUT)
        elif kind == "administrator" and name not in apart.OPEN:
            expected = (404, 404)
        elif name in ENDING:
            continue
        if (found := asked(client, places[name])) != expected:
            wrong[name] = found
    assert wrong == {}
