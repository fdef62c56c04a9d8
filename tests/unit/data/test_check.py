import json
import random
import re
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

import pytest

from hetao_map.data.check import check
from hetao_map.data.checks.collector import LONGEST_VALUE, MOST_OF_A_KIND
from hetao_map.model.errors import CancelledError, InputError
from hetao_map.model.report import CheckReport, Finding
from hetao_map.resources import shipped_geopackage
from hetao_map.text import findings as texts
from hetao_map.text.language import Language
from hetao_map.text.localized import LocalizedText
from tests.samples import sample_files
from tests.unit.data.damages import CASES, Case, Damage

Spoil = Callable[[Damage], Path]


@pytest.fixture
def spoil(tmp_path: Path) -> Spoil:
    """Return a function that spoils a copy of the shipped file and returns its path."""

    def run(damage: Damage) -> Path:
        path = tmp_path / "spoilt.gpkg"
        shutil.copyfile(shipped_geopackage(), path)
        with closing(sqlite3.connect(path)) as db, db:
            # They call functions that only a GIS has, so that they come back afterwards.
            sql = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
            triggers = dict(db.execute(sql).fetchall())
            for name in triggers:
                db.execute(f'DROP TRIGGER "{name}"')
            damage(db)
            for create in triggers.values():
                with suppress(sqlite3.Error):
                    db.execute(create)
        return path

    return run


def listed(report: CheckReport) -> list[tuple[str, Finding]]:
    errors = [("error", finding) for finding in report.errors]
    return errors + [("warning", finding) for finding in report.warnings]


def is_of_kind(sentence: LocalizedText, kind: LocalizedText) -> bool:
    """Tell whether a sentence was made from a template, in each language."""
    pairs = (
        (getattr(sentence, name), getattr(kind, name)) for name in ("zh_hans", "zh_hant", "en")
    )
    return all(re.search(_pattern(template) + "$", text) for text, template in pairs)


def _pattern(template: str) -> str:
    return ".*".join(re.escape(part) for part in re.split(r"\{\w+\}", template))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_each_damage_is_found_and_nothing_else(case: Case, spoil: Spoil) -> None:
    found = listed(check(spoil(case.damage)))
    assert [(severity, f.table, f.fid) for severity, f in found] == [
        (expected.severity, expected.table, expected.fid) for expected in case.found
    ]
    for (_, finding), expected in zip(found, case.found, strict=True):
        assert is_of_kind(finding.sentence, expected.kind), finding.sentence


def test_the_shipped_file_has_no_fault() -> None:
    assert check(shipped_geopackage()) == CheckReport()


def test_a_table_of_attributes_needs_no_reference_system(spoil: Spoil) -> None:
    sql = "UPDATE gpkg_contents SET srs_id = 0 WHERE data_type = 'attributes'"
    path = spoil(lambda db: db.execute(sql))
    assert check(path) == CheckReport()


def test_the_file_and_its_folder_are_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "hetao.gpkg"
    shutil.copyfile(shipped_geopackage(), path)
    before = path.read_bytes()
    check(path)
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("ending", ["-wal", "-journal"])
def test_what_a_writer_left_is_named(ending: str, spoil: Spoil) -> None:
    path = spoil(lambda _db: None)
    path.with_name(path.name + ending).write_bytes(b"left")
    (found,) = check(path).warnings
    assert is_of_kind(found.sentence, texts.COMPANION)
    assert f"{path.name}{ending}" in found.sentence.en


def test_a_damaged_page_is_found(spoil: Spoil) -> None:
    path = spoil(lambda _db: None)
    content = path.read_bytes()
    path.write_bytes(content.replace(b"land_shenzhen", b"land_shenzhem", 1))
    found = [f for f in check(path).errors if is_of_kind(f.sentence, texts.INTEGRITY)]
    assert found
    assert all((f.table, f.fid) == ("", None) for f in found)


def test_an_endless_view_is_an_error_and_the_tables_are_checked(spoil: Spoil) -> None:
    path = spoil(
        lambda db: db.executescript(
            "CREATE VIEW endless AS WITH RECURSIVE n(fid) AS"
            " (SELECT 1 UNION ALL SELECT fid + 1 FROM n) SELECT fid, NULL AS geom FROM n"
            " WHERE fid < 0;"
            "INSERT INTO gpkg_contents (table_name, data_type, srs_id)"
            " VALUES ('endless', 'features', 4326);"
            "INSERT INTO gpkg_geometry_columns VALUES ('endless', 'geom', 'POINT', 4326, 0, 0);"
            "UPDATE rtree_roads_geom SET minx = 113, maxx = 113.1 WHERE id = 7"
        )
    )
    report = check(path, deadline_s=3.0)
    assert [(f.table, f.fid) for f in report.errors] == [("roads", 7), ("endless", None)]
    assert is_of_kind(report.errors[1].sentence, texts.VIEW_ENDLESS)


