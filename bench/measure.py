"""`python -m bench.measure ROUNDS`: the house and its floor in turn, in one process."""

import gc
import io
import json
import os
import statistics
import sys
import time
import uuid
from collections.abc import Callable
from urllib.parse import urlencode

import django
from django.conf import settings

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dossier.config.settings")
django.setup()

from django.contrib.sessions.backends.db import SessionStore  # noqa: E402
from django.core.handlers.wsgi import WSGIHandler  # noqa: E402
from django.db import connection  # noqa: E402
from django.db.models import Count, Max  # noqa: E402
from django.http import HttpRequest, HttpResponse  # noqa: E402
from django.middleware.csrf import _get_new_csrf_string  # noqa: E402
from django.test.utils import override_settings  # noqa: E402

from bench import floor  # noqa: E402
from dossier.demo.grow import RARE  # noqa: E402
from dossier.establishment.models import Worker  # noqa: E402
from dossier.notebooks import marks  # noqa: E402
from dossier.notebooks.models import Notebook, Writing  # noqa: E402
from dossier.web.notebooks import articles  # noqa: E402

DEEP = 1000
TEXT = (
    "Ce soir le repas a duré longtemps. On a parlé du jardin, de la voisine et de la fugue de "
    "l’an dernier ; personne n’a voulu débarrasser. Mina a chanté dans l’escalier, deux fois, et "
    "le chat est revenu par la fenêtre de la cuisine. Rien d’autre à dire, la nuit est à vous."
)


class Site:
    """The house, or its floor, called as a WSGI server would."""

    def __init__(self, handler: WSGIHandler, session: str, csrf: str) -> None:
        self.handler = handler
        self.cookies = f"dossier_session={session}; dossier_jeton={csrf}"

    def call(self, path: str, query: str = "", form: dict | None = None) -> tuple[str, bytes]:
        """Send one request; return its status line and its whole body."""
        body = urlencode(form).encode() if form else b""
        environ = {
            "REQUEST_METHOD": "POST" if form else "GET",
            "PATH_INFO": path,
            "QUERY_STRING": query,
            "SERVER_NAME": "localhost",
            "SERVER_PORT": "80",
            "HTTP_COOKIE": self.cookies,
            "CONTENT_TYPE": "application/x-www-form-urlencoded",
            "CONTENT_LENGTH": str(len(body)),
            "wsgi.input": io.BytesIO(body),
            "wsgi.url_scheme": "http",
        }
        status: list[str] = []
        response = self.handler(environ, lambda line, headers, *more: status.append(line))
        answer = b"".join(response)
        response.close()
        return status[0], answer


def _login(worker: Worker) -> str:
    session = SessionStore()
    session["_auth_user_id"] = str(worker.pk)
    session["_auth_user_backend"] = settings.AUTHENTICATION_BACKENDS[0]
    session["_auth_user_hash"] = worker.get_session_auth_hash()
    session.create()
    return session.session_key


class Bare(WSGIHandler):
    """Django with the floor's addresses."""

    def get_response(self, request: HttpRequest) -> HttpResponse:
        """Answer from `bench.floor`."""
        request.urlconf = "bench.floor"
        return super().get_response(request)


def _bare() -> WSGIHandler:
    with override_settings(MIDDLEWARE=[]):
        return Bare()


SITES = ("ours", "floor", "bare")


def forget() -> None:
    """Empty the memory of what was rendered."""
    articles.forget()
    marks.forget()


def _together(
    rounds: int, *acts: Callable[[], object], before: Callable[[], None] = lambda: None
) -> dict:
    """Time our page, its floor and its bare floor in turn; return medians in milliseconds."""
    times: dict[str, list[float]] = {name: [] for name in SITES}
    gc.collect()
    for number in range(rounds + 10):
        before()
        for name, act in zip(SITES, acts, strict=False):
            start = time.perf_counter()
            act()
            if number >= 10:
                times[name].append((time.perf_counter() - start) * 1000)
    medians = {name: statistics.median(spent) for name, spent in times.items() if spent}
    p50, floor_p50, bare_p50 = (medians.get(name) for name in SITES)
    return {
        "p50": round(p50, 3),
        "p95": round(statistics.quantiles(times["ours"], n=20)[18], 3),
        "floor_p50": round(floor_p50, 3) if floor_p50 else None,
        "ratio": round(p50 / floor_p50, 2) if floor_p50 else None,
        "bare_p50": round(bare_p50, 3) if bare_p50 else None,
        "bare_ratio": round(p50 / bare_p50, 2) if bare_p50 else None,
    }


