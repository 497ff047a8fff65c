"""`wallapp alarm`: from a script into the store, the partners, and a listening process as it is started for real."""

from __future__ import annotations

import hashlib
import json
import re
import shlex
import signal
import ssl
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from http.client import HTTPSConnection
from pathlib import Path
from ssl import create_default_context
from typing import Any

import pytest

from tests.cli.program import environment
from tests.servers.certificates import CertificateFiles, make_certificates
from wallapp.app.doctor_alarms import examine_alarms
from wallapp.base.clock import SystemClock
from wallapp.base.ids import CameraNumber, OwnerName
from wallapp.cli.main import main
from wallapp.domain.alarm import Alarm
from wallapp.domain.camera import Camera, Owner, OwnerKind
from wallapp.domain.incident import Priority
from wallapp.domain.merge import SharedKind
from wallapp.domain.place import Place
from wallapp.domain.policy import FactKind
from wallapp.services.doctor import Verdict
from wallapp.services.shared_bodies import alarm_of
from wallapp.store.engine import DEMO_FILE_NAME, FILE_NAME, open_store
from wallapp.store.unit_of_work import Store
from wallapp.store.wakeups import Pace, StoreWakeups


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    return tmp_path / "profile"


def _alarms(store: Store) -> list[Alarm]:
    with store.reading() as unit:
        return [alarm_of(each) for each in unit.shared.entities(SharedKind.ALARM)]


def _kept(profile: Path, file_name: str = FILE_NAME) -> list[Alarm]:
    with closing(open_store(profile, file_name=file_name)) as store:
        return _alarms(store)


def _run(capsys: pytest.CaptureFixture[str], profile: Path, *words: str) -> tuple[int, str, str]:
    code = main(["alarm", "--profile", str(profile), *words])
    said = capsys.readouterr()
    return code, said.out, said.err


def test_an_alarm_with_all_its_words(capsys: pytest.CaptureFixture[str], profile: Path) -> None:
    words = ("--title", "Fumée", "--detail", "third floor", "--source", "roof sensor", "--reference", "S-1")
    more = ("--priority", "Critical", "--category", "fire", "--place=33.59,-7.61", "--fact", "fire_confirmed")
    code, out, err = _run(capsys, profile, *words, *more, "--camera", "104")
    (alarm,) = _kept(profile)
    assert (code, err) == (0, "")
    assert json.loads(out) == {"alarm": alarm.id, "source": "roof sensor", "count": 1}
    assert (alarm.title, alarm.detail, alarm.source, alarm.reference) == ("Fumée", "third floor", "roof sensor", "S-1")
    assert (alarm.priority, alarm.category.value, alarm.camera) == (Priority.CRITICAL, "Fire", 104)
    assert (alarm.place, alarm.fact) == (Place(33.59, -7.61), FactKind.FIRE_CONFIRMED)
    assert json.loads(_run(capsys, profile, *words)[1])["count"] == 2


def test_the_demo_s_store_is_another(capsys: pytest.CaptureFixture[str], profile: Path) -> None:
    assert _run(capsys, profile, "--demo", "--title", "x", "--camera", "104")[0] == 0
    assert [alarm.camera for alarm in _kept(profile, DEMO_FILE_NAME)] == [104]
    assert _kept(profile) == []


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("", "--title"),
        ("--title ' '", "--title"),
        ("--title x --priority urgent", "low, medium, high, critical"),
        ("--title x --category flood", "Safety"),
        ("--title x --camera 0", "--camera"),
        ("--title x --camera ١٠٤", "--camera"),
        ("--title x --place 91,0", "--place"),
        ("--title x --place nan,0", "--place"),
        ("--title x --place 33.5", "--place"),
        ("--title x --fact crisis_level", "fire_confirmed"),
        ("--title x --source ''", "source"),
        ("--title x --titel=y", "--titel"),
        ("--title x --port=7", "--port"),
        ("listen", "--certificate"),
        ("listen --certificate none.pem --key none.pem", "none.pem"),
        ("listen --certificate c --key k --port 70000", "--port"),
        ("partner", "ACTION"),
        ("partner add ''", "name"),
        ("partner remove nobody", "nobody"),
    ],
)
def test_bad_input_is_one_line_and_code_2(
    capsys: pytest.CaptureFixture[str], profile: Path, words: str, says: str
) -> None:
    code, out, err = _run(capsys, profile, *shlex.split(words))
    assert (code, out) == (2, "")
    assert err.startswith("wallapp: ") and err.count("\n") == 1 and says in err, err


def test_a_camera_that_is_not_registered_is_refused(capsys: pytest.CaptureFixture[str], profile: Path) -> None:
    with closing(open_store(profile)) as store, store.writing() as unit:
        unit.owners.put_owners([Owner(OwnerName("City"), OwnerKind.CITY)])
        unit.cameras.put_cameras([Camera(CameraNumber(7), "Quay", OwnerName("City"))])
    assert _run(capsys, profile, "--title", "x", "--camera", "7")[0] == 0
    code, _, err = _run(capsys, profile, "--title", "x", "--camera", "8")
    assert (code, "no camera 8" in err, len(_kept(profile))) == (2, True, 1)