def test_an_index_that_edits_leave_behind_is_named(spoil: Spoil) -> None:
    path = spoil(lambda _db: None)
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("DROP TRIGGER rtree_roads_geom_insert")
    report = check(path)
    (found,) = report.warnings
    assert report.errors == ()
    assert found.table == "roads"
    assert is_of_kind(found.sentence, texts.RTREE_TRIGGERS)


def test_progress_counts_the_layers() -> None:
    told: list[tuple[int, int]] = []
    check(shipped_geopackage(), progress=lambda done, of: told.append((done, of)))
    count = told[-1][1]
    assert count > 10
    assert told == [(done, count) for done in range(count + 1)]


def test_a_check_that_nobody_waits_for_ends_soon() -> None:
    looks = iter(range(10_000))
    with pytest.raises(CancelledError):
        check(shipped_geopackage(), stop=lambda: next(looks) > 5)
    assert next(looks) < 1000


def test_a_stopped_integrity_check_is_named(tmp_path: Path) -> None:
    path = tmp_path / "large.gpkg"
    with closing(sqlite3.connect(path)) as db, db:
        db.executescript(
            "PRAGMA application_id = 0x47504B47; PRAGMA user_version = 10400;"
            "CREATE TABLE gpkg_spatial_ref_sys"
            " (srs_id, organization, organization_coordsys_id, definition);"
            "INSERT INTO gpkg_spatial_ref_sys (srs_id) VALUES (-1), (0), (4326);"
            "CREATE TABLE gpkg_contents (table_name, data_type, srs_id);"
            "CREATE TABLE many (n INTEGER PRIMARY KEY, text TEXT NOT NULL);"
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)"
            " INSERT INTO many SELECT i, 'text' FROM n"
        )
    report = check(path, deadline_s=0.0)
    assert report.errors == ()
    (found,) = report.warnings
    assert is_of_kind(found.sentence, texts.INTEGRITY_STOPPED)


def test_a_table_that_takes_too_long_is_a_warning(spoil: Spoil) -> None:
    report = check(spoil(lambda _db: None), deadline_s=0.0)
    assert report.errors == ()
    assert any(is_of_kind(f.sentence, texts.STOPPED) for f in report.warnings)
    assert is_of_kind(report.warnings[-1].sentence, texts.INTEGRITY_STOPPED)


def test_a_long_list_is_cut_and_counted(spoil: Spoil) -> None:
    report = check(spoil(lambda db: db.execute("UPDATE land_cover SET kind = 'sand'")))
    rows = 224
    assert [f.fid for f in report.errors] == [*range(1, MOST_OF_A_KIND + 1), None]
    assert report.errors[-1].sentence.en == (
        f"land_cover: {rows - MOST_OF_A_KIND} more findings of this kind are not listed; "
        "correct these, then check again."
    )
    assert report.error_count == rows
    assert report.as_lines("f", Language.EN)[-1] == f"f: errors {rows}, warnings 0."


def test_text_of_the_data_is_shown_plain_and_short(spoil: Spoil) -> None:
    hostile = "{fid}\u202e\x1b[31m\n<b>" + "x" * 5000
    report = check(
        spoil(lambda db: db.execute("UPDATE fact SET source_id = ? WHERE fid = 2", (hostile,)))
    )
    (found,) = report.errors
    shown = "{fid}[31m <b>" + "x" * 5000
    assert found.sentence.en == (
        f"fact, fid 2: source_id “{shown[: LONGEST_VALUE - 1]}…” is not in the table source; "
        "correct it or add it there."
    )


def test_why_a_geometry_is_not_valid_is_said_in_each_language(spoil: Spoil) -> None:
    bow_tie = next(case for case in CASES if case.name == "a bow tie")
    (found,) = check(spoil(bow_tie.damage)).errors
    assert "边线自相交[" in found.sentence.zh_hans
    assert "邊綫自相交[" in found.sentence.zh_hant
    assert "self-intersection[" in found.sentence.en


@pytest.mark.parametrize("seed", range(12))
def test_a_file_with_random_damage_is_checked_or_refused(seed: int, spoil: Spoil) -> None:
    path = spoil(lambda _db: None)
    chance = random.Random(seed)  # noqa: S311
    content = bytearray(path.read_bytes())
    for _ in range(400):
        content[chance.randrange(100, len(content))] = chance.randrange(256)
    path.write_bytes(content)
    try:
        found = [finding.sentence.en for finding in check(path).errors]
    except InputError as refusal:
        found = [refusal.in_(Language.EN)]
    assert found
    assert all("\n" not in sentence for sentence in found)


