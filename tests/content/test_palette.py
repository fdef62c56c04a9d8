"""The theme colours stay apart for people who see colours differently, by day and by night."""

import itertools
import re
import tomllib

import pytest

from hetao_map.render.theme import adapted, named
from hetao_map.render.way_line import STROKES
from hetao_map.resources import asset
from tests.colours import BLINDNESS, NORMAL, ciede2000, lab, rgb

THEME = {
    "cooperation_zone": "#D55E00",
    "ports": "#0072B2",
    "crossing_channels": "#9B3B70",
    "ecological_reserves": "#009E73",
    "innovation_sites": "#1F2933",
}
# CIEDE2000: colours 10 apart are told from one another at a glance, beside each other or not.
LEAST = {"normal": 24.0, "protanopia": 12.0, "deuteranopia": 12.0, "tritanopia": 12.0}
EYES = {"normal": NORMAL} | BLINDNESS
TWINS = {
    light.lower(): dark
    for light, dark in tomllib.loads(asset("styles/dark.toml").read_text(encoding="utf-8"))[
        "colours"
    ].items()
}
STYLES = sorted(asset("styles").glob("*.sld"))


@pytest.mark.parametrize(
    ("first", "second", "difference"),
    [
        ((50.0, 2.6772, -79.7751), (50.0, 0.0, -82.7485), 2.0425),
        ((50.0, 2.5, 0.0), (73.0, 25.0, -18.0), 27.1492),
        ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
        ((90.8027, -2.0831, 1.441), (91.1528, -1.6435, 0.0447), 1.4441),
        ((2.0776, 0.0795, -1.135), (0.9033, -0.0636, -0.5514), 0.9082),
    ],
)
def test_the_measure_agrees_with_its_authors(first, second, difference: float) -> None:
    """Pairs of the table that Sharma, Wu and Dalal publish with the formula."""
    assert ciede2000(first, second) == pytest.approx(difference, abs=1e-4)
    assert ciede2000(second, first) == pytest.approx(difference, abs=1e-4)


@pytest.mark.parametrize("layer", THEME)
def test_a_theme_has_its_colour(layer: str) -> None:
    text = asset(f"styles/{layer}.sld").read_text(encoding="utf-8")
    assert THEME[layer] in text or THEME[layer].replace("#", "%23") in text


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("eyes", EYES)
def test_theme_colours_stay_apart(theme: str, eyes: str) -> None:
    colours = {
        layer: rgb(TWINS[color.lower()] if theme == "dark" else color)
        for layer, color in THEME.items()
    }
    seen = {layer: lab(color, EYES[eyes]) for layer, color in colours.items()}
    apart = {pair: ciede2000(seen[pair[0]], seen[pair[1]])
             for pair in itertools.combinations(seen, 2)}  # fmt: skip
    nearest = min(apart, key=lambda pair: apart[pair])
    print(f"{theme}, {eyes}: {apart[nearest]:.1f} ({' and '.join(nearest)})")
    assert apart[nearest] >= LEAST[eyes]


@pytest.mark.parametrize("path", STYLES, ids=lambda path: path.stem)
def test_each_colour_has_a_dark_twin(path) -> None:
    text = path.read_text(encoding="utf-8")
    used = {f"#{digits.lower()}" for digits in re.findall(r"(?:#|%23)([0-9a-fA-F]{6})\b", text)}
    assert used
    assert used <= TWINS.keys()


@pytest.mark.parametrize("path", STYLES, ids=lambda path: path.stem)
def test_qgis_has_the_same_style(path) -> None:
    """make qml: each rule that draws stands in the QML under its English title or its name."""
    qml = path.with_suffix(".qml").read_text(encoding="utf-8")
    sld = path.read_text(encoding="utf-8")
    for rule in re.findall(r"<se:Rule>.*?</se:Rule>", sld, flags=re.DOTALL):
        title = re.search(r"<se:Title>([^<]+)", rule) or re.search(r"<se:Name>([^<]+)", rule)
        assert title
        assert f'"{title[1]}"' in qml


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("eyes", EYES)
def test_the_means_of_a_way_stay_apart(theme: str, eyes: str) -> None:
    seen = {
        mode: lab(adapted(STROKES[mode][0].color, named(theme)).getRgb()[:3], EYES[eyes])
        for mode in ("walk", "metro", "taxi", "border_control")
    }
    for first, second in itertools.combinations(seen, 2):
        assert ciede2000(seen[first], seen[second]) >= LEAST[eyes], (first, second)
