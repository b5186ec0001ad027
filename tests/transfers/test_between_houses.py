"""From a house to another, by the command line alone: two instances, SQLite or PostgreSQL."""

import json
import os
import subprocess
import sys
import zipfile

import pytest

from tests.ownership.elsewhere import ROOT, Elsewhere, new_base

WORKER = os.environ.get("PYTEST_XDIST_WORKER", "seul")
pytestmark = pytest.mark.slow

# What the team of the house that gives does on its pages, before anything is asked of the console.
GIVING = """
import json, sys
from dossier.establishment.actions import welcome
from dossier.establishment.models import Team
from dossier.files.actions import keep
from dossier.notebooks.actions import grant
from dossier.notebooks.models import Attachment
from dossier.persons.actions import open_dossier
from tests.conftest import make_writing
from tests.files.hostile import image
from tests.transfers.house import agreed, prepared, sealed
team = Team.objects.create(name="Foyer")
by = welcome(login="samira", name="Samira Haddad", passphrase=None, teams=[team])
mine = open_dossier(by=by, called="Léo Zibelinou", birth="zqnaissance", teams=[team])
other = open_dossier(by=by, called="Wendeline Zqautre", teams=[team])
make_writing(by, other.notebook, "zqautreecrit")
text = "Léo joue au ballon. Wendeline Zqautre a crié zqcouvert."
one = make_writing(by, mine.notebook, text, heading="Loisirs", tags=("zqmot",))
make_writing(by, mine.notebook, "zqpasaccorde", heading="Zqsante")
file = Attachment.objects.create(author=by, writing=one, blob=keep([image("PNG")]), key=one.key,
                                 name="zqnom.png")
consent = agreed(by, mine, heading=one.heading, with_files=True)
made = sealed(by, prepared(by, consent, [one], [file]), {key!r})
print(made.reference)
"""
WITHDRAWN = """
from dossier.disclosures.consents import withdraw_consent
from dossier.disclosures.models import Disclosure
from dossier.establishment.models import Worker
consent = Disclosure.objects.get().consent
withdraw_consent(by=Worker.objects.get(login="samira"), consent=consent)
"""
RECEIVING = """
from dossier.establishment.actions import welcome
from dossier.establishment.models import Team
team = Team.objects.create(name="Étage")
welcome(login="maud", name="Maud Perrin", passphrase=None, teams=[team])
welcome(login="yann", name="Yann", passphrase=None, is_administrator=True)
"""
FOUND = """
from dossier.notebooks.models import Attachment, Writing
from dossier.persons.models import Dossier, Person
person = Person.objects.get()
assert (person.called, person.birth) == ("Léo Zibelinou", ""), person
texts = list(Writing.objects.order_by("pk").values_list("text", flat=True))
assert len(texts) == 2, texts
assert any("Reçu de : La maison d’ici" in one for one in texts), texts
wanted = "Léo joue au ballon. […]\\n\\nÉcrit par Samira Haddad, La maison d’ici"
assert wanted in texts, texts
assert Attachment.objects.get().blob.kind == "image"
assert Writing.objects.get(text=wanted).heading.name == "Loisirs"
"""


