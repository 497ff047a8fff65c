"""CAP messages in the window: the form for one that leaves, the list of those that came, the watched folder."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

from PySide6.QtCore import QLocale, QObject, QTimer, Signal

from wallapp.base.errors import Unavailable, WallError
from wallapp.domain.incident import Incident
from wallapp.domain.permissions import Verb
from wallapp.services.cap_in import CapInDesk, Effect, Offer
from wallapp.services.cap_out import CapOut, CapOutDesk, CapWish
from wallapp.services.log_paper import Left, note_left
from wallapp.ui.access.refusals import say
from wallapp.ui.crisis.papers_cap import CapForm
from wallapp.ui.crisis.papers_keeping import Keeper
from wallapp.ui.crisis.papers_offers import OffersPage
from wallapp.ui.notice import Notice, Weight
from wallapp.ui.role_menu import RoleMenu

_LOOK_MS: Final = 2_000
_OFFERS_MOST: Final = 500


class MessagesFloor(QObject):
    """One for each window. GUI thread. Signals: as `PapersFloor`.

    Attributes:
      offers: the messages that were read here, newest first.
    """

    told = Signal(object)
    left = Signal()
    incident_asked = Signal(object)

    def __init__(self, keeper: Keeper, chosen: Callable[[], Incident | None]) -> None:
        super().__init__(keeper)
        self._keeper = keeper
        self._board = keeper.board
        self._chosen = chosen
        self.offers: list[Offer] = []
        self.page: OffersPage | None = None
        self.form: CapForm | None = None
        self._watch = QTimer(self)
        self._watch.setInterval(_LOOK_MS)
        self._watch.timeout.connect(self.look)
        self._is_looking = False
        self._is_told = False

    def fill(self, menu: RoleMenu) -> None:
        """Put its pages into the menu."""
        works = [Verb.WORK_ON_INCIDENTS]
        menu.add_page(lambda: self.tr("Export as CAP…"), self.export, keys="Ctrl+Shift+E", verbs=works)
        menu.add_page(lambda: self.tr("Import a CAP message…"), self.take_file, verbs=works)
        menu.add_page(lambda: self.tr("CAP messages that came…"), self.show_offers, verbs=works)

    def start(self) -> None:
        """Begin to look into the watched folder, where there is one."""
        files = self._board.rooms.paper_files
        if files is not None and files.watched is not None:
            self._watch.start()

    def stop(self) -> None:
        """The window closes."""
        self._watch.stop()
        for page in (self.page, self.form):
            if page is not None:
                page.done(0)

    # Out

    def export(self) -> None:
        """Ask what is to be told about the selected incident."""
        incident = self._chosen()
        files = self._board.rooms.paper_files
        if incident is None or files is None or self.form is not None:
            return
        desks = self._board.rooms.desks
        desk = CapOutDesk(desks.room, files.cap_xml, exercise=desks.exercise)
        form = self.form = CapForm(self._board, incident, self._keeper.window)
        form.preview_asked.connect(lambda wish: self._preview(desk, incident, wish))
        form.issue_asked.connect(lambda wish: self._issue(desk, incident, wish))
        form.finished.connect(self._form_closed)
        self._keeper.open(form)
        form.ask_preview()

    def _form_closed(self) -> None:
        form, self.form = self.form, None
        if form is not None:
            form.deleteLater()

    def _preview(self, desk: CapOutDesk, incident: Incident, wish: CapWish) -> None:
        actor, form = self._board.rooms.actor, self.form
        if actor is not None and form is not None:
            self._keeper.ask(
                form, lambda: desk.preview(actor, incident.id, wish), form.show_preview, failed=form.refuse
            )

    def _issue(self, desk: CapOutDesk, incident: Incident, wish: CapWish) -> None:
        """The place is asked for first; then the incident remembers the message, and the file is written."""
        actor, form = self._board.rooms.actor, self.form
        path = self._place(incident)
        if actor is None or form is None or path is None:
            return
        is_draft = form.is_draft

        def composed() -> CapOut:
            return desk.preview(actor, incident.id, wish) if is_draft else desk.issue(actor, incident.id, wish).out

        def written(out: CapOut) -> None:
            form.accept()
            self._write(incident, out, path)

        self._keeper.ask(form, composed, written, failed=form.refuse)

    def _write(self, incident: Incident, out: CapOut, path: Path) -> None:
        """Once the message is issued the file must come to be: where it cannot, another place is asked for."""
        rooms = self._board.rooms
        actor, files = rooms.actor, rooms.paper_files
        if actor is None or files is None:
            return

        def work() -> Path:
            note_left(rooms.desks, actor, Left.CAP, path.name, incident=incident.id)
            files.write(path, out.content)
            return path

        def failed(error: WallError) -> None:
            self._keeper.tell_trouble(error)
            again = self._place(incident)
            if again is not None:
                self._write(incident, out, again)

        self._keeper.ask(self, work, self._keeper.tell_written, failed=failed)

    def _place(self, incident: Incident) -> Path | None:
        name = f"cap-{incident.number or 'new'}-{self._keeper.stamp()}.xml"
        return self._keeper.place(name, self.tr("CAP messages (*.xml *.cap)"))

    # In

    def take_file(self) -> None:
        """Ask for a file and show what each message in it would do."""
        files = self._board.rooms.paper_files
        name = self._keeper.choose_file(self.tr("CAP messages (*.xml *.cap *.atom *.edxl)"))
        if files is None or not name:
            return
        path = Path(name)
        desk, actor = self._desk(), self._board.rooms.actor

        def offered(offers: Sequence[Offer]) -> None:
            self._add(offers)
            self.show_offers()

        self._keeper.ask(self, lambda: desk.offers(actor, path.name, files.read_cap(path)), offered)

    def show_offers(self) -> None:
        """The messages that were read, and what can be done with each."""
        if self.page is None:
            self.page = OffersPage(self._keeper.window)
            self.page.take_asked.connect(self.take_in)
            self.page.file_asked.connect(self.take_file)
            self.page.finished.connect(self._page_closed)
            self._keeper.open(self.page)
        self.page.show_offers(self.offers)
        self.page.activateWindow()

    def _page_closed(self) -> None:
        page, self.page = self.page, None
        if page is not None:
            page.deleteLater()
        self.left.emit()

    def take_in(self, offer: Offer) -> None:
        """Do what a message says."""
        alert, desk = offer.alert, self._desk()
        if alert is None:
            return

        def taken(incident: Incident) -> None:
            self._tell(offer, incident)
            self._weigh_again()
            self.incident_asked.emit(incident.id)

        self._board.act(lambda actor: desk.take_in(actor, alert).value, taken, failed=self._refused)

    def _refused(self, error: WallError) -> None:
        self._keeper.tell_trouble(error)
        if self.page is not None:
            self.page.refuse(say(error))

    def _tell(self, offer: Offer, incident: Incident) -> None:
        texts = {
            Effect.OPENS: self.tr("Incident {number} opened from the CAP message"),
            Effect.CHANGES: self.tr("Incident {number} changed by the CAP message"),
            Effect.WITHDRAWS: self.tr("Incident {number} withdrawn by the CAP message"),
        }
        text = texts.get(offer.effect, self.tr("The CAP message is kept with incident {number}"))
        self.told.emit(Notice(text.format(number=f"\u2066#{incident.number or '–'}\u2069")))

    def _weigh_again(self) -> None:
        """What was offered may be known by now, or be about an incident that has just been opened."""
        desk, actor, offers = self._desk(), self._board.rooms.actor, tuple(self.offers)
        self._keeper.ask(self, lambda: desk.again(actor, offers), self._show_again)

    def _show_again(self, offers: Sequence[Offer]) -> None:
        self.offers = list(offers)
        if self.page is not None:
            self.page.show_offers(self.offers)

    def _add(self, offers: Sequence[Offer]) -> None:
        known = {_key(offer) for offer in offers}
        self.offers = [*offers, *(offer for offer in self.offers if _key(offer) not in known)][:_OFFERS_MOST]

    def _desk(self) -> CapInDesk:
        desks = self._board.rooms.desks
        language = QLocale().name()[:2]
        return CapInDesk(desks.room, desks.alarms, exercise=desks.exercise, languages=(language,))

    # The watched folder

    def look(self) -> None:
        """Into the watched folder: what has arrived calls as an alarm, once in the room, and waits in the list."""
        files, rooms = self._board.rooms.paper_files, self._board.rooms
        if files is None or self._is_looking:
            return
        self._is_looking = True
        desk = self._desk()

        def read() -> list[Offer]:
            found: list[Offer] = []
            for arrived in files.arrived():
                found += desk.offers(rooms.actor, arrived.path.name, arrived.readings)
                with suppress(Unavailable):  # it is offered though nobody could be called
                    for reading in arrived.readings:
                        if reading.alert is not None:
                            desk.announce(rooms.station, reading.alert)
            return found

        self._keeper.ask(self, read, self._arrive, failed=self._miss)

    def _arrive(self, offers: Sequence[Offer]) -> None:
        self._is_looking = self._is_told = False
        fresh = [offer for offer in offers if offer.effect is not Effect.KNOWN]
        if not fresh:
            return
        self._add(fresh)
        refused = next((offer for offer in fresh if offer.alert is None), None)
        if refused is not None:
            text = self.tr("{file} was refused: {why}").format(file=refused.file, why=refused.why)
            self.told.emit(Notice(text, Weight.TROUBLE))
        else:
            text = self.tr("CAP messages came: {count}. They wait in the menu Incidents")
            self.told.emit(Notice(text.format(count=len(fresh))))
        self._show_again(self.offers)
        self._board.refresh()

    def _miss(self, error: WallError) -> None:
        """Told once, until it works again."""
        self._is_looking = False
        if not self._is_told:
            self._is_told = True
            self._keeper.tell_trouble(error)


def _key(offer: Offer) -> object:
    return offer.alert.as_reference if offer.alert is not None else (offer.file, offer.why)
