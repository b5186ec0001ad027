"""What every test of departures has."""

from contextlib import nullcontext

import pytest

from dossier.departures import spreadsheets, tddui


@pytest.fixture(autouse=True)
def _within(monkeypatch):
    """Read within the transaction of the test: the instant of a whole house is looked at from the
    command line, in an instance apart.
    """
    for module in (spreadsheets, tddui):
        monkeypatch.setattr(module, "one_instant", nullcontext)
