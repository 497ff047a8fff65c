"""People's sealed secrets: who may open them, and for how long an open key signs."""

from __future__ import annotations

import base64
import threading
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wallapp.base.clock import ManualClock
from wallapp.base.errors import BadInput, Denied, Unavailable
from wallapp.base.ids import AccountId
from wallapp.base.signature import new_private_key, public_key_of, verify
from wallapp.services.secrets import PersonSecrets
from wallapp.vault.keys import OpenKey, SealedKeys
from wallapp.vault.sealing import Cost

CHEAP = Cost(time=1, memory_kib=8, lanes=1)
PASSWORD = "correct horse battery"
ACCOUNT = AccountId("7d0f2f6e-0001-4000-8000-000000000001")
OTHER = AccountId("7d0f2f6e-0001-4000-8000-000000000002")
SECRETS = PersonSecrets(bytes(range(32)), "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ")
PUBLIC = public_key_of(SECRETS.private_key)


def keys(*, cost: Cost = CHEAP, clock: ManualClock | None = None) -> SealedKeys:
    return SealedKeys(clock or ManualClock(), cost=cost)


def opened(sealed: str, password: str = PASSWORD) -> PersonSecrets:
    return keys().open_person(sealed, password, account=ACCOUNT, public_key=PUBLIC)


@pytest.fixture(scope="module")
def sealed() -> str:
    return keys().seal_person(SECRETS, PASSWORD, account=ACCOUNT)


def test_what_was_sealed_is_opened_by_the_password(sealed: str) -> None:
    assert opened(sealed) == SECRETS
    assert sealed.startswith("wk1:") and sealed.isascii()


def test_the_text_shows_no_secret(sealed: str) -> None:
    raw = base64.b64decode(sealed.removeprefix("wk1:"))
    for secret in (SECRETS.private_key, SECRETS.private_key.hex().encode(), SECRETS.totp_secret.encode()):
        assert secret not in raw and secret not in sealed.encode()
    assert keys().seal_person(SECRETS, PASSWORD, account=ACCOUNT) != sealed


@pytest.mark.parametrize("password", ["", "correct horse batterz", PASSWORD + " ", "x" * 257, "x" * 5000])
def test_a_wrong_password_is_one_clear_line(sealed: str, password: str) -> None:
    with pytest.raises(Denied, match="the password does not open this account's key") as caught:
        opened(sealed, password)
    assert "\n" not in str(caught.value) and "batter" not in str(caught.value)


def test_accents_may_be_composed_either_way() -> None:
    text = keys().seal_person(SECRETS, "caf\u00e9 au bord de mer", account=ACCOUNT)
    assert opened(text, "cafe\u0301 au bord de mer") == SECRETS


def test_a_sealed_key_cannot_be_moved_to_another_account(sealed: str) -> None:
    with pytest.raises(Denied):
        keys().open_person(sealed, PASSWORD, account=OTHER, public_key=PUBLIC)
    with pytest.raises(Denied):
        keys().open_person(sealed, PASSWORD, account=ACCOUNT, public_key=public_key_of(new_private_key()))


