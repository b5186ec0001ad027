"""A PostgreSQL cluster for the time of a test run, on this machine only."""

import os
import pwd
import re
import secrets
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

START_SECONDS = 30
READY = re.compile("ready to accept (read-only )?connections")
# Its data die with it: nothing needs to reach the disk, so nothing waits for it.
QUICK = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}
OPTIONS = {
    "listen_addresses": "127.0.0.1",
    "unix_socket_directories": "",
    "max_connections": "60",
}


@contextmanager
def cluster(programs: Path, *, durable: bool = False) -> Iterator[str]:
    """Yield the DATABASE_URL of a new cluster, reached by a random password on a free port.

    `durable` makes it wait for the disk, as a real one does.

    The server refuses to run as root: root lends it the account `postgres`, or `nobody`.
    """
    with tempfile.TemporaryDirectory(prefix="dossier-postgresql-", dir=_within_reach()) as name:
        folder, password, port = Path(name), secrets.token_urlsafe(24), _free_port()
        account = _account(folder)
        _create(programs, folder, password, account)
        server = _serve(programs, folder, account, {"port": port} | ({} if durable else QUICK))
        try:
            yield f"postgres://dossier:{password}@127.0.0.1:{port}/postgres"
        finally:
            _stop(server)


@dataclass
class Pair:
    """A primary, and a standby that follows it: no writing is acknowledged that is not on both
    disks. `url` is the DATABASE_URL of the two.
    """

    programs: Path
    account: dict
    folders: tuple[Path, Path]
    ports: tuple[int, int]
    password: str
    primary: subprocess.Popen
    standby: subprocess.Popen

    @property
    def url(self) -> str:
        """Return the address of both, whichever takes writings."""
        places = ",".join(f"127.0.0.1:{port}" for port in self.ports)
        return f"postgres://dossier:{self.password}@{places}/postgres"

    def kill_primary(self) -> None:
        """Kill all of its processes, as a power cut would."""
        pid = self.primary.pid
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
        for one in (pid, *map(int, children)):
            os.kill(one, signal.SIGKILL)
        self.primary.wait()

    def promote(self) -> None:
        """Make a primary of the standby; on return it takes writings."""
        command = [self.programs / "pg_ctl", "promote", "-w", "-D", self.folders[1] / "data"]
        quiet = {"cwd": self.folders[1], "stdout": subprocess.DEVNULL}
        subprocess.run(command, check=True, **quiet, **self.account)

    def stop_standby(self) -> None:
        """Stop the standby."""
        _stop(self.standby)

    def start_standby(self) -> None:
        """Start it again."""
        chosen = {"port": self.ports[1]}
        self.standby = _serve(self.programs, self.folders[1], self.account, chosen)


@contextmanager
def pair(programs: Path) -> Iterator[Pair]:
    """Yield a new primary and its standby, both durable, on this machine."""
    with tempfile.TemporaryDirectory(prefix="dossier-postgresql-", dir=_within_reach()) as name:
        first, second = Path(name, "une"), Path(name, "autre")
        ports, password = (_free_port(), _free_port()), secrets.token_urlsafe(24)
        account = _account(Path(name))
        for folder in (first, second):
            folder.mkdir()
            _account(folder)
        _create(programs, first, password, account)
        chosen = {"port": ports[0], "synchronous_standby_names": "standby"}
        primary = _serve(programs, first, account, chosen)
        standby = None
        try:
            _copy(programs, second, ports[0], password, account)
            standby = _serve(programs, second, account, {"port": ports[1]})
            told = Pair(programs, account, (first, second), ports, password, primary, standby)
            yield told
            standby = told.standby
        finally:
            for server in filter(None, (standby, primary)):
                _stop(server)


def _within_reach() -> str | None:
    """Return where the account that root lends may go, when the usual place is root's alone."""
    return "/tmp" if os.geteuid() == 0 else None  # noqa: S108 - the folder made in it is private


def _copy(programs: Path, folder: Path, port: int, password: str, account: dict) -> None:
    """Copy a running cluster into `folder`, to follow it under the name `standby`."""
    reached = f"host=127.0.0.1 port={port} user=dossier application_name=standby"
    command = [programs / "pg_basebackup", "-D", folder / "data", "-R", "-c", "fast"]
    environment = os.environ | {"PGPASSWORD": password}
    command += ["-d", f"{reached} password={password}"]
    subprocess.run(command, check=True, cwd=folder, env=environment, **account)


def _serve(programs: Path, folder: Path, account: dict, chosen: dict) -> subprocess.Popen:
    """Start the cluster of `folder`, and wait until it listens."""
    options = [f"-c{key}={value}" for key, value in (OPTIONS | chosen).items()]
    log = folder / "server.log"
    with log.open("w") as output:
        server = subprocess.Popen(
            [programs / "postgres", "-D", folder / "data", *options],
            cwd=folder,
            stdout=output,
            stderr=output,
            **account,
        )
    try:
        _wait(server, chosen["port"], log)
    except BaseException:
        _stop(server)
        raise
    return server


def _account(folder: Path) -> dict:
    """Return subprocess's arguments to leave root, and give `folder` to that account."""
    if os.geteuid() != 0:
        return {}
    names = {entry.pw_name: entry for entry in pwd.getpwall()}
    entry = names.get("postgres") or names["nobody"]
    os.chown(folder, entry.pw_uid, entry.pw_gid)
    return {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": []}


def _create(programs: Path, folder: Path, password: str, account: dict) -> None:
    """Make the cluster's files, owned by the role `dossier`."""
    secret = folder / "password"
    secret.write_text(password)
    if account:
        os.chown(secret, account["user"], account["group"])
    secret.chmod(0o600)
    command = [
        programs / "initdb",
        f"--pgdata={folder / 'data'}",
        "--username=dossier",
        f"--pwfile={secret}",
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--locale=C.UTF-8",
        "--no-sync",
    ]
    subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL, **account)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _wait(server: subprocess.Popen, port: int, log: Path) -> None:
    """Wait until the server listens; RuntimeError with its log if it does not come."""
    deadline = time.monotonic() + START_SECONDS
    while server.poll() is None and time.monotonic() < deadline:
        if READY.search(log.read_text()):
            return
        time.sleep(0.05)
    raise RuntimeError(f"PostgreSQL did not start on port {port}:\n{log.read_text()}")


def _stop(server: subprocess.Popen) -> None:
    """Ask for a fast shutdown, whatever is still connected; insist after ten seconds."""
    server.send_signal(signal.SIGINT)  # nothing to one that is gone
    try:
        server.wait(10)
    except subprocess.TimeoutExpired:
        server.send_signal(signal.SIGQUIT)
        server.wait()
