"""The crisis level between two stations of one store: two persons, one step down, reviews, and what it brings."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.fakes.access_cast import (
    BANK_POLICY,
    HALL,
    SQUARE,
    actor_of,
    cameras_of_town,
    key_of,
    let_in,
    person_of,
    put_trust_in_force,
)
from tests.fakes.shared_room import DRILL, Station, log_texts, seed
from wallapp.base.clock import ManualClock
from wallapp.base.errors import BadInput, Denied, NotFound, RuleBroken, Unavailable
from wallapp.base.ids import ActivationId, LayerId, LayoutNumber, StationName
from wallapp.domain.access import GrantEnd, Request, RequestState
from wallapp.domain.crisis_level import Bindings, CrisisLevel, LevelAlarm, LevelScope, ScopeKind
from wallapp.domain.layer import LayerKind, LayerState
from wallapp.domain.people import Role
from wallapp.domain.place import Place
from wallapp.domain.policy import Circumstance, FactKind, Purpose
from wallapp.domain.warrant import TrustPin
from wallapp.services.access_ask import AskForm
from wallapp.services.access_desk import AccessDesk
from wallapp.services.access_ground import AccessGround
from wallapp.services.crisis import CrisisDesk, LevelWish
from wallapp.services.crisis_presets import CrisisPresets
from wallapp.services.layers import NewLayer
from wallapp.services.shared_sight import sight_by
from wallapp.services.trust_reading import TrustReader
from wallapp.store.engine import open_store
from wallapp.store.unit_of_work import Store

BANK_HALL = Place(33.59, -7.6)


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


def test_what_a_level_brings_is_prepared_by_a_supervisor(store: Store, stations: tuple[Station, Station]) -> None:
    one, _ = stations
    presets = CrisisPresets(store)
    assert presets.presets() == dict.fromkeys(CrisisLevel, Bindings())
    full = Bindings(LayoutNumber(3), frozenset({LayerId("l")}), ("call",), frozenset({"crisis"}))
    presets.prepare(one.who("supervisor"), CrisisLevel.FULL, full)
    presets.prepare(one.who("supervisor"), CrisisLevel.WATCH, Bindings(LayoutNumber(1)))
    with pytest.raises(Denied):
        presets.prepare(one.who("operator"), CrisisLevel.FULL, Bindings())
    found = presets.presets()
    assert (found[CrisisLevel.FULL], found[CrisisLevel.WATCH].layout) == (full, 1)
    assert found[CrisisLevel.PARTIAL] == Bindings()


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


BANK_IN_A_CRISIS = replace(
    BANK_POLICY,
    circumstances=(
        Circumstance("crisis", FactKind.CRISIS_LEVEL, radius_m=2000, fresh_s=36000, longest_s=1800, per_day=9),
    ),
)


def test_what_a_level_opens_begins_with_the_second_persons_signature_and_ends_with_it(tmp_path: Path) -> None:
    clock = ManualClock()
    store = open_store(tmp_path / "town", clock=clock)
    let_in(store)
    reader, cameras = TrustReader(TrustPin(1, put_trust_in_force(store, [BANK_IN_A_CRISIS]))), cameras_of_town()
    ground = AccessGround(store, lambda: cameras, reader.authority)
    access = AccessDesk(store, lambda: cameras, reader.authority)
    station = Station(store, tmp_path, "desk-1", clock=clock, knows=sight_by(lambda: cameras, reader.authority))
    crisis = CrisisDesk(station.room, ground=ground)
    asker, second = actor_of("supervisor"), actor_of("operator")

    def ask() -> Request:
        reason = "crowd pushes at the door"
        form = AskForm(str(uuid.uuid4()), frozenset({HALL}), Purpose.INTRUSION, reason, 600)
        return access.ask(actor_of("operator2"), form)[0]

    bindings = Bindings(circumstances=frozenset({"crisis"}))
    with pytest.raises(BadInput, match="trusted people"):
        station.crisis.ask(asker, wish(station, CrisisLevel.PARTIAL, bindings=bindings))
    # A fact that somebody confirms by hand opens nothing while no level brings the circumstance.
    access.confirm_fact(second, key_of("operator"), FactKind.CRISIS_LEVEL, place=BANK_HALL, happened_at=clock.now_at())
    assert ask().state is RequestState.PENDING
    asked = crisis.ask(asker, wish(station, CrisisLevel.PARTIAL, bindings=bindings))
    with pytest.raises(BadInput, match="confirm yourself"):
        crisis.approve(second, asked.id)
    with pytest.raises(Denied, match="key"):
        crisis.approve(second, asked.id, key=key_of("operator2"), place=BANK_HALL)
    assert crisis.standing(None).level is CrisisLevel.ROUTINE
    crisis.approve(second, asked.id, key=key_of("operator"), place=BANK_HALL)
    opened = ask()
    assert (opened.state, opened.terms.circumstance) == (RequestState.APPROVED, "crisis")
    down = crisis.ask(asker, wish(station, CrisisLevel.RECOVERY))
    crisis.approve(second, down.id)
    with store.reading() as unit:
        ended = unit.grants.grant_of(opened.terms.request)
        assert ended is not None
        assert (ended.end, ended.ended_at) == (GrantEnd.REVOKED, clock.now_at())
    assert ask().state is RequestState.PENDING
    station.stop()
    store.close()


def test_who_may_know_of_what_follows_the_policies_and_nobody_knows_without_them(tmp_path: Path) -> None:
    store = open_store(tmp_path / "town")
    let_in(store)
    kept = replace(BANK_POLICY, knowing=frozenset({Role.SUPERVISOR}))
    pin, cameras = TrustPin(1, put_trust_in_force(store, [kept])), cameras_of_town()
    knows = sight_by(lambda: cameras, TrustReader(pin).authority)
    lost = sight_by(lambda: cameras, TrustReader(TrustPin(9, pin.digest)).authority)
    with store.reading() as unit:
        operator, boss = person_of("operator"), person_of("supervisor")
        assert not knows(unit, operator).knows(HALL)
        assert knows(unit, operator).knows(SQUARE)
        assert knows(unit, boss).knows_all(cameras)
        assert not knows(unit, None).knows(HALL)
        assert set(lost(unit, boss).cameras) == {SQUARE}
        assert sight_by(lambda: cameras, None)(unit, operator).knows_all(cameras)
    store.close()
