"""Coming in and confirming: right, wrong, too often, and what the history keeps of it."""

from __future__ import annotations

import pytest

from tests.fakes.office import HERE, Office, make_office
from wallapp.app.demo_people import DEMO_PASSWORD
from wallapp.base.errors import BadInput, Conflict, Denied, RuleBroken, Unavailable
from wallapp.domain.audit import AuditEvent
from wallapp.domain.people import Role
from wallapp.services.sign_in import FREE_FAILURES
from wallapp.vault import totp

GIVEN, OWN = "given by the office", "a sentence of one's own"


@pytest.fixture
def room() -> Office:
    return make_office()


def test_a_password_and_a_code_let_in_whatever_the_case_of_the_login(room: Office) -> None:
    came = room.desk.sign_in("OPERATOR", DEMO_PASSWORD, room.code("operator"), station=HERE)
    assert (came.person.login, came.actor.station, came.must_enrol) == ("operator", HERE, False)
    assert room.entries()[0].event is AuditEvent.SIGNED_IN


@pytest.mark.parametrize(
    ("login", "password", "code"),
    [("operator", "wrong", None), ("operator", DEMO_PASSWORD, "000000"), ("nobody", DEMO_PASSWORD, "000000")],
)
def test_what_was_wrong_is_not_said(room: Office, login: str, password: str, code: str | None) -> None:
    with pytest.raises(Denied, match="the name, the password or the code is wrong"):
        room.desk.sign_in(login, password, code or room.code("operator"), station=HERE)
    last = room.entries()[0]
    assert last.event is AuditEvent.SIGN_IN_FAILED
    assert password not in str(last) and login not in str(last), "what was typed may be a password"


def test_a_code_works_once_at_the_sign_in_and_after_it(room: Office) -> None:
    code = room.code("operator")
    room.desk.sign_in("operator", DEMO_PASSWORD, code, station=HERE)
    with pytest.raises(Denied):
        room.desk.sign_in("operator", DEMO_PASSWORD, code, station=HERE)
    with pytest.raises(Denied):
        room.desk.step_up(room.actor("operator"), DEMO_PASSWORD, code)
    room.clock.advance(60)
    assert room.desk.step_up(room.actor("operator"), DEMO_PASSWORD, room.code("operator")).key.is_open


def test_too_many_tries_make_even_the_right_one_wait_and_waits_grow(room: Office) -> None:
    def wrong() -> None:
        with pytest.raises(Denied, match="is wrong"):
            room.desk.sign_in("operator", "wrong", "1", station=HERE)

    for _ in range(FREE_FAILURES + 1):
        wrong()
    with pytest.raises(Denied, match="wait 30 s"):
        room.desk.sign_in("operator", DEMO_PASSWORD, room.code("operator"), station=HERE)
    room.clock.advance(31)
    wrong()
    with pytest.raises(Denied, match="wait 60 s"):
        room.desk.step_up(room.actor("operator"), DEMO_PASSWORD, room.code("operator"))
    room.clock.advance(61)
    room.desk.sign_in("operator", DEMO_PASSWORD, room.code("operator"), station=HERE)
    assert room.failures("operator") == 0


def test_a_further_confirmation_needs_a_fresh_code_and_the_key_still_open(room: Office) -> None:
    actor = room.actor("supervisor")
    confirmation = room.desk.step_up(actor, DEMO_PASSWORD, room.code("supervisor"))
    with pytest.raises(Denied):
        room.desk.confirm(actor, confirmation, "000000")
    room.clock.advance(60)
    room.desk.confirm(actor, confirmation, room.code("supervisor"))
    with pytest.raises(Denied, match="give your password again"):
        room.desk.confirm(room.actor("supervisor2"), confirmation, room.code("supervisor2"))
    room.clock.advance(301)
    with pytest.raises(Denied, match="give your password again"):
        room.desk.confirm(actor, confirmation, room.code("supervisor"))


def test_a_new_account_may_do_nothing_but_take_a_password_of_its_own(room: Office) -> None:
    made = room.people.make(
        room.actor("admin"), "night.shift", name="Night shift", roles={Role.OPERATOR}, first_password=GIVEN
    )
    came = room.desk.sign_in("night.shift", GIVEN, "", station=HERE)
    assert came.must_enrol and not made.public_key
    with pytest.raises(BadInput, match="other than the one you were given"):
        room.desk.enrol(came.actor, GIVEN, GIVEN)
    with pytest.raises(BadInput, match="at least 12"):
        room.desk.enrol(came.actor, GIVEN, "short")
    enrolment = room.desk.enrol(came.actor, GIVEN, OWN)
    assert enrolment.totp_secret in enrolment.totp_uri and enrolment.person.public_key
    with pytest.raises(Denied):
        room.desk.enrol(came.actor, GIVEN, "yet another sentence")
    code = totp.code_at(enrolment.totp_secret, room.clock.now_at())
    assert not room.desk.sign_in("night.shift", OWN, code, station=HERE).must_enrol


