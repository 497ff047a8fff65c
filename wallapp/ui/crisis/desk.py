"""The situation in the window: its panels at the side, its menu, its marks on tiles and map. Joins them; what they
do is theirs."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMainWindow, QSplitter

from wallapp.domain.incident import Incident
from wallapp.domain.permissions import Verb
from wallapp.services.wall_session import WallSession
from wallapp.ui.crisis.alarms_desk import AlarmFloor
from wallapp.ui.crisis.board import SituationBoard
from wallapp.ui.crisis.incident_desk import IncidentFloor
from wallapp.ui.crisis.layers_desk import LayersFloor
from wallapp.ui.crisis.level_desk import LevelFloor
from wallapp.ui.crisis.log_desk import LogFloor
from wallapp.ui.crisis.marker_map import MarkerMap
from wallapp.ui.crisis.papers import PapersFloor
from wallapp.ui.crisis.spotlight import SpotlightDesk
from wallapp.ui.crisis.spots import SpotFloor
from wallapp.ui.feed_board import FeedBoard
from wallapp.ui.map.desk import MapDesk
from wallapp.ui.map.model import MapModel
from wallapp.ui.right_side import RightSide
from wallapp.ui.role_menu import RoleMenu
from wallapp.ui.rooms import StationTexts
from wallapp.ui.wall.canvas import WallCanvas


class CrisisFloor(QObject):
    """Built by the window over the board that the front door made. GUI thread.

    Signals: `told` (Notice); `left`: the keyboard is to go back to the wall; `access_asked` (list of camera numbers):
    the form for access is wanted for these; `camera_asked` (camera number): it is wanted on the selected tile;
    `proof_asked` (then, what): the person's second factor is wanted, then `then` with their open key.
    """

    told = Signal(object)
    left = Signal()
    access_asked = Signal(object)
    camera_asked = Signal(int)
    proof_asked = Signal(object, str)

    def __init__(
        self,
        board: SituationBoard,
        session: WallSession,
        *,
        canvas: WallCanvas,
        side: RightSide,
        map_desk: MapDesk,
        map_model: MapModel,
        feeds: FeedBoard,
        below: QSplitter,
        window: QMainWindow,
        texts: StationTexts | None = None,
    ) -> None:
        super().__init__(window)
        self.board = board
        self.session = session
        self.canvas = canvas
        self.map_desk = map_desk
        self.map_model = map_model
        self.side = side
        self.window = window
        person = board.rooms.person
        self.menu = RoleMenu(lambda: self.tr("&Incidents"), person.roles if person else (), window)
        board.told.connect(self.told)
        self.incidents = IncidentFloor(board, session, side=side, map_desk=map_desk, map_model=map_model, window=window)
        self.incidents.told.connect(self.told)
        self.incidents.left.connect(self.left)
        self.incidents.fill(self.menu)
        self.spots = SpotFloor(board, self.incidents, canvas, window)
        self.spots.told.connect(self.told)
        self.spots.fill(self.menu)
        self.markers = MarkerMap(board, self.spots, map_model, map_desk.panel.view, self)
        canvas.map_actions = self.markers.actions_on_tile
        self.spotlight = SpotlightDesk(board, session, feeds, current=lambda: self.incidents.current, parent=self)
        self.spotlight.told.connect(self.told)
        self.spotlight.left.connect(self.left)
        self.spotlight.fill(self.menu)
        self.spots.lit.connect(self.spotlight.shine_at)
        canvas.spotlight_asked.connect(self.spotlight.shine)
        self.incidents.panel.add_act(lambda: self.tr("Spotlight nearest 8"), self.spotlight.shine_incident, keys="S")
        self.layers = LayersFloor(
            board, canvas=canvas, side=side, map_desk=map_desk, map_model=map_model, window=window
        )
        self.layers.told.connect(self.told)
        self.layers.left.connect(self.left)
        self.layers.fill(self.menu)
        if board.rooms.may(Verb.DRAW_LAYERS):
            draw = self.layers.drawing.draw_perimeter
            self.incidents.panel.add_act(lambda: self.tr("Draw perimeter"), draw, keys="P")
        self.alarms = AlarmFloor(board, side=side, window=window)
        self.alarms.told.connect(self.told)
        self.alarms.left.connect(self.left)
        self.alarms.camera_asked.connect(self.camera_asked)
        self.alarms.proof_asked.connect(self.proof_asked)
        self.alarms.incident_asked.connect(self.incidents.show)
        self.alarms.fill(self.menu)
        self._add_papers(below)
        self._add_level(texts)

    def _add_papers(self, below: QSplitter) -> None:
        """The log below the wall, and what leaves as a file."""
        self.log = LogFloor(self.board, below, self)
        self.papers = PapersFloor(
            self.board,
            self.session,
            canvas=self.canvas,
            map_model=self.map_model,
            current=self._on_paper,
            window=self.window,
        )
        for floor in (self.log, self.papers):
            floor.told.connect(self.told)
            floor.left.connect(self.left)
            floor.fill(self.menu)
        panel = self.log.panel
        panel.table_asked.connect(lambda: self.papers.write_table(panel.query))
        panel.paper_asked.connect(lambda: self.papers.write_log(panel.query))
        self.papers.incident_asked.connect(self.incidents.show)
        self.incidents.panel.add_act(lambda: self.tr("Its log"), lambda one: self.log.show(one.id), keys="L")

    def _add_level(self, texts: StationTexts | None) -> None:
        """The crisis level, with what it does to the wall."""
        self.levels = LevelFloor(
            self.board, self.session, side=self.side, texts=texts, is_busy=self._is_at_work, window=self.window
        )
        self.levels.told.connect(self.told)
        self.levels.left.connect(self.left)
        self.levels.proof_asked.connect(self.proof_asked)
        self.levels.fill(self.menu)

    def _on_paper(self) -> Incident | None:
        """What a paper is about: the selected incident; one that is over, while its page is open."""
        read = [page.reading.view.incident for page in self.incidents.pages.values() if page.reading is not None]
        over = [incident for incident in read if not incident.state.is_open]
        return over[-1] if over else self.incidents.current

    def _is_at_work(self) -> bool:
        """Whether the wall is in the middle of something that another wall would tear down."""
        return self.spotlight.lit is not None or self.layers.drawing.draft is not None

    def start(self) -> None:
        """Begin to read."""
        self.board.start()
        self.papers.start()

    def stop(self) -> None:
        """The window closes."""
        self.papers.stop()
        self.levels.stop()
        self.alarms.stop()
        self.spotlight.stop()
        self.spots.stop()
        self.layers.stop()
        self.incidents.stop()
        self.board.stop()
