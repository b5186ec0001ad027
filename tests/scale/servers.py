"""Application servers of one house, each with an instance folder of its own, as they are served."""

import http.client
import os
import re
import shutil
import subprocess
import sys
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from pathlib import Path
from urllib.parse import urlencode

from django.conf import settings

from dossier.config import instance
from tests.conftest import PASSPHRASE
from tests.test_server import free_port

LOGINS = ("samira", "karim", "bruno", "maud")
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
HOUSE = f"""
import django
django.setup()
from dossier.collectives.actions import open_collective
from dossier.establishment.actions import name_establishment, welcome
from dossier.establishment.models import Team
name_establishment(name="La maison d’essai")
team = Team.objects.create(name="Foyer")
workers = [
    welcome(login=login, name=login.capitalize(), passphrase={PASSPHRASE!r}, teams=[team])
    for login in {LOGINS!r}
]
print(open_collective(by=workers[0], name="Le premier étage", teams=[team]).notebook.pk)
"""


@dataclass
class Server:
    """A server: its folder, its port, what its environment says."""

    home: Path
    environment: dict[str, str]
    port: int = field(default_factory=free_port)

    def run(self, *command: str) -> str:
        """Run Python with this server's environment; return what it printed."""
        asked = {"cwd": settings.BASE_DIR, "env": self.environment, "text": True}
        done = subprocess.run([sys.executable, *command], check=True, stdout=-1, **asked)  # noqa: S603
        return done.stdout.strip()

    @contextmanager
    def serving(self) -> Iterator[None]:
        """Serve, as `dossier serve` does."""
        environment = self.environment | {"PORT": str(self.port)}
        with (self.home / "log").open("w") as log:
            process = subprocess.Popen(
                [sys.executable, "-m", "dossier", "serve"],
                cwd=settings.BASE_DIR,
                env=environment,
                stdout=log,
                stderr=log,
            )
            try:
                self._wait(process)
                yield
            finally:
                process.terminate()
                process.wait(40)

    def _wait(self, process: subprocess.Popen) -> None:
        until = time.monotonic() + 60
        while time.monotonic() < until and process.poll() is None:
            try:
                if Browser().ask(self, "GET", "/sante")[0] == 200:
                    return
            except OSError:
                time.sleep(0.1)
        raise RuntimeError((self.home / "log").read_text())


def two_servers(folder: Path, **environment: str) -> tuple[Server, Server, int]:
    """Return two servers that share the keys of a new house, and the number of its notebook."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("DOSSIER_")}
    servers = []
    for name in ("une", "autre"):
        home = folder / name
        home.mkdir(mode=0o700)
        told = kept | environment | {"DOSSIER_HOME": str(home), "DOSSIER_TEST": "1"}
        told["DJANGO_SETTINGS_MODULE"] = "dossier.config.settings"
        servers.append(Server(home, told))
    first, second = servers
    first.run("manage.py", "migrate", "--verbosity", "0")
    number = int(first.run("-c", HOUSE))
    for key in (instance.SECRET, instance.JOURNAL):
        shutil.copy2(first.home / key, second.home / key)
    return first, second, number


class Browser:
    """Somebody's browser: its cookies, which go to all the servers of the house."""

    def __init__(self) -> None:
        self.cookies: dict[str, str] = {}

    def ask(
        self, server: Server, method: str, path: str, timeout: float = 30, **fields: str
    ) -> tuple[int, str]:
        """Return the status and the page, or for a redirection where it leads. Raises OSError, or
        http.client.HTTPException, when no answer came.
        """
        connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=timeout)
        try:
            told = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
            headers = {"Cookie": told} | (
                {"Content-Type": "application/x-www-form-urlencoded"} if fields else {}
            )
            connection.request(method, path, urlencode(fields) or None, headers)
            answer = connection.getresponse()
            page = answer.read().decode()
        finally:
            connection.close()
        for line in answer.headers.get_all("Set-Cookie") or ():
            self.cookies |= {name: one.value for name, one in SimpleCookie(line).items()}
        return answer.status, answer.headers.get("Location") or page

    def send(
        self, server: Server, path: str, *, seen: str = "", timeout: float = 30, **fields: str
    ) -> tuple[int, str]:
        """Send the form of a page, of which the token is `seen` or is read from it."""
        token = seen or self.token(server, path)
        given = fields | {"csrfmiddlewaretoken": token}
        return self.ask(server, "POST", path, timeout=timeout, **given)

    def token(self, server: Server, path: str) -> str:
        """Return the token of the form of a page."""
        return TOKEN.search(self.ask(server, "GET", path)[1])[1]

    def enter(self, server: Server, login: str) -> None:
        """Log in."""
        status, page = self.send(server, "/connexion/", login=login, passphrase=PASSPHRASE)
        assert status == 302, page

    def write(self, server: Server, notebook: int, text: str, **more: str) -> tuple[int, str]:
        """Sign a writing in a notebook."""
        fields = {"text": text, "key": str(uuid.uuid4())} | more
        return self.send(server, f"/cahiers/{notebook}/ecrire/", **fields)
