"""Turns a skipped test into a failure, unless its reason begins with `absent:`.

A test that does not run proves nothing. `absent:` names what this machine cannot have.
"""

from collections.abc import Generator

import pytest

ALLOWED = "absent:"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Judge a test's report."""
    return _judged((yield))


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """Judge the report of a module or folder that was being read."""
    return _judged((yield))


def _judged(report: pytest.TestReport | pytest.CollectReport):
    if report.skipped and not hasattr(report, "wasxfail"):
        reason = str(report.longrepr[2]).removeprefix("Skipped: ")
        if not reason.startswith(ALLOWED):
            report.outcome = "failed"
            report.longrepr = f"skipped, and the reason does not begin with '{ALLOWED}': {reason}"
    return report
