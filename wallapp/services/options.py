"""What a person asked for on the command line, checked; both halves of the front door see it. Frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from wallapp.domain.layout import Layout
from wallapp.services.alarm_input import AlarmForm


class CameraSource(StrEnum):
    """Where a wall's cameras come from."""

    REGISTRY = "registry"
    """The profile's own register: the plain console."""
    DEMO = "demo"
    """The simulated city."""
    FILE = "file"
    """A cameras.csv for this run."""


@dataclass(frozen=True, slots=True)
class Station:
    """Which station this is and who sits there.

    Attributes:
      profile_dir: exists, unless the command is doctor.
      store_url: SQLAlchemy's, in place of the profile's own file; may hold a password, never print it.
      operator: the login of who sits here; empty where nobody was named.
      name: of this station, which its grants bear; empty for the machine's own.
      language: fr, ar or en; None follows what the profile remembers, then the system.
    """

    profile_dir: Path
    store_url: str | None = None
    operator: str = ""
    name: str = ""
    language: str | None = None


@dataclass(frozen=True, slots=True)
class WallOptions:
    """One wall to run.

    Attributes:
      cameras_file: for CameraSource.FILE only.
      demo_cameras: for CameraSource.DEMO only; None is as many as fill the layout, or the city's own.
      rtsp: the demo's cameras come through its RTSP server, else from their files.
      layout: None is what the profile remembers, else the smallest that holds the cameras.
      headless: no window and no display needed.
      duration_s: counted from the first live tile; None runs until it is closed or interrupted.
      cap_inbox: a folder into which other programs put CAP messages; None watches none.
      snapshot_path: a PNG of the wall at the end; its folder was seen to be writable.
      stats_path: the figures as JSON at the end; likewise.
    """

    station: Station
    source: CameraSource
    cameras_file: Path | None = None
    demo_cameras: int | None = None
    rtsp: bool = False
    layout: Layout | None = None
    headless: bool = False
    duration_s: float | None = None
    snapshot_path: Path | None = None
    stats_path: Path | None = None
    cap_inbox: Path | None = None


class CamerasAction(StrEnum):
    """What is to be done with the registry of cameras."""

    CHECK = "check"
    IMPORT = "import"
    LIST = "list"
    EXPORT = "export"


@dataclass(frozen=True, slots=True)
class CamerasOptions:
    """One piece of work on the registry.

    Attributes:
      path: the file; None only for LIST, which then lists the registry.
      skip_wrong: IMPORT takes the good rows of a file that has wrong ones.
      dry_run: IMPORT stops after saying what it would do.
    """

    station: Station
    action: CamerasAction
    path: Path | None
    skip_wrong: bool = False
    dry_run: bool = False


class VaultAction(StrEnum):
    """What is to be done with the vault of cameras' credentials."""

    SET = "set"
    LIST = "list"
    FORGET = "forget"


@dataclass(frozen=True, slots=True)
class VaultOptions:
    """One piece of work on the vault. The password is asked for, never an argument.

    Attributes:
      entry: the entry's name; empty for LIST.
      user: the camera's user, for SET.
    """

    station: Station
    action: VaultAction
    entry: str = ""
    user: str = ""


@dataclass(frozen=True, slots=True)
class StoreOptions:
    """A shared store to be prepared; the station's store URL is its owner's. `role` is what stations sign in as."""

    station: Station
    role: str


@dataclass(frozen=True, slots=True)
class DoctorOptions:
    """What to say about this station. The profile may not exist."""

    station: Station
    as_json: bool = False


class CapAction(StrEnum):
    """What is to be done with CAP messages."""

    CHECK = "check"


@dataclass(frozen=True, slots=True)
class CapOptions:
    """One piece of work on files of CAP messages.

    Attributes:
      paths: at least one.
    """

    station: Station
    action: CapAction
    paths: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class AlarmOptions:
    """An alarm that a script raises.

    Attributes:
      is_demo: into the simulated city's store.
    """

    station: Station
    form: AlarmForm
    source: str
    is_demo: bool = False


@dataclass(frozen=True, slots=True)
class AlarmListenOptions:
    """Where partners' alarms are listened for, and what proves this station to them.

    Attributes:
      certificate, key: PEM files.
      host: a name or an address of this machine.
    """

    station: Station
    certificate: Path
    key: Path
    host: str
    port: int
    is_demo: bool = False


class PartnerAction(StrEnum):
    """What is to be done with the partners who may raise alarms."""

    ADD = "add"
    LIST = "list"
    REMOVE = "remove"


@dataclass(frozen=True, slots=True)
class PartnerOptions:
    """One piece of work on the partners. `name` is empty for LIST."""

    station: Station
    action: PartnerAction
    name: str = ""
    is_demo: bool = False
