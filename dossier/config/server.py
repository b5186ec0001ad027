"""How the house is served: gunicorn, `--config python:dossier.config.server`.

One process with a few threads: SQLite has one writer, and what is rendered once is kept in memory.
"""

import os
import select
import socket
import threading
import time

from gunicorn.http import RequestParser, wsgi
from gunicorn.http.errors import NoMoreData
from gunicorn.http.unreader import SocketUnreader
from gunicorn.workers import gthread

bind = os.environ.get("DOSSIER_BIND") or f"127.0.0.1:{os.environ.get('PORT', '8000')}"
workers, threads, worker_class = 1, 8, "dossier.config.server.Worker"
umask = 0o077
control_socket_disable = True  # nothing but signals commands it
# What a request may hold before Django looks at it. Texts and files come in its body.
limit_request_line, limit_request_fields, limit_request_field_size = 4094, 64, 8190
timeout, graceful_timeout, keepalive = 60, 30, 5
forwarder_headers = ""  # no request says under which address the house is (SCRIPT_NAME)
# How long a request may keep a thread waiting for its words: (seconds in all, and one more for so
# many bytes that came): a telephone far from everything. The second when half of the threads wait.
PATIENCE, CROWDED = (60, 8_000), (2, 128_000)
LINGER = 0.3  # s
gthread.DEFAULT_WORKER_DATA_TIMEOUT = 0.5  # s; then who says nothing waits without a thread
# No log says who came, when, from where.
accesslog, loglevel = None, "warning"
logconfig_dict = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"discreet": {"()": "dossier.config.discreet.Discreet"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "discreet"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "gunicorn.error": {"handlers": ["console"], "level": "WARNING", "propagate": False}
    },
}
wsgi.SERVER = "dossier"  # what answers, and which version of it, is nobody's business

UNREADABLE = (
    b"HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n"
    b"Content-Security-Policy: default-src 'none'; frame-ancestors 'none'\r\n"
    b"Cache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\n\r\n"
)


class Patient(SocketUnreader):
    """Reads what one connection sends, and hangs up on who sends it too slowly: a few of them
    would otherwise hold all the threads.
    """

    waiting, lock = 0, threading.Lock()  # of all the connections

    def begin(self) -> None:
        """Read another request: its time begins."""
        self.waited, self.came = 0.0, 0

    def left(self) -> float:
        """Return how many seconds this request may still wait."""
        seconds, rate = CROWDED if Patient.waiting > threads // 2 else PATIENCE
        return seconds + self.came / rate - self.waited

    def chunk(self, size_hint: int | None = None) -> bytes:
        """Return what came; raises NoMoreData, as when the other end hangs up."""
        if not self._is_there(0):
            self._wait()
        data = super().chunk(size_hint)
        self.came += len(data)
        return data

    def _is_there(self, seconds: float) -> bool:
        poll = select.poll()
        poll.register(self.sock, select.POLLIN)
        return bool(poll.poll(seconds * 1000))

    def _wait(self) -> None:
        with Patient.lock:
            Patient.waiting += 1
        try:
            is_there = False
            while not is_there:
                if (left := self.left()) <= 0:
                    raise NoMoreData
                began = time.monotonic()
                is_there = self._is_there(min(left, 0.5))  # there may be a crowd meanwhile
                self.waited += time.monotonic() - began
        finally:
            with Patient.lock:
                Patient.waiting -= 1


class Worker(gthread.ThreadWorker):
    """Answers what cannot be read as HTTP without quoting it, neither back nor in the log, and
    waits for nobody for long.
    """

    def handle(self, conn: gthread.TConn) -> object:
        """Read a request with patience, and answer it."""
        if conn.parser is None:
            conn.parser = RequestParser(self.cfg, conn.sock, conn.client)
            conn.parser.unreader = Patient(conn.sock)
        conn.parser.unreader.begin()
        goes_on = super().handle(conn)
        if goes_on is False:
            self._hang_up(conn.sock)
        return goes_on

    def _hang_up(self, client: socket.socket) -> None:
        """Say that nothing more comes, read for a moment what is still on its way so that the
        answer is not lost, then hear nothing more. Here: the thread that takes calls would
        otherwise wait, two seconds for each who does not hang up.
        """
        try:
            client.shutdown(socket.SHUT_WR)
            client.settimeout(LINGER)
            until = time.monotonic() + LINGER
            while client.recv(65_536) and time.monotonic() < until:
                pass
        except OSError:
            self.log.debug("gone already")
        try:
            client.shutdown(socket.SHUT_RDWR)
        except OSError:
            self.log.debug("gone already")

    def handle_error(
        self, req: object, client: socket.socket, addr: object, exc: BaseException
    ) -> None:
        """Say that an answer could not be given, and by which line."""
        self.log.warning("%s", type(exc).__name__, exc_info=exc)
        try:
            client.sendall(UNREADABLE)
        except OSError:
            self.log.debug("gone already")
