"""A search for a name: 200 queries over the shipped names, and over 5 000 made ones.

The queries are Chinese names, English names, beginnings of either, and English names with a
typing error, 50 of each, mixed; the time is that of SearchIndex.search alone, without the 60 ms
for which the box waits for more letters. The made catalog has 5 000 features that each bear a
name in all three languages, put together from syllables by a fixed seed.
"""

from __future__ import annotations

import random
import time
from collections.abc import Iterator

from opencc import OpenCC
from shapely import Point

from hetao_map.data.open import open_files
from hetao_map.model.dataset import Catalog
from hetao_map.query.search import SearchIndex
from hetao_map.resources import shipped_geopackage
from hetao_map.text.localized import LocalizedText
from tests.bench.bench import Bench
from tests.bench.table import Goal, Row
from tests.layers import make_catalog, make_layer

_FEATURES = 5000
_QUERIES = 200
_KINDS = 4
_FIRST = "皇福罗深沙大小新上下东南西北石龙凤梅莲香元屯粉打鼓落马洲岭塘坑围"
_LAST = ("村", "口岸", "公园", "大道", "中心", "科技园", "河", "桥", "广场", "地铁站")
_SYLLABLES = (
    "wong",
    "fuk",
    "lo",
    "shum",
    "sha",
    "tai",
    "siu",
    "san",
    "heung",
    "long",
    "mei",
    "lin",
)
_KIND = ("Village", "Port", "Park", "Road", "Centre", "Science Park", "River", "Bridge", "Station")


def measure(_bench: Bench) -> list[Row]:
    """Return a row for each set of names."""
    goal = Goal(30, "p95")
    return [
        _row("search, shipped names", open_files([shipped_geopackage()]), None),
        _row("search, 5 000 names", _made(), goal),
    ]


def _row(what: str, catalog: Catalog, goal: Goal | None) -> Row:
    began = time.perf_counter()
    index = SearchIndex(catalog)
    built = time.perf_counter() - began
    times, found = [], 0
    for query in _queries(catalog):
        began = time.perf_counter()
        found += bool(index.search(query))
        times.append(1000 * (time.perf_counter() - began))
    note = f"index of {sum(1 for _ in _names(catalog))} features built in {built:.2f} s"
    return Row(what, "ms", times, goal, note=f"{note}; {found} of {len(times)} queries found some")


def _queries(catalog: Catalog) -> Iterator[str]:
    chance = random.Random(8)  # noqa: S311
    names = list(_names(catalog))
    for number in range(_QUERIES):
        name = chance.choice(names)
        spoken = (name.zh_hans, name.en, chance.choice((name.zh_hans, name.en)), name.en)
        text = spoken[number % _KINDS]
        if number % _KINDS == 2:
            text = text[: max(2, len(text) // 3)]
        elif number % _KINDS == 3:
            text = _misspelled(text, chance)
        yield text


def _misspelled(text: str, chance: random.Random) -> str:
    """Return the text with one letter for another."""
    spot = chance.randrange(len(text))
    return text[:spot] + chance.choice("bdgkpqvxz") + text[spot + 1 :]


def _names(catalog: Catalog) -> Iterator[LocalizedText]:
    for layer in catalog.layers:
        for row in layer.positions_of_row:
            name = layer.name(row)
            if name.zh_hans and name.en:
                yield name


def _made() -> Catalog:
    chance = random.Random(5000)  # noqa: S311
    to_hong_kong = OpenCC("s2hk").convert
    hans = [
        "".join(chance.choices(_FIRST, k=chance.randint(2, 4))) + chance.choice(_LAST)
        for _ in range(_FEATURES)
    ]
    english = [
        f"{''.join(chance.choices(_SYLLABLES, k=chance.randint(2, 3))).title()} "
        f"{chance.choice(_SYLLABLES).title()} {chance.choice(_KIND)}"
        for _ in range(_FEATURES)
    ]
    layer = make_layer(
        [Point(810_000 + n % 100 * 50, 830_000 + n // 100 * 50) for n in range(_FEATURES)],
        name_zh_hans=hans,
        name_zh_hant=[to_hong_kong(name) for name in hans],
        name_en=english,
    )
    return make_catalog(layer)
