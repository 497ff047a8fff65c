"""The QApplication as the console needs it: our looks, fonts and language. GUI thread only."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from wallapp.base.places import resources_dir
from wallapp.ui import theme
from wallapp.ui.language import Interpreter, Language


class ConsoleApplication(QApplication):
    """A QApplication that can be told which language to speak."""

    def __init__(self, argv: Sequence[str]) -> None:
        super().__init__(list(argv))
        self.setApplicationName("wallapp")
        self.setApplicationDisplayName("wallapp")
        self.setQuitOnLastWindowClosed(True)
        self.setWindowIcon(QIcon(str(resources_dir() / "icons" / "wallapp.svg")))
        theme.apply(self)
        self.interpreter = Interpreter(self)
        self.interpreter.speak(Language.ENGLISH)


def make_application(
    language: Language, argv: Sequence[str] = (), *, size_percent: int | None = None
) -> ConsoleApplication:
    """The one application of this process, dressed and speaking `language`.

    Args:
      argv: for Qt's own options; the program's name is put before it.
      size_percent: of texts and controls, for large screens that announce no scale; pictures keep the screen's
        pixels. None leaves it to the system. A QT_SCALE_FACTOR that somebody has set goes before it.
    """
    if size_percent is not None and size_percent != 100:
        os.environ.setdefault("QT_SCALE_FACTOR", f"{size_percent / 100:g}")  # Qt reads it once, here and now
    app = ConsoleApplication([sys.argv[0] or "wallapp", *argv])
    app.interpreter.speak(language)
    return app
