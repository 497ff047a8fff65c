"""The operator's desk in the window: joins menu, form, panel and confirmation for whoever is signed in."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QMainWindow

from wallapp.base.ids import CameraNumber, TileId
from wallapp.domain.access import Request, RequestState
from wallapp.domain.permissions import Verb
from wallapp.services.access_views import GrantView
from wallapp.services.wall_session import WallSession
from wallapp.ui.access.badge import PersonBadge
from wallapp.ui.access.book import AccessBook
from wallapp.ui.access.confirmer import Confirmer
from wallapp.ui.access.draft import AskDraft
from wallapp.ui.access.lock import StationLock
from wallapp.ui.access.notice_strip import NoticeHistory, NoticeStrip
from wallapp.ui.access.notices import Kind, NoticeBook
from wallapp.ui.access.pages.scene_take import TakeScene
from wallapp.ui.access.pages.windows import PageWindows
from wallapp.ui.access.panel import AccessPanel
from wallapp.ui.access.passwords import ChangePassword
from wallapp.ui.access.request_form import RequestForm
from wallapp.ui.access.rooms import AccessRooms
from wallapp.ui.access.tile_words import TileAccess
from wallapp.ui.access.watcher import Watcher
from wallapp.ui.notice import Notice, Weight
from wallapp.ui.role_menu import RoleMenu


class OperatorDesk(QObject):
    """Built by the window where somebody is signed in. GUI thread.

    Args:
      pointed: the cameras that R means at this moment: the tree's, else the selected tile's.

    Signals: `told` (Notice); `left`: the keyboard is to go back to the wall.
    """

    told = Signal(object)
    left = Signal()

    def __init__(
        self,
        rooms: AccessRooms,
        session: WallSession,
        *,
        pointed: Callable[[], list[CameraNumber]],
        window: QMainWindow,
    ) -> None:
        super().__init__(window)
        self.rooms = rooms
        self._session = session
        self._pointed = pointed
        self._window = window
        self.form: RequestForm | None = None
        self.book = AccessBook(rooms, self)
        self.confirmer = Confirmer(rooms, window)
        self.panel = AccessPanel(rooms, self.book)
        self.notices = NoticeBook(rooms.clock, self)
        self.strip = NoticeStrip(self.notices)
        self.badge = PersonBadge(rooms)
        self.tiles = TileAccess(rooms, self.book)
        self.lock = StationLock(rooms, window, idle_s=rooms.idle_lock_s)
        self._watcher = Watcher(rooms, self.book, self.notices, self)
        self.menu = RoleMenu(lambda: self.tr("&Access"), rooms.person.roles, window)
        self.pages = PageWindows(rooms, self.confirmer, window)
        self._fill_menu()
        self.notices.lead(Kind.TO_DECIDE, self.pages.show_cases)
        self.notices.lead(Kind.GLASS_BROKEN, self.pages.show_reviews)
        for kind in (Kind.DECIDED, Kind.ENDING, Kind.ENDED):
            self.notices.lead(kind, self.panel.take_focus)
        self.badge.told.connect(self.told)
        self.badge.lock_asked.connect(self.lock.lock)
        self.badge.password_asked.connect(self._change_password)
        self.lock.changed.connect(self._locked)
        self.panel.told.connect(self.told)
        self.panel.ask_asked.connect(self.ask)
        self.panel.extend_asked.connect(self._extend)

    def _fill_menu(self) -> None:
        asks, breaks = [Verb.REQUEST_ACCESS], [Verb.BREAK_GLASS]
        self.menu.add_page(lambda: self.tr("Ask for access…"), self.ask, keys="R", verbs=asks)
        self.menu.add_page(lambda: self.tr("Break the glass…"), self.break_glass, keys="Ctrl+Shift+R", verbs=breaks)
        self.menu.add_page(lambda: self.tr("My requests and grants"), self.panel.take_focus, keys="F4", verbs=asks)
        if self.rooms.lens is not None:
            self.menu.add_page(lambda: self.tr("Take an empty scene…"), self._take_scene, verbs=asks)
        self.pages.fill(self.menu)
        self.menu.add_page(lambda: self.tr("Go to the notice"), self.notices.jump, keys="F8")
        self.menu.add_page(lambda: self.tr("Notices of this session"), self._show_history, keys="Shift+F8")
        self.menu.add_own(lambda: self.tr("Lock this station"), self.lock.lock, keys="Ctrl+L")
        self.menu.add_own(lambda: self.tr("Change password…"), self._change_password)
        self.menu.add_own(lambda: self.tr("Sign out"), self.rooms.sign_out)

    def start(self) -> None:
        """Begin to read."""
        self.book.start()

    def stop(self) -> None:
        """The window closes."""
        self.lock.stop()
        self.pages.stop()
        self._watcher.stop()
        self.tiles.stop()
        self.strip.stop()
        self.book.stop()
        self.panel.stop()
        self.confirmer.forget()

    def _locked(self, locked: bool) -> None:
        """Clear pictures go while nobody is proven to be here; so does an open key."""
        if locked:
            self.confirmer.forget()
        if self.rooms.on_locked is not None:
            self.rooms.on_locked(locked)
        if not locked:
            self.book.refresh()
            self.left.emit()

    def _change_password(self) -> None:
        dialog = ChangePassword(self.rooms, self._window)
        dialog.accepted.connect(lambda: self.told.emit(Notice(self.tr("Your password was changed"))))
        self._over(dialog)

    def _take_scene(self) -> None:
        rooms = self.rooms
        camera = next((rooms.cameras[number] for number in self._pointed() if number in rooms.cameras), None)
        if camera is None or rooms.scenes is None or rooms.lens is None:
            self.told.emit(Notice(self.tr("Choose the camera of which the empty scene is to be taken")))
            return
        self._over(TakeScene(rooms, camera, lens=rooms.lens, desk=rooms.scenes, parent=self._window))

    def _show_history(self) -> None:
        self._over(NoticeHistory(self.notices, self._window))

    def _over(self, dialog: QDialog) -> None:
        dialog.finished.connect(dialog.deleteLater)
        dialog.finished.connect(self._window.activateWindow)
        dialog.open()
        dialog.activateWindow()

    # Asking

    def ask(self) -> None:
        """Open the form for what is pointed at."""
        self.ask_for(self._pointed())

    def ask_for(self, numbers: Iterable[CameraNumber]) -> None:
        """Open the form for these cameras."""
        self._open(numbers)

    def ask_so(self, draft: AskDraft) -> None:
        """Open the form for these cameras, with what is known of purpose and reason filled in."""
        self._open(draft.cameras, draft=draft)

    def break_glass(self) -> None:
        """Open the deliberate path for what is pointed at."""
        self._open(self._pointed(), breaks_glass=True)

    def _extend(self, view: GrantView) -> None:
        form = RequestForm(
            self.rooms,
            self.book,
            self.confirmer,
            chosen=sorted(view.grant.cameras),
            extends=view.grant,
            parent=self._window,
        )
        self._show(form)

    def _open(
        self, numbers: Iterable[CameraNumber], *, breaks_glass: bool = False, draft: AskDraft | None = None
    ) -> None:
        contents = (self._session.content(TileId(tile)) for tile in self._session.tiles)
        on_wall = [content.camera for content in contents if content is not None]
        form = RequestForm(
            self.rooms,
            self.book,
            self.confirmer,
            chosen=numbers,
            offered=on_wall,
            breaks_glass=breaks_glass,
            parent=self._window,
        )
        if draft is not None:
            form.fill(draft)
        self._show(form)

    def _show(self, form: RequestForm) -> None:
        if self.form is not None:
            form.deleteLater()
            self.form.activateWindow()
            return
        self.form = form
        form.asked.connect(self._asked)
        form.opened.connect(self._opened)
        form.finished.connect(self._closed)
        form.open()
        form.activateWindow()

    def _closed(self, _result: QDialog.DialogCode) -> None:
        form, self.form = self.form, None
        if form is not None:
            form.deleteLater()
        self._window.activateWindow()
        self.left.emit()

    def _asked(self, requests: tuple[Request, ...]) -> None:
        approved = all(request.state is RequestState.APPROVED for request in requests)
        numbers = ", ".join(str(number) for request in requests for number in sorted(request.terms.cameras))
        text = self.tr("Opened at once by the owner's rule: {numbers}") if approved else self.tr("Asked for {numbers}")
        self.told.emit(Notice(text.format(numbers=numbers)))
        self.book.refresh()

    def _opened(self, _grants: object) -> None:
        text = self.tr("Opened by break-glass; owner and supervisors are told, and it will be reviewed")
        self.told.emit(Notice(text, Weight.TROUBLE))
        self.book.refresh()
