"""What keeps files keeps them here, and elsewhere: each test of this folder runs for both."""

from collections.abc import Iterator

import pytest

from dossier.config import instance
from tests.scale.bucket import Bucket, serving


@pytest.fixture(autouse=True, params=["here", "elsewhere"])
def bucket(request: pytest.FixtureRequest, settings) -> Iterator[Bucket | None]:
    """Give the bucket where files are kept; None when that is the instance's folder."""
    if request.param == "here":
        yield None
        return
    bucket = Bucket()
    with serving(bucket) as told:
        settings.STORAGES = settings.STORAGES | {"default": instance.storage(told)}
        yield bucket
