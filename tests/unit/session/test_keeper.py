"""The keeper writes soon after a change and at the end, and says once when it cannot."""

import json
import shutil
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import pytest
from pytestqt.qtbot import QtBot

from hetao_map.data.open import open_files
from hetao_map.data.reading import added, read_each
from hetao_map.model.dataset import Catalog
from hetao_map.model.state import MapState
from hetao_map.session import keeper as module
from hetao_map.session.keeper import Keeper, session_name
from hetao_map.session.place import WindowPlace
from hetao_map.session.store import Store
from hetao_map.text.language import Language
from tests.files import points, write_geopackage

PLACE = WindowPlace((1000, 700), (5, 6))


def watching(folder: Path, catalog: Catalog) -> tuple[Keeper, Store]:
    keeper, store = Keeper(folder), Store(MapState(catalog=catalog))
    keeper.watch(store, lambda: PLACE)
    keeper.read_map(store.state)
    return keeper, store


def test_person_and_map_come_back(qtbot: QtBot, tmp_path: Path, shipped: Catalog) -> None:
    keeper, store = watching(tmp_path, shipped)
    store.update(language=Language.ZH_HANT, theme="dark", visible=frozenset({"ports"}))
    keeper.close()
    again = Keeper(tmp_path)
    fields, place, notes = again.read_person()
    assert (fields["language"], fields["theme"], place, notes) == (
        Language.ZH_HANT, "dark", PLACE, ()
    )  # fmt: skip
    fields, notes = again.read_map(MapState(catalog=shipped))
    assert (fields["visible"], notes) == ({"ports"}, ())
    again.close()


def test_a_change_is_written_without_the_end(
    qtbot: QtBot, tmp_path: Path, shipped: Catalog, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "SAVE_AFTER_MS", 10)
    keeper, store = watching(tmp_path, shipped)
    store.update(theme="dark")
    path = tmp_path / "settings.json"
    qtbot.waitUntil(path.exists)
    assert json.loads(path.read_text())["theme"] == "dark"
    keeper.close()


def test_a_folder_that_cannot_be_written_is_said_once(
    qtbot: QtBot, tmp_path: Path, shipped: Catalog
) -> None:
    (tmp_path / "file").write_text("in the way")
    keeper, store = watching(tmp_path / "file" / "deeper", shipped)
    said: list[object] = []
    keeper.failed.connect(said.append)
    with qtbot.waitSignal(keeper.failed):
        keeper.save()
    store.update(theme="dark")
    with qtbot.waitSignal(keeper._result):
        keeper.save()
    assert len(said) == 1
    assert store.state.theme == "dark"
    keeper.close()


def test_each_set_of_files_has_a_session_of_its_own(
    tmp_path: Path, shipped_path: Path, shipped: Catalog
) -> None:
    copies = [tmp_path / "my map #1.gpkg", tmp_path / "other" / "my map #1.gpkg"]
    for copy in copies:
        copy.parent.mkdir(exist_ok=True)
        shutil.copy(shipped_path, copy)
    names = [session_name(open_files([copy])) for copy in copies]
    assert session_name(shipped) == "hetao"
    assert len({*names, "hetao"}) == 3
    assert all(name.startswith("my-map-1-") for name in names)
    assert session_name(Catalog()) == ""


def test_files_that_were_opened_come_back_with_their_layers(
    tmp_path: Path, qtbot: QtBot, shipped: Catalog
) -> None:
    path = write_geopackage(tmp_path / "mine.gpkg", huts=points(2), wells=points(2))
    gone = tmp_path / "gone.gpkg"
    folder = tmp_path / "settings"
    opened = added(shipped, read_each([path]).datasets)
    beside = opened.with_file(replace(opened.datasets[1], path=gone, layers=()))
    first, store = Keeper(folder), Store(MapState())
    store.update(catalog=shipped)
    first.read_map(store.state)
    first.watch(store, WindowPlace)
    store.update(
        catalog=beside,
        visible=frozenset({"ports", "wells"}),
        recent=(str(path),),
        told_crs=MappingProxyType({str(path): "EPSG:2326"}),
    )
    first.close()

    again, state = Keeper(folder), MapState(catalog=shipped)
    person, _place, _notes = again.read_person()
    assert person["recent"] == (str(path),)
    assert person["told_crs"] == {str(path): "EPSG:2326"}
    again.read_map(state)
    assert again.files_beside() == (path, gone)
    kept = again.read_layers(replace(state, catalog=opened))
    assert "wells" in kept["visible"]
    assert "huts" not in kept["visible"]
    again.close()


def test_what_is_kept_of_files_is_not_lost_while_they_are_opened_again(
    tmp_path: Path, qtbot: QtBot, shipped: Catalog
) -> None:
    file = tmp_path / "sessions" / "hetao.json"
    file.parent.mkdir()
    file.write_text(json.dumps({"version": 1, "beside": ["/data/mine.gpkg"], "visible": {}}))
    keeper, store = Keeper(tmp_path), Store(MapState(catalog=shipped))
    keeper.read_map(store.state)
    keeper.watch(store, WindowPlace)
    with qtbot.waitSignal(keeper._result):
        keeper.save()
    assert json.loads(file.read_text())["beside"] == ["/data/mine.gpkg"]
    keeper.all_is_open()
    keeper.close()
    assert json.loads(file.read_text())["beside"] == []


def test_nonsense_about_files_is_left_out(tmp_path: Path, shipped: Catalog) -> None:
    file = tmp_path / "sessions" / "hetao.json"
    file.parent.mkdir()
    file.write_text(json.dumps({"version": 1, "beside": {"a": 1}}))
    keeper = Keeper(tmp_path)
    keeper.read_map(MapState(catalog=shipped))
    assert keeper.files_beside() == ()
    keeper.close()
