"""Gives each run of the tests an instance folder of its own, never somebody's real one.

Loaded before Django's settings, which make the folder's key and name its test database.
"""

import os
import tempfile
from pathlib import Path

# A worker of pytest-xdist inherits the folder of the run that started it.
if "PYTEST_XDIST_WORKER" not in os.environ:
    _folder = tempfile.TemporaryDirectory(prefix="dossier-test-")
    os.environ["DOSSIER_HOME"] = _folder.name
    Path(_folder.name, "static").mkdir()  # whitenoise warns when it has nothing to serve from
os.environ["DOSSIER_TEST"] = "1"
