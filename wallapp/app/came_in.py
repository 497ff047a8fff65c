"""Who sits here: the demo's cast by name, others through the sign-in; nobody is a wall that shows what all may see."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass

from PySide6.QtWidgets import QDialog, QWidget

from wallapp.app.access import Access
from wallapp.base.errors import BadInput
from wallapp.services.options import CameraSource, WallOptions
from wallapp.services.sign_in import SignedIn
from wallapp.ui.access.first_admin import FirstAdministrator
from wallapp.ui.access.sign_in import SignInDialog
from wallapp.ui.clerk import Clerk


@dataclass(frozen=True, slots=True)
class CameIn:
    """Attributes: who: None for nobody; goes_on: whether the wall is to be shown at all."""

    who: SignedIn | None = None
    goes_on: bool = True


def wants_people(options: WallOptions, access: Access) -> bool:
    """Whether this run has to do with accounts: a measured demo that nobody signs in to needs none made."""
    if options.source is CameraSource.DEMO and options.headless and not options.station.operator:
        return access.has_people()
    return options.source is CameraSource.DEMO or access.has_people()


def came_in(options: WallOptions, access: Access, login: str, *, ask: Callable[[], CameIn]) -> CameIn:
    """At the start: let somebody sign in where there are accounts. The demo shows its wall at once.

    Args:
      login: who was named on the command line; empty for nobody.
      ask: what asks who it is, where there is a window for it.

    Raises:
      BadInput: somebody was named who cannot be asked for a password, because there is no window.
    """
    if not access.has_people():
        return CameIn()
    if access.is_demo:
        return CameIn(access.sign_in_demo(login)) if login else CameIn()
    if not options.headless:
        return ask()
    if login:
        raise BadInput("--as: signing in needs a window; leave --headless out")
    return CameIn()


def asked(access: Access, login: str = "", *, over: QWidget | None = None) -> CameIn:
    """Ask who it is. The first person of a store makes the first account, then signs in.

    Args:
      over: the window that shows the wall meanwhile; nobody can touch it.
    """
    with closing(Clerk()) as clerk:
        door = access.door(clerk)
        if not access.has_people():
            first = FirstAdministrator(door, over)
            _run(first)
            if first.pin is not None:
                access.keep_pin(first.pin)
            return CameIn(first.who)
        dialog = SignInDialog(door, login, over)
        _run(dialog)
        return CameIn(dialog.who, goes_on=dialog.who is not None or dialog.watches)


def _run(dialog: QDialog) -> None:
    """Until it is answered, with the keyboard, which nobody gives it where there is no window manager."""
    dialog.setModal(True)
    dialog.show()
    dialog.activateWindow()
    dialog.exec()
