"""Joins the crisis level to the window's own parts: strip, tabs, notices, and which saved wall is the one shown."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout

from wallapp.base.ids import LayoutNumber
from wallapp.ui.access.notices import Kind, NoticeBook
from wallapp.ui.commands import WallCommands
from wallapp.ui.crisis.level_desk import LevelFloor
from wallapp.ui.layout_tabs import LayoutTabs
from wallapp.ui.top_strip import TopStrip


def join_level(
    levels: LevelFloor,
    *,
    strip: TopStrip,
    tabs: LayoutTabs,
    rows: QVBoxLayout,
    alone: QAction,
    commands: WallCommands,
    notices: NoticeBook | None,
) -> None:
    """Once for each window. GUI thread.

    Args:
      rows: of the window; the band that stands over a wall alone comes first. `alone` is checked while it does.
      notices: of who is signed in; without it the block and the page alone say what waits.
    """
    before: list[LayoutNumber | None] = []

    def recalled(number: int) -> None:
        """The wall that the level sets is the one shown; with the wall before comes back which one that was."""
        if number and not before:
            before.append(commands.shown_layout)
        commands.remember_layout(LayoutNumber(number) if number else before.pop() if before else None)

    strip.add_level(levels.block, levels.block.fit_to)
    tabs.add_aside(levels.bar)
    rows.insertWidget(0, levels.band)
    alone.toggled.connect(levels.band.stand_alone)
    levels.wall.recalled.connect(recalled)
    if notices is not None:
        notices.lead(Kind.LEVEL, levels.open)
        levels.watch.noticed.connect(lambda key, severity, text: notices.add(Kind.LEVEL, key, severity, text))
        levels.watch.settled.connect(lambda key: notices.settle(Kind.LEVEL, key))