def test_tables_of_others_with_the_same_names_are_theirs(spoil: Spoil) -> None:
    def replace_tables(db: sqlite3.Connection) -> None:
        db.executescript(
            "CREATE TABLE mine (fid INTEGER PRIMARY KEY, id TEXT, source_id TEXT);"
            "INSERT INTO mine (id) VALUES ('a'), ('a'), (NULL);"
        )
        for name in ("fact", "series", "event", "event_feature", "alias", "opening_hours"):
            db.executescript(
                f"DROP TABLE {name}; CREATE TABLE {name} AS SELECT * FROM mine;"
                f"DELETE FROM gpkg_contents WHERE table_name = '{name}';"
                f"DELETE FROM gpkg_data_columns WHERE table_name = '{name}';"
                f"DELETE FROM gpkg_ogr_contents WHERE table_name = '{name}'"
            )

    assert check(spoil(replace_tables)) == CheckReport()


@pytest.mark.parametrize(
    "path", sample_files() or [None], ids=lambda path: path.name if path else "-"
)
def test_files_of_others_are_checked_without_raising(path: Path | None) -> None:
    if path is None:
        pytest.skip("the folder of sample files is not beside the project")
    report = check(path)
    for language in Language:
        for _, finding in listed(report):
            text = finding.sentence.in_(language)
            assert text
            assert "\n" not in text
            assert "{" not in text


@pytest.mark.parametrize(
    ("name", "content"), [("missing", None), ("empty", b""), ("text", b"id,name\n1,a\n" * 99)]
)
def test_a_file_that_is_no_geopackage_is_refused(
    name: str, content: bytes | None, tmp_path: Path
) -> None:
    path = tmp_path / f"{name}.gpkg"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(InputError, match=path.name):
        check(path)


def test_every_template_names_the_same_values_in_each_language() -> None:
    kinds = {n: kind for n, kind in vars(texts).items() if isinstance(kind, LocalizedText)}
    kinds |= texts.INVALID_REASONS
    for name, kind in kinds.items():
        names = [
            sorted(re.findall(r"\{\w*\}", text)) for text in (kind.zh_hans, kind.zh_hant, kind.en)
        ]
        assert all((kind.zh_hans, kind.zh_hant, kind.en)), name
        assert names[0] == names[1] == names[2], name


def command(*words: object) -> subprocess.CompletedProcess[str]:
    arguments = [sys.executable, "-m", "hetao_map", "check", *map(str, words)]
    return subprocess.run(arguments, capture_output=True, text=True, encoding="utf-8", check=False)


def test_the_command_finds_the_shipped_file_sound() -> None:
    done = command("--language", "zh-Hant")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "hetao.gpkg：錯誤 0 項，警告 0 項。\n"


def test_the_command_prints_a_line_a_finding(spoil: Spoil) -> None:
    path = spoil(lambda db: db.execute("UPDATE ports SET valid_from = 'spring' WHERE fid = 1"))
    done = command(path)
    assert done.returncode == 1
    assert done.stdout.splitlines() == [
        "error: ports, fid 1: valid_from “spring” is no date; write YYYY, YYYY-MM or YYYY-MM-DD.",
        "spoilt.gpkg: errors 1, warnings 0.",
    ]


def test_the_command_prints_json_in_the_language(spoil: Spoil) -> None:
    path = spoil(lambda db: db.execute("PRAGMA user_version = 3"))
    done = command(path, "--json", "--language", "zh-Hans")
    assert done.returncode == 0
    report = json.loads(done.stdout)
    (found,) = report["warnings"]
    assert report["errors"] == []
    assert (found["table"], found["fid"]) == (None, None)
    assert found["sentence"].startswith("版本号 3 不是")


def test_the_command_takes_one_file() -> None:
    done = command(shipped_geopackage(), shipped_geopackage())
    assert (done.returncode, done.stdout) == (2, "")


@pytest.mark.parametrize("content", [None, b"", b"no database"])
def test_the_command_refuses_what_is_no_geopackage(content: bytes | None, tmp_path: Path) -> None:
    path = tmp_path / "other.gpkg"
    if content is not None:
        path.write_bytes(content)
    done = command(path, "--json")
    assert (done.returncode, done.stdout) == (3, "")
    assert len(done.stderr.splitlines()) == 1
