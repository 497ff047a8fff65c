"""The crisis level in the window: block, page, forms, checklist, wall and notices, joined."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QMainWindow

from wallapp.base.errors import WallError
from wallapp.domain.crisis_level import Bindings, CrisisLevel, may_follow
from wallapp.domain.permissions import Verb
from wallapp.services.actor import Actor, SigningKey
from wallapp.services.checklist import CheckItem
from wallapp.services.crisis import LevelWish
from wallapp.services.level_choices import LevelChoices
from wallapp.services.wall_session import WallSession
from wallapp.ui.access.asking import ask
from wallapp.ui.access.refusals import say
from wallapp.ui.crisis import words
from wallapp.ui.crisis.board import SituationBoard
from wallapp.ui.crisis.checklist_panel import ChecklistPanel
from wallapp.ui.crisis.level_bar import LevelBar
from wallapp.ui.crisis.level_block import LevelBand, LevelBlock
from wallapp.ui.crisis.level_form import LevelForm
from wallapp.ui.crisis.level_page import LevelPage
from wallapp.ui.crisis.level_presets import PresetsForm
from wallapp.ui.crisis.level_wall import LevelWall
from wallapp.ui.crisis.level_watch import LevelWatch
from wallapp.ui.crisis.level_words import level_called
from wallapp.ui.notice import Notice, Weight
from wallapp.ui.right_side import RightSide
from wallapp.ui.role_menu import RoleMenu
from wallapp.ui.rooms import StationTexts

KEYS: Final = "Ctrl+F10"
CHECKLIST_KEYS: Final = "Ctrl+K"


class LevelFloor(QObject):
    """One for each window. GUI thread.

    Signals:
      told (Notice); left: the keyboard is to go back to the wall.
      proof_asked (then, what): ask the person for their second factor, then call `then` with the open key.
    """

    told = Signal(object)
    left = Signal()
    proof_asked = Signal(object, str)

    def __init__(
        self,
        board: SituationBoard,
        session: WallSession,
        *,
        side: RightSide,
        texts: StationTexts | None,
        is_busy: Callable[[], bool],
        window: QMainWindow,
    ) -> None:
        super().__init__(window)
        self._board, self._side, self._window = board, side, window
        self.page: LevelPage | None = None
        self.form: QDialog | None = None
        self.block = LevelBlock(board, KEYS)
        self.band = LevelBand(board, KEYS)
        for way_in in (self.block, self.band):
            way_in.clicked.connect(self.open)
        self.wall = LevelWall(board, session, texts=texts, is_busy=is_busy, parent=self)
        self.wall.told.connect(self.told)
        self.bar = LevelBar(self.wall)
        self.watch = LevelWatch(board, self)
        self.checklist = ChecklistPanel(board)
        side.add_part(self.checklist, on=False, at=0)
        self.checklist.ticked.connect(self._tick)
        self.checklist.left.connect(self.left)
        board.changed.connect(self._follow)

    def fill(self, menu: RoleMenu) -> None:
        """Put its pages into the menu."""
        menu.add_page(lambda: self.tr("Crisis level…"), self.open, keys=KEYS)
        checks = [Verb.SEE_INCIDENTS]
        menu.add_page(lambda: self.tr("Checklist"), self.show_checklist, keys=CHECKLIST_KEYS, verbs=checks)

    def stop(self) -> None:
        """The window closes."""
        self.wall.stop()

    def _follow(self) -> None:
        has_items = self.checklist.has_items
        if self.checklist.isHidden() is has_items:
            had_keyboard = self.checklist.list.hasFocus()
            self._side.show_part(self.checklist, on=has_items)
            if had_keyboard and not has_items:
                self.left.emit()

    # The page and its forms

    def open(self) -> None:
        """Open the page, or bring it to the front."""
        if self.page is None:
            self.page = page = LevelPage(self._board, self._window)
            page.level_asked.connect(self.ask_for)
            page.agreed.connect(self.agree)
            page.refused.connect(self.refuse)
            page.withdrawn.connect(self.withdraw)
            page.ratified.connect(self.ratify)
            page.reviewed.connect(self.review)
            page.presets_asked.connect(self.prepare)
            page.finished.connect(self._page_closed)
        self.page.show()
        self.page.raise_()
        self.page.activateWindow()

    def _page_closed(self) -> None:
        page, self.page = self.page, None
        if page is not None:
            page.deleteLater()
        self._window.activateWindow()
        self.left.emit()

    def ask_for(self, level: CrisisLevel) -> None:
        """Open the form for another level."""
        current = self._board.situation.level.level
        if may_follow(current, level):
            self._with_choices(lambda choices: self._open_form(current, level, choices))

    def prepare(self) -> None:
        """Open what the levels bring."""
        self._with_choices(self._open_presets)

    def _with_choices(self, then: Callable[[LevelChoices], None]) -> None:
        if self.form is not None:
            self.form.activateWindow()
            return
        rooms = self._board.rooms
        ask(rooms.clerk, self, rooms.desks.choices, then=then, failed=lambda error: self._refused(error))

    def _open_form(self, current: CrisisLevel, level: CrisisLevel, choices: LevelChoices) -> None:
        situation, rooms = self._board.situation, self._board.rooms
        incidents = [view.incident for view in situation.incidents]
        form = LevelForm(
            current,
            level,
            choices,
            layers=situation.layers,
            incidents=[(incident, words.called(incident, rooms.cameras)) for incident in incidents],
            now=rooms.clock.now_at,
            send=self._send,
            parent=self.page or self._window,
        )
        self._over(form)

    def _send(self, wish: LevelWish, alone: bool, refuse: Callable[[str], None]) -> None:
        desk = self._board.rooms.desks.crisis

        def work(actor: Actor) -> object:
            return desk.raise_alone(actor, wish) if alone else desk.ask(actor, wish)

        def done(_: object) -> None:
            said = self.tr("Level {level} is in force; a second person must ratify it within 15 minutes")
            if not alone:
                said = self.tr("Level {level} is asked for; a second person must agree")
            self.told.emit(Notice(said.format(level=level_called(wish.level))))
            self._close_form()

        self._board.act(work, done, failed=lambda error: refuse(say(error)))

    def _open_presets(self, choices: LevelChoices) -> None:
        def prepare(changed: dict[CrisisLevel, Bindings], refuse: Callable[[str], None]) -> None:
            desk = self._board.rooms.desks.presets

            def work(actor: Actor) -> None:
                for level, bindings in changed.items():
                    desk.prepare(actor, level, bindings)

            self._board.act(work, lambda _: self._close_form(), failed=lambda error: refuse(say(error)))

        parent = self.page or self._window
        self._over(PresetsForm(choices, layers=self._board.situation.layers, prepare=prepare, parent=parent))

    def _over(self, form: QDialog) -> None:
        if self.form is not None:  # two were asked for at once
            form.deleteLater()
            return
        self.form = form
        form.finished.connect(self._form_closed)
        form.open()
        form.activateWindow()

    def _close_form(self) -> None:
        if self.form is not None:
            self.form.accept()

    def _form_closed(self) -> None:
        form, self.form = self.form, None
        if form is not None:
            form.deleteLater()
        (self.page or self._window).activateWindow()

    # The second person

    def agree(self) -> None:
        """Be the second person for what is asked for; with the second factor where it opens access."""
        asked, desk = self._board.situation.level.asked, self._board.rooms.desks.crisis
        if asked is None:
            return

        def proven(key: SigningKey | None) -> None:
            self._act(lambda actor: desk.approve(actor, asked.id, key=key))

        if asked.bindings.circumstances:
            self.proof_asked.emit(proven, self.tr("Crisis level {level}").format(level=level_called(asked.level)))
        else:
            proven(None)

    def refuse(self, why: str) -> None:
        """Say no to what is asked for."""
        asked, desk = self._board.situation.level.asked, self._board.rooms.desks.crisis
        if asked is not None:
            self._act(lambda actor: desk.refuse(actor, asked.id, why))

    def withdraw(self) -> None:
        """Take one's own request back."""
        asked, desk = self._board.situation.level.asked, self._board.rooms.desks.crisis
        if asked is not None:
            self._act(lambda actor: desk.withdraw(actor, asked.id))

    def ratify(self) -> None:
        """Agree to what one person has done alone."""
        activation, desk = self._board.situation.level.activation, self._board.rooms.desks.crisis
        if activation is None:
            return

        def proven(key: SigningKey | None) -> None:
            self._act(lambda actor: desk.ratify(actor, key=key))

        if activation.request.bindings.circumstances:
            self.proof_asked.emit(proven, self.tr("Crisis level {level}").format(level=level_called(activation.level)))
        else:
            proven(None)

    def review(self, minutes: int) -> None:
        """Let the level stand for so long."""
        rooms = self._board.rooms
        until_at = rooms.clock.now_at() + timedelta(minutes=minutes)
        self._act(lambda actor: rooms.desks.crisis.review(actor, until_at))

    def _act(self, work: Callable[[Actor], object]) -> None:
        def done(_: object) -> None:
            if self.page is not None:
                self.page.say("")

        self._board.act(work, done, failed=self._refused)

    def _refused(self, error: WallError) -> None:
        if self.page is not None:
            self.page.say(say(error))
        else:
            self.told.emit(Notice(say(error), Weight.TROUBLE))

    # The checklist

    def show_checklist(self) -> None:
        """Give the keyboard to the checklist; say so where there is none."""
        if self.checklist.has_items:
            self.checklist.take_focus()
        else:
            self.told.emit(Notice(self.tr("The level in force brings no checklist")))

    def _tick(self, item: CheckItem) -> None:
        desk = self._board.rooms.desks.checklist
        self._board.act(lambda actor: desk.tick(actor, item, done=not item.is_done))
