"""The floor: bare Django views that ask the database the same and send the same bytes back.

A page's floor runs, with a bare cursor, the very statements the page runs, word for word: they
are recorded on the page itself, so that none can be forgotten and none added. Nothing is
rendered, nothing is turned into objects, no statement is even put together. Signing cannot be
run twice: its floor is written by hand.

It is measured twice: behind the house's own middleware (session, log-in, CSRF, headers: what any
page here pays, with its two statements) and with none at all, the session and the worker then
asked for with the same bare cursor.
"""

import datetime
import uuid
from collections.abc import Callable
from contextlib import AbstractContextManager
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
# What the house asks before a page: the session, then the worker.
LOG_IN = 2
# What `python -m bench.measure` puts here is what the views ask and answer.
asked: list[tuple[str, Any]] = []
answer = b""


def recording() -> AbstractContextManager:
    """Return a context in which what is asked is what the floor will ask."""
    asked.clear()

    def record(execute: Callable, sql: str, params: Any, many: bool, context: dict) -> Any:
        asked.append((sql, params))
        return execute(sql, params, many, context)

    return connection.execute_wrapper(record)


def fetch(sql: str, *params: Any) -> list[tuple]:
    """Run a query and return its rows."""
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        return cursor.fetchall()


def page(request: HttpRequest) -> HttpResponse:
    """Ask what the page asks, and answer its bytes."""
    with connection.cursor() as cursor:
        for sql, params in asked[LOG_IN if hasattr(request, "user") else 0 :]:
            cursor.execute(sql, params)
            cursor.fetchall()
    return HttpResponse(answer)


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


def write(request: HttpRequest) -> HttpResponse:
    """Sign a writing: the row, its first version, its place in the search, its trace."""
    worker, notebook = who(request), int(request.GET["notebook"])
    now, key = datetime.datetime.now(datetime.UTC), uuid.uuid4()
    sqlite = connection.vendor == "sqlite"
    position = uuid.uuid4().int >> 66
    text = request.POST["text"]
    columns = "notebook_id, author_id, key, text, tag_words, voice, speaker, moment"
    columns += ", signed_at, position, version, is_common"
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
        False,
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
    return HttpResponse(status=302)


urlpatterns = [path("page/", page), path("write/", write)]
