"""A PostgreSQL cluster of the tests' own: made, killed, started again and removed, whoever runs the tests.

PostgreSQL refuses to run as root; the account `postgres` runs it then. A small shell guards the cluster and holds
one end of a pipe: when the tests end, however they end, it stops the server and removes its folder.
"""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil
import psycopg

from tests.servers.certificates import make_certificates
from tests.servers.needs import need
from tests.waiting import wait_until

PASSWORD = "s3cr3t-of-tests"
"""Of every role that the tests make."""
ADMIN = "postgres"

_GUARD = """
exec 3<&0
(
  cat <&3 >/dev/null
  "$1/pg_ctl" -D "$2/data" -m immediate -w stop >/dev/null 2>&1
  rm -rf "$2"
) >/dev/null 2>&1 &
"""
_OPTIONS = {
    "fsync": "off",
    "full_page_writes": "off",
    "shared_buffers": "16MB",
    "max_connections": "60",
    "autovacuum": "off",
    "logging_collector": "off",
    "ssl": "on",
    # Found soon, so that tests of deadlocks are short.
    "deadlock_timeout": "50ms",
}
_RULES = """
local all all trust
host all all 127.0.0.1/32 scram-sha-256
"""


def postgres_programs() -> Path | None:
    """The folder of the newest server's programs; None where there is none."""
    folders = [path.parent for path in Path("/usr/lib/postgresql").glob("*/bin/initdb")]
    if folders:
        return max(folders, key=lambda folder: int(folder.parent.name))
    initdb = shutil.which("initdb")
    return Path(initdb).parent if initdb else None


@dataclass(frozen=True, slots=True)
class Account:
    """Who runs the server; None of both where it is ourselves."""

    user: int | None
    group: int | None


class PostgresServer:
    """One cluster on a loopback port (with TLS and passwords) and a socket (without)."""

    def __init__(self, programs: Path) -> None:
        self._programs = programs
        self._account = _account()
        # Short: a socket's path may have 107 bytes.
        self.folder = Path(tempfile.mkdtemp(prefix="wallapp-pg-", dir="/tmp"))
        self._own(self.folder)
        self.port = _free_port()
        self._guard_end = self._start_guard()
        try:
            self._make()
            self.start()
        except BaseException:
            self.close()
            raise

    @property
    def authority(self) -> Path:
        """The certificate that signed the server's, for sslrootcert."""
        return self.folder / "tls" / "authority.pem"

    def url(self, database: str, *, role: str, options: str = "") -> str:
        """Over TCP with a password, as a station would."""
        return f"postgresql+psycopg://{role}:{PASSWORD}@127.0.0.1:{self.port}/{database}{options}"

    def socket_url(self, database: str, *, role: str = ADMIN) -> str:
        """Over the socket."""
        return f"postgresql+psycopg://{role}@/{database}?host={self.folder}&port={self.port}"

    def execute(self, *statements: str, database: str = ADMIN) -> None:
        """As the superuser, each in a transaction of its own."""
        with psycopg.connect(
            host=str(self.folder), port=self.port, user=ADMIN, dbname=database, autocommit=True
        ) as connection:
            for statement in statements:
                connection.execute(statement.encode())

    def rows(self, query: str, database: str = ADMIN) -> list[tuple[object, ...]]:
        """As the superuser."""
        with psycopg.connect(host=str(self.folder), port=self.port, user=ADMIN, dbname=database) as connection:
            return connection.execute(query.encode()).fetchall()

    def start(self) -> None:
        """Returns when it takes connections."""
        self._run("pg_ctl", "-D", self._data, "-l", self.folder / "log", "-w", "-t", "30", "start")

    def stop(self) -> None:
        """As an administrator would, without waiting for sessions."""
        self._run("pg_ctl", "-D", self._data, "-m", "fast", "-w", "stop")

    def kill(self) -> None:
        """SIGKILL to the postmaster; returns when its children are gone too, which keeps the data startable."""
        pid = int((self._data / "postmaster.pid").read_text().split()[0])
        processes = psutil.Process(pid).children(recursive=True)
        os.kill(pid, signal.SIGKILL)
        gone = [pid, *(process.pid for process in processes)]
        wait_until(lambda: not any(map(psutil.pid_exists, gone)), within_s=10, what="the end of PostgreSQL's processes")

    def close(self) -> None:
        """Stop it and remove everything."""
        os.close(self._guard_end)
        wait_until(lambda: not self.folder.exists(), within_s=20, what="the end of the tests' PostgreSQL")

    @property
    def _data(self) -> Path:
        return self.folder / "data"

    def _make(self) -> None:
        self._run("initdb", "-D", self._data, "-U", ADMIN, "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")
        tls = self.folder / "tls"
        tls.mkdir()
        files = make_certificates(tls)
        files.key.chmod(0o600)
        for path in (tls, *tls.iterdir()):
            self._own(path)
        options = {
            **_OPTIONS,
            "port": str(self.port),
            "listen_addresses": "127.0.0.1",
            "unix_socket_directories": str(self.folder),
            "ssl_cert_file": str(files.certificate),
            "ssl_key_file": str(files.key),
        }
        with (self._data / "postgresql.conf").open("a") as file:
            file.writelines(f"{name} = '{value}'\n" for name, value in options.items())
        (self._data / "pg_hba.conf").write_text(_RULES)

    def _start_guard(self) -> int:
        """The end of the pipe that keeps the guard waiting. The guard is nobody's child, so that no test meets it."""
        ours, theirs = socket.socketpair()
        command = ["sh", "-c", _GUARD, "guard", str(self._programs), str(self.folder)]
        with theirs:
            subprocess.run(
                command,
                stdin=theirs.fileno(),
                check=True,
                cwd="/",
                start_new_session=True,
                timeout=10,
                user=self._account.user,
                group=self._account.group,
            )
        return ours.detach()

    def _run(self, program: str, *arguments: str | Path) -> None:
        done = subprocess.run(
            [str(self._programs / program), *map(str, arguments)],
            check=False,
            cwd="/",
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.STDOUT,
            timeout=60,
            env={"PATH": os.environ["PATH"], "LC_ALL": "C"},
            user=self._account.user,
            group=self._account.group,
        )
        if done.returncode:
            log = self.folder / "log"
            raise RuntimeError(f"{program} ended with {done.returncode}: {log.read_text() if log.exists() else ''}")

    def _own(self, path: Path) -> None:
        if self._account.user is not None and self._account.group is not None:
            os.chown(path, self._account.user, self._account.group)


