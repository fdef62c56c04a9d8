"""The same file painted by QGIS and by us: styled by QGIS, and the file that ships.

A pixel counts as different when no pixel of the other picture's 3x3 around it comes near it.
"""

from dataclasses import replace
from pathlib import Path

import pytest

from hetao_map.data.open import open_files
from hetao_map.geometry.viewport import Viewport
from hetao_map.model.dataset import Catalog
from hetao_map.model.layer import Layer
from hetao_map.model.style import Rule, TextSymbolizer
from hetao_map.render.picture import Picture, render_map
from hetao_map.render.theme import LIGHT
from hetao_map.text.language import Language
from tests.likeness import differing, save_side_by_side
from tests.parity import qgis

pytestmark = pytest.mark.skipif(not qgis.installed(), reason=qgis.MISSING)

TOLERANCE = 40
# The share of pixels that may differ. QGIS rounds sizes to whole pixels when it writes SLD, and
# starts the lines of a hatch elsewhere; text is set by another engine.
MOST = {
    "single": 0.02, "categorised": 0.01, "graduated": 0.01, "rules": 0.03, "labelled": 0.03,
    "marks": 0.01, "centroids": 0.01, "apart": 0.03,
}  # fmt: skip
MOST_SHIPPED = 0.01
CASE_VIEW = Viewport((823_220, 842_850), 25_000 * 0.0254 / 96, (420, 300))
SHIPPED_SCALES = (100_000, 40_000, 20_000)


def without_labels(catalog: Catalog) -> Catalog:
    def bare(rule: Rule) -> Rule:
        kept = tuple(s for s in rule.symbolizers if not isinstance(s, TextSymbolizer))
        return replace(rule, symbolizers=kept)

    def plain(layer: Layer) -> Layer:
        style = replace(layer.spec.style, rules=tuple(map(bare, layer.spec.style.rules)))
        return replace(layer, spec=replace(layer.spec, style=style))

    datasets = (replace(d, layers=tuple(map(plain, d.layers))) for d in catalog.datasets)
    return replace(catalog, datasets=tuple(datasets))


def ours(catalog: Catalog, viewport: Viewport):
    visible = frozenset(layer.id for layer in catalog.layers)
    return render_map(Picture(viewport, catalog, visible, Language.EN, LIGHT, furniture=False))


@pytest.mark.parametrize("case", qgis.CASES)
def test_a_file_styled_by_qgis_looks_as_in_qgis(case: str, tmp_path: Path, qapp) -> None:
    path = qgis.styled(case, tmp_path / "case.gpkg", tmp_path)
    catalog = open_files([path])
    assert catalog.map_epsg == 2326
    names = [layer.id for layer in catalog.layers]
    theirs = qgis.painted(path, names, CASE_VIEW, tmp_path, labels=True)
    mine = ours(catalog, CASE_VIEW)
    mask = differing(theirs, mine, TOLERANCE)
    save_side_by_side(f"parity_{case}.png", theirs, mine, mask)
    print(f"{case}: {mask.mean():.2%} of the pixels differ")
    assert mask.mean() <= MOST[case]


@pytest.mark.parametrize("scale", SHIPPED_SCALES)
def test_the_shipped_map_looks_as_in_qgis(
    scale: int, shipped: Catalog, shipped_path: Path, tmp_path: Path, qapp
) -> None:
    viewport = Viewport((822_200, 841_900), scale * 0.0254 / 96, (900, 600))
    catalog = without_labels(shipped)
    names = [layer.id for layer in catalog.layers]
    theirs = qgis.painted(shipped_path, names, viewport, tmp_path, labels=False)
    mine = ours(catalog, viewport)
    mask = differing(theirs, mine, TOLERANCE)
    save_side_by_side(f"parity_shipped_{scale}.png", theirs, mine, mask)
    print(f"1:{scale}: {mask.mean():.2%} of the pixels differ")
    assert mask.mean() <= MOST_SHIPPED
