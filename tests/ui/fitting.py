"""Finds buttons whose words do not fit."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QPushButton, QWidget


def cut_buttons(root: QWidget) -> list[str]:
    """The words of each visible button of `root` that asks for more room than it has, with both widths."""
    QApplication.processEvents()
    seen = [button for button in root.findChildren(QPushButton) if button.isVisible() and button.text()]
    return [
        f"{button.text()}: {button.sizeHint().width()} px in {button.width()} px"
        for button in seen
        if button.sizeHint().width() > button.width()
    ]