def test_a_store_that_does_not_answer_is_a_failure_and_nothing_waits(
    capsys: pytest.CaptureFixture[str], profile: Path
) -> None:
    url = "postgresql+psycopg://nobody@127.0.0.1:1/none"
    code, out, err = _run(capsys, profile, "--title", "x", "--store", url)
    assert (code, out, err.count("\n")) == (1, "", 1)
    assert list(profile.rglob("outbox*")) == []


def test_partners_are_added_once_listed_and_removed(capsys: pytest.CaptureFixture[str], profile: Path) -> None:
    code, token, _ = _run(capsys, profile, "partner", "add", "Banque  Nord")
    assert code == 0 and re.fullmatch(r"[\w-]{43}\n", token)
    assert _run(capsys, profile, "partner", "add", "banque nord")[0] == 2
    code, listing, _ = _run(capsys, profile, "partner", "list")
    assert listing.startswith("Banque Nord  since 20") and listing.endswith("\n1 partners\n")
    assert token.strip() not in listing
    code, _, err = _run(capsys, profile, "--title", "x", "--source", "BANQUE NORD")
    assert code == 2 and "partner" in err, "a script cannot speak as a partner"
    assert _run(capsys, profile, "partner", "remove", "banque nord")[0] == 0
    assert _run(capsys, profile, "partner", "list")[1] == "0 partners\n"


@pytest.mark.parametrize("kind", ["sqlite", "postgres"])
def test_a_console_on_the_same_store_hears_of_it(
    capsys: pytest.CaptureFixture[str], profile: Path, request: pytest.FixtureRequest, kind: str
) -> None:
    """Its wake-up comes by the change itself: the poll is a thousand seconds away."""
    url = request.getfixturevalue("database").url if kind == "postgres" else None
    woken = threading.Event()
    with closing(open_store(profile, url=url)) as store:
        wakeups = StoreWakeups(store, pace=Pace(poll_s=1000))
        wakeups.start(woken.set, reachable=lambda _: None)
        try:
            assert woken.wait(30)
            woken.clear()
            assert _run(capsys, profile, "--title", "x", *(["--store", url] if url else []))[0] == 0
            assert woken.wait(30)
            assert [alarm.title for alarm in _alarms(store)] == ["x"]
        finally:
            wakeups.close()


@contextmanager
def _listening(profile: Path, files: CertificateFiles, home: Path) -> Iterator[dict[str, Any]]:
    """The process as a service starts it; gives what it says."""
    words = ["--profile", str(profile), "--certificate", str(files.certificate), "--key", str(files.key), "--port", "0"]
    command = [sys.executable, "-m", "wallapp", "alarm", "listen", *words]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment(home)) as process:
        try:
            assert process.stdout is not None
            yield json.loads(process.stdout.readline())
        finally:
            process.send_signal(signal.SIGTERM)
            assert process.wait(60) == 0


@pytest.mark.slow
def test_a_listening_process_takes_alarms_and_the_doctor_sees_it(
    capsys: pytest.CaptureFixture[str], profile: Path, tmp_path: Path
) -> None:
    token = _run(capsys, profile, "partner", "add", "bank")[1].strip()
    files = make_certificates(tmp_path)
    files.key.chmod(0o644)
    assert (
        "chmod 600"
        in _run(capsys, profile, "listen", "--certificate", str(files.certificate), "--key", str(files.key))[2]
    )
    files.key.chmod(0o600)
    with closing(open_store(profile)) as store:
        (before,) = examine_alarms(store, profile, SystemClock())
        assert before.verdict is Verdict.NOTE and "off" in before.text
        with _listening(profile, files, tmp_path) as said:
            port = int(said["listening"].rpartition(":")[2].partition("/")[0])
            der = ssl.PEM_cert_to_DER_cert(files.certificate.read_text())
            assert said["certificate_sha256"] == hashlib.sha256(der).hexdigest()
            assert said["listening"] == f"https://127.0.0.1:{port}/alarms" and said["partners"] == 1
            _post(port, token, files)
            assert [(alarm.title, alarm.source) for alarm in _alarms(store)] == [("Glass broken", "bank")]
            heard, certificate = examine_alarms(store, profile, SystemClock())
            assert heard.verdict is Verdict.OK and f"127.0.0.1:{port}" in heard.text
            assert certificate.verdict is Verdict.OK and said["certificate_ends"] in certificate.text
            status = (profile / "alarm-input.json").read_bytes()
        assert not (profile / "alarm-input.json").exists()
        (profile / "alarm-input.json").write_bytes(status)  # as after a crash
        (crashed,) = examine_alarms(store, profile, SystemClock())
        assert crashed.verdict is Verdict.PROBLEM and "nothing answers" in crashed.text
    log = (profile / "log" / "wallapp.log").read_text(encoding="utf-8")
    assert "bank from 127.0.0.1: 201" in log and token not in log


def _post(port: int, token: str, files: CertificateFiles) -> None:
    context = create_default_context(cafile=str(files.authority))
    with closing(HTTPSConnection("127.0.0.1", port, timeout=30, context=context)) as line:
        headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
        line.request("POST", "/alarms", json.dumps({"title": "Glass broken"}), headers)
        assert line.getresponse().status == 201
