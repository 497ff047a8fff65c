"""The QApplication as the console needs it: our looks, fonts and language. GUI thread only."""

from __future__ import annotations

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


def make_application(language: Language, argv: Sequence[str] = ()) -> ConsoleApplication:
    """The one application of this process, dressed and speaking `language`.

    Args:
      argv: for Qt's own options; the program's name is put before it.
    """
    app = ConsoleApplication([sys.argv[0] or "wallapp", *argv])
    app.interpreter.speak(language)
    return app
