"""Names of reference systems that data of this region come in."""

from __future__ import annotations

from hetao_map.text.language import Language
from hetao_map.text.localized import LocalizedText as T
from hetao_map.text.localized import same

NAMES = {
    "EPSG:4326": T("WGS 84 经纬度", "WGS 84 經緯度", "WGS 84, longitude and latitude"),
    "EPSG:2326": T("香港 1980 方格网", "香港 1980 方格網", "Hong Kong 1980 Grid"),
    "EPSG:4547": T(
        "CGCS2000 高斯－克吕格 3° 带，中央经线 114°",
        "CGCS2000 高斯－克呂格 3° 帶，中央經綫 114°",
        "CGCS2000 Gauss-Krüger, 3 degrees, meridian 114°",
    ),
    "EPSG:4526": T(
        "CGCS2000 高斯－克吕格 3° 带，第 38 带",
        "CGCS2000 高斯－克呂格 3° 帶，第 38 帶",
        "CGCS2000 Gauss-Krüger, 3 degrees, zone 38",
    ),
    "EPSG:32649": T("WGS 84 UTM 第 49N 带", "WGS 84 UTM 第 49N 帶", "WGS 84 UTM, zone 49N"),
    "EPSG:32650": T("WGS 84 UTM 第 50N 带", "WGS 84 UTM 第 50N 帶", "WGS 84 UTM, zone 50N"),
    "EPSG:3857": T(
        "Web Mercator，网络地图", "Web Mercator，網絡地圖", "Web Mercator, as on web maps"
    ),
}


def name_of(crs: str) -> T:
    """Return a reference system's name and number."""
    name = NAMES.get(crs)
    return same(crs) if name is None else T(*_texts(name, crs))


def _texts(name: T, crs: str) -> tuple[str, str, str]:
    hans, hant, english = (
        name.in_(each) + each.aside(crs)
        for each in (Language.ZH_HANS, Language.ZH_HANT, Language.EN)
    )
    return hans, hant, english
