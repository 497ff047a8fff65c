"""The station's log: under the profile, redacted, bounded."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import Final

from wallapp.base.errors import BadInput, Unavailable
from wallapp.base.log import RedactingFormatter

FILE_BYTES_MAX: Final = 2_000_000
FILES_KEPT: Final = 3


class _QuietHandler(RotatingFileHandler):
    """A full disk costs log lines; it must not fill the operator's terminal with tracebacks as well."""

    def handleError(self, record: logging.LogRecord) -> None:
        """Drop the record."""


def make_profile(profile_dir: Path) -> None:
    """Make the profile's folder, for its user alone, where it is missing.

    Raises:
      BadInput: it is a file, or its name cannot be used.
      Unavailable: it cannot be made.
    """
    try:
        profile_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError, ValueError):
        raise BadInput(f"the profile {profile_dir} is no folder; choose another --profile") from None
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise Unavailable(f"the profile {profile_dir} cannot be made ({reason}); choose another --profile") from None


@contextmanager
def log_to(profile_dir: Path) -> Iterator[Path]:
    """Write the log under the profile while the block runs; gives its path.

    Raises:
      BadInput, Unavailable: as for `make_profile`, or the log cannot be written.
    """
    make_profile(profile_dir)
    path = profile_dir / "log" / "wallapp.log"
    try:
        path.parent.mkdir(mode=0o700, exist_ok=True)
        handler = _QuietHandler(path, maxBytes=FILE_BYTES_MAX, backupCount=FILES_KEPT, encoding="utf-8")
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise Unavailable(f"the log {path} cannot be written ({reason}); choose another --profile") from None
    handler.setFormatter(RedactingFormatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root, ours = logging.getLogger(), logging.getLogger("wallapp")
    before = ours.level
    root.addHandler(handler)
    ours.setLevel(logging.INFO)
    try:
        yield path
    finally:
        ours.setLevel(before)
        root.removeHandler(handler)
        handler.close()
