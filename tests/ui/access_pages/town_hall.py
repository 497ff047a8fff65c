"""The town of the access tests with every desk's service, and rooms for whoever signs in."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from tests.fakes.access_cast import (
    BANK,
    BANK_POLICY,
    CITY,
    DESK_1,
    DESK_2,
    PEOPLE,
    SCHOOL,
    SCHOOL_POLICY,
    Town,
    actor_of,
    key_of,
    person_of,
)
from wallapp.base.ids import OwnerName, RequestId, StationName
from wallapp.domain.access import Request, Verdict
from wallapp.domain.camera import Owner, OwnerKind
from wallapp.domain.policy import Policy
from wallapp.services.access_views import AccessViews
from wallapp.services.actor import SigningKey
from wallapp.services.people_desk import PeopleDesk
from wallapp.services.policy_desk import PolicyDesk
from wallapp.services.sign_in import SignIn
from wallapp.services.trust_desk import TrustDesk
from wallapp.ui.access.rooms import AccessRooms, News, Sights
from wallapp.ui.clerk import Clerk
from wallapp.vault import totp
from wallapp.vault.keys import SealedKeys
from wallapp.vault.passwords import Passwords
from wallapp.vault.sealing import Cost

OWNERS = {
    BANK: Owner(BANK, OwnerKind.BANK),
    SCHOOL: Owner(SCHOOL, OwnerKind.SCHOOL),
    CITY: Owner(CITY, OwnerKind.CITY),
}
_APPROVE = Verdict.APPROVE
CHEAP = Cost(time=1, memory_kib=64, lanes=1)


class ProvenAtOnce:
    """A `confirm` of somebody who proves at once who they are; `asked` is what they were asked to confirm."""

    def __init__(self, login: str) -> None:
        self._login = login
        self.asked: list[str] = []
        self.gives_up = False

    def __call__(self, then: Callable[[SigningKey], None], *, what: str = "") -> None:
        self.asked.append(what)
        if not self.gives_up:
            then(key_of(self._login))


class TownHall:
    """A town and its services. Close it: its clerk is a thread."""

    def __init__(self, *, people: Iterable[str] = tuple(PEOPLE), policies: Iterable[Policy] | None = None) -> None:
        self.town = Town(people=people, policies=policies or (BANK_POLICY, SCHOOL_POLICY))
        self.clerk = Clerk()
        self.news = News()
        store, passwords = self.town.store, Passwords(cost=CHEAP)
        self.views = AccessViews(store, lambda: self.town.cameras, self.town.reader.authority)
        self.people = PeopleDesk(store, passwords)
        self.policies = PolicyDesk(store)
        self.trust = TrustDesk(store)
        self.sign_in = SignIn(store, passwords, totp, SealedKeys(self.town.clock, cost=CHEAP))

    def close(self) -> None:
        """End the clerk."""
        self.clerk.close()

    def rooms(self, login: str, station: StationName = DESK_2) -> AccessRooms:
        """For this person at that station."""
        return AccessRooms(
            clerk=self.clerk,
            clock=self.town.clock,
            news=self.news,
            sights=Sights(),
            station=station,
            actor=actor_of(login, station),
            person=person_of(login),
            cameras=self.town.cameras,
            owners=OWNERS,
            sign_in=self.sign_in,
            people=self.people,
            trust=self.trust,
            policies=self.policies,
            access=self.town.desk,
            views=self.views,
            sign_out=lambda: None,
            note_snapshot=lambda _: None,
        )

    def ask(self, login: str = "operator", **changes: Any) -> Request:
        """A request made at the first station."""
        return self.town.desk.ask(actor_of(login, DESK_1), self.town.ask(**changes))[0]

    def approve(self, login: str, request: Request) -> None:
        """All that was asked for."""
        self.town.desk.vote(
            actor_of(login, DESK_2),
            key_of(login),
            RequestId(request.terms.request),
            verdict=_APPROVE,
            cameras=request.terms.cameras,
            duration_s=request.terms.duration_s,
        )

    def owner_of(self, login: str) -> OwnerName:
        """Whom the person speaks for."""
        return PEOPLE[login][1]
