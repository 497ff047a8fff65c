"""Printing in a process of its own: laying out a thousand lines holds Python for seconds; the wall must not wait."""

from __future__ import annotations

import subprocess
import sys
import threading
from typing import Final

import msgspec

from wallapp.base.errors import Unavailable
from wallapp.ui.paper.pages import Page

PRINTER_COMMAND: Final = (sys.executable, "-m", "wallapp.ui.paper")
_WITHIN_S: Final = 300.0


class Printer:
    """Prints one page at a time, in any thread but the GUI's; `stop` may be called from another."""

    def __init__(self, *, command: tuple[str, ...] = PRINTER_COMMAND) -> None:
        self._command = command
        self._lock = threading.Lock()
        self._child: subprocess.Popen[bytes] | None = None
        self._is_stopped = False

    def print_pdf(self, page: Page) -> bytes:
        """The file's content. It takes a second and, for a long log, many.

        Raises:
          Unavailable: the printer could not be started, died, took too long or was stopped.
        """
        child = self._begin()
        try:
            content, _ = child.communicate(msgspec.json.encode(page), timeout=_WITHIN_S)
        except subprocess.TimeoutExpired:
            child.kill()
            child.communicate()
            raise Unavailable("the PDF took too long; print fewer lines") from None
        finally:
            with self._lock:
                self._child = None
        if child.returncode != 0 or not content.startswith(b"%PDF"):
            raise Unavailable("the PDF could not be printed; try again, and report it where it happens again")
        return content

    def stop(self) -> None:
        """Give up what is being printed, and print nothing more: nobody waits for a paper when the window closes."""
        with self._lock:
            self._is_stopped = True
            if self._child is not None:
                self._child.kill()

    def _begin(self) -> subprocess.Popen[bytes]:
        pipe = subprocess.PIPE
        with self._lock:
            if self._is_stopped:
                raise Unavailable("the PDF could not be printed: the window is closing")
            try:
                self._child = subprocess.Popen(self._command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL)
            except OSError as error:
                raise Unavailable(f"the PDF could not be printed ({error.strerror}); try again") from error
            return self._child
