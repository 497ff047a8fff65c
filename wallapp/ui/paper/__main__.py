"""The printer: a page as JSON on the standard input, its PDF on the standard output. Started by `printing`."""

from __future__ import annotations

import os
import sys

import msgspec
from PySide6.QtGui import QGuiApplication

from wallapp.ui import theme
from wallapp.ui.paper.pages import Page, pdf_of


def main() -> int:
    """Print one page; returns the exit code."""
    if hasattr(os, "nice"):
        os.nice(10)  # the decoders come first
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    page = msgspec.json.decode(sys.stdin.buffer.read(), type=Page)
    app = QGuiApplication([sys.argv[0]])
    theme.load_fonts()
    sys.stdout.buffer.write(pdf_of(page))
    sys.stdout.buffer.flush()
    app.quit()
    return 0


if __name__ == "__main__":
    sys.exit(main())
