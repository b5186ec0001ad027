"""Files kept in S3-compatible storage, in the life of the house: handed over, taken away, back."""

import io
import os
import subprocess
import sys

import pytest
from django.conf import settings
from django.core.files.storage import default_storage
from django.urls import reverse
from PIL import Image
from pypdf import PdfReader

from dossier.config import instance
from dossier.documents import pages
from dossier.documents.html import html
from dossier.documents.pdf import pdf
from dossier.files import actions
from dossier.files.elsewhere import STRETCH
from dossier.files.models import Blob
from dossier.notebooks.models import Attachment
from dossier.retention import cleaning
from dossier.retention.destruction import files_of, unlink
from tests.conftest import log_in, make_writing
from tests.scale.bucket import Bucket, serving

pytestmark = pytest.mark.django_db


@pytest.fixture
def bucket(settings):
    """Keep files in a bucket that keeps former versions too."""
    bucket = Bucket(is_versioned=True)
    with serving(bucket) as told:
        settings.STORAGES = settings.STORAGES | {"default": instance.storage(told)}
        yield bucket


def photo() -> bytes:
    """Return a photo."""
    file = io.BytesIO()
    Image.new("RGB", (900, 600), "#2060a0").save(file, "JPEG")
    return file.getvalue()


def joined(cast, data: bytes, name: str) -> Attachment:
    """Join a file to a writing of Amina's notebook."""
    writing = make_writing(cast.samira, cast.amina, "Voici.")
    blob = actions.keep([data])
    return Attachment.objects.create(
        author=cast.samira, writing=writing, blob=blob, name=name, key=writing.key
    )


def wav(seconds: int) -> bytes:
    """Return a sound of this length, which is not the same from one second to the next."""
    body = b"".join(number.to_bytes(4, "little") for number in range(seconds * 11_025))
    head = b"WAVEfmt \x10\0\0\0\x01\0\x01\0\x22\x56\0\0\x44\xac\0\0\x02\0\x10\0data"
    told = head + len(body).to_bytes(4, "little") + body
    return b"RIFF" + len(told).to_bytes(4, "little") + told


def test_nothing_stays_on_the_disk(bucket, cast):
    one = joined(cast, photo(), "piece.jpg")
    assert sorted(bucket.held) == sorted(
        one.blob.stored_as(size) for size in ("content", "large", "small")
    )
    root, arriving = settings.MEDIA_ROOT, settings.FILE_UPLOAD_TEMP_DIR
    assert not list(root.glob(f"*/{one.blob.sha256}*"))
    page = log_in(cast.karim).get(reverse("attachment-detail", args=[one.pk]))
    assert page.content == bucket.get(one.blob.stored_as())[1]
    assert not list(arriving.iterdir())


def test_the_house_hands_over_itself_and_to_nobody_else(bucket, cast):
    one = joined(cast, photo(), "piece.jpg")
    for name, status in (("attachment-detail", 200), ("attachment-small", 200)):
        address = reverse(name, args=[one.pk])
        assert log_in(cast.samira).get(address).status_code == status
        assert log_in(cast.maud).get(address).status_code == 404
    with pytest.raises(ValueError, match="by the house"):
        default_storage.url(one.blob.stored_as())


def test_a_long_sound_is_kept_in_parts_and_asked_for_by_stretches(bucket, cast):
    given = wav(220)
    assert len(given) > 9_000_000  # more than what is sent at once
    one = joined(cast, given, "son.wav")
    kept = bucket.get(one.blob.stored_as())[1]
    client, address = log_in(cast.samira), reverse("attachment-detail", args=[one.pk])
    bucket.asked.clear()
    whole = client.get(address)
    assert b"".join(whole.streaming_content) == kept
    assert int(whole.headers["Content-Length"]) == len(kept)
    asked = [headers["Range"] for method, _, headers in bucket.asked if method == "GET"]
    assert len(asked) >= len(kept) // STRETCH
    bucket.asked.clear()
    piece = client.get(address, headers={"Range": "bytes=5000000-5000999"})
    assert (piece.status_code, piece.content) == (206, kept[5_000_000:5_001_000])
    assert [method for method, _, _ in bucket.asked].count("GET") == 1


def test_a_file_destroyed_is_gone_with_its_former_versions(bucket, cast):
    one = joined(cast, b"Le secret de Samira.", "mot.txt")
    bucket.put(one.blob.stored_as(), b"Le secret de Samira.")
    assert b"secret" in bucket.every_byte()
    unlink(files_of([one.blob]))
    assert b"secret" not in bucket.every_byte()
    assert not one.blob.path().exists()
    with pytest.raises(FileNotFoundError):
        one.blob.path().open("rb")


