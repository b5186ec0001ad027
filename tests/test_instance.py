"""An instance is a folder: its key, its rights, its database and how it is opened."""

import os
import stat
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.conf import settings
from django.core.checks import run_checks
from django.db import connection

from dossier import checks
from dossier.config import instance


@pytest.mark.parametrize("name", [instance.SECRET, instance.JOURNAL])
def test_a_key_is_made_once_and_for_its_owner_alone(tmp_path, name):
    folder = instance.home(str(tmp_path / "maison"))
    key = instance.key(folder, name)
    assert len(key) >= 64
    assert instance.key(folder, name) == key
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE((folder / name).stat().st_mode) == 0o600
    assert [path.name for path in folder.iterdir()] == [name]


def test_the_journal_has_a_key_of_its_own():
    assert settings.JOURNAL_KEY != settings.SECRET_KEY


def test_a_folder_that_was_there_is_shut_to_other_accounts(tmp_path):
    folder = tmp_path / "maison"
    folder.mkdir(mode=0o755)
    folder.chmod(0o755)
    assert stat.S_IMODE(instance.home(str(folder)).stat().st_mode) == 0o700


def test_a_key_is_one_for_all_who_start_together(tmp_path):
    with ThreadPoolExecutor(8) as pool:
        keys = list(pool.map(lambda _: instance.key(tmp_path, instance.SECRET), range(40)))
    assert len(set(keys)) == 1


def test_postgresql_reads_an_address():
    read = instance.postgresql("postgres://anne%40x:s%2Fcret@base:5433/maison?sslmode=require")
    assert (read["USER"], read["PASSWORD"]) == ("anne@x", "s/cret")
    assert (read["HOST"], read["PORT"], read["NAME"]) == ("base", "5433", "maison")
    assert read["OPTIONS"] == {"sslmode": "require"}


def test_postgresql_reads_an_address_of_several_servers():
    read = instance.postgresql("postgres://anne:s%2C%40@une:5433,[::1]:5434,autre/maison")
    assert (read["HOST"], read["PORT"]) == ("une,::1,autre", "5433,5434,5432")
    assert (read["USER"], read["PASSWORD"], read["NAME"]) == ("anne", "s,@", "maison")
    assert read["OPTIONS"]["target_session_attrs"] == "read-write"
    assert int(read["OPTIONS"]["connect_timeout"]) <= 5
    assert read["CONN_HEALTH_CHECKS"] is True


def test_what_an_address_says_of_several_servers_wins():
    url = "postgres://u:p@une,autre/maison?target_session_attrs=any&sslmode=verify-full"
    options = instance.postgresql(url)["OPTIONS"]
    assert (options["target_session_attrs"], options["sslmode"]) == ("any", "verify-full")
    assert "target_session_attrs" not in instance.postgresql("postgres://u:p@une/maison")["OPTIONS"]


def test_postgresql_may_be_reached_without_a_machine_s_name():
    read = instance.postgresql("postgres:///maison?host=/run/postgresql")
    assert (read["HOST"], read["PORT"]) == ("", "")
    assert read["OPTIONS"] == {"host": "/run/postgresql"}


S3 = {
    "DOSSIER_S3_BUCKET": "maison",
    "DOSSIER_S3_ENDPOINT": "https://s3.exemple.fr",
    "DOSSIER_S3_KEY": "cle",
    "DOSSIER_S3_SECRET": "secret",
}


def test_files_are_kept_here_unless_another_place_is_named():
    assert instance.storage({})["BACKEND"] == "dossier.files.storage.Here"
    told = instance.storage(S3)
    assert told["BACKEND"] == "dossier.files.elsewhere.Elsewhere"
    assert told["OPTIONS"]["bucket_name"] == "maison"


@pytest.mark.parametrize("name", [name for name in S3 if name != "DOSSIER_S3_BUCKET"])
def test_another_place_for_files_is_told_whole(name):
    with pytest.raises(ValueError, match=name):
        instance.storage(S3 | {name: ""})


def test_what_another_place_needs_is_asked_for(monkeypatch):
    monkeypatch.setattr(instance, "find_spec", lambda name: None)
    assert instance.storage({})["BACKEND"] == "dossier.files.storage.Here"
    with pytest.raises(ValueError, match="scripts/setup s3"):
        instance.storage(S3)


def test_files_do_not_travel_in_the_clear():
    with pytest.raises(ValueError, match="https"):
        instance.storage(S3 | {"DOSSIER_S3_ENDPOINT": "http://s3.exemple.fr"})
    instance.storage(S3 | {"DOSSIER_S3_ENDPOINT": "http://127.0.0.1:9000"})


def test_what_a_command_makes_is_its_owner_s_alone(tmp_path):
    """The database too, in a folder that another program would have opened to all."""
    command = [sys.executable, "manage.py", "showmigrations", "dossier"]
    environment = {"DOSSIER_HOME": str(tmp_path), "PATH": os.environ["PATH"]}
    asked = {"cwd": settings.BASE_DIR, "env": environment, "umask": 0o022}
    subprocess.run(command, **asked, capture_output=True, check=True)  # noqa: S603 - our own words
    modes = {one.name: stat.S_IMODE(one.stat().st_mode) for one in tmp_path.glob("*.sqlite3*")}
    assert modes["dossier.sqlite3"] == 0o600
    assert set(modes.values()) == {0o600}


@pytest.mark.parametrize(
    "url",
    [
        "mysql://a@b/c",
        "postgres://a@b",
        "maison",
        "postgres://a@b,/c",
        "postgres://a@,b/c",
        "postgres://a@b:x/c",
        "postgres://a@b:99999/c",
        "postgres://a@b:5432,c:0/d",
        "postgres://a@b:1:2/c",
        "postgres://a@b c/d",
    ],
)
def test_postgresql_refuses_another_address_in_french(url):
    with pytest.raises(ValueError, match="DATABASE_URL doit ressembler"):
        instance.postgresql(url)


@pytest.mark.django_db(transaction=True)
def test_sqlite_is_opened_as_a_serious_database():
    if connection.vendor != "sqlite":
        pytest.skip("absent: this run is on PostgreSQL")
    asked = ("journal_mode", "synchronous", "foreign_keys", "secure_delete", "busy_timeout")
    with connection.cursor() as cursor:
        said = [cursor.execute(f"PRAGMA {name}").fetchone()[0] for name in asked]
    assert said == ["wal", 2, 1, 1, 20_000]
    assert connection.transaction_mode == "IMMEDIATE"


def test_an_old_sqlite_is_refused(monkeypatch):
    engine = {"default": {"ENGINE": "django.db.backends.sqlite3"}}
    monkeypatch.setattr(checks.settings, "DATABASES", engine)
    assert checks.sqlite_can_forget(None) == []
    monkeypatch.setattr(checks.sqlite3, "sqlite_version_info", (3, 40, 1))
    assert [error.id for error in checks.sqlite_can_forget(None)] == ["dossier.E001"]


def test_an_old_sqlite_keeps_a_rollback_journal(monkeypatch, tmp_path):
    monkeypatch.setattr(instance.sqlite3, "sqlite_version_info", (3, 46, 0))
    assert "journal_mode=DELETE" in instance.sqlite(tmp_path)["OPTIONS"]["init_command"]


def test_the_project_has_nothing_to_say_against_itself():
    assert [said for said in run_checks() if not said.is_silenced()] == []
