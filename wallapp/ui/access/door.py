"""What signing in stands on, before there is a window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from wallapp.base.clock import Clock
from wallapp.base.ids import StationName
from wallapp.services.people_desk import PeopleDesk
from wallapp.services.sign_in import SignIn
from wallapp.services.trust_desk import TrustDesk
from wallapp.ui.clerk import Clerk


@dataclass(frozen=True, slots=True)
class Door:
    """The front door builds it; the clerk must go on until the dialogs are gone.

    Attributes:
      demo_logins: who of the demo's cast can sign in; empty but in the demo.
      demo_password: everybody's in the demo.
      demo_code: a code of a login that works now; None but in the demo.
    """

    clerk: Clerk
    clock: Clock
    sign_in: SignIn
    people: PeopleDesk
    trust: TrustDesk
    station: StationName
    demo_logins: tuple[str, ...] = ()
    demo_password: str = ""
    demo_code: Callable[[str], str] | None = None
