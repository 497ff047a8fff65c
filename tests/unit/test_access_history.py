"""Where the history cannot be written nothing is done; and it holds no name and no typed text."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from tests.fakes.access_cast import DESK_2, HALL, Town, account_of, actor_of, key_of, person_of
from wallapp.base.errors import Denied, Unavailable
from wallapp.base.ids import GrantId, RequestId
from wallapp.domain.access import LockKind, ReviewVerdict, Verdict
from wallapp.domain.place import Place
from wallapp.domain.policy import FactKind
from wallapp.services.access_ports import AuditQuery
from wallapp.services.access_views import AccessViews

SECRET = "my neighbour is in the bank"


class Scene:
    """A town with one of everything."""

    def __init__(self) -> None:
        self.town = town = Town()
        (request,) = town.desk.ask(actor_of("operator"), town.ask(reason=SECRET))
        (half,) = town.desk.ask(actor_of("operator"), town.ask(reason=SECRET))
        self.request, self.half = request.terms.request, half.terms.request
        self.approve("supervisor", self.half)
        (glass,) = town.desk.break_glass(
            actor_of("operator"), key_of("operator"), town.ask(reason=SECRET, cameras=frozenset({HALL}), duration_s=600)
        )
        self.glass: GrantId = glass.grant
        self.lock = town.desk.set_lock(actor_of("admin"), LockKind.STATION, target="desk-9", reason=SECRET).lock

    def approve(self, login: str, request: RequestId) -> None:
        """All of it."""
        self.town.desk.vote(
            actor_of(login),
            key_of(login),
            request,
            verdict=Verdict.APPROVE,
            cameras=frozenset({HALL}),
            duration_s=60,
        )

    def later(self, seconds: int) -> Town:
        """The town then."""
        self.town.clock.advance(seconds)
        return self.town

    def views(self) -> AccessViews:
        """The queries over the same store."""
        return AccessViews(self.town.store, lambda: self.town.cameras, self.town.reader.authority)


ACTS: dict[str, Callable[[Scene], object]] = {
    "ask": lambda it: it.town.desk.ask(actor_of("operator"), it.town.ask(reason=SECRET)),
    "be refused": lambda it: it.town.desk.ask(actor_of("auditor"), it.town.ask(reason=SECRET)),
    "vote": lambda it: it.approve("supervisor", it.request),
    "decide": lambda it: it.approve("banker", it.half),
    "withdraw": lambda it: it.town.desk.withdraw(actor_of("operator"), it.request),
    "break glass": lambda it: it.town.desk.break_glass(
        actor_of("operator"), key_of("operator"), it.town.ask(reason=SECRET, cameras=frozenset({HALL}), duration_s=60)
    ),
    "revoke": lambda it: it.town.desk.revoke(actor_of("supervisor"), it.glass, SECRET),
    "relinquish": lambda it: it.town.desk.relinquish(actor_of("operator"), it.glass),
    "lock": lambda it: it.town.desk.set_lock(
        actor_of("supervisor"), LockKind.PERSON, target=account_of("operator"), reason=SECRET
    ),
    "lift": lambda it: it.town.desk.lift_lock(actor_of("admin"), it.lock),
    "review": lambda it: it.town.desk.review(actor_of("auditor"), it.glass, ReviewVerdict.CHALLENGED, remark=SECRET),
    "confirm": lambda it: it.town.desk.confirm_fact(
        actor_of("operator"),
        key_of("operator"),
        FactKind.FIRE_CONFIRMED,
        place=Place(33.6, -7.6),
        happened_at=it.town.clock.now_at(),
    ),
    "read": lambda it: it.views().history(actor_of("auditor"), AuditQuery()),
    "sweep": lambda it: it.later(90_000).desk.sweep(DESK_2),
    "erase": lambda it: it.later(1).desk.erase_texts(timedelta(0), station=DESK_2),
}


def done(name: str, scene: Scene) -> None:
    """The act, which one of them is refused."""
    if name == "be refused":
        with pytest.raises(Denied):
            ACTS[name](scene)
    else:
        ACTS[name](scene)


@pytest.mark.parametrize("name", ACTS)
def test_where_its_entry_cannot_be_written_nothing_is_done(name: str) -> None:
    scene = Scene()
    scene.town.store.fails_on = "audit"
    before, effective = scene.town.store.state, scene.town.effective()
    with pytest.raises(Unavailable, match="cannot write its audit"):
        ACTS[name](scene)
    assert scene.town.store.state is before
    if name not in ("sweep", "erase"):  # there the clock was moved
        assert scene.town.effective() == effective


@pytest.mark.parametrize("name", ACTS)
def test_a_crash_at_any_write_leaves_all_or_nothing(name: str) -> None:
    """Where one act is several transactions (the sweeper), each of them."""
    counting = Scene()
    before = counting.town.store.writes
    done(name, counting)
    writes = counting.town.store.writes - before
    assert writes > 0
    for write in range(1, writes + 1):
        scene = Scene()
        state = scene.town.store.state
        scene.town.store.fails_at = write
        with pytest.raises(Unavailable):
            ACTS[name](scene)
        assert name == "sweep" or scene.town.store.state is state


def test_the_history_holds_no_name_and_no_typed_text() -> None:
    for name in ACTS:
        scene = Scene()
        done(name, scene)
        told = " ".join(map(str, scene.town.entries()))
        assert SECRET not in told
        for login in scene.town.people:
            person = person_of(login)
            assert person.name not in told
            assert person.account not in told
            assert person.pseudonym in told or login not in ("operator", "supervisor", "admin")
