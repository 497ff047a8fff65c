"""The console's window: it sets the parts side by side and joins their signals; what they do is theirs."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent, QMoveEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QMainWindow,
    QMessageBox,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from wallapp.base.ids import CameraNumber, LayoutNumber, TileId
from wallapp.services.entry_line import Page
from wallapp.services.wall_session import Change
from wallapp.ui.access.desk import OperatorDesk
from wallapp.ui.access.notice_strip import NoticePlace
from wallapp.ui.access.notices import Kind, NoticeBook
from wallapp.ui.calibration.door import CalibrationDoor
from wallapp.ui.camera_model import CameraModel
from wallapp.ui.commands import WallCommands
from wallapp.ui.crisis.alarms_desk import AlarmFloor
from wallapp.ui.crisis.desk import CrisisFloor
from wallapp.ui.crisis.level_joins import join_level
from wallapp.ui.crisis.spotlight import SpotlightDesk
from wallapp.ui.entry_bar import EntryBar, begins_entry
from wallapp.ui.feed_board import FeedBoard
from wallapp.ui.health_model import HealthModel
from wallapp.ui.health_page import HealthPage
from wallapp.ui.help_page import HelpPage
from wallapp.ui.keeping import Keeping
from wallapp.ui.language import Language
from wallapp.ui.layout_tabs import LayoutTabs
from wallapp.ui.map.desk import MapDesk
from wallapp.ui.map.model import MapModel
from wallapp.ui.map.on_tiles import MapTiles
from wallapp.ui.map.panel import MapPanel
from wallapp.ui.menus import Menus
from wallapp.ui.notice import Notice, Weight
from wallapp.ui.ptz import PtzDesk
from wallapp.ui.right_side import WIDTH_PX, RightSide
from wallapp.ui.role_menu import RoleMenu
from wallapp.ui.rooms import Rooms
from wallapp.ui.save_dialog import SaveDialog
from wallapp.ui.snapshot_desk import SnapshotDesk
from wallapp.ui.sources_panel import SourcesPanel
from wallapp.ui.top_strip import TopStrip
from wallapp.ui.wall.canvas import WallCanvas

_SIDE_PX = 272


class MainWindow(QMainWindow):
    """GUI thread. Closing it stops its timers; the rooms are closed by who built them."""

    def __init__(self, rooms: Rooms) -> None:
        super().__init__()
        self._rooms = rooms
        self._help_page: HelpPage | None = None
        self.commands = WallCommands(rooms, self)
        self.board = FeedBoard(
            rooms.cameras, pictures=rooms.pictures, session=rooms.session, clock=rooms.clock, parent=self
        )
        self.menus = Menus()
        self.strip = TopStrip(self.menus, clock=rooms.clock, station=rooms.station, operator=rooms.operator)
        self.sources = SourcesPanel(CameraModel(rooms.cameras, rooms.owners, board=self.board, parent=self))
        self.tabs = LayoutTabs()
        self.canvas = WallCanvas(
            rooms.session, rooms.pictures, cameras=rooms.cameras, owners=rooms.owners, clock=rooms.clock
        )
        self.snapshots = SnapshotDesk(self.canvas, rooms, self)
        self.health = HealthPage(HealthModel(rooms.cameras, board=self.board, clock=rooms.clock, parent=self))
        self.map_model = MapModel(rooms.cameras, board=self.board, ground=rooms.map_ground, parent=self)
        self.right = RightSide()
        self.access: OperatorDesk | None = None
        self._notices: NoticePlace | None = None
        if rooms.access is not None:
            self.access = OperatorDesk(rooms.access, rooms.session, pointed=self._pointed_cameras, window=self)
            self.right.add_part(self.access.panel, on=True)
        self._stage = QStackedWidget()
        self.map = MapDesk(
            MapPanel(self.map_model, clock=rooms.clock),
            side=self.right,
            stage=self._stage,
            show_action=self.menus.map,
            large_action=self.menus.map_large,
            parent=self,
        )
        self.map_tiles = MapTiles(
            self.canvas, self.map_model, clock=rooms.clock, beside=self.map.panel.view, parent=self
        )
        self.entry = EntryBar(rooms.clock)
        self._lay_out()
        self.keeping = Keeping(
            self,
            rooms,
            commands=self.commands,
            sources=self.sources,
            health=self.health,
            map_desk=self.map,
            splitters=[self._sides, self._below],
        )
        self._join()
        self.ptz: PtzDesk | None = None
        if rooms.steering is not None:
            pad, home = self.menus.steer_pad, self.menus.steer_home
            self.menus.offer_steering(on=True)
            self.ptz = PtzDesk(rooms.steering, rooms.session, self.canvas, show_pad=pad, go_home=home)
            self.ptz.told.connect(self.entry.tell)
            self.map_model.gaze_of = rooms.steering.gaze_of
            self.ptz.turned.connect(self.map_model.gaze_changed)
        self.crisis: CrisisFloor | None = None
        if rooms.crisis is not None:
            self.crisis = CrisisFloor(
                rooms.crisis,
                rooms.session,
                canvas=self.canvas,
                side=self.right,
                map_desk=self.map,
                map_model=self.map_model,
                feeds=self.board,
                below=self._below,
                window=self,
                texts=rooms.texts,
            )
            self._join_crisis(self.crisis)
        if self.access is not None:
            self._join_access(self.access)
        elif rooms.sign_in is not None:
            menu = RoleMenu(lambda: self.tr("&Access"), (), self)
            menu.add_own(lambda: self.tr("Sign in…"), rooms.sign_in, keys="Ctrl+I")
            self.menus.add_access(menu)
            self.addActions(menu.actions())
        self._begin()
        self.board.start()

    # Parts side by side

    def _lay_out(self) -> None:
        self._below = QSplitter(Qt.Orientation.Vertical)
        self._stage.addWidget(self.canvas)
        self._below.addWidget(self._stage)
        self._below.addWidget(self.health)
        self._below.setStretchFactor(0, 1)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tabs)
        column.addWidget(self._below, 1)
        self._sides = QSplitter(Qt.Orientation.Horizontal)
        self._sides.addWidget(self.sources)
        self._sides.addWidget(middle)
        self._sides.addWidget(self.right)
        self._sides.setStretchFactor(1, 1)
        self._sides.setSizes([_SIDE_PX, 10_000, WIDTH_PX])
        for splitter in (self._sides, self._below):
            splitter.setHandleWidth(3)
            splitter.setChildrenCollapsible(False)
        whole = QWidget()
        rows = self._rows = QVBoxLayout(whole)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.strip)
        rows.addWidget(self._sides, 1)
        rows.addWidget(self.entry)
        self.setCentralWidget(whole)
        self.health.hide()
        self.addActions(self.menus.own_actions())
        self.setMinimumSize(960, 600)
        self.canvas.setFocus()

    def _join(self) -> None:
        commands, menus = self.commands, self.menus
        self.entry.entered.connect(commands.enter)
        self.entry.given_up.connect(self._to_wall)
        for teller in (commands, self.keeping, self.snapshots):
            teller.told.connect(self.entry.tell)
        commands.done.connect(self._line_done)
        commands.page_asked.connect(self._open)
        commands.layouts_changed.connect(self._show_layouts)
        self.sources.chosen.connect(self._camera_chosen)
        self.sources.given_up.connect(self._to_wall)
        self.sources.looked_at.connect(self.map.pick)
        self.map.panel.view.picked.connect(lambda number: self.sources.reveal(CameraNumber(number)))
        self.map.panel.chosen.connect(lambda number: commands.show_camera(CameraNumber(number)))
        self.map_tiles.chosen.connect(lambda number, tile: commands.show_camera(CameraNumber(number), on=TileId(tile)))
        self.map_tiles.left.connect(self._to_wall)
        self.map.left.connect(self._to_wall)
        self.map.changed.connect(self.keeping.soon)
        if self._rooms.overlays is not None:
            self.canvas.set_overlays(self._rooms.overlays)
        if self._rooms.calibrations is not None:
            self.calibration = CalibrationDoor(self.canvas, self._rooms, self.map_model, self)
            self.calibration.opened.connect(self._open_over)
            self.calibration.told.connect(self.entry.tell)
        self.canvas.snapshot_requested.connect(self.snapshots.keep_tile)
        self.canvas.try_requested.connect(commands.tell_trying)
        self.tabs.recalled.connect(commands.recall)
        self.tabs.save_asked.connect(self.ask_save)
        self.health.try_asked.connect(commands.try_now)
        self.health.found.connect(commands.find)
        self.health.closed.connect(lambda: self._show_health(on=False))
        self.board.sampled.connect(self._show_counts)
        menus.grid_chosen.connect(commands.set_grid)
        menus.recall_chosen.connect(commands.recall)
        menus.delete_chosen.connect(self._ask_delete)
        menus.language_chosen.connect(self._speak)
        menus.size_chosen.connect(self._resize_texts)
        menus.snapshot_tile.triggered.connect(lambda: self.snapshots.keep_tile(self._rooms.session.selected))
        menus.snapshot_wall.triggered.connect(self.snapshots.keep_wall)
        menus.wall_only.toggled.connect(self._show_wall_only)
        menus.quit.triggered.connect(self.close)
        menus.save_layout.triggered.connect(self.ask_save)
        menus.find_camera.triggered.connect(self._find_camera)
        menus.entry_line.triggered.connect(self._to_entry)
        menus.health.triggered.connect(lambda on: self._show_health(on=on))
        menus.help.triggered.connect(lambda: self._open(Page.HELP))
        self._sides.splitterMoved.connect(self.keeping.soon)
        self._below.splitterMoved.connect(self.keeping.soon)
        self._end_listening = self._rooms.session.subscribe(self._session_changed)

    def _join_access(self, access: OperatorDesk) -> None:
        self.strip.add_badge(access.badge, access.badge.fold)
        self._notices = NoticePlace(access.strip, access.notices, tabs=self.tabs, wall=self._stage)
        self.canvas.set_adornment(access.tiles.adorn)
        self.canvas.may_ask = access.book.may_ask
        self.canvas.ask_requested.connect(lambda number: access.ask_for([CameraNumber(number)]))
        self.menus.add_access(access.menu)
        self.addActions(access.menu.actions())
        access.menu.added.connect(self.addAction)
        access.told.connect(self.entry.tell)
        access.left.connect(self._to_wall)
        access.start()

    def _join_crisis(self, crisis: CrisisFloor) -> None:
        self.menus.add_access(crisis.menu)
        self.addActions(crisis.menu.actions())
        crisis.menu.added.connect(self.addAction)
        crisis.told.connect(self.entry.tell)
        crisis.left.connect(self._to_wall)
        self._join_spotlight(crisis.spotlight)
        self.commands.line_asked.connect(crisis.log.write_typed)
        crisis.log.returned.connect(self._begin_entry)
        crisis.log.entry_asked.connect(self._begin_entry)
        crisis.papers.note_pictures = self.snapshots.note
        crisis.camera_asked.connect(self._camera_chosen)
        notices = self.access.notices if self.access is not None else None
        join_level(
            crisis.levels,
            strip=self.strip,
            tabs=self.tabs,
            rows=self._rows,
            alone=self.menus.wall_only,
            commands=self.commands,
            notices=notices,
        )
        self.strip.add_alarms(crisis.alarms.badge)
        crisis.alarms.badge.resized.connect(self.strip.fit)
        crisis.alarms.side_asked.connect(lambda: self.menus.wall_only.setChecked(False))
        if self.access is not None:
            crisis.access_asked.connect(self.access.ask_for)
            crisis.spotlight.asked.connect(self.access.ask_so)
            confirmer = self.access.confirmer
            crisis.proof_asked.connect(lambda then, what: confirmer.confirmed(then, what=what))
            self._join_alarm_notices(crisis.alarms, self.access.notices)
        crisis.start()

    def _join_alarm_notices(self, alarms: AlarmFloor, notices: NoticeBook) -> None:
        """One notice for all that calls: it stands over the wall too while that stands alone."""
        alarms.called.connect(lambda severity, text: notices.add(Kind.ALARM, "", severity, text))
        alarms.calmed.connect(lambda: notices.settle(Kind.ALARM, ""))
        notices.lead(Kind.ALARM, alarms.take_focus)

    def _join_spotlight(self, spotlight: SpotlightDesk) -> None:
        """The wall that it sets is no saved layout; the one that was shown before is shown again with its wall."""
        before: list[LayoutNumber | None] = []

        def shone() -> None:
            before.append(self.commands.shown_layout)
            self.commands.remember_layout(None)

        def undone() -> None:
            self.commands.remember_layout(before.pop() if before else None)

        self.tabs.add_aside(spotlight.bar)
        spotlight.shone.connect(shone)
        spotlight.undone.connect(undone)
        self.commands.spotlight_asked.connect(spotlight.shine)
        if self._rooms.steering is not None:
            spotlight.light.gaze_of = self._rooms.steering.gaze_of

    def _begin(self) -> None:
        self.menus.show_language(self._spoken())
        self.menus.show_size(self.keeping.size_percent)
        self.keeping.restore()
        self._show_layouts()
        self._session_changed(Change.SELECTION)
        if self.keeping.map_was_open:
            self.map.show(on=True, focus=False)
        if self.keeping.health_was_open:
            self._show_health(on=True)

    # What the operator does

    def _pointed_cameras(self) -> list[CameraNumber]:
        """What a command about cameras means: the tree's where it has the keyboard, else the selected tile's."""
        session = self._rooms.session
        number = self.sources.pointed or session.camera_on(session.selected)
        return [] if number is None else [number]

    def _camera_chosen(self, number: int) -> None:
        self.commands.show_camera(CameraNumber(number))
        self._to_wall()

    def _line_done(self) -> None:
        self.entry.clear()
        focused = QApplication.focusWidget()
        if focused is None or self.entry.isAncestorOf(focused):  # not where a page has just taken the focus
            self._to_wall()

    def _open(self, page: Page) -> None:
        if page is Page.HEALTH:
            self._show_health(on=True)
            return
        if self._help_page is None:
            self._help_page = HelpPage(self._spoken() or Language.ENGLISH, parent=self)
            self._help_page.finished.connect(self.activateWindow)
        self._help_page.show()
        self._help_page.raise_()
        self._help_page.activateWindow()

    def _show_health(self, *, on: bool) -> None:
        self.menus.health.setChecked(on)
        self.health.setVisible(on)
        if on:
            self.menus.wall_only.setChecked(False)
            self.health.take_focus()
        else:
            self._to_wall()
        self.keeping.soon()

    def _show_wall_only(self, on: bool) -> None:
        for part in (self.strip, self.sources, self.tabs, self.entry):
            part.setVisible(not on)
        if self._notices is not None:
            self._notices.stand_over_wall(on)
        self.right.keep_away(on)
        self.health.setVisible(self.menus.health.isChecked() and not on)
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)
        self._to_wall()

    def _find_camera(self) -> None:
        self.menus.wall_only.setChecked(False)
        self.sources.focus_search()

    def _to_entry(self) -> None:
        self.entry.show()
        self.entry.take_focus()

    def _begin_entry(self, text: str) -> None:
        """Let the operator go on with this text on the entry line, where nothing else stands there."""
        self.entry.show()
        self.entry.begin("" if self.entry.typed else text)

    def _to_wall(self) -> None:
        shown = self.map.panel.view if self.map.is_large else self.canvas
        shown.setFocus(Qt.FocusReason.OtherFocusReason)
        self.entry.setVisible(not self.menus.wall_only.isChecked())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What no part wanted: digits and commands go to the entry line, Escape leaves the full screen."""
        plain = not event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        if plain and begins_entry(event.text()):
            self.entry.show()
            self.entry.begin(event.text())
        elif event.key() == Qt.Key.Key_Escape and self.menus.wall_only.isChecked():
            self.menus.wall_only.setChecked(False)
        else:
            super().keyPressEvent(event)

    def ask_save(self) -> None:
        """Ask for a number and a name, and keep the wall under them."""
        dialog = SaveDialog(self.commands.layouts(), number=self.commands.next_number(), parent=self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self.commands.save(dialog.number, dialog.name))
        self._open_over(dialog)

    def _open_over(self, dialog: QDialog) -> None:
        """Open a dialog and take the keyboard back after it: a console without a window manager has nobody else."""
        dialog.finished.connect(self.activateWindow)
        dialog.open()
        dialog.activateWindow()

    def _ask_delete(self, number: int) -> None:
        text = self.tr("Delete layout {number}? The wall stays as it is.").format(number=number)
        box = QMessageBox(QMessageBox.Icon.NoIcon, self.tr("Delete a layout"), text, parent=self)
        box.setStandardButtons(QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(QMessageBox.StandardButton.Cancel)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        yes = box.button(QMessageBox.StandardButton.Yes)
        yes.setText(self.tr("Delete"))
        yes.clicked.connect(lambda: self.commands.forget(LayoutNumber(number)))
        self._open_over(box)

    def _speak(self, language: Language) -> None:
        if self._rooms.interpreter is not None:
            self._rooms.interpreter.speak(language)
            self.menus.show_language(language)
            if self._help_page is not None:
                self._help_page.show_language(language)
            self.keeping.soon()

    def _resize_texts(self, size_percent: int) -> None:
        self.keeping.choose_size(size_percent)
        self.menus.show_size(size_percent)

    def tell_drawn(self, done: int, total: int) -> None:
        """Say how many cameras of the simulated city are drawn."""
        text = self.tr("Drawing the simulated city, once: {done} of {total} cameras").format(done=done, total=total)
        is_done = done >= total
        self.entry.tell(Notice(self.tr("The simulated city is complete") if is_done else text, Weight.PROGRESS))

    # What the window shows

    def _session_changed(self, change: Change) -> None:
        session = self._rooms.session
        if change in (Change.LAYOUT, Change.SAVED):
            self._show_layouts()
        self.sources.mark(session.camera_on(session.selected))
        self.map.mark(session.camera_on(session.selected))
        self.map_tiles.mark(session.camera_on(session.selected))
        self.keeping.soon()

    def _show_layouts(self) -> None:
        layouts, shown = self.commands.layouts(), self.commands.shown_layout
        self.tabs.show_layouts(layouts, shown)
        self.menus.show_layouts(layouts, shown)
        self.menus.show_grid(self._rooms.session.layout)

    def _show_counts(self) -> None:
        session = self._rooms.session
        numbers = (session.camera_on(tile) for tile in map(TileId, session.tiles))
        self.strip.show_counts(self.board.count(number for number in numbers if number is not None))

    def _spoken(self) -> Language | None:
        return None if self._rooms.interpreter is None else self._rooms.interpreter.language

    # What Qt tells

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        self.keeping.soon()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.keeping.soon()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.map_tiles.stop()
        self.keeping.keep()
        self.keeping.stop()
        self.board.stop()
        self.strip.stop()
        if self.ptz is not None:
            self.ptz.stop()
        self.canvas.shut()
        self._end_listening()
        if self.crisis is not None:
            self.crisis.stop()
        if self.access is not None:
            self.access.stop()
        super().closeEvent(event)
