"""The ZIP in an age file: what was put in it, for who has the key, and nothing of this machine."""

import hashlib
import io
import json
import os
import zipfile
from itertools import pairwise

import pyrage
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dossier.disclosures import bundle
from dossier.disclosures.bundle import AGE_CHUNK, BadPath
from dossier.disclosures.sealing import CHUNK, Part
from tests.disclosures.test_sealing import MANIFEST, NOTE, PHRASE, SECRET


@pytest.fixture(scope="module")
def identity():
    return pyrage.x25519.Identity.generate()


def sealed(parts, identity, **asked) -> bytes:
    file = io.BytesIO()
    bundle.seal_zip(parts, MANIFEST, file, recipients=[str(identity.to_public())], **asked)
    return file.getvalue()


def unpacked(raw: bytes, identity) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(pyrage.decrypt(raw, [identity])))


@settings(max_examples=30, deadline=None)
@given(contents=st.lists(st.one_of(st.binary(), st.lists(st.binary())), max_size=5))
def test_what_is_packed_is_given_back(contents):
    identity = pyrage.x25519.Identity.generate()
    parts = [Part(f"fichiers/{n}", "é", "a/b", content) for n, content in enumerate(contents)]
    pack = unpacked(sealed(parts, identity), identity)
    assert pack.testzip() is None
    for part, content in zip(parts, contents, strict=True):
        whole = content if isinstance(content, bytes) else b"".join(content)
        assert pack.read(part.path) == whole


@pytest.fixture
def quick(monkeypatch):
    """Turn a passphrase over less."""
    monkeypatch.setattr(bundle, "SCRYPT_LOG_N", 4)


def told(parts, passphrase=PHRASE) -> bytes:
    """Return the file of who is told a passphrase."""
    file = io.BytesIO()
    bundle.seal_zip(parts, MANIFEST, file, passphrase=passphrase)
    return file.getvalue()


def test_a_passphrase_opens_it_as_it_was_told():
    raw = told([NOTE], PHRASE.upper())
    assert raw.splitlines()[1].endswith(b" 17")
    pack = zipfile.ZipFile(io.BytesIO(pyrage.passphrase.decrypt(raw, PHRASE)))
    assert pack.read(NOTE.path) == NOTE.content
    assert SECRET.encode() not in raw
    with pytest.raises(pyrage.DecryptError):
        pyrage.passphrase.decrypt(raw, PHRASE[1:])


@pytest.mark.parametrize("size", [0, *range(AGE_CHUNK - 2, AGE_CHUNK + 3), 2 * AGE_CHUNK, 500_000])
def test_what_we_write_by_passphrase_the_library_reads(quick, size):
    """At the edges of chunks too: what is sealed is the pieces of a ZIP, whatever their sizes."""
    content, file = os.urandom(size), io.BytesIO()
    bundle._by_passphrase(PHRASE, iter([content[:7], content[7:]]), file)
    assert pyrage.passphrase.decrypt(file.getvalue(), PHRASE) == content


def test_by_passphrase_a_changed_or_truncated_file_is_refused(quick):
    raw = told([Part("a", "a", "b", os.urandom(100_000))])
    for at in [*range(0, 400, 3), AGE_CHUNK + 250, len(raw) - 1]:
        changed = bytearray(raw)
        changed[at] ^= 1
        for bad in (bytes(changed), raw[:at]):
            with pytest.raises(pyrage.DecryptError):
                pyrage.passphrase.decrypt(bad, PHRASE)
    again = told([NOTE])
    assert again[:40] != told([NOTE])[:40]


def test_the_manifest_says_what_is_there(identity):
    hidden = Part("é/b.bin", "Autre", "a/b", iter([b"1", b"2"]))
    pack = unpacked(sealed([NOTE, hidden], identity), identity)
    index = json.loads(pack.read("manifeste.json"))
    assert index["manifest"]["consents"] == [*MANIFEST.consents]
    for part in index["parts"]:
        for one in part["files"]:
            assert hashlib.sha256(pack.read(one["path"])).hexdigest() == one["sha256"]
    notice = pack.read("LISEZ-MOI.txt").decode()
    assert "Remis à Dr Élodie Marchetti, à lire jusqu’au lundi 1er mars 2027." in notice
    assert all(consent in notice for consent in MANIFEST.consents)
    assert hashlib.sha256(b"12").hexdigest() in notice


