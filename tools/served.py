"""Unknot served for a measure: a home of its own, a free port, ended afterwards."""

import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def served(demo: bool = False) -> Iterator[str]:
    """Yield the address of a running product, with the demo people when asked for."""
    with tempfile.TemporaryDirectory() as home:
        environment = {**os.environ, "UNKNOT_HOME": home}
        for command in ["migrate", "demo"] if demo else ["migrate"]:
            process("-m", "unknot.cli", command, environment=environment)
        port = free_port()
        command_line = [sys.executable, "-m", "unknot.cli", "serve", "--port", str(port)]
        server = subprocess.Popen(command_line, env=environment, stdout=subprocess.DEVNULL)
        try:
            address = f"http://127.0.0.1:{port}"
            wait_for(f"{address}/en/")
            yield address
        finally:
            server.terminate()
            server.wait()


def process(*arguments: str, given: str = "", environment: dict[str, str] | None = None) -> None:
    """Run one Python process to its end; raises CalledProcessError if it fails."""
    command = [sys.executable, *arguments]
    subprocess.run(
        command, input=given, text=True, capture_output=True, check=True, env=environment
    )


def fetch(address: str, cookies: str = "") -> bytes:
    """Return the body of a page on this machine."""
    asked = urllib.request.Request(address, headers={"Cookie": cookies} if cookies else {})
    with urllib.request.urlopen(asked, timeout=30) as answer:
        body: bytes = answer.read()
        return body


def wait_for(address: str, seconds: int = 60) -> None:
    """Return when the address answers; raises TimeoutError after some seconds."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            fetch(address)
            return
        except urllib.error.HTTPError:
            raise
        except OSError:
            time.sleep(0.1)
    raise TimeoutError(address)


def free_port() -> int:
    """Return a port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