def test_every_single_bit_counts(sealed: str) -> None:
    raw = base64.b64decode(sealed.removeprefix("wk1:"))
    # Byte 2 of the header, memory's second: four of its bits ask for 128 MiB to 1 GiB, too much for a test.
    too_dear = range(2 * 8 + 1, 2 * 8 + 5)
    for bit in (bit for bit in range(len(raw) * 8) if bit not in too_dear):
        altered = bytearray(raw)
        altered[bit // 8] ^= 1 << bit % 8
        with pytest.raises(Denied):
            opened("wk1:" + base64.b64encode(altered).decode())


def test_a_text_has_one_spelling(sealed: str) -> None:
    encoded = sealed.removeprefix("wk1:")
    for text in ("", "wk1:", sealed + "\n", " " + sealed, sealed + "====", "wk1:" + encoded[:4] + "\n" + encoded[4:]):
        with pytest.raises(Denied):
            opened(text)
    for text in ("plain", "wk0:" + encoded, "WK1:" + encoded, encoded, "wk1:é" + encoded, "wk1:" + "A" * 100_000):
        with pytest.raises(Denied):
            opened(text)


@settings(deadline=None)
@given(
    st.text(max_size=60)
    | st.text(max_size=60).map("wk1:".__add__)
    | st.binary(max_size=120).map(lambda raw: "wk1:" + base64.b64encode(b"\x01\x00\x00\x00\x08\x01" + raw).decode())
)
def test_no_other_text_opens(text: str) -> None:
    with pytest.raises(Denied):
        opened(text)


def test_spare_bits_of_the_base64_are_refused() -> None:
    """The last digit before the padding has bits that decode to nothing."""
    for length in range(16, 19):
        secrets = PersonSecrets(SECRETS.private_key, "A" * length)
        text = keys().seal_person(secrets, PASSWORD, account=ACCOUNT)
        assert opened(text) == secrets
        if text.endswith("="):
            at = len(text.rstrip("=")) - 1
            other = text[:at] + chr(ord(text[at]) + 1) + text[at + 1 :]
            assert base64.b64decode(other.removeprefix("wk1:")) == base64.b64decode(text.removeprefix("wk1:"))
            with pytest.raises(Denied):
                opened(other)


def test_a_newer_text_asks_for_an_update() -> None:
    with pytest.raises(Unavailable, match="newer wallapp"):
        opened("wk2:anything")


@pytest.mark.parametrize("cost", [Cost(11, 8, 1), Cost(1, 136, 17)])
def test_a_text_cannot_ask_for_more_than_a_station_should_spend(cost: Cost) -> None:
    """Sealed well, so that only the bound refuses it; small enough to show what happens without the bound."""
    text = keys(cost=cost).seal_person(SECRETS, PASSWORD, account=ACCOUNT)
    with pytest.raises(Denied):
        opened(text)


def test_what_may_not_be_sealed() -> None:
    with pytest.raises(BadInput, match="at least 12"):
        keys().seal_person(SECRETS, "short", account=ACCOUNT)
    with pytest.raises(BadInput, match="32 bytes"):
        keys().seal_person(PersonSecrets(b"short", ""), PASSWORD, account=ACCOUNT)


def test_the_default_cost_is_the_rfcs() -> None:
    sealed = SealedKeys(ManualClock()).seal_person(SECRETS, PASSWORD, account=ACCOUNT)
    assert base64.b64decode(sealed.removeprefix("wk1:"))[:6] == b"\x03\x00\x01\x00\x00\x04"
    assert opened(sealed) == SECRETS


def test_a_dearer_station_opens_what_a_cheaper_one_sealed(sealed: str) -> None:
    dearer = keys(cost=Cost(2, 32, 2))
    assert dearer.open_person(sealed, PASSWORD, account=ACCOUNT, public_key=PUBLIC) == SECRETS


def test_an_open_key_signs_for_five_minutes() -> None:
    clock = ManualClock()
    key = keys(clock=clock).open_key(SECRETS, account=ACCOUNT)
    assert (key.account, key.public_key) == (ACCOUNT, PUBLIC)
    clock.advance(299.9)
    assert key.is_open
    assert verify(PUBLIC, "vote", b"{}", key.sign("vote", b"{}"))
    clock.advance(0.1)
    with pytest.raises(Denied, match="confirm again"):
        key.sign("vote", b"{}")
    assert not key.is_open


class _Clocks(ManualClock):
    """Clocks of a machine that slept, or whose date was set."""

    def set_date(self, by_s: float) -> None:
        self._now_at += timedelta(seconds=by_s)


def test_time_asleep_counts_and_a_date_set_back_gives_no_more() -> None:
    asleep = _Clocks()
    key = keys(clock=asleep).open_key(SECRETS, account=ACCOUNT)
    asleep.set_date(300)
    assert not key.is_open
    asleep.set_date(-300)
    assert not key.is_open  # let go, not only refused
    set_back = _Clocks()
    key = keys(clock=set_back).open_key(SECRETS, account=ACCOUNT)
    set_back.set_date(-3600)
    set_back.advance(300)
    assert not key.is_open


def test_a_closed_key_is_gone() -> None:
    key = OpenKey(SECRETS.private_key, ACCOUNT, clock=ManualClock())
    key.close()
    key.close()
    assert not key.is_open
    assert SECRETS.private_key not in vars(key).values()
    with pytest.raises(Denied, match="confirm again"):
        key.sign("vote", b"{}")
    assert key.public_key == PUBLIC


def test_an_open_key_shows_no_secret() -> None:
    key = OpenKey(SECRETS.private_key, ACCOUNT, clock=ManualClock())
    assert repr(SECRETS.private_key) not in f"{key} {key!r}" and SECRETS.private_key.hex() not in f"{key!r}"


def test_a_key_that_is_none_is_not_opened() -> None:
    with pytest.raises(BadInput, match="32 bytes"):
        OpenKey(b"short", ACCOUNT, clock=ManualClock())


def test_closing_while_others_sign_ends_in_signatures_or_denials() -> None:
    key = OpenKey(SECRETS.private_key, ACCOUNT, clock=ManualClock())
    signed: list[str] = []

    def sign_until_denied() -> None:
        try:
            while True:
                signed.append(key.sign("vote", b"{}"))
        except Denied:
            return

    signers = [threading.Thread(target=sign_until_denied) for _ in range(3)]
    for signer in signers:
        signer.start()
    while not signed:
        assert any(signer.is_alive() for signer in signers)
    key.close()
    for signer in signers:
        signer.join(10)
        assert not signer.is_alive()
    assert len(set(signed)) == 1 and verify(PUBLIC, "vote", b"{}", signed[0])
