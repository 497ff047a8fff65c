"""`python -m wallapp.app.qt_probe`: what Qt finds here, as one line of JSON.

A process of its own, because Qt ends the process where a platform cannot be loaded.
"""

from __future__ import annotations

import json
import sys

from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication


def main() -> int:
    """Start Qt on the platform that the environment names and say what is there."""
    app = QGuiApplication(sys.argv[:1])
    screens = [
        f"{screen.name() or 'screen'} {screen.size().width()}x{screen.size().height()}" for screen in app.screens()
    ]
    found = {"qt": qVersion(), "platform": app.platformName(), "screens": screens}
    sys.stdout.write(json.dumps(found) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