@dataclass(frozen=True, slots=True)
class Database:
    """One database of a test, with a role that owns it and one that owns nothing."""

    server: PostgresServer
    name: str

    @property
    def url(self) -> str:
        """Of its owner, over TCP."""
        return self.server.url(self.name, role=self.owner)

    @property
    def station_url(self) -> str:
        """Of the role that owns nothing."""
        return self.server.url(self.name, role=self.station)

    @property
    def owner(self) -> str:
        return f"{self.name}_owner"

    @property
    def station(self) -> str:
        return f"{self.name}_station"

    def execute(self, *statements: str) -> None:
        """As the superuser."""
        self.server.execute(*statements, database=self.name)

    def rows(self, query: str) -> list[tuple[object, ...]]:
        """As the superuser."""
        return self.server.rows(query, self.name)


@contextmanager
def running_postgres() -> Iterator[PostgresServer]:
    """A cluster, removed at the end. Skips where there is no PostgreSQL; in CI that is a failure."""
    programs = postgres_programs()
    need(programs is not None, "PostgreSQL's server is not installed")
    assert programs is not None
    server = PostgresServer(programs)
    try:
        yield server
    finally:
        server.close()


@contextmanager
def fresh_database(server: PostgresServer, name: str) -> Iterator[Database]:
    """An empty database and its two roles, dropped at the end."""
    database = Database(server, name)
    server.execute(
        f"CREATE ROLE {database.owner} LOGIN PASSWORD '{PASSWORD}'",
        f"CREATE ROLE {database.station} LOGIN PASSWORD '{PASSWORD}'",
        f"CREATE DATABASE {name} OWNER {database.owner}",
    )
    try:
        yield database
    finally:
        server.execute(
            f"DROP DATABASE {name} WITH (FORCE)", f"DROP ROLE {database.owner}", f"DROP ROLE {database.station}"
        )


def _account() -> Account:
    if os.geteuid() != 0:
        return Account(None, None)
    for name in ("postgres", "nobody"):
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        return Account(entry.pw_uid, entry.pw_gid)
    raise RuntimeError("PostgreSQL does not run as root, and there is no account to run it as")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
