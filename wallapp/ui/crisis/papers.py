"""What leaves the window as a file: the log, briefings, Cursor on Target; with the CAP messages beside them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QLocale, QObject, Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from wallapp.base.ids import CameraNumber
from wallapp.domain.feed_state import TruthState
from wallapp.domain.incident import Incident
from wallapp.domain.permissions import Verb
from wallapp.domain.view import Level
from wallapp.services.actor import Actor
from wallapp.services.briefing import TakenPicture, briefing, wanted_pictures
from wallapp.services.cot_out import CotWish, cot_content
from wallapp.services.log_paper import Left, log_paper
from wallapp.services.paper_files import PaperFiles
from wallapp.services.shared_ports import LogQuery
from wallapp.services.wall_session import WallSession
from wallapp.ui.crisis.board import SituationBoard
from wallapp.ui.crisis.papers_cot import CotForm
from wallapp.ui.crisis.papers_keeping import Keeper, is_right_to_left
from wallapp.ui.crisis.papers_messages import MessagesFloor
from wallapp.ui.map.model import MapModel
from wallapp.ui.notice import Notice, Weight
from wallapp.ui.paper.brief_sheet import SKETCH_PX, briefing_page
from wallapp.ui.paper.log_sheet import log_page
from wallapp.ui.paper.sketch import sketch
from wallapp.ui.role_menu import RoleMenu
from wallapp.ui.wall.canvas import WallCanvas

PRINTED_MOST: Final = 3_000
"""Lines of one PDF; more are a table's affair."""
NotePictures = Callable[[Collection[CameraNumber], Callable[[], None], Callable[[], None]], None]


