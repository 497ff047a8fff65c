"""The strip that notices stand in until they are acknowledged. It takes no focus and covers nothing."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QIcon
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from wallapp.ui import theme
from wallapp.ui.access.labels import column_of
from wallapp.ui.access.marks import Mark, Severity, severity_pixmap
from wallapp.ui.access.notices import NoticeBook
from wallapp.ui.top_strip import local_time

FLASH_MS: Final = 500
"""A mark is filled and hollow for so long each: one flash a second, well under three."""


class NoticeStrip(QWidget):
    """The gravest notice, how many wait, and the key. GUI thread."""

    def __init__(self, notices: NoticeBook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._notices = notices
        self._told = ""
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setStyleSheet(f"NoticeStrip {{ background: {theme.SHADE}; border-bottom: 1px solid {theme.LINE}; }}")
        self.mark = Mark(Severity.INFORMATION)
        self._is_filled = True
        self._word = QLabel()
        self._text = QLabel()
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._text.setMinimumWidth(200)
        self._count = QLabel()
        self._count.setProperty("quiet", True)
        self._go = QPushButton()
        self._go.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._go.setStyleSheet("padding: 3px 12px;")
        self._go.clicked.connect(notices.jump)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 5, 12, 5)
        row.setSpacing(10)
        row.addWidget(self.mark)
        row.addWidget(self._word)
        row.addWidget(self._text, 1)
        row.addWidget(self._count)
        row.addWidget(self._go)
        self._timer = QTimer(self)
        self._timer.setInterval(FLASH_MS)
        self._timer.timeout.connect(self._flash)
        notices.changed.connect(self._show)
        self._show()

    @property
    def said(self) -> str:
        """The words shown; empty while nothing waits."""
        return self._told

    def stop(self) -> None:
        """Flash no more."""
        self._timer.stop()

    def _show(self) -> None:
        waiting = self._notices.waiting
        self.setVisible(bool(waiting))
        if not waiting:
            self._timer.stop()
            self._told = ""
            return
        first = waiting[0]
        self._timer.start()
        self.mark.show_mark(first.severity, filled=self._is_filled)
        self._word.setText(severity_word(first.severity))
        self._word.setStyleSheet(f"color: {first.severity.text_colour}; font-weight: bold;")
        self._text.setText(f"{local_time(first.at)} · {first.text}")
        self._text.setToolTip(first.text)
        more = len(waiting) - 1
        self._count.setText(self.tr("and {count} more").format(count=more) if more else "")
        self._go.setText(self.tr("Go there (F8)"))
        told = f"{severity_word(first.severity)}: {first.text}"
        self.setAccessibleName(told)
        if told != self._told:
            self._told = told
            announcement = QAccessibleAnnouncementEvent(self, told)
            announcement.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
            QAccessible.updateAccessibility(announcement)

    def _flash(self) -> None:
        waiting = self._notices.waiting
        self._is_filled = not self._is_filled
        if waiting:
            self.mark.show_mark(waiting[0].severity, filled=self._is_filled)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._show()
        super().changeEvent(event)


def severity_word(severity: Severity) -> str:
    """The word that goes with the shape."""
    translate = QCoreApplication.translate
    words = {
        Severity.CRITICAL: translate("NoticeStrip", "critical"),
        Severity.HIGH: translate("NoticeStrip", "urgent"),
        Severity.MEDIUM: translate("NoticeStrip", "to do"),
        Severity.INFORMATION: translate("NoticeStrip", "news"),
        Severity.QUIET: "",
    }
    return words[severity]


class NoticeHistory(QDialog):
    """All notices of this session, newest first. GUI thread."""

    def __init__(self, notices: NoticeBook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._notices = notices
        self.setWindowTitle(self.tr("Notices of this session"))
        self.setMinimumSize(760, 420)
        self.list = QListWidget()
        self.list.setIconSize(QSize(14, 14))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.windowTitle())
        seen = QPushButton(self.tr("All seen"))
        seen.setAutoDefault(False)
        seen.clicked.connect(notices.acknowledge_all)
        column = column_of(self)
        column.addWidget(self.list, 1)
        column.addWidget(seen, 0, Qt.AlignmentFlag.AlignTrailing)
        notices.changed.connect(self._fill)
        self._fill()
        self.list.setFocus()

    def _fill(self) -> None:
        self.list.clear()
        for notice in self._notices.history:
            waits = self.tr("waits") if notice.acknowledged_at is None else ""
            parts = (local_time(notice.at), severity_word(notice.severity), notice.text, waits)
            item = QListWidgetItem(" · ".join(part for part in parts if part))
            item.setIcon(QIcon(severity_pixmap(notice.severity)))
            self.list.addItem(item)
        if not self.list.count():
            self.list.addItem(self.tr("Nothing has happened yet."))
