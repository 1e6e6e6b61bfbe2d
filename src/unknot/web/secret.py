"""The secret that signs forms: made once, kept beside the database."""

import os
import secrets
from pathlib import Path


def read_or_make(path: Path) -> str:
    """Return the secret in `path`, made on the first run and readable by its owner only."""
    try:
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(64))
    except FileExistsError:
        pass
    return path.read_text()
