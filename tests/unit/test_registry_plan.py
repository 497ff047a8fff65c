"""The dry run and what it lets through: the rules of cameras.csv, row by row."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes.memory_store import MemoryStore
from wallapp.base.errors import BadInput, Conflict
from wallapp.base.ids import CameraNumber, OwnerName
from wallapp.domain.camera import Camera, CameraKind, Owner, OwnerKind, Sensitivity, Site, StreamName, Transport
from wallapp.services.camera_columns import COLUMNS, check_header
from wallapp.services.import_plan import RowKind, make_plan
from wallapp.services.ports import Row
from wallapp.services.registry import Registry, render_applied, render_plan, render_row
from wallapp.services.registry_words import ENGLISH, Say

CITY = Owner(OwnerName("City"), OwnerKind.CITY, contact="room 1", colour="#445566")
CENTRE = Site(CITY.name, "Centre")
KNOWN = Camera(
    CameraNumber(104),
    "Corniche",
    CITY.name,
    {StreamName.MAIN: "rtsp://cam4/m", StreamName.SUB: "rtsp://cam4/s"},
    site="Centre",
    credential="corniche",
    lat_deg=33.5,
    lon_deg=-7.6,
    purpose="traffic",
)


def row(line: int = 2, /, **cells: str) -> Row:
    return Row(line, {"number": "1", "name": "A", "owner": "City", "main": "rtsp://h/1", **cells})


def only(cells: dict[str, str]) -> Row:
    return Row(2, {"number": "104", "name": "", "owner": "", "main": "", **cells})


def filled() -> Registry:
    store = MemoryStore()
    with store.writing() as unit:
        unit.owners.put_owners([CITY])
        unit.owners.add_sites([CENTRE])
        unit.cameras.put_cameras([KNOWN])
    return Registry(store)


def problem_of(**cells: str) -> str:
    (planned,) = make_plan([row(**cells)]).rows
    assert planned.kind is RowKind.WRONG, planned
    return render_row(planned)


def test_every_column_reaches_its_field() -> None:
    cells = {
        "number": "000123", "name": " Cour ", "owner": "École", "owner_kind": "School", "site": "Nord",
        "main": "RTSP://H/m", "sub": "rtsp://h/s", "overview": "http://h/o.jpg", "transport": "UDP",
        "credential": "cour-1", "kind": "fisheye", "sensitivity": "PRIVATE", "lat": "33,5", "lon": "-7.625",
        "height_m": "4", "azimuth_deg": "270", "hfov_deg": "360", "range_m": "1e1", "purpose": "safety",
        "legal_basis": "law", "retention_days": "30",
    }  # fmt: skip
    plan = make_plan([Row(2, cells)])
    assert plan.cameras == (
        Camera(
            CameraNumber(123), "Cour", OwnerName("École"),
            {StreamName.MAIN: "rtsp://h/m", StreamName.SUB: "rtsp://h/s", StreamName.OVERVIEW: "http://h/o.jpg"},
            site="Nord", kind=CameraKind.FISHEYE, sensitivity=Sensitivity.PRIVATE, transport=Transport.UDP,
            credential="cour-1", lat_deg=33.5, lon_deg=-7.625, height_m=4.0, azimuth_deg=270.0, hfov_deg=360.0,
            range_m=10.0, purpose="safety", legal_basis="law", retention_days=30,
        ),
    )  # fmt: skip
    assert plan.owners[0].after == Owner(OwnerName("École"), OwnerKind.SCHOOL)
    assert plan.sites == (Site(OwnerName("École"), "Nord"),)


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("city", Sensitivity.PUBLIC),
        ("tramway", Sensitivity.PUBLIC),
        ("school", Sensitivity.PROTECTED),
        ("bank", Sensitivity.PRIVATE),
        ("shop", Sensitivity.PRIVATE),
        ("port", Sensitivity.PRIVATE),
        ("hospital", Sensitivity.PRIVATE),
        ("hotel", Sensitivity.PRIVATE),
        ("other", Sensitivity.PRIVATE),
        ("", Sensitivity.PRIVATE),
    ],
)
def test_sensitivity_follows_the_owners_kind(kind: str, expected: Sensitivity) -> None:
    (camera,) = make_plan([row(owner="New", owner_kind=kind)]).cameras
    assert camera.sensitivity is expected


def test_the_owners_kind_may_stand_on_any_of_its_rows() -> None:
    rows = [
        row(2, number="1", owner="E"),
        row(3, number="2", owner="E", owner_kind="school"),
        row(4, number="3", owner="E"),
    ]
    assert {camera.sensitivity for camera in make_plan(rows).cameras} == {Sensitivity.PROTECTED}


def test_a_wrong_row_does_not_open_its_owners_cameras() -> None:
    rows = [row(2, number="x", owner="E", owner_kind="city"), row(3, number="2", owner="E")]
    assert [camera.sensitivity for camera in make_plan(rows).cameras] == [Sensitivity.PRIVATE]


def test_a_known_owners_kind_counts_where_the_row_says_none() -> None:
    (camera,) = make_plan([row()], owners=[CITY]).cameras
    assert camera.sensitivity is Sensitivity.PUBLIC


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        ({"number": ""}, "number: must not be empty"),
        ({"number": "abc"}, "number: 'abc' is no whole number from 1 to 999999"),
        ({"number": "0"}, "number: '0' is no whole number"),
        ({"number": "1000000"}, "number: '1000000' is no whole number"),
        ({"number": "1.0"}, "number: '1.0' is no whole number"),
        ({"number": "-3"}, "number: '-3' is no whole number"),
        ({"number": "١٢"}, "number: '١٢' is no whole number"),
        ({"number": "-"}, "number: cannot be cleared"),
        ({"name": ""}, "name: must not be empty"),
        ({"name": "-"}, "name: cannot be cleared"),
        ({"name": "x" * 81}, "name: longer than 80"),
        ({"name": "a\nb"}, "name: holds a line break"),
        ({"name": "a\u202eb"}, "name: holds a line break or an invisible"),
        ({"name": "=HYPERLINK(1)"}, "name: begins with =, which a spreadsheet would run"),
        ({"site": "@SUM(1)"}, "site: begins with @"),
        ({"owner": ""}, "owner: must not be empty"),
        ({"owner_kind": "casino"}, "owner_kind: 'casino' is none of city, tramway, bank, school, shop, port"),
        ({"kind": "dome"}, "kind: 'dome' is none of fixed, ptz, fisheye"),
        ({"sensitivity": "secret"}, "sensitivity: 'secret' is none of public, private, protected"),
        ({"transport": "tcp/udp"}, "transport: 'tcp/udp' is none of tcp, udp"),
        ({"main": ""}, "main: a camera needs a main or a sub address"),
        ({"main": "", "overview": "http://h/o.jpg"}, "main: a camera needs a main or a sub address"),
        ({"main": "rtsp://admin:s3cr3t@h/1"}, "main: the address holds a user, password or token"),
        ({"sub": "ftp://h/1"}, "sub: only rtsp"),
        ({"credential": "pass word!"}, "credential: names a vault entry"),
        ({"lat": "north", "lon": "1"}, "lat: 'north' is no number"),
        ({"lat": "nan", "lon": "1"}, "lat: 'nan' is no number"),
        ({"lat": "90.1", "lon": "1"}, "lat: 90.1 is outside -90 to 90"),
        ({"lat": "1", "lon": "-180,5"}, "lon: -180,5 is outside -180 to 180"),
        ({"lat": "1"}, "lon: lat and lon go together"),
        ({"lon": "1"}, "lat: lat and lon go together"),
        ({"height_m": "-1"}, "height_m: -1 is outside 0 to 1000"),
        ({"azimuth_deg": "361"}, "azimuth_deg: 361 is outside 0 to 360"),
        ({"hfov_deg": "0"}, "hfov_deg: 0 is outside 0 to 360"),
        ({"range_m": "1e400"}, "range_m: 1e400 is outside"),
        ({"retention_days": "a month"}, "retention_days: 'a month' is no whole number"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_with_its_column(cells: dict[str, str], words: str) -> None:
    text = problem_of(**cells)
    assert text.startswith("line 2: wrong: ")
    assert words in text
    assert "\n" not in text
    # One fault, one sentence.
    assert "; " not in text


def test_no_secret_is_repeated() -> None:
    text = problem_of(main="rtsp://admin:s3cr3t@h/1", sub="http://h/?token=s3cr3t", credential="s3cr3t of mine")
    assert "s3cr3t" not in text
    assert text.count("; ") == 2


def test_all_that_is_wrong_with_a_row_is_one_message() -> None:
    text = problem_of(number="x", name="", lat="100", kind="dome")
    assert text == (
        "line 2: wrong: number: 'x' is no whole number from 1 to 999999; kind: 'dome' is none of fixed, ptz, fisheye; "
        "lat: 100 is outside -90 to 90"
    )


def test_surplus_cells_are_wrong() -> None:
    (planned,) = make_plan([Row(2, row().cells, surplus=2)]).rows
    assert "2 more cells than the header has columns" in render_row(planned)


def test_the_second_of_a_number_is_wrong() -> None:
    plan = make_plan([row(2), row(3, number="2"), row(4, number="01"), row(5, number="1")])
    assert [planned.kind for planned in plan.rows] == [RowKind.NEW, RowKind.NEW, RowKind.WRONG, RowKind.WRONG]
    assert render_row(plan.rows[3]) == "line 5: wrong: number: 1 is already on line 2"


def test_rows_that_disagree_on_an_owners_kind_are_wrong() -> None:
    plan = make_plan([row(2, owner_kind="bank"), row(3, number="2", owner_kind="city"), row(4, number="3")])
    assert [planned.kind for planned in plan.rows] == [RowKind.NEW, RowKind.WRONG, RowKind.NEW]
    assert "'city' disagrees with 'bank' on line 2" in render_row(plan.rows[1])
    assert plan.owners[0].after.kind is OwnerKind.BANK


def test_an_empty_cell_leaves_the_value() -> None:
    registry = filled()
    plan = registry.plan_import([only({})])
    assert [planned.kind for planned in plan.rows] == [RowKind.UNCHANGED]
    registry.apply(plan)
    assert registry.cameras() == [KNOWN]


def test_a_hyphen_clears_what_may_be_empty() -> None:
    registry = filled()
    cells = dict.fromkeys(("site", "sub", "credential", "lat", "lon", "purpose"), "-")
    registry.apply(registry.plan_import([only(cells)]))
    expected = replace(
        KNOWN,
        streams={StreamName.MAIN: "rtsp://cam4/m"},
        site="",
        credential="",
        lat_deg=None,
        lon_deg=None,
        purpose="",
    )
    assert registry.cameras() == [expected]


def test_a_camera_may_not_lose_its_last_stream() -> None:
    (planned,) = filled().plan_import([only({"main": "-", "sub": "-"})]).rows
    assert "a camera needs a main or a sub address" in render_row(planned)


def test_a_change_names_its_columns_before_and_after() -> None:
    plan = filled().plan_import([only({"name": "Est", "sub": "-", "range_m": "80"})])
    assert render_plan(plan) == [
        "0 new, 1 changed, 0 unchanged, 0 wrong",
        "line 2: changed 104 Est: name Corniche to Est, sub rtsp://cam4/s to (none), range_m (none) to 80.0",
    ]


def test_new_owners_and_sites_are_listed() -> None:
    plan = filled().plan_import(
        [
            row(2, owner="Ctiy", site="Quay"),
            row(3, number="2", owner="Bank 1", owner_kind="bank", site="Hall", colour="red"),
        ]
    )
    assert render_plan(plan) == [
        "2 new, 0 changed, 0 unchanged, 0 wrong",
        "column 'colour' is not known and is ignored",
        "new owner: Ctiy (other)",
        "new owner: Bank 1 (bank)",
        "new site: Quay of Ctiy",
        "new site: Hall of Bank 1",
        "line 2: new 1 A",
        "line 3: new 2 A",
    ]


def test_an_owner_nearly_known_is_pointed_out() -> None:
    owners = [Owner(OwnerName("Tramway de la Corniche"), OwnerKind.TRAMWAY)]
    plan = make_plan([row(owner="Tramways de la corniche")], owners=owners)
    assert "nearly the known owner Tramway de la Corniche" in render_plan(plan)[1]


def test_an_owners_new_kind_is_listed_and_its_cameras_keep_their_sensitivity() -> None:
    registry = filled()
    plan = registry.plan_import([only({"owner_kind": "school"})])
    assert render_plan(plan)[1] == "changed owner: City, kind city to school; its cameras keep their sensitivity"
    registry.apply(plan)
    assert registry.owners() == [replace(CITY, kind=OwnerKind.SCHOOL)]
    assert registry.cameras() == [KNOWN]


def test_a_camera_takes_its_site_along_to_another_owner() -> None:
    registry = filled()
    registry.apply(registry.plan_import([only({"owner": "Port"})]))
    assert registry.cameras() == [replace(KNOWN, owner=OwnerName("Port"))]
    assert Site(OwnerName("Port"), "Centre") in registry.sites()


def thousand_rows_with_fifty_wrong() -> list[Row]:
    faults = [
        {"number": "x"}, {"number": "1"}, {"name": ""}, {"main": ""}, {"main": "rtsp://a:b@h/"},
        {"lat": "91", "lon": "0"},
        {"kind": "dome", "range_m": "far"}, {"owner_kind": "bank"}, {"sensitivity": "?"}, {"lon": "7"},
    ]  # fmt: skip
    rows = [row(n + 1, number=str(n), name=f"Camera {n}", owner_kind="city", lat="", lon="") for n in range(1, 1001)]
    for index in range(50):
        place = index * 20 + 7
        rows[place] = Row(rows[place].line, {**rows[place].cells, **faults[index % len(faults)]})
    return rows


def test_a_thousand_rows_with_fifty_errors_give_fifty_messages_and_change_nothing() -> None:
    registry = filled()
    plan = registry.plan_import(thousand_rows_with_fifty_wrong())
    wrong = [line for line in render_plan(plan) if ": wrong: " in line]
    assert len(wrong) == len(set(wrong)) == 50
    assert not any("\n" in line or len(line) > 250 for line in wrong)
    with pytest.raises(BadInput, match="50 of 1000 rows are wrong, so nothing was changed"):
        registry.apply(plan)
    assert registry.cameras() == [KNOWN]
    assert registry.owners() == [CITY]


def test_the_right_rows_go_in_when_asked() -> None:
    registry = filled()
    applied = registry.apply(registry.plan_import(thousand_rows_with_fifty_wrong()), skip_wrong=True)
    assert (applied.new + applied.changed, applied.skipped) == (950, 50)
    assert render_applied(applied) == "949 cameras added, 1 changed, 50 rows skipped"
    assert len(registry.cameras()) == 950


def test_a_plan_that_time_has_passed_by_changes_nothing() -> None:
    registry = filled()
    older = registry.plan_import([only({"name": "older"})])
    newer = registry.plan_import([only({"name": "newer"})])
    registry.apply(newer)
    with pytest.raises(Conflict, match="check the file again"):
        registry.apply(older)
    assert registry.camera(KNOWN.number).name == "newer"


def test_applying_twice_is_refused_not_doubled() -> None:
    registry = filled()
    plan = registry.plan_import([row(owner="New")])
    registry.apply(plan)
    with pytest.raises(Conflict):
        registry.apply(plan)
    assert len(registry.cameras()) == 2


@pytest.mark.parametrize(
    ("names", "words"),
    [
        ("name,owner,main", "column number is missing"),
        ("number,owner,main", "column name is missing"),
        ("number,name,main", "column owner is missing"),
        ("number,name,owner,overview", "column main or sub is missing"),
        ("number,name,owner,main,main", "column main stands there twice"),
        ("number,nmae,owner,main", "column 'nmae' is not known, did you mean name?"),
        ("number,name,owner,main,latitude", "'latitude' is not known, did you mean lat?"),
        ("number,name,owner,main,azimuth", "'azimuth' is not known, did you mean azimuth_deg?"),
        ("number,name,owner,main,retention", "'retention' is not known, did you mean retention_days?"),
        ("number,name,owner,main,sensitivty", "did you mean sensitivity?"),
        ("number,name,owner,main,credentials", "did you mean credential?"),
        ("foo", "number is missing; column name is missing; column owner is missing; column main or sub is missing"),
    ],
)  # fmt: skip
def test_a_header_that_cannot_be_used_is_one_line(names: str, words: str) -> None:
    with pytest.raises(BadInput) as caught:
        check_header(names.split(","))
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)
    assert "needs number,name,owner and main or sub" in str(caught.value)


def test_a_slip_in_a_needed_column_is_not_called_missing_too() -> None:
    with pytest.raises(BadInput) as caught:
        check_header(["number", "nmae", "owner", "main"])
    assert "missing" not in str(caught.value)


def test_other_columns_are_ignored_by_name() -> None:
    assert check_header([*COLUMNS, "floor", "vendor", "comment", "zone"]) == ("floor", "vendor", "comment", "zone")


def test_every_sentence_has_its_words() -> None:
    assert set(ENGLISH) == set(Say)


@given(st.lists(st.dictionaries(st.sampled_from(COLUMNS), st.text(max_size=12) | st.sampled_from(["-", "1", "A"]))))
def test_any_cells_give_a_plan(cells: list[dict[str, str]]) -> None:
    complete = {"number": "", "name": "", "owner": "", "main": ""}
    plan = make_plan([Row(n + 2, {**complete, **each}) for n, each in enumerate(cells)], cameras=[KNOWN], owners=[CITY])
    assert len(plan.rows) == len(cells)
    assert all(planned.problems for planned in plan.of_kind(RowKind.WRONG))
    assert all(len(line.splitlines()) == 1 for line in render_plan(plan))
