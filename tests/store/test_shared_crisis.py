"""The crisis level between two stations of one store: two persons, one step down, reviews, and what it brings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.fakes.office import CHEAP
from tests.fakes.shared_room import CAMERAS, DRILL, Station, log_texts, seed
from tests.store.access_cases import add_grant, terms
from wallapp.app.demo_people import DEMO_PASSWORD, demo_code, seed_demo
from wallapp.base.clock import ManualClock, SystemClock
from wallapp.base.errors import BadInput, Denied, NotFound, RuleBroken, Unavailable, WallError
from wallapp.base.ids import ActivationId, LayerId, LayoutNumber, StationName
from wallapp.domain.access import DecisionKind, GrantEnd
from wallapp.domain.crisis_level import Bindings, CrisisLevel, LevelAlarm, LevelScope, ScopeKind
from wallapp.domain.documents import FactTerms, read_document
from wallapp.domain.layer import LayerKind, LayerState
from wallapp.domain.people import Person
from wallapp.domain.place import Place
from wallapp.domain.policy import FactKind
from wallapp.services.access_ground import AccessGround
from wallapp.services.actor import Actor
from wallapp.services.crisis import CrisisDesk, LevelWish
from wallapp.services.crisis_rules import circumstance_holds
from wallapp.services.layers import NewLayer
from wallapp.services.sign_in import SignIn
from wallapp.services.trust_reading import TrustReader
from wallapp.store.unit_of_work import Store
from wallapp.vault import totp
from wallapp.vault.keys import SealedKeys
from wallapp.vault.passwords import Passwords

HERE = Place(33.59, -7.61)


@pytest.fixture
def stations(store: Store, tmp_path: Path) -> Iterator[tuple[Station, Station]]:
    yield from _stations(store, tmp_path)


@pytest.fixture
def both_stores(real_store: Store, tmp_path: Path) -> Iterator[tuple[Station, Station]]:
    yield from _stations(real_store, tmp_path)


def _stations(store: Store, folder: Path) -> Iterator[tuple[Station, Station]]:
    seed(store)
    one, two = Station(store, folder, "desk-1"), Station(store, folder, "desk-2")
    yield one, two
    one.stop()
    two.stop()


def wish(station: Station, level: CrisisLevel, *, bindings: Bindings | None = None) -> LevelWish:
    review_at = station.clock.now_at() + timedelta(hours=2) if level.needs_review else None
    return LevelWish(level, "crowd at the square", review_at, bindings=bindings or Bindings())


def raise_to(stations: tuple[Station, Station], level: CrisisLevel, bindings: Bindings | None = None) -> None:
    one, two = stations
    asked = one.crisis.ask(one.who("supervisor"), wish(one, level, bindings=bindings))
    two.crisis.approve(two.who("operator"), asked.id)


def test_a_level_takes_two_persons_and_every_station_sees_it(
    both_stores: tuple[Station, Station], real_store: Store
) -> None:
    one, two = both_stores
    boss, operator = one.who("supervisor"), two.who("operator")
    asked = one.crisis.ask(boss, wish(one, CrisisLevel.PARTIAL))
    view = two.crisis.standing(operator)
    assert (view.level, view.activation, view.asked) == (CrisisLevel.ROUTINE, None, asked)
    with pytest.raises(Denied, match="second person"):
        one.crisis.approve(boss, asked.id)
    for login in ("auditor", "admin", "banker", "trainer"):
        with pytest.raises(Denied):
            two.crisis.approve(two.who(login), asked.id)
        with pytest.raises(Denied):
            one.crisis.ask(one.who(login), wish(one, CrisisLevel.FULL))
    with pytest.raises(Denied):
        two.crisis.ask(operator, wish(two, CrisisLevel.FULL))
    begun = two.crisis.approve(operator, asked.id).activation
    assert (begun.level, begun.approved_by) == (CrisisLevel.PARTIAL, operator.account)
    for who in (boss, None):
        view = one.crisis.standing(who)
        assert (view.level, view.asked, view.alarms) == (CrisisLevel.PARTIAL, None, frozenset())
    with pytest.raises(RuleBroken):
        two.crisis.approve(operator, asked.id)
    with pytest.raises(NotFound):
        two.crisis.approve(operator, ActivationId("none"))
    assert log_texts(real_store) == [
        "crisis level 2 asked for: crowd at the square",
        "crisis level 0 to 2 by two persons: crowd at the square",
    ]


def test_down_is_one_step_and_each_scope_has_its_own(stations: tuple[Station, Station]) -> None:
    one, two = stations
    raise_to(stations, CrisisLevel.FULL)
    boss = one.who("supervisor")
    for wrong in (CrisisLevel.WATCH, CrisisLevel.ROUTINE, CrisisLevel.FULL):
        with pytest.raises(RuleBroken):
            one.crisis.ask(boss, wish(one, wrong))
    sector = LevelScope(ScopeKind.SECTOR, "Port")
    assert one.crisis.standing(boss, sector).level is CrisisLevel.ROUTINE
    raise_to(stations, CrisisLevel.RECOVERY)
    raise_to(stations, CrisisLevel.ROUTINE)
    assert two.crisis.standing(None).level is CrisisLevel.ROUTINE
    asked = one.crisis.ask(boss, replace(wish(one, CrisisLevel.WATCH), scope=sector))
    two.crisis.approve(two.who("supervisor2"), asked.id)
    assert two.crisis.standing(None, sector).level is CrisisLevel.WATCH
    assert two.crisis.standing(None).level is CrisisLevel.ROUTINE


def test_a_request_is_refused_withdrawn_or_overtaken(stations: tuple[Station, Station]) -> None:
    one, two = stations
    boss, other = one.who("supervisor"), two.who("supervisor2")
    first = one.crisis.ask(boss, wish(one, CrisisLevel.WATCH))
    with pytest.raises(Denied):
        two.crisis.withdraw(other, first.id)
    two.crisis.refuse(other, first.id, "not yet")
    with pytest.raises(RuleBroken):
        two.crisis.approve(other, first.id)
    second = one.crisis.ask(boss, wish(one, CrisisLevel.WATCH))
    one.crisis.withdraw(boss, second.id)
    assert two.crisis.standing(other).asked is None
    overtaken = one.crisis.ask(boss, wish(one, CrisisLevel.FULL))
    raise_to(stations, CrisisLevel.WATCH)
    assert two.crisis.standing(other).asked is None
    with pytest.raises(RuleBroken, match="by now"):
        two.crisis.approve(other, overtaken.id)
    assert two.crisis.standing(other).level is CrisisLevel.WATCH
    for wrong in (
        replace(wish(one, CrisisLevel.FULL), reason=" "),
        replace(wish(one, CrisisLevel.FULL), review_at=None),
    ):
        with pytest.raises(BadInput):
            one.crisis.ask(boss, wrong)


def test_one_person_alone_is_ratified_in_time_or_an_alarm_says_so(stations: tuple[Station, Station]) -> None:
    one, two = stations
    boss, operator = one.who("supervisor"), two.who("operator")
    with pytest.raises(Denied):
        two.crisis.raise_alone(operator, wish(two, CrisisLevel.FULL))
    one.crisis.raise_alone(boss, wish(one, CrisisLevel.FULL))
    assert two.crisis.standing(operator).alarms == frozenset()
    for station in stations:
        station.clock.advance(15 * 60)
    assert two.crisis.standing(operator).alarms == {LevelAlarm.RATIFICATION_OVERDUE}
    assert two.crisis.remind(StationName("desk-2"), two.alarms) == 1
    assert one.crisis.remind(StationName("desk-1"), one.alarms) == 0
    assert [alarm.title for alarm in one.alarms.alarms(boss).alarms] == ["crisis level 3: ratification overdue"]
    with pytest.raises(Denied):
        one.crisis.ratify(boss)
    assert two.crisis.ratify(operator).approved_by == operator.account
    assert two.crisis.standing(operator).alarms == frozenset()
    with pytest.raises(RuleBroken):
        two.crisis.ratify(operator)
    with pytest.raises(RuleBroken, match="step up"):
        one.crisis.raise_alone(boss, wish(one, CrisisLevel.PARTIAL))


def test_a_level_is_reviewed_in_time_and_never_drops_by_itself(stations: tuple[Station, Station]) -> None:
    one, two = stations
    raise_to(stations, CrisisLevel.WATCH)
    for station in stations:
        station.clock.advance(2 * 3600 + 1)
    boss = one.who("supervisor")
    view = two.crisis.standing(None)
    assert (view.level, view.alarms) == (CrisisLevel.WATCH, {LevelAlarm.REVIEW_OVERDUE})
    with pytest.raises(BadInput, match="ahead"):
        one.crisis.review(boss, one.clock.now_at())
    with pytest.raises(Denied):
        two.crisis.review(two.who("operator"), one.clock.now_at() + timedelta(hours=1))
    one.crisis.review(boss, one.clock.now_at() + timedelta(hours=1))
    assert two.crisis.standing(None).alarms == frozenset()
    with pytest.raises(NotFound):
        one.crisis.review(boss, one.clock.now_at(), scope=LevelScope(ScopeKind.SECTOR, "none"))


def test_a_level_shows_its_layers_and_the_stand_down_takes_them_back(stations: tuple[Station, Station]) -> None:
    one, two = stations
    boss = one.who("supervisor")
    hidden = NewLayer("Cordon", LayerKind.PERIMETER, is_shown=False)
    cordon, route = (one.layers.make(boss, hidden).value.id for _ in range(2))
    gone = LayerId("gone")
    bindings = Bindings(LayoutNumber(4), frozenset({cordon, gone}), ("call the prefecture",))
    asked = one.crisis.ask(boss, wish(one, CrisisLevel.PARTIAL, bindings=bindings))
    changed = two.crisis.approve(two.who("operator"), asked.id)
    assert (changed.change.layout, changed.change.checklist) == (4, ("call the prefecture",))

    def shown() -> set[LayerId]:
        return {layer.id for layer in two.layers.layers(boss, shown_only=True)}

    assert shown() == {cordon}
    raise_to(stations, CrisisLevel.FULL, replace(bindings, layout=None, layers=frozenset({cordon, route})))
    assert shown() == {cordon, route}
    raise_to(stations, CrisisLevel.RECOVERY)
    assert shown() == set()
    assert {layer.state for layer in one.layers.layers(boss)} == {LayerState.HIDDEN}


def test_nothing_of_it_waits_in_an_outbox(stations: tuple[Station, Station]) -> None:
    one, two = stations
    boss = one.who("supervisor")
    asked = two.crisis.ask(two.who("supervisor2"), wish(two, CrisisLevel.WATCH))
    one.crisis.standing(boss)
    one.cable.is_cut = True
    for act in (
        lambda: one.crisis.ask(boss, wish(one, CrisisLevel.FULL)),
        lambda: one.crisis.approve(boss, asked.id),
        lambda: one.crisis.raise_alone(boss, wish(one, CrisisLevel.FULL)),
        lambda: one.crisis.refuse(boss, asked.id),
    ):
        with pytest.raises(Unavailable):
            act()
    view = one.crisis.standing(boss)
    assert (view.level, view.is_lost, one.outbox.pending()) == (CrisisLevel.ROUTINE, True, [])


def test_a_drills_level_is_the_drills_alone_and_opens_nothing(
    stations: tuple[Station, Station], store: Store, tmp_path: Path
) -> None:
    one, _ = stations
    drill = Station(store, tmp_path, "desk-3", exercise=DRILL)
    boss, operator = drill.who("supervisor"), drill.who("operator")
    asked = drill.crisis.ask(boss, wish(drill, CrisisLevel.FULL))
    drill.crisis.approve(operator, asked.id)
    assert drill.crisis.standing(boss).level is CrisisLevel.FULL
    assert one.crisis.standing(boss).level is CrisisLevel.ROUTINE
    circumstances = Bindings(circumstances=frozenset({"crisis"}))
    with pytest.raises(BadInput, match="no drill"):
        drill.crisis.ask(boss, wish(drill, CrisisLevel.FULL, bindings=circumstances))
    drill.stop()


class Cast:
    """The demo's people with their keys, in a real store."""

    def __init__(self, store: Store) -> None:
        self.store, self.clock = store, ManualClock(now_at=SystemClock().now_at())
        self.keys, passwords = SealedKeys(SystemClock(), cost=CHEAP), Passwords(cost=CHEAP)
        pin = seed_demo(store, CAMERAS, passwords=passwords, keys=self.keys, station=StationName("desk-1"))
        self.desk = SignIn(store, passwords, totp, self.keys)
        self.ground = AccessGround(store, lambda: CAMERAS, TrustReader(pin).authority)

    def person(self, login: str) -> Person:
        with self.store.reading() as unit:
            found = unit.people.person_by_login(login)
        assert found is not None
        return found


