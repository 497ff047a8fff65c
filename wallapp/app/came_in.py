"""Who sits here: the demo's cast by name, others through the sign-in; nobody is a wall that shows what all may see."""

from __future__ import annotations

from wallapp.app.access import Access
from wallapp.base.errors import BadInput
from wallapp.services.options import CameraSource, WallOptions
from wallapp.services.sign_in import SignedIn


def wants_people(options: WallOptions, access: Access) -> bool:
    """Whether this run has to do with accounts: a measured demo that nobody signs in to needs none made."""
    if options.source is CameraSource.DEMO and options.headless and not options.station.operator:
        return access.has_people()
    return options.source is CameraSource.DEMO or access.has_people()


def came_in(options: WallOptions, access: Access, login: str) -> tuple[SignedIn | None, bool]:
    """Let somebody sign in where there are accounts.

    Args:
      login: who was named on the command line; empty for nobody.

    Returns:
      Who came in, None for nobody; and whether the wall is to be shown at all.

    Raises:
      BadInput: somebody was named who cannot be asked for a password, because there is no window.
    """
    if not access.has_people() or (not login and options.headless):
        return None, True
    if access.is_demo and login:
        return access.sign_in_demo(login), True
    if options.headless:
        raise BadInput("--as: signing in needs a window; leave --headless out")
    return None, True