def _deep_cursor(notebook: Notebook) -> int:
    """Return the cursor of page 1,000, or of the last page of a shorter notebook."""
    places = Writing.objects.filter(notebook=notebook).order_by("-position")
    count = places.count()
    at = max(0, min((DEEP - 1) * 30, count - 31))
    return places.values_list("position", flat=True)[at]


def main() -> None:
    """Measure everything and print JSON lines' list."""
    rounds = int(sys.argv[1])
    worker = Worker.objects.get(login="samira")
    busiest = Writing.objects.values("notebook").annotate(n=Count("pk")).order_by("-n")
    seen = set(Notebook.objects.visible_to(worker).values_list("pk", flat=True))
    notebook = Notebook.objects.get(
        pk=next(r["notebook"] for r in busiest if r["notebook"] in seen)
    )
    csrf = _get_new_csrf_string()
    handlers = (WSGIHandler(), Bare(), _bare())
    house, under, bare = (Site(handler, _login(worker), csrf) for handler in handlers)
    deep = _deep_cursor(notebook)
    page = f"/cahiers/{notebook.pk}/"
    base = f"worker={worker.pk}&notebook={notebook.pk}"
    last = Writing.objects.aggregate(last=Max("pk"))["last"]
    results = []

    def compare(
        name: str, path: str, query: str, before: Callable[[], None] = lambda: None
    ) -> None:
        house.call(path, query)
        with floor.recording():
            status, floor.answer = house.call(path, query)
        assert status.startswith("200"), (name, status)
        acts = [lambda: house.call(path, query)]
        acts += [lambda site=site: site.call("/page/") for site in (under, bare)]
        figures = _together(rounds, *acts, before=before)
        size = {"bytes": len(floor.answer), "queries": len(floor.asked)}
        results.append({"name": name} | size | figures)

    compare("timeline, first page", page, "")
    compare("timeline, page 1,000", page, f"avant={deep}")
    compare("timeline, nothing kept", page, "", forget)
    compare("first page", "/", "")
    compare("search, rare word", "/chercher/", f"q={RARE}")
    compare("search, word found everywhere", "/chercher/", "q=repas")
    compare("search, nothing", "/chercher/", "q=zygomatique")
    results.append(_writing(rounds, (house, under, bare), page, base, csrf))
    _clean_up(last)
    json.dump(results, sys.stdout)


def _writing(rounds: int, sites: tuple[Site, ...], page: str, base: str, csrf: str) -> dict:
    house, under, bare = sites

    def ours() -> None:
        form = {"text": TEXT, "key": str(uuid.uuid4()), "csrfmiddlewaretoken": csrf}
        status, _ = house.call(f"{page}ecrire/", form=form)
        assert status.startswith("302"), status

    def theirs(site: Site) -> None:
        status, _ = site.call("/write/", base, {"text": TEXT, "csrfmiddlewaretoken": csrf})
        assert status.startswith("302"), status

    figures = _together(rounds, ours, lambda: theirs(under), lambda: theirs(bare))
    return {"name": "write", "bytes": len(TEXT)} | figures


def _clean_up(last: int) -> None:
    """Leave the house as it was, so that it can be measured again at the same size."""
    place = "rowid" if connection.vendor == "sqlite" else "position"
    added = "SELECT position FROM dossier_writing WHERE id > %s"
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM dossier_search WHERE {place} IN ({added})", [last])
        cursor.execute("DELETE FROM dossier_entry WHERE writing_id > %s", [last])
        for table in ("historicalwriting", "writing"):
            cursor.execute(f"DELETE FROM dossier_{table} WHERE id > %s", [last])
        cursor.execute("DELETE FROM django_session")


if __name__ == "__main__":
    main()
