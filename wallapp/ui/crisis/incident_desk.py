"""Incidents in the window: panel, form, pages, conflicts and the map's symbols, joined."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow

from wallapp.base.ids import CameraNumber, IncidentId, TileId
from wallapp.domain.incident import Incident
from wallapp.domain.permissions import Verb
from wallapp.domain.place import Place
from wallapp.services.wall_session import WallSession
from wallapp.ui.crisis import words
from wallapp.ui.crisis.board import SituationBoard
from wallapp.ui.crisis.conflicts import ConflictPage
from wallapp.ui.crisis.incident_finder import IncidentFinder
from wallapp.ui.crisis.incident_form import IncidentForm
from wallapp.ui.crisis.incident_map import IncidentMap
from wallapp.ui.crisis.incident_page import IncidentPage
from wallapp.ui.crisis.incidents_panel import IncidentsPanel
from wallapp.ui.map.desk import MapDesk
from wallapp.ui.map.model import MapModel
from wallapp.ui.map.view import MapView
from wallapp.ui.notice import Notice
from wallapp.ui.right_side import RightSide
from wallapp.ui.role_menu import RoleMenu


class IncidentFloor(QObject):
    """One for each window. GUI thread.

    Which incident is selected is the panel's: `current`, and its signal `selected` where it changes.

    Signals: `told` (Notice); `left`: the keyboard is to go back to the wall.
    """

    told = Signal(object)
    left = Signal()

    def __init__(
        self,
        board: SituationBoard,
        session: WallSession,
        *,
        side: RightSide,
        map_desk: MapDesk,
        map_model: MapModel,
        window: QMainWindow,
    ) -> None:
        super().__init__(window)
        self._board = board
        self._session = session
        self._side = side
        self._map_desk = map_desk
        self._window = window
        self._wanted: IncidentId | None = None
        self._takes_focus = False
        self.form: IncidentForm | None = None
        self.pages: dict[IncidentId, IncidentPage] = {}
        self.conflicts: ConflictPage | None = None
        self.finder: IncidentFinder | None = None
        self.panel = IncidentsPanel(board)
        side.add_part(self.panel, on=self._is_wanted(), at=0)
        self.map = IncidentMap(board, map_model, map_desk.panel.view, self)
        self.map.picked.connect(self._select)
        self.panel.open_asked.connect(self.open_form)
        self.panel.left.connect(self.left)
        self.panel.page_asked.connect(self.show_page)
        self.panel.conflicts_asked.connect(self.show_conflicts)
        board.changed.connect(self._follow)

    def fill(self, menu: RoleMenu) -> None:
        """Put its pages into the menu."""
        sees, works = [Verb.SEE_INCIDENTS], [Verb.WORK_ON_INCIDENTS]
        menu.add_page(lambda: self.tr("New incident…"), self.open_form, keys="Ctrl+N", verbs=works)
        menu.add_page(lambda: self.tr("Open incidents"), self.take_focus, keys="F5", verbs=sees)
        menu.add_page(lambda: self.tr("Find an incident…"), self.show_finder, keys="Ctrl+F5", verbs=sees)
        menu.add_page(lambda: self.tr("Changes to settle…"), self.show_conflicts, keys="Shift+F5", verbs=sees)

    def stop(self) -> None:
        """The window closes."""
        for page in list(self.pages.values()):
            page.done(0)

    @property
    def current(self) -> Incident | None:
        """The selected incident, as last read."""
        return self.panel.current

    def take_focus(self) -> None:
        """Give the keyboard to the list."""
        self._side.show_part(self.panel, on=True)
        self.panel.take_focus()

    def show(self, incident: IncidentId) -> None:
        """Select one and give the keyboard to the list, as soon as it is among those that were read."""
        self._wanted, self._takes_focus = incident, True
        self._follow()

    # Opening one

    def open_form(
        self,
        camera: CameraNumber | None = None,
        place: Place | None = None,
        then: Callable[[Incident], None] | None = None,
    ) -> None:
        """Ask what has happened, and open an incident.

        Args:
          camera, place: where; without both it is what the keyboard points at: the map's place or camera while the
            map has it, else the selected tile's camera.
          then: with the new incident, once the store or this station has it.
        """
        if self.form is not None:
            self.form.activateWindow()
            return
        if camera is None and place is None:
            camera, place = self._pointed()
        form = self.form = IncidentForm(self._board, camera=camera, place=place, parent=self._window)

        def opened(incident: Incident) -> None:
            self._wanted = incident.id
            text = self.tr("Incident {number} opened: {event}")
            self.told.emit(Notice(text.format(number=words.number_word(incident), event=incident.event)))
            if then is not None:
                then(incident)

        form.opened.connect(opened)
        form.finished.connect(self._form_closed)
        self._over(form)

    def _pointed(self) -> tuple[CameraNumber | None, Place | None]:
        view = QApplication.focusWidget()
        if isinstance(view, MapView):  # at the side, in place of the wall, or on a tile
            if view.attention.place is not None:
                return None, view.attention.place
            if view.attention.picked is not None:
                return view.attention.picked, None
        number = self._session.camera_on(TileId(self._session.selected))
        return (number if number in self._board.rooms.cameras else None), None

    def _form_closed(self) -> None:
        form, self.form = self.form, None
        if form is not None:
            form.deleteLater()
        self._window.activateWindow()
        self.left.emit()

    def _over(self, dialog: QDialog) -> None:
        dialog.open()
        dialog.activateWindow()

    # Pages

    def show_page(self, incident: IncidentId) -> IncidentPage:
        """Open the page of an incident, a closed one too, or bring it to the front."""
        page = self.pages.get(incident)
        if page is None:
            page = IncidentPage(self._board, incident, pointed=self._pointed_place, parent=self._window)
            page.page_asked.connect(self.show_page)
            page.finished.connect(lambda _result: self._page_closed(incident))
            page.again_asked.connect(lambda: self._again(incident))
            self.pages[incident] = page
        _bring(page)
        return page

    def show_conflicts(self) -> ConflictPage:
        """Show what waits to be settled."""
        page = self.conflicts
        if page is None:
            page = self.conflicts = ConflictPage(self._board, self._window)
            page.finished.connect(self._conflicts_closed)
        _bring(page)
        return page

    def show_finder(self) -> IncidentFinder:
        """Show every incident there was, to open the page of one."""
        finder = self.finder
        if finder is None:
            finder = self.finder = IncidentFinder(self._board, self._window)
            finder.page_asked.connect(self.show_page)
            finder.finished.connect(self._finder_closed)
        _bring(finder)
        return finder

    def _finder_closed(self) -> None:
        finder, self.finder = self.finder, None
        if finder is not None:
            finder.deleteLater()
        self._window.activateWindow()

    def _again(self, incident: IncidentId) -> None:
        page = self.pages.get(incident)
        if page is not None:
            place = page.geometry()
            page.done(0)
            self.show_page(incident).setGeometry(place)

    def _page_closed(self, incident: IncidentId) -> None:
        page = self.pages.pop(incident, None)
        if page is not None:
            page.deleteLater()
        self._window.activateWindow()

    def _conflicts_closed(self) -> None:
        page, self.conflicts = self.conflicts, None
        if page is not None:
            page.deleteLater()
        self._window.activateWindow()

    def _pointed_place(self) -> Place | None:
        return self._map_desk.panel.view.attention.place

    # What it shows

    def _follow(self) -> None:
        if self._wanted is not None and self.panel.select(self._wanted):
            self._wanted = None
            if self._takes_focus:
                self._takes_focus = False
                self.take_focus()
        if self.panel.isHidden() is self._is_wanted():
            self._side.show_part(self.panel, on=self._is_wanted())

    def _is_wanted(self) -> bool:
        """Who may see incidents has the panel; a wall that nobody signed in to only while there is something."""
        rooms = self._board.rooms
        if rooms.person is None:
            return self.panel.has_news
        return rooms.may(Verb.SEE_INCIDENTS)

    def _select(self, incident: IncidentId) -> None:
        self.panel.select(incident)


def _bring(page: QDialog) -> None:
    page.show()
    page.raise_()
    page.activateWindow()
