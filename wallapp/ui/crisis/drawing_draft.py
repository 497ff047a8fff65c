"""What a person draws now: the sketch with everything that happens to it, and what it will be kept as."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from PySide6.QtCore import QObject, Signal

from wallapp.base.ids import AccountId, FeatureId, IncidentId, LayerId
from wallapp.domain.layer import DEFAULT_STYLE, CrisisLayer, LayerFeature, LayerKind, LayerState, Style
from wallapp.domain.layer_looks import TEXT_SYMBOL
from wallapp.domain.place import Place
from wallapp.ui.crisis.drawing_sketch import Sketch, Tool

DRAFT: Final = LayerId("draft")
_HISTORY_MOST: Final = 500


@dataclass(frozen=True, slots=True)
class Purpose:
    """What it is drawn for.

    Attributes:
      layer: onto this one; None makes a new one of the kind.
      seen: the drawing that is changed, as it was; None draws a new one.
    """

    kind: LayerKind
    layer: CrisisLayer | None = None
    seen: LayerFeature | None = None
    incident: IncidentId | None = None


class Draft(QObject):
    """GUI thread.

    Signals: `changed`; `done_asked`: it is finished; `given_up`.

    Attributes:
      held: the corner that the keyboard carries about; None for none.
    """

    changed = Signal()
    done_asked = Signal()
    given_up = Signal()

    def __init__(self, purpose: Purpose, sketch: Sketch, *, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.purpose = purpose
        self.sketch = sketch
        self.name = name
        self.held: int | None = None
        self._before: list[Sketch] = []

    @property
    def adds(self) -> bool:
        """Whether a click adds a corner; else corners that are there are moved."""
        return self.purpose.seen is None

    def add(self, place: Place) -> None:
        """Set a corner there."""
        self.show(self.sketch.with_corner(place))

    def show(self, sketch: Sketch) -> None:
        """Another sketch, from which one can go back."""
        if sketch != self.sketch:
            self._before = [*self._before[-_HISTORY_MOST:], self.sketch]
            self.sketch = sketch
            self.changed.emit()

    def slide(self, sketch: Sketch) -> None:
        """As `show`, but a part of the change before: a corner on its way."""
        if sketch != self.sketch:
            self.sketch = sketch
            self.changed.emit()

    def hold(self, index: int | None) -> None:
        """Take a corner up, or put it down where it is."""
        if index is not None:
            self._before = [*self._before[-_HISTORY_MOST:], self.sketch]
        elif self._before and self._before[-1] == self.sketch:
            self._before.pop()  # it was put down where it had been
        self.held = index
        self.changed.emit()

    def back(self) -> None:
        """Undo the last change."""
        if self._before:
            self.held = None
            self.sketch = self._before.pop()
            self.changed.emit()

    def rename(self, name: str) -> None:
        """Another name."""
        if name != self.name:
            self.name = name
            self.changed.emit()

    def finish(self) -> None:
        """It is complete, if it can be."""
        self.done_asked.emit()

    def feature(self, feature_id: FeatureId) -> LayerFeature | None:
        """As it would be kept; None while it is not whole."""
        geometry, seen = self.sketch.geometry(), self.purpose.seen
        if geometry is None:
            return None
        radius_m, title = self.sketch.kept_radius_m, self.name.strip()
        if seen is not None:
            return replace(seen, geometry=geometry, radius_m=radius_m, title=title)
        # On a new layer its name says it; a point's and a text's words stand beside it.
        is_named = self.purpose.layer is not None or self.sketch.tool.is_single
        style = Style(marker_symbol=TEXT_SYMBOL) if self.sketch.tool is Tool.TEXT else DEFAULT_STYLE
        return LayerFeature(
            feature_id,
            geometry,
            title=title if is_named else "",
            style=style,
            radius_m=radius_m,
            incident=self.purpose.incident,
        )

    def layer(self, *, by: AccountId, at: datetime) -> CrisisLayer | None:
        """A layer to preview it with; None while it is not whole."""
        feature, onto = self.feature(FeatureId(DRAFT)), self.purpose.layer
        if feature is None:
            return None
        return CrisisLayer(
            DRAFT,
            self.name.strip() or "…",
            self.purpose.kind,
            created_by=by,
            created_at=at,
            updated_by=by,
            updated_at=at,
            features=(feature,),
            order=1_000_000,
            opacity=onto.opacity if onto is not None else 1.0,
            state=LayerState.SHOWN,
        )
