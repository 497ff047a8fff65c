"""What may be raised, by whom and how often; and what the doctor says of the alarm input."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fakes.shared_room import Cable
from wallapp.base.clock import ManualClock
from wallapp.base.errors import BadInput, NotFound, Unavailable
from wallapp.domain.policy import FactKind
from wallapp.exchange.alarm_http import Strangers
from wallapp.exchange.alarm_json import read_alarm
from wallapp.services.alarm_input import AlarmForm, checked, checked_source
from wallapp.services.alarm_input_partners import PartnerDesk
from wallapp.services.alarm_input_rates import Rates
from wallapp.services.doctor import Verdict
from wallapp.services.doctor_alarms import AlarmInputFacts, judge_alarm_input
from wallapp.services.ports import Unit
from wallapp.store.engine import open_store

NOW = datetime(2026, 1, 1, tzinfo=UTC)
WORDS = st.sampled_from(["title", "reference", "detail", "priority", "category", "camera", "place", "fact", "lat"])
LEAVES = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20) | WORDS
VALUES = st.recursive(LEAVES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=5))


class CountedCable(Cable):
    """Counts what is read."""

    readings = 0

    @contextmanager
    def reading(self) -> Iterator[Unit]:
        self.readings += 1
        with super().reading() as unit:
            yield unit


@pytest.fixture
def cable(tmp_path: Path) -> Iterator[CountedCable]:
    with closing(open_store(tmp_path)) as store:
        yield CountedCable(store)


@settings(max_examples=300, deadline=None, derandomize=True)
@given(body=st.binary(max_size=200) | VALUES.map(lambda value: repr(value).replace("'", '"').encode()))
def test_no_body_breaks_the_reading(body: bytes) -> None:
    with suppress(BadInput):
        checked(read_alarm(body), source="bank")


@settings(max_examples=200, deadline=None, derandomize=True)
@given(title=st.text(max_size=60), detail=st.text(max_size=60), reference=st.text(max_size=20))
def test_what_is_raised_can_be_read_by_eye(title: str, detail: str, reference: str) -> None:
    try:
        raised = checked(AlarmForm(title, reference, detail), source="bank")
    except BadInput:
        return
    plain = [sign for sign in raised.title + raised.reference + raised.detail if sign not in "\n\u200c\u200d"]
    assert raised.title and "".join(plain).isprintable()


def test_names_of_sources() -> None:
    assert checked_source("  Banque   Nord ") == "Banque Nord"
    assert checked_source("بنك الشمال") == "بنك الشمال"
    assert checked_source("ｂａｎｋ") == "bank", "what looks alike is one name"
    for wrong in ("", " ", "-x", "a\nb", "x" * 65, "\u202ebank"):
        with pytest.raises(BadInput):
            checked_source(wrong)
    with pytest.raises(BadInput):
        checked(AlarmForm("x", fact=FactKind.CRISIS_LEVEL), source="bank")


def test_who_knocks_too_often_waits_and_keeps_nobody_else_out() -> None:
    clock = ManualClock()
    rates = Rates(clock, burst=2, per_s=0.5)
    assert [rates.wait_s("bank") for _ in range(3)] == [0.0, 0.0, 2.0]
    assert rates.wait_s("tram") == 0.0
    clock.advance(1.0)
    assert rates.wait_s("bank") == pytest.approx(1.0)
    clock.advance(1.0)
    assert rates.wait_s("bank") == 0.0
    clock.advance(3600)
    assert [rates.wait_s("bank") for _ in range(3)] == [0.0, 0.0, 2.0], "no more than the burst is saved up"
    for number in range(3000):
        rates.wait_s(str(number))
    assert len(rates._levels) <= 1024


def test_what_was_not_written_down_is_counted(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "wallapp")
    clock = ManualClock()
    strangers = Strangers(Rates(clock, burst=1, per_s=1.0))
    for number in range(4):
        strangers.tell("10.0.0.9", f"refused {number}")
    clock.advance(1.0)
    strangers.tell("10.0.0.9", "refused 4")
    clock.advance(1.0)
    strangers.tell("10.0.0.9", "refused 5")
    assert caplog.messages == [
        "alarm input: refused 0",
        "alarm input: refused 4 (3 more were refused before)",
        "alarm input: refused 5",
    ]


def test_partners_are_remembered_while_the_store_is_lost(cable: CountedCable) -> None:
    store, clock = cable, ManualClock()
    desk = PartnerDesk(store, clock)
    token = desk.add("bank")
    store.is_cut = True
    with pytest.raises(Unavailable):
        desk.of_token(token)
    store.is_cut = False
    found = desk.of_token(token)
    assert found is not None and (found.name, desk.of_token(token + "x"), desk.of_token("")) == ("bank", None, None)
    before = store.readings
    for _ in range(50):
        desk.of_token("guess")
    assert store.readings == before, "strangers do not make the store work"
    store.is_cut = True
    clock.advance(60)
    assert desk.of_token(token) == found
    store.is_cut = False
    clock.advance(1)
    other = PartnerDesk(store, clock)
    other.remove("Bank")
    assert desk.of_token(token) is None
    with pytest.raises(NotFound):
        other.remove("bank")


@pytest.mark.parametrize(
    ("facts", "partners", "verdicts"),
    [
        (None, 0, [Verdict.OK]),
        (None, 2, [Verdict.NOTE]),
        (None, None, [Verdict.OK]),
        (AlarmInputFacts(("127.0.0.1", 8443), answers=True), None, [Verdict.OK]),
        (AlarmInputFacts(("127.0.0.1", 8443), answers=False), 2, [Verdict.PROBLEM]),
        (AlarmInputFacts(("::1", 8443), answers=True, ends_at=NOW + timedelta(days=31)), 2, [Verdict.OK, Verdict.OK]),
        (AlarmInputFacts(("0.0.0.0", 1), answers=True, ends_at=NOW + timedelta(days=29)), 0, [Verdict.NOTE] * 2),
        (AlarmInputFacts(("10.0.0.1", 1), answers=True, ends_at=NOW), 1, [Verdict.OK, Verdict.PROBLEM]),
    ],
)
def test_what_the_doctor_says(facts: AlarmInputFacts | None, partners: int | None, verdicts: list[Verdict]) -> None:
    found = judge_alarm_input(facts, partners=partners, now_at=NOW)
    assert [finding.verdict for finding in found] == verdicts
    assert not any("None" in finding.text for finding in found)
    assert all(finding.advice for finding in found if finding.verdict is not Verdict.OK)
    if facts is not None and facts.answers:
        is_own = facts.address[0] in ("127.0.0.1", "::1")
        assert ("this machine alone" in found[0].text) is is_own
