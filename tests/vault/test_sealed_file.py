"""The sealed file: what it keeps, and that nothing but its passphrase opens it."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from wallapp.base.errors import BadInput, Unavailable
from wallapp.services.credentials import Credential
from wallapp.vault.sealed_file import SealedFile
from wallapp.vault.sealing import Cost

PASSPHRASE = "correct horse battery"
CHEAP = Cost(time=1, memory_kib=8, lanes=1)
"""For tests of everything but the cost itself."""
ENTRY = Credential("admin", "p@ss/w0rd é")


def sealed(folder: Path, *, passphrase: str = PASSPHRASE) -> SealedFile:
    return SealedFile(folder / "vault.sealed", passphrase, cost=CHEAP)


def test_what_is_written_is_read_by_the_next_that_opens_it(tmp_path: Path) -> None:
    sealed(tmp_path).write("gate-7", ENTRY)
    vault = sealed(tmp_path)
    assert vault.read("gate-7") == ENTRY
    assert vault.read("gate-8") is None
    assert vault.names() == ["gate-7"]


def test_entries_are_replaced_and_forgotten(tmp_path: Path) -> None:
    vault = sealed(tmp_path)
    vault.write("b", ENTRY)
    vault.write("a", ENTRY)
    vault.write("b", Credential("", ""))
    assert vault.names() == ["a", "b"]
    assert vault.read("b") == Credential("", "")
    assert vault.forget("b")
    assert not vault.forget("b")
    assert sealed(tmp_path).names() == ["a"]


def test_nothing_is_written_before_there_is_something_to_keep(tmp_path: Path) -> None:
    assert sealed(tmp_path).names() == []
    assert list(tmp_path.iterdir()) == []


def test_the_file_shows_no_secret_and_only_its_user_may_read_it(tmp_path: Path) -> None:
    vault = sealed(tmp_path)
    vault.write("gate-7", Credential("someadmin", "s3cr3t-text"))
    content = (tmp_path / "vault.sealed").read_bytes()
    for secret in (b"someadmin", b"s3cr3t-text", b"gate-7", PASSPHRASE.encode()):
        assert secret not in content
    assert [path.name for path in tmp_path.iterdir()] == ["vault.sealed"]
    if os.name != "nt":
        assert stat.S_IMODE((tmp_path / "vault.sealed").stat().st_mode) == 0o600
    assert PASSPHRASE not in repr(vars(vault)) + repr(vault)


def test_each_writing_is_sealed_anew(tmp_path: Path) -> None:
    vault = sealed(tmp_path)
    vault.write("a", ENTRY)
    first = (tmp_path / "vault.sealed").read_bytes()
    vault.write("a", ENTRY)
    second = (tmp_path / "vault.sealed").read_bytes()
    start = first.index(b"}\n") + 2
    assert first[:start] == second[:start]
    assert first[start : start + 12] != second[start : start + 12]


def test_a_wrong_passphrase_is_one_clear_line(tmp_path: Path) -> None:
    sealed(tmp_path).write("a", ENTRY)
    with pytest.raises(BadInput, match="the passphrase does not open the vault") as caught:
        sealed(tmp_path, passphrase="correct horse batterz")
    assert "batter" not in str(caught.value)


def test_a_passphrase_is_the_same_however_its_accents_are_composed(tmp_path: Path) -> None:
    sealed(tmp_path, passphrase="caf\u00e9 au bord de mer").write("a", ENTRY)
    assert sealed(tmp_path, passphrase="cafe\u0301 au bord de mer").read("a") == ENTRY


def test_a_new_vault_wants_a_passphrase_of_some_length(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="at least 12"):
        sealed(tmp_path, passphrase="short")


@pytest.mark.parametrize("name", ["", "#names", "a b", "a/b", "-a", "x" * 65, "a\n"])
def test_names_that_no_vault_holds_are_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(BadInput, match="entry's name"):
        sealed(tmp_path).write(name, ENTRY)


def test_every_single_bit_counts(tmp_path: Path) -> None:
    path = tmp_path / "vault.sealed"
    sealed(tmp_path).write("a", ENTRY)
    content = path.read_bytes()
    for bit in range(len(content) * 8):
        altered = bytearray(content)
        altered[bit // 8] ^= 1 << bit % 8
        path.write_bytes(altered)
        with pytest.raises(BadInput):
            sealed(tmp_path)
    path.write_bytes(content)
    assert sealed(tmp_path).read("a") == ENTRY


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.data())
def test_a_cut_or_lengthened_file_is_refused(tmp_path: Path, data: st.DataObject) -> None:
    path = tmp_path / "vault.sealed"
    path.unlink(missing_ok=True)
    sealed(tmp_path).write("a", ENTRY)
    content = path.read_bytes()
    kept = content[: data.draw(st.integers(0, len(content)))] + data.draw(st.binary(max_size=40))
    path.write_bytes(kept)
    if kept == content:
        return
    with pytest.raises(BadInput):
        sealed(tmp_path)


def test_an_altered_file_is_noticed_while_the_vault_is_open(tmp_path: Path) -> None:
    vault = sealed(tmp_path)
    vault.write("a", ENTRY)
    path = tmp_path / "vault.sealed"
    content = path.read_bytes()
    path.write_bytes(content[:-1] + bytes([content[-1] ^ 1]))
    with pytest.raises(BadInput, match="altered"):
        vault.read("a")


def test_a_vault_made_anew_under_an_open_one_is_noticed(tmp_path: Path) -> None:
    vault = sealed(tmp_path)
    vault.write("a", ENTRY)
    (tmp_path / "vault.sealed").unlink()
    sealed(tmp_path, passphrase="another passphrase").write("a", ENTRY)
    with pytest.raises(Unavailable, match="made anew"):
        vault.read("a")


def test_a_newer_vault_is_left_untouched(tmp_path: Path) -> None:
    path = tmp_path / "vault.sealed"
    path.write_bytes(b"wallapp sealed vault 2\nanything")
    with pytest.raises(BadInput, match="made by a newer wallapp"):
        sealed(tmp_path)
    assert path.read_bytes() == b"wallapp sealed vault 2\nanything"


@pytest.mark.parametrize(
    "change",
    [
        {"memory_kib": 2**40},
        {"memory_kib": 8.0},
        {"lanes": 2},
        {"time": 10**6},
        {"lanes": 0},
        {"salt": "00"},
        {"kdf": "none"},
    ],
)
def test_a_header_cannot_ask_for_what_no_station_has(tmp_path: Path, change: dict[str, object]) -> None:
    parameters = {"kdf": "argon2id", "time": 1, "memory_kib": 8, "lanes": 1, "salt": "00" * 16, **change}
    content = b"wallapp sealed vault 1\n" + json.dumps(parameters).encode() + b"\n" + bytes(64)
    (tmp_path / "vault.sealed").write_bytes(content)
    with pytest.raises(BadInput, match="is damaged"):
        sealed(tmp_path)


def test_a_vault_that_cannot_be_written_keeps_what_it_held(tmp_path: Path) -> None:
    vault = sealed(tmp_path / "none")
    with pytest.raises(Unavailable, match="could not be written"):
        vault.write("a", ENTRY)
    with pytest.raises(Unavailable, match="cannot be read"):
        (tmp_path / "vault.sealed").mkdir()
        sealed(tmp_path)


def test_the_default_cost_is_the_rfcs(tmp_path: Path) -> None:
    SealedFile(tmp_path / "vault.sealed", PASSPHRASE).write("a", ENTRY)
    header = json.loads((tmp_path / "vault.sealed").read_bytes().split(b"\n")[1])
    assert (header["kdf"], header["time"], header["memory_kib"], header["lanes"]) == ("argon2id", 3, 65536, 4)
    assert SealedFile(tmp_path / "vault.sealed", PASSPHRASE).read("a") == ENTRY


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=40)
@given(st.text(), st.text())
def test_any_user_and_password_come_back(tmp_path: Path, user: str, password: str) -> None:
    vault = sealed(tmp_path)
    vault.write("a", Credential(user, password))
    assert vault.read("a") == Credential(user, password)


def test_a_credential_shows_neither_part() -> None:
    assert "admin" not in f"{ENTRY} {ENTRY!r} {[ENTRY]}"
    assert "p@ss" not in f"{ENTRY} {ENTRY!r} {[ENTRY]}"
