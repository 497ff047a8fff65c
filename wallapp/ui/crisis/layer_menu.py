"""The menu of one layer: everything that can be done with it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Protocol

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from wallapp.domain.layer import CrisisLayer, LayerFeature, LayerState
from wallapp.ui.crisis.drawing_sketch import Tool
from wallapp.ui.crisis.layer_words import USUAL_TOOL, feature_words, tool_word

DRAWINGS_MOST = 30
"""So many are listed one by one; a file of a thousand is shown and hidden as a whole."""


class LayerHands(Protocol):
    """What the menu leads to. GUI thread."""

    def switch(self, layer: CrisisLayer) -> None: ...

    def look_at(self, layer: CrisisLayer) -> None: ...

    def draw_on(self, layer: CrisisLayer, tool: Tool) -> None: ...

    def change(self, layer: CrisisLayer, feature: LayerFeature) -> None: ...

    def erase(self, layer: CrisisLayer, feature: LayerFeature) -> None: ...

    def lock(self, layer: CrisisLayer) -> None: ...

    def move(self, layer: CrisisLayer, by: int) -> None: ...

    def set_up(self, layer: CrisisLayer) -> None: ...

    def write_out(self, layer: CrisisLayer) -> None: ...

    def archive(self, layer: CrisisLayer) -> None: ...


def layer_menu(layer: CrisisLayer, hands: LayerHands, *, may_draw: bool, has_files: bool, parent: QWidget) -> QMenu:
    """What this person can do with it; the caller shows it."""
    translate = QCoreApplication.translate
    menu = QMenu(parent)

    def add(text: str, do: Callable[[], None], *, on: bool = True, to: QMenu = menu) -> QAction:
        action = to.addAction(text)
        action.setEnabled(on)
        action.triggered.connect(lambda _checked=False: do())
        return action

    is_shown, is_free = layer.state is LayerState.SHOWN, not layer.locked
    if may_draw:
        add(
            translate("Layers", "Hide (Space)") if is_shown else translate("Layers", "Show (Space)"),
            lambda: hands.switch(layer),
        )
    add(translate("Layers", "Look at it on the map"), lambda: hands.look_at(layer), on=bool(layer.features))
    if may_draw:
        menu.addSeparator()
        tools = menu.addMenu(translate("Layers", "Draw on it"))
        tools.setEnabled(is_free)
        usual = USUAL_TOOL[layer.kind]
        for tool in (usual, *(each for each in Tool if each is not usual)):
            add(tool_word(tool), partial(hands.draw_on, layer, tool), to=tools)
        drawings = menu.addMenu(translate("Layers", "Drawings"))
        drawings.setEnabled(is_free and bool(layer.features))
        for feature in layer.features[:DRAWINGS_MOST]:
            part = drawings.addMenu(feature_words(feature))
            add(translate("Layers", "Change…"), partial(hands.change, layer, feature), to=part)
            add(translate("Layers", "Delete…"), partial(hands.erase, layer, feature), to=part)
        if len(layer.features) > DRAWINGS_MOST:
            rest = translate("Layers", "and {count} more").format(count=len(layer.features) - DRAWINGS_MOST)
            drawings.addAction(rest).setEnabled(False)
        menu.addSeparator()
        add(translate("Layers", "Lock") if is_free else translate("Layers", "Unlock"), lambda: hands.lock(layer))
        add(translate("Layers", "Farther up (Alt+Up)"), lambda: hands.move(layer, -1))
        add(translate("Layers", "Farther down (Alt+Down)"), lambda: hands.move(layer, 1))
        add(translate("Layers", "Name, audience, times…"), lambda: hands.set_up(layer))
    menu.addSeparator()
    if has_files:
        add(translate("Layers", "Write a GeoJSON file…"), lambda: hands.write_out(layer), on=bool(layer.features))
    if may_draw:
        add(translate("Layers", "Archive…"), lambda: hands.archive(layer))
    return menu
