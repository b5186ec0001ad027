"""Sounds are kept and handed over without what recorders write inside them."""

import struct
from pathlib import Path

import pytest
from mutagen.ogg import OggPage

from dossier.files import actions, kinds, sounds
from dossier.files.models import Blob

pytestmark = pytest.mark.django_db
NAME = b"Zibeline Morvan"
FRAMES = b"\xff\xfb\x90\x00" + bytes(413)


def chunk(name: bytes, data: bytes) -> bytes:
    return name + struct.pack("<I", len(data)) + data + bytes(len(data) % 2)


def wav() -> bytes:
    heard = chunk(b"fmt ", struct.pack("<HHIIHH", 1, 1, 8000, 16000, 2, 16))
    heard += chunk(b"data", b"\1\2" * 400)
    noted = chunk(b"LIST", b"INFO" + chunk(b"IART", NAME)) + chunk(b"bext", NAME * 3)
    body = b"WAVE" + noted + heard + chunk(b"id3 ", NAME)
    return b"RIFF" + struct.pack("<I", len(body)) + body


def mp3() -> bytes:
    frame = b"TPE1" + struct.pack(">IH", len(NAME) + 1, 0) + b"\0" + NAME
    size = len(frame)
    first = b"ID3\3\0\0" + bytes([0, 0, size >> 7, size & 127]) + frame
    return first + FRAMES * 8 + b"TAG" + NAME.ljust(125, b"\0")


def comment() -> bytes:
    told = b"ARTIST=" + NAME
    return struct.pack("<I", len(NAME)) + NAME + struct.pack("<II", 1, len(told)) + told


def flac() -> bytes:
    info = struct.pack(">HH", 4096, 4096) + bytes(6) + bytes.fromhex("0ac442f000000000")
    info += bytes(16)
    blocks = b"\0" + struct.pack(">I", len(info))[1:] + info
    noted = comment()
    return b"fLaC" + blocks + b"\x84" + struct.pack(">I", len(noted))[1:] + noted + b"\xff\xf8" * 40


def page(packet: bytes, flags: int, number: int, at: int = 0) -> bytes:
    one = OggPage()
    one.packets, one.sequence, one.serial, one.position = [packet], number, 7, at
    one.first, one.last = flags == 2, flags == 4
    return one.write()


def opus() -> bytes:
    head = b"OpusHead" + struct.pack("<BBHIhB", 1, 1, 312, 48000, 0, 0)
    return page(head, 2, 0) + page(b"OpusTags" + comment(), 0, 1) + page(b"\xfc" * 99, 4, 2, 960)


SOUNDS = {"wav": (wav, kinds.WAV), "mp3": (mp3, kinds.MP3), "flac": (flac, kinds.FLAC),
          "opus": (opus, kinds.OGG)}  # fmt: skip


@pytest.mark.parametrize("sort", SOUNDS)
def test_a_sound_is_kept_without_its_notes(sort):
    made, told = SOUNDS[sort]
    assert NAME in made()
    blob = actions.keep([made()])
    assert (blob.kind, blob.mime) == (told.kind, told.mime)
    kept = blob.path().read_bytes()
    assert NAME not in kept
    heard = {
        "wav": b"\1\2" * 400,
        "mp3": FRAMES * 8,
        "flac": b"\xff\xf8" * 40,
        "opus": b"\xfc" * 99,
    }
    assert heard[sort] in kept
    assert actions.handed(blob) == blob.path()  # nothing more to take off


@pytest.mark.parametrize("sort", SOUNDS)
def test_one_kept_before_is_handed_over_without_its_notes(sort, tmp_path, monkeypatch):
    made, told = SOUNDS[sort]
    (folder := tmp_path / "in").mkdir()
    (folder / "content").write_bytes(made())
    blob = actions._shelve(folder / "content", folder, {"kind": told.kind, "mime": told.mime})
    path = actions.handed(blob)
    assert NAME in blob.path().read_bytes()
    assert NAME not in path.read_bytes()
    monkeypatch.setattr(actions.apart, "run", None)  # looked at once
    assert actions.handed(blob) == path
    monkeypatch.setattr(actions, "QUARANTINE_S", -1)
    actions.sweep(Blob.objects.filter(pk=blob.pk))
    assert not path.exists()


def test_what_cannot_be_told_from_its_notes_is_no_sound(tmp_path: Path):
    broken = b"OggS" + bytes(9) + b"\xff\xfe" * 200 + NAME
    assert actions.keep([broken]).kind == kinds.OTHER
    (place := tmp_path / "x").write_bytes(b"RIFF\0\0\0\0WAVE")
    with pytest.raises(sounds.Unread):
        sounds.without_notes(place, kinds.WAV)
