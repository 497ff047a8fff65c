"""The spotlight in the window: its keys, its bar above the wall, and asking for what it brought up locked."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from wallapp.base.errors import NotFound
from wallapp.base.ids import NO_EXERCISE, CameraNumber, TileId
from wallapp.domain.cap import Category
from wallapp.domain.feed_state import TruthState
from wallapp.domain.incident import Incident
from wallapp.domain.permissions import Verb
from wallapp.domain.place import Place
from wallapp.domain.policy import Purpose
from wallapp.services.spotlight import Around, Lit, Spotlight
from wallapp.services.wall_session import Change, WallSession
from wallapp.ui import theme
from wallapp.ui.access.draft import AskDraft
from wallapp.ui.crisis import words
from wallapp.ui.crisis.board import SituationBoard
from wallapp.ui.crisis.marker_words import place_text
from wallapp.ui.feed_board import FeedBoard
from wallapp.ui.notice import Notice, Weight
from wallapp.ui.role_menu import RoleMenu

_DOWN: Final = frozenset({TruthState.LOST, TruthState.REFUSED, TruthState.QUARANTINED})
_PURPOSES: Final[Mapping[Category, Purpose]] = {
    Category.FIRE: Purpose.FIRE,
    Category.RESCUE: Purpose.LIFE_AT_RISK,
    Category.HEALTH: Purpose.LIFE_AT_RISK,
    Category.CBRNE: Purpose.LIFE_AT_RISK,
    Category.SAFETY: Purpose.LIFE_AT_RISK,
    Category.TRANSPORT: Purpose.TRAFFIC_ACCIDENT,
    Category.SECURITY: Purpose.PUBLIC_ORDER,
}
"""What an incident's category makes likely; the person who asks may choose another."""


class SpotlightDesk(QObject):
    """GUI thread.

    Attributes:
      bar: goes beside the saved layouts; empty while the wall is as the operator set it.
      lit: what the last spotlight brought up; None after it was undone.

    Signals:
      told: a Notice.
      asked: an AskDraft: the form for access is wanted.
      shone: the wall was set, so that no saved layout is the one shown; undone: it is again as it was.
      left: the keyboard is to go back to the wall.
    """

    told = Signal(object)
    asked = Signal(object)
    shone = Signal()
    undone = Signal()
    left = Signal()

    def __init__(
        self,
        board: SituationBoard,
        session: WallSession,
        feeds: FeedBoard,
        *,
        current: Callable[[], Incident | None],
        parent: QObject | None = None,
    ) -> None:
        """Args: current: the selected incident."""
        super().__init__(parent)
        self._board, self._session, self._feeds = board, session, feeds
        self._current = current
        self._about: Incident | None = None
        self._name = ""
        self.lit: Lit | None = None
        self.light = Spotlight(session, cameras=board.rooms.cameras, is_online=self._is_online)
        self.bar = SpotlightBar()
        self.bar.back.clicked.connect(self.undo)
        self.bar.ask.clicked.connect(self.ask_all)
        self._end = session.subscribe(self._follow)
        feeds.sampled.connect(self._show)

    def fill(self, menu: RoleMenu) -> None:
        """Put its pages into the menu."""
        menu.add_page(lambda: self.tr("Spotlight the nearest 8"), self.shine, keys="Ctrl+Space")
        menu.add_page(lambda: self.tr("Back to the wall before the spotlight"), self.undo, keys="Backspace")
        asks = [Verb.REQUEST_ACCESS]
        menu.add_page(
            lambda: self.tr("Ask for what the spotlight brought up locked…"), self.ask_all, keys="Ctrl+R", verbs=asks
        )

    def stop(self) -> None:
        """The window closes."""
        self._end()

    # What a person does

    def shine(self) -> None:
        """About the selected incident; about the selected tile's camera where there is none."""
        incident = self._current()
        number = self._session.camera_on(self._session.selected)
        if incident is not None:
            self.shine_incident(incident)
        elif number is not None:
            self.shine_at(number)
        else:
            self._trouble(self.tr("Select an incident, or a tile with a camera, first"))

    def shine_incident(self, incident: Incident) -> None:
        """Bring up the cameras that show it, and the nearest."""
        self._shine(self.light.around_incident(incident), words.called(incident, self._board.rooms.cameras), incident)

    def shine_at(self, about: CameraNumber | Place) -> None:
        """Bring up the cameras around a place, or around a camera."""
        if isinstance(about, Place):
            self._shine(Around(about), place_text(about), None)
            return
        camera = self._board.rooms.cameras.get(about)
        name = "" if camera is None else f"{camera.number} {camera.name}"
        self._shine(self.light.around_camera(about), name, None)

    def undo(self) -> None:
        """The wall exactly as it was."""
        if self.light.undo():
            self.lit = None
            self.undone.emit()
            self.told.emit(Notice(self.tr("The wall is as it was before the spotlight")))
        else:
            self.told.emit(Notice(self.tr("There is no spotlight to go back from")))
        self._show()

    def ask_all(self) -> None:
        """Open the form for everything that stands there locked, filled in from the incident."""
        numbers = self.locked
        if not numbers:
            self.told.emit(Notice(self.tr("Nothing of the spotlight is locked")))
            return
        self.asked.emit(draft_for(numbers, self._about, self._name))

    @property
    def locked(self) -> tuple[CameraNumber, ...]:
        """Cameras of the spotlight that are not clear now."""
        return () if self.lit is None else self.light.locked(self.lit.cameras)

    # Inside

    def _shine(self, around: Around, name: str, incident: Incident | None) -> None:
        try:
            lit = self.light.shine(around)
        except NotFound:
            self._trouble(self.tr("No camera is known near there: the register does not say where it stands"))
            return
        self.lit, self._about, self._name = lit, incident, name
        self.shone.emit()
        self._show()
        text = self.tr("{count} cameras around {name}; Backspace goes back")
        self.told.emit(Notice(text.format(count=len(lit.cameras), name=name)))
        self.left.emit()

    def _is_online(self, number: CameraNumber) -> bool:
        """One that nobody watches can be, for all that is known."""
        return self._feeds.status(number).state not in _DOWN

    def _follow(self, change: Change) -> None:
        """Whoever sets another wall has left the spotlight; what was before can still be had back."""
        if change is Change.LAYOUT and self.lit is not None:
            shown = {self._session.camera_on(tile) for tile in map(TileId, self._session.tiles)}
            if not shown.issuperset(self.lit.cameras):
                self.lit = None
        self._show()

    def _show(self) -> None:
        may_ask = self._board.rooms.may(Verb.REQUEST_ACCESS)
        self.bar.show_lit(self.lit is not None, self._name, locked=len(self.locked) if may_ask else 0)

    def _trouble(self, text: str) -> None:
        self.told.emit(Notice(text, Weight.TROUBLE))


