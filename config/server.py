"""How the house is served: `gunicorn --config python:config.server config.wsgi:application`.

One process with a few threads: SQLite has one writer, and what is rendered once is kept in memory.
"""

import os
import socket

from gunicorn.http import wsgi
from gunicorn.workers.gthread import ThreadWorker

bind = os.environ.get("DOSSIER_BIND") or f"127.0.0.1:{os.environ.get('PORT', '8000')}"
workers, threads, worker_class = 1, 4, "config.server.Worker"
umask = 0o077
control_socket_disable = True  # nothing but signals commands it
# What a request may hold before Django looks at it. Texts and files come in its body.
limit_request_line, limit_request_fields, limit_request_field_size = 4094, 64, 8190
timeout, graceful_timeout, keepalive = 60, 30, 5
# No log says who came, when, from where.
accesslog, loglevel = None, "warning"
logconfig_dict = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"discreet": {"()": "config.discreet.Discreet"}},
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


class Worker(ThreadWorker):
    """Answers what cannot be read as HTTP without quoting it, neither back nor in the log."""

    def handle_error(
        self, req: object, client: socket.socket, addr: object, exc: BaseException
    ) -> None:
        """Say that an answer could not be given, and by which line."""
        self.log.warning("%s", type(exc).__name__, exc_info=exc)
        try:
            client.sendall(UNREADABLE)
        except OSError:
            self.log.debug("gone already")
