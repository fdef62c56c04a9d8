from pathlib import Path

import pytest
import shapely
from shapely import Point

from hetao_map.data.open import open_files
from hetao_map.geometry.projection import to_lonlat
from hetao_map.model.dataset import Dataset
from hetao_map.model.errors import InputError


def opened(path: Path, content: str | bytes) -> Dataset:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return open_files([path]).datasets[0]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a.csv"


def where(dataset: Dataset) -> tuple[float, float]:
    return to_lonlat(dataset.layers[0].point_on(0), dataset.map_epsg)


@pytest.mark.parametrize(
    "header",
    [
        "name,lon,lat",
        "name,Longitude,LATITUDE",
        "名称,经度,纬度",
        "name,GPS 經度（度）,GPS 緯度（度）",
    ],
)
def test_columns_are_known_by_their_usual_names(path: Path, header: str) -> None:
    dataset = opened(path, header + "\na,114.06,22.51\n")
    assert where(dataset) == pytest.approx((114.06, 22.51), abs=1e-6)
    assert dataset.assumed == ()


@pytest.mark.parametrize("header", ["x,y", "Easting,Northing", "横坐标,纵坐标", "東座標,北座標"])
def test_metres_are_placed_where_they_can_be(path: Path, header: str) -> None:
    dataset = opened(path, header + "\n836000,838000\n")
    assert [found.crs for found in dataset.assumed] == ["EPSG:2326"]
    assert where(dataset) == pytest.approx((114.17, 22.48), abs=0.05)


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030", "big5hkscs", "utf-16-le"]
)
def test_words_are_read_in_the_encoding_they_are_in(path: Path, encoding: str) -> None:
    words = "福田口岸與皇崗口岸" if encoding == "big5hkscs" else "福田口岸与皇岗口岸"
    rows = "".join(f"{words},{114 + n / 100},22.5\n" for n in range(9))
    dataset = opened(path, ("name,lon,lat\n" + rows).encode(encoding))
    assert dataset.layers[0].name(0).en == words


def test_words_in_chinese_far_down_in_the_file_are_found(path: Path) -> None:
    rows = "".join(f"plain,{n},114,22.5\n" for n in range(30_000))
    content = ("name,n,lon,lat\n" + rows).encode() + "深圳河口的红树林,1,114,22.5\n".encode(
        "gb18030"
    )
    layer = opened(path, content).layers[0]
    assert layer.attributes["name"][-1] == "深圳河口的红树林"


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_cells_are_cut_where_the_file_cuts_them(path: Path, delimiter: str) -> None:
    rows = [["name", "lon", "lat"], ['"a;b,c|d\te\nf"', "114.06", "22.51"]]
    dataset = opened(path, "\n".join(delimiter.join(row) for row in rows))
    assert dataset.layers[0].attributes["name"][0] == "a;b,c|d\te\nf"


def test_a_decimal_comma_is_read(path: Path) -> None:
    assert where(opened(path, "lon;lat\n114,06;22,51\n")) == pytest.approx(
        (114.06, 22.51), abs=1e-6
    )


@pytest.mark.parametrize("form", ["wkt", "ewkt", "hex"])
def test_shapes_are_read_as_text(path: Path, form: str) -> None:
    text = {
        "wkt": "POINT (114.06 22.51)",
        "ewkt": "SRID=4326;POINT (114.06 22.51)",
        "hex": shapely.to_wkb(
            shapely.set_srid(Point(114.06, 22.51), 4326), True, include_srid=True
        ),
    }[form]
    dataset = opened(path, f"name,geometry\na,{text}\n")
    assert where(dataset) == pytest.approx((114.06, 22.51), abs=1e-6)
    assert bool(dataset.assumed) is (form == "wkt")


def test_numbers_become_numbers_and_codes_stay_codes(path: Path) -> None:
    dataset = opened(
        path, "lon,lat,n,x,code,mixed,none\n114,22,5,1.50,007,1,\n114,22,-6,2,008,b,\n"
    )
    columns = dataset.layers[0].attributes
    assert columns["n"] == (5, -6)
    assert columns["x"] == (1.5, 2.0)
    assert columns["code"] == ("007", "008")
    assert columns["mixed"] == ("1", "b")
    assert columns["none"] == (None, None)


def test_rows_shown_and_skipped_are_all_there_are(path: Path) -> None:
    rows = "a,114,22\nb,,\nc,abc,22\nd,114,95\n\ne,114,22,extra,more\nf,114\n"
    dataset = opened(path, "name,lon,lat\n" + rows)
    (layer,) = dataset.layers
    assert layer.rows == 6
    assert layer.skipped == ("3", "4", "6")
    assert layer.attributes["column 4"][4] == "extra"
    assert sum(bool(layer.positions_of_row.get(row)) for row in range(6)) == 2


def test_a_line_of_a_megabyte_is_one_row(path: Path) -> None:
    dataset = opened(path, "lon,lat,t\n114,22," + "x" * 1_000_000 + "\n114,22,ok\n")
    assert dataset.layers[0].rows == 2


def test_a_table_without_coordinates_says_what_is_missing(path: Path) -> None:
    with pytest.raises(InputError, match="name them lon and lat"):
        opened(path, "a,b\n1,2\n3,4\n")


def test_an_empty_table_is_an_empty_layer(path: Path) -> None:
    assert opened(path, "lon,lat\n").layers[0].rows == 0
