"""A drawn signature: read with care, drawn again."""

import io
import json

import pytest
from PIL import Image

from dossier.rights import strokes


@pytest.mark.parametrize("sent", ["", "  ", "[]"])
def test_nothing_drawn_is_no_signature(sent):
    assert strokes.read(sent) is None


def test_a_drawing_is_read():
    assert strokes.read("[[[0,0],[1000,1000]],[[5,6]]]") == [[[0, 0], [1000, 1000]], [[5, 6]]]


FORGED = [
    "null", "{}", "1", '"x"', "[1]", "[[]]", "[[1]]", "[[[1]]]", "[[[1,2,3]]]", "[[[1.5,2]]]",
    "[[[-1,2]]]", "[[[1,1001]]]", "[[[true,1]]]", '[[["1",2]]]', "[[[1,null]]]", "[[[NaN,1]]]",
    "[", "x", "[" * 100_000, '[[[1,"</svg><script>"]]]', "[[[1e3,2]]]",
    json.dumps([[[1, 1]]] * (strokes.MAX_LINES + 1)),
    json.dumps([[[1, 1]] * (strokes.MAX_POINTS + 1)]),
    "[[[1,1]]]" + " " * strokes.MAX_SENT,
]  # fmt: skip


@pytest.mark.parametrize("sent", FORGED, ids=lambda sent: sent[:20])
def test_anything_else_is_refused(sent):
    with pytest.raises(strokes.NoSignature):
        strokes.read(sent)


def test_a_drawing_is_drawn_again_from_numbers_alone():
    drawn = [[[100, 200], [300, 260]], [[50, 210]]]
    assert strokes.box(drawn) == (30, 180, 290, 100)
    assert strokes.paths(drawn) == ["M100 200L300 260L300 260", "M50 210L50 210"]
    with Image.open(io.BytesIO(strokes.png(drawn))) as image:
        assert (image.format, image.size) == ("PNG", (290, 100))
        darkest, lightest = image.getextrema()
        assert darkest < 60 < 200 < lightest


@pytest.mark.parametrize("drawn", [[[[0, 0]]], [[[0, 0], [1000, 1000]]], [[[0, 0], [0, 1000]]]])
def test_any_drawing_becomes_an_image_of_a_size_that_paper_takes(drawn):
    with Image.open(io.BytesIO(strokes.png(drawn))) as image:
        assert image.width <= 480
        assert image.height <= 320
