"""A PostgreSQL cluster for the time of a test run, on this machine only."""

import os
import pwd
import secrets
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

START_SECONDS = 30
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
    with tempfile.TemporaryDirectory(prefix="dossier-postgresql-") as name:
        folder, password, port = Path(name), secrets.token_urlsafe(24), _free_port()
        account = _account(folder)
        _create(programs, folder, password, account)
        chosen = OPTIONS | {"port": port} | ({} if durable else QUICK)
        options = [f"-c{key}={value}" for key, value in chosen.items()]
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
            _wait(server, port, log)
            yield f"postgres://dossier:{password}@127.0.0.1:{port}/postgres"
        finally:
            _stop(server)


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
        if "ready to accept connections" in log.read_text():
            return
        time.sleep(0.05)
    raise RuntimeError(f"PostgreSQL did not start on port {port}:\n{log.read_text()}")


def _stop(server: subprocess.Popen) -> None:
    """Ask for a fast shutdown, whatever is still connected; insist after ten seconds."""
    server.send_signal(signal.SIGINT)
    try:
        server.wait(10)
    except subprocess.TimeoutExpired:
        server.send_signal(signal.SIGQUIT)
        server.wait()