def test_a_view_is_a_page_that_runs_nothing(identity):
    hostile = Part("a.txt", "<b>A</b>", "text/plain", b"a", html="<script>x()</script><p>b</p>")
    page = unpacked(sealed([hostile], identity), identity).read("a.txt.html").decode()
    assert "script" not in page
    assert "<p>b</p>" in page
    assert "&lt;b&gt;A&lt;/b&gt;" in page
    assert "Remis à Dr Élodie Marchetti" in page
    assert "default-src 'none'" in page


def test_a_zip_says_nothing_of_the_machine_nor_of_when(identity):
    for info in unpacked(sealed([NOTE], identity), identity).infolist():
        assert info.date_time == (1980, 1, 1, 0, 0, 0)
        assert (info.create_system, info.external_attr) == (3, 0o600 << 16)
        assert (info.comment, info.extra) == (b"", b"")


@pytest.mark.parametrize(
    "path",
    [
        "../a", "/a", "a/../b", "a//b", "a\\b", "C:a", "", "a\nb", ".", "./a", "a/",
        "manifeste.json", "lisez-moi.txt", "NOTES/orage.txt",
    ],
)  # fmt: skip
def test_no_path_leads_elsewhere_nor_over_another(path, identity):
    with pytest.raises(BadPath):
        sealed([NOTE, Part(path, "a", "b", b"")], identity)


def test_a_changed_or_truncated_file_is_refused(identity):
    raw = sealed([NOTE], identity)
    for at in range(0, len(raw), 5):
        changed = bytearray(raw)
        changed[at] ^= 1
        for bad in (bytes(changed), raw[:at]):
            with pytest.raises(pyrage.DecryptError):
                pyrage.decrypt(bad, [identity])
    assert SECRET.encode() not in raw
    assert b"orage" not in raw


def test_asked_for_badly_it_writes_nothing(identity):
    key = str(identity.to_public())
    for asked in (
        {},
        {"passphrase": PHRASE, "recipients": [key]},
        {"passphrase": "trop court"},
        {"recipients": ["age1faux"]},
    ):
        file = io.BytesIO()
        with pytest.raises(ValueError, match="passphrase|key"):
            bundle.seal_zip([NOTE], MANIFEST, file, **asked)
        assert file.getvalue() == b""


def test_a_zip_for_a_key_leaves_as_it_is_made(identity):
    """What was read is written before the rest is asked for: nothing is held whole."""
    file, written = io.BytesIO(), []

    def content():
        for _ in range(6):
            written.append(file.tell())
            yield os.urandom(CHUNK)

    bundle.seal_zip(
        [Part("a", "a", "b", content())], MANIFEST, file, recipients=[str(identity.to_public())]
    )
    assert all(later - sooner > CHUNK // 2 for sooner, later in pairwise(written))
    assert unpacked(file.getvalue(), identity).getinfo("a").file_size == 6 * CHUNK


def test_progress_goes_on_to_the_end(identity):
    heard = []
    sealed([NOTE], identity, progress=lambda *one: heard.append(one), expected=1)
    assert heard == sorted(heard)
    assert heard[0] == (len(NOTE.content), len(NOTE.content))


def test_what_parts_raise_is_what_is_raised(identity):
    def content():
        yield b"a"
        raise LookupError("gone")

    with pytest.raises(LookupError, match="gone"):
        sealed([Part("a", "a", "b", content())], identity)


@pytest.mark.parametrize("size", [1, CHUNK])
def test_a_full_disk_is_told(identity, size):
    class Full(io.RawIOBase):
        def writable(self):
            return True

        def write(self, piece):
            raise OSError("full")

    with pytest.raises(OSError, match="full"):
        bundle.seal_zip(
            [Part("a", "a", "b", os.urandom(size))],
            MANIFEST,
            Full(),
            recipients=[str(identity.to_public())],
        )
