"""Sounds without the notes that recorders write inside: names, places, pictures, lyrics. For the
workshop alone: it opens what came from outside.
"""

import struct
from pathlib import Path
from typing import BinaryIO

import mutagen
from mutagen import apev2, id3
from mutagen.flac import FLAC, SeekTable, StreamInfo
from mutagen.oggflac import OggFLAC
from mutagen.oggopus import OggOpus
from mutagen.oggspeex import OggSpeex
from mutagen.oggvorbis import OggVorbis

from dossier.files import kinds

PIECE = 1 << 20
HEARD = {b"fmt ", b"fact", b"data"}  # chunks of a WAV: the rest are notes (RIFF INFO, bext, id3)
STACKED = 4  # ID3 headers one after the other
IN_OGG = [OggVorbis, OggOpus, OggFLAC, OggSpeex]


class Unread(ValueError):
    """A sound of which one cannot tell what is heard and what is noted."""


def without_notes(path: Path, told: kinds.Told) -> None:
    """Take off the notes of the sound at `path`, in place. Raises Unread, mutagen.MutagenError."""
    {kinds.MP3: _mp3, kinds.FLAC: _flac, kinds.OGG: _ogg, kinds.WAV: _wav}[told](path)


def _mp3(path: Path) -> None:
    apev2.delete(path)
    for _ in range(STACKED):
        id3.delete(path, delete_v1=True, delete_v2=True)
        with path.open("rb") as file:
            if file.read(3) != b"ID3":
                return
    raise Unread("ID3 after ID3")


def _flac(path: Path) -> None:
    sound = FLAC(path)
    blocks = sound.metadata_blocks
    blocks[:] = [one for one in blocks if isinstance(one, StreamInfo | SeekTable)]
    sound.save(deleteid3=True, padding=lambda _: 0)


def _ogg(path: Path) -> None:
    sound = mutagen.File(path, options=IN_OGG)
    if sound is None:
        raise Unread("Ogg of another sort")
    if sound.tags is not None:
        sound.tags.clear()
        sound.tags.vendor = ""
        if isinstance(sound, OggOpus):
            sound.tags._pad_data = b""
        sound.save(padding=lambda _: 0)


def _wav(path: Path) -> None:
    whole = path.with_suffix(".heard")
    with path.open("rb") as sound, whole.open("xb") as heard:
        heard.write(sound.read(12))
        while len(head := sound.read(8)) == 8:
            name, size = struct.unpack("<4sI", head)
            if name in HEARD:
                _copy_chunk(sound, heard, name, size)
            else:
                sound.seek(size + size % 2, 1)
        length = heard.tell()
        if length <= 12:
            raise Unread("a WAV without a sound")
        heard.seek(4)
        heard.write(struct.pack("<I", min(length - 8, 0xFFFFFFFF)))
    whole.replace(path)


def _copy_chunk(sound: BinaryIO, heard: BinaryIO, name: bytes, size: int) -> None:
    """Copy a chunk; one cut short is told as long as what there is of it."""
    at = heard.tell()
    heard.write(struct.pack("<4sI", name, size))
    left = size + size % 2
    while left and (piece := sound.read(min(left, PIECE))):
        heard.write(piece)
        left -= len(piece)
    if left:
        end = heard.tell()
        heard.seek(at + 4)
        heard.write(struct.pack("<I", end - at - 8))
        heard.seek(end)
