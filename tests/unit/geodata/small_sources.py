"""Writes the smallest set of text sources that has everything once."""

import json
from pathlib import Path

from geodata.contract import CSV_TABLES, ENUM_COLUMNS, LAYERS

ENUMS = {
    "status": ("open", "planned"),
    "position_note": ("generalised",),
    "precision": ("exact", "about"),
    "language": ("zh-Hans", "en"),
    "alias_kind": ("former",),
    "traffic": ("passenger",),
    "section": ("overview",),
    "region": ("hong_kong",),
    "holiday_kind": ("day_off",),
    "mode": ("walk",),
    "basis": ("estimate",),
    "currency": ("HKD",),
} | {f"kind_{layer.name}": ("thing", "pond") for layer in LAYERS}
SHAPES = {
    "POINT": {"type": "Point", "coordinates": [114.05, 22.51]},
    "MULTILINESTRING": {"type": "LineString", "coordinates": [[114.05, 22.51], [114.06, 22.52]]},
    "MULTIPOLYGON": {
        "type": "Polygon",
        "coordinates": [[[114.05, 22.51], [114.06, 22.51], [114.06, 22.52], [114.05, 22.51]]],
    },
}
SHAPES["GEOMETRY"] = SHAPES["MULTIPOLYGON"]
FEATURE = """[[feature]]
id = "first"
name_zh_hans = "福田"
name_zh_hant = "福田"
name_en = "Futian"
kind = "thing"
status = "open"
valid_from = "2007-08"
summary_zh_hans = "一"
summary_zh_hant = "一"
summary_en = "One"
importance = 90
accuracy_m = 80
position_note = "generalised"
source_id = "s1"

  [[feature.alias]]
  name = "Fukutian"
  language = "en"
  kind = "former"

  [[feature.fact]]
  key = "area"
  number = 5
  number_to = 7.5
  unit = "ha"
  as_of = "2025-10-22"
  source_id = "s1"

  [[feature.fact]]
  key = "area"
  value = "06:30-22:30"
  source_id = "s1"
"""
HOURS = """
  [[feature.hours]]
  traffic = "passenger"
  hours = "06:30-22:30"
  source_id = "s1"
"""
WATER = """
[[template]]
kind = "pond"
prefix = "pond"
importance = 1
accuracy_m = 40
position_note = "generalised"
source_id = "s1"

[[shared_fact]]
features = ["ports/first", "water/first"]
key = "area"
number = 750
unit = "ha"
precision = "about"
source_id = "s1"
"""
EVENT = """[[event]]
id = "opened"
date = "2021-09"
title_zh_hans = "启用"
title_zh_hant = "啟用"
title_en = "Opened"
features = ["ports/first", "water/first"]
source_id = "s1"
"""
STORY = """[[story]]
id = "tour"
title_zh_hans = "导览"
title_zh_hant = "導覽"
title_en = "Tour"
summary_zh_hans = "一"
summary_zh_hant = "一"
summary_en = "One"

  [[story.step]]
  title_zh_hans = "口岸"
  title_zh_hant = "口岸"
  title_en = "Port"
  text_zh_hans = "一"
  text_zh_hant = "一"
  text_en = "One"
  target = "ports/first"
  lon = 114.05
  lat = 22.51
  scale = 9000
  layers = "ports;water"
  date = "2021-09-06"
  source_ids = "s1"
"""
CELLS = {
    "source": ["s1,A page,A publisher,2021-09-06,https://example.org,"],
    "fact_label": ["area,overview,1,面积,面積,Area"],
    "unit": ["ha,公顷,公頃,ha"],
    "holiday": ["hong_kong,2026-01-01,day_off,元旦,元旦,New Year’s Day,s1"],
    "network_place": ["town,城,城,Town,114.05,22.51,s1"],
    "network_edge": [
        "way,ports/first,place/town,1,walk,,,,,3,5,9,2,estimate,06:30-22:30,,1.5,HKD,,,,2025,s1"
    ],
    "series": ["water,first,area,2020,all,1.5,ha,exact,s1,,,"],
    "layer_setting": [
        f"{layer.name},{position},base,底图,底圖,Base,1,,,层,層,Title of {layer.name},"
        "关于,關於,About it"
        for position, layer in enumerate(LAYERS)
    ],
    "layer_preset": ["few,少数,少數,Few,ports;water"],
}


def write_small_sources(folder: Path) -> None:
    (folder / "features").mkdir(parents=True)
    (folder / "geometry").mkdir()
    for table in CSV_TABLES:
        head = ",".join(column.name for column in table.columns)
        _write(folder / f"{table.name}.csv", "\n".join([head, *CELLS[table.name]]) + "\n")
    rows = [f"{name},{value},A word" for name, values in ENUMS.items() for value in values]
    head = ",".join(column.name for column in ENUM_COLUMNS)
    _write(folder / "enum.csv", "\n".join([head, *rows]) + "\n")
    _write(folder / "event.toml", EVENT)
    _write(folder / "story.toml", STORY)
    for layer in LAYERS:
        extra = {"ports": HOURS, "water": WATER}.get(layer.name, "")
        _write(folder / "features" / f"{layer.name}.toml", FEATURE + extra)
        shape = SHAPES[layer.geometry_type]
        properties = [{"id": "first"}, *([{"kind": "pond"}] * 2 if layer.name == "water" else [])]
        features = [{"type": "Feature", "properties": p, "geometry": shape} for p in properties]
        content = json.dumps({"type": "FeatureCollection", "features": features})
        _write(folder / "geometry" / f"{layer.name}.geojson", content)


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
