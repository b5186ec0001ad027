"""The house as it is served: by gunicorn, over a socket, with what no test client can send."""

import contextlib
import re
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest
from django.conf import settings

from dossier.config import server as config_server
from dossier.web.middleware import HEADERS

TOLD = re.compile(r"gunicorn|django|python|traceback|sqlite|\.py\b|no such table", re.IGNORECASE)


def free_port() -> int:
    """Return a port where nothing listens."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def serve(home: Path, *before: str):
    """Serve the instance `home` once `before`, a command of manage.py, is done; yield its port."""
    port = free_port()
    environment = {"DOSSIER_HOME": str(home), "PORT": str(port), "DOSSIER_TEST": "1"}
    asked = {"cwd": settings.BASE_DIR, "env": environment}
    if before:
        subprocess.run([sys.executable, "manage.py", *before], **asked, check=True)  # noqa: S603
    command = [sys.executable, "-m", "gunicorn", "--config", "python:dossier.config.server"]
    with (home / "log").open("w") as log:
        process = subprocess.Popen(  # noqa: S603 - our own server
            [*command, "dossier.config.wsgi:application"], **asked, stdout=log, stderr=log
        )
        for _ in range(600):
            time.sleep(0.1)
            with socket.socket() as one:
                if one.connect_ex(("127.0.0.1", port)) == 0:
                    break
        yield port
        process.terminate()
        process.wait(20)


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """Yield the port of a house where nobody works yet."""
    home = tmp_path_factory.mktemp("maison")
    yield from serve(home, "migrate", "--verbosity", "0")


@pytest.fixture(scope="module")
def broken(tmp_path_factory):
    """Yield the port and the log of a house whose database has no table: all its pages break."""
    home = tmp_path_factory.mktemp("ruine")
    for port in serve(home):
        yield port, home / "log"


def ask(port: int, request: str) -> tuple[int, dict[str, str], str]:
    """Send bytes as they are; return the status, the headers, the body."""
    with socket.create_connection(("127.0.0.1", port), timeout=30) as one:
        one.sendall(request.encode("latin-1"))
        one.shutdown(socket.SHUT_WR)
        answer = b"".join(iter(lambda: one.recv(65_536), b"")).decode("utf-8", "replace")
    head, _, body = answer.partition("\r\n\r\n")
    first, *lines = head.split("\r\n")
    return int(first.split()[1]), dict(line.split(": ", 1) for line in lines), body


def get(path: str, host: str = "127.0.0.1", more: str = "") -> str:
    """Return the words of a request."""
    return f"GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n{more}\r\n"


ANSWERED = {
    "a static file that is not there": (get("/static/nulle-part.js"), 404),
    "above the static files": (get("/static/../config/settings.py"), 404),
    "above them, hidden": (get("/static/%2e%2e/%2e%2e/dossier/config/settings.py"), 404),
    "another host": (get("/connexion/", host="ailleurs.example"), 400),
    "a host of two": (get("/connexion/", host="127.0.0.1@ailleurs"), 400),
    "a host said beside": (get("/connexion/", more="X-Forwarded-Host: ailleurs\r\n"), 200),
    "another alphabet": (get("/connexion/", more="Content-Type: a/b; charset=utf-7\r\n"), 400),
    "an address that is not UTF-8": (get("/cahiers/%ff%fe/"), 404),
    "the source": (get("/.git/config"), 404),
    "a method of another time": (get("/connexion/").replace("GET", "TRACE"), 405),
    "too heavy": (
        "POST /ecrire/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999999999\r\n\r\n",
        413,
    ),
}  # fmt: skip


def assert_discreet(headers: dict[str, str], body: str) -> None:
    """Check that an answer has every header, and says nothing of what made it."""
    assert {one for one in HEADERS if one not in headers} == set()
    assert headers["Server"] == "dossier"
    assert headers["Cache-Control"] == "no-store"
    assert TOLD.findall(body) == []


@pytest.mark.slow
@pytest.mark.parametrize("name", ANSWERED)
def test_whatever_is_answered_has_every_header_and_reveals_nothing(server, name):
    request, status = ANSWERED[name]
    found, headers, body = ask(server, request)
    assert found == status
    assert_discreet(headers, body)


def test_nothing_but_its_port_commands_the_server():
    assert config_server.control_socket_disable is True
    assert config_server.bind.startswith("127.0.0.1:")
    assert (config_server.accesslog, config_server.umask) == (None, 0o077)


@pytest.mark.slow
def test_who_sends_slowly_shuts_nobody_out(server):
    """More of them than threads, which send their form a byte at a time."""
    begun = (
        "POST /connexion/ HTTP/1.1\r\nHost: localhost\r\n"
        "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\nlogin="
    )
    head = "GET /connexion/ HTTP/1.1\r\nHost: loc"
    with contextlib.ExitStack() as stack:
        slow = []
        for number in range(config_server.threads + 4):
            slow.append(socket.create_connection(("127.0.0.1", server), timeout=30))
            stack.enter_context(slow[-1])
            slow[-1].sendall((begun if number % 2 else head).encode())
        began = time.monotonic()
        for _ in range(6):
            for one in slow:
                with contextlib.suppress(OSError):  # hung up
                    one.sendall(b"a")
            time.sleep(0.2)
        assert ask(server, get("/sante"))[0] == 200
        assert time.monotonic() - began < 8


def test_the_proxy_of_the_guide_hangs_up_before_the_house_does():
    """A form sent on a connection that the house was just closing would come back as an error."""
    guide = (settings.BASE_DIR / "docs" / "guide" / "tenir-la-machine.md").read_text("utf-8")
    assert int(re.search(r"keepalive (\d+)s", guide)[1]) < config_server.keepalive


@pytest.mark.slow
def test_a_whole_form_that_comes_in_pieces_is_read(server):
    words = "login=samira&passphrase=une+autre&csrfmiddlewaretoken=x"
    with socket.create_connection(("127.0.0.1", server), timeout=30) as one:
        head = "POST /connexion/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
        kind = "Content-Type: application/x-www-form-urlencoded\r\n"
        told = f"{head}{kind}Content-Length: {len(words)}\r\n\r\n{words}"
        for at in range(0, len(told), 60):
            one.sendall(told[at : at + 60].encode())
            time.sleep(0.2)
        assert one.recv(12) == b"HTTP/1.1 403"


@pytest.mark.slow
def test_no_request_says_where_the_house_is(server):
    page = ask(server, get("/ailleurs/connexion/", more="SCRIPT_NAME: /ailleurs\r\n"))
    assert page[0] == 404 or "/ailleurs/" not in page[2]
    assert "/ailleurs" not in ask(server, get("/connexion/", more="SCRIPT_NAME: /ailleurs\r\n"))[2]
    assert config_server.forwarder_headers == ""


@pytest.mark.slow
def test_a_file_of_the_pages_has_the_headers_too(server):
    status, headers, _ = ask(server, get("/static/dossier/dossier.js"))
    assert status == 200
    assert {one for one in HEADERS if one not in headers} == set()


@pytest.mark.slow
def test_a_house_that_breaks_says_so_with_every_header(broken):
    port, log = broken
    for address in ("/connexion/", "/nulle-part/", "/sante"):
        status, headers, body = ask(port, get(address))
        assert status == (200 if address == "/sante" else 500)
        assert_discreet(headers, body)
    assert "OperationalError" in log.read_text()


UNREADABLE = {
    "no request": "AMINA\r\n\r\n",
    "a header that is not one": get("/connexion/", more="Amina fugue\r\n"),
    "two lengths": "POST / HTTP/1.1\r\nHost: localhost\r\n"
    "Content-Length: 3\r\nContent-Length: 9\r\n\r\nabc",
    "a length and a stretch": "POST / HTTP/1.1\r\nHost: localhost\r\n"
    "Content-Length: 3\r\nTransfer-Encoding: amina\r\n\r\nabc",
    "a very long address": get("/chercher/?q=" + "amina" * 2_000),
    "very many headers": get("/", more="".join(f"X-{n}: amina\r\n" for n in range(200))),
    "a very long header": get("/", more="Cookie: " + "amina" * 4_000 + "\r\n"),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", UNREADABLE)
def test_what_is_no_request_is_refused_without_a_word_of_it(broken, name):
    port, log = broken
    status, headers, body = ask(port, UNREADABLE[name])
    assert (status, body) == (400, "")
    assert {"Content-Security-Policy", "Cache-Control", "X-Content-Type-Options"} <= set(headers)
    assert "Server" not in headers
    assert "amina" not in log.read_text().lower()


@pytest.mark.slow
def test_the_log_says_neither_who_nor_from_where_nor_what(broken):
    port, log = broken
    ask(port, get("/chercher/?q=fugue", more="X-Forwarded-For: 192.0.2.7\r\n"))
    ask(port, get("/connexion/?next=/fugue", more="Cookie: dossier_session=fugue\r\n"))
    said = log.read_text()
    assert "OperationalError" in said
    for secret in ("127.0.0.1", "192.0.2.7", "fugue", "no such table"):
        assert secret not in said
