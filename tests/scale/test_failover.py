"""A primary that dies while people write: what was acknowledged is there, once, and they go on.

Two clusters, the second a synchronous standby of the first; two application servers that know both
and are never started again.
"""

import http.client
import sys
import threading
import time
import uuid
from dataclasses import dataclass, field
from itertools import pairwise

import psycopg
import pytest
from django.db import connection

from scripts import postgresql, tools
from tests.scale.servers import LOGINS, Browser, two_servers

pytestmark = pytest.mark.slow
BEFORE_S, DECIDING_S, AFTER_S = 4, 2, 6
PATIENCE_S = 20
BACK_S = 60  # much more than it takes: a machine that is busy is not a house that is away


@pytest.fixture(scope="module")
def house(tmp_path_factory, django_db_setup):
    """Yield a primary and its standby, two servers of a house, and the number of its notebook."""
    if connection.vendor == "sqlite":
        pytest.skip("absent: SQLite is of one machine")
    folder = tmp_path_factory.mktemp("maison")
    with postgresql.pair(tools.require_postgresql()) as pair:
        first, second, notebook = two_servers(folder, DATABASE_URL=pair.url)
        with first.serving(), second.serving():
            yield pair, (first, second), notebook


def kept(pair: postgresql.Pair) -> list[str]:
    """Return the texts of all writings, as whichever takes writings holds them."""
    with psycopg.connect(pair.url.replace("postgres:", "postgresql:"), connect_timeout=5) as asked:
        return [text for (text,) in asked.execute("SELECT text FROM dossier_writing")]


@dataclass
class Writer(threading.Thread):
    """Somebody who writes without a rest; what is not acknowledged is sent again, elsewhere."""

    login: str
    servers: tuple
    notebook: int
    stop: threading.Event
    acknowledged: list[tuple[float, str]] = field(default_factory=list)
    refusals: list[tuple[int, str, str]] = field(default_factory=list)
    error: BaseException | None = None

    def __post_init__(self) -> None:
        super().__init__(daemon=True)
        self.browser, self.turn = Browser(), LOGINS.index(self.login)
        self.browser.enter(self.server, self.login)
        self.token = self.browser.token(self.server, f"/cahiers/{self.notebook}/ecrire/")

    __hash__ = threading.Thread.__hash__

    @property
    def server(self):
        """Return the server asked now."""
        return self.servers[self.turn % 2]

    def run(self) -> None:
        """Write until it is time to stop."""
        try:
            while not self.stop.is_set():
                self.write(f"Ligne {len(self.acknowledged)} de {self.login}.")
        except BaseException as error:
            self.error = error
            raise

    def write(self, text: str) -> None:
        """Write this until it is acknowledged."""
        told = {"key": str(uuid.uuid4()), "seen": self.token, "timeout": PATIENCE_S}
        until = time.monotonic() + 2 * BACK_S
        while time.monotonic() < until:
            try:
                status, page = self.browser.write(self.server, self.notebook, text, **told)
            except (OSError, http.client.HTTPException):
                status, page = 0, ""
            if status == 302 and page.startswith("/cahiers/"):
                self.acknowledged.append((time.monotonic(), text))
                return
            self.refusals.append((status, page, text))
            self.turn += 1
            time.sleep(0.1)
        raise AssertionError(f"never acknowledged: {text}")


def test_nothing_is_acknowledged_that_is_on_one_disk_only(house):
    pair, servers, notebook = house
    browser = Browser()
    browser.enter(servers[0], "samira")
    token = browser.token(servers[0], f"/cahiers/{notebook}/ecrire/")
    told = {"key": str(uuid.uuid4()), "seen": token}
    pair.stop_standby()
    with pytest.raises(TimeoutError):
        browser.write(servers[0], notebook, "En attente.", timeout=4, **told)
    assert "En attente." not in kept(pair)
    pair.start_standby()
    status, _ = browser.write(servers[0], notebook, "En attente.", timeout=PATIENCE_S, **told)
    assert status == 302
    assert kept(pair).count("En attente.") == 1


def test_what_was_acknowledged_outlives_the_primary(house, capsys):
    pair, servers, notebook = house
    stop = threading.Event()
    writers = [Writer(login, servers, notebook, stop) for login in LOGINS]
    for one in writers:
        one.start()
    time.sleep(BEFORE_S)
    pair.kill_primary()
    killed = time.monotonic()
    time.sleep(DECIDING_S)
    pair.promote()
    promoted = time.monotonic()
    until = promoted + BACK_S
    while time.monotonic() < until and not all(
        one.acknowledged and one.acknowledged[-1][0] > promoted for one in writers
    ):
        time.sleep(0.1)
    time.sleep(AFTER_S)
    stop.set()
    for one in writers:
        one.join(2 * BACK_S)
    assert [one.error for one in writers] == [None] * len(writers)
    acknowledged = [told for one in writers for told in one.acknowledged]
    held = [text for text in kept(pair) if text.startswith("Ligne ")]
    assert sorted(held) == sorted(text for _, text in acknowledged)
    assert len(set(held)) == len(held)
    before = [at for at, _ in acknowledged if at <= killed]
    after = [at for at, _ in acknowledged if at > promoted]
    assert len(before) > len(writers)
    assert len(after) > len(writers)
    refused = [told for one in writers for told in one.refusals]
    pages = [(page, text) for status, page, text in refused if status == 503]
    assert pages  # people were told, and their words shown
    assert all("ne répond pas" in page and text in page for page, text in pages)
    assert {status for status, _, _ in refused} <= {0, 503}
    for server in servers:
        assert "est entière" in server.run("manage.py", "journal", "verify")
    back = [min(at for at, _ in one.acknowledged if at > promoted) - promoted for one in writers]
    away = max(late - early for early, late in pairwise(sorted(at for at, _ in acknowledged)))
    lines = (
        f"{len(acknowledged)} writings acknowledged, {len(before)} before the primary was killed;",
        f"{len(held)} kept; {len(refused)} sendings refused, and sent again. Away",
        f"{away:.1f} s, {promoted - killed:.1f} of them to decide and promote;",
        f"everybody writes {max(back):.1f} s after that.",
    )
    with capsys.disabled():
        sys.stdout.write("\n" + " ".join(lines) + "\n")
