"""The floor: bare Django views, SQL by hand, the same bytes sent back.

Each does what the page must do to be right: check the right to read, read the rows, look for
the journal line; nothing is rendered, nothing is turned into objects. It is measured twice:
behind the house's own middleware (session, log-in, CSRF, headers: what any page here pays)
and with none at all, the session and the worker then read by hand.
"""

import datetime
import uuid
from typing import Any

from django.db import connection, transaction
from django.http import HttpRequest, HttpResponse
from django.urls import path

GRANTED = """
    SELECT content_object_id FROM dossier_workergrant g
      JOIN auth_permission p ON p.id = g.permission_id
     WHERE g.user_id = %s AND (g.until IS NULL OR g.until > %s)
       AND p.codename IN ('keep_notebook', 'write_notebook', 'read_notebook')
    UNION
    SELECT content_object_id FROM dossier_teamgrant g
      JOIN auth_permission p ON p.id = g.permission_id
      JOIN dossier_worker_groups m ON m.group_id = g.group_id
     WHERE m.worker_id = %s AND (g.until IS NULL OR g.until > %s)
       AND p.codename IN ('keep_notebook', 'write_notebook', 'read_notebook')
"""
WRITING = """
    SELECT w.*, a.name, h.name FROM dossier_writing w
      JOIN dossier_worker a ON a.id = w.author_id
      LEFT JOIN dossier_heading h ON h.id = w.heading_id
"""
# What a test puts here is what the views answer: the bytes of the real page.
answer: dict[str, bytes] = {}


def fetch(sql: str, *params: Any) -> list[tuple]:
    """Run a query and return its rows."""
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        return cursor.fetchall()


def who(request: HttpRequest) -> int:
    """Return the worker's id; without middleware, find the session and the worker first."""
    if hasattr(request, "user"):
        return request.user.pk
    key, now = request.COOKIES["dossier_session"], datetime.datetime.now(datetime.UTC)
    fetch(
        "SELECT session_data FROM django_session WHERE session_key = %s AND expire_date > %s",
        key,
        now,
    )
    pk = int(request.GET["worker"])
    fetch("SELECT * FROM dossier_worker WHERE id = %s AND is_active", pk)
    return pk


def granted(worker: int) -> tuple:
    """Return the parameters of GRANTED."""
    now = datetime.datetime.now(datetime.UTC)
    return worker, now, worker, now


def _around(pks: list[int]) -> None:
    marks = ", ".join(["%s"] * len(pks)) or "NULL"
    for table in ("tagging", "mention"):
        fetch(f"SELECT * FROM dossier_{table} WHERE writing_id IN ({marks})", *pks)
    fetch(f"SELECT * FROM dossier_writing WHERE answers_id IN ({marks})", *pks)


def timeline(request: HttpRequest) -> HttpResponse:
    """Answer a page of a notebook."""
    worker, notebook = who(request), int(request.GET["notebook"])
    before = int(request.GET.get("avant", 2**62))
    fetch(
        f"SELECT * FROM dossier_notebook WHERE id = %s AND id IN ({GRANTED})",
        notebook,
        *granted(worker),
    )
    own = fetch(
        f"{WRITING} WHERE w.notebook_id = %s AND w.position < %s ORDER BY w.position DESC LIMIT 31",
        notebook,
        before,
    )
    fetch(
        f"{WRITING} JOIN dossier_mention m ON m.writing_id = w.id"
        f" WHERE m.notebook_id = %s AND m.position < %s AND w.notebook_id IN ({GRANTED})"
        " ORDER BY m.position DESC LIMIT 31",
        notebook,
        before,
        *granted(worker),
    )
    _around([row[0] for row in own])
    now = datetime.datetime.now(datetime.UTC)
    fetch(
        "SELECT 1 FROM dossier_entry WHERE notebook_id = %s AND at = %s AND worker_id = %s",
        notebook,
        now,
        worker,
    )
    return HttpResponse(answer[request.path])


