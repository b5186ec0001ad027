"""Drives the machine's Chromium through the live server, and watches all that it asks for."""

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from scripts import tools

# Playwright's synchronous face runs an event loop in the thread of the test; Django, which sees
# it, would refuse to speak to the database there, although nothing of the test is asynchronous.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

# The browser talks to nobody on its own account, and finds nobody but this machine.
ARGUMENTS = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
    "--no-first-run",
    "--use-fake-device-for-media-stream",  # a camera and a microphone of its own
]
HEIGHT = 900
PATIENCE_MS = 10_000
expect.set_options(timeout=PATIENCE_MS)
REFUSED_STATUS = "Failed to load resource: the server responded with a status of {}"


@dataclass
class Watch:
    """What the pages of one test asked for, and what went wrong in them.

    A test that expects an answer like 404 says so: `watch.expected_statuses.add(404)`.
    """

    host: str
    requests: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    expected_statuses: set[int] = field(default_factory=set)

    def over(self, context: BrowserContext) -> None:
        """Watch every page of `context`."""
        context.on("request", lambda request: self._asked(request.url))
        context.on("weberror", lambda error: self.errors.append(str(error.error)))
        context.on(
            "console",
            lambda message: self.errors.append(message.text) if message.type == "error" else None,
        )

    def unexpected_errors(self) -> list[str]:
        """Return the errors less those of the expected statuses."""
        allowed = tuple(REFUSED_STATUS.format(status) for status in self.expected_statuses)
        return [error for error in self.errors if not error.startswith(allowed)]

    def _asked(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme in {"about", "blob", "data"}:
            return
        self.requests.append(url)
        if parts.netloc != self.host:
            self.foreign.append(url)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Yield the one browser of the run; a test without it fails, it is not skipped."""
    as_root = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=tools.chromium(), args=ARGUMENTS + as_root
        )
        with closing(chromium):
            yield chromium


@pytest.fixture
def watch(live_server) -> Iterator[Watch]:
    """Yield the watch over this test's pages; fails the test on a foreign request or an error."""
    watch = Watch(host=urlsplit(live_server.url).netloc)
    yield watch
    assert watch.foreign == []
    assert watch.unexpected_errors() == []


@pytest.fixture
def make_page(browser: Browser, live_server, watch: Watch) -> Iterator[Callable[..., Page]]:
    """Yield a function that opens a page as a new person would: no cookie, French, in Paris.

    `page.goto("/…")` is relative to the live server.
    """
    with ExitStack() as stack:

        def make(
            *, javascript: bool = True, dark: bool = False, width: int = 1280, devices: bool = False
        ) -> Page:
            context = browser.new_context(
                permissions=["camera", "microphone"] if devices else [],
                base_url=live_server.url,
                color_scheme="dark" if dark else "light",
                java_script_enabled=javascript,
                locale="fr-FR",
                timezone_id="Europe/Paris",
                viewport={"width": width, "height": HEIGHT},
            )
            stack.enter_context(closing(context))
            context.set_default_timeout(PATIENCE_MS)
            watch.over(context)
            return context.new_page()

        yield make


@pytest.fixture(scope="session")
def axe() -> Callable[[Page], None]:
    """Return a function that asserts that axe finds nothing against accessibility in a page.

    Axe is itself JavaScript: in a page made without it, it would wait forever.
    """
    engine = Axe()

    def check(page: Page) -> None:
        assert page.evaluate("matchMedia('(scripting: enabled)').matches"), "axe needs JavaScript"
        violations = engine.run(page).response["violations"]
        assert not violations, "\n\n".join(_told(violation) for violation in violations)

    return check


def _told(violation: dict) -> str:
    """Return an axe violation in a few lines: the rule, then each element that breaks it."""
    nodes = [f"  {node['target']}: {node['html']}" for node in violation["nodes"]]
    return "\n".join([f"{violation['id']}: {violation['help']}", *nodes])


@pytest.fixture
def open_file(browser):
    """Yield a function that opens a file offline; fails the test if anything else is asked for."""
    asked, errors, contexts = [], [], []

    def opened(path: Path, *, width: int = 1280, dark: bool = False):
        context = browser.new_context(
            accept_downloads=True,
            color_scheme="dark" if dark else "light",
            locale="fr-FR",
            offline=True,
            timezone_id="Europe/Paris",
            viewport={"width": width, "height": 900},
        )
        contexts.append(context)
        context.set_default_timeout(PATIENCE_MS)
        page = context.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: errors.append(message.text))
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(path.as_uri())
        return page

    opened.errors = errors
    yield opened
    for context in contexts:
        context.close()
    assert [url for url in asked if not url.startswith(("file:", "blob:"))] == []
    assert errors == []
