"""What the window is given: the parts that the front door has built and joined."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from wallapp.base.clock import Clock
from wallapp.base.ids import CameraNumber, OwnerName
from wallapp.domain.camera import Camera, Owner
from wallapp.frames.port import LivePictures
from wallapp.services.calibrations import Calibrations
from wallapp.services.ptz import Steering
from wallapp.services.wall_session import WallSession
from wallapp.ui.access.rooms import AccessRooms
from wallapp.ui.crisis.board import SituationBoard
from wallapp.ui.language import Interpreter
from wallapp.ui.map.model import NO_GROUND, MapGround
from wallapp.ui.wall.overlay import WallOverlays


class StationTexts(Protocol):
    """Small texts that a station keeps for itself; `services.layouts.Settings` is one. May raise Unavailable."""

    def read(self, name: str) -> str | None:
        """The text of that name; None where there is none."""
        ...

    def write(self, name: str, text: str) -> None:
        """Keep it, replacing the one of that name."""
        ...


@dataclass(frozen=True, slots=True)
class Rooms:
    """Everything a window needs; it builds none of it and closes none of it.

    Attributes:
      station, operator: names for the strip; either may be empty.
      settings_path: an INI file for the window's own geometry; need not exist.
      snapshot_dir: where snapshots go; made when the first is taken.
      texts: where the wall's state is kept over a restart; None keeps nothing.
      interpreter: of the application; None takes the language away from the menu.
      map_ground: what lies under the cameras on the map.
      sign_in: closes the window and lets somebody in; None where somebody is, or cannot be asked.
      access: the desks of the person who signed in; None on a wall that nobody signed in to.
      crisis: the situation as the person sees it; None takes incidents and all that goes with them away.
      calibrations: of the cameras' ground; None takes the desk for them away.
      overlays: what lies over the pictures; None for nothing.
      steering: of cameras that turn; None where none takes commands.
      restore_wall: False where the command line has said what stands on the wall.
    """

    session: WallSession
    pictures: LivePictures
    cameras: Mapping[CameraNumber, Camera]
    owners: Mapping[OwnerName, Owner]
    clock: Clock
    settings_path: Path
    snapshot_dir: Path
    station: str = ""
    operator: str = ""
    texts: StationTexts | None = None
    interpreter: Interpreter | None = None
    restore_wall: bool = True
    map_ground: MapGround = NO_GROUND
    calibrations: Calibrations | None = None
    overlays: WallOverlays | None = None
    access: AccessRooms | None = None
    crisis: SituationBoard | None = None
    sign_in: Callable[[], None] | None = None
    steering: Steering | None = None