def test_a_changed_password_opens_the_same_key(room: Office) -> None:
    actor, before = room.actor("bank"), room.person("bank").public_key
    with pytest.raises(Denied):
        room.desk.change_password(actor, "wrong", OWN)
    room.desk.change_password(actor, DEMO_PASSWORD, OWN)
    with room.store.reading() as unit:
        sealed = unit.people.secrets(actor.account).sealed
    secrets = room.keys.open_person(sealed, OWN, account=actor.account, public_key=before)
    room.clock.advance(60)
    code = totp.code_at(secrets.totp_secret, room.clock.now_at())
    assert room.desk.step_up(actor, OWN, code).key.public_key == before


def test_a_closed_account_is_out_at_once_and_its_secrets_are_gone(room: Office) -> None:
    actor = room.actor("operator2")
    room.people.close(room.actor("admin"), actor.account)
    with pytest.raises(Denied):
        room.desk.sign_in("operator2", DEMO_PASSWORD, "000000", station=HERE)
    with pytest.raises(Denied, match="closed"):
        room.desk.step_up(actor, DEMO_PASSWORD, "000000")
    with room.store.reading() as unit:
        assert unit.people.secrets(actor.account).password_hash == ""


def test_a_lost_telephone_means_a_new_key(room: Office) -> None:
    account = room.actor("operator").account
    room.people.reset_password(room.actor("admin"), account, GIVEN)
    assert room.person("operator").public_key == ""
    assert room.desk.sign_in("operator", GIVEN, "", station=HERE).must_enrol


def test_where_the_history_cannot_be_written_nobody_comes_in(room: Office) -> None:
    code = room.code("operator")
    room.store.fails_on = "audit"
    with pytest.raises(Unavailable):
        room.desk.sign_in("operator", DEMO_PASSWORD, code, station=HERE)
    with pytest.raises(Unavailable):
        room.desk.step_up(room.actor("operator"), DEMO_PASSWORD, code)
    room.store.fails_on = ""
    room.desk.sign_in("operator", DEMO_PASSWORD, code, station=HERE)


def test_nobody_changes_or_closes_themselves_and_only_administrators_others(room: Office) -> None:
    admin, second = room.actor("admin"), room.actor("admin2")
    with pytest.raises(Denied, match="another administrator"):
        room.people.close(admin, admin.account)
    room.people.close(admin, second.account)
    with pytest.raises(Denied):
        room.people.change_roles(second, admin.account, {Role.OPERATOR})
    with pytest.raises(Denied):
        room.people.make(room.actor("operator"), "friend", name="x", roles={Role.ADMINISTRATOR}, first_password=GIVEN)


@pytest.mark.parametrize(
    ("login", "name", "roles", "password", "says"),
    [
        ("é", "Name", {Role.OPERATOR}, GIVEN, "login"),
        ("ok", "", {Role.OPERATOR}, GIVEN, "name"),
        ("ok", "Name", set(), GIVEN, "role"),
        ("ok", "Name", {Role.OWNER_REPRESENTATIVE}, GIVEN, "organisation"),
        ("ok", "Name", {Role.OPERATOR}, "short", "at least 12"),
    ],
)
def test_an_account_that_cannot_be(
    room: Office, login: str, name: str, roles: set[Role], password: str, says: str
) -> None:
    with pytest.raises(BadInput, match=says):
        room.people.make(room.actor("admin"), login, name=name, roles=roles, first_password=password)


def test_a_login_is_taken_once_whatever_its_case(room: Office) -> None:
    with pytest.raises(Conflict):
        room.people.make(room.actor("admin"), "Operator", name="x", roles={Role.OPERATOR}, first_password=GIVEN)
    with pytest.raises(RuleBroken, match="accounts already"):
        room.people.make_first("root", "Root", GIVEN, station=HERE)


def test_duty_is_for_those_who_have_one(room: Office) -> None:
    assert not room.people.set_duty(room.actor("operator"), on_duty=False).on_duty
    with pytest.raises(Denied):
        room.people.set_duty(room.actor("auditor"), on_duty=True)
    assert room.entries()[0].event is AuditEvent.DUTY_CHANGED
