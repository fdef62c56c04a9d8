"""Writes what the file says of itself: title, abstract, rights and sources."""

from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement, indent, register_namespace, tostring

from geodata.sources import Entry

STANDARD_URI = "http://purl.org/dc/elements/1.1/"
TITLES = {
    "zh-Hans": "河套深港科技创新合作区地图数据",
    "zh-Hant": "河套深港科技創新合作區地圖數據",
    "en": "Map data of the Hetao Shenzhen-Hong Kong co-operation zone",
}
ABSTRACTS = {
    "zh-Hans": (
        "合作区、口岸、跨境通道和生态保护区的图层，每一项资料都注明来源和日期。"
        "示意位置另有标明，图形面积不等于官方面积。"
    ),
    "zh-Hant": (
        "合作區、口岸、跨境通道和生態保護區的圖層，每項資料均註明來源和日期。"
        "示意位置另有標明，圖形面積並非官方面積。"
    ),
    "en": (
        "Layers of the zone, its ports, crossing channels and ecological reserves, with the "
        "source and the date of every fact. Schematic positions are marked as such; areas of "
        "the shapes are not the official areas."
    ),
}
RIGHTS = (
    "Base geometry: Government of the HKSAR, DATA.GOV.HK / CSDI, free reuse with attribution; "
    "generalised.",
    "Shenzhen Metro, East Rail Line, high-speed railway and stations: © OpenStreetMap "
    "contributors, Open Database License 1.0; generalised.",
    "Schematic shapes and texts: Hetao Map, MIT.",
)
BOX = "westlimit=113.93; southlimit=22.44; eastlimit=114.13; northlimit=22.57; units=degrees"


def dataset_metadata(date: str, sources: Iterable[Entry]) -> str:
    """Return Dublin Core XML for the whole file; date is YYYY-MM-DD."""
    register_namespace("dc", STANDARD_URI)
    root = Element("metadata")
    for language, title in TITLES.items():
        _add(root, "title", title, language)
    for language, abstract in ABSTRACTS.items():
        _add(root, "description", abstract, language)
    for name, value in (("creator", "Hetao Map"), ("type", "Dataset"), ("date", date)):
        _add(root, name, value)
    _add(root, "coverage", BOX)
    for language in TITLES:
        _add(root, "language", language)
    for sentence in RIGHTS:
        _add(root, "rights", sentence, "en")
    for source in sources:
        _add(root, "source", _reference(source))
    indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def _add(root: Element, name: str, text: str, language: str | None = None) -> None:
    element = SubElement(root, f"{{{STANDARD_URI}}}{name}")
    if language is not None:
        element.set("xml:lang", language)
    element.text = text


def _reference(source: Entry) -> str:
    parts = (source.get(key) for key in ("title", "publisher", "date", "address", "licence"))
    return "; ".join(part for part in parts if part)
