"""The strip that notices stand in until they are acknowledged. It takes no focus and no room from the wall."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QIcon, QPainter, QPaintEvent, QResizeEvent
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
from wallapp.ui.layout_tabs import TAB_PX, LayoutTabs
from wallapp.ui.top_strip import local_time

FLASH_MS: Final = 500
"""A mark is filled and hollow for so long each: one flash a second, well under three."""
UNFOLDED_MS: Final = 8000
"""Over a wall that stands alone a notice is said in full for so long; then its mark and the key remain."""
_WIDTH_PX: Final = 480


class _Line(QLabel):
    """One line that ends in dots where it has no room."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.rect(), (Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading).value, text)
        painter.end()


class NoticeStrip(QWidget):
    """The gravest notice, how many wait, and the key. GUI thread."""

    def __init__(self, notices: NoticeBook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._notices = notices
        self._told = ""
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setStyleSheet(f"NoticeStrip {{ background: {theme.SHADE}; border: 1px solid {theme.LINE}; }}")
        self.setFixedHeight(TAB_PX)
        self.mark = Mark(Severity.INFORMATION)
        self._is_filled = True
        self._is_folded = False
        self._word = QLabel()
        self._text = _Line()
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._count = QLabel()
        self._count.setProperty("quiet", True)
        self._go = QPushButton()
        self._go.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._go.setStyleSheet("padding: 3px 12px;")
        self._go.clicked.connect(notices.jump)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 2, 6, 2)
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

    def fold(self, on: bool) -> None:
        """Leave no more than the mark, how many wait and the key; or say it all again."""
        self._is_folded = on
        self._show()

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width() if self._is_folded else _WIDTH_PX, TAB_PX)

    def stop(self) -> None:
        """Flash no more."""
        self._timer.stop()

    def _show(self) -> None:
        waiting = self._notices.waiting
        for part in (self._word, self._text):
            part.setVisible(not self._is_folded)
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
        unfolded = self.tr("and {count} more").format(count=more) if more else ""
        brief = f"+{more}" if more else ""
        is_tight = self._is_folded or self.width() < _WIDTH_PX
        self._count.setText(brief if is_tight else unfolded)
        self._go.setText("F8" if is_tight else self.tr("Go there (F8)"))
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

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show()


class NoticePlace(QObject):
    """Where the strip stands: beside the layouts' tabs; over the wall's lower corner while that stands alone.

    So no tile changes its size when a notice comes or goes. GUI thread.
    """

    def __init__(self, strip: NoticeStrip, notices: NoticeBook, *, tabs: LayoutTabs, wall: QWidget) -> None:
        super().__init__(strip)
        self._strip, self._notices, self._tabs, self._wall = strip, notices, tabs, wall
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(UNFOLDED_MS)
        self._timer.timeout.connect(self._fold)
        self._is_over_wall = False
        notices.changed.connect(self._move)
        notices.rang.connect(self._say)
        wall.installEventFilter(self)
        tabs.add_notice(strip)

    def stand_over_wall(self, on: bool) -> None:
        """Stand over the wall, for as long as there is no row of tabs."""
        if on == self._is_over_wall:
            return
        self._is_over_wall = on
        self._strip.fold(False)
        if on:
            self._strip.setParent(self._wall)
            self._timer.start()
        else:
            self._tabs.add_notice(self._strip)
        self._strip.fold(False)  # a new parent hides it
        self._move()

    def _say(self) -> None:
        """Something new came: it is said in full."""
        if self._is_over_wall:
            self._strip.fold(False)
            self._timer.start()
            self._move()

    def _fold(self) -> None:
        if self._is_over_wall:
            self._strip.fold(True)
            self._move()

    def _move(self) -> None:
        if not self._is_over_wall or self._strip.isHidden():
            return
        strip, wall = self._strip, self._wall.rect()
        strip.ensurePolished()
        folded_px = strip.minimumSizeHint().width()
        width_px = min(wall.width(), max(folded_px, 0 if folded_px < _WIDTH_PX else wall.width() // 2))
        strip.setGeometry(wall.right() + 1 - width_px, wall.bottom() + 1 - TAB_PX, width_px, TAB_PX)
        strip.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._move()
        return False


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
