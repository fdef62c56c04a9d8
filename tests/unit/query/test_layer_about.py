from dataclasses import replace

from shapely import Point

from hetao_map.model.knowledge import Knowledge, Source
from hetao_map.model.style import Style
from hetao_map.query.layer_about import description_lines, source_lines, style_lines
from hetao_map.text.language import Language
from tests.layers import make_catalog, make_layer

SOURCE = Source("s", "A page", "A publisher", "2021-09", "https://example.org", "CC0")


def test_sources_are_those_that_features_name() -> None:
    layer = make_layer([Point(0, 0)], source_id=("s",))
    known = Knowledge(sources={"s": SOURCE, "other": replace(SOURCE, id="other")})
    (dataset,) = make_catalog(layer, knowledge=known).datasets
    (line,) = source_lines(layer, dataset, Language.EN)
    assert line.split("\n") == ["A page · A publisher · September 2021 · CC0", SOURCE.address]


def test_a_layer_without_sources_says_so() -> None:
    layer = make_layer([Point(0, 0)])
    (dataset,) = make_catalog(layer).datasets
    assert source_lines(layer, dataset, Language.EN) == ("The file names no source.",)
    assert description_lines(layer, dataset, Language.ZH_HANT) == ("1 個地物", "things.gpkg")


def test_what_is_drawn_more_simply_is_listed() -> None:
    layer = make_layer([Point(0, 0)], Style(notes=("GraphicFill",)))
    assert style_lines(layer, Language.EN)[1:] == ("• GraphicFill",)
    whole = make_layer([Point(0, 0)])
    assert style_lines(whole, Language.EN) == ("The style is drawn in full.",)