def write(request: HttpRequest) -> HttpResponse:
    """Sign a writing: the row, its first version, its place in the search, its trace."""
    worker, notebook = who(request), int(request.GET["notebook"])
    now, key = datetime.datetime.now(datetime.UTC), uuid.uuid4()
    sqlite = connection.vendor == "sqlite"
    position = uuid.uuid4().int >> 66
    text = request.POST["text"]
    columns = "notebook_id, author_id, key, text, tag_words, voice, speaker, moment"
    columns += ", signed_at, position, version"
    row = (
        notebook,
        worker,
        key.hex if sqlite else key,
        text,
        "",
        "worker",
        "",
        "",
        now,
        position,
        1,
    )
    marks = ", ".join(["%s"] * len(row))
    with transaction.atomic():
        fetch(
            f"SELECT * FROM dossier_notebook WHERE id = %s AND id IN ({GRANTED})",
            notebook,
            *granted(worker),
        )
        ((pk,),) = fetch(
            f"INSERT INTO dossier_writing ({columns}) VALUES ({marks}) RETURNING id",
            *row,
        )
        fetch(
            "INSERT INTO dossier_historicalwriting (id, notebook_id, author_id, text, tag_words,"
            " voice, speaker, moment, signed_at, version, history_date, history_type,"
            " history_user_id,"
            " history_relation_id)"
            " VALUES (%s, %s, %s, %s, '', 'worker', '', '', %s, 1, %s, '+', %s, %s)"
            " RETURNING history_id",
            pk,
            notebook,
            worker,
            text,
            now,
            now,
            worker,
            pk,
        )
        fetch(
            "INSERT INTO dossier_entry (at, worker_id, notebook_id, act, writing_id)"
            " VALUES (%s, %s, %s, 'wrote', %s) RETURNING id",
            now,
            worker,
            notebook,
            pk,
        )
        with connection.cursor() as cursor:
            if sqlite:
                cursor.execute(
                    "INSERT INTO dossier_search (rowid, words, stems, place)"
                    " VALUES (%s, %s, %s, %s)",
                    [position, text, text, f"n{notebook}"],
                )
            else:
                cursor.execute(
                    "INSERT INTO dossier_search VALUES (%s, %s, to_tsvector('simple', %s))",
                    [position, notebook, text],
                )
    return HttpResponse(answer[request.path], status=302)


def search(request: HttpRequest) -> HttpResponse:
    """Answer a page of results, newest first."""
    worker = who(request)
    visible = [row[0] for row in fetch(GRANTED, *granted(worker))]
    marks = ", ".join(["%s"] * len(visible))
    if connection.vendor == "sqlite":
        found = fetch(
            "SELECT s.rowid FROM dossier_search s JOIN dossier_writing w ON w.position = s.rowid"
            f" WHERE dossier_search MATCH %s AND w.notebook_id IN ({marks})"
            " ORDER BY s.rowid DESC LIMIT 31",
            f'words : "{request.GET["q"]}"',
            *visible,
        )
    else:
        found = fetch(
            "SELECT position FROM dossier_search WHERE lexemes @@ %s::tsquery"
            f" AND notebook_id IN ({marks}) ORDER BY position DESC LIMIT 31",
            f"'{request.GET['q']}'",
            *visible,
        )
    places = [row[0] for row in found[:30]]
    marks = ", ".join(["%s"] * len(places)) or "NULL"
    fetch(f"{WRITING} WHERE w.position IN ({marks}) ORDER BY w.position DESC", *places)
    fetch("SELECT id, title FROM dossier_notebook ORDER BY title")
    return HttpResponse(answer[request.path])


urlpatterns = [
    path("timeline/", timeline),
    path("deep/", timeline),
    path("write/", write),
    path("rare/", search),
    path("common/", search),
    path("none/", search),
]
