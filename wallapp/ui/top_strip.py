"""The strip at the top: the menus, the running clock, who sits here, and how many cameras are in what state."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import datetime
from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenuBar, QSizePolicy, QWidget

from wallapp.base.clock import Clock
from wallapp.domain.feed_state import TruthState
from wallapp.ui import theme
from wallapp.ui.shapes import draw_state, is_abnormal, state_colour, word_for

STRIP_PX = 44
_GAP_PX: Final = 14
_START_PX: Final = 8
_END_PX: Final = 16
_TIGHT_PX: Final = 4
_ALWAYS: Final = TruthState.LIVE
_LEFT_OUT: Final = (
    TruthState.CLOSED,
    TruthState.CONNECTING,
    None,
    TruthState.LIVE,
    TruthState.REFUSED,
    TruthState.QUARANTINED,
    TruthState.FROZEN,
    TruthState.LATE,
    TruthState.STALE,
    TruthState.LOST,
)
"""What a narrow strip gives up, in this order: a state's word, its shape and number stay; None is who sits here."""


class StateCount(QWidget):
    """A shape, a number and a word, such as a diamond, "1 late"."""

    def __init__(self, state: TruthState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = state
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(5)
        self._shape = _Shape(state)
        self._label = QLabel()
        row.addWidget(self._shape)
        row.addWidget(self._label)
        colour = state_colour(state) if is_abnormal(state) else theme.TEXT
        self._label.setStyleSheet(f"color: {colour};" + ("font-weight: bold;" if is_abnormal(state) else ""))
        self.setAccessibleName(word_for(state))

    def show_count(self, count: int, *, brief: bool = False) -> None:
        """Show so many, the word too unless `brief`; a state that no camera is in disappears, but for the live ones."""
        full = f"{count} {word_for(self._state)}"
        text = str(count) if brief else full
        if text != self._label.text():
            self._label.setText(text)
            self.setAccessibleName(full)
            self.setToolTip(full)
            self._row.invalidate()  # at once and not with the next event: the strip measures in between
            self.updateGeometry()
        self.setVisible(count > 0 or self._state is _ALWAYS)


class _Shape(QWidget):
    def __init__(self, state: TruthState) -> None:
        super().__init__()
        self._state = state
        self.setFixedSize(QSize(14, 14))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_state(painter, self.rect().toRectF(), self._state)
        painter.end()


class RunningClock(QLabel):
    """The time of day, changed at each full second; a clock that stands still says that the window does."""

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self.setFont(theme.font(22))
        self.setStyleSheet(f"color: {theme.TEXT_STRONG}; font-size: 22px;")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.tick)
        self.tick()
        self.setMinimumWidth(self.fontMetrics().horizontalAdvance("00:00:00") + 4)

    def tick(self) -> None:
        """Show the present second and wake up at the next."""
        now_at = self._clock.now_at()
        self.setText(local_time(now_at))
        self._timer.start(1000 - now_at.microsecond // 1000)

    def stop(self) -> None:
        """Run no more."""
        self._timer.stop()


class TopStrip(QWidget):
    """One row. GUI thread."""

    def __init__(
        self, menus: QMenuBar, *, clock: Clock, station: str, operator: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("panel", True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(STRIP_PX)
        self.setMinimumWidth(640)  # and not what all the words would need
        self._start_px = _START_PX
        self._fold_badge: Callable[[bool], None] = lambda _on: None
        self._fit_level: Callable[[int], None] = lambda _width_px: None
        self._clock = RunningClock(clock)
        self._who = QLabel(" · ".join(part for part in (station, operator) if part))
        self._who.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._who.setProperty("quiet", True)
        self._counts = {state: StateCount(state) for state in TruthState}
        menus.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        row = self._row = QHBoxLayout(self)
        row.setSpacing(_GAP_PX)
        row.addWidget(menus)
        row.addStretch(1)
        row.addWidget(self._clock)
        row.addSpacing(8)
        row.addWidget(self._who)
        for widget in self._counts.values():
            row.addWidget(widget)
        self._shown: Counter[TruthState] = Counter()
        self._retranslate()

    def add_badge(self, badge: QWidget, fold: Callable[[bool], None]) -> None:
        """Show who is signed in, beside the station's name.

        Args:
          fold: told whether the badge is to say no more than it must.
        """
        self._fold_badge = fold
        self._row.insertWidget(self._row.indexOf(self._who) + 1, badge)

    def add_level(self, block: QWidget, fit: Callable[[int], None]) -> None:
        """Show the crisis level at the very beginning, over the list of cameras.

        Args:
          fit: told how wide the strip is, before it is asked how wide the block wants to be.
        """
        self._fit_level = fit
        self._start_px = 0
        self._row.insertWidget(0, block)
        self.fit()

    def add_alarms(self, badge: QWidget) -> None:
        """Show how many alarms call, beside the clock; call `fit` where it takes more room or less."""
        self._row.insertWidget(self._row.indexOf(self._clock), badge)

    def show_counts(self, counts: Counter[TruthState]) -> None:
        """Show how many cameras of the wall are in each state."""
        if counts != self._shown:
            self._shown = counts
            self.fit()

    def fit(self) -> None:
        """Leave out one thing after another, what matters least first, until the strip has room for the rest."""
        self._fit_level(self.width())
        self._be_tight(False)
        for left_out in range(len(_LEFT_OUT) + 1):
            given_up = _LEFT_OUT[:left_out]
            self._who.setVisible(None not in given_up)
            for state, widget in self._counts.items():
                widget.show_count(self._shown[state], brief=state in given_up)
            self._row.invalidate()
            if self._row.sizeHint().width() <= self.width():
                return
        self._be_tight(True)

    def _be_tight(self, on: bool) -> None:
        """After all words: the gaps, and what is said of the person."""
        self._fold_badge(on)
        self._row.setSpacing(_TIGHT_PX if on else _GAP_PX)
        start_px, end_px = self._start_px, _TIGHT_PX if on else _END_PX
        is_mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft  # margins do not turn with it
        self._row.setContentsMargins(end_px if is_mirrored else start_px, 0, start_px if is_mirrored else end_px, 0)
        self._row.invalidate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def stop(self) -> None:
        """Let the clock run no more."""
        self._clock.stop()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        elif event.type() == QEvent.Type.LayoutDirectionChange:
            self.fit()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._clock.setAccessibleName(self.tr("Time of day"))
        self._clock.setToolTip(self.tr("Local time"))
        self.fit()


def local_time(moment_at: datetime) -> str:
    """HH:MM:SS of the station's own time zone, in Western digits whatever the language."""
    return moment_at.astimezone().strftime("%H:%M:%S")
