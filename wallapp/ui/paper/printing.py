"""Printing in a process of its own: laying out a thousand lines holds Python for seconds; the wall must not wait."""

from __future__ import annotations

import subprocess
import sys
from typing import Final

import msgspec

from wallapp.base.errors import Unavailable
from wallapp.ui.paper.pages import Page

PRINTER_COMMAND: Final = (sys.executable, "-m", "wallapp.ui.paper")
_WITHIN_S: Final = 300.0


def print_pdf(page: Page, *, command: tuple[str, ...] = PRINTER_COMMAND) -> bytes:
    """The file's content. Any thread but the GUI's: it takes a second and, for a long log, many.

    Raises:
      Unavailable: the printer could not be started, died or took too long.
    """
    try:
        done = subprocess.run(
            command, input=msgspec.json.encode(page), capture_output=True, timeout=_WITHIN_S, check=False
        )
    except subprocess.TimeoutExpired:
        raise Unavailable("the PDF took too long; print fewer lines") from None
    except OSError as error:
        raise Unavailable(f"the PDF could not be printed ({error.strerror}); try again") from error
    if done.returncode != 0 or not done.stdout.startswith(b"%PDF"):
        raise Unavailable("the PDF could not be printed; try again, and report it where it happens again")
    return done.stdout
