"""A served product in a process of its own, and a real browser at phone size."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

PHONE = {"width": 360, "height": 780}
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def environment(home: Path) -> dict[str, str]:
    """Return the variables of a product that lives in this folder."""
    inherited = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    return {**inherited, "UNKNOT_HOME": str(home), "TZ": "UTC"}


def unknot(*arguments: str) -> list[str]:
    """Return the command line of the product's own command."""
    return [sys.executable, "-m", "unknot.cli", *arguments]


class Product:
    """Unknot as `make run` serves it: its own folder, its own port; it can be killed and restarted.

    `ready` is a home with a migrated database and the demo people, copied and never served itself.
    """

    def __init__(self, ready: Path, home: Path) -> None:
        self.home = shutil.copytree(ready, home, dirs_exist_ok=True)
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = int(probe.getsockname()[1])
        self.address = f"http://127.0.0.1:{self.port}"
        self.environment = environment(home)
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Serve, and return when the first page answers."""
        command = unknot("serve", "--port", str(self.port))
        log = (self.home / "server.log").open("ab")
        self.process = subprocess.Popen(
            command, env=self.environment, stdout=log, stderr=log, start_new_session=True
        )
        for _ in range(150):
            try:
                urllib.request.urlopen(f"{self.address}/alive", timeout=2)
                return
            except OSError:
                time.sleep(0.1)
        raise TimeoutError((self.home / "server.log").read_text())

    def kill(self) -> None:
        """End the server at once, as a crash would: every process of it."""
        if self.process is not None:
            os.killpg(self.process.pid, 9)
            self.process.wait()
            self.process = None


@pytest.fixture(scope="session")
def ready(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a migrated home with the demo people, once for every product of this run."""
    home = tmp_path_factory.mktemp("ready")
    for act in ("migrate", "demo"):
        subprocess.run(unknot(act), env=environment(home), check=True, capture_output=True)
    return home


@pytest.fixture(scope="module")
def product(ready: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Product]:
    served = Product(ready, tmp_path_factory.mktemp("home"))
    served.start()
    yield served
    served.kill()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = os.environ.get("UNKNOT_CHROMIUM") or shutil.which("chromium")
    with sync_playwright() as play:
        launched = play.chromium.launch(executable_path=path, args=FLAGS)
        yield launched
        launched.close()


@pytest.fixture(params=["en", "fr"])
def language(request: pytest.FixtureRequest) -> str:
    chosen: str = request.param
    return chosen


@pytest.fixture
def context(browser: Browser, language: str) -> Iterator[BrowserContext]:
    """A phone whose browser prefers the language."""
    locale = {"en": "en-GB", "fr": "fr-FR"}[language]
    phone = browser.new_context(
        viewport={"width": PHONE["width"], "height": PHONE["height"]},
        locale=locale,
        has_touch=True,
        is_mobile=True,
    )
    phone.set_default_timeout(10_000)
    yield phone
    phone.close()


@pytest.fixture
def expected_errors() -> list[str]:
    """Return what the console may say; a test that provokes an error adds it."""
    return ["net::ERR_"]


@pytest.fixture
def page(context: BrowserContext, expected_errors: list[str]) -> Iterator[Page]:
    """A page on which no script fails: an error in the console fails the test."""
    opened = context.new_page()
    failures: list[str] = []
    opened.on("pageerror", lambda error: failures.append(str(error)))
    opened.on("console", lambda said: failures.append(said.text) if said.type == "error" else None)
    yield opened
    unexpected = [each for each in failures if not any(one in each for one in expected_errors)]
    assert unexpected == []
