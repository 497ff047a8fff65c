"""Passwords: the rules, what is stored, and that an unknown login costs what a known one costs."""

from __future__ import annotations

import time

import pytest
from argon2.profiles import RFC_9106_LOW_MEMORY
from hypothesis import given, settings
from hypothesis import strategies as st

from wallapp.base.errors import BadInput, Unavailable
from wallapp.services.secrets import PASSWORD_LENGTH_MAX, PersonSecrets, new_password, typed_password
from wallapp.vault.passwords import Passwords
from wallapp.vault.sealing import Cost

CHEAP = Cost(time=1, memory_kib=8, lanes=1)
PASSWORD = "correct horse battery"


@pytest.fixture(scope="module")
def cheap() -> Passwords:
    return Passwords(cost=CHEAP)


def test_the_right_password_alone_fits(cheap: Passwords) -> None:
    stored = cheap.hash_password(PASSWORD)
    assert cheap.check_password(stored, PASSWORD)
    for other in ("", "correct horse batterz", PASSWORD + " ", PASSWORD.upper(), PASSWORD + "\0"):
        assert not cheap.check_password(stored, other)
    assert PASSWORD not in stored


def test_each_hash_has_its_own_salt(cheap: Passwords) -> None:
    assert cheap.hash_password(PASSWORD) != cheap.hash_password(PASSWORD)


@settings(deadline=None, max_examples=60)
@given(st.text(min_size=12, max_size=60), st.text(max_size=60))
def test_any_password_fits_its_own_hash_and_no_other(password: str, other: str) -> None:
    cheap = Passwords(cost=CHEAP)
    try:
        stored = cheap.hash_password(password)
    except BadInput:  # composed it is shorter
        assert len(typed_password(password) or "") < 12
        return
    assert cheap.check_password(stored, password)
    assert cheap.check_password(stored, other) == (typed_password(other) == typed_password(password))


def test_accents_may_be_composed_either_way(cheap: Passwords) -> None:
    stored = cheap.hash_password("caf\u00e9 au bord de mer")
    assert cheap.check_password(stored, "cafe\u0301 au bord de mer")


def test_the_rules_say_why() -> None:
    assert new_password("e\u0301" * 12) == "\u00e9" * 12
    with pytest.raises(BadInput, match="at least 12 characters, this one 11"):
        new_password("x" * 11)
    with pytest.raises(BadInput, match="this one 11"):
        new_password("e\u0301" * 11)
    assert len(new_password("x" * 256)) == 256
    for long in ("x" * 257, "x" * 2000):
        with pytest.raises(BadInput, match="at most 256"):
            new_password(long)


def test_a_refusal_never_repeats_the_password(cheap: Passwords) -> None:
    with pytest.raises(BadInput) as caught:
        cheap.hash_password("s3cr3t")
    assert "s3cr3t" not in str(caught.value)


def test_a_password_too_long_to_be_one_is_refused_before_any_work(cheap: Passwords) -> None:
    assert not cheap.check_password(cheap.hash_password("x" * PASSWORD_LENGTH_MAX), "x" * (PASSWORD_LENGTH_MAX + 1))
    assert not Passwords(cost=Cost(10, 1024 * 1024, 1)).check_password(None, "e\u0301" * 600)


@pytest.mark.parametrize(
    "stored",
    [
        None,
        "",
        "plain",
        "$argon2id$v=19$m=8,t=1,p=1$",
        "$argon2i$v=19$m=8,t=1,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAA",
        "$argon2id$v=16$m=8,t=1,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAA",
        "$argon2id$v=19$m=8,t=1,p=2$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAA",
        "$argon2id$v=19$m=٨,t=1,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAA",
    ],
)
def test_without_a_hash_that_can_be_read_no_password_fits(cheap: Passwords, stored: str | None) -> None:
    assert not cheap.check_password(stored, PASSWORD)
    assert not cheap.check_password(stored, "")


@pytest.mark.parametrize("cost", [Cost(11, 8, 1), Cost(1, 136, 17)])
def test_a_hash_cannot_ask_for_more_than_a_station_should_spend(cheap: Passwords, cost: Cost) -> None:
    """The right password all the same, so that only the bound refuses it."""
    stored = Passwords(cost=cost).hash_password(PASSWORD)
    assert not cheap.check_password(stored, PASSWORD)
    assert cheap.needs_rehash(stored)


def test_an_unknown_login_costs_what_a_known_one_costs() -> None:
    """Measured with a cost that stands out: without the decoy the ratio is in the thousands."""
    passwords = Passwords(cost=Cost(time=1, memory_kib=16 * 1024, lanes=1))
    stored = passwords.hash_password(PASSWORD)

    def spent_s(password_hash: str | None) -> float:
        begin_s = time.thread_time()
        assert not passwords.check_password(password_hash, "another password")
        return time.thread_time() - begin_s

    known_s = min(spent_s(stored) for _ in range(5))
    for unknown in (None, "", "damaged"):
        assert 0.5 < min(spent_s(unknown) for _ in range(5)) / known_s < 2


def test_the_default_cost_is_the_rfcs() -> None:
    passwords = Passwords()
    profile = RFC_9106_LOW_MEMORY
    stored = passwords.hash_password(PASSWORD)
    assert stored.startswith(f"$argon2id$v=19$m={profile.memory_cost},t={profile.time_cost},p={profile.parallelism}$")
    assert not passwords.needs_rehash(stored)
    assert passwords.check_password(stored, PASSWORD)


def test_a_hash_of_another_cost_still_fits_and_is_to_be_made_anew(cheap: Passwords) -> None:
    dearer = Passwords(cost=Cost(time=2, memory_kib=16, lanes=1))
    stored = cheap.hash_password(PASSWORD)
    assert dearer.check_password(stored, PASSWORD)
    assert dearer.needs_rehash(stored)
    assert not cheap.needs_rehash(stored)
    assert cheap.needs_rehash("damaged")


def test_what_argon2_cannot_do_is_not_a_wrong_password(cheap: Passwords) -> None:
    """A hash whose last base64 digit has spare bits set: Argon2 refuses to read it."""
    with pytest.raises(Unavailable, match="could not be checked"):
        cheap.check_password("$argon2id$v=19$m=8,t=1,p=1$AAAAAAAAAAAAAAAAAAAAAB$AAAAAAAAAAAAAAAAAAAAAA", PASSWORD)


def test_secrets_show_nothing() -> None:
    secrets = PersonSecrets(b"k" * 32, "JBSWY3DPEHPK3PXP")
    assert "kkk" not in f"{secrets} {secrets!r} {[secrets]}"
    assert "JBSW" not in f"{secrets} {secrets!r} {[secrets]}"