class PapersFloor(QObject):
    """One for each window. GUI thread.

    Signals: `told` (Notice); `left`: the keyboard is to go back to the wall; `incident_asked` (IncidentId): it is to
    be selected.

    Attributes:
      note_pictures: records that pictures of these cameras are kept, then calls the first; the second where it cannot.
    """

    told = Signal(object)
    left = Signal()
    incident_asked = Signal(object)

    def __init__(
        self,
        board: SituationBoard,
        session: WallSession,
        *,
        canvas: WallCanvas,
        map_model: MapModel,
        current: Callable[[], Incident | None],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._board = board
        self._session = session
        self._canvas = canvas
        self._map_model = map_model
        self._current = current
        self.note_pictures: NotePictures = lambda _cameras, then, _failed: then()
        self.keeper = Keeper(board, window)
        self.keeper.told.connect(self.told)
        self.messages = MessagesFloor(self.keeper, self._chosen)
        self.messages.told.connect(self.told)
        self.messages.left.connect(self.left)
        self.messages.incident_asked.connect(self.incident_asked)

    def fill(self, menu: RoleMenu) -> None:
        """Put its pages into the menu."""
        if self._board.rooms.paper_files is None:
            return
        sees = [Verb.SEE_INCIDENTS]
        menu.add_page(lambda: self.tr("Briefing PDF…"), self.write_briefing, keys="Ctrl+B", verbs=sees)
        self.messages.fill(menu)
        menu.add_page(lambda: self.tr("Export to CoT…"), self.export_cot, verbs=sees)

    def start(self) -> None:
        """Begin to look into the watched folder, where there is one."""
        self.messages.start()

    def stop(self) -> None:
        """The window closes: what was begun is finished."""
        self.messages.stop()
        self.keeper.stop()

    # The log

    def write_table(self, query: LogQuery) -> None:
        """The lines that are asked for as a table for spreadsheets."""
        desks = self._board.rooms.desks
        separator = ";" if QLocale().decimalPoint() == "," else ","

        def made(actor: Actor, files: PaperFiles) -> bytes:
            return files.table(log_paper(desks, actor, query), separator=separator)

        name = f"log-{self.keeper.stamp()}.csv"
        self.keeper.keep(name, self.tr("Tables (*.csv)"), Left.LOG_CSV, made, incident=query.incident)

    def write_log(self, query: LogQuery) -> None:
        """The lines that are asked for as a PDF."""
        desks, rtl = self._board.rooms.desks, is_right_to_left()

        def made(actor: Actor, _files: PaperFiles) -> bytes:
            return self.keeper.printer.print_pdf(
                log_page(log_paper(desks, actor, query, most=PRINTED_MOST), is_right_to_left=rtl)
            )

        name = f"log-{self.keeper.stamp()}.pdf"
        self.keeper.keep(name, self.tr("PDF (*.pdf)"), Left.LOG_PDF, made, incident=query.incident)

    # The briefing

    def write_briefing(self) -> None:
        """The selected incident's, with the pictures of its cameras that stand clear and live on this wall."""
        incident = self._chosen()
        if incident is None:
            return
        taken = self._pictures(incident)

        def without() -> None:
            text = self.tr("It cannot be recorded who keeps pictures: the briefing is made without them")
            self.told.emit(Notice(text, Weight.TROUBLE))
            self._write_briefing(incident, ())

        self.note_pictures(
            [one.camera for one in taken if one.png], lambda: self._write_briefing(incident, taken), without
        )

    def _write_briefing(self, incident: Incident, taken: Sequence[TakenPicture]) -> None:
        desks, ground = self._board.rooms.desks, self._map_model.ground
        rtl, language = is_right_to_left(), QLocale().name()[:2]

        def made(actor: Actor, _files: PaperFiles) -> bytes:
            found = briefing(desks, actor, incident.id, taken)
            drawn = sketch(found, ground, width_px=SKETCH_PX[0], height_px=SKETCH_PX[1], language=language)
            return self.keeper.printer.print_pdf(briefing_page(found, drawn, is_right_to_left=rtl))

        self.keeper.keep(
            f"briefing-{incident.number or 'new'}-{self.keeper.stamp()}.pdf",
            self.tr("PDF (*.pdf)"),
            Left.BRIEFING,
            made,
            incident=incident.id,
            cameras=frozenset(one.camera for one in taken if one.png),
        )

    def _pictures(self, incident: Incident) -> list[TakenPicture]:
        """What the wall shows now of the cameras that belong into its briefing."""
        now_at = self._board.rooms.clock.now_at()
        found = []
        for number in wanted_pictures(incident, self._board.rooms.cameras):
            for tile in self._session.tiles_of(number)[:1]:
                view, truth = self._canvas.view(tile), self._canvas.truth(tile)
                level = view.level if view is not None else Level.CLOSED
                is_live = truth is not None and truth.state is TruthState.LIVE
                png = _png(self._canvas.snapshot(tile)) if level is Level.CLEAR and is_live else b""
                found.append(TakenPicture(number, level, is_live, now_at, png))
        return found

    # Cursor on Target

    def export_cot(self) -> None:
        """Ask what is to be sent on, and write it."""
        form = CotForm(self.keeper.window)
        form.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        form.accepted.connect(lambda: self.write_cot(form.wish))
        self.keeper.open(form)

    def write_cot(self, wish: CotWish) -> None:
        """Write it."""
        desks = self._board.rooms.desks
        told: list[str] = []

        def made(actor: Actor, files: PaperFiles) -> bytes:
            content, left_out = files.cot(cot_content(desks, actor, wish))
            told[:] = left_out
            return content

        def kept() -> None:
            if told:
                text = self.tr("Left out, for CoT cannot say it: {count}. The first: {what}")
                self.told.emit(Notice(text.format(count=len(told), what=told[0]), Weight.TROUBLE))

        name, kinds = f"situation-{self.keeper.stamp()}.cot", self.tr("Cursor on Target (*.cot *.xml)")
        self.keeper.keep(name, kinds, Left.COT, made, then=kept)

    def _chosen(self) -> Incident | None:
        incident = self._current()
        if incident is None:
            self.told.emit(Notice(self.tr("Select an incident first (F5)"), Weight.TROUBLE))
        return incident


def _png(image: QImage) -> bytes:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # a device and bytes is right
    buffer.close()
    return bytes(data.data())