def test_what_nobody_knows_is_swept_and_what_is_not_ours_is_left(bucket, monkeypatch):
    blob = actions.keep([b"Un mot que l\xe2\x80\x99on tient."])
    stranger = f"ab/{'ab' * 32}"
    for key in (stranger, "autre/chose"):
        bucket.put(key, b"x")
    cleaning.sweep_folders()
    assert bucket.get(stranger)  # it may have just arrived
    monkeypatch.setattr(cleaning, "QUARANTINE_S", -10)
    cleaning.sweep_folders()
    assert (bucket.get(stranger), bool(bucket.get("autre/chose"))) == (None, True)
    assert blob.path().exists()


def test_documents_have_their_pictures_and_their_sounds(bucket, cast):
    picture, sound = joined(cast, photo(), "piece.jpg").blob, joined(cast, wav(1), "son.wav").blob
    blocks = (
        pages.Picture(picture.path("large"), "image/webp", "Le jardin", "", 900, 600),
        pages.Sound("son.wav", sound.path(), sound.mime, ""),
    )
    document = pages.Document(title="Essai", blocks=blocks)
    page = html(document).decode()
    assert "data:image/jpeg;base64," in page
    assert f"data:{sound.mime};base64," in page
    (paper,) = PdfReader(io.BytesIO(pdf(document))).pages
    assert len(paper.images) == 1


def test_a_film_kept_before_is_cleaned_when_it_is_handed_over(bucket, cast):
    blob = joined(cast, wav(1), "son.wav").blob
    assert actions.handed(blob).read_bytes() == blob.path().read_bytes()
    assert blob.path("clean").stat().st_size == 0  # it had nothing to take off
    assert actions.handed(blob) == blob.path()


def test_a_storage_that_does_not_answer_keeps_nothing(bucket):
    bucket.is_down = True
    with pytest.raises(OSError, match="Errno 5"):
        actions.keep([b"Trois mots, qui ne seront pas perdus."])
    assert Blob.objects.count() == 0
    bucket.is_down = False
    assert actions.keep([b"Trois mots, qui ne seront pas perdus."]).path().exists()


@pytest.mark.slow
def test_what_is_taken_away_comes_back_from_one_storage_to_the_other(tmp_path):
    """From a bucket to a folder, and from a folder to a bucket."""

    def run(name: str, *command: str, **more: str) -> str:
        kept = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
        environment = kept | {"DOSSIER_HOME": str(tmp_path / name), "DOSSIER_TEST": "1"} | more
        done = subprocess.run(  # noqa: S603 - our own commands
            [sys.executable, *command],
            cwd=settings.BASE_DIR,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    keep = (
        "import os, django; os.environ['DJANGO_SETTINGS_MODULE'] = 'dossier.config.settings';"
        "django.setup();"
        "from dossier.establishment.actions import name_establishment, welcome;"
        "from dossier.establishment.models import Team;"
        "from dossier.collectives.actions import open_collective;"
        "from dossier.notebooks.actions import Content, write;"
        "from dossier.notebooks.attachments import join;"
        "import uuid; key = uuid.uuid4(); name_establishment(name='La maison');"
        "team = Team.objects.create(name='Foyer');"
        "by = welcome(login='samira', name='Samira', passphrase='une phrase pour les essais',"
        " teams=[team]);"
        "notebook = open_collective(by=by, name='Étage', teams=[team]).notebook;"
        "join(by=by, key=key, name='mot.txt', pieces=[b'Un mot joint.']);"
        "write(by=by, notebook=notebook, content=Content(text='Voici.'), key=key)"
    )
    first, second = Bucket(), Bucket(is_versioned=True)
    with serving(first) as told, serving(second) as other:
        run("une", "manage.py", "migrate", "--verbosity", "0", **told)
        run("une", "-c", keep, **told)
        assert b"Un mot joint." in first.every_byte()
        run("une", "-m", "dossier", "takeout", str(tmp_path / "tout"), **told)
        run("deux", "-m", "dossier", "restore", str(tmp_path / "tout"))
        held = [path.read_bytes() for path in (tmp_path / "deux" / "fichiers").glob("??/*")]
        assert held == [b"Un mot joint."]
        run("deux", "-m", "dossier", "takeout", str(tmp_path / "encore"))
        run("trois", "-m", "dossier", "restore", str(tmp_path / "encore"), **other)
        assert second.held.keys() == first.held.keys()
        assert b"Un mot joint." in second.every_byte()
        assert not list((tmp_path / "trois" / "fichiers").glob("??/*"))