def test_the_second_persons_approval_signs_the_fact_and_the_stand_down_ends_it(store: Store, tmp_path: Path) -> None:
    cast = Cast(store)
    station = Station(store, tmp_path, "desk-1", clock=cast.clock)
    crisis = CrisisDesk(station.room, ground=cast.ground)
    boss, operator = cast.person("supervisor"), cast.person("operator")
    asker, second = Actor(boss.account, station.name), Actor(operator.account, station.name)
    bindings = Bindings(circumstances=frozenset({"crisis"}))
    with pytest.raises(BadInput, match="trusted people"):
        station.crisis.ask(asker, wish(station, CrisisLevel.PARTIAL, bindings=bindings))
    asked = crisis.ask(asker, wish(station, CrisisLevel.PARTIAL, bindings=bindings))
    with pytest.raises(BadInput, match="confirm yourself"):
        crisis.approve(second, asked.id)
    assert crisis.standing(None).level is CrisisLevel.ROUTINE
    key = cast.desk.step_up(second, DEMO_PASSWORD, demo_code(store, cast.keys, person=operator)).key
    with pytest.raises(WallError, match="key"):
        crisis.approve(Actor(cast.person("operator2").account, station.name), asked.id, key=key, place=HERE)
    crisis.approve(second, asked.id, key=key, place=HERE)
    with store.reading() as unit:
        (signed,) = unit.facts.facts(cast.clock.now_at() - timedelta(hours=1))
        fact = read_document(signed.body, FactTerms)
        assert (fact.kind, fact.confirmed_by) == (FactKind.CRISIS_LEVEL, operator.account)
        assert circumstance_holds(unit.shared, "crisis")
    with store.writing() as unit:
        at = unit.now_at()
        opened = add_grant(
            unit,
            replace(
                terms("r1", at=at, kind=DecisionKind.CIRCUMSTANCE, circumstance="crisis"), requester=operator.account
            ),
            at=at + timedelta(seconds=1),
        )
    down = crisis.ask(asker, wish(station, CrisisLevel.RECOVERY))
    crisis.approve(second, down.id)
    with store.reading() as unit:
        assert not circumstance_holds(unit.shared, "crisis")
        ended = unit.grants.grant(opened.grant)
        assert ended is not None and ended.end is GrantEnd.REVOKED
    station.stop()
