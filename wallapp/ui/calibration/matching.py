"""The points being matched, one row each, and what they come to. Pure, but for the words."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from wallapp.base.errors import BadInput
from wallapp.domain.ground import GroundCalibration, Residual, calibrate, suspect
from wallapp.domain.ground_points import FEWEST, MOST, GroundMatch, Spot
from wallapp.domain.place import Place


@dataclass(frozen=True, slots=True)
class Row:
    """One point; a part is None until it is pointed at."""

    spot: Spot | None = None
    place: Place | None = None

    @property
    def is_whole(self) -> bool:
        """Whether both sides are there."""
        return self.spot is not None and self.place is not None


class Matching:
    """Attributes: rows; current: the index of the one being pointed at. GUI thread."""

    def __init__(self, picture_px: tuple[int, int], calibration: GroundCalibration | None = None) -> None:
        """Args: calibration: what there is already, to go on from."""
        self._picture_px = picture_px
        matches = () if calibration is None else calibration.matches
        self.rows = [Row((match.x, match.y), match.place) for match in matches]
        self.current = len(self.rows)
        self.calibration: GroundCalibration | None = None
        self.suspect: int | None = None
        self.line = ""
        self._work_out()

    def point(self, spot: Spot) -> None:
        """The current point lies there in the picture."""
        self._put(Row(spot, self._row().place))

    def place(self, place: Place) -> None:
        """The current point lies there on the ground."""
        self._put(Row(self._row().spot, place))

    def choose(self, index: int) -> None:
        """Point at this row from now on; one past the last begins a new one."""
        self.current = min(max(0, index), len(self.rows))

    def remove(self) -> None:
        """Take the current point away."""
        if self.current < len(self.rows):
            del self.rows[self.current]
            self.current = min(self.current, len(self.rows))
            self._work_out()

    def residual(self, index: int) -> Residual | None:
        """Of one row; None where it is not whole, or nothing fits yet."""
        if self.calibration is None or not self.rows[index].is_whole:
            return None
        return self.calibration.residuals[sum(row.is_whole for row in self.rows[:index])]

    def _row(self) -> Row:
        return self.rows[self.current] if self.current < len(self.rows) else Row()

    def _put(self, row: Row) -> None:
        translate = QCoreApplication.translate
        if self.current < len(self.rows):
            self.rows[self.current] = row
        elif len(self.rows) >= MOST:
            self.line = translate("Calibration", "{count} points are the most; change one or remove it").format(
                count=MOST
            )
            return
        else:
            self.rows.append(row)
        if row.is_whole and self.current == len(self.rows) - 1:
            self.current = len(self.rows)
        self._work_out()

    def _work_out(self) -> None:
        translate = QCoreApplication.translate
        whole = [index for index, row in enumerate(self.rows) if row.is_whole]
        matches = [
            GroundMatch(*row.spot, row.place) for row in self.rows if row.spot is not None and row.place is not None
        ]
        self.calibration, self.suspect = None, None
        if len(matches) < FEWEST:
            self.line = translate("Calibration", "{count} of at least {least} points matched").format(
                count=len(matches), least=FEWEST
            )
            return
        try:
            self.calibration = calibrate(matches, self._picture_px)
        except BadInput as error:
            self.line = str(error)
            return
        worst = suspect(self.calibration)
        self.suspect = None if worst is None else whole[worst]
        self.line = self._verdict(self.calibration)

    def _verdict(self, calibration: GroundCalibration) -> str:
        translate = QCoreApplication.translate
        if self.suspect is not None:
            return translate("Calibration", "point {number} does not fit the others; put it right or remove it").format(
                number=self.suspect + 1
            )
        if len(calibration.matches) == FEWEST:
            return translate("Calibration", "four points always fit; match a fifth to see how well")
        return translate("Calibration", "fits within {pixels} px").format(pixels=f"{calibration.rms_px:.1f}")