class SpotlightBar(QWidget):
    """What the spotlight is about, how to ask for what is locked, and the way back. GUI thread."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._locked = "", 0
        self.about = QLabel()
        self.about.setTextFormat(Qt.TextFormat.PlainText)
        self.about.setStyleSheet(f"color: {theme.TEXT_STRONG}; font-weight: bold;")
        self.about.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.ask, self.back = QPushButton(), QPushButton()
        for button in (self.ask, self.back):
            button.setStyleSheet("padding: 3px 7px;")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.about, 1)
        row.addWidget(self.ask)
        row.addWidget(self.back)
        self.hide()

    def show_lit(self, lit: bool, name: str, *, locked: int) -> None:
        """Show what it is about and how many stand locked; nothing where no spotlight is on the wall."""
        if (lit, name, locked) == (not self.isHidden(), self._name, self._locked):
            return
        self._name, self._locked = name, locked
        self.setVisible(lit)
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        text = self.tr("Spotlight: {name}").format(name=self._name)
        self.about.setText(text)
        self.about.setToolTip(text)
        self.ask.setText(self.tr("Ask for all that is locked ({count})").format(count=self._locked))
        self.ask.setVisible(self._locked > 0)
        self.back.setText(self.tr("Back (Backspace)"))
        self.setAccessibleName(text)


def draft_for(numbers: tuple[CameraNumber, ...], incident: Incident | None, name: str) -> AskDraft:
    """A request for these cameras, filled in from the incident; without one the reason is the person's own.

    Args:
      name: what the incident is called.
    """
    if incident is None:
        return AskDraft(numbers)
    categories = (_PURPOSES.get(category) for category in incident.category)
    purpose = next((purpose for purpose in categories if purpose is not None), None)
    if incident.exercise != NO_EXERCISE:
        purpose = Purpose.EXERCISE
    reason = QCoreApplication.translate("Spotlight", "Incident {name}: look for what happens there")
    return AskDraft(numbers, purpose, reason.format(name=name))
