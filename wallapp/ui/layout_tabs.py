"""The saved layouts above the wall, each with its number; the last button saves the present wall."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QIcon, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QStyle, QTabBar, QToolButton, QWidget

from wallapp.base.ids import LayoutNumber
from wallapp.base.places import resources_dir
from wallapp.services.ports import SavedLayout
from wallapp.ui import theme

TAB_PX = 38
_PAD_PX = 16
_GAP_PX = 9
_BOTH_PX = 720
"""A row narrower than this has no room for tabs beside a notice."""


class _Tabs(QTabBar):
    """Tabs painted with the number on a key cap. The shown tab may be none: a wall that was not recalled."""

    def __init__(self) -> None:
        super().__init__()
        self.shown = -1
        self.setExpanding(False)
        self.setDrawBase(False)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def tabSizeHint(self, index: int) -> QSize:
        name = QFontMetrics(theme.font(bold=True)).horizontalAdvance(self.tabText(index))
        return QSize(2 * _PAD_PX + self._cap_px(index) + (_GAP_PX + min(name, 220) if name else 0), TAB_PX)

    def minimumTabSizeHint(self, index: int) -> QSize:
        return self.tabSizeHint(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.tabBarClicked.emit(self.currentIndex())
            return
        super().keyPressEvent(event)

    def _cap_px(self, index: int) -> int:
        metrics = QFontMetrics(theme.font(theme.FONT_SMALL_PX, bold=True))
        return max(18, metrics.horizontalAdvance(str(self.tabData(index))) + 10)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for index in range(self.count()):
            self._paint_tab(painter, index)
        painter.end()

    def _paint_tab(self, painter: QPainter, index: int) -> None:
        area, direction = self.tabRect(index), self.layoutDirection()
        is_shown = index == self.shown
        if is_shown:
            painter.fillRect(area, QColor(theme.RAISED))
        if self.hasFocus() and index == self.currentIndex():
            painter.setPen(QColor(theme.TEXT_STRONG))
            painter.drawRect(area.adjusted(1, 1, -2, -2))
        cap_px = self._cap_px(index)
        logical = QRect(area.left() + _PAD_PX, area.center().y() - 8, cap_px, 18)
        cap = QStyle.visualRect(direction, area, logical)
        painter.setPen(QPen(QColor(theme.TEXT_QUIET), 1))
        painter.drawRoundedRect(cap, 3, 3)
        painter.setFont(theme.font(theme.FONT_SMALL_PX, bold=True))
        painter.setPen(QColor(theme.TEXT_STRONG))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, str(self.tabData(index)))
        text_at = area.left() + _PAD_PX + cap_px + _GAP_PX
        logical = QRect(text_at, area.top(), area.right() - _PAD_PX - text_at + 2, area.height())
        painter.setFont(theme.font(bold=is_shown))
        painter.setPen(QColor(theme.TEXT_STRONG if is_shown else theme.TEXT))
        align = QStyle.visualAlignment(direction, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        text = painter.fontMetrics().elidedText(self.tabText(index), Qt.TextElideMode.ElideRight, logical.width())
        flags = align.value | Qt.AlignmentFlag.AlignAbsolute.value
        painter.drawText(QStyle.visualRect(direction, area, logical), flags, text)


class LayoutTabs(QWidget):
    """Signals: `recalled` (layout number), `save_asked`. GUI thread."""

    recalled = Signal(int)
    save_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tabs = _Tabs()
        self._tabs.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._notice: QWidget | None = None
        self._asides: list[QWidget] = []
        self._hint = QLabel()
        self._hint.setProperty("quiet", True)
        self._save = QToolButton()
        self._save.setIcon(QIcon(str(resources_dir() / "icons" / "add.svg")))
        self._save.setAutoRaise(True)
        self._save.setFixedSize(QSize(30, 30))
        self._save.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 8, 0)
        row.setSpacing(4)
        row.addWidget(self._tabs)
        row.addWidget(self._save)
        row.addWidget(self._hint)
        row.addStretch(1)
        self.setFixedHeight(TAB_PX)
        self.setMinimumWidth(1)  # what comes and goes in this row may not make the wall under it wider
        self._tabs.tabBarClicked.connect(self._recall)
        self._save.clicked.connect(self.save_asked)
        self._retranslate()

    def add_aside(self, part: QWidget) -> None:
        """Put a part at the far end, where it changes the size of nothing else; it takes the room there is."""
        self._row.insertWidget(self._row.count() - 1, part, 1000)
        self._asides.append(part)
        part.installEventFilter(self)

    def show_layouts(self, layouts: Sequence[SavedLayout], shown: LayoutNumber | None) -> None:
        """Show these, and mark the one that was recalled last."""
        while self._tabs.count():
            self._tabs.removeTab(0)
        self._tabs.shown = -1
        for index, layout in enumerate(layouts):
            self._tabs.addTab(layout.name)
            self._tabs.setTabData(index, int(layout.number))
            self._tabs.setTabToolTip(index, self._tip(layout))
            self._tabs.setAccessibleTabName(index, self._tip(layout))
            if layout.number == shown:
                self._tabs.shown = index
                self._tabs.setCurrentIndex(index)
        self._give_room()
        self._tabs.update()

    def add_notice(self, notice: QWidget) -> None:
        """Let it stand in this row while it is shown; the tabs then scroll, or give way where the row is narrow."""
        self._notice = notice
        self._row.addWidget(notice, 10_000)
        notice.installEventFilter(self)
        self._give_room()

    def _give_room(self) -> None:
        has_notice = self._notice is not None and self._notice.isVisibleTo(self)
        has_room = not has_notice or self.width() >= _BOTH_PX
        self._tabs.setVisible(bool(self._tabs.count()) and has_room)
        self._save.setVisible(has_room)
        has_aside = any(part.isVisibleTo(self) for part in self._asides)
        self._hint.setVisible(not self._tabs.count() and not has_notice and not has_aside)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self._give_room()
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._give_room()

    @property
    def numbers(self) -> list[LayoutNumber]:
        """The numbers shown, from the first tab on."""
        return [LayoutNumber(self._tabs.tabData(index)) for index in range(self._tabs.count())]

    @property
    def shown(self) -> LayoutNumber | None:
        """The marked one; None where no saved layout is on the wall."""
        return LayoutNumber(self._tabs.tabData(self._tabs.shown)) if self._tabs.shown >= 0 else None

    def _tip(self, layout: SavedLayout) -> str:
        return self.tr("Layout {number} {name}: click, or type L{number} and Enter").format(
            number=layout.number, name=layout.name
        )

    def _recall(self, index: int) -> None:
        if index >= 0:
            self.recalled.emit(self._tabs.tabData(index))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._hint.setText(self.tr("no saved layout yet: type S1 and Enter to keep this wall"))
        self._save.setToolTip(self.tr("Save this wall as a layout (Ctrl+S)"))
        self._save.setAccessibleName(self.tr("Save this wall as a layout"))
        self._tabs.setAccessibleName(self.tr("Saved layouts"))
