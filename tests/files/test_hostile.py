"""Hostile files: none executes, none is lost, each is told for what it is."""

import pytest

from dossier.files import actions
from tests.files.hostile import FILES


@pytest.mark.slow
@pytest.mark.django_db
@pytest.mark.parametrize("one", FILES, ids=lambda one: ascii(one.name)[:40])
def test_a_hostile_file_is_told_and_kept_or_refused(one):
    data = one.data()
    if one.expect == "refused":
        with pytest.raises(actions.EmptyFile):
            actions.keep([data])
        return
    blob = actions.keep([data])
    assert blob.kind == one.expect
    if blob.kind not in {"image", "video", "sound"}:
        assert blob.path().read_bytes() == data
    if blob.kind == "image":
        kept = blob.path().read_bytes()
        assert (b"<script" in kept, b"alert(" in kept) == (False, False)