def said(house: Elsewhere, code: str) -> str:
    """Run a program in an instance; return what it says."""
    line = [sys.executable, "-c", f"import django; django.setup()\n{code}"]
    done = subprocess.run(  # noqa: S603 - our own program
        line, env=house.environment, cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.fixture(scope="module")
def apart(tmp_path_factory):
    return tmp_path_factory.mktemp("deux-maisons")


@pytest.fixture(scope="module")
def there(apart):
    """The house that receives, on the database that these tests are run with."""
    held = Elsewhere(apart / "la-bas", new_base(f"la_bas_{WORKER}"))
    held.must("init", "--house", "La maison de là-bas")
    said(held, RECEIVING)
    return held


@pytest.fixture(scope="module")
def key(there):
    """Its key, as it is given."""
    return json.loads(there.must("receive", "key", "--json"))


@pytest.fixture(scope="module")
def here(apart):
    """The house that gives, on SQLite."""
    held = Elsewhere(apart / "ici")
    held.must("init", "--house", "La maison d’ici")
    return held


@pytest.fixture(scope="module")
def reference(here, key):
    """What its team sealed to the other's key."""
    return said(here, GIVING.format(key=key["key"]))


@pytest.fixture(scope="module")
def path(here, reference, apart):
    folder = apart / "cle-usb"
    folder.mkdir()
    told = json.loads(here.must("transfer", reference, folder, "--json"))
    assert told["is_done"]
    return folder / f"envoi-{reference}.zip.age", told


def test_the_key_stays_the_same_until_another_is_asked(there, key):
    assert json.loads(there.must("receive", "key", "--json")) == key
    shown = there.must("receive", "key")
    assert key["key"] in shown
    assert key["words"] in shown
    assert (there.home / "receive.key").stat().st_mode & 0o777 == 0o600


def test_one_sees_first_then_receives_then_nothing_comes_twice_then_it_is_undone(there, path, key):
    path, sent = path
    assert sent["key_words"] == key["words"]
    told = json.loads(there.must("receive", "file", path, "--dry-run", "--json"))
    assert (told["house"], told["texts"], told["files"]) == ("La maison d’ici", 1, 1)
    assert (told["words"], told["is_done"]) == (sent["words"], False)
    assert "Rien n’a été pris" in there.must("receive", "file", path, "--dry-run")
    assert (
        said(there, "from dossier.persons.models import Dossier; print(Dossier.objects.count())")
        == "0"
    )
    for by in ([], ["--by", "personne"], ["--by", "yann"], ["--by", "maud", "--team", "Zut"]):
        assert there.run("receive", "file", path, *by).returncode in {1, 2}
    done = json.loads(there.must("receive", "file", path, "--by", "maud", "--json"))
    assert (done["opened"], done["written"], done["is_done"]) == (1, 2, True)
    said(there, FOUND)
    again = json.loads(there.must("receive", "file", path, "--by", "maud", "--json"))
    assert (again["opened"], again["written"], again["known"]) == (0, 0, 2)
    assert "entière" in there.must("journal", "verify")
    assert path.name in there.must("import", "list")
    assert "dossiers, 1 ; écrits, 2" in there.must("import", "undo", str(done["number"]))


def test_no_planted_word_is_in_the_other_house(there, path, apart):
    path, _ = path
    there.must("receive", "file", path, "--by", "maud")
    there.must("takeout", apart / "la-bas.zip")
    with zipfile.ZipFile(apart / "la-bas.zip") as held:
        whole = b"".join(map(held.read, held.namelist())).lower()
    assert b"joue au ballon" in whole
    for word in (b"zqnaissance", b"zqautre", b"zqcouvert", b"zqmot", b"zqsante", b"zqpasaccorde"):
        assert word not in whole, word
    assert b"zqnom" not in whole
    assert b"samira haddad" in whole


def test_the_console_neither_reads_nor_says_a_word_of_it(here, there, path, apart):
    path, _ = path
    aside = apart / "ailleurs"
    aside.mkdir(exist_ok=True)
    told = here.must("transfer", path.name[6:12], aside, "--dry-run")
    told += there.must("receive", "file", path, "--dry-run")
    assert [*aside.iterdir()] == []
    for word in ("Léo", "Zibelinou", "ballon", "Loisirs"):
        assert word not in told
    again = here.run("transfer", path.name[6:12], path.parent)
    assert (again.returncode, "rien n’a été remplacé" in again.stderr) == (1, True)


def test_for_another_or_spoilt_it_is_refused_and_nothing_changes(here, there, path, apart):
    path, _ = path
    done = here.run("receive", "file", path, "--by", "samira")
    assert (done.returncode, "n’a pas encore de clé" in done.stderr) == (1, True)
    here.must("receive", "key")
    done = here.run("receive", "file", path, "--by", "samira")
    assert (done.returncode, "Rien n’a changé ici" in done.stderr) == (1, True)
    spoilt = apart / "abime.age"
    spoilt.write_bytes(path.read_bytes()[:-1] + b"x")
    before = there.must("import", "list")
    done = there.run("receive", "file", spoilt, "--by", "maud")
    assert (done.returncode, "Rien n’a changé ici" in done.stderr) == (1, True)
    assert there.run("receive", "file", apart / "rien").returncode == 1
    assert there.must("import", "list") == before


def test_taken_back_it_is_carried_no_more(here, reference, path, apart):
    for wrong, where, what in (
        ("ZZZZZZ", apart, "Aucun envoi de ce numéro"),
        (reference, apart / "nulle-part", "n’est pas un dossier"),
    ):
        done = here.run("transfer", wrong, where)
        assert (done.returncode, what in done.stderr) == (1, True), done.stderr
    said(here, WITHDRAWN)
    aside = apart / "repris"
    aside.mkdir()
    done = here.run("transfer", reference, aside)
    assert (done.returncode, "ne tient plus" in done.stderr) == (1, True)
    assert [*aside.iterdir()] == []
